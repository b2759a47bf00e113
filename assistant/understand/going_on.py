"""Follow-ups to figures whose words say what they change: read without what fills no slot, and completed slot by slot."""

import re
from typing import Protocol

import prompts
from assistant.models import Question, Subject
from assistant.understand.blockers import Blockers
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.leftover import Tails, leftover_runs
from assistant.understand.cues.stated import FRACTIONAL, variant
from assistant.understand.figures import slots
from assistant.understand.figures.restated import restated
from assistant.understand.figures.unrecorded import unrecorded
from assistant.understand.names.countries import Countries
from assistant.understand.names.institutions import InstitutionNames
from assistant.understand.names.periods import read_period
from assistant.understand.names.subjects import read_bands
from assistant.understand.text.matcher import Hit, Text, read
from index.numerals import find_numerals

# Statistics of a figure that is told of a metric, a place and a year.
TAKEN_ON = ("level", "count", "paper_count", "change", "ratio")
SHORT = 16  # characters of a follow-up that only asks for numbers of papers
COUNTRIES = ("country_share", "japan_share")
TOPIC = re.compile(r"(?:の(?:場合|方|ほう))?(?:なら|だと|ですと|でしたら|では|は)")
# 「アメリカも併せて、二つ並べて」: what is named stands beside what was told.
BESIDE = re.compile(r"(?:の(?:数字|値|分|もの|方|ほう))?(?:も|を|と)、?(?:一緒に|いっしょに|隣に|横に)?(?:併せ|合わせ|あわせ|並べ|並び|横並び|加え|足し|添え|並記|併記|(?<=[隣横]に)置)")
NAMES_BESIDE = ("country", "institution", "venue", "field")
VALUE_ASKED = re.compile(r"何(?:%|割|パー|本|件)|いくつ|どれ(?:くらい|ぐらい|ほど)|どのくらい|なんぼ")
# 「19年も」 after another year is no length, and 「十年前の値も。2011年です」 names one year.
TWO_DIGITS = re.compile(r"^(?:じゃあ?|では|あと|それと|ついでに)?[、,]?(0[7-9]|1\d|2[0-3])年(?=も(?:お願い|おねがい|教え|見せ|出し|知り|頼|ください|下さい|同じ|[、。??]|$))")
AGO = re.compile(r"(?:その|いまから|今から)?(?P<ago>[一二三四五六七八九十\d]{1,3}年)前の(?=値|数字|数値|割合|比率|率|もの|データ)")


def stated_year(text: str, data: Question) -> str:
    """A follow-up to figures of a year with its own year written out once."""
    if not data.years:
        return text
    text = TWO_DIGITS.sub(r"20\1年", text)
    if (ago := AGO.search(text)) and (numerals := find_numerals(ago["ago"])):
        shorter = text[: ago.start()] + text[ago.end() :]
        if read_period(shorter).years == (data.years[-1] - int(numerals[0].value),):
            return shorter
    return text


class Reader(Protocol):
    """What reads a text by itself, and the finders it reads with."""

    blockers: Blockers
    tails: Tails
    institutions: InstitutionNames
    countries: Countries

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...

    def measures(self, text: Text) -> bool: ...

    def explained(self, text: Text) -> list[Hit]: ...


class GoingOn:
    """Reads follow-ups to figures with the finders of a reader. Holds only word lists."""

    def __init__(self, reader: Reader):
        self.reader = reader
        words = prompts.lexicon("followup")
        self.idle = frozenset(map(str, words["idle"]))
        self.occasions = re.compile("|".join(map(re.escape, sorted(words["occasions"], key=lambda word: (-len(word), word)))))

    def question(self, text: Text, previous: Question | None, data: Question | None, sure: bool = False, answered: Question | None = None) -> Question | None:
        """The completed question; None where the text is no such follow-up, and with `sure` where its words do not say so themselves.

        `answered`: what the text is read as by itself. A question about figures that would be answered with the usual metric, place or year in
        place of what it leaves out takes those from the conversation, whatever other words it holds."""
        if answered is not None and (answered.intent not in DATA_INTENTS or answered.blocker is not None or answered.statistic not in TAKEN_ON or answered.family is not None):
            return None
        if previous is None or data is None or data.parts or data.statistic == "computed":
            return None
        if not (previous.intent in DATA_INTENTS or previous.intent in ("why", "explain", "paper") and previous.subjects):
            return None
        dated = stated_year(text.folded, data)
        told = restated(dated, self.names_figure)
        asked, bare = slots.read_slots(told.rest, data)
        says_so = told.replaces or asked.sure or dated != text.folded or self.names_other(told.rest, data) or asked.unit == "change" and slots.AGAINST.search(told.rest)
        says_so = says_so or slots.DIFFERENCE.search(told.rest) and slots.of_several(told.rest, data)
        says_so = says_so or data.statistic == "level" and any(hit.kind in NAMES_BESIDE and BESIDE.match(told.rest, hit.end) for hit in self.reader.explained(read(told.rest)))
        says_so = says_so or asked.unit == "count" and len(told.rest) <= SHORT and not self.names_figure(bare)  # 「実数で」
        if sure and not says_so or len(told.rest) > slots.LONGEST:
            return None
        rest = read(self.occasions.sub(" ", bare))
        unread = [] if answered is not None else self.unread_nouns(rest)
        unheld = self.reader.blockers.unheld(rest, self.reader.explained(rest)) or unrecorded(read(told.rest), False)
        if told.replaces and unheld is None:  # 「対象を…に替えて」: what is put in the place of the last thing has no figures
            unheld = next((("unknown_name", name) for name in self.reader.blockers.proper_nouns.among(unread, rest.lowered) if re.search(re.escape(name) + "[^、。のは]{0,6}だと", rest.lowered)), None)
        if unheld is None and (unread and not told.replaces or self.reader.blockers.proper_nouns.among(unread, rest.lowered)):
            return None
        alone = self.reader.read_alone(rest, data.years[-1] if data.years else None)
        if told.replaces and alone.blocker == "unknown_metric" and alone.years and not (alone.subjects or unread):  # 「…に絞って再度ご提示願います」
            alone = alone.with_(blocker=None, blocker_details={})
        if unheld is not None:  # 「学生の数に直すと?」 asks for a figure we do not hold; any other such message is judged as a whole
            refused = told.replaces and alone.blocker is None and alone.intent in (*DATA_INTENTS, "paper", "explain")
            return alone.with_(text=text.folded, resolved=text.folded, intent="figure", blocker=unheld[0], blocker_details={"word" if unheld[0] == "calendar" else "name": unheld[1]}) if refused else None
        if answered is not None:
            guessed = answered.subjects == (Subject("firm_share"),)  # the usual metric, which the text need not name
            alone = alone.with_(
                subjects=alone.subjects or (() if guessed else answered.subjects), places=alone.places or answered.places, blocker=None if alone.blocker == "unknown_metric" else alone.blocker,
            )  # fmt: skip
        if not alone.subjects and (named := self.reader.institutions.find(rest)):  # a firm named after figures is one whose papers are counted
            alone = alone.with_(subjects=tuple(dict.fromkeys(Subject("institution_share", institution=hit.key) for hit in named)))
        if not alone.subjects and data.subjects[:1] and data.subjects[0].metric in COUNTRIES:
            alone = alone.with_(subjects=tuple(dict.fromkeys(Subject("country_share", country=hit.key) for hit in self.reader.countries.find(rest))))
        done = slots.completed(alone, told.rest, asked, told.leans, previous, data)
        if done is None:
            return None
        return self.reader.finished(done.with_(text=text.folded, topic=done.topic if done.intent == "why" else text.folded), rest, data)

    def names_other(self, words: str, data: Question) -> bool:
        """「MITなら何%」 after the share of another institution."""
        if not data.subjects or data.subjects[0].metric != "institution_share" or not VALUE_ASKED.search(words):
            return False
        return any(TOPIC.match(words[hit.end :]) for hit in self.reader.institutions.find(read(words)))

    def names_figure(self, words: str) -> bool:
        """Whether words name something of the figures, or ask for another kind of them."""
        text = read(words)
        return slots.names_slot(words) or variant(text) is not None or self.reader.measures(text) or any(hit.kind == "country" for hit in self.reader.explained(text))

    def unread_nouns(self, text: Text) -> list[str]:
        """Nouns that nothing explains and that are no words of asking."""
        hits = self.reader.explained(text)
        spans = [*read_period(text.folded).marks, *read_bands(text.lowered)[1], *(match.span() for match in FRACTIONAL.finditer(text.lowered)), *self.reader.tails.spans(text.lowered, hits)]
        runs = leftover_runs(text.lowered, hits, spans)
        return [run for run in self.reader.blockers.nouns.among(runs, text.lowered) if run not in self.reader.blockers.idle and run not in self.idle]
