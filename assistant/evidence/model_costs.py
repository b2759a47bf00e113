"""What training named models cost: Epoch AI's estimates, and what summaries tell of the same models. `words` is the WordsEvidence that asks."""

import re

import prompts
from analytics.divide.computed import computed
from analytics.divide.epoch_figures import LAST_FULL_YEAR
from analytics.divide.model_costs import METRIC, cost_times, model_computes, model_costs, of_model
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.models import Question
from assistant.understand.words.cost_years_ago import YEARS

TRAINED = re.compile(r"学習[^。]{0,10}(?:費用|約[0-9])|推計されたとされ|計算費用")
DOLLARS = re.compile(r"[0-9]+(?:,[0-9]+)*(?:[万億][0-9,万]*)?ドル")


def costs(words, question: Question, box: Collector) -> Found:
    """The estimates of each model named under `cost`, their multiple under `times`, and the claims of summaries. Raises NothingFound where none is held."""
    if question.inherited[2:3] == (YEARS,):
        return of_years(words, question.inherited[3], box)
    names = question.inherited[2:]
    held = model_costs(computed(words.divide.counts).figures)
    priced = [held[name] for name in names if name in held]
    for figure in priced:
        box.figure(figure, "cost")
    if len(priced) == 2 == len(names):
        box.figure(cost_times(*priced), "times")
    for name in names:
        claim = told_of(words.library, name)
        if claim is not None:
            words.library.cite(box, claim, "told")
    if not box.items:
        raise NothingFound(tuple(names))
    return Found(box.evidence(), "costs")


def computes(words, question: Question, box: Collector) -> Found:
    """The estimate of the compute of each model named (role `compute`)."""
    held = model_computes(computed(words.divide.counts).figures)
    for name in question.inherited[2:]:
        box.figure(held[name], "compute")
    return Found(box.evidence(), "computes")


def of_years(words, since: str, box: Collector) -> Found:
    """The dearest model of the last full year under `cost` beside that of another year: `since` it, so many years before ("-10"), or the first that is held. What year
    stands for another is told."""
    dearest = {figure.slice["years"][0]: figure for figure in computed(words.divide.counts).figures if figure.metric == METRIC and len(figure.slice["years"]) == 1}
    held = sorted(year for year, figure in dearest.items() if year < LAST_FULL_YEAR and figure.n > 1)  # the only model of a year is not its dearest
    asked = LAST_FULL_YEAR + int(since) if since.startswith("-") else int(since) if since else held[0]
    year = asked if asked in held else min(held, key=lambda other: abs(other - asked))
    pair = [of_model(dearest[each]) for each in (LAST_FULL_YEAR, year)]
    for figure in pair:
        box.figure(figure, "cost")
    box.figure(cost_times(*pair), "times")
    told = () if year == asked else (prompts.render("notes", "cost_year_near", asked=asked, year=year),)
    return Found(box.evidence(), "costs", readings=told)


def told_of(library, name: str):
    """The claim of a summary that tells what training a model cost, None where none does."""
    whole = re.compile(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9.])")
    claims = [chunk for chunk in library.index.chunks if chunk.kind == "claim" and whole.search(chunk.display) and DOLLARS.search(chunk.display) and TRAINED.search(chunk.display)]
    return claims[0] if claims else None
