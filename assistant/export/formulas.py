"""One plan as spreadsheet formulas: derived amounts, the yearly table, and the values at the gates.

The formulas repeat `analytics.roi` (plan, templates, gates) cell by cell; a test recalculates the workbook and compares.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from analytics.roi.catalogue import strategy_entry
from analytics.roi.schemes import NONE, credit_cap, credit_entry, subsidy_entry

STAGES = 10
"""Most stages before production (years of research)."""


@dataclass(frozen=True)
class Line:
    """One derived amount: its key, label, formula (with {key} for other lines and inputs) and number format."""

    key: str
    label_ja: str
    formula: str
    format: str = "yen"


def derived(strategy: str, values: Mapping) -> list[Line]:
    """Derived amounts of one plan. `values`: its inputs (switches and choices decide which formulas there are)."""
    lines = [Line("tax", "適用する税率", '=IF({profitable}="はい",{tax_rate},0)', "percent"), Line("years", "運用年数", "={operation_years}", "count")]
    entry = strategy_entry(strategy)
    if not entry.get("stages"):
        return lines + outright_lines(strategy)
    lines.append(Line("stages", "段階の年数", "={research_years}" if entry["stages"] == "research_years" else "=1", "count"))
    lines.append(Line("stage_cost", "1段階の費用", "=" + "+".join(item_formula(item) for item in entry["stage_items"])))
    lines += subsidy_lines(values) + credit_lines(entry, values)
    lines += [Line("production", "本番化費用", "={production_cost}"), Line("benefit", "年間効果", "={annual_benefit}"), Line("running", "年間運用費", "={annual_cost}")]
    first = "=IF({stages}=1,{gate1_probability}*{gate2_probability},{gate1_probability})"
    chances = ("={gate1_probability}",) if entry["stages"] != "research_years" else (first, *(f"=IF({{stages}}={place},{{gate2_probability}},1)" for place in range(2, STAGES + 1)))
    lines += [Line(f"chance{place}", f"第{place}段階の合格率", formula, "percent") for place, formula in enumerate(chances, 1)]
    lines += [Line(f"chance{place}", f"第{place}段階の合格率", "=1", "percent") for place in range(len(chances) + 1, STAGES + 1)]
    return [*lines, Line("realise", "効果が実現する確率", "={realise_probability}", "percent"), Line("shortfall", "未実現のときの効果", "={shortfall_benefit}", "percent")]


def outright_lines(strategy: str) -> list[Line]:
    """A plan without stages: paid at year 0."""
    formulas = {
        "nothing": ("=0", "=0", "={annual_loss}", "=1", "=0"),
        "buy_gpu": (
            "={purchase_price}", "={gpu_hours}*{rental_price}", "={maintenance}+{power_kw}*{pue}*{electricity_price}*{gpu_hours}/{relative_throughput}", "=1", "=0",
        ),
        "blank": ("={initial_investment}", "={annual_benefit}", "={annual_cost}", "={realise_probability}", "={shortfall_benefit}"),
    }[strategy]  # fmt: skip
    names = (("production", "初期投資"), ("benefit", "年間効果"), ("running", "年間費用"), ("realise", "効果が実現する確率"), ("shortfall", "未実現のときの効果"))
    lines = [Line("stages", "段階の年数", "=0", "count"), Line("stage_cost", "段階の費用", "=0"), Line("credit", "税額控除", "=0"), Line("stage_subsidy", "補助金（期待額）", "=0"), Line("production_subsidy", "補助金（期待額、本番化）", "=0")]
    lines += [Line(key, label, formula, "percent" if key in ("realise", "shortfall") else "yen") for (key, label), formula in zip(names, formulas, strict=True)]
    return lines + [Line(f"chance{place}", f"第{place}段階の合格率", "=1", "percent") for place in range(1, STAGES + 1)]


def item_formula(item: str) -> str:
    return {"indirect_cost": "{direct_cost}*{indirect_rate}", "researcher_cost": "{researcher_fee}*{researchers}"}.get(item, f"{{{item}}}")


def subsidy_lines(values: Mapping) -> list[Line]:
    """Yen when adopted (research a stage, or production once) and the expected amounts."""
    scheme = values["subsidy_scheme"]
    covers = subsidy_entry(scheme)["covers"] if scheme != NONE else ""
    granted = {name: f"=MIN({{subsidy_rate}}*{{{cost}}},{{subsidy_cap}})" if covers == name else "=0" for name, cost in (("research", "stage_cost"), ("production", "production_cost"))}
    adopted = "{adoption_probability}" if scheme != NONE else "0"
    return [
        Line("stage_granted", "補助金（採択時、1段階）", granted["research"]), Line("stage_subsidy", "補助金（期待額、1段階）", f"={{stage_granted}}*{adopted}"),
        Line("production_granted", "補助金（採択時、本番化）", granted["production"]), Line("production_subsidy", "補助金（期待額、本番化）", f"={{production_granted}}*{adopted}"),
    ]  # fmt: skip


def credit_lines(entry: Mapping, values: Mapping) -> list[Line]:
    """Tax credit of one stage: claims under one or two schemes, with and without the subsidy."""
    outside = "+".join(item_formula(item) for item in entry["credit_items"])
    claims = [
        (values[key], rate, cost)
        for key, rate, cost in (("credit_scheme", "credit_rate", outside), ("labour_credit_scheme", "labour_credit_rate", "{labour}*{labour_dedicated}"))
        if values[key] != NONE
    ]
    if not claims:
        return [Line("credit", "税額控除（1段階）", "=0")]
    lines = [Line("corporate_tax", "法人税額（控除上限の計算用）", '=IF({profitable}="はい",{taxable_income}*{corporate_tax_rate},0)')]
    for place, (_, _, cost) in enumerate(claims, 1):
        left = "{stage_granted}" if place == 1 else "MAX({stage_granted}-{claim1},0)"
        lines += [Line(f"claim{place}", f"控除の対象費用{place}", f"={cost}"), Line(f"eligible{place}", f"補助金を除いた対象費用{place}", f"=MAX({{claim{place}}}-{left},0)")]
    for name, base, label in (("credit_without", "claim", "補助金なしの税額控除"), ("credit_with", "eligible", "補助金ありの税額控除")):
        lines.append(Line(name, label, "=" + "+".join(pool_formulas(claims, base))))
    adopted = "{adoption_probability}" if values["subsidy_scheme"] != NONE else "0"
    return [*lines, Line("credit", "税額控除（1段階、期待額）", f"={adopted}*{{credit_with}}+(1-{adopted})*{{credit_without}}")]


def pool_formulas(claims: list[tuple[str, str, str]], base: str) -> list[str]:
    """MIN(rate × cost, cap × corporate tax) of each pool of caps."""
    pools: dict[str, list[tuple[str, float]]] = {}
    for place, (scheme, rate, _) in enumerate(claims, 1):
        applied = f'IF({{strategic_certified}}="はい",{{{rate}}},0)' if credit_entry(scheme).get("certificate") else f"{{{rate}}}"
        pools.setdefault(credit_entry(scheme)["pool"], []).append((f"{applied}*{{{base}{place}}}", credit_cap(scheme)))
    return [f"MIN({'+'.join(amount for amount, _ in parts)},{max(cap for _, cap in parts)!r}*{{corporate_tax}})" for parts in pools.values()]


# column: heading, formula of a row. {t} is the row's year cell, {up:X} the cell above in column X, {c:X} this row's cell.
def columns(staged: bool) -> dict[str, tuple[str, str, str]]:
    """Letter → (heading, formula, format) of the yearly table."""
    ramp = "IF({t}={stages}+1,{ramp_year1},IF({t}={stages}+2,{ramp_year2},1))" if staged else "1"
    operating = "AND({t}>{stages},{t}<={stages}+{years})"
    written_off = (
        f"=IF({operating},{{production}}*(IF({{t}}-{{stages}}<={{amortisation_years}},1/{{amortisation_years}},0)"
        "+IF({t}={stages}+{years},MAX(0,{amortisation_years}-{years})/{amortisation_years},0)),0)"
    )
    kept = "*(1-{tax})*{c:M},0)"
    return {
        "B": ("段階", '=IF({t}>{stages}+{years},"－",IF({t}<{stages},"検証・研究",IF({t}={stages},"本番化","運用")))', "text"),
        "C": ("効果", f"=IF({operating},{{benefit}}*{ramp},0)", "yen"),
        "D": ("運用費", f"=IF({operating},{{running}},0)", "yen"),
        "E": ("検証・研究費", "=IF({t}<{stages},{stage_cost},0)", "yen"),
        "F": ("本番化の支出", "=IF({t}={stages},{production},0)", "yen"),
        "G": ("償却費", written_off, "yen"),
        "H": ("補助金（期待額）", "=IF(AND({t}>=1,{t}<={stages}),{stage_subsidy},0)+IF({t}={stages}+1,{production_subsidy},0)", "yen"),
        "I": ("課税対象", "={c:C}-{c:D}-{c:E}-{c:G}+{c:H}", "yen"),
        "J": ("税", "={c:I}*{tax}", "yen"),
        "K": ("税額控除", "=IF({t}<{stages},{credit},0)", "yen"),
        "L": ("税引後の収支", "={c:C}+{c:H}+{c:K}-{c:D}-{c:E}-{c:F}-{c:J}", "yen"),
        "M": ("割引係数", "=(1+{discount_rate})^-{t}", "factor"),
        "N": ("現在価値", "={c:L}*{c:M}", "yen"),
        "O": ("累計", "={up:O}+{c:L}", "yen"),
        "P": ("現在価値の累計", "={up:P}+{c:N}", "yen"),
        "Q": ("運用の累計（効果が実現、判断用）", f"={{up:Q}}+IF({operating},({{c:C}}-{{c:D}}){kept}", "yen"),
        "R": ("運用の累計（未実現、判断用）", f"={{up:R}}+IF({operating},({{c:C}}*{{shortfall}}-{{c:D}}){kept}", "yen"),
        "S": ("本番化の現在価値（判断用）", f"=IF({operating},{{c:G}}*{{tax}}*{{c:M}},0)-{{c:F}}*{{c:M}}+IF({{t}}={{stages}}+1,{{production_subsidy}}*(1-{{tax}})*{{c:M}},0)", "yen"),
        "T": ("段階の現在価値（判断用）", "=IF({t}<{stages},({credit}-{stage_cost}*(1-{tax}))*{c:M}+{stage_subsidy}*(1-{tax})*{c:M}/(1+{discount_rate}),0)", "yen"),
    }  # fmt: skip


def gate_lines(column: Callable[[str], str], cell: Callable[[str, int], str], stoppable: bool) -> list[Line]:
    """Backward induction over the table (`column` gives a column's range, `cell` one of its cells by year)."""
    stop = "MAX(0,MAX({0}))" if stoppable else "INDEX({0},{{stages}}+{{years}}+1)"
    end = "INDEX({0},{{stages}}+{{years}}+1)"
    lines = [
        Line("production_value", "本番化の現在価値", f"=SUM({column('S')})"),
        Line("full_stop", "運用の価値（効果が実現、途中停止あり）", "=" + stop.format(column("Q"))), Line("short_stop", "運用の価値（未実現、途中停止あり）", "=" + stop.format(column("R"))),
        Line("full", "運用の価値（効果が実現、最後まで）", "=" + end.format(column("Q"))), Line("short", "運用の価値（未実現、最後まで）", "=" + end.format(column("R"))),
    ]  # fmt: skip
    for name, suffix, label in (("gated", "_stop", "判断あり"), ("ungated", "", "最後まで実施")):
        last = STAGES + 1
        lines.append(Line(f"{name}_bad{last}", f"不合格のときの継続価値（{label}、本番）", f"={{production_value}}+{{short{suffix}}}"))
        lines.append(Line(f"{name}_good{last}", f"合格のときの継続価値（{label}、本番）", f"={{realise}}*({{production_value}}+{{full{suffix}}})+(1-{{realise}})*{{{name}_bad{last}}}"))
        for place in range(STAGES, 0, -1):
            next_good, next_bad = (f"{{{name}_{kind}{place + 1}}}" for kind in ("good", "bad"))
            ahead_good, ahead_bad = (f"MAX(0,{value})" if name == "gated" else value for value in (next_good, next_bad))
            cost, chance, there = cell("T", place - 1), f"{{chance{place}}}", f"{{stages}}>={place}"
            mixed = f"{cost}+{chance}*{ahead_good}+(1-{chance})*{ahead_bad}"
            # The two outcomes of a stage are kept apart for a plan that another one's result decides about.
            lines.append(Line(f"{name}_pass{place}", f"第{place}段階の着手価値（その段階に合格、{label}）", f"=IF({there},{cost}+{ahead_good},{next_good})"))
            lines.append(Line(f"{name}_good{place}", f"第{place}段階の着手価値（{label}）", f"=IF({there},{mixed},{next_good})"))
            lines.append(Line(f"{name}_bad{place}", f"第{place}段階の着手価値（前段階が不合格、{label}）", f"=IF({there},{cost}+{ahead_bad},{next_bad})"))
    return lines
