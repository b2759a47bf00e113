"""How much of a group's papers are those of a part of it: 「企業の論文のうち、大学と組んだものは?」."""

import re

from analytics import Divide
from analytics.divide.multiples import holds
from assistant.models import Question, Subject

WHOLES = (
    ("japan_share", r"(?:日本|国内)(?:の機関|勢|全体)?"), ("firm_university_share", r"産学(?:の)?(?:共著|連携|共同)|企業と大学の(?:共著|共同研究)"),
    ("firm_share", r"企業|会社|民間|産業界"), ("university_share", r"大学|アカデミア|学界"),
)  # fmt: skip
WRITTEN = r"(?:が|の)(?:出し|書い|関わっ|参加し|入っ|加わっ|発表し)(?:た|ている|てる)"
AMONG = r"(?:の)?(?:うち|中|なか)(?:で|の|に|、|は)?|に占める|(?:に対|を母数に|を分母に|を100)"
OF_PAPERS = r"(?:側|全体|参加|入り)?(?:の)?(?:AI|ai)?(?:会議)?(?:の)?(?:論文|ペーパー)(?:全体|の数|数)?"
SHARED = r"(?:の)?(?:何割|何%|何パーセント|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|半分|過半)"
OF_WHOLE = {metric: re.compile(rf"(?<![一-龥])(?:{words})(?:{WRITTEN})?{OF_PAPERS}(?:{AMONG}|{SHARED})") for metric, words in WHOLES}
# 「そのうち…は論文全体の何%」 names the base itself.
OF_ALL = re.compile(r"(?:論文|会議)(?:全体|全部|すべて)(?:の|に|で)|全論文|全体の(?:何|どれ|どの)")


def part_of(question: Question, text: str, divide: Divide) -> Question:
    """The question with the whole beside its part, where every paper of the part is one of the whole's; any other one as it is."""
    question = written_together(question, text)
    if question.statistic not in ("level", "count") or question.intent not in ("figure", "compare") or question.variant or len(question.subjects) != 1:
        return question
    if OF_ALL.search(text):
        return question
    whole = named_whole(question, text)
    if whole is None or whole == question.subjects[0]:
        return question
    where = {question.places[0].kind: question.places[0].name} if len(question.places) == 1 else {"area": "ai"}
    part = question.subjects[0]
    if not holds(divide.measure(whole.metric, **where, **whole.names()), divide.measure(part.metric, **where, **part.names())):
        return question
    return question.with_(subjects=(part, whole), intent="compare", statistic="level", blocker=None, blocker_details={})


TOGETHER = re.compile(r"(?:大学|大|校|アカデミア|学者|研究室)と(?:の)?(?:一緒|いっしょ|共著|連名|組|共同|コラボ)")
JOINT = {Subject("tier_share", tier="1-50"): "firm_elite_share", Subject("university_share"): "firm_university_share", Subject("non_elite_share"): "firm_non_elite_share"}


def written_together(question: Question, text: str) -> Question:
    """「企業が書いた論文のどれくらいがトップ大学と一緒?」: not firms beside universities, but papers of both."""
    others = [subject for subject in question.subjects if subject != Subject("firm_share")]
    if len(others) != 1 or others[0] not in JOINT or not OF_WHOLE["firm_share"].search(text) or not TOGETHER.search(text):
        return question
    return question.with_(subjects=(Subject(JOINT[others[0]]),))


def names_whole(text: str) -> bool:
    """Whether a text names the papers of a group as the whole of which a part is asked."""
    return any(pattern.search(text) for pattern in OF_WHOLE.values())


def named_whole(question: Question, text: str) -> Subject | None:
    return next((Subject(metric) for metric, pattern in OF_WHOLE.items() if pattern.search(text) and metric != question.subjects[0].metric), None)
