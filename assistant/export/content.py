"""What the documents say about a plan: sentences and table rows, each number from the evaluation."""

from dataclasses import dataclass
from functools import cached_property, partial

import prompts
from analytics.roi import Evaluation, evaluate, resolve
from analytics.roi.amounts import plain_number, value_text, yen_text
from analytics.roi.catalogue import document, parts, specifications, strategy_entry
from analytics.roi.criteria import gate_plan
from analytics.roi.evaluate import Results
from analytics.roi.figures import break_even_text
from analytics.roi.kpi import kpi_sheet
from analytics.roi.risk import DRAWS
from analytics.roi.sensitivity import Swing
from analytics.roi.settings import ENTERED, Assumption
from assistant.export.text import clean
from assistant.export.text import say as common

say = partial(prompts.render, "documents/plan")
MAN = 10_000
MOST_ASSUMPTIONS, MOST_SWINGS = 10, 6
ALTERNATIVES = {
    "prototype": ("nothing", "cloud", "joint"), "cloud": ("nothing", "prototype", "joint"), "joint": ("nothing", "prototype", "cloud"),
    "prototype_joint": ("nothing", "prototype", "joint"), "blank": ("nothing", "prototype", "cloud"), "buy_gpu": ("nothing", "cloud", "prototype"),
    "nothing": ("prototype", "cloud", "joint"),
}  # fmt: skip
Rows = list[tuple[str, ...]]


def gain(value: float) -> str:
    """「452万円のプラス」 「179万円のマイナス」 「0円」."""
    size = yen_text(abs(value))
    if size == yen_text(0):
        return size
    return common("plus" if value > 0 else "minus", amount=size)


@dataclass(frozen=True)
class Content:
    """A plan (with its simulation) in words and rows."""

    evaluation: Evaluation
    title: str = ""

    @property
    def name(self) -> str:
        return self.evaluation.settings.label_ja

    @property
    def results(self) -> Results:
        return self.evaluation.results

    @cached_property
    def words(self) -> dict:
        """The strategy's own texts."""
        table = prompts.table("documents/strategies")
        return table.get(self.evaluation.settings.strategy, table["other"])

    @property
    def subject(self) -> str:
        return clean(self.title) or self.words["subject"]

    # -- sentences ------------------------------------------------------------------------------------------------------

    @property
    def request(self) -> str:
        """What is to be approved."""
        staged = bool(gate_plan(self.evaluation))
        return say("ask" if staged else "ask_once", name=self.name, first=yen_text(self.results.first_stage_after_tax))

    @cached_property
    def conclusions(self) -> list[str]:
        """Expected value, break-even and spread."""
        drawn, level = self.evaluation.monte_carlo, self.level
        lines = [say("value", value=gain(self.results.ev_gates), chance=f"{plain_number(100 * drawn.probability_positive, 1)}%")]
        if measure := self.benefit or self.evaluation.settings.assumptions.get("gpu_hours"):
            short = self.evaluation.break_even_of(measure.key.rpartition(".")[2])
            name = "no_break_even" if short is None else "break_even_short" if short > measure.value else "break_even"
            lines.append(say(name, benefit=measure.display, **({"level": level} if level else {"name": measure.label_ja})))
        return [*lines, say("spread", low=gain(drawn.p10), middle=gain(drawn.p50), high=gain(drawn.p90)), self.success, self.aid_free]

    @property
    def level(self) -> str | None:
        """Break-even annual benefit, or hours of use."""
        return break_even_text(self.evaluation)

    @property
    def success(self) -> str:
        results = self.results
        if results.irr.value is None or results.payback.value is None:
            return say("success", npv=gain(results.npv))
        return say("success_irr", npv=gain(results.npv), irr=f"{plain_number(100 * results.irr.value, 1)}%", payback=f"{plain_number(results.payback.value, 1)}年")

    @property
    def aid_free(self) -> str:
        """Expected value with neither subsidy nor tax credit."""
        dropped = {key: "none" for key in self.evaluation.settings.assumptions if key.endswith(("subsidy_scheme", "credit_scheme"))}
        return say("aid_free", value=gain(self.again(dropped).results.ev_gates if dropped else self.results.ev_gates))

    def again(self, changes: dict) -> Evaluation:
        """The plan with some choices replaced (a choice's own rates and caps go with it)."""
        kept = {key: entry.value for key, entry in self.evaluation.settings.assumptions.items() if entry.status == ENTERED}
        drop = ("credit_rate", "subsidy_rate", "subsidy_cap", "adoption_probability")
        return evaluate(resolve(self.evaluation.settings.strategy, {**{key: value for key, value in kept.items() if not key.endswith(drop)}, **changes}))

    @cached_property
    def market(self) -> tuple[str, str]:
        """(a sentence about the field with this project's own figure, its source)."""
        from analytics import Divide
        from analytics.divide.store import MAIN_LAST

        divide = Divide.open()
        figure = divide.share(divide.measure("firm_share", area="ai"), (MAIN_LAST,))
        return say("market", value=figure.display, period=figure.period), say("source_market", citation=figure.source.citation)

    @property
    def source(self) -> str:
        """The footer of every page."""
        return common("source_line", source=common("source_plan", date=document()["collected"]))

    # -- rows -----------------------------------------------------------------------------------------------------------

    @cached_property
    def benefit(self) -> Assumption | None:
        """The yearly benefit, of the last project in a combined plan."""
        entries = [entry for key, entry in self.evaluation.settings.assumptions.items() if key.rpartition(".")[2] == "annual_benefit"]
        return entries[-1] if entries else None

    def effects(self) -> Rows:
        """Benefit and expected value at low, base and high."""
        entry = self.benefit
        swing = next((swing for swing in self.evaluation.tornado if entry and swing.assumption.key == entry.key), None)
        if entry is None:
            return [(say("head_value"), "", yen_text(self.results.ev_gates), "")]
        ends = ("", "") if swing is None else (yen_text(swing.at_low), yen_text(swing.at_high))
        bounds = [value_text(bound, entry.unit) if bound is not None else "" for bound in (entry.low, entry.high)]
        return [(say("head_benefit"), bounds[0], entry.display, bounds[1]), (say("head_value"), ends[0], yen_text(self.results.ev_gates), ends[1])]

    def costs(self) -> Rows:
        """Every cost at low, base and high, and the first stage's total after tax."""
        rows = []
        for key in self.cost_keys():
            entry = self.evaluation.settings.assumptions[key]
            bounds = [value_text(bound, entry.unit) if bound is not None else "" for bound in (entry.low, entry.high)]
            rows.append((entry.label_ja, bounds[0], entry.display, bounds[1]))
        return [*rows, (say("head_first"), "", yen_text(self.results.first_stage_after_tax), "")]

    def main_costs(self) -> Rows:
        """The costs where there is room for a few: of many, production, operation and the first spending."""
        rows = self.costs()
        if len(rows) <= MOST_ASSUMPTIONS:
            return rows
        return [row for row, key in zip(rows[:-1], self.cost_keys(), strict=True) if key.rpartition(".")[2] in ("production_cost", "annual_cost")] + rows[-1:]

    def cost_keys(self) -> list[str]:
        strategy = self.evaluation.settings.strategy
        keys = []
        for part in parts(strategy) or (None,):
            entry, prefix = strategy_entry(part or strategy), f"{part}." if part else ""
            names = {"indirect_cost": "indirect_rate", "researcher_cost": "researcher_fee"}
            own = [names.get(item, item) for item in entry.get("stage_items", ())] + ["initial_investment", "purchase_price", "production_cost", "annual_cost", "maintenance", "annual_loss"]
            keys += [prefix + name for name in own if prefix + name in self.evaluation.settings.assumptions]
        return keys

    @cached_property
    def others(self) -> tuple[Evaluation, ...]:
        """Three alternatives on the same company, rates and years."""
        shared = {key: entry.value for key, entry in self.evaluation.settings.assumptions.items() if key in document()["common"] and entry.status == ENTERED}
        found = []
        for strategy in ALTERNATIVES[self.evaluation.settings.strategy]:
            specs = specifications(strategy)
            found.append(evaluate(resolve(strategy, {key: value for key, value in shared.items() if key in specs}), DRAWS))
        return tuple(found)

    def alternatives(self) -> Rows:
        """This plan and the alternatives: expected value, median, break-even, first spending."""
        rows = []
        for each in (self.evaluation, *self.others):
            name = say("this_plan", name=each.settings.label_ja) if each is self.evaluation else each.settings.label_ja
            amounts = (each.results.ev_gates, each.monte_carlo.p50)
            rows.append((name, *map(yen_text, amounts), break_even_text(each) or common("none"), yen_text(each.results.first_stage_after_tax)))
        return rows

    @property
    def best(self) -> str:
        """The plan with the highest expected value a year among this one and the alternatives."""
        return max((self.evaluation, *self.others), key=lambda each: each.results.equivalent_annual_value).settings.label_ja

    def risks(self) -> Rows:
        return [tuple(pair) for pair in self.words["risks"]]

    def schedule(self) -> Rows:
        return [tuple(pair) for pair in self.words["schedule"]]

    def gates(self) -> Rows:
        """Each gate with its criteria, and the samples a measured one needs."""
        rows = []
        for gate in gate_plan(self.evaluation):
            part = f"{strategy_entry(gate.part)['label_ja']} " if gate.part else ""
            criteria = [one.text_ja + (say("samples", count=f"{one.needed_samples:,}") if one.needed_samples else "") for one in gate.criteria]
            rows.append((f"{part}{gate.id} {gate.name_ja}", "、".join(criteria)))
        return rows

    def kpis(self) -> Rows:
        """What is measured at the gates: (KPI, today, target, stop, samples, when, who)."""
        rows = []
        for row in kpi_sheet(self.evaluation):
            part = f"{strategy_entry(row.part)['label_ja']}：" if row.part else ""
            samples = "" if row.needed_samples is None else say("cases", count=f"{row.needed_samples:,}")
            rows.append((part + row.name_ja, row.baseline_ja, row.target_ja, row.stop_ja, samples, row.when_ja, row.who_ja))
        return rows

    def exits(self) -> list[str]:
        """Conditions to stop, besides the gates."""
        entries = self.evaluation.settings.assumptions
        ratios = [entry.display for key, entry in entries.items() if key.rpartition(".")[2] == "cost_stop_ratio"]
        lines = [say("stop_cost", ratio=ratios[0])] if ratios else []
        return lines + ([say("stop_value", level=self.level)] if self.level else [])

    def assumptions(self) -> tuple[Rows, int]:
        """The assumptions that move the result most, then the common ones; and how many are left out."""
        entries = self.evaluation.settings.assumptions
        order = [swing.assumption.key for swing in self.evaluation.tornado]
        order += [key for key in ("discount_rate", "tax_rate", "operation_years") if key in entries and key not in order]
        chosen = [entries[key] for key in [*order[: MOST_ASSUMPTIONS - 3], *("discount_rate", "tax_rate", "operation_years")] if key in entries]
        chosen = list({entry.key: entry for entry in chosen}.values())
        return [assumption_row(entry) for entry in chosen], len(entries) - len(chosen)

    def swings(self) -> tuple[Swing, ...]:
        return self.evaluation.tornado[:MOST_SWINGS]

    # -- charts ---------------------------------------------------------------------------------------------------------

    def cumulative(self) -> tuple[list[str], dict[str, list[float | None]]]:
        """Labels and series in 万円: the success case, and P10, P50, P90 of all futures."""
        bands, rows = self.evaluation.monte_carlo.cumulative, self.evaluation.cash_flows
        series: dict[str, list[float | None]] = {say("series_success"): [row.cumulative / MAN for row in rows]}
        series |= {say(f"series_{name}"): [getattr(band, name) / MAN for band in bands] for name in ("p10", "p50", "p90")}
        longest = max(map(len, series.values()))
        return [say("year", year=str(year)) for year in range(longest)], {name: [*values, *[None] * (longest - len(values))] for name, values in series.items()}

    def compared(self) -> tuple[list[str], dict[str, list[float | None]]]:
        """P10, P50 and P90 of this plan and the alternatives in 万円."""
        plans = (self.evaluation, *self.others)
        return [each.settings.label_ja for each in plans], {say(f"series_{name}"): [getattr(each.monte_carlo, name) / MAN for each in plans] for name in ("p10", "p50", "p90")}

    def tornado(self) -> tuple[list[str], dict[str, list[float | None]]]:
        """Expected value at the low and high end of what moves it most, in 万円."""
        swings = self.swings()
        return [swing.assumption.label_ja for swing in swings], {
            say("series_low"): [swing.at_low / MAN for swing in swings], say("series_high"): [swing.at_high / MAN for swing in swings],
        }  # fmt: skip


def assumption_row(entry: Assumption) -> tuple[str, ...]:
    """Label, value, range, status, source."""
    spread = common("range", low=value_text(entry.low, entry.unit), high=value_text(entry.high, entry.unit)) if entry.ranged else ""
    source = f"{entry.source_title}（{entry.as_of}）" if entry.source_title else ""
    return entry.label_ja, entry.display, spread, entry.status, source


