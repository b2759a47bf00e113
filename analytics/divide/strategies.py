"""How firms write their papers: alone, with an elite university (QS 1–50), or with others only."""

from collections.abc import Sequence

from analytics.errors import AnalyticsError
from analytics.figure import Figure

STRATEGY_METRICS = ("firm_alone_ratio", "firm_elite_ratio", "firm_other_ratio")


def strategies(divide, years: Sequence[int], **names) -> list[Figure]:
    """The three shares of firms' papers, pooled over `years`, in the order alone, elite, other; they add up to 100 %.

    names: area, field or venue; variant (under `fractional` the firms' own credit is split). The numerators add up to the
    numerator of firm_share. Raises NotInData.
    """
    figures = [divide.share(divide.measure(metric, **names), years) for metric in STRATEGY_METRICS]
    firms = divide.share(divide.measure("firm_share", **names), years)
    if abs(sum(figure.parts["numerator"] for figure in figures) - firms.parts["numerator"]) > 1e-3:
        raise AnalyticsError(f"the strategies of firms do not add up to {firms.id}: was the panel built by another version?")
    return figures
