"""The whole of understanding: cues, subjects, places, period, then what a follow-up leaves out."""

import re

import prompts
from analytics import Divide
from analytics.divide.metrics import METRICS
from analytics.divide.store import MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand import followup, parts
from assistant.understand.asked import PAPERED, Studied, unwrapped
from assistant.understand.computed import Computed, ComputedNames
from assistant.understand.intent import CONFERENCES, DEFINITION, LIMITED, PAPER_SOUGHT, SHARE_WORD, STRONG_PAPER, decide_data, decide_intent, defines, position_asked, ranked_kind
from assistant.understand.leftover import CommonNouns, ProperNouns, leftover_runs, unknown_head
from assistant.understand.matcher import Cues, Hit, Phrases, Text, read
from assistant.understand.periods import LATEST, Period, read_period
from assistant.understand.places import Places, read_places
from assistant.understand.subjects import Reading, read_subjects
from assistant.understand.institutions import InstitutionNames
from assistant.understand.labels import Labels
from assistant.understand.scope import NUMBERED, RIVAL, WHEN_HELD, Scope, service, bare_runs, narrowing
from index.numerals import find_numerals

UNMEASURED = ("paper_count", "rank", "movers", "computed")
CUES = frozenset({"trend", "change", "compare", "ratio", "peak", "trough", "onset", "did", "before_after", "count", "interval", "threshold"})
WHICH = re.compile(r"(?:どこの|何の|どんな|どういう)$")
OWN = re.compile(r"(?:うちの|自分の|私の|わが|我が)$")
HOW_MANY = re.compile(r"何社|何校|何機関|何[かカヶ]国")
PUBLISHES = re.compile(r"論文(?:は|を|って)?(?:出|書|発表|何本|何位)|の論文(?:は|って|数)")
# The asker states a number: by a tag (ですよね, でしょ), or by ending on it (「50%くらいですか」).
CLAIMED = re.compile(r"[%割](?:くらい|ぐらい|ほど|程度|前後|弱|強)?(?:です|なの|だった(?:の)?|だ)?か?な?[??。]*$|じゃない(?:の|です)?か?[??]|じゃん|だろう|だっけ|過半数|半分|半数|です(?:よね|ね)|でしょ|だよね|よね|本当|ほんと|と聞|って聞|という話|らしい|と言|というのは|だと(?:答|いう)|正しい|合って|違いま|なんですか")
CONTENTLESS = re.compile(r"^(?:それで|で|はい|いいえ|うん|ええ|いや|違う|違います|違う、?そうじゃない|そうじゃない|続けて|続き|続きを|もう一度|もう1度|次|ふーん|へえ|なるほどね|ok|OK|お願いします)[。、!!??…]*$")
LOWEST = re.compile(r"(?:以下|未満|下回)[^。、]{0,4}(?:会議|学会)|(?:少な|低)(?:い|かった|め)[^。、]{0,8}(?:会議|学会|順|はどこ|のはど)|(?:会議|学会)[^。、]{0,8}(?:最下位|低い|少ない)")
MOVED = re.compile(r"増やし|上げた|下げた|落とし|増え|増加|伸び|伸ば|上がっ|上昇|減っ|減少|減ら|下がっ|低下|落ち|躍進|台頭|後退")
DATA_INTENTS = ("figure", "trend", "compare", "rank")
PLACED = ("institution_share", "country_share", "japan_share")
# The abbreviation as people write it; 「did」 in an English sentence is a verb.
DID = re.compile(r"DiD|DID|D-i-D|(?<![A-Za-z])did(?=[でのをはとも分法推])")
VALUE_ASKED = re.compile(r"ではどう|割合|比率|何%|何割|何人|何件|何本|件数|本数|人数|いくら|いくつ|論文数|シェア|率は|数は|数[??。]?$|数を|予算|平均")
PER_YEAR = re.compile(r"年平均|毎年何ポイント|1年あたり|一年あたり|年あたり|年率")
AGAINST_ALL = re.compile(r"平均(?:より|と比べ|と比較|以上|以下|並み)|ai(?:会議)?全体(?:より|と比べ|と比較|の平均)|全体(?:の)?平均|全体より")
OPEN_QUESTION = re.compile(r"いつ|何年|なぜ|何故|どうして|なんで|理由|何%|何割|何倍|何ポイント|どれ|どの|どこ|どちら|どっち|どう|いくら|推移|グラフ|誰|だれ|どんな|増減|比べ")
RISES = re.compile(r"増え(?:た|て|ま|る|続)|増加し|伸び(?:た|て|ま|る)|上がっ|上がり|上昇し|高まっ|高くなっ|強まっ|強くなっ|広がっ|拡大し|多くなっ")
FALLS = re.compile(r"減っ|減り(?!幅)|減少し|下がっ|下がり|低下し|落ち(?:た|て|ま|目|込)|弱まっ|弱くなっ|低くなっ|縮小し|縮まっ|少なくなっ|衰え|衰退|押し出され|締め出され|追いやられ|落ちぶれ")
DEFAULT_SUBJECT = Subject("firm_share")
KNOWN_ACRONYMS = frozenset(
    "ai it qs did roi npv irr gpu cpu llm poc csv pdf usa uk eu jp ict dx hpc api ok faq nlp cv ml rl hci hbcu hsi gafa gafam abci geniac nairr mext meti mic "
    "lora qlora bert gpt flop flops hhi gini att gsynth oss kpi sme rd csrankings npo tsubame aist riken nii mit nanda bcg who why what and the".split()
)
NON_ELITE_TAILS = ("以外", "以外の大学", "ではない大学", "でない大学", "じゃない大学", "を除く大学", "を除いた大学")
CLAIM_UNITS = ("%", "ポイント", "倍", "割", "本", "分率")
ASKS_COUNT = re.compile(r"(\d{1,2})\s*(?:つ|個|件|位まで|会議|学会|例)|(?:トップ|上位|ベスト|top|ワースト|下位)\s*(\d{1,2})")


def kana_forms(phrase: str) -> tuple[str, ...]:
    """A phrase written in hiragana is also found in katakana (キギョウ), one with 一番 also with its other spellings."""
    if "一番" in phrase:
        return tuple(phrase.replace("一番", word) for word in ("一番", "いちばん", "最も", "もっとも"))
    if len(phrase) >= 3 and re.fullmatch(r"[ぁ-んー]+", phrase):
        return phrase, "".join(chr(ord(char) + 96) if "ぁ" <= char <= "ん" else char for char in phrase)
    return (phrase,)


class MetricNames:
    """Metrics called by their own name (企業単独率): they win over a reading of the words inside."""

    def __init__(self, labels: Labels):
        plain = [Subject(metric.name) for metric in METRICS.values() if metric.parameter is None]
        self.subjects = {labels.subject(subject): subject for subject in plain}
        self.subjects |= {name: Subject(metric) for metric, names in prompts.lexicon("metrics").items() for name in names}
        self.phrases = Phrases(("metric", label, label) for label in self.subjects)

    def find(self, text: Text) -> list[Subject]:
        return [self.subjects[hit.key] for hit in self.phrases.find(text)]


class Understanding:
    """Turns texts into Questions. Holds only compiled lexicons; safe to share between threads once built."""

    def __init__(self, divide: Divide):
        subjects, places = prompts.lexicon("subjects"), prompts.lexicon("places")
        entries = [("group", key, form) for key, phrases in subjects.items() for phrase in phrases for form in kana_forms(phrase)]
        entries += [("group", "non_elite", word + tail) for word in subjects["elite"] for tail in NON_ELITE_TAILS]
        self.groups = Phrases(entries)
        self.countries = Phrases(("country", key, phrase) for key, phrases in places["countries"].items() for phrase in phrases)
        self.works = Phrases(("work", word, word) for word in prompts.lexicon("works")["works"])
        self.relations = Cues({name: [form for phrase in phrases for form in kana_forms(phrase)] for name, phrases in prompts.lexicon("relations").items()})
        self.intents = Cues({name: [form for phrase in phrases for form in kana_forms(str(phrase))] for name, phrases in prompts.lexicon("intents").items()})
        self.places = Places(divide.counts.venues)
        self.institutions = InstitutionNames(divide.counts)
        self.labels = Labels(divide)
        self.metrics = MetricNames(self.labels)
        self.proper_nouns = ProperNouns()
        self.computed = ComputedNames()
        self.scope = Scope()
        self.studied = Studied()
        self.idle = frozenset(prompts.lexicon("answerable")["generic"])
        self.nouns = CommonNouns(self.proper_nouns)

    def understand(self, raw: str, previous: Question | None = None, data: Question | None = None) -> Question:
        """Read `raw`; a follow-up takes what it leaves out from `previous`, or from `data`, the last question about figures."""
        text = read(raw)
        if data is None and previous is not None and previous.intent in DATA_INTENTS:
            data = previous
        if (inner := unwrapped(text.folded)) and (question := self.inside(text, read(inner), previous, data)):
            return question
        if several := self.several(text, previous, data):
            return several
        return self.one(text, previous, data)

    def inside(self, text: Text, inner: Text, previous: Question | None, data: Question | None) -> Question | None:
        """A question about figures inside an order or a premise; its numbers are the asker's. None for any other."""
        question = self.one(inner, previous, data)
        if question.intent not in DATA_INTENTS or question.blocker is not None:
            return None
        return question.with_(text=text.folded, claims=stated(inner, read_period(inner.folded)))

    def fitted(self, question: Question, text: Text) -> Question:
        """The question bent to what the data can say: no DiD for a single conference, 「最新」 where the last main year is missing."""
        if question.statistic == "did" and any(place.kind == "venue" for place in question.places):
            return question.with_(statistic="before_after", readings=(*question.readings, prompts.render("notes", "no_did_of_venue")))
        if question.years != (MAIN_LAST,) or question.blocker or not LATEST.search(text.folded) or len(question.places) != 1:
            return question
        place = question.places[0]
        have = [year for year in self.labels.divide.available(self.labels.divide.measure("firm_share", **{place.kind: place.name})) if year <= MAIN_LAST]
        if not have or have[-1] == MAIN_LAST:
            return question
        told = prompts.render("notes", "latest_word", word=LATEST.search(text.folded).group().rstrip("はの"), year=have[-1])
        return question.with_(years=(have[-1],), readings=(*(line for line in question.readings if str(MAIN_LAST) not in line), told))

    def several(self, text: Text, previous: Question | None, data: Question | None) -> Question | None:
        """The questions of a message that holds several, the first one with the others as its parts; None for a single question."""
        pieces = parts.cut(text.folded)
        if len(pieces) < 2:
            pieces = parts.cut_pairs(text.folded, [hit for hit in self.places.find(text) if hit.kind == "venue"], self.measured(text))
        if len(pieces) < 2:
            return None
        asked: list[Question] = []
        for piece in pieces:
            before = asked[-1] if asked else previous
            about = next((question for question in reversed(asked) if question.intent in DATA_INTENTS), data)
            leaning = f"また、{piece}" if asked and not followup.WHY_ONLY.match(piece) else piece  # takes year and place of the one before
            asked.append(self.one(read(leaning), before, about).with_(text=piece))
        if not all(complete(question, piece) for question, piece in zip(asked, pieces, strict=True)):
            return None
        shapes = {(question.intent, question.subjects, question.places, question.years, question.statistic) for question in asked}
        if len(shapes) < len(asked):
            return None
        return asked[0].with_(text=text.folded, resolved=" / ".join(question.resolved for question in asked), parts=tuple(asked))

    def near_outside(self, question: Question, text: Text, previous: Question) -> Question:
        """「来年は?」「学生は?」 after figures ask for what the figures do not hold, though alone they name nothing."""
        if previous.intent not in DATA_INTENTS or question.intent not in ("paper", "explain") or question.blocker or not followup.BARE.match(text.folded):
            return question
        if now := read_period(text.folded).now:
            return question.with_(intent="figure", blocker="calendar", blocker_details={"word": now})
        if outside := self.scope.outside(text, []):
            return question.with_(intent="figure", blocker=outside[0], blocker_details={"name": outside[1]})
        return question

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

    def one(self, text: Text, previous: Question | None, data: Question | None) -> Question:
        """A single question, completed from the conversation."""
        if CONTENTLESS.match(text.folded):
            return Question(text=text.folded, intent="smalltalk", resolved=text.folded, topic=text.folded)
        question = self.read_alone(text, data.years[-1] if data is not None and data.years else None)
        if previous is not None:
            question = followup.complete(self.with_option(self.near_outside(question, text, previous), text, data), previous, data, text)
        if question.intent in DATA_INTENTS and not question.subjects and question.statistic not in UNMEASURED and question.blocker is None:
            question = question.with_(subjects=(DEFAULT_SUBJECT,), readings=(*question.readings, prompts.render("notes", "default_subject")))
        if question.intent in DATA_INTENTS:
            question = remembered(self.fitted(question, text), data)
        resolved = self.labels.describe(question) if question.inherited else text.folded
        question = question.with_(resolved=resolved)
        return question.with_(parts=single_parts(question)) if question.statistic in ("peak", "trough", "onset", "threshold") else question

    def read_alone(self, text: Text, base: int | None = None) -> Question:
        cues, relations = self.intents.find(text), self.relations.find(text)
        if match := DID.search(text.folded):
            relations["did"] = [*relations.get("did", []), Hit(match.start(), match.end(), "cue", "did", match.group())]
        beside = self.places.side_by_side(text)
        place_hits = beside or self.places.find(text)
        institutions = outside(self.institutions.find(text), [hit for hit in place_hits if hit.kind == "venue"])
        groups, countries = outside(self.groups.find(text), institutions), outside(self.countries.find(text), institutions)
        groups += complement(groups, text)
        groups = [hit for hit in groups if not (OWN.search(text.folded[: hit.start]) or WHICH.search(text.folded[: hit.start]))]
        readings: list[str] = []
        readings += [prompts.render("notes", "typo", written=hit.text, name=self.places.venues[hit.key].name) for hit in beside if hit.kind == "venue"]
        if miss := self.places.near_miss(text, place_hits):
            place_hits.append(miss[0])
            readings.append(prompts.render("notes", "typo", written=miss[1], name=self.places.venues[miss[0].key].name))
        period = read_period(text.folded, base)
        reading = read_subjects(groups, relations, countries, self.metrics.find(text), text.lowered)
        if institutions:
            reading = named_institutions(institutions, reading)
        places = read_places(place_hits, text, "did" in relations, "compare" in relations)
        plain = without(text.lowered, reading.taken)
        places = with_average(places, text.lowered)
        intent = decide_intent(cues, relations, reading.subjects, places, period, plain, bool(self.works.find(text)))
        if intent == "paper" and variant(text) is not None and not PAPER_SOUGHT.search(text.lowered):
            intent = "figure"
        statistic, ranked = "level", ranked_kind(relations, text.lowered)
        worded = PAPER_SOUGHT.search(text.lowered) or defines(text.lowered, period, places)
        found = self.computed.find(text) if intent not in ("smalltalk", "help", "out_of_scope", "roi", "phrases", "document") and not worded and not DEFINITION.search(text.lowered) else None
        if found is not None:
            intent, statistic = ("trend" if period.span or "trend" in relations and not period.years else "figure"), "computed"
        elif intent in DATA_INTENTS or (position_asked(text.lowered) and (institutions or countries or places) and not worded):
            intent, statistic = self.data(intent, relations, reading, places, period, text, ranked)
        hits = groups + countries + place_hits + institutions
        hits += [hit for found in (*relations.values(), *cues.values()) for hit in found]
        runs = leftover_runs(text.lowered, hits, list(period.marks) + list(reading.taken))
        if intent in DATA_INTENTS and reading.subjects and statistic == "level" and unknown_head(text.lowered, runs):
            intent = "paper"
        studied = intent in DATA_INTENTS and found is None and statistic not in ("did", "before_after") and not institutions and self.studied.asked(text)
        astray = intent == "figure" and found is None and statistic == "level" and self.beside(text, runs, hits, reading, places)
        if studied or astray:
            intent, reading = "paper", Reading(())
        subjects = () if found is not None and found.family in ("epoch", "claims", "terms", "topics") else reading.subjects
        if PER_YEAR.search(text.lowered) and intent in DATA_INTENTS:
            readings.append(prompts.render("notes", "per_year"))
        readings += [*reading.readings, *([period.reading] if period.reading else [])]
        blocker, details = self.blocker(intent, text, place_hits + institutions, hits, reading, period, runs, found, studied)
        return Question(
            text=text.folded, intent=intent, resolved=text.folded, subjects=subjects, places=places, years=period.years,
            span=period.span, spans=period.spans, statistic=statistic, ranked=ranked if statistic in ("rank", "movers") else None, topic=text.folded, count=asked_count(text), style=style(cues),
            ascending="ascending" in relations or bool(LOWEST.search(text.lowered)), readings=tuple(dict.fromkeys(readings)), claims=claims(text, period, relations),
            blocker=blocker, blocker_details=details, variant=variant(text), shift=period.shift,
            cue=decide_data(relations, reading.subjects, places, period, text.lowered) if CUES & relations.keys() else None,
            family=found.family if found else None, computed=found.metric if found else None, option=found_option(found, groups, reading), asserted=asserted(text.lowered),
        )  # fmt: skip

    @staticmethod
    def data(intent: str, relations, reading: Reading, places, period: Period, text: Text, ranked: str | None) -> tuple[str, str]:
        if position_asked(text.lowered) and (any(place.kind == "venue" for place in places) or any(subject.metric in PLACED for subject in reading.subjects)):
            return "rank", "position"
        if intent == "rank" or ranked not in (None, "venues"):
            return "rank", "movers" if MOVED.search(text.lowered) else "rank"
        return decide_data(relations, reading.subjects, places, period, text.lowered)

    def beside(self, text: Text, runs: list[str], hits: list[Hit], reading: Reading, places) -> bool:
        """A country or institution is named, but no measure of papers, and a noun that nothing explained: 「日本で一番高い山は?」."""
        named = reading.subjects and all(subject.metric in PLACED for subject in reading.subjects)
        if not named or self.scope.outside(text, [hit for hit in hits if hit.kind in ("institution", "venue", "group", "field")]) or PAPERED.search(text.lowered) or SHARE_WORD.search(text.lowered) or any(place.kind != "area" for place in places):
            return False
        return any(run not in self.idle for run in self.nouns.among(runs, text.lowered))

    def narrowed(self, text: Text, runs: list[str], hits: list[Hit]) -> str | None:
        """A noun that narrows what is measured in a way the data do not know (医学論文, 生成AI)."""
        named = [run for run in self.nouns.among(bare_runs(runs), text.lowered) if run not in self.idle]
        return narrowing(text.lowered, named, [hit for hit in hits if hit.kind in ("group", "institution", "area") or hit.key in ("share", "count")])

    def blocker(self, intent, text: Text, place_hits: list[Hit], hits: list[Hit], reading: Reading, period: Period, runs: list[str], found: Computed | None, studied: bool):
        """Why the data cannot answer, told by the question alone: (key of the refusal table, details) or (None, {})."""
        if intent == "out_of_scope":
            return "outside", {}
        if intent not in ("smalltalk", "help", "document", "phrases") and (asked := service(text.folded)):
            return "scope_service", {"name": asked}
        if found is not None:
            return ("calendar", {"word": period.now}) if period.now else (None, {})
        if WHEN_HELD.search(text.lowered):
            return "outside", {}
        if RIVAL.search(text.lowered) and not reading.taken and "論文" not in text.lowered:
            return "scope_business", {"name": RIVAL.search(text.lowered).group()}
        if studied:
            return None, {}
        if intent in (*DATA_INTENTS, "paper", "explain") and not PAPER_SOUGHT.search(text.lowered) and (axis := self.scope.axis(text)):
            return "scope_axis", {"name": axis}
        if intent == "paper" and NUMBERED.search(text.folded) and len(text.folded) <= 16:
            return "scope_detail", {"name": NUMBERED.search(text.folded).group()}
        valued = intent == "paper" and VALUE_ASKED.search(text.lowered) and not STRONG_PAPER.search(text.lowered)
        if (intent in DATA_INTENTS or valued and not self.works.find(text)) and (outside := self.scope.outside(text, [*self.metrics.phrases.find(text), *(hit for hit in hits if hit.kind in ("institution", "venue", "group", "field"))])):
            return outside[0], {"name": outside[1]}
        if intent in DATA_INTENTS and reading.missing:
            return "unknown_metric", {"name": reading.missing}
        if intent in ("paper", "explain") and not reading.subjects and (SHARE_WORD.search(text.lowered) or PUBLISHES.search(text.lowered)):
            if re.search(r"の論文(?:は|数|の割合|って)", text.lowered) and (stray := self.places.stray_acronym(text, place_hits + self.works.find(text), KNOWN_ACRONYMS)):
                return "unknown_name", {"name": stray}
            if names := self.proper_nouns.among(runs, text.lowered):
                return "unknown_name", {"name": original_case(names[0], text)}
        if intent == "paper" and period.now and asserted(text.lowered):
            return "calendar", {"word": period.now}
        if intent not in DATA_INTENTS:
            return None, {}
        if intent != "rank" and (match := HOW_MANY.search(text.lowered)):
            return "unknown_metric", {"name": match.group()}
        if period.now:
            return "calendar", {"word": period.now}
        if stray := self.places.stray_acronym(text, [hit for hit in hits if hit.kind != "cue"], KNOWN_ACRONYMS):
            if 2 <= len(near := self.places.near_names(stray)) <= 3:
                return "ambiguous", {"name": stray, "choices": "・".join(near)}
            return "unknown_name", {"name": stray}
        if stray := self.places.stray_name(runs, text):
            return "unknown_name", {"name": original_case(stray, text)}
        if names := self.proper_nouns.among(runs, text.lowered):
            return "unknown_name", {"name": original_case(names[0], text)}
        if name := next((run for run in runs if run + "の年" in text.lowered and len(run) >= 2), None):
            return "unknown_metric", {"name": original_case(name + "の年", text)}
        if name := self.narrowed(text, runs, hits):
            return "unknown_metric", {"name": original_case(name, text)}
        if not reading.subjects and runs and "count" not in {hit.key for hit in hits if hit.kind == "cue"} and not CONFERENCES.search(text.lowered) and any(len(run) >= 2 for run in runs):
            return "unknown_metric", {"name": original_case(max(runs, key=len), text)}
        return None, {}


def complement(groups: list[Hit], text: Text) -> list[Hit]:
    """「エリート大学とその他」: the rest of the universities beside the best ones."""
    elite = next((hit for hit in groups if hit.key == "elite"), None)
    if elite is None or any(hit.key in ("non_elite", "mid_tier", "lower_tier") for hit in groups):
        return []
    match = re.search(r"(?:と|や|、|vs\.?|対)\s*(その他|それ以外|そうでない|その他大勢|ほか|他)(?:の?大学)?", text.lowered[elite.end :])
    return [Hit(elite.end + match.start(1), elite.end + match.end(), "group", "non_elite", match.group())] if match else []


def single_parts(question: Question) -> tuple[Question, ...]:
    """One question for each metric and place, where the statistic is told one by one (ピーク, いつから); () for a single one."""
    pairs = [(subject, place) for subject in question.subjects for place in question.places or (Place("area", "ai"),)]
    return tuple(question.with_(subjects=(subject,), places=(place,)) for subject, place in pairs) if len(pairs) > 1 else ()


def complete(question: Question, piece: str) -> bool:
    """Whether a piece of a message is a question of its own: about figures with a metric or place named, or asking why."""
    if question.blocker is not None or question.family is not None:
        return question.family is not None and not question.inherited
    if question.intent == "why":
        return bool(question.subjects)
    named = bool(question.subjects) and "subjects" not in question.inherited and not any("指標の指定" in line for line in question.readings)
    placed = bool(question.places) and "places" not in question.inherited and len(piece) >= 4
    return question.intent in DATA_INTENTS and (named or placed)


def with_average(places: tuple[Place, ...], text: str) -> tuple[Place, ...]:
    """「CVPRは平均より高い?」: one conference or field against the whole AI area."""
    if len(places) == 1 and places[0].kind != "area" and AGAINST_ALL.search(text):
        return (*places, Place("area", "ai"))
    return places


def asserted(text: str) -> str | None:
    """The direction that a yes-or-no question names: 「減っているんですよね?」 → down; None where it asks for size, time or reason."""
    if OPEN_QUESTION.search(text):
        return None
    up, down = RISES.search(text), FALLS.search(text)
    return None if bool(up) == bool(down) else "up" if up else "down"


def found_option(found: Computed | None, groups: list[Hit], reading: Reading) -> str | None:
    """A sector or maker, or the group whose titles are asked about."""
    if found is None:
        return None
    if found.family == "terms":
        return "non_elite" if any(hit.key in ("non_elite", "university") for hit in groups) and not any(hit.key == "big_tech" for hit in groups) else "big_tech"
    if found.family == "topics":
        if any(subject.metric.startswith("japan") for subject in reading.subjects):
            return "japan"
        names = [hit.key for hit in groups if hit.key in ("firm", "big_tech", "university", "government", "non_elite")]
        return names[0] if names else "tier_1-50" if any(hit.key == "elite" for hit in groups) else None
    return found.option


def remembered(question: Question, data: Question | None) -> Question:
    """The question with what the conversation measured lately: the last few places and subjects, newest last."""
    places = (*(data.recent_places if data else ()), *(question.places or (Place("area", "ai"),)))
    subjects = (*(data.recent_subjects if data else ()), *question.subjects)
    return question.with_(recent_places=newest(places), recent_subjects=newest(subjects))


def newest(items: tuple, count: int = 4) -> tuple:
    """The last `count` different items, in order of their last appearance."""
    return tuple(reversed(tuple(dict.fromkeys(reversed(items)))[:count]))


def outside(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    """Hits that do not overlap any of the others (シンガポール inside シンガポール国立大学)."""
    return [hit for hit in hits if not any(hit.start < other.end and other.start < hit.end for other in others)]


def named_institutions(hits: list[Hit], reading: Reading) -> Reading:
    """Institutions asked about, after the metrics that compare them with groups (Googleと大学)."""
    subjects = tuple(dict.fromkeys(Subject("institution_share", institution=hit.key) for hit in hits))
    kept = tuple(subject for subject in reading.subjects if subject.metric in ("big_tech_share",))
    return Reading((*subjects, *kept), reading.readings, reading.taken)


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
    """The form asked for: short, long, three (lines), simple (for a child), spoken, english, chart or normal."""
    return next((name for name in ("english", "three", "simple", "spoken", "short", "long", "chart") if name in cues), "normal")


def stated(text: Text, period: Period) -> tuple[str, ...]:
    """Every number in a unit of shares, outside the years."""
    numerals = find_numerals(text.folded)
    return tuple(each.text for each in numerals if each.unit in CLAIM_UNITS and not any(start <= each.start < end for start, end in period.marks))


def claims(text: Text, period: Period, relations: dict) -> tuple[str, ...]:
    """Numbers the asker states (「80%ですよね」): they may be repeated as theirs only."""
    if not (CLAIMED.search(text.lowered) or "threshold" in relations or LIMITED.search(text.lowered)):
        return ()
    return stated(text, period)


def variant(text: Text) -> str | None:
    if re.search(r"按分|分数カウント|fractional|人数割", text.lowered):
        return "fractional"
    if re.search(r"所属不明[^。]{0,8}(?:企業|該当|全部|すべて|全て)[^。]{0,8}(?:仮定|みなし|とすると|としたら|だとし|数え)", text.lowered):
        return "unknown_none" if re.search(r"以外|でない|該当しない|非該当", text.lowered) else "unknown_all"
    if "csrankings" in text.lowered:
        return "csrankings"
    if re.search(r"毎年(?:そろ|揃|ある|開かれ|開催)|固定(?:した|の)?会議|会議を固定|同じ会議だけ", text.lowered):
        return "fixed"
    return None


__all__ = ["DATA_INTENTS", "Place", "Understanding"]
