"""Percentiles and aligned tables."""

import math
import unicodedata


def percentile(values: list[float], share: float) -> float:
    """Nearest-rank percentile, share in 0–1. Raises ValueError for no values."""
    if not values:
        raise ValueError("no values to rank")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def width(text: str) -> int:
    """Columns on a terminal: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def show(heads: list[str], rows: list[list[str]]) -> None:
    """First column left, the others right."""
    widths = [max(width(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    for row in [heads, ["-" * one for one in widths], *rows]:
        cells = [text + " " * (widths[at] - width(text)) if at == 0 else " " * (widths[at] - width(text)) + text for at, text in enumerate(row)]
        print("  ".join(cells).rstrip())
