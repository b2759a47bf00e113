"""A price of one and how many: 「AIカメラを10台、1台60万で導入」 is 600万 in all."""

import re

from index.numerals import find_numerals

UNIT = r"(?:台|枚|本|基|拠点|店舗|工場|か所|箇所|ヶ所|セット|ライン|ライセンス|機|個|式|部署)"
COUNT = re.compile(rf"(?<![0-9.,])(?P<count>[0-9]{{1,4}})(?P<unit>{UNIT})(?!目|あたり|当たり|につき)")
EACH = re.compile(rf"(?:[1一](?P<unit>{UNIT})(?:あたり|当たり|につき|ごと)?|(?P<each>単価))(?:は|が|を|で|に|、|約|およそ)*(?P<amount>[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|万|千)?円?)(?![0-9%割年月人台枚])")
# What renting and graphics cards cost by the piece, and plans side by side, are read on their own.
OF_MACHINES = re.compile(r"gpu|グラボ|グラフィック|[hba][1-3]00|サーバ|計算機|マシン|借り|レンタル|リース|クラウド|時間|並行|並列|同時|それぞれ", re.IGNORECASE)
YEARLY = re.compile(r"(?:年|月|毎年|毎月|年間|月額)(?:に|で|額)?$")


def in_all(text: str) -> str:
    """The text with the price of all in place of the price of one, where both that price and one number of the same things are told."""
    each = [match for match in EACH.finditer(text) if not YEARLY.search(text[: match.start()])]
    if len(each) != 1 or OF_MACHINES.search(text):
        return text
    counts = {int(match["count"]) for match in COUNT.finditer(text) if int(match["count"]) > 1 and each[0]["unit"] in (None, match["unit"])}
    if len(counts) != 1:
        return text
    amount = each[0]["amount"]
    whole = find_numerals(amount if amount.endswith("円") else f"{amount}円")[0].value * counts.pop()
    return f"{text[: each[0].start()]}合計{whole:.0f}円{text[each[0].end() :]}"
