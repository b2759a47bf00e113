"""What is asked of the paper just told beside its points: how it differs from another work that is named (「Chinchillaとは何が違うの」), and more of it (「1本目、もう少し詳しく」)."""

import re

from assistant.models import Question
from assistant.understand.cues.pointed_back import NTH_PAPER, NUMBERS
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import WORKS

PAIR, DETAILS = "pair", "details"
LONGEST = 34  # characters
DIFFERS = re.compile(r"違(?:う|い|って|った)|ちが(?:う|い)|ちゃう|異な|どこが同じ|同じ(?:こと|結論|主張|話|意見)|(?:論文|研究|報告|ほか|ら|さん|氏)と(?:は)?(?:比べ|比較)|一致")
MORE = re.compile(r"^(?:(?:それ|これ|その(?:論文|研究|資料)?|この(?:論文|研究|資料)?|(?:[1-9一二三四五]|最初の)(?:つ|本|件|番)?目?の?(?:論文|やつ|研究)?|今の|さっきの)(?:の|を|について|は|、)*)?(?:もう少し|もうちょっと|もっと|さらに|より|ちょっと|でけへん、?)*、?(?:詳し[くい]|くわし[くい]|詳細(?:に|を|は)?|掘り下げ|深掘り|細かく)(?:説明|解説|教え|聞か|見せ|話|して|て|知りたい|ください|下さい|お願い(?:し)?|ます|頼む|もらえますか|い|に|を|で|の|か|ん|ね|、)*[。??]*$")


def beside_told(text: Text, previous: Question | None, names) -> Question | None:
    """The question, marked with what is asked, on the paper told last (`names` are the WorkNames); None for any other message."""
    if previous is None or previous.intent != "paper" or not previous.paper or len(text.folded) > LONGEST or "opposed" in previous.inherited:
        return None
    asked = Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded)
    if MORE.match(text.folded) and nth_told(text.folded, previous):
        return asked.with_(paper=previous.paper, listed=(previous.paper,), inherited=(WORKS, DETAILS))
    other = names.find(text.folded) if DIFFERS.search(text.folded) else None
    if other is None or other == previous.paper:
        return None
    return asked.with_(listed=(previous.paper, other), inherited=(WORKS, PAIR))


def nth_told(text: str, previous: Question) -> bool:
    """Whether a message points at the paper told last, by its place or by none."""
    match = NTH_PAPER.search(text)
    if match is None or len(previous.listed) < 2:
        return True
    word = match[1] or match[2]
    place = len(previous.listed) if word == "最後" else NUMBERS.get(word) or int(word)
    return previous.listed[place - 1 : place] == (previous.paper,)
