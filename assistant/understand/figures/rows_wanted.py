"""More or fewer rows of the ranking just told: 「上から10社は?」「10社まで出して」「もう5社」「3位までで」."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.who_ranked import NAMED
from assistant.understand.figures.ranks_asked import OPENER, SHOWN
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text
from index.number_words import read_number

COUNTERS = {"firms": "社|企業|会社", "universities": "校|大学", "countries": "[かカヶヵケ]?国", "venues": "会議|学会", "fields": "分野", "institutions": "機関|組織|社|校"}
NUMBER = r"(?P<number>\d{1,3}|[一二三四五六七八九十]{1,2})"
ASKED = re.compile(
    rf"{OPENER}(?:(?P<more>もう|あと|さらに|追加で|その下の?|続けて|次の|その次の)、?)?(?P<below>下から|下位|ワースト|ビリから)?(?:上から|上位|トップ|ベスト|top)?の?、?(?:数えて)?{NUMBER}(?P<counter>位|つ|件|番目|番|個|行|[^\W\d]{{1,3}}?)"
    r"(?P<until>まで|ぐらい|くらい|ほど|分|以内)*(?:で|を|は|だと|なら|も|に|って|、)*(?:全部|ぜんぶ|ずらっと|一覧で|一覧に|表で|表に|リストで|広げて|増やし|延ばし|伸ばし|減らし|絞って|絞り|絞る|出し|見せ|教え|並べ|挙げ|足し|追加|表示|列挙|どう|どこ|お願い|頼|欲し|ほし|知りた|見た|聞きた|よろしく|ください|下さい|くれ|して|し|て|で|い|な|る|ん|もらえ|いただけ|頂け|ます|です|でしょう|か|ね|や|わ|たら|と|と?どうなる)*[。??!]*",
    re.IGNORECASE,
)
# 「もっと下まで」「続きを見せて」.
FURTHER = re.compile(rf"{OPENER}(?:もっと|もう少し|もうちょっと|さらに|その)?(?:下|先|続き|後)(?:の(?:方|ほう|順位))?(?:まで|も|を)、?(?:見せ|教え|出し|並べ|挙げ|続け|お願い|頼|知りた|見た)?[ぁ-ん]{{0,8}}[。??!]*|{OPENER}(?:もっと|もう少し|もうちょっと|さらに)、?(?:見せ|出し|並べ|挙げ|広げ)[ぁ-ん]{{0,8}}[。??!]*")
EVERY = re.compile(rf"{OPENER}(?:全部|ぜんぶ|すべて|全て|全件|残りも?全部)(?:を|で)?、?(?:見せ|出し|並べ|教え|挙げ|表示|一覧|リスト|お願い)[ぁ-ん]{{0,8}}[。??!]*")
ENGLISH = re.compile(r"(?:and|what about|how about|make it|give me|show me|now)?,?\s*(?:the )?(?:top |first )?(?P<number>\d{1,3})(?: please)?[.?!]*", re.IGNORECASE)  # 「and 20?」
MOST = 30  # rows that a reader follows in a chat


def rows_wanted(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking with so many rows, counted on from those told where more of them are wanted; None for any other message."""
    if previous is None or data is None or previous.statistic != "rank" or data.statistic != "rank" or data.ranked in (None, "named") or data.parts:
        return None
    if FURTHER.fullmatch(text.folded):
        return shown(reader, text, data, (data.count or SHOWN) + SHOWN, data.ascending)
    if EVERY.fullmatch(text.folded) and data.ranked in NAMED:
        return shown(reader, text, data, MOST + 1, data.ascending)
    if (english := ENGLISH.fullmatch(text.folded)) and re.match("[a-z]", text.lowered) and int(english["number"]) > 0:
        return shown(reader, text, data, int(english["number"]), data.ascending)
    match = ASKED.fullmatch(text.folded)
    if match is None or not re.fullmatch(rf"位|つ|件|番目|番|個|行|{COUNTERS.get(data.ranked, '位')}", match["counter"]):
        return None
    if match["counter"] in ("位", "番目", "番") and not (match["until"] or match["more"]):
        return None  # 「2位は」 asks for that one alone
    count = int(read_number(match["number"]).value) + ((data.count or SHOWN) if match["more"] else 0)
    if count > MOST and data.ranked == "universities" and not match["more"]:
        return None  # 「上位50校は」 is a band of ranks
    if count < 1:
        return None
    return shown(reader, text, data, count, data.ascending or match["below"] is not None)


def shown(reader: Reader, text: Text, data: Question, count: int, ascending: bool) -> Question:
    """The ranking with `count` rows, or as many as a chat holds."""
    readings = (prompts.render("notes", "most_rows", count=str(MOST)),) if count > MOST else ()
    done = data.with_(text=text.folded, count=min(count, MOST), ascending=ascending, readings=readings, claims=(), asserted=None, style="normal", cue=None, focus=None, inherited=("all",))
    return reader.finished(done, text, data)
