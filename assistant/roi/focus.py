"""Which one result of a strategy a question asks for, and the sentence that tells it first."""

from collections.abc import Iterable

import prompts
from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from analytics.roi.figures import figures
from assistant.roi.wording import percent, said, say

GAINS = ("mc_worst_tenth_mean", "ev_without_subsidy")
WHOLE = ("npv", "正味現在価値")


def focus_of(text: str) -> str | None:
    """The metric of the result (or `tornado`, `changed`) that the words of a question name; the first of the lexicon wins. None for the whole, as where the NPV is asked for."""
    lowered = text.lower()
    if any(word in lowered for word in WHOLE):
        return None
    return next((name for name, words in prompts.lexicon("investment")["focus"].items() if any(word in lowered for word in words)), None)


def focus_held(lines: Iterable[str]) -> str | None:
    """The result that the newest of the lines of a conversation (newest first) asked for; None where none did."""
    return next((focus for line in lines if (focus := focus_of(line))), None)


def focused(focus: str, evaluation: Evaluation, usual: Evaluation | None, cite: str) -> str | None:
    """The sentence on one result; None where the calculation has no such result.

    `usual` is the same strategy on its own defaults, where the question changes some of them.
    """
    name = evaluation.settings.label_ja
    if focus == "changed":
        return usual and say("focus_changed", name=name, first=said(usual.results.ev_gates), value=said(evaluation.results.ev_gates), cite=cite)
    if focus == "tornado":
        top = evaluation.tornado[0]
        return say("focus_tornado", assumption=top.assumption.label_ja, low=said(top.at_low), high=said(top.at_high), cite=cite)
    if focus == "loss_probability":
        return say("focus_loss_probability", name=name, value=loss_text(evaluation), part=percent(100 * evaluation.monte_carlo.probability_positive), cite=cite)
    found = {figure.metric.removeprefix("roi_"): figure for figure in figures(evaluation)}.get(focus)
    if found is None or found.value is None:
        return None
    value = said(found.value) if focus in GAINS else found.display
    spent = {"first": yen_text(evaluation.results.first_stage_after_tax)} if focus == "investment" else {}
    return say(f"focus_{focus}", name=name, value=value, **spent, cite=cite)


def told_beside(focus: str | None, evaluation: Evaluation, usual: Evaluation | None) -> list[tuple[str, str]]:
    """What the sentences of a focus hold beside the figures of the evaluation: (label, text)."""
    labels = prompts.lexicon("investment")["beside"]
    if focus == "tornado":
        top = evaluation.tornado[0]
        return [(labels["most"], top.assumption.label_ja), (labels["low"], both_ways(top.at_low)), (labels["high"], both_ways(top.at_high))]
    if focus == "loss_probability":
        return [(labels["loss"], loss_text(evaluation))]
    return [(labels["usual"], both_ways(usual.results.ev_gates))] if usual is not None else []


def loss_text(evaluation: Evaluation) -> str:
    """How likely the NPV is not positive."""
    return percent(100 * (1 - evaluation.monte_carlo.probability_positive))


def both_ways(value: float) -> str:
    """An amount as it is spoken and as a table writes it."""
    return f"{said(value)}（{yen_text(value)}）"
