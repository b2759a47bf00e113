"""What a question asks for that the data cannot answer, told by its words alone."""

import re
from dataclasses import dataclass

import prompts
from assistant.models import Question
from assistant.understand import followup
from assistant.understand.asked import PAPERED, PUBLISHED
from assistant.understand.cues.intent import (
    CHOICE,
    CONFERENCES,
    DATA_INTENTS,
    OPTIONS,
    PAPER_SOUGHT,
    SHARE_WORD,
    SOURCE_OF,
    STRONG_PAPER,
    ranked_kind,
)
from assistant.understand.cues.leftover import CommonNouns, ProperNouns
from assistant.understand.cues.scope import (
    BENT,
    CONTACT,
    ELSEWHERE_COUNTED,
    FABRICATED,
    NUMBERED,
    PERSONS,
    PRIVATE,
    SIZED,
    SPENT,
    TOP_PERCENT,
    UNNAMED,
    WHEN_HELD,
    Scope,
    bare_runs,
    narrowing,
    not_ours,
    of_rivals,
    qualified,
    service,
)
from assistant.understand.cues.sought import work_named
from assistant.understand.cues.stated import FRACTIONAL, asserted
from assistant.understand.cues.wanted import blanked
from assistant.understand.figures.computed import Computed
from assistant.understand.figures.inherit import JOINED
from assistant.understand.figures.unrecorded import cited_alone, unrecorded
from assistant.understand.names.periods import Period, read_period
from assistant.understand.names.places import Places
from assistant.understand.names.subjects import Reading
from assistant.understand.text.english_figures import unknown_measure
from assistant.understand.text.matcher import Hit, Phrases, Text
from assistant.understand.works.works import Works

JOINT_COST = re.compile(r"共同研究[^。、]{0,10}(?:相場|単価|値段|金額|費用|いくら|平均)")  # told by a national statistic
INDUSTRY = re.compile(r"業界|業種|同業")
# 「同業でAI論文が一番多いのはどこ」: a trade that is the asker's, of which no list is held.
OWN_TRADE = re.compile(r"(同業|同業者|同業種|同じ業界|同業界|(?:うち|当社|弊社|自社|わが社|我が社|この|その)の?業界|業界内)(?:他社|各社)?(?:の(?:中|うち|なか))?(?:で(?!す|あ)|だと|の(?:順位|ランキング|一番|トップ|上位))")
# 「日本以外の企業」: the rest of the world, of firms or of conferences is not counted.
EXCLUDED = re.compile(r"(?:の(?:企業|大学|機関|会社))?(?:以外(?!に|で何)|を除[いくき]|を含まない|ではない(?:国|企業|会社|大学|会議)|じゃない(?:国|企業|会社|大学|会議))")
SET_OF_PLACES = re.compile(r"(?:セグメント|カテゴリー?|ジャンル)(?:別|ごと|毎)")  # 「セグメント別」 beside fields by name is by field
RANKED_NOUN = re.compile("(?:上位)?(?:国|機関|組織|会社|大学|企業|分野)")
HOW_MANY = re.compile(r"何社|何校|何機関|何[かカヶ]国")
PUBLISHES = re.compile(r"(?:出し|書い|発表し|通し)た論文|論文の(?:本|件)?数|論文(?:は|を|って)?(?:出|書|発表|何本|何位)|の論文(?:は|って|数)")
VALUE_ASKED = re.compile(r"何(?:時間|日|か月|ヶ月|カ月)か(?:け|か)|ではどう|割合|比率|何[十百千万億兆]*[%割人件本円ドル社台枚]|件数|本数|人数|いくら|いくつ|金額|総額|論文数|著者数|シェア|率は|数は|数[??。]?$|数を|予算|平均")
KNOWN_ACRONYMS = frozenset(
    ["ai", "it", "qs", "did", "roi", "npv", "irr", "gpu", "cpu", "llm", "poc", "csv", "pdf", "usa", "uk", "eu", "jp", "ict", "dx", "hpc", "api", "ok", "faq", "nlp", "cv", "ml", "rl", "hci", "hbcu", "hsi", "gafa", "gafam", "abci", "geniac", "nairr", "mext", "meti", "mic", "lora", "qlora", "bert", "gpt", "flop", "flops", "hhi", "gini", "att", "gsynth", "oss", "kpi", "sme", "rd", "csrankings", "npo", "tsubame", "aist", "riken", "share", "rate", "papers", "number", "nii", "mit", "nanda", "bcg", "acm", "ieee", "usenix", "cvf", "acl", "who", "why", "what", "and", "the"]
)
# What a country does for its researchers: told by the summaries, counted by no paper.
PROGRAMME = re.compile(r"試み|制度|政策|施策|取り組み|取組|支援策|プログラム|国家事業|共同利用|使わせ|提供し|整備|計算基盤|研究クラウド|計算機を(?:貸|配|共)")
# 「タイトルに使った論文」 「題名に深層学習の語が使われている論文」 of words that are counted there.
IN_TITLES = re.compile(r"(?:タイトル|題名|題目|表題|標題|論文名|題)(?:に|へ|で|の中に)(?:使|用い|入れ|含め|盛り込|載せ|掲げ|つけ|付け)[^。、論]{0,3}|(?:語|言葉|単語|用語|キーワード|ワード)(?:が|を|も)、?(?:使|用い|載|書|並[んべ]|登場|掲げ)[^。、論]{0,5}|に(?:触れ|言及し|関わ|関す|ふれ)(?:て(?:い)?る|た|る)(?=論文|もの)")
SERVED, STUDENTS = ("hbcu_share", "hsi_share"), re.compile(r"学生|生徒|若者")
PLACED = ("institution_share", "country_share", "japan_share")


# 「G社(Google)」 is named.
GLOSSED = re.compile(r"[A-Za-z]社(?=\s?\()")
LISTING = re.compile(r"\s*(?:[と や・、,/&+]|vs\.?|や|or|and)\s*")
CLAUSE = re.compile(r"[^、。,!??]+")
STANDS_AS_PLACE = re.compile(r"\s*(?:\([^()]*\))?(?:(?:、?の|で|、|,)?\s*(?:19|20)\d\d|の(?:企業|論文|会議|産学|大学|割合|比率|場合)|では|だと|における|(?:って|は)(?=(?:企業|会社|大学|民間)(?:の|が|は|ほとんど|あまり|多|少)|産学|どう|何|いく))")
OF_THOSE = re.compile(r"(?:そ|こ)(?:の|れら)?(?:うち|中)(?:の|で|、|に)?")  # 「そのうち女性著者は」
# Words that often name what is not held, and often only tell why somebody asks: 「株主総会で」「競合比較の文脈で」.
NAMED_LACK = frozenset({"scope_business", "scope_axis", "scope_heads", "scope_region", "scope_detail", "scope_forecast", "scope_firm_kind", "outside"})


@dataclass(frozen=True)
class Trust:
    """That a question is held to ask for a figure which is held. `certain`: so surely that words which often name what is not held are no
    reason either; `guessed`: no word named the metric, and the share of something unknown may be meant."""

    certain: bool
    guessed: bool


# Journals by their names: 「日本食品科学工学会誌」「土木学会論文集」.
JOURNAL = re.compile(r"(?:[一-龥ァ-ヴー]|[A-Za-z]{3,}){2,}(?:(?<!業)(?:学会|協会|工学会|会)誌|論文誌|(?<!会議)論文集|紀要)(?=[のでにはが、])")
LETTERS = re.compile(r"[a-z][a-z-]{2,}")
# 「病院って…でどれくらい発表してる?」 asks for a share without the word.
HOW_PRESENT = re.compile(r"(?:どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい|程度)|どんだけ|なんぼ|何本|いくつ)[^。、]{0,4}(?:発表|出し|論文|い[るた]|入っ|書い|載っ|参加|関わ)")

# A clause that says what is counted, or where and when, though no share stands in it: 「電気学会の2011年、大学だけの論文は何%」.
MEASURED_IN = re.compile(r"論文(?:数|の本数)|(?:学会|会議|大会)の(?:19|20)?\d\d年")


class Blockers:
    """Tells why a question cannot be answered by figures: names nobody has figures for, breakdowns, years not yet there, other measures."""

    def __init__(self, places: Places, works: Works, metric_phrases: Phrases):
        self.places, self.works, self.metric_phrases = places, works, metric_phrases
        self.scope, self.proper_nouns = Scope(), ProperNouns()
        self.nouns = CommonNouns(self.proper_nouns)
        self.idle = frozenset(prompts.lexicon("answerable")["generic"])

    def near_outside(self, question: Question, text: Text, previous: Question) -> Question:
        """「来年は?」「学生は?」 after figures ask for what the figures do not hold, though alone they name nothing."""
        if previous.intent not in DATA_INTENTS or question.intent not in ("paper", "explain") or question.blocker or not (followup.BARE.match(text.folded) or followup.SAME_ASKED.search(text.folded) or OF_THOSE.match(text.folded)):
            return question
        if now := read_period(text.folded).now:
            return question.with_(intent="figure", blocker="calendar", blocker_details={"word": now})
        if outside := self.scope.outside(text, []):
            return question.with_(intent="figure", blocker=outside[0], blocker_details={"name": outside[1]})
        if of_group := next((hit for hit in self.scope.elsewhere.find(text) if text.folded[: hit.start].endswith("の") and hit.text not in ("倍率", "設定", "代表")), None):
            return question.with_(intent="figure", blocker="scope_business", blocker_details={"name": of_group.text})
        return question

    def unheld(self, text: Text, known: list[Hit]) -> tuple[str, str] | None:
        """What a follow-up speaks of that our figures do not hold (people, money, months): (key of the refusal table, word as written)."""
        counted = [match.span() for match in FRACTIONAL.finditer(text.lowered)]
        text = Text(blanked(text.folded, counted), blanked(text.lowered, counted))
        if outside := self.scope.outside(text, known):
            return outside
        if axis := self.scope.axis(text):
            return "scope_axis", axis
        return ("calendar", now) if (now := read_period(text.folded).now) else None

    def beside(self, text: Text, runs: list[str], hits: list[Hit], reading: Reading, places) -> bool:
        """A country or institution is named, but no measure of papers, and a noun that nothing explained: 「日本で一番高い山は?」."""
        named = reading.subjects and all(subject.metric in PLACED for subject in reading.subjects)
        if named and PROGRAMME.search(text.lowered) and not SHARE_WORD.search(text.lowered) and not period_named(text) and not any(place.kind != "area" for place in places):
            return True
        if not named or JOINED.search(text.folded) or self.scope.outside(text, [hit for hit in hits if hit.kind in ("institution", "venue", "group", "field")]) or PAPERED.search(text.lowered) or SHARE_WORD.search(text.lowered) or any(place.kind != "area" for place in places):
            return False
        return any(run not in self.idle for run in self.nouns.among(runs, text.lowered))

    def narrowed(self, text: Text, runs: list[str], hits: list[Hit]) -> str | None:
        """A noun that narrows what is measured in a way the data do not know (医学論文, 生成AI)."""
        named = [run for run in self.nouns.among(bare_runs(runs), text.lowered) if run not in self.idle]
        return narrowing(text.lowered, named, [hit for hit in hits if hit.kind in ("group", "institution", "area") or hit.key in ("share", "count")])

    def unread(self, text: Text, runs: list[str], hits: list[Hit]) -> list[str]:
        """Words that nothing explained where no group is named: the share of them is asked for, not that of firms."""
        if any(hit.kind == "cue" and hit.key == "count" for hit in hits):
            return []
        if not CONFERENCES.search(text.lowered):
            return [run for run in runs if len(run) >= 2]
        named = [run for run in (*self.nouns.among(runs, text.lowered), *filter(LETTERS.fullmatch, runs)) if run not in self.idle]
        return named if SHARE_WORD.search(text.lowered) or HOW_PRESENT.search(text.lowered) else [run for run in named if asked_of(run, text.lowered)]

    def blocker(self, intent, text: Text, place_hits: list[Hit], hits: list[Hit], reading: Reading, period: Period, runs: list[str], found: Computed | None, studied: bool, trust: Trust | None = None):
        """Why the data cannot answer, told by the question alone: (key of the refusal table, details) or (None, {}). With `trust` words that nothing
        explained are no reason."""
        certain = trust is not None and trust.certain
        counted = [match.span() for match in FRACTIONAL.finditer(text.lowered)]
        if any(subject.metric in SERVED for subject in reading.subjects):  # universities told by whom they serve
            counted += [match.span() for match in STUDENTS.finditer(text.lowered)]
        if any(subject.metric.endswith("title_share") for subject in reading.subjects):
            counted += [match.span() for match in IN_TITLES.finditer(text.lowered)]
        text = Text(blanked(text.folded, counted), blanked(text.lowered, counted))  # 「著者1人あたり1/nで」 is a way of counting
        if contact := CONTACT.search(text.folded):
            return "scope_people", {"name": contact.group()}
        if intent in ("phrases", "document") and (occasion := PRIVATE.search(text.folded)):
            return "scope_service", {"name": occasion.group()}
        if lack := not_ours(text.folded):
            return lack
        if PERSONS.search(text.folded):
            return "scope_people", {"name": PERSONS.search(text.folded)[1]}
        if not certain and intent != "roi" and not PAPER_SOUGHT.search(text.lowered) and any(hit.kind in ("institution", "group") for hit in hits) and SPENT.search(text.folded):
            return "scope_business", {"name": prompts.render("notes", "spent")}
        if CHOICE.search(text.lowered) and not OPTIONS.search(text.lowered) and intent in ("paper", "explain"):
            return "outside", {}
        if FABRICATED.search(text.lowered) or BENT.search(text.lowered):
            return "fabricated", {}
        if INDUSTRY.search(text.folded) and (kind := self.scope.firm_kind(text)) and (intent == "out_of_scope" or followup.BARE.match(text.folded)):
            return "scope_firm_kind", {"name": kind}
        if intent == "out_of_scope" or intent in ("limits", "explain", "paper", "phrases", "strategy", "document") and ELSEWHERE_COUNTED.search(text.folded):
            return "outside", {}
        if intent not in ("smalltalk", "help", "document", "phrases") and (asked := service(text.folded)):
            return "scope_service", {"name": asked}
        if found is not None:
            return ("calendar", {"word": period.now}) if period.now else (None, {})
        if WHEN_HELD.search(text.lowered):
            return "outside", {}
        if intent in (*DATA_INTENTS, "paper", "explain") and (top := TOP_PERCENT.search(text.folded)):
            return "scope_top_percent", {"name": top.group()}
        unnamed = UNNAMED.search(GLOSSED.sub("", text.folded)) if intent in (*DATA_INTENTS, "paper", "explain") else None
        if unnamed and re.search(r"[A-Za-z]社$", unnamed.group()):
            return "scope_unnamed", {"name": unnamed.group()}
        if not certain and (lack := of_rivals(text)) and not reading.taken and "論文" not in text.lowered:
            return lack[0], {"name": lack[1]}
        if intent in (*DATA_INTENTS, "paper", "explain") and (journal := JOURNAL.search(text.folded)) and (VALUE_ASKED.search(text.lowered) or SHARE_WORD.search(text.lowered)):
            return "scope_media", {"name": journal.group()}
        if unnamed:
            return "scope_unnamed", {"name": unnamed.group()}
        if intent in (*DATA_INTENTS, "paper", "explain") and PUBLISHED.search(text.lowered) and (trade := OWN_TRADE.search(text.folded)):
            return "scope_firm_kind", {"name": trade[1]}
        if studied:
            return None, {}
        sought = intent == "paper" and work_named(text.lowered)
        if not certain and not sought and intent in (*DATA_INTENTS, "paper", "explain") and not PAPER_SOUGHT.search(text.lowered) and (axis := self.scope.axis(text)) and not (len(place_hits) > 1 and SET_OF_PLACES.match(axis)):
            return "scope_axis", {"name": axis}
        venue = any(hit.kind == "venue" for hit in place_hits)
        if (intent in DATA_INTENTS or intent in ("paper", "explain") and not sought and not PAPER_SOUGHT.search(text.lowered)) and (lack := unrecorded(text, venue, intent in DATA_INTENTS) or cited_alone(text, any(subject.metric in ("institution_share", "country_share") for subject in reading.subjects))):
            return lack[0], {"name": lack[1]}
        if intent == "paper" and NUMBERED.search(text.folded) and len(text.folded) <= 16:
            return "scope_detail", {"name": NUMBERED.search(text.folded).group()}
        valued = intent in ("paper", "explain") and not sought and (VALUE_ASKED.search(text.lowered) or venue and period.years) and not PAPER_SOUGHT.search(text.lowered) and not SOURCE_OF.search(text.lowered) and not STRONG_PAPER.search(text.lowered)
        if (intent in DATA_INTENTS or valued and not (self.works.find(text) or JOINT_COST.search(text.lowered))) and (outside := self.scope.outside(text, [*self.metric_phrases.find(text), *(hit for hit in hits if hit.kind in ("institution", "venue", "group", "field"))])):
            if asked_of(outside[1].lower(), text.lowered) or not (certain and outside[0] in NAMED_LACK):
                return outside[0], {"name": outside[1]}
        if intent in DATA_INTENTS and reading.missing:
            return "unknown_metric", {"name": reading.missing}
        if intent in ("paper", "explain") and not reading.subjects and not PAPER_SOUGHT.search(text.lowered) and (SHARE_WORD.search(text.lowered) or PUBLISHES.search(text.lowered)):
            if re.search(r"の論文(?:は|数|の割合|って)", text.lowered) and (stray := self.places.stray_acronym(text, place_hits + self.works.find(text), KNOWN_ACRONYMS)):
                return "unknown_name", {"name": stray}
            authors = {word for hit in self.works.find(text) for word in (hit.text.lower(), *hit.text.lower().split())}
            if names := [name for name in self.proper_nouns.among(runs, text.lowered) if name not in authors]:
                return "unknown_name", {"name": original_case(names[0], text)}
        if intent == "paper" and period.now and asserted(text.lowered):
            return "calendar", {"word": period.now}
        if intent not in DATA_INTENTS:
            return None, {}
        if (not reading.subjects or trust is not None and trust.guessed) and (measure := unknown_measure(text.folded, runs)):
            return "unknown_metric", {"name": measure}
        if intent != "rank" and (match := HOW_MANY.search(text.lowered)):
            return "unknown_metric", {"name": match.group()}
        if period.now:
            return "calendar", {"word": period.now}
        dated = [Hit(start, end, "year", "", text.folded[start:end]) for start, end in period.marks]  # ChatGPTの登場の前後
        stray = self.places.stray_acronym(text, [*dated, *(hit for hit in hits if hit.kind != "cue")], KNOWN_ACRONYMS)
        if stray and not (certain and not listed_with(stray, place_hits, text.folded)):
            if 2 <= len(near := self.places.near_names(stray)) <= 3:
                return "ambiguous", {"name": stray, "choices": "・".join(near)}
            return "unknown_name", {"name": stray}
        if except_for := next((hit for hit in (*place_hits, *hits) if hit.kind in ("country", "institution", "venue", "field") and EXCLUDED.match(text.folded[hit.end :])), None):
            return "unknown_metric", {"name": text.folded[except_for.start : except_for.end + EXCLUDED.match(text.folded[except_for.end :]).end()]}
        if size := SIZED.search(text.lowered):
            return "scope_firm_kind", {"name": original_case(size.group(), text)}
        if qualifier := qualified(blanked(text.lowered, [(hit.start, hit.end) for hit in hits if hit.kind == "institution"]), bool(reading.subjects), any(subject.metric == "tier_share" for subject in reading.subjects)):
            return "unknown_metric", {"name": original_case(qualifier, text)}
        if trust is not None and (name := self.narrowed(measured_clauses(text), runs, hits)):
            return "unknown_metric", {"name": original_case(name, text)}
        if trust is not None and trust.guessed and (unread := self.unread(clause := measured_clauses(text), [run for run in runs if run in clause.lowered], hits)):
            return "unknown_metric", {"name": original_case(max(unread, key=len), text)}
        if trust is not None:
            return None, {}
        if stray := self.places.stray_name(runs, text):
            return "unknown_name", {"name": original_case(stray, text)}
        if names := [name for name in self.proper_nouns.among(runs, text.lowered) if name not in KNOWN_ACRONYMS]:
            return "unknown_name", {"name": original_case(names[0], text)}
        if name := next((run for run in runs if run + "の年" in text.lowered and len(run) >= 2), None):
            return "unknown_metric", {"name": original_case(name + "の年", text)}
        if name := self.narrowed(text, runs, hits):
            return "unknown_metric", {"name": original_case(name, text)}
        if intent == "rank" and any(subject.metric == "citation_share" for subject in reading.subjects) and ranked_kind({}, text.lowered):
            return "unknown_metric", {"name": prompts.render("notes", "cited_rank")}
        if not reading.subjects and (unread := self.unread(text, [run for run in runs if not (intent == "rank" and RANKED_NOUN.fullmatch(run))], hits)):
            return "unknown_metric", {"name": original_case(max(unread, key=len), text)}
        return None, {}


def asked_of(name: str, lowered: str) -> bool:
    """Whether a word is what is asked of something: 「KDDのh-indexを2013年で」."""
    return re.search(rf"の{re.escape(name)}(?:って|[はをがも(]|[??]?$)", lowered) is not None


def measured_clauses(text: Text) -> Text:
    """The text with every clause blanked that speaks of no share or papers: it tells why somebody asks."""
    kept = list(text.lowered)
    for match in CLAUSE.finditer(text.lowered):
        if not (SHARE_WORD.search(match.group()) or HOW_PRESENT.search(match.group()) or MEASURED_IN.search(match.group())):
            kept[match.start() : match.end()] = " " * len(match.group())
    return Text(text.folded, "".join(kept))


def listed_with(name: str, places: list[Hit], text: str) -> bool:
    """Whether an unknown name stands in a list with a conference that is known, or where a conference stands: it is asked about too."""
    start = text.find(name)
    beside = any(LISTING.fullmatch(text[hit.end : start] if hit.end <= start else text[start + len(name) : hit.start]) for hit in places if hit.kind == "venue")
    return beside or re.search(r"(?:学会|会議|カンファレンス)の?\s?$", text[:start]) is not None or STANDS_AS_PLACE.match(text, start + len(name)) is not None


def period_named(text: Text) -> bool:
    return bool(read_period(text.folded).years)


# Parts of a compound: 生成 and AI are 「生成AI」, モデル is one of 「拡散モデル」; what is counted is no part of its name.
BEFORE, AFTER = re.compile(r"[A-Za-z0-9ァ-ヴー一-龥]+$"), re.compile(r"[A-Za-z0-9ァ-ヴー一-龥]+")
NO_PART = re.compile(r"論文|企業|会社|大学|割合|比率|率|数|会議|学会|分野|研究|関連|機関|国|年|[A-Za-z]*[0-9]")


def original_case(name: str, text: Text) -> str:
    """A word as it was written, with the compound that it is a part of."""
    start = text.lowered.find(name)
    if start < 0:
        return name
    end = start + len(name)
    before, after = BEFORE.search(text.folded[:start]), AFTER.match(text.folded, end)
    return "".join((before.group() if before and not NO_PART.search(before.group()) else "", text.folded[start:end], after.group() if after and not NO_PART.search(after.group()) else ""))
