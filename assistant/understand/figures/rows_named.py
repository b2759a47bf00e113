"""「論文数が多い企業、上位10社ください」: so many rows of a ranking wanted, written as the question that it asks, whatever the words of asking."""

import re

from assistant.understand.figures.firsts_named import firsts_named
from assistant.understand.figures.members_ranked import members_ranked
from assistant.understand.figures.said_otherwise import said_otherwise
from index.number_words import read_number

NUMBER, COUNTER = r"\d{1,2}|[二三四五六七八九十]", r"社|校|[かカヶ]国"
MANY = r"多い|多く|たくさん|書いて(?:い)?る|出して(?:い)?る|発表して(?:い)?る|載せて(?:い)?る|通して(?:い)?る|載って(?:い)?る"
PAPERS = rf"(?:論文(?:の?(?:数|本数|発表数|割合))?(?:の|が|を|で)?(?:{MANY})*の?)?"
KIND = r"(?:(?:企業|会社|大学(?!院)|国(?!際|内|立))(?:別|さん)?)?"
BETWEEN = r"(?:の|を|で|から|は|、)*"
TOP = r"(?:上位|トップ|ベスト|(?:上から|多い順に|多いほうから|多い方から)(?:順に|数えて)?)(?:の|、)?"
SHOWN = r"(?:だけ|まで|ほど|くらい|ぐらい|分)?(?:の?(?:名前|顔ぶれ|一覧|リスト|表))?(?:を|で|に|は|って|が)?、?(?:一覧|リスト|表)?(?:で|に|を)?(?:して)?"
WANTED = r"(?:(?:見せ|教え|出し|挙げ|あげ|並べ|列挙|示し|知り|見た|まとめ|欲し|ほし|頂戴|ちょうだい|ください|下さい|お願い|おねがい|頼|どこ)[^。、??]{0,12})?"
ROWS = re.compile(rf"{PAPERS}(?P<kind>{KIND}){BETWEEN}{PAPERS}{TOP}(?P<number>{NUMBER})(?P<counter>{COUNTER}){SHOWN}{WANTED}[。??!]*$")
FEW = re.compile(rf"論文(?:の?(?:数|本数))?(?:の|が|を)?(?:{MANY})+(?P<kind>企業|会社|大学(?!院)|国(?!際|内|立))(?:を|の?名前を|、)+(?P<number>{NUMBER})(?P<counter>{COUNTER}){SHOWN}{WANTED}[。??!]*$")
# 「会社だと上から5つ教えて」 after another figure.
OF_KIND = re.compile(rf"^(?:(?:じゃあ?|では|で|ほな|なら|あと|ちなみに)[、,]?)*(?P<kind>企業|会社|大学(?!院)|国(?!際|内|立))(?:さん)?(?:だけ)?(?:だと|なら|では|で(?:言う|いう|見る)と|で|は|に(?:限|絞)(?:る|っ)(?:と|たら|て)|やと|やったら)?、?(?:多い(?:順|ほう|方)(?:に|から)|{TOP})(?:数えて)?、?(?P<number>{NUMBER})(?:つ|個|{COUNTER}|位(?:まで)?){SHOWN}{WANTED}[。??!]*$")
KINDS = {"社": "企業", "校": "大学"}
NAMES = {"会社": "企業"}
ABOUT = re.compile(r"論文|会議|学会|研究|(?<![a-z])ai(?![a-z])|発表", re.IGNORECASE)
# Money, size and models are ranked by nobody here; how much they hold together is one share; who moved most is another order.
OTHERWISE = re.compile(r"売上|時価|資本|従業員|社員|株|年収|利益|投資|モデル|集中|シェア|占め|増や|増え|伸び|伸ば|減ら|減っ|減り|引用|電力|gpu|参加率|共著|単独", re.IGNORECASE)
JOINED = re.compile(r"(?:^|[のではにがも、。年])$")


def rows_named(text: str) -> str:
    """The text with its last clause as a plain question for the first so many by papers; any other text as it is."""
    text = firsts_named(said_otherwise(text))
    if (members := members_ranked(text)) != text:
        return members
    if (bare := OF_KIND.match(text)) and not OTHERWISE.search(text):
        return f"論文が多い{NAMES.get(bare['kind'], bare['kind'])}の上位{int(read_number(bare['number']).value)}位はどこですか"
    match = FEW.search(text) or ROWS.search(text)
    if match is None or not ABOUT.search(text) or OTHERWISE.search(text):
        return text
    before = text[: match.start()].rstrip("、")
    link = "" if JOINED.search(before) else "の"
    kind = KINDS.get(match["counter"], "国")
    return f"{before}{link}論文が多い{kind}の上位{int(read_number(match['number']).value)}位はどこですか"
