"""The whole of understanding: cues, subjects, places, period, then what a follow-up leaves out."""

import re
from collections.abc import Callable
from dataclasses import replace

import prompts
from analytics import Divide
from assistant.models import Question, Subject
from assistant.operations.stages import stage
from assistant.understand import followup
from assistant.understand.asked import ABOUT_AI, CONTENTLESS, LIKENESS, LOWEST, MODEL_NAME, MOVED, PAPERED, PUBLISHED, UNPLACED, Studied, meant, plain, unwrapped
from assistant.understand.blockers import PLACED, Blockers, Trust
from assistant.understand.cues.differences import GAP_MOVED, PER_YEAR
from assistant.understand.cues.intent import DATA_INTENTS, DEFINITION, PAPER_SOUGHT, decide_data, decide_intent, in_words, position_asked, ranked_kind
from assistant.understand.cues.leftover import Tails, glosses, leftover_runs, unknown_head
from assistant.understand.cues.pieces import supposed
from assistant.understand.cues.pointed_back import COMPARED_NTH
from assistant.understand.cues.sought import claim_met, views_asked
from assistant.understand.cues.stated import FRACTIONAL, asked_count, asserted, claims, counted_tops, judged, stated, style, variant
from assistant.understand.cues.wanted import counted_parts, ends_parts, of_kind, position_parts, single_parts
from assistant.understand.cues.who_ranked import SECTORAL, first_few, who_ranked, who_spans
from assistant.understand.figures import lacking, leaning, limits, ranks_asked
from assistant.understand.figures.after_ranking import after_ranking
from assistant.understand.figures.among import among, with_whole
from assistant.understand.figures.by_name import by_name
from assistant.understand.figures.computed import ComputedNames, found_option
from assistant.understand.figures.elsewhere import named_elsewhere
from assistant.understand.figures.figure_turns import figure_turn
from assistant.understand.figures.first_named import first_named, listing
from assistant.understand.figures.fitted import fitted
from assistant.understand.figures.named_together import in_names
from assistant.understand.figures.paired import read_whom
from assistant.understand.figures.parted import parted
from assistant.understand.figures.put_aside import put_aside
from assistant.understand.figures.rest_named import rest_named, without_denial
from assistant.understand.figures.restricted import in_its_place, restricted
from assistant.understand.figures.rows_named import rows_named
from assistant.understand.figures.set_apart import SetApart
from assistant.understand.figures.set_beside import only_two_areas, ordered
from assistant.understand.figures.times_of_named import times_of_named
from assistant.understand.figures.which_more import times_of_two, which_more
from assistant.understand.figures.who_leads import who_leads
from assistant.understand.figures.worldwide import worldwide
from assistant.understand.first_look import FirstLook
from assistant.understand.going_on import GoingOn
from assistant.understand.heard import Heard
from assistant.understand.lead_in import without_lead_in
from assistant.understand.in_kana import InKana
from assistant.understand.limited import Limited
from assistant.understand.meaning import ASKABLE, LIKELY, SURE, Meanings
from assistant.understand.names.countries import Countries
from assistant.understand.names.examples import examples
from assistant.understand.names.group_names import Groups, complement
from assistant.understand.names.institutions import InstitutionNames, across, named_institutions, unapposed
from assistant.understand.names.labels import Labels
from assistant.understand.names.metric_names import MetricNames, kana_forms
from assistant.understand.names.periods import Period, read_period
from assistant.understand.names.places import SPEECH, Places, read_places, with_average
from assistant.understand.names.recent import remembered
from assistant.understand.names.subjects import Reading, of_one_country, read_bands, titled, whole_countries
from assistant.understand.not_taken_up import not_taken_up
from assistant.understand.opinion import CERTAIN, Opinion
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.investment_asked import calculated, sized_or_funded
from assistant.understand.plans.plan_labels import of_labelled
from assistant.understand.plans.plan_results import told_whole
from assistant.understand.plans.which_measure import which_measure
from assistant.understand.put_in_words import put_in_words
from assistant.understand.second import SecondReading, supplied
from assistant.understand.several import several_questions
from assistant.understand.text import parts
from assistant.understand.text.apposed import without_relation
from assistant.understand.text.around import around_hits
from assistant.understand.text.english_words import in_japanese, points_of
from assistant.understand.text.matcher import Cues, Hit, Text, read
from assistant.understand.text.opening import without_asker
from assistant.understand.text.spans import inside, outside, without
from assistant.understand.traits import Traits
from assistant.understand.turns import taken
from assistant.understand.unlisted import unlisted
from assistant.understand.words.defined_here import defined_here
from assistant.understand.words.manners import plain_manner
from assistant.understand.words.of_plans import back_to_plan, with_plan
from assistant.understand.words.put_to import behind_reply, put_to
from assistant.understand.words.softer_draft import softer_draft
from assistant.understand.words.told_words import told_words
from assistant.understand.works.works import Works

# Told by words of their own, in a conversation too.
TOLD = ("smalltalk", "help", "limits", "roi", "phrases", "document", "strategy", "why")
UNTOLD_BY_WORKS = ("smalltalk", "help", "document", "roi", "phrases")
UNMEASURED = ("paper_count", "rank", "movers", "computed")
CUES = frozenset({"trend", "change", "compare", "ratio", "peak", "trough", "onset", "did", "before_after", "count", "interval", "threshold"})
MEASURING = frozenset({"unknown", "concentration", "citations", "industry_academia"})
WHICH, OWN = re.compile(r"(?:どこの|何の|どんな|どういう)$"), re.compile(r"(?:うちの|自分の|私の|わが|我が)$")
DEFAULT_SUBJECT = Subject("firm_share")
# Other words for what the lexicon knows, each looked for in what the one before it left.
REWORDED = (without_asker, in_japanese, plain_manner, who_leads, defined_here, rows_named, in_names)


class Understanding:
    """Turns texts into Questions. Holds only compiled lexicons; safe to share between threads once built."""

    def __init__(self, divide: Divide, encode: Callable | None = None):
        """encode: a text → vector, for words that the lexicon does not know; without it they are not understood."""
        self.groups, self.countries, self.works = Groups(), Countries(), Works()
        self.relations = Cues({name: [form for phrase in phrases for form in kana_forms(phrase)] for name, phrases in prompts.lexicon("relations").items()})
        self.intents = Cues({name: [form for phrase in phrases for form in kana_forms(str(phrase))] for name, phrases in prompts.lexicon("intents").items()})
        self.places = Places(divide.counts.venues)
        self.institutions = InstitutionNames(divide.counts)
        self.labels = Labels(divide)
        self.metrics, self.computed = MetricNames(self.labels), ComputedNames()
        self.studied, self.tails = Studied(), Tails()
        self.encode, self.meanings = encode, None
        self.blockers = Blockers(self.places, self.works, self.metrics.phrases)
        self.second, self.heard = SecondReading(self, encode), Heard(self.blockers.proper_nouns.tokens, self)
        self.going_on, self.set_apart, self.first_look, self.limited, self.in_kana = GoingOn(self), SetApart(self), FirstLook(self), Limited(self), InKana(self.blockers.proper_nouns.tokens, self)

    @stage("understand")
    def understand(self, raw: str, previous: Question | None = None, data: Question | None = None) -> Question:
        """Read `raw`; a follow-up takes what it leaves out from `previous`, or from `data`, the last question about figures."""
        written = read(self.in_kana.in_kanji(read(raw).folded)).folded
        if (reply := put_to(written, previous) or behind_reply(written, previous) or which_measure(written)) is not None:
            return with_plan(reply, previous)
        if (labelled := of_labelled(written, previous)) is not None:
            return with_plan(labelled, previous)
        written = points_of(written, self.works.named)
        for reworded in REWORDED:
            written = reworded(written)
        whole = read(written)
        text, misheard = self.heard.corrected(read(self.bare(whole)))
        text = read(unapposed(text.folded, self.institutions.find(text)))
        text = rest_named(self, without_denial(named_elsewhere(self, without_relation(self, text))), previous, data)
        text, left = lacking.without_lacking(self, text)
        question = worldwide(in_its_place(restricted(self, parted(self, text, back_to_plan(text, previous), data), text, previous), previous), previous)
        question = with_plan(put_in_words(self, question, text, previous), previous)
        question = not_taken_up(listing(self, lacking.told(question, left), previous), text, previous)
        told = tuple(prompts.render("notes", "typo", written=written, name=name) for written, name in misheard)
        return question.with_(readings=(*told, *question.readings)) if told else question

    def bare(self, whole: Text) -> str:
        """The question without how it came up; with it where only that tells what is measured: 「記事に「黒人大学」とありました。その割合は」."""
        if told_whole(whole.folded):
            return whole.folded
        shorter = without_lead_in(self, plain(whole.folded))
        asked = read(shorter)
        if any(hit.key != "ai" for hit in self.places.find(whole)) and not self.places.find(asked):  # 「「KDDは企業だらけだろ」と言われました。2018年の率は」
            return whole.folded
        if shorter == whole.folded or self.measured(asked) or self.institutions.find(asked) or self.countries.find(asked):
            return shorter
        return whole.folded if any(hit.key not in ("firm", "university") for hit in self.groups.find(whole)) else shorter

    def understood(self, text: Text, previous: Question | None, data: Question | None) -> Question:
        """A question that was read as it was meant."""
        text, previous, data = taken(text, previous, data)
        if (changed := softer_draft(text, previous) or told_words(text, previous) or figure_turn(self, text, previous, data) or by_name(self, text, previous, data) or first_named(self, text, previous, data) or times_of_named(self, text, previous, data) or ranks_asked.ranked_again(self, text, previous, data) or ranks_asked.of_the_last_two(self, text, previous, data) or limits.limited(self, text, previous, data) or supposed(self, text, data) or leaning.leaning(self, text, previous, data) or self.first_look.question(text, previous, data) or after_ranking(self, text, previous, data) or which_more(self, text, data) or among(self, text, previous, data, self.labels.divide) or times_of_two(self, text, previous, data) or self.set_apart.question(text, previous, data) or self.going_on.question(text, previous, data, sure=True)) is not None:
            return changed
        usual = self.usual(text, previous, data)
        if not (usual.inherited or usual.parts):
            usual = self.going_on.question(text, previous, data) or self.going_on.question(text, previous, data, answered=usual) or usual
        return self.limited.question(usual, text, previous)

    def usual(self, text: Text, previous: Question | None, data: Question | None) -> Question:
        """A message read as one question or several, completed from the conversation where its form says that it leans on it."""
        if (inner := unwrapped(text.folded)) and (question := self.inside(text, read(inner), previous, data)):
            return question
        if several := several_questions(self, text, previous, data):
            return several
        asking = read(parts.without_asides(text.folded))
        sized = read_investment(text.folded) if asking != text else None
        if sized is not None and (sized.employees or sized.capital):  # 「従業員300人の製造業ですが、何から?」: the size of the company is no aside
            asking = text
        if previous is not None and any(asked.search(text.folded) and not asked.search(asking.folded) for asked in (COMPARED_NTH, GAP_MOVED)):  # 「前者だけで結構ですので、…」
            asking = text
        if asking != text and (parts.POINTED.search(asking.folded) and self.named(text) - self.named(asking) or variant(asking) != variant(text)):
            asking = text
        if asking != text and "outside" not in self.intents.find(text) and self.measures(asking):
            aside = read(text.folded.replace(asking.folded, " ", 1))
            told = parts.PAST.search(aside.folded) and self.measured(asking) and read_period(asking.folded).years and not (self.places.find(aside) and not self.places.find(asking))  # 「昔は大学のものだった」 asks nothing
            text = asking if told or not (self.measures(aside) or self.countries.find(aside) and not self.measured(asking)) else text
        return self.one(text, previous, data)

    def inside(self, text: Text, inner: Text, previous: Question | None, data: Question | None) -> Question | None:
        """A question about figures inside an order or a premise; its numbers are the asker's. None for any other."""
        question = self.one(inner, previous, data)
        if question.intent not in DATA_INTENTS or question.blocker is not None:
            return None
        return question.with_(text=text.folded, claims=stated(inner, read_period(inner.folded)))

    def named(self, text: Text) -> set[str]:
        """Keys of the places, countries and institutions that a text names."""
        return {hit.key for hit in (*self.places.find(text), *self.countries.find(text), *self.institutions.find(text)) if hit.kind != "area"}

    def measures(self, text: Text) -> bool:
        """Whether a text names something of the figures: a metric, group, institution, place or year."""
        named = self.measured(text) or self.institutions.find(text) or self.places.find(text) or MEASURING & self.relations.find(text).keys()
        return bool(named or titled(text.lowered) or read_period(text.folded).years or read_bands(text.lowered)[0])

    def with_option(self, question: Question, text: Text, data: Question | None) -> Question:
        """「企業だけだと?」 after a table of AI models narrows it to a sector or maker; the words name no metric of papers then."""
        if data is None or data.statistic != "computed" or data.family != "epoch" or question.family is not None or question.places:
            return question
        option = self.computed.option(data.computed, text.lowered)
        return question.with_(option=option, subjects=(), intent="figure", statistic="level", cue=None, blocker=None) if option else question

    def measured(self, text: Text) -> list[Hit]:
        """Metrics called by their name or group, one hit each."""
        named = self.metrics.phrases.find(text)
        return sorted([*named, *outside(self.groups.find(text), named)], key=lambda hit: hit.start)

    def explained(self, text: Text) -> list[Hit]:
        """All that the lexicon finds: places, metrics, groups, countries, institutions, and words of asking."""
        cues = [hit for found in (self.relations.find(text), self.intents.find(text)) for hits in found.values() for hit in hits]
        return [*self.places.find(text), *self.measured(text), *self.countries.find(text), *self.institutions.find(text), *cues]

    def one(self, text: Text, previous: Question | None, data: Question | None, listed: bool = False) -> Question:
        """A single question, completed from the conversation; with `listed`, only by the words of the lexicon."""
        if CONTENTLESS.match(text.folded):
            return Question(text=text.folded, intent="smalltalk", resolved=text.folded, topic=text.folded)
        previous, data = (None, None) if self.works.defined(text) else (previous, data)  # 「ちなみにグリーンAIってなんですか」 asks nothing of the figures before
        base = data.years[-1] if data is not None and data.years else None
        text = of_kind(put_aside(text, (self.places.find, self.countries.find, self.institutions.find, self.measured), lambda asked: read_period(asked).marks))
        question = self.read_alone(text, base)
        if previous is not None and question.blocker is None:  # what the rules read as a follow-up needs no guess at what it leaves out
            leaning = followup.complete(self.with_option(self.blockers.near_outside(question, text, previous), text, data), previous, data, text)
            if leaning.inherited and leaning.blocker is None or leaning.blocker in ("scope_forecast", "calendar"):  # 「十年後はどうなる?」 and 「去年は?」 say so themselves
                return self.finished(leaning, text, data)
        told = previous is not None and (question.intent in TOLD or question.intent == "explain" and DEFINITION.search(text.lowered))
        told = told or bool(question.claims and question.subjects) and judged(text) or data is not None and followup.OVERTAKEN.search(text.folded) and not (question.subjects or question.places)  # of the two just compared
        if self.encode is not None and not listed:
            second = question if told else self.second.settled(question, text, base, previous)
            # That it asks for what we do not hold is a guess; a word whose meaning names a group outweighs it.
            doubted = question if question.blocker is None and second.blocker == "outside" else second
            by_meaning = unlisted(doubted, text, data) and not (previous is not None and self.settled(doubted, text, previous, data))
            meant = self.by_meaning(doubted, text, base) if by_meaning else doubted
            question = second if meant is doubted else meant
        if question.intent in ("paper", "explain", "out_of_scope") and not question.subjects and sized_or_funded(text.folded) and (question.intent != "out_of_scope" or ABOUT_AI.search(text.lowered)):
            question = question.with_(intent="strategy", blocker=None)  # 「社員80人の会社です。AIにいくら投資すればいい?」
        if previous is not None:
            question = followup.complete(self.with_option(self.blockers.near_outside(question, text, previous), text, data), previous, data, text)
        return self.finished(question, text, data)

    def finished(self, question: Question, text: Text, data: Question | None) -> Question:
        """The completed question with what is taken for granted, what the conversation measured lately, and its words in full."""
        if question.blocker in ("scope_heads", "scope_business") and not question.subjects:  # what is held of those who are named is nearest
            question = question.with_(subjects=tuple(dict.fromkeys(Subject("institution_share", institution=hit.key) for hit in self.institutions.find(text))))
        if question.intent in DATA_INTENTS and not question.subjects and (question.statistic not in UNMEASURED or question.ranked == "named") and question.blocker is None:
            question = question.with_(subjects=(DEFAULT_SUBJECT,), readings=(*question.readings, prompts.render("notes", "default_subject")))
        if question.intent in DATA_INTENTS:
            question = remembered(with_whole(fitted(question, text.folded, self.labels.divide, data), text, data, self.labels.divide), data)
        question = question.with_(resolved=self.labels.describe(question) if question.inherited else text.folded)
        if question.intent in DATA_INTENTS and question.blocker is None and (both := ends_parts(question)):
            return question.with_(intent="trend", parts=both)
        if question.intent in DATA_INTENTS and question.blocker is None and (both := counted_parts(question) or position_parts(question)):
            return both[0].with_(parts=both)
        return question.with_(parts=single_parts(question)) if question.statistic in ("peak", "trough", "onset", "threshold") else question

    def settled(self, question: Question, text: Text, previous: Question, data: Question | None) -> bool:
        """Whether a follow-up needs no reading by meaning: it asks for what we do not hold, or points at the last answer."""
        near = self.blockers.near_outside(question, text, previous)
        return near.blocker != question.blocker or followup.complete(near, previous, data, text).inherited == ("all",)

    def seen(self, text: str, previous: Question | None = None) -> tuple[Traits, bool]:
        """What a learned reader sees of a question, and whether the question names a year or a conference that is not held."""
        return self.second.traits(asked := read(plain(read(text).folded)), previous), self.second.beyond(asked)

    def warm(self) -> None:
        """Read the learned weights and the names aloud, and compute the vectors that words are read by."""
        for learned in (self.limited.model, self.in_kana, *((self.second.opinions, self.reader_of_meanings()) if self.encode is not None else ())):
            learned.warm()

    def reader_of_meanings(self) -> Meanings:
        if self.meanings is None:
            self.meanings = Meanings(self.encode, self.blockers.proper_nouns)
        return self.meanings

    def by_meaning(self, question: Question, text: Text, base: int | None) -> Question:
        """The question with words that the lexicon lacks read by what they mean, and how; asked back where that is unsure; else as it was."""
        known = [*read_period(text.folded, base).marks, *((hit.start, hit.end) for hit in self.places.find(text))]
        listed = [(hit.start, hit.end) for finder in (self.groups, self.countries, self.metrics.phrases, self.institutions) for hit in finder.find(text)]
        meant = self.reader_of_meanings().read(text, known, listed)
        if meant is None or meant.confidence < ASKABLE:
            return question
        read_as = self.read_alone(read(meant.text), base)
        if read_as.intent not in DATA_INTENTS or not read_as.subjects or read_as.blocker not in (None, "unknown_metric"):
            return question
        if read_as.subjects == question.subjects and (question.blocker is None or read_as.blocker is not None or "論文" not in text.folded):
            return question
        words = dict(meant.words)
        if meant.confidence < LIKELY:
            if not PAPERED.search(text.lowered):
                return question
            return question.with_(intent="figure", blocker="unsure", blocker_details={"name": "・".join(words), "choice": "・".join(dict.fromkeys(words.values()))}, confidence=meant.confidence)
        told = [prompts.render("notes", "meant" if meant.confidence >= SURE else "perhaps_meant", written=written, name=name) for written, name in words.items()]
        return read_as.with_(text=text.folded, topic=text.folded, readings=tuple(dict.fromkeys((*told, *read_as.readings))), confidence=meant.confidence)

    def read_alone(self, text: Text, base: int | None = None, trusted: Opinion | None = None) -> Question:
        """A question by the rules of the lexicon; one that is `trusted` to ask for a figure is read as that, whatever words are left over."""
        cues, relations = meant(self.intents.find(text), text), self.relations.find(text)
        if match := UNPLACED.search(text.lowered):
            relations["unknown"] = [*relations.get("unknown", []), Hit(match.start(), match.end(), "cue", "unknown", match.group())]
        relations |= {name: [*relations.get(name, []), *hits] for name, hits in around_hits(text.folded).items()}
        place_hits = self.places.find(text)
        institutions = outside(self.institutions.find(text), [hit for hit in place_hits if hit.kind == "venue"])
        if not PUBLISHED.search(text.lowered):  # 「理研の富岳」 speaks of what is done there, no papers are counted
            institutions = outside(institutions, self.works.find(text))
        countries = outside(self.countries.find(text), institutions)
        begun = [hit for hit in countries if hit.end - hit.start > 1]  # 国の機関 inside 中国の機関
        groups = [hit for hit in outside(self.groups.find(text), institutions) if not any(country.start < hit.start < country.end for country in begun)]
        groups += complement(groups, text)
        institutions = outside(institutions, instances := examples(institutions, groups, countries, read_bands(text.lowered)[1], text.lowered))
        groups = [hit for hit in groups if not (OWN.search(text.folded[: hit.start]) or WHICH.search(text.folded[: hit.start]))]
        readings = [prompts.render("notes", "typo", written=hit.text, name=self.places.venues[hit.key].name) for hit in place_hits if hit.text.startswith(SPEECH) and hit.kind == "venue"]
        if miss := self.places.near_miss(text, place_hits):
            place_hits.append(miss[0])
            readings.append(prompts.render("notes", "typo", written=miss[1], name=self.places.venues[miss[0].key].name))
        if alike := self.places.homophone(text, place_hits, self.blockers.proper_nouns.reading):
            place_hits.append(alike[0])
            readings.append(prompts.render("notes", "typo", written=alike[0].text, name=alike[1]))
        period = read_period(text.folded, base)
        if only_two_areas(place_hits, period, text.lowered):
            relations.pop("did", None)
        countries = [hit for hit in countries if not inside(hit, period.marks) and text.folded[hit.end : hit.end + 1] != "語"]  # 東日本大震災のあった年, 日本語で
        called = self.metrics.find(text)
        slip = self.metrics.near(text) if not called and not institutions else None
        if slip is not None:
            called = [slip[0]]
            readings.append(prompts.render("notes", "typo", written=text.folded[slip[1] : slip[2]], name=slip[3]))
        reading = read_whom(self.metrics.phrases.find(text), self.metrics.subjects, called, slip is not None, groups, relations, countries, text.lowered)
        relations = {name: kept for name, found in relations.items() if (kept := [hit for hit in found if not inside(hit, reading.taken)])}
        reading = named_institutions(institutions, reading) if institutions else reading
        if missing := across(institutions, groups, relations, text.folded):
            reading = replace(reading, missing=missing)
        places = read_places(place_hits, text, "did" in relations, "compare" in relations)
        bare = text.lowered if who_ranked(text.lowered) else without(text.lowered, reading.taken)
        places = with_average(places, text.lowered)
        intent = decide_intent(cues, relations, reading.subjects, places, period, bare, bool(told_of := self.works.told_of(text, institutions)))
        if calculated(text, intent):
            intent, reading = "roi", Reading(())
        if intent == "paper" and variant(text) is not None and not PAPER_SOUGHT.search(text.lowered):
            intent = "figure"
        of_work = trusted is None and intent not in UNTOLD_BY_WORKS and bool(told_of or not self.works.find(text)) and self.works.spoken_of(text)  # 「Sevillaらの研究では…何か月で倍」: what a work says
        if of_work or intent == "paper" and (views_asked(text.lowered) or self.works.defined(text)):  # 「大学側の言い分は?」: who speaks is no group to count papers of
            intent, reading = "paper", Reading(())
        reading = Reading(()) if intent == "explain" and countries and self.works.defined(text) else reading  # 「アメリカのNAIRRって何?」
        trust = Trust(trusted.data >= CERTAIN, guessed=not reading.subjects) if trusted is not None else None
        if trusted is not None:
            intent, reading = intent if intent in DATA_INTENTS else "figure", supplied(reading, trusted)
        statistic, ranked = "level", ranked_kind(relations, bare)
        if intent == "limits" and claim_met(text.folded) and self.studied.asked(text):
            intent = "paper"  # 「生成AIは95%の会社で儲かっていないと新聞で見た。鵜呑みにしていい?」
        worded = of_work or in_words(intent, text.lowered, places, period)
        found = self.computed.find(text) if intent not in ("smalltalk", "help", "out_of_scope", "roi", "phrases", "document") and not worded and not DEFINITION.search(text.lowered) else None
        if found is not None and found.family == "epoch" and any(MODEL_NAME.match(hit.text) and not LIKENESS.match(text.lowered[hit.end :]) for hit in self.works.find(text)):
            found = None  # one model's figures are told by the summaries, if at all
        if found is not None and found.family == "topics" and institutions:
            found = None  # topics are counted of groups
        if found is not None:
            intent, statistic = ("trend" if period.span or "trend" in relations and not period.years else "figure"), "computed"
        elif intent in DATA_INTENTS or (position_asked(text.lowered) and (institutions or countries or places) and not worded):
            intent, statistic = self.data(intent, relations, reading, places, period, text, ranked)
        if found is None and intent in (*DATA_INTENTS, "paper", "explain") and statistic != "position" and not worded and ordered(reading.subjects or (DEFAULT_SUBJECT,), places, period, bare):
            intent, statistic, ranked = "rank", "rank", "named"
        if statistic == "rank" and len(places) == 1 and judged(text):  # 「画像認識の会議は企業が半分超えてますよね」 asks of all of them together
            intent, statistic, ranked = "figure", "level", None
        if statistic == "rank" and ranked == "universities" and first_few(text.lowered):  # 「大学の上位10校」 are rows, no band of QS ranks
            reading = replace(reading, subjects=tuple(subject for subject in reading.subjects if subject.metric != "tier_share"))
        reading = of_one_country(reading, countries) if statistic == "rank" and ranked == "universities" else reading
        hits = [*groups, *countries, *place_hits, *institutions, *instances, *(hit for found in (*relations.values(), *cues.values()) for hit in found)]
        runs = leftover_runs(text.lowered, hits, [*period.marks, *reading.taken, *([slip[1:3]] if slip else []), *(match.span() for match in FRACTIONAL.finditer(text.lowered)), *glosses(text.lowered, place_hits), *counted_tops(text.lowered), *who_spans(text.lowered), *self.tails.spans(text.lowered, groups + countries + institutions)])
        if trusted is None and intent in DATA_INTENTS and reading.subjects and statistic == "level" and unknown_head(text.lowered, runs):
            intent = "paper"
        studied = trusted is None and intent in DATA_INTENTS and found is None and statistic not in ("did", "before_after") and not institutions and not any(place.kind == "venue" for place in places) and self.studied.asked(text)
        astray = trusted is None and intent == "figure" and found is None and statistic == "level" and self.blockers.beside(text, runs, hits, reading, places)
        if studied or astray:
            intent, reading = "paper", Reading(())
        subjects = () if found is not None and found.family in ("epoch", "claims", "terms", "topics") else reading.subjects
        readings += [prompts.render("notes", "per_year")] * bool(PER_YEAR.search(text.lowered) and intent in DATA_INTENTS)
        readings += [*(told for told in reading.readings if not (statistic in ("rank", "movers") and ranked in SECTORAL and told in whole_countries(countries))), *([period.reading] if period.reading else [])]
        blocker, details = self.blockers.blocker(intent, text, place_hits + institutions, hits, reading, period, runs, found, studied, trust)
        if blocker == "scope_top_percent":
            subjects = (Subject("top10_share"),)
        return Question(
            text=text.folded, intent=intent, resolved=text.folded, subjects=subjects, places=places, years=period.years,
            span=period.span, spans=period.spans, statistic=statistic, ranked=ranked if statistic in ("rank", "movers") else None, topic=text.folded, count=asked_count(text), style=style(cues, text.folded),
            ascending="ascending" in relations or bool(LOWEST.search(text.lowered)), readings=tuple(dict.fromkeys(readings)), claims=claims(text, period, relations),
            blocker=blocker, blocker_details=details, variant=variant(text), shift=period.shift,
            cue=decide_data(relations, reading.subjects, places, period, text.lowered) if CUES & relations.keys() else None,
            family=found.family if found else None, computed=found.metric if found else None, option=found_option(found, groups, reading), asserted=asserted(text.lowered), unread=tuple(runs),
        )  # fmt: skip

    @staticmethod
    def data(intent: str, relations, reading: Reading, places, period: Period, text: Text, ranked: str | None) -> tuple[str, str]:
        several = len({place for place in places if place.kind == "venue"}) > 2  # 「SOSP、NSDI、FASTの順位は」 puts them in order
        one_field = len(places) == 1 and places[0].kind == "field" and not re.search(r"会議の中|どの会議", text.folded)
        if position_asked(text.lowered) and not several and (one_field or any(place.kind == "venue" for place in places) or any(subject.metric in PLACED for subject in reading.subjects)):
            return "rank", "position"
        if intent == "rank" or ranked not in (None, "venues"):
            return "rank", "movers" if MOVED.search(text.lowered) else "rank"
        return decide_data(relations, reading.subjects, places, period, text.lowered)

