"""Draws for the Monte Carlo simulation: PERT, triangular, and cost overruns with a fat tail."""

from dataclasses import dataclass

import numpy as np

SHAPES = ("pert", "triangular")


def pert(rng: np.random.Generator, low: float, mode: float, high: float, n: int) -> np.ndarray:
    """Beta-PERT: low + (high − low) · Beta(1 + 4(mode − low)/(high − low), 1 + 4(high − mode)/(high − low)); mean (low + 4·mode
    + high)/6.
    """
    if not low <= mode <= high:
        raise ValueError(f"PERT needs low <= mode <= high, got {low}, {mode}, {high}")
    if low == high:
        return np.full(n, float(low))
    width = high - low
    return low + width * rng.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, n)


def triangular(rng: np.random.Generator, low: float, mode: float, high: float, n: int) -> np.ndarray:
    """Triangular with mean (low + mode + high)/3."""
    if not low <= mode <= high:
        raise ValueError(f"a triangle needs low <= mode <= high, got {low}, {mode}, {high}")
    return np.full(n, float(low)) if low == high else rng.triangular(low, mode, high, n)


def draw(shape: str, rng: np.random.Generator, low: float, mode: float, high: float, n: int) -> np.ndarray:
    """Draws of the named shape. Raises ValueError for another name."""
    if shape not in SHAPES:
        raise ValueError(f"unknown distribution {shape!r}; known: {', '.join(SHAPES)}")
    return (pert if shape == "pert" else triangular)(rng, low, mode, high, n)


@dataclass(frozen=True)
class Overrun:
    """Multiplier of the production cost: a body around the estimate and, for `tail_share` of projects, a Pareto tail.

    The tail starts at `tail_start` with index `alpha` (for IT at most 1: no finite mean), so it is cut where its mean becomes
    1 + `tail_mean`, the average overrun that was observed (Flyvbjerg & Gardner).
    """

    low: float
    mode: float
    high: float
    tail_share: float
    tail_start: float
    tail_mean: float
    alpha: float

    def cut(self) -> float:
        """Largest multiplier. Raises ValueError when no cut gives the mean."""
        target = 1 + self.tail_mean
        low, high = self.tail_start * (1 + 1e-9), self.tail_start * 1e9
        if not self.mean_cut_at(low) < target < self.mean_cut_at(high):
            raise ValueError(f"no tail from {self.tail_start} with index {self.alpha} has a mean of {target}")
        for _ in range(200):
            middle = (low * high) ** 0.5
            low, high = (middle, high) if self.mean_cut_at(middle) < target else (low, middle)
        return high

    def mean_cut_at(self, cut: float) -> float:
        """Mean of a Pareto on [tail_start, cut]."""
        ratio, alpha = cut / self.tail_start, self.alpha
        if abs(alpha - 1) < 1e-9:
            return self.tail_start * np.log(ratio) / (1 - 1 / ratio)
        return self.tail_start * alpha / (alpha - 1) * (1 - ratio ** (1 - alpha)) / (1 - ratio**-alpha)

    def draw(self, rng: np.random.Generator, n: int) -> np.ndarray:
        body = pert(rng, self.low, self.mode, self.high, n)
        within, in_tail = rng.random(n), rng.random(n) < self.tail_share
        if not self.tail_share:
            return body
        ratio = self.cut() / self.tail_start
        tail = self.tail_start * (1 - within * (1 - ratio**-self.alpha)) ** (-1 / self.alpha)
        return np.where(in_tail, tail, body)
