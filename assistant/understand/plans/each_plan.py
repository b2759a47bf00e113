"""Several strategies in one plan: an amount told for each of them (「試作2000万、クラウド3000万、共同研究5000万」), and all of them done together (「両方やったら」)."""

import re
import unicodedata
from functools import lru_cache

import prompts
from assistant.understand.plans.beside_plan import COMPARED
from assistant.understand.plans.investment import Investment, read_investment

MONEY = re.compile(r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)円?|[0-9]{5,}円")
# What may stand between the name of a plan and its amount, or after an amount that is told first.
LINK = r"(?:案|のほう|の方|費|へ|に|は|が|で|を|の|も|、|,|:|：|=|＝|\s|約|およそ|だいたい|年間?|毎年|総額|合計|それぞれ|だけ|ずつ)*"
FIRST = re.compile(r"(?:円)?(?:ずつ)?(?:を|は|が|の|、|\s)*$")
# All of the plans at once.
BOTH = r"(?:両方(?:とも)?|両者|二つとも|2つとも|三つとも|3つとも|3案とも|三案とも|2案とも|二案とも|どちらも|どっちも|どれも|全部|ぜんぶ|全て|すべて|いっぺんに|一緒に|いっしょに|同時に|同時並行|並行して|並行で|二本立て|三本立て|2本立て|3本立て|両にらみ|組み合わせ)"
DONE = r"(?:や(?:る|った|れば|り|ろう)|す(?:る|れば)|した(?:ら|とき|場合)|実施|進め|走らせ|手を出|取り組|着手|始め|回し|回す|採用|採った|選ん|投資|合算|足)"
TOGETHER = re.compile(rf"{BOTH}(?:を|で|に|は|とも|いっぺんに|一緒に|同時に|並行して|並行で|まとめて|、)*{DONE}|{BOTH}(?:だと|なら|では|の(?:場合|合計|合算))|(?:合計|合算|トータル|総計|全体|(?:全部|ぜんぶ|すべて)で|合わせ(?:て|ると|た)|あわせ(?:て|ると|た)|足す?(?:と|し(?:て|たら|合わせ)))")
WAYS = re.compile(r"[3三](?:つ)?の?(?:案|戦略|選択肢|方策|やり方|進め方|道|プラン|方法)|各(?:案|戦略)|どの(?:案|戦略|選択肢)")
ALL_THREE = re.compile(r"[3三](?:つ|案)|全部|ぜんぶ|すべて|全て")
OF_OTHERS = re.compile(r"論文|会議|学会|割合|参加率|比率|共著|本数|国|大学の|企業の|モデル")
LONGEST = 90  # characters


@lru_cache(maxsize=64)
def names() -> tuple[tuple[str, re.Pattern], ...]:
    words = prompts.lexicon("investment")
    return tuple((plan, re.compile("|".join(sorted(map(re.escape, words[plan]), key=len, reverse=True)), re.IGNORECASE)) for plan in COMPARED)


@lru_cache(maxsize=64)
def amounts_of(line: str) -> tuple[tuple[str, Investment], ...]:
    """(plan, what is told of it) where a line tells an amount right beside each of two plans or more; empty for any other."""
    text = unicodedata.normalize("NFKC", line)
    places = sorted((match.start(), match.end(), plan) for plan, pattern in names() for match in [pattern.search(text)] if match)
    if len(places) < 2:
        return ()
    found = []
    for place, (start, end, plan) in enumerate(places):
        until = places[place + 1][0] if place + 1 < len(places) else len(text)
        since = places[place - 1][1] if place else 0
        piece = text[end:until]
        after = re.match(rf"{LINK}(?={MONEY.pattern})", piece)
        if after is not None:
            found.append((plan, read_investment(f"{text[start:end]}に{piece[after.start() :]}" if "年" not in after.group() else text[start:until])))
        elif (before := [match for match in MONEY.finditer(text[since:start]) if FIRST.fullmatch(text[since + match.end() : start])]):
            found.append((plan, read_investment(f"{text[start:end]}に{before[-1].group()}")))
    told = [(plan, each) for plan, each in found if each.outlay is not None or each.budget is not None]
    return tuple(told) if len(told) > 1 and len(told) == len(places) else ()


def shares(lines: list[str]) -> tuple[tuple[str, Investment], ...]:
    """The amounts of each plan as the lines of a talk (newest first) tell them last; empty where none does, or where one plan alone is spoken of since."""
    for line in lines:
        if told := amounts_of(line):
            return told
        if len(read_investment(line).strategies) == 1:
            return ()
    return ()


def common(line: str) -> Investment:
    """What a line that tells each plan's amount says of all of them: the budget, the years, the rate."""
    text = unicodedata.normalize("NFKC", line)
    starts = [match.start() for _, pattern in names() for match in [pattern.search(text)] if match]
    return read_investment(text[: min(starts)]).terms


def together(text: str) -> bool:
    """Whether a text wants several plans done at once, or their sum."""
    return len(text) <= LONGEST and TOGETHER.search(text) is not None and OF_OTHERS.search(text) is None


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
