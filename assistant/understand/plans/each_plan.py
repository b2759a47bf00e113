"""Several strategies in one plan: an amount told for each of them (「試作2000万、クラウド3000万、共同研究5000万」), and all of them done together (「両方やったら」)."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

import prompts
from assistant.understand.plans.beside_plan import COMPARED
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.plan_asked import place_asked

MONEY = re.compile(r"(?:[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)円?|[0-9]{5,}円)")
# 「2つ目を予算2億円でやったら」: one of the plans that were compared, by its place.
NTH = re.compile(r"(?:^|(?<=[、。\s])|(?<=じゃあ)|(?<=では))(?P<nth>[1-3一二三])(?:つ目|番目|個目|案目)(?:の(?:案|戦略|選択肢|方法|やり方|もの|やつ))?(?=を|は|に|で|が|の|だと|なら|だけ|って|、|[??]|$)")
NUMBERS = {"一": 1, "二": 2, "三": 3}
# What may stand between the name of a plan and its amount, or after an amount that is told first.
LINK = r"[ぁ-ん]{0,5}(?:案|のほう|の方|費用?|(?:の)?(?:利用料?|使用料?|サービス|環境|開発|導入|借用)|へ|に|は|が|で|を|の|も|、|,|:|：|=|＝|\s|約|およそ|だいたい|年間?|毎年|総額|合計|それぞれ|だけ|ずつ)*"
FIRST = re.compile(r"(?:円)?(?:ずつ)?(?:を|は)、?\s*")
# All of the plans at once.
BOTH = r"(?:両方(?:とも)?|両者|二つとも|2つとも|三つとも|3つとも|3案とも|三案とも|2案とも|二案とも|どちらも|どっちも|どれも|全部|ぜんぶ|全て|すべて|いっぺんに|一緒に|いっしょに|同時に|同時並行|並行して|並行で|二本立て|三本立て|2本立て|3本立て|両にらみ|組み合わせ)"
DONE = r"(?:や(?:る|った|れば|り|ろう)|す(?:る|れば)|した(?:ら|とき|場合)|実施|進め|走らせ|手を出|取り組|着手|始め|い[くけっ]|行[くけっ]|回し|回す|採用|採った|選ん|投資|合算|足)"
TOGETHER = re.compile(rf"{BOTH}(?:を|で|に|は|とも|いっぺんに|一緒に|同時に|並行して|並行で|まとめて|、)*{DONE}|{BOTH}(?:だと|なら|では|の(?:場合|合計|合算))|(?:合計|合算|トータル|総計|全体|(?:全部|ぜんぶ|すべて)で|合わせ(?:て|ると|た)|あわせ(?:て|ると|た)|足す?(?:と|し(?:て|たら|合わせ)))")
# 「試作に1000万、共同研究に2000万と振り分けたら」: each with its amount is done.
SPLIT_UP = re.compile(r"(?:振り|二つに|2つに|三つに|3つに)?分け(?:て|たら|ると|れば|た(?:場合|とき))|割り?振[っりるれ]|配分し|(?:半分|半々)ずつ")
CHOSEN = re.compile(r"どれ(?!くらい|ぐらい|だけ|ほど)|どっち|どちら|いずれ")  # 「トータルで見てどれがいい?」 wants one of them
WAYS = re.compile(r"[3三](?:つ)?の?(?:案|戦略|選択肢|方策|やり方|進め方|道|プラン|方法)|各(?:案|戦略)|どの(?:案|戦略|選択肢)|[3三](?:つ|案)とも[^。]*(?:期待値|npv|roi|採算|元(?:が|は)取|損|費用)", re.IGNORECASE)
ALL_THREE = re.compile(r"[3三](?:つ|案)|全部|ぜんぶ|すべて|全て")
# 「クラウドを2500万円にしたら?」「共有クラウドを半分に減らすと」 after an amount of each.
Change = str | float
CHANGED = re.compile(r"(?:に|へ)(?:、)?(?:した|し|す|減ら|増や|下げ|上げ|変え|抑え|絞|落と|引き上げ|引き下げ|なった|なっ)|(?:減ら|増や|削[っる])|(?:だった|なら|だと|だったら|やったら)[^。、]{0,8}[??]?$")
FACTOR = re.compile(r"(?P<half>半分|半額|2分の1)|(?P<times>[0-9.]+)?倍|(?P<part>[1-9])割(?:(?P<more>増|多|アップ)|減|削|カット|少な|安)")
OF_EFFECT = re.compile(r"効果|利益|削減|成功|確率|合格|割引率|税|期間|年数|人件費|運用費|本番")
OF_OTHERS = re.compile(r"論文|会議|学会|割合|参加率|比率|共著|本数|国|大学の|企業の|モデル|何[割本社%]")
LONGEST = 90  # characters


@lru_cache(maxsize=64)
def names() -> tuple[tuple[str, re.Pattern], ...]:
    words = prompts.lexicon("investment")
    return tuple((plan, re.compile("|".join(sorted(map(re.escape, words[plan]), key=len, reverse=True)), re.IGNORECASE)) for plan in COMPARED)


@lru_cache(maxsize=64)
def amounts_of(line: str) -> tuple[tuple[str, Investment], ...]:
    """(plan, what is told of it) where a line tells an amount right beside each of two plans or more; empty for any other."""
    text = unicodedata.normalize("NFKC", line)
    if effects_of_each(line):
        return ()
    places = sorted((match.start(), match.end(), plan) for plan, pattern in names() for match in [pattern.search(text)] if match)
    if len(places) < 2:
        return ()
    found = [(place[2], piece) for number, place in enumerate(places) if (piece := amount_beside(text, places, number))]
    told = [(plan, as_spent(read_investment(piece))) for plan, piece in found]
    told = [(plan, each) for plan, each in told if each.outlay is not None or each.budget is not None]
    return tuple(told) if len(told) > 1 and len(told) == len(places) else ()


def amount_beside(text: str, places: list[tuple[int, int, str]], number: int) -> str:
    """The name of a plan with the amount behind it (「試作2000万」 「クラウドに年800万を3年」), or with the one before it that goes into it (「700万を共同研究に」); empty for neither."""
    start, end, _ = places[number]
    until = places[number + 1][0] if number + 1 < len(places) else len(text)
    after = re.match(rf"(?P<link>{LINK})(?:{MONEY.pattern})", text[end:until])
    if after is not None and not (until < len(text) and FIRST.fullmatch(text[end + after.end() : until])):
        told_until = next((end + after.end() + match.start() for match in MONEY.finditer(text[end + after.end() : until])), until)  # a further amount is another plan's
        return text[start:told_until] if "年" in after["link"] else f"{text[start:end]}に{text[end + after.end('link') : told_until]}"
    since = places[number - 1][1] if number else 0
    before = [match for match in MONEY.finditer(text[since:start]) if FIRST.fullmatch(text[since + match.end() : start])]
    return f"{text[start:end]}に{before[-1].group()}" if before else ""


def as_spent(told: Investment) -> Investment:
    """What may be spent on one of several plans is spent on it."""
    return replace(told, initial=told.fund, fund=None) if told.fund is not None and told.initial is None else told


def unitless(line: str) -> bool:
    """Whether a line has a number without its unit behind each of two plans or more: 「試作1000 クラウド2000」."""
    text = unicodedata.normalize("NFKC", line)
    return sum(re.search(rf"(?:{pattern.pattern}){LINK}[0-9][0-9,]{{1,6}}(?![0-9,.]*[0-9万億千百円年月%割人件本倍か])", text, re.IGNORECASE) is not None for _, pattern in names()) > 1


def shares(lines: list[str]) -> tuple[tuple[str, Investment], ...]:
    """The amounts of each plan as the lines of a talk (newest first) tell them last; empty where none does, or where one plan alone is spoken of since."""
    changed: dict[str, Change] = {}
    for line in lines:
        if told := amounts_of(line):
            return tuple((plan, with_change(plan, each, changed.get(plan))) for plan, each in told)
        alone = [name for name in read_investment(line).strategies if name in COMPARED]
        if len(alone) == 1:
            change = change_of(line)
            if change is None:
                return ()
            changed.setdefault(alone[0], change)
    return ()


def change_of(line: str) -> Change | None:
    """The new amount, or the factor, that a line gives one of the plans told with amounts; None where it tells of something else."""
    text = unicodedata.normalize("NFKC", line)
    if CHANGED.search(text) is None or OF_EFFECT.search(text):
        return None
    amounts = MONEY.findall(text)
    if len(amounts) == 1:
        return amounts[0]
    factor = FACTOR.search(text)
    if amounts or factor is None:
        return None
    if factor["part"]:
        part = int(factor["part"]) / 10
        return 1 + part if factor["more"] else 1 - part
    return 0.5 if factor["half"] else float(factor["times"] or 2)


def with_change(plan: str, told: Investment, change: Change | None) -> Investment:
    """What is told of a plan, on its changed amount."""
    if change is None:
        return told
    if isinstance(change, str):
        return as_spent(read_investment(f"{prompts.lexicon('investment')[plan][0]}に{change}"))
    return replace(told, initial=told.initial and told.initial.times(change), budget=told.budget and told.budget.times(change))


def common(line: str) -> Investment:
    """What a line that tells each plan's amount says of all of them: the budget, the years, the rate."""
    text = unicodedata.normalize("NFKC", line)
    starts = [match.start() for _, pattern in names() for match in [pattern.search(text)] if match]
    return read_investment(text[: min(starts)]).terms


def together(text: str) -> bool:
    """Whether a text wants several plans done at once, or their sum."""
    done = TOGETHER.search(text) is not None or SPLIT_UP.search(text) is not None and len(amounts_of(text)) > 1
    return len(text) <= LONGEST and done and not (OF_OTHERS.search(text) or CHOSEN.search(text))


def plans_of_talk(lines: list[str]) -> tuple[str, ...]:
    """The plans that a line of the talk (newest first) names or compares, or that the lines before it name one by one, in the order in which they were told; empty for fewer than two."""
    named: list[str] = []
    for line in lines:
        if told := compared_in(line):
            return told if not set(named) - set(told) else (*told, *(name for name in dict.fromkeys(named) if name not in told))
        named = [*(name for name in read_investment(line).strategies if name in COMPARED), *named]
        if len(dict.fromkeys(named)) == 2 and not ALL_THREE.search(lines[0]):
            break
    return tuple(dict.fromkeys(named)) if len(dict.fromkeys(named)) > 1 else ()


def compared_last(lines: list[str]) -> tuple[str, ...]:
    """The plans that were compared last, where none of them alone is spoken of since; empty for any other talk."""
    for line in lines:
        if told := compared_in(line):
            return told
        if read_investment(line).strategies:
            return ()
    return ()


def compared_in(line: str) -> tuple[str, ...]:
    """The plans that one line puts side by side: those that it names, or all of them; empty for fewer than two."""
    told = tuple(name for name in read_investment(line).strategies if name in COMPARED)
    if len(told) > 1:
        return told
    words = prompts.lexicon("investment")
    return COMPARED if not told and (WAYS.search(line) or any(word in line for word in words["strategies"])) else ()


# 「この中で一番リスクが低いのは?」
LEAST_RISK = re.compile(r"リスク(?:が|の)?(?:一番|いちばん|最も)?(?:低|少な|小さ)|(?:一番|いちばん|最も)(?:安全|堅[いく]|無難|安心)|(?:損|損失)(?:が|の)?(?:一番|いちばん|最も)?(?:少な|小さ)")
EFFECT = re.compile(rf"{MONEY.pattern}(?:の|を|が)?(?:年間)?(?:効果|利益|削減|粗利|増収|浮|儲)|(?:効果|利益|削減|粗利|増収)(?:は|が|を)?(?:年間?|毎年)?(?:約)?{MONEY.pattern}")


def least_risk(text: str) -> bool:
    """Whether a text wants the plan that loses least at its worst."""
    return len(text) <= LONGEST and LEAST_RISK.search(text) is not None and OF_OTHERS.search(text) is None


def effects_of_each(line: str) -> bool:
    """Whether a line tells an effect of its own for each of two strategies, which no comparison on standard stages takes."""
    text = unicodedata.normalize("NFKC", line)
    return sum(pattern.search(text) is not None for _, pattern in names()) > 1 and len(EFFECT.findall(text)) > 1


def pointing(line: str) -> str | None:
    """The words of a line that point at one of the plans compared (「2つ目の案」); None where it points at none."""
    return None if nth_wanted(line) is None else NTH.search(line)[0]


def nth_wanted(line: str) -> int | None:
    """The place that a line points at among the plans compared; None where it points at none, or names a plan."""
    match = NTH.search(line) if len(line) <= LONGEST and place_asked(line) is None and not OF_OTHERS.search(line) and not read_investment(line).strategies else None
    return None if match is None else NUMBERS.get(match["nth"]) or int(match["nth"])


def with_name(line: str, name: str) -> str:
    """The line with the plan's name in place of the place that it points at."""
    return NTH.sub(name, line, count=1)
