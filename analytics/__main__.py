"""Command line of the numbers.

build, query, rank, robustness, causal, gsynth, roi, resolve, import, update, panel, terms, figures, headlines, chart, charts.

JSON goes to standard output and nothing else does.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass

from analytics.build_command import BUILD_TEXT, add_build, run_build
from analytics.charts.command import add_chart, add_charts, run_chart, run_charts
from analytics.computed_command import add_causal, run_causal
from analytics.divide.computed import computed
from analytics.divide.measures import Divide
from analytics.errors import AnalyticsError, NotInData, UnknownName
from analytics.figures_command import add_figures, run_figures
from analytics.fresh.options import add_import, add_update, run_fresh
from analytics.gsynth_command import add_gsynth, run_gsynth
from analytics.headlines import add_headlines, run_headlines
from analytics.messages import explain
from analytics.panel_command import add_panel, run_panel
from analytics.query_command import add_query, run_query
from analytics.rank_command import add_rank, run_rank
from analytics.resolve.command import add_resolve, run_resolve
from analytics.robustness_command import add_robustness, run_robustness
from analytics.roi.command import add_roi, run_roi
from analytics.show import show
from analytics.text.command import add_terms, run_terms

OK, BROKEN, USAGE, NOT_IN_DATA = 0, 1, 2, 3


@dataclass(frozen=True)
class Command:
    """`add` declares its options. `run` takes them, after the figures when it `reads` them, and may give an exit code."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[..., int | None]
    reads: bool = True
    description: str | None = None


def query(divide: Divide, options: argparse.Namespace) -> None:
    figures, missing = run_query(divide, options)
    show(figures, options.json, missing)


def rank(divide: Divide, options: argparse.Namespace) -> None:
    show(run_rank(divide, options), options.json)


def causal(divide: Divide, options: argparse.Namespace) -> None:
    show(run_causal(divide.counts, options), options.json)
    for each in computed(divide.counts).missing:
        print(f"not estimated: {each}", file=sys.stderr)


def terms(divide: Divide, options: argparse.Namespace) -> None:
    show(run_terms(divide, options), options.json)


def chart(divide: Divide, options: argparse.Namespace) -> None:
    print(run_chart(divide, options), file=sys.stderr)


def charts(divide: Divide, options: argparse.Namespace) -> None:
    for path in run_charts(divide, options):
        print(path, file=sys.stderr)


COMMANDS = {
    "build": Command("元データから analytics/data を作り直す", add_build, run_build, False, BUILD_TEXT),
    "query": Command("指標を1年ごとに取り出す", add_query, query),
    "rank": Command("順位表（機関・企業・大学・会議・国・区分）", add_rank, rank),
    "robustness": Command("主な数字を、別の数え方や別の範囲で計算し直した表", add_robustness, run_robustness),
    "causal": Command("2012年の転機による変化の推定（差の差、一般化合成コントロールなど）", add_causal, causal),
    "gsynth": Command("任意のCSVで一般化合成コントロール（Xu 2017）を計算する", add_gsynth, run_gsynth, False),
    "roi": Command("投資対効果の試算（戦略: prototype、cloud、joint など）", add_roi, run_roi, False),
    "resolve": Command("所属の文字列から機関と種類を読み取る", add_resolve, run_resolve, False),
    "import": Command("ほかの論文データを元データの形に直す", add_import, run_fresh, False),
    "panel": Command("メモリに載らない論文データを会議・年ごとに数える（Dask）", add_panel, run_panel, False),
    "update": Command("新しい年をOpenAlexから取り込む（通信します）", add_update, run_fresh, False),
    "figures": Command("数字カードの一覧", add_figures, run_figures),
    "headlines": Command("主な数字の表（README用のMarkdown）", add_headlines, run_headlines),
    "terms": Command("大手テック企業とその他の大学で、題名に多い語の違い", add_terms, terms),
    "chart": Command("数字カードや指標の図をPNGかSVGで保存する", add_chart, chart),
    "charts": Command("全カードの図の一覧を画像で書き出す", add_charts, charts),
}


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m analytics", description="論文データから数字を計算します")
    added = top.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        command.add(added.add_parser(name, help=command.help, description=command.description))
    return top


def run(options: argparse.Namespace) -> int:
    """Exit code. Raises what the command raises."""
    command = COMMANDS[options.command]
    code = command.run(Divide.open(), options) if command.reads else command.run(options)
    return OK if code is None else code


def main(arguments: list[str] | None = None) -> int:
    """Exit code: 0 done, 1 broken data, 2 wrong usage, 3 not in the data."""
    try:
        return run(parser().parse_args(arguments))
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
