"""Whether institutions held against each other are told by their papers: 「グーグルとマイクロソフト、どっちが多い?」, 「ホンダとは何本差?」."""

import re

from assistant.models import Question
from assistant.understand.cues.differences import TIMES

# Who of those named has more papers is told in papers: 「グーグルとマイクロソフト、どっちが多い?」「何本差?」.
MORE_PAPERS = re.compile(r"多[いくか]|たくさん|何本|本数|論文数|件数|少な[いくか]|(?:論文|本)(?:を|が)?[^、。]{0,6}(?:出し|載せ|書い|発表し)")
BY_SHARE = re.compile(r"割合|比率|シェア|(?<![一-龥])率|何%|何割|パーセント|ポイント|存在感|share|percent")
BY_PLACE = re.compile(r"(?:一番|いちばん|最も)[^、。]{0,8}(?:ところ|とこ|企業|会社|大学)|首位|トップ|番目|\d位")  # who stands there is told by shares, as in the ranking
APART_NOW = re.compile(r"差|違[いう]|開き|離れ")


def in_papers(question: Question, text: str, data: Question | None) -> Question:
    """Named institutions held against each other in one year, told by how many papers they have where papers are asked about; other questions as they are."""
    named = len(question.subjects) > 1 and all(subject.metric == "institution_share" for subject in question.subjects)
    if not named or len(question.places) > 1 or len(question.years) > 1 or question.blocker is not None or question.variant is not None or BY_SHARE.search(text) or BY_PLACE.search(text):
        return question
    if question.statistic == "count" and question.intent == "trend" and question.years and APART_NOW.search(text):
        return question.with_(intent="compare")
    counted = MORE_PAPERS.search(text) or data is not None and data.statistic == "count" and question.inherited
    return question.with_(statistic="count") if question.statistic == "level" and question.intent == "compare" and counted and not TIMES.search(text) else question
