"""Places of the ranking just told that stand inside a longer question, put as names: 「その表の3番目、昔からそんなに強かった?」「1位は3位の何倍?」「2番目のとこは10年前は」."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.by_name import called, number, onwards
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

HEAD = r"(?:(?:その|この|さっきの|先ほどの|今の|いまの|上の)?(?:表|リスト|ランキング|一覧|順位表|中|うち)(?:の|で(?:は)?|から)?、?|その|この)?"
THING = r"(?:の?(?:企業|会社|大学|国|機関|会議|学会|分野|とこ(?:ろ)?|やつ|もの|ほう|方)(?:だけ|のみ)?)?"
PLACE = re.compile(
    rf"(?<![\d〜~\-年月]){HEAD}(?:第?(?P<place>[1-9]|[一二三四五])(?:位(?!以|まで|から|台)|番目|番手)|(?P<first>首位|トップ(?!\d|の?\d)|最上位|筆頭)){THING}(?=(?:さん|くん)?(?:は|って|、|が(?!どこ|誰)|の(?!中|うち|差)|と(?!い[うえ])|だと|なら|を|も|より|に|だけ|[??。]|$))"
)
# What is asked of the one that stands there; who it is, is a question of the ranking.
ASKED = re.compile(r"昔|以前|かつて|前から|ずっと|最近(?:は|だけ|の)|\d{1,2}年前|(?:19|20)\d\d|推移|変化|変わ|いつ|伸び|増え|減[っりる]|年ごと|年別|グラフ|何倍|比べ|くらべ|比較|論文数|何本|強かった|弱かった")
WHO = re.compile(r"(?:どこ(?!の国)|誰|だれ|どの(?!くらい|ぐらい))|(?:位|番目|番)(?:から|~|〜|-)|(?<!倍)(?<!倍の)(?:差|開き)(?:は|って|を|が)?[^。、]{0,8}$")
ALWAYS = re.compile(r"(?:昔|以前|前|もと)(?:から|は)|ずっと|かつて")
YEAR = re.compile(r"\d")
LONGEST = 44  # characters


def places_named(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with names in their place; None for any other message, and where nobody stands there."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.statistic != "rank" or data.ranked == "named" or not data.order or len(text.folded) > LONGEST:
        return None
    found = list(PLACE.finditer(text.folded))
    if not found or WHO.search(text.folded) or ASKED.search(PLACE.sub("", text.folded)) is None:
        return None
    places = [number(match["place"]) if match["place"] else 1 for match in found]
    if max(places) > len(data.order) or not all(names := [called(reader, data.order[place - 1]) for place in places]):
        return None
    written = text.folded
    for match, name in reversed(list(zip(found, names, strict=True))):
        written = f"{written[: match.start()]}{name}{written[match.end() :]}"
    if len(found) == 1 and ALWAYS.search(text.folded) and not YEAR.search(PLACE.sub("", text.folded)):
        written = f"{names[0]}の推移は?"
    going_on = onwards(data) if len(found) == 1 else data  # two names say alone that no order is asked for
    question = reader.understood(read(written), going_on, going_on)
    told = tuple(prompts.render("notes", "by_name", written=match.group(), names=name) for match, name in zip(found, names, strict=True))
    return question.with_(readings=(*told, *question.readings))
