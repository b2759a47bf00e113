"""Which years a question speaks of: 西暦, 和暦, 全角, 漢数字, ranges, decades, and years relative to a stated one."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

import prompts
from analytics.divide.periods import AFTER
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.understand.text.around import without_lengths
from index.numerals import Numeral, find_numerals

PLAUSIBLE = range(1900, 2100)
NOW = re.compile(r"今年度|来年度|昨年度|去年度|今年|本年|去年|昨年|一昨年|おととし|来年|再来年|今年度|来年度|昨年度|今期|来期|今月|来月|今週|来週|今日|昨日|明日|将来|this year|next year|last year")
# 「明日の会合で聞かれる」「来週の役員会に要る」 tell when the answer is needed.
NEEDED = re.compile(r"(?:今月|来月|今週|来週|今日|明日|明後日|あさって)(?:の(?:朝|昼|夜|午前|午後))?(?:の|に|は|、)?(?:[一-龥ァ-ヴー]{0,6}(?:会合|打ち合わせ|打合せ|役員会|取締役会|経営会議|総会|朝会|朝礼|商談|面談|講演|出張|会食|プレゼン|報告|発表|締め切り|締切|会見|セミナー|研修|授業|社内会議)|まで|中に|使|要|必要)")
LATEST = re.compile(r"最近|直近|最新|足元|足下|現在|今は|いまは|今の|いまの|今や|昨今|いちばん新しい|一番新しい|latest|recent|最後の年|最終年")
EARLIEST = re.compile(r"最初の年|初年度?|一番古い|いちばん古い|最も古い|当初")
BESIDE_EARLIEST = re.compile(rf"(?:{EARLIEST.pattern})(?:の?年)?(?:の(?:値|数字|割合))?(?:と|や|、|・|に比べ|から)|(?:と|や|、|・)(?:(?:調査|データ|集計|記録)の)?(?:{EARLIEST.pattern})")
# 「持っている最初の年から並べて」: all years.
SINCE_EARLIEST = re.compile(rf"(?:(?:{EARLIEST.pattern}|最古の年|(?:データ|記録|収録|統計|集計)の(?:頭|最初|始まり|はじまり|始め|初め|はじめ))(?:の?年)?)から(?!\s*(?:\d|[一二三四五六七八九十数])+年)(?:最新|直近|最後)?(?:の年)?(?:まで)?")
BETWEEN = re.compile(r"^\s*(?:年度?|版|ごろ|頃)?\s*(?:から|~|-|より|to|until|till|up to|through|～|→)\s*$")
# 「ここ数年」「この十数年」: read as so many years, and said so.
SEVERAL_YEARS = re.compile(r"(?:この|ここ|過去|直近(?:の)?|最近(?:の)?|これまでの?)\s*(数十|十数|10数|数|何)年(?:間|ほど|くらい|ぐらい)?")
YEARS_MEANT = {"数": 5, "何": 5, "十数": 15, "10数": 15, "数十": 30}
# 「18年で何%」 names a year, 「18年で何ポイント増えた」 a length.
LEVEL_IN = re.compile(r"で(?:、|は|、?(?:何(?:%|割|パー|本|件)|いくつ|いくら|どの|どれ|ください|下さい|お願い|教え|数字|数値|の))")
MOVING = re.compile(r"増|減|伸|変|上が|下が|倍|ポイント|推移|縮|広が|回収|元が|黒字|投資")
PREVIOUS_YEAR, NEXT_YEAR = re.compile(r"前年|その前の年|1年前(?!と比べ)"), re.compile(r"翌年|その次の年|次の年|1年後")
SPACED_YEAR = re.compile(r"(?:19|20)\d\d\s+(?:日[本系立]|分野|人工|本数|社会)")
TWO_BACK, TWO_ON = re.compile(r"前々年|前前年|前の前の年|先々年"), re.compile(r"翌々年|翌翌年|次の次の年")
BEFORE_AGO = re.compile(r"(?:か年|年間|年|ヵ年|カ年|ヶ年)?(?:ぐらい|くらい|ほど)?前")
SPAN_BEFORE = re.compile(r"(?:この|ここ|過去|直近|最近の?|これまでの?|last|past)\s*(?:約|およそ)?\s*$")
HALVES = ((re.compile(r"^\s*(?:の)?(?:半ば|なかば|中頃|中盤)"), 4, 6), (re.compile(r"^\s*(?:の)?(?:初め|はじめ|初頭|序盤)"), 0, 2), (re.compile(r"^\s*(?:の)?(?:末|終わり|終盤)"), 7, 9), (re.compile(r"^\s*(?:の)?前半"), 0, 4), (re.compile(r"^\s*(?:の)?後半"), 5, 9), (re.compile(r""), 0, 9))
# After a stated year: 「2015年の翌年」「2015年の3年後」, 「2012年から3年間」.
STEP = re.compile(r"\s*(?:年度?)?の(?:(?P<next>翌年|次の年)|(?P<previous>前年|前の年)|(?P<next_but_one>翌々年|翌翌年|次の次の年)|(?P<last_but_one>前々年|前前年|前の前の年)|(?P<later>\d{1,2})年後)(?!と|に?比べ)")
STEPS = {"next": 1, "previous": -1, "next_but_one": 2, "last_but_one": -2}
LENGTH = re.compile(r"\s*(?:年度?)?から(\d{1,2})年間")
ERA = re.compile(r"(?<![0-9A-Za-z])([hHrR])\s*(?:(\d{1,2})(?!\d)(?:年|年度)?|元年)")
EVENT_TAIL = r"(?:が|の|を|に)?(?:あった|起きた|起こった|発生した|登場した|開かれた|勝った|始まった|出た|公表された|開催された)?の?(?:年|とき|時|頃|ころ|ごろ|当時|真っ最中|最中)(?!代|期)"
# 「コロナ前と後」「リーマンショックの前後」: the year before, and the year after.
EVENT_AROUND = r"(?:が|の|を|に)?(?:あった|起きた|登場した|出た|始まった|発生した|登場)?(?:の|する)?(?:前後|前(?:と|から|に比べて?、?)(?:、?その)?(?:後|あと|以後|以降|現在|今)?|以前と(?:以後|以降|今))"
# 平成30, 令和2: an era and its year without the counter.
BARE_ERA = re.compile(r"(平成|令和)\s*(\d{1,2})(?![\d年])")
BARE_BASE = {"平成": 1988, "令和": 2018}
# '19, ’19: a year of this century.
APOSTROPHE = re.compile(r"(?<![0-9])['’](\d\d)(?![\d年])")
# 07→21, 07〜21年: two years of this century, written short.
SHORT_PAIR = re.compile(r"(?<![\d.'’])(\d\d)年?\s*(?:→|⇒|->)\s*(\d\d)(?![\d.%位社校人本倍点ポ億万千円件枚台])|(?<![\d.'’])(\d\d)\s*(?:~|-|から)\s*['’]?(\d\d)年(?!間|前|後|目)|(?<![\d.'’])(\d\d)と(\d\d)(?=\s|$|[、。で])(?!で割)")
# 07年と21年: a length never follows a year and と.
AFTER_YEAR = re.compile(r"(?:\d\d年(?:度)?)(?:と|から|、|→|や|・|vs\.?|対)\s*$")
# 「〜2011年と2012年〜」「2011年までをひとまとめ、2012年から」: everything before, and everything since.
BEYOND = re.compile(r"\s*(?:年度?)?より(?:も)?(?:(?P<later>後|あと)|前|まえ)(?!\s*と|後)")  # the year itself is not meant: 「2012年より前」 ends in 2011
ENGLISH_SINCE = re.compile(r"(?<![a-z])(?:since|starting (?:in|from))\s*$", re.IGNORECASE)
UNTIL, SINCE = re.compile(r"\s*(?:年度?)?(?:まで|以前)(?!に)"), re.compile(r"\s*(?:年度?)?(?:から|以降|以後|~)(?!\s*\d)")
EARLIER_COMPARED = re.compile(r"\s*(?:年度?)?(?:以前|まで|(?P<before>より(?:も)?前|の前))(?:の(?:期間|時期|頃|数字|値|水準|平均))?(?:と|に|より)(?:は|も)?、?(?:比べ|くらべ|比較|対比|見て|みて)")
OPEN_BEFORE = re.compile(r"(?<!\d)(?<!年)~\s*$")
AGO_NAMED = re.compile(r"年(?:前|後)の(?=(?:19|20)\d\d年)")  # 「10年前の2011年」 is one year
# All years as one: 「全期間通算」「通期で」.
ALL_YEARS = re.compile(r"期間(?:の)?(?:全部|全体|すべて|全て)?を(?:通し|とおし)|主要期間(?:全体|トータル|を通)|全期間|通期|通算|期間全体|全年(?:度)?(?:を|通|で|の|。|$)|(?:全部|ぜんぶ)の年|期間(?:ぜんぶ|全部)|すべての年を|全ての年を|通し(?:で|て)(?:の|見|みた|なら|言う)|通しの(?:期間|年|値|数字)|期間(?:全体|全部)?(?:を|で)(?:なら|均)し")
BREAK = AFTER[0]
ERA_BASE = {"h": 1988, "r": 2018}


@dataclass(frozen=True)
class Period:
    """Years in the order of the text; `span` when they are the two ends of a range.

    `now` holds the word when the question speaks of the calendar's today (今年, 来年), which the data cannot know.
    `shift` is −1 or +1 for 前年/翌年 of a year said before, −2 or +2 for 前々年/翌々年. `reading` says aloud how a vague word was read.
    """

    years: tuple[int, ...] = ()
    span: bool = False
    now: str | None = None
    shift: int = 0
    reading: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


@lru_cache(maxsize=32)  # several rules ask for the years of one message
def read_period(text: str, base: int | None = None) -> Period:
    """Read the years of a normalised question; `base` is the year that 「10年前」 counts from in a conversation. Never raises."""
    text = without_lengths(text)
    numerals = [numeral for numeral in find_numerals(text) if math.isfinite(numeral.value)]
    years = sorted([mark for numeral in numerals if (mark := as_year(numeral, text))] + era_years(text, numerals))
    decades = [numeral for numeral in numerals if numeral.unit == "年代" and (numeral.value < 100 or numeral.value in PLAUSIBLE)]
    marks = tuple((start, end) for start, end, _ in years) + tuple((numeral.start, numeral.end) for numeral in decades)
    if pair := two_spans(text, years, decades) or until_and_since(text, years):
        return Period(tuple(pair[0] + pair[1]), spans=pair, marks=marks)
    if decades and not years:
        return decade(decades[0], text, marks)
    if not years and (several := SEVERAL_YEARS.search(text)):
        first = max(MAIN_FIRST, MAIN_LAST - YEARS_MEANT[several[1]])
        return Period((first, MAIN_LAST), span=True, reading=prompts.render("notes", "several_years", word=several.group(), first=first, last=MAIN_LAST), marks=(several.span(),))
    if not years and (whole_period := ALL_YEARS.search(text) or SINCE_EARLIEST.search(text)):
        return Period((MAIN_FIRST, MAIN_LAST), span=True, marks=(whole_period.span(),))
    if years and AGO_NAMED.search(text):
        return absolute(text, years, marks)
    ago = relative(numerals, text, [year for _, _, year in years], base)
    if ago is not None:
        return ago
    if years:
        return absolute(text, years, marks)
    return event(text) or vague(text)


def as_year(numeral: Numeral, text: str) -> tuple[int, int, int] | None:
    """(start, end, year) of a calendar year: with 年, or a bare four-digit number that counts nothing else."""
    value = numeral.value
    if value != int(value):
        return None
    if numeral.unit in ("年", "年度") and int(value) in PLAUSIBLE:
        return numeral.start, numeral.end, int(value)
    if numeral.unit in ("年", "年度", "年間") and 7 <= value <= 35 and re.fullmatch(r"['’]?\d\d年", text[numeral.start : numeral.end]):
        follows = text[numeral.end : numeral.end + 3]
        lasting = re.match(r"間|前|後|連続|ぶり|以内|ほど|くらい|分|も|が?(?:た[つっ]|経[つっ過]|過ぎ|すぎ)", follows) or re.match(r"で(?!は|の)", follows) and not (value >= 13 and LEVEL_IN.match(text[numeral.end :]) and not MOVING.search(text))
        if (not lasting or re.match(r"で", follows) and AFTER_YEAR.search(text[: numeral.start])) and not SPAN_BEFORE.search(text[: numeral.start]):
            return numeral.start, numeral.end, 2000 + int(value)
        return None
    if numeral.unit == "倍" and int(value) in PLAUSIBLE and re.match(r"(?:19|20)\d\d\s+倍率", text[numeral.start :]):  # 「2010→2020 倍率で」
        return numeral.start, numeral.start + 4, int(value)
    if numeral.unit in ("日", "分", "人", "本", "社") and int(value) in PLAUSIBLE and SPACED_YEAR.match(text, numeral.start):  # 「ICCV 2020 日本の割合」
        return numeral.start, numeral.start + 4, int(value)
    if numeral.unit == "時" and int(value) in PLAUSIBLE and text[numeral.end : numeral.end + 1] == "点":  # 「2020時点」
        return numeral.start, numeral.end - 1, int(value)
    if numeral.unit is None and int(value) in PLAUSIBLE and re.fullmatch(r"(?:19|20)\d\d", text[numeral.start : numeral.end]):
        return numeral.start, numeral.end, int(value)
    return None


def era_years(text: str, numerals: list[Numeral]) -> list[tuple[int, int, int]]:
    """H24, R3: abbreviated 和暦 that is not part of a longer code."""
    covered = [(numeral.start, numeral.end) for numeral in numerals if numeral.unit in ("年", "年度") and numeral.value in PLAUSIBLE]
    return [
        (match.start(), match.end(), ERA_BASE[match[1].lower()] + int(match[2] or 1))
        for match in ERA.finditer(text)
        if not any(start <= match.start() < end for start, end in covered)
    ] + short_pairs(text) + [(match.start(), match.end(), 2000 + int(match[1])) for match in APOSTROPHE.finditer(text) if int(match[1]) <= 30] + [(match.start(), match.end(), BARE_BASE[match[1]] + int(match[2])) for match in BARE_ERA.finditer(text)]


def short_pairs(text: str) -> list[tuple[int, int, int]]:
    """Years written with two digits on both sides of an arrow or a dash; later than the first, or they are no years."""
    found = []
    for match in SHORT_PAIR.finditer(text):
        groups = (1, 2) if match[1] else (3, 4) if match[3] else (5, 6)
        first, last = (2000 + int(match[group]) for group in groups)
        if MAIN_FIRST <= first < last <= MAIN_LAST + 2:
            found += [(match.start(groups[0]), match.end(groups[0]), first), *([(match.start(groups[1]), match.end(groups[1]), last)] if not match[3] else [])]
    return found


def until_and_since(text: str, years: list[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
    """「〜2011年と2012年〜」: the years up to one stated and those since the other; 「2015年以前と比べて」: those up to it and those after it, of 2012
    those that the product sets apart everywhere. () for anything else."""
    if len(years) == 1 and MAIN_FIRST < years[0][2] < MAIN_LAST and (earlier := EARLIER_COMPARED.match(text, years[0][1])):
        last = years[0][2] - (1 if earlier["before"] or years[0][2] == BREAK else 0)
        return (MAIN_FIRST, last), (last + 1, MAIN_LAST)
    if len(years) != 2 or not MAIN_FIRST < years[0][2] < years[1][2] < MAIN_LAST:
        return ()
    (start, end, until), (_, behind, since) = years
    if not (UNTIL.match(text, end) or OPEN_BEFORE.search(text[:start])) or not SINCE.match(text, behind):
        return ()
    return (MAIN_FIRST, until), (since, MAIN_LAST)


def decade(numeral: Numeral, text: str, marks) -> Period:
    first = int(numeral.value) + (0 if numeral.value >= 100 else 1900 if numeral.value >= 30 else 2000)
    for half, low, high in HALVES:
        if half.search(text[numeral.end :]):
            return Period((first + low, first + high), span=True, marks=marks)
    raise AssertionError("the last half matches everything")


def two_spans(text: str, years: list[tuple[int, int, int]], decades: list[Numeral]) -> tuple[tuple[int, int], ...]:
    """Two ranges set side by side: 「2010年代前半と後半」「2007〜2011年と2012〜2021年」「2007〜2011年と2012年以降」; () when there are not two."""
    if decades and not years and re.search(r"前半.{0,6}後半", text[decades[0].end :]):
        first = decade(decades[0], text[: decades[0].end], ()).years[0]
        return (first, first + 4), (first + 5, first + 9)
    if len(decades) == 2 and not years:
        return tuple(decade(numeral, text[: numeral.end], ()).years for numeral in decades)
    if len(years) == 4 and all(BETWEEN.match(text[years[i][1] : years[i + 1][0]]) for i in (0, 2)):
        return (years[0][2], years[1][2]), (years[2][2], years[3][2])
    if len(years) == 3 and years[0][2] < years[1][2] < years[2][2] < MAIN_LAST and BETWEEN.match(text[years[0][1] : years[1][0]]) and SINCE.match(text, years[2][1]):
        return (years[0][2], years[1][2]), (years[2][2], MAIN_LAST)
    if len(years) == 3 and MAIN_FIRST < years[0][2] < years[1][2] < years[2][2] and BETWEEN.match(text[years[1][1] : years[2][0]]) and UNTIL.match(text, years[0][1]):
        return (MAIN_FIRST, years[0][2]), (years[1][2], years[2][2])
    return ()


def relative(numerals: list[Numeral], text: str, years: list[int], said: int | None) -> Period | None:
    """「10年前と比べて」「この5年で」: counted back from the stated year, or from the last full year, saying so."""
    base = years[0] if years else said or MAIN_LAST
    reading = None if years or said else prompts.render("notes", "base_year", year=MAIN_LAST)
    for numeral in numerals:
        if numeral.unit not in ("年", "年間", "か年", "ヵ年", None) or numeral.value != int(numeral.value) or not 1 <= numeral.value <= 60:
            continue
        after, before = text[numeral.end :], text[: numeral.start]
        written = text[numeral.start : numeral.end]
        if re.search(r"年$", written) and re.match(r"(?:ぐらい|くらい|ほど)?前", after) or numeral.unit is None and re.match(r"年(?:ぐらい|くらい|ほど)?前", after):
            of_stated = bool(years) and re.search(r"年(?:度)?の$", before) is not None
            alone = (said is not None and not years or of_stated) and not re.search(r"比べ|比較|から|より", after)
            return Period((base - int(numeral.value),) if alone else (base - int(numeral.value), base), reading=reading, marks=((numeral.start, numeral.end),))
        if numeral.unit in ("年", "年間") and (SPAN_BEFORE.search(before) or re.match(r"で(?!は|回収|元|ペイ|黒字)", after)) and not years:
            return Period((base - int(numeral.value), base), span=True, reading=reading, marks=((numeral.start, numeral.end),))
    return None


def absolute(text: str, years: list[tuple[int, int, int]], marks) -> Period:
    values = tuple(dict.fromkeys(year for _, _, year in years))
    if len(years) == 2 and BETWEEN.match(text[years[0][1] : years[1][0]]):
        return Period(tuple(sorted(values)), span=len(values) == 2, marks=marks)
    if len(values) == 1:
        after = text[years[0][1] :]
        if step := STEP.match(after):
            moved = next((years for name, years in STEPS.items() if step[name]), None) or int(step["later"])
            return Period((values[0] + moved,), marks=(*marks, (years[0][1], years[0][1] + step.end())))
        if length := LENGTH.match(after):
            return Period((values[0], values[0] + int(length[1]) - 1), span=True, marks=(*marks, (years[0][1], years[0][1] + length.end())))
        if (beyond := BEYOND.match(after)) and MAIN_FIRST < (edge := values[0] + (1 if beyond["later"] else -1)) < MAIN_LAST:
            return Period((edge, MAIN_LAST) if beyond["later"] else (MAIN_FIRST, edge), span=True, marks=marks)
        if re.match(r"\s*(?:年度?)?\s*(?:以降|以後|より後|から(?!見|の論文|変|は))", after) or ENGLISH_SINCE.search(text[: years[0][0]]):
            return Period((values[0], max(MAIN_LAST, values[0])), span=values[0] < MAIN_LAST, marks=marks)
        if re.match(r"\s*(?:年度?)?\s*(?:以前|まで(?!戻|もど|さかのぼ|遡)|より前(?!\s*と))", after) and values[0] > MAIN_FIRST and not re.match(r"\s*(?:年度?)?\s*(?:以前と以|までに)", after):
            return Period((MAIN_FIRST, values[0]), span=values[0] > MAIN_FIRST, marks=marks)
        if values[0] > MAIN_FIRST and BESIDE_EARLIEST.search(text):  # 「調査の最初の年と2021年で」
            return Period((MAIN_FIRST, values[0]), marks=marks)
        if re.search(r"(?:最新|直近|現在|今)(?:まで|は|と)|と(?:最新|直近|現在|今)", after):
            return Period((values[0], MAIN_LAST), reading=prompts.render("notes", "latest_word", word="最新", year=MAIN_LAST), marks=marks)
    return Period(values, marks=marks)


def whole(word: re.Pattern, text: str) -> tuple[int, int]:
    """Where a vague word for a year stands, with the year it belongs to: 「最新の年」."""
    found = word.search(text)
    tail = re.compile(r"の?(?:年度?|年次|データ|実績|時点)").match(text, found.end())
    return found.start(), tail.end() if tail else found.end()


def event(text: str) -> Period | None:
    """「リーマン・ショックの起きた年」: a year called by what happened in it, saying which."""
    for year, names in prompts.lexicon("years")["events"].items():
        for name in sorted(names, key=len, reverse=True):
            if match := re.search(re.escape(name) + EVENT_AROUND, text, re.IGNORECASE):
                first, last = year - 1, year + 1
                if year == BREAK:  # the years before and since are held as two periods
                    return Period((year,), reading=prompts.render("notes", "event_year", word=name, year=year), marks=(match.span(),))
                return Period((first, last), reading=prompts.render("notes", "event_around", word=match.group(), first=first, last=last), marks=(match.span(),))
            if match := re.search(re.escape(name) + EVENT_TAIL, text, re.IGNORECASE):
                return Period((year,), reading=prompts.render("notes", "event_year", word=match.group(), year=year), marks=(match.span(),))
    return None


def vague(text: str) -> Period:
    if now := NOW.search(NEEDED.sub("", text)):
        return Period(now=now.group())
    for word, years in ((TWO_BACK, -2), (TWO_ON, 2)):
        if word.search(text):
            return Period(shift=years)
    if PREVIOUS_YEAR.search(text):
        return Period(shift=-1)
    if NEXT_YEAR.search(text):
        return Period(shift=1)
    if LATEST.search(text):
        word = LATEST.search(text).group()
        return Period((MAIN_LAST,), reading=prompts.render("notes", "latest_word", word=word.rstrip("はの"), year=MAIN_LAST), marks=(whole(LATEST, text),))
    if EARLIEST.search(text):
        return Period((MAIN_FIRST,), marks=(whole(EARLIEST, text),))
    return Period()
