"""A metric of the talk by its name, over what came between (「さきほどの企業の割合ですが、一番新しい年では」), a name and then what is asked of it (「Metaは?いつ頃から伸びた?」),
and since when there is a gap that nobody measured yet (「いつ頃から開いてきた?」)."""

import re

import prompts
from analytics.divide.store import MAIN_LAST
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.periods import read_period
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|すみません|恐れ入ります|やっぱり|もう一度)[、,。]?\s*)*"
SHARE = r"(?:割合|比率|参加率|共著率|単独率|シェア|数字|率|推移|集中度)"
POINTED = re.compile(rf"{OPENER}(?:さっき|先ほど|先程|さきほど|最初|はじめ|初め|前)(?:に(?:聞い|伺っ|言っ|出)た|の)、?(?P<what>[^、。??]{{2,18}}?{SHARE})(?:に(?:話を)?戻[^、。]{{0,8}}|の(?:話|件|方|ほう)(?:です(?:が|けど)|だけど|に戻って|で)?|(?:です|なんです)(?:が|けど)|だけど|について(?:です(?:が|けど))?|は|って|、|を|だと|では|の)+[、]?(?P<rest>.*)$")
# The name alone and the next question, which names nothing of its own.
NAME_ONLY = re.compile(rf"{OPENER}(?P<name>[^、。??\s]{{2,20}}?)(?:は|って|の(?:ほう|方)は)[??。、]\s*(?P<rest>(?:いつ|何位|何本|何番|どれ(?:くらい|だけ)|どのくらい|順位|推移|伸び|増え|減っ|下が|上が|昔|ピーク|一番(?:多|高)).{{0,24}})$")
FROM_THERE = re.compile(rf"{OPENER}(?:そこ|それ|その(?:年|とき|時|ピーク)|ピーク(?:時)?|底)(?:から|以来|より|と比べ(?:て|ると))(?:今まで|最新まで|2021年まで)?(?:は|で|に)?、?[^。??]{{0,10}}?(?:落ち|下が|減|上が|増|伸び|変わ|変化|回復|戻)[^。]{{0,10}}[。??]*$")
SAME = re.compile(r"(?:も|でも|は|、)(?:同じく|同様|同じ(?:よう|条件|年|ように))|^(?:同じく|同様に)")
SINCE = re.compile(r"(?:いつ(?:頃|ごろ|ぐらい|くらい)?(?:から|に)?|何年(?:頃|ごろ)?(?:から|に))[^。、??]{0,10}?(?:開[いき]|広が|つい[たて]|差が?(?:出|つ)|離れ)|(?:差|格差|開き|溝)(?:って|は|が|も)*[^。、??]{0,6}?(?:いつ|何年)(?:頃|ごろ|ぐらい|くらい)?(?:から|に)")
GAP_WORD = re.compile(r"差|開[いき]|溝|離れ")
OTHER_GAP = re.compile(r"賃金|給与|給料|年収|所得|時差|男女|株|売上|地域|東京|学力|会社の|うち|当社|自社|ヶ月|費用|コスト")
LONGEST = 70  # characters


def back_to_it(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question in full; None for any other message."""
    if len(text.folded) > LONGEST:
        return None
    return pointed(reader, text, data) or same_years(reader, text, previous, data) or of_name(reader, text, previous, data) or from_peak(reader, text, previous, data) or since_when(reader, text, previous, data)


def pointed(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """The metric named, asked anew; at the conference that the talk is still about."""
    match = POINTED.match(text.folded)
    if match is None or data is None:
        return None
    named = reader.read_alone(read(f"{match['what']}は"))
    if not named.subjects or named.blocker is not None or not set(named.subjects) & {*data.recent_subjects, *data.subjects}:
        return None
    rest = match["rest"] if re.search(r"[一-龥0-9A-Za-z]", match["rest"]) else "何%ですか"
    question = reader.understood(read(f"{match['what']}は、{rest}"), None, None)
    if question.intent not in DATA_INTENTS or question.subjects != named.subjects:
        return None
    one_place = len(set(data.recent_places)) == 1  # the talk is still about the conference where it was measured
    told = data.places[-1:] if data.statistic not in ("rank", "movers") and (one_place or set(named.subjects) & set(data.subjects)) else ()
    return question.with_(text=text.folded, places=question.places or told, resolved=reader.labels.describe(question))


def same_years(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「ICMLも同じく」 after two years of which one was not held: both years again."""
    if data is None or previous is None or previous.intent not in DATA_INTENTS or not SAME.search(text.folded) or data.span or data.parts:
        return None
    asked = read_period(data.text).years
    if len(asked) < 2 or not set(data.years) < set(asked) or read_period(text.folded).years or not reader.places.find(text):
        return None
    both = data.with_(years=asked, intent="compare", statistic="change" if data.statistic == "level" else data.statistic)
    return reader.understood(text, both, both)


def of_name(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """One question of the name and what is asked of it."""
    match = NAME_ONLY.match(text.folded)
    if match is None:
        return None
    name, rest = read(match["name"]), read(match["rest"])
    hits = [hit for hit in reader.explained(name) if hit.kind in ("institution", "country", "venue", "field")]
    if len(hits) != 1 or hits[0].end - hits[0].start < len(match["name"]) - 2 or any(hit.kind in ("institution", "country", "venue", "field", "group", "metric") for hit in reader.explained(rest)):
        return None
    joint = "の論文は" if hits[0].kind in ("institution", "country") else "は"
    question = reader.understood(read(f"{match['name']}{joint}{match['rest']}"), previous, data)
    return question.with_(text=text.folded) if question.intent in DATA_INTENTS and question.blocker is None else None


def from_peak(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「そこから何ポイント落ちた?」 after a peak: the move from that year to the last one."""
    if previous is None or data is None or data.statistic not in ("peak", "trough") or data.year_found is None or data.year_found >= MAIN_LAST or not FROM_THERE.match(text.folded):
        return None
    done = data.with_(text=text.folded, resolved=text.folded, topic=text.folded, intent="compare", statistic="change", years=(data.year_found, MAIN_LAST), span=False, readings=(), claims=(), asserted=None, inherited=("subjects", "places"), parts=())
    return reader.finished(done, text, data)


def since_when(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Since when firms draw away, where the talk measured nothing that is apart."""
    match = SINCE.search(text.folded)
    if match is None or not GAP_WORD.search(text.folded) or OTHER_GAP.search(text.folded) or data is not None and previous is not None and previous.intent in DATA_INTENTS:
        return None
    alone = reader.read_alone(text)
    if alone.subjects or alone.places or alone.years:
        return None
    done = Question(text=text.folded, intent="trend", statistic="onset", resolved=text.folded, topic=text.folded, subjects=(Subject("firm_share"),), readings=(prompts.render("notes", "gap_since"),))
    return reader.finished(done, text, None)
