"""「その150万円が外れたら?」: an amount that points at one told before is that one, not a new sum."""

import re
from dataclasses import replace

from assistant.understand.plans.investment_told import Amount, Investment
from index.numerals import find_numerals

MONEY = r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)?円"
AGAIN = re.compile(rf"(?:その|この|あの|さっきの|先ほどの|今の)(?:毎年の|年間?|年間の)?(?P<amount>{MONEY})(?!に(?!届|達|満た)|まで|へ|だと|なら|で)")
# 「残りを共有クラウドに回すと?」 of what may be spent in all.
REST = re.compile(r"(?:残り|余り|余った(?:分|額|お?金)|残った(?:分|額|お?金)|残額|差額)(?:の?(?:予算|お?金|額|分))?(?:を|は|で|も|全部|、|すべて)")
NOUNS = (("benefit", "効果"), ("initial", "投資"), ("production", "本番化費用"), ("cost", "費用"))
# 「1800万が2500万に膨らんだら?」: the slot of the amount before it.
BECOMES = re.compile(rf"(?:(?:[2-9]年目|翌年度?|次の年|本番|試し|年間|毎年|その|最初)の)?(?P<amount>[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)円?)(?:だったの|のところ|の予定)?(?:が|を)、?(?=(?:約|およそ|もし)?[0-9][0-9,.]*(?:億|万|千)[0-9,.万千]*円?(?:に|まで|へ)(?:膨|ふくら|増|減|上が|下が|な[っるれり]|変|縮|落ち|延|抑え|し|する))")

# 「それが入るのは1年後だとすると?」: money that comes in later is the subsidy that was told.
COMES_IN = r"(?:入[るりっ]|入金|振り?込|もらえ|貰え|受け取|支給|下り|おり|交付|払われ|戻)"
LATER = r"(?:[1-9一二三]年(?:後|遅れ)|翌年度?|次の年|半年後|後払い|精算払い)"
IT_LATE = re.compile(rf"^(?P<lead>(?:でも|ただ|で|じゃあ?|では|もし|仮に|ちなみに|、)*)(?P<it>それ|これ|そのお?金|その分|お金|入金|その(?:1|一)?[0-9]*(?:万|億)円?|実際に)(?:が|は|の|も|を)?(?=[^。]{{0,10}}{COMES_IN}[^。]{{0,8}}{LATER}|[^。]{{0,4}}{LATER}[^。]{{0,6}}{COMES_IN}|が?{LATER}(?:に|で)?(?:なら|だと|だったら|の場合|です|なん|だけど|けど|[、。??]|$))")
GRANT = re.compile(r"補助|助成")


def grant_named(line: str, talk: str) -> str:
    """The line with the subsidy of the talk in place of what points at it; as it is where it does not, or the talk tells of none."""
    if GRANT.search(line) or not GRANT.search(talk):
        return line
    return IT_LATE.sub(lambda match: f"{match['lead']}補助金が", line)


def by_noun(line: str, told: Investment) -> str:
    """The line with such an amount as the noun of what was told; as it is where nothing of the plan is as large."""

    def named(match: re.Match) -> str:
        yen = find_numerals(match["amount"])[0].value
        same = next((noun for name, noun in NOUNS if (amount := getattr(told, name)) is not None and amount.value == yen), None)
        return match[0] if same is None else f"その{same}"

    def moved(match: re.Match) -> str:
        amount = match["amount"] if match["amount"].endswith("円") else f"{match['amount']}円"
        value = find_numerals(amount)[0].value
        same = next((noun for name, noun in NOUNS if (amount := getattr(told, name)) is not None and amount.value == value), None)
        return match[0] if same is None else f"{same}が"

    return AGAIN.sub(named, BECOMES.sub(moved, line))


def rest_meant(now: Investment, told: Investment, line: str) -> Investment:
    """`now` with what is left of the money that may be spent once the plan told before is paid."""
    if not REST.search(line) or now.initial is not None or len(now.strategies) != 1 or now.strategies == told.strategies or told.fund is None or told.initial is None:
        return now
    left = told.fund.value - told.initial.value
    return replace(now, initial=Amount(left), notes=(*now.notes, ("rest_spent", (("value", told.fund.value), ("initial", told.initial.value), ("amount", left))))) if left > 0 else now
