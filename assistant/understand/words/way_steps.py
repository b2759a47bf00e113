"""What a way to go consists of, from its beginning to its end: 「共有クラウドは具体的に何をするの」「共同研究の進め方は」「三つの戦略それぞれの中身を」."""

import re

from assistant.models import Question
from assistant.understand.plans.each_plan import OF_OTHERS, compared_in
from assistant.understand.plans.investment import read_investment
from assistant.understand.text.matcher import Text

STEPS, ALL = "steps", "all"
WAYS = ("prototype", "cloud", "joint")
DOING = r"(?:(?:す|や)(?:る|れば|ん|り)|し(?:て|たら|ます|はる)|やって|行[うえい]|進め)"
ASKED = re.compile(
    rf"(?:具体的に|実際に|実際|いったい|一体|要するに|結局|要は)(?:は)?、?(?:何|なに|どういう(?:こと|もの|ふう)|どんな(?:こと|感じ|ふう)|どのような(?:こと|もの)|どうやって|どう)(?:を|に)?{DOING}?|(?:何|なに)を{DOING}|(?:どういう|どんな|どのような)(?:ことを?{DOING}|やり方)|"
    r"(?:中身|進め方|段取り|手順|流れ|ステップ|工程|具体像|具体的な(?:内容|イメージ|やり方))(?:は|を|って|が|、|[??。]|$)"
)
ELSEWHERE = re.compile(r"注意|気を(?:付|つ)け|リスク|いくら|費用|何(?:円|年|か月|カ月|ヶ月|人)|採算|ROI|NPV|違い|なぜ|どうして|資料|稟議|文書|一枚|ひな形|雛形|スライド|言い方|台詞|契約書|から始め|先に", re.IGNORECASE)
LONGEST = 40  # characters


def way_steps(text: Text, previous: Question | None) -> Question | None:
    """The question (intent strategy, `advice` its way or all of them); None for any other message."""
    if len(text.folded) > LONGEST or ASKED.search(text.folded) is None or ELSEWHERE.search(text.folded) or OF_OTHERS.search(text.folded):
        return None
    told = read_investment(text.folded)
    named = [way for way in WAYS if way in told.strategies]
    if told.amounts_told or len(named) != 1 and not (not named and compared_in(text.folded)):
        return None
    return Question(text=text.folded, intent="strategy", resolved=text.folded, topic=text.folded, advice=(STEPS, *(named or [ALL])))
