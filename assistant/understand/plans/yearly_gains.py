"""An effect told year by year in words of any order: 「効果は初年度100万、翌年から250万」 「1年目は効果ゼロ、2年目から年400万浮く」."""

import re

NOUN = r"(?:年間)?(?:効果額?|利益|便益|粗利|リターン|増収|収入|収益|見返り|削減額?|メリット)"
FIRST = r"初年度?|(?<![0-9])1年目|一年目|最初の(?:1|一)?年(?:度|目)?|初めの年|(?:1|一)年(?=は)"
NEXT = r"翌年度?|次の年度?|その次の年"
MONEY = r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)?円?(?![0-9.,]*[0-9%割年月人枚台倍目])"
NOTHING = r"(?:ゼロ|0円?|なし|無し|出ない|出ず|ありません|見込めない)(?![0-9])"
GAINED = r"(?:浮[いくき]|減[りるっら]|削減|節約|稼[げぎぐ]|儲か|増え|得られ|入[りるっ]|出[るたて]|見込)"
ITEM = (
    rf"(?:(?P<first>{FIRST})|(?P<next>{NEXT})|(?P<nth>[2-9])年目)(?:から|以降|以後)?(?:は|が|に|の|で|も|、|ずっと)*(?P<noun>{NOUN})?(?:は|が|も|の|、)*"
    rf"(?:年間?に?|毎年)?(?:約|およそ|だいたい)?(?:(?P<amount>{MONEY})|(?P<none>{NOTHING}))(?:円)?(?:の(?P<behind>{NOUN}))?(?:ずつ|くらい|ぐらい|ほど|程度|だけ|しか)*(?P<verb>(?:が|を)?{GAINED}[^、。0-9]{{0,6}}?)?"
)
ONE = re.compile(ITEM)
BARE_ITEM = re.sub(r"[?]P<[a-z]+>", "?:", ITEM)
LISTED = re.compile(rf"(?P<before>{NOUN}(?:は|が|も|の|を|、|として)*)?(?P<list>{BARE_ITEM}(?:(?:で|、|が|,|と|/|・|そして|だが|けど|です|だ|\s)*{BARE_ITEM})+)(?P<after>(?:の|が)*{NOUN})?")
SPENT_BEFORE = re.compile(r"(?:費用?|投資|コスト|支出|支払い?|保守|維持|運用|ライセンス料?|代|料金?)(?:は|が|も|の|を|に|、)*$")


def gains_by_year(text: str) -> str:
    """The text with an effect that is told year by year as 「効果は初年度100万円、2年目250万円」; the last amount lasts."""
    return LISTED.sub(listed, text)


def listed(match: re.Match) -> str:
    items = list(ONE.finditer(match["list"]))
    gained = match["before"] or match["after"] or any(item["noun"] or item["behind"] or item["verb"] for item in items)
    if not gained or SPENT_BEFORE.search(match.string[: match.start()]):
        return match[0]
    if not match["before"] and items[0]["amount"] and not any(items[0][name] for name in ("noun", "behind", "verb")) and items[-1]["noun"]:
        return match[0]  # 「1年目に500万、2年目に2000万、3年目から効果1500万」: what is spent first
    years, told = [], []
    for item in items:
        years.append(1 if item["first"] else years[-1] + 1 if item["next"] and years else int(item["nth"] or 2))
        told.append("0円" if item["none"] else item["amount"])
    if years != sorted(set(years)):
        return match[0]
    return "効果は" + "、".join(f"{'初年度' if year == 1 else f'{year}年目'}{amount}" for year, amount in zip(years, told, strict=True))
