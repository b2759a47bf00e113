"""The columns that a comparison of the strategies is to have: 「3案の比較表を、初期費用・期間・ROI・リスクの順で」 「ROIとNPVを表で並べて」."""

import re
from dataclasses import dataclass

from assistant.models import Question
from assistant.understand.plans.beside_plan import COMPARED
from assistant.understand.plans.investment import read_investment
from assistant.understand.text.matcher import Text

# What people call each column; one name may stand for two of them.
NAMES = (
    (("initial",), r"初期(?:費用|投資額?|コスト)?|投資額|元手|(?:必要|要る|いる|かかる)(?:な)?(?:お?金|カネ|費用|額|資金|予算)|費用|コスト|お?金額?|予算|いくら(?:かかる)?か?"), (("production",), r"本番化(?:の)?(?:費用|コスト)?"), (("running",), r"運用(?:費|コスト)|維持費|ランニング(?:コスト)?|年間費用"),
    (("payback",), r"回収(?:期間|年数|まで)?|元が取れる(?:まで|時期|年)?(?:の年数)?|戻る(?:まで)?の?(?:年数|期間|時期)|何年で元[^・、]{0,6}"), (("years",), r"期間|年数|工期|スケジュール|長さ"), (("roi",), r"ROI|roi|投資(?:対効果|収益率|利益率)|費用対効果|リターン"), (("npv",), r"NPV|npv|正味現在価値|期待値|採算"), (("irr",), r"IRR|irr|内部収益率|利回り"),
    (("loss_probability", "worst"), r"リスク|危なさ|危険(?:度|性)?"), (("loss_probability",), r"(?:損する|赤字の?|失敗(?:する|の)?|マイナスの?)確率"), (("break_even",), r"損益分岐(?:点)?"), (("worst",), r"最悪(?:の)?(?:損失|場合|ケース)?|(?:最大)?損失額?|失敗時の損失?|損"), (("chance",), r"(?:成功|勝|合格|当たる|うまくいく)(?:する)?(?:確率|率|見込み)|確率"),
    (("benefit",), r"(?:年間)?効果|メリット|見込み"),
)  # fmt: skip
COLUMN = re.compile("|".join(f"(?P<c{place}>{words})" for place, (_, words) in enumerate(NAMES)))
APART = r"(?:[・、,，/／\s]|と|や|および|及び|それから|あと|に)+"
ITEM = re.compile(rf"(?:^|(?<=[・、,，/／\s])|(?<=と)|(?<=や))(?P<item>[^・、,，/／\s]{{1,14}}?)(?={APART}|$)")
TABLE = re.compile(r"表|一覧|並べ|比較|比べ|くらべ|対比|列|項目|整理|まとめ")
WAYS = re.compile(r"[3三](?:つ)?(?:の)?(?:案|戦略|選択肢|方策|やり方|進め方|道|プラン|方法|パターン)|各(?:案|戦略|選択肢)|それぞれの(?:案|戦略|選択肢)|(?:全部|すべて|全て)の(?:案|戦略|選択肢)|(?:この|その|さっきの|上の)?[3三]つ(?:を|で|の|とも)")
NAMED_WAYS = r"[3三](?:つ)?(?:の)?(?:案|戦略|選択肢|方策|やり方|進め方|プラン)|各(?:案|戦略|選択肢)"
TABLE_ALONE = re.compile(rf"^(?:じゃあ?|では|で|まず|、)*(?:{NAMED_WAYS})(?:を|の|は)?、?(?:比較|対比)?(?:の)?(?:表|一覧(?:表)?)(?:で|に|を|として)?(?:して|まとめて|出して|見せて|ください|下さい|お願い|ちょうだい|くれ|頼む|欲しい|ほしい|します|せよ|や|ね|よ|い)*[。??!]*$")
TAIL = re.compile(r"(?:の順(?:番)?(?:で|に)?|(?:の|という)?(?:列|項目|観点|軸|切り口)(?:で|を|に)?|(?:を|が|の|で)(?:表|一覧|並べ|比較|比べ|対比|整理|まとめ|入れ|出|見せ|知|示)|だけ)")
OF_OTHERS = re.compile(r"論文|会議|学会|参加率|割合|共著|[A-E甲乙]案|グラフ")
LONGEST = 80  # characters


@dataclass(frozen=True)
class Wanted:
    """`columns`: keys of `roi.columns.CELLS`, in order; `missing`: what was asked for and is not held."""

    columns: tuple[str, ...]
    missing: tuple[str, ...]


def columns_wanted(text: str) -> Wanted | None:
    """The columns that a text lists for a table; None where it lists fewer than two, or wants no table."""
    if len(text) > LONGEST or not TABLE.search(text) or OF_OTHERS.search(text) or read_investment(text).amounts_told:
        return None
    found = [match for match in COLUMN.finditer(text)]
    runs: list[list[re.Match]] = []
    for match in found:
        between = text[runs[-1][-1].end() : match.start()] if runs else ""
        if runs and (re.fullmatch(APART, between) or re.fullmatch(rf"{APART}[^・、,，/／\s]{{1,8}}{APART}", between)):
            runs[-1].append(match)
        else:
            runs.append([match])
    listed = max(runs, key=len, default=[])
    if len(listed) < 2:
        return None
    keys = [key for match in listed for key in NAMES[next(place for place in range(len(NAMES)) if match[f"c{place}"])][0]]
    rest = text[listed[-1].end() :]
    whole = text[listed[0].start() : listed[-1].end()] + (more.group() if (more := re.match(rf"(?:{APART}[^・、,，/／\sのをでがは]{{1,8}})+(?={TAIL.pattern})", rest)) else "")
    missing = [item for item in re.split(r"[・、,，/／\s]+|(?<=[一-龥ァ-ヴー])と(?=[一-龥ァ-ヴーA-Za-z])", whole) if item and not COLUMN.search(item)]
    return Wanted(tuple(dict.fromkeys(keys)), tuple(dict.fromkeys(missing)))


def table_of_ways(text: str) -> bool:
    """Whether a text wants the strategies in a table and names no columns: 「3案を表で」."""
    return TABLE_ALONE.match(text) is not None


def of_columns(text: Text, previous: Question | None, topic: str) -> Question | None:
    """The question for such a table of the strategies: named, spoken of as a whole, or those of the talk (`topic`: its lines). None for any other message."""
    if columns_wanted(text.folded) is None:
        return None
    named = [name for name in read_investment(text.folded).strategies if name in COMPARED]
    compared = previous is not None and previous.intent in ("roi", "strategy") and not any(read_investment(line).amounts_told for line in topic.split("\n"))
    if not (WAYS.search(text.folded) or len(named) > 1 or compared):
        return None
    lines = f"{text.folded}\n{topic}" if topic and compared else text.folded
    return Question(text=text.folded, intent="roi", resolved=text.folded, topic=lines, inherited=("amounts",) if lines != text.folded else ())
