"""Who grew or fell most of a kind that is named aside: 「大学のほうはどないや、伸びてるとこ3つだけ」, 「国で伸びてるとこを5つ」."""

import re

from assistant.models import Question
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read
from index.number_words import read_number

KINDS = {"universities": ("大学", "校", r"大学(?!院)"), "firms": ("企業", "社", r"企業|会社|メーカー"), "countries": ("国", "か国", r"国(?!内|際|立|別)|諸国"), "venues": ("会議", "つ", r"会議|学会"), "institutions": ("機関", "機関", r"機関|組織")}
MOVED = re.compile(r"(?:(?P<up>伸び|増え|上が|増やし|伸ばし|成長し|躍進し|台頭し)|(?P<down>減っ|減らし|落ち|落とし|下が|後退し|失速し))(?:て(?:い)?る|てはる|ている|てきた|とる|とー|た|ちょる)(?:とこ(?:ろ)?|ん(?=は|を)|の(?=は(?:どこ|[??。]*$)|を))")
COUNT = re.compile(r"(?:上(?:位|から)|トップ)?(?P<n>[1-9]|1\d|20|[二三四五六七八九十])(?:つ|社|校|[かカ]?国|機関|個|者)")
# 「この中で伸びたところ」 is asked among those told; 「なぜ」, 「何倍」 and people ask otherwise.
OTHERWISE = re.compile(r"(?:この|その|上の)?(?:中|うち)(?:で|から)|なぜ|なんで|どうして|何倍|何ポイント|割合|参加率|共著|分野|論文は|資料|うち(?:の|は)|売上|業績")
SHOWN, LONGEST = 5, 44  # rows; characters


def grown_most(reader: Reader, text: Text) -> Question | None:
    """The ranking by change; None for any other message, and where nobody says of whom."""
    match = MOVED.search(text.folded)
    if match is None or len(text.folded) > LONGEST or OTHERWISE.search(text.folded):
        return None
    kind = next((kind for kind, (_, _, words) in KINDS.items() if re.search(words, text.folded)), None)
    if kind is None:
        return None
    name, counter, _ = KINDS[kind]
    count = COUNT.search(text.folded[match.end() :]) or COUNT.search(text.folded)
    rows = int(read_number(count["n"]).value) if count else SHOWN
    measured = "企業参加率" if kind == "venues" else "論文の割合"
    asked = f"{measured}を最も{'伸ばした' if match['up'] else '落とした'}{name}の上位{rows}{counter}はどこですか"
    return reader.understood(read(asked), None, None)
