"""What is dictated: acronyms spelled letter by letter, years and ranks in kana or kanji numbers, written plainly."""

import re

from index.number_words import read_number

# にせんじゅうはちねん: a year of this century in hiragana.
ONES = {"いち": 1, "に": 2, "さん": 3, "よん": 4, "よ": 4, "ご": 5, "ろく": 6, "なな": 7, "しち": 7, "はち": 8, "きゅう": 9, "く": 9}
ONE = "|".join(sorted(ONES, key=len, reverse=True))
KANA_YEAR = re.compile(rf"にせん(?P<tens>に?じゅう)?(?P<ones>{ONE})?ねん")
TENS = {None: 0, "じゅう": 10, "にじゅう": 20}
# れいわ3ねん, 2021ねん, らいねん: eras and years whose words alone are in hiragana.
KANA_ERA = re.compile(r"(?P<era>れいわ|へいせい|しょうわ)(?P<year>\d{1,2}|がん)ねん(?!ど)")
ERAS = {"れいわ": "令和", "へいせい": "平成", "しょうわ": "昭和"}
COUNTED_YEARS = re.compile(r"(?<=\d)ねん(?=[^ねん]|$)")
CALENDAR = {"さらいねん": "再来年", "らいねん": "来年", "きょねん": "去年", "さくねん": "昨年", "よくよくねん": "翌々年", "よくねん": "翌年", "ことし": "今年"}
KANA_CALENDAR = re.compile(rf"(?<![ぁ-ん])(?:{'|'.join(CALENDAR)})(?=[のはもにをでと、。?? ]|だと|なら|$)")
# しょきひよう600まんえん: what a plan is told by, after which its amounts are read in kana too.
PLAN_WORDS = {
    "しょきひよう": "初期費用", "しょきとうし": "初期投資", "とうしがく": "投資額", "ねんかんこうか": "年間効果", "ねんかんのこうか": "年間の効果", "ねんかんひよう": "年間費用", "まいとしのこうか": "毎年の効果", "うんようひ": "運用費", "ほしゅひ": "保守費", "いじひ": "維持費",
    "わりびきりつ": "割引率", "ほじょきん": "補助金", "ほじょりつ": "補助率", "ぜいりつ": "税率", "かいしゅうきかん": "回収期間", "そんえきぶんき": "損益分岐",
}  # fmt: skip
PLAN_WORD = re.compile("|".join(PLAN_WORDS))
KANA_MONEY = re.compile(r"(?<=[\d一二三四五六七八九十百千])(?P<thousand>せん|ひゃく)?(?P<unit>まん|おく)えん")
MONEY = {"せん": "千", "ひゃく": "百", "まん": "万円", "おく": "億円", None: ""}
PAID_BACK = re.compile(r"もと(?P<of>[はがを])と(?=[れるり])")
# さんびゃくいちいから, 五十いまでの: ranks, whose 位 is heard as い. ろっぴゃく and はっぴゃく are no bounds of bands.
HUNDREDS = {"ひゃく": 100, "にひゃく": 200, "さんびゃく": 300, "よんひゃく": 400, "ごひゃく": 500}
KANA_RANK = re.compile(
    rf"(?:(?P<hundreds>{'|'.join(sorted(HUNDREDS, key=len, reverse=True))})(?:(?P<tens>{ONE})?(?P<ten>じゅう))?|(?P<tens_alone>{ONE})?(?P<ten_alone>じゅう))(?P<ones>{ONE})?い(?=から|まで|の|より|以)"
)
KANJI_RANK = re.compile(r"(?<=[一二三四五六七八九十百])い(?=から|まで|の大学|より下|以内|以下)")
# 上位百機関, 三百位: numbers in kanji before what ranks are counted in.
KANJI_COUNT = re.compile(r"(?<![一二三四五六七八九十百千万億0-9])[一二三四五六七八九]?[十百][一二三四五六七八九十百]*(?=機関|組織|社|校|位|番(?!付)|の(?:大き|主要|有力|巨大)[ぁ-ん]{0,2}(?:機関|組織))")
# Acronyms read out letter by letter (エイチエイチアイ): a run of at least three names of letters and nothing else.
LETTERS = {
    "エー": "A", "エイ": "A", "ビー": "B", "シー": "C", "ディー": "D", "イー": "E", "エフ": "F", "ジー": "G", "エイチ": "H", "エッチ": "H", "アイ": "I", "ジェー": "J", "ジェイ": "J",
    "ケー": "K", "ケイ": "K", "エル": "L", "エム": "M", "エヌ": "N", "オー": "O", "ピー": "P", "キュー": "Q", "アール": "R", "エス": "S", "ティー": "T", "ユー": "U", "ブイ": "V",
    "ヴイ": "V", "ダブリュー": "W", "ダブリュ": "W", "エックス": "X", "ワイ": "Y", "ゼット": "Z",
}  # fmt: skip
LETTER = "|".join(sorted(LETTERS, key=len, reverse=True))
HEARD_LETTERS = {"".join(chr(ord(char) - 96) if "ァ" <= char <= "ン" else char for char in name): letter for name, letter in LETTERS.items()}
HEARD_LETTER = "|".join(sorted(HEARD_LETTERS, key=len, reverse=True))
# 愛シーエムエル: the first letter heard as a word.
LOVED = re.compile(rf"愛(?=(?:{LETTER}){{2,}}(?![ァ-ヴー]))")
SPELLED = re.compile(rf"(?<![ァ-ヴー])(?:{LETTER}){{3,}}(?![ァ-ヴー])")
# しーしーえす: in hiragana at least one long vowel tells letters from words; the filler えー before them is none.
SPELLED_HEARD = re.compile(rf"(?<![ぁ-んー])(?=[ぁ-ん]*ー)(?:{HEARD_LETTER}){{3,}}|(?<=[とのはがで])(?=[ぁ-ん]*ー)(?:{HEARD_LETTER}){{3,}}")


def plain_numbers(text: str) -> str:
    """Counts, years and ranks in digits."""
    text = KANA_RANK.sub(lambda match: f"{rank_of(match)}位", text) if re.search(r"大学|だいがく", text) else text
    text = KANJI_COUNT.sub(counted, KANJI_RANK.sub("位", text) if "大学" in text else text)
    text = plan_words(text)
    text = KANA_ERA.sub(lambda match: f"{ERAS[match['era']]}{'元' if match['year'] == 'がん' else match['year']}年", text)
    text = KANA_CALENDAR.sub(lambda match: CALENDAR[match.group()], COUNTED_YEARS.sub("年", text))
    return KANA_YEAR.sub(lambda match: f"{2000 + TENS[match['tens']] + ONES.get(match['ones'], 0)}年", text)


def plan_words(text: str) -> str:
    """What a plan is told by, and its amounts, in kanji."""
    if not (PLAN_WORD.search(text) or KANA_MONEY.search(text)):
        return text
    text = KANA_MONEY.sub(lambda match: f"{MONEY[match['thousand']]}{MONEY[match['unit']]}", text)
    return PAID_BACK.sub(r"元\g<of>取", PLAN_WORD.sub(lambda match: PLAN_WORDS[match.group()], text))


def counted(match: re.Match) -> str:
    """The number in digits; signs that make none (「百十百」) as they are."""
    reading = read_number(match.group())
    return match.group() if reading is None else f"{reading.value:.0f}"


def rank_of(match: re.Match) -> int:
    tens = 10 * ONES.get(match["tens"] or match["tens_alone"], 1) if match["ten"] or match["ten_alone"] else 0
    return HUNDREDS.get(match["hundreds"], 0) + tens + ONES.get(match["ones"], 0)


def acronyms(text: str) -> str:
    """Acronyms spelled in kana, in letters."""
    text = SPELLED.sub(lambda match: "".join(LETTERS[name] for name in re.findall(LETTER, match.group())), LOVED.sub("アイ", text))
    return SPELLED_HEARD.sub(lambda match: "".join(HEARD_LETTERS[name] for name in re.findall(HEARD_LETTER, match.group())), text)
