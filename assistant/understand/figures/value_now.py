"""「今いくつ?」 right after a measure was explained: its value."""

import re

from assistant.models import Question
from assistant.understand.names.periods import read_period
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

BARE = re.compile(r"^(?:(?:で|では|じゃあ?|それで|実際|ちなみに|なるほど|へえ)[、,]?\s*)*(?:(?:それ|これ)(?:は|って|が)?、?)?(?:(?:今|いま|現在|最新|直近|足元|(?:19|20)\d\d年|去年)(?:の(?:値|数字|割合))?(?:は|だと|では|で|の)?、?)?(?:いくつ|いくら|何%|何パーセント|何割|なんぼ|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい)|どんくらい)[ぁ-ん]{0,8}[。??!]*$")


def value_now(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The figure of what was explained; None for any other message."""
    if previous is None or previous.intent != "explain" or len(previous.subjects) != 1 or BARE.match(text.folded) is None:
        return None
    period = read_period(text.folded)
    done = Question(
        text=text.folded, intent="figure", statistic="level", resolved=text.folded, topic=text.folded, subjects=previous.subjects, places=previous.places, years=period.years[:1], readings=(period.reading,) if period.reading else (), inherited=("subjects",),
    )  # fmt: skip
    return reader.finished(done, text, data)
