"""What is asked right after a ranking of countries or institutions: a metric of its own (how concentrated they are), or the ranking of fewer of them."""

import re
from typing import Protocol

from assistant.models import Question, Subject
from assistant.understand.cues.intent import CONCENTRATED, DATA_INTENTS, DEFINITION, PAPER_SOUGHT, STRONG_PAPER
from assistant.understand.text.matcher import Hit, Text

RANKED = ("institutions", "firms", "universities", "countries")
SECTORS = {"firm": "firms", "university": "universities"}
OF_COUNTRY = ("country_share", "japan_share")
CONCENTRATING = re.compile(r"集中|偏(?:り|っ)|寡占|独占(?!禁)|一極|concentrat", re.IGNORECASE)
# 「昔より集中してる?」「集中は進んでいる?」 asks how it moved.
MOVED = re.compile(r"(?:昔|以前|前|過去|かつて|当時|年)(?:と|に)?(?:より|比べ|くらべ)|進[んみむ]|強ま|高ま|弱ま|増[えしす]|減っ|上が|下が|広が|緩[んみ]|薄れ|変わ|変化|推移|なってき|してき|つつ|傾向|加速|over time|grow|more concentrated", re.IGNORECASE)
# A share of papers that is asked for by its own name: 「企業参加率は?」.
OWN_NAME = re.compile(r"参加率|共著率|単独率|(?<![一-龥])割合|比率|シェア|何(?:%|割|パーセント)")
NARROWING = re.compile(r"だけ|のみ|に(?:絞|しぼ|限)|(?:は|だと|では|なら|も)[??。]*$|(?:は|だと|では|なら|も)、?(?:どう|どこ)")
LONGEST = 32  # characters


class Reader(Protocol):
    """What reads a text by itself, and the finders it reads with."""

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def explained(self, text: Text) -> list[Hit]: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def after_ranking(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question, or None for any other."""
    if previous is None or len(text.folded) > LONGEST or DEFINITION.search(text.lowered) or PAPER_SOUGHT.search(text.lowered) or STRONG_PAPER.search(text.lowered):
        return None
    told = previous.intent in DATA_INTENTS and previous.subjects[:1] and previous.subjects[0].metric in CONCENTRATED and CONCENTRATING.search(text.folded) and MOVED.search(text.folded)
    if not (told or previous.statistic in ("rank", "movers") and previous.ranked in RANKED):
        return None
    alone = reader.read_alone(text)
    if alone.intent not in (*DATA_INTENTS, "explain", "paper") or alone.statistic in ("rank", "movers", "position", "computed"):
        return None
    if told and not alone.subjects:
        alone = alone.with_(subjects=previous.subjects[:1])
    if (own := concentrated(alone, text) or own_metric(alone, text)) is not None:
        placed = own.with_(places=own.places or previous.places, years=own.years or (previous.years if own.statistic == "level" else ()), span=own.span or (previous.span and own.statistic == "level" and not own.years))
        return reader.finished(placed.with_(text=text.folded, ranked=None, count=None, blocker=None, inherited=("places",)), text, data)
    if not told and (fewer := narrowed(reader, alone, text, previous)) is not None:
        return reader.finished(fewer.with_(text=text.folded, readings=(), claims=(), asserted=None, inherited=("all",)), text, data)
    return None


def concentrated(alone: Question, text: Text) -> Question | None:
    """How much of the papers the first institutions have: its value, or how it moved."""
    named = tuple(subject for subject in alone.subjects if subject.metric in CONCENTRATED)
    if not named and not CONCENTRATING.search(text.folded):
        return None
    moved = MOVED.search(text.folded) is not None
    if alone.intent not in DATA_INTENTS:
        alone = alone.with_(intent="figure", statistic="level")
    if moved and alone.statistic == "level" and not alone.years:
        alone = alone.with_(intent="trend", statistic="trend")
    return alone.with_(subjects=named or (Subject("top10_share"),))


def own_metric(alone: Question, text: Text) -> Question | None:
    """A share of papers of whole groups, named as such: no country and no institution, which the ranking tells of itself."""
    whole = bool(alone.subjects) and not any(subject.institution or subject.metric in OF_COUNTRY for subject in alone.subjects)
    return alone if whole and alone.blocker is None and alone.intent in DATA_INTENTS and OWN_NAME.search(text.folded) else None


def narrowed(reader: Reader, alone: Question, text: Text, previous: Question) -> Question | None:
    """「企業だけだと?」「米国の大学に絞ると?」: the ranking of that kind, of that country; what else is named (a year, a conference) is no such message."""
    hits = [hit for hit in reader.explained(text) if hit.kind in ("group", "country", "institution", "metric")]
    sectors, countries = {hit.key for hit in hits if hit.kind == "group"}, [hit.key for hit in hits if hit.kind == "country"]
    if len(sectors) != 1 or not sectors <= SECTORS.keys() or len(set(countries)) > 1 or any(hit.kind == "institution" for hit in hits):
        return None
    if alone.places or alone.years or alone.variant or OWN_NAME.search(text.folded) or not NARROWING.search(text.folded):
        return None
    of_japan = any(subject.metric.startswith("japan") for subject in previous.subjects)  # its firms or universities: 「国内の大学トップ5は?」「企業は?」
    kept = () if previous.ranked == "countries" else (Subject("japan_share"),) if of_japan else tuple(subject for subject in previous.subjects if subject.metric in OF_COUNTRY)
    of = (Subject("country_share", country=countries[0]),) if countries else kept
    option = None if previous.statistic == "movers" else previous.option  # movers among the names told were those of the other kind
    return previous.with_(intent="rank", ranked=SECTORS[sectors.pop()], subjects=of, option=option)
