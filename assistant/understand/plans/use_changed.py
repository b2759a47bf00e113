"""How much less or more a machine is used: 「稼働が半分なら」 「使うのは3割だけだと」 after renting was weighed against buying."""

import re
from dataclasses import replace

from analytics.roi import resolve
from assistant.understand.plans.investment_told import Investment
from index.numerals import find_numerals

USE = r"(?:稼働(?:率|時間)?|利用(?:率|時間)?|使用(?:率|時間|頻度)?|使う(?:の|時間|量)|使い方|出番)"
PART = r"(?P<part>半分|半減|[0-9.]+(?:割|%|倍)|[一二三四五六七八九](?:割|倍)|[0-9]分の[0-9])"
USED = re.compile(rf"{USE}(?:が|は|も|を|の)*、?(?:今の|想定の|見込みの|予定の)?{PART}(?P<after>[^。]{{0,8}})")
LESS = re.compile(r"^(?:ほど|くらい)?(?:減|下が|少な|落ち)")


def used_part(text: str) -> float | None:
    """The part of the hours that remains; None where nothing is said of it."""
    match = USED.search(text)
    if match is None:
        return None
    if match["part"] in ("半分", "半減"):
        return 0.5
    numeral = next(iter(find_numerals(match["part"])), None)
    if numeral is None:
        return None
    part = numeral.value / 100 if numeral.unit == "%" else numeral.value
    return 1 - part if LESS.match(match["after"]) and part < 1 else part


def use_meant(now: Investment, earlier: Investment, line: str) -> Investment:
    """`now` with the hours of a machine that was weighed against renting; for one rented by the month, that they change nothing."""
    part = used_part(line)
    if part is None or earlier.benefit is not None or now.hours is not None or now.amounts_told or not (earlier.rent is not None or earlier.price is not None or "buy_gpu" in earlier.strategies):
        return now
    kept = replace(now, unused=(), conditional=False, share=None, rate=None)
    if earlier.rent is not None:
        return replace(kept, notes=(*now.notes, ("use_apart", ())))
    usual = resolve("buy_gpu", {}).assumptions["gpu_hours"].value
    return replace(kept, hours=(usual if earlier.hours is None else earlier.hours) * part)
