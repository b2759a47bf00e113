"""What a first place is first of: fewer than all where the ranking is of firms, universities, or those of one country."""

import re
from dataclasses import replace

from analytics.divide.country_names import COUNTRY_LABELS
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.who_ranked import SECTORAL
from assistant.verify.segments import Sentence
from assistant.write.rankings import KINDS, kind_named, of_country, of_group

FIRST = re.compile(r"最も|一番|いちばん|首位(?!の)|トップ|最多|最大|(?<!\d)(?<!社のうち)(?<!校のうち)(?<!機関のうち)1位")  # 「276社のうち1位」 says of whom
QUOTED = re.compile(r"「[^」]*」")  # how a word of the question was read: 「トップ大学」をQS…と読みました
WORDS = {"firms": r"企業|会社|社", "universities": r"大学|校", "institutions": r"機関|組織"}
QUIET = ("sources", "implication")


def of_ranking(question: Question) -> bool:
    return question.intent in DATA_INTENTS and question.statistic in ("rank", "movers") and question.ranked in SECTORAL


def widened(parts: list[Sentence], question: Question) -> list[dict]:
    """A finding for every first place that is told as one among more than were ranked; of several rankings, than in the one it may belong to."""
    if not of_ranking(question):
        return []
    rankings = [asked for asked in question.parts if of_ranking(asked)] or [question]
    told = [part.text for part in parts if part.section not in QUIET and part.rank is None and FIRST.search(QUOTED.sub("", part.text))]
    return [{"text": text, "reason": "first among fewer than it says", "sentence": text} for text in told if not any(tells_whom(text, asked) for asked in rankings)]


def tells_whom(text: str, question: Question) -> bool:
    """Whether a sentence names the kind and the country or group that were ranked."""
    fewer = of_group(question) or COUNTRY_LABELS.get(of_country(question), of_country(question) or "")
    return re.search(WORDS[question.ranked], text) is not None and fewer in text


def without_kind(sentence: Sentence, question: Question) -> Sentence:
    """The sentence, its segments without the words for what was ranked, which no cited figure needs to name."""
    if not of_ranking(question):
        return sentence
    kinds = "|".join(sorted({kind_named(asked) for asked in (question, *question.parts)}, key=len, reverse=True))
    named = re.compile(rf"世界の{KINDS[question.ranked]}全体では|並べた(?:{kinds})のうち|(?:{kinds})(?=は|で最も上は)")
    return replace(sentence, segments=tuple(replace(segment, text=named.sub("もの", segment.text)) for segment in sentence.segments))
