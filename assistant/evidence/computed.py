"""Figures that analytics computed at build time: causal estimates, AI models, words of titles, topics, and the robustness checks."""

import re

import prompts
from analytics import Divide, Figure, NotInData, UnknownName
from analytics.divide.computed import Computed, computed
from analytics.divide.epoch_figures import LAST_FULL_YEAR
from analytics.divide.model_costs import of_model
from analytics.divide.robustness import headline_checks
from analytics.text.figures import distinct_terms, topic_shares
from assistant.charts import line_chart
from assistant.evidence.collector import Collector
from assistant.models import Evidence, Question, Subject

TERMS_PERIOD, TOPIC_PERIODS = "2007-2021", ("2007-2011", "2017-2021")
SHOWN = 5
DEAREST, MIDDLE = "epoch_cost_max", "epoch_cost_median"
LARGEST = re.compile(r"最大|最高|最先端|フロンティア|巨大|大規模|一番|いちばん|最も|トップ|largest|frontier", re.IGNORECASE)
# What stands beside an estimate: the plain difference-in-differences or the check of its assumption.
BESIDE = {"gsynth": ("did_fe", "gsynth_placebo"), "synth": ("gsynth",), "gsynth_placebo": ("gsynth",), "did_fe": ("did_pooled", "pretrend"),
          "did_pooled": ("did_fe",), "did_composition": ("did_pooled", "did_fe"), "pretrend": ("did_fe",), "event": ("did_fe",)}  # fmt: skip


class ComputedEvidence:
    """Collects computed figures. Raises NotInData when analytics did not compute what is asked."""

    def __init__(self, divide: Divide):
        self.divide = divide

    @property
    def figures(self) -> Computed:
        return computed(self.divide.counts)

    def gather(self, question: Question) -> tuple[Evidence, tuple[str, ...]]:
        """Evidence and the readings it had to decide."""
        box = Collector()
        collect = {"epoch": self.epoch, "causal": self.causal, "claims": self.claims, "robustness": self.robustness, "terms": self.terms, "topics": self.topics}
        return collect[question.family](question, box)

    # -- Epoch AI's models ----------------------------------------------------------------------------------------------

    def epoch(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        evidence, readings = self.table(question, box)
        return evidence, (*readings, *((prompts.render("notes", "dollars"),) if "cost" in question.computed else ()))

    def table(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        """The value, series or list asked for."""
        names = {"hardware" if question.computed == "epoch_hardware_models" else "sector": question.option}
        if question.computed == "epoch_hardware_models" and question.option is None:
            return self.makers(question, box)
        wanted = self.asked(question)
        if question.computed == "epoch_doubling_time":
            found = self.query(question.computed, None, True, **names)
            for figure in reversed(found):
                box.figure(figure, "main" if figure is found[-1] else "beside")
            return box.evidence(), ()
        yearly = self.query(question.computed, None, **names)
        inside = [figure for figure in yearly if wanted is None or figure.slice["years"][0] in wanted]
        if not inside:
            last = yearly[-1].slice["years"][0] if yearly else 0
            raise NotInData("models_after", part=yearly[-1].label_ja.partition("（")[0], year=wanted[0], last=last) if yearly and wanted and wanted[0] > last else self.missing(question, wanted)
        moved = question.asserted is not None and question.computed == DEAREST  # 「学習費は安くなっている?」
        if question.statistic == "computed" and len(inside) > 1 and (question.intent == "trend" or moved or wanted and len(wanted) > 1):
            settled = [figure for figure in inside if figure.slice["years"][0] <= LAST_FULL_YEAR] or inside
            settled = settled if wanted else [figure for figure in settled if figure.n > 1] or settled  # the only model of a year is neither its dearest nor its middle
            box.figure(settled[0], "first")
            box.figure(settled[-1], "last")
            return box.evidence(line_chart([settled], settled[0].slice["years"][0], settled[-1].slice["years"][0])), ()
        chosen = inside[-1] if wanted else next(figure for figure in reversed(inside) if figure.slice["years"][0] <= LAST_FULL_YEAR)
        box.figure(chosen, "main")
        if chosen.metric == DEAREST and not wanted and not question.advice and not LARGEST.search(question.text):  # 「AIの学習費用は?」 is not asked of the dearest alone
            for middle in self.query(MIDDLE, None, **names):
                if middle.slice["years"] == chosen.slice["years"]:
                    box.figure(middle, "middle")
        if chosen.metric == DEAREST:
            box.figure(of_model(chosen), "model")
        earlier = [figure for figure in yearly if figure.slice["years"][0] == chosen.slice["years"][0] - 5]
        for figure in earlier:
            box.figure(figure, "beside")
        reading = () if wanted else (prompts.render("notes", "epoch_year", year=chosen.slice["years"][0]),)
        return box.evidence(), reading

    def makers(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        """Models by maker of the chips they were trained on, in one year."""
        year = question.years[-1] if question.years else LAST_FULL_YEAR
        found = [figure for figure in self.figures.figures if figure.metric == question.computed and figure.slice["years"] == [year]]
        if not found:
            raise self.missing(question, (year,))
        for figure in sorted(found, key=lambda figure: -figure.value):
            box.figure(figure, "list")
        return box.evidence(), ()

    # -- causal estimates -------------------------------------------------------------------------------------------------

    def causal(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        subject = question.subjects[0] if question.subjects else Subject("firm_share")
        readings = ()
        if question.computed == "pretrend" and question.inherited and not self.tested(subject):  # no metric was named, and few have a test: that of the firms' share stands for it
            readings = (prompts.render("notes", "pretrend_of_firms"),)
            subject = Subject("firm_share")
            question = question.with_(subjects=(subject,), places=())
        for other in question.subjects[:3] or (subject,):
            self.estimate(question, other, box)
        for beside in BESIDE[question.computed] if len(question.subjects) < 2 else ():
            self.beside(subject, beside, box)
        return box.evidence(), readings

    def tested(self, subject: Subject) -> bool:
        """Whether the common trend before 2012 was tested for a metric."""
        try:
            return bool(self.figures.query(f"{subject.metric}_pretrend", None, True, tier=subject.tier))
        except (NotInData, UnknownName):
            return False

    def estimate(self, question: Question, subject: Subject, box: Collector) -> None:
        """The estimate itself; of several periods the first (what the method was built for), the others beside it."""
        venue = next((place.name for place in question.places if place.kind == "venue"), None)
        wanted = self.asked(question)
        names = {"tier": subject.tier, "venue": venue}
        single = wanted is not None and len(wanted) == 1 and question.computed in ("gsynth", "event")
        found = self.query(f"{subject.metric}_{question.computed}", wanted if single else None, not single and question.computed != "event", **names)
        if question.computed == "event" and not single:
            box.figure(found[-1], "main")
            return
        box.figure(found[0], "main")
        for figure in found[1:3]:
            box.figure(figure, "periods")

    def beside(self, subject: Subject, metric: str, box: Collector) -> None:
        try:
            found = self.figures.query(f"{subject.metric}_{metric}", None, True, tier=subject.tier)
        except (NotInData, UnknownName):
            return
        box.figure(found[0], metric)

    def claims(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        """What the founding paper says against what our recount says, claim by claim."""
        for figure in self.figures.figures:
            if figure.metric.startswith("claim_"):
                for name in figure.parts["figures"][:1]:
                    box.figure(self.figures.by_id[name], "claims")
                box.roles.setdefault("claim_texts", []).append(figure.parts["claim_ja"])
        texts = tuple(box.roles.pop("claim_texts"))
        return box.evidence(), tuple(prompts.render("notes", "paper_claims", claim=text) for text in texts)

    # -- words, topics, robustness --------------------------------------------------------------------------------------

    def terms(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        for figure in distinct_terms(self.divide.counts, question.option or "big_tech", TERMS_PERIOD)[: question.count or SHOWN]:
            box.figure(figure, "list")
        return box.evidence(), ()

    def topics(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        """The largest topics of the latest period, each with its share in the first one."""
        group = question.option or "known"
        latest = sorted(topic_shares(self.divide.counts, group, TOPIC_PERIODS[1]), key=lambda figure: (-figure.value, figure.id))
        former = {figure.slice["topic"]: figure for figure in topic_shares(self.divide.counts, group, TOPIC_PERIODS[0])}
        if question.intent == "trend":  # which grew, not which are large
            latest = sorted((figure for figure in latest if figure.slice["topic"] in former), key=lambda figure: former[figure.slice["topic"]].value - figure.value)
        for figure in latest[: question.count or SHOWN]:
            box.figure(figure, "list")
            if figure.slice["topic"] in former:
                box.figure(former[figure.slice["topic"]], "former")
        return box.evidence(), ()

    def robustness(self, question: Question, box: Collector) -> tuple[Evidence, tuple[str, ...]]:
        """The change since the first year (or the difference-in-differences) under every other way of counting."""
        subject = question.subjects[0] if question.subjects else Subject("firm_share")
        statistic = "did" if "差" in question.text or "did" in question.text.lower() else "change"
        measure = self.divide.measure(subject.metric, area="ai", **subject.names())
        for figure in headline_checks(self.divide, measure, statistic):
            box.figure(figure, "base" if figure.slice["check"] == "base" else "range" if figure.slice["check"] == "leave_one_out" else "list")
        return box.evidence(), () if question.subjects else (prompts.render("notes", "default_subject"),)

    # -- helpers ----------------------------------------------------------------------------------------------------------

    @staticmethod
    def asked(question: Question) -> tuple[int, ...] | None:
        if question.span and len(question.years) == 2:
            return tuple(range(question.years[0], question.years[1] + 1))
        return question.years or None

    def query(self, metric: str, years=None, whole: bool = False, **names) -> list[Figure]:
        """As Computed.query; what was never estimated is missing data, not an unknown name."""
        try:
            return self.figures.query(metric, years, whole, **names)
        except UnknownName as error:
            raise NotInData("empty", part=prompts.render("notes", "this_estimate"), years=years or ()) from error

    def missing(self, question: Question, years: tuple[int, ...] | None) -> NotInData:
        return NotInData("empty", part=self.figures.describe(question.computed, years, {"option": question.option}), years=years or ())



