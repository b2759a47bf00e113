"""Public programmes of shared computing: the amounts that works tell of one, and those of another country (see `assistant.understand.works.programmes`).
`words` is the WordsEvidence that asks."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.models import Question
from assistant.understand.works.programmes import table

AMOUNT = re.compile(r"[0-9][0-9,.]*(?:万|億|兆)+[0-9,万億]*(?:円|ドル)")
NO_BUDGET = re.compile(r"計画であって予算では")
STATED = ("claim", "point")
MOST = 4


def budget(words, question: Question, box: Collector) -> Found:
    """The amounts that works tell of a programme (role `amounts`), and that a plan is no budget (role `limits`). Raises NothingFound where none tells one."""
    entry = table()["programmes"][question.inherited[2]]
    told = [chunk for work in entry["works"] for chunk in words.library.index.chunks if chunk.source_id == work and chunk.kind in STATED]
    seen: set[str] = set()
    for chunk in told:
        amounts = set(AMOUNT.findall(chunk.display))
        if amounts - seen and len(box.items) < MOST:
            words.library.cite(box, chunk, "amounts")
            seen |= amounts
    if not box.items:
        raise NothingFound((), sentence=prompts.render("refusals", "programme_budget", name=entry["name"]))
    for chunk in [chunk for chunk in told if NO_BUDGET.search(chunk.display)][:1]:
        words.library.cite(box, chunk, "limits")
    return Found(box.evidence(), "programme_budget", paper=entry["works"][0])


def alike(words, question: Question, box: Collector) -> Found:
    """The first point of the work on each programme of a country, beside the one asked about. Raises NothingFound where none of that country is held."""
    about, country = question.inherited[2:4]
    works = [entry["works"][0] for key, entry in table()["programmes"].items() if entry["country"] == country and key != about]
    if not works:
        raise NothingFound((), sentence=prompts.render("refusals", "programmes_of_country"))
    for work in works:
        words.library.cite(box, words.library.index.lookup(f"{work}#point-1"), "programmes")
    return Found(box.evidence(), "programmes_alike" if country == "jp" else "programmes_abroad")


PROGRAMMES = {"programme_budget": budget, "programmes_alike": alike}
