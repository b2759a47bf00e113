"""What training named models cost, or how much compute it took: a verdict on the amount that the asker would state, the multiple of two, else the estimates."""

import prompts
from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.models import Question
from assistant.understand.words.cost_years_ago import YEARS
from assistant.understand.works.model_costs import DOLLARS
from assistant.understand.works.works_asked import marks
from assistant.write.layout import Page
from assistant.write.quoted import attributed, items, say
from assistant.write.roles import Roles
from assistant.write.wordings import label
from index.numerals import find_numerals

NEAR = 0.1  # part of an amount by which an estimate may differ and still be said to be it


def costs(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    figures = roles.figures("cost")
    told = [prompts.render("answers/data", "table_value", period=figure.period, label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures]
    claims = [attributed(item, library) for item in items(found, "told")]
    models = marks(question)[2:]
    lines = [*told, *claims]
    if (times := roles.first("times")) is not None:
        more, less = (next(figure for figure in figures if figure.id == times.parts[side]) for side in ("more", "less"))
        ends = {"larger": more.period, "smaller": less.period} if models[:1] == (YEARS,) else {"larger": label(more), "smaller": label(less)}
        page.conclusion = [say("cost_times_of_years" if models[:1] == (YEARS,) else "cost_times", **ends, value=times.display, cite=roles.cite(more, less, times))]
    elif question.claims and len(models) == 1:
        page.conclusion = [say(f"cost_{verdict(question, found)}")]
    else:
        page.conclusion, lines = lines[:1], lines[1:]
        if len(models) > 1:
            lines.append(say("cost_no_times"))
    if "use" in question.blocker_details:  # what it costs to use was asked
        page.conclusion.insert(0, say("cost_of_use"))
    page.points = lines
    page.caveats = [*([prompts.render("notes", "dollars")] if figures else []), say("cost_estimates"), *([say("cost_own_words")] if question.claims else [])]


def computes(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """How much compute each model named took, by Epoch AI's estimates."""
    told = [prompts.render("answers/data", "table_value", period=figure.period, label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in roles.figures("compute")]
    page.conclusion, page.points = told[:1], told[1:]
    page.caveats = [*question.readings, say("compute_estimates")]


def verdict(question: Question, found: Found) -> str:
    """Whether the amount of the question is one of the estimates (`said`), or lies below, above or between them."""
    amount = find_numerals(question.claims[0])[0].value
    values = [item.figure.value for item in items(found, "cost")] + [numeral.value for item in items(found, "told") for numeral in find_numerals(item.text) if numeral.unit == DOLLARS]
    if any(abs(value - amount) <= NEAR * value for value in values):
        return "said"
    if all(value < amount for value in values):
        return "lower"
    return "higher" if all(value > amount for value in values) else "between"
