"""Which of the plans of a talk a message is about: the first one, the one as it was first told, or a new sum that takes nothing from them."""

import re
from dataclasses import replace

from assistant.understand.plans.gain_changed import base_lines as gain_lines
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.investment_asked import weighs_renting
from assistant.understand.plans.renting import begins_sum, leases, sum_begun
from index.numerals import find_numerals

PLAN = r"(?:案|計画|プラン|条件|前提|試算|計算|投資|設定|想定|数字|ケース|パターン|状態|やつ|もの)"
BEGUN = r"(?:一番|いちばん)?(?:最初|はじめ|初め|当初|冒頭|[1１一]番目|[1１一]つ目|[1１一]案目|スタート(?:時)?)"
ORIGIN = r"(?:元|もと|元々|もともと|本来|オリジナル)"
FIRST = re.compile(rf"{BEGUN}(?:の|に(?:話|言|伝|出|示|お話)[^、。]{{0,6}})(?:投資|計算)?(?:の)?{PLAN}|{BEGUN}(?:の|に)(?:もの|やつ|お?話|ところ|額|金額)?(?:に|へ)?(?:戻|もど)")
ORIGINAL = re.compile(rf"{ORIGIN}の{PLAN}|(?:全部|すべて|全て|全部の数字を|条件を|前提を|数字を)(?:は|を)?、?{ORIGIN}(?:に|へ|の)")
# 「元に戻して」 with no noun before it.
BARE_BACK = re.compile(rf"^(?:では|じゃあ?|やっぱり?|いったん|一旦|一度|ここで|それを?|これを?|全部|[、,])*(?:{ORIGIN}|{BEGUN}の?)(?:に|へ)(?:戻|もど)")
# 「共同研究のほうに戻して」
NAMED_BACK = re.compile(r"(?:の?(?:方|ほう|案|話|計画|やつ|試算|プラン|場合))?(?:に|へ|さ)(?:話を)?、?(?:戻|もど)")
STEP_BACK = re.compile(r"(?:[1１一]つ|ひとつ|一個|[1１]個)(?:前|手前)(?:の[^、。]{1,4})?(?:に|へ)(?:戻|もど)|(?:今|いま)の(?:変更|修正|条件)(?:は|を)?(?:なし|取り消|取消|やめ|元に戻)")
# The slots that a message may put back, by the words for them.
SLOTS = {
    "benefit": r"効果(?:額)?|削減額|メリット|年間効果|リターン|便益|見込み|浮く額|利益", "rate": r"割引率|利率|ハードルレート|金利|資本コスト", "years": r"期間|年数|運用年数|使用年数",
    "initial": r"初期投資(?:額)?|初期費用|初期|投資額|投資|購入額|購入費|導入費", "cost": r"年間費用|運用費|維持費|保守費|ランニングコスト|ランニング", "tax": r"税率|税",
    "granted": r"補助金?|助成金?|補助率", "chances": r"成功率|成功確率|成功する確率|確率", "rent": r"借りる費用|借用料|レンタル料|クラウド代|利用料|賃料", "hours": r"利用時間|使用時間|稼働時間|時間", "price": r"単価",
}  # fmt: skip
NAMED = ("benefit", "rate", "years", "initial", "cost")  # what a note tells of
LINK = r"(?:の?(?:方|ほう|見込み|想定|値|額|数字))?(?:は|を|も|だけは?|については|に関しては|、)*"
BACK = rf"(?:{ORIGIN}|{BEGUN})(?:の?(?:値|額|数字|見込み|想定|水準|設定|条件|{PLAN})|どおり|通り)?(?:(?:に|へ)(?:戻|もど|直|して|[、。]|$)|の?(?:まま|とおり|通り)(?:で|に|と|だと|なら|[、。]|$)|(?:で|として)(?:[、。計試出見考]|$)|で?お願い)"
RESTORED = {name: re.compile(rf"(?:{words}){LINK}{BACK}") for name, words in SLOTS.items()}


def restored(line: str) -> tuple[str, ...]:
    """The slots that a line puts back to what was told of them first: 「効果は元に戻して」."""
    return tuple(name for name, form in RESTORED.items() if form.search(line))


def named_back(line: str) -> bool:
    """Whether a line goes back to a strategy by its name."""
    told = read_investment(line)
    return len(told.strategies) == 1 and told == Investment(strategies=told.strategies) and NAMED_BACK.search(line) is not None


def returned(line: str) -> bool:
    """Whether a line goes back to a plan told before: 「最初の案に戻って」 「元の条件で」 「元に戻して」."""
    return bool(FIRST.search(line) or ORIGINAL.search(line) or BARE_BACK.search(line) or STEP_BACK.search(line)) and not restored(line)


# 「さっきの800万の話は」 「最初の800万円の投資に」: a plan told before, by its outlay.
POINTED = re.compile(rf"(?:さっき|先ほど|先程|さきほど|最初|はじめ|初め|前|以前|冒頭|例|あの|その)(?:に|で)?(?:の|に?話した|に?言った|出た|聞いた)(?:[^、。0-9]{{0,6}}?)(?P<amount>[0-9][0-9,.]*(?:億(?:[0-9,.]+万)?|万|千万|百万)円?)(?:を|の)?(?:入れる|かける|使う|投じる)?(?:の)?(?:話|件|方|ほう|{PLAN})(?!額|を[0-9])")


def pointed_at(line: str, before: list[str], fold) -> list[str] | None:
    """The lines up to the one that completes the plan whose outlay a line points at by its amount; None where it points at none of the talk.

    `before`: newest line first; `fold`: lines → what they tell."""
    match = POINTED.search(line)
    amounts = [] if match is None else [numeral.value for numeral in find_numerals(match["amount"])]
    for place in range(len(before) - 1, -1, -1) if amounts else ():
        told = fold(before[place:])
        if told.benefit is not None and told.outlay is not None and told.outlay.value == amounts[0]:
            return before[place:]
    return None


def unpointed(line: str) -> str:
    """A line without the amount that only points at a plan."""
    return POINTED.sub("先の投資", line)


# 「さっきの買う方の話に戻って」 after renting was weighed: the plan of what is bought.
BOUGHT_AGAIN = re.compile(r"(?:買[うい]|購入(?:する)?)[^、。0-9]{0,3}(?:方|ほう|案|話|場合|計画)[^、。0-9]{0,6}(?:戻|もど|で(?:考え|計算|見|続け))")


def base_lines(line: str, before: list[str]) -> list[str]:
    """The talk before a line (newest first) that its plan stands on."""
    if BOUGHT_AGAIN.search(line) and (weighed := begun_at(before)) is not None:
        return before[weighed + 1 :]
    if STEP_BACK.search(line):
        return before[1:] or before
    if FIRST.search(line):
        return first_plan(before)
    if returned(line):
        return first_plan(of_last_sum(before))
    begun = begun_at(before)
    if begun is not None and read_investment(line).benefit is not None and not read_investment(line).rent:
        return before[begun + 1 :]  # what is gained is of the plan told before the machine was weighed
    return before_weighing(line, before) or gain_lines(line, before)


def before_weighing(line: str, before: list[str]) -> list[str] | None:
    """The talk before the machine was weighed, where a line tells a plan of its own after nothing but that; None for any other."""
    now, told = read_investment(line), [read_investment(each) for each in before]
    weighed = [place for place, each in enumerate(told) if each.rent is not None or each.price is not None or weighs_renting(before[place])]
    if now.benefit is None or now.outlay is None or now.rent is not None or not weighed or any(each.benefit is not None for each in told):
        return None
    return before[weighed[-1] + 1 :] or [""]


# 「標準の共有クラウドは?」: its defaults, not what was told of it.
BY_DEFAULT = re.compile(r"標準|デフォルト|初期設定|もともとの前提|一般的")
SHARED = ("rate", "tax", "turnover", "spending", "team", "employees", "capital")


def named_again(line: str, now: Investment, told: Investment, plans: dict[tuple[str, ...], Investment]) -> Investment | None:
    """The plan that a line names without amounts of its own, and of which some were told before another one was spoken of (「さっきの共有クラウドの案で稟議書を」), on the terms told since;
    None for any other line. `plans`: what was told last of each strategy."""
    kept = plans.get(now.strategies) if now.strategies else None
    priced = (now.outlay, now.benefit, now.cost, now.budget, now.trial, now.labour)
    if kept is None or now.strategies == told.strategies or any(amount is not None for amount in priced) or now.same or BY_DEFAULT.search(line) or BOUGHT_AGAIN.search(line):
        return None
    if not any((kept.amounts_told, kept.cost, kept.budget, kept.trial, kept.items, kept.labour, kept.paid)):
        return None
    return replace(kept, **{name: value for name in SHARED if (value := getattr(told, name)) is not None})


def first_plan(before: list[str]) -> list[str]:
    """The lines up to the one that completes the first plan told: an outlay and an effect, else a strategy or an amount of its own."""
    told, named = Investment().over(Investment()), None
    for place in range(len(before) - 1, -1, -1):
        now = read_investment(before[place])
        told = now.over(told)
        if told.benefit is not None and (told.outlay is not None or told.cost is not None or told.budget is not None) or told.rent is not None and told.outlay is not None:
            return before[place:]
        if named is None and (now.strategies or now.amounts_told):
            named = place
    return before[named:] if named is not None else before


def of_last_sum(before: list[str]) -> list[str]:
    """The lines from the one that began the last sum of renting against buying on; all of them where there was none."""
    begun = begun_at(before)
    return before if begun is None else before[: begun + 1]


def begun_at(before: list[str]) -> int | None:
    """Where (newest first) the sum of renting against buying began that the talk is at; None where it is at another plan."""
    for place, line in enumerate(before):
        if returned(line):
            return None
        if sum_at(before, place):
            return place
    return None


def sum_at(lines: list[str], place: int) -> bool:
    """Whether the line at `place` (newest first) begins a sum of renting against buying after another plan."""
    now = read_investment(lines[place])
    weighed = weighs_renting(lines[place]) or leases(lines[place], now)
    if now.benefit is not None or not (now.rent is not None or now.price is not None or weighed):
        return False
    earlier = [read_investment(line) for line in lines[place + 1 :]]
    return any(each.benefit is not None for each in earlier) and not any(each.rent is not None or each.price is not None for each in earlier)


def sum_of_its_own(line: str, now: Investment, told: Investment) -> Investment | None:
    """The new sum that a line begins; None where it goes on with what was told before."""
    return sum_begun(now, told) if begins_sum(line, now, told, weighs_renting(line)) else None


def put_back(line: str, told: Investment, before: list[str], fold) -> Investment:
    """The plan with the slots that a line puts back as they were told first. `fold`: lines → what they tell."""
    names = restored(line)
    if not names:
        return told
    first = fold(first_plan(of_last_sum(before)))
    changes = {name: getattr(first, name) for name in names}
    changes |= {"last_share": first.last_share, "term": first.term} if "years" in names else {}
    changes |= {"schedule": first.schedule, "first_share": first.first_share, "growth": first.growth, "start": first.start, "begins": first.begins, "delay": first.delay} if "benefit" in names else {}
    changes |= {"subsidy": first.subsidy, "grant_cap": first.grant_cap} if "granted" in names else {}
    changes |= {"production": first.production, "fund": first.fund} if "initial" in names else {}
    notes = [(f"put_back_{name}", (("value", value if name in ("rate", "years") else value.value),)) for name in names if name in NAMED and (value := getattr(first, name)) is not None]
    left = {name: tuple(pair for pair in getattr(told, name) if pair[0] not in names) for name in ("factors", "differences")}
    return replace(told, **changes, **left, notes=(*told.notes, *notes))
