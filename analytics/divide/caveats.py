"""What must be said beside a figure: how it was computed and where it is weak."""

from analytics.divide.metrics import Metric
from analytics.divide.store import MAIN_FIRST, MAIN_LAST

SUFFIX_LABELS = {"": "", "_change": "の変化", "_ratio": "の倍率", "_count": "に当たる論文の本数", "_did": "の差の差（DiD）"}

MANY_UNKNOWN = 5.0
FEW_PAPERS = 30

COUNTING = {
    None: "論文1本を、著者が1人以上いる区分すべてに1本と数える（整数カウント）",
    "fractional": "論文1本を、所属が判明した著者の人数で按分して数える（分数カウント）",
    "fixed": f"{MAIN_FIRST}〜{MAIN_LAST}年に毎年データがそろう会議だけを整数カウントで集計",
    "csrankings": "CSRankingsの対象会議だけを整数カウントで集計",
}
POOLING = "会議と年をまとめ、分子の合計÷分母の合計で計算。所属判明率が60%未満の会議・年は除く"


def method(suffix: str, variant: str | None, single_venue: bool) -> str:
    """How the figure was computed, in one line."""
    steps = [COUNTING[variant], POOLING]
    if suffix == "_change":
        interval = "2つの割合の差の95%区間（Newcombe法）" if single_venue else "会議単位のブートストラップ（1,000回）による95%区間"
        steps.append(f"後の割合−前の割合（ポイント）。区間は{interval}")
    elif suffix == "_ratio":
        steps.append("後の割合÷前の割合")
    elif suffix == "_count":
        steps = ["条件に当てはまる論文を、所属判明率が60%以上の会議・年について合計"]
    elif suffix == "_did":
        steps.append("（対象の後−前）−（AI以外の会議の後−前）。前は2007〜2011年、後は2012〜2021年。会議単位のブートストラップ（1,000回）による95%区間")
    return "。".join(steps)


def collect(metric: Metric, years: tuple[int, ...], n: float, unknown: float, snapshot: str) -> tuple[str, ...]:
    """The caveats that apply, most important first."""
    found = list(late_years(years))
    if n < FEW_PAPERS:
        found.append(f"対象が{int(round(n))}本と少ないため、値は大きくぶれます")
    if unknown > MANY_UNKNOWN:
        found.append(f"この範囲では論文の{unknown:.1f}%の所属が不明です")
    if metric.lower_bound:
        found.append("所属を判定できない著者がいるため、実際の割合はこれより高い可能性があります（下限の目安）")
    found.append(coverage_of_data(snapshot))
    return tuple(found)


def late_years(years: tuple[int, ...]) -> tuple[str, ...]:
    """The caveat for years after the main window, if there are any."""
    late = [year for year in years if year > MAIN_LAST]
    return (f"{late[0]}年以降はNeurIPS・ICML・ICLRなど主要会議の所属データが欠けるため参考値です",) if late else ()


def coverage_of_data(snapshot: str) -> str:
    return f"国際会議の論文だけが対象で、学術誌や未公表の研究は含みません（データは{snapshot_label(snapshot)}時点）"


def snapshot_label(snapshot: str) -> str:
    """`2025-04` → 「2025年4月」."""
    year, month = snapshot.split("-")[:2]
    return f"{year}年{int(month)}月"
