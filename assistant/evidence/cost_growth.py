"""How fast the cost of training grows and of what it consists, by the claims of works. `words` is the WordsEvidence that asks."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.models import Question
from assistant.understand.works.cost_growth import GROWTH, PARTS

GROWS = re.compile(r"(?:学習|開発)[^。]{0,12}毎年[0-9.]+倍|費用[^。]{0,20}毎年[0-9.]+倍")
AHEAD = re.compile(r"費用[^。]{0,40}(?:超え|達する)|[0-9]+億ドルを超え")
CONSISTS = re.compile(r"内訳[^。]{0,40}(?:設備|人件費)|半導体と人件費")


def growth(words, question: Question, box: Collector) -> Found:
    """The first claim that tells how much more a year, then where that leads."""
    return told(words, (GROWS, AHEAD), box, GROWTH)


def parts(words, question: Question, box: Collector) -> Found:
    """What makes up the cost, then how fast it grows."""
    return told(words, (CONSISTS, GROWS), box, PARTS)


def told(words, wanted: tuple[re.Pattern, ...], box: Collector, mode: str) -> Found:
    """The first claim for each of the words, no passage twice. Raises NothingFound where the first has none."""
    claims = [chunk for chunk in words.library.index.chunks if chunk.kind == "claim"]
    for place, pattern in enumerate(wanted):
        chosen = next((chunk for chunk in claims if pattern.search(chunk.display)), None)
        if chosen is None and place == 0:
            raise NothingFound(())
        if chosen is not None:
            words.library.cite(box, words.library.index.lookup(chosen.id), "telling")
    first = box.evidence().items[0].citation.id.partition("#")[0]
    return Found(box.evidence(), mode, paper=first)  # 「その論文の著者は」 is asked of the one that tells it first


COST_GROWTH = {GROWTH: growth, PARTS: parts}
