"""The README's table of headline figures, made from the figures: `python -m analytics headlines [--write README.md]`."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from analytics.divide.catalogue import search_figures
from analytics.divide.measures import Divide
from analytics.errors import SourceError, UnknownName
from analytics.figure import POINTS, Figure, display_value

START, END = "<!-- headline figures: start -->", "<!-- headline figures: end -->"
WHOLE = "2007-2011_2012-2021"
HEADLINES = (
    "firm_share.ai.2007", "firm_share.ai.2021", f"firm_share_did.ai.{WHOLE}", f"firm_share_did_fe.ai.{WHOLE}",
    "firm_share_gsynth.ai.2012-2021", "firm_only_share.ai.2021", "big_tech_share.ai.2021", "firm_elite_share.ai.2021",
    "tier_share-1-50.ai.2021", "tier_share-301-500.ai.2021", "japan_share.ai.2007", "japan_share.ai.2021", "top10_share.ai.2021",
    "dl_title_share.ai.2021", "epoch_industry_share.all.2020-2023", "epoch_compute_ratio.all.2020-2023",
    "epoch_doubling_time.all.2010-2025",
)  # fmt: skip


def add_headlines(command: argparse.ArgumentParser) -> None:
    command.add_argument("--write", type=Path, metavar="FILE", help="この文書の、印（headline figures）の間を表に書き換える")


def run_headlines(divide: Divide, options: argparse.Namespace) -> None:
    """Print the table, or put it into a document. Raises UnknownName, SourceError."""
    text = table(headline_figures(divide))
    if options.write:
        replace_table(options.write, text)
    else:
        print(text)


def headline_figures(divide: Divide) -> list[Figure]:
    """In the order of HEADLINES. Raises UnknownName for one that the data do not have."""
    by_id = {figure.id: figure for figure in search_figures(divide, "")}
    absent = [key for key in HEADLINES if key not in by_id]
    if absent:
        raise UnknownName("figure", absent[0], ())
    return [by_id[key] for key in HEADLINES]


def table(figures: Iterable[Figure]) -> str:
    """Markdown: label, value, interval and permanent id."""
    lines = ["| 数字 | 値 | 95%区間 | 記号 |", "|---|---:|---|---|"]
    lines += [f"| {figure.label_ja} | {figure.display} | {interval(figure)} | `{figure.id}` |" for figure in figures]
    return "\n".join(lines)


def interval(figure: Figure) -> str:
    if figure.low is None:
        return "－"
    low, high = (display_value(bound, figure.unit, signed=figure.unit == POINTS) for bound in (figure.low, figure.high))
    return f"{low.removesuffix(figure.unit)}〜{high}"


def replace_table(path: Path, text: str) -> None:
    """Raises SourceError for a document that cannot be read or has not both marks once, in order."""
    try:
        old = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read ({error})", "unreadable", file=path) from error
    if (old.count(START), old.count(END)) != (1, 1) or old.index(START) > old.index(END):
        raise SourceError(f"{path}: {START} … {END} must stand there once", "no_marks", file=path, start=START, end=END)
    before, after = old.partition(START)[0], old.partition(END)[2]
    path.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")
