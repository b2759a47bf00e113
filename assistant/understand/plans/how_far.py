"""How far the effect of a plan may fall before it loses: 「効果がいくらを割ったら赤字?」 「何割下振れしたらマイナス?」."""

import re

HOW_FAR = r"(?:いくら|幾ら|なんぼ|何割|何%|何パーセント|何パー|どこまで|どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|ぐらい|程度)|何万円?|いくつ)"
THRESHOLD = re.compile(rf"(?:効果|利益|粗利|削減|売上|収入|見込み|便益|メリット|それ)?[^。、0-9]{{0,8}}{HOW_FAR}[^。、0-9]{{0,10}}?(?:割っ|割れ|下回|下がっ|下がれ|下がる|落ち|減っ|減れ|減る|下振れ|目減り|未満|以下|切っ|切る|悪く)[^。0-9]{{0,10}}?(?:赤字|マイナス|損(?!益)|元が取れ|元は取れ|逆転|ひっくり返|アウト|回収でき)")
CHANCES = re.compile(r"確率|成功|合格|可能性|投資額|費用|コスト|割引率|金利")


def how_far_asked(text: str) -> bool:
    """Whether the limit of the effect is asked for, no yes or no."""
    return THRESHOLD.search(text) is not None and CHANCES.search(text) is None
