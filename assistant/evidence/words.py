"""Passages and figures for worded questions: what papers say, what a term means, why, how far to trust it, what to do."""

import re
import threading
import unicodedata

import prompts
from analytics import Divide, Figure, NotInData
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.evidence import papers
from assistant.evidence.advice import advised
from assistant.evidence.collector import Collector
from assistant.evidence.data import DataEvidence
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.gathered import AI
from assistant.evidence.library import Library
from assistant.evidence.market import cited as cited_fact
from assistant.evidence.opposition import opposing_statements
from assistant.evidence.outcomes import Outcomes
from assistant.evidence.paper_record import recorded
from assistant.evidence.papers import STATEMENTS
from assistant.evidence.reasons import RISING_FIRMS, cite_reasons
from assistant.evidence.subjects_held import subject_held
from assistant.evidence.term_alone import of_this_paper, term_alone
from assistant.evidence.term_origin import cite_origin
from assistant.evidence.terms import of_terms
from assistant.evidence.works_weighed import weighed
from assistant.models import Evidence, Place, Question, Subject
from assistant.operations.stages import stage
from assistant.understand.cues.causes import asks_cause, sole_cause
from assistant.understand.cues.intent import DEFINITION, JUDGED, THESIS
from assistant.understand.cues.pointed_back import WHOLE
from assistant.understand.cues.sought import themed
from assistant.understand.cues.stated import basis_asked
from assistant.understand.cues.worded import meaning_wanted
from assistant.understand.words.by_form import concern_asked
from assistant.understand.words.term_origin import ORIGIN

REASONED = (*RISING_FIRMS, "university_share", "university_only_share")  # what the reasons that papers give are reasons of
STORIES = 3
NEAR_TERMS = 3
ONE_WORD_ASKED = 20  # characters of a question for the meaning of one word
FIRST_COSTS = ("poc_cost_genai", "abci_rt_hg", "mext_avg_joint")  # of a trial, of an hour of a machine, of joint research
# The thing whose meaning or working is asked for; it must at least be named somewhere in the corpus.
# What rises or fails for reasons of its own, which are not those of the firms' share.
OTHER_MATTER = re.compile(r"費用|コスト|料金|値段|価格|失敗|頓挫|打ち切|見送|電力|電気|排出|CO2|性能|精度|幻覚|ハルシネーション|人手不足|導入")
FAILED, FAILING = re.compile(r"失敗|頓挫|打ち切|見送"), "生成AIの案件が失敗する、PoC後に打ち切られる理由"
NAMED_THING = re.compile(r"^([一-龥ァ-ヴーA-Za-z0-9・-]{2,20})(?:とは|って(?:何|なに|どう)|の(?:仕組み|意味|定義|原理))")

# 「既知論文って何?分母の話」: the papers whose affiliations are known.
DENOMINATOR = re.compile(r"既知の?論文|(?:判明|特定)(?:した|できた|済み)[^。]{0,6}論文|分母(?:って|とは|は何|の(?:話|意味|定義|論文|数え))")


class WordsEvidence:
    """Collects passages, and figures that belong beside them."""

    def __init__(self, divide: Divide, library: Library):
        self.divide, self.library = divide, library
        self.data = DataEvidence(divide)
        self.outcomes = Outcomes()
        self.assessor, self.lock = None, threading.Lock()

    @stage("evidence")
    def gather(self, question: Question) -> Found:
        """Raises NothingFound when the corpus does not speak of the question."""
        collect = {
            "explain": self.explain, "paper": self.paper, "why": self.why, "limits": self.limits, "strategy": self.strategy,
        }[question.intent]  # fmt: skip
        if (kept := recorded(self, question, Collector())) is not None:
            return kept
        if (together := weighed(self, question, Collector())) is not None:
            return together
        if question.intent in ("paper", "explain") and not question.paper and (touched := subject_held(self, question, Collector())) is not None:
            return touched
        if question.intent in ("paper", "explain") and not question.paper and (claim := basis_asked(question.text)):
            return self.thesis(question, Collector()) if claim == "taken_over" else self.shut_out(question, Collector())
        if question.intent == "paper" and not question.paper and (story := themed(question.text)):
            return self.of_theme(*story, Collector())
        return of_terms(self, question, Collector()) or collect(question, Collector())

    # -- helpers --------------------------------------------------------------------------------------------------------

    def share(self, box: Collector, subject: Subject, role: str, year: int = MAIN_LAST) -> None:
        box.figure(self.divide.share(self.data.measure(subject, AI), (year,)), role)

    def moved(self, box: Collector, subject: Subject, prefix: str = "", place=AI, years: tuple[int, ...] = (), counted: bool = False) -> Figure:
        """First and last value and the change between them, which is returned: of all years, or of those nearest to the two ends asked for; `counted`: with
        the numbers of papers behind them."""
        measure = self.data.measure(subject, place)
        have = self.data.main_years(measure)
        inside = [year for year in have if min(years) <= year <= max(years)] if len(years) > 1 else have
        first, last = (inside[0], inside[-1]) if len(inside) > 1 else (have[0], have[-1])
        box.figure(self.divide.share(measure, (first,)), f"{prefix}first")
        box.figure(self.divide.share(measure, (last,)), f"{prefix}last")
        for role, year in (("count_first", first), ("count_last", last)) if counted else ():
            box.figure(self.divide.count(measure, (year,)), role)
        return box.figure(self.divide.change(measure, (first,), (last,)), f"{prefix}change")

    def opened_assessor(self):
        """The judge of what the corpus speaks of, made once for the index in use (a second or two)."""
        with self.lock:
            index = self.library.index
            if self.assessor is None or self.assessor.index is not index:
                from assistant.evidence.answerable import Answerable  # needs SudachiPy, which figure questions do without

                self.assessor = Answerable(index)
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
        assessor = self.opened_assessor()
        kept = assessor.telling(query, passages)
        if not kept:
            raise NothingFound(tuple(assessor.assess(query, passages).unknown))
        return kept

    # -- one intent each --------------------------------------------------------------------------------------------------

    def paper(self, question: Question, box: Collector) -> Found:
        question = of_this_paper(self, question)
        return term_alone(self, question, papers.paper(self, question, box))

    def explain(self, question: Question, box: Collector) -> Found:
        if is_thesis(question):
            return self.thesis(question, box)
        if venue := next((place for place in question.places if place.kind == "venue"), None):
            return self.venue(venue, box)
        if not question.subjects and DENOMINATOR.search(question.text):  # told with the metric that is divided by it
            return self.metric(question.with_(subjects=(Subject("firm_share"),)), box, None)
        term = question.term or self.library.term_in(question.text)
        ours = term is not None and self.library.terms[term].term.endswith("率")  # a share of ours is told with its value
        if question.subjects and (ours or not (term and self.library.term_defined(question.text))):
            return self.metric(question, box, term)
        if term is None:
            return self.unexplained(question, box)
        if question.term is None and not self.library.term_asked(question.text) and not meaning_wanted(question.text.lower()):
            return self.paper(question.with_(topic=FAILING) if FAILED.search(question.text) and not question.paper else question, box)
        self.library.cite(box, self.library.index.lookup(f"glossary#{term}"), "term")
        if ORIGIN in question.inherited:
            cite_origin(self.library, term, box)
        for passage in self.library.search(question.topic, k=6, kinds=("claim", "point"), per_parent=1):
            if passage.source_id in self.library.terms[term].papers:
                self.library.cite(box, passage, "support")
        box.roles["support"] = box.roles.get("support", [])[:1]
        return Found(box.evidence(), "term", term=term, readings=question.readings if question.term is not None else ())

    def unexplained(self, question: Question, box: Collector) -> Found:
        """What passages say of a thing that the glossary does not explain. Raises NothingFound, with terms near to it, where none names it."""
        alone = not question.paper and len(question.text) <= ONE_WORD_ASKED and DEFINITION.search(question.text) is not None
        if alone and (work := self.library.paper_in(question.text)) is not None:  # 「脱民主化ってどういう意味ですか」: a work goes by that word
            return self.paper(question.with_(paper=work, text=WHOLE, topic=WHOLE), box)
        named = NAMED_THING.match(question.text)
        if named and not self.opened_assessor().mentions(named[1]):
            raise NothingFound((named[1],), self.near_terms(named[1]))
        found = self.paper(question, box)
        if named and DEFINITION.search(question.text) and not any(bare(named[1]) in bare(f"{item.citation.title}{item.text}") for item in box.items):
            raise NothingFound((named[1],), self.near_terms(named[1]))
        return found

    def near_terms(self, name: str) -> tuple[str, ...]:
        """The terms of the glossary nearest in meaning to a name that the corpus does not know, without their brackets."""
        found = self.library.search(f"{name}とは", k=NEAR_TERMS, kinds=("glossary",), way="dense")
        return tuple(re.sub(r"（.*?）", "", self.library.terms[passage.id.split("#")[1]].term) for passage in found)

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
        query = "企業 計算資源 格差 大手 人材"
        supporting = self.library.search(query, k=4, kinds=("point", "claim"), filters={"stance": "supports"}, per_parent=1)
        for passages, role in ((supporting, "for"), (opposing_statements(self.library, query), "against")):
            if passages:
                self.library.cite(box, passages[0], role)
        chart = self.data.lines([self.data.measure(Subject(name), AI) for name in ("big_tech_share", "firm_only_share")], MAIN_FIRST, MAIN_LAST)
        return Found(box.evidence(chart), "thesis")

    def shut_out(self, question: Question, box: Collector) -> Found:
        """What the claim stands on that universities are shut out: their share and that of papers by firms alone, and papers on both sides."""
        self.moved(box, Subject("university_share"))
        self.share(box, Subject("firm_only_share"), "alone")
        query = "大学が研究から押し出される 計算資源の格差 大学だけの研究チーム"
        filters = {"stance": "supports", "theme": "格差の実態"}
        for passage in self.library.search(query, k=2, kinds=("point", "claim"), filters=filters, per_parent=1):
            self.library.cite(box, passage, "for")
        for passage in opposing_statements(self.library, query)[:1]:
            self.library.cite(box, passage, "against")
        return Found(box.evidence(), "shut_out")

    def of_theme(self, theme: str, query: str, box: Collector) -> Found:
        """The statements of a theme that are nearest to a query, one a paper; where one paper has the two nearest, that paper as a whole."""
        near = self.library.search(query, k=STORIES, kinds=("point", "claim"), filters={"theme": theme}, per_parent=None)
        if near[0].source_id == near[1].source_id:
            paper = near[0].source_id
            for passage in papers.points(self, paper):
                self.library.cite(box, passage, "points")
            papers.for_the_reader(self.library, paper, box)
            return Found(box.evidence(), "overview", paper=paper)
        for passage in self.library.search(query, k=STORIES, kinds=("point", "claim"), filters={"theme": theme}, per_parent=1):
            self.library.cite(box, passage, "examples")
        return Found(box.evidence(), "examples")

    def against(self, question: Question) -> Evidence:
        """One statement of a paper that contradicts the divide, nearest to what a question about figures is about."""
        box = Collector()
        for passage in opposing_statements(self.library, f"{question.resolved} 計算資源の格差への反対")[:1]:
            self.library.cite(box, passage, "against")
        return box.evidence()

    def pace(self, question: Question) -> Evidence:
        """The statement of a paper that tells how fast the cost of training the largest models grows a year."""
        box = Collector()
        found = self.library.search(f"{question.resolved} 最大級の学習費用 毎年の増え方", k=PACE_POOL, kinds=("point", "claim"), per_parent=None)
        for passage in [passage for passage in found if COST_PACE.search(passage.display)][:1]:
            self.library.cite(box, passage, "pace")
        return box.evidence()

    def why(self, question: Question, box: Collector) -> Found:
        if not question.subjects and (question.paper or OTHER_MATTER.search(question.text)):  # 「なぜ?」 after what a paper says; 「学習費用はなぜ上がるのか」
            return self.paper(question, box)
        subject = question.subjects[0] if question.subjects else Subject("firm_share")
        place = question.places[0] if question.places else AI
        passages = self.library.search(self.why_query(question), k=12, kinds=STATEMENTS)
        if not question.subjects and 2012 not in question.years:
            self.require_answerable(question.topic, passages)
        named = bool(subject.names()) or subject.metric.startswith("japan_")
        try:
            change = self.moved(box, subject, place=place, years=question.years, counted=named)
        except NotInData:
            change = self.moved(box, Subject("firm_share"))
        if named:  # no summary tells why one country or institution moved
            return Found(box.evidence(), "why")
        if subject.metric in RISING_FIRMS and place == AI and (change.low or 0) > 0:
            cite_reasons(self.library, box)
        else:
            papers.statements(question, passages, box, self.library, once=True)
        against = opposing_statements(self.library, self.why_query(question))[:2]
        cited = {item.citation.id.partition("#")[0] for item in box.items}
        for passage in [passage for passage in against if passage.source_id not in cited][:1]:
            self.library.cite(box, passage, "against")
        return Found(box.evidence(), "why")

    @staticmethod
    def why_query(question: Question) -> str:
        """What a reason would talk about: the question with the themes of reasons."""
        if 2012 in question.years:
            return f"{question.text} 2012年 深層学習の飛躍 GPU ImageNet"
        if question.subjects:
            return f"{question.resolved} 企業が存在感を高めた理由 計算資源 人材 データ"
        return question.topic

    def limits(self, question: Question, box: Collector) -> Found:
        if asks_cause(question.text):
            return self.cause(question)
        everything = self.divide.counts.slice("all")
        box.figure(self.divide.paper_count(everything, self.divide.counts.years), "scope")
        self.share(box, Subject("unknown_share"), "unknown")
        self.share(box, Subject("firm_share"), "full")
        box.figure(self.divide.share(self.data.measure(Subject("firm_share"), AI, "fractional"), (MAIN_LAST,)), "part")
        return Found(box.evidence(), "limits")

    def cause(self, question: Question) -> Found:
        """What was computed of a cause: the difference-in-differences of what is named, else of the firms' share, with its checks."""
        asked = question.with_(subjects=question.subjects[:1] or (Subject("firm_share"),), places=(), years=(), spans=(), variant=None, intent="compare", statistic="did")
        try:
            gathered = self.data.gather(asked)
        except NotInData:
            gathered = self.data.gather(asked.with_(subjects=(Subject("firm_share"),)))
        evidence = self.with_reasons(gathered.evidence) if sole_cause(question.text) and asked.subjects[0].metric in REASONED else gathered.evidence
        return Found(evidence, "cause", readings=gathered.readings)

    def with_reasons(self, evidence: Evidence) -> Evidence:
        """Figures with the reasons that papers give beside them."""
        box = Collector()
        for role, numbers in evidence.roles.items():
            for number in numbers:
                box.figure(evidence.item(number).figure, role)
        cite_reasons(self.library, box)
        return box.evidence(evidence.chart)

    def concern(self, box: Collector) -> Found:
        """Whether all this concerns a firm: how firms came into research, and what a trial, an hour of a machine and joint research cost."""
        self.moved(box, Subject("firm_share"))
        for name in FIRST_COSTS:
            cited_fact(box, name, role="cost")
        return Found(box.evidence(), "concern")

    def strategy(self, question: Question, box: Collector) -> Found:
        if question.advice and (found := advised(self, question, box)) is not None:
            return found
        if concern_asked(question.text):
            return self.concern(box)
        for key, entry in prompts.table("strategies").items():
            for passage in entry["passages"]:
                self.library.cite(box, self.library.index.lookup(passage), f"strategy_{key}")
        self.share(box, Subject("firm_university_share"), "joint")
        self.share(box, Subject("firm_only_share"), "alone")
        return Found(box.evidence(), "strategy")


# How fast the cost of training grows, as a paper tells it.
COST_PACE, PACE_POOL = re.compile(r"(?:学習|償却)の?費用は[^。]*毎年[^。]*倍"), 20


def cost_level(question: Question) -> bool:
    """Whether it is asked how dear training has become: the latest level is told with its yearly pace."""
    return question.computed == "epoch_cost_max" and question.intent in ("figure", "trend") and not question.years and question.style != "doubt"


# Claims about the divide as a whole, which name nobody.
SWEEPING = re.compile(r"格差(?:は|が|って)?(?:本当に)?(?:広が|開い|縮ま|ある|拡大)|独占|寡占|支配され|牛耳|民主化(?:され|し|は)|だけのもの|一極集中|終わ(?:った|り)")


def is_thesis(question: Question) -> bool:
    """A sweeping claim about firms or the giants (勝てない, 独占, 格差) to be judged, not a word to be explained."""
    judged = any(subject.metric in JUDGED for subject in question.subjects)
    if not question.subjects and SWEEPING.search(question.text) and not DEFINITION.search(question.text):
        return True
    return judged and bool(THESIS.search(question.text)) and not DEFINITION.search(question.text)


def bare(text: str) -> str:
    """A name without what its spellings differ in: width, case, long vowels at the end of words, dots."""
    return re.sub(r"[ー・\s-]", "", unicodedata.normalize("NFKC", text).lower())
