"""「差し引きでいくつ?」 after the years before and after 2012, in AI conferences and in the others: the difference of the two moves."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|結局|つまり|要するに)[、,]?\s*)*"
NETTED = re.compile(rf"{OPENER}(?:(?:その|この|両者|二つ|2つ|両方|AIとAI以外|AIとそれ以外|それ)(?:の|を|は|で|、)*)?(?:差し?引き?(?:する|した|すると|いたら|いて)?|差引|正味|ネット|純粋な?(?:影響|効果|増加|差)|差の差)(?:の(?:値|数字|結果|変化|影響|効果))?(?:で|では|だと|は|を|して|と|、)*(?:いくつ|いくら|何ポイント|何(?:%|パーセント)|なんぼ|どれ(?:くらい|ぐらい|だけ)|どう|どの(?:くらい|ぐらい))?[ぁ-ん]{{0,8}}[。??!]*$", re.IGNORECASE)
# 「ほかの分野も伸びてるだろうから、そのぶん引いたら正味なんぼ?」
OTHERS = r"(?:AI以外|それ以外|(?:ほか|他|よそ|全体|世の中|周り|まわり)(?:の)?(?:分野|会議|領域|学会|ところ)?)"
LESS_OTHERS = re.compile(rf"(?:{OTHERS}[^。??]{{0,24}}?(?:分|ぶん)?(?:を|は|も|、)*|(?:その|全体の|共通の|時代の)(?:分|ぶん|伸び|流れ|動き)(?:を|は)?、?)(?:差し?引|引[いくき]|除|のぞ|割り引|控除|さっぴ|差っ引)[^。??]{{0,8}}?(?:正味|純|いくつ|いくら|なんぼ|何(?:ポイント|%)|どれ(?:くらい|だけ|ほど)|どの(?:くらい|程度)|どう|残|[。??]*$)", re.IGNORECASE)
MOVED = ("before_after", "did")


def netted(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question for that difference; None for any other message."""
    data = data.parts[-1] if data is not None and data.parts else data
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.statistic not in MOVED or not (NETTED.match(text.folded) or LESS_OTHERS.search(text.folded)):
        return None
    return data.with_(text=text.folded, intent="compare", statistic="did", places=(), years=(), span=False, spans=(), readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",))
