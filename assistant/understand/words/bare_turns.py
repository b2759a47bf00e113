"""Turns of a word or two that need the answer before them: 「じゃあうちは?」 after figures is what the asker's firm is to do; 「なぜ?」 after a term is why it
matters, 「なんで高いの」 what no source tells."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.lengths import REASONS
from assistant.understand.text.matcher import Text
from assistant.understand.words.own_meaning import OWN

OPENER = r"^(?:(?:じゃあ?|では|で|それで|それじゃ|ほな|なら|ところで|ちなみに)[、,]?\s*)*"
MINE = r"(?:うち|ウチ|自社|当社|弊社|わが社|我が社|我々|私たち|私ども|手前ども)(?:みたいな会社|のような会社|の(?:会社|場合|ところ))?"
OWN_FIRM = re.compile(rf"{OPENER}{MINE}(?:は|だと|なら|では|には|としては|の場合は?)?、?(?:どう(?:なの|なん|です|でしょう|なる|なります)?|何が(?:できる|できます|やれる)|どうなんだ)?(?:です|でしょう|ん|の|か|ねん)*[。??]*$")
WHY = re.compile(rf"{OPENER}(?:それは|これは)?(?:なぜ|何故|なんで|どうして|理由は|why)(?:なの|なん|です|でしょう|でっか|だろう|か|の|ん)*[。??]*$", re.IGNORECASE)
# 「なんでそれなん?」 「どうしてその順番なの」 after advice which way to go.
WHY_THAT = re.compile(rf"{OPENER}(?:それは|これは)?(?:なぜ|何故|なんで|何で|どうして|理由は)、?(?:それ|これ|そっち|そちら|そこ|そう|その(?:案|順番?|順序|やり方|方法|選択|答え|結論|戦略)|小規模プロトタイプ|試作|共有クラウド|クラウド|共同研究)?(?:が|を|から|に)?(?:なる|した|勧め|選[ぶん]|いい|良い|よい|ええ|一番|先|最初)*(?:の|なの|なん|です|でしょう|でっか|だ|やねん|や|か|ん|ねん|よ|ね)*[。??]*$")
WHY_DEAR = re.compile(rf"{OPENER}(?:それは|これは)?(?:なぜ|何故|なんで|どうして)(?:そんなに|こんなに|あんなに)?、?(?:値段が|値が|価格が)?(?:高い|高く|高騰|値上がり|安い|安く)[^。、??]{{0,10}}[。??]*$")
TOLD = (*DATA_INTENTS, "why", "explain", "paper", "limits")
FIRST = "うちは何から始める?"


def bare_turn(text: Text, previous: Question | None) -> Question | None:
    """The question in full; None for any other text."""
    if previous is None or previous.blocker is not None:
        return None
    if previous.intent in TOLD and OWN_FIRM.match(text.folded):
        return Question(text=FIRST, intent="strategy", resolved=FIRST, topic=FIRST, readings=(prompts.render("notes", "own_by_name"),) if previous.intent in DATA_INTENTS else ())
    if previous.intent == "strategy" and not previous.market and WHY_THAT.match(text.folded):
        return previous.with_(text=text.folded, style=REASONS, inherited=("all",), asserted=None, focus=None)
    if previous.intent != "explain" or previous.subjects or not previous.term:
        return None
    if WHY_DEAR.match(text.folded):
        return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, blocker="market_reason")
    if WHY.match(text.folded):
        return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, term=previous.term, inherited=(OWN,))
    return None
