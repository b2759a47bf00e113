"""The firms, universities or institutions of a country asked for loosely: 「日本勢でよく出してるのはどこ? 2018年、上から3つ」, 「アメリカの大学の常連はどこ」, 「国内の顔ぶれ、
上位5つ」; each written as the plain question for the first so many of them, which its words never say in one piece."""

import re

import prompts
from index.number_words import read_number

NAMED = [name for names in prompts.lexicon("places")["countries"].values() for name in names]
# 「日米」 names two; a single letter is part of other words.
COUNTRY = "|".join(sorted((re.escape(name) for name in set(NAMED) if NAMED.count(name) == 1 and len(name) > 1), key=len, reverse=True))
KINDS = {"企業": r"企業|会社|メーカー", "大学": r"大学(?!院|等|や|と|・|、企)", "機関": r"(?:研究)?機関|研究所|組織"}
COUNTERS = {"企業": "社", "大学": "校", "機関": "機関"}
KIND = "|".join(f"(?P<{name}>{words})" for name, words in KINDS.items())
OF = re.compile(rf"(?:(?P<country>{COUNTRY})(?:の|系の?|発の|国内の)?(?:AI)?)?(?:(?:{KIND})(?:さん|各社|各校)?(?:勢|陣)?|(?P<side>勢|陣営)|(?<=[一-龥ァ-ヴー])(?P<bare>(?:の|で|から)))(?:の(?:中|うち|なか)|のなか)?(?:では?|じゃ|って|は|の|から|も|だと|なら|、)*", re.IGNORECASE)
OFTEN = re.compile(
    r"(?P<regulars>常連(?:組|さん)?|顔ぶれ|面々|主力|看板|代表格|代表選手|主役|顔役|主だった|主な|有力(?:どころ)?|稼ぎ頭|おなじみ|目立(?:つ|って(?:い)?る|っとる)|存在感(?:の|が)(?:ある|大きい|強い|高い))"
    r"(?:の(?:企業|会社|大学|(?:研究)?機関))?|よ[くう]、?(?:論文を?)?(?:出|載|通|書|発表|名前|見|顔を出)[一-龥ぁ-ん]{0,3}?(?:して|て|いて|って|とっ?て|が出|かけ|しと|と)?(?:い?る|いる|ます|るん|とる|とん|はる)?|(?:論文の?(?:数|本数)?(?:が|の|を)?)?(?:多い|多く(?:出し|書い|通し)て(?:い)?る|たくさん(?:出し|書い|通し)て(?:い)?る)"
)
COUNTED = r"(?P<{name}>\d{{1,2}}|[二三四五六七八九十])\s?(?:つ|個|社|校|機関|か所|カ所|箇所|位|大学|者)?(?:ほど|くらい|ぐらい|だけ|まで)?"
TOP = re.compile(rf"(?:上位|トップ|ベスト|上から(?:順に)?|(?:多い|高い)(?:ほう|方|順)(?:から|に|で)?(?:順に)?)(?:の|、|\s)*(?:{COUNTED.format(name='number')})?(?!\d)")
SO_MANY = re.compile(r"(?<![\d年])(?P<number>\d{1,2}|[二三四五六七八九十])\s?(?:つ|社|校|機関|か所|カ所|箇所|大学)(?:ほど|くらい|ぐらい|だけ)?(?!目|前|に)")
WHO = re.compile(r"どこ(?:どこ)?|どちら(?:様|さん)|どの(?:企業|会社|大学|(?:研究)?機関)|誰|だれ|何という(?:企業|会社|大学|機関)|(?:の|ん|常連|顔ぶれ|面々|主力|看板|代表格|主役|とこ(?:ろ)?)(?:は|って)[??]?(?=$|[\s。??])")
WANTED = re.compile(r"(?:教え|挙げ|あげ|並べ|列挙|列記|示し|見せ|知り|知らせ|出して(?:くだ|下さ|くれ|ほし|欲し|もら|みて|$)|お願い|おねがい|頼|リスト|一覧|欲し|ほし|ご教示|ご提示|頂|いただ|ちょうだい)")
# Other figures, other orders and other things to put in order.
OTHERWISE = re.compile(
    r"割合|比率|シェア|(?<!能)率|%|パーセント|何[割本社校件倍年位番名人機かカヶ]|いくつ|いつ|推移|集中|占め|偏り|引用|[増減伸縮]|落[ちと]|上が|下が|下から|下位|ワースト|最下位|少な|低|順位|ランクイン|以内|入[るっり]|売上|時価|資本|従業員|社員|株|利益|投資|予算|費|賃|給|モデル|特許|"
    r"共著|組[んむみ]|相手|パートナー|連携|提携|著者|研究者|研究室|学部|学科|人材|学者|教授|なぜ|理由|どうして|比べ|比較|違[いうっ]|差|どっち|どちらが|変わ|消え|以外|除|なく|でない|年間|から(?:19|20)\d\d|(?:会議|学会|カンファレンス|分野|領域|国|年|テーマ|県|都市)(?:は|を|が|も|って|どこ|、?(?:上位|トップ|ベスト))|どの(?:会議|学会|分野|国|年)|QS|qs|名門|エリート|50|べき|おすすめ|勧め|選[びぶ]|意味|とは|ずつ"
)
DATE = re.compile(r"(?:19|20)\d\d年?(?:度|時点|当時)?|(?:令和|平成)\d+年(?:度)?|昨年|去年|一昨年|おととし")
WHERE = re.compile(r"[一-龥ァ-ヴーA-Za-z]{1,14}?(?:分野|領域)?の?(?:国際)?(?:会議|学会)|[一-龥ァ-ヴー]{2,12}(?:の)?分野|[A-Z][A-Za-z]{2,}(?:-[A-Z]+)?")
# Politeness and what every such question speaks of; whatever else is left is not ours to drop.
FILLER = re.compile(r"お世話に(?:なって|なり)[ぁ-ん]*|恐れ入[ぁ-ん]*|お手数[^、。]*|論文|研究|発表|名前|幸いです|頂[ぁ-ん]*|知らせ|教示|提示|下さい|致し|申し上げ|願[いえ]|分|特|中心|AI|機関|企業|大学|会社|一番|最も|世界|最近|近年|以上|何卒|宜し")
LEFT_OVER = re.compile(r"[一-龥ァ-ヴA-Za-z0-9]")
USUAL, MOST = 5, 20  # rows without a number, most rows


def members_ranked(text: str) -> str:
    """The plain question for such a text; any other text as it is."""
    if OTHERWISE.search(text) or "論文が多い" in text:
        return text
    named = [match for match in OF.finditer(text) if match["country"] or kind(match)]
    whom = named[0] if named else None
    often, top = OFTEN.search(text), TOP.search(text)
    many = SO_MANY.search(text) if top is None or top["number"] is None else None
    number = (top and top["number"]) or (many and many["number"])
    asked = number is not None or WHO.search(text) or WANTED.search(text)
    if whom is None or len([match for match in named if match["country"]]) > 1 or not (often or top) or not asked or kind(whom) is None and not whom["side"] and not (often and (often["regulars"] or number or WHO.search(text))):
        return text
    if number is None and (often is None or not whom["country"] and not often["regulars"] and not WHO.search(text)) or number is not None and read_number(number).value > MOST:
        return text
    rest = [part for part in (*named[1:], often, top, many, WHO.search(text)) if part]
    named_kind = next((name for match in named if (name := kind(match))), "機関")  # 「日本で論文をよう出してはる会社さんは」
    return plainly(text, [whom, *rest], named_kind, int(read_number(number).value) if number else USUAL)


def kind(whom: re.Match) -> str | None:
    """What is asked for, by its name in KINDS; None where only the country is named."""
    return next((name for name in KINDS if whom[name]), None)


def plainly(text: str, parts: list[re.Match], name: str, count: int) -> str:
    """The question written out where nothing but when and where is left beside the parts, of which the first says whom."""
    rest = list(text)
    for part in parts:
        rest[part.start() : part.end()] = " " * (part.end() - part.start())
    left = WANTED.sub(" ", "".join(rest))
    dates = DATE.findall(left)
    places = WHERE.findall(left := DATE.sub(" ", left))
    if len(dates) > 2 or len(places) > 1 or LEFT_OVER.search(FILLER.sub(" ", WHERE.sub(" ", left))):
        return text
    dates = [f"{date}年" if date.isdigit() else date for date in dates]
    of = f"{parts[0]['country']}の" if parts[0]["country"] else ""
    if len(dates) == 2:  # each year by itself
        return f"{'で'.join((*places, ''))}{of}{name}ランキング{'と'.join(dates)}を並べて"
    when = "の".join((*dates, *places))
    return f"{f'{when}で、' if when else ''}論文が多い{of}{name}の上位{count}{COUNTERS[name]}はどこですか"
