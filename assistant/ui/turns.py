"""A question and its answer as one article of the page."""

from collections.abc import Mapping
from html import escape

from assistant.export import ANSWER_KINDS
from assistant.models import ANSWERED, ERROR, NOT_IN_DATA, Answer, CheckedNumber
from assistant.ui.charts import chart_html
from assistant.ui.evidence import cards_html
from assistant.ui.markup import answer_html, plain_text, split_sources
from assistant.ui.offers import offers_html
from assistant.ui.wording import word

CHIPS = ("shorter", "longer", "chart", "phrases", "english")
REASONS = ("wrong", "unclear", "missing", "long", "other")


def article(question: str, body: str, busy: bool, talk: str, turn: str) -> str:
    """`talk` and `turn`: the ids of conversation and turn, by which the page's script knows what follows what."""
    return (
        f'<article class="turn" aria-busy="{str(busy).lower()}" data-talk="{escape(talk)}" data-turn="{escape(turn)}">'
        f"{question_heading(question)}{body}</article>"
    )


def question_heading(question: str) -> str:
    return f'<h2 class="question"><span class="hidden">{escape(word("question_heading"))}</span>{escape(question)}</h2>'


def partial_turn(question: str, draft: str, status: str, talk: str, turn: str) -> str:
    """The beginning `draft` of an answer while a model writes it, and what the model is doing."""
    dots = '<span class="dots" aria-hidden="true"></span>'
    return article(question, f'<div class="answer">{answer_html(draft, {})}</div><p class="working" role="status">{escape(status or word("working"))}{dots}</p>', True, talk, turn)


def consent_turn(question: str, lines: list[str], talk: str, turn: str) -> str:
    """Before the first question to a language model: what would leave the machine, and the two ways on."""
    told = "".join(f"<li>{escape(line)}</li>" for line in lines[1:])
    buttons = "".join(
        f'<button type="button" class="tool {kind} consent" data-consent="{answer}" data-question="{escape(question)}">{escape(word(f"consent_{answer}"))}</button>'
        for answer, kind in (("yes", "main"), ("no", ""))
    )
    return article(
        question,
        f'<section class="consenting" role="alert"><h3>{escape(word("consent_title"))}</h3><p>{escape(lines[0])}</p><ul>{told}</ul>'
        f'<p>{escape(word("consent_note"))}</p></section><p class="tools">{buttons}</p>',
        False,
        talk,
        turn,
    )


def finished_turn(answer: Answer, talk: str = "", turn: str = "", rewordable: bool = False, typed: str = "") -> str:
    """Everything: text, check, chart, sources, what to do with it, next questions, and the evidence cards that the marks open.

    `talk` and `turn` are the ids under which the answer is kept; `rewordable` offers another wording by the language model;
    `typed` is the question with its lines as the reader wrote it.
    """
    body, sources = split_sources(answer.answer)
    parts = [
        resolved_html(answer),
        outcome_html(answer),
        f'<div class="answer">{answer_html(body, titles(answer))}</div>',
        verdict_html(answer),
        offers_html(answer),
        chart_html(answer.chart) if answer.chart else "",
        f'<div class="answer">{answer_html(sources, titles(answer))}</div>' if sources else "",
        tools_html(answer, turn, rewordable),
        chips_html(answer),
        questions_html(word("next_title"), answer.suggestions, "next"),
        f'<div class="cards" hidden>{cards_html(answer)}</div>',
    ]
    return article(typed.strip() or answer.question, "".join(parts), False, talk, turn)


def titles(answer: Answer) -> Mapping[int, str]:
    return {citation.n: citation.title for citation in answer.citations}


def resolved_html(answer: Answer) -> str:
    """How a follow-up was understood, when that is not what was typed."""
    if not answer.resolved_question or answer.resolved_question.strip() == answer.question.strip():
        return ""
    return f'<p class="resolved">{escape(word("resolved", question=answer.resolved_question))}</p>'


def outcome_html(answer: Answer) -> str:
    """A sign above the text when it is not an answer: the data do not say, or something broke."""
    if answer.outcome == ERROR:
        return f'<p class="badge failed">{escape(word("failed", error_id=answer.error_id or ""))}</p>'
    return f'<p class="badge absent">{escape(word("not_in_data"))}</p>' if answer.outcome == NOT_IN_DATA else ""


def verdict_html(answer: Answer) -> str:
    """Result of the number check: a badge that opens the list of numbers and their evidence; none for a text without numbers."""
    if not answer.verdict.ok:
        return details("warning", word("unverified"), word("unverified_detail"), unsupported_html(answer))
    count = len(answer.verdict.numbers)
    return details("verified", word("verified"), word("verified_detail", count=count), numbers_html(answer)) if count else ""


def details(kind: str, badge: str, sentence: str, content: str) -> str:
    summary = f'<summary class="badge {kind}">{escape(badge)}</summary>'
    return f'<details class="verdict">{summary}<p>{escape(sentence)}</p>{content}</details>'


def numbers_html(answer: Answer) -> str:
    """Table: each numeral of the text and the evidence that holds it."""
    names = {citation.id: f"【{citation.n}】{citation.title}" for citation in answer.citations}
    names |= {figure.id: names.get(figure.id, figure.label_ja) for figure in answer.figures}
    rows = "".join(
        f'<tr><th scope="row">{escape(number.text)}</th><td>{evidence_names(number, names)}</td></tr>'
        for number in answer.verdict.numbers
    )
    heads = "".join(f'<th scope="col">{escape(word(name))}</th>' for name in ("verdict_number", "verdict_source"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def evidence_names(number: CheckedNumber, names: Mapping[str, str]) -> str:
    known = [names[one] for one in number.supported_by if one in names] or [word("verdict_own_words")]
    return "<br>".join(escape(name) for name in dict.fromkeys(known))


def unsupported_html(answer: Answer) -> str:
    return "<ul>" + "".join(f"<li>{escape(finding['text'])}</li>" for finding in answer.verdict.unsupported) + "</ul>"


def tools_html(answer: Answer, turn: str, rewordable: bool = False) -> str:
    """Copy, opinion, how it was written, and for a failure the same question once more."""
    text = f"{answer.question}\n\n{plain_text(answer.answer)}"
    copy = f'<button type="button" class="tool copy" data-copy="{escape(text)}">{escape(word("copy"))}</button>'
    again = ask_button(answer.question, word("retry")) if answer.outcome == ERROR else ""
    again += f'<button type="button" class="tool reword" data-turn="{escape(turn)}">{escape(word("reword"))}</button>' if rewordable and turn else ""
    again += saves_html(turn) if answer.outcome == ANSWERED and turn else ""
    return f'<div class="tools">{copy}{again}{opinion_html(turn)}<span class="mode">{escape(word(f"mode_{answer.mode}"))}</span></div>'


def saves_html(turn: str) -> str:
    """The answer as a file, folded into one button."""
    links = "".join(
        f'<a class="tool" download href="page/answer/{kind}?turn={escape(turn)}">{escape(word(f"save_{kind}"))}</a>'
        for kind in ANSWER_KINDS
    )
    return f'<details class="saving"><summary class="tool">{escape(word("save_answer"))}</summary><span class="tools">{links}</span></details>'


# Drawn, since not every machine has a font with the signs; the style turns the second one over.
THUMB = (
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round">'
    '<path d="M7 10v10H4V10zM7 10l4-7c1.5 0 2.5 1 2.5 2.5L13 9h5.5a2 2 0 0 1 2 2.4l-1.3 6.9a2 2 0 0 1-2 1.7H7"/></svg>'
)


def opinion_html(turn: str) -> str:
    """Thumbs; the second one asks for the reason. Nothing for an answer that is not kept."""
    if not turn:
        return ""
    good, bad = (
        f'<button type="button" class="tool thumb" data-judge="{value}" aria-label="{escape(word(name))}" title="{escape(word(name))}">{THUMB}</button>'
        for value, name in (("yes", "judge_good"), ("no", "judge_bad"))
    )
    reasons = "".join(
        f'<button type="button" class="tool" data-reason="{name}">{escape(word(f"reason_{name}"))}</button>' for name in REASONS
    )
    return (
        f'<span class="opinion" data-turn="{escape(turn)}">{good}{bad}<span class="reasons" role="group" aria-label="{escape(word("judge_why"))}" hidden>'
        f'{reasons}</span><output class="said"></output></span>'
    )


def chips_html(answer: Answer) -> str:
    """Short ways on: the same answer in another form, and the pages that put it to use."""
    if answer.outcome != ANSWERED or answer.intent in ("smalltalk", "help"):
        return ""
    names = [name for name in CHIPS if not (name == "chart" and answer.chart)]
    chips = "".join(
        f'<button type="button" class="chip ask" data-question="{escape(word(f"ask_{name}"))}">{escape(word(f"chip_{name}"))}</button>'
        for name in names
    )
    proposal = f'<a class="chip inside" href="?screen=roi">{escape(word("chip_proposal"))}</a>'
    return f'<div class="chips" role="group" aria-label="{escape(word("chips"))}">{chips}{proposal}</div>'


def questions_html(title: str, questions: tuple[str, ...], kind: str) -> str:
    """A list of questions, each a button that asks it."""
    if not questions:
        return ""
    items = "".join(f"<li>{ask_button(question, question)}</li>" for question in questions)
    return f'<nav class="questions {kind}" aria-label="{escape(title)}"><h3>{escape(title)}</h3><ul>{items}</ul></nav>'


def ask_button(question: str, label: str) -> str:
    return f'<button type="button" class="ask" data-question="{escape(question)}">{escape(label)}</button>'


def welcome(examples: tuple[str, ...]) -> str:
    return (
        f'<section class="welcome"><h2>{escape(word("welcome_title"))}</h2><p>{escape(word("welcome_text"))}</p>'
        f"{steps_html()}{questions_html(word('examples_title'), examples, 'examples')}</section>"
    )


def steps_html() -> str:
    """The way through in three cards, for a first visit."""
    cards = "".join(
        f"<li><strong>{escape(word(f'step_{name}'))}</strong><span>{escape(word(f'step_{name}_text'))}</span></li>"
        for name in ("ask", "check", "use")
    )
    return f'<ol class="steps" aria-label="{escape(word("steps"))}">{cards}</ol>'
