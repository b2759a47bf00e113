"""Causal estimates that belong together on one chart: every estimator of one outcome, one test of all outcomes, all claims."""

from collections.abc import Sequence

from analytics.charts.spec import Chart, Series
from analytics.divide.periods import AFTER, BEFORE, period_label
from analytics.figure import Figure

ESTIMATORS = {
    "_did_pooled": "全会議をまとめた差の差（プール回帰）", "_did_fe": "会議と年の固定効果", "_did_composition": "上の2つの開き（会議の顔ぶれの変化）",
}  # fmt: skip
EQUAL = "・会議を同じ重みで"
PRETREND, CLAIM = "_pretrend", "claim_"
DID_NOTE = "AI会議の前から後への変化が、他の会議より何ポイント大きいか。固定効果は、同じ会議の中で起きた変化だけを見る"
PRETREND_NOTE = "2012年より前にAI会議と他の会議が同じように動いていたとして、これ以上の差が偶然出る確率。小さいほど推定の前提が疑わしい"
CLAIM_NOTE = "それぞれの主張にあたる当サービスの推定値（会議と年の固定効果による差の差）。ひげが0をまたぐときは、はっきりしない"


def estimate_key(figure: Figure) -> str | None:
    """The name of the chart that the figure shares with others, or None for a figure that is no such estimate."""
    if figure.metric.startswith(CLAIM):
        return "claims"
    if figure.metric.endswith(PRETREND):
        return "pretrend"
    ending = ending_of(figure)
    if ending is None:
        return None
    return ".".join([figure.metric.removesuffix(ending) + "_did_estimates", *([figure.slice["tier"]] if "tier" in figure.slice else [])])


def ending_of(figure: Figure) -> str | None:
    return next((ending for ending in ESTIMATORS if figure.metric.endswith(ending)), None)


def estimate_chart(name: str, key: str, figures: Sequence[Figure]) -> Chart:
    """Bars of the figures in their order."""
    if key == "claims":
        title, note, labels = "論文の主張と当サービスの再計算", CLAIM_NOTE, [head(figure) for figure in figures]
    elif key == "pretrend":
        title, note = "2012年より前の動きの検定（p値）", PRETREND_NOTE
        labels = [head(figure).partition("の事前の動き")[0] for figure in figures]
    else:
        outcome = head(figures[0]).partition("の差の差")[0]
        title, note = f"{outcome}の差の差: 推定の方法ごとの比べ（AI会議）", DID_NOTE
        labels = [estimator(figure) for figure in figures]
    bounds = [(figure.low, figure.high) for figure in figures]
    low, high = (tuple(bound[side] for bound in bounds) if any(bound[0] is not None for bound in bounds) else () for side in (0, 1))
    series = Series(title, tuple(figure.value for figure in figures), low, high)
    return Chart(name, "bar", title, figures[0].unit, tuple(labels), (series,), figures[0].source.citation, (note,))


def head(figure: Figure) -> str:
    return figure.label_ja.partition("（")[0]


def estimator(figure: Figure) -> str:
    """The estimator, and the later period where it is not the whole one."""
    after = tuple(year for year in figure.slice["years"] if year > BEFORE[-1])
    when = "" if after == AFTER else f"（{period_label(after)}）"
    return ESTIMATORS[ending_of(figure)] + (EQUAL if "variant" in figure.slice else "") + when
