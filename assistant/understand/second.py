"""A second reading of every question: where the learned opinion is surer than the rules, the question is read its way."""

import re
from dataclasses import replace

import prompts
from analytics.divide.metrics import find_metric
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Question, Subject
from assistant.understand.blockers import KNOWN_ACRONYMS, NAMED_LACK, original_case
from assistant.understand.cues.intent import DATA_INTENTS, DEFINITION, JUDGED, SHARE_WORD, THESIS
from assistant.understand.cues.sought import likened_to, work_named
from assistant.understand.cues.worded import data_ends, meaning_wanted, reason_wanted, words_wanted
from assistant.understand.names.periods import read_period
from assistant.understand.names.subjects import Reading
from assistant.understand.opinion import CERTAIN, DATA, NOT_HELD, Opinion, Opinions
from assistant.understand.text.matcher import Text
from assistant.understand.traits import Lexicons, Traits

# Blockers that the opinion may outweigh: words nobody explained, and (when it is certain) words that often name what is not held. The other blockers
# name what is asked for and not held.
WEAK = NAMED_LACK | {"unknown_name", "unknown_metric", "unsure"}
TOLD_BY_WORDS = frozenset({"paper", "explain", "why", "limits", "strategy", "phrases", "document", "roi", "help", "smalltalk"})
# Metrics with a parameter need it from the text.
PARAMETERS = frozenset({"tier_share", "country_share", "institution_share", "citation_share"})
LOWEST = re.compile(r"低|底|少な|小さ|落ち込|lowest|minimum|least")
MEASURED = frozenset({"level", "trend", "change", "ratio", "peak", "trough"})
STATISTICS = frozenset({"count", "paper_count", "ratio", "did", "before_after"})
ATTACHED = "(?:系|側|勢|圏|関連)?(?:の|に限|に絞|だけ|のみ|別)?の?(?:企業|会社|機関|大学|論文|著者|組織|団体|比率|割合)|が[^、。が]{0,8}論文"  # 「東南アジアの機関」
BESIDE = "(?:の[^、。の]{1,3})?と(?:並べ|比べ|合わせ|対比|一緒)"  # 「科研費の額と並べて」 asks for it, and names no mere occasion
NOT_ONLY = re.compile(r"(?:だけ|のみ|ばかり)(?:で(?:は)?|じゃ)なく")  # 「企業だけではなく大学も」 is no paper by firms alone
ENDING = "(?:は|って)?(?:いくつ|どれ|何)?[^、。ぁ-ん]{0,2}(?:です|でしょう)?か?[??。]*$"  # 「ハーバード大学の偏差値」 asks for nothing else
RANKED_KINDS = frozenset({"国", "会社", "企業", "大学", "会議", "学会", "機関", "分野"})
POSSIBLE, LIKELY, SURE = 0.35, 0.6, 0.75
NO_FIGURE = 0.02  # probability of asking for a held figure that is none
BROAD, CLOSER = (["firm_share"], ["university_share"], ["firm_university_share"]), 0.65


class SecondReading:
    """Reads with the finders of an Understanding. Safe to share between threads."""

    def __init__(self, understanding, encode):
        self.reader = understanding
        self.opinions = Opinions(encode)
        self.lexicons = Lexicons(understanding.intents, understanding.relations, understanding.groups, understanding.metrics.phrases, understanding.countries)

    def traits(self, text: Text, previous: Question | None) -> Traits:
        places, institutions, period = self.reader.places.find(text), self.reader.institutions.find(text), read_period(text.folded)
        after = None if previous is None else DATA if previous.intent in DATA_INTENTS else "words"
        return self.lexicons.traits(text, places, institutions, period, after)

    def beyond(self, text: Text) -> bool:
        """Whether a question names a year or a conference that is not held."""
        places, period, divide = self.reader.places.find(text), read_period(text.folded), self.reader.labels.divide
        if period.now is not None or any(not MAIN_FIRST <= year <= MAIN_LAST for year in period.years):
            return True
        venues = [divide.measure("firm_share", venue=hit.key) for hit in places if hit.kind == "venue"]
        if any(year not in divide.available(venue) for venue in venues for year in period.years):
            return True
        return self.reader.places.stray_acronym(text, [*places, *self.reader.institutions.find(text)], KNOWN_ACRONYMS) is not None

    def opinion(self, text: Text, previous: Question | None) -> Opinion:
        return self.opinions.of(self.traits(text, previous), text.folded)

    def settled(self, question: Question, text: Text, base: int | None, previous: Question | None) -> Question:
        """The question as the rules read it, or as the opinion on it says where that is likelier."""
        if question.blocker == "scope_media" and previous is None:  # 「あのMITの報告書」 is read about, not counted
            opinion = self.opinion(text, previous)
            sure = opinion.route == "paper" and opinion.route_sure >= CERTAIN
            return question.with_(intent="paper", blocker=None, blocker_details={}, subjects=(), statistic="level") if sure else question
        if question.blocker not in (None, *WEAK) or question.intent == "roi":
            return question
        if question.blocker is None and question.intent == "paper" and (self.reader.works.spoken_of(text) and not meaning_wanted(text.lowered) or likened_to(text.folded)):
            return question
        if named(question) and not question.unread and not self.narrower(question, text, previous):
            return question
        if question.intent in TOLD_BY_WORDS - {"paper"} and (not question.years or data_ends(text.lowered)) and words_wanted(text.lowered):
            return question
        if question.intent == "why" and reason_wanted(text.lowered) or question.intent == "explain" and judged(question, text):
            return question
        opinion = self.opinion(text, previous)
        if question.family is not None:
            return worded(question, opinion) if words_wanted(text.lowered) else question
        if opinion.route == DATA and broad(question) and closer(opinion.metric, opinion.metric_sure) and previous is None and not NOT_ONLY.search(text.lowered):
            return question.with_(subjects=(Subject(opinion.metric),), readings=(*question.readings, told_aloud(opinion)))
        if opinion.route == DATA and not (question.intent == "paper" and opinion.data < CERTAIN and (self.reader.works.find(text) or work_named(text.lowered))):
            return self.as_figure(question, text, base, previous, opinion)
        if question.intent in DATA_INTENTS and question.blocker is None and (previous is not None or explained(question)):
            return question  # a follow-up to figures leans on them
        if DEFINITION.search(text.lowered) and question.intent == "explain":
            return question
        needed = CERTAIN if question.intent == "paper" and work_named(text.lowered) else needed_for_words(question, opinion)
        if opinion.route in TOLD_BY_WORDS and question.intent != opinion.route and opinion.route_sure >= needed:
            return question.with_(intent=opinion.route, blocker=None, blocker_details={}, subjects=())
        sought = question.intent == "paper" and work_named(text.lowered)  # what is written is looked for; if nothing is found, that is said
        if opinion.route == NOT_HELD and opinion.route_sure >= (CERTAIN if sought else needed_for_refusal(question)) and question.blocker is None and question.intent in (*DATA_INTENTS, "paper", "explain") and not (question.intent not in DATA_INTENTS and self.reader.studied.asked(text)):
            asked = self.reader.blockers.nouns.among(list(question.unread), text.lowered)
            lack = ("unknown_metric", {"name": original_case(asked[0], text)}) if len(asked) == 1 and question.subjects else ("outside", {})
            return question.with_(intent="figure", blocker=lack[0], blocker_details=lack[1])
        if unlikely(question, opinion) and previous is None:  # 「計算資源が足りない大学はどうしてる?」 names a group and asks for no share
            return question.with_(intent=opinion.route if opinion.route in TOLD_BY_WORDS and opinion.route_sure >= LIKELY else "paper", subjects=())
        return question

    def narrower(self, question: Question, text: Text, previous: Question | None) -> bool:
        """Whether the words may name a closer metric than the broad one that the lexicon found among them."""
        return previous is None and broad(question) and closer(*self.opinions.glance(self.traits(text, previous)))

    def as_figure(self, question: Question, text: Text, base: int | None, previous: Question | None, opinion: Opinion) -> Question:
        """A question that asks for a figure: without the doubts of the rules where the opinion is sure enough against them."""
        doubted = question.blocker is not None or question.intent not in DATA_INTENTS
        if doubted and opinion.data >= least(question):
            outweighed = replace(opinion, data=1.0) if question.blocker in NAMED_LACK else opinion
            read = self.reader.read_alone(text, base, trusted=outweighed)
            if not read.subjects and read.unread and opinion.metric_sure < POSSIBLE and read.statistic in MEASURED and previous is None:
                return question  # words that name what no metric counts: the default one would be another answer
            question = read
            if previous is not None and previous.intent in DATA_INTENTS and told_aloud(opinion) in question.readings and untold(question, opinion):
                question = question.with_(subjects=(), readings=tuple(line for line in question.readings if line != told_aloud(opinion)))
            if question.statistic == "paper_count":  # papers are counted whatever group is meant
                question = question.with_(readings=tuple(line for line in question.readings if line != told_aloud(opinion)))
        if question.blocker is not None or previous is not None or question.statistic not in ("level", "trend") or opinion.statistic_sure < LIKELY:
            return question
        if opinion.statistic == "fractional":
            return question.with_(variant="fractional")
        if opinion.statistic == "extreme" and opinion.statistic_sure >= SURE and len(question.years) != 1:
            return question.with_(intent="trend", statistic="trough" if LOWEST.search(text.lowered) else "peak")
        return question.with_(statistic=opinion.statistic) if opinion.statistic in STATISTICS else question


def broad(question: Question) -> bool:
    """A figure question on one metric that many closer ones go by the words of: 「先生だけで書いた論文」 holds 先生."""
    return named(question) and [subject.metric for subject in question.subjects] in BROAD and question.family is None and question.statistic in ("level", "trend", "change", "ratio", "peak", "trough")


def closer(metric: str, sure: float) -> bool:
    return sure >= CLOSER and metric not in PARAMETERS and [metric] not in BROAD


def judged(question: Question, text: Text) -> bool:
    """Whether a sweeping claim on a group is to be judged: 「大手の独占と言えるか」 wants no share alone."""
    return THESIS.search(text.lowered) is not None and any(subject.metric in JUDGED for subject in question.subjects)


def worded(question: Question, opinion: Opinion) -> Question:
    """A question whose words name a table or estimate: what papers say of it where the opinion is certain that no figure is asked for. What was
    claimed and is computed anew is a table of ours, though it speaks of a paper."""
    if question.family == "claims" or opinion.route not in ("paper", "explain", "limits") or opinion.route_sure < CERTAIN or question.blocker is not None or question.years:
        return question
    return question.with_(intent=opinion.route, statistic="level", family=None, computed=None, option=None, subjects=())


def untold(question: Question, opinion: Opinion) -> bool:
    """Whether a follow-up names no metric, so that the last one is meant and the opinion's is a mere guess: it tells a year or a place, or no noun."""
    if question.years or question.places:
        return opinion.metric == "firm_share" or opinion.metric_sure < SURE
    return opinion.metric_sure < SURE or opinion.metric == "firm_share" and all(len(run) < 2 for run in question.unread)  # 「小数点以下はいらない」 sounds like papers without firms


def least(question: Question) -> float:
    """How sure the opinion must be that a held figure is asked for, against the doubt of the rules."""
    if question.blocker in NAMED_LACK:
        if not question.subjects:
            return 1.0  # what is not held is all that it names
        lack = re.escape(question.blocker_details.get("name", ""))
        if lack and re.search(f"{lack}(?:{BESIDE}|{ATTACHED})|の{lack}{ENDING}", question.text):
            return 1.0
        # 「融資先の…」「株主総会で…」 mostly tell why somebody asks.
        return LIKELY if question.blocker == "scope_business" and question.subjects and question.years else CERTAIN
    if question.intent in TOLD_BY_WORDS - {"paper"}:
        return SURE if question.unread else CERTAIN  # the lexicon explains every word of it
    return SURE if question.intent == "paper" and not (question.years or question.places) else LIKELY


def needed_for_words(question: Question, opinion: Opinion) -> float:
    """How sure the opinion must be that words answer the question and no figure, against what the rules read it as."""
    if question.blocker is not None and question.intent in DATA_INTENTS:
        if question.statistic == "paper_count" or question.blocker == "scope_business":
            return 1.0  # what is refused as a figure is not told by papers instead
        return CERTAIN if measured(question) or "論文" in question.text or opinion.data >= NO_FIGURE else SURE  # 「化学会社が自前で持つのは現実的か」 counts nothing
    if question.intent == "out_of_scope":
        return CERTAIN  # a word names what is none of ours
    if question.intent == "paper":
        return LIKELY if question.subjects else POSSIBLE  # what the rules take all questions for that they do not know
    if question.intent == "explain":
        return CERTAIN  # the lexicon names what is to be explained
    return LIKELY if question.intent in DATA_INTENTS and not (named(question) and (question.years or question.places)) else SURE


def unlikely(question: Question, opinion: Opinion) -> bool:
    """Whether the rules read a figure for a group that is named, where no word measures and the opinion sees no figure asked for."""
    return question.intent == "figure" and question.statistic == "level" and question.blocker is None and bool(question.subjects) and opinion.data < NO_FIGURE and not measured(question)


def measured(question: Question) -> bool:
    """Whether a year, a place or a word for a share says that something is measured."""
    return bool(question.years or question.places or SHARE_WORD.search(question.text))


def needed_for_refusal(question: Question) -> float:
    """How sure the opinion must be that what is asked for is not held."""
    if question.intent == "explain":
        return CERTAIN  # the lexicon names what is to be explained
    if named(question) and question.years and question.places or question.statistic == "paper_count":
        return CERTAIN
    return SURE if named(question) or question.intent == "paper" and not SHARE_WORD.search(question.text) else LIKELY


def explained(question: Question) -> bool:
    """Whether the lexicon explains every word of a figure question, or it asks for a statistic of its own."""
    unread = [run for run in question.unread if question.statistic != "rank" or run not in RANKED_KINDS]
    return not unread or question.variant is not None or question.statistic not in ("level", "trend", "rank", "paper_count")


def named(question: Question) -> bool:
    """Whether the words of the lexicon name a metric and nothing stands against it."""
    return question.intent in DATA_INTENTS and bool(question.subjects) and question.blocker is None


def supplied(reading: Reading, opinion: Opinion) -> Reading:
    """The reading with the metric that the opinion names, told aloud, where the words named none. What is named and not held stays missing."""
    if reading.subjects:
        return reading
    if opinion.metric in PARAMETERS or opinion.metric_sure < POSSIBLE:
        return replace(reading, missing=None)
    return replace(reading, subjects=(Subject(opinion.metric),), readings=(*reading.readings, told_aloud(opinion)), missing=None)


def told_aloud(opinion: Opinion) -> str:
    """How a metric that no word named was read."""
    return prompts.render("notes", "read_as", name=find_metric(opinion.metric).label_ja)
