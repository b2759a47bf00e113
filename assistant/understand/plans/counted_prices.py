"""An amount of one and how many: 「AIカメラを10台、1台60万で導入」 is 600万 in all, 「1ラインあたり年300万、2ライン」 600万 a year; and 「5ラインなら?」 after it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.understand.plans.investment_told import Investment
from index.numerals import find_numerals

UNIT = r"(?:台|枚|本|基|拠点|店舗|工場|か所|箇所|ヶ所|セット|ライン|ライセンス|アカウント|機|個|式|部署|部門|チーム|事業所|支店|営業所|病院|校|車両|製品|品目|人|名|店)"
COUNT = re.compile(rf"(?<![0-9.,])(?P<count>[0-9]{{1,4}})(?P<unit>{UNIT})(?P<share>分)?(?!目|あたり|当たり|につき|ごと|月|日|件|年|員)")
AMOUNT = r"(?P<amount>[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|万|千)?円?)(?![0-9%割年月人台枚時分])"
SPAN = r"(?:年間?|毎年|年額|月額?|毎月|月々)?(?:に|で|の)?"
EACH = re.compile(
    rf"(?:(?<![0-9.,])[1一](?P<of>{UNIT})(?:あたり|当たり|につき|ごとに?)(?P<between>[^0-9。]{{0,12}}?)|"
    rf"(?:(?<![0-9.,])[1一](?P<unit>{UNIT})|(?P<each>単価))(?:は|が|を|で|に|、)*(?P<span>{SPAN})(?:は|が|を|で|に|、|約|およそ)*){AMOUNT}"
)
# What renting and graphics cards cost by the piece, and plans side by side, are read on their own.
OF_MACHINES = re.compile(r"gpu|グラボ|グラフィック|[hba][1-3]00|サーバ|計算機|マシン|借り|レンタル|リース|クラウド|時間|並行|並列|同時|それぞれ", re.IGNORECASE)
YEARLY = re.compile(r"(?:年|月|毎年|毎月|年間|月額)(?:に|で|額)?$")
LONGEST = 30  # characters of a message that only tells how many
MONEY = re.compile(r"[0-9](?:万|億|千|百|円|%|割)")
MONEY_AMOUNT = re.compile(r"[0-9](?:万|億|千)")
CHANGED = ("initial", "production", "benefit", "cost", "labour", "budget")


@dataclass(frozen=True)
class Counted:
    """Amounts of one (their matches), and how many there are of what unit."""

    each: tuple[re.Match, ...]
    count: int
    unit: str


def unit_in(match: re.Match) -> str | None:
    return match["of"] or match["unit"]


def counted(text: str) -> Counted | None:
    """The amounts of one thing that a text tells beside their number; None where it tells no such thing."""
    each = [match for match in EACH.finditer(text) if not YEARLY.search(text[: match.start()])]
    units = {unit_in(match) for match in each}
    if not each or OF_MACHINES.search(text) or len(units) > 1 or None in units and len(each) > 1:
        return None
    found = [match for match in COUNT.finditer(text) if int(match["count"]) > 1 and each[0]["each"] or match["unit"] in units and int(match["count"]) > 1]
    shares = [match for match in found if match["share"]]  # 「社員80人の会社で…3人分」
    counts = {(int(match["count"]), match["unit"]) for match in shares or found}
    return Counted(tuple(each), *counts.pop()) if len(counts) == 1 else None


def yen(amount: str) -> float:
    return find_numerals(amount if amount.endswith("円") else f"{amount}円")[0].value


def in_all(text: str) -> str:
    """The text with the amount of all in place of the amount of one, where both that amount and one number of the same things are told."""
    told = counted(text)
    for match in reversed(() if told is None else told.each):
        between = match["between"] or match["span"] or ""
        text = f"{text[: match.start()]}{between or '合計'}{yen(match['amount']) * told.count:.0f}円{text[match.end() :]}"
    return text


def with_counts(told: Investment, text: str) -> Investment:
    """What was read of a text, with a note on each amount of one that was multiplied."""
    found = counted(unicodedata.normalize("NFKC", text))
    if found is None:
        return told
    notes = [("counted_each", (("amount", value), ("cards", found.count), ("unit", found.unit), ("whole", value * found.count))) for value in (yen(match["amount"]) for match in found.each)]
    wholes = {dict(values)["whole"] for _, values in notes}
    if told.benefit is not None and len(found.each) == 1 and found.each[0]["of"] and told.benefit.value not in wholes and len(MONEY_AMOUNT.findall(sentence_of(text, found))) > 1:
        notes.append(("counted_gain", (("amount", told.benefit.value),)))
    return replace(told, notes=(*told.notes, *notes))


def sentence_of(text: str, found: Counted) -> str:
    """The sentence that tells the amount of one."""
    return next((part for part in re.split(r"[。\n]", unicodedata.normalize("NFKC", text)) if found.each[0].group() in part), "")


def number_told(line: str) -> tuple[int, str] | None:
    """How many of what a short line tells that holds no amount: 「5ラインにしたら?」; None for any other."""
    found = list(COUNT.finditer(line))
    if len(line) > LONGEST or MONEY.search(line) or len(found) != 1:
        return None
    return int(found[0]["count"]), found[0]["unit"]


def recounted(text: str, count: int, unit: str) -> str | None:
    """A text that tells the amount of one and how many, with another number of them; None where it tells none of that unit."""
    told = counted(text)
    if told is None or told.unit != unit:
        return None
    return COUNT.sub(lambda match: f"{count}{match['unit']}{match['share'] or ''}" if match["unit"] == unit and int(match["count"]) == told.count else match[0], text)


def counts_anew(line: str, topic: str) -> bool:
    """Whether a line only tells another number of what the talk told the amount of one of."""
    now = number_told(line)
    return now is not None and any(recounted(before, *now) is not None for before in topic.split("\n"))


def count_meant(now: Investment, told: Investment, line: str, before: list[str], read: Callable[[str], Investment]) -> tuple[Investment, Investment]:
    """`now` with what another number of things makes of the amounts that were told of one, and `told` without the notes on their number.

    `before`: the talk, newest line first; `read`: what a text tells."""
    number = number_told(line)
    place = None if number is None else next((place for place, text in enumerate(before) if recounted(text, *number) is not None), None)
    if place is None:
        return now, told
    unit, text = number[1], before[place]
    last = next((each[0] for each in map(number_told, before[:place]) if each is not None and each[1] == unit), None)
    then, new = read(text if last is None else recounted(text, last, unit)), read(recounted(text, *number))
    changes = {}
    for name in CHANGED:
        held, old, fresh = getattr(told, name), getattr(then, name), getattr(new, name)
        if held is not None and old is not None and fresh is not None and old.value and fresh != old:
            changes[name] = held.times(fresh.value / old.value)
    notes = tuple(note for note in new.notes if note[0] in ("counted_each", "outlay_parts"))
    spent, gained = {"initial", "production"} & set(changes), "benefit" in changes
    for name, slot, stays in (("outlay_kept", told.outlay, gained and not spent), ("gain_kept", told.benefit, spent and not gained)):
        if stays and slot is not None:
            notes = (*notes, (name, (("amount", slot.value),)))
    kept = replace(told, notes=tuple(note for note in told.notes if note[0] not in ("counted_each", "outlay_parts", "outlay_kept", "gain_kept")))
    return replace(now, **changes, notes=(*now.notes, *notes), employees=None, staff=None, cards=None), kept
