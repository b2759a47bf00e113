"""What is held of a way to go: the terms that say what decides it, what a first step costs, and how far joint papers go."""

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.evidence.market import cited as cited_fact
from assistant.models import Question, Subject
from assistant.understand.words.advice import ABLE, FITS_OF, NO_FIRM, PARTNER, PICK, WATCH
from assistant.understand.words.way_sides import SIDES
from assistant.understand.words.way_steps import ALL, STEPS

SMALL_TRIAL, AN_HOUR = "poc_cost_genai", "abci_rt_hg"  # facts of analytics/roi: what a trial of generative AI costs, and an hour of a machine
# What a project with a university costs on average, and what that average hides.
PROJECTS = ("mext-industry-university-2023#point-1", "mext-industry-university-2023#section-5")
EFFORT = "必要な費用 GPU メモリ 時間 少ない 軽い"
MOST_TERMS = 3
WAY_TERMS = {"prototype": "poc", "cloud": "shared-compute", "joint": "joint-research"}


def advised(words, question: Question, box: Collector) -> Found | None:
    """Found for a question with `advice`; None for a thing that the glossary does not know. `words` is the WordsEvidence that asks."""
    kind, *way = question.advice
    return {WATCH: watched, ABLE: able, PARTNER: partner, PICK: pick, NO_FIRM: no_firm, SIDES: way_sides, FITS_OF: fits, STEPS: steps}[kind](words, question, box, *way)


def terms(words, names: list[str], box: Collector, role: str) -> None:
    for name in names:
        words.library.cite(box, words.library.index.lookup(f"glossary#{name}"), role)


def watched(words, question: Question, box: Collector, way: str, with_papers: str = "") -> Found:
    """What decides whether a way goes well; `with_papers`: beside what works tell of it."""
    entry = prompts.lexicon("ways")[way]
    terms(words, entry["terms"][:MOST_TERMS], box, "terms")
    for place in entry["papers"] if with_papers else ():
        words.library.cite(box, words.library.index.lookup(place), "papers")
    return Found(box.evidence(), f"watch_{way}")


def able(words, question: Question, box: Collector) -> Found | None:
    """What a thing takes, by its term, the papers that tell of it, and what a first trial costs."""
    term = question.term or words.library.term_in(question.text)
    if term is None:
        return None
    terms(words, [term], box, "terms")
    entry = words.library.terms[term]
    for passage in words.library.search(f"{entry.term} {EFFORT}", k=8, kinds=("claim", "point"), per_parent=1):
        if passage.source_id in entry.papers and words.library.term_in(passage.text) == term and "support" not in box.roles:
            words.library.cite(box, passage, "support")
    for fact in (SMALL_TRIAL, AN_HOUR):
        cited_fact(box, fact, role="cost")
    return Found(box.evidence(), "able_yes" if term in prompts.lexicon("ways")["within_reach"]["terms"] else "able_depends", term=term)


def partner(words, question: Question, box: Collector) -> Found:
    """Joint research with a university: what it costs, how common joint papers are, and what decides it."""
    for passage in PROJECTS:
        words.library.cite(box, words.library.index.lookup(passage), "projects")
    words.share(box, Subject("firm_university_share"), "joint")
    words.share(box, Subject("firm_non_elite_share"), "others")
    terms(words, ["joint-research"], box, "terms")
    return Found(box.evidence(), "partner")


def pick(words, question: Question, box: Collector) -> Found:
    """The terms of the three ways, the small trial first, and what that costs."""
    terms(words, ["poc", "cloud", "joint-research"], box, "terms")
    cited_fact(box, SMALL_TRIAL, role="cost")
    return Found(box.evidence(), "pick")


def no_firm(words, question: Question, box: Collector, kind: str) -> Found:
    """The terms of the ways whose order holds for others than firms too."""
    terms(words, ["poc", "cloud", "joint-research"], box, "terms")
    return Found(box.evidence(), "no_firm")


def way_sides(words, question: Question, box: Collector) -> Found:
    """The terms of the three ways, each of which tells what speaks for it."""
    terms(words, ["poc", "shared-compute", "joint-research"], box, "terms")
    return Found(box.evidence(), "way_sides")


def fits(words, question: Question, box: Collector, *ways: str) -> Found:
    """The terms of two ways, each of which tells what speaks for it."""
    terms(words, [WAY_TERMS[way] for way in ways], box, "terms")
    return Found(box.evidence(), f"fits_{'_'.join(ways)}")


def steps(words, question: Question, box: Collector, way: str) -> Found:
    """The term of a way, or of each of the three."""
    terms(words, list(WAY_TERMS.values()) if way == ALL else [WAY_TERMS[way]], box, "terms")
    return Found(box.evidence(), f"steps_{way}")
