"""Which one result of a strategy a question asks for, and the sentence that tells it first."""

import re
from collections.abc import Iterable, Mapping

import prompts
from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from analytics.roi.figures import figures
from analytics.roi.losses import losses
from assistant.roi.wording import percent, said, say, years_text
from assistant.understand.cues.pointed_back import WHY_BARE
from assistant.understand.plans.how_far import how_far_asked
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.plan_asked import PAID_WHEN, decided, free_thought, result_asked, stopped_after, within_years

WITHIN_YEARS = "within_"  # whether the money is back in so many years
STOPPED = "stopped_"  # what is lost when the plan is given up after so many years
GAINS = ("mc_worst_tenth_mean", "mc_p90", "ev_without_subsidy")
SIGNS = ("in_red", "in_black", "to_stop", "to_go")
GAINING = ("in_black", "to_go")  # yes where the value is no loss
WHOLE = ("npv", "正味現在価値")


def focus_of(text: str) -> str | None:
    """The metric of the result (or `tornado`, `changed`) that the words of a question name; the first of the lexicon wins. None for the whole, as where the NPV is asked for."""
    lowered = text.lower()
    if WHY_BARE.match(lowered) or any(map(WHY_BARE.match, re.findall(r"[??。]([^??。]+)[??。]*$", lowered))):  # 「元は取れへんの?なんでや」
        return "why"
    if any(word in lowered for word in WHOLE):
        return None
    if how_far_asked(lowered):
        return "break_even_annual_benefit"
    if (years := stopped_after(lowered)) is not None:
        return f"{STOPPED}{years}"
    if free_thought(lowered):
        return "free"
    if (years := within_years(lowered)) is not None:
        return f"{WITHIN_YEARS}{years}"
    if decided(lowered):
        return "to_go"
    named = result_asked(lowered) or ("payback" if PAID_WHEN.search(lowered) else None)
    return named or next((name for name, words in prompts.lexicon("investment")["focus"].items() if any(word in lowered for word in words)), None)


def sign_asked(text: str, beside: Iterable[str] = ()) -> str | None:
    """The question whether a plan is in the red or the black; also next to one of the words of `beside` (「成功率5割だと儲かりますか」)."""
    focus = focus_of(text)
    if focus in (*SIGNS, "success_red") or focus not in beside:
        return focus if focus in (*SIGNS, "success_red") else None
    lexicon = prompts.lexicon("investment")["focus"]
    return next((name for name in SIGNS if any(word in text.lower() for word in lexicon[name])), None)


def focus_held(lines: Iterable[str]) -> str | None:
    """The result that the newest of the lines of a conversation (newest first) asked for, why it is so apart; None where none did."""
    return next((focus for line in lines if (focus := focus_of(line)) and focus != "why"), None)


def focus_kept(lines: Iterable[str]) -> str | None:
    """The same of the plan that the talk is at: what was asked of another one is not asked of this."""
    for line in lines:
        if (focus := focus_held([line])) is not None:
            return focus
        if read_investment(line).strategies:
            return None
    return None


def focused(focus: str, evaluation: Evaluation, usual: Evaluation | None, cite: str, then: str = "") -> str | None:
    """The sentence on one result; None where the calculation has no such result.

    `usual` is the same strategy on its own defaults, where the question changes some of them; as it was told before with `then` as "_before".
    """
    name = evaluation.settings.label_ja
    if focus == "changed":
        if usual is None:
            return None
        before, now = said(usual.results.ev_gates), said(evaluation.results.ev_gates)
        return say(f"focus_unchanged{then}", name=name, value=now, cite=cite) if before == now else say(f"focus_changed{then}", name=name, first=before, value=now, cite=cite)
    if focus == "tornado":
        top = evaluation.tornado[0]
        return say("focus_tornado", assumption=top.assumption.label_ja, low=said(top.at_low), high=said(top.at_high), cite=cite)
    if focus == "loss_probability":
        return say("focus_loss_probability", name=name, value=loss_text(evaluation), part=percent(100 * evaluation.monte_carlo.probability_positive), cite=cite)
    if focus == "free":
        return say("not_free") + focused("investment", evaluation, usual, cite, then)
    if focus == "failure":
        return failure_text(evaluation, name, cite)
    if focus == "why":
        return why_text(evaluation, name, cite)
    if focus == "success_red":
        return say(f"success_red_{'no' if evaluation.results.npv >= 0 else 'yes'}", name=name, value=said(evaluation.results.npv), cite=cite)
    if focus.startswith(WITHIN_YEARS):
        return within_text(evaluation, int(focus.removeprefix(WITHIN_YEARS)), cite)
    if focus == "payback" and evaluation.results.payback.value is None:
        return say("no_payback", name=name, cite=cite)
    found = {figure.metric.removeprefix("roi_"): figure for figure in figures(evaluation)}.get(focus)
    if found is None or found.value is None:
        return None
    value = said(found.value) if focus in GAINS else found.display
    spent = {"first": yen_text(evaluation.results.first_stage_after_tax)} if focus == "investment" else {}
    return say(f"focus_{focus}", name=name, value=value, **spent, cite=cite)


def within_text(evaluation: Evaluation, years: int, cite: str) -> str:
    """Whether the money is back in so many years where everything succeeds."""
    payback, name = evaluation.results.payback, evaluation.settings.label_ja
    if payback.value is None:
        return say("no_payback", name=name, cite=cite)
    return say("within_yes" if payback.value <= years else "within_no", name=name, years=f"{years}年", value=years_text(payback), cite=cite)


def yes_or_no(focus: str, value: float) -> str:
    """The answer to 「赤字ですか」 「やめたほうがいい?」 or the like for a value in yen."""
    return say(f"{focus}_{'yes' if (value >= 0) == (focus in GAINING) else 'no'}")


def signs_texts(evaluations: Iterable[Evaluation], cites: Mapping[str, str]) -> list[str]:
    """Of each of several plans whether it is in the red."""
    return [say("signs_red" if each.results.ev_gates < 0 else "signs_black", name=each.settings.label_ja, cite=cites[each.settings.strategy]) for each in evaluations]


def failure_text(evaluation: Evaluation, name: str, cite: str) -> str | None:
    """What is lost at the first gate, at the last one, and after production."""
    lost = losses(evaluation)
    if lost is None:
        return None
    last = say("failure_last", value=yen_text(lost.last_gate), cite=cite) if lost.stages > 1 else ""
    return say("focus_failure", name=name, value=yen_text(lost.first_gate), cite=cite) + last + say("failure_unrealised", value=yen_text(lost.unrealised), cite=cite)


def why_text(evaluation: Evaluation, name: str, cite: str) -> str | None:
    """Why the expected value has its sign: the effect against its break-even; None where no effect breaks even."""
    level = evaluation.break_even_of("annual_benefit")
    if level is None:
        return None
    entries = [entry for key, entry in evaluation.settings.assumptions.items() if key.rpartition(".")[2] == "annual_benefit"]
    value = evaluation.results.ev_gates
    return say("focus_why_gain" if value >= 0 else "focus_why_loss", name=name, value=said(value), second=entries[-1].display, first=yen_text(level), cite=cite)


def told_beside(focus: str | None, evaluation: Evaluation, usual: Evaluation | None, then: str = "") -> list[tuple[str, str]]:
    """What the sentences of a focus hold beside the figures of the evaluation: (label, text)."""
    labels = prompts.lexicon("investment")["beside"]
    if focus == "tornado":
        top = evaluation.tornado[0]
        return [(labels["most"], top.assumption.label_ja), (labels["low"], both_ways(top.at_low)), (labels["high"], both_ways(top.at_high))]
    if focus is not None and focus.startswith(WITHIN_YEARS):
        return [(labels["within"], f"{focus.removeprefix(WITHIN_YEARS)}年")]
    if focus == "loss_probability":
        return [(labels["loss"], loss_text(evaluation))]
    if focus == "failure" and (lost := losses(evaluation)) is not None:
        return [(labels["first_gate"], yen_text(lost.first_gate)), (labels["last_gate"], yen_text(lost.last_gate)), (labels["unrealised"], yen_text(lost.unrealised))]
    return [(labels[f"usual{then}"], both_ways(usual.results.ev_gates))] if usual is not None else []


def loss_text(evaluation: Evaluation) -> str:
    """How likely the NPV is not positive."""
    return percent(100 * (1 - evaluation.monte_carlo.probability_positive))


def both_ways(value: float) -> str:
    """An amount as it is spoken and as a table writes it."""
    return f"{said(value)}（{yen_text(value)}）"
