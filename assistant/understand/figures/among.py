"""「そのうち上位校以外と組んだもの」 after a share of papers: how much of those papers the named part is."""

import re
from typing import Protocol

import prompts
from analytics import Divide
from analytics.divide.multiples import holds
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.narrowed import narrowed
from assistant.understand.figures.part_of import part_of
from assistant.understand.text.matcher import Text

AMONG = re.compile(r"^(?:(?:では|じゃあ?|で)[、,]?)?(?:(?:その|この|それらの?)(?:うち|中|なか)|うち)(?:で|の|、|に)?")
OF_ALL = re.compile(r"論文全体|全論文|全体(?:の|に|で)|何本|本数|推移|増え|減っ|変わ|いつ")
# 「それって全企業の何割?」 of a part that was told.
OF_WHOLE = re.compile(r"^(?:(?:じゃあ?|では|で|ちなみに)[、,]?)*(?:それ|これ|その(?:割合|数字|論文|うち)?)(?:って|は|、)*(?:全|全部の|全体の)?(?P<whole>企業|会社|民間|大学|日本)(?:全体|側|の論文|が入った論文)*(?:の(?:うち|中)?の?|に占める|のうちの?)(?:何割|何%|何パーセント|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|程度)|半分)[^。]{0,10}[。??]*$")
WHOLES = {"企業": Subject("firm_share"), "会社": Subject("firm_share"), "民間": Subject("firm_share"), "大学": Subject("university_share"), "日本": Subject("japan_share")}
LONGEST = 40  # characters
SHARES = ("level", "trend", "change")


class Reader(Protocol):
    """What reads a text by itself."""

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def among(reader: Reader, text: Text, previous: Question | None, data: Question | None, divide: Divide) -> Question | None:
    """The part beside its whole, in one year; None where the words name no part of what was told, and for any other message."""
    if previous is None or previous.intent not in DATA_INTENTS or data is None or data.parts or len(data.subjects) != 1 or data.statistic not in SHARES or len(data.places) > 1:
        return None
    if whole := OF_WHOLE.match(text.folded):
        return beside_whole(reader, text, data, WHOLES[whole["whole"]], divide)
    if not AMONG.match(text.folded) or OF_ALL.search(text.folded) or len(text.folded) > LONGEST:
        return None
    alone = reader.read_alone(text, data.years[-1] if data.years else None)
    if len(alone.subjects) != 1 or alone.blocker not in (None, "unknown_metric") or alone.statistic != "level" or alone.places or alone.family:
        return None
    part = narrowed(alone, data).subjects
    where = data.places or (Place("area", "ai"),)
    measures = [divide.measure(subject.metric, **subject.names(), **{place.kind: place.name}) for subject in (*data.subjects, *part) for place in where]
    if len(measures) != 2 or not holds(*measures):
        return None
    years = alone.years or (() if data.span else data.years[-1:])
    done = alone.with_(intent="compare", statistic="level", subjects=(*part, *data.subjects), places=data.places, years=years, blocker=None, blocker_details={}, cue=None, inherited=("places", "years"))
    return reader.finished(done, text, data)


def beside_whole(reader: Reader, text: Text, data: Question, whole: Subject, divide: Divide) -> Question | None:
    """What was told beside the whole that is named; None where it is no part of that."""
    part, place = data.subjects[0], (data.places or (Place("area", "ai"),))[0]
    where = {place.kind: place.name}
    if part == whole or not holds(divide.measure(whole.metric, **where, **whole.names()), divide.measure(part.metric, **where, **part.names())):
        return None
    done = data.with_(text=text.folded, intent="compare", statistic="level", subjects=(part, whole), years=() if data.span else data.years[-1:], span=False, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("places", "years"))
    return reader.finished(done, text, data)


def with_whole(question: Question, text: Text, data: Question | None, divide: Divide) -> Question:
    """The question with the whole beside its part where one is named; with a note where it asks for a part of what was told and is answered of all papers, because the two are not counted together."""
    question = part_of(question, text.folded, divide)
    if data is None or not AMONG.match(text.folded) or OF_ALL.search(text.folded) or question.intent not in DATA_INTENTS or question.blocker is not None:
        return question
    apart = question.statistic in SHARES and len(question.subjects) == 1 and question.subjects != data.subjects and question.subjects[0].metric not in ("elite_partner_ratio", "citation_share")
    return question.with_(readings=(*question.readings, prompts.render("notes", "of_all_papers"))) if apart and question.inherited else question
