"""Tornado and break-even: many variants of the inputs evaluated in one pass of arrays."""

from dataclasses import dataclass

import numpy as np

from analytics.roi.model import value
from analytics.roi.settings import Assumption, Settings, scaled
from analytics.roi.templates import HOUR_LIMIT

GRID, ROUNDS = 129, 3
SEARCHED_KINDS = ("probability",)
SEARCHED_KEYS = ("annual_benefit", "gpu_hours")
# Held between other probabilities, or about money that a plan should not depend on.
NOT_SEARCHED = ("joint_gate1_after_pass", "adoption_probability")
COMPANY = ("capital_stock", "taxable_income")
REACH = 100
"""A break-even amount is looked for up to this multiple of what the plan costs."""


@dataclass(frozen=True)
class Swing:
    """Expected value (yen) with one assumption at its low and at its high, the others at their base."""

    assumption: Assumption
    at_low: float
    at_high: float

    @property
    def size(self) -> float:
        return abs(self.at_high - self.at_low)

    def to_dict(self) -> dict:
        entry = self.assumption
        return {
            "key": entry.key, "label_ja": entry.label_ja, "unit": entry.unit,
            "low": entry.low, "value": entry.value, "high": entry.high,
            "at_low": self.at_low, "at_high": self.at_high, "swing": self.size,
        }  # fmt: skip


@dataclass(frozen=True)
class BreakEven:
    """Value of one assumption (in its unit) from which the expected value is at least 0; None: no value within its bounds does
    it.
    """

    assumption: Assumption
    value: float | None

    def to_dict(self) -> dict:
        entry = self.assumption
        reason = None if self.value is not None else f"{entry.label_ja}だけを変えても、期待値は0以上になりません"
        return {
            "key": entry.key,
            "label_ja": entry.label_ja,
            "value": self.value,
            "unit": entry.unit,
            "current": entry.value,
            "reason_ja": reason,
        }


def tornado(settings: Settings) -> tuple[Swing, ...]:
    """Every uncertain assumption that moves the expected value, largest swing first."""
    entries = [entry for entry in settings.assumptions.values() if entry.ranged]
    if not entries:
        return ()
    width = 2 * len(entries)
    inputs = settings.inputs()
    for place, entry in enumerate(entries):
        column = np.full(width, float(inputs[entry.key]))
        column[2 * place : 2 * place + 2] = scaled(entry, entry.low), scaled(entry, entry.high)
        inputs[entry.key] = column
    values = np.broadcast_to(value(settings.strategy, inputs), width)
    swings = [Swing(entry, float(values[2 * place]), float(values[2 * place + 1])) for place, entry in enumerate(entries)]
    return tuple(sorted((swing for swing in swings if swing.size > 0), key=lambda swing: -swing.size))


def break_even(settings: Settings) -> tuple[BreakEven, ...]:
    """Break-even of the benefit (or hours of use) and of each probability, one at a time.

    The expected value never falls in any of them and is linear between its kinks, so a grid narrowed `ROUNDS` times and a
    straight line inside the last cell give the crossing.
    """
    entries = [entry for entry in settings.assumptions.values() if searched(entry)]
    if not entries:
        return ()
    low, high = np.zeros(len(entries)), np.array([limit(settings, entry) for entry in entries])
    for turn in range(ROUNDS):
        grid = low[:, None] + (high - low)[:, None] * np.linspace(0, 1, GRID)
        values = variants(settings, entries, grid)
        if turn == 0:
            reached, free = values[:, -1] >= 0, values[:, 0] >= 0
        rows, cell = np.arange(len(entries)), np.clip(np.argmax(values >= 0, axis=1), 1, GRID - 1)
        low, high = grid[rows, cell - 1], grid[rows, cell]
    below, above = values[rows, cell - 1], values[rows, cell]
    gap = np.where(above > below, above - below, 1.0)
    crossing = np.where(free, 0.0, low + (high - low) * np.clip(-below / gap, 0.0, 1.0))
    return tuple(
        BreakEven(entry, float(crossing[place]) * (100 if entry.percent else 1) if reached[place] else None)
        for place, entry in enumerate(entries)
    )


def searched(entry: Assumption) -> bool:
    name = entry.key.rpartition(".")[2]
    return name in SEARCHED_KEYS or (entry.kind in SEARCHED_KINDS and name not in NOT_SEARCHED)


def limit(settings: Settings, entry: Assumption) -> float:
    """Upper end of the search, in the formula's unit."""
    if entry.kind in SEARCHED_KINDS:
        return 1.0
    amounts = (other.value for other in settings.assumptions.values() if other.kind == "money" and other.key not in COMPANY)
    return REACH * max(1.0, float(entry.value), *amounts) if entry.kind == "money" else float(HOUR_LIMIT) * REACH


def variants(settings: Settings, entries: list[Assumption], grid: np.ndarray) -> np.ndarray:
    """Expected value at each grid point of each entry; shape of `grid`: (entries, points)."""
    inputs = settings.inputs()
    for place, entry in enumerate(entries):
        column = np.full(grid.shape, float(inputs[entry.key]))
        column[place] = grid[place]
        inputs[entry.key] = column.reshape(-1)
    return np.broadcast_to(value(settings.strategy, inputs), grid.size).reshape(grid.shape)
