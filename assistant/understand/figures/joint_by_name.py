"""「共著が多い企業はどこ?」: who writes with others most is counted of no single firm, university or country; said so, with the share of joint papers as a whole."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

JOINT = r"(?:産学)?(?:共著(?!者)|共同(?:研究|論文|執筆)|産学連携|連名|コラボ)(?:論文|率|の割合|の本数|の数|数)?"
MOST = r"(?:一番|いちばん|最も|もっとも)?(?:多|高|盛ん|積極的|少な|低)(?:い|な|かった)"
WHO = r"(?:の)?(?:企業|会社|大学(?!院)|機関|国(?!際|内|立))"
BY_NAME = re.compile(rf"{JOINT}(?:が|の|に|を)?、?{MOST}{WHO}(?:は|って|を|はどこ|[??。]*$)|{WHO}(?:の中|のうち)?(?:で|では)、?{JOINT}(?:が|の|に)?、?{MOST}(?:の|ところ|とこ)|(?:一番|いちばん|最も|もっとも)(?:よく)?(?:共著|連携|共同研究)し(?:てい?る|た|ている){WHO}|{WHO}(?:別|ごと)(?:の|に)?{JOINT}|{JOINT}(?:の|が多い)?{WHO}(?:の)?(?:ランキング|順位|トップ)(?!の?会議|の?分野)")
AT_PLACES = re.compile(rf"^(?P<lead>[^。]{{0,16}}?)(?:企業と大学の|大学と企業の)?(?:{JOINT})(?:が|の)?、?(?P<most>{MOST})(?=(?:の)?(?:会議|学会|分野|カンファレンス))")
OTHERWISE = re.compile(r"(?:企業|会社|民間)と(?:の)?(?:共著|共同|連名)|会議|学会|分野|領域|うち|当社|自社|弊社|べき|始め|進め|相手|費用|予算|円|企業と大学の?国際|論文は(?:ある|あり)")
LONGEST = 40  # characters


def joint_by_name(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question, blocked, near the share of papers by firms and universities together, by which conferences and fields are ranked; None for any other message."""
    if (match := AT_PLACES.match(text.folded)) is not None and "産学" not in text.folded and len(text.folded) <= LONGEST:
        return reader.understood(read(f"{match['lead']}産学共著率が{match['most'].replace('多', '高').replace('少な', '低')}{text.folded[match.end() :]}"), previous, data)
    if len(text.folded) > LONGEST or not BY_NAME.search(text.folded) or OTHERWISE.search(text.folded):
        return None
    alone = reader.read_alone(text)
    done = Question(
        text=text.folded, intent="figure", statistic="level", resolved=text.folded, topic=text.folded, subjects=(Subject("firm_university_share"),), places=alone.places[:1], years=alone.years[-1:], blocker="unknown_metric",
        blocker_details={"name": prompts.render("notes", "partners")},
    )  # fmt: skip
    return reader.finished(done, text, data)
