"""The causal estimates as Figures: records of causal.json → labels, definitions, methods and caveats."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analytics.divide.caveats import coverage_of_data
from analytics.divide.measure import Measure
from analytics.divide.panel_outcomes import MIN_PAPERS, MIN_YEARS_BEFORE, START, outcome_measure
from analytics.divide.periods import AFTER, BEFORE, period_key, period_label
from analytics.divide.store import Counts
from analytics.figure import PERCENT, POINTS, Figure, display_value

SAMPLE_LABELS = {
    "balanced": "毎年そろう会議", "unbalanced": "欠けた年のある会議を含む", "two_year": "2年ごとにまとめ、隔年開催の会議を含む",
}  # fmt: skip
SAMPLE_RULES = {
    "balanced": f"毎年{MIN_PAPERS}本以上の論文がある会議だけを使う",
    "unbalanced": f"{START}年より前に{MIN_YEARS_BEFORE}年以上、後に半分以上の年がある会議を使い、欠けた年はEM法で補う",
    "two_year": f"2年ごとにまとめ、すべての期間に{MIN_PAPERS}本以上の論文がある会議を使う",
}
COUNTERFACTUAL = "AI以外の会議の動きから推定した「2012年の転機がなかった場合のAI会議」"
# A difference before the start that chance alone would show this rarely casts doubt on the comparison.
DOUBT = 0.05
CHOSEN = "交差検証と情報量基準で選択"
PARALLEL = "2012年の転機がなければAI会議が他の会議と同じように動いた、という仮定に立つ推定です"
CLUSTERED = "会議ごとにまとめた標準誤差（クラスター頑健、statsmodels）による95%区間"
FIXED_EFFECTS = "会議ごとの差と年ごとの差を取り除いた回帰（会議・年の固定効果、論文数で重み付け）"


@dataclass(frozen=True)
class Words:
    """Makes the figures of one outcome."""

    counts: Counts
    measure: Measure

    def figure(self, suffix: str, years: tuple[tuple[int, ...], ...], found: dict, **more) -> Figure:
        """`found` holds value, low and high (absent when there is no interval); `more` the words, n and the slice's extras."""
        extra, venue, variant = more.pop("slice", {}), more.pop("venue", None), more.pop("variant", None)
        part = self.counts.slice(venue=venue) if venue else self.measure.part
        every = sorted({year for period in years for year in period})
        name = f"{self.measure.name}{suffix}"
        label = more.pop("label").format(metric=self.measure.text(self.measure.metric.label_ja))
        where = "・".join([part.label_ja, " → ".join(map(period_label, years)), *more.pop("where", ())])
        return Figure(
            id=".".join([name, part.key, "_".join(map(period_key, years)), *([variant] if variant else [])]),
            metric=self.measure.metric.name + suffix,
            label_ja=f"{label}（{where}）",
            value=found["value"],
            unit=more.pop("unit", POINTS),
            period=" → ".join(map(period_label, years)),
            slice={
                **part.to_dict(),
                "years": every,
                **self.measure.parameter,
                **({"variant": variant} if variant else {}),
                **extra,
            },
            low=found.get("low"),
            high=found.get("high"),
            source=self.counts.source,
            definition_ja=more.pop("definition").format(definition=self.measure.text(self.measure.metric.definition_ja)),
            method_ja=more.pop("method"),
            caveats_ja=(*more.pop("caveats", ()), PARALLEL, coverage_of_data(self.counts.source.snapshot)),
            **more,
        )


def causal_figures(counts: Counts, records: dict) -> list[Figure]:
    """Every figure of causal.json, in a fixed order."""
    found: list[Figure] = []
    for record in records["did"]:
        words = Words(counts, outcome_measure(counts, record["metric"], record["tier"]))
        found += did_figures(words, record)
    for record in records["gsynth"]:
        words = Words(counts, outcome_measure(counts, record["metric"], record["tier"]))
        found += gsynth_figures(words, record, records["draws"])
    return found


# -- difference-in-differences --------------------------------------------------------------------------------------------


def did_figures(words: Words, record: dict) -> Iterator[Figure]:
    """Pooled and fixed-effects estimates, what lies between them, the two halves, the event study and its pre-trend test."""
    periods, n, doubt = (BEFORE, AFTER), record["papers"], pretrend_doubt(record)
    definition = "「{definition}」が2012年の前から後へ動いた幅が、AI会議では他の会議より何ポイント大きいか"
    pooled = words.figure(
        "_did_pooled", periods, record["pooled"], caveats=doubt, n=n, definition=definition,
        label="{metric}の差の差（プール回帰）", method=f"会議×年の値を論文数で重み付けした回帰。{CLUSTERED}",
    )  # fmt: skip
    inside = words.figure(
        "_did_fe", periods, record["fixed_effects"], caveats=doubt, label="{metric}の差の差（会議と年の固定効果）", n=n,
        definition=f"{definition}（同じ会議の中で起きた変化だけ）", method=f"{FIXED_EFFECTS}。{CLUSTERED}",
    )  # fmt: skip
    yield from (pooled, inside)
    yield words.figure(
        "_did_fe", periods, record["fixed_effects_equal"], caveats=doubt, label="{metric}の差の差（会議と年の固定効果）", n=n,
        variant="equal-weight", where=("会議を同じ重みで",), definition=f"{definition}（同じ会議の中で起きた変化だけ）",
        method=f"会議×年をすべて同じ重みで、論文{MIN_PAPERS}本以上のものに限る。{CLUSTERED}",
    )  # fmt: skip
    yield composition(words, record, pooled, inside)
    for stage in record["stages"]:
        years = tuple(stage["years"])
        yield words.figure(
            "_did_fe", (BEFORE, years), stage, caveats=doubt, label="{metric}の差の差（会議と年の固定効果）", n=n,
            definition=f"{definition}（後の期間は{period_label(years)}）",
            method=f"{FIXED_EFFECTS}。後の期間を2つに分けて同時に推定。{CLUSTERED}",
        )  # fmt: skip
    yield from event_figures(words, record)


def pretrend_doubt(record: dict) -> tuple[str, ...]:
    """A caveat where AI and other venues already moved apart before the start."""
    if record["pretrend_p"] >= DOUBT:
        return ()
    chance = f"p値{100 * record['pretrend_p']:.1f}%"
    return (f"2012年より前からAI会議と他の会議の動きに違いがあり（{chance}）、推定の前提が疑わしいところがあります",)


def composition(words: Words, record: dict, pooled: Figure, inside: Figure) -> Figure:
    """Pooled minus fixed effects, with the sentence that explains it to a manager."""
    return words.figure(
        "_did_composition", (BEFORE, AFTER), {"value": pooled.value - inside.value}, n=record["papers"],
        label="{metric}の差の差のうち、会議の顔ぶれの変化による分",
        definition="全会議をまとめた差の差には「{definition}」がもともと高い（低い）会議の論文数が増減した影響も混ざるため、"
        "会議ごとの差を取り除いた値との開きが、顔ぶれの変化による分にあたる",
        method="プール回帰の値−会議と年の固定効果を入れた値。区間は計算していない",
        parts={"pooled": pooled.id, "fixed_effects": inside.id},
    )  # fmt: skip


def event_figures(words: Words, record: dict) -> Iterator[Figure]:
    base = record["base_year"]
    for event in record["events"]:
        yield words.figure(
            "_event", ((event["year"],),), event, n=record["papers_by_year"][str(event["year"])],
            label=f"{{metric}}のAI会議と他の会議の差（{base}年との比較）",
            definition=f"「{{definition}}」のAI会議と他の会議の差が、{base}年の差より何ポイント大きいか（同じ会議の中で起きた変化だけ）",
            method=f"イベントスタディ。{FIXED_EFFECTS}に、AI会議×年の項を入れる。基準は{base}年。{CLUSTERED}",
        )  # fmt: skip
    yield words.figure(
        "_pretrend", (BEFORE,), {"value": 100 * record["pretrend_p"]}, unit=PERCENT, n=record["papers"],
        label="{metric}の事前の動きの検定（p値）",
        definition="2012年より前にAI会議と他の会議が同じように動いていたとして、「{definition}」にこの程度以上の差が偶然出る確率。小さいほど仮定が疑わしい",
        method="イベントスタディで、2012年より前の差がすべて0という仮説のF検定",
    )  # fmt: skip


# -- generalized synthetic control -----------------------------------------------------------------------------------------


def gsynth_figures(words: Words, record: dict, draws: int) -> Iterator[Figure]:
    """The headline, every number of factors, the other bootstrap, the placebo, single years and single venues."""
    chosen = next(run for run in record["runs"] if run["factors"] == record["factors"])
    head = headline(words, record, chosen["att"], draws)
    yield head
    for run in record["runs"]:
        told = replace(head, method_ja=parametric({**record, "factors": run["factors"]}, draws).replace(CHOSEN, "指定"))
        yield varied(
            told,
            f"factors-{run['factors']}",
            run["att"],
            f"因子{run['factors']}個",
            {"validation_error": run["validation_error"]},
        )
    yield replace(
        varied(head, "nonparametric", record["nonparametric"], "ノンパラメトリック", {}),
        method_ja=f"{method(record)}。会議を丸ごと引き直すブートストラップ（{draws:,}回）による95%区間",
    )
    if "by_period" in record:
        yield from year_figures(words, record, draws)
    if "placebo" in record:
        yield placebo_figure(words, record, draws)
    if "classic" in record:
        yield from venue_figures(words, record, draws)


def window(record: dict) -> tuple[int, ...]:
    return tuple(range(START, record["last_year"] + 1))


def sample_variant(record: dict) -> str | None:
    return None if record["sample"] == "balanced" else record["sample"].replace("_", "-")


def method(record: dict) -> str:
    return (
        f"一般化合成コントロール（Xu 2017、会議と年の固定効果、因子{record['factors']}個を{CHOSEN}"
        f"{'。差の差と同じ形' if record['factors'] == 0 else ''}）。"
        f"{SAMPLE_RULES[record['sample']]}（AI会議{len(record['treated'])}、他の会議{record['controls']}）"
    )


def parametric(record: dict, draws: int) -> str:
    return f"{method(record)}。パラメトリック・ブートストラップ（{draws:,}回）による95%区間"


def headline(words: Words, record: dict, found: dict, draws: int) -> Figure:
    sample = () if record["sample"] == "balanced" else (SAMPLE_LABELS[record["sample"]],)
    return words.figure(
        "_gsynth", (window(record),), found, variant=sample_variant(record), where=sample, n=record["papers"],
        label="2012年の転機による{metric}の変化の推定（一般化合成コントロール）",
        definition=f"「{{definition}}」が、{COUNTERFACTUAL}を何ポイント上回ったか（会議の単純平均）",
        method=parametric(record, draws), caveats=fragility(record),
        parts={
            "factors": record["factors"], "treated": record["treated"], "controls": record["controls"],
            "missing_cells": record["missing_cells"], "se": found["se"],
            "by_factors": {str(run["factors"]): run["att"]["value"] for run in record["runs"]},
        },
    )  # fmt: skip


def fragility(record: dict) -> tuple[str, ...]:
    """How far the answer moves with the number of factors, and which venues it rests on."""
    values = [run["att"]["value"] for run in record["runs"]]
    found = [f"対象はAI会議のうち{len(record['treated'])}会議だけで、年数の足りない会議は含みません"]
    tested = record.get("placebo")
    if tested and (tested["low"] > 0 or tested["high"] < 0):
        found.append("転機の前にも同じ向きまたは逆向きの差が見られ（プラセボ検査）、推定の前提が疑わしいところがあります")
    if len(values) > 1:
        low, high = (display_value(bound, POINTS, signed=True) for bound in (min(values), max(values)))
        found.insert(
            0, f"転機前の期間が短いため因子の数で値が変わり、因子0〜{record['runs'][-1]['factors']}個では{low}〜{high}です"
        )
    if record["indicated"] > record["factors"]:
        found.append(
            f"他の会議の動きだけを見ると因子{record['indicated']}個が合いますが、転機前のAI会議をうまく予測できないため"
            f"因子{record['factors']}個にしました。因子が足りない場合、区間は真の値を外しやすくなります"
        )
    if record["missing_cells"]:
        found.append("転機前の期間が短く、欠けた年もあるため、区間は95%区間としては狭めです（模擬データで確認）")
    if record["unsettled"]:
        found.append(f"因子{'、'.join(map(str, record['unsettled']))}個は、欠けた年が多く推定が定まりません")
    return tuple(found)


def varied(head: Figure, variant: str, found: dict, label: str, parts: dict) -> Figure:
    """The headline figure computed in another way."""
    name = "-".join([*([head.slice["variant"]] if "variant" in head.slice else []), variant])
    stem = head.id.removesuffix(f".{head.slice['variant']}") if "variant" in head.slice else head.id
    return replace(
        head,
        id=f"{stem}.{name}",
        label_ja=f"{head.label_ja.removesuffix('）')}・{label}）",
        value=found["value"],
        low=found["low"],
        high=found["high"],
        slice={**head.slice, "variant": name},
        method_ja=head.method_ja,
        parts={"headline": head.id, "se": found["se"], **parts},
    )


def year_figures(words: Words, record: dict, draws: int) -> Iterator[Figure]:
    shorter = record["last_year"] != AFTER[-1]
    names = [*([sample_variant(record)] if sample_variant(record) else []), *([f"to-{record['last_year']}"] if shorter else [])]
    where = () if record["sample"] == "balanced" else (SAMPLE_LABELS[record["sample"]],)
    if shorter:
        where = (*where, f"{period_label(window(record))}の推定に使う会議")
    for each in record["by_period"]:
        yield words.figure(
            "_gsynth", ((int(each["period"]),),), each, variant="-".join(names) or None, where=where, n=each["papers"],
            label="2012年の転機による{metric}の変化の推定（一般化合成コントロール）",
            definition=f"「{{definition}}」が、その年に{COUNTERFACTUAL}を何ポイント上回ったか（会議の単純平均）",
            method=parametric(record, draws), caveats=fragility(record), parts={"factors": record["factors"], "se": each["se"]},
        )  # fmt: skip


def placebo_figure(words: Words, record: dict, draws: int) -> Figure:
    """The check of the method: an effect before anything happened should be near zero."""
    found, tested = record["placebo"], BEFORE[-2:]
    variant = f"to-{record['last_year']}" if record["last_year"] != AFTER[-1] else None
    return words.figure(
        "_gsynth_placebo", (tested,), found, variant=variant, n=record["papers"],
        where=(f"{period_label(window(record))}の推定に使う会議",),
        label="偽の転機による{metric}の変化の推定（プラセボ検査）",
        definition=f"本当の転機より前の{period_label(tested)}に「{{definition}}」への効果があったかのように計算した値。手法が正しければ0に近い",
        method=f"一般化合成コントロール（因子{found['factors']}個）。パラメトリック・ブートストラップ（{draws:,}回）による95%区間",
        parts={"se": found["se"]},
    )  # fmt: skip


def venue_figures(words: Words, record: dict, draws: int) -> Iterator[Figure]:
    """Each AI venue by both methods, and the mean of the classic one."""
    years, definition = (window(record),), f"その会議の「{{definition}}」が、{COUNTERFACTUAL}を何ポイント上回ったか"
    for each in record["by_venue"]:
        yield words.figure(
            "_gsynth", years, each, venue=each["venue"], n=each["papers"], definition=definition,
            label="2012年の転機による{metric}の変化の推定（一般化合成コントロール）", method=parametric(record, draws),
            parts={"factors": record["factors"], "se": each["se"]},
        )  # fmt: skip
    classic = (
        "合成コントロール法（Abadieら2010、pysyncon）。2012年より前の各年の値が最も近くなるように他の会議を重み付けして平均し、比べる。"
        "重みが一通りに決まるよう、離れた会議ほど使いにくくする小さな罰則（Abadie・L'Hour 2021）を加える。区間は計算していない"
    )
    label, short = (
        "2012年の転機による{metric}の変化の推定（合成コントロール法）",
        "転機前が5年と短く、他の会議の組み合わせでほぼ必ず合わせられるため、目安にとどまります",
    )
    for each in record["classic"]:
        yield words.figure(
            "_synth", years, each, venue=each["venue"], n=each["papers"], label=label, definition=definition, method=classic,
            caveats=(short,), parts={"fit_before": each["fit_before"], "donors": each["donors"]},
        )  # fmt: skip
    mean = sum(each["value"] for each in record["classic"]) / len(record["classic"])
    yield words.figure(
        "_synth", years, {"value": mean}, n=record["papers"], label=label, method=classic, caveats=(short,),
        definition=f"AI会議{len(record['classic'])}会議の平均で、{definition.removeprefix('その会議の')}",
    )  # fmt: skip
