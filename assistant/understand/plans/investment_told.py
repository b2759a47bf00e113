"""What a sentence tells about an investment: amounts with their ranges, and how a later sentence changes an earlier one."""

import math
from dataclasses import dataclass, field, fields, replace

from analytics.roi.catalogue import facts, specifications
from assistant.understand.plans.paid_years import paid_over

LENGTHS = ("years", "operation", "research")
CHANGED = ("initial", "benefit", "cost", "labour", "budget")
SCALED = (*CHANGED, "spending", "years")  # `spending`: all that is spent, once and by the year


@dataclass(frozen=True)
class Amount:
    """Yen (a year, for benefit and cost) with the range that was told."""

    value: float
    low: float | None = None
    high: float | None = None

    def times(self, factor: float) -> "Amount":
        return Amount(*(None if part is None else part * factor for part in (self.value, self.low, self.high)))

    def plus(self, difference: float) -> "Amount":
        return Amount(*(None if part is None else part + difference for part in (self.value, self.low, self.high)))


@dataclass(frozen=True)
class Investment:
    """What was said: yen, yen a year, whole years, percent; None where it was not said.

    `budget`: yen told by the year that is no effect (`limited`: it is said to be what may be spent); `fund`: yen that may be spent
    in all. `production`: an outlay that is called what building costs. `items`: (engine's key, yen) of named costs of a stage. `staff`: people who work on
    the plan. `chances`: (which, percent). `delay`, `build`, `begins`, `research`: years by which the effect is late, to build, without any effect at first, and of
    research; `share`: percent told without its noun; `parallel`: how many plans of the kind run side by side. `last_share`: the part of the last year that a length of months leaves; `term`: whether the years were called the plan's 期間. `turnover`: the company's own sales; `spending`: yen it spends on all its research in a year;
    `price`: yen an hour of one rented card, of `cards`; `rent`: yen a year for what is rented.
    `team`: people of a department, whatever they work on. `subsidy`: yen; `granted`: percent of what is spent that a subsidy pays, up to `grant_cap` yen, `grant_delay` years after the outlay (`received`: those years and yen, in place of a smaller outlay); `unsubsidised`: there is none. `alone`: no default is to be added to what was told. `labour`: yen of a plan's own staff. `start`: first year with a benefit. `limit`: years within which the money has to be back. `growth`: percent a year of the
    benefit. `schedule`: (year, yen) of benefits told year by year, the last one lasting. `paid`: (first year, last year or 0 for no end, yen a year) of what is
    paid in some years only; `ends`: last year with a benefit. `trial`: yen spent before the outlay, which is made only if the trial goes well. `factors`, `differences`: what a
    follow-up does to an amount told before, or to a length (`LENGTHS`: of the plan, of use, of research). `notes`: (template, values) of readings to state. `unused`: numbers that could
    not be placed.
    """

    initial: Amount | None = None
    production: Amount | None = None
    benefit: Amount | None = None
    cost: Amount | None = None
    labour: Amount | None = None
    budget: Amount | None = None
    fund: Amount | None = None
    years: int | None = None
    rate: float | None = None
    tax: float | None = None
    growth: float | None = None
    start: int | None = None
    limit: float | None = None
    schedule: tuple[tuple[int, float], ...] = ()
    first_share: float | None = None
    hours: float | None = None
    price: float | None = None
    rent: Amount | None = None
    cards: int | None = None
    employees: int | None = None
    capital: float | None = None
    turnover: float | None = None
    spending: float | None = None
    team: float | None = None
    subsidy: float | None = None
    granted: float | None = None
    grant_cap: float | None = None
    grant_delay: float | None = None
    received: tuple[float, float] | None = None
    unsubsidised: bool = field(default=False, compare=False)
    staff: float | None = None
    delay: float | None = None
    build: float | None = None
    begins: float | None = None
    research: float | None = None
    limited: bool | None = None
    parallel: int | None = None
    last_share: float | None = None
    paid: tuple[tuple[int, int, float], ...] = ()
    ends: int | None = None
    trial: Amount | None = None
    share: float | None = field(default=None, compare=False)
    term: bool | None = field(default=None, compare=False)
    chances: tuple[tuple[str, float], ...] = ()
    items: tuple[tuple[str, float], ...] = ()
    factors: tuple[tuple[str, float], ...] = ()
    differences: tuple[tuple[str, float], ...] = ()
    taxed: bool = False
    alone: bool = False
    conditional: bool = field(default=False, compare=False)
    same: bool = field(default=False, compare=False)
    strategies: tuple[str, ...] = ()
    notes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    problems: tuple[str, ...] = field(default=())
    unused: tuple[str, ...] = ()

    @property
    def as_chance(self) -> "Investment":
        """A percentage without its noun read as the chance of success, where that was what was spoken of."""
        if self.share is None or self.chances or not 0 <= self.share <= 100:
            return self
        return replace(self, chances=(("success", self.share),), share=None, rate=None, unused=self.unused[1:])

    def over(self, earlier: "Investment") -> "Investment":
        """What is said now, and what was said before where nothing is said now (「割引率8%だと?」「効果が半分だと?」)."""
        if self == Investment(strategies=self.strategies) and not set(self.strategies) <= set(earlier.strategies) and not self.same:
            machines = "buy_gpu" in earlier.strategies  # the years a machine is used are no years of another plan
            earlier = replace(earlier.terms, years=None) if machines else earlier.terms  # another plan has amounts of its own
        told = {entry.name: getattr(self, entry.name) or getattr(earlier, entry.name) for entry in fields(self)}
        told |= {name: now for name in ("rate", "tax", "growth") if (now := getattr(self, name)) is not None}
        told["share"] = self.share if self.rate is not None and self.rate == self.share and self.initial is None and self.benefit is None else None
        told["chances"] = chances_now(dict(earlier.chances), dict(self.chances))
        told |= {"items": tuple(sorted({**dict(earlier.items), **dict(self.items)}.items())), "limited": self.limited if self.budget is not None else earlier.limited}
        told |= self.grant_over(earlier) | paid_over(self, earlier)
        if self.trial is not None:
            told |= {"initial": self.initial, "fund": self.fund}  # what comes after the trial is told with it
        elif self.outlay is not None and self.benefit is not None:
            told["trial"] = None
        if self.start is not None or self.begins is not None:  # when the effect begins is told anew
            told |= {name: getattr(self, name) for name in ("start", "begins", "delay", "build")}
        elif self.build is not None:
            told |= {"start": None, "begins": None}
        if self.labour is not None or any(kind == "labour" for kind, _ in (*self.factors, *self.differences)):
            told["staff"] = self.staff  # what the staff costs is told now, however many they were
        elif self.staff is not None:
            told["labour"] = None
        told |= {name: getattr(self if self.years is not None else earlier, name) for name in ("term", "last_share")}
        kept, moved = list(earlier.factors), list(earlier.differences)  # of amounts that only a strategy's defaults will tell
        for kind, factor in self.factors:
            if kind == "years":
                times_as_long(told, factor)
                continue
            if kind == "spending":
                kept += spent_times(told, factor)
                continue
            kind = spent_as(kind, told)
            if told[kind] is None:
                kept.append((kind, factor))
            else:
                told[kind] = told[kind].times(factor)
                if kind == "benefit":
                    told["schedule"] = tuple((year, amount * factor) for year, amount in told["schedule"])
        for kind, difference in self.differences:
            if kind == "rate":
                told["rate"] = (facts()["discount_default"].value if told["rate"] is None else told["rate"]) + difference
                continue
            if kind in LENGTHS:
                moved += lengthened(told, kind, difference)
                continue
            kind = spent_as(kind, told)
            if told[kind] is None and (told["strategies"] or kind == "labour"):
                moved.append((kind, difference))
                continue
            told[kind] = Amount(abs(difference)) if told[kind] is None else told[kind].plus(difference)
        if self.benefit is not None and not self.schedule:
            told["schedule"] = ()
        out = ("rate",) if told["rate"] is not None and not 0 <= told["rate"] <= 100 else ()
        problems = (*self.problems, *out, *(f"negative_{kind}" for kind in CHANGED if told[kind] is not None and told[kind].value < 0))
        return Investment(**{**told, "factors": tuple(kept), "differences": tuple(moved), "problems": problems, "unused": self.unused, "conditional": self.conditional, "notes": (*earlier.notes, *self.notes)})

    def grant_over(self, earlier: "Investment") -> dict[str, float | None]:
        """The subsidy told last: an amount and a part of what is spent take each other's place."""
        anew = self.unsubsidised or self.subsidy is not None or self.granted is not None
        source = self if anew else earlier
        return {"subsidy": source.subsidy, "granted": source.granted, "grant_cap": self.grant_cap or source.grant_cap}

    @property
    def terms(self) -> "Investment":
        """Only what holds for every plan: years, rate, tax, the budget, the company."""
        return Investment(years=self.years, last_share=self.last_share, rate=self.rate, tax=self.tax, taxed=self.taxed, budget=self.budget, limited=self.limited, fund=self.fund, turnover=self.turnover, spending=self.spending, team=self.team, employees=self.employees, capital=self.capital)

    @property
    def plan(self) -> "Investment":
        """What is calculated, without the notes on how it was read."""
        return replace(self, notes=(), unused=())

    @property
    def unread(self) -> tuple[str, ...]:
        """Numbers that a condition (「…が2割上がったら」) tells and that could not be placed."""
        return self.unused if self.conditional else ()

    @property
    def without_price(self) -> "Investment":
        """The plan without what it costs, and without how that was read."""
        prices = {amount.value for amount in (self.cost, self.budget) if amount is not None}
        notes = tuple((name, values) for name, values in self.notes if name != "read_period" or dict(values)["yearly"] not in prices)
        return replace(self, initial=None, cost=None, budget=None, fund=None, production=None, items=(), labour=None, notes=notes)

    @property
    def outlay(self) -> Amount | None:
        """What is spent once, or else what may be spent in all."""
        return next((amount for amount in (self.initial, self.production, self.fund) if amount is not None), None)

    @property
    def amounts_told(self) -> bool:
        return self.outlay is not None or self.benefit is not None


def lengthened(told: dict, kind: str, difference: float) -> list[tuple[str, float]]:
    """Move a length that was told; what is left to move of a plan's default, where none was."""
    if kind == "years" and told["term"] and told["years"] is not None and told["strategies"] == ("joint",):
        told["research"], told["years"], told["term"] = told["years"], None, None  # 「3年に延ばしたら」 「もう1年」: the project goes on
    name = "research" if kind == "research" or kind == "years" and told["research"] is not None else "years"
    if told[name] is None:
        return [(kind, difference)]
    told[name] = told[name] + difference if name == "research" else int(told[name] + difference)
    return []


def times_as_long(told: dict, factor: float) -> None:
    """Multiply the length that was told, else the usual one of use; a part of a year is the last one."""
    project = told["term"] and told["years"] is not None and told["strategies"] == ("joint",)
    if project or told["research"] is not None:
        told["research"], told["years"], told["term"] = factor * (told["years"] if project else told["research"]), None if project else told["years"], None
        return
    length = factor * (specifications("prototype")["operation_years"].value if told["years"] is None else told["years"] - (0 if told["last_share"] is None else 1 - told["last_share"]))
    told["years"] = max(math.ceil(length - 1e-9), 1)
    told["last_share"] = None if told["years"] - length < 1e-9 else length - told["years"] + 1


def spent_times(told: dict, factor: float) -> list[tuple[str, float]]:
    """Multiply every cost that was told; those of a plan's defaults that are left to multiply (`stage`: what is spent before production)."""
    own = not told["strategies"] and (told["initial"] or told["production"] or told["fund"]) is not None
    if own and told["initial"] is None and told["production"] is None:
        told["fund"] = told["fund"].times(factor)
    price = told["budget"] is not None and not told["limited"]  # what may be spent is no cost
    for kind in ("initial", "production", "cost", "labour", *(("budget",) if price else ())):
        if told[kind] is not None:
            told[kind] = told[kind].times(factor)
    told["items"] = tuple((name, value * factor) for name, value in told["items"])
    left = ("production", "cost") if told["initial"] is not None or price else ("production", "cost", "stage")
    return [] if own else [(kind, factor) for kind in left if told.get(kind) is None]


def spent_as(kind: str, told: dict) -> str:
    """The outlay or budget that a change of 予算 or 投資 means: the one that was told."""
    names = {"budget": ("budget", "fund", "initial", "production"), "initial": ("initial", "production", "budget", "fund")}.get(kind, ())
    return next((name for name in names if told[name] is not None), kind)


WHOLE_CHANCE = ("success", "failed")


def chances_now(before: dict[str, float], now: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """What is said now over what was said before: a chance of the whole replaces those of the gates, and one of a gate that of the whole."""
    whole = any(name in WHOLE_CHANCE for name in now)
    kept = {name: value for name, value in before.items() if not now or (name in WHOLE_CHANCE) == whole and not whole}
    return tuple(sorted({**kept, **now}.items()))


def settled(parts: dict[str, float]) -> Amount:
    """value, low and high; a range without a base has its middle as base."""
    low, high = parts.get("low"), parts.get("high")
    value = parts.get("value", parts.get("base"))
    if value is None:
        value = (low + high) / 2 if low is not None and high is not None else low if high is None else high
    if low is None and high is None:
        return Amount(value)
    return Amount(value, value if low is None else low, value if high is None else high)


def product(fact: str, count: float, price: float | None) -> float:
    """Yen of `count` at the told price, else at the price of the fact sheet."""
    return count * (facts()[fact].value if price is None else price)
