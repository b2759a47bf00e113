"""What training named models cost: Epoch AI's estimates, and what summaries tell of the same models. `words` is the WordsEvidence that asks."""

import re

from analytics.divide.computed import computed
from analytics.divide.model_costs import cost_times, model_costs
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.models import Question

TRAINED = re.compile(r"学習[^。]{0,10}(?:費用|約[0-9])|推計されたとされ|計算費用")
DOLLARS = re.compile(r"[0-9]+(?:,[0-9]+)*(?:[万億][0-9,万]*)?ドル")


def costs(words, question: Question, box: Collector) -> Found:
    """The estimates of each model named under `cost`, their multiple under `times`, and the claims of summaries. Raises NothingFound where none is held."""
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


def told_of(library, name: str):
    """The claim of a summary that tells what training a model cost, None where none does."""
    whole = re.compile(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9.])")
    claims = [chunk for chunk in library.index.chunks if chunk.kind == "claim" and whole.search(chunk.display) and DOLLARS.search(chunk.display) and TRAINED.search(chunk.display)]
    return claims[0] if claims else None
