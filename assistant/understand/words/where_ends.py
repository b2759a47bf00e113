"""Why our figures end where they do: 「なぜ2021年までなのですか」 「2022年以降が入っていないのはなぜ」."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

LONGEST = 48  # characters
WHY = r"(?:なぜ|何故|どうして|なんで|何で|理由)"
END = r"(?:20(?:19|2[1-9])年?(?:で|まで|より(?:後|新しい)|以降|から(?:後|先)|の(?:データ|数字)(?:は|が|も)?)|(?:最新|最近|直近|去年|今年|ここ数年)の?(?:データ|数字|年|値)?(?:は|が|も)?、?(?:入|な[いく]|載|含|使))"
# What the years that are held for reference only cannot be used for: 「2022・2023年の数字を終点に使えないと聞きました。どんな制約があるの」.
UNUSED = r"(?:使(?:え|わ|われ|っちゃ|っては)|入(?:れ|ら)|含め|信じられ|信用でき|当てになら|あてになら|頼れ|比べ(?:られ)?|並べ)(?:な[いく]|ません|ん|ぬ|ず|いけ|だめ)"
LIMIT = r"(?:制約|限界|事情|不備|欠け|欠点|難点|弱点|差し障り|わけ|訳)"
LATE = r"202[23]年?"
REFERENCE = re.compile(rf"{LATE}[^。??]{{0,28}}{UNUSED}[^??]{{0,20}}(?:{LIMIT}|{WHY})|{WHY}[^。??]{{0,6}}{LATE}[^。??]{{0,24}}{UNUSED}|{LATE}の?(?:数字|値|数値|データ|論文)(?:に|の)(?:は)?、?(?:どんな|どういう|どのような|何か)?(?:の)?{LIMIT}")
ENDS = re.compile(rf"{WHY}[^。??]{{0,12}}{END}|{END}[^。??]{{0,24}}{WHY}|{REFERENCE.pattern}")
LACKING = re.compile(r"ない|なく|ません|終わ|止ま|切れ|まで(?:な|し|の|で|か|[??。]|$)|区切|だけ|しか")
MOVED = re.compile(r"増|減|上が|下が|伸び|落ち|逆転|割合|率|差|強|弱|高|低|多い|少な|論文数|企業|大学|会議の")


def where_ends(text: Text) -> Question | None:
    """The question about our own data; None for any other."""
    if len(text.folded) > LONGEST or not REFERENCE.search(text.folded) and (MOVED.search(text.folded) or not (ENDS.search(text.folded) and LACKING.search(text.folded))):
        return None
    return Question(text=text.folded, intent="limits", resolved=text.folded, topic=text.folded)
