"""「上位5か国で全体の何割?」: what the first so many have together. Held for the first ten and hundred institutions alone; the others are told one by one."""

import re

import prompts
from assistant.models import Question
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text
from index.number_words import read_number

NUMBER = r"(?P<number>\d{1,2}|[二三四五六七八九十])"
KINDS = {"countries": r"[かカヶ]国|国", "universities": r"校|大学(?!院)", "firms": r"社|企業|会社"}
TOP = "|".join(rf"(?P<{kind}>{words})" for kind, words in KINDS.items())
SUM = re.compile(rf"(?P<name>(?:上位|トップ|ベスト)の?{NUMBER}(?:{TOP}))(?:だけ)?(?:を|で|の|が|は|に|\s|合わせ(?:て|ると|た)|足し(?:て|た)|足すと|合計(?:で|の|は)?|、)*(?:全体の|世界の|論文の|論文全体の|シェア|割合|比率|(?:何|なん)(?:割|%|パーセント)|占め|どれ(?:くらい|ぐらい|だけ))")
HELD = (10, 100)  # institutions
FURTHEST = 20
OTHERWISE = re.compile(r"推移|増え|減っ|変わ|変化|集中|QS|qs|差|比べ|それぞれ|入[っる]|平均")
LONGEST = 40  # characters


def top_sum(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """Those in their order, with the word that no sum is held; None for any other message."""
    match = SUM.search(text.folded) if len(text.folded) <= LONGEST else None
    if match is None or OTHERWISE.search(text.folded):
        return None
    kind, count = next(kind for kind in KINDS if match[kind]), int(read_number(match["number"]).value)
    if kind != "countries" and count in HELD or not 1 < count <= FURTHEST:  # 「トップ50大学」 is a band of ranks
        return None
    alone = reader.read_alone(text)
    note = prompts.render("notes", "added_up", names=match["name"])
    done = Question(text=text.folded, intent="rank", statistic="rank", ranked=kind, count=count, resolved=text.folded, topic=text.folded, places=alone.places, years=alone.years[-1:], readings=(note,))
    return reader.finished(done, text, data)
