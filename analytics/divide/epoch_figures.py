"""The aggregates of Epoch AI's notable models as Figures: records of epoch.json → labels, definitions and caveats."""

from dataclasses import dataclass

from analytics.divide.periods import period_key, period_label
from analytics.figure import PERCENT, Figure, Source

LIST_NOTE = "Epoch AIが「注目すべき」と選んだモデルだけが対象で、すべてのAIモデルではありません"
COMPUTE_NOTE = "学習計算量が公表または推定されているモデルだけの値で、公表の少ない企業の最新モデルほど推定に頼ります"
COST_NOTE = "費用が推定されているモデルだけの値で、人件費や試行錯誤の費用をどこまで含むかは資料によります"
LATE_NOTE = "{snapshot}時点の表のため、{years}の収録は途中です（学術機関だけのモデルはまだ載っていません）"
FEW_MODELS = 30
# Later years are not evenly covered by the snapshot.
LAST_FULL_YEAR = 2023
BOOTSTRAP = "モデル単位のブートストラップ（1,000回）による95%区間"

SECTOR_LABELS = {
    "industry": "企業だけ", "academia": "学術機関だけ", "collaboration": "企業と学術機関の共同", "other": "その他の組み合わせ",
}  # fmt: skip
MAKER_LABELS = {
    "nvidia": "NVIDIA", "google_tpu": "Google TPU", "huawei": "Huawei", "amd": "AMD", "intel": "Intel", "other": "その他のチップ",
}  # fmt: skip


@dataclass(frozen=True)
class EpochMetric:
    """How a metric of the models' table is called and computed."""

    label_ja: str
    unit: str
    definition_ja: str
    method_ja: str
    note_ja: str | None = None


KNOWN = "開発した組織の種類が分かるモデルのうち、"
SHARE_METHOD = "該当するモデル数÷組織の種類が分かるモデル数。Wilson法による95%区間"
METRICS = {
    "epoch_models": EpochMetric("注目すべきAIモデルの数", "モデル", "Epoch AIの表に載ったAIモデルの数", "公表年ごとに数える"),
    "epoch_industry_share": EpochMetric(
        "注目すべきAIモデルのうち企業が関わる割合", PERCENT, KNOWN + "企業が1社以上関わるモデルの割合", SHARE_METHOD
    ),
    "epoch_industry_only_share": EpochMetric(
        "注目すべきAIモデルのうち企業だけで作った割合", PERCENT, KNOWN + "企業だけで開発したモデルの割合", SHARE_METHOD
    ),
    "epoch_academia_only_share": EpochMetric(
        "注目すべきAIモデルのうち学術機関だけで作った割合", PERCENT, KNOWN + "学術機関だけで開発したモデルの割合", SHARE_METHOD
    ),
    "epoch_compute_median": EpochMetric(
        "AIモデルの学習計算量（中央値）", "FLOP", "学習に使った計算の総回数（FLOP）の中央値",
        f"学習計算量が分かるモデルの中央値。{BOOTSTRAP}", COMPUTE_NOTE,
    ),
    "epoch_compute_max": EpochMetric(
        "AIモデルの学習計算量（最大）", "FLOP", "学習に使った計算の総回数（FLOP）が最も多いモデルの値",
        "学習計算量が分かるモデルの最大値", COMPUTE_NOTE,
    ),
    "epoch_compute_ratio": EpochMetric(
        "企業と学術機関の学習計算量の比", "倍",
        "企業だけで作ったモデルの学習計算量の中央値が、学術機関だけで作ったモデルの中央値の何倍か",
        f"企業の中央値÷学術機関の中央値。{BOOTSTRAP}", COMPUTE_NOTE,
    ),
    "epoch_cost_median": EpochMetric(
        "AIモデルの学習費用（中央値）", "ドル", "学習にかかった費用の推定値（2023年の米ドル換算）の中央値",
        f"費用が推定されているモデルの中央値。{BOOTSTRAP}", COST_NOTE,
    ),
    "epoch_cost_max": EpochMetric(
        "AIモデルの学習費用（最大）", "ドル", "学習にかかった費用の推定値（2023年の米ドル換算）が最も高いモデルの値",
        "費用が推定されているモデルの最大値", COST_NOTE,
    ),
    "epoch_doubling_time": EpochMetric(
        "学習計算量が2倍になるまでの期間", "か月", "注目すべきAIモデルの学習計算量が2倍になるまでの月数",
        "公表日に対する学習計算量（2を底とする対数）の直線近似の傾きの逆数。"
        "不均一分散に頑健な標準誤差（HC3、statsmodels）による95%区間", COMPUTE_NOTE,
    ),
    "epoch_hardware_models": EpochMetric(
        "学習に使われたチップの会社別モデル数", "モデル",
        "学習に使ったチップが分かるモデルのうち、その会社のチップを使ったモデルの数（複数の会社なら両方に数える）",
        "公表年ごとに数える",
    ),
    "epoch_chips_median": EpochMetric(
        "学習に使ったチップの数（中央値）", "基", "学習に使ったチップの数の中央値",
        f"チップの数が分かるモデルの中央値。{BOOTSTRAP}",
    ),
    "epoch_chips_max": EpochMetric(
        "学習に使ったチップの数（最大）", "基", "学習に使ったチップの数が最も多いモデルの値",
        "チップの数が分かるモデルの最大値",
    ),
}  # fmt: skip


def epoch_figures(records: list[dict], source: Source) -> list[Figure]:
    """One figure a record, in the order of the file."""
    return [epoch_figure(record, source) for record in records]


def epoch_figure(record: dict, source: Source) -> Figure:
    metric, years = METRICS[record["metric"]], tuple(record["years"])
    group = record.get("sector") or record.get("hardware")
    where = [SECTOR_LABELS.get(group) or MAKER_LABELS[group]] if group else []
    picked = {key: record[key] for key in ("sector", "hardware") if key in record}
    return Figure(
        id=".".join([record["metric"], (group or "all").replace("_", "-"), period_key(years)]),
        metric=record["metric"],
        label_ja=f"{metric.label_ja}（{'・'.join([*where, period_label(years)])}）",
        value=record["value"],
        unit=metric.unit,
        period=period_label(years),
        slice={"source": "epoch", "years": list(years), **picked},
        n=record["n"],
        definition_ja=metric.definition_ja,
        method_ja=metric.method_ja,
        source=source,
        low=record.get("low"),
        high=record.get("high"),
        caveats_ja=caveats(metric, years, record["n"], source),
        parts=record.get("parts", {}),
    )


def caveats(metric: EpochMetric, years: tuple[int, ...], n: int, source: Source) -> tuple[str, ...]:
    found = []
    late = tuple(year for year in years if year > LAST_FULL_YEAR)
    if late:
        year, month, day = source.snapshot.split("-")
        found.append(LATE_NOTE.format(snapshot=f"{year}年{int(month)}月{int(day)}日", years=period_label(late)))
    if n < FEW_MODELS:
        found.append(f"対象が{n}モデルと少ないため、値は大きくぶれます")
    return (*found, *([metric.note_ja] if metric.note_ja else []), LIST_NOTE)
