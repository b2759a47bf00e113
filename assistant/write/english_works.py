"""The last answer in English, as far as we hold English: figures in sentences of their own, what training a model cost, and the names of works and terms."""

import re
from dataclasses import replace

import prompts
from analytics import Figure
from assistant.evidence.collector import Collector
from assistant.evidence.library import Library
from assistant.models import Evidence, Item, Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.whole_talk import lines_wanted
from assistant.understand.works.cost_growth import COST_METRICS
from assistant.understand.works.model_costs import COSTS
from assistant.write.english import english, english_label, english_period, in_lines, shares
from assistant.write.layout import Page, mark
from assistant.write.quoted import with_mark
from assistant.write.roles import Roles

OTHERS = re.compile(r"^et al\.|[ぁ-んァ-ヶ一-龥]")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9 '&/-]*[a-z][A-Za-z0-9 '&/-]*")
SHORTEST = 4  # letters of an English name; shorter ones are abbreviations
MOST, MILLION = 3, 1_000_000
IN_WORDS = ("paper", "explain")


def say(name: str, /, **values: object) -> str:
    return prompts.render("answers/english", name, **values)


def in_english(page: Page, question: Question, evidence: Evidence, library: Library) -> tuple[Page, Evidence]:
    """The page, in as many lines as were wanted, and its evidence; the Japanese page with a caveat where no English is held."""
    told, whole = translated(page, question, evidence, library)
    return in_lines(told, lines_wanted(question.text)), whole


def translated(page: Page, question: Question, evidence: Evidence, library: Library) -> tuple[Page, Evidence]:
    if question.intent in DATA_INTENTS and (told := english(question, evidence)) is not None:
        return told, evidence
    if COSTS in question.inherited or COSTS in question.found_for:
        costs = [cost(Roles(evidence), figure) for figure in Roles(evidence).figures("cost")]
        if costs:
            return Page(body=["\n".join(f"- {line}" for line in (*costs, say("estimates_note")))]), evidence
    if costs := [cost(Roles(evidence), figure) for figure in evidence.figures if figure.metric in COST_METRICS and len(figure.slice["years"]) == 1 and figure.value >= MILLION / 10]:
        return Page(body=["\n".join(f"- {line}" for line in (*costs, say("estimates_note")))]), evidence
    if question.intent in IN_WORDS and evidence.items:
        return named(page, question, evidence, library)
    return counted(page, question, evidence, library)


def cost(roles: Roles, figure: Figure) -> str:
    return say("cost", period=english_period(figure.period), label=english_label(figure), value=f"{figure.value / MILLION:,.1f}", cite=roles.cite(figure))


def counted(page: Page, question: Question, evidence: Evidence, library: Library) -> tuple[Page, Evidence]:
    """The shares that an answer in words tells, as sentences, and the English names of the works beside them; the page led by that no English is held, where it tells no share."""
    if question.intent in DATA_INTENTS or not (told := shares(evidence)):  # of a rank the shares tell nothing
        return replace(page, conclusion=[prompts.render("answers/data", "no_english"), *page.conclusion]), evidence
    works, whole = named(Page(), question, evidence, library)
    return Page(conclusion=[say("figures_only")], points=[*told, *works.points]), whole


def named(page: Page, question: Question, evidence: Evidence, library: Library) -> tuple[Page, Evidence]:
    """The answer with the English names of the works or the term that it tells of; nothing else of it is held in English."""
    sources = list(dict.fromkeys(source_of(item) for item in evidence.items if item.figure is None))
    if asked := library.term_in(question.text):
        sources, evidence = with_term(asked, sources, evidence, library)
    lines = {source: line for source in sources if (line := line_of(source, library)) is not None}
    if not lines:
        return replace(page, conclusion=[prompts.render("answers/data", "no_english"), *page.conclusion]), evidence
    told, added, last = [], [], max(item.n for item in evidence.items)
    for number, (source, line) in enumerate(list(lines.items())[:MOST], last + 1):
        cited = next(item for item in evidence.items if item.figure is None and source_of(item) == source)
        added.append(Item(number, replace(cited.citation, n=number, id=f"{source.partition('#')[0]}#english", locator=say("names_place"), quote=line), text=line))
        told.append(with_mark(line, mark(number)))
    japanese = "".join(page.conclusion).replace("\n", "")
    whole = replace(evidence, items=(*evidence.items, *added))
    if next(iter(lines)).startswith("glossary#"):
        return Page(conclusion=told[:1], points=[japanese]), whole
    return Page(conclusion=[say("names_only")], points=[*told, *([japanese] if japanese else [])]), whole


def with_term(term: str, sources: list[str], evidence: Evidence, library: Library) -> tuple[list[str], Evidence]:
    """The sources and the evidence with the entry of a term that the question names, first."""
    place = f"glossary#{term}"
    if place in sources:
        return [place, *(source for source in sources if source != place)], evidence
    box = Collector()
    library.cite(box, library.index.lookup(place), "term")
    number = max(item.n for item in evidence.items) + 1
    item = box.evidence().items[0]
    return [place, *sources], replace(evidence, items=(*evidence.items, replace(item, n=number, citation=replace(item.citation, n=number))))


def source_of(item: Item) -> str:
    """A paper's id, or the place of a term."""
    return item.citation.id if item.citation.kind == "glossary" else item.citation.id.partition("#")[0]


def line_of(source: str, library: Library) -> str | None:
    """The English name of a work with its authors and year, or of a term; None where none is held."""
    if source in library.papers:
        entry = library.papers[source]
        authors = [name for name in entry.authors if not OTHERS.search(name)]
        if OTHERS.search(entry.title) or not authors:
            return None
        return say("work", authors=", ".join(authors) + (" et al." if len(authors) < len(entry.authors) else ""), title=entry.title, year=entry.year)
    term = library.terms.get(source.partition("#")[2])
    if term is None:
        return None
    called = re.sub(r"（.*?）", "", term.term)
    name = next((alias for alias in term.aliases if ENGLISH.fullmatch(alias) and len(alias) > SHORTEST and not (called.isascii() and called in alias)), None)  # QLoRA is no name of LoRA
    return None if name is None else say("term", name=called, english=name)
