"""The whole of understanding: cues, subjects, places, period, then what a follow-up leaves out."""

import re

import prompts
from analytics import Divide
from assistant.models import Place, Question, Subject
from assistant.understand import followup
from assistant.understand.intent import CONFERENCES, decide_data, decide_intent
from assistant.understand.leftover import ProperNouns, leftover_runs
from assistant.understand.matcher import Cues, Hit, Phrases, Text, read
from assistant.understand.periods import Period, read_period
from assistant.understand.places import Places, read_places
from assistant.understand.subjects import Reading, read_subjects
from assistant.understand.wording import describe
from index.numerals import find_numerals

DATA_INTENTS = ("figure", "trend", "compare", "rank")
DEFAULT_SUBJECT = Subject("firm_share")
KNOWN_ACRONYMS = frozenset(
    "ai it qs did roi npv irr gpu cpu llm poc csv pdf usa uk eu jp ict dx hpc api ok faq nlp cv ml rl hci hbcu hsi gafa gafam abci geniac nairr mext meti mic "
    "lora qlora bert gpt flop flops hhi gini att gsynth oss kpi sme rd tsubame aist riken nii mit nanda bcg who why what and the".split()
)
NON_ELITE_TAILS = ("以外", "以外の大学", "ではない大学", "でない大学", "じゃない大学", "を除く大学", "を除いた大学")
CLAIM_UNITS = ("%", "ポイント", "倍", "割", "本")
ASKS_COUNT = re.compile(r"(\d{1,2})\s*(?:つ|個|件|位まで|会議|学会|例)|(?:トップ|上位|ベスト|top|ワースト|下位)\s*(\d{1,2})")


class Understanding:
    """Turns texts into Questions. Holds only compiled lexicons; safe to share between threads once built."""

    def __init__(self, divide: Divide):
        subjects, places = prompts.lexicon("subjects"), prompts.lexicon("places")
        entries = [("group", key, phrase) for key, phrases in subjects.items() for phrase in phrases]
        entries += [("group", "non_elite", word + tail) for word in subjects["elite"] for tail in NON_ELITE_TAILS]
        self.groups = Phrases(entries)
        self.countries = Phrases(("country", key, phrase) for key, phrases in places["countries"].items() for phrase in phrases)
        self.works = Phrases(("work", word, word) for word in prompts.lexicon("works")["works"])
        self.relations = Cues(prompts.lexicon("relations"))
        self.intents = Cues(prompts.lexicon("intents"))
        self.places = Places(divide.counts.venues)
        self.proper_nouns = ProperNouns()

    def understand(self, raw: str, previous: Question | None = None) -> Question:
        """Read `raw`; a follow-up takes what it leaves out from `previous`."""
        text = read(raw)
        question = self.read_alone(text)
        if previous is not None:
            question = followup.complete(question, previous, text)
        if question.intent in DATA_INTENTS and not question.subjects and question.blocker is None:
            question = question.with_(subjects=(DEFAULT_SUBJECT,), readings=(*question.readings, prompts.render("notes", "default_subject")))
        resolved = describe(question, self.places.venues) if question.inherited else text.folded
        return question.with_(resolved=resolved)

    def read_alone(self, text: Text) -> Question:
        cues, relations = self.intents.find(text), self.relations.find(text)
        groups, countries = self.groups.find(text), self.countries.find(text)
        place_hits = self.places.find(text)
        readings: list[str] = []
        if miss := self.places.near_miss(text, place_hits):
            place_hits.append(miss[0])
            readings.append(prompts.render("notes", "typo", written=miss[1], name=self.places.venues[miss[0].key].name))
        period = read_period(text.folded)
        reading = read_subjects(groups, relations, countries, text.lowered)
        places = read_places(place_hits, text, "did" in relations, "compare" in relations)
        plain = without(text.lowered, reading.taken)
        intent = decide_intent(cues, relations, reading.subjects, places, period, plain, bool(self.works.find(text)))
        statistic = "level"
        if intent in DATA_INTENTS:
            intent, statistic = self.data(intent, relations, reading, places, period, text)
        readings += [*reading.readings, *([period.reading] if period.reading else [])]
        hits = groups + countries + place_hits
        hits += [hit for found in (*relations.values(), *cues.values()) for hit in found]
        blocker, details = self.blocker(intent, text, place_hits, hits, reading, period)
        return Question(
            text=text.folded, intent=intent, resolved=text.folded, subjects=reading.subjects, places=places, years=period.years,
            span=period.span, statistic=statistic, topic=text.folded, count=asked_count(text), style=style(cues),
            ascending="ascending" in relations, readings=tuple(dict.fromkeys(readings)), claims=claims(text, period),
            blocker=blocker, blocker_details=details, variant=variant(text),
        )  # fmt: skip

    @staticmethod
    def data(intent: str, relations, reading: Reading, places, period: Period, text: Text) -> tuple[str, str]:
        if intent == "rank":
            return "rank", "rank"
        return decide_data(relations, reading.subjects, places, period, text.lowered)

    def blocker(self, intent, text: Text, place_hits: list[Hit], hits: list[Hit], reading: Reading, period: Period):
        """Why the data cannot answer, told by the question alone: (key of the refusal table, details) or (None, {})."""
        if intent == "out_of_scope":
            return "outside", {}
        if intent not in DATA_INTENTS:
            return None, {}
        if period.now:
            return "calendar", {"word": period.now}
        if stray := self.places.stray_acronym(text, place_hits, KNOWN_ACRONYMS):
            return "unknown_name", {"name": stray}
        runs = leftover_runs(text.lowered, hits, list(period.marks) + list(reading.taken))
        if names := self.proper_nouns.among(runs, text.lowered):
            return "unknown_name", {"name": original_case(names[0], text)}
        if not reading.subjects and runs and not CONFERENCES.search(text.lowered) and any(len(run) >= 2 for run in runs):
            return "unknown_metric", {"name": original_case(max(runs, key=len), text)}
        return None, {}


def without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """`text` with spans blanked: 「トップ50の大学」 must not read as a superlative."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = "□" * (end - start)
    return "".join(kept)


def original_case(name: str, text: Text) -> str:
    start = text.lowered.find(name)
    return text.folded[start : start + len(name)] if start >= 0 else name


def asked_count(text: Text) -> int | None:
    match = ASKS_COUNT.search(text.lowered)
    if not match:
        return None
    return max(1, min(20, int(match[1] or match[2])))


def style(cues: dict) -> str:
    for name in ("short", "long"):
        if name in cues:
            return name
    return "chart" if "chart" in cues else "normal"


def claims(text: Text, period: Period) -> tuple[str, ...]:
    """Numbers the asker states (「80%ですよね」): they may be repeated as theirs only."""
    covered = period.marks
    return tuple(
        numeral.text
        for numeral in find_numerals(text.folded)
        if numeral.unit in CLAIM_UNITS and not any(start <= numeral.start < end for start, end in covered)
    )


def variant(text: Text) -> str | None:
    if re.search(r"按分|分数カウント|fractional|人数割", text.lowered):
        return "fractional"
    if re.search(r"毎年(?:そろ|揃)|固定(?:した|の)?会議|会議を固定|同じ会議だけ", text.lowered):
        return "fixed"
    return None


__all__ = ["DATA_INTENTS", "Place", "Understanding"]
