"""Command line of the numbers: build, query, figures. JSON goes to standard output and nothing else does."""

import argparse
import json
import sys
from pathlib import Path

from analytics import provenance
from analytics.divide.catalogue import catalogue, search_figures
from analytics.divide.measures import Divide
from analytics.divide.metrics import METRICS, VARIANT_LABELS
from analytics.divide.periods import parse_years
from analytics.divide.sources import TIERS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import AnalyticsError, NotInData, UnknownName
from analytics.figure import Figure
from analytics.messages import explain

STATISTICS = ("level", "pooled", "change", "ratio", "before_after", "did")
OK, BROKEN, USAGE, NOT_IN_DATA = 0, 1, 2, 3


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m analytics", description="論文データから数字を計算します")
    commands = top.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="元データから analytics/data を作り直す")
    build.add_argument("--data", required=True, type=Path, help="papers.parquet などがあるフォルダ")
    build.add_argument("--out", type=Path, default=provenance.DATA_FOLDER)
    query = commands.add_parser("query", help="指標を1年ごとに取り出す")
    query.add_argument("metric", help="、".join(METRICS))
    where = query.add_mutually_exclusive_group()
    where.add_argument("--area", help="ai（既定）、non_ai、all")
    where.add_argument("--venue", help="会議の記号（nips、icml、cvpr …）")
    where.add_argument("--field", help="分野（ml、vision、nlp …）")
    query.add_argument("--years", default=f"{MAIN_FIRST}-{MAIN_LAST}", help="2019、2012-2021、2008,2020")
    query.add_argument("--tier", choices=TIERS)
    query.add_argument("--country", help="国名（英語: Japan、China …）")
    query.add_argument("--variant", choices=tuple(VARIANT_LABELS))
    query.add_argument("--statistic", choices=STATISTICS, default="level", help="level は1年ごと、change は最初の年から最後の年")
    query.add_argument("--json", action="store_true")
    figures = commands.add_parser("figures", help="数字カードの一覧")
    figures.add_argument("--search", default="", metavar="語")
    figures.add_argument("--json", action="store_true")
    return top


def run_query(divide: Divide, options: argparse.Namespace) -> tuple[list[Figure], list[NotInData]]:
    """Figures of a query and the reasons for years without one."""
    names = {name: getattr(options, name) for name in ("area", "venue", "field", "tier", "country", "variant")}
    if names["venue"]:
        names["venue"] = names["venue"].lower()
    measure = divide.measure(options.metric, **names)
    years = parse_years(options.years)
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
        interval = f" [{figure.low:.1f}, {figure.high:.1f}]" if figure.low is not None else ""
        print(f"{figure.display}{interval}\t{figure.label_ja}\tn={figure.n:,}\t{figure.id}")
    for reason in missing:
        print(explain(reason), file=sys.stderr)


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
