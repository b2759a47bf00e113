"""Strategies with everything neutral, so that a worked example contains only what it states."""

import os
from pathlib import Path

import pytest

from analytics.roi.settings import resolve

REPOSITORY = Path(__file__).parents[3]
STAGE_COSTS = {
    "prototype": ("labour", "external_support", "data_preparation", "compute", "safety"),
    "cloud": ("labour", "external_support", "compute", "safety"),
    "joint": ("labour", "direct_cost", "indirect_rate", "researchers", "compute", "safety"),
}
CERTAIN = {
    "ramp_year1": 100, "ramp_year2": 100, "realise_probability": 100, "shortfall_benefit": 0, "credit_scheme": "none",
    "gate1_probability": 100, "overrun_low": 1, "overrun_mode": 1, "overrun_high": 1, "overrun_tail_share": 0, "signal_error": 0,
    "gate_margin": 1,
}  # fmt: skip


def neutral(strategy: str) -> dict:
    """No costs of the stages, no failures, no ramp, no credits, no overruns."""
    chances = {"gate2_probability": 100} if strategy == "joint" else {}
    return {**dict.fromkeys(STAGE_COSTS[strategy], 0), **CERTAIN, **chances}


@pytest.fixture(scope="session")
def plain():
    """Settings of a strategy where everything is neutral and untaxed but for `changes`."""

    def make(strategy: str, **changes):
        if strategy == "prototype_joint":
            base = {f"{part}.{key}": value for part in ("prototype", "joint") for key, value in neutral(part).items()}
        else:
            base = neutral(strategy) if strategy in STAGE_COSTS else {}
        named = {key.replace("__", "."): value for key, value in changes.items()}
        return resolve(strategy, {"profitable": "no", "discount_rate": 0, **base, **named})

    return make


@pytest.fixture(scope="session")
def roi_facts_file():
    """The fact sheet that the defaults were taken from: RASHINBAN_KNOWLEDGE, or ../shared/knowledge beside the repository."""
    folder = Path(os.environ.get("RASHINBAN_KNOWLEDGE", REPOSITORY.parent / "shared" / "knowledge"))
    if not (folder / "roi_facts.yaml").is_file():
        pytest.skip(f"the fact sheet is not at {folder}; set RASHINBAN_KNOWLEDGE to the folder that holds roi_facts.yaml")
    return folder / "roi_facts.yaml"
