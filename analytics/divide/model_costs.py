"""What training a named AI model cost or how much compute it took, where Epoch AI's table holds it as the dearest or largest model of its year, and the
costs of two as a multiple."""

import re
from collections.abc import Iterable
from dataclasses import replace

from analytics.errors import BadInput, NotInData
from analytics.figure import Figure

METRIC, COMPUTE, TIMES = "epoch_cost_max", "epoch_compute_max", "_times"
# Metric → what it is of one model: its name, its definition, how it is chosen.
OF_MODEL = {
    METRIC: ("学習費用", "学習にかかった費用の推定値（2023年の米ドル換算）", "その年に費用が推定されたモデルの中で最も高い値"),
    COMPUTE: ("学習計算量", "学習に使った計算の回数の推定値（FLOP）", "その年に計算量が推定されたモデルの中で最も大きい値"),
}
# Sizes and variants behind a model's name: 「GPT-3 175B (davinci)」.
VARIANT = re.compile(r"\s*\(.*\)|\s+\d+B\b")


def model_costs(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Name of a model → the estimate of what its training cost, in dollars of 2023; only the dearest model of each year is held."""
    dearest = [figure for figure in figures if figure.metric == METRIC and len(figure.slice["years"]) == 1]
    return {VARIANT.sub("", figure.parts["model"]): of_model(figure) for figure in dearest}


def model_computes(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Name of a model → the estimate of the compute of its training, in FLOP; only the largest model of each year is held."""
    largest = [figure for figure in figures if figure.metric == COMPUTE and len(figure.slice["years"]) == 1]
    return {VARIANT.sub("", figure.parts["model"]): of_model(figure) for figure in largest}


def of_model(figure: Figure) -> Figure:
    """The dearest cost or largest compute of a year as that of the model that had it."""
    name = VARIANT.sub("", figure.parts["model"])
    what, definition, method = OF_MODEL[figure.metric]
    return replace(
        figure, id=f"{figure.metric}.model.{re.sub(r'[^a-z0-9]+', '-', name.lower())}", label_ja=f"{name}の{what}（{figure.period}）", definition_ja=definition, method_ja=method,
    )  # fmt: skip


def cost_times(first: Figure, second: Figure) -> Figure:
    """The larger of two models' costs ÷ the smaller one, in 倍; `parts` holds the ids of both. Raises BadInput for the same model twice, NotInData for a cost of 0."""
    if first.id == second.id:
        raise BadInput("two different models are needed", "gap_apart")
    more, less = sorted((first, second), key=lambda figure: -figure.value)
    if less.value == 0:
        raise NotInData("zero_base", years=tuple(less.slice["years"]), part=less.label_ja)
    names = "と".join(side.label_ja.partition("の学習費用")[0] for side in (more, less))
    return replace(
        more, id=f"{more.id}.{less.id.rpartition('.')[2]}{TIMES}", metric=METRIC + TIMES, label_ja=f"{names}の学習費用の倍率（{less.period} → {more.period}）", value=more.value / less.value,
        unit="倍", period=f"{less.period} → {more.period}", method_ja="大きいほうの推定値÷小さいほうの推定値。区間は計算していない",
        caveats_ja=tuple(dict.fromkeys((*more.caveats_ja, *less.caveats_ja))), parts={"more": more.id, "less": less.id},
    )  # fmt: skip
