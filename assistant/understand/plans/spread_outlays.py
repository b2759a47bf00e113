"""What is paid by the year for some years only: 「年2,000万円ずつ3年」 「1年目500万、2年目1,000万をかけて」, and for how long the effect lasts."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import prompts
from assistant.understand.plans.investment_told import Investment
from assistant.understand.plans.paid_years import Paid
from assistant.understand.plans.yearly_gains import gains_by_year
from index.numerals import find_numerals

MONEY = r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)?円?(?![0-9.,]*[0-9%割年月人枚台倍])"
COUNT = r"[1-9][0-9]?|[一二三四五六七八九十]"
MONTHLY = r"毎月|月額|月々|月に|月(?!目|後|間)"
YEARLY = r"毎年|年間(?!で)|年額|年に|年あたり|1年に|1年あたり|年(?!目|後)"
ABOUT = r"(?:約|およそ|だいたい|ざっと)?"
LINK = r"(?:ほど|くらい|ぐらい|程度)?(?:ずつ|を|で|の|、|が|×|だけ|払い|かけて)*"
OVER = r"(?:の)?(?:間|契約|計画|がかり)?(?:の[^。、0-9]{1,8})?(?:は|に|で|を|、|にわたって|にわたり|かけて|続けて|連続で|契約で|ともに|とも)*"
BEFORE_END = r"(?!目|後|前|以内|ごと|おき|(?:間)?(?:で|以内に?)(?:回収|元|ペイ))"
FOR_YEARS = re.compile(rf"(?P<span>{YEARLY}|{MONTHLY})?{ABOUT}(?P<amount>{MONEY})(?P<link>{LINK})(?P<tail>、?(?P<count>{COUNT})年{BEFORE_END}(?:間|契約|計画)?)")
YEARS_OF = re.compile(rf"(?P<tail>(?:最初の|はじめの|初めの|当初の?)?(?P<count>{COUNT})年{BEFORE_END}{OVER})(?P<span>{YEARLY}|{MONTHLY}){ABOUT}(?P<amount>{MONEY})(?P<link>{LINK})")
FROM_TO = re.compile(rf"(?P<first>初|[1-9][0-9]?)年(?:目|度)?(?:から|[~〜～\-–])、?(?P<last>[1-9][0-9]?)年目?(?:まで)?(?:の間)?(?:は|に|、)*(?:{YEARLY})?{ABOUT}(?P<amount>{MONEY})(?:ずつ)?")
ONE_YEAR = rf"(?P<year>初|[1-9][0-9]?)年(?:目|度)(?P<on>以降|から)?(?:は|に|が|で|の)?(?:{YEARLY})?{ABOUT}(?P<amount>{MONEY})"
LISTED = re.compile(rf"{re.sub(r'[?]P<[a-z]+>', '', ONE_YEAR)}(?:(?:、|と|,|/|で|・|そして|\s)+{re.sub(r'[?]P<[a-z]+>', '', ONE_YEAR)})+")
EACH_LISTED = re.compile(ONE_YEAR)
LASTING = re.compile(rf"(?P<first>[1-9][0-9]?)年(?:目(?:から|以降)|後から)(?:の|は|、)*(?P<count>{COUNT})年間|(?P<plain>{COUNT})年間?(?:ほど|くらい|は|も)?、?(?:続|継続|持続|得られ|見込め|入り続|出続|稼げ)")
AFTER = re.compile(r"その(?:後|あと)(?:は|に|から|、)*|(?:終わ(?:って|った|り)|終え(?:て|た)|完了(?:して)?|終了(?:して)?)(?:後|あと|次第|たら|から)|(?:研究|契約|開発)(?:の)?(?:後|終了後)")
START = re.compile(r"(?:年目|年後)(?:から|以降|に)|翌年から")
CLAUSE = re.compile(r"[。;；?？!！\n]|、(?=[^0-9、]{0,6}(?:効果|利益|粗利|リターン|増収|収入|その後|そのあと|終わ|終え|完了|終了))")
SPENT = re.compile(r"投資|投じ|費用|研究費|支出|出費|払|支払|かけ|かか|出し|出す|委託|契約|つぎ込|注ぎ込|使[いうっ]|納め|負担|拠出|共同研究|産学連携|クラウド|開発|導入|構築|試作|poc|大学", re.IGNORECASE)
KANJI = {kanji: number for number, kanji in enumerate("一二三四五六七八九十", 1)}
EFFECT_FROM = re.compile(rf"(?P<noun>効果額?|利益|便益|粗利|リターン|増収|収入|収益|見返り)(?:は|が|も|の|を)*、?(?P<from>[1-9][0-9]?年(?:目(?:から|以降)|後から))(?:は|の|に|、)*(?P<length>(?:{COUNT})年間(?:は|、)*)?(?:{YEARLY})?(?=(?:約|およそ)?[0-9][0-9,.]*(?:万|億|千|円|百))")


@dataclass(frozen=True)
class Spread:
    """`paid`: (first year, last year, yen a year); `rest`: the text without what told it; `lasts`: years of effect; `after`: the effect
    begins when all is paid; `then`: what comes after it is spent; `dated`: the years were told one by one."""

    paid: Paid
    rest: str
    lasts: int | None
    after: bool
    then: bool
    dated: bool


GAIN_NOUN = r"(?:効果|利益|便益|粗利|リターン|増収|収入|収益)"
GAINS_LISTED = re.compile(rf"(?P<list>{LISTED.pattern})(?:と|の|が)*(?=(?:年間?)?{GAIN_NOUN})(?:年間?)?{GAIN_NOUN}")
# 「完了後、年400万の利益が4年」: how long the effect lasts, told after all is paid.
GAIN_LENGTH = re.compile(rf"{GAIN_NOUN}(?:額)?(?:は|が|を|も|の|、)*(?P<count>{COUNT})年{BEFORE_END}|(?<!期間)(?<!全体で)(?<![0-9])(?P<plain>{COUNT})年間(?:は|、)*(?:毎年|年(?:間)?(?=[0-9約]))")
GAIN_LATER = re.compile(rf"^(?:円)?(?:で|を|と|に|、|。|,|そして|\s)*(?:[2-9]|[1-9][0-9])年(?:目|後)(?:から|以降)(?:は|に|の|、)*(?:毎年|年間?)?{GAIN_NOUN}")
FIRST = re.compile(r"(?<![0-9])1年(?:目|度)")
LOOSE = re.compile(rf"(?:{COUNT})年、?")  # 「5年、年50万の維持費」: the length of the plan
# 「保守は4年目から年100万」: a cost that begins later, and no effect.
LATER_COST = re.compile(rf"(?:保守費?|維持費|運用費|運営費|ライセンス料?|サブスク|年間費用|管理費|更新費|ランニング(?:コスト)?)(?:は|が|も|に)*、?(?P<first>[1-9][0-9]?)年目(?:から|以降)(?:は|に|、)*(?:{YEARLY})?{ABOUT}(?P<amount>{MONEY})")
# 「2年目は運用50万」: the year before its cost.
YEAR_COST = re.compile(rf"(?P<first>[1-9][0-9]?)年目(?P<on>から|以降)?(?:は|に|の|で|、)*(?:保守費?|維持費?|運用費?|運営費?|ライセンス料?|サブスク|年間費用|管理費|更新費|ランニング(?:コスト)?)(?:は|が|も|に|で|、)*(?:{YEARLY})?{ABOUT}(?P<amount>{MONEY})")

# 「3年目に200万の更新費」
COST_OF_YEAR = re.compile(rf"(?P<first>[2-9]|[1-9][0-9])年目(?P<on>から|以降)?(?:に|は|で|、)*(?:[^0-9、。]{{1,8}}(?:で|に|のため))?(?:{YEARLY})?{ABOUT}(?P<amount>{MONEY})(?:を|の|で|が|ほど|くらい)*(?:更新|入れ替え|入替|買い替え|買替|交換|追加(?:の)?(?:投資|費用|開発)|修繕|改修|リプレース|再投資|再学習|費用|投資|支出|出費|かけ|かか|払|支払)")


def number(text: str) -> int:
    return KANJI[text] if text in KANJI else int(text)


def yen(text: str) -> float:
    return find_numerals(text if text.endswith("円") else f"{text}円")[0].value


# 「1億円を3年で投じる」: so much in all, the same in each year.
EVENLY = re.compile(rf"(?<!年)(?<!毎年)(?P<amount>{MONEY})(?:を|の)?、?(?P<count>[2-9]|10|[二三四五六七八九十])年(?:間)?(?:で|をかけて|かけて|にわたって|にわたり|に分けて|がかりで)(?:、|均等に|分割して|分けて|均して)*(?=投じ|投資(?!を?回収|効)|出(?:し(?!た分)|す|せ|そ)|払|支払|使[いうえおっ]|かけ(?!離)|つぎ込|注ぎ込|投入|拠出|支出)")


def evenly(match: re.Match) -> str:
    """So much a year for as many years."""
    return f"年{round(yen(match['amount']) / number(match['count']))}円ずつ{match['count']}年、"


def effect_first(text: str) -> str:
    """The text with a sum that is spread over years told by the year, with 「効果は3年目から年3,000万円」 told as 「3年目から、効果は年3,000万円」, and a list of effects with its noun first."""
    text = gains_by_year(EVENLY.sub(evenly, text))
    text = GAINS_LISTED.sub(lambda match: "効果は" + FIRST.sub("初年度", match["list"]), text)
    return EFFECT_FROM.sub(lambda match: f"{match['from']}、{match['length'] or ''}{match['noun']}は年", text)


def clause_of(text: str, start: int, end: int) -> str:
    """The sentence part in which a piece of text stands."""
    cuts = [0, *(match.end() for match in CLAUSE.finditer(text)), len(text)]
    first = max(cut for cut in cuts if cut <= start)
    return text[first : min(cut for cut in cuts if cut >= end)]


def spends(text: str, start: int, end: int, each: bool = False) -> bool:
    """Whether an amount at this place is spent, not gained."""
    words, clause = prompts.lexicon("investment"), clause_of(text, start, end)
    nouns = sorted(map(re.escape, (*words["benefit"], *words["saving_verbs"], *words["gaining_verbs"])), key=len, reverse=True)
    gain = re.compile(rf"(?:{'|'.join(nouns)})[^。、0-9]{{0,8}}$"), re.compile(rf"^(?:の|が|を|は|も|ずつ|ほど|くらい)*(?:{'|'.join(nouns)})")
    inside = start - text.find(clause)
    if GAIN_LATER.match(text[end:]):  # 「1年目に500万、2年目に2000万、3年目から効果1500万」
        return True
    if gain[0].search(clause[: max(inside, 0)].lower()) or gain[1].match(text[end:].lower()):
        return False
    return each or SPENT.search(clause) is not None or SPENT.search(text[:start]) is not None and AFTER.search(text[end:]) is not None


def spread_of(text: str) -> Spread | None:
    """What the text tells to be paid over some years; None where it tells no such thing."""
    for found in (of_list(text), of_range(text), of_length(text), of_later_cost(text)):
        if found is not None:
            paid, (start, end), dated = found
            rest = text[:start] + text[end:]
            lasting = LASTING.search(rest)
            lasts = None if lasting is None else number(lasting["count"] or lasting["plain"])
            after = AFTER.search(text)
            if lasts is None and after is not None and (length := GAIN_LENGTH.search(text, after.end())):
                lasts = number(length["count"] or length["plain"])
            then = after is not None and spends(text, after.end(), after.end())
            return Spread(paid, rest, lasts, after is not None and not then and START.search(rest) is None, then, dated)
    return None


def of_list(text: str) -> tuple[Paid, tuple[int, int], bool] | None:
    """「1年目500万、2年目1000万」: an amount for each year, the last one lasting where it is said to."""
    match = LISTED.search(text)
    if match is None or not spends(text, *match.span()):
        return None
    each = [(1 if one["year"] == "初" else number(one["year"]), one["on"], yen(one["amount"])) for one in EACH_LISTED.finditer(match[0])]
    years = [year for year, _, _ in each]
    if years != sorted(set(years)):
        return None
    return tuple((year, 0 if on else year, amount) for year, on, amount in each), match.span(), True


def of_range(text: str) -> tuple[Paid, tuple[int, int], bool] | None:
    """「1年目から3年目まで年2000万」."""
    match = FROM_TO.search(text)
    if match is None or not spends(text, *match.span()):
        return None
    first, last = 1 if match["first"] == "初" else number(match["first"]), number(match["last"])
    return (((first, last, yen(match["amount"])),), match.span(), True) if first < last else None


def of_length(text: str) -> tuple[Paid, tuple[int, int], bool] | None:
    """「年2000万ずつ3年」 「3年間、毎年2000万」."""
    for pattern in (FOR_YEARS, YEARS_OF):
        for match in pattern.finditer(text):
            each = "ずつ" in match["link"]
            if pattern is YEARS_OF and LOOSE.fullmatch(match["tail"]) and not text[: match.start()].endswith(("に", "を")):
                continue
            if (match["span"] or each) and spends(text, *match.span(), each):
                return ((1, number(match["count"]), yen(match["amount"]) * (12 if "月" in (match["span"] or "") else 1)),), match.span(), False
    return None


def of_later_cost(text: str) -> tuple[Paid, tuple[int, int], bool] | None:
    """「保守は4年目から年100万」: from that year to the end."""
    if match := LATER_COST.search(text):
        return ((number(match["first"]), 0, yen(match["amount"])),), match.span(), True
    match = YEAR_COST.search(text) or COST_OF_YEAR.search(text)
    return None if match is None else (((number(match["first"]), 0 if match["on"] else number(match["first"]), yen(match["amount"])),), match.span(), True)


def with_spread(text: str, read: Callable[[str], Investment]) -> Investment:
    """What `read` finds in the text, with what is paid over some years only under the years that it is paid in."""
    found = spread_of(text)
    if found is None:
        return one_start(read(text))
    rest, whole = one_start(read(found.rest)), read(text)
    if not found.dated and rest.years is None and rest.start in (None, 1) and rest.begins is None and found.lasts is None and not found.after:
        return replace(whole, paid=found.paid, term=whole.term or "joint" in whole.strategies)  # as long as the effect, unless more is said later
    return dated(replace(rest, strategies=whole.strategies, conditional=whole.conditional), found)


def one_start(told: Investment) -> Investment:
    """The plan with its effect beginning once, where it was told twice when; a yearly amount told only from a later year on is the effect, and an outlay
    that is paid over years before the effect is paid by the year."""
    if told.start is not None and told.begins == told.start - 1:
        told = replace(told, begins=None)
    if told.initial is not None and told.benefit is None and told.budget is not None and not told.limited and (told.start or 1) > 1:
        told = replace(told, benefit=told.budget, budget=None)
    if told.initial is not None and told.benefit is not None and told.years and (told.start or 1) > told.years:
        return replace(told, paid=((1, told.years, told.initial.value / told.years),), initial=None, years=None, research=None, term=None)
    return told


def dated(told: Investment, found: Spread) -> Investment:
    """The plan with the years of what is paid and of the effect."""
    last = max(last for _, last, _ in found.paid)
    if told.initial is not None and told.initial.value == sum((last - first + 1) * amount for first, last, amount in found.paid if last):
        told = replace(told, initial=None)  # 「毎年1000万ずつ5年間で5000万」: the same money told twice
    if len(told.schedule) == 1:  # 「3年目から1500万円の粗利」
        told = replace(told, start=told.schedule[0][0], schedule=())
    start = last + 1 if found.after and told.start is None else told.start
    ends = None if found.lasts is None else (start or 1) + found.lasts - 1
    years = max(ends, last) if ends is not None else told.years
    told = unnamed_placed(replace(told, paid=found.paid, start=start, ends=ends, years=years, research=None, term=None), last, found.then)
    return replace(told, paid=tuple(part for part in told.paid if part[2]))


def unnamed_placed(told: Investment, last: int, then: bool) -> Investment:
    """A further yearly amount without its noun: the effect where none is told and it comes after what is paid, a cost of the years after (`then`), or of all."""
    if told.budget is None or told.limited:
        return told
    if told.benefit is None and (told.start or 1) > last:
        return replace(told, benefit=told.budget, budget=None)
    if told.benefit is None:
        return told
    if then:
        return replace(told, paid=(*told.paid, (last + 1, 0, told.budget.value)), budget=None)
    return replace(told, cost=told.budget, budget=None) if told.cost is None else told
