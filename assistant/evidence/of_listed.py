"""Works by their way of studying, those listed that tell of a matter, and one thing of each (see `assistant.understand.works.of_listed`). `words` is the
WordsEvidence that asks."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.foremost import METHODS as METHODS_THEME
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.paper_turns import DIVIDE
from assistant.models import Place, Question, Subject
from assistant.understand.works.of_listed import BY_METHOD, BY_YEAR, EACH, METHODS, TOUCHING

METHOD_PLACE = "section-3"  # 「中核となる技術」 of a summary (docs/corpus.md)
STATED = ("claim", "point", "section")
MOST = 4
DENIED = re.compile(r"ません|(?<!少)ない|なく|ではな|(?:は|が)なし")
OWN = "差の差"  # the way that our own figures are estimated in


def by_method(words, question: Question, box: Collector) -> Found:
    """The works whose summary says in a sentence of its own that they went about it so; where none does, our own estimate, if that is made so."""
    method = question.inherited[2]
    pattern = re.compile(METHODS[method], re.IGNORECASE)
    for work in of_those(words, question):
        place = f"{work}#{METHOD_PLACE}"
        if telling(words.library.index.lookup(place).text, pattern):
            words.library.cite(box, words.library.index.lookup(place), "telling")
    if not box.items and method == OWN:
        box.figure(words.divide.did(words.data.measure(Subject("firm_share"), Place("area", "ai"))), "did")
    return Found(box.evidence(), BY_METHOD, readings=(headed("listed" if question.listed else BY_METHOD, method, box),))


def touching(words, question: Question, box: Collector) -> Found:
    """The first place of each of the works listed where a word stands in a sentence that does not deny it."""
    pattern = re.compile(re.escape(question.inherited[2]), re.IGNORECASE)
    for work in of_those(words, question):
        chunks = sorted((chunk for chunk in words.library.index.chunks if chunk.source_id == work and chunk.kind in STATED), key=lambda chunk: STATED.index(chunk.kind))
        if (first := next((chunk for chunk in chunks if telling(chunk.text, pattern)), None)) is not None:
            words.library.cite(box, words.library.index.lookup(first.id), "telling")
    return Found(box.evidence(), TOUCHING, readings=(headed(TOUCHING, question.inherited[2], box),))


def each(words, question: Question, box: Collector) -> Found:
    """The first point of each of the works listed. Raises NothingFound where none is held."""
    for work in of_those(words, question)[:MOST]:
        words.library.cite(box, words.library.index.lookup(f"{work}#point-1"), "points")
    if not box.items:
        raise NothingFound(())
    return Found(box.evidence(), EACH)


def headed(kind: str, name: str, box: Collector) -> str:
    """What is said first: that there are such works, or that there are none."""
    return prompts.render("answers/words", f"{kind}_{'head' if 'telling' in box.roles else 'none'}", name=name)


def by_year(words, question: Question, box: Collector) -> Found:
    """The works of a year, or of those until or since it, newest first, those on the divide before others: the first point of each."""
    year, side, named = int(question.inherited[2]), int(question.inherited[3]), question.inherited[4]
    fitting = [paper for paper in words.library.index.papers() if (paper.year - year) * side >= 0 and (side or paper.year == year) and paper.theme != METHODS_THEME]
    for paper in sorted(fitting, key=lambda paper: (paper.theme != DIVIDE, -paper.year, paper.id))[:MOST]:
        words.library.cite(box, words.library.index.lookup(f"{paper.id}#point-1"), "telling")
    return Found(box.evidence(), BY_YEAR, readings=(headed(BY_YEAR, named, box),))


def of_those(words, question: Question) -> list[str]:
    """The works listed that are held; all of them where none was listed."""
    held = sorted(paper.id for paper in words.library.index.papers())
    return [work for work in question.listed if work in held] if question.listed else held


def telling(text: str, pattern: re.Pattern) -> str | None:
    """The first sentence of a text that holds the words and does not deny them."""
    sentences = re.findall(r"[^。\n]+。", text)
    return next((sentence for sentence in sentences if (match := pattern.search(sentence)) and not DENIED.search(sentence[match.end() :])), None)


OF_LISTED = {BY_METHOD: by_method, TOUCHING: touching, EACH: each, BY_YEAR: by_year}
