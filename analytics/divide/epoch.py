"""Reads Epoch AI's table of notable models and checks it at the door. Build time only; no row of it is shipped."""

import csv
import hashlib
import io
import math
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analytics.errors import SourceError
from analytics.provenance import EPOCH_INPUT

COLUMNS = (
    "Model", "Organization", "Organization categorization", "Publication date", "Training compute (FLOP)",
    "Training compute cost (2023 USD)", "Training hardware", "Hardware quantity",
)  # fmt: skip
CATEGORIES = ("Industry", "Academia", "Government", "Research collective")
MAKERS = {"NVIDIA": "nvidia", "Google TPU": "google_tpu", "Huawei": "huawei", "AMD": "amd", "Intel": "intel"}


@dataclass(frozen=True)
class Model:
    """One notable model: publication date, kinds of organisations, training compute, cost in 2023 dollars, chips."""

    name: str
    day: date
    kinds: frozenset[str]
    flop: float | None
    cost: float | None
    makers: frozenset[str]
    chips: float | None

    @property
    def year(self) -> int:
        return self.day.year

    @property
    def sector(self) -> str | None:
        """industry or academia when all organisations are, collaboration when both take part, None when nothing is known."""
        if {"Industry", "Academia"} <= self.kinds:
            return "collaboration"
        if len(self.kinds) == 1:
            return {"Industry": "industry", "Academia": "academia"}.get(next(iter(self.kinds)), "other")
        return "other" if self.kinds else None


def read_models(folder: str | Path) -> tuple[list[Model], str]:
    """The models of Epoch's CSV in `folder` and the file's SHA-256. Raises SourceError naming file, line and column."""
    path = Path(folder) / EPOCH_INPUT
    try:
        raw = path.read_bytes()
        reader = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or [])]
        if missing:
            raise SourceError(f"{path}: columns {missing} are missing; is it Epoch AI's table of notable models?")
        models = [read_model(f"{path} line {reader.line_num}", row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{path}: cannot be read ({error})") from error
    names = [model.name for model in models]
    if not models or len(set(names)) != len(names):
        raise SourceError(f"{path}: {'repeated models' if models else 'holds no models'}")
    return models, hashlib.sha256(raw).hexdigest()


def read_model(where: str, row: dict[str, str]) -> Model:
    if None in row or None in row.values():
        raise SourceError(f"{where}: the number of cells differs from the header")
    try:
        day = date.fromisoformat(row["Publication date"])
    except ValueError as error:
        raise SourceError(f"{where}: Publication date {row['Publication date']!r} is not YYYY-MM-DD") from error
    hardware = row["Training hardware"]
    return Model(
        row["Model"], day, kinds_of(where, row["Organization categorization"]),
        positive(where, row, "Training compute (FLOP)"), positive(where, row, "Training compute cost (2023 USD)"),
        frozenset(maker for prefix, maker in MAKERS.items() if prefix in hardware) or frozenset({"other"} if hardware else ()),
        positive(where, row, "Hardware quantity"),
    )  # fmt: skip


def kinds_of(where: str, categories: str) -> frozenset[str]:
    """The kinds of organisations named in a cell; empty when the table gives none. Raises SourceError."""
    found = frozenset(categories.split(",")) - {""}
    if foreign := found - set(CATEGORIES):
        raise SourceError(f"{where}: unknown Organization categorization {sorted(foreign)}; known: {CATEGORIES}")
    return found


def positive(where: str, row: dict[str, str], column: str) -> float | None:
    """A number above 0, None for an empty cell. Raises SourceError."""
    text = row[column].strip()
    if not text:
        return None
    try:
        value = float(text)
    except ValueError as error:
        raise SourceError(f"{where}: {column} {text!r} is not a number") from error
    if not (value > 0 and math.isfinite(value)):
        raise SourceError(f"{where}: {column} must be above 0, not {text}")
    return value
