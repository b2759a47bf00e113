"""A message that holds several questions, cut into them: 「2019年の企業参加率は? あと、日本の割合も教えて」."""

import re

from assistant.understand.text.matcher import Hit

ALSO = re.compile(r"も(?=(?:一緒に)?(?:教え|知り|聞き|聞か|お願い|見せ|出し|頼|ほしい|欲しい|気にな))")
BREAK = re.compile(r"[??。!!\n]+\s*(?:あと|それと|それから|ついでに|また|さらに|加えて|では、?|で(?![はも])|そして|次に)?[、,]?\s*|(?<=[^と][、,])\s*(?:あと|それと|それから|ついでに)[、,]?\s*")
# A clause before the question that tells how it came up: 「さっき社長に聞かれたんだけど、」.
LEAD = re.compile(r"^[^。??]{3,48}?(?:けど|けれども?|ですが|ますが|んだが|のだが|ので|から|ため)、(?=.{6,})")
SETTING = re.compile(r"^[^、。??]{1,14}(?:会議|学会|分野|領域)(?:だ|です|や|じゃ)(?:よ|ね|な)?[。]?$|(?:の(?:方|ほう)|で|でお願いします|についてです|の話(?:だ|です|や)よ?|のことです|の場合)[。]?$")
# 「ai 2007と2021」 behind a question: where and when, in letters and digits.
BARE_SETTING = re.compile(r"^(?:19|20)\d\d年?の?、?\s*[A-Za-z&\s]{1,14}(?:会議|学会|分野)?(?:で)?[。]?$|^[A-Za-z&\s]{0,14}(?:会議|学会|分野)?の?\s*(?:19|20)\d\d年?(?:\s*(?:と|、|,|→|~|から|vs\.?)\s*(?:19|20)\d\d年?)*[。]?$|^(?:全期間|(?:ぜんぶ|全部|すべて|全て)の年|全年|期間全体|通期)(?:を|で)?(?:まとめて|合わせて|通して|通算|ならして|合計)?(?:で)?[。]?$|^\([^()??]{1,16}\)[。]?$")
# 「…それぞれの割合を」「両年の値で」「NDSSの同年と比べて」 ask for what the sentence before named.
OF_BOTH = re.compile(r"^(?:この|その|これら|それら|以上の|上の)(?:の)?(?:[二2](?:つ|者|指標|種類)|両者|両方|双方)|それぞれの?(?:割合|比率|値|数字|率|参加率|シェア)|両(?:年|者|方|社|校|会議|学会|国)の?[^。、]{0,8}(?:割合|比率|値|数字|率)|の同じ?年(?:と|に)?比べ|^(?:(?:19|20)\d\d年の?、?)?[A-Za-z一-龥]{1,8}(?:会議|分野)?と(?:並べ|見比べ|対比)")
# 「WWW、WSDM、CIKM。」 before a question names where it asks.
NAMES_ONLY = re.compile(r"^(?:[A-Z][A-Za-z&]{1,11}\s?(?:、|,|と|・|/|や|。)?\s?){2,8}$")
# 「2010年の何倍になった?2020年は。」: the other year of a move.
OTHER_YEAR = re.compile(r"^(?:19|20)\d\d年(?:度)?(?:は|には|では|に|で|の(?:時点|値|数字)(?:は|で)?)*[。??]*$")
MOVED = re.compile(r"何倍|なんばい|何ポイント|なんポイント|(?:どれ|どの)(?:くらい|ぐらい|だけ|ほど)(?:増|減|伸|変|上が|下が|落ち)|差は|倍率|比で")
YEAR_AND_PLACE = re.compile(r"年(?:度)?(?:の[^、。]{1,12}(?:会議|分野|学会|[A-Za-z]))?[。]?$")
# 「ASPLOSとISCA、19年。」 names a place and a year for the question behind it.
ONLY_YEAR = re.compile(r"(?:、|の|\s)\d{2,4}年(?:度)?[。、]*$")
NAMED = re.compile(r"^[^。??]*(?:率|シェア|論文)[。、]*$")  # 「産学共著の率と、企業だけの率。2018年で並べて」
DATED = re.compile(r"\d{2,4}年")
# A remark that measures nothing, before a question of the same thing: 「日本は負けてるの? 2007年と2021年の日本の割合を」.
VALUE = re.compile(r"割合|比率|率|シェア|推移|何%|何割|何本|いくつ|本数|どれくらい|どのくらい|どれだけ|平均|ポイント|何倍|ランキング(?=は|を|$)")
# Things named before are pointed at: 「両国の割合」「どちらが上」.
POINTED = re.compile(r"両(?:国|者|校|社|方|会議|学会|分野)|双方|どちら|どっち|いずれ|同(?:社|国|校|大学|会議|学会|分野)|(?:この|その)[二三四2-4](?:つ|か国|カ国|社|校|者|会議|学会|分野)")
ASKS = re.compile(r"[??]|何|いくつ|いくら|どれ|どの|どこ|どう|なぜ|教えて|ですか|ますか|割合|率は")
# A sentence that tells why the question is asked (「監査の都合で確認です」「来週の役員会で使います」) and wants nothing.
ASIDE = re.compile(r"(?:(?:と|って)(?:聞[くい]|言う|いう)|らしい|です|ます|ました|ません|ので|から|ため|用|まして|予定|んで|ところ|した|する)[。、]*$")
WANTS = re.compile(r"[??]|教えて|ください|下さい|お願い|ほしい|欲しい|くれ|頼|たい(?:です|のです|んです|と思います|んだ|のだ)?(?:が|けど|ね|よ)?[。]?$|何|いくつ|いくら|どれ|どの|どこ|どう|なぜ|いつ|誰|か[。]?$|比べ|まとめ|出して|見せ")
# A sentence that states what the next one asks about.
STATED = re.compile(r"(?:だ|です|ます|な|ね|よ|た|る|く|の話|の件|らしい|とか|(?:だ)?そう(?:だ|です)?)(?:な|ね|よ|が|ぞ|ぜ|のう|わ|さ|の)?[。、]*$")
# How the answer should look: asks nothing of its own.
STYLE_ONLY = re.compile(r"^(?:すみません、?)?(?:日本語|英語|数字|数値|結論|要点|一言|短く|簡潔|手短|ざっくり|率)[^??]{0,14}(?:だけ(?:で(?:いい|結構|よい|良い|お願い)\S*)?|で(?:いい|結構|よい|良い|お願い|OK|ok|構いま)\S*|に(?:お願い|頼)\S*)[。!]?$")
# What the asker once thought or was told, before the question.
PAST = re.compile(r"(?:(?:と|って)聞[くい]た?|(?:と|って)(?:聞|伺|うかが)[^。、]{0,6}|じゃった|だった|でした|ました|思っていた|聞いていた|もの(?:だ|じゃ)|もん(?:だ|じゃ))(?:が|けど|のう|な)?[。、]*$")
# 「企業参加率。AI。2010、2020。」: one question in the style of a telegram.
TELEGRAM = re.compile(r"(?:[^。??]{1,14}。){2,5}[^。??]{0,14}")
MAX_PARTS = 3
SHORTEST = 3


def cut(text: str) -> list[str]:
    """The message at its question marks and full stops, or at words like あと; brackets are never cut."""
    if TELEGRAM.fullmatch(text) and not WANTS.search(text) and not ASIDE.search(text):
        return [text.replace("。", "、").rstrip("、")]
    parts, start = [], 0
    for match in BREAK.finditer(text):
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        parts.append(text[start : match.end()].strip())
        start = match.end()
    parts.append(text[start:].strip())
    cleaned = [re.sub(r"[、,]?\s*(?:あと|それと|それから|ついでに|また|さらに|加えて|そして|次に)[、,]?$", "", part).strip() for part in parts]
    kept: list[str] = []
    for part in cleaned:
        if kept and not ASKS.search(part) and (SETTING.search(part) or BARE_SETTING.match(part) or YEAR_AND_PLACE.search(part) and "年" not in kept[-1]):  # 「…はいくつですか。AI会議の2021年で」 says where and when, it asks nothing
            kept[-1] = f"{part}、{kept[-1]}"
        elif kept and (OF_BOTH.search(part) or OTHER_YEAR.match(part) and MOVED.search(kept[-1]) and len(DATED.findall(kept[-1])) == 1):
            kept[-1] = f"{kept[-1].rstrip('。??')}、{part}"
        elif kept and STYLE_ONLY.match(part):
            continue
        elif len(part) >= SHORTEST:
            kept.append(part)
    if len(kept) > 1 and SETTING.search(kept[0]) and not ASKS.search(kept[0]):  # 「CVPRではなくECCVの方。2020年の割合は?」
        kept[:2] = [f"{kept[0]}、{kept[1]}"]
    if len(kept) > 1 and NAMES_ONLY.match(kept[0]):
        kept[:2] = [f"{kept[0].rstrip('。')}、{kept[1]}"]
    if len(kept) > 1 and not WANTS.search(kept[0]) and not ASKS.search(kept[0]) and (STATED.search(kept[0]) or ONLY_YEAR.search(kept[0]) and not DATED.search(kept[1]) or NAMED.search(kept[0]) and DATED.search(kept[1])):  # 「企業だけで書いた論文だ。AI会議で2013年は何%ある」
        kept[:2] = [f"{kept[0].rstrip('。')}、{kept[1]}"]
    return kept[:MAX_PARTS]


def by_itself(piece: str) -> str:
    """A later piece asks for its own answer: 「日本の割合も教えて」 does not ask for the first one's once more."""
    return ALSO.sub("を", piece)


def without_asides(text: str) -> str:
    """The one sentence of a message that asks, where every other one is an aside; else the message."""
    led = LEAD.sub("", text)
    pieces = [piece for piece in BREAK.split(led) if piece]
    if len(pieces) < 2:
        return led
    asking = [piece for piece in pieces if not STYLE_ONLY.match(piece) and (WANTS.search(piece) or not (ASIDE.search(piece) or PAST.search(piece)))]
    return asking[0] if len(asking) == 1 else text


# 「ICCV 2019とECCV 2020」: each conference with a year of its own.
YEAR = r"\s?の?\s?((?:19|20)\d\d)年?(?:度|版|大会)?"
BETWEEN_DATED = re.compile(rf"{YEAR}(?:\s?(?:と|、|や|・|vs\.?|対)\s?)")
DATED_END = re.compile(YEAR)


def cut_dated(text: str, venues: list[Hit]) -> list[str]:
    """「ICCV 2019とECCV 2020の企業参加率は」: the question asked of each conference in its own year; [] for any other."""
    if len(venues) != 2:
        return []
    first, second = venues
    between, end = BETWEEN_DATED.fullmatch(text, first.end, second.start), DATED_END.match(text, second.end)
    if between is None or end is None or between[1] == end[1] or DATED.search(text[: first.start] + text[end.end() :]):
        return []
    rest = text[end.end() :]
    rest = rest if rest.startswith(("の", "で")) else f"の{rest.lstrip('、, ')}"
    return [f"{text[: first.start]}{venue.text}{year}年{rest}" for venue, year in ((first, between[1]), (second, end[1]))]


def cut_pairs(text: str, places: list[Hit], subjects: list[Hit]) -> list[str]:
    """「ICMLの企業参加率とCVPRの産学共著率」: a place and a metric, twice, each pair a question of its own."""
    hits = sorted([(hit.start, "place") for hit in places] + [(hit.start, "subject") for hit in subjects])
    if [kind for _, kind in hits] != ["place", "subject", "place", "subject"]:
        return []
    second = hits[2][0]
    return [text[:second].rstrip("と、,やも "), text[second:]]


def cut_years(text: str, years: tuple[tuple[int, int], ...], subjects: list[Hit]) -> list[str]:
    """「2015年の企業の割合と、2023年のトップ校の割合は?」: a year and a metric, twice, each pair a question of its own; [] for any other."""
    hits = sorted([(start, "year") for start, _ in years] + [(hit.start, "subject") for hit in subjects])
    if [kind for _, kind in hits] != ["year", "subject", "year", "subject"] or len({hit.key for hit in subjects}) < 2:
        return []
    second = hits[2][0]
    if not re.search(r"(?:と|、|,|や|および|及び)\s*$", text[:second]):
        return []
    return [text[:second].rstrip("と、,やも "), text[second:]]
