"""The working of a calculation: the formula, the yearly table, and the chart of cumulative cash."""

from collections.abc import Sequence

from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.cashflow import Year
from assistant.roi.wording import SHORT_TABLE, say, shown_years

MAN = 10_000


def yearly_table(table: Sequence[Year]) -> str:
    """Markdown: one row a year; the caption above it carries the citation."""
    rows = [say("table_head"), say("table_rule")]
    for year in shown_years(len(table)):
        if year and year == len(table) - 1 > SHORT_TABLE:
            rows.append(say("table_gap"))
        rows.append(say("table_row", **cells(table[year])))
    return "\n".join(rows)


def cells(row: Year) -> dict[str, str]:
    """The row's slots (names that the check of answers knows as numbers)."""
    spent = row.operating_cost + row.stage_cost + row.investment
    return {
        "n": f"{row.year}年目", "first": yen_text(row.benefit + row.subsidy + row.credit), "second": yen_text(spent), "part": yen_text(row.tax),
        "value": yen_text(row.net), "size": yen_text(row.present_value), "last": yen_text(row.cumulative_present),
    }  # fmt: skip


def table_text(table: Sequence[Year]) -> str:
    """The same rows as labelled text for the evidence."""
    return "".join(say("table_evidence", **cells(table[year])) for year in shown_years(len(table)))


def formula(table: Sequence[Year], rate: float, result: str) -> str:
    """「計算式：NPV＝−500万円＋278万円＋…＝698万円。」: present values of the years added up."""
    shown = shown_years(len(table))
    terms = [term(table[year].present_value, first=not year) for year in shown]
    if len(shown) < len(table):
        terms.insert(-1, "＋…")
    return say("formula", terms="".join(terms), rate=f"{plain_number(100 * rate)}%", result=result)


def term(value: float, first: bool) -> str:
    sign = "−" if yen_text(value).startswith("−") else "" if first else "＋"
    return f"{sign}{yen_text(abs(value))}"


def cumulative_chart(table: Sequence[Year], title: str, source: str, bands: Sequence = ()) -> dict:
    """Cumulative cash by year in 万円, and with `bands` its P10–P90 over all futures."""
    series = [
        {"name": say("chart_plain"), "values": [round(row.cumulative / MAN) for row in table]},
        {"name": say("chart_present"), "values": [round(row.cumulative_present / MAN) for row in table]},
    ]
    if bands:
        middle = {"name": say("chart_band"), "values": [round(band.p50 / MAN) for band in bands]}
        ends = {"low": [round(band.p10 / MAN) for band in bands], "high": [round(band.p90 / MAN) for band in bands]}
        series = [series[0], middle | ends]
    x = [f"{row.year}年目" for row in table]
    for one in series:
        one["ids"] = [None] * len(x)
        one["values"] += [None] * (len(x) - len(one["values"]))
    return {"kind": "line", "title": title, "unit": "万円", "x": x, "series": series, "source": source, "note": ""}
