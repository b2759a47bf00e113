"""Renting a machine against buying it, as a sentence tells it: what it costs to buy, what renting costs by the hour or by the month, and how many cards."""

import re
from dataclasses import replace

import prompts
from assistant.understand.plans.investment_context import Context, contexts, period_of
from assistant.understand.plans.investment_told import Amount, Investment
from assistant.understand.plans.yearly_costs import included

RENT = r"(?:借り|レンタル|リース|クラウド|時間貸し|従量|賃借)"
BUY = r"(?:買[いうえおっわ]|購入|現金一括|一括払|現金払|自前|所有|自社で持|オンプレ|取得)"
RENTING, BUYING = re.compile(RENT), re.compile(BUY)
EITHER = re.compile(rf"{RENT}|{BUY}")
AFTER = re.compile(rf"^(?:円)?(?:くらい|ぐらい|ほど|程度)?(?:で|の|を(?:払|出|かけ)[いしっ]て?|払って|かけて|出して|ずつで?|の(?:[一-龥ァ-ヴーA-Za-z0-9]{{1,10}}?)(?:を|が)?)?({RENT}|{BUY})")
PRICE_ALONE = re.compile(r"^(?:じゃあ?|では|もし|仮に|でも)?、?(?:借りる|レンタルの|クラウドの)?(?:単価|毎時|[1一]時間(?:あたり|当たり)?)(?!給)(?:が|を|は|の単価が)?、?(?:毎時|[1一]時間(?:あたり|当たり)?)?(?:約)?[0-9][0-9,]*円(?:に|だ|な|で|まで|の|[??。]|$)")
BY_HOUR = re.compile(r"(?:[1一]時間|毎時|時給|(?<![一-龥])時間(?:あたり|当たり|単価|料金)?|時間当り|per hour)(?:あたり|当たり|につき|の単価)?(?:は|が|で|に|を|、|:|約|およそ|\s|¥)*$", re.IGNORECASE)
HOUR_AFTER = re.compile(r"^/ ?(?:時間?|h|GPU)|^毎時", re.IGNORECASE)
EACH = re.compile(r"[1一](?:枚|台|基|GPU)(?:あたり|当たり|につき)?(?:を|が|で|は|、|約)*$", re.IGNORECASE)
COUNT = re.compile(r"(?<![0-9.,])([0-9]{1,4}|[二三四五六七八九十]{1,3})\s*(枚|基|台|GPU(?!時間))", re.IGNORECASE)
OF_MACHINES = re.compile(rf"gpu|グラボ|グラフィック|[hba][1-3]00|サーバ|計算機|マシン|カード|{RENT}", re.IGNORECASE)
COUNT_ALONE = re.compile(r"^(?:じゃあ?|では|もし|仮に)?、?(?:枚数|台数)?(?:が|を|は)?(?:[0-9]{1,4}|[二三四五六七八九十]{1,3})(?:枚|基|台)(?:だと|なら|だったら|やったら|やと|では|でも|に(?:した|増や|減ら|する|なった|$|[。??])|の場合|は[??])")
PRICED_IN_ALL = re.compile(r"合計[0-9]+円")  # the price of one times their number, see `counted_prices`
KANJI = {"二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
UPKEEP = re.compile(r"(?:電気|保守|維持|運用|管理|設置|電力|ラック)[^、。0-9]{0,8}$")
LEASED = re.compile(r"リース|レンタル|賃借|借り(?!入れ)")
UPKEEP_TOLD = re.compile(rf"{UPKEEP.pattern.removesuffix('$')}[0-9]")
# 「電気と保守で年300万円」 「電気代は年100万円」: no estimate of electricity is added to it.
POWER, CARE, AND_TOO = r"(?:電気|電力)(?:代|料金?|費)?", r"(?:保守|維持|運用|管理|設置|ラック)(?:費用?|料金?|代)?", r"(?:と|や|・|も|＋|\+|、|及び|および|込み(?:の|で)|含め(?:た|て)|を含む|含む|に加え)+"
POWER_KEPT = re.compile(rf"(?:{POWER}{AND_TOO}{CARE}|{CARE}{AND_TOO}{POWER})[^、。0-9]{{0,14}}[0-9]|{POWER}(?:は|が|に|で|として|も|、)?(?:年間?|月|毎[年月]|約|、|に)*[0-9][0-9,.]*[億万円]+(?!(?:/|毎|で)?(?:kwh|kWh|キロワット|時間))")
SPAN_BEFORE = re.compile(r"([0-9]{1,2})年(?:間)?(?:で|に|の?合計で?|トータルで?|だと)?(?:合計|総額|計|約|、)*$")
# That one is to be chosen: 「機器の購入に500万円、クラウドに月20万円」 alone tells two costs of one plan.
INSTEAD = re.compile(rf"{BUY}[^、。]{{0,3}}か、?{RENT}|{RENT}[^、。0-9]{{0,6}}[0-9][^、。]{{0,6}}か(?:[、。??]|$)|どっち|どちら|どれ|比べ|比較|それとも|代わり|かわり|迷|対して|{RENT}[^、。]{{0,3}}?(?:なら|だと|では|の場合|にする|だったら|の(?:方|ほう)|にした|ば|たら|ると|るか|か[、。??]|案)|{BUY}[^、。]{{0,3}}?(?:なら|だと|の場合|う?か[、。月毎年]|かで|ば|たら|うと|するか|案)")
CHOSEN = re.compile(rf"{INSTEAD.pattern}|{BUY}[^、。]{{0,4}}?(?:は|が)|自前|{RENT}[^、。]{{0,4}}?(?:は|料)")
OWN_MACHINE = re.compile(r"(?<!の)(?<!クラウド)(?<!レンタル)(?:GPU)?(?:サーバー?|マシン|ワークステーション|計算機)(?:代|の?購入費|本体)?(?:は|が|に|で|、)?$")
WHICH, OWNED = re.compile(r"どっち|どちら|比べ|比較|迷"), re.compile(r"(?:サーバ|マシン|ワークステーション|計算機|gpu|機械|装置|設備)[^。、]{0,8}[0-9]", re.IGNORECASE)
RENT_PUT, MACHINE_PRICED = re.compile(rf"{RENT}(?:料|代|費用?)?(?:だと|なら|だったら|にする(?:と|なら)|にすれば|の(?:場合|方|ほう)|する(?:と|なら)|すれば|は(?=月|年|毎月|約)|れば|り?たら|ると|、(?=月|年|毎月))"), re.compile(r"[0-9][億万円]*の(?:[^、。0-9]{0,6})?(?:gpu|サーバ|マシン|ワークステーション|計算機|機械|装置|設備)", re.IGNORECASE)
YEARLY = {"monthly": 12, "quarterly": 4, "half_yearly": 2, "weekly": 52, "yearly": 1}
MIN_PRICE = 10_000  # yen: a machine costs no less, an hour of one no more than a hundred times it


def with_power(told: Investment, text: str) -> Investment:
    """What a sentence was read to tell, and whether its electricity is in the upkeep. text: as it was written, before costs were added up."""
    held = told.cost is not None and RENTING.search(text) is not None and ("electricity" in included([text]) or POWER_KEPT.search(text) is not None)
    return replace(told, notes=(*told.notes, ("power_held", ()))) if held else told


def with_renting(told: Investment, text: str) -> Investment:
    """What a sentence was read to tell, with its prices of renting and buying a machine put where they belong.

    `rent` becomes yen a year, `price` yen an hour of one card, `cards` their number; no price of either is taken for an effect.
    """
    cards = cards_told(text)
    if RENTING.search(text) is None:
        alone = [context.numeral.value for context in contexts(text) if context.numeral.unit == "円"] if PRICE_ALONE.match(text) else []
        return replace(told, cards=cards) if len(alone) != 1 else replace(told, cards=cards, price=alone[0], initial=None, benefit=None)
    found = [(context, role_of(context, text)) for context in contexts(text) if context.numeral.unit in (None, "円") and context.numeral.value >= 10]
    if told.benefit is not None and gained(text):
        return beside_effect(replace(told, cards=cards), [context for context, role in found if role == "rent"], text)
    rents, prices, unspanned = ([context for context, role in found if role == name] for name in ("rent", "hour", "whole"))
    if not rents and not prices and not unspanned or not (BUYING.search(text) and CHOSEN.search(text) or prices or two_ways(text)):
        return replace(told, cards=cards)
    sizes = {told.turnover, told.capital, told.spending, told.subsidy, told.grant_cap}  # of the company, or of a subsidy
    outlays = [context for role in ("bought", "other") for context, each in found if each == role and context.numeral.value >= MIN_PRICE and context.numeral.value not in sizes]
    if unspanned and not outlays and (not rents or not any(SPAN_BEFORE.search(text[: one.numeral.start]) for one in unspanned)):  # an amount for the whole is what was bought, where nothing says for how long it is paid
        outlays, unspanned = ([] if prices else outlays) or unspanned[:1], []
    if not rents and not prices and not unspanned:
        return replace(told, cards=cards)
    told = placed(told, text, cards, rents, prices, unspanned, outlays)
    upkeep = [context.numeral.value * YEARLY.get(period_of(context, prompts.lexicon("investment")), 1) for context, role in found if role == "upkeep"]
    return replace(told, cost=Amount(sum(upkeep))) if upkeep else told


def two_ways(text: str) -> bool:
    """Whether a machine and renting are put against each other with no word of buying: 「サーバー2台で1800万と、クラウド月60万、どっち?」."""
    machine = RENTING.sub("", text)
    return (WHICH.search(text) or RENT_PUT.search(text)) is not None and (OWNED.search(machine) or MACHINE_PRICED.search(machine)) is not None


def beside_effect(told: Investment, rents: list[Context], text: str) -> Investment:
    """A machine that is bought with what it brings, and what renting one would cost instead: no cost of the machine."""
    if not rents or BUYING.search(text) is None or INSTEAD.search(text) is None or told.initial is None and told.production is None:
        return told
    yearly = rents[0].numeral.value * YEARLY[period_of(rents[0], prompts.lexicon("investment"))]
    changes = {name: None for name in ("cost", "budget") if (amount := getattr(told, name)) is not None and amount.value == yearly}
    notes = tuple((name, values) for name, values in told.notes if name != "read_period" or dict(values)["yearly"] != yearly)
    return replace(told, **changes, rent=Amount(yearly), notes=notes)


def placed(told: Investment, text: str, cards: int | None, rents: list[Context], prices: list[Context], unspanned: list[Context], outlays: list[Context]) -> Investment:
    """The sentence's amounts in their places."""
    words = prompts.lexicon("investment")
    taken = {context.numeral.value * factor for context in (*rents, *prices, *unspanned, *outlays) for factor in (1, 2, 4, 12, 52)}
    changes: dict = {name: None for name in ("initial", "production", "benefit", "cost", "budget", "fund") if (amount := getattr(told, name)) is not None and (amount.value in taken or name != "cost")}
    notes = [(name, values) for name, values in told.notes if name != "read_period" or dict(values)["yearly"] not in taken]
    problems = list(told.problems)
    if outlays:
        changes["initial"], more = bought_for(outlays[0], text, cards)
        notes += more
    if rents:
        changes["rent"] = Amount(rents[0].numeral.value * YEARLY[period_of(rents[0], words)])
    elif prices:
        changes["price"], more = price_of_one(prices[0], text, cards)
        notes += more
    elif span := SPAN_BEFORE.search(text[: unspanned[0].numeral.start]):
        changes |= {"rent": Amount(unspanned[0].numeral.value / int(span[1])), "years": int(span[1])}
    else:
        problems.append("rent_period")
    return replace(told, **changes, cards=cards, notes=tuple(notes), problems=tuple(problems), unused=(), limited=None)


def gained(text: str) -> bool:
    """Whether an effect is told in words of its own beside the prices."""
    words = prompts.lexicon("investment")
    return any(context.adjacent(words["benefit"]) is not None or context.follows(words["saving_verbs"], through_noun=True) for context in contexts(text) if context.numeral.unit in (None, "円") and context.numeral.value >= MIN_PRICE)


def role_of(context: Context, text: str) -> str:
    """What an amount is: `hour`, `rent` (by the month or year), `whole` (for renting, over no time that is told), `bought`, `upkeep`, `yearly` or `other`."""
    before = text[: context.numeral.start]
    if BY_HOUR.search(before) or HOUR_AFTER.match(context.after):
        return "hour"
    if UPKEEP.search(re.sub(r"(?:年間?|月額?|毎月|毎年|で|は|が|に|、|約)*$", "", before)):
        return "upkeep"
    period, word = period_of(context, prompts.lexicon("investment")), way_of(context, before, text[context.numeral.end :])
    if period in YEARLY:
        return "rent" if word is not None and RENTING.match(word) else "yearly"
    if OWN_MACHINE.search(before) or re.search(r"(?:さっき|先ほど|最初|その|元|前|この)の?$", before):
        return "bought"
    return "other" if word is None else "bought" if BUYING.match(word) else "whole"


def way_of(context: Context, before: str, after: str) -> str | None:
    """Buying or renting: the word right after the amount, else the last one before it in its sentence."""
    if match := AFTER.match(after):
        return match[1]
    sentence = re.split(r"[。??!]", before)[-1]
    found = list(EITHER.finditer(sentence))
    if found:
        return found[-1].group()
    following = EITHER.search(re.split(r"[、。??!]", context.after)[0])
    return following.group() if following else None


def cards_told(text: str) -> int | None:
    """How many cards or machines are spoken of, where it is more than one."""
    if not (OF_MACHINES.search(text) or COUNT_ALONE.match(text) or PRICED_IN_ALL.search(text)):
        return None
    counts = [number(match[1]) for match in COUNT.finditer(text)]
    return max((count for count in counts if count > 1), default=1 if COUNT_ALONE.match(text) and counts else None)


def number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return sum(KANJI.get(char, 0) for char in text) if not text.endswith("十") or len(text) == 1 else 10 * KANJI.get(text[0], 1)


def unit_of(text: str) -> str:
    """台 where machines are counted, else 枚."""
    counted = [match[2] for match in COUNT.finditer(text) if number(match[1]) > 1]
    return "台" if "台" in counted and "枚" not in counted else "枚"


def bought_for(context: Context, text: str, cards: int | None) -> tuple[Amount, list]:
    """The price of all the machines: 「1枚150万円のGPUを8枚」 is eight times it."""
    value = context.numeral.value
    if cards is None or cards == 1 or EACH.search(text[: context.numeral.start]) is None:
        return Amount(value), []
    return Amount(value * cards), [("bought_each", (("amount", value), ("cards", cards), ("unit", unit_of(text)), ("whole", value * cards)))]


def price_of_one(context: Context, text: str, cards: int | None) -> tuple[float, list]:
    """Yen an hour of one card: 「8枚で1時間2,400円」 is for all of them, any other price for one."""
    value = context.numeral.value
    if cards is None or cards == 1:
        return value, []
    before = BY_HOUR.sub("", text[: context.numeral.start])
    whole = re.search(r"(?<![0-9.])(?:[0-9]{1,4}|[二三四五六七八九十]{1,3})(?:枚|基|台|GPU)(?:のGPU|まとめて|合計|全部|セット|合わせて|で|を|だと|なら|借りると|レンタルすると|、|分)*$", before)
    if whole is None or EACH.search(before):
        return value, [("price_each", (("amount", value), ("cards", cards), ("unit", unit_of(text)), ("whole", value * cards)))]
    return value / cards, [("price_whole", (("amount", value), ("cards", cards), ("unit", unit_of(text)), ("whole", value / cards)))]


def rent_meant(now: Investment, earlier: Investment, line: str) -> Investment:
    """`now` with a bare yearly amount as the rent, where renting by the month is what was weighed: 「月80万円なら?」."""
    bare = now.budget or now.cost
    if earlier.rent is None and earlier.outlay is not None and earlier.benefit is not None and not earlier.strategies and leases(line, now):
        return replace(now, rent=bare, budget=None, cost=None, limited=None)
    if earlier.rent is None or bare is None or now.initial is not None or now.benefit is not None or UPKEEP_TOLD.search(line):
        return now
    return replace(now, rent=bare, budget=None, cost=None, limited=None)


def leases(line: str, now: Investment) -> bool:
    """Whether a line tells only what it costs by the month or year to rent what was to be bought: 「これをリースにしたら月40万だって」."""
    return LEASED.search(line) is not None and (now.budget or now.cost) is not None and now.initial is None and now.benefit is None and not now.strategies


def begins_sum(line: str, now: Investment, earlier: Investment, weighed: bool) -> bool:
    """Whether a line begins a sum of renting against buying, of which the plan told before is no part. `weighed`: it asks to choose between them."""
    priced = now.rent is not None or now.price is not None and RENTING.search(line) is not None
    if now.benefit is not None:
        return False
    if priced and now.initial is not None:
        return True
    return earlier.rent is None and earlier.price is None and (priced or weighed) and (earlier.benefit is not None or weighed)


def cards_changed(now: Investment, earlier: Investment) -> Investment:
    """What was told before, with the price and upkeep of the machines by their new number: 「2枚なら?」 after four were priced together."""
    if now.cards is None or earlier.cards is None or now.cards == earlier.cards:
        return earlier
    part = now.cards / earlier.cards
    notes = tuple(note for note in earlier.notes if note[0] not in ("price_each", "price_whole", "bought_each", "cards_scaled", "gain_kept"))
    if earlier.benefit is not None and now.benefit is None:
        notes = (*notes, ("gain_kept", (("amount", earlier.benefit.value),)))
    if now.initial is None and earlier.outlay is not None:
        notes = (*notes, ("cards_scaled", (("cards", now.cards), ("unit", unit_told(earlier)), ("whole", earlier.outlay.value * part))))
    changes = {name: amount.times(part) for name in ("initial", "production", "cost") if (amount := getattr(earlier, name)) is not None}
    return replace(earlier, **changes, notes=notes)


def unit_told(told: Investment) -> str:
    """The unit in which the machines were counted."""
    return next((dict(values)["unit"] for _, values in told.notes if "unit" in dict(values)), "枚" if told.rent is not None or told.price is not None else "台")


def sum_begun(now: Investment, earlier: Investment) -> Investment:
    """The new sum: the length and rate of the talk, and the machine that was to be bought where none is priced now."""
    kept = Investment(strategies=("buy_gpu",), years=earlier.years, last_share=earlier.last_share, rate=earlier.rate, tax=earlier.tax, taxed=earlier.taxed)
    priced = now.rent is not None or now.price is not None
    if priced and now.initial is None and now.production is None and earlier.outlay is not None:
        kept = replace(kept, initial=earlier.outlay)
    return now.over(kept)
