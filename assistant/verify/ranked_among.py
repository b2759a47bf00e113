"""What a first place is first of: fewer than all where the ranking is of firms, universities, or those of one country."""

import re
from dataclasses import replace

from analytics.divide.country_names import COUNTRY_LABELS
from assistant.models import Question
from assistant.understand.who_ranked import SECTORAL
from assistant.verify.segments import Sentence
from assistant.write.rankings import KINDS, kind_named, of_country, of_group

FIRST = re.compile(r"最も|一番|いちばん|首位(?!の)|トップ|最多|最大|(?<!\d)1位")
WORDS = {"firms": r"企業|会社|社", "universities": r"大学|校", "institutions": r"機関|組織"}
QUIET = ("sources", "implication")


def of_ranking(question: Question) -> bool:
    return question.statistic in ("rank", "movers") and question.ranked in SECTORAL


def widened(parts: list[Sentence], question: Question) -> list[dict]:
    """A finding for every first place that is told as one among more than were ranked."""
    if not of_ranking(question):
        return []
    fewer = of_group(question) or COUNTRY_LABELS.get(of_country(question), of_country(question) or "")
    told = [part.text for part in parts if part.section not in QUIET and part.rank is None and FIRST.search(part.text)]
    return [{"text": text, "reason": "first among fewer than it says", "sentence": text} for text in told if not re.search(WORDS[question.ranked], text) or fewer not in text]


def without_kind(sentence: Sentence, question: Question) -> Sentence:
    """The sentence, its segments without the words for what was ranked, which no cited figure needs to name."""
    if not of_ranking(question):
        return sentence
    kinds = "|".join(sorted({kind_named(asked) for asked in (question, *question.parts)}, key=len, reverse=True))
    named = re.compile(rf"世界の{KINDS[question.ranked]}全体では|並べた(?:{kinds})のうち|(?:{kinds})(?=は|で最も上は)")
    return replace(sentence, segments=tuple(replace(segment, text=named.sub("もの", segment.text)) for segment in sentence.segments))
