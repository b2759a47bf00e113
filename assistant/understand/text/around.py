"""The years before and after 2012 in other words than those of the lexicon: 「ブレークスルーを挟んで」「前の5年と後の10年」「前期と後期」, and how much
more AI moved than the rest: 「二重差分」「AI以外の流れを差っ引いたら」."""

import re

from assistant.understand.text.matcher import Hit

LEARNING = r"(?:深層学習|ディープラーニング|(?:ai|人工知能|画像認識)(?:の|における)?)"
# What 2012 is called. A word that other things are called by too needs its subject.
TURN = (
    rf"(?:(?:{LEARNING}(?:の)?)?(?:ブレ[ーイ]クスルー|breakthrough|alexnet|アレックスネット)|{LEARNING}(?:の)?(?:革命|登場|到来|台頭|躍進|ブーム)|(?:転機|転換点|節目|分岐点)(?:の|となった|だった)?2012年|2012年)"
    r"(?:の?(?:起きた|あった|登場した|生まれた)?の?(?:年|時点|時期|登場))?"
)
APART = r"(?:と|、|・|/|から|対|vs\.?|および|や)"
LENGTH = r"(?:の)?\d{1,2}[かカヶ]?年(?:間|分)?"
BOTH_SIDES = re.compile(rf"{TURN}を?(?:挟[んみむ]|はさ[んみむ]|境|また[いぎ]|跨[いぎ]|区切り)|{TURN}(?:より|の|以)?前(?:{LENGTH})?{APART}[^。]{{0,10}}?(?:後|あと)|前{LENGTH}{APART}[^。、\d]{{0,6}}(?:後|あと){LENGTH}|前期{APART}後期|2012年の[^、。0-9]{{1,6}}を?(?:挟[んみむ]|はさ[んみむ]|境)")
# Lengths of the two sides; they are those of the data.
SIDE_LENGTHS = re.compile(rf"(?<=前){LENGTH}(?={APART}[^。、\d]{{0,6}}(?:後|あと))|(?<=後){LENGTH}|(?<=あと){LENGTH}")
REST = r"(?:(?:ai|人工知能)(?:分野|会議)?(?:以外|の外)|非ai|他分野|ほかの分野|他の分野)(?:の(?:会議|学会|分野|領域))?(?:全体)?の?"
MOVE = r"(?:動き|変化|伸び|増え方|増え|増加|増減|減り方|流れ|趨勢|傾向|トレンド|上昇|分|影響)"
# The abbreviation as people write it; 「did」 in an English sentence is a verb.
MORE_THAN_REST = rf"2012年(?:の前後|を境|以降|から)[^。]{{0,20}}(?:他分野|(?i:ai)以外|非(?i:ai)|ほかの分野|他の分野)(?:の(?:会議|学会))?(?:より|に比べて?|と比べて?)(?:も)?、?(?:何ポイント|どれ(?:だけ|くらい|ほど)|どの(?:くらい|程度))(?:ほど|くらい|ぐらい)?(?:多く|余計に|余分に|大きく)(?:伸び|増え|上がっ|上昇)"
EXCESS = re.compile(
    rf"{MORE_THAN_REST}|"
    r"(?:AI|ai)(?:会議|分野)?と(?:そうでない|そうじゃない|それ以外|(?:AI|ai)以外|非(?:AI|ai)|他の?分野|ほか)[^。、]{0,10}(?:差し引き|引き算|差っ引)|DiD|DID|D-i-D|(?<![A-Za-z])did(?=[でのをはとも分法推])|"
    rf"(?:二重|2重|ダブル)の?(?:差分?(?!別)|差し?引き|階差)|(?i:{REST}{MOVE}を?(?:差し?引|引[いくけ]|差っ引|除[いくけ]|除外|控除|割り引|取り除))"
)


def around_hits(text: str) -> dict[str, list[Hit]]:
    """Relation → where the words for it stand."""
    patterns = {"did": (EXCESS, text), "before_after": (BOTH_SIDES, text.lower())}
    found = {name: [Hit(match.start(), match.end(), "period", name, match.group()) for match in pattern.finditer(searched)] for name, (pattern, searched) in patterns.items()}
    return {name: hits for name, hits in found.items() if hits}


def without_lengths(text: str) -> str:
    """The text, as long as before, without how many years each side has: they name no years."""
    if not BOTH_SIDES.search(text.lower()):
        return text
    return SIDE_LENGTHS.sub(lambda match: " " * len(match.group()), text)
