"""`python -m analytics figures`: the catalogue, searched, printed or exported."""

import argparse
import sys
from pathlib import Path

from analytics.charts.choose import ChartBook
from analytics.divide.catalogue import catalogue, search_figures
from analytics.divide.measures import Divide
from analytics.export import export_catalogue
from analytics.show import show


def add_figures(command: argparse.ArgumentParser) -> None:
    command.add_argument("--search", default="", metavar="語")
    command.add_argument("--json", action="store_true")
    command.add_argument("--export", type=Path, metavar="DIR", help="全カードを catalogue.json と catalogue.csv に書き出す")


def run_figures(divide: Divide, options: argparse.Namespace) -> None:
    if not options.export:
        show(search_figures(divide, options.search) if options.search else catalogue(divide), options.json)
        return
    for name, count in export_catalogue(ChartBook(divide), options.export).items():
        print(f"{name}\t{count:,}", file=sys.stderr)
