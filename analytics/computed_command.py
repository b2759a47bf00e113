"""`python -m analytics causal`, and `query` for the metrics that are computed at build time (causal estimates, AI models)."""

import argparse

from analytics.divide.computed import PREFIX, computed
from analytics.divide.metrics import METRICS
from analytics.divide.periods import parse_years
from analytics.divide.sources import TIERS
from analytics.divide.store import Counts
from analytics.errors import BadInput, UnknownName
from analytics.figure import Figure
from analytics.slice_options import given

NARROWING = ("venue", "tier", "sector", "hardware")
FOREIGN = ("field", "country", "institution", "group", "variant")
HEADLINES = ("_did_pooled", "_did_fe", "_did_composition", "_gsynth", "_synth", "_pretrend", "_gsynth_placebo")


def add_causal(command: argparse.ArgumentParser) -> None:
    command.add_argument("metric", nargs="?", help="firm_share など（省くとすべて）")
    command.add_argument("--tier", choices=TIERS)
    command.add_argument("--all", action="store_true", help="因子の数・標本・年・会議ごとの値もすべて出す")
    command.add_argument("--json", action="store_true")


def run_causal(counts: Counts, options: argparse.Namespace) -> list[Figure]:
    """Causal figures: of whole periods and all venues, or with `--all` every one. Raises UnknownName."""
    figures = [figure for figure in computed(counts).figures if not figure.metric.startswith(PREFIX)]
    known = tuple(dict.fromkeys(base(figure) for figure in figures))
    if options.metric is not None and options.metric not in known:
        raise UnknownName("metric", options.metric, known)
    return [
        figure
        for figure in figures
        if options.metric in (None, base(figure))
        and options.tier in (None, figure.slice.get("tier"))
        and (options.all or headline(figure))
    ]


def base(figure: Figure) -> str:
    """The share that a causal metric is about; a claim stands for itself."""
    return next((name for name in METRICS if figure.metric.startswith(f"{name}_")), figure.metric)


def headline(figure: Figure) -> bool:
    whole = len(figure.slice["years"]) > 1 and "variant" not in figure.slice and "venue" not in figure.slice
    return whole and (base(figure) == figure.metric or figure.metric.removeprefix(base(figure)) in HEADLINES)


def query_computed(counts: Counts, options: argparse.Namespace) -> list[Figure]:
    """`query METRIC` for a metric that `METRICS` does not have. Raises UnknownName, NotInData, ValueError."""
    found = computed(counts)
    if options.metric not in found.metrics:
        raise UnknownName("metric", options.metric, (*METRICS, *found.metrics))
    if options.statistic not in ("level", "pooled"):
        raise BadInput(
            f"{options.metric} has no --statistic {options.statistic}", "statistic_unfit",
            metric=options.metric, statistic=options.statistic,
        )  # fmt: skip
    foreign = [name for name in FOREIGN if getattr(options, name) is not None]
    if options.area not in (None, "ai") or (options.area and options.metric.startswith(PREFIX)):
        foreign.append("area")
    if foreign:
        raise BadInput(f"{options.metric} takes no --{foreign[0]}", "option_unfit", metric=options.metric, option=foreign[0])
    years = parse_years(options.years) if options.years else None
    return found.query(options.metric, years, whole=options.statistic == "pooled", **given(options, *NARROWING))
