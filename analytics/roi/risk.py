"""What the simulated futures say: mean, percentiles, chance of gain, the worst tenth, and the band of cumulative cash."""

from dataclasses import asdict, dataclass

import numpy as np

from analytics.roi.montecarlo import DRAWS, LEAST_DRAWS, SEED, lived_flows
from analytics.roi.settings import Settings

BINS = 40
PERCENTILES = (10, 50, 90)


@dataclass(frozen=True)
class Band:
    """Cumulative cash (yen, not discounted) by the end of a year over all futures."""

    year: int
    p10: float
    p50: float
    p90: float
    mean: float


@dataclass(frozen=True)
class MonteCarlo:
    """Distribution of the NPV in yen; probabilities are fractions."""

    draws: int
    seed: int
    distribution: str
    mean: float
    standard_error: float
    p10: float
    p50: float
    p90: float
    probability_positive: float
    worst_tenth_mean: float
    histogram_edges: tuple[float, ...]
    histogram_counts: tuple[int, ...]
    cumulative: tuple[Band, ...]

    def to_dict(self) -> dict:
        record = asdict(self)
        edges, counts = record.pop("histogram_edges"), record.pop("histogram_counts")
        return {**record, "histogram": {"edges": list(edges), "counts": list(counts)}, "cumulative": list(record["cumulative"])}


def simulate(settings: Settings, draws: int = DRAWS, seed: int = SEED, distribution: str = "pert") -> MonteCarlo:
    """Simulate a strategy. The same settings, draws and seed give the same figures. Raises ValueError for too few draws."""
    if draws < LEAST_DRAWS:
        raise ValueError(f"a simulation needs at least {LEAST_DRAWS} draws, got {draws}")
    flows, rate = lived_flows(settings, draws, seed, distribution)
    values = (1 + rate) ** -np.arange(len(flows)) @ flows
    p10, p50, p90 = np.percentile(values, PERCENTILES)
    worst = np.sort(values)[: max(1, draws // 10)]
    # The tails beyond 0.5% would squeeze the picture; their futures are counted in the outermost bins.
    edges = (
        np.linspace(*np.percentile(values, (0.5, 99.5)), BINS + 1)
        if np.ptp(values) > 0
        else np.array([values[0] - 1, values[0] + 1])
    )
    counts, _ = np.histogram(np.clip(values, edges[0], edges[-1]), edges)
    return MonteCarlo(
        draws=draws, seed=seed, distribution=distribution, mean=float(values.mean()),
        standard_error=float(values.std() / draws**0.5), p10=float(p10), p50=float(p50), p90=float(p90),
        probability_positive=float((values > 0).mean()),
        worst_tenth_mean=float(worst.mean()), histogram_edges=tuple(map(float, edges)), histogram_counts=tuple(map(int, counts)),
        cumulative=bands(np.cumsum(flows, axis=0)),
    )  # fmt: skip


def bands(totals: np.ndarray) -> tuple[Band, ...]:
    """One band a year from cumulative flows (years × draws)."""
    return tuple(Band(year, *map(float, np.percentile(row, PERCENTILES)), float(row.mean())) for year, row in enumerate(totals))
