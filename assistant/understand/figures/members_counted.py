"""「論文を出している企業は何社?」: how many firms or universities have papers, with the ones that have most."""

import re

import prompts
from assistant.models import Question
from assistant.understand.figures.membership import SUBJECTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Hit, Text

KINDS = {"big_tech": r"大手テック(?:企業)?|ビッグテック", "firm": r"企業|会社", "university": r"大学(?!院)"}
COUNTED = r"(?:の(?:社|校)?数(?:は|を|って|が|[??。]|$)|(?:は|って|が|の数は|も)?、?(?:全部で|世界で|合計で)?(?:何(?:社|校|個|件)|いくつ|どれ(?:くらい|ぐらい|だけ)の(?:数|社数|校数))(?![^。]{0,6}(?:超|以上|以下|中|占め)))"
PAPERS = re.compile(r"論文|発表し|出[しる]|出た|出て|載せ|書い|参加し|投稿し|AI会議|ai会議|学会")
ASKED = {kind: re.compile(rf"(?:{words})(?:各社)?{COUNTED}") for kind, words in KINDS.items()}
OTHERWISE = re.compile(r"上位|トップ|占め|割合|何%|シェア|共著|以上の|増え|減っ|推移|超え|うち")
# 「日本の機関は2019年に何機関?」「中国の会社は何社が論文を出している?」
OF_COUNTRY = re.compile(r"の?(?P<kind>(?:研究)?機関|企業|会社|大学(?!院))(?:は|が|で|って|の数は|のうち)?、?[^。、]{0,14}?(?:何(?:社|校|機関)|(?<=[はが])いくつ|(?<=数は))(?!と|に占|で何)")
DATED = re.compile(r"(?:19|20)\d\d年")
LONGEST = 40  # characters


def members_counted(reader: Reader, text: Text) -> Question | None:
    """The question for that number; None for any other, and for those of one country, who are not counted together."""
    if len(text.folded) > LONGEST or OTHERWISE.search(text.folded) or reader.institutions.find(text):
        return None
    papers = PAPERS.search(text.folded) is not None
    if countries := reader.countries.find(text):
        return of_country(text, countries) if papers or DATED.search(text.folded) else None
    if not papers:
        return None
    group = next((kind for kind, pattern in ASKED.items() if pattern.search(text.folded)), None)
    if group is None:
        return None
    alone = reader.read_alone(text)
    return Question(
        text=text.folded, intent="rank", statistic="members", resolved=text.folded, topic=text.folded, subjects=(SUBJECTS[group],), places=alone.places[:1], years=alone.years[-1:], option=group,
        ranked="universities" if group == "university" else "firms",
    )  # fmt: skip


def of_country(text: Text, countries: list[Hit]) -> Question | None:
    """Refused: how many of one country have papers is counted nowhere."""
    match = OF_COUNTRY.match(text.folded, countries[0].end) if len(countries) == 1 else None
    if match is None:
        return None
    name = prompts.render("notes", "members_of_country", name=f"{countries[0].text}の{match['kind']}")
    return Question(text=text.folded, intent="figure", resolved=text.folded, topic=text.folded, blocker="unknown_metric", blocker_details={"name": name})
