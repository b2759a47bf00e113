"""Questions and answers on a named theme: 「議会で「なぜ税金でAIをやるのか」と問われた場合の想定問答を3つ」 「雇用への影響について想定問答を」. The questions are on that
theme, and none on the figures or the plan that happened to be told last."""

import re

from assistant.models import Question
from assistant.understand.names.labels import PLAN
from assistant.understand.plans.plan_talk import plan_told
from assistant.understand.text.matcher import Text
from assistant.understand.words.objections_wanted import ANSWERS, PUBLIC
from assistant.understand.words.put_to import UNHELD, topic_of
from assistant.understand.words.to_ask import USUAL, how_many

THEMED = "themed"
LONGEST = 110  # characters
QUOTED = re.compile(r"[「『“\"](?P<said>[^「」『』“”\"]{3,60})[」』”\"]")
ABOUT = re.compile(r"(?:^|[。、])(?P<said>[^。、「」]{2,40}?)(?:について|に関(?:する|して)|をテーマ|をめぐ|を題材|の件(?:で|の)|への|に対する|と(?:聞|問|尋ね|質問さ|言わ|突っ込)[^。、]{0,8}(?:時|とき|場合|際)(?:の|に))")
OURS = re.compile(r"^(?:.{0,8}(?:AI|人工知能|論文|研究|計算資源|格差|参加率|共著|数字|結果|試算|計画|案|話|それ|これ|この|その|今の|さっき).{0,8})$", re.IGNORECASE)


def answers_on(text: Text, previous: Question | None) -> Question | None:
    """The question (intent phrases, `advice` themed and the topic of objections.yaml, `claims` what is asked); None for any other message, and where no theme is named.

    What was calculated stands behind PLAN in its topic."""
    if len(text.folded) > LONGEST or not ANSWERS.search(text.folded):
        return None
    named = QUOTED.search(text.folded) or ABOUT.search(text.folded)
    rest = ANSWERS.sub(" ", text.folded)
    said = named["said"] if named else ""
    topic = topic_of(said or rest)
    if topic is None:
        if PUBLIC.search(rest) and previous is None:
            topic = "tax"
        elif not said or OURS.match(said):
            return None
    plan = plan_told(previous) if previous is not None else ""
    return Question(
        text=text.folded, intent="phrases", resolved=text.folded, topic=f"{text.folded}{PLAN}{plan}" if plan else text.folded, advice=(THEMED, topic or UNHELD),
        found_for=(said if named is not None and QUOTED.match(text.folded, named.start()) or topic is None else "",), count=how_many(rest) or USUAL, inherited=("amounts",) if plan else (),
    )  # fmt: skip
