"""assumptions.yaml as typed specifications: what can be entered for each strategy, its default, bounds and source."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from analytics.errors import SourceError

FILE = Path(__file__).parent / "assumptions.yaml"
COMPARE = "compare"


@dataclass(frozen=True)
class Fact:
    """A sourced fact. `value`, `low`, `high` in `unit`; `confidence` is high, medium or low (low: not verified)."""

    id: str
    label_ja: str
    value: float | str
    unit: str
    source_title: str
    source_url: str
    as_of: str
    confidence: str
    low: float | None = None
    high: float | None = None
    note: str = ""

    @property
    def title(self) -> str:
        """The source's title; the fact sheet's 「同上(計算値)」 is the page that another fact with the same address names."""
        if not self.source_title.startswith("同上"):
            return self.source_title
        page = next(fact.source_title for fact in facts().values() if fact.source_url == self.source_url and not fact.source_title.startswith("同上"))
        return page + self.source_title.removeprefix("同上")


@dataclass(frozen=True)
class Spec:
    """What one assumption may be. Numbers are in `unit` as people write them (8 for 8%)."""

    key: str
    label_ja: str
    kind: str
    unit: str
    value: float | str | bool | None
    low: float | None
    high: float | None
    minimum: float
    maximum: float
    source_id: str | None
    percent: bool = False
    whole: bool = False
    required: bool = False
    spread: tuple[float, float] | None = None
    choices: str | None = None
    scheme: str | None = None
    small_company_source: str | None = None
    see: tuple[str, ...] = ()
    note_ja: str = ""


@lru_cache(maxsize=1)
def document() -> dict:
    """The parsed file. Raises SourceError when it cannot be read."""
    try:
        return yaml.load(FILE.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise SourceError(f"{FILE} cannot be read ({error}); restore it from the repository") from error


@lru_cache(maxsize=1)
def file_digest() -> str:
    """SHA-256 of the file of defaults, hexadecimal."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()


@lru_cache(maxsize=1)
def facts() -> dict[str, Fact]:
    return {name: Fact(id=name, **entry) for name, entry in document()["sources"].items()}


def strategy_names() -> tuple[str, ...]:
    return tuple(document()["strategies"])


def strategy_entry(strategy: str) -> dict:
    return document()["strategies"][strategy]


def parts(strategy: str) -> tuple[str, ...]:
    """The strategies that a combined plan is made of; empty for a plain one."""
    return tuple(strategy_entry(strategy).get("combine", ()))


@lru_cache(maxsize=16)
def specifications(strategy: str) -> dict[str, Spec]:
    """Every assumption of a strategy by key, its own first. A combined plan prefixes the keys of its parts: joint.labour."""
    entry, found = strategy_entry(strategy), {}
    for part in parts(strategy):
        for key, spec in specifications(part).items():
            if key not in document()["common"]:
                found[f"{part}.{key}"] = prefixed(part, spec)
    shared = {**(document()["staged"] if entry.get("stages") else {}), **document()["common"]}
    own = entry["assumptions"]
    for key, raw in {**own, **{key: {} for key in shared if key not in own}}.items():
        found[key] = specification(key, merged(shared.get(key, {}), raw))
    return found


def prefixed(part: str, spec: Spec) -> Spec:
    label = f"{strategy_entry(part)['label_ja']}: {spec.label_ja}"
    scheme = f"{part}.{spec.scheme}" if spec.scheme else None
    return Spec(**{**vars(spec), "key": f"{part}.{spec.key}", "label_ja": label, "scheme": scheme})


def merged(shared: dict, own: dict) -> dict:
    """A strategy's own value replaces the shared source, and its own source the shared value."""
    base = dict(shared)
    if "value" in own:
        base = {key: value for key, value in base.items() if key not in ("source", "low", "high", "fixed")}
    if "source" in own:
        base = {key: value for key, value in base.items() if key not in ("value", "low", "high")}
    return {**base, **own}


def specification(key: str, raw: dict) -> Spec:
    kind = document()["kinds"][raw["kind"]]
    fact = facts()[raw["source"]] if "source" in raw else None
    bounds = (None, None) if raw.get("fixed") else (raw.get("low", fact and fact.low), raw.get("high", fact and fact.high))
    value = fact.value if fact else raw.get("value")
    return Spec(
        key=key, label_ja=raw["label_ja"], kind=raw["kind"], unit=kind["unit"], percent=kind.get("percent", False),
        whole=kind.get("whole", False), minimum=raw.get("min", kind.get("min", 0)), maximum=raw.get("max", kind.get("max", 0)),
        value=value == "yes" if raw["kind"] == "flag" else value, low=bounds[0], high=bounds[1],
        source_id=fact.id if fact else None, required=raw.get("required", False),
        spread=tuple(raw["spread"]) if "spread" in raw else None, choices=raw.get("choices"), scheme=raw.get("scheme"),
        small_company_source=raw.get("small_company_source"), see=tuple(raw.get("see", ())), note_ja=raw.get("note", ""),
    )  # fmt: skip


def threshold(name: str) -> float:
    return document()["thresholds"][name]["value"]
