"""「少し硬いので、もう少しやわらかい言い回しで」 after a text was drafted or a reply given: the same in plainer words, for the same listeners."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.words.answers_on import THEMED
from assistant.understand.words.chosen_phrases import TELL
from assistant.understand.words.drafts import DRAFT
from assistant.understand.words.objections_wanted import OBJECTIONS
from assistant.understand.words.put_to import REPLY

SOFT = r"(?:やわらか|柔らか|ソフト|くだけ|砕け|親しみ|控え[めえ]|穏やか|おだやか|マイルド|角(?:が|の)立た|丸[いくめ]|きつ[いく]|カジュアル|やさし[いく]|優し[いく]|フランク|話し言葉|堅苦し|(?:硬|堅|固)(?:[いくすさ]|め|苦し))"
SOFTER = re.compile(rf"^[^。]{{0,24}}{SOFT}[^??]{{0,40}}[??]?$")
OTHER = re.compile(r"論文|割合|参加率|とは|意味|もっと硬|もっと堅|(?:硬|堅)(?:い|め)(?:の)?(?:言い方|言い回し|文|表現)(?:に|で)|硬く|堅く")
SPOKEN = "やさしい言い方で"  # as the options of phrases call it
LONGEST = 48  # characters


def softer_wanted(text: str) -> bool:
    """Whether a text is wanted in plainer words."""
    return len(text) <= LONGEST and SOFTER.match(text) is not None and not OTHER.search(text)


def softer_draft(text: Text, previous: Question | None) -> Question | None:
    """The draft, or the reply, once more; None for any other message."""
    if previous is None or previous.advice[:1] not in ((DRAFT,), (REPLY,), (TELL,), (OBJECTIONS,), (THEMED,)) or not softer_wanted(text.folded):
        return None
    wanted = SPOKEN if previous.advice == (TELL,) else text.folded
    return previous.with_(text=text.folded, topic=f"{wanted}\n{previous.topic}", inherited=("all",))
