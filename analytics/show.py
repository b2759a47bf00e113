"""Figures on standard output: one line each, or one JSON object."""

import json
import sys

from analytics.errors import NotInData
from analytics.figure import PERCENT, POINTS, Figure, display_value
from analytics.messages import explain


def show(figures: list[Figure], as_json: bool, missing: list[NotInData] = ()) -> None:
    """`missing`: the reasons for years without a figure; beside lines of text they go to standard error."""
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
        low, high = (display_value(bound, figure.unit).removesuffix(figure.unit) for bound in (figure.low, figure.high))
        return f" [{low}, {high}]"
    return f" [{display_value(figure.low, figure.unit)}, {display_value(figure.high, figure.unit)}]"
