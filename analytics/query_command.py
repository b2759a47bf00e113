"""`python -m analytics query METRIC`: one figure a year, or one over periods."""

import argparse

from analytics.computed_command import query_computed
from analytics.divide.epoch_figures import MAKER_LABELS, SECTOR_LABELS
from analytics.divide.measures import Divide
from analytics.divide.metrics import METRICS
from analytics.divide.periods import parse_years
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import BadInput, NotInData
from analytics.figure import Figure
from analytics.slice_options import add_slice, given

STATISTICS = ("level", "pooled", "change", "ratio", "before_after", "did")
FIXED_PERIODS = ("before_after", "did")


def add_query(command: argparse.ArgumentParser) -> None:
    command.add_argument("metric", help="、".join(METRICS))
    add_slice(command)
    command.add_argument("--years", help=f"2019、2012-2021、2008,2020（既定は{MAIN_FIRST}-{MAIN_LAST}）")
    command.add_argument("--institution", help="機関の記号か名前（google、トヨタ …）")
    command.add_argument("--group", help="論文の区分（firm、big_tech、university …）")
    command.add_argument("--sector", choices=tuple(SECTOR_LABELS), help="AIモデルの開発元（epoch_… の指標）")
    command.add_argument("--hardware", choices=tuple(MAKER_LABELS), help="AIモデルの学習チップ（epoch_hardware_models）")
    command.add_argument("--statistic", choices=STATISTICS, default="level", help="level は1年ごと、change は最初の年から最後の年")


def run_query(divide: Divide, options: argparse.Namespace) -> tuple[list[Figure], list[NotInData]]:
    """Figures of a query and the reasons for years without one."""
    if options.metric not in METRICS:
        return query_computed(divide.counts, options), []
    if options.sector or options.hardware:
        option = "sector" if options.sector else "hardware"
        raise BadInput(f"{options.metric} takes no --{option}", "option_unfit", metric=options.metric, option=option)
    names = given(options, "area", "venue", "field", "tier", "country", "institution", "group", "variant")
    measure = divide.measure(options.metric, **names)
    if options.years and options.statistic in FIXED_PERIODS:
        raise BadInput(f"{options.statistic} compares fixed periods", "fixed_periods", statistic=options.statistic)
    years = parse_years(options.years or f"{MAIN_FIRST}-{MAIN_LAST}")
    if options.statistic == "level":
        return divide.series(measure, years)
    if options.statistic == "pooled":
        return [divide.share(measure, years)], []
    if options.statistic == "before_after":
        return [divide.before_after(measure)], []
    if options.statistic == "did":
        return [divide.did(measure)], []
    compute = divide.change if options.statistic == "change" else divide.ratio
    return [compute(measure, years[:1], years[-1:])], []
