"""Which firms or universities a group stands for: 「大手テックって具体的にどこの会社?」, 「GAFAのほかに誰が入る?」, 「大手テックにソニーは入る?」."""

import re
from typing import Protocol

from assistant.models import Question, Subject
from assistant.understand.cues.sought import work_sought
from assistant.understand.cues.who_ranked import who_ranked
from assistant.understand.names.institutions import InstitutionNames
from assistant.understand.text.matcher import Phrases, Text

SUBJECTS = {
    "big_tech": Subject("big_tech_share"), "elite": Subject("tier_share", tier="1-50"), "firm": Subject("firm_share"), "university": Subject("university_share"),
}  # fmt: skip
GROUP_OF = {"big_tech_share": "big_tech", "firm_elite_share": "elite", "elite_partner_ratio": "elite", "firm_share": "firm", "firm_only_share": "firm", "university_share": "university", "university_only_share": "university"}
KIND = r"(?:会社|企業|大学|学校|機関|メーカー|ところ|面々|顔ぶれ)"
# Who is meant, said or counted in.
ASKED = re.compile(
    rf"具体的に(?:は|いうと|言うと)?、?(?:どこ|どの|どんな|誰|だれ|何|どういった)(?:の|という)?{KIND}?(?:の(?:こと|論文))?(?:を|が|なの|ですか|です|入|含|指|のこと|って|か|[??。]|$)|"
    rf"(?:どこ|どの|どんな|誰|だれ|何という)(?:の|という)?{KIND}?(?:の(?:こと|論文))?(?:を|が|まで)?(?:指[しす]|含[まみむ]|入[るりっ]|該当|当たる|あたる|当てはま|数え|のこと)|"
    rf"(?:のほか|以外)(?:に|には|は|だと|で)、?(?:誰|だれ|どこ|何|どんな{KIND}|ほか)[^。、]{{0,4}}(?:入|含|いる|ある|あり|[??。]|$)|"
    rf"(?:って|とは|は)、?(?:具体的に)?(?:どこ|誰|だれ|どの{KIND}|どんな{KIND})(?:の{KIND})?(?:のこと|を指|なの|です|だ|か)*[??。]*$|"
    r"(?:の)?(?:一覧|リスト|顔ぶれ|(?<!別)(?<!別の)内訳|メンバー|名簿|社名|校名|企業名|大学名)(?:は|を|が|って|だけ|も|[??。]|$)"
)
INCLUDED = re.compile(r"(?:に|には)?[^。、]{0,12}(?:は|も|って)?(?:入[るりっ]|含まれ|含む|該当す|数え)(?:る|て|ます|り|い|の|ん|か|ない)*[^。、]{0,6}[??。]*$")
MEASURED = re.compile(r"割合|比率|率(?:は|が|を|の|で)|シェア|何%|何割|推移|多い|少ない|高い|低い|一番|いちばん|最も|順|ランキング|トップ\d|上位\d|\d位|首位|(?:上位|トップ)の?(?:企業|会社|機関)の?(?:一覧|リスト|顔ぶれ)|何本|論文数|増え|減っ|伸び")
OTHERWISE = re.compile(r"受賞|表彰|[文秀高会]賞|採択|採用|倒産|人員|人数|社員|削減|導入|売上|利益|予算|投資|株価|給料|年収|上場|買収|撤退")  # firms by what befell them: not those of a group
LONGEST = 36  # characters


class Finders(Protocol):
    groups: Phrases
    institutions: InstitutionNames


class Membership:
    """Reads such questions with the finders of a reader."""

    def __init__(self, reader: Finders):
        self.reader = reader

    def question(self, text: Text, previous: Question | None, data: Question | None) -> Question | None:
        """The question for the members of a group, or whether one institution is among them; None for any other."""
        if len(text.folded) > LONGEST or MEASURED.search(text.folded) or OTHERWISE.search(text.folded) or work_sought(text.lowered, True):  # 「大手テックの資金提供を論じた論文の著者は誰」
            return None
        named = [hit.key for hit in self.reader.groups.find(text) if hit.key in SUBJECTS]
        told = self.told(previous, data)
        one = self.reader.institutions.find(text)
        if one and INCLUDED.search(text.folded) and (group := next((key for key in named if key in ("big_tech", "elite")), None) or told):
            return self.of(text, group, data if not named else None).with_(statistic="member", subjects=(Subject("institution_share", institution=one[0].key), SUBJECTS[group]), places=(), years=())
        if not ASKED.search(text.folded) or who_ranked(text.folded) is not None:
            return None
        special = next((key for key in named if key in ("big_tech", "elite")), None)
        group = special or (told if told in ("big_tech", "elite") or not named else named[0])
        return None if group is None or one and not special else self.of(text, group, data if not special else None)

    def of(self, text: Text, group: str, data: Question | None) -> Question:
        """Where and when the conversation measured last, for a group that is only pointed at."""
        places, years = (data.places[-1:], data.years[-1:]) if data is not None and data.subjects else ((), ())
        return Question(
            text=text.folded, intent="rank", statistic="members", resolved=text.folded, topic=text.folded, subjects=(SUBJECTS[group],), places=places, years=years, option=group,
            ranked="universities" if group in ("elite", "university") else "firms",
        )  # fmt: skip

    @staticmethod
    def told(previous: Question | None, data: Question | None) -> str | None:
        """The group that was measured last."""
        before = next((question for question in (previous, data) if question is not None and question.subjects), None)
        if before is None:
            return None
        subject = before.subjects[-1]
        return "elite" if subject.metric == "tier_share" and subject.tier == "1-50" else GROUP_OF.get(subject.metric)
