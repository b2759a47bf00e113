"""`python -m analytics robustness`: the headline figures under every check, as a table."""

import argparse

from analytics.divide.measures import Divide
from analytics.divide.robustness import CHECK_LABELS, CHECKS
from analytics.figure import Figure, display_value
from analytics.show import show


def add_robustness(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true")


def run_robustness(divide: Divide, options: argparse.Namespace) -> None:
    figures = divide.robustness()
    if options.json:
        show(figures, True)
    else:
        print_table(figures)


def print_table(figures: list[Figure]) -> None:
    """One line a headline figure, one column a check; the last column is a range."""
    print("\t".join(["指標", *(CHECK_LABELS[check] for check in CHECKS)]))
    rows: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        rows.setdefault(figure.parts["headline"], {})[figure.slice["check"]] = figure
    for row in rows.values():
        cells = [row[check].display if check in row else "－" for check in CHECKS[:-1]]
        low, high = (display_value(bound, row["base"].unit) for bound in (row[CHECKS[-1]].low, row[CHECKS[-1]].high))
        print("\t".join([row["base"].label_ja, *cells, f"{low}〜{high}"]))
