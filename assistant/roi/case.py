"""The asker's own investment as it is calculated, and every number of it as it is written."""

from dataclasses import dataclass

from analytics.roi import SimpleResult, Weighed, simple, weighed
from analytics.roi.amounts import plain_number, yen_text
from assistant.roi.wording import labelled, percent, plainly, said, say, years_text
from assistant.understand.plans.investment import Amount, Investment


@dataclass(frozen=True)
class Case:
    """What is calculated: fractions and yen, and what was taken by default."""

    initial: Amount
    benefit: Amount
    cost: Amount
    years: int
    rate: float
    tax: float | None
    shares: tuple[float, ...]
    lag: float
    chance: float | None
    readings: tuple[str, ...]
    outlays: tuple[float, ...] = ()
    """Yen paid in year 1, 2, … beside the yearly cost."""
    paid: str | None = None
    """The same as it is told."""
    trial: float | None = None
    """Yen of `initial` that are spent before it is known whether to spend the rest."""
    received: tuple[float, ...] = ()
    """Yen of a subsidy that come in in year 1, 2, …."""

    def result(self, bound: str = "value") -> SimpleResult:
        """The calculation at the base, or with everything at its worse or better end (`low`, `high`)."""
        other = {"low": "high", "high": "low"}.get(bound, bound)
        initial, benefit, cost = (pick(amount, end) for amount, end in ((self.initial, other), (self.benefit, bound), (self.cost, other)))
        return simple(initial, benefit, self.years, self.rate, cost, self.tax, shares=self.shares, lag=self.lag, outlays=self.outlays, received=self.received)

    @property
    def level(self) -> bool:
        """Whether the benefit is the same every year."""
        return not self.lag and not any(self.outlays) and not any(self.received) and self.trial is None and all(share == 1 for share in self.shares)

    def weighed(self, result: SimpleResult) -> Weighed | None:
        """The expected value where a chance of success was told."""
        return None if self.chance is None else weighed(result, self.chance, self.trial)

    @property
    def ranged(self) -> bool:
        return any(amount.low is not None for amount in (self.initial, self.benefit, self.cost))


def pick(amount: Amount, end: str) -> float:
    bound = getattr(amount, end)
    return amount.value if bound is None else bound


def worded(case: Case, result: SimpleResult) -> dict[str, str | None]:
    """Every number of the answer as it is written."""
    return {
        "room": None if not result.break_even_benefit or not 0 < result.break_even_benefit <= result.annual_benefit else percent(100 * (1 - result.break_even_benefit / result.annual_benefit)), "paid": case.paid, "spread": yen_text(sum(case.outlays)) if case.outlays else None, "spent": yen_text(case.initial.value + sum(case.outlays)) if case.outlays else None,
        "initial": yen_text(result.initial), "benefit": yen_text(result.annual_benefit), "cost": yen_text(result.annual_cost),
        "years": f"{result.years}年", "rate": percent(100 * result.rate, 2), "npv": plainly(result.npv),
        "irr": None if result.irr.value is None else percent(100 * result.irr.value), "payback": years_text(result.payback),
        "discounted": years_text(result.discounted_payback),
        "break_even": None if result.break_even_benefit is None else yen_text(result.break_even_benefit),
        "tax": None if case.tax is None else percent(100 * case.tax, 2), "roi": return_on(result), **chances_worded(case, result),
    }  # fmt: skip


def return_on(result: SimpleResult) -> str | None:
    """All net flows over what is spent on the outlay and by the year, not discounted; None where nothing is spent."""
    spent = sum(row.operating_cost + row.stage_cost + row.investment for row in result.table)
    return percent(100 * sum(row.net for row in result.table) / spent) if spent else None


def chances_worded(case: Case, result: SimpleResult) -> dict[str, str | None]:
    """What a chance of success makes of it, and what is lost without success."""
    failure = weighed(result, 0.0, case.trial)
    needed = failure.break_even_chance
    told = case.weighed(result)
    return {
        "loss": yen_text(-failure.failure), "needed": None if needed is None else percent(100 * needed),
        "chance": None if told is None else percent(100 * told.chance), "expected": None if told is None else plainly(told.expected),
    }  # fmt: skip




def inputs(values: dict[str, str | None], cite: str) -> str:
    """What the calculation stands on."""
    words = {name: values[name] for name in ("initial", "benefit", "cost", "years", "rate")}
    return say("inputs", **words, cite=cite) if values["paid"] is None else say("inputs_spread", size=values["spread"], **words, cite=cite)


EACH = ("price_each", "price_whole", "bought_each", "cards_scaled", "counted_each")  # readings of an amount by the number of cards
LABELS = {
    "room": "損益分岐までの余裕", "paid": "年を決めた支出", "spread": "年を決めた支出の合計", "spent": "年を決めた支出と初期投資の合計", "initial": "初期投資", "benefit": "年間効果", "cost": "年間費用", "years": "期間", "rate": "割引率", "tax": "税率", "npv": "正味現在価値（NPV）",
    "irr": "内部収益率（IRR）", "roi": "ROI（割り引かない利益÷支出）", "payback": "回収期間", "discounted": "割引回収期間", "break_even": "損益分岐の年間効果",
    "chance": "成功する確率", "expected": "期待値", "loss": "失敗して効果が出ないときの損失", "needed": "期待値が0になる成功の確率",
}  # fmt: skip


def evidence_text(told: Investment, case: Case, values: dict[str, str | None]) -> str:
    """What the citation card shows, and what the check of numbers reads: each value under its label."""
    pairs = [(label, values[name]) for name, label in LABELS.items() if told.benefit is not None or name in ("paid", "spread", "spent", "initial", "cost", "years", "rate", "tax", "break_even")]
    pairs += [("年間効果の伸び", None if told.growth is None else percent(told.growth)), ("回収の条件", limit_text(told))]
    pairs += [("効果の始まり", f"{told.start}年目" if told.start and told.start > 1 else None), ("会社の売上高", None if told.turnover is None else yen_text(told.turnover))]
    if case.ranged:
        for name, label in (("initial", "初期投資"), ("benefit", "年間効果"), ("cost", "年間費用")):
            amount = getattr(case, name)
            if amount.low is not None:
                pairs += [(f"{label}（低）", yen_text(amount.low)), (f"{label}（高）", yen_text(amount.high))]
        pairs += [("NPV（低）", said(case.result("low").npv)), ("NPV（高）", said(case.result("high").npv))]
    return labelled(pairs) + noted_text(told)


def noted_text(told: Investment) -> str:
    """What a subsidy paid, and what a price of one card comes to for all of them."""
    pairs = []
    for name, values in ((name, dict(values)) for name, values in told.notes):
        if name.startswith("granted"):
            pairs += [("補助率", percent(values["share"])), ("補助前の初期投資", yen_text(values["initial"])), ("補助金", yen_text(values["amount"]))]
        elif name == "grant_late":
            pairs += [("補助金", yen_text(values["amount"])), ("補助金が入る年", f"{values['years']}年目")]
        elif name == "outlay_parts":
            pairs += [*((noun, yen_text(amount)) for noun, amount in values["parts"]), ("内訳の合計", yen_text(values["whole"]))]
        elif name in EACH:
            pairs += [("数", f"{values['cards']}{values['unit']}"), ("お示しの単価", yen_text(values["amount"]) if "amount" in values else None), ("直した額", yen_text(values["whole"]))]
    return labelled(pairs)


def limit_text(told: Investment) -> str | None:
    return None if told.limit is None else f"{plain_number(told.limit, 1)}年"
