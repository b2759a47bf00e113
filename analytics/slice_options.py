"""Command-line options that say which part of the data is meant: shared by `query` and `rank`."""

import argparse

from analytics.divide.metrics import VARIANT_LABELS
from analytics.divide.sources import TIERS


def add_slice(command: argparse.ArgumentParser) -> None:
    where = command.add_mutually_exclusive_group()
    where.add_argument("--area", help="ai（既定）、non_ai、all")
    where.add_argument("--venue", help="会議の記号（nips、icml、cvpr …）")
    where.add_argument("--field", help="分野（ml、vision、nlp …）")
    command.add_argument("--tier", choices=TIERS)
    command.add_argument("--country", help="国名（Japan、日本、China …）")
    command.add_argument("--variant", choices=tuple(VARIANT_LABELS))
    command.add_argument("--json", action="store_true")


def given(options: argparse.Namespace, *names: str) -> dict[str, str]:
    """The options of these names that were set; a venue's key in lower case."""
    found = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    if "venue" in found:
        found["venue"] = found["venue"].lower()
    return found
