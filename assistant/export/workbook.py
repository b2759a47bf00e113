"""The workbook: inputs, yearly table, results as live formulas; simulation, sensitivity, gates and sources as values."""

import io
from datetime import datetime
from functools import partial

import prompts
from analytics.roi.catalogue import facts, parts, strategy_entry
from analytics.roi.criteria import Criterion, gate_plan
from analytics.roi.evaluate import Evaluation
from analytics.roi.kpi import kpi_sheet
from analytics.roi.model import DELAY
from analytics.roi.settings import Assumption, scaled
from assistant.export.model_sheet import Part, write_part
from assistant.export.results_sheet import write_results, write_total
from assistant.export.text import cell_text
from assistant.export.text import say as common

say = partial(prompts.render, "documents/workbook")
SPARE_YEARS = 30
"""Rows of a yearly table at least, so that years can be added in the workbook."""
EPOCH = datetime(2026, 1, 1)
"""Creation date written into the file: the same plan always gives the same bytes."""
FORMATS = {
    "title": {"bold": True, "font_size": 14}, "head": {"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "text_wrap": True, "valign": "vcenter"},
    "yen": {"num_format": '#,##0;[Red]"−"#,##0'}, "percent": {"num_format": "0.00%"}, "count": {"num_format": "0"}, "factor": {"num_format": "0.0000"},
    "number": {"num_format": "#,##0.####"}, "years": {"num_format": "0.0"}, "text": {}, "wrap": {"text_wrap": True, "valign": "top"},
    "beyond": {"font_color": "#B8B8B8"}, "note": {"font_color": "#555555", "text_wrap": True, "valign": "top"}, "note_line": {"font_color": "#555555"}, "strong": {"bold": True},
}  # fmt: skip
INPUT = {"font_color": "#0000C8", "bg_color": "#FFFBE6", "border": 1, "border_color": "#C8C8C8"}
STYLES = {"money": "yen", "price": "number", "years": "count", "count": "count"}


def plan_workbook(evaluation: Evaluation, title: str) -> bytes:
    """The .xlsx of a plan. `title` is the heading of the first sheet."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": cell_text(title), "author": common("product"), "created": EPOCH})
    book.set_calc_mode("auto")
    book.formats[0].set_font_name("Yu Gothic")
    formats = {name: book.add_format({"font_name": "Yu Gothic", **style}) for name, style in FORMATS.items()}
    formats |= {f"input_{name}": book.add_format({"font_name": "Yu Gothic", **FORMATS[name], **INPUT}) for name in ("yen", "percent", "count", "number", "text")}
    several = parts(evaluation.settings.strategy)
    names = sheet_names(evaluation)
    for name in names:
        book.add_worksheet(name)
    cells = write_inputs(book.get_worksheet_by_name(say("sheet_inputs")), evaluation, formats)
    plans = [plan_part(evaluation, part, cells) for part in several or (None,)]
    for plan in plans:
        write_part(book, plan, formats, f"{strategy_entry(plan.strategy)['label_ja']}（円）")
    total = write_total(book, plans, formats) if several else plans[0]
    write_results(book, evaluation, plans, total, formats, title, cells)
    write_draws(book, evaluation, formats)
    write_swings(book, evaluation, formats)
    write_gates(book, evaluation, formats)
    write_kpis(book, evaluation, formats)
    write_sources(book, evaluation, formats)
    for sheet in book.worksheets():
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{common('source_line', source=common('source_plan', date=collected()))}&R&P / &N")
    book.close()
    return stream.getvalue()


def collected() -> str:
    from analytics.roi.catalogue import document

    return document()["collected"]


def sheet_names(evaluation: Evaluation) -> list[str]:
    """In order of reading."""
    several = parts(evaluation.settings.strategy)
    suffixes = [f"_{strategy_entry(part)['label_ja']}" for part in several] or [""]
    middle = [say("sheet_total")] if several else []
    middle += [f"{say('sheet_table')}{suffix}" for suffix in suffixes] + [f"{say('sheet_values')}{suffix}" for suffix in suffixes]
    values = [say("sheet_draws")] if evaluation.monte_carlo else []
    kpis = [say("sheet_kpis")] if kpi_sheet(evaluation) else []
    return [say("sheet_results"), say("sheet_inputs"), *middle, *values, say("sheet_swings"), say("sheet_gates"), *kpis, say("sheet_sources")]


def plan_part(evaluation: Evaluation, part: str | None, cells: dict[str, tuple[str, object]]) -> Part:
    """A plan's inputs under its own keys, and its sheets."""
    suffix = f"_{strategy_entry(part)['label_ja']}" if part else ""
    own = {key: place for key, place in cells.items() if "." not in key}
    own |= {key.removeprefix(f"{part}."): place for key, place in cells.items() if part and key.startswith(f"{part}.")}
    years = max(SPARE_YEARS, len(evaluation.cash_flows) + DELAY)
    return Part(part or evaluation.settings.strategy, f"{say('sheet_table')}{suffix}", f"{say('sheet_values')}{suffix}", own, years)


def write_inputs(sheet, evaluation: Evaluation, formats: dict) -> dict[str, tuple[str, object]]:
    """Every assumption; returns key → (cell of its value, value as the formulas use it)."""
    sheet.write_string(0, 0, say("sheet_inputs"), formats["title"])
    sheet.write_string(1, 0, common("status_note"), formats["note"])
    heads = ("item", "value", "low", "high", "unit", "status", "source", "as_of", "note", "key")
    for column, head in enumerate(heads):
        sheet.write_string(2, column, say(f"head_{head}"), formats["head"])
    for column, width in enumerate((38, 16, 14, 14, 8, 10, 40, 18, 60, 26)):
        sheet.set_column(column, column, width)
    cells = {}
    for row, entry in enumerate(evaluation.settings.assumptions.values(), 3):
        cells[entry.key] = (f"'{say('sheet_inputs')}'!$B${row + 1}", write_value(sheet, row, entry, formats))
        sheet.write_string(row, 0, cell_text(entry.label_ja))
        style = formats["percent"] if entry.percent else formats[STYLES.get(entry.kind, "number")]
        for column, bound in ((2, entry.low), (3, entry.high)):
            if bound is not None:
                sheet.write_number(row, column, scaled(entry, bound), style)
        note = say("fixed_choice") if entry.kind == "choice" else entry.note_ja
        for column, text in ((4, "" if entry.unit == "-" else entry.unit), (5, entry.status), (6, entry.source_title), (7, entry.as_of), (8, note), (9, entry.key)):
            sheet.write_string(row, column, cell_text(text))
    sheet.freeze_panes(3, 1)
    return cells


def write_value(sheet, row: int, entry: Assumption, formats: dict):
    """The value cell with its check of entries; returns the value as the formulas use it."""
    if entry.kind == "choice":
        sheet.write_string(row, 1, entry.display, formats["text"])
        return entry.value
    if entry.kind == "flag":
        sheet.write_string(row, 1, entry.display, formats["input_text"])
        sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": ["はい", "いいえ"]})
        return entry.display
    value = scaled(entry, entry.value)
    style = "percent" if entry.percent else STYLES.get(entry.kind, "number")
    sheet.write_number(row, 1, value, formats[f"input_{style}"])
    if entry.key.rpartition(".")[2] in ("operation_years", "amortisation_years"):
        sheet.data_validation(row, 1, row, 1, {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": SPARE_YEARS - 5 if value <= SPARE_YEARS - 5 else int(value)})
    elif entry.percent:
        sheet.data_validation(row, 1, row, 1, {"validate": "decimal", "criteria": ">=", "value": 0})
    return value


def write_draws(book, evaluation: Evaluation, formats: dict) -> None:
    """Summary and histogram of the simulation."""
    drawn = evaluation.monte_carlo
    if drawn is None:
        return
    sheet = book.get_worksheet_by_name(say("sheet_draws"))
    sheet.write_string(0, 0, say("sheet_draws"), formats["title"])
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 4, 18)
    rows = [
        ("draws", drawn.draws, "yen"), ("seed", drawn.seed, "count"), ("mean", drawn.mean, "yen"), ("p10", drawn.p10, "yen"), ("p50", drawn.p50, "yen"),
        ("p90", drawn.p90, "yen"), ("positive", drawn.probability_positive, "percent"), ("worst", drawn.worst_tenth_mean, "yen"),
    ]  # fmt: skip
    for row, (name, value, style) in enumerate(rows, 2):
        sheet.write_string(row, 0, say(name))
        sheet.write_number(row, 1, value, formats[style])
    start = len(rows) + 4
    sheet.write_string(start - 1, 0, say("bin"), formats["head"])
    sheet.write_string(start - 1, 1, say("count"), formats["head"])
    for row, (edge, count) in enumerate(zip(drawn.histogram_edges, drawn.histogram_counts, strict=False), start):
        sheet.write_number(row, 0, edge, formats["yen"])
        sheet.write_number(row, 1, count, formats["yen"])
    last = start + len(drawn.histogram_counts) - 1
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": [sheet.name, start, 0, last, 0], "values": [sheet.name, start, 1, last, 1], "gap": 5, "name": say("count")})
    chart.set_title({"name": say("chart_histogram"), "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    sheet.insert_chart("D3", chart, {"x_scale": 1.3, "y_scale": 1.2})


def write_swings(book, evaluation: Evaluation, formats: dict) -> None:
    """Tornado, and the break-even hours where computers are bought."""
    sheet = book.get_worksheet_by_name(say("sheet_swings"))
    sheet.write_string(0, 0, say("chart_tornado"), formats["title"])
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 2, 20)
    for column, head in enumerate(("head_item", "at_low", "at_high")):
        sheet.write_string(2, column, say(head), formats["head"])
    for row, swing in enumerate(evaluation.tornado, 3):
        sheet.write_string(row, 0, cell_text(swing.assumption.label_ja))
        sheet.write_number(row, 1, swing.at_low, formats["yen"])
        sheet.write_number(row, 2, swing.at_high, formats["yen"])
    row = len(evaluation.tornado) + 5
    if evaluation.rent_or_buy:
        sheet.write_string(row, 0, say("rent_title"), formats["strong"])
    for row, rent in enumerate(evaluation.rent_or_buy, row + 1):
        sheet.write_string(row, 0, cell_text(rent.label_ja))
        sheet.write_number(row, 1, rent.rental_price, formats["number"])
        sheet.write_string(row, 2, rent.reason_ja) if rent.hours is None else sheet.write_number(row, 2, rent.hours, formats["yen"])
    if not evaluation.tornado:
        return
    last = min(len(evaluation.tornado), 8) + 2
    chart = book.add_chart({"type": "bar", "subtype": "clustered"})
    for column, head, colour in ((1, "at_low", "#D55E00"), (2, "at_high", "#0072B2")):
        chart.add_series({"name": say(head), "categories": [sheet.name, 3, 0, last, 0], "values": [sheet.name, 3, column, last, column], "fill": {"color": colour}})
    chart.set_title({"name": say("chart_tornado"), "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_legend({"position": "bottom"})
    sheet.insert_chart("E3", chart, {"x_scale": 1.6, "y_scale": 1.6})


def write_gates(book, evaluation: Evaluation, formats: dict) -> None:
    sheet = book.get_worksheet_by_name(say("sheet_gates"))
    sheet.write_string(0, 0, say("sheet_gates"), formats["title"])
    for column, (head, width) in enumerate((("item", 24), ("criterion", 44), ("samples", 12), ("note", 70), ("current", 18), ("met", 12))):
        sheet.write_string(2, column, say(f"head_{head}"), formats["head"])
        sheet.set_column(column, column, width)
    row = 3
    for gate in gate_plan(evaluation):
        part = f"{strategy_entry(gate.part)['label_ja']} " if gate.part else ""
        for criterion in gate.criteria:
            sheet.write_string(row, 0, f"{part}{gate.id} {gate.name_ja}")
            sheet.write_string(row, 1, cell_text(criterion.text_ja), formats["wrap"])
            if criterion.needed_samples is not None:
                sheet.write_number(row, 2, criterion.needed_samples, formats["yen"])
            sheet.write_string(row, 3, criterion.samples_ja, formats["wrap"])
            sheet.write_string(row, 4, criterion.current_ja)
            sheet.write_string(row, 5, verdict(criterion))
            row += 1


def verdict(criterion: Criterion) -> str:
    """Empty for what is measured later."""
    if not criterion.decided:
        return say("undecided")
    return "" if criterion.met is None else say("met" if criterion.met else "unmet")


def write_kpis(book, evaluation: Evaluation, formats: dict) -> None:
    """The KPI sheet with a free column for what is measured."""
    rows = kpi_sheet(evaluation)
    if not rows:
        return
    sheet = book.get_worksheet_by_name(say("sheet_kpis"))
    sheet.write_string(0, 0, say("sheet_kpis"), formats["title"])
    sheet.write_string(1, 0, say("kpi_note"), formats["note_line"])
    widths = {"kpi": 40, "unit": 12, "baseline": 24, "target": 34, "stop": 22, "samples": 12, "when": 20, "who": 18, "status": 10, "measured": 16}
    for column, (head, width) in enumerate(widths.items()):
        sheet.write_string(2, column, say(f"head_{head}"), formats["head"])
        sheet.set_column(column, column, width)
    for place, row in enumerate(rows, 3):
        part = f"{strategy_entry(row.part)['label_ja']} " if row.part else ""
        texts = {0: part + row.name_ja, 1: row.unit, 2: row.baseline_ja, 3: row.target_ja, 4: row.stop_ja, 6: row.when_ja, 7: row.who_ja, 8: row.status}
        for column, text in texts.items():
            sheet.write_string(place, column, cell_text(text), formats["wrap"])
        if row.needed_samples is not None:
            sheet.write_number(place, 5, row.needed_samples, formats["yen"])
        sheet.write_blank(place, 9, None, formats["input_text"])
    sheet.freeze_panes(3, 1)


def write_sources(book, evaluation: Evaluation, formats: dict) -> None:
    """Every fact that an assumption rests on or points to."""
    sheet = book.get_worksheet_by_name(say("sheet_sources"))
    sheet.write_string(0, 0, say("sheet_sources"), formats["title"])
    for column, (head, width) in enumerate((("id", 26), ("item", 40), ("value", 14), ("unit", 16), ("source", 44), ("url", 60), ("as_of", 18), ("confidence", 10), ("note", 80))):
        sheet.write_string(2, column, say(f"head_{head}"), formats["head"])
        sheet.set_column(column, column, width)
    entries = evaluation.settings.assumptions.values()
    names = dict.fromkeys(name for entry in entries for name in ((entry.source_id,) if entry.source_id else ()) + entry.see)
    for row, name in enumerate(names, 3):
        fact = facts()[name]
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, cell_text(fact.label_ja))
        sheet.write_string(row, 2, cell_text(fact.value)) if isinstance(fact.value, str) else sheet.write_number(row, 2, fact.value, formats["number"])
        for column, text in ((3, fact.unit), (4, fact.title), (5, fact.source_url), (6, fact.as_of), (7, fact.confidence), (8, fact.note)):
            sheet.write_string(row, column, cell_text(str(text)))



