"""「ポイント5つ」「要点を4つにまとめて」 right after an answer: so many points of that answer, not of others."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.lengths import POINTS
from assistant.understand.text.matcher import Text

LONGEST = 30  # characters
DIGITS = {"二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
NUMBER = r"(?P<{name}>[2-6二三四五六])(?:つ|点|個|項目|か条)?"
POINT = r"(?:(?:大事|重要|肝心|主要|主)な)?(?:ポイント|要点|論点|勘所|キーポイント|エッセンス|key points?)"
ASKED = r"(?:くらい|ぐらい|ほど|だけ|に|で|を|が|、|まとめ|整理し|絞[っり]|しぼ[っり]|挙げ|あげ|教え|出し|書い|示し|並べ|箇条書き|お願い(?:します)?|おねがい|頼む|ください|下さい|くれ|欲しい|ほしい|知りたい|して|した[いら]|す(?:る|れば)|する?と|って|て|ます|か|の|です)*"
OPENED = r"(?:で|じゃあ?|では|それを?|これを?|それの|この|その|今の(?:話|答え)?の?|さっきの(?:話|答え)?の?|、)*"
WANTED = re.compile(rf"^{OPENED}{POINT}(?:を|は|だけ|だけを)?、?{NUMBER.format(name='after')}{ASKED}[。!??]*$|^{OPENED}{NUMBER.format(name='before')}(?:の|に|で){POINT}{ASKED}[。!??]*$|^(?:the )?(?P<english>[2-6]) key points?[.!?]*$", re.IGNORECASE)
IN_ANSWERS = (*DATA_INTENTS, "paper", "explain", "why", "limits", "strategy")


def points_wanted(text: Text, previous: Question | None) -> Question | None:
    """The last question, answered in so many points; None for any other message."""
    if previous is not None and previous.intent == "phrases" and len(previous.parts) == 1:  # a text that was written of one answer
        previous = previous.parts[0]
    if previous is None or previous.parts or previous.intent not in IN_ANSWERS or len(text.folded) > LONGEST:
        return None
    if (match := WANTED.match(text.folded)) is None:
        return None
    number = match["after"] or match["before"] or match["english"]
    return previous.with_(text=text.folded, style=f"{POINTS} {DIGITS.get(number) or int(number)}", inherited=("all",), asserted=None, focus=None)
