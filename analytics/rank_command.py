"""`python -m analytics rank`: options → a ranking."""

import argparse

from analytics.divide.metrics import SECTOR_LABELS
from analytics.divide.periods import BEFORE, parse_years, period_key
from analytics.divide.rankings import ORDERS
from analytics.divide.store import MAIN_LAST
from analytics.errors import BadInput
from analytics.figure import Figure
from analytics.slice_options import add_slice, given

RECENT = tuple(range(MAIN_LAST - 4, MAIN_LAST + 1))
SECTORS = {"firms": "firm", "universities": "university"}
# What each ranking understands, apart from the years.
OPTIONS = {
    "institutions": ("area", "venue", "field", "variant", "country", "tier", "sector"),
    "firms": ("area", "venue", "field", "variant", "country"),
    "universities": ("area", "venue", "field", "variant", "country", "tier"),
    "venues": ("area", "field", "variant", "country", "tier", "metric"),
    "countries": ("area", "venue", "field", "variant"),
    "groups": ("area", "venue", "field", "variant"),
}
CHOICES = ("area", "venue", "field", "variant", "country", "tier", "sector", "metric")


def add_rank(command: argparse.ArgumentParser) -> None:
    command.add_argument("what", choices=tuple(OPTIONS))
    add_slice(command)
    command.add_argument("--years", help=f"2021、2017-2021（既定は{MAIN_LAST}）")
    command.add_argument("--by", choices=ORDERS, default="level", help="level 割合、papers 本数、rise 上昇、fall 低下")
    command.add_argument("--before", help=f"上昇・低下の前の期間（既定は{period_key(BEFORE)}）")
    command.add_argument("--after", help=f"上昇・低下の後の期間（既定は{period_key(RECENT)}）")
    command.add_argument("--metric", help="会議を並べる指標（既定は firm_share）")
    command.add_argument("--sector", choices=tuple(SECTOR_LABELS), help="機関の種類")
    command.add_argument("--top", type=positive, default=10, help="何位まで（既定は10）")


def positive(text: str) -> int:
    """A whole number above 0. Raises ArgumentTypeError."""
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} は1以上の整数ではありません")
    return int(text)


def run_rank(divide, options: argparse.Namespace) -> list[Figure]:
    """Figures in the order of the ranking. Raises ValueError for options that do not fit together."""
    names = given(options, *CHOICES)
    foreign = [name for name in names if name not in OPTIONS[options.what]]
    if foreign:
        raise BadInput(f"rank {options.what} takes no --{foreign[0]}", "rank_option", what=options.what, option=foreign[0])
    if options.what in SECTORS:
        names["sector"] = SECTORS[options.what]
    what = "institutions" if options.what in SECTORS else options.what
    if options.by in ("rise", "fall") or what == "groups":
        return moved(divide, what, options, names)
    if options.before or options.after:
        raise BadInput("--before and --after go with --by rise or --by fall", "rank_periods")
    years = parse_years(options.years or str(MAIN_LAST))
    if what == "venues":
        if options.by != "level":
            raise BadInput("venues are ordered by level, rise or fall", "rank_venue_order")
        return divide.rank_venues(names.pop("metric", "firm_share"), years, top=options.top, **names)
    rank = divide.rank_institutions if what == "institutions" else divide.rank_countries
    return rank(years, by=options.by, top=options.top, **names)


def moved(divide, what: str, options: argparse.Namespace, names: dict[str, str]) -> list[Figure]:
    if options.years or options.by == "papers":
        raise BadInput("rise, fall and groups compare --before with --after: no --years, no --by papers", "rank_moves")
    before, after = parse_years(options.before or period_key(BEFORE)), parse_years(options.after or period_key(RECENT))
    by = "fall" if options.by == "fall" else "rise"
    return divide.movers(what, before, after, by=by, top=options.top, **names)
