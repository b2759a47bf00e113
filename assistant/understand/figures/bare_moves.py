"""Turns of a few words on figures: 「同じ比較をCVPRでも」 keeps the years compared, 「1位は何本?」 after a ranking is the number of papers of who stands there,
「広がってる?」 after two things side by side whether their difference grew, 「いつ抜いた?」 after one of two when it overtook the other."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.differences import PER_YEAR
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.gap_of_places import AI, NUMBERED, at, called, in_order, rank
from assistant.understand.figures.last_two import alike, told_apart
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?P<opener>(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|結局)[、,]?\s*)*)"
WIDER = re.compile(rf"{OPENER}(?:(?:それ|これ)(?:は|が|って)?、?)?(?P<since>(?:差(?:は|が)、?)?いつ(?:頃|ごろ)?(?:から|に)、?(?:こんなに)?)?(?P<moved>(?:年々|最近|昔より|だんだん)?(?:広が|開[いき]|拡大|縮ま|縮ん|縮小|狭ま|埋ま)(?:っ|し|り)?[^。、??]{{0,10}}[。??]*)$")
OVERTOOK = re.compile(rf"{OPENER}(?:それは)?(?:いつ|何年)(?:頃|ごろ)?(?:に|から)?、?(?:追い)?(?:抜い|抜か|越し|越え|逆転し|上回っ)[^。、??]{{0,8}}[。??]*$")
COUNT = re.compile(rf"{OPENER}(?P<place>{NUMBERED}|首位|トップ|次点)(?:の?(?:企業|会社|大学|国|機関|ところ))?(?:は|の|って)(?:論文)?(?:は|が|の)?(?:何(?:本|件)|いくつ|本数|件数|論文数|数)[^。、??]{{0,8}}[。??]*$")
ALWAYS = re.compile(rf"{OPENER}(?:それは|これは)?(?:昔|前|以前|もと|元)(?:から|々)(?:ずっと)?(?:そう|こう|同じ|この(?:まま|傾向))?(?:だった|なの|でした|です|で|の|ん|か|よ|ね)*[。??]*$")
SAME = re.compile(rf"{OPENER}(?:同じ(?:比較|こと|計算|見方|ように|く)(?:を|で)?|同様(?:に|の比較を))、?(?P<where>.{{2,40}})$")
# 「2番目の会社も同じように」 after the course of the first one.
NTH_TOO = re.compile(rf"{OPENER}(?P<place>{NUMBERED}|次点)(?:の?(?:企業|会社|大学|国|機関|ところ|とこ|やつ))?(?:の(?:方|ほう|分))?(?:も(?:、?(?:同じ|同様|おなじ)[^。、??]{{0,4}})?|(?:は|を|について|で|だと)、?(?:同じ(?:よう|く|形|もの|こと)|同様|おなじ)[^。、??]{{0,4}})(?:、?(?:お願い|見せ|教え|出し|頼|知り|見たい|調べ)[^。、??]{{0,8}})?[。??!]*$")
RANKED = ("firms", "universities", "countries", "institutions")
TOLD_OF_ONE = ("level", "trend", "count", "change", "ratio", "peak", "trough")
COMPARED = ("level", "change", "trend")


def bare_move(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question in full; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or data.parts:
        return None
    if (count := COUNT.match(text.folded)) and data.statistic in ("rank", "movers") and previous.listing[:1] and previous.listing[0] in RANKED:
        kind, country = previous.listing
        placed = at(in_order(reader, kind, country, data.places or (AI,), data.years), rank(count["place"]))
        return reader.understood(read(f"{called(reader, placed)}の論文数は?"), previous, data) if placed is not None else None
    one = len(data.subjects) == 1 and data.subjects[0].metric in ("institution_share", "country_share", "japan_share") and data.statistic in TOLD_OF_ONE
    if (too := NTH_TOO.match(text.folded)) and one and previous.listing[:1] and previous.listing[0] in RANKED:
        kind, country = previous.listing
        placed = at(in_order(reader, kind, country, data.places or (AI,), ()), rank(too["place"]))
        note = prompts.render("notes", "by_rank", name=called(reader, placed)) if placed is not None else ""
        return reader.finished(data.with_(text=text.folded, subjects=(placed,), readings=(note,), claims=(), asserted=None, style="normal", cue=None, inherited=("places", "years")), text, data) if placed is not None else None
    if (same := SAME.match(text.folded)) and len(data.subjects) == 1 and len(data.years) == 2 and data.statistic in COMPARED and (places := reader.read_alone(read(same["where"])).places):
        each = data.with_(text=text.folded, intent="compare" if len(places) > 1 else "trend", statistic="trend", places=places, span=True, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("subjects", "years"))
        return reader.finished(each, text, data)
    if PER_YEAR.search(text.folded) and data.statistic in ("change", "trend", "ratio") and len(data.years) == 2 and not reader.read_alone(text).years and not reader.measures(text):
        note = prompts.render("notes", "per_year")
        return reader.finished(data.with_(text=text.folded, intent="compare", statistic="change", span=False, readings=(note,), claims=(), asserted=None, style="normal", cue=None, inherited=("all",)), text, data)
    if ALWAYS.match(text.folded) and data.statistic == "level":
        return reader.understood(read("推移は?"), previous, data)
    wider = WIDER.match(text.folded) if data.statistic in COMPARED else None
    if wider and (len(data.subjects) * max(1, len(data.places)) == 2 or not wider["moved"].startswith("広が") and told_apart(data) is not None):  # one share may itself 広がる
        return reader.understood(read(("差は縮まりましたか" if wider["moved"][0] in "縮狭埋" else "差は広がりましたか") if wider["since"] else f"{wider['opener']}差は{wider['moved']}"), previous, data)
    if OVERTOOK.match(text.folded) and (two := first_and_other(reader, data)) is not None:
        return reader.understood(read(f"{called(reader, two[0])}が{called(reader, two[1])}を抜いたのはいつ?"), previous, data)
    return None


def first_and_other(reader: Reader, data: Question) -> tuple[Subject, Subject] | None:
    """Who overtakes and who is overtaken: the two compared, the last two told, or the one told and who leads its ranking."""
    if len(data.subjects) == 2:
        return data.subjects if alike(*data.subjects) else None
    if len(data.subjects) != 1:
        return None
    told, before = data.subjects[0], data.recent_subjects[-2:-1]
    if before and alike(before[0], told) and before[0].metric == told.metric:
        return told, before[0]
    if told.metric != "country_share":
        return None
    first = in_order(reader, "countries", "", data.places or (AI,), ())[0]
    return (told, first) if first != told else None
