"""What a term means and who coined it, asked in one breath: 「どういう意味で、どなたが言い出したのですか」「LoRAとは何ですか。提案したのはどこですか」."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

ORIGIN = "origin"  # in `inherited`: who coined the term is asked too
LONGEST = 80  # characters
OPENED = r"^(?:(?:そもそも|まず|ところで|ちなみに|あと|で|では|じゃあ?|すみません(?:が)?|よく聞く|最近(?:よく)?(?:聞く|耳にする))[、,]?\s*)*"
NAME = r"[「『]?(?P<term>(?!それ|これ|この|その|何|誰)[^「」『』、。??]{2,24}?)[」』]?"
MEANT = re.compile(
    rf"{OPENED}{NAME}(?:という(?:言葉|用語|語|の|もの)|っていう(?:言葉|用語|の)|とは|って|の(?:意味|定義)|は(?=、?(?:何|どういう|なん)))"
    r"(?P<rest>.*)$"
)
MEANING = re.compile(r"意味|定義|とは|って(?:何|なん|なに)|何(?:です|で、|の(?:こと|意味)|を指|か、|か。|や|なん|[??])|どういう(?:こと|もの|意味)|説明")
MAKER = r"(?:言い出|言い始|言いだ|提唱|唱え|名付|名づけ|名前を付|考え(?:た|つ|出)|考案|発案|発明|提案|作った|作り出|使い始|生み出|広め|言うて|言って)"
WHO = re.compile(rf"(?:誰|だれ|どなた|どこの(?:誰|人|会社|大学)|どこ|何者|どの(?:論文|研究|人|学者|研究者|会社|大学))(?:さん)?(?:が|の|は|によって)[^。、??]{{0,12}}?{MAKER}|{MAKER}[^。、??]{{0,6}}?(?:の|人|方|論文|研究)?(?:は|って)?、?(?:誰|だれ|どなた|どこ|何者|どの)|提唱者|命名者|考案者|発案者|発明者|言い出しっぺ|生みの親|名付け親")


def term_origin(text: Text) -> Question | None:
    """The question for the meaning of the term, marked ORIGIN; None for any other message."""
    if len(text.folded) > LONGEST or not WHO.search(text.folded) or (match := MEANT.match(text.folded)) is None:
        return None
    if not MEANING.search(WHO.sub(" ", text.folded[match.end("term") :])):
        return None
    asked = f"{match['term']}とは何ですか"
    return Question(text=asked, intent="explain", resolved=text.folded, topic=asked, inherited=(ORIGIN,))
