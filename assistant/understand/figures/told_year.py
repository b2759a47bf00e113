"""「何年に?」「それは何年の数字?」 right after a figure: the same one, which names its year; 「10年前は?」 after a place in a ranking: the place it had then."""

import re

from analytics.divide.store import MAIN_LAST
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|え|へえ|ふーん)[、,]?\s*)*"
THAT = r"(?:(?:それ|これ|その(?:数字|値|割合|ピーク|順位)|今の(?:数字|値)?|さっきの(?:数字|値)?)(?:は|って|が|の)?、?)?"
END = r"(?:です|でした|だった|なの|なん|や|だ|でっか|っけ|たっけ)*(?:か|の|ね|ん)*[。??!]*$"
OF_YEAR = re.compile(rf"{OPENER}{THAT}(?:何年|何年度|西暦で?何年)(?:に|の(?:こと|話|数字|データ|値|時点|もの)?|時点(?:の)?|頃|ごろ)?{END}")
WHEN = re.compile(rf"{OPENER}{THAT}(?:いつ|何時|どの年)(?:に|の(?:こと|話|もの)?|頃|ごろ)?{END}")
AGO = re.compile(rf"{OPENER}(?P<ago>\d{{1,2}})年前(?:は|だと|では|なら|の順位は)(?:、?(?:どう|何位))?[ぁ-ん]{{0,8}}[。??!]*$")
# 「その順位は、2010年頃と比べて上がったのですか」.
SINCE = re.compile(rf"{OPENER}(?:(?:それ|これ|その(?:順位|位置|ランク)|順位)(?:は|って)?、?)?(?P<year>20\d\d)年(?:度)?(?:頃|ごろ|ころ|当時|時点|の(?:頃|ころ|時点))?(?:と(?:は)?、?(?:比べ|くらべ|比較し)(?:て|ると|たら|まして)?|に(?:比べ|くらべ)(?:て|ると)|から|より)(?:は|も)?、?[^。??]{{0,6}}?(?:上が|下が|変わ|落ち|どう|順位|伸び|後退|動)[^。]{{0,24}}[。??]*$")
OF_ONE_YEAR = ("level", "count", "paper_count", "position", "rank")
FOUND = ("peak", "trough", "onset", "threshold", "overtake")


def told_year(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The last figure once more; None for any other message, and for a course over years."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or data.parts and data.statistic not in FOUND:
        return None
    if data.statistic == "position" and (ago := AGO.match(text.folded)):  # the place it had then
        year = (data.years[-1] if data.years else MAIN_LAST) - int(ago["ago"])
        return reader.finished(data.with_(text=f"{year}年は何位", years=(year,), readings=(), inherited=("all",)), text, data)
    if data.statistic == "position" and (since := SINCE.match(text.folded)):
        years = tuple(sorted({int(since["year"]), data.years[-1] if data.years else MAIN_LAST}))
        return reader.finished(data.with_(text="順位の変化", years=years, readings=(), inherited=("all",)), text, data) if len(years) == 2 else None
    dated = data.statistic in OF_ONE_YEAR and not data.span and len(data.years) < 2
    if not (OF_YEAR.match(text.folded) and (dated or data.statistic in FOUND) or WHEN.match(text.folded) and (data.statistic in FOUND or dated and len(data.subjects) * max(1, len(data.places)) < 2)):
        return None
    asked = data.text if data.statistic == "rank" else text.folded  # a place in the order is read from the words
    return reader.finished(data.with_(text=asked, parts=(), readings=(), claims=data.claims if data.statistic == "threshold" else (), asserted=None, style="normal", inherited=("all",)), text, data)
