"""The yearly table of a plan when everything succeeds: what each year earns, costs, is taxed and leaves."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from analytics.roi.plan import Plan

PREPARE, PRODUCE, OPERATE = "検証・研究", "本番化", "運用"


@dataclass(frozen=True)
class Year:
    """One year in yen. Income is positive and so are costs; `tax` is negative when the plan saves tax; `net` is after tax."""

    year: int
    phase_ja: str
    benefit: float
    operating_cost: float
    stage_cost: float
    investment: float
    amortisation: float
    subsidy: float
    taxable: float
    tax: float
    credit: float
    net: float
    discount_factor: float
    present_value: float
    cumulative: float
    cumulative_present: float

    def to_dict(self) -> dict:
        return asdict(self)


AMOUNTS = ("benefit", "operating_cost", "stage_cost", "investment", "amortisation", "subsidy", "credit")
LABELS = {
    "year": "年", "phase_ja": "段階", "benefit": "効果", "operating_cost": "運用費", "stage_cost": "検証・研究費", "investment": "本番化の支出",
    "amortisation": "償却費", "subsidy": "補助金（期待額）", "taxable": "課税対象", "tax": "税", "credit": "税額控除", "net": "税引後の収支",
    "discount_factor": "割引係数", "present_value": "現在価値", "cumulative": "累計", "cumulative_present": "現在価値の累計",
}  # fmt: skip


def success_table(plan: Plan) -> tuple[Year, ...]:
    """Years 0 … last of a plan whose gates are all passed and whose benefit is realised."""
    rows = [dict.fromkeys(AMOUNTS, 0.0) for _ in range(plan.last + 1)]
    for index, stage in enumerate(plan.stages):
        rows[index]["stage_cost"] += stage.cost
        rows[index]["credit"] += stage.credit
        rows[index + 1]["subsidy"] += stage.subsidy
    rows[plan.start]["investment"] += plan.production_cost
    rows[plan.start + 1]["subsidy"] += plan.production_subsidy
    for year, (ramp, share) in enumerate(zip(plan.ramp_schedule, plan.amortisation_schedule, strict=True), start=plan.start + 1):
        rows[year]["benefit"] += plan.annual_benefit * ramp
        rows[year]["operating_cost"] += plan.annual_cost
        rows[year]["amortisation"] += plan.production_cost * share
    phases = [PREPARE if year < plan.start else PRODUCE if year == plan.start else OPERATE for year in range(plan.last + 1)]
    return finished(rows, phases, plan.rate, plan.tax)


def combined_table(first: Plan, second: Plan, shift: int) -> tuple[Year, ...]:
    """Both tables added, the second `shift` years later; the phase is the first plan's while it has one of its own."""
    tables = [(success_table(first), 0), (success_table(second), shift)]
    last = max(plan.last + delay for plan, delay in ((first, 0), (second, shift)))
    rows, phases = [dict.fromkeys(AMOUNTS, 0.0) for _ in range(last + 1)], [""] * (last + 1)
    for table, delay in tables:
        for row in table:
            place = row.year + delay
            for name in AMOUNTS:
                rows[place][name] += getattr(row, name)
            phases[place] = "・".join(dict.fromkeys(filter(None, (phases[place], row.phase_ja))))
    return finished(rows, phases, first.rate, first.tax)


def finished(rows: Sequence[dict], phases: Sequence[str], rate: float, tax_rate: float) -> tuple[Year, ...]:
    """Tax, net flow, discounting and running totals of the years' amounts."""
    table, total, total_present = [], 0.0, 0.0
    for year, row in enumerate(rows):
        taxable = row["benefit"] - row["operating_cost"] - row["stage_cost"] - row["amortisation"] + row["subsidy"]
        tax = taxable * tax_rate
        spent = row["operating_cost"] + row["stage_cost"] + row["investment"]
        net = row["benefit"] + row["subsidy"] + row["credit"] - spent - tax
        factor = (1 + rate) ** -year
        total, total_present = total + net, total_present + net * factor
        table.append(
            Year(
                year=year,
                phase_ja=phases[year],
                taxable=taxable,
                tax=tax,
                net=net,
                discount_factor=factor,
                present_value=net * factor,
                cumulative=total,
                cumulative_present=total_present,
                **row,
            )  # fmt: skip
        )
    return tuple(table)


def net_flows(table: Sequence[Year]) -> list[float]:
    return [row.net for row in table]


def column_labels() -> dict[str, str]:
    """Japanese heading of each column, in order."""
    return {entry.name: LABELS[entry.name] for entry in fields(Year)}
