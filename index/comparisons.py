"""論文の主張 and 当サービスの再計算 side by side: which claim stands beside which figures, and whether they agree.

The corpus names figures by id only; values come from analytics when a comparison is read, so that no number is written twice.
"""

from dataclasses import dataclass
from functools import lru_cache

from analytics import Divide, Figure, NotInData, UnknownName
from analytics.divide.computed import computed
from analytics.divide.periods import parse_years
from index.corpus import CORPUS_FOLDER, load_records, typed
from index.numerals import find_numerals

RISE, FALL, MAJORITY, MINORITY, HIGHER, NEAR, BESIDE = "rise", "fall", "majority", "minority", "higher", "near", "beside"
# How many figures each kind of comparison reads.
EXPECTS = {RISE: 1, FALL: 1, MAJORITY: 1, MINORITY: 1, HIGHER: 2, NEAR: 1, BESIDE: None}
AGREE, DIFFER, UNCLEAR, NOT_COMPARED = "agree", "differ", "unclear", "not_compared"
# Shares within this many points, and other values within this fraction, count as near: definitions and data differ.
NEAR_POINTS, NEAR_FRACTION = 5.0, 0.1
PERCENT = "%"
CHANGE, DID = "_change", "_did"


@dataclass(frozen=True)
class Comparison:
    """One row of comparisons.yaml.

    source: passage of the summary (`claim-3`). figures: ids of analytics; the first (with `higher`, the first two) is judged, the
    rest are shown. expects: what the claim says of it. stated: with `near`, the number as the passage writes it, else "". note:
    why the two may differ, without numbers.
    """

    paper: str
    source: str
    figures: tuple[str, ...]
    expects: str
    stated: str = ""
    note: str = ""
    line: int = 0

    def problems(self):
        """What is wrong with the row itself, as messages."""
        if self.expects not in EXPECTS:
            return [f"expects is {self.expects!r}; choose one of {', '.join(EXPECTS)}"]
        if len(self.figures) < (EXPECTS[self.expects] or 1):
            return [f"{self.expects} reads {EXPECTS[self.expects] or 1} figures; the row has {len(self.figures)}"]
        if bool(self.stated) != (self.expects == NEAR):
            return [f"stated is {self.stated!r}; with near give the number that the passage states, otherwise nothing"]
        return []


@dataclass(frozen=True)
class Judged:
    """A comparison with its figures.

    outcome: agree, differ, unclear or not_compared. difference: ours − theirs with `near`, else None.
    """

    comparison: Comparison
    figures: tuple[Figure, ...]
    outcome: str
    difference: float | None = None


def load_comparisons(path=CORPUS_FOLDER / "comparisons.yaml"):
    """comparisons.yaml → tuple of Comparison in file order. Raises CorpusError (path, line, what to do)."""
    return tuple(Comparison(**typed(Comparison, value, path, line), line=line) for value, line in load_records(path, "paper"))


@lru_cache(maxsize=1)
def open_divide():
    """The shipped figures, opened once."""
    return Divide.open()


def figure_by_id(divide, key):
    """Figure with this id; None when analytics gives none. Estimates and models are read, shares and changes computed."""
    known = computed(divide.counts).by_id
    if key in known:
        return known[key]
    try:
        found = calculated(divide, *key.split("."))
    except (NotInData, UnknownName, TypeError, ValueError):
        return None
    return found if found.id == key else None


def calculated(divide, name, place, periods):
    """`firm_share`, `ai`, `2020` → the share; with `_change` or `_did` in the name the change over `2007_2021`."""
    stem, _, parameter = name.partition("-")
    kind = next((k for k in (CHANGE, DID) if name.endswith(k)), "")
    stem, parameter = stem.removesuffix(kind), parameter.removesuffix(kind)
    years = [parse_years(part) for part in periods.split("_")]
    measure = divide.measure(stem, **slice_of(place), **parameter_of(stem, parameter))
    if kind == CHANGE:
        return divide.change(measure, *years)
    return divide.did(measure, *years) if kind == DID else divide.share(measure, *years)


def slice_of(place):
    """`ai`, `venue-nips`, `field-nlp` → keyword of Divide.measure."""
    kind, dash, value = place.partition("-")
    return {kind: value} if dash and kind in ("venue", "field") else {"area": place.replace("-", "_")}


def parameter_of(stem, parameter):
    """The part of an id behind the metric's name → keyword of Divide.measure."""
    if not parameter:
        return {}
    if stem == "tier_share":
        return {"tier": parameter}
    return {"country": parameter.replace("_", " ")} if stem == "country_share" else {"group": parameter}


def judge(comparison, divide):
    """Comparison → Judged. Raises KeyError for a figure that analytics does not give (the check finds those)."""
    figures = []
    for key in comparison.figures:
        figure = figure_by_id(divide, key)
        if figure is None:
            raise KeyError(f"analytics gives no figure {key!r}, which {comparison.paper} is compared with")
        figures.append(figure)
    outcome, difference = outcome_of(comparison, figures)
    return Judged(comparison, tuple(figures), outcome, difference)


def outcome_of(comparison, figures):
    """(outcome, difference) by what the claim expects of the first figures."""
    first = figures[0]
    if comparison.expects in (RISE, FALL):
        sign = 1 if comparison.expects == RISE else -1
        return direction(*sorted(sign * bound for bound in bounds(first))), None
    if comparison.expects in (MAJORITY, MINORITY):
        return (AGREE if (first.value > 50) == (comparison.expects == MAJORITY) else DIFFER), None
    if comparison.expects == HIGHER:
        return (AGREE if first.value > figures[1].value else DIFFER), None
    if comparison.expects == NEAR:
        stated = find_numerals(comparison.stated)[0].value
        tolerance = NEAR_POINTS if first.unit == PERCENT else NEAR_FRACTION * stated
        return (AGREE if abs(first.value - stated) <= tolerance else DIFFER), first.value - stated
    return NOT_COMPARED, None


def bounds(figure):
    """The 95 % interval; the value alone where there is none."""
    return (figure.value, figure.value) if figure.low is None or figure.high is None else (figure.low, figure.high)


def direction(low, high):
    """Bounds of a change in the claimed direction → outcome: clear of 0 or not."""
    if low > 0:
        return AGREE
    return DIFFER if high < 0 else UNCLEAR


def comparisons_of(paper_id, divide=None, path=CORPUS_FOLDER / "comparisons.yaml"):
    """Summary id → tuple of Judged, in the order of the file; () when nothing is compared."""
    rows = [row for row in load_comparisons(path) if row.paper == paper_id]
    return tuple(judge(row, divide or open_divide()) for row in rows)
