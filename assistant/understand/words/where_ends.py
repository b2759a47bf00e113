"""Why our figures end where they do: 「なぜ2021年までなのですか」 「2022年以降が入っていないのはなぜ」."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

LONGEST = 40  # characters
WHY = r"(?:なぜ|何故|どうして|なんで|何で|理由)"
END = r"(?:20(?:19|2[1-9])年?(?:で|まで|より(?:後|新しい)|以降|から(?:後|先)|の(?:データ|数字)(?:は|が|も)?)|(?:最新|最近|直近|去年|今年|ここ数年)の?(?:データ|数字|年|値)?(?:は|が|も)?、?(?:入|な[いく]|載|含|使))"
ENDS = re.compile(rf"{WHY}[^。??]{{0,12}}{END}|{END}[^。??]{{0,24}}{WHY}")
LACKING = re.compile(r"ない|なく|ません|終わ|止ま|切れ|まで(?:な|し|の|で|か|[??。]|$)|区切|だけ|しか")
MOVED = re.compile(r"増|減|上が|下が|伸び|落ち|逆転|割合|率|差|強|弱|高|低|多い|少な|論文数|企業|大学|会議の")


def where_ends(text: Text) -> Question | None:
    """The question about our own data; None for any other."""
    if len(text.folded) > LONGEST or MOVED.search(text.folded) or not (ENDS.search(text.folded) and LACKING.search(text.folded)):
        return None
    return Question(text=text.folded, intent="limits", resolved=text.folded, topic=text.folded)
