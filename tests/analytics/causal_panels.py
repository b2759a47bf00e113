"""Venue-years whose effect is known, for the tests of the causal estimates."""

import numpy as np

from analytics.divide import causal
from analytics.divide.panel import GROUPS
from analytics.divide.panel_outcomes import outcome_measure
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.regression import venue_years

YEARS = BEFORE + AFTER
STORED = 0.51 * 10**-causal.DIGITS  # half a unit of the last digit that is stored
AI, OTHERS = [f"a{number}" for number in range(8)], [f"x{number:02}" for number in range(12)]


def rows_of(effect=lambda year: 0, size=lambda venue, year: 1000, noise=0):
    """Venue-years whose firm share is level + trend + effect for AI venues (points); `noise` papers more or fewer."""
    random = np.random.default_rng(2)
    found = []
    for number, venue in enumerate(AI + OTHERS):
        for year in YEARS:
            known = size(venue, year)
            share = 10 + number % 9 + 0.5 * (year - 2007) + (effect(year) if venue in AI else 0)
            firm = int(round(known * share / 100)) + (int(random.integers(-noise, noise + 1)) if noise else 0)
            others = {group: known // 3 + int(random.integers(0, noise + 1)) for group in GROUPS} if noise else {}
            found.append({"venue": venue, "year": year, "known": known, **others, "firm": firm})
    return found


def uneven(venue, year):
    return 500 + 97 * (sum(map(ord, venue)) % 7) + 10 * (year - 2007)


def growing(venue, year):
    """The AI venue with most firm papers grows tenfold."""
    return 10000 if venue == "a7" and year >= 2012 else 1000


def firm_rows(divide):
    return venue_years(divide.counts, outcome_measure(divide.counts, "firm_share", None), YEARS)


def planted_records(planted, workers=1):
    rows = rows_of(lambda year: 10 if year >= 2017 else 0, size=growing, noise=15)
    divide = planted(rows)
    return divide, causal.compute(divide.counts, draws=40, workers=workers)
