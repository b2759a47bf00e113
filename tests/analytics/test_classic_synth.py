"""Classic synthetic control: what it needs, and weights that are the one minimum."""

import numpy as np
import pytest
from causal_panels import rows_of

from analytics.divide.classic_synth import PENALTY, objective, polish, synthesise
from analytics.divide.panel_outcomes import make_sample, outcome_measure


def test_classic_synthetic_control_needs_every_cell(planted):
    rows = [row for row in rows_of() if (row["venue"], row["year"]) != ("a0", 2015)]
    counts = planted(rows).counts
    with pytest.raises(ValueError, match="without missing cells"):
        synthesise(make_sample(counts, outcome_measure(counts, "firm_share", None), "unbalanced", 2021).panel)


@pytest.mark.parametrize("seed", range(5))
def test_polished_weights_are_the_one_minimum(seed):
    """From any start the same weights, which meet the conditions of a minimum (Karush-Kuhn-Tucker)."""
    random = np.random.default_rng(seed)
    donors, own = random.normal(20, 5, (5, 60)), random.normal(20, 5, 5)
    hessian, slope = objective(donors, own)
    starts = [np.full(60, 1 / 60), np.eye(60)[seed], random.dirichlet(np.ones(60))]
    found = [polish(hessian, slope, start) for start in starts]
    for weights in found:
        assert weights == pytest.approx(found[0], abs=1e-7)
        assert weights.sum() == pytest.approx(1) and weights.min() >= 0 and (weights > 0).sum() <= 6
        gain = hessian @ weights + slope
        assert gain[weights > 0] == pytest.approx(gain.min(), abs=1e-6)
    spread = np.column_stack([donors, own]).std(axis=1, ddof=1)

    def loss(weights):
        far = (((donors - own[:, None]) / spread[:, None]) ** 2).sum(axis=0)
        return (((donors @ weights - own) / spread) ** 2).sum() + PENALTY * far @ weights

    assert all(loss(found[0]) <= loss(random.dirichlet(np.full(60, 0.1))) for _ in range(2000))
