"""「その150万円が外れたら?」: an amount that points at one told before is that one, not a new sum."""

import re

from assistant.understand.plans.investment_told import Investment
from index.numerals import find_numerals

MONEY = r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)?円"
AGAIN = re.compile(rf"(?:その|この|あの|さっきの|先ほどの|今の)(?:毎年の|年間?|年間の)?(?P<amount>{MONEY})(?!に(?!届|達|満た)|まで|へ|だと|なら|で)")
NOUNS = (("benefit", "効果"), ("initial", "投資"), ("cost", "費用"))


def by_noun(line: str, told: Investment) -> str:
    """The line with such an amount as the noun of what was told; as it is where nothing of the plan is as large."""

    def named(match: re.Match) -> str:
        yen = find_numerals(match["amount"])[0].value
        same = next((noun for name, noun in NOUNS if (amount := getattr(told, name)) is not None and amount.value == yen), None)
        return match[0] if same is None else f"その{same}"

    return AGAIN.sub(named, line)
