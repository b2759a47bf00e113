"""A strategy told with its own price and effect: what these amounts come to by themselves, and what the standard assumptions would add."""

import re
from dataclasses import replace

from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from assistant.roi import own
from assistant.roi.before import Before
from assistant.roi.spread import settled_plan
from assistant.roi.wording import say
from assistant.understand.plans.beside_plan import PLANS
from assistant.understand.plans.investment import Amount, Investment
from assistant.understand.plans.paid_years import applies

# Costs of a strategy's assumptions beside its outlay: by the slot of the sentence.
ADDED = {"production_cost": "first", "annual_cost": "cost"}
TOLD = {"first": "production", "cost": "cost"}
LABELS = {"first": "本番化費用", "cost": "年間運用費"}
LONG_RESEARCH = 3  # years; longer research is a yearly cost like any other
WHOLE_CHANCES = ("success", "failed")
# 「標準の前提で」 「標準の費用も入れて」: the stages of the strategy are wanted.
STAGED = re.compile(r"(?m)標準の(?:前提|費用|額|値|条件)(?:も|まで|を|で|なら|だと)?、?(?:全部|すべて|全て)?(?:も|まで)?(?:入れ(?!な)|含め(?!な)|加え(?!な)|足し(?!て?な)|込み|計算|見|試算|採算|お願い|[。??]?$)|段階を踏|ゲート|(?:途中|検証)の合否(?:も|を|まで)")
# What only the stages have.
EXPECTED = re.compile(r"期待値|プラスになる(?:確率|可能性)|途中でやめ|撤退|打ち切")


def case_told(told: Investment, topic: str) -> Investment | None:
    """The told price (once, or by the year) and effect as a plan of its own. None where one of them is missing, where the stages of the strategy
    are spoken of (`topic`: the lines of the talk), and where the costs of production are told."""
    if applies(told):  # the years of what is paid are told: no stages have them
        told = settled_plan(told)
    if told.trial is not None and told.initial is None:
        told = replace(told, initial=told.production, production=None)
    price = told.cost if told.cost is not None else told.budget
    if told.research is not None and told.research > LONG_RESEARCH and told.years is None and price is not None:  # 「共同研究を5年間、毎年500万円」
        told = replace(told, years=-int(-told.research // 1), research=None)
    staged = told.production is not None or told.research is not None or EXPECTED.search(topic) and not told.chances or any(name not in WHOLE_CHANCES for name, _ in told.chances) or told.items
    if told.benefit is None or staged or told.initial is None and told.fund is None and price is None or STAGED.search(topic):
        return None
    initial = told.initial if told.initial is not None or told.fund is not None else Amount(0.0)
    return by_itself(replace(told, initial=initial, cost=price, budget=None))


def other_plan_told(now: Investment, earlier: Investment) -> bool:
    """Whether another plan is told for the same effect, with a price of its own or on the same terms: 「じゃあクラウドだと? 月25万として」 after a
    server that is bought, 「共有クラウドだとどうなる」 after a plan of one's own."""
    if earlier.benefit is None or not now.strategies or now.strategies == earlier.strategies:
        return False
    if now.benefit is not None:  # 「共同研究は年600万円で効果は年1,000万円だと?」: the outlay told before is that of the plan named before
        return bool(earlier.strategies) and any(price is not None for price in (now.initial, now.cost, now.budget))
    bare_after_own = now == Investment(strategies=now.strategies) and not set(earlier.strategies) & {*PLANS, "buy_gpu"}
    return bare_after_own or now.same or any(price is not None for price in (now.initial, now.cost, now.budget))


# 「同じお金を小規模プロトタイプに使うと」: the money, not the effect, is that of the plan before.
SAME_SUM = re.compile(r"(?:同じ|その|この)(?:お?金|額|金額|予算|費用|投資額?|資金)|同額")


def for_other_plan(line: str, now: Investment, earlier: Investment) -> Investment:
    """What another plan (see `other_plan_told`) takes from the one before: its effect, or its price where the line says that the money is the same."""
    if SAME_SUM.search(line) and now.outlay is None and now.benefit is None and earlier.outlay is not None and not re.search(r"効果", line):
        return now.over(replace(earlier, benefit=None, schedule=(), same=False))
    return replace(now, same=True).over(earlier.without_price)


def effect_left(told: Investment, earlier: Investment | None) -> list[str]:
    """That the effect of the plan told before is not that of the strategy, which stands on its own defaults, and how to set them alike."""
    if earlier is None or earlier.benefit is None or told.benefit is not None or set(told.strategies) <= set(earlier.strategies):
        return []
    return [say("effect_left", benefit=yen_text(earlier.benefit.value))]


def outlay_left(told: Investment, earlier: Investment | None, name: str) -> list[str]:
    """That the outlay told of another strategy is not spent on this one, which stands on its own defaults, and how to set them alike."""
    now = (told.initial, told.production, told.trial, None if told.limited else told.budget, told.cost, told.items or None)
    if earlier is None or set(told.strategies) <= set(earlier.strategies) or any(amount is not None for amount in now):
        return []
    spent = earlier.trial or earlier.initial or earlier.production or (None if earlier.limited else earlier.budget)
    return [] if spent is None else [say("outlay_left", initial=yen_text(spent.value), name=name)]


def priced(told: Investment) -> Investment:
    """What a strategy costs by the year as its yearly cost, where its effect was told with it."""
    return replace(told, cost=told.budget, budget=None) if told.cost is None and told.budget is not None and told.benefit is not None and told.strategies else told


def by_itself(told: Investment) -> Investment:
    """The amounts that were told; years of research come before the effect."""
    if told.research is None:
        return replace(told, chances=whole_chances(told))
    return replace(told, chances=whole_chances(told), years=int(told.years or own.DEFAULT_YEARS) + -int(-told.research // 1), begins=(told.begins or 0.0) + told.research, research=None)


def whole_chances(told: Investment) -> tuple[tuple[str, float], ...]:
    return tuple((name, value) for name, value in told.chances if name in WHOLE_CHANCES)


def defaults_added(told: Investment, evaluation: Evaluation) -> dict[str, float]:
    """Costs that the strategy takes by default beside the outlay that was told."""
    found = {}
    for key, name in ADDED.items():
        entry = evaluation.settings.assumptions.get(key)
        if entry is not None and getattr(told, TOLD[name]) is None and entry.value:
            found[name] = entry.value
    return found


def before(now: Investment, earlier: Investment | None, topic: str, other: bool) -> Before | None:
    """What the plan told before came to, where it is another one or one on other numbers; None where nothing was calculated before or nothing changed."""
    if earlier is None or earlier.benefit is None or earlier.outlay is None and earlier.cost is None and earlier.budget is None and not earlier.paid:
        return None
    plain = case_told(earlier, topic)
    if plain is None:
        return None
    then = own.case_of(own.outlay_of(plain)).result()
    if then == own.case_of(own.outlay_of(now)).result():
        return None
    return Before(then.npv, other)
