"""The stage gates of a strategy with numeric criteria: what the samples can show, and which criteria the results meet now."""

from dataclasses import asdict, dataclass

from analytics.roi.amounts import plain_number, value_text, yen_text
from analytics.roi.cashflow import net_flows, success_table
from analytics.roi.catalogue import document, parts
from analytics.roi.evaluate import Evaluation
from analytics.roi.measures import npv
from analytics.roi.samples import half_width, rule_of_three_bound, rule_of_three_sample, wilson_sample, zero_failure_sample
from analytics.roi.templates import build


@dataclass(frozen=True)
class Criterion:
    """One go/stop criterion.

    `needed_samples` for criteria that are measured on samples; `met` for those the results decide now. `decided` is False for a
    criterion about results that this evaluation cannot tell: those of a combined plan belong to the whole, not to one part's gate.
    """

    text_ja: str
    needed_samples: int | None = None
    samples_ja: str = ""
    met: bool | None = None
    current_ja: str = ""
    decided: bool = True


@dataclass(frozen=True)
class Gate:
    id: str
    name_ja: str
    criteria: tuple[Criterion, ...]
    part: str | None = None

    def to_dict(self) -> dict:
        return asdict(self)


def gate_plan(evaluation: Evaluation) -> tuple[Gate, ...]:
    """The gates of a strategy, of each part in a combined one; none for a plan without stages."""
    strategy = evaluation.settings.strategy
    return tuple(
        Gate(entry["id"], entry["name_ja"], tuple(criterion(evaluation, part, raw) for raw in entry["criteria"]), part)
        for part in parts(strategy) or (None,)
        for entry in document()["gates"].get(part or strategy, ())
    )


def criterion(evaluation: Evaluation, part: str | None, raw: str | dict) -> Criterion:
    if isinstance(raw, str):
        raw = {"text": raw}
    text = raw["text"].format(**terms(evaluation, part, raw))
    if "test" in raw:
        return measured(text, raw)
    if "check" not in raw:
        return Criterion(text)
    return Criterion(text, decided=False) if part else Criterion(text, **checked(evaluation, raw["check"]))


def terms(evaluation: Evaluation, part: str | None, raw: dict) -> dict[str, str]:
    """What a criterion's text may name: the assumptions of its part as shown, and its own numbers."""
    prefix = f"{part}." if part else ""
    shown = {key.removeprefix(prefix): entry.display for key, entry in evaluation.settings.assumptions.items()}
    return shown | {name: plain_number(number) for name, number in raw.items() if isinstance(number, int | float)}


def measured(text: str, raw: dict) -> Criterion:
    limit, n = raw["limit"] / 100, raw["n"]
    if raw["test"] == "failures":
        needed, exact, shown = rule_of_three_sample(limit), zero_failure_sample(limit), 100 * rule_of_three_bound(n)
        note = f"95%の確かさで言うには、失敗0件でも約{needed:,}件が必要です（正確には{exact:,}件）。{n:,}件で失敗0件なら、言えるのは{plain_number(shown)}%以下までです。"
        return Criterion(f"{text}{plain_number(raw['limit'])}%以下", needed, note)
    needed, spread = wilson_sample(limit, raw["margin"] / 100), 100 * half_width(limit, n)
    note = f"±{plain_number(raw['margin'])}ポイントで知るには{needed:,}件が必要です。{n:,}件では約±{plain_number(spread, 1)}ポイントの誤差があります。"
    return Criterion(f"{text}{plain_number(raw['limit'])}%以上", needed, note)


def checked(evaluation: Evaluation, check: str) -> dict:
    """Whether the results meet the criterion with the present assumptions, and the value compared."""
    results, entries = evaluation.results, evaluation.settings.assumptions
    if check == "npv_with_margin":
        amount = success_with_margin(evaluation)
        return {"met": amount > 0, "current_ja": yen_text(amount)}
    outcome = results.irr if check == "irr" else results.payback_operation
    if outcome.value is None:
        return {"met": False, "current_ja": outcome.reason_ja}
    if check == "irr":
        return {"met": 100 * outcome.value >= entries["discount_rate"].value, "current_ja": value_text(100 * outcome.value, "%")}
    return {"met": outcome.value <= entries["payback_limit"].value, "current_ja": value_text(outcome.value, "年")}


def success_with_margin(evaluation: Evaluation) -> float:
    """NPV of success in yen with production at its estimate times the margin."""
    settings, inputs = evaluation.settings, evaluation.settings.inputs()
    plan = build(settings.strategy, {**inputs, "production_cost": inputs["production_cost"] * inputs["gate_margin"]})
    return npv(plan.rate, net_flows(success_table(plan)))
