"""A question for a document → what it will hold, its main numbers, and the download to offer."""

import re

import prompts
from analytics.roi import BadInput, evaluate, resolve
from analytics.roi.catalogue import strategy_entry
from analytics.roi.compare import BLANK
from analytics.roi.risk import DRAWS
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Question
from assistant.roi import alone, beside, own, sentences, strategies
from assistant.roi.case import evidence_text, inputs, worded
from assistant.roi.focus import focus_held
from assistant.roi.wording import said, say
from assistant.understand.plans.beside_plan import COMPARED, PLANS
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.paid_years import applies
from assistant.write.layout import Page

ENGLISH = re.compile(r"英語|英文|英訳|English", re.IGNORECASE)
DEFAULT_PLAN, DEFAULT_KIND = "prototype", "ringi"
SLIDES = ("onepager", "deck")
KINDS = ("ringi", "excel", "onepager", "deck", "brief")
Answered = tuple[Draft, Evidence, tuple[str, ...]]


def offered(text: str) -> bool:
    """Whether the document is one that can be made."""
    return not any(word in text.lower() for word in prompts.lexicon("export")["others"])


def answer(question: Question, told: Investment) -> Answered:
    """The offer of a document about a plan, or of the last answer as a file."""
    text, words = question.text.lower(), prompts.lexicon("export")
    if "answer" in question.inherited or any(word in text for word in words["answer"]) and not told.amounts_told and not told.strategies:
        return of_last_answer(text)
    kind = kind_of(text)
    named = [name for name in told.strategies if name in PLANS]
    kept = beside.kept_of((question.topic or question.text).split("\n"), told)
    if kept is not None and not read_investment(question.text).strategies:
        return offer_own(question, kind, own.outlay_of(kept.told)) if kept.plan == BLANK else offer(kind, kept.plan, kept.told)
    if told.outlay is not None and told.benefit is not None and not named and not applies(told):
        return offer_own(question, kind, own.outlay_of(told), setting_of(question.text))
    english = (say("doc_no_english"),) if ENGLISH.search(question.text) else ()
    told_alone = alone.case_told(told, question.topic or question.text) if len(named) < 2 else None
    if named and told_alone is not None and told_alone.initial is not None and told_alone.initial.value and not applies(told):  # what the talk calculated, not the stages of the strategy
        return offer_own(question, kind, own.outlay_of(told_alone), (say("doc_named", name=strategy_entry(named[0])["label_ja"]), *setting_of(question.text)))
    if told_alone is not None:
        return untemplated(question)
    before = (question.topic or question.text).split("\n")[1:]
    if len(named) > 1 or not named and any(all_compared(line) for line in before):
        return offer_compared(kind, tuple(named) or COMPARED, told, focus_held([question.text, *before]))
    return offer(kind, (named or [DEFAULT_PLAN])[0], alone.priced(told), *english, *(() if named else (say("doc_assumed"),)))


def kind_of(text: str) -> str:
    """Which document a text (in lower case) asks for."""
    words = prompts.lexicon("export")
    kind = next((name for name in KINDS if any(word in text for word in words[name])), DEFAULT_KIND)
    if any(word in text for word in words["spreadsheet"]):
        return "excel"  # 「稟議用にExcelで」: the format that is named
    on_page = kind in SLIDES and any(word in text for word in words["word"]) and not any(word in text for word in words["powerpoint"])
    return "brief" if on_page else kind  # 「1枚のワードにまとめて」


def of_last_answer(text: str, *lines: str) -> Answered:
    """The answer before this message as a file of the kind that is asked for."""
    words = prompts.lexicon("export")
    kind = next((name for name in ("powerpoint", "excel", "word") if any(word in text.lower() for word in words[name])), "word")
    lines = (*lines, say("doc_answer"))
    return Draft("".join(lines), actions=({"kind": "export_answer", "document": kind, "label": say(f"action_answer_{kind}")},)), Evidence(), lines


def untemplated(question: Question) -> Answered:
    """A document on a calculation that no template holds: the answer itself as a file, never a template on standard amounts."""
    if "\n" in question.topic:
        return of_last_answer(question.text, say("doc_untemplated"))
    line = say("doc_untemplated") + say("doc_ask_first")
    return Draft(line), Evidence(), (line,)


def all_compared(line: str) -> bool:
    """Whether an earlier line of the conversation asked about all the strategies (「3つの戦略でどれが得?」)."""
    words = prompts.lexicon("investment")
    return any(word in line for word in (*words["better"], *words["strategies"]))


def offer_compared(kind: str, named: tuple[str, ...], told: Investment, focus: str | None) -> Answered:
    """The document about the plan that the comparison put first; it compares the others as alternatives."""
    try:
        chosen = strategies.put_first(strategies.compared(named, told), focus)
    except BadInput as error:
        return strategies.refused(error)
    return offer(kind, chosen, strategies.shared_by_all(told), say("doc_first_of", name=strategy_entry(chosen)["label_ja"]))


def offer_of_each(question: Question, strategy: str, told: dict[str, Investment]) -> Answered:
    """The document about the best of several plans with amounts of their own."""
    return offer(kind_of(question.text.lower()), strategy, told[strategy], say("doc_first_of", name=strategy_entry(strategy)["label_ja"]))


def offer(kind: str, strategy: str, told: Investment, *notes: str) -> Answered:
    """A document about one of the strategies."""
    read = strategies.mapped(strategy, told)
    changes = read.changes
    try:
        evaluation = evaluate(resolve(strategy, changes), DRAWS)
    except BadInput as error:
        return strategies.refused(error)
    box = Collector()
    cite = sentences.cited(box, evaluation)
    readings = (*notes, *read.unused, *read.used, *(strategies.told_readings(evaluation) if changes else ()), say("placeholder"))
    page = Page(caveats=list(readings))
    page.conclusion = [say(f"doc_{kind}", name=evaluation.settings.label_ja, cite=cite), say("doc_save"), *([say("doc_told")] if changes else [])]
    page.points = [sentences.value_sentence(evaluation, cite).replace("**", ""), sentences.break_even_sentence(evaluation, cite), say(f"doc_{kind}_holds")]
    actions = exports(kind, strategy, changes)
    others = [name for name in COMPARED if name != strategy]
    asked = (say("ask_strategy", name=evaluation.settings.label_ja), *(say("ask_ringi", name=strategy_entry(name)["label_ja"]) for name in others[:2]))
    return Draft(text(page, readings), asked, actions=actions), box.evidence(), readings


# What a message says of the company and of who will read the paper: 「うちは社員200人の機械部品メーカーで、部長は慎重派です」.
SETTING = re.compile(r"(?:うち|当社|弊社|自社|わが社|我が社|会社|業種|社員|従業員)(?:は|も|の)[^。??]{2,40}|(?:部長|社長|専務|常務|役員|上司|課長|経理|取締役)[^。、??]{0,4}は[^。??]{2,20}(?:です|だ|な人|派|タイプ|性格)")
DIRECTED = re.compile(r"(?:て|で)(?:ください|下さい|ほしい|くれ|もらえ)|お願い|頼む|作[っり成]")


def setting_of(text: str) -> tuple[str, ...]:
    """The note that what a message says of the company or the reader is not written into the document; nothing where it says nothing."""
    said_of = [part.strip("、 ") for part in re.split(r"[。!!]", text) if SETTING.search(part) and not DIRECTED.search(part) and not read_investment(part).amounts_told]
    return (say("doc_setting_unused", text="」「".join(said_of)),) if said_of else ()


def offer_own(question: Question, kind: str, told: Investment, notes: tuple[str, ...] = ()) -> Answered:
    """A document about the asker's own investment."""
    case = own.case_of(told)
    found = own.actions(told, case)
    if not found or not case.level:
        return untemplated(question)
    changes, result = found[0]["changes"], case.result()
    box = Collector()
    values = worded(case, result)
    number = box.passage("roi#simple", "roi", say("own_title"), say("locator"), "", evidence_text(told, case, values), "result")
    cite = f"【{number}】"
    readings = (*notes, *case.readings)
    page = Page()
    page.conclusion = [say(f"doc_{kind}", name=say("own_title").partition("（")[0], cite=cite), say("doc_save")]
    page.points = [inputs(values, cite), say("doc_own", npv=said(result.npv) if result.npv < 0 else values["npv"], benefit=values["break_even"], cite=cite), say(f"doc_{kind}_holds")]
    return Draft(text(page, readings), own.suggestions(case), actions=exports(kind, "blank", changes)), box.evidence(), readings


def text(page: Page, readings: tuple[str, ...]) -> str:
    """The page with every note, not only the first ones."""
    page.caveats = []
    page.body = ["\n".join([say("notes"), *(f"- {line}" for line in readings)])]
    return page.text()


def exports(kind: str, strategy: str, changes: dict) -> tuple[dict, ...]:
    """The document asked for first, then the others."""
    order = (kind, *(name for name in KINDS if name != kind))
    return tuple({"kind": "export", "document": name, "strategy": strategy, "changes": changes, "label": say(f"action_{name}")} for name in order)
