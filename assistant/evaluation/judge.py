"""Right or wrong, and why: the figures an answer holds against those that `analytics` computes for the expected query."""

from dataclasses import dataclass

from analytics import Divide, Figure
from assistant.evaluation.questions import Expected
from assistant.models import ANSWERED, NOT_IN_DATA, Answer

RIGHT, WRONG, REFUSED_RIGHTLY, REFUSED_WRONGLY, ANSWERED_WRONGLY = "right", "wrong", "refused", "refused wrongly", "not refused"
MAIN = tuple(range(2007, 2022))


@dataclass(frozen=True)
class Judgement:
    """`result` is one of the five names above; `findings` say in English what is missing. `exact` is whether the expected
    figures were shown, None where the question expects none."""

    result: str
    findings: tuple[str, ...] = ()
    exact: bool | None = None

    @property
    def right(self) -> bool:
        return self.result in (RIGHT, REFUSED_RIGHTLY)


def judge(expected: Expected, answer: Answer, divide: Divide) -> Judgement:
    """Compare an answer with what was expected."""
    if expected.outcome == NOT_IN_DATA:
        return Judgement(REFUSED_RIGHTLY) if answer.outcome == NOT_IN_DATA else Judgement(ANSWERED_WRONGLY, (f"outcome {answer.outcome}",))
    if answer.outcome == NOT_IN_DATA:
        return Judgement(REFUSED_WRONGLY, exact=False if expected.slices else None)
    if answer.outcome != ANSWERED:
        return Judgement(WRONG, (f"outcome {answer.outcome}",), False if expected.slices else None)
    findings, exact = [], None
    if expected.slices:
        missing = [figure.id for figure in expected_figures(expected, divide) if not shown(figure, answer, drawn=expected.chart and answer.chart is not None)]
        exact = not missing
        findings += [f"figure {figure_id} not shown" for figure_id in missing]
    if expected.intent and answer.intent != expected.intent:
        findings.append(f"intent {answer.intent}, expected {expected.intent}")
    if expected.chart and not answer.chart:
        findings.append("no chart")
    cited = {citation.id.split("#")[0] for citation in answer.citations}
    if expected.cites and not cited & set(expected.cites):
        findings.append(f"cites {sorted(cited)}, expected one of {list(expected.cites)}")
    if not answer.verdict.ok:
        findings.append("verdict not ok")
    return Judgement(WRONG if findings else RIGHT, tuple(findings), exact)


def expected_figures(expected: Expected, divide: Divide) -> list[Figure]:
    """What `analytics` returns for the expected queries. Raises analytics errors for a query the data cannot answer."""
    return [figure for each in expected.slices for figure in queried(divide, each, expected.statistic)]


def queried(divide: Divide, query: dict, statistic: str) -> list[Figure]:
    names = {key: value for key, value in query.items() if key not in ("metric", "years")}
    measure, years = divide.measure(query["metric"], **names), tuple(query.get("years", ()))
    single = {
        "before_after": divide.before_after,
        "did": divide.did,
        "change": lambda each: divide.change(each, years[:1], years[-1:]),
        "ratio": lambda each: divide.ratio(each, years[:1], years[-1:]),
    }
    counted = {"count": divide.count, "paper_count": lambda each, years: divide.paper_count(each.part, years)}
    if statistic in counted:  # a count for each year asked for, never their sum
        return [counted[statistic](measure, (year,)) for year in years] or [counted[statistic](measure, years)]
    if statistic in single:
        return [single[statistic](measure)]
    if statistic in ("peak", "trough"):
        series, _ = divide.series(measure, years or MAIN)
        return [(max if statistic == "peak" else min)(series, key=lambda figure: figure.value)]
    return [divide.share(measure, (year,)) for year in years] or [divide.share(measure, MAIN)]


def shown(figure: Figure, answer: Answer, drawn: bool = False) -> bool:
    """The same figure is among the answer's, with the same value, and its display stands in the text (or it is drawn).

    A change may also be worded without its sign (「19.0ポイント上がりました」)."""
    held = any(each.id == figure.id and each.value == figure.value for each in answer.figures)
    words = (figure.display, figure.display.lstrip("+-−"))
    return held and (drawn or any(word in answer.answer for word in words))
