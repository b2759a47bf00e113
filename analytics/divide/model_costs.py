"""What training a named AI model cost, where Epoch AI's table holds it as the dearest model of its year, and two of them as a multiple."""

import re
from collections.abc import Iterable
from dataclasses import replace

from analytics.errors import BadInput, NotInData
from analytics.figure import Figure

METRIC, TIMES = "epoch_cost_max", "_times"
# Sizes and variants behind a model's name: 「GPT-3 175B (davinci)」.
VARIANT = re.compile(r"\s*\(.*\)|\s+\d+B\b")


def model_costs(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Name of a model → the estimate of what its training cost, in dollars of 2023; only the dearest model of each year is held."""
    dearest = [figure for figure in figures if figure.metric == METRIC and len(figure.slice["years"]) == 1]
    return {VARIANT.sub("", figure.parts["model"]): of_model(figure) for figure in dearest}


def of_model(figure: Figure) -> Figure:
    """The dearest cost of a year as the cost of the model that had it."""
    name = VARIANT.sub("", figure.parts["model"])
    return replace(
        figure, id=f"{METRIC}.model.{re.sub(r'[^a-z0-9]+', '-', name.lower())}", label_ja=f"{name}の学習費用（{figure.period}）",
        definition_ja="学習にかかった費用の推定値（2023年の米ドル換算）", method_ja="その年に費用が推定されたモデルの中で最も高い値",
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
