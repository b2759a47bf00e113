"""Aggregates of Epoch AI's notable models: who trains, with how much compute, at what cost. Build time only."""

from collections.abc import Iterable, Iterator

import numpy as np
import statsmodels.api as sm

from analytics.divide.epoch import MAKERS, Model
from analytics.divide.uncertainty import percentile_interval, wilson

SECTORS = ("industry", "academia", "collaboration", "other")
# Before this year the table holds a handful of models a year.
FIRST_YEAR = 2003
# Where the trend of training compute bends (Sevilla et al. 2022).
MODERN = 2010
# The last windows end with the last year that the snapshot covers in full and that has models of both sectors.
WINDOWS = (tuple(range(2010, 2015)), tuple(range(2015, 2020)), tuple(range(2020, 2024)))
# A median of fewer models says more about the table than about the world.
MIN_MODELS = 3
MIN_FIT = 20
DRAWS, SEED = 1000, 2025
DIGITS = 6


def aggregate(models: list[Model]) -> list[dict]:
    """All aggregates as records: metric, years, value, n; sector or hardware, low, high and parts where there are any.

    A cell with too few models has no record.
    """
    last = max(model.year for model in models)
    periods = [(year,) for year in range(FIRST_YEAR, last + 1)] + list(WINDOWS)
    found: list[dict] = []
    for years in periods:
        inside = [model for model in models if model.year in years]
        found += [
            *counts(inside, years),
            *shares(inside, years),
            *compute(inside, years),
            *costs(inside, years),
            *hardware(inside, years),
        ]
    return found + list(doubling_times(models, last))


def record(metric: str, years: Iterable[int], value: float, n: int, interval: tuple[float, float] | None = None, **more) -> dict:
    """One record, its numbers as they are stored."""
    bounds = {"low": stored(interval[0]), "high": stored(interval[1])} if interval else {}
    return {"metric": metric, "years": list(years), "value": stored(value), "n": n, **bounds, **more}


def stored(value: float) -> float:
    """Six decimals, or twelve significant digits for the large numbers of compute."""
    return float(f"{value:.12g}") if abs(value) >= 1e6 else round(float(value), DIGITS)


def of_sector(models: list[Model], sector: str | None) -> list[Model]:
    return [model for model in models if sector in (None, model.sector)]


def counts(models: list[Model], years: tuple[int, ...]) -> Iterator[dict]:
    """Models by sector; 0 is a count, not a gap."""
    yield record("epoch_models", years, len(models), len(models))
    for sector in SECTORS:
        yield record("epoch_models", years, len(of_sector(models, sector)), len(models), sector=sector)


def shares(models: list[Model], years: tuple[int, ...]) -> Iterator[dict]:
    """Share of models with an industry organisation, with industry alone and with academia alone; Wilson intervals."""
    known = [model for model in models if model.kinds]
    if len(known) < MIN_MODELS:
        return
    parts = {
        "epoch_industry_share": sum("Industry" in model.kinds for model in known),
        "epoch_industry_only_share": len(of_sector(known, "industry")),
        "epoch_academia_only_share": len(of_sector(known, "academia")),
    }
    for metric, part in parts.items():
        low, high = wilson(part / len(known), len(known))
        yield record(
            metric,
            years,
            100 * part / len(known),
            len(known),
            (100 * low, 100 * high),
            parts={"numerator": part, "denominator": len(known)},
        )


def compute(models: list[Model], years: tuple[int, ...]) -> Iterator[dict]:
    """Median and largest training compute (FLOP), and the ratio of the medians of industry and academia."""
    values = {
        sector: np.array([model.flop for model in of_sector(models, sector) if model.flop]) for sector in (None, *SECTORS[:3])
    }
    for sector, flop in values.items():
        if len(flop) >= MIN_MODELS:
            named = {"sector": sector} if sector else {}
            yield record("epoch_compute_median", years, np.median(flop), len(flop), median_interval(flop, years), **named)
    largest = max((model for model in models if model.flop), key=lambda model: model.flop, default=None)
    if largest:
        yield record("epoch_compute_max", years, largest.flop, len(values[None]), parts={"model": largest.name})
    industry, academia = values["industry"], values["academia"]
    if min(len(industry), len(academia)) >= MIN_MODELS:
        draws = median_draws(industry, years, 0) / median_draws(academia, years, 1)
        yield record(
            "epoch_compute_ratio", years, np.median(industry) / np.median(academia), len(industry) + len(academia),
            percentile_interval(draws), parts={"industry": len(industry), "academia": len(academia)},
        )  # fmt: skip


def costs(models: list[Model], years: tuple[int, ...]) -> Iterator[dict]:
    """Median and largest cost of training, in whole dollars of 2023."""
    priced = [model for model in models if model.cost]
    if priced:
        largest = max(priced, key=lambda model: model.cost)
        yield record("epoch_cost_max", years, round(largest.cost), len(priced), parts={"model": largest.name})
    if len(priced) >= MIN_MODELS:
        cost = np.array([model.cost for model in priced])
        low, high = median_interval(cost, years)
        yield record("epoch_cost_median", years, round(np.median(cost)), len(cost), (round(low), round(high)))


def hardware(models: list[Model], years: tuple[int, ...]) -> Iterator[dict]:
    """Models by maker of their chips, and the number of chips used."""
    known = [model for model in models if model.makers]
    if len(known) >= MIN_MODELS:
        for maker in (*MAKERS.values(), "other"):
            using = sum(maker in model.makers for model in known)
            if using:
                yield record("epoch_hardware_models", years, using, len(known), hardware=maker)
    chips = np.array([model.chips for model in models if model.chips])
    if len(chips) >= MIN_MODELS:
        yield record("epoch_chips_median", years, np.median(chips), len(chips), median_interval(chips, years))
        yield record("epoch_chips_max", years, chips.max(), len(chips))


def median_draws(values: np.ndarray, years: tuple[int, ...], stream: int) -> np.ndarray:
    generator = np.random.default_rng([SEED, years[0], years[-1], stream, len(values)])
    return np.median(generator.choice(values, size=(DRAWS, len(values))), axis=1)


def median_interval(values: np.ndarray, years: tuple[int, ...]) -> tuple[float, float]:
    """Bootstrap 95 % interval of a median."""
    return percentile_interval(median_draws(values, years, 0))


def doubling_times(models: list[Model], last: int) -> Iterator[dict]:
    """Months in which training compute doubles: a straight line through log2 FLOP over time (robust errors, statsmodels)."""
    first = min(model.year for model in models)
    for start, end, sectors in ((first, MODERN - 1, (None,)), (MODERN, last, (None, *SECTORS[:3]))):
        for sector in sectors:
            chosen = [model for model in of_sector(models, sector) if model.flop and start <= model.year <= end]
            if len(chosen) < MIN_FIT:
                continue
            years = np.array([model.day.toordinal() for model in chosen]) / 365.25
            fitted = sm.OLS(np.log2([model.flop for model in chosen]), sm.add_constant(years - years.mean())).fit(cov_type="HC3")
            slow, fast = fitted.conf_int()[1]
            if slow <= 0:
                continue  # a trend that may be flat has no doubling time
            named = {"sector": sector} if sector else {}
            yield record(
                "epoch_doubling_time", range(start, end + 1), 12 / fitted.params[1], len(chosen), (12 / fast, 12 / slow), **named
            )
