"""Question files: what was asked before, what is asked, and what a right answer must hold."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from assistant.models import INTENTS

OUTCOMES = ("answered", "not_in_data")
STATISTICS = ("level", "change", "ratio", "before_after", "did", "count", "paper_count", "peak", "trough")
KEYS = {"q", "history", "intent", "outcome", "figure", "figures", "statistic", "cites", "chart", "note"}


class QuestionFileError(Exception):
    """A question file cannot be used; the message says which entry and why."""


@dataclass(frozen=True)
class Expected:
    """One question of a file.

    `slices` are queries of the command-line contract ({metric, area|venue|field, years, tier, country, …}), read with
    `statistic`; `cites` are paper ids of which at least one must be cited; `chart` asks for a chart.
    """

    text: str
    history: tuple[str, ...] = ()
    intent: str | None = None
    outcome: str = "answered"
    slices: tuple[dict, ...] = ()
    statistic: str = "level"
    cites: tuple[str, ...] = ()
    chart: bool = False
    note: str = ""
    source: str = field(default="", compare=False)


def read_questions(path: Path) -> list[Expected]:
    """The questions of one YAML file, or of every YAML file of a folder. Raises QuestionFileError."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not files:
        raise QuestionFileError(f"{path}: no .yaml file in this folder")
    return [read_entry(record, f"{file.name}, entry {i}") for file in files for i, record in enumerate(read_records(file), 1)]


def read_records(file: Path) -> list:
    try:
        records = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise QuestionFileError(f"{file}: {error}") from error
    if not isinstance(records, list) or not records:
        raise QuestionFileError(f"{file}: expected a list of questions")
    return records


def read_entry(record, where: str) -> Expected:
    if not isinstance(record, dict) or not isinstance(record.get("q"), str):
        raise QuestionFileError(f"{where}: expected a mapping with the key q")
    unknown = set(record) - KEYS
    if unknown:
        raise QuestionFileError(f"{where}: unknown keys {sorted(unknown)}; known: {sorted(KEYS)}")
    for key, known in (("intent", INTENTS), ("outcome", OUTCOMES), ("statistic", STATISTICS)):
        if key in record and record[key] not in known:
            raise QuestionFileError(f"{where}: {key} {record[key]!r} is not one of {known}")
    slices = [record["figure"]] if "figure" in record else record.get("figures", [])
    return Expected(
        text=record["q"], history=tuple(record.get("history", ())), intent=record.get("intent"), outcome=record.get("outcome", "answered"),
        slices=tuple(slices), statistic=record.get("statistic", "level"), cites=tuple(record.get("cites", ())),
        chart=bool(record.get("chart")), note=record.get("note", ""), source=where,
    )  # fmt: skip
