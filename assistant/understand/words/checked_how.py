"""How a finding of ours was checked: 「2012年以降に変わったとのことですが、その根拠はどのように検証されているのでしょうか」 asks for the difference in differences and its checks."""

import re

from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text

LONGEST = 70  # characters
CHECKED = re.compile(r"(?:どう(?:やって)?|どのように|ど(?:のような|ういう|ういった|んな)(?:方法|手法|やり方|ふう)で|何(?:を使って|で))、?(?:統計的に|実際に|きちんと)?(?:検証|確かめ(?!れば|たら)|立証|実証|裏付け|裏づけ|検定)(?!すれ|すべき|したら)|(?:検証|立証|裏付け|裏づけ)(?:の)?(?:方法|手順|やり方)(?:は|を|って)")
FINDING = re.compile(r"根拠|結論|変化|変わっ|転換|増え|増加|結果|動き|傾向|その(?:話|主張|差)|^(?:で、?|では、?)?(?:それ|これ)")
OTHERS = re.compile(r"論文|文献|調査|資料|アンケート|予算|効果|投資|試算|計画|試作|gpu|特許|うち|自社|当社|弊社|社内|因果|精度|採算")
WITH_DID = ("firm_share", "firm_only_share", "firm_university_share", "university_share", "tier_share", "big_tech_share")
BEFORE = (*DATA_INTENTS, "why", "limits", "explain")


def checked_how(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question for the difference in differences of what was measured, else of the firms' share; None for any other text, and right after a paper or a plan."""
    if len(text.folded) > LONGEST or not CHECKED.search(text.folded) or not FINDING.search(text.folded) or OTHERS.search(text.lowered):
        return None
    if "2012" not in text.folded and (previous is None or previous.intent not in BEFORE):
        return None
    measured = data.subjects[:1] if data is not None and data.subjects and data.subjects[0].metric in WITH_DID else (Subject("firm_share"),)
    return Question(text=text.folded, intent="compare", resolved=text.folded, topic=text.folded, statistic="did", subjects=measured, places=(Place("area", "ai"),), inherited=("subjects",))
