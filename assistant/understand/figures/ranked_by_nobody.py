"""Rankings that nothing here counts: of authors, laboratories or departments (「論文数の多い著者トップ10は」), and of countries, firms or universities by their citations
(「被引用数の多い国ベスト5」), of conferences by how many papers they have. Shares of papers are no answer to any of them."""

import re

import prompts
from assistant.models import Question
from assistant.understand.text.matcher import Text

PERSON = r"(?P<{name}>(?:筆頭|責任|共同)?著者|論文の書き手|研究者|研究室|ラボ(?!ラ)|学部|学科|研究科|研究チーム|教授|先生|執筆者)"
PEOPLE = re.compile(r"著者|書き手|研究者|教授|先生|執筆者")
ORDER = r"(?:ランキング|番付|順位表|(?:トップ|上位|ベスト)\s*(?:の)?\d{1,2}|常連|の(?:上位|トップ|1位|首位)(?:は|を|って|$))"
MANY = r"(?:(?:論文(?:の?数|の本数|本数)?|発表|採択)(?:が|の|を)?[^。、]{0,8}?(?:一番|いちばん|最も|もっとも)?(?:多い|多く[^。、]{0,10}?|たくさん[^。、]{0,10}?)|(?:一番|いちばん|最も|もっとも)[^。、]{0,4}?論文を?[^。、]{0,8}?(?:出し|書い|通し|発表し)て(?:い)?る)"
RANKED = re.compile(rf"{PERSON.format(name='of')}(?:別|ごと)?(?:の|で|は|を|、|の中で)?(?:論文数?の?)?{ORDER}|{MANY}(?:日本の|国内の)?{PERSON.format(name='whom')}(?:は|って|を|の名前|トップ|ベスト|上位|ランキング|[??。]|$)")
CITED = re.compile(
    r"よく(?:引用|参照)され(?:る|て(?:い)?る)(?:論文の多い)?(?:国(?!際|内)|企業|会社|大学(?!院)|機関)|(?:被引用|引用)(?:数|回数|件数|され[^。、の]{0,6})?(?:で|が|の|を)?[^。、]{0,6}?(?:多い|高い|たくさんの?|ランキング|順位|トップ|上位|ベスト|順)[^。、]{0,8}?(?:国(?!際|内)|企業|会社|大学(?!院)|機関)|(?:国(?!際|内)|企業|会社|大学(?!院)|機関)(?:別|ごと)?(?:の|を|で)?、?(?:論文の)?(?:被引用|引用)(?:数|回数|件数)(?:の|で|が|を)?(?:多い)?(?:ランキング|順|トップ|上位|ベスト)"
)
# 「会議を論文数の多い順に」: no share of anybody is asked for; with a group, 「企業の論文が多い会議」, it is.
VENUES = re.compile(r"(?:会議|学会)(?:別|ごと)?(?:を|の|で)?、?論文の?(?:数|本数)(?:の|が|を)?(?:多い|少ない)?(?:順|ランキング|番付)|(?<!の)論文(?:の?(?:数|本数))?(?:の|が)(?:一番|いちばん|最も|もっとも)?(?:多い|少ない)(?:AI)?(?:会議|学会)(?:は|って|を|の(?:ランキング|順)|トップ|上位|ベスト|[??]|$)")
OF_GROUP = re.compile(r"企業|会社|大学|機関|産学|共著|テック|日本|国|勢|[米中英独仏韓]")
# Shares of citations are held, and what works say of it is told of them.
OTHERWISE = re.compile(r"シェア|割合|比率|%|何割|会議(?:は|を|の(?:ランキング|順位))|学会|分野|という(?:話|研究|論文)|論文を(?:紹介|教)|なぜ|理由")


def ranked_by_nobody(text: Text) -> Question | None:
    """The question, refused by what it asks to rank; None for any other message."""
    if VENUES.search(text.folded) and not OF_GROUP.search(text.folded):
        name = prompts.render("notes", "venues_by_papers")
        return Question(text=text.folded, intent="rank", resolved=text.folded, topic=text.folded, blocker="unknown_metric", blocker_details={"name": name})
    if OTHERWISE.search(text.folded):
        return None
    match = RANKED.search(text.folded)
    if match is not None:
        who = match["of"] or match["whom"]
        if PEOPLE.search(who):
            return Question(text=text.folded, intent="rank", resolved=text.folded, topic=text.folded, blocker="scope_people", blocker_details={"name": who})
        name = prompts.render("notes", "ranked_each", name=who)
    elif CITED.search(text.folded):
        name = prompts.render("notes", "cited_rank")
    else:
        return None
    return Question(text=text.folded, intent="rank", resolved=text.folded, topic=text.folded, blocker="unknown_metric", blocker_details={"name": name})
