"""「それを社長に一言で」 「役員会で一言で言うとどうなりますか」 right after an answer in words: that answer, to be said aloud, and no other."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.model_costs import COSTS

LONGEST = 34  # characters
WORDED = ("paper", "explain", "why", "limits", "strategy")
OPENED = r"^(?:(?:で|じゃあ?|では|それで|最後に|結局|つまり|要するに)[、,]?\s*)*"
MATTER = r"(?:(?:それ|これ|今の|いまの|さっきの|この|その|以上|上)(?:の)?(?:話|内容|説明|答え|回答|結論|件|こと)?(?:を|は|って|、)*)?"
TO = r"(?:明日の|来週の|今度の|次の)?(?:(?:社長|会長|専務|常務|役員|取締役|部長|課長|上司|部下|同僚|社員|株主|顧客|お客(?:様|さん)?|記者|家族|妻|夫|息子|娘|孫|新人|現場|経営陣|先方|相手)(?:たち|ら|さん|の前)?(?:に|へ|向けに|で|の前で)|(?:役員会|取締役会|経営会議|部長会|朝礼|会議|総会|打ち合わせ|商談|面談|懇親会)(?:で|向けに|の場で|用に))"
BRIEF = r"(?:一言|ひとこと|ひと言|一行|短く|手短に|簡潔に|[1一]分|[36]0秒|三十秒|さらっと|口頭)(?:で|に)?"
SAY = r"(?:言[うえい]|話[すせし]|伝え|説明|まとめ|報告|表[すし]|しゃべ|答え|述べ|とき|時|なら|と|たら|る|ば|ば?どう|どうな|なり|ます|です|し|す|て|た[いら]|よう|に|たい|ください|下さい|くれ|お願い|か|の|ん|は|って|には|、)*"
SAID_TO = re.compile(rf"{OPENED}{MATTER}(?:{TO}、?{SAY}{BRIEF}|{BRIEF}、?{TO}){SAY}[。??]*$")
# 「一言でまとめると」: the same answer, shorter.
SHORTER = re.compile(rf"{OPENED}{MATTER}(?:一言|ひとこと|ひと言|一行|短く|手短に|簡潔に|端的に)(?:で|に)?、?(?:まとめ|言[うえい]|説明|要約|表[すし])(?:る|す|する)?(?:と|ば|て|なら|とどうなる|とどうなります)?(?:ください|下さい|くれ)?(?:か|の)?[。??]*$")


def said_to(text: Text, previous: Question | None) -> Question | None:
    """The last question in the spoken style, or shorter; None for any other message, and after figures, terms, costs, one paper, plans and words to say, which have wordings of their own."""
    if previous is None or previous.intent not in WORDED or previous.parts or previous.market or "amounts" in previous.inherited or previous.subjects and previous.intent != "why" or len(text.folded) > LONGEST:
        return None
    style = "spoken" if previous.paper is None and previous.intent != "explain" and COSTS not in previous.inherited and SAID_TO.match(text.folded) else "short" if SHORTER.match(text.folded) else None
    return previous.with_(text=text.folded, style=style, inherited=("all",), asserted=None, focus=None) if style else None
