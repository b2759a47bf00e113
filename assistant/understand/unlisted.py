"""Which questions are about figures though not all of their words are listed: those are read once more by meaning."""

import re

from assistant.models import Question
from assistant.understand import followup
from assistant.understand.asked import PAPERED
from assistant.understand.cues.intent import DATA_INTENTS, DEFINITION, PAPER_SOUGHT, QUESTION_OF_VALUE, STRONG_PAPER
from assistant.understand.cues.worded import words_wanted
from assistant.understand.text.matcher import Text

EXISTING = re.compile(r"(?:論文|研究|報告書|レポート|調査)(?:って|が|は|も|とか)?(?:なかった|無かった|あった|ありました|あります|ある|ない[?か])")  # 「…を書いた論文あったよね」
ABBREVIATED = re.compile(r"(?=[a-z]*[A-Z][a-z]*[A-Z])[A-Za-z]{3,12}(?![A-Za-z])|[A-Za-z]{3,12}\s*の?\s*(?:19|20)\d\d")
JOINT = re.compile(r"手を(?:組|取り合|携え)|共著(?!者)|一緒|連名|合作|共同|タッグ|協力")
DEGREE = re.compile(r"度合|具合|偏[っりる]|集中|比率|数字で|どれだけ")
WRITTEN = re.compile(r"研究の(?:割合|比率|何)|書き手|筆者|執筆")
SIMPLE = ("level", "trend", "change", "ratio", "count")
UNKNOWN = ("unknown_name", "unknown_metric")  # refusals that stand on a word nobody listed


def unlisted(question: Question, text: Text, data: Question | None) -> bool:
    """Whether a question is about figures, but not all of its words are understood: of papers and measured, or a bare follow-up to figures."""
    if question.family is not None or question.blocker not in (None, *UNKNOWN):
        return False
    if question.blocker == "unknown_name" and ABBREVIATED.match(text.folded, text.folded.find(question.blocker_details["name"])):  # CoRL is a name, whatever the other words mean
        return False
    if question.intent in DATA_INTENTS:
        one_sided = len(question.subjects) == 1 and question.subjects[0].metric in ("firm_share", "university_share") and JOINT.search(text.lowered)
        unnamed = not question.subjects and question.cue is None
        return question.statistic in SIMPLE and (question.blocker is not None or bool(one_sided) or unnamed)
    if question.intent not in ("paper", "explain", "limits") or question.subjects or DEFINITION.search(text.lowered) or words_wanted(text.lowered) or EXISTING.search(text.lowered):
        return False
    if data is not None and followup.BARE.match(text.folded) and len(text.folded) <= 16:
        return not (re.search(r"\d", text.folded) or followup.POINTERS.search(text.folded))
    measured = QUESTION_OF_VALUE.search(text.lowered) or DEGREE.search(text.lowered)
    return bool(measured and (PAPERED.search(text.lowered) or WRITTEN.search(text.lowered))) and not PAPER_SOUGHT.search(text.lowered) and not STRONG_PAPER.search(text.lowered)
