"""論文の主張 and 当サービスの再計算 side by side, in words: every number is read from analytics by figure id when this is called."""

from dataclasses import dataclass

import prompts
from analytics import Divide, Figure
from analytics.figure import PERCENT, POINTS, display_value
from index.comparisons import NEAR, Judged, comparisons_of

FILE = "comparison"


@dataclass(frozen=True)
class Row:
    """One claim beside our figures.

    claim: the summary's own sentence. source: id of its passage (`<paper>#claim-3`). figures: objects with source, n and caveats.
    shown: one line a figure. outcome: agree, differ, unclear or not_compared. verdict: the outcome in a sentence. note: why the
    two may differ, "" when there is nothing to add.
    """

    claim: str
    source: str
    figures: tuple[Figure, ...]
    shown: tuple[str, ...]
    outcome: str
    verdict: str
    note: str


def comparison(paper, divide: Divide | None = None) -> tuple[Row, ...]:
    """PaperSummary → rows in the order of the corpus, () when nothing is compared. Opens the shipped data by default."""
    return tuple(row(paper, judged) for judged in comparisons_of(paper.id, divide))


def heading() -> str:
    """The heading over the rows."""
    return prompts.render(FILE, "heading")


def labels() -> tuple[str, str]:
    """What stands over a claim, and over our figures."""
    return prompts.render(FILE, "claim_label"), prompts.render(FILE, "figure_label")


def row(paper, judged: Judged) -> Row:
    """One judged comparison in words."""
    asked = judged.comparison
    claim, shown = paper.passage(asked.source).text, tuple(map(line, judged.figures))
    return Row(claim, f"{paper.id}#{asked.source}", judged.figures, shown, judged.outcome, verdict(judged), asked.note)


def line(figure: Figure) -> str:
    """「企業参加率（AI会議・2021年）：36.2%」, with the 95 % interval where there is one."""
    if figure.low is None or figure.high is None:
        return prompts.render(FILE, "figure", label=figure.label_ja, display=figure.display)
    low, high = (display_value(bound, figure.unit, signed=figure.unit == POINTS) for bound in (figure.low, figure.high))
    return prompts.render(FILE, "figure_with_interval", label=figure.label_ja, display=figure.display, low=low, high=high)


def verdict(judged: Judged) -> str:
    """The outcome in a sentence; with `near` the difference ours − theirs in points, or in the figure's unit."""
    asked, first = judged.comparison, judged.figures[0]
    name = f"{asked.expects}_{judged.outcome}"
    if asked.expects != NEAR:
        return prompts.render(FILE, name)
    unit = POINTS if first.unit == PERCENT else first.unit
    return prompts.render(FILE, name, stated=asked.stated, difference=display_value(judged.difference, unit, signed=True))
