"""Follow-ups to figures that ask how far two things are apart, which of them is higher, or whether that is more than chance."""

import re
from typing import Protocol

from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.cues.differences import APART, tested, without_test
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.stated import judged
from assistant.understand.figures.narrowed import same_kind
from assistant.understand.figures.slots import last_two
from assistant.understand.names.labels import Labels
from assistant.understand.text.matcher import Text, read

AI = Place("area", "ai")
# What is told of a metric in a place and a year.
SHOWN = ("level", "count", "trend", "change", "ratio", "peak", "trough", "before_after")
MOVED = ("trend", "change", "ratio", "before_after", "did")
COUNTRIES = ("country_share", "japan_share")
# 「二つの差は」「その差、」: words that point and ask, and name nothing.
OPENER = r"(?:(?:じゃあ?|では|で|それで|それなら|ちなみに|つまり|結局|ところで|なら|ほな|で?も|so|and|then|ok)[、, ]*)*"
POINTED = r"(?:(?:その|この|あの|今の|いまの|さっきの|上の|両者|両方|両国|双方|二者|お互い|互い|二つ|2つ|ふたつ|二国|2国|2か国|二か国|二社|2社|二校|2校|[2二]つの会議|数字|数値|値|割合|率|これ|それ|これら|それら|the|these|those|this|that|their|two|is|what's|what is|how big is|between|them|of|it)(?:って|の間|間|同士|どうし|だけ|は|が|で|に|と|の|も|、| )*)*"
ASKED = r"(?:って|とは|として|は|が|も|を|で|に|の|、|,| |何ポイント|何%|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい|程度)|いくつ|いくら|なんぼ|実際|正味|数字で|具体的に|はっきり|ほんと(?:う)?に?|本当に?|ある|あり|あいて|開いて|離れて|違って|いる|いま|る|い|ます|です|でしょう|だろう|なん|なの|かな|か|の|ん|ね|よ|言う|言える|見る|見て|教え|て|出し|出る|ください|下さい|お願い|します|くれ|ほしい|欲しい|分か|わか|知り|たい|計算|really|or|just|is|it|that|be|could|this|the|by|was|due|to|a|real|actually)*[??。!]*"
BARE = re.compile(rf"^{OPENER}{POINTED}{ASKED}(?:{APART.pattern})?{ASKED}(?:{APART.pattern})?{ASKED}$", re.IGNORECASE)
WHICH = re.compile(rf"^{OPENER}{POINTED}(?:どっち|どちら|which)(?:の(?:ほう|方|数字|率|割合))?(?:が|は|の方が| is| one is)?[、 ]*(?:より)?(?:高|多|低|少な|上|下|大き|小さ|higher|lower|bigger|larger){ASKED}(?:い|かった|く)?{ASKED}$", re.IGNORECASE)
# 「アメリカとはどれくらい離れてる?」「IROSと比べてどっちが多い?」: named beside the last one.
BESIDE = re.compile(r"(?:と|とは|より|よりも|とも|から)(?:の|は|も)?、?(?:[^、。]{0,6}(?:比べ|くらべ|比較)[^、。]{0,6})?[^、。]{0,8}$")
COMPARED = re.compile(r"も(?:横に|隣に|一緒に|いっしょに)?並べ(?:て|た(?:い|ら))|(?:と|に|とは)(?:比べ|くらべ|比較)[^。]{0,10}(?:どっち|どちら)|(?:と|とは)(?:どっち|どちら)|(?:どっち|どちら)(?:が|の方が|のほうが)(?:多|高|上)")
DID = re.compile(r"差の差|diff-in-diff|(?<![a-z])did(?![a-z])", re.IGNORECASE)
MOVES = re.compile(r"変化|増加|減少|増減|伸び|上昇|低下|推移|動き|増え|減っ|上が|下が|change|increase|decrease|trend|growth|rise|drop", re.IGNORECASE)
PAIR = re.compile(r"両者|両国|両方|双方|二者|二国|2国|二か国|2か国|二つ|2つ|ふたつ|二社|2社|二校|2校|お互い|between them")
LONGEST = 40  # characters


class Reader(Protocol):
    """What reads a text by itself, and finishes a question that was completed."""

    labels: Labels

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def usual(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...

    def explained(self, text: Text) -> list: ...

    def measures(self, text: Text) -> bool: ...


class SetApart:
    """Reads such questions with the finders of a reader."""

    def __init__(self, reader: Reader):
        self.reader = reader

    def question(self, text: Text, previous: Question | None, data: Question | None) -> Question | None:
        """The completed question; None for any other."""
        asked = None
        if tested(text.folded):
            asked = self.of_chance(text, previous, data)
        elif data is not None and not data.parts and len(text.folded) <= LONGEST:
            asked = self.of_distance(text, data) if previous is not None and (previous.intent in DATA_INTENTS or previous.intent == "why") else None
        return None if asked is None else asked.with_(text=text.folded)

    # -- more than chance? --------------------------------------------------------------------------------------------

    def of_chance(self, text: Text, previous: Question | None, data: Question | None) -> Question | None:
        rest = without_test(text.folded)
        if previous is not None and data is not None and not data.parts and previous.intent in (*DATA_INTENTS, "why", "explain", "limits") and BARE.match(MOVES.sub("", rest)):
            done = self.shown_again(rest, data)
            return None if done is None else self.reader.finished(done.with_(text=text.folded, readings=(), inherited=("all",)), text, data)
        inner = read(rest)
        if data is not None and data.subjects and DID.search(rest) and not self.reader.measures(inner):  # 「DIDで見ると有意?」 of what was just told
            return self.reader.finished(data.with_(text=text.folded, intent="compare", statistic="did", years=(), span=False, spans=(), asserted=None, readings=(), inherited=("all",)), text, data)
        if len(rest) < 4 or not self.reader.measures(inner) and not self.reader.explained(inner):
            return None
        done = self.reader.usual(inner, previous, data)
        if done.intent not in DATA_INTENTS and len((alone := self.reader.read_alone(inner)).places) > 1 and alone.blocker in (None, "unknown_metric") and APART.search(rest):
            done = self.reader.finished(alone.with_(intent="compare", statistic="level", blocker=None), inner, data)  # of the usual metric
        if done.intent not in DATA_INTENTS or done.blocker is not None or done.parts:
            return None
        if done.statistic in MOVED or done.statistic in ("level", "count") and several(done):
            return done.with_(statistic="level" if done.statistic == "count" else done.statistic, resolved=done.resolved if done.inherited else text.folded)
        return self.moved(done, done) if done.statistic == "level" else None

    def shown_again(self, rest: str, data: Question) -> Question | None:
        """The last figures, for the verdict on them: how far two are apart, or how far one moved."""
        if data.statistic == "did":
            return data
        if data.statistic not in SHOWN:
            return None
        pair = lately(data)
        if (pair or several(data)) and not (data.statistic in MOVED and not APART.search(rest) or MOVES.search(rest)):
            return of_one_year(data, pair)
        return data.with_(statistic="change" if data.statistic in ("peak", "trough", "ratio") else data.statistic) if data.statistic not in ("level", "count") else self.moved(data, data)

    def moved(self, question: Question, data: Question) -> Question:
        """The move of what was told for one year, since the first one."""
        place = (data.places or (AI,))[0]
        years = self.reader.labels.divide.available(self.reader.labels.divide.measure("firm_share", **{place.kind: place.name}))
        first = next((year for year in years if year >= MAIN_FIRST), MAIN_FIRST)
        last = data.years[-1] if data.years else MAIN_LAST
        years = (first, last) if data.years and first < last else ()
        return question.with_(intent="compare", statistic="change", years=years, span=False)

    # -- how far apart? -----------------------------------------------------------------------------------------------

    def of_distance(self, text: Text, data: Question) -> Question | None:
        if data.statistic not in SHOWN:
            return None
        if judged(text) and (level := self.reached(text, data)) is not None:
            return level
        pair = lately(data) or (newest_pair(data) if PAIR.search(text.folded) else {})
        apart, which = APART.search(text.folded), WHICH.match(text.folded)
        if (apart and BARE.match(text.folded) or which) and (pair or several(data)):
            done = of_one_year(data, pair)
        elif apart and BESIDE.search(text.folded[: apart.start()]) or COMPARED.search(text.folded):
            done = self.beside(text, data)
        else:
            return None
        return None if done is None else self.reader.finished(done.with_(text=text.folded, readings=(), inherited=("all",)), text, data)

    def reached(self, text: Text, data: Question) -> Question | None:
        """「半分は超えてる?」 of what was told as numbers of papers or over the years: its value in the last year."""
        alone = self.reader.read_alone(text)
        if not alone.claims or alone.subjects or alone.places or alone.years or not data.subjects:
            return None
        done = of_one_year(data, {}).with_(text=text.folded, intent="compare" if several(data) else "figure", claims=alone.claims, readings=(), inherited=("all",))
        return self.reader.finished(done, text, data)

    def beside(self, text: Text, data: Question) -> Question | None:
        """The last thing told, and the one that the text names beside it."""
        alone = self.reader.read_alone(text, data.years[-1] if data.years else None)
        of_kind = tuple(same_kind(subject, data.subjects[-1], text.folded) or subject for subject in alone.subjects) if data.subjects else alone.subjects  # 「大学側との差は」 after words of titles
        subjects = tuple(subject for subject in of_kind if subject not in data.subjects)
        if data.subjects[:1] and data.subjects[0].metric in COUNTRIES and not subjects:
            subjects = tuple(dict.fromkeys(Subject("country_share", country=hit.key) for hit in self.reader.explained(text) if hit.kind == "country"))
        places = tuple(place for place in alone.places if place not in (data.places or (AI,)))
        if several(data) and not (subjects or places or alone.years) and (alone.places or alone.subjects):  # 「KDDより何ポイント低い?」 of the two told
            return of_one_year(data, {})
        if alone.years not in ((), data.years[-1:]) or alone.blocker not in (None, "unknown_metric") or alone.family is not None or bool(subjects) == bool(places):
            return None
        if places and len(alone.places) == 1:
            return of_one_year(data, {"places": ((data.places or (AI,))[-1], *places)})
        if subjects and len(alone.subjects) <= 1 and set(alone.places) <= set(data.places or (AI,)):
            return of_one_year(data, {"subjects": (*data.subjects[-1:], *subjects)})
        return None


def lately(data: Question) -> dict[str, tuple]:
    """The last two things of the conversation, where the last figure told of another one of them; else {}."""
    if data.years or data.statistic not in ("level", "count") or not data.inherited:
        return last_two(data)
    for name, recent in (("subjects", data.recent_subjects), ("places", data.recent_places)):
        if name not in data.inherited and len(recent) > 1 and recent[-1:] == (getattr(data, name) or (AI,)):
            return {name: recent[-2:]}
    return {}


def newest_pair(data: Question) -> dict[str, tuple]:
    """The last two things that the conversation measured, whatever was told of them."""
    if several(data):
        return {}
    for name, recent in (("subjects", data.recent_subjects), ("places", data.recent_places)):
        if len(recent) > 1 and recent[-1:] == (getattr(data, name) or (AI,)):
            return {name: recent[-2:]}
    return {}


def several(question: Question) -> bool:
    return len(question.subjects) * max(1, len(question.places)) > 1


def of_one_year(data: Question, things: dict[str, tuple[Place, ...] | tuple[Subject, ...]]) -> Question:
    """The values of two things in the last year that was spoken of; a range gives way to the last year of all."""
    years = data.years[-1:] if data.years and data.statistic != "before_after" and not (data.span and data.statistic in ("trend", "peak", "trough")) else ()
    return data.with_(intent="compare", statistic="level", years=years, span=False, spans=(), asserted=None, claims=(), parts=(), cue=None, style="normal", **things)
