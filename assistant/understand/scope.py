"""What a question about figures asks for that our figures do not tell: people, money, journals, kinds of firms, regions, forecasts."""

import re

import prompts
from assistant.understand.matcher import Hit, Phrases, Text

AHEAD = re.compile(r"(?<!の)(?:あと|この先|今後)?\d+年後(?!の(?:値|数字|割合)?は?.{0,4}(?:年の))")
STATED_YEAR = re.compile(r"(?:19|20)\d\d|平成|令和")
# A noun between two parts that the lexicon knows narrows what is asked: 「企業の寄付の割合」「女子大の参加率」.
LINK = r"(?:の|な|系の|系|における|での|による|向けの?)?"
JOINER = re.compile(r"(?:の|な|系の|系|における|での|による|向けの?)?$")


class Scope:
    """The lexicon of what lies near our figures and is not in them."""

    def __init__(self):
        self.phrases = Phrases(("scope", key, str(word)) for key, words in prompts.lexicon("scope").items() for word in words)

    def outside(self, text: Text, known: list[Hit]) -> tuple[str, str] | None:
        """(key of the refusal table, word as written) for the first such word that is no part of a known name."""
        for hit in self.phrases.find(text):
            if not any(other.start <= hit.start and hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end) for other in known):
                return f"scope_{hit.key}", hit.text
        if (match := AHEAD.search(text.folded)) and not STATED_YEAR.search(text.folded):
            return "scope_forecast", match.group()
        return None


def narrowing(text: str, runs: list[str], hits: list[Hit]) -> str | None:
    """A noun that nothing explained and that narrows a known word: directly before it, or between 「…の」 and what is measured."""
    starts = {hit.start for hit in hits}
    ends = {hit.end for hit in hits}
    for run in runs:
        if len(run) < 2:
            continue
        at = text.find(run)
        after = re.match(LINK, text[at + len(run) :]).end() + at + len(run)
        before = at - (1 if text[at - 1 : at] == "の" else 0)
        if after in starts and after > at + len(run) or before in ends and before < at and re.match(r"(?:の|は|って|を|が)", text[at + len(run) :]):
            return run
    return None
