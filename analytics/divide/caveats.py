"""What must be said beside a figure: how it was computed and where it is weak."""

from dataclasses import dataclass

from analytics.divide.measure import Measure
from analytics.divide.panel import MIN_KNOWN_SHARE
from analytics.divide.periods import period_label
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.divide.uncertainty import DRAWS

SUFFIX_LABELS = {"": "", "_change": "の変化", "_ratio": "の倍率", "_count": "に当たる論文の本数", "_did": "の差の差（DiD）"}

MANY_UNKNOWN = 5.0
FEW_PAPERS = 30

COUNTING = {
    None: "論文1本を、著者が1人以上いる区分すべてに1本と数える（整数カウント）",
    "fractional": "論文1本を、所属が判明した著者の人数で按分して数える（分数カウント）",
    "fixed": f"{MAIN_FIRST}〜{MAIN_LAST}年に毎年データがそろう会議だけを整数カウントで集計",
    "csrankings": "CSRankingsの対象会議だけを整数カウントで集計",
    "unknown_all": "所属が1つも判明しない論文を、すべて該当すると仮定して全論文に対する割合を計算（上限の目安）",
    "unknown_none": "所属が1つも判明しない論文を、すべて該当しないと仮定して全論文に対する割合を計算（下限の目安）",
}
CREDIT_BY_VENUES = {
    None: "論文1本を著者の人数で按分し、機関ごとに合計（分数カウント）",
    "fixed": f"{MAIN_FIRST}〜{MAIN_LAST}年に毎年データがそろう会議だけを分数カウントで集計",
    "csrankings": "CSRankingsの対象会議だけを分数カウントで集計",
}
COVERAGE_RULE = f"所属判明率が{MIN_KNOWN_SHARE:.0%}未満の会議・年は除く"
INTERVALS = {
    "venues": f"会議単位のブートストラップ（{DRAWS:,}回）による95%区間",
    "errors": f"会議単位のブートストラップ（{DRAWS:,}回）の標準誤差による95%区間",
    "papers": "区間は2つの割合の差の95%区間（Newcombe法）で、会議どうしの違いは含まない",
    "mixed": "区間は、会議単位のブートストラップと論文数による区間を合わせた95%区間（MOVER法）",
    "overlap": "区間は2つの割合の差の95%区間（Newcombe法）。両方に当たる論文の数が最も少ない場合の、広めの幅",
    "none": "会議の数が足りないなどの理由で、区間は計算していない",
}


def method(measure: Measure, suffix: str, periods: tuple[tuple[int, ...], ...], how: str | None) -> str:
    """How the figure was computed, in one line. `how` is the kind of interval, None where none is due."""
    if suffix == "_count":
        steps = [COUNTING[measure.variant], f"条件に当てはまる論文を合計。{COVERAGE_RULE}"]
    elif measure.metric.kind == "concentration":
        steps = [CREDIT_BY_VENUES[measure.variant], f"会議と年をまとめて計算。{COVERAGE_RULE}"]
    else:
        steps = [COUNTING[measure.variant], f"会議と年をまとめ、分子の合計÷分母の合計で計算。{COVERAGE_RULE}"]
    if suffix == "_change":
        steps.append("後の値−前の値")
    elif suffix == "_ratio":
        steps.append("後の値÷前の値")
    elif suffix == "_did":
        before, after = (period_label(period) for period in periods)
        steps.append(f"（対象の後−前）−（AI以外の会議の後−前）。前は{before}、後は{after}")
    if how is not None:
        steps.append(INTERVALS[how])
    return "。".join(steps)


@dataclass(frozen=True)
class Weakness:
    """What a caveat is about: facts of the slice that the figure was counted on."""

    years: tuple[int, ...]
    missing_years: tuple[int, ...]
    n: float
    unknown_percent: float
    ended_venues: tuple[tuple[str, int], ...]
    snapshot: str


def collect(measure: Measure, suffix: str, weak: Weakness) -> tuple[str, ...]:
    """The caveats that apply, most important first."""
    metric = measure.metric
    found = list(late_years(weak.years))
    if weak.missing_years:
        found.append(f"{period_label(weak.missing_years)}は数えられる論文がないため含みません")
    found += [f"{name}は{last + 1}年以降、数えられるデータがないため、その分を含みません" for name, last in weak.ended_venues]
    if weak.n < FEW_PAPERS:
        found.append(f"対象が{int(round(weak.n))}本と少ないため、値は大きくぶれます")
    if weak.unknown_percent > MANY_UNKNOWN:
        found.append(f"この範囲では論文の{weak.unknown_percent:.1f}%の所属が不明です")
    level = suffix in ("", "_count") and not (measure.variant or "").startswith("unknown")
    if metric.lower_bound and level:
        found.append("所属を判定できない著者がいるため、実際の割合はこれより高い可能性があります（下限の目安）")
    if metric.upper_bound and level:
        found.append("所属を判定できない著者に別の区分の人がいれば、実際の割合はこれより低くなります（上限の目安）")
    found += metric.caveats_ja
    if metric.base == "citations":
        found.append("引用は公表後の年数とともに増えるため、新しい年ほど値が変わりやすくなります")
    found.append(coverage_of_data(weak.snapshot))
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
