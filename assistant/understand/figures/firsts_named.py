"""Ways to ask for the first ones that name no ranking: 「日本企業で2007年に1位だったのは」, 「米国のトップ大学5つ」, 「数年前より下がってる国は?」, and ways to ask for
conferences by a share: 「論文の半分以上に企業が入ってる会議は?」; each written as the plain question."""

import re

from analytics.divide.store import MAIN_LAST
from index.number_words import read_number

OF = r"(?P<of>(?:[一-龥ァ-ヴー]{1,8}の|日本|米国|中国|韓国|英国)?)"
KIND = r"(?P<kind>企業|会社|大学(?!院)|国(?!際|内|立))"
DATE = r"(?P<{name}>(?:(?:19|20)\d\d年|令和\d+年|平成\d+年)(?:の時点|時点|当時)?)"
FIRST = r"(?:1位|一位|首位|トップ|一番(?:上|多かった|論文が多かった)?|筆頭)"
WAS = re.compile(rf"^(?:{DATE.format(name='before')}[にのは、]*)?{OF}{KIND}(?:の中|のうち)?(?:で|では)、?(?:{DATE.format(name='after')}[にはの、]*)?{FIRST}(?:だった|であった|になった|になってた|の)?(?:の|ところ|とこ|企業|会社|大学|国)(?:は|って)?、?(?:どこ|誰|だれ)?[ぁ-ん]{{0,6}}[。??!]*$")
SO_MANY = re.compile(rf"^(?P<lead>.{{0,12}}?)(?P<of>(?:[一-龥ァ-ヴー]{{1,8}}の)|日本の?)(?:トップ|上位|有力|主要)の?{KIND}(?:を|、)?(?P<number>\d{{1,2}}|[二三四五六七八九十])(?:つ|社|校|[かカヶ]国)(?:は|を|だけ|教えて|挙げて|見せて)?[ぁ-ん]{{0,10}}[。??!]*$")
SINCE = re.compile(rf"^(?:(?P<ago>\d{{1,2}}|数|十)年前|昔|以前)(?:より|と比べて|に比べて|から|よりも)、?(?:論文が)?(?:(?P<down>下が|減|落ち|落と)|(?P<up>上が|増え|伸び))[っし]?(?:て(?:い)?る|た)(?P<kind>国|企業|会社|大学)(?:は|って)?、?(?:どこ|ある)?[ぁ-ん]{{0,6}}[。??!]*$")
PART = r"(?P<part>半分|過半数|\d{1,3}%|\d割|[二三四五六七八九]割)"
HALF = re.compile(rf"論文の{PART}(?:(?P<least>以上)|(?P<more>超|を超え|より多く))(?:に|で|の論文に)?、?(?P<group>企業|会社|大学)(?:の人)?(?:が|の)(?:入っ|い|参加し|関わっ|加わっ|名を連ね)(?:て(?:い)?る|る)(?P<where>会議|学会|分野)")
NONE = re.compile(r"(?P<group>企業|会社|大学)(?:の人)?(?:が|の)(?:まったく|全く|全然|ほとんど|一切|ほぼ)?(?:いない|入っていない|入ってない|参加していない|参加してない|出ていない|出てない)(?P<where>会議|学会|分野)")
LATEST = re.compile(r"^(?:一番|いちばん|最も)?(?:最新|新しい|最後)(?:の|な)?(?:データ|年|数字|統計)(?:は|って)?(?:いつ|何年)(?:の|まで|分)?[ぁ-ん]{0,8}[。??!]*$")
WHICH_MOST = re.compile(r"^(?:じゃあ?|では|で|それで|ちなみに)?[、,]?どの(?P<kind>会社|企業|大学|国)が(?:一番|いちばん|最も|トップ)(?:多い|上|強い)?[ぁ-ん]{0,6}[。??!]*$")
NAMES = {"会社": "企業"}
SEVERAL = 5
OTHERWISE = re.compile(r"売上|時価|参加率|共著|単独|引用|費用|モデル")


def firsts_named(text: str) -> str:
    """The plain question for such a text; any other text as it is."""
    if OTHERWISE.search(text):
        return text
    if match := WHICH_MOST.match(text):
        return f"一番多い{match['kind']}は?"
    if match := WAS.match(text):
        date, of = match["before"] or match["after"], match["of"]
        return f"{f'{date}に' if date else ''}論文が多い{of}{'の' if of and not of.endswith('の') else ''}{NAMES.get(match['kind'], match['kind'])}の1位はどこですか"
    if match := SO_MANY.match(text):
        of = match["of"] if match["of"].endswith("の") else f"{match['of']}の"
        return f"{match['lead']}論文が多い{of}{NAMES.get(match['kind'], match['kind'])}の上位{int(read_number(match['number']).value)}位はどこですか"
    if match := SINCE.match(text):
        years = {None: None, "数": SEVERAL, "十": 10}.get(match["ago"], match["ago"])
        span = f"{MAIN_LAST - int(years)}年から{MAIN_LAST}年に" if years is not None else ""
        return f"{span}論文の割合が一番{'下がった' if match['down'] else '伸びた'}{NAMES.get(match['kind'], match['kind'])}はどこですか"
    if LATEST.match(text):
        return "何年までのデータですか"
    return by_share(text)


def by_share(text: str) -> str:
    """Conferences or fields wanted by how many papers have firms or universities among their authors."""
    if match := HALF.search(text):
        part = {"半分": "50%", "過半数": "50%"}.get(match["part"]) or match["part"]
        held = "以上の" if match["least"] and match["part"] != "過半数" else "を超える"
        return f"{text[: match.start()]}{NAMES.get(match['group'], match['group'])}参加率が{part}{held}{match['where']}{text[match.end() :]}"
    if match := NONE.search(text):
        return f"{text[: match.start()]}{NAMES.get(match['group'], match['group'])}参加率が最も低い{match['where']}{text[match.end() :]}"
    return text
