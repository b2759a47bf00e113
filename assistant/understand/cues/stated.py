"""What a question states beside what it asks: numbers and directions taken for true, the form and the way of counting wanted."""

import re

from assistant.models import Question
from assistant.understand.cues.causes import asks_cause
from assistant.understand.cues.intent import LEVEL_PASSED, LIMITED
from assistant.understand.names.periods import Period
from assistant.understand.text.matcher import Text
from index.numerals import find_numerals

# The asker states a number: by a tag (ですよね, でしょ), or by ending on it (「50%くらいですか」).
CLAIMED = re.compile(r"[%割](?:くらい|ぐらい|ほど|程度|前後|弱|強)?(?:です|なの|だった(?:の)?|だ)?か?な?[??。]*$|じゃない(?:の|です)?か?[??]|じゃん|だろう|だっけ|過半数|半分|半数|です(?:よね|ね)|でしょ|だよね|よね|本当|ほんと|と聞|って聞|という話|らしい|と言|というのは|だと(?:答|いう)|正しい|合って|違いま|なんですか")
OPEN_QUESTION = re.compile(r"いつ|何年|なぜ|何故|どうして|なんで|理由|何%|何割|何倍|何ポイント|どれ|どの|どこ|どちら|どっち|どう|いくら|推移|グラフ|誰|だれ|どん(?:な|だけ|くらい|ぐらい|ど)|なんぼ|幾ら|増減|比べ")
RISES = re.compile(r"高騰し|急増し|急伸し|躍進し|台頭し|膨らん|跳ね上が|増え(?:た|て|ま|る|続)|増加し|伸び(?:た|て|ま|る)|上がっ|上がり|上昇し|高まっ|高くなっ|強まっ|強くなっ|広がっ|拡大し|多くなっ")
FALLS = re.compile(r"安くなっ|減っ|減り(?!幅)|減少し|下がっ|下がり|低下し|落ち(?:た|て|ま|目|込)|弱まっ|弱くなっ|低くなっ|縮小し|縮まっ|少なくなっ|衰え|衰退|後退し|急落し|急減し|押し出され|締め出され|追いやられ|落ちぶれ")
FLATS = re.compile(r"横ばい|頭打ち(?!の理由)|変わっていな|変わらな|変化していな|変化(?:は|が)な|停滞し|足踏み|伸び悩")
CLAIM_UNITS = ("%", "ポイント", "倍", "割", "本", "分率")
PAPERS_COUNTED = re.compile(r"(?:論文|研究(?!者)|文献|事例|例)、\s*([2-9二三四五])(?:本|つ|件|個)(?:で|だけ|お願い(?:します)?|頼む|よろしく)?[。]?$|(?:論文|研究(?!者)|文献|事例|例|根拠)[^。、]{0,6}([2-9二三四五])(?:つ|本|件|個)(?!目)|([2-9二三四五])(?:つ|本|件|個)の?(?:論文|研究|文献|事例|例)")
# A level that a yes-or-no question names: 「3割を切ってる?」「4割に届いてる?」「2割もいない?」.
LEVEL_JUDGED = re.compile(
    r"(?:[%割]|分の[\d一二三四五]|半分|半数|過半数)(?:を|に|は|も|以上|以下|超|くらい|ぐらい|まで)*(?:超え|越え|上回|下回|切[っりる]|割[っりれ](?!合)|届[いかく]|達し|い[っか](?:て|な)|行[っか](?:て|な)|満た|以上|以下|未満|い(?:る|ます|な)|あ(?:る|り)|な(?:い|く)|占め|突破)[^。、会学]{0,8}[??]?$"
)
KANJI = {"二": 2, "三": 3, "四": 4, "五": 5}
# 「先行研究を挙げてください」「主要な論文を教えて」: several of them, though no number is named.
PAPERS_LISTED = re.compile(
    r"(?:論文|先行研究|関連研究|既存研究|文献|研究(?!者|費|所|室|機関|課題|テーマ))(?:たち|など)?(?:を|は、?|について)?(?:いくつか|いくつ|何本か|何点か|複数|幾つか|主なものを?|一覧で?|[二2](?:、|~|-)?[三3](?:本|つ|点|件)?(?:ほど|ばかり)?|数(?:本|点|件)(?:ほど)?)?、?(?:挙げ|あげて|列挙|列記|リストアップ|リストに|リスト化|並べて(?:くだ|ほし|見せ|教え|$))|"
    r"(?:主要な|主な|代表的な|重要な|有名な|おすすめの|関連する|代表)(?:論文|研究(?!者|所|機関)|文献)(?:を|は)(?:いくつか|何本か)?(?:教え|紹介|知り|見せ|示し|何|どれ|[??]?$)|(?:いくつか|何本か|複数)の?(?:論文|研究|文献)|(?:論文|先行研究|文献)(?:の)?(?:リスト|一覧)"
)
SEVERAL_PAPERS = 3
ASKS_COUNT = re.compile(r"(\d{1,2})\s*(?:つ|個|件|位まで|会議|学会|例)|(?:トップ|上位|ベスト|top|ワースト|下位)\s*(\d{1,2})")


def asserted(text: str) -> str | None:
    """The direction that a yes-or-no question names: 「減っているんですよね?」 → down, 「横ばい?」 → flat; None where it asks for size, time, reason or cause."""
    if OPEN_QUESTION.search(text) or asks_cause(text):
        return None
    ways = [way for way, words in (("up", RISES), ("down", FALLS), ("flat", FLATS)) if words.search(text)]
    return ways[0] if len(ways) == 1 else None


def asked_count(text: Text) -> int | None:
    if papers := PAPERS_COUNTED.search(text.lowered):
        word = papers[1] or papers[2]
        return KANJI.get(word) or int(word)
    match = ASKS_COUNT.search(text.lowered)
    if not match and PAPERS_LISTED.search(text.lowered):
        return SEVERAL_PAPERS
    if not match:
        return None
    return max(1, min(20, int(match[1] or match[2])))


# 「上位5校」「トップ3社」: the counter belongs to the number.
COUNTED_TOP = re.compile(r"(?:上位|トップ|ベスト|ワースト|下位)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:校|社|機関|[かカヶ]国|位|つ|件)(?:まで|だけ)?")


def counted_tops(text: str) -> list[tuple[int, int]]:
    """Spans of numbers of first ones, with what they count."""
    return [match.span() for match in COUNTED_TOP.finditer(text)]


# 「表にして」「一覧表で」, but 発表で, 代表で, 表に出る.
TABLE = re.compile(r"図表(?:で|に|を|化)|(?<![発代])表(?:か|や|と|または|あるいは|もしくは)、?(?:グラフ|図|チャート)|(?<![発代公図辞年地裏意])表(?:で|に(?:し|ま|直|起|落|出し|でき|組|$)|形式|組み|を(?:作|出し|見せ|くれ|くだ|頼|お願)|も?(?:ください|下さい|お願い|頂|いただ|ちょうだい)|が(?:欲し|ほし|いい|見た))|一覧表|テーブル(?:で|に|形式)|(?:in|as|into) an? table|tabular", re.IGNORECASE)


def style(cues: dict, text: str) -> str:
    """The form asked for: short, long, three (lines), simple (for a child), spoken, english, chart, table or normal."""
    found = next((name for name in ("english", "three", "simple", "spoken", "short", "long", "chart") if name in cues), "normal")
    return "table" if found in ("normal", "chart") and TABLE.search(text) else found  # 「グラフか表に」: a table can be read anywhere


def stated(text: Text, period: Period) -> tuple[str, ...]:
    """Every number in a unit of shares, outside the years."""
    numerals = find_numerals(text.folded)
    return tuple(each.text for each in numerals if each.unit in CLAIM_UNITS and not any(start <= each.start < end for start, end in period.marks))


def judged(text: Text) -> bool:
    """Whether a question asks, yes or no, if a level is reached."""
    return LEVEL_JUDGED.search(text.lowered) is not None and not OPEN_QUESTION.search(text.lowered)


def claims(text: Text, period: Period, relations: dict) -> tuple[str, ...]:
    """Numbers the asker states (「80%ですよね」): they may be repeated as theirs only."""
    if not (CLAIMED.search(text.lowered) or "threshold" in relations or LEVEL_PASSED.search(text.lowered) or judged(text) or LIMITED.search(text.lowered)):
        return ()
    return stated(text, period)


# A paper split among its authors: 「著者1人あたり1/nで」「頭割り」.
FRACTIONAL = re.compile(
    r"(?:著者の?)?(?:人数|頭数|員数)(?:に応じ(?:て|た)|で|を)(?:均等に)?(?:按分|案分)|(?:著者)?(?:(?:1人|一人|ひとり)(?:あたり|当たり)|人数)?(?:に|で|を|の)?(?:1/n|1/人数|n分の1|n分の一|人数分の1|人数分の一)|按分|案分|分数カウント|フラクショナル|分数で(?:数え|カウント)|分数計算|fractional|人数割|人数で割|(?:著者数|著者の数)で割|頭割り|頭数で割|頭数割|"
    r"著者の?(?:人)?数(?:だけ|分だけ)(?:で|に)?(?:分け|割)|(?:1人|一人|ひとり)(?:につき|あたり|は|が|を|ずつ)?\d{1,2}分の(?:1|一)|(?:著者|書き手)[^、。]{0,6}分け合(?:う|って|い)|"
    r"著者(?:の間)?で(?:均等に)?(?:分け|割り振|割って|等分)|(?:著者数|著者の数|著者の人数|頭数)(?:の)?(?:ベース|換算)"
)


def variant(text: Text) -> str | None:
    if FRACTIONAL.search(text.lowered):
        return "fractional"
    if re.search(r"所属不明[^。]{0,8}(?:企業|該当|全部|すべて|全て)[^。]{0,8}(?:仮定|みなし|とすると|としたら|だとし|数え)", text.lowered):
        return "unknown_none" if re.search(r"以外|でない|該当しない|非該当", text.lowered) else "unknown_all"
    if "csrankings" in text.lowered:
        return "csrankings"
    if re.search(r"毎年(?:そろ|揃|ある|開かれ|開催)|固定(?:した|の)?会議|会議を固定|同じ会議だけ", text.lowered):
        return "fixed"
    return None


def asked_limit(question: Question) -> float | None:
    """The percentage the asker names (「20%を超えたのは」「半分以上」)."""
    for text in question.claims:
        for numeral in find_numerals(text):
            if numeral.unit == "%":
                return numeral.value
            if numeral.unit == "分率":
                return 100 * numeral.value
    return None


# What a claim about the divide stands on: 「「大学が締め出されている」の根拠は」「大手が独占しているという証拠は」.
BASIS = re.compile(r"根拠|裏付け|裏づけ|証拠|エビデンス|論拠|拠り所|よりどころ")
SHUT_OUT = re.compile(r"(?:大学|アカデミア|学術界|学界|研究室)[^。、]{0,14}(?:締め出|追い出|押し出|排除され|蚊帳の外|追いや|置き去り|取り残|居場所|弾かれ|はじかれ|周縁|研究でき(?:な|ず)|参加でき(?:な|ず)|衰退|脇役)")
TAKEN_OVER = re.compile(r"(?:大手|巨大|企業|テック|gafam?|産業界)[^。、]{0,14}(?:独占|寡占|支配|牛耳|一極|席巻)", re.IGNORECASE)


def basis_asked(text: str) -> str | None:
    """What a text asks the basis of: `shut_out`, that universities are, `taken_over`, that the giants have research; None for any other."""
    if not BASIS.search(text) or "論文" in text:
        return None
    return "shut_out" if SHUT_OUT.search(text) else "taken_over" if TAKEN_OVER.search(text) else None
