"""「その数字の出典と、数え方の定義を教えて」 right after a figure: that figure, whose answer holds both."""

import re

from assistant.models import Question
from assistant.understand.intent import DATA_INTENTS
from assistant.understand.matcher import Text
from assistant.understand.reader import Reader

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ところで|すみませんが?|念のため)[、,]?\s*)*"
THAT = r"(?:(?:その|この|今の|いまの|さっきの|先ほどの|上の)(?:数字|数値|値|割合|比率|データ|グラフ|率|%)?(?:の|は|って|について)?、?)?"
SOURCE = r"(?:出典|出所|出どころ|典拠|ソース|(?:元|もと)の?データ|データ(?:元|の出所|の出典)|引用元)"
METHOD = r"(?:(?:数え|計算の|算出の|集計の)?(?:方|仕方|やり方|方法)?の?(?:定義|数え方|計算方法|算出方法|集計方法|計算式|母数|分母|対象|範囲))"
BOTH = re.compile(rf"{OPENER}{THAT}(?:{SOURCE}(?:と|や|・|、|および|及び|に加えて)+(?:その)?{METHOD}|{METHOD}(?:と|や|・|、|および|及び|に加えて)+(?:その)?{SOURCE})(?:を|は|も|について|が)?(?:それぞれ|一緒に|併せて|詳しく)?(?:教え|示|知り|説明|確認|お願い|書|$|[??。])")


def source_of_figure(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The last figure once more; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or BOTH.match(text.folded) is None:
        return None
    return reader.finished(data.with_(style="normal", claims=(), asserted=None, readings=(), inherited=("all",)), text, data)
