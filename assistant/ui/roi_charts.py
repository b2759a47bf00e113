"""The charts of an evaluation as Plotly figures in plain data: cumulative cash, tornado, distribution, comparison."""

from html import escape

from analytics.roi import Comparison, Evaluation
from analytics.roi.amounts import yen_text
from analytics.roi.figures import break_even_text
from assistant.ui.charts import BAND_ALPHA, PALETTE, base_layout, figure_html
from assistant.ui.forms import table
from assistant.ui.wording import words_of

say = words_of("roi")
MAN, OKU = 10_000, 100_000_000
SWINGS = 8
HEIGHT, ROW_HEIGHT, MARGIN = 340, 46, 110
GAIN, LOSS, NEUTRAL = PALETTE[2], PALETTE[1], PALETTE[0]


def scale(amounts: list[float]) -> tuple[float, str]:
    """(yen of one unit on the axis, its name): 億円 from 5億円 up."""
    return (OKU, say("oku_yen")) if max(map(abs, amounts), default=0) >= 5 * OKU else (MAN, say("man_yen"))


def layout(height: int, series: int = 1) -> dict:
    made = base_layout("", series) | {"height": height}
    made["yaxis"] |= {"tickformat": ",~r"}
    made["xaxis"] |= {"tickformat": ",~r"}
    return made


def cash_chart(evaluation: Evaluation) -> str:
    """Cumulative cash after tax: the plan when it succeeds, and the simulated median with its band."""
    rows, drawn = evaluation.cash_flows, evaluation.monte_carlo
    labels = [say("year_label", year=row.year) for row in rows]
    plan = [row.cumulative for row in rows]
    bands = drawn.cumulative[: len(rows)] if drawn else ()
    unit, name = scale([*plan, *(end for band in bands for end in (band.p10, band.p90))])
    data = []
    if drawn:
        edge = {"type": "scatter", "mode": "lines", "x": labels, "line": {"width": 0}, "hoverinfo": "skip"}
        data += [
            edge | {"y": [band.p10 / unit for band in bands], "showlegend": False},
            edge
            | {
                "y": [band.p90 / unit for band in bands],
                "fill": "tonexty",
                "fillcolor": NEUTRAL + BAND_ALPHA,
                "name": say("cash_band"),
            },
            line(say("cash_median"), labels, [band.p50 for band in bands], unit, NEUTRAL, "solid", "circle"),
        ]
    data.append(line(say("cash_success"), labels, plan, unit, LOSS, "dash", "square"))
    figure = {"data": data, "layout": layout(HEIGHT + 40, 2) | {"hovermode": "x unified"}}
    note = say("cash_note", draws=f"{drawn.draws:,}", seed=drawn.seed) if drawn else say("cash_note_plain")
    heads = [say("cash_title"), say("cash_success"), *(["P10", say("cash_median"), "P90"] if drawn else [])]
    cells = [[label, yen_text(amount)] for label, amount in zip(labels, plan, strict=True)]
    for row, band in zip(cells, bands, strict=False):
        row += [yen_text(band.p10), yen_text(band.p50), yen_text(band.p90)]
    return figure_html(say("cash_title"), name, figure, (note,), table(heads, cells))


def line(name: str, labels: list[str], amounts: list[float], unit: float, colour: str, dash: str, symbol: str) -> dict:
    return {
        "type": "scatter", "mode": "lines+markers", "name": name, "x": labels, "y": [amount / unit for amount in amounts],
        "line": {"color": colour, "width": 2.5, "dash": dash}, "marker": {"color": colour, "size": 8, "symbol": symbol},
        "text": [yen_text(amount) for amount in amounts], "hovertemplate": "%{text}",
    }  # fmt: skip


def tornado_chart(evaluation: Evaluation) -> str:
    """Expected value with one assumption at its low and at its high, the strongest first."""
    swings = evaluation.tornado[:SWINGS]
    if not swings:
        return ""
    base = evaluation.results.ev_gates
    unit, name = scale([end for swing in swings for end in (swing.at_low, swing.at_high)])
    labels = [swing.assumption.label_ja for swing in swings]
    data = []
    for side, colour, pattern in (("low", LOSS, "/"), ("high", NEUTRAL, "")):
        ends = [getattr(swing, f"at_{side}") for swing in swings]
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": say(f"tornado_{side}"),
                "y": [escape(label) for label in labels],
                "x": [(end - base) / unit for end in ends],
                "base": base / unit,
                "marker": {"color": colour, "pattern": {"shape": pattern}},
                "customdata": [yen_text(end) for end in ends],
                "hovertemplate": "%{y}：%{customdata}<extra></extra>",
            }  # fmt: skip
        )
    made = layout(MARGIN + ROW_HEIGHT * len(swings), 2) | {"barmode": "overlay", "bargap": 0.3}
    made["xaxis"], made["yaxis"] = made["yaxis"] | {"rangemode": "normal"}, made["xaxis"] | {"autorange": "reversed"}
    made["shapes"] = [
        {
            "type": "line",
            "x0": base / unit,
            "x1": base / unit,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "line": {"color": "#85898f", "width": 1.5},
        }
    ]
    cells = [[label, yen_text(swing.at_low), yen_text(swing.at_high)] for label, swing in zip(labels, swings, strict=True)]
    heads = [say("tornado_title"), say("tornado_low"), say("tornado_high")]
    return figure_html(
        say("tornado_title"),
        name,
        {"data": data, "layout": made},
        (say("tornado_note", value=yen_text(base)),),
        table(heads, cells),
    )


def histogram_chart(evaluation: Evaluation) -> str:
    """How often each net present value came out; losses and gains differ in colour and pattern."""
    drawn = evaluation.monte_carlo
    if drawn is None:
        return ""
    edges = drawn.histogram_edges
    middles = [(low + high) / 2 for low, high in zip(edges, edges[1:], strict=False)]
    unit, name = scale(list(edges))
    bars = {
        "type": "bar", "x": [middle / unit for middle in middles], "y": list(drawn.histogram_counts), "width": (edges[1] - edges[0]) / unit * 0.94,
        "marker": {"color": [GAIN if middle > 0 else LOSS for middle in middles], "pattern": {"shape": ["" if middle > 0 else "/" for middle in middles]}},
        "customdata": [f"{yen_text(low)}〜{yen_text(high)}" for low, high in zip(edges, edges[1:], strict=False)],
        "hovertemplate": "%{customdata}：%{y:,}<extra></extra>",
    }  # fmt: skip
    made = layout(HEIGHT)
    made["xaxis"] = made["xaxis"] | {"type": "linear", "zeroline": True}
    note = say("histogram_note", draws=f"{drawn.draws:,}", positive=f"{100 * drawn.probability_positive:.1f}%")
    cells = [[text, f"{count:,}"] for text, count in zip(bars["customdata"], drawn.histogram_counts, strict=True)]
    return figure_html(
        say("histogram_title"),
        name,
        {"data": [bars], "layout": made},
        (note,),
        table([say("histogram_title"), say("histogram_count")], cells),
    )


def comparison_chart(comparison: Comparison) -> str:
    """Strategies by the expected value of a year, best first, with what else tells them apart in the table."""
    ranked = comparison.ranked
    amounts = [each.results.equivalent_annual_value for each in ranked]
    unit, name = scale(amounts)
    # The value stands under the name: beside the bar there is no room for it on a phone.
    labels = [f"{escape(each.settings.label_ja)}<br><b>{yen_text(amount)}</b>" for each, amount in zip(ranked, amounts, strict=True)]
    bars = {
        "type": "bar", "orientation": "h", "y": labels, "x": [amount / unit for amount in amounts],
        "marker": {"color": [GAIN if amount > 0 else LOSS for amount in amounts], "pattern": {"shape": ["" if amount > 0 else "/" for amount in amounts]}},
        "hovertemplate": "%{y}<extra></extra>",
    }  # fmt: skip
    made = layout(MARGIN + ROW_HEIGHT * len(ranked))
    made["xaxis"], made["yaxis"] = made["yaxis"] | {"rangemode": "normal"}, made["xaxis"] | {"autorange": "reversed"}
    made["xaxis"] |= {"nticks": 4, "tickangle": 0}
    heads = [say(f"compare_{column}") for column in ("strategy", "value", "expected", "level", "success", "first")]
    cells = [
        [
            each.settings.label_ja, yen_text(each.results.equivalent_annual_value), yen_text(each.results.ev_gates),
            break_even_text(each) or say("none"), f"{100 * each.results.success_probability:.0f}%", yen_text(each.results.first_stage_after_tax),
        ]
        for each in ranked
    ]  # fmt: skip
    title = f"{say('compare_title')}（{say('compare_value')}）"
    return figure_html(title, name, {"data": [bars], "layout": made}, (say("compare_note"),), table(heads, cells))
