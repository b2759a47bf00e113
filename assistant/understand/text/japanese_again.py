"""「日本語で頼む」: the last answer in its usual form; it is Japanese already."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

WANTED = re.compile(r"^(?:やっぱり?|では|じゃあ?|それを?|これを?|今のを?|全部|、|\s)*日本語(?:で|に|版(?:で|を)?)(?:も|、)?(?:もう一度|もう一回|お願い(?:します)?|おねがい|頼む|頼みます|訳して|翻訳して|戻して|直して|して|教えて|答えて|言って|言うと|説明して|書いて|ください|下さい|くれ|いい|は)*[。!??]*$|^(?:please )?(?:in|to) japanese,?(?: please)?[.!]?$", re.IGNORECASE)


def japanese_again(text: Text, previous: Question | None) -> Question | None:
    """The last question in its usual form; None for any other message."""
    if previous is None or previous.intent in ("phrases", "document") or not WANTED.match(text.folded):
        return None
    return previous.with_(text=text.folded, style="normal", inherited=("all",), asserted=None)
