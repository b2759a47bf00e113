"""The first sheet: NPV, IRR, paybacks and expected values as formulas over the yearly table, and the chart."""

from functools import partial

import prompts
from analytics.roi.evaluate import Evaluation
from analytics.roi.model import DELAY
from assistant.export.model_sheet import FIRST_ROW, Part
from assistant.export.text import cell_text
from assistant.export.text import say as common

say = partial(prompts.render, "documents/workbook")


def write_total(book, plans: list[Part], formats: dict) -> Part:
    """Both plans of a combined strategy year by year, the second DELAY years later; as a table with the columns of a plan."""
    first, second = plans
    name = say("sheet_total")
    total = Part(first.strategy, name, first.value_sheet, first.inputs, first.years)
    sheet = book.get_worksheet_by_name(name)
    sheet.write_string(0, 0, name, formats["title"])
    heads = {"A": "年", "L": "税引後の収支", "M": "割引係数", "N": "現在価値", "O": "累計", "P": "現在価値の累計"}
    for letter, head in heads.items():
        sheet.write_string(f"{letter}{FIRST_ROW - 1}", head, formats["head"])
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 10, None, None, {"hidden": True})
    sheet.set_column(11, 15, 16)
    running = {"O": 0.0, "P": 0.0}
    for year in range(total.years):
        row = FIRST_ROW + year
        later = second.at("L", year - DELAY) if year >= DELAY else "0"
        net = first.table["L", year] + (second.table["L", year - DELAY] if year >= DELAY else 0.0)
        factor = first.table["M", year]
        running = {"O": running["O"] + net, "P": running["P"] + net * factor}
        sheet.write_number(row - 1, 0, year, formats["count"])
        above = row - 1
        for letter, formula, value in (
            ("L", f"={first.at('L', year)}+{later}", net), ("M", f"={first.at('M', year)}", factor), ("N", f"=L{row}*M{row}", net * factor),
            ("O", f"=L{row}" if not year else f"=O{above}+L{row}", running["O"]), ("P", f"=N{row}" if not year else f"=P{above}+N{row}", running["P"]),
        ):  # fmt: skip
            sheet.write_formula(f"{letter}{row}", formula, formats["factor" if letter == "M" else "yen"], value)
            total.table[letter, year] = value
    sheet.freeze_panes(FIRST_ROW - 1, 1)
    return total


def write_results(book, evaluation: Evaluation, plans: list[Part], total: Part, formats: dict, title: str, inputs: dict) -> None:
    """Results with what is live and what was computed when the file was made."""
    sheet, results = book.get_worksheet_by_name(say("sheet_results")), evaluation.results
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 20)
    sheet.set_column(2, 2, 14)
    sheet.write_string(0, 0, cell_text(title), formats["title"])
    sheet.merge_range(1, 0, 1, 8, say("how"), formats["note"])
    sheet.merge_range(2, 0, 2, 8, say("limits", years=str(total.years - 1)) + common("status_note"), formats["note"])
    sheet.set_row(1, 30)
    sheet.set_row(2, 30)
    last = last_year(plans)
    helper(book, total, last, formats)
    start = plans[0].cells["stages"]
    values = expected(plans, inputs)
    rows = [
        ("npv", f"=SUM({total.column('N')})", results.npv, "yen"), ("irr", irr_formula(total), or_text(results.irr.value, "undefined"), "percent"),
        ("payback", payback_formula(total, "O", "L", "U", last), or_text(results.payback.value, "never"), "years"),
        ("payback_operation", f"=IF(ISNUMBER(B7),MAX(0,B7-{start}),B7)", or_text(results.payback_operation.value, "never"), "years"),
        ("discounted", payback_formula(total, "P", "N", "V", last), or_text(results.discounted_payback.value, "never"), "years"),
        ("discounted_operation", f"=IF(ISNUMBER(B9),MAX(0,B9-{start}),B9)", or_text(results.discounted_payback_operation.value, "never"), "years"),
        ("ev_gates", f"={values['gated']}", results.ev_gates, "yen"), ("ev_no_gates", f"={values['ungated']}", results.ev_no_gates, "yen"),
        ("option", "=B11-B12", results.option_value, "yen"),
    ]  # fmt: skip
    if len(plans) == 1:
        part = plans[0]
        formula = f"=IFERROR({part.cells['benefit']}-B5/(SUMPRODUCT({part.column('C')},{part.column('M')})*(1-{part.cells['tax']})/{part.cells['benefit']}),\"{say('undefined')}\")"
        weight = sum(row.benefit * row.discount_factor for row in evaluation.cash_flows) * (1 - part.values["tax"])
        value = part.values["benefit"] * (1 - results.npv / weight) if weight else say("undefined")
        rows.append(("success_benefit", formula, value, "yen"))
    sheet.write_row(3, 0, (say("head_item"), say("head_value"), ""), formats["head"])
    for row, (name, formula, value, style) in enumerate(rows, 4):
        sheet.write_string(row, 0, say(name))
        sheet.write_formula(row, 1, formula, formats[style], value)
        sheet.write_string(row, 2, say("live"), formats["note"])
    frozen(sheet, evaluation, len(rows) + 5, formats)
    chart(book, sheet, total)


def frozen(sheet, evaluation: Evaluation, row: int, formats: dict) -> None:
    """Values of the moment: break-even and the simulation."""
    drawn, success = evaluation.monte_carlo, evaluation.break_even_success
    lines = [("break_even", evaluation.break_even_of("annual_benefit"), "yen"), ("break_even_success", success, "percent")]
    if drawn:
        lines += [("p10", drawn.p10, "yen"), ("p50", drawn.p50, "yen"), ("p90", drawn.p90, "yen"), ("positive", drawn.probability_positive, "percent")]
    for name, value, style in lines:
        sheet.write_string(row, 0, say(name))
        sheet.write_string(row, 1, common("none")) if value is None else sheet.write_number(row, 1, value, formats[style])
        sheet.write_string(row, 2, say("frozen"), formats["note"])
        row += 1


def or_text(value: float | None, name: str) -> float | str:
    return say(name) if value is None else value


def last_year(plans: list[Part]) -> str:
    """Formula of the last year of the whole plan."""
    ends = [f"{plan.cells['stages']}+{plan.cells['years']}+{place * DELAY}" for place, plan in enumerate(plans)]
    return ends[0] if len(ends) == 1 else f"MAX({','.join(ends)})"


def helper(book, total: Part, last: str, formats: dict) -> None:
    """Columns U and V of the table: the year where its running total is still below zero, −1 elsewhere."""
    sheet = book.get_worksheet_by_name(total.table_sheet)
    for letter, source in (("U", "O"), ("V", "P")):
        sheet.write_string(f"{letter}{FIRST_ROW - 1}", "未回収の年（判断用）", formats["head"])
        for year in range(total.years):
            row = FIRST_ROW + year
            below = total.table[source, year] < 0
            sheet.write_formula(f"{letter}{row}", f"=IF(AND($A{row}<={last},{source}{row}<0),$A{row},-1)", formats["count"], year if below else -1)
    sheet.set_column("U:V", 10, None, {"hidden": True})


def payback_formula(total: Part, running: str, flow: str, below: str, last: str) -> str:
    """Years until the running total stays at or above zero, flows spread evenly over their year."""
    open_year = f"MAX({total.column(below)})"
    reached = f"{open_year}-INDEX({total.column(running)},{open_year}+1)/INDEX({total.column(flow)},{open_year}+2)"
    return f'=IF({open_year}<0,0,IF({open_year}>={last},"{say("never")}",{reached}))'


def irr_formula(total: Part) -> str:
    """IRR where flows change sign once; with none there is none, with several there may be more than one."""
    flows, head, tail = (total.column("L"), *(span(total, first) for first in (0, 1)))
    changes = f"SUMPRODUCT(--({head}*{tail}<0))"
    return f'=IF({changes}=1,IFERROR(IRR({flows}),IFERROR(IRR({flows},0.5),IFERROR(IRR({flows},-0.3),"{say("undefined")}"))),"{say("undefined")}")'


def span(total: Part, first: int) -> str:
    """The flows without the last (first = 0) or without year 0 (first = 1)."""
    return f"'{total.table_sheet}'!$L${FIRST_ROW + first}:$L${FIRST_ROW + total.years - 2 + first}"


def expected(plans: list[Part], inputs: dict) -> dict[str, str]:
    """Formulas (without =) of the expected value with gates and without; of two plans, the second decided by the first."""
    if len(plans) == 1:
        return {name: plans[0].cells[f"{name}_good1"] for name in ("gated", "ungated")}
    first, second = plans
    passed, gate, told = first.cells["gate1_probability"], second.cells["gate1_probability"], inputs["joint_gate1_after_pass"][0]
    after_pass = f"MAX({gate},MIN({told},MIN(1,{gate}/MAX({passed},1E-12))))"
    after_failure = f"MAX(0,MIN(1,({gate}-{passed}*{after_pass})/MAX(1-{passed},1E-12)))"
    both = f"IF({second.cells['stages']}=1,{second.cells['gate2_probability']},1)"
    formulas = {}
    for name in ("gated", "ungated"):
        starts = [
            f"({chance}*{both}*{second.cells[f'{name}_pass1']}+(1-{chance}*{both})*{second.cells[f'{name}_bad1']})" for chance in (after_pass, after_failure)
        ]
        starts = [f"MAX(0,{start})" for start in starts] if name == "gated" else starts
        formulas[name] = f"{first.cells[f'{name}_good1']}+({passed}*{starts[0]}+(1-{passed})*{starts[1]})/(1+{first.cells['discount_rate']})^{DELAY}"
    return formulas


def chart(book, sheet, total: Part) -> None:
    """Cumulative cash of the success case up to the last year."""
    shown = max(year for year in range(total.years) if total.table["L", year]) if any(total.table["L", year] for year in range(total.years)) else 1
    picture = book.add_chart({"type": "line"})
    for letter, name, colour in (("O", "series_plain", "#0072B2"), ("P", "series_present", "#D55E00")):
        column = ord(letter) - ord("A")
        place = (total.table_sheet, FIRST_ROW - 1, column, FIRST_ROW - 1 + shown, column)
        picture.add_series({
            "name": say(name), "values": list(place), "categories": [total.table_sheet, FIRST_ROW - 1, 0, FIRST_ROW - 1 + shown, 0],
            "line": {"color": colour, "width": 2.25}, "marker": {"type": "circle", "size": 5},
        })  # fmt: skip
    picture.set_title({"name": say("chart_cumulative"), "name_font": {"size": 12}})
    picture.set_x_axis({"label_position": "low"})
    picture.set_legend({"position": "bottom"})
    sheet.insert_chart("E5", picture, {"x_scale": 1.3, "y_scale": 1.3})
