"""Every causal estimate on our venues, computed once at build time into records that `causal_figures` puts into words."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product

import numpy as np

from analytics.divide.classic_synth import synthesise
from analytics.divide.factor_choice import validate
from analytics.divide.gsynth import Estimate, estimate
from analytics.divide.gsynth_inference import DRAWS, Inference, Interval, check_draws, infer, placebo
from analytics.divide.panel_outcomes import LAST_YEARS, OUTCOMES, SAMPLES, Sample, make_sample, outcome_measure
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.regression import (
    MIN_VENUES,
    Coefficient,
    event_study,
    fixed_effects_did,
    pooled_did,
    two_stage_did,
    venue_years,
)  # fmt: skip
from analytics.divide.store import Counts
from analytics.errors import BadInput, NotInData

# Five years before the start can carry no more than this (design: cross-validation over 0–3).
MOST_FACTORS = 3
PLACEBO_PERIODS = 2
# Effects by year: of the venues with every year (to 2019 with NeurIPS), and of those with gaps.
BY_YEAR = {("balanced", LAST_YEARS[0]), ("balanced", LAST_YEARS[1]), ("unbalanced", LAST_YEARS[1])}
VENUE_OUTCOMES = ("firm_share", "firm_only_share", "big_tech_share")
# Fine enough for any display, coarse enough that another processor's last bits do not show.
DIGITS = 4
ERROR_DIGITS = 6  # significant: the validation error of too many factors is huge and as sensitive
WORKERS = 2


@dataclass(frozen=True)
class Task:
    """One outcome on one sample, with what to compute beside the estimates."""

    metric: str
    tier: str | None
    sample: Sample
    draws: int

    @property
    def name(self) -> dict:
        return {"metric": self.metric, "tier": self.tier, "sample": self.sample.kind, "last_year": self.sample.last_year}


def compute(counts: Counts, draws: int = DRAWS, workers: int = WORKERS) -> dict:
    """All records: {"draws", "gsynth": [...], "did": [...], "missing": [...]}.

    What the data do not carry (too few venues, years outside the data) is listed in "missing" with its reason. The result
    does not depend on `workers`. Raises ValueError for too few draws.
    """
    check_draws(draws)
    if not set(BEFORE + AFTER) <= set(counts.years):
        return {
            "draws": draws,
            "gsynth": [],
            "did": [],
            "missing": [{"reason": f"the data lack years of {BEFORE[0]}-{AFTER[-1]}"}],
        }
    tasks, missing = [], []
    for (metric, tier), kind, last in product(OUTCOMES, SAMPLES, LAST_YEARS):
        task = Task(metric, tier, make_sample(counts, outcome_measure(counts, metric, tier), kind, last), draws)
        if min(task.sample.treated, task.sample.control) < MIN_VENUES:
            missing.append({**task.name, "reason": f"{task.sample.treated} AI and {task.sample.control} other venues: too few"})
        else:
            tasks.append(task)
    found, failed = split(run(tasks, workers))
    did, did_failed = split(did_or_reason(counts, metric, tier) for metric, tier in OUTCOMES)
    return {"draws": draws, "gsynth": found, "did": did, "missing": missing + failed + did_failed}


def split(records: Iterable[dict]) -> tuple[list[dict], list[dict]]:
    """Results, and those that carry a reason instead."""
    records = list(records)
    return [each for each in records if "reason" not in each], [each for each in records if "reason" in each]


def run(tasks: list[Task], workers: int) -> list[dict]:
    if workers < 2 or len(tasks) < 2:
        return [gsynth_or_reason(task) for task in tasks]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(gsynth_or_reason, tasks))


# -- generalized synthetic control ------------------------------------------------------------------------------------------


def gsynth_or_reason(task: Task) -> dict:
    try:
        return gsynth_record(task)
    except ValueError as error:
        return {**task.name, "reason": str(error)}


def gsynth_record(task: Task) -> dict:
    """Every number of factors with its interval; by year and venue, both bootstraps and the placebo for the chosen one."""
    panel = task.sample.panel
    validation = validate(panel, largest=MOST_FACTORS)
    runs, chosen = [], None
    for factors, error in validation.errors.items():
        result = estimate(panel, factors)
        found = infer(result, task.draws)
        runs.append({"factors": factors, "validation_error": significant(error), "att": interval(found.att)})
        if factors == validation.best:
            chosen = result, found
    result, found = chosen
    record = {
        **task.name,
        "treated": list(panel.treated_names),
        "controls": task.sample.control,
        "missing_cells": int((~panel.observed).sum()),
        "papers": int(task.sample.papers.sum()),
        "factors": validation.best,
        "cross_validated": validation.cross_validated,
        "indicated": validation.indicated,
        "unsettled": list(validation.unsettled),
        "runs": runs,
        "nonparametric": interval(infer(result, task.draws, "nonparametric").att),
    }
    if (task.sample.kind, task.sample.last_year) in BY_YEAR:
        record["by_period"] = by_period(task.sample, found)
    return record | extras(task, result, found)


def by_period(sample: Sample, found: Inference) -> list[dict]:
    start = int(sample.panel.treated.any(axis=1).argmax())
    places = [(start + each.period - 1, each) for each in found.by_period if each.period > 0]
    return [
        {"period": sample.panel.times[place], **interval(each), "papers": int(sample.papers[place].sum())}
        for place, each in places
    ]


def extras(task: Task, result: Estimate, found: Inference) -> dict:
    """Placebo in time, and each venue by both methods: for the venues with every year."""
    if task.sample.kind != "balanced":
        return {}
    panel = task.sample.panel
    # The years left before the placebo's start carry a unit effect and this many factors at most.
    factors = min(result.factors, len(BEFORE) - PLACEBO_PERIODS - 1)
    earlier = placebo(panel, PLACEBO_PERIODS, factors, draws=task.draws)
    record = {"placebo": {"factors": factors, **interval(earlier.att)}}
    if task.metric in VENUE_OUTCOMES:
        papers = dict(zip(panel.units, task.sample.papers.sum(axis=0).astype(int).tolist(), strict=True))
        record["by_venue"] = [{"venue": each.name, **interval(each), "papers": papers[each.name]} for each in found.by_unit]
        record["classic"] = [
            {
                "venue": each.venue,
                "value": rounded(each.effect),
                "fit_before": rounded(each.fit_before),
                "papers": papers[each.venue],
                "donors": [[name, rounded(weight)] for name, weight in each.donors],
            }
            for each in synthesise(panel)
        ]
    return record


# -- difference-in-differences --------------------------------------------------------------------------------------------------


def did_or_reason(counts: Counts, metric: str, tier: str | None) -> dict:
    name = {"metric": metric, "tier": tier}
    try:
        return {**name, **did_record(counts, metric, tier)}
    except NotInData:
        return {**name, "reason": f"fewer than {MIN_VENUES} venues on one side"}
    except ValueError as error:
        return {**name, "reason": str(error)}


def did_record(counts: Counts, metric: str, tier: str | None) -> dict:
    rows = venue_years(counts, outcome_measure(counts, metric, tier), BEFORE + AFTER)
    events = event_study(rows)
    return {
        "pooled": coefficient(pooled_did(rows)),
        "fixed_effects": coefficient(fixed_effects_did(rows)),
        "fixed_effects_equal": coefficient(fixed_effects_did(rows, weighted=False)),
        "stages": [{"years": list(years), **coefficient(each)} for years, each in two_stage_did(rows).items()],
        "events": [{"year": year, **coefficient(each)} for year, each in events.by_year.items()],
        "base_year": events.base,
        "pretrend_p": rounded(events.pretrend_p),
        "papers": int(rows.papers.sum()),
        "papers_by_year": {str(year): int(rows.papers[rows.year == year].sum()) for year in np.unique(rows.year)},
        "venues": int(len(np.unique(rows.venue))),
    }


# -- numbers as they are stored ------------------------------------------------------------------------------------------


def significant(value: float) -> float:
    """Rounded to ERROR_DIGITS significant digits."""
    return float(f"{value:.{ERROR_DIGITS}g}")


def rounded(value: float, digits: int = DIGITS) -> float:
    """Rounded for storing; negative zero becomes zero. Raises ValueError for what is no number (an outcome that never varies)."""
    if not np.isfinite(value):
        raise BadInput("the outcome does not vary enough to estimate its error", "no_spread")
    return round(float(value), digits) + 0.0


def interval(found: Interval) -> dict:
    return {"value": rounded(found.value), "se": rounded(found.se), "low": rounded(found.low), "high": rounded(found.high)}


def coefficient(found: Coefficient) -> dict:
    return {"value": rounded(found.value), "se": rounded(found.se), "low": rounded(found.low), "high": rounded(found.high)}
