"""Which of two sides is right, asked after works that disagree were told (「あなたはどちらが説得的だと思いますか」「どっちの言い分に分がある?」)."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.of_listed import EACH
from assistant.understand.works.works_asked import HOW, OPPOSED, SOUND, WORKS, opposing_told

SIDES = "sides"
LONGEST = 50  # characters
WHICH = r"(?:どちら|どっち|両者|双方|いずれ|どの(?:立場|見方|主張|説|論文|研究|言い分)|前者と後者)"
RIGHT = r"(?:説得|信用|信頼|信憑|信じ|正し|もっとも|尤も|分が(?:ある|あり|いい)|有力|優勢|軍配|納得|確か|確から|妥当|真実|本当|筋が(?:通|いい)|強い(?:根拠|証拠|です|の|か|[??]|$)|根拠(?:が|は)|証拠(?:が|は)|勝ち|勝って|支持(?:でき|する|します|され)|賛成|与(?:する|します)|採る|取る|とるべき|鵜呑み|当てになる|重み|頼りにな)"
JUDGED = re.compile(rf"{WHICH}[^。??]{{0,16}}{RIGHT}|{RIGHT}[^。??]{{0,8}}(?:のは|方は|ほうは){WHICH}")
# 「あなたはどう思う?」 after them.
OPINION = re.compile(r"(?:あなた|貴方|きみ|君|御社|貴社|おたく|そちら|AI|羅針盤)(?:自身|の(?:意見|見解|考え|立場))?(?:は|では|としては|の)?、?(?:どう|何と|どのように)(?:思|考|見|お考え|判断|評価)|(?:あなた|貴方|おたく|そちら|羅針盤)の(?:意見|見解|考え|立場|判断)(?:は|を)")
# Of the divide, where no talk stands before it.
COLD = re.compile(r"(?:賛成|賛否|肯定)[^。??]{0,14}(?:反対|否定)|(?:格差|独占|支配|締め出)[^。??]{0,20}(?:反論|反対|異論|否定)|(?:反論|反対|異論)[^。??]{0,20}(?:格差|独占|支配)")
OTHERS = re.compile(r"案|プラン|クラウド|共同研究|プロトタイプ|投資|買[うい]|借り|大学|企業|会議|割合|率|数字|国")
TOLD = ("paper", "explain")


def side_asked(text: Text, previous: Question | None) -> Question | None:
    """The question, with the works told before; None for any other."""
    if len(text.folded) > LONGEST or OTHERS.search(COLD.sub("", text.folded)):
        return None
    judged = JUDGED.search(text.folded) is not None
    apart = previous is not None and previous.intent in TOLD and (opposing_told(previous) or "opposed" in previous.inherited or {SIDES, HOW, EACH, SOUND} & set(previous.inherited) and len(previous.listed) > 1 or len(previous.listed) > 1 and OPPOSED.search(previous.text) is not None)
    if not (apart and (judged or OPINION.search(text.folded)) or judged and COLD.search(text.folded)):
        return None
    listed = previous.listed if apart else ()
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, listed=listed, paper=previous.paper if apart else None, inherited=(WORKS, SIDES))
