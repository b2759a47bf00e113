"""「AI研究者は日本と中国どちらが多い?」: people are counted nowhere here; said so, with the papers of those who are named."""

import re

from assistant.models import Question, Subject
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

PEOPLE = re.compile(r"(?P<people>(?:AI|ai|人工知能|機械学習)?(?:の|系の?|分野の)?(?:トップ)?(?:研究者|研究員|技術者|エンジニア|専門家|人材|学者|開発者|博士(?!課程)))(?:の?(?:人)?数|の人口|の人数)?(?:は|が|って|の数は|も|、|の多|を|で)")
COUNTED = re.compile(r"(?:どちら|どっち|どこ)[^。]{0,6}(?:多|少な)|(?:多|少な)(?:い|く)[^。]{0,8}(?:どちら|どっち|どこ|国|[??]|$)|何人|(?:どれ|どの)(?:くらい|ぐらい|だけ|ほど)[^。]{0,4}(?:いる|い?ます|多|いるの)|人数|何位|何番|順位|ランキング|何倍")
# Papers, and what people write or think, are questions of their own.
OTHERWISE = re.compile(r"論文|著者|発表|割合|シェア|参加|共著|採用|育て|育成|年収|給料|給与|流出|意見|言って|うち|当社|自社|弊社|必要|確保|足り")


def people_counted(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """The question, blocked, about the papers of those named; None for any other."""
    match = PEOPLE.search(text.folded)
    if match is None or not COUNTED.search(text.folded) or OTHERWISE.search(text.folded):
        return None
    named = [Subject("country_share", country=hit.key) for hit in reader.countries.find(text)] + [Subject("institution_share", institution=hit.key) for hit in reader.institutions.find(text)]
    if not named:
        return None
    asked = Question(
        text=text.folded, intent="compare" if len(named) > 1 else "figure", resolved=text.folded, topic=text.folded, subjects=tuple(dict.fromkeys(named)), blocker="scope_heads", blocker_details={"name": f"{match['people']}の数"},
    )  # fmt: skip
    return reader.finished(asked, text, data)
