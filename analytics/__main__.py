"""Command line of the numbers: build, query, rank, robustness, figures. JSON goes to standard output and nothing else does."""

import argparse
import json
import sys
from pathlib import Path

from analytics import provenance
from analytics.divide.catalogue import catalogue, search_figures
from analytics.divide.measures import Divide
from analytics.divide.metrics import METRICS
from analytics.divide.periods import parse_years
from analytics.divide.robustness import CHECK_LABELS, CHECKS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import AnalyticsError, NotInData, UnknownName
from analytics.figure import PERCENT, POINTS, Figure, display_value
from analytics.messages import explain
from analytics.rank_command import add_rank, run_rank
from analytics.slice_options import add_slice, given

STATISTICS = ("level", "pooled", "change", "ratio", "before_after", "did")
FIXED_PERIODS = ("before_after", "did")
OK, BROKEN, USAGE, NOT_IN_DATA = 0, 1, 2, 3


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m analytics", description="論文データから数字を計算します")
    commands = top.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="元データから analytics/data を作り直す")
    build.add_argument("--data", required=True, type=Path, help="papers.parquet などがあるフォルダ")
    build.add_argument("--out", type=Path, default=provenance.DATA_FOLDER)
    query = commands.add_parser("query", help="指標を1年ごとに取り出す")
    query.add_argument("metric", help="、".join(METRICS))
    add_slice(query)
    query.add_argument("--years", help=f"2019、2012-2021、2008,2020（既定は{MAIN_FIRST}-{MAIN_LAST}）")
    query.add_argument("--institution", help="機関の記号か名前（google、トヨタ …）")
    query.add_argument("--group", help="論文の区分（firm、big_tech、university …）")
    query.add_argument("--statistic", choices=STATISTICS, default="level", help="level は1年ごと、change は最初の年から最後の年")
    add_rank(commands.add_parser("rank", help="順位表（機関・企業・大学・会議・国・区分）"))
    robustness = commands.add_parser("robustness", help="主な数字を、別の数え方や別の範囲で計算し直した表")
    robustness.add_argument("--json", action="store_true")
    figures = commands.add_parser("figures", help="数字カードの一覧")
    figures.add_argument("--search", default="", metavar="語")
    figures.add_argument("--json", action="store_true")
    return top


def run_query(divide: Divide, options: argparse.Namespace) -> tuple[list[Figure], list[NotInData]]:
    """Figures of a query and the reasons for years without one."""
    names = given(options, "area", "venue", "field", "tier", "country", "institution", "group", "variant")
    measure = divide.measure(options.metric, **names)
    if options.years and options.statistic in FIXED_PERIODS:
        raise ValueError(f"{options.statistic} compares fixed periods: leave --years out")
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


def show(figures: list[Figure], missing: list[NotInData], as_json: bool) -> None:
    if as_json:
        record = {"figures": [figure.to_dict() for figure in figures]}
        if missing:
            record["missing"] = [{"reason": reason.reason, "message": explain(reason)} for reason in missing]
        json.dump(record, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        return
    for figure in figures:
        print(f"{figure.display}{interval_text(figure)}\t{figure.label_ja}\tn={figure.n:,}\t{figure.id}")
    for reason in missing:
        print(explain(reason), file=sys.stderr)


def interval_text(figure: Figure) -> str:
    if figure.low is None:
        return ""
    digits = 1 if figure.unit in (PERCENT, POINTS) else 2
    return f" [{figure.low:.{digits}f}, {figure.high:.{digits}f}]"


def show_robustness(figures: list[Figure]) -> None:
    """One line a headline figure, one column a check; the last column is a range."""
    print("\t".join(["指標", *(CHECK_LABELS[check] for check in CHECKS)]))
    rows: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        rows.setdefault(figure.parts["headline"], {})[figure.slice["check"]] = figure
    for row in rows.values():
        cells = [row[check].display if check in row else "－" for check in CHECKS[:-1]]
        low, high = (display_value(bound, row["base"].unit) for bound in (row[CHECKS[-1]].low, row[CHECKS[-1]].high))
        print("\t".join([row["base"].label_ja, *cells, f"{low}〜{high}"]))


def main(arguments: list[str] | None = None) -> int:
    """Exit code: 0 done, 1 broken data, 2 wrong usage, 3 not in the data."""
    options = parser().parse_args(arguments)
    try:
        if options.command == "build":
            from analytics.build import build

            for name, size in build(options.data, options.out).items():
                print(f"{name}\t{size:,} bytes", file=sys.stderr)
            return OK
        divide = Divide.open()
        if options.command == "query":
            show(*run_query(divide, options), options.json)
        elif options.command == "rank":
            show(run_rank(divide, options), [], options.json)
        elif options.command == "robustness":
            figures = divide.robustness()
            show(figures, [], True) if options.json else show_robustness(figures)
        else:
            show(search_figures(divide, options.search) if options.search else catalogue(divide), [], options.json)
        return OK
    except NotInData as error:
        print(explain(error), file=sys.stderr)
        return NOT_IN_DATA
    except (UnknownName, ValueError) as error:
        print(explain(error), file=sys.stderr)
        return USAGE
    except AnalyticsError as error:
        print(explain(error), file=sys.stderr)
        return BROKEN


if __name__ == "__main__":
    sys.exit(main())
