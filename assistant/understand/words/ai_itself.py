"""「AIとは何ですか」: the glossary has no entry of AI itself, only of what stands at its centre today."""

import re

import prompts
from assistant.models import Question
from assistant.understand.text.matcher import Text

CENTRE = "deep-learning"
ITSELF = re.compile(r"^(?:(?:そもそも|えっと|ちなみに|では|じゃあ?|結局|まず)[、,]?\s*)*[「『]?(?:AI|人工知能|エーアイ)[」』]?(?:(?:とは|って|というのは|っていうのは|て)(?:、?(?:そもそも|結局|一体|いったい))?(?:、?(?:何|なに|なん|どういう(?:もの|こと|意味)|どんなもの)[^。??0-9がを]{0,8})?|の(?:意味|定義)(?:は|を|って)[^。??]{0,10})[。??!]*$", re.IGNORECASE)


def ai_itself(text: Text) -> Question | None:
    """The explanation of deep learning, which says for what it stands; None for any other message."""
    if ITSELF.match(text.folded) is None:
        return None
    return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, term=CENTRE, readings=(prompts.render("notes", "ai_itself"),))
