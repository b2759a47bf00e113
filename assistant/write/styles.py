"""The same answer in another form: shorter, three lines, for a child, to be said aloud, doubted, or one point of it in depth."""

import re
from dataclasses import replace

import prompts
from assistant.models import Evidence, Question
from assistant.understand.text.lengths import POINTS as IN_POINTS
from assistant.understand.text.lengths import REASONS, limits_length
from assistant.verify.segments import split
from assistant.write.layout import MARK, Page, mark
from assistant.write.roles import Roles
from assistant.write.tables import tabled
from assistant.write.within import kept, within
from assistant.write.wordings import base_metric, interval, label, place

FILE = "answers/data"
POINTS = {"long": 6, "doubt": 5}


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


def points_of(question: Question) -> int:
    """How many points an answer may have."""
    return POINTS.get(question.style, 3)


def styled(page: Page, question: Question, evidence: Evidence) -> Page:
    """`page` in the form the question asks for."""
    if limits_length(question.style):
        return within(page, question.style)
    if question.style.startswith(IN_POINTS):
        return listed(page, int(question.style.split()[1]))
    forms = {"short": short, "three": three, "simple": simple, "spoken": spoken, "table": tabled, "chart": drawn, "shortest": shortest, "long": lengthened, "meaning": meaning, "sources": sourced, "trusted": trusted, "gap": unexplained, REASONS: reasoned}
    return forms[question.style](page, evidence) if question.style in forms else page


def restyled(text: str, question: Question) -> str:
    """A calculation's answer, already written, in the form asked for: its conclusion alone, to be said aloud, or as it is."""
    conclusion = text.split("\n\n")[0]
    if limits_length(question.style):
        head, _, told = conclusion.partition("\n")
        chosen, fits = kept(told.split("\n"), question.style)
        return "\n".join([head, "".join(chosen)]) + ("" if fits else "\n\n" + say("within_none"))
    if question.style == "three" and (points := [line for line in text.split("\n\n")[1].split("\n")[1:] if line.startswith("- ")] if text.count("\n\n") else []):
        head, *told = conclusion.split("\n")
        return "\n".join([head, f"- {''.join(told)}", *points[:2]])
    if question.style in ("short", "shortest", "three", "simple"):
        return conclusion if question.style != "shortest" else "\n".join([conclusion.partition("\n")[0], *split(conclusion.partition("\n")[2])[:1]])
    if question.style == "table":
        tables = [part for part in text.split("\n\n") if "\n|---" in part]
        return "\n\n".join([conclusion, *tables] if tables else [text, say("no_table")])
    if question.style == "spoken":
        return "\n".join([say("spoken_heading"), "- " + conclusion.partition("\n")[2].replace("\n", "").replace("**", "")])
    return text


def drawn(page: Page, evidence: Evidence) -> Page:
    """The page, which says that its chart stands beside it; one without a chart says so first, with a table of what it tells."""
    if evidence.chart is not None:
        return replace(page, caveats=[say("chart_given"), *page.caveats])
    told = tabled(page, evidence)
    return replace(told, conclusion=[say("no_chart"), *told.conclusion], caveats=[line for line in told.caveats if line != say("no_table")])


def short(page: Page, evidence: Evidence) -> Page:
    told = any(MARK.search(line) for line in page.conclusion) or not any(MARK.search(part) for part in page.body)
    return Page(conclusion=page.conclusion, body=[] if page.conclusion and told else page.body[:1], caveats=page.caveats[:1])  # a list that is only announced is the answer


def shortest(page: Page, evidence: Evidence) -> Page:
    """What is left when a short answer is to be shorter still: one value by itself, else the first sentence of figures, or a conclusion in words."""
    figures = [evidence.item(number).figure for number in evidence.roles.get("main", ())]
    if len(figures) == 1 and figures[0] is not None:
        figure = figures[0]
        return Page(conclusion=[say("short_value", period=figure.period, place=place(figure), value=figure.display, cite=Roles(evidence).cite(figure))])
    told = short(page, evidence)
    if not {"main", "first", "last"} & evidence.roles.keys():  # an answer in words keeps its whole conclusion
        return replace(told, caveats=[])
    return Page(conclusion=split("".join(told.conclusion).replace("\n", ""))[:1], body=told.body)


def meaning(page: Page, evidence: Evidence) -> Page:
    """What it means for a firm first, then what it stands on; the page where it has no such sentence."""
    return Page(conclusion=[page.implication], points=["".join(page.conclusion), *page.points[1:2]], notes=page.notes) if page.implication else page


def lengthened(page: Page, evidence: Evidence) -> Page:
    """The page with how its figure was counted."""
    figures = [figure for role in ("main", "last") for number in evidence.roles.get(role, ())[:1] if (figure := evidence.item(number).figure) is not None]
    return replace(page, points=[*page.points[:5], *(say("long_method", method=figure.method_ja, cite=Roles(evidence).cite(figure)) for figure in figures[:1])])


def sourced(page: Page, evidence: Evidence) -> Page:
    """What the page stands on, each source once, in the order in which it is cited."""
    cited = [item for number in dict.fromkeys(map(int, MARK.findall(page.text()))) if (item := evidence.item(number)) is not None]
    named = {item.citation.title: item for item in reversed(cited) if item.figure is None}
    lines = [say("source_row", title=title, cite=mark(item.n)) for title, item in reversed(named.items())]
    estimated = [item.n for item in cited if item.figure is not None and item.figure.metric.startswith("epoch_")]
    counted = [item.n for item in cited if item.figure is not None and item.n not in estimated]
    lines += [say(name, cite=mark(*numbers)) for name, numbers in (("source_estimated", estimated), ("source_counted", counted)) if numbers]
    if len(lines) == len(named) == 1 and all(item.citation.kind == "paper" for item in named.values()):  # one work alone is named in the sentence
        return Page(conclusion=[say("source_one", title=title, cite=mark(item.n)) for title, item in named.items()])
    return Page(conclusion=[say("sources_head" if lines else "sources_none")], body=["\n".join(f"- {line}" for line in lines)] if lines else [])


def trusted(page: Page, evidence: Evidence) -> Page:
    """That amounts are estimates, what the page stands on, and how far it goes."""
    told = sourced(page, evidence)
    return replace(told, conclusion=[prompts.render("answers/words", "cost_trusted"), *told.conclusion], caveats=page.caveats)


def reasoned(page: Page, evidence: Evidence) -> Page:
    """Why a way is recommended: the reason that the conclusion gives, and what works and figures show for it."""
    return replace(page, conclusion=[say("reasons_head"), *(line for line in page.conclusion if "から" in line)])


def unexplained(page: Page, evidence: Evidence) -> Page:
    """That nobody of ours tells why two things differ, then how far they do."""
    return replace(page, conclusion=[prompts.render("answers/words", "gap_unexplained"), *page.conclusion], implication="")


def three(page: Page, evidence: Evidence) -> Page:
    """結論, the first point, and what it means, one line each."""
    lines = ["".join(page.conclusion).replace("\n", ""), *page.points, *(re.sub(r"^(?:- |\d+\. )", "", row) for row in "\n".join(page.body).split("\n") if row)]
    lines = [*lines[: 2 if page.implication else 3], *([page.implication] if page.implication else [])]
    return Page(body=["\n".join(f"- {line}" for line in lines if line)], notes=page.notes)


def listed(page: Page, number: int) -> Page:
    """So many points of an answer, one line each, in the order in which they matter; that there are no more, where it has fewer."""
    rows = [re.sub(r"^(?:- |\d+\. )", "", row) for row in "\n".join(page.body).split("\n") if re.match(r"- |\d+\. ", row)]
    lines = ["".join(page.conclusion).replace("\n", ""), *page.points, *rows, page.implication, *page.caveats]
    lines = list(dict.fromkeys(line for line in lines if line))
    return Page(body=["\n".join(f"- {line}" for line in lines[:number])], notes=[*page.notes, *([say("points_fewer")] if len(lines) < number else [])])


def simple(page: Page, evidence: Evidence) -> Page:
    """The conclusion, and what it is like, without technical terms."""
    known = prompts.templates(FILE)
    names = [f"simple_{base_metric(figure.metric)}" for figure in evidence.figures]
    told = next((name for name in names if name in known), "simple_other")
    return Page(conclusion=page.conclusion, points=[say(told), say("simple_meaning")] if evidence.figures else page.points[:1])


def spoken(page: Page, evidence: Evidence) -> Page:
    """What to say, and what to say when asked back."""
    figure = next(iter(evidence.figures), None)
    lines = [say("spoken_heading"), "- " + re.sub(r"^(?:はい|いいえ)。", "", "".join(page.conclusion).replace("\n", "").replace("**", ""))]
    if figure is not None:
        cite = f"【{next(item.n for item in evidence.items if item.figure is figure)}】"
        lines += [say("spoken_asked"), "- " + say("table_meaning", definition=figure.definition_ja, cite=cite), "- " + say("spoken_source")]
    return Page(body=["\n".join(lines)], notes=page.notes)


def focused(page: Page, question: Question, evidence: Evidence) -> Page | None:
    """One point of an answer with all that its evidence tells; None when the answer has no such point."""
    rows = page.points[: points_of(question.with_(style="normal"))] + [row for row in "\n".join(page.body).split("\n") if row]
    rows = [row for row in rows if re.match(r"\d+\. ", row)] or rows
    if not rows or question.focus > len(rows):
        return None
    row = rows[question.focus - 1]
    numbers = [int(number) for number in MARK.findall(row)]
    told = Page(conclusion=[row.lstrip("- ").lstrip("0123456789. ")])
    for item in (evidence.item(number) for number in dict.fromkeys(numbers[-1:])):
        cite = f"【{item.n}】"
        if item.figure is None:
            continue
        figure = item.figure
        told.points.append(say("focus_meaning", label=label(figure), definition=figure.definition_ja, cite=cite))
        if figure.low is not None and figure.low != figure.high:
            told.points.append(say("estimate_interval", **interval(figure), cite=cite))
        told.points.append(say("focus_n", n=f"{figure.n:,}", cite=cite))
        told.caveats = [f"{line}。" for line in figure.caveats_ja]
    return told
