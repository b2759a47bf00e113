"""「その中に地方大学は入っていますか」 after a ranking: the ranking once more; which of its names belong to such a kind is not recorded, and that is said."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで)[、,]?\s*)*"
AMONG = r"(?:(?:その|この|上の|今の)?(?:\d+[社校位]|上位|ランキング|一覧|顔ぶれ)?(?:の)?(?:中|うち)(?:に|で)?(?:は|も)?、?)"
KIND = re.compile(rf"{OPENER}{AMONG}(?P<kind>[^、。??]{{1,6}}?(?:大学|大|企業|会社|メーカー|スタートアップ|ベンチャー|銀行|商社|研究所|学校|私大|国立|私立))(?:は|も|が|って)(?:何[社校]|いくつ|どれ(?:くらい|だけ))?、?(?:入|含ま|い(?:る|ます|ない|て)|ある|あり|な[いか]|残)[ぁ-ん]{{0,10}}[。??!]*$")
WHOLE = ("企業", "会社", "大学", "民間企業")
SECTORAL = ("firms", "universities", "institutions")


def kind_among(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking with that note; None for any other message, and for the firms or universities of a country."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.statistic != "rank" or data.ranked not in SECTORAL:
        return None
    match = KIND.match(text.folded)
    if match is None or match["kind"] in WHOLE or reader.countries.find(text) or reader.institutions.find(text):
        return None
    note = prompts.render("notes", "kind_among", kind=match["kind"])
    return reader.finished(data.with_(readings=(note,), claims=(), asserted=None, style="normal", inherited=("all", "among")), text, data)
