"""Search-as-you-type over every figure of the catalogue, by words, in memory."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from analytics import Divide, Figure
from analytics.divide.catalogue import search_figures

SHOWN = 12
ENOUGH = 0.6  # share of a query's character pairs that a card must hold when not all of its words do


@dataclass(frozen=True)
class Found:
    """The best figures and how many matched in all."""

    figures: tuple[Figure, ...]
    total: int


def plain(text: str) -> str:
    """NFKC, lower case, without spaces around signs: as typed and as stored compare equal."""
    return unicodedata.normalize("NFKC", text).lower().strip()


def pairs(text: str) -> set[str]:
    """Neighbouring characters, without marks: works where Japanese has no spaces."""
    joined = re.sub(r"[^\w%]", "", text)
    return {joined[at : at + 2] for at in range(len(joined) - 1)} or ({joined} if joined else set())


class FigureFinder:
    """Reads the catalogue once; safe to share between threads."""

    def __init__(self, divide: Divide):
        self.divide = divide

    @cached_property
    def entries(self) -> tuple[tuple[Figure, str, str, frozenset[str]], ...]:
        """(figure, its label, all its searched text, the label's character pairs): whole areas first, then short labels, late years."""
        figures = sorted(search_figures(self.divide, ""), key=rank)
        return tuple(
            (
                figure,
                plain(figure.label_ja),
                plain(f"{figure.id} {figure.label_ja} {figure.definition_ja}"),
                frozenset(pairs(plain(figure.label_ja))),
            )
            for figure in figures
        )

    def find(self, query: str, most: int = SHOWN) -> Found:
        """Figures that hold every word, in their label before elsewhere; failing that, those whose label shares most of the query."""
        words = plain(query).split()
        if not words:
            return Found((), 0)
        hits = [
            (sum(word in label for word in words), figure)
            for figure, label, text, _ in self.entries
            if all(word in text for word in words)
        ]
        if not hits:
            wanted = pairs("".join(words))
            shared = ((len(wanted & own), own, figure) for figure, _, _, own in self.entries) if wanted else ()
            # What the card has beyond the query counts against it, so that the plain figure comes before its variants.
            hits = [(common / len(wanted | own), figure) for common, own, figure in shared if common / len(wanted) >= ENOUGH]
        hits.sort(key=lambda hit: -hit[0])
        return Found(tuple(figure for _, figure in hits[:most]), len(hits))

    def by_id(self, figure_id: str) -> Figure | None:
        return next((figure for figure, *_ in self.entries if figure.id == figure_id), None)


def rank(figure: Figure) -> tuple:
    """Order of equally good figures."""
    return ("area" not in figure.slice, len(figure.label_ja), -max(figure.slice.get("years") or [0]))
