"""NPV, IRR and payback of yearly cash flows (index = year, year 0 undiscounted)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy_financial

NEVER = "never"
NO_SIGN_CHANGE, NO_ROOT, SEVERAL_ROOTS = "no_sign_change", "no_root", "several_roots"
REASONS = {
    NO_SIGN_CHANGE: "算出不可（支出と収入の両方がないため、内部収益率は定まりません）",
    NO_ROOT: "算出不可（NPVを0にする割引率がありません）",
    SEVERAL_ROOTS: "算出不可（NPVを0にする割引率が2つ以上あり、1つに定まりません）",
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

    One change of sign means at most one rate (Descartes); with more, all roots of the polynomial in 1/(1+r) are counted.
    """
    signs = [flow > 0 for flow in flows if flow]
    changes = sum(first != second for first, second in zip(signs, signs[1:], strict=False))
    if changes == 0:
        return Outcome(None, NO_SIGN_CHANGE)
    roots = distinct_rates(flows) if changes > 1 else None
    if roots is not None and len(roots) != 1:
        return Outcome(None, SEVERAL_ROOTS if roots else NO_ROOT)
    value = float(numpy_financial.irr(np.asarray(flows, dtype=float)))
    if not np.isfinite(value) or value <= -1:
        return Outcome(None, NO_ROOT)
    return Outcome(value)


def distinct_rates(flows: Sequence[float]) -> list[float]:
    """Real rates above −100% at which NPV is 0; roots closer than a hundredth of a point count as one."""
    factors = np.roots(np.asarray(flows, dtype=float)[::-1])
    real = factors[(np.abs(factors.imag) < 1e-7) & (factors.real > 1e-9)].real
    rates = np.sort(1 / real - 1)
    return [float(rate) for place, rate in enumerate(rates) if place == 0 or rate - rates[place - 1] > 1e-4]


def payback(flows: Sequence[float]) -> Outcome:
    """Years from year 0 until the running total reaches 0 for good; flows arrive evenly within their year."""
    totals = np.cumsum(np.asarray(flows, dtype=float))
    below = np.flatnonzero(totals < 0)
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
