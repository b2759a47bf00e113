"""On the page ROI: saved scenarios, to load, delete, and compare two of them (or one with what the form holds)."""

import logging
from collections.abc import Mapping
from html import escape
from urllib.parse import parse_qsl, urlencode

from analytics.roi import BadInput, Evaluation, evaluate, resolve, strategies
from analytics.roi.figures import DEFINITIONS, break_even_text, figures
from analytics.roi.risk import DRAWS
from assistant.ui.forms import field, link, select, table, text_input
from assistant.ui.pages import LONGEST_VALUE
from assistant.ui.roi_form import OWNER, PAIR, changes_of, strategy_of
from assistant.ui.scenarios import MOST, Scenario, ScenarioStore, ScenariosUnavailable, TooManyScenarios
from assistant.ui.wording import words_of

say = words_of("roi")
COMPARED = ("roi_ev_gates", "roi_npv", "roi_irr", "roi_payback_operation", "roi_success_probability", "roi_mc_probability_positive")
NOW, NONE, NAMED = "now", "－", "name="
log = logging.getLogger("rashinban.ui")


class SavedScenarios:
    def __init__(self, store: ScenarioStore):
        self.store = store

    def html(self, parameters: Mapping[str, str]) -> str:
        """The section with its form, list and comparison."""
        owner = parameters.get(OWNER, "")
        try:
            saved = self.store.list(owner) if owner else ()
        except ScenariosUnavailable as error:
            log.warning("the scenarios were not read: %s", error)
            return section(problem(say("scenarios_unavailable")))
        entries = "".join(entry(scenario) for scenario in saved)
        listed = f'<ul class="plain scenarios">{entries}</ul>' if saved else f"<p>{escape(say('scenarios_none'))}</p>"
        return section(f"{save_form()}{listed}{self.comparison(parameters, saved)}")

    def comparison(self, parameters: Mapping[str, str], saved: tuple[Scenario, ...]) -> str:
        """Two scenarios side by side. The address holds them whole, so that a share link shows them to others too."""
        chosen = [parameters.get(name, "") for name in PAIR]
        if not saved and not any(chosen):
            return ""
        now = Scenario(NOW, say("scenario_now"), urlencode({"strategy": strategy_of(parameters), **changes_of(parameters)}))
        known = {NOW: now} | {shared(scenario): scenario for scenario in saved}
        known |= {text: scenario for text in chosen if text not in known and (scenario := received(text))}
        options = [("", say("scenario_choose")), *((key, scenario.name) for key, scenario in known.items())]
        choices = "".join(
            field(say(f"scenario_{name}"), select(name, options, one, again=True).replace("<select ", '<select data-forget="-" ', 1))
            for name, one in zip(PAIR, chosen, strict=True)
        )
        pair = [known[one] for one in chosen if one in known]
        shown = compared(*pair) if len(pair) == len(PAIR) else "" if all(one in known for one in chosen if one) else problem(say("scenario_gone"))
        return f'<h4>{escape(say("scenario_compare"))}</h4><form class="live" data-part="none"><div class="fields">{choices}</div></form>{shown}'

    def act(self, parameters: Mapping[str, str], owner: str) -> str:
        """Save what the form holds under a name, or delete a scenario; a sentence on what happened."""
        if not owner:
            return problem(say("scenarios_no_cookie"))
        try:
            if parameters.get("act") == "delete":
                self.store.delete(owner, parameters.get("scenario", ""))
                return done(say("scenario_deleted"))
            return self.save(parameters, owner)
        except ScenariosUnavailable as error:
            log.warning("the scenario was not changed: %s", error)
            return problem(say("scenarios_unavailable"))
        except TooManyScenarios:
            return problem(say("scenarios_full", most=MOST))

    def save(self, parameters: Mapping[str, str], owner: str) -> str:
        name = " ".join(parameters.get("scenario_name", "").split())
        if not name:
            return problem(say("scenario_unnamed"))
        strategy, changes = strategy_of(parameters), changes_of(parameters)
        try:
            resolve(strategy, changes)
        except BadInput:
            return problem(say("scenario_unreadable"))
        self.store.save(owner, name, urlencode({"strategy": strategy, **changes}))
        return done(say("scenario_saved", name=name))


def shared(scenario: Scenario) -> str:
    """A scenario as the address holds it: 「cloud&annual_benefit=2,000万円&name=強気」. One that is too long for an address goes by its
    id, which only its owner can open.
    """
    strategy, *changes = parse_qsl(scenario.query)
    text = "&".join([strategy[1], *(f"{name}={value}" for name, value in changes), f"{NAMED}{scenario.name}"])
    return text if len(text) <= LONGEST_VALUE else scenario.id


def received(text: str) -> Scenario | None:
    """The scenario that an address holds, None when it holds none."""
    plan, named, name = text.partition(f"&{NAMED}")
    strategy, *changes = plan.split("&")
    if not named or strategy not in strategies():
        return None
    return Scenario(text, say("scenario_received", name=name), urlencode({"strategy": strategy, **dict(one.partition("=")[::2] for one in changes)}))


def section(body: str) -> str:
    return (
        f'<section class="scenarios-part"><h3>{escape(say("scenarios_title"))}</h3><p>{escape(say("scenarios_lead"))}</p>'
        f'<output data-told="scenarios"></output>{body}</section>'
    )


def save_form() -> str:
    return (
        '<form class="act save-scenario" data-reopen="scenarios" data-state="1"><input type="hidden" name="act" value="save">'
        f'<div class="fields">{field(say("scenario_name"), text_input("scenario_name", "", say("scenario_example")))}</div>'
        f'<div class="tools"><button type="submit" class="tool">{escape(say("scenario_save"))}</button></div></form>'
    )


def entry(scenario: Scenario) -> str:
    """One scenario: its name opens it, and a button deletes it."""
    parameters = dict(parse_qsl(scenario.query))
    return (
        f'<li>{link("roi", scenario.name, **parameters)}<form class="act" data-reopen="scenarios"><input type="hidden" name="act" value="delete">'
        f'<input type="hidden" name="scenario" value="{escape(scenario.id)}"><button type="submit" class="tool" '
        f'aria-label="{escape(say("scenario_delete_named", name=scenario.name))}">{escape(say("scenario_delete"))}</button></form></li>'
    )


def compared(first: Scenario, second: Scenario) -> str:
    """Results of two scenarios side by side, then the assumptions that differ."""
    try:
        pair = [evaluated(first), evaluated(second)]
    except BadInput:
        return problem(say("scenario_stale"))
    made = [{figure.metric: figure.display for figure in figures(evaluation)} for evaluation in pair]
    rows = [[say("compare_strategy"), *(evaluation.settings.label_ja for evaluation in pair)]]
    rows += [[DEFINITIONS[name][0], *(each.get(name, NONE) for each in made)] for name in COMPARED]
    rows.append([say("scenario_level"), *(break_even_text(evaluation) or NONE for evaluation in pair)])
    entries = [evaluation.settings.assumptions for evaluation in pair]
    for key in dict.fromkeys((*entries[0], *entries[1])):
        found = [each.get(key) for each in entries]
        values = [NONE if one is None else one.display for one in found]
        if values[0] != values[1]:
            rows.append([next(one.label_ja for one in found if one), *values])
    return table([say("scenario_item"), first.name, second.name], rows)


def evaluated(scenario: Scenario) -> Evaluation:
    parameters = dict(parse_qsl(scenario.query))
    return evaluate(resolve(strategy_of(parameters), changes_of(parameters)), DRAWS)


def problem(text: str) -> str:
    return f'<p class="problem" role="alert">{escape(text)}</p>'


def done(text: str) -> str:
    return f'<p class="done" role="status">{escape(text)}</p>'
