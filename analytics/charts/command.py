"""`python -m analytics chart NAME … --out FILE` and `python -m analytics charts --sheet DIR`."""

import argparse
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from analytics.charts.choose import ChartBook
from analytics.charts.contents import line_chart, ranking_chart
from analytics.charts.families import family_bars
from analytics.charts.spec import MAX_SERIES, Chart
from analytics.divide.measures import Divide, Measure
from analytics.divide.metrics import METRICS, VARIANT_LABELS
from analytics.divide.periods import parse_years
from analytics.errors import BadInput, UnknownName
from analytics.rank_command import OPTIONS, run_rank
from analytics.slice_options import given

RANK = "rank-"
RANK_TITLES = {
    "institutions": "論文が多い機関", "firms": "論文が多い企業", "universities": "論文が多い大学", "venues": "企業参加率が高い会議",
    "countries": "論文が多い国・地域", "groups": "割合の変化が大きい区分",
}  # fmt: skip
LISTED = ("venue", "field", "tier", "country", "group", "institution")


def add_chart(command: argparse.ArgumentParser) -> None:
    command.add_argument("names", nargs="+", metavar="NAME", help=f"図・数字カードの記号、指標（複数可）、{RANK}firms などの順位表")
    command.add_argument("--out", required=True, type=Path, help="保存先（.png か .svg）")
    command.add_argument("--years", help="2007-2021 など（既定は全期間。順位表は最新の年）")
    command.add_argument("--group", help="論文の区分（firm,big_tech のように複数可）")
    command.add_argument("--institution", help="機関（複数可）")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--area", help="ai（既定）、non_ai、all")
    where.add_argument("--venue", help="会議の記号（nips,cvpr のように複数可）")
    where.add_argument("--field", help="分野（複数可）")
    command.add_argument("--tier", help="QSの順位帯（1-50,301-500 のように複数可）")
    command.add_argument("--country", help="国名（複数可）")
    command.add_argument("--variant", choices=tuple(VARIANT_LABELS))


def add_charts(command: argparse.ArgumentParser) -> None:
    command.add_argument("--sheet", required=True, type=Path, metavar="DIR", help="図の一覧（1枚に多数）を書き出すフォルダ")
    command.add_argument("--match", default="", metavar="語", help="記号にこの語を含む図だけ")


def run_chart(divide: Divide, options: argparse.Namespace) -> Path:
    """Draw what was named. Raises UnknownName, NotInData, ValueError for names that do not fit on one chart."""
    chart = named_chart(divide, options)
    from analytics.charts.draw import save  # matplotlib takes a third of a second to import

    return save(chart, options.out)


def named_chart(divide: Divide, options: argparse.Namespace) -> Chart:
    names = options.names
    if all(name in METRICS for name in names):
        years = parse_years(options.years) if options.years else None
        measures = list(measures_of(divide, options))
        if len(measures) > MAX_SERIES:
            raise BadInput(f"{len(measures)} lines do not fit on one chart", "chart_lines", count=len(measures), most=MAX_SERIES)
        return line_chart(divide, measures, years)
    if names[0].startswith(RANK) and len(names) == 1:
        return rank_chart(divide, names[0].removeprefix(RANK), options)
    if given(options, "area", *LISTED, "variant", "years"):
        raise BadInput("a chart or figure named by its id takes no further options", "chart_options")
    book = ChartBook(divide)
    if len(names) == 1:
        return book.chart(names[0])
    return family_bars("bar." + "+".join(names), "bar", [book.figure(name) for name in names])


def measures_of(divide: Divide, options: argparse.Namespace) -> Iterator[Measure]:
    """Every combination of the named metrics and the listed options."""
    single = given(options, "area", "variant")
    listed = {name: value.split(",") for name, value in given(options, *LISTED).items()}
    for metric, *values in product(options.names, *listed.values()):
        yield divide.measure(metric, **single, **dict(zip(listed, values, strict=True)))


def rank_chart(divide: Divide, what: str, options: argparse.Namespace) -> Chart:
    if what not in OPTIONS:
        raise UnknownName("ranking", f"{RANK}{what}", tuple(RANK + name for name in OPTIONS))
    asked = argparse.Namespace(
        what=what, by="level", top=10, before=None, after=None, metric=None, sector=None, json=False,
        **{name: getattr(options, name) for name in ("area", "venue", "field", "tier", "country", "variant", "years")},
    )  # fmt: skip
    figures = run_rank(divide, asked)
    where = figures[0].label_ja.rpartition("（")[2].removesuffix("）")
    title = f"{RANK_TITLES[what]}（{where if what != 'venues' else figures[0].period}）"
    return ranking_chart(f"ranking.{what}", figures, title)


def run_charts(divide: Divide, options: argparse.Namespace) -> list[Path]:
    book = ChartBook(divide)
    names = [name for name in book.ids if options.match in name]
    if not names:
        raise BadInput(f"no chart's id holds {options.match!r}", "chart_match", text=options.match)
    from analytics.charts.sheet import write_sheets

    return write_sheets(book, options.sheet, names)
