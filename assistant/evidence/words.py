"""Passages and figures for worded questions: what papers say, what a term means, why, how far to trust it, what to do."""

import re
from dataclasses import dataclass

import prompts
from analytics import Divide, NotInData
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.evidence.collector import Collector
from assistant.evidence.data import DataEvidence
from assistant.evidence.gathered import AI
from assistant.evidence.library import FOUNDING_PAPER, PLAIN_KINDS, Library
from assistant.models import Evidence, Place, Question, Subject
from assistant.understand.intent import DEFINITION, JUDGED, PAPER_SOUGHT, THESIS

STATEMENTS = ("qa", "claim", "point")
COUNTER = "contradicts"
EXAMPLE_POOL = 40
MAX_SUPPORT = 3
DIVIDE_TERM = "compute-divide"
FIRST_SHOWN = re.compile(r"最初|初めて|はじめて|先駆|元祖|草分け|言い出し")
NUMBER_ASKED = re.compile(r"割合|比率|何%|何割|何件|何本|何倍|件数|本数|いくら|いくつ|論文数|率は|数は|費用は|コストは|金額|性能は|規模は|人数")
SHARE_ASKED, SHARE_GIVEN = re.compile(r"割合|比率|何%|何割|率は|率[??]?$|確率"), re.compile(r"[0-9][0-9.]*\s*(?:%|割|分の)|半数|過半")
NUMBER_GIVEN = re.compile(r"[0-9][0-9,.]*\s*(?:%|割|倍|件|本|人|社|校|枚|基|台|万|億|兆|ドル|円|ポイント|年|か月|モデル)")
# The thing whose meaning or working is asked for; it must at least be named somewhere in the corpus.
NAMED_THING = re.compile(r"^([一-龥ァ-ヴーA-Za-z0-9・-]{2,20})(?:とは|って(?:何|なに|どう)|の(?:仕組み|意味|定義|原理))")
# How much a question-answer pair gains when its question is worded like the asker's (similarity 0..1).
MATCH_WEIGHT = 0.25
ALIKE = 0.3


@dataclass(frozen=True)
class Found:
    """Evidence for a worded question. `mode` tells the writer how it was found; `paper` is the paper talked about; `partial`: no passage
    cited names all that is asked about."""

    evidence: Evidence
    mode: str
    paper: str | None = None
    term: str | None = None
    readings: tuple[str, ...] = ()
    partial: bool = False


class NothingFound(Exception):
    """No passage speaks of the question. `words`: what the corpus does not know."""

    def __init__(self, words: tuple[str, ...]):
        super().__init__(f"no passage for {words}")
        self.words = words


class WordsEvidence:
    """Collects passages, and figures that belong beside them."""

    def __init__(self, divide: Divide, library: Library):
        self.divide, self.library = divide, library
        self.data = DataEvidence(divide)
        self.assessor = None

    def gather(self, question: Question) -> Found:
        """Raises NothingFound when the corpus does not speak of the question."""
        collect = {
            "explain": self.explain, "paper": self.paper, "why": self.why, "limits": self.limits, "strategy": self.strategy,
        }[question.intent]  # fmt: skip
        return collect(question, Collector())

    # -- helpers --------------------------------------------------------------------------------------------------------

    def share(self, box: Collector, subject: Subject, role: str, year: int = MAIN_LAST) -> None:
        box.figure(self.divide.share(self.data.measure(subject, AI), (year,)), role)

    def moved(self, box: Collector, subject: Subject, prefix: str = "", place=AI, years: tuple[int, ...] = ()) -> None:
        """First and last value and the change between them."""
        measure = self.data.measure(subject, place)
        have = self.data.main_years(measure)
        first, last = (have[0], have[-1]) if len(years) < 2 else (min(years), max(years))
        box.figure(self.divide.share(measure, (first,)), f"{prefix}first")
        box.figure(self.divide.share(measure, (last,)), f"{prefix}last")
        box.figure(self.divide.change(measure, (first,), (last,)), f"{prefix}change")

    def opened_assessor(self):
        if self.assessor is None:
            from assistant.evidence.answerable import Answerable  # needs SudachiPy, which figure questions do without

            self.assessor = Answerable(self.library.index)
        return self.assessor

    def count(self, word: str) -> int:
        """How many passages of the corpus hold a word in its normal form."""
        return self.opened_assessor().count(word)

    def require_answerable(self, query: str, passages: list) -> None:
        assessment = self.opened_assessor().assess(query, passages)
        if not assessment.answerable:
            raise NothingFound(tuple(assessment.unknown))

    def require_told(self, query: str) -> None:
        """A name of ours asked for what nothing of ours tells (「NVIDIAの在庫状況」). Raises NothingFound."""
        if words := self.opened_assessor().elsewhere_words(query):
            raise NothingFound(words)

    def telling(self, query: str, passages: list) -> list:
        """The passages that may give the number asked for. Raises NothingFound when there is none."""
        kept = self.assessor.telling(query, passages)
        if not kept:
            raise NothingFound(tuple(self.assessor.assess(query, passages).unknown))
        return kept

    # -- one intent each --------------------------------------------------------------------------------------------------

    def explain(self, question: Question, box: Collector) -> Found:
        if is_thesis(question):
            return self.thesis(question, box)
        if venue := next((place for place in question.places if place.kind == "venue"), None):
            return self.venue(venue, box)
        term = question.term or self.library.term_in(question.text)
        ours = term is not None and self.library.terms[term].term.endswith("率")  # a share of ours is told with its value
        if question.subjects and (ours or not (term and self.library.term_defined(question.text))):
            return self.metric(question, box, term)
        if term is None:
            if (named := NAMED_THING.match(question.text)) and not self.opened_assessor().mentions(named[1]):
                raise NothingFound((named[1],))
            return self.paper(question, box)
        if question.term is None and not self.library.term_asked(question.text):
            return self.paper(question, box)
        self.library.cite(box, self.library.index.lookup(f"glossary#{term}"), "term")
        for passage in self.library.search(question.topic, k=6, kinds=("claim", "point"), per_parent=1):
            if passage.source_id in self.library.terms[term].papers:
                self.library.cite(box, passage, "support")
        box.roles["support"] = box.roles.get("support", [])[:1]
        return Found(box.evidence(), "term", term=term)

    def metric(self, question: Question, box: Collector, term: str | None) -> Found:
        """What a metric means, with its latest value."""
        for subject in question.subjects[:2]:
            box.figure(self.divide.share(self.data.measure(subject, AI), (MAIN_LAST,)), "metric")
        if term is not None:
            self.library.cite(box, self.library.index.lookup(f"glossary#{term}"), "term")
        return Found(box.evidence(), "metric", term=term)

    def venue(self, place: Place, box: Collector) -> Found:
        """What a conference is, how many of its papers we hold, and its firm share."""
        part = self.divide.counts.slice(venue=place.name)
        box.figure(self.divide.paper_count(part, self.divide.available(self.data.measure(Subject("firm_share"), place))), "count")
        self.moved(box, Subject("firm_share"), place=place)
        return Found(box.evidence(), "venue")

    def thesis(self, question: Question, box: Collector) -> Found:
        """「大手しか勝てないのか」: the share of the giants, what is left to others, and papers on both sides."""
        self.moved(box, Subject("big_tech_share"))
        self.share(box, Subject("university_share"), "university")
        self.share(box, Subject("firm_only_share"), "alone")
        self.moved(box, Subject("top10_share"), prefix="top_")
        for stance, role in (("supports", "for"), (COUNTER, "against")):
            passages = self.library.search("企業 計算資源 格差 大手 人材", k=4, kinds=("point", "claim"), filters={"stance": stance}, per_parent=1)
            if passages:
                self.library.cite(box, passages[0], role)
        chart = self.data.lines([self.data.measure(Subject(name), AI) for name in ("big_tech_share", "firm_only_share")], MAIN_FIRST, MAIN_LAST)
        return Found(box.evidence(chart), "thesis")

    def paper(self, question: Question, box: Collector) -> Found:
        named = question.paper or self.library.paper_in(question.text) or self.paper_of_term(question)
        readings = ()
        if named is None and (any(word in question.text for word in ("この論文", "その論文", "この研究", "その研究"))):
            self.library.index
            named = FOUNDING_PAPER
            readings = (prompts.render("answers/words", "default_paper", name=self.library.name(named)),)
        if named is not None and not question.paper and not readings:
            self.require_told(question.topic)
        if named is not None and self.general(question):
            for passage in self.points(named):
                self.library.cite(box, passage, "points")
            return Found(box.evidence(), "overview", paper=named, readings=readings)
        if named is not None and (section := asked_section(question)):
            self.library.cite(box, self.library.index.lookup(f"{named}#section-{section}"), "section")
            return Found(box.evidence(), "section", paper=named, readings=readings)
        if named is None and self.wants_counter(question):
            return self.counter(question, box)
        filters = {"source_id": named} if named else {}
        sought = PAPER_SOUGHT.search(question.text) is not None
        query = (PAPER_SOUGHT.sub("", question.topic).strip("?？。 ") if sought else "") or question.topic  # what the paper says, without 「という論文は」
        passages = self.library.search(query, k=8, kinds=STATEMENTS if sought else PLAIN_KINDS, filters=filters)
        if named is None:
            self.require_answerable(question.topic, passages)
            if NUMBER_ASKED.search(question.topic) and not question.count:
                passages = self.telling(question.topic, passages)
                given = SHARE_GIVEN if SHARE_ASKED.search(question.topic) else NUMBER_GIVEN
                passages = [passage for passage in passages if given.search(passage.display)] or passages
        if question.count and question.count > 1:
            return self.examples(question, box)
        self.statements(question, passages, box)
        head = box.items[0].citation if box.items else None
        if head is not None and head.kind == "glossary":
            term = head.id.split("#")[1]
            entry = Collector()
            self.library.cite(entry, self.library.index.lookup(head.id), "term")
            return Found(entry.evidence(), "term", term=term, readings=readings)
        paper = named or (head.id.split("#")[0] if head and head.kind == "paper" else None)
        unsaid = named is None and self.opened_assessor().unsaid(question.topic, [f"{item.citation.title} {item.text}" for item in box.items])
        self.own_figure(paper, box)
        return Found(box.evidence(), "found", paper=paper, readings=readings, partial=bool(unsaid))

    def paper_of_term(self, question: Question) -> str | None:
        """「LoRAの論文」: the paper that the term is the name of, or the first tied to a term explained just before."""
        if question.term is None and "論文" not in question.text:
            return None
        term = question.term or self.library.term_in(question.text)
        if term is None:
            return None
        papers = self.library.terms[term].papers
        if term == DIVIDE_TERM and FIRST_SHOWN.search(question.text) and FOUNDING_PAPER in papers:
            return FOUNDING_PAPER
        named = [paper for paper in papers if term in paper.split("-") or self.nicknamed(paper, question.text)]
        return named[0] if named else papers[0] if papers and question.term else None

    def nicknamed(self, paper: str, text: str) -> bool:
        """Whether the question calls a paper by a word of its title (in letters or katakana) or by the last part of its id."""
        words = {paper.rsplit("-", 1)[-1], *re.findall(r"[ァ-ヴー]{4,}", self.library.papers[paper].title_ja), *re.findall(r"[ァ-ヴー]{4,}", self.library.papers[paper].short_ja)}
        words |= {word for word in self.library.papers[paper].keywords if re.fullmatch(r"[ァ-ヴー]{4,}", word)}
        return any(re.search(rf"(?<![ァ-ヴーa-z]){re.escape(word.lower())}(?![ァ-ヴーa-z])", text.lower()) for word in words if len(word) >= 4)

    @staticmethod
    def wants_counter(question: Question) -> bool:
        """Opposing work is asked for (反対の立場, 異論, 反証)."""
        return any(word in question.text or word in question.topic for word in prompts.lexicon("intents")["counter"])

    @staticmethod
    def general(question: Question) -> bool:
        """The whole paper is asked about, not one point of it."""
        return any(word in question.text for word in ("結論", "要約", "まとめ", "内容", "主張", "どんな論文", "何が書", "要点", "概要", "一言", "どういう論文", "紹介", "要旨", "趣旨", "分かったこと", "わかったこと", "提案した", "言いたいこと", "明らかにした"))

    def points(self, paper: str) -> list:
        return [self.library.index.lookup(f"{paper}#point-{number}") for number in (1, 2, 3)]

    def statements(self, question: Question, passages: list, box: Collector) -> None:
        """The best statement as the answer, then claims that add something (an answer to another question would not stand alone)."""
        ranked = sorted(passages, key=lambda passage: (-passage.score - MATCH_WEIGHT * asked_alike(question.text, passage), passage.rank))
        ordered = [passage for passage in ranked if stands_alone(question.text, passage)] or ranked
        self.library.cite(box, ordered[0], "answer")
        for passage in ordered[1:]:
            if len(box.roles.get("support", [])) >= MAX_SUPPORT - 1:
                break
            if passage.kind in ("claim", "point") and passage.score >= 0.5 * ordered[0].score and not repeats(passage, box):
                self.library.cite(box, passage, "support")

    def own_figure(self, paper: str | None, box: Collector) -> None:
        """Our own count of the same thing, where the paper's theme is one we measure."""
        metrics = self.library.papers[paper].own_metrics if paper in self.library.papers else ()
        for name in metrics[:1]:
            subject = Subject(name, tier="1-50") if name == "tier_share" else Subject(name)
            try:
                self.share(box, subject, "own")
            except (NotInData, ValueError, LookupError):
                return

    def examples(self, question: Question, box: Collector) -> Found:
        """One statement from each of the papers that speak most of the topic."""
        pool = self.library.search(question.topic, k=EXAMPLE_POOL, kinds=(*STATEMENTS, "section"), per_parent=None)
        scores: dict[str, list[float]] = {}
        for passage in pool:
            scores.setdefault(passage.source_id, []).append(passage.score)
        papers = sorted(scores, key=lambda paper: (-sum(scores[paper][:3]), paper))[: question.count]
        for paper in papers:
            best = next((passage for passage in pool if passage.source_id == paper and passage.kind in ("point", "claim")), None)
            self.library.cite(box, best or self.points(paper)[0], "examples")
        return Found(box.evidence(), "examples")

    def counter(self, question: Question, box: Collector) -> Found:
        """Papers that contradict the divide, one statement each."""
        query = question.topic if len(question.topic) > 16 else f"計算資源の格差への反対 {question.topic}"
        for passage in self.library.search(query, k=3, kinds=("point", "claim"), filters={"stance": COUNTER}, per_parent=1):
            self.library.cite(box, passage, "examples")
        return Found(box.evidence(), "counter")

    def against(self, question: Question) -> Evidence:
        """One statement of a paper that contradicts the divide, nearest to what a question about figures is about."""
        box = Collector()
        for passage in self.library.search(f"{question.resolved} 計算資源の格差への反対", k=1, kinds=("point", "claim"), filters={"stance": COUNTER}, per_parent=1):
            self.library.cite(box, passage, "against")
        return box.evidence()

    def why(self, question: Question, box: Collector) -> Found:
        subject = question.subjects[0] if question.subjects else Subject("firm_share")
        place = question.places[0] if question.places else AI
        passages = self.library.search(self.why_query(question), k=8, kinds=STATEMENTS)
        if not question.subjects and 2012 not in question.years:
            self.require_answerable(question.topic, passages)
        try:
            self.moved(box, subject, place=place)
        except NotInData:
            self.moved(box, Subject("firm_share"))
        self.statements(question, passages, box)
        against = self.library.search(self.why_query(question), k=2, kinds=("point", "claim"), filters={"stance": COUNTER}, per_parent=1)
        for passage in against[:1]:
            self.library.cite(box, passage, "against")
        return Found(box.evidence(), "why")

    @staticmethod
    def why_query(question: Question) -> str:
        """What a reason would talk about: the question with the themes of reasons."""
        if 2012 in question.years:
            return f"{question.text} 2012年 深層学習の飛躍 GPU ImageNet"
        if question.subjects:
            return f"{question.text} 企業が存在感を高めた理由 計算資源 人材 データ"
        return question.topic

    def limits(self, question: Question, box: Collector) -> Found:
        everything = self.divide.counts.slice("all")
        box.figure(self.divide.paper_count(everything, self.divide.counts.years), "scope")
        self.share(box, Subject("unknown_share"), "unknown")
        self.share(box, Subject("firm_share"), "full")
        box.figure(self.divide.share(self.data.measure(Subject("firm_share"), AI, "fractional"), (MAIN_LAST,)), "part")
        return Found(box.evidence(), "limits")

    def strategy(self, question: Question, box: Collector) -> Found:
        for key, entry in prompts.table("strategies").items():
            for passage in entry["passages"]:
                self.library.cite(box, self.library.index.lookup(passage), f"strategy_{key}")
        self.share(box, Subject("firm_university_share"), "joint")
        self.share(box, Subject("firm_only_share"), "alone")
        return Found(box.evidence(), "strategy")


# Sections of a summary (their numbers in docs/corpus.md) by the words that ask for them.
SECTIONS = (("3", r"方法|手法|やり方|どうやって調べ"), ("6", r"今後|対策|展望"), ("7", r"限界|弱点|反論|批判|欠点"), ("2", r"新しさ|先行研究|何が新し|違いは"))


def asked_section(question: Question) -> str | None:
    """The section a short follow-up about a paper asks for (「限界は?」), None for other questions."""
    if len(question.text) > 18:
        return None
    return next((number for number, words in SECTIONS if re.search(words, question.text)), None)


# Claims about the divide as a whole, which name nobody.
SWEEPING = re.compile(r"格差(?:は|が|って)?(?:本当に)?(?:広が|開い|縮ま|ある|拡大)|独占|寡占|支配され|牛耳|民主化(?:され|し|は)|だけのもの|一極集中|終わ(?:った|り)")


def is_thesis(question: Question) -> bool:
    """A sweeping claim about firms or the giants (勝てない, 独占, 格差) to be judged, not a word to be explained."""
    judged = any(subject.metric in JUDGED for subject in question.subjects)
    if not question.subjects and SWEEPING.search(question.text) and not DEFINITION.search(question.text):
        return True
    return judged and bool(THESIS.search(question.text)) and not DEFINITION.search(question.text)


def stands_alone(text: str, passage) -> bool:
    """A claim or point does; an answer only where its question is worded like the asker's."""
    return passage.kind in ("claim", "point") or passage.kind == "qa" and asked_alike(text, passage) >= ALIKE


def asked_alike(text: str, passage) -> float:
    """How alike the asker's question and the passage's own question are: Dice of character bigrams; 0 for other kinds."""
    if passage.kind != "qa":
        return 0.0
    mine, theirs = bigram_set(text), bigram_set(passage.display.partition("\n")[0].removeprefix("問 "))
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


def repeats(passage, box: Collector) -> bool:
    """Whether the passage says nearly what is already cited (character bigrams)."""
    grams = bigram_set(passage.display)
    return any(len(grams & bigram_set(item.text)) > 0.5 * min(len(grams), len(bigram_set(item.text))) for item in box.items if item.text)


def bigram_set(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}
