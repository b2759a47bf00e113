"""Why two conferences or fields that were just set side by side differ: 「なぜその差が出るの」 「違いの理由は?」. No work of ours tells; what differs is told again."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

GAP = "gap"  # style of such an answer
LONGEST = 28  # characters
WHY = r"(?:なぜ|何故|どうして|なんで|何で)"
APART = r"(?:差|違い|違う|違って|異な|開き|ずれ)"
WHY_APART = re.compile(rf"^(?:で、?|では、?|じゃあ?、?|それは|これは|え、?)*{WHY}、?(?:その|この|こんな|そんな|こういう|そういう|会議(?:に|で)?)?(?:に)?(?:{APART}[^。??]{{0,12}})?(?:です|なの|でしょう|だ|か|の)*[。??]*$|^(?:その|この)?(?:差|違い|開き)の(?:理由|原因|背景)[^。??]{{0,10}}[。??]*$")


def why_apart(text: Text, previous: Question | None) -> Question | None:
    """The comparison once more, in that style; None for any other message."""
    if previous is None or previous.intent != "compare" or previous.statistic != "level" or len(previous.places) < 2 or previous.parts or len(text.folded) > LONGEST or not WHY_APART.match(text.folded):
        return None
    return previous.with_(text=text.folded, style=GAP, inherited=("all",), asserted=None, focus=None)
