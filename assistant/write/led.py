"""What a reader must know before a figure: that people were asked about and papers are counted, or that a year asked for is not held."""

import re
from dataclasses import replace

from assistant.write.facts import say
from assistant.write.layout import Page

PEOPLE = re.compile(
    r"(?:人材|研究者|科学者|技術者|エンジニア|研究員|博士|頭脳|優秀な人)(?:たち|の?数|の?人数)?(?:は|が|って|も)?[^。??]{0,24}?(?:多い|多く|多かっ|集ま|いる|いるん|いま|偏|どちら|どっち|どこ|何割|何%|割合|比率)|"
    r"(?:企業|大学|民間|産業界|国|日本|中国|米国)(?:と(?:企業|大学|民間))?の(?:AI|ai)?(?:人材|研究者|技術者|エンジニア)(?:の)?(?:割合|比率|数|シェア|は何)"
)
PROXY = re.compile(r"^「[^」]+」の集計はないため、近い指標で|を合わせた割合の集計はありません|^最も少ない[^。]+1つに決まりません|は企業と大学を分けた集計がないため、日本だけを示します|」のほうは、手元のデータと資料ではお答えできません|^データのある期間に首位になった年はありません")
OF_PAPERS = re.compile(r"論文|会議|学会|著者|参加率|共著|所属|発表|引用")


def people_asked(text: str) -> bool:
    """Whether people are asked about, of whom no number is held."""
    return PEOPLE.search(text) is not None and OF_PAPERS.search(text) is None


def led(page: Page, text: str, lacking: tuple[str, ...]) -> Page:
    """The page with that said in its conclusion. text: the question; lacking: why years have no figures (sentences of its readings)."""
    before = [say("people_uncounted")] if people_asked(text) else []
    before += [line for line in page.caveats if PROXY.search(line)]  # a measure in the place of the one that was asked for and refused
    return replace(page, conclusion=[*before, *page.conclusion, *lacking], caveats=[line for line in page.caveats if line not in (*before, *lacking)])
