"""A question that the rules read as one for a figure, or answer by other words, though all of it sounds otherwise: 「HHIてなに? 数字に弱い社長にもわかるように」 for a
share, 「GPUが買えない大学はどう工夫している?」 after figures, 「この数字を引用するとき気をつける点は?」 for a definition."""

import re
from typing import Protocol

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.opinion import CERTAIN, Opinion
from assistant.understand.second import LIKELY, TOLD_BY_WORDS, SecondReading, measured
from assistant.understand.text.matcher import Text

FIGURE, DOUBTFUL = 0.07, 0.2  # probability of asking for a held figure: below it words may answer; below the second where the opinion is certain of it
OWN_WORDS = 2  # words that the lexicon does not know
POINTING = 24  # characters of a turn that says little more than what it points at
SHORT = 10  # characters: what is shorter leans on the turn before by its form
PLAIN = frozenset({"level", "trend", "change", "ratio", "count", "paper_count", "rank"})
POINTED = re.compile(r"^(?:じゃあ?|では|で|ほな|、)*(?:それ|これ|その|この|同じ|あれ)")  # leans on what was told, unless all of it says otherwise
FIGURE_POINTED = re.compile(r"(?:その|この|今の|いまの|さっきの|先ほどの)(?:数字|数値|値|割合|比率|率|本数|順位)")
ORDER = re.compile(r"位(?!置)|順|一番|いちばん|最も|もっとも|トップ|ランキング|番付|多[いくか]|少な[いくか]|高[いくか]|低[いくか]|強[いくか]|弱[いくか]|上[かの]|下[かの]|\d|rank|top|most|least|which", re.IGNORECASE)
LIVELY = TOLD_BY_WORDS - {"smalltalk", "help", "document", "why"}
# Words by which the rules tell one kind of worded answer from another less surely than the whole does: (from, to) → (what it must say, how sure the opinion must be).
DOUBTED = {
    ("explain", "limits"): (re.compile(""), LIKELY),
    ("roi", "document"): (re.compile(r"エクセル|資料|文書|[一1]枚|シート|excel|sheet", re.IGNORECASE), CERTAIN),
    ("strategy", "phrases"): (re.compile(r"(?:言い回し|言い方|台詞|セリフ|せりふ|スピーチ|挨拶|一言|ひとこと|フレーズ|話し方|切り出し方)|say|phrase"), LIKELY),
    ("limits", "paper"): (re.compile(r"論文|研究|調査|資料"), CERTAIN),
}
PAPERS = re.compile(r"論文|papers?(?![a-z])")  # 「中国とアメリカの論文は?」
COUNTED = re.compile(r"何[本%割位倍]|本数|論文数|順位|数字|数値|npv|irr|roi|採算|回収|正味現在価値", re.IGNORECASE)


class Reader(Protocol):
    """What the opinion is asked from."""

    encode: object
    second: SecondReading

    def usual(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...


def put_in_words(reader: Reader, question: Question, text: Text, previous: Question | None) -> Question:
    """The question as one for papers, terms, advice or phrases where the opinion is sure that it is one; else as it was."""
    if reader.encode is None or question.parts or question.family is not None or question.inherited == ("all",) or len(text.folded) < SHORT:
        return question
    if question.intent in DATA_INTENTS and question.blocker is None:
        return question if plainly_measured(question, text, previous) else told(reader, question, text, previous)
    if previous is not None:
        return question
    doubts = {route: (said, sure) for (intent, route), (said, sure) in DOUBTED.items() if intent == question.intent and question.blocker is None and said.search(text.lowered)}
    if not doubts:
        return question
    opinion = reader.second.opinion(text, None)
    return in_route(question, text, opinion.route) if opinion.route in doubts and opinion.route_sure >= doubts[opinion.route][1] else question


def plainly_measured(question: Question, text: Text, previous: Question | None) -> bool:
    """Whether the words leave no doubt that a figure is asked for, or that the question leans on the one before."""
    if previous is None:
        named = any(subject.country or subject.institution for subject in question.subjects) and PAPERS.search(text.lowered)
        return bool(named or question.intent == "compare" or measured(question) or question.statistic not in PLAIN or question.ranked is not None or COUNTED.search(text.lowered))
    return question.statistic not in PLAIN or FIGURE_POINTED.search(text.folded) is not None or question.statistic == "rank" and ORDER.search(text.lowered) is not None


def told(reader: Reader, question: Question, text: Text, previous: Question | None) -> Question:
    """A figure question as one that words answer, where the opinion is sure of it."""
    leans = [reader.second.opinion(text, previous)]
    if previous is not None and len(question.unread) >= OWN_WORDS:  # so many words of its own make it a question that could open a talk
        leans.append(reader.second.opinion(text, None))
    least = CERTAIN if previous is not None and POINTED.match(text.folded) and len(text.folded) <= POINTING else LIKELY
    route = next((opinion.route for opinion in leans if in_words(opinion, least)), None)
    if route is None:
        return question
    cold = reader.usual(text, None, None) if previous is not None else question
    return cold if cold.intent not in DATA_INTENTS and cold.blocker is None else in_route(question, text, route)


def in_route(question: Question, text: Text, route: str) -> Question:
    """The question as one of the kind that the opinion names."""
    subjects = question.subjects if route == "explain" else ()
    return Question(text=text.folded, intent=route, resolved=text.folded, topic=text.folded, style=question.style, count=question.count, subjects=subjects)


def in_words(opinion: Opinion, least: float) -> bool:
    """Whether an opinion is so sure that papers, terms or advice are asked for and no figure."""
    sure = opinion.data < FIGURE and opinion.route_sure >= least or opinion.data < DOUBTFUL and opinion.route_sure >= CERTAIN
    return sure and opinion.route in LIVELY
