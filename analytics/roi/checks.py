"""Checks that need more than one assumption: order of low, base and high, overruns, credits and subsidies, the combined plan."""

from collections.abc import Mapping

from analytics.roi.amounts import plain_number, value_text
from analytics.roi.catalogue import threshold
from analytics.roi.distributions import Overrun
from analytics.roi.problems import FieldProblem
from analytics.roi.schemes import (
    NONE,
    credit_entry,
    hint,
    scheme_label,
    small_for_subsidy,
    small_for_tax,
    subsidy_entry,
)
from analytics.roi.templates import HOUR_LIMIT


def check(entries: Mapping, parts: tuple[str, ...]) -> list[FieldProblem]:
    """Problems of a complete set of assumptions (key → assumption); `parts` are the prefixes of a combined plan."""
    problems = [problem for entry in entries.values() for problem in out_of_order(entry)]
    for prefix in [f"{part}." for part in parts] or [""]:
        values = {
            key.removeprefix(prefix): entry.value for key, entry in entries.items() if key.startswith(prefix) or "." not in key
        }
        if "credit_scheme" in values:
            problems += rates_missing(entries, values, prefix) + credits(values, prefix) + subsidies(values, prefix)
            problems += overruns(entries, values, prefix)
    return problems + screening(entries) + hours(entries)


def out_of_order(entry) -> list[FieldProblem]:
    if entry.low is None or entry.low <= entry.value <= entry.high:
        return []
    texts = {name: value_text(getattr(entry, name), entry.unit) for name in ("low", "value", "high")}
    return [FieldProblem(entry.key, "order", {"label": entry.label_ja, **texts})]


def rates_missing(entries: Mapping, values: Mapping, prefix: str) -> list[FieldProblem]:
    """Rates that the chosen scheme leaves to the user."""
    return [
        FieldProblem(
            prefix + key,
            "needs_rate",
            {"label": entries[prefix + key].label_ja, "scheme_label": scheme_label(values, key), "hint": hint(values, key)},
        )
        for key, value in values.items()
        if value is None
    ]


def credits(values: Mapping, prefix: str) -> list[FieldProblem]:
    problems = []
    chosen = [key for key in ("credit_scheme", "labour_credit_scheme") if values[key] != NONE]
    limits = {"capital": yen("small_tax_capital"), "income": yen("small_tax_income")}
    for key in chosen:
        entry = credit_entry(values[key])
        if entry["who"] == "small" and not small_for_tax(values):
            problems.append(FieldProblem(prefix + key, "not_small_tax", {"scheme_label": entry["label_ja"], **limits}))
    if len(chosen) == 2 and values[chosen[0]] != values[chosen[1]]:
        first, second = (credit_entry(values[key]) for key in chosen)
        if first["pool"] == second["pool"] == "general":
            labels = {"scheme_label": first["label_ja"], "other_label": second["label_ja"]}
            problems.append(FieldProblem(prefix + chosen[1], "one_pool", labels))
    return problems


def subsidies(values: Mapping, prefix: str) -> list[FieldProblem]:
    entry = subsidy_entry(values["subsidy_scheme"])
    if entry["who"] != "small" or small_for_subsidy(values):
        return []
    limits = {"capital": yen("small_subsidy_capital"), "employees": value_text(threshold("small_subsidy_employees"), "人")}
    return [FieldProblem(prefix + "subsidy_scheme", "not_small_subsidy", {"scheme_label": entry["label_ja"], **limits})]


def overruns(entries: Mapping, values: Mapping, prefix: str) -> list[FieldProblem]:
    """The body's three multipliers in order, and a tail that can have the mean asked for."""
    low, mode, high = (values[f"overrun_{name}"] for name in ("low", "mode", "high"))
    problems = []
    if not low <= mode <= high:
        texts = {"low": value_text(low, "倍"), "value": value_text(mode, "倍"), "high": value_text(high, "倍")}
        problems.append(
            FieldProblem(f"{prefix}overrun_mode", "order", {"label": entries[f"{prefix}overrun_mode"].label_ja, **texts})
        )
    if values["overrun_tail_share"]:
        tail = {"tail_start": values["overrun_tail_start"], "tail_mean": values["overrun_tail_mean"] / 100}
        try:
            Overrun(low, mode, high, values["overrun_tail_share"] / 100, **tail, alpha=values["overrun_tail_alpha"]).cut()
        except ValueError:
            entry = entries[f"{prefix}overrun_tail_mean"]
            details = {
                "label": entry.label_ja,
                "text": entry.display,
                "threshold": entries[f"{prefix}overrun_tail_start"].display,
            }
            problems.append(FieldProblem(entry.key, "overrun", details))
    return problems


def hours(entries: Mapping) -> list[FieldProblem]:
    """One machine cannot run for more hours than a year has."""
    entry = entries.get("gpu_hours")
    if entry is None or entry.value <= (most := HOUR_LIMIT * entries["relative_throughput"].value):
        return []
    return [FieldProblem(entry.key, "hours", {"label": entry.label_ja, "high": value_text(most, entry.unit), "text": entry.display})]


def screening(entries: Mapping) -> list[FieldProblem]:
    """The prototype only sorts: joint gate 1 averaged over its outcomes must stay the joint plan's own probability."""
    entry = entries.get("joint_gate1_after_pass")
    if entry is None:
        return []
    passed, gate = entries["prototype.gate1_probability"].value, entries["joint.gate1_probability"].value
    most = min(100.0, 100.0 * gate / passed) if passed else 100.0
    if gate <= entry.value <= most:
        return []
    details = {"label": entry.label_ja, "low": f"{plain_number(gate)}%", "high": f"{plain_number(most)}%", "text": entry.display}
    return [FieldProblem(entry.key, "screening", details)]


def yen(name: str) -> str:
    return value_text(threshold(name), "円")
