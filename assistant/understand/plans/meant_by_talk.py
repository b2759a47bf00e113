"""Amounts of a follow-up that only the plan told before gives a place: the limit of its subsidy, its effect from some year on, and what is spent beside its outlay."""

import re
from dataclasses import replace

from assistant.understand.plans.investment_told import Amount, Investment
from index.numerals import find_numerals

MONEY = r"(?P<amount>[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)円?|[0-9]{5,}円)(?![0-9%割年月人台枚倍])"
# 「上限は3000万円です」 after a subsidy of a part.
CAP = re.compile(rf"^(?:でも|ただ|ただし|で|あと|なお|じゃあ?|、)*(?:その|補助金?の|補助の)?(?:上限|限度)(?:額)?(?:は|が|も|だと|って|を|、)*{MONEY}")
# 「4年目から500万になったら?」 「3年目だけ100万だと」
YEAR_GAIN = re.compile(rf"^(?:じゃあ?|では|で|もし|仮に|、)*(?:効果(?:額)?(?:は|が))?(?P<year>[2-9]|[1-9][0-9])年目(?:(?P<on>から|以降)|(?P<only>だけ|のみ))?(?:は|が|に|の|、)*(?:効果(?:額)?(?:は|が)?)?(?:年間?|毎年)?{MONEY}(?:に|で|だ|なら|と|へ|まで|しか|を|[、。??]|$)")
SPENT = re.compile(r"費|代|料|払|コスト|かか|かけ|投資|予算|更新|交換|工事|支出|出費|保守|維持|補助|追加|別途|投じ|入れ替え")
# 「倍の1600万出したら」 after a budget of every year: that budget, not an outlay made once.
OF_BUDGET = re.compile(r"(?:倍|半分|[0-9]割増し?)の、?約?(?=[0-9])")
SPENT_ONCE = re.compile(r"投資|初期|導入|開発費|購入|費用")
APART = re.compile(r"別途|別に|別で|さらに|更に|加えて|追加で?|上乗せ|ほかに|他に|プラスで")
NO_OUTLAY = re.compile(r"毎年|毎月|年間?[0-9約]|月額?[0-9約]|/年|/月|ずつ|浮|減|効果|削減|補助|助成|売上|予算")


def yen(amount: str) -> float:
    return find_numerals(amount if amount.endswith("円") else f"{amount}円")[0].value


def by_talk(now: Investment, told: Investment, line: str) -> Investment:
    """`now` with such an amount in its place. `told`: the plan before the line."""
    if told.granted is not None and now.granted is None and (match := CAP.search(line)):
        return replace(now, grant_cap=yen(match["amount"]), initial=None, fund=None, budget=None, benefit=None, limited=None, unused=(), problems=())
    if told.benefit is not None and not SPENT.search(line) and (match := YEAR_GAIN.search(line)):
        return from_year(now, told, int(match["year"]), yen(match["amount"]), match["only"] is not None)
    if told.budget is not None and told.outlay is None and now.initial is not None and now.benefit is None and OF_BUDGET.search(line):
        return replace(now, budget=now.initial, initial=None, limited=True)
    if told.fund is not None and told.initial is None and told.benefit is None and now.initial is not None and replace(now, initial=None, conditional=False, unused=()) == Investment() and not SPENT_ONCE.search(line):
        return replace(now, fund=now.initial, initial=None)  # 「1000万なら?」 after what may be spent
    more = now.initial or now.production
    if told.outlay is not None and more is not None and now.benefit is None and APART.search(line) and not NO_OUTLAY.search(line):
        added = more.value
        return replace(now, initial=None, production=None, differences=(*now.differences, ("initial", added)), notes=(*now.notes, ("outlay_added", (("amount", added),))))
    return now


def from_year(now: Investment, told: Investment, year: int, value: float, only: bool) -> Investment:
    """`now` with the effect told before up to a year, and another from it on, or in it alone."""
    before = told.schedule or ((told.start or 1, told.benefit.value),)
    kept = [(each, amount) for each, amount in before if each < year]
    after = [(each, amount) for each, amount in before if each > year] if only else []
    if only and not any(each == year + 1 for each, _ in after):
        after.insert(0, (year + 1, max((entry for entry in before if entry[0] <= year + 1), default=before[0])[1]))
    schedule = (*kept, (year, value), *after)
    return replace(now, schedule=schedule, benefit=Amount(schedule[-1][1]), initial=None, budget=None, fund=None, production=None, start=None, paid=(), unused=(), limited=None)


# 「投資を2年に分けて支出すると」: the same outlay, paid over years.
PARTS = r"(?P<years>[2-9]|[二三四五])(?:年間?|回|か年)"
OUTLAY = r"(?:投資(?:額)?|支出|費用|支払い?|初期(?:投資|費用)|購入費)"
SPLIT = re.compile(rf"{OUTLAY}(?:は|を|も)?、?{PARTS}(?:に|で|かけて|度に)*、?(?:分け|分割|分散|割って|均等|かけて(?:払|支払|支出|投資))|{PARTS.replace('years', 'apart')}(?:に|で)、?(?:分け|分割)(?:て|し|で)*、?(?:払|支払|支出|投資|出[しす])")
COUNTS = {"二": 2, "三": 3, "四": 4, "五": 5}
USUAL_YEARS = 5


def split_meant(now: Investment, told: Investment, line: str) -> tuple[Investment, Investment]:
    """`now` and the plan before it with its outlay in equal parts over the years that a line tells; both as they are for any other line."""
    match, outlay = SPLIT.search(line), now.initial or told.initial
    if match is None or outlay is None or now.benefit is None and told.benefit is None or now.strategies:
        return now, told
    word = match["years"] or match["apart"]
    years = COUNTS.get(word) or int(word)
    length = now.years if now.years != years else None
    return replace(now, initial=None, years=length or told.years or USUAL_YEARS, term=None, research=None, paid=((1, years, outlay.value / years),)), replace(told, initial=None)
