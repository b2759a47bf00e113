"""NPV, IRR and payback of yearly cash flows (index = year, year 0 undiscounted)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy_financial

NEVER = "never"
NO_SIGN_CHANGE, NO_ROOT, SEVERAL_ROOTS, NO_CROSSING, NO_FLOWS = "no_sign_change", "no_root", "several_roots", "no_crossing", "no_flows"
HALF_SEN = 0.005
"""Yen: a running total this close to 0 differs from it only by rounding."""
SAME = 1e-4
"""Relative distance of discount factors that count as one."""
REASONS = {
    NO_SIGN_CHANGE: "算出不可（支出と収入の両方がないため、内部収益率は定まりません）",
    NO_ROOT: "算出不可（NPVを0にする割引率がありません）",
    SEVERAL_ROOTS: "算出不可（NPVを0にする割引率が2つ以上あり、1つに定まりません）",
    NO_CROSSING: "算出不可（NPVが0に触れるだけで正負が入れ替わらないため、内部収益率では判断できません）",
    NO_FLOWS: "算出不可（支出も収入もありません）",
    NEVER: "回収せず（期間内に累計がプラスになりません）",
}


@dataclass(frozen=True)
class Outcome:
    """A measure, or the key of REASONS that says why there is none."""

    value: float | None
    reason: str | None = None

    @property
    def reason_ja(self) -> str | None:
        return REASONS[self.reason] if self.reason else None


def npv(rate: float, flows: Sequence[float]) -> float:
    """Σ CF_t / (1 + r)^t in yen."""
    return float(sum(flow / (1 + rate) ** year for year, flow in enumerate(flows)))


def irr(flows: Sequence[float]) -> Outcome:
    """The one rate (fraction) at which NPV is 0; none when there is no such rate above −100% or more than one.

    One change of sign means at most one rate (Descartes); with more, all roots of the polynomial in 1/(1+r) are counted. A rate
    at which NPV only touches 0 (a double root) decides nothing: the plan gains or loses on both sides of it.
    """
    signs = [flow > 0 for flow in flows if flow]
    changes = sum(first != second for first, second in zip(signs, signs[1:], strict=False))
    if changes == 0:
        return Outcome(None, NO_SIGN_CHANGE)
    if changes > 1:
        factors = root_factors(flows)
        if len(factors) != 1:
            return Outcome(None, SEVERAL_ROOTS if factors else NO_ROOT)
        if npv(1 / (0.5 * factors[0]) - 1, flows) * npv(1 / (2 * factors[0]) - 1, flows) > 0:
            return Outcome(None, NO_CROSSING)
    value = float(numpy_financial.irr(np.asarray(flows, dtype=float)))
    if not np.isfinite(value) or value <= -1:
        return Outcome(None, NO_ROOT)
    return Outcome(value)


def root_factors(flows: Sequence[float]) -> list[float]:
    """Discount factors 1/(1+r) of the rates above −100% at which NPV is 0; those closer than a ten-thousandth count as one.

    Rounding turns a root of multiplicity m into m complex ones that lie about ε^(1/m) apart, so near the real axis counts as on it.
    """
    roots = np.roots(np.asarray(flows, dtype=float)[::-1])
    real = np.sort(roots[(np.abs(roots.imag) < SAME * np.abs(roots)) & (roots.real > 1e-9)].real)
    return [float(factor) for place, factor in enumerate(real) if place == 0 or factor - real[place - 1] > SAME * factor]


def payback(flows: Sequence[float]) -> Outcome:
    """Years from year 0 until the running total reaches 0 for good; flows arrive evenly within their year."""
    if not any(flows):
        return Outcome(None, NO_FLOWS)
    totals = np.cumsum(np.asarray(flows, dtype=float))
    below = np.flatnonzero(totals < -HALF_SEN)
    if not below.size:
        return Outcome(0.0)
    last = int(below[-1])
    if last == len(totals) - 1:
        return Outcome(None, NEVER)
    return Outcome(last + float(-totals[last] / flows[last + 1]))


def discounted(rate: float, flows: Sequence[float]) -> list[float]:
    return [flow / (1 + rate) ** year for year, flow in enumerate(flows)]


def after_start(years: Outcome, start: int) -> Outcome:
    """A payback counted from year `start` instead of year 0; 0 when it is reached before."""
    return years if years.value is None else Outcome(max(0.0, years.value - start))
