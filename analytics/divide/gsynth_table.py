"""Any table for the generalized synthetic control: CSV → Panel, and the result as one JSON object."""

import csv
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from analytics.divide.factor_choice import MAX_FACTORS, Validation, validate
from analytics.divide.gsynth import Estimate, Panel, estimate
from analytics.divide.gsynth_inference import DRAWS, SEED, Inference, Interval, infer, placebo
from analytics.errors import BadInput, SourceError

FEW_PERIODS = 8


@dataclass(frozen=True)
class Columns:
    """Names of the columns of a table with one row per unit and time."""

    outcome: str
    treated: str
    unit: str
    time: str
    covariates: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.unit, self.time, self.outcome, self.treated, *self.covariates)


@dataclass(frozen=True)
class Row:
    """One line of the file; `outcome` and covariates are NaN where the cell is empty."""

    line: int
    unit: str
    time: str
    outcome: float
    treated: bool
    covariates: tuple[float, ...]


@dataclass(frozen=True)
class Report:
    """A complete analysis. `validation` is None when the number of factors was given.

    by_factors: average effect with every number of factors that was tried: how far the answer hangs on the choice.
    """

    result: Estimate
    inference: Inference
    validation: Validation | None
    by_factors: dict[int, float]
    placebo: Inference | None


def read_panel(path: str | Path, columns: Columns) -> Panel:
    """Read a CSV with a header.

    Cells with an empty outcome or covariate, and absent rows, are missing. Raises SourceError naming the file and line
    for an unreadable file, a value that is no number, a treatment other than 0/1, a repeated row or a treatment that ends;
    ValueError for a column name that the file does not have.
    """
    path = Path(path)
    rows = read_rows(path, columns)
    units, times = ordered({row.unit for row in rows}), ordered({row.time for row in rows})
    place = {name: number for number, name in enumerate(units)}, {name: number for number, name in enumerate(times)}
    shape = (len(times), len(units))
    outcome, treated = np.full(shape, np.nan), np.zeros(shape, dtype=bool)
    covariates, line = np.zeros((*shape, len(columns.covariates))), np.zeros(shape, dtype=int)
    for row in rows:
        cell = place[1][row.time], place[0][row.unit]
        if line[cell]:
            message = f"{path} line {row.line}: unit {row.unit}, time {row.time} is already on line {line[cell]}"
            details = {"line": row.line, "unit": row.unit, "time": row.time, "first": int(line[cell])}
            raise SourceError(message, "repeated", file=path, **details)
        line[cell], treated[cell] = row.line, row.treated
        if not any(map(math.isnan, (row.outcome, *row.covariates))):
            outcome[cell], covariates[cell] = row.outcome, row.covariates
    check_treatment(path, treated, line, units, times)
    # A unit stays treated through the rows that the file leaves out.
    return Panel(outcome, np.logical_or.accumulate(treated, axis=0), covariates, units, times, columns.covariates)


def read_rows(path: Path, columns: Columns) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            header = reader.fieldnames or []
            absent = [name for name in columns.names if name not in header]
            if absent:
                message = f"{path} has no column {', '.join(absent)}; its columns: {', '.join(header)}"
                raise BadInput(message, "no_column", file=path, names="、".join(absent), columns="、".join(header))
            rows = [read_row(path, reader.line_num, record, columns) for record in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{path} cannot be read as a UTF-8 CSV file: {error}", "not_csv", file=path, detail=error) from error
    if not rows:
        raise SourceError(f"{path} holds no rows", "no_rows", file=path)
    return rows


def read_row(path: Path, line: int, record: dict, columns: Columns) -> Row:
    where = f"{path} line {line}"
    if None in record or None in record.values():
        raise SourceError(f"{where}: the number of cells differs from the header", "cells", file=path, line=line)
    unit, time = record[columns.unit].strip(), record[columns.time].strip()
    if not unit or not time:
        column = columns.time if unit else columns.unit
        raise SourceError(f"{where}: {column} is empty", "empty_key", file=path, line=line, column=column)
    mark, text = number(path, line, columns.treated, record[columns.treated]), record[columns.treated]
    if mark not in (0, 1):
        message = f"{where}: {columns.treated} must be 0 or 1, not {text!r}"
        raise SourceError(message, "mark", file=path, line=line, column=columns.treated, text=text)
    values = (number(path, line, name, record[name]) for name in (columns.outcome, *columns.covariates))
    outcome, *covariates = values
    return Row(line, unit, time, outcome, mark == 1, tuple(covariates))


def number(path: Path, line: int, name: str, text: str) -> float:
    """A finite number, or NaN for an empty cell (also NA, NaN). Raises SourceError."""
    if text.strip().lower() in ("", "na", "nan"):
        return math.nan
    try:
        value = float(text)
    except ValueError:
        value = math.inf
    if not math.isfinite(value):
        message = f"{path} line {line}: {name} {text!r} is not a finite number"
        raise SourceError(message, "not_number", file=path, line=line, column=name, text=text)
    return value


def ordered(names: set[str]) -> tuple[str, ...]:
    """Sorted as numbers when all of them are, else as text."""
    try:
        return tuple(sorted(names, key=lambda name: (float(name), name)))
    except ValueError:
        return tuple(sorted(names))


def check_treatment(path: Path, treated: np.ndarray, line: np.ndarray, units: tuple, times: tuple) -> None:
    begun = np.logical_or.accumulate(treated, axis=0)
    ended = np.argwhere((begun & ~treated & (line > 0)).T)
    if len(ended):
        unit, time = ended[0]
        where = int(line[time, unit])
        message = (
            f"{path} line {where}: unit {units[unit]} is untreated at time {times[time]} after being treated; "
            "a treatment that ends is not supported"
        )
        raise SourceError(message, "ended_row", file=path, line=where, unit=units[unit], time=times[time])


def analyse(
    panel: Panel, force: str = "two-way", factors: int | None = None, draws: int = DRAWS, kind: str = "parametric",
    seed: int = SEED, placebo_periods: int = 0, largest: int = MAX_FACTORS,
) -> Report:  # fmt: skip
    """Choose the number of factors (unless given), estimate, and draw intervals. Raises ValueError."""
    validation = validate(panel, force, largest) if factors is None else None
    result = estimate(panel, validation.best if validation else factors, force)
    earlier = placebo(panel, placebo_periods, result.factors, force, draws, kind=kind, seed=seed) if placebo_periods else None
    tried = {count: estimate(panel, count, force).att_avg for count in validation.errors} if validation else {}
    tried[result.factors] = result.att_avg
    return Report(result, infer(result, draws, kind, seed), validation, tried, earlier)


def report_dict(report: Report) -> dict:
    """The object of `python -m analytics gsynth --json`. Effects are in units of the outcome."""
    panel, inference = report.result.panel, report.inference
    starts = set(panel.treated[:, panel.is_treated].argmax(axis=0).tolist())

    def effect(found: Interval) -> dict:
        record = {"att": found.value, "se": found.se, "low": found.low, "high": found.high, "n": found.n}
        if found.period is None:
            return {"unit": found.name, **record}
        # A period has one calendar name only when every unit starts together.
        time = {"time": panel.times[found.period - 1 + min(starts)]} if len(starts) == 1 else {}
        return {"period": found.period, **time, **record}

    return {
        "att_avg": inference.att.value,
        "se": inference.att.se,
        "low": inference.att.low,
        "high": inference.att.high,
        "level": inference.level,
        "factors": report.result.factors,
        "force": report.result.force,
        "beta": {found.name: found.value for found in inference.slopes},
        "beta_interval": {found.name: {"se": found.se, "low": found.low, "high": found.high} for found in inference.slopes},
        "att_by_period": [effect(found) for found in inference.by_period if found.period > 0],
        "gap_before": [effect(found) for found in inference.by_period if found.period <= 0],
        "att_by_unit": [effect(found) for found in inference.by_unit],
        "by_factors": [{"factors": count, "att": value} for count, value in sorted(report.by_factors.items())],
        "cross_validation": report.validation and {str(count): error for count, error in report.validation.errors.items()},
        "factor_choice": report.validation
        and {
            "cross_validated": report.validation.cross_validated,
            "indicated": report.validation.indicated,
            "information": {str(count): value for count, value in report.validation.information.items()},
        },
        "placebo": report.placebo
        and {key: value for key, value in asdict(report.placebo.att).items() if key not in ("period", "name")},
        "inference": inference.kind,
        "draws": inference.draws,
        "units": {"treated": int(panel.is_treated.sum()), "control": int((~panel.is_treated).sum())},
        "periods": len(panel.times),
        "missing_cells": int((~panel.observed).sum()),
    }


def report_text(report: Report) -> str:
    """The same in lines for a terminal."""
    record = report_dict(report)
    lines = [
        f"平均効果 {record['att_avg']:.4f}（標準誤差 {record['se']:.4f}、95%区間 {record['low']:.4f}〜{record['high']:.4f}）",
        f"因子の数 {record['factors']}" + ("（交差検証と情報量基準で選択）" if report.validation else "（指定）"),
    ]
    if report.validation:
        lines += [
            f"  因子{count}個: 平均効果 {report.by_factors[count]:.4f}、予測の二乗誤差 {error:.4f}"
            for count, error in report.validation.errors.items()
        ]
        lines += choice_notes(report.validation)
        if runs_narrow(report.result.panel):
            lines.append("  処置前の期間が短く、開始のずれか欠けた値があるため、区間は95%区間としては狭めです（bench coverage で確認できます）。")
        lines.append("  区間は、選んだ因子の数が正しいとして計算しています。因子の数で平均効果が大きく動くときは、断定を避けてください。")
    lines += [f"係数 {name} {value:.4f}" for name, value in record["beta"].items()]
    lines += [
        f"開始から{row['period']}期目\t{row['att']:.4f}\t[{row['low']:.4f}, {row['high']:.4f}]\tn={row['n']}"
        for row in record["att_by_period"]
    ]
    if record["placebo"]:
        value, low, high = (record["placebo"][name] for name in ("value", "low", "high"))
        lines.append(f"偽の開始時点での効果 {value:.4f} [{low:.4f}, {high:.4f}]")
    return "\n".join(lines)


def runs_narrow(panel: Panel) -> bool:
    """Few periods before the treatment together with missing cells or several starts: on simulated panels of this kind the
    intervals hold the effect less often than they promise when the number of factors is chosen (`python -m bench coverage`)."""
    starts = panel.treated[:, panel.is_treated].argmax(axis=0)
    uneven = not panel.observed.all() or starts.min() != starts.max()
    return bool(uneven and panel.before.sum(axis=0).min() < FEW_PERIODS)


def choice_notes(found: Validation) -> list[str]:
    """What the two ways to choose say, where they differ."""
    if found.cross_validated == found.indicated or not found.errors:
        return []
    head = f"  交差検証だけなら因子{found.cross_validated}個、処置のない単位の情報量基準（Bai・Ng 2002）だけなら{found.indicated}個です。"
    if found.best < found.indicated:
        return [f"{head}多い方は処置前の予測を悪くするため、因子{found.best}個にしました。因子が足りないと、区間は真の値を外しやすくなります。"]
    if found.best > found.cross_validated:
        return [f"{head}処置前の予測の誤差に大きな差がないため、偏りの少ない多い方にしました。"]
    return [f"{head}処置前の予測がはっきりよくなる因子{found.best}個にしました。"]
