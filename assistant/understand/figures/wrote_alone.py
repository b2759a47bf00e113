"""Papers that one group or institution wrote alone: 「QS50位に入らない大学の単独の論文」「Googleが単独で書いた論文」. Those are counted of all firms and of all universities
only; the share of papers that they take part in is another measure, and may not stand for it in silence."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.names.subjects import read_bands
from assistant.understand.text.matcher import Text

WROTE = r"(?:書[いかくけこ]|執筆|発表|出し|出さ|出す|仕上げ|通し)"
ALONE = re.compile(rf"(?:単独|単体|独力|自力)(?:で|での|の|による)?(?:AI)?、?(?:{WROTE}|論文|研究|執筆)|(?:だけ|のみ|オンリー)(?:で|の人で|の人が|が)、?(?:{WROTE})|(?:(?<!どれ)(?<!これ)(?<!それ)(?<!あれ)(?<!どん)だけ|のみ)(?:で|による)?の論文|単独論文|\bpapers? (?:written |authored )?by [^?]*\b(?:only|alone)\b|\b(?:only|solely|exclusively) by\b", re.IGNORECASE)
WRITTEN = re.compile(WROTE)  # 「中国だけの論文」 may be all that China takes part in
# 「単独だと?」 of what was told last.
BARE = re.compile(r"^(?:じゃあ?|では|で|ほな|なら|それで|ちなみに|あと)?、?(?:それ|そこ|その国|その会社|その大学)?(?:の|が)?(?:単独|単体|そこだけ|それだけ)(?:で(?:書いた(?:論文|もの|の))?)?(?:の論文|の割合)?(?:だと|では|なら|は|も|って|の場合は?|に限ると)?、?(?:どう|どれくらい|何%)?[ぁ-ん]{0,6}[。??]*$")
OF_BOTH = re.compile(r"(?:企業|会社)と大学(?:の|が|だけ|のみ)|産学|共著|企業を除|企業抜き|企業なし")
OUT_OF_PLACE = re.compile(r"うち|当社|自社|弊社|我が社")
NAMED = ("tier_share", "non_elite_share", "institution_share", "country_share", "japan_share", "big_tech_share", "japan_firm_share", "hbcu_share", "hsi_share")
LONGEST = 60  # characters


def wrote_alone(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question, blocked, near the share of whom it names; with the share that firms wrote alone where all of them are meant. None for any other message."""
    if len(text.folded) > LONGEST or OF_BOTH.search(text.folded) or OUT_OF_PLACE.search(text.folded):
        return None
    if BARE.match(text.folded):
        told = data if previous is not None and previous.intent in DATA_INTENTS and data is not None and len(data.subjects) == 1 and data.subjects[0].metric in NAMED else None
        return None if told is None else blocked(reader, text, told.with_(years=() if told.span else told.years[-1:], span=False, readings=(), inherited=("places", "years")), told.subjects[0], data)
    if not ALONE.search(text.folded):
        return None
    alone = reader.read_alone(text)
    subject = whom(reader, text, alone)
    if subject is not None:
        return blocked(reader, text, alone, subject, data)
    if [each.metric for each in alone.subjects] != ["firm_share"] or alone.blocker is not None or alone.intent not in DATA_INTENTS or re.search(r"企業(?:も|以外)", text.folded):
        return None
    return reader.finished(alone.with_(subjects=(Subject("firm_only_share"),)), text, data)


def whom(reader: Reader, text: Text, alone: Question) -> Subject | None:
    """The one group, country or institution that is named beside those words; None for firms or universities as a whole, and for several."""
    institutions = list(dict.fromkeys(hit.key for hit in reader.institutions.find(text)))
    if institutions:
        return Subject("institution_share", institution=institutions[0]) if len(institutions) == 1 and not reader.countries.find(text) else None
    if (countries := {hit.key for hit in reader.countries.find(text)}) and not reader.groups.find(text) and WRITTEN.search(text.folded):
        return next((subject for subject in alone.subjects if subject.metric in ("country_share", "japan_share")), None) if len(countries) == 1 else None
    bands = read_bands(text.lowered)[0]
    found = [subject for subject in alone.subjects if subject.metric in NAMED and subject.metric not in ("country_share", "japan_share", "japan_firm_share")]
    if bands and not found:
        found = [Subject("tier_share", tier=bands[0])]
    return found[0] if len(found) == 1 else None


def blocked(reader: Reader, text: Text, base: Question, subject: Subject, data: Question | None) -> Question:
    label = reader.labels.name(subject).removesuffix("の参加率")
    done = base.with_(
        text=text.folded, topic=text.folded, resolved=text.folded, intent="figure", statistic="level", subjects=(subject,), ranked=None, years=base.years[-1:], span=False, spans=(), count=None, parts=(), cue=None, claims=(), asserted=None,
        variant=None, option=None, style="normal", blocker="unknown_metric", blocker_details={"name": prompts.render("notes", "wrote_alone", name=label)},
    )  # fmt: skip
    return reader.finished(done, text, data)
