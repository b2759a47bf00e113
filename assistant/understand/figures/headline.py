"""「「減っている」と見出しに書いても誤りになりませんか」 right after figures: whether they moved that way."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.stated import asserted
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

WRITTEN = r"(?:見出し|記事|原稿|資料|スライド|紙面|本文|報告書|タイトル|発言|会議で|社長に|役員に|社内資料|社外資料|社内|社外)?(?:に|で|を|として)?(?:は)?、?(?:書|言|述べ|載せ|断言|表現|使|打|うた|謳|説明|報告|報じ|言い切|付け|つけ)[^。、]{0,8}"
RIGHT = r"(?:誤り|間違い|まちがい|嘘|うそ|ウソ|正し|大丈夫|問題|いい|よい|良い|ええ|構わ|かまわ|差し支え|セーフ|平気|許さ|言い過ぎ|言いすぎ|ミスリード|誤解|語弊|正確|妥当)"
SAID = re.compile(rf"^[^「。]{{0,10}}「(?P<said>[^」]{{2,24}})」(?:など)?(?:と|って|とか)(?:いう)?、?{WRITTEN}{RIGHT}")
BARE = re.compile(rf"^(?P<said>[^「。、]{{2,16}}?(?:る|た|ます|ました))(?:と|って){WRITTEN}{RIGHT}")


def headline(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The course of what was told, held against that direction; None for any other message."""
    match = SAID.match(text.folded) or BARE.match(text.folded)
    if match is None or previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or data.parts or data.ranked is not None:
        return None
    way = asserted(match["said"]) or asserted(f"{match['said']}している")  # 「急増」
    if way is None:
        return None
    years = data.years if data.span or len(data.years) > 1 else ()
    return reader.finished(data.with_(text=text.folded, intent="trend", statistic="trend", years=years, span=data.span and bool(years), asserted=way, readings=(), claims=(), style="normal", cue=None, inherited=("all",)), text, data)
