"""「逆に、格差は大した問題じゃないと言ってる論文は?」: works that see it otherwise, whichever paper was told last."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.words.after_words import OTHERWISE
from assistant.understand.works.works_asked import WORKS

LONGEST = 60  # characters
WORK = r"(?:論文|研究(?!者)|文献|調査|学者|研究者|専門家|意見|見方|立場|人)"
SMALL = r"(?:大した|たいした|深刻な|大きな|重大な|本質的な|騒ぐほどの|言うほどの)(?:問題|差|話|格差|こと|もの)?(?:に|では|じゃ)?(?:な[いく]|ありません)"
NONE = r"(?:格差|差)(?:は|なんて|など)?、?(?:存在し)?(?:ない|無い|ありません|なかった)"
DENIED = re.compile(rf"(?:格差|計算資源|GPU|差|計算力|設備)[^。??]{{0,14}}?(?:{SMALL}|{NONE}|(?:原因|制約|問題)(?:では|じゃ)ない)(?:、?(?:と|って|という|とする|との))[^。??]{{0,10}}?{WORK}|{NONE}(?:と|って|という)[^。??]{{0,8}}?{WORK}|{SMALL}(?:と|って|という)(?:言|主張|述べ|論じ|する|いう)[^。??]{{0,6}}?{WORK}")


def denied_by(text: Text) -> Question | None:
    """The works that see it otherwise; None for any other message."""
    if len(text.folded) > LONGEST or not DENIED.search(text.folded):
        return None
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=(WORKS, OTHERWISE))
