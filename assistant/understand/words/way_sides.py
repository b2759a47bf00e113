"""The good and the weak side of each way a firm has (「方策を三つ、利点と留意点も」), which one of them a later message means, and whether all this concerns a small firm."""

import re

from assistant.models import Question
from assistant.understand.plans.investment import read_investment
from assistant.understand.text.matcher import Text
from assistant.understand.words.by_form import concern_asked

SIDES = "sides"
LONGEST, SHORT = 80, 30  # characters
GOOD = r"(?:利点|長所|メリット|強み|良い(?:点|ところ|面)|いい(?:点|ところ)|よい(?:点|ところ)|プラス面|魅力)"
WEAK = r"(?:留意点?|注意点?|短所|デメリット|弱点|弱み|欠点|悪い(?:点|ところ|面)|マイナス面|難点|リスク|落とし穴|気を付ける(?:点|こと)|気をつける(?:点|こと))"
BOTH = re.compile(rf"{GOOD}[^。]{{0,10}}{WEAK}|{WEAK}[^。]{{0,10}}{GOOD}|(?:長短|一長一短|得失|良し悪し|よしあし)")
WAYS = re.compile(r"(?:方策|戦略|打ち手|選択肢|やり方|進め方|方法|対策|施策|手立て|道|案)[^。]{0,8}(?:[3三]つ|いくつか|それぞれ|ごと|別)|(?:[3三]つ|それぞれ|各)の?(?:方策|戦略|打ち手|選択肢|やり方|進め方|方法|対策|施策|手立て|道|案)")
EACH = re.compile(r"^(?:では|じゃあ?|で|、)*(?:それぞれ|三つ|3つ|各案|各戦略)(?:の|について|、)")
OTHERS = re.compile(r"論文|会議|学会|参加率|割合|モデル|GPU|指標|集計|共著", re.IGNORECASE)
NTH = re.compile(r"^(?:じゃあ?|では|で|、)*(?P<nth>[1-3一二三])(?:番目|つ目|番)(?:の(?:案|方策|戦略|打ち手|もの|やつ|方法|選択肢|道))?(?P<rest>(?:は|を|の|だと|なら|について|って).*)$")
ORDER = ("小規模プロトタイプ", "共有クラウド", "共同研究")  # as the answer tells them
NUMBERS = {"一": 1, "二": 2, "三": 3}


def way_sides(text: Text, previous: Question | None) -> Question | None:
    """The question (intent strategy or roi); None for any other message."""
    asked = Question(text=text.folded, intent="strategy", resolved=text.folded, topic=text.folded)
    told = previous is not None and (previous.intent == "strategy" or previous.intent == "roi" and not any(read_investment(line).amounts_told for line in previous.topic.split("\n")))
    if len(text.folded) <= LONGEST and BOTH.search(text.folded) and not OTHERS.search(text.folded) and (WAYS.search(text.folded) or told and EACH.search(text.folded)):
        return asked.with_(advice=(SIDES,))
    if previous is not None and previous.advice[:1] == (SIDES,) and len(text.folded) <= SHORT and (match := NTH.match(text.folded)):
        way = ORDER[(NUMBERS.get(match["nth"]) or int(match["nth"])) - 1]
        return asked.with_(intent="roi", topic=f"{way}{match['rest']}", inherited=("amounts",))
    told = read_investment(text.folded)
    if told.employees is not None and not told.amounts_told and concern_asked(text.folded):  # 「従業員200人でも関係ありますか」
        return asked
    return None
