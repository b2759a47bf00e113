"""`python -m analytics terms`: the words that separate large firms from universities outside QS 1–50."""

import argparse

from analytics.divide.measures import Divide
from analytics.figure import Figure
from analytics.text.figures import distinct_terms, topic_shares
from analytics.text.titles import SIDES

DEFAULT_YEARS = "2017-2021"


def add_terms(command: argparse.ArgumentParser) -> None:
    command.add_argument("--side", choices=SIDES, help="どちらの側に多い語か（既定は両方）")
    command.add_argument("--years", default=DEFAULT_YEARS, help=f"2007-2011、2012-2016、2017-2021、2007-2021（既定は{DEFAULT_YEARS}）")
    command.add_argument("--topics", metavar="区分", help="語ではなく、この区分（firm、known …）の論文の話題の割合")
    command.add_argument("--json", action="store_true")


def run_terms(divide: Divide, options: argparse.Namespace) -> list[Figure]:
    """Raises UnknownName for a period or group that was not compared."""
    if options.topics:
        return topic_shares(divide.counts, options.topics, options.years)
    sides = [options.side] if options.side else list(SIDES)
    return [figure for side in sides for figure in distinct_terms(divide.counts, side, options.years)]
