"""One plan on its two sheets: the yearly table and the values behind the decisions, every cell a formula."""

import re
from dataclasses import dataclass, field

from analytics.roi.catalogue import strategy_entry
from assistant.export.evaluator import value_of
from assistant.export.formulas import STAGES, Line, columns, derived, gate_lines

FIRST_ROW = 4
"""Row (from 1) of year 0 in a yearly table."""
NAME = re.compile(r"\{([^{}]+)\}")


@dataclass
class Part:
    """A plan's place in the workbook. `inputs`: its keys → (cell, value); `years`: rows of its table (year 0 …)."""

    strategy: str
    table_sheet: str
    value_sheet: str
    inputs: dict[str, tuple[str, object]]
    years: int
    cells: dict[str, str] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)
    table: dict[tuple[str, int], float | str] = field(default_factory=dict)

    def __post_init__(self):
        for key, (cell, value) in self.inputs.items():
            self.cells[key], self.values[key] = cell, value

    @property
    def staged(self) -> bool:
        return bool(strategy_entry(self.strategy).get("stages"))

    def at(self, column: str, year: int) -> str:
        """A table cell as another sheet names it."""
        return f"'{self.table_sheet}'!${column}${FIRST_ROW + year}"

    def column(self, letter: str) -> str:
        return f"'{self.table_sheet}'!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + self.years - 1}"

    def text(self, formula: str) -> str:
        """The formula with cells for the names in braces."""
        return NAME.sub(lambda match: self.cells[match[1]], formula)


def write_part(book, part: Part, formats: dict, title: str) -> None:
    """Write both sheets. Derived lines come first, then the table that uses them, then the gates that use the table."""
    table, sheet = book.get_worksheet_by_name(part.table_sheet), book.get_worksheet_by_name(part.value_sheet)
    sheet.write_string(0, 0, title, formats["title"])
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 1, 20)
    sheet.set_column(2, 2, 70)
    row = 2
    for line in derived(part.strategy, {key: value for key, (_, value) in part.inputs.items()}):
        row = write_line(sheet, part, line, row, formats)
    write_table(table, part, formats, title)
    for letter in "QRSTLNMC":
        part.cells[f"range:{letter}"], part.values[f"range:{letter}"] = part.column(letter), [part.table[letter, year] for year in range(part.years)]
    for year in range(STAGES):
        part.cells[f"at:T{year}"], part.values[f"at:T{year}"] = part.at("T", year), part.table["T", year]
    stoppable = part.strategy != "nothing"
    for line in gate_lines(lambda letter: f"{{range:{letter}}}", lambda letter, year: f"{{at:{letter}{year}}}", stoppable):
        row = write_line(sheet, part, line, row, formats)


def write_line(sheet, part: Part, line: Line, row: int, formats: dict) -> int:
    """One labelled formula; returns the next row."""
    value = value_of(line.formula, part.values)
    sheet.write_string(row, 0, line.label_ja)
    sheet.write_formula(row, 1, part.text(line.formula), formats[line.format], value)
    part.cells[line.key], part.values[line.key] = f"'{part.value_sheet}'!$B${row + 1}", value
    return row + 1


def write_table(sheet, part: Part, formats: dict, title: str) -> None:
    """Years down, amounts across."""
    wanted = columns(part.staged)
    sheet.write_string(0, 0, title, formats["title"])
    sheet.write_string(FIRST_ROW - 2, 0, "年", formats["head"])
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 11)
    sheet.set_column(2, 15, 14)
    sheet.set_column(16, 19, 16, None, {"level": 1, "hidden": True})
    sheet.set_row(FIRST_ROW - 2, 32)
    for letter, (heading, _, _) in wanted.items():
        sheet.write_string(f"{letter}{FIRST_ROW - 1}", heading, formats["head"])
    for year in range(part.years):
        sheet.write_number(FIRST_ROW + year - 1, 0, year, formats["count"])
        part.table["A", year] = year
        for letter, (_, formula, style) in wanted.items():
            names = row_names(part, year)
            value = value_of(formula, {**part.values, **{name: value for name, (_, value) in names.items()}})
            cell = NAME.sub(lambda match: names[match[1]][0] if match[1] in names else part.cells[match[1]], formula)
            sheet.write_formula(f"{letter}{FIRST_ROW + year}", cell, formats[style], value)
            part.table[letter, year] = value
    last = f"({part.cells['stages']}+{part.cells['years']})"
    sheet.conditional_format(
        FIRST_ROW - 1, 0, FIRST_ROW + part.years - 2, 19, {"type": "formula", "criteria": f"=$A{FIRST_ROW}>{last}", "format": formats["beyond"]}
    )
    sheet.freeze_panes(FIRST_ROW - 1, 2)


def row_names(part: Part, year: int) -> dict[str, tuple[str, object]]:
    """{t}, {c:X} and {up:X} of one row."""
    names: dict[str, tuple[str, object]] = {"t": (f"$A{FIRST_ROW + year}", year)}
    for letter in "CDEFGHIJKLMNOPQR":
        names[f"c:{letter}"] = (f"{letter}{FIRST_ROW + year}", part.table.get((letter, year)))
        above = part.table.get((letter, year - 1), 0.0)
        names[f"up:{letter}"] = (f"{letter}{FIRST_ROW + year - 1}" if year else "0", above)
    return names
