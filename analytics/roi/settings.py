"""A strategy's defaults and what the user changed → a complete, checked set of assumptions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analytics.roi.amounts import value_text
from analytics.roi.catalogue import (
    COMPARE,
    Fact,
    Spec,
    document,
    facts,
    parts,
    specifications,
    strategy_entry,
    strategy_names,
    threshold,
)
from analytics.roi.checks import check
from analytics.roi.fields import read_field
from analytics.roi.problems import BadInput, FieldProblem
from analytics.roi.schemes import applied_scheme

SOURCED, UNVERIFIED, PLACEHOLDER, ENTERED = "出典あり", "未確認", "仮置き", "入力値"
BOUNDS = ("low", "high")
ADOPTION, SUBSIDY = "adoption_probability", "subsidy_scheme"


@dataclass(frozen=True)
class Assumption:
    """One input with its range and origin. Numbers are in `unit` (percent as 8); `status` is one of the four words above."""

    key: str
    label_ja: str
    kind: str
    unit: str
    value: float | str | bool
    low: float | None
    high: float | None
    status: str
    percent: bool = False
    choices: str | None = None
    source_id: str | None = None
    source_title: str = ""
    source_url: str = ""
    as_of: str = ""
    confidence: str | None = None
    see: tuple[str, ...] = ()
    note_ja: str = ""

    @property
    def ranged(self) -> bool:
        """Whether the assumption is uncertain."""
        return self.low is not None and self.low < self.high

    @property
    def display(self) -> str:
        if self.kind == "flag":
            return "はい" if self.value else "いいえ"
        if self.kind == "choice":
            return document()[self.choices][self.value]["label_ja"]
        return value_text(self.value, self.unit)

    def to_dict(self) -> dict:
        record = {name: value for name, value in vars(self).items() if name not in ("percent", "choices")}
        return {**record, "see": list(self.see), "display": self.display}


@dataclass(frozen=True)
class Settings:
    """Everything one evaluation rests on."""

    strategy: str
    label_ja: str
    assumptions: dict[str, Assumption]

    def inputs(self) -> dict[str, float | str | bool]:
        """Values as the formulas use them: yen, years, and fractions instead of percent."""
        return {key: scaled(entry, entry.value) for key, entry in self.assumptions.items()}


def scaled(entry: Assumption, value):
    """An assumption's value, low or high as a formula uses it."""
    return value / 100 if entry.percent else value


def strategies() -> dict[str, str]:
    """Name → Japanese label of every strategy."""
    return {name: strategy_entry(name)["label_ja"] for name in strategy_names()}


def resolve(strategy: str, changes: Mapping[str, str | float | bool] | None = None) -> Settings:
    """Settings of a strategy after the user's changes (key, key.low or key.high → text or number).

    Raises BadInput with every problem.
    """
    if strategy not in strategy_names():
        known = "、".join((*strategy_names(), COMPARE))
        raise BadInput([FieldProblem("strategy", "unknown_strategy", {"text": strategy, "known": known})])
    specs, problems = specifications(strategy), []
    read: dict[str, float | str | bool] = {}
    for name, text in (changes or {}).items():
        try:
            read[name] = read_change(specs, name, text)
        except BadInput as error:
            problems += error.problems
    problems += [missing(spec) for spec in specs.values() if spec.required and spec.key not in (changes or {})]
    if problems:
        raise BadInput(problems)
    values = {key: read.get(key, spec.value) for key, spec in specs.items()}
    entries = {key: assumption(spec, read, values) for key, spec in specs.items() if applies(spec, values)}
    problems = [problem for name in read for problem in unused(specs, name, entries)]
    problems += check(entries, parts(strategy))
    if problems:
        raise BadInput(problems)
    return Settings(strategy, strategy_entry(strategy)["label_ja"], entries)


def split_bound(specs: Mapping[str, Spec], name: str) -> tuple[str, str | None]:
    """("labour", "low") for labour.low; ("joint.labour", None) for joint.labour."""
    key, _, bound = name.rpartition(".")
    return (key, bound) if bound in BOUNDS and key in specs else (name, None)


def read_change(specs: Mapping[str, Spec], name: str, text: str | float | bool):
    key, bound = split_bound(specs, name)
    if key not in specs:
        raise BadInput([FieldProblem(name, "unknown_key", {"known": "、".join(specs)})])
    spec = specs[key]
    if bound and (spec.kind in ("choice", "flag") or spec.whole):
        raise BadInput([FieldProblem(name, "no_range", {"label": spec.label_ja})])
    return read_field(spec, name, text)


def missing(spec: Spec) -> FieldProblem:
    return FieldProblem(spec.key, "missing", {"label": spec.label_ja})


def applies(spec: Spec, values: Mapping) -> bool:
    """An assumption about a credit or subsidy exists only when one is chosen."""
    if spec.scheme:
        return values[spec.scheme] != "none"
    return not spec.key.endswith(ADOPTION) or values[spec.key.replace(ADOPTION, SUBSIDY)] != "none"


def unused(specs: Mapping[str, Spec], name: str, entries: Mapping[str, Assumption]) -> list[FieldProblem]:
    key, _ = split_bound(specs, name)
    if key in entries:
        return []
    scheme = specs[key].scheme or key.replace(ADOPTION, SUBSIDY)
    details = {"label": specs[key].label_ja, "scheme": scheme, "scheme_label": specs[scheme].label_ja}
    return [FieldProblem(key, "needs_scheme", details)]


def assumption(spec: Spec, read: Mapping, values: Mapping) -> Assumption:
    """One assumption: the default, or the user's value with the default's relative range around it."""
    base = default(spec, values)
    given = {bound: read[f"{spec.key}.{bound}"] for bound in BOUNDS if f"{spec.key}.{bound}" in read}
    if spec.key not in read and not given:
        return base
    value = read.get(spec.key, base.value)
    low, high = moved_range(spec, base, value) if spec.key in read else (base.low, base.high)
    low, high = given.get("low", low), given.get("high", high)
    if given:
        low, high = (value if low is None else low), (value if high is None else high)
    entered = replace(base, value=value, low=low, high=high, status=ENTERED)
    if spec.key not in read:
        return entered
    return replace(entered, source_id=None, source_title="", source_url="", as_of="", confidence=None)


def default(spec: Spec, values: Mapping) -> Assumption:
    """The assumption before the user's changes: small companies have their own tax rate, and schemes set their rates and caps."""
    source_id, value, low, high = spec.source_id, spec.value, spec.low, spec.high
    if spec.small_company_source and values["capital_stock"] <= threshold("small_tax_capital"):
        fact = facts()[spec.small_company_source]
        source_id, value, low, high = fact.id, fact.value, fact.low, fact.high
    if spec.scheme:
        source_id, value = applied_scheme(spec, values)
        low = high = None
    fact = facts().get(source_id)
    status = PLACEHOLDER if fact is None else UNVERIFIED if fact.confidence == "low" else SOURCED
    ranged = low is not None and high is not None
    return Assumption(
        key=spec.key, label_ja=spec.label_ja, kind=spec.kind, unit=spec.unit, value=value, percent=spec.percent,
        choices=spec.choices, status=status, low=low if ranged else None, high=high if ranged else None, source_id=source_id,
        see=spec.see, note_ja=" ".join(filter(None, (spec.note_ja, fact.note if fact else ""))), **(origin(fact) if fact else {}),
    )  # fmt: skip


def origin(fact: Fact) -> dict:
    """What an assumption says about where its value comes from."""
    return {"source_title": fact.title, **{name: getattr(fact, name) for name in ("source_url", "as_of", "confidence")}}


def moved_range(spec: Spec, base: Assumption, value: float) -> tuple[float | None, float | None]:
    """The default's low and high, as shares of its value, around the user's value (cut at the kind's bounds)."""
    if spec.spread:
        ratios = spec.spread
    elif base.ranged and base.value:
        ratios = (base.low / base.value, base.high / base.value)
    else:
        return None, None
    low, high = (min(max(value * ratio, spec.minimum), spec.maximum) for ratio in ratios)
    return (low, high) if low < high else (None, None)
