"""The form of a strategy: each assumption with its default, its range and where it comes from."""

import math
from collections.abc import Mapping
from html import escape

from analytics.roi import Assumption, BadInput, Settings, resolve, strategies
from analytics.roi.amounts import parse_amount, plain_number, value_text
from analytics.roi.catalogue import Spec, document, specifications
from analytics.roi.sensitivity import tornado
from analytics.roi.settings import ENTERED, PLACEHOLDER, SOURCED
from assistant.ui.forms import field, select
from assistant.ui.wording import words_of

say = words_of("roi")
STRATEGY, OWNER, PAIR = "prototype", "browser", ("left", "right")
RESERVED = ("strategy", "part", "act", "scenario_name", "scenario", OWNER, "role", *PAIR)
STEPS = 100
FIRST_FIELDS = 8
MARKS = {SOURCED: "supports", ENTERED: "entered"}


def changes_of(parameters: Mapping[str, str]) -> dict[str, str]:
    """What the user changed: every parameter that is not the page's own."""
    return {name: value for name, value in parameters.items() if name not in RESERVED}


def strategy_of(parameters: Mapping[str, str]) -> str:
    named = parameters.get("strategy", STRATEGY)
    return named if named in strategies() else STRATEGY


def form_html(strategy: str, changes: Mapping[str, str]) -> str:
    """All fields; a range or scheme that the changes switch on is there."""
    entries = shown_entries(strategy, changes)
    specs = specifications(strategy)
    first = [key for key in decisive(strategy) if key in entries]
    rest = [key for key in entries if key not in first]
    usual = shown_entries(strategy, schemes_of(strategy, changes))
    chooser = field(say("strategy"), choose_strategy(strategy))
    return (
        f'<form class="live roi" data-part="result"><div class="fields">{chooser}</div><h3>{escape(say("main_title"))}</h3>'
        f'<div class="fields">{rows(specs, entries, first, changes, usual)}</div><details class="more"><summary>'
        f'{escape(say("more_title", count=len(rest)))}</summary><div class="fields">{rows(specs, entries, rest, changes)}</div></details>'
        f'<details class="more"><summary>{escape(say("ranges_title"))}</summary><div class="fields">{ranges(entries, changes)}</div></details></form>'
    )


def decisive(strategy: str) -> list[str]:
    """The assumptions to ask for first: those without a default, then those that move the expected value most."""
    required = [key for key, spec in specifications(strategy).items() if spec.required]
    if required:
        own = [key for key in specifications(strategy) if key not in document()["common"] and key not in required]
        return [*required, *own][:FIRST_FIELDS]
    swings = tornado(resolve(strategy))
    return [swing.assumption.key for swing in swings[:FIRST_FIELDS]] or list(specifications(strategy))[:FIRST_FIELDS]


def choose_strategy(strategy: str) -> str:
    return select("strategy", list(strategies().items()), strategy, STRATEGY, again=True).replace(
        "<select ", '<select data-forget="*" ', 1
    )


def shown_entries(strategy: str, changes: Mapping[str, str]) -> dict[str, Assumption | None]:
    """The assumptions that apply; from the defaults when the changes cannot be used, None for one without a default."""
    for attempt in (changes, schemes_of(strategy, changes), {}):
        try:
            return dict(resolve(strategy, attempt).assumptions)
        except BadInput:
            continue
    required = [key for key, spec in specifications(strategy).items() if spec.required]
    filled: Settings = resolve(strategy, dict.fromkeys(required, "0"))
    return {key: None if key in required else entry for key, entry in filled.assumptions.items()}


def schemes_of(strategy: str, changes: Mapping[str, str]) -> dict[str, str]:
    """The choices among the changes, which decide what fields there are."""
    specs = specifications(strategy)
    return {key: value for key, value in changes.items() if key in specs and specs[key].kind in ("choice", "flag")}


def rows(
    specs: Mapping[str, Spec], entries: Mapping[str, Assumption | None], keys: list[str], changes: Mapping[str, str],
    usual: Mapping[str, Assumption | None] | None = None,
) -> str:  # fmt: skip
    """With `usual`, the assumptions before the changes, each uncertain one gets a slider over its range."""
    sliders = {key: slider(spec, (usual or {}).get(key), entries.get(key)) for key, spec in specs.items()}
    return "".join(row(specs[key], entries[key], changes.get(key), sliders[key]) for key in keys)


def row(spec: Spec, entry: Assumption | None, given: str | None, slide: str = "") -> str:
    """One assumption: label, control, slider, and its mark with the source on hover or focus."""
    from_where = origin_line(entry) if entry else ""
    return f'<div class="assumption">{field(spec.label_ja, control(spec, entry, given))}{slide}<p class="from">{from_where}</p></div>'


def origin_line(entry: Assumption) -> str:
    return origin(entry) + range_text(entry)


def slider(spec: Spec, usual: Assumption | None, entry: Assumption | None) -> str:
    """A slider from the low to the high of the default's range; the script writes its value into the text field."""
    if usual is None or entry is None or not usual.ranged:
        return ""
    step = 1 if spec.whole else nice_step((usual.high - usual.low) / STEPS)
    return (
        f'<input type="range" class="slide" data-for="{escape(spec.key)}" data-unit="{escape(usual.unit)}" min="{usual.low:.10g}" '
        f'max="{usual.high:.10g}" step="{step:.10g}" value="{entry.value:.10g}" aria-label="{escape(say("slide", label=spec.label_ja))}" '
        f'aria-valuetext="{escape(entry.display)}">'
    )


def nice_step(size: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is at most `size`."""
    power = 10.0 ** math.floor(math.log10(size))
    return next(power * factor for factor in (5, 2, 1) if power * factor <= size * (1 + 1e-9))


def control(spec: Spec, entry: Assumption | None, given: str | None) -> str:
    if spec.kind == "choice":
        options = [(key, one["label_ja"]) for key, one in document()[spec.choices].items()]
        chosen = select(spec.key, options, str(entry.value), str(spec.value), again=True)
        return chosen.replace("<select ", '<select data-forget="-" ', 1)
    if spec.kind == "flag":
        default = "yes" if spec.value else "no"
        checked = " checked" if (given or default) == "yes" else ""
        return f'<input type="checkbox" name="{escape(spec.key)}" data-default="{default}"{checked}>'
    default = exact_text(spec.value, spec.unit) if spec.value is not None else ""
    standard = exact_text(entry.value, entry.unit) if entry and given is None else default
    shown = given if given is not None else standard
    return f'<input type="text" name="{escape(spec.key)}" value="{escape(shown)}" data-default="{escape(standard)}" autocomplete="off">'


def exact_text(value: float, unit: str) -> str:
    """As a reader writes it, without the rounding of what is said aloud: 1,200万円, but 30.2円."""
    text = value_text(value, unit)
    return text if unit == "-" or parse_amount(text)[0] == value else f"{plain_number(value, 10)}{unit}"


def range_text(entry: Assumption) -> str:
    if not entry.ranged:
        return ""
    low, high = (bound_text(entry, end) for end in (entry.low, entry.high))
    return f"<small>{escape(say('range', low=low, high=high))}</small>"


def bound_text(entry: Assumption, end: float) -> str:
    """A default's bound exactly; one that follows from an entered value, as it is said aloud."""
    return value_text(end, entry.unit) if entry.status == ENTERED else exact_text(end, entry.unit)


def origin(entry: Assumption) -> str:
    """The word for where the value comes from; the source and its date show on hover and on focus."""
    if entry.status == PLACEHOLDER:
        tip = say("tip_placeholder")
    elif entry.status == ENTERED:
        tip = say("tip_entered")
    else:
        tip = say("tip_source" if entry.status == SOURCED else "tip_unverified", title=entry.source_title, as_of=entry.as_of)
    note = f" {entry.note_ja}" if entry.note_ja else ""
    kind = MARKS.get(entry.status, "open")
    return (
        f'<button type="button" class="mark tip {kind}" aria-label="{escape(f"{entry.label_ja}：{entry.status}。{tip}{note}")}">'
        f'{escape(entry.status)}<span class="bubble" aria-hidden="true">{escape(tip + note)}</span></button>'
    )


def ranges(entries: Mapping[str, Assumption | None], changes: Mapping[str, str]) -> str:
    """Low and high of every uncertain assumption."""
    parts = []
    for key, entry in entries.items():
        if entry is None or not entry.ranged:
            continue
        ends = "".join(
            field(
                say(f"{bound}_of", label=entry.label_ja),
                bound_input(f"{key}.{bound}", bound_text(entry, getattr(entry, bound)), changes),
            )
            for bound in ("low", "high")
        )
        parts.append(ends)
    return "".join(parts)


def bound_input(name: str, shown: str, changes: Mapping[str, str]) -> str:
    given = changes.get(name)
    default = shown if given is None else ""
    return f'<input type="text" name="{escape(name)}" value="{escape(given or shown)}" data-default="{escape(default)}" autocomplete="off">'
