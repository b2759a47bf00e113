"""Venue-clustered bootstrap: conferences, not papers, are drawn again, because papers of one venue move together."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

DRAWS = 1000
SEED = 2012
Z95 = 1.959964


@dataclass(frozen=True)
class Interval:
    """A 95 % interval and where it comes from: `venues` drawn again, `errors` (± 1.96 bootstrap standard errors),
    `papers` (Newcombe) or `none` when the data do not give one."""

    low: float | None = None
    high: float | None = None
    how: str = "none"


@lru_cache(maxsize=256)
def venue_weights(count: int, stratum: int = 0, draws: int = DRAWS) -> np.ndarray:
    """How often each of `count` venues is drawn, shape (draws, count). `stratum` gives independent streams."""
    generator = np.random.default_rng([SEED, stratum, count])
    return generator.multinomial(count, np.full(count, 1 / count), size=draws).astype(float)


def percentile_interval(draws: np.ndarray, level: float = 0.95) -> tuple[float, float]:
    """Percentile interval of bootstrap draws; draws without any paper (NaN) are left out."""
    tail = 100 * (1 - level) / 2
    low, high = np.nanpercentile(draws, [tail, 100 - tail])
    return float(low), float(high)


def normal_interval(value: float, error: float) -> Interval:
    """value ± 1.96 bootstrap standard errors.

    For concentration: drawing venues again repeats some and drops others, so that fewer institutions remain and every
    draw is shifted; percentiles can then miss the value itself, while the spread of the draws is right.
    """
    return Interval(float(value - Z95 * error), float(value + Z95 * error), "errors")


def share_draws(numerator: np.ndarray, denominator: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Pooled shares in percent under each draw: (venues,), (venues,), (draws, venues) → (draws,)."""
    bottom = weights @ denominator
    return np.divide(100 * (weights @ numerator), bottom, out=np.full(len(bottom), np.nan), where=bottom > 0)


def difference_of_proportions(count_a: float, n_a: float, count_b: float, n_b: float, z: float = Z95) -> tuple[float, float]:
    """Newcombe's hybrid-score 95 % interval for b − a, in points (Newcombe 1998, method 10).

    For a single venue, where papers are the only thing left to resample.
    """
    share_a, share_b = count_a / n_a, count_b / n_b
    low_a, high_a = wilson(share_a, n_a, z)
    low_b, high_b = wilson(share_b, n_b, z)
    difference = share_b - share_a
    low = difference - np.hypot(share_b - low_b, high_a - share_a)
    high = difference + np.hypot(high_b - share_b, share_a - low_a)
    return float(100 * low), float(100 * high)


def wilson(share: float, n: float, z: float = Z95) -> tuple[float, float]:
    """Wilson score interval of a proportion (Wilson 1927), both in 0..1."""
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    margin = z / (1 + z * z / n) * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return float(centre - margin), float(centre + margin)
