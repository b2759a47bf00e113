"""Command line of the numbers.

build, query, rank, robustness, causal, gsynth, roi, resolve, import, update, panel, terms, figures, headlines, chart.

JSON goes to standard output and nothing else does.
"""

import argparse
import json
import sys
from pathlib import Path

from analytics.build_command import BUILD_TEXT, add_build, run_build
from analytics.charts.choose import ChartBook
from analytics.charts.command import add_chart, add_charts, run_chart, run_charts
from analytics.computed_command import add_causal, query_computed, run_causal
from analytics.divide.catalogue import catalogue, search_figures
from analytics.divide.computed import computed
from analytics.divide.epoch_figures import MAKER_LABELS, SECTOR_LABELS
from analytics.divide.measures import Divide
from analytics.divide.metrics import METRICS
from analytics.divide.periods import parse_years
from analytics.divide.robustness import CHECK_LABELS, CHECKS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import AnalyticsError, BadInput, NotInData, UnknownName
from analytics.export import export_catalogue
from analytics.figure import PERCENT, POINTS, Figure, display_value
from analytics.fresh.options import add_import, add_update, run_fresh
from analytics.gsynth_command import add_gsynth, run_gsynth
from analytics.headlines import add_headlines, run_headlines
from analytics.messages import explain
from analytics.panel_command import add_panel, run_panel
from analytics.rank_command import add_rank, run_rank
from analytics.resolve.command import add_resolve, run_resolve
from analytics.roi.command import add_roi, run_roi
from analytics.slice_options import add_slice, given
from analytics.text.command import add_terms, run_terms

STATISTICS = ("level", "pooled", "change", "ratio", "before_after", "did")
FIXED_PERIODS = ("before_after", "did")
OK, BROKEN, USAGE, NOT_IN_DATA = 0, 1, 2, 3
FRESH = {"resolve": run_resolve, "import": run_fresh, "update": run_fresh, "panel": run_panel}


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m analytics", description="論文データから数字を計算します")
    commands = top.add_subparsers(dest="command", required=True)
    add_build(commands.add_parser("build", help="元データから analytics/data を作り直す", description=BUILD_TEXT))
    query = commands.add_parser("query", help="指標を1年ごとに取り出す")
    query.add_argument("metric", help="、".join(METRICS))
    add_slice(query)
    query.add_argument("--years", help=f"2019、2012-2021、2008,2020（既定は{MAIN_FIRST}-{MAIN_LAST}）")
    query.add_argument("--institution", help="機関の記号か名前（google、トヨタ …）")
    query.add_argument("--group", help="論文の区分（firm、big_tech、university …）")
    query.add_argument("--sector", choices=tuple(SECTOR_LABELS), help="AIモデルの開発元（epoch_… の指標）")
    query.add_argument("--hardware", choices=tuple(MAKER_LABELS), help="AIモデルの学習チップ（epoch_hardware_models）")
    query.add_argument("--statistic", choices=STATISTICS, default="level", help="level は1年ごと、change は最初の年から最後の年")
    add_rank(commands.add_parser("rank", help="順位表（機関・企業・大学・会議・国・区分）"))
    robustness = commands.add_parser("robustness", help="主な数字を、別の数え方や別の範囲で計算し直した表")
    robustness.add_argument("--json", action="store_true")
    add_causal(commands.add_parser("causal", help="2012年の転機による変化の推定（差の差、一般化合成コントロールなど）"))
    add_gsynth(commands.add_parser("gsynth", help="任意のCSVで一般化合成コントロール（Xu 2017）を計算する"))
    add_roi(commands.add_parser("roi", help="投資対効果の試算（戦略: prototype、cloud、joint など）"))
    add_resolve(commands.add_parser("resolve", help="所属の文字列から機関と種類を読み取る"))
    add_import(commands.add_parser("import", help="ほかの論文データを元データの形に直す"))
    add_panel(commands.add_parser("panel", help="メモリに載らない論文データを会議・年ごとに数える（Dask）"))
    add_update(commands.add_parser("update", help="新しい年をOpenAlexから取り込む（通信します）"))
    figures = commands.add_parser("figures", help="数字カードの一覧")
    figures.add_argument("--search", default="", metavar="語")
    figures.add_argument("--json", action="store_true")
    figures.add_argument("--export", type=Path, metavar="DIR", help="全カードを catalogue.json と catalogue.csv に書き出す")
    add_headlines(commands.add_parser("headlines", help="主な数字の表（README用のMarkdown）"))
    add_terms(commands.add_parser("terms", help="大手テック企業とその他の大学で、題名に多い語の違い"))
    add_chart(commands.add_parser("chart", help="数字カードや指標の図をPNGかSVGで保存する"))
    add_charts(commands.add_parser("charts", help="全カードの図の一覧を画像で書き出す"))
    return top


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
    if figure.unit in (PERCENT, POINTS):
        return f" [{figure.low:.1f}, {figure.high:.1f}]"
    return f" [{display_value(figure.low, figure.unit)}, {display_value(figure.high, figure.unit)}]"


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
        if options.command == "roi":
            return run_roi(options)
        if options.command in FRESH:
            return FRESH[options.command](options)
        if options.command == "gsynth":
            run_gsynth(options)
            return OK
        if options.command == "build":
            run_build(options)
            return OK
        divide = Divide.open()
        if options.command == "query":
            show(*run_query(divide, options), options.json)
        elif options.command == "rank":
            show(run_rank(divide, options), [], options.json)
        elif options.command == "causal":
            show(run_causal(divide.counts, options), [], options.json)
            for each in computed(divide.counts).missing:
                print(f"not estimated: {each}", file=sys.stderr)
        elif options.command == "robustness":
            figures = divide.robustness()
            show(figures, [], True) if options.json else show_robustness(figures)
        elif options.command == "terms":
            show(run_terms(divide, options), [], options.json)
        elif options.command == "headlines":
            run_headlines(divide, options)
        elif options.command == "chart":
            print(run_chart(divide, options), file=sys.stderr)
        elif options.command == "charts":
            for path in run_charts(divide, options):
                print(path, file=sys.stderr)
        elif options.export:
            for name, count in export_catalogue(ChartBook(divide), options.export).items():
                print(f"{name}\t{count:,}", file=sys.stderr)
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
