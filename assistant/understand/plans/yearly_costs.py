"""What a plan costs by the year, told by several names: 保守 and 電気代 are added up, a part that is included is not counted twice."""

import re
from dataclasses import replace

from assistant.understand.plans.investment_told import Amount, Investment
from index.numerals import find_numerals

ITEMS = {
    "electricity": r"電気(?:代|料金?|使用料)?|電力(?:代|料金?|費)", "maintenance": r"保守(?:費用?|料金?|契約(?:料|費)?)?|メンテ(?:ナンス)?(?:費用?|代|料)?", "upkeep": r"維持費用?|運用費用?|運営費|維持コスト|運用コスト|ランニング(?:コスト|費用)?|年間費用|管理費|経費",
    "licence": r"ライセンス(?:料金?|費用?|代)?|サブスク(?:料|代)?|ソフト(?:代|費用)", "line": r"回線(?:費用?|代|料)?|通信(?:費用?|代|料)", "place": r"ラック(?:代|料金?|費用?)?|設置料|置き場代|場所代|データセンター(?:代|料金?|費用?)?|ハウジング(?:料|費用?)?", "cooling": r"空調(?:費用?|代)?|冷却(?:費用?|代)?", "insurance": r"保険料?",
}  # fmt: skip
GENERAL, UNUSUAL = "upkeep", {"line", "place", "cooling", "insurance"}  # the latter are no words of the lexicon
ITEM = "|".join(f"(?P<{name}>{words})" for name, words in ITEMS.items())
SPAN = r"(?:年間?(?:に|で)?|毎年|年額|月々?|毎月|月額)"
MONEY = r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)?円?(?!か月|[0-9%割年月人枚台倍])"
PIECE = re.compile(rf"(?:{ITEM})(?:は|が|に|も|で|の|、|:|として|だけで|別に|別途|約|およそ|\s)*(?P<span>{SPAN})?(?:約|およそ)?(?P<amount>{MONEY})(?:/(?P<per>年|月))?(?:ほど|くらい|ぐらい|程度)?(?:ずつ)?")
WITHIN = re.compile(r"(?:うち|内訳(?:は|として)?)、?$")
HELD = re.compile(r"^(?:は|も|を|が)?、?(?:そこ|それ|その中|これ|この中|維持費|運用費|年間費用|保守(?:費|料)?|上)?(?:に|の中に|へ)?(?:は|も)?(?:含[まみむめ]|込み|入って|コミ)")
INCLUDED = re.compile(rf"(?:{ITEM})(?:も|や|と|・|など|等|まで|の?分)*(?:を|は|が)?(?:全部|すべて)?(?:込み|コミ|込めて|含[まみむめ]|を?入れて|ふく[まみむめ])")
RAISED = re.compile(rf"(?:{ITEM})(?:は|が)?(?P<span>{SPAN})?(?:約)?(?P<first>{MONEY})(?:から|だったのが)、?(?P<until>{SPAN})?(?P<last>{MONEY})(?:に|へ|まで)(?:上が|上昇|増え|増加|値上|跳ね|膨ら|なっ)")
SAVED = re.compile(r"^(?:も|が|を|は|分|ほど|くらい|ずつ)*、?(?:浮|減|下が|下げ|削|なくな|無くな|不要|節|カット|いらな|要らな|圧縮|抑え|安くな|助か|戻)")
APART = re.compile(r"別途|別に|別で|さらに|更に|加えて|追加|上乗せ|足[すし]|他に|ほかに")
# 「電気代も足すと?」 「電気代は入ってる?」: a cost without its amount.
PLAIN_ITEM = "|".join(ITEMS.values())
OTHER = re.compile(rf"^(?:じゃあ?|では|で|あと|ちなみに|それと)?、?(?:{ITEM})(?:(?:や|と|・|、)(?:{PLAIN_ITEM}))*(?:とか|など|等)?(?:は|も|を|が|って|の分は|まで)?、?(?:(?:全部|ちゃんと|もう)?(?:入って|入る|含[まむめみ]|込み|考え|考慮|足[すしせ]|加え|入れ|見て|どう|計算)[^。0-9]{{0,12}})?[。??]*$")
LONGEST = 30  # characters


def item_of(match: re.Match) -> str:
    """Which cost a piece of text names."""
    return next(name for name in ITEMS if match[name])


def money(text: str, span: str | None) -> float:
    """Yen a year."""
    return find_numerals(text if text.endswith("円") else f"{text}円")[0].value * (12 if span and "月" in span else 1)


def pieces(text: str) -> list[re.Match]:
    """The named costs with amounts that count by themselves."""
    return [match for match in PIECE.finditer(text) if not WITHIN.search(text[: match.start()]) and not HELD.match(text[match.end() :]) and not SAVED.match(text[match.end() :])]


def costs_told(text: str) -> dict[str, float]:
    """Named cost → yen a year."""
    return {item_of(match): money(match["amount"], match["span"] or match["per"]) for match in pieces(text)}


def one_cost(text: str) -> str:
    """The text with its yearly costs as one amount: several are added up, what is included in another is left out, a rise is its difference."""
    text = RAISED.sub(lambda match: f"維持費が年{money(match['last'], match['until'] or match['span']) - money(match['first'], match['span']):.0f}円増えたら", text)
    for match in reversed(list(PIECE.finditer(text))):
        held, within = HELD.match(text[match.end() :]), WITHIN.search(text[: match.start()])
        if held or within:
            text = text[: match.start() if within is None else within.start()] + text[match.end() + (held.end() if held else 0) :]
    counted = pieces(text)
    names = {item_of(match) for match in counted}
    if len(counted) != len(names) or len(names) < 2 and not names & UNUSUAL:
        return text
    whole = sum(money(match["amount"], match["span"] or match["per"]) for match in counted)
    for match in reversed(counted):
        text = text[: match.start()] + (f"維持費は年{whole:.0f}円" if match is counted[0] else "") + text[match.end() :]
    return text


def cost_meant(now: Investment, earlier: Investment, line: str, before: list[str]) -> Investment:
    """`now` with what a named cost makes of the yearly cost told before: a further one is added, one told before is replaced, one that is included changes nothing.

    `before`: the lines of the talk, newest first."""
    told = costs_told(line)
    if now.cost is None or earlier.cost is None or not told or GENERAL in told or now.outlay is not None or now.rent is not None or earlier.rent is not None:
        return now
    held: dict[str, float] = {}
    for each in reversed(before):
        held |= costs_told(each)
    if included(before) & told.keys() and not APART.search(line):
        return replace(now, cost=None, notes=tuple(note for note in now.notes if note[0] != "read_period") + (("cost_held", ()),))
    known = sum(held[name] for name in told if name in held)
    if known and (known >= earlier.cost.value or set(held) == set(told)):
        return now
    note = ("cost_changed" if known else "cost_added", (("amount", now.cost.value),))
    return replace(now, cost=Amount(earlier.cost.value - known + now.cost.value), notes=(*now.notes, note))


def included(lines: list[str]) -> set[str]:
    """The costs that the lines of a talk say are in another."""
    found = {item_of(match) for line in lines for match in INCLUDED.finditer(line)}
    return found | {item_of(match) for line in lines for match in PIECE.finditer(line) if WITHIN.search(line[: match.start()]) or HELD.match(line[match.end() :])}


def cost_asked(text: str) -> str | None:
    """The cost that a text asks about without telling its amount; None for any other."""
    match = OTHER.match(text) if len(text) <= LONGEST else None
    return item_of(match) if match else None
