"""Results as figures: each number with its label, definition, method and source, ready to be cited and read aloud."""

import hashlib
import json
from dataclasses import asdict, dataclass

from analytics.figure import Source
from analytics.roi.amounts import plain_number, value_text, yen_text
from analytics.roi.catalogue import document, file_digest
from analytics.roi.evaluate import Evaluation
from analytics.roi.measures import Outcome

SUCCESS = "すべてのゲートに合格し、効果が計画どおり実現した場合"
YEARLY = "年次表の税引後の収支から計算"
INDUCTION = "各ゲートで「0と継続価値の大きい方」を選ぶ後ろ向き計算（合格時と不合格時を別に計算）"
SIMULATION = "{draws}回のモンテカルロ（{distribution}、種{seed}、本番化費用は裾の厚い超過を含む、ゲートでの中止を含む）"
SHAPES_JA = {"pert": "PERT分布", "triangular": "三角分布"}
LEVELS = {"annual_benefit": "年間効果{value}", "gpu_hours": "年間利用時間{value}"}
CITATION = "前提値（出典あり・未確認・仮置き・入力値の別は前提一覧）からの計算"

# metric: label, unit, definition, method. Measured in the unit shown (percent as 8, not 0.08).
DEFINITIONS = {
    "roi_ev_gates": ("期待値（ゲートあり）", "円", "成功と失敗を確率で重み付けした正味現在価値。途中でやめる判断を含む", INDUCTION),
    "roi_ev_no_gates": ("期待値（最後まで実施）", "円", "途中でやめずに最後まで実施した場合の、確率で重み付けした正味現在価値", "成功と未実現の現在価値の確率平均"),
    "roi_option_value": ("やめる権利の価値", "円", "ゲートありの期待値から、最後まで実施した場合の期待値を引いた額（必ず0以上）", INDUCTION),
    "roi_npv": ("NPV（成功前提）", "円", f"{SUCCESS}の正味現在価値", YEARLY),
    "roi_irr": ("IRR（成功前提）", "%", f"{SUCCESS}の内部収益率。NPVを0にする割引率", YEARLY),
    "roi_payback": ("回収期間（着手から、成功前提）", "年", "着手からの累計収支がプラスになるまでの年数", YEARLY),
    "roi_payback_operation": ("回収期間（運用開始から、成功前提）", "年", "運用開始からの、累計収支がプラスになるまでの年数", YEARLY),
    "roi_discounted_payback": ("割引回収期間（着手から、成功前提）", "年", "現在価値に直した累計収支がプラスになるまでの年数", YEARLY),
    "roi_discounted_payback_operation": ("割引回収期間（運用開始から、成功前提）", "年", "運用開始からの、割引回収期間", YEARLY),
    "roi_success_probability": ("総合成功確率", "%", "全ゲートの合格率と効果が実現する確率の積", "確率の積"),
    "roi_first_stage_after_tax": ("最初の判断までの税引後支出", "円", "最初のゲートまでに出ていく、税と税額控除を反映した支出", "第1段階の費用×（1−税率）−税額控除"),
    "roi_stages_after_tax": ("検証・研究段階の税引後支出", "円", "全段階の税引後支出の合計（割引なし）", "各段階の費用×（1−税率）−税額控除"),
    "roi_investment": ("本番化の投資額", "円", "本番化費用（税引前）", "入力値の合計"),
    "roi_ev_without_subsidy": ("期待値（補助金0の場合）", "円", "補助金を受けない場合の期待値（ゲートあり）", INDUCTION),
    "roi_ev_without_credit": ("期待値（税額控除0の場合）", "円", "税額控除を使わない場合の期待値（ゲートあり）", INDUCTION),
    "roi_equivalent_annual_value": ("年あたりに直した期待値", "円", "期間の違う案を比べるため、期待値を計画の年数に均等に割り振った年額", "期待値÷年金現価係数"),
    "roi_information_value": ("先に試すことの情報価値", "円", "プロトタイプの結果で共同研究の着手を決められることの価値（0以上）", INDUCTION),
    "roi_break_even_annual_benefit": ("損益分岐の年間効果", "円", "期待値（ゲートあり）が0になる年間効果", "他の前提を変えずに探索"),
    "roi_break_even_gpu_hours": ("損益分岐の年間利用時間", "時間", "購入の正味現在価値が0になる年間利用時間", "他の前提を変えずに探索"),
    "roi_break_even_success": ("損益分岐の総合成功確率", "%", "期待値が0になる総合成功確率（効果が実現する確率だけを動かす）", "他の前提を変えずに探索"),
    "roi_mc_mean": ("NPVの平均（モンテカルロ）", "円", "正味現在価値の平均", SIMULATION),
    "roi_mc_p10": ("NPVのP10（下から1割、モンテカルロ）", "円", "10回に1回はこれを下回る正味現在価値", SIMULATION),
    "roi_mc_p50": ("NPVのP50（中央値、モンテカルロ）", "円", "半分の場合がこれを下回る正味現在価値", SIMULATION),
    "roi_mc_p90": ("NPVのP90（上から1割、モンテカルロ）", "円", "10回に1回はこれを上回る正味現在価値", SIMULATION),
    "roi_mc_probability_positive": ("NPVがプラスになる確率（モンテカルロ）", "%", "正味現在価値が0を超えた割合", SIMULATION),
    "roi_mc_worst_tenth_mean": ("NPVの悪い方から1割の平均（モンテカルロ）", "円", "下位10%の正味現在価値の平均", SIMULATION),
}  # fmt: skip


@dataclass(frozen=True)
class RoiFigure:
    """One result. `value` is unrounded in `unit`; the id names the strategy, the metric and the settings it was computed with."""

    id: str
    metric: str
    label_ja: str
    value: float
    unit: str
    definition_ja: str
    method_ja: str
    strategy: str
    source: Source

    @property
    def display(self) -> str:
        if self.unit == "%":
            return f"{plain_number(self.value, 1)}%"
        return f"{plain_number(self.value, 1)}年" if self.unit == "年" else value_text(self.value, self.unit)

    def to_dict(self) -> dict:
        return {**asdict(self), "display": self.display}


def figures(evaluation: Evaluation) -> list[RoiFigure]:
    """Every result that exists; one that cannot be computed (no IRR, no payback) is left out and named in the results."""
    settings, mark = evaluation.settings, settings_mark(evaluation)
    source = Source(CITATION, "計算結果", document()["collected"], "", file_digest())
    made = []
    for metric, amount in measured_values(evaluation).items():
        label, unit, definition, method = DEFINITIONS[metric]
        made.append(
            RoiFigure(
                id=f"roi.{settings.strategy}.{metric.removeprefix('roi_')}.{mark}",
                metric=metric,
                label_ja=f"{settings.label_ja}の{label}",
                value=amount,
                unit=unit,
                definition_ja=definition,
                method_ja=method_text(evaluation, method),
                strategy=settings.strategy,
                source=source,
            )  # fmt: skip
        )
    return made


def break_even_text(evaluation: Evaluation) -> str | None:
    """「年間効果1,390万円」: from where on the expected value is at least 0; of the last project in a combined plan. None where no level does it."""
    for key, words in LEVELS.items():
        level = evaluation.break_even_of(key)
        if level is not None:
            return words.format(value=yen_text(level) if key == "annual_benefit" else f"{plain_number(level, 0)}時間")
    return None


def method_text(evaluation: Evaluation, method: str) -> str:
    drawn = evaluation.monte_carlo
    if method != SIMULATION:
        return method
    return method.format(draws=f"{drawn.draws:,}", distribution=SHAPES_JA[drawn.distribution], seed=drawn.seed)


def measured_values(evaluation: Evaluation) -> dict[str, float]:
    """metric → value in its unit, without those that do not exist."""
    values: dict[str, float | None] = {}
    for name, amount in vars(evaluation.results).items():
        metric = f"roi_{name}"
        if metric in DEFINITIONS:
            plain = amount.value if isinstance(amount, Outcome) else amount
            values[metric] = 100 * plain if plain is not None and DEFINITIONS[metric][1] == "%" else plain
    values["roi_break_even_annual_benefit"] = evaluation.break_even_of("annual_benefit")
    values["roi_break_even_gpu_hours"] = evaluation.break_even_of("gpu_hours")
    success = evaluation.break_even_success
    values["roi_break_even_success"] = None if success is None else 100 * success
    if evaluation.monte_carlo:
        for name in ("mean", "p10", "p50", "p90", "probability_positive", "worst_tenth_mean"):
            amount = getattr(evaluation.monte_carlo, name)
            values[f"roi_mc_{name}"] = 100 * amount if name == "probability_positive" else amount
    return {metric: values[metric] for metric in DEFINITIONS if values.get(metric) is not None}


def settings_mark(evaluation: Evaluation) -> str:
    """Eight hexadecimal digits of the settings (and of the simulation), so that two scenarios never share an id."""
    drawn = evaluation.monte_carlo
    record = {key: [entry.value, entry.low, entry.high] for key, entry in evaluation.settings.assumptions.items()}
    record["simulation"] = [drawn.draws, drawn.seed, drawn.distribution] if drawn else None
    return hashlib.sha256(json.dumps(record, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:8]
