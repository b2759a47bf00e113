"""「日本と中国の大学の上位を5つずつ」: a list of the first ones of each country, or of each kind (「企業と大学を上位3つずつ」), as questions of their own."""

import re

from assistant.understand.text.matcher import Hit, Text
from index.number_words import read_number

KINDS = {"firms": r"企業|会社", "universities": r"大学(?!院)", "institutions": r"(?:研究)?機関"}
KIND = "|".join(KINDS.values())
JOIN = r"(?:と|、|・|や|および|それから|,)\s?"
NUMBER = re.compile(r"(?:上位|トップ|ベスト|top|TOP)?の?(\d{1,2}|[二三四五六七八九十])(?:つ|社|校|位|機関)(?:ずつ|まで|くらい|ぐらい|を|の|に|は|で|[。??]|$)")
FEW = re.compile(r"(?:上位|トップ|ベスト|top)\s?(\d|1\d|20)(?=を|は|[。??]|$)", re.IGNORECASE)
LISTED = re.compile(r"上位|トップ|ベスト|多い順|ランキング|順位|top", re.IGNORECASE)
EACH = re.compile(r"ずつ|それぞれ|各々|おのおの|別々|国別|各国|両国|\d(?:つ|社|校)")
OTHERWISE = re.compile(r"比べ|くらべ|比較|どちら|どっち|差|合わせ|合計|占め|集中|割合は|シェアは|何%|推移|伸び|増え|減っ|引用|共著|共同|産学|連名|相手|何割")
FEWEST, MOST = 2, 3  # lists in one answer
SHOWN = 5


def lists_of_each(reader, text: Text) -> list[str]:
    """The questions for each list; [] for any other text. reader: what finds countries."""
    match = NUMBER.search(text.folded) or FEW.search(text.folded)
    if not LISTED.search(text.folded) or not (match or EACH.search(text.folded)) or OTHERWISE.search(text.folded):
        return []
    count = int(read_number(match[1]).value) if match else SHOWN
    countries = in_a_row([hit for hit in reader.countries.find(text)], text.folded)
    kinds = list(dict.fromkeys(re.findall(KIND, text.folded)))
    if countries and len(kinds) == 1:
        where = text.folded[: countries[0].start].rstrip("、")
        return [f"{where}{hit.text}の{kinds[0]}の上位{count}位はどこですか" for hit in countries]
    pair = re.search(rf"({KIND}){JOIN}({KIND})(?=の|を|で|は|、|それぞれ)", text.folded)
    if pair and EACH.search(text.folded) and not reader.countries.find(text) and pair[1] != pair[2]:
        where = text.folded[: pair.start()].rstrip("、")
        return [f"{where}論文が多い{kind}の上位{count}位はどこですか" for kind in pair.groups()]
    return []


def in_a_row(hits: list[Hit], text: str) -> list[Hit]:
    """The countries that a text names one after the other; [] where there is one alone, or other words between them."""
    if not FEWEST <= len(hits) <= MOST or len({hit.key for hit in hits}) < len(hits):
        return []
    return hits if all(re.fullmatch(JOIN, text[before.end : after.start]) for before, after in zip(hits, hits[1:], strict=False)) else []
