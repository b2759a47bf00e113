"""Amounts, years and rates of an investment as a sentence tells them."""

import math
import re
from functools import lru_cache

import prompts
from assistant.understand.plans.counted_prices import with_counts
from assistant.understand.plans.investment_context import CONDITIONAL, Context, contexts, period_of, word_of_period
from assistant.understand.plans.investment_slots import (
    BUILT_FOR,
    EACH_YEAR,
    GRANT_CAP,
    ITEMS,
    NO_FIRST_YEAR,
    NO_GRANT,
    OF_USE,
    SET_TO,
    TERM_BEFORE,
    YEARLY_FUND,
    bought,
    chance_of,
    firm_spending,
    grant_delay,
    grant_told,
    hired,
    length_of,
    moved_length,
    named_after,
    of_first_year,
    of_later_year,
    parallel_told,
    recovered_within,
    spendable,
    staff_told,
    team_told,
)
from assistant.understand.plans.investment_text import EXCHANGE, SAME, alone_wanted, named_strategies, plain
from assistant.understand.plans.investment_told import SCALED, Amount, Investment, product, settled
from assistant.understand.plans.outlay_parts import with_parts
from assistant.understand.plans.renting import with_power, with_renting
from assistant.understand.plans.spread_outlays import effect_first
from assistant.understand.plans.trial_first import with_trial

YEAR_UNITS, MONTH_UNITS, CURRENCIES = ("年", "年間"), ("か月", "月"), ("ドル", "ユーロ", "ポンド", "元", "ウォン")
MAX_YEARS, MIN_AMOUNT, MOST_AMOUNT = 50, 1_000, 1e12
KINDS = ("initial", "benefit", "cost")
PLANNED = (*KINDS, "labour", "budget")
TOLD = ("rate", "tax", "growth", "start", "limit", "first_share", "hours", "price", "capital", "turnover", "spending", "team", "subsidy", "granted", "grant_cap", "delay", "build", "begins", "research", "share", "limited", "term")
COSTING, YEARLY = ("かかる", "支払"), {"monthly": 12, "quarterly": 4, "half_yearly": 2, "weekly": 52}
FROM_YEAR, LATER = re.compile(r"^目?(?:から|以降|より|に(?:なって)?(?:効果|立ち?上)|で?(?:はじめて|初めて|ようやく))"), re.compile(r"^後(?:から|以降|に(?:効果|立ち?上))")
LESS, MORE = re.compile(r"^(?:も|ほど|くらい|程度|だけ|ずつ)?(?:減|下振れ|下が|下回|落ち|落と|ダウン|少な|低|安|目減り|縮)"), re.compile(r"^(?:も|ほど|くらい|程度|だけ|ずつ)?(?:増|上振れ|上が|上回|アップ|多|高|伸|膨)")
INVESTED = re.compile(r"^(?:ほど|くらい|程度)?(?:を)?(?:投資|投じ|投入)")  # 「計算資源に8億円投資」 is the outlay itself
BECOMES, RENTED = re.compile(r"^(?:に(?:なっ|な[るれ]|落ち|とどま|減|下が|増)|だ(?:と|った)|なら|の(?:場合|とき)|しか)"), re.compile(r"借り|レンタル|クラウド|時間貸し|従量")


@lru_cache(maxsize=32)  # several rules ask for the amounts of one message
def read_investment(text: str) -> Investment:
    """Place each number by the words around it; an amount without any is the first kind still missing (投資, then 効果)."""
    return with_power(with_parts(with_counts(with_trial(effect_first(plain(text)), read_plain), text), text), text)


def read_plain(text: str) -> Investment:
    """The same of a text in the one way of writing of `plain`."""
    reader = Reader(prompts.lexicon("investment"), text)
    found = contexts(reader.text)
    for place, context in enumerate(found):
        reader.take(context, found[place + 1] if place + 1 < len(found) else None)
    return with_renting(reader.finished(), reader.text)


class Reader:
    """Collects what the numbers of one sentence say."""

    def __init__(self, words: dict, text: str):
        self.words, self.text, self.exchanged = words, text, EXCHANGE.search(text) is not None
        self.amounts: dict[str, dict[str, float]] = {}
        self.found: dict[str, object] = {}
        self.factors, self.differences, self.schedule, self.notes, self.problems, self.unused = [], [], [], [], [], []
        self.people = self.staff = self.unit_price = self.hours = self.man_months = None
        self.chances, self.items = {}, {}
        self.last_kind, self.grown, self.yearly = None, False, False  # the last: whether the number just read is what is spent by the year
        self.moving, self.moving_period = 0.0, 1

    def take(self, context: Context, following: Context | None = None) -> None:
        numeral, money_next = context.numeral, following is not None and following.numeral.unit in (None, "円") and following.numeral.value >= MIN_AMOUNT
        if not math.isfinite(numeral.value) or context.per_next:
            return
        if self.exchanged or numeral.unit in CURRENCIES:
            self.problems.append("exchange" if self.exchanged else "currency")
        elif numeral.unit in ("%", "倍", "分率") and of_later_year(context, self.text):
            self.problems.append("one_year")
        elif numeral.unit == "%" or self.word_before(context, "rate") and numeral.unit in (None, "分間") and numeral.value < 100:
            self.percentage(context)
        elif numeral.unit == "ポイント" and self.word_before(context, "rate"):
            self.differences.append(("rate", -numeral.value if LESS.match(context.after) else numeral.value))
        elif numeral.unit == "分率" and (chance := chance_of(context, self.words)) is not None:
            self.chances.setdefault(chance.name, 100 * numeral.value)
        elif numeral.unit in ("倍", "分率"):
            self.factor(context, numeral.value)
        elif numeral.unit in MONTH_UNITS or numeral.unit in YEAR_UNITS and numeral.value < 1900:
            self.duration(context, numeral.value / (12 if numeral.unit in MONTH_UNITS else 1), money_next)
        elif numeral.unit == "人":
            self.persons(context)
        elif numeral.unit == "時間":
            self.hours = context
        elif numeral.unit in (None, "円"):
            self.amount(context)

    def word_before(self, context: Context, kind: str) -> bool:
        return context.adjacent(self.words[kind]) is not None

    def percentage(self, context: Context) -> None:
        numeral, value = context.numeral, context.numeral.value
        if (chance := chance_of(context, self.words)) is not None:
            if 0 <= value <= 100:
                self.chances[chance.name] = value
            else:
                self.problems.append("chance")
            return
        if grant_told(context, self.words):
            self.granted(value)
            return
        if (kind := self.kind_changed(context)) is None and (told := named_after(context, self.words)) is not None:  # 「3割減の効果」 「2割費用が増えたら」
            self.factors.append((told[0], 1 + told[1] * value / 100))
            return
        if of_first_year(context, kind, self.text, self.words):
            self.found["first_share"] = value / 100 if not LESS.match(context.after) else 1 - value / 100
            return
        if kind in SCALED and (LESS.match(context.after) or MORE.match(context.after) or BECOMES.match(context.after)) and not context.per("yearly"):
            sign = -1 if LESS.match(context.after) else 1
            self.factors.append((kind, value / 100 if BECOMES.match(context.after) else 1 + sign * value / 100))
            return
        if numeral.unit == "分間" and (match := re.match(r"([0-9])厘", context.after)):
            value += int(match[1]) / 10
        value = 100 * value if numeral.unit is None and value < 1 else value
        if context.near(self.words["tax"]):
            self.put("tax", value, context)
        elif context.near(self.words["growth"]) or context.per("yearly") and (LESS.match(context.after) or MORE.match(context.after)):
            falls = context.negative or LESS.match(context.after)
            self.found["growth"] = -value if falls else value
        elif context.near(self.words["rate"]):
            self.put("rate", value, context)
        elif self.chances and not context.content_before():  # 「成功率は本当に21%? 10%で見たら?」
            self.chances[next(iter(self.chances))] = value
        elif not context.content_before() and "割" not in numeral.text:
            self.put("rate", value, context)
            self.found["share"] = value
        else:
            self.found["share"] = value
            self.unused.append(numeral.text)

    def put(self, name: str, value: float, context: Context) -> None:
        if context.negative or value > 100:
            self.problems.append(name)
        else:
            self.found.setdefault(name, value)

    def granted(self, percent: float) -> None:
        if 0 <= percent <= 100:
            self.found.setdefault("granted", percent)
        else:
            self.problems.append("granted")

    def factor(self, context: Context, value: float) -> None:
        if context.numeral.unit == "分率" and grant_told(context, self.words):
            self.granted(100 * value)
            return
        kind = self.kind_changed(context) or next((kind for kind in ("budget", "labour", "benefit", "cost", "years", "spending") if context.follows(self.words[kind])), None)  # 「半分の予算だと?」
        if of_first_year(context, kind, self.text, self.words):
            self.found["first_share"] = value
        elif kind in SCALED:
            self.factors.append((kind, value))
        elif context.conditional:
            self.unused.append(context.numeral.text)

    def kind_changed(self, context: Context) -> str | None:
        """What a change right after its noun is of: an amount, all that is spent, or the length."""
        less_gained = context.after.startswith("しか") and context.follows((*self.words["saving_verbs"], "使", "出", "達成", "実現", "稼働", "活用", "定着"))  # 「半分しか浮かなかったら」
        return self.kind_beside(context, PLANNED) or self.whole_beside(context) or ("benefit" if less_gained else None)

    def whole_beside(self, context: Context) -> str | None:
        """`spending` or `years` right before the number; 「資本コスト7%」 is a rate."""
        return named if (named := self.kind_beside(context, ("spending", "years", "rate", "tax", "growth", "labour"))) in ("spending", "years") else None

    def duration(self, context: Context, years: float, money_next: bool) -> None:
        numeral = context.numeral
        if (moved := moved_length(context, years)) is not None:
            self.differences.append((moved.name, moved.value))
        elif (length := length_of(context, years, numeral.unit in MONTH_UNITS, money_next)) is not None:
            self.found.setdefault(length.name, -years if context.negative else years)
        elif recovered_within(context):
            self.found.setdefault("limit", years)
        elif numeral.unit in YEAR_UNITS and context.after.startswith("目"):
            if FROM_YEAR.match(context.after):
                self.found["start"] = int(years)
        elif LATER.match(context.after):
            self.found |= {"start": int(years) + 1} if years == int(years) else {"begins": years}
        elif not context.after.startswith(("後", "前", "ごと", "おき", "あたり", "当たり", "/")):
            self.found.setdefault("term", SET_TO.match(context.after) is not None and not OF_USE.search(context.before) or TERM_BEFORE.search(context.before) is not None or self.yearly and EACH_YEAR.fullmatch(context.before) is not None or money_next and BUILT_FOR.match(context.after) is not None)
            self.found.setdefault("years", -years if context.negative else years)

    def persons(self, context: Context) -> None:
        if context.after.startswith("月"):
            self.man_months = context
        elif context.after.startswith(("あたり", "当たり", "日")):
            return
        elif team_told(context):
            self.found.setdefault("team", context.numeral.value)
        elif staff_told(context):
            self.staff = context.numeral.value
        else:
            self.people = context.numeral.value

    def amount(self, context: Context) -> None:
        numeral = context.numeral
        if context.from_to:
            self.moved(context, period_of(context, self.words), numeral.value)
            return
        if context.adjacent(self.words["capital"]) is not None:
            self.found["capital"] = numeral.value
            return
        if context.adjacent(self.words["revenue"]) is not None and not context.follows(self.words["more"]):
            self.found.setdefault("turnover", numeral.value)  # the company's size, no benefit of the plan
            return
        if numeral.unit == "円" and context.adjacent(self.words["research_spending"]) is not None and firm_spending(context):
            self.found.setdefault("spending", numeral.value)
            return
        money = numeral.unit == "円" or numeral.value >= 10 * MIN_AMOUNT  # 「補助金が1000万」
        if money and "granted" in self.found and GRANT_CAP.search(context.before):
            self.found.setdefault("grant_cap", numeral.value)
            return
        if money and grant_told(context, self.words):
            self.found.setdefault("subsidy", numeral.value)
            return
        item = next((name for name in ITEMS if context.adjacent(self.words[f"item_{name}"]) is not None and not INVESTED.match(context.after)), None)
        if item and money and not context.follows(self.words["saving_verbs"], through_noun=True):
            self.items.setdefault(item, numeral.value)
            return
        if numeral.unit == "円" and context.adjacent(self.words["unit_price"]) is not None:
            self.unit_price = numeral.value
            return
        if numeral.unit is None and 0 < abs(numeral.value) < MIN_AMOUNT:
            if context.adjacent([word for kind in KINDS for word in self.words[kind]]) is not None:
                self.problems.append("unit")
            return
        period, value = period_of(context, self.words), numeral.value
        if period == "daily":
            return self.problems.append("daily")
        grown = context.adjacent(self.words["revenue"]) is not None
        self.grown = self.grown or grown
        kind = "benefit" if grown else self.last_kind if context.continues and self.last_kind else self.kind_of(context)
        self.yearly = period == "yearly" and kind in ("initial", "budget", "fund")
        if kind is None:
            self.unused.append(numeral.text)
            return
        if kind == "initial" and period is not None:
            kind = "cost" if self.told("initial") else "budget"  # what is spent every year is no outlay made once
        if kind == "initial" and (context.adjacent(self.words["production"]) is not None or context.follows(self.words["production"], through_de=True)):
            kind = "production"
        if kind == "fund" and (period is not None or YEARLY_FUND.search(context.before)):
            kind = "budget"
        if kind == "budget":
            self.found.setdefault("limited", spendable(context))
        factor = YEARLY.get(period, 1) if kind not in ("initial", "production", "fund") else 1
        if factor != 1:
            self.note("read_period", told=f"{word_of_period(context, self.words)}{numeral.text}", times=f"{factor}", yearly=value * factor)
        self.place(kind, context, value * factor)

    def moved(self, context: Context, period: str | None, value: float) -> None:
        """「年間1200万円から800万円に減らす」: the difference is the benefit."""
        if context.range_start:
            self.moving = value * YEARLY.get(period, 1)
            self.moving_period = YEARLY.get(period, 1)
            return
        difference = abs(self.moving - value * YEARLY.get(period, self.moving_period))
        self.note("moved", yearly=difference)
        self.last_kind = "benefit"
        self.amounts.setdefault("benefit", {}).setdefault("value", difference)

    def place(self, kind: str, context: Context, value: float) -> None:
        """Put yen under its kind: a range's end, a told low or high, a year of its own, a change, or the amount itself."""
        if context.negative:
            self.problems.append(f"negative_{kind}")
            return
        if value > MOST_AMOUNT:
            self.problems.append("too_much")
            return
        self.last_kind = kind
        held = self.amounts.setdefault(kind, {})
        bound = context.bound(self.words)
        if kind == "benefit" and context.year_told is not None:
            self.schedule.append((context.year_told, value))
        elif context.adjacent(self.words[kind]) is not None and context.conditional and (LESS.match(context.after) or MORE.match(context.after)):
            self.differences.append((kind, -value if LESS.match(context.after) else value))
        elif context.range_start:
            held["low"] = value
        elif context.range_end:
            held["high"] = value
        elif bound:
            held[bound] = value
        elif "value" in held:
            self.unused.append(context.numeral.text)
        else:
            held["value"] = value

    def kind_of(self, context: Context) -> str | None:
        """initial, benefit or cost: by a verb of spending or saving after it, a word right before it, right after it, else the nearest before."""
        if context.follows(self.words["gaining_verbs"]) and self.kind_beside(context, (*PLANNED, "spending")) in (None, *(() if context.conditional else ("benefit",))):
            return "benefit"  # 「外部資金が年1200万円増える」
        if spendable(context) and (self.kind_beside(context) is None or self.kind_beside(context, ("budget",)) is not None):
            return "fund"
        if context.follows(self.words["spending_verbs"]):
            return "initial"
        if self.word_before(context, "labour") and not context.follows((*self.words["saving_verbs"], *(word for word in self.words["initial"] if word not in COSTING), *self.words["benefit"]), through_noun=True):
            return "labour"
        beside = self.kind_beside(context)
        spent = beside == "initial" and "value" in self.told("initial")  # 「3000万円かけると毎年800万円減る」
        if context.follows(self.words["saving_verbs"], through_noun=True) and not (context.conditional and beside and not spent):
            return "benefit"
        after = [kind for kind in KINDS if context.follows(self.words[kind], through_de=kind == "initial")]
        if beside and not (after and "value" in self.told(beside)):  # 「500万円の投資で年300万円の効果」: the word before has its amount
            return beside
        if after:
            return after[0]
        if self.whole_beside(context) == "spending":
            return "cost" if period_of(context, self.words) else "initial"
        if bought(context):
            return "cost" if period_of(context, self.words) and not hired(context) else "initial"
        if context.named_otherwise():
            return None
        nearest = [(place, kind) for kind in KINDS if (place := context.nearest(self.words[kind])) is not None]
        if self.told("benefit") and period_of(context, self.words) and (not nearest or max(nearest)[1] == "benefit"):
            return "cost"  # 「人件費が年320万浮く。クラウドに月12万」: the effect has its amount
        if nearest:
            return max(nearest)[1]
        if self.told("initial") and any(word in self.text[context.numeral.end :].lower() for word in self.words["benefit"]):  # 「月額15万円、年間効果400万円」
            return "cost" if period_of(context, self.words) else None
        return next((kind for kind in KINDS[:2] if not self.told(kind) and not context.range_end), None)

    def told(self, kind: str) -> dict[str, float]:
        """What was told of a kind of amount; what building costs is an outlay too."""
        return self.amounts.get(kind) or (self.amounts.get("production", {}) if kind == "initial" else {})

    def kind_beside(self, context: Context, kinds: tuple[str, ...] = KINDS) -> str | None:
        """The kind whose word stands right before the number (the word that ends last, the longest of those)."""
        beside = [(place, kind) for kind in kinds if (place := context.adjacent(self.words[kind])) is not None]
        return max(beside)[1] if beside else None

    def note(self, name: str, **values) -> None:
        self.notes.append((name, tuple(values.items())))

    def finished(self) -> Investment:
        self.products()
        found, lowered = self.found, self.text.lower()
        if NO_FIRST_YEAR.search(self.text) and "begins" not in found:
            found.setdefault("start", 2)
        years = found.get("years")
        if years is not None and not 0 < years <= MAX_YEARS:
            self.problems.append("years")
        whole = None if years is None else math.ceil(years - 1e-9)
        amounts = {kind: settled(parts) for kind, parts in self.amounts.items() if parts}
        if self.schedule:
            self.schedule.sort()
            amounts["benefit"] = Amount(self.schedule[-1][1])
            found.pop("start", None)
        if any(amount.low is not None and not amount.low <= amount.value <= amount.high for amount in amounts.values()):
            self.problems.append("order")
        if self.grown:
            self.note("revenue")
        return Investment(
            **{kind: amounts.get(kind) for kind in (*PLANNED, "fund", "production")}, years=whole, last_share=None if years is None or whole - years < 1e-9 else years - whole + 1,
            **{name: found.get(name) for name in TOLD}, staff=self.staff, items=tuple(sorted(self.items.items())), chances=tuple(sorted(self.chances.items())), same=SAME.search(self.text) is not None,
            schedule=tuple(self.schedule), employees=int(self.people) if self.people else None, factors=tuple(self.factors),
            differences=tuple(self.differences), parallel=parallel_told(self.text), conditional=bool(CONDITIONAL.search(self.text)), taxed=any(word in self.text for word in self.words["after_tax"]), unsubsidised=bool(NO_GRANT.search(self.text)), grant_delay=grant_delay(self.text), alone=alone_wanted(self.text),
            strategies=named_strategies(lowered, self.words), notes=tuple(self.notes), problems=tuple(dict.fromkeys(self.problems)),
            unused=tuple(self.unused),
        )  # fmt: skip

    def products(self) -> None:
        """人月 × 単価, and hours saved × 時給 (× people where each is told to save them)."""
        if self.man_months is not None:
            kind = self.kind_of(self.man_months) or "initial"
            self.found["man_months"] = self.man_months.numeral.value
            self.note("man_months", count=self.man_months.numeral.value, price=self.unit_price)
            self.amounts.setdefault(kind, {}).setdefault("value", product("outsourcing_manmonth", self.man_months.numeral.value, self.unit_price))
        elif self.unit_price is not None and RENTED.search(self.text):
            self.found["price"] = self.unit_price
        if self.hours is None:
            return
        period = period_of(self.hours, self.words)
        yearly = self.hours.numeral.value * {"monthly": 12, "weekly": 52, "daily": 365}.get(period, 1)
        each = self.people if self.people and re.search(r"(?:1|一)人(?:あたり|当たり)|ずつ|それぞれ", self.text) else 1
        self.found["hours"] = yearly * each
        if self.unit_price is not None:
            self.found["price"] = self.unit_price
        if self.hours.follows(self.words["saving_verbs"]) or self.hours.follows(["短縮", "効率化"]):
            self.note("hours_saved", hours=yearly * each, price=self.unit_price)
            self.amounts.setdefault("benefit", {}).setdefault("value", product("labour_hour_default", yearly * each, self.unit_price))
