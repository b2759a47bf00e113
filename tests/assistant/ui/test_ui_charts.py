"""Charts: valid Plotly, zero on the axis, provisional years marked, colours that can be told apart."""

import re
from pathlib import Path

import plotly.graph_objects
import pytest
from ui_samples import CHART

from assistant.ui import charts
from assistant.ui.charts import chart_html, plotly_figure

BARS = {"kind": "bar", "title": "比較", "unit": "%", "x": ["KDD", "WSDM"], "series": [{"name": "2021年", "values": [55.1, None]}], "source": "", "note": ""}
STYLE = (Path(charts.__file__).parent / "assets" / "style.css").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of #rrggbb."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("chart", [CHART, BARS], ids=["line", "bar"])
def test_plotly_accepts_the_figure(chart):
    figure = plotly_figure(chart)
    plotly.graph_objects.Figure(figure)
    assert [trace["name"] for trace in figure["data"]] == [series["name"] for series in chart["series"]]


def test_the_value_axis_holds_zero():
    assert plotly_figure(CHART)["layout"]["yaxis"]["rangemode"] == "tozero"
    lying = plotly_figure(BARS | {"x": ["とても長い名前の会議", "短い"]})
    assert lying["layout"]["xaxis"]["rangemode"] == "tozero"
    assert lying["data"][0]["orientation"] == "h"


def test_missing_years_leave_a_gap_and_a_word_in_the_table():
    line = plotly_figure(CHART)["data"][0]
    assert line["y"][3] is None and line["connectgaps"] is False
    assert "<td>データなし</td>" in chart_html(CHART)


def test_years_the_note_calls_provisional_are_shaded_and_hollow():
    figure = plotly_figure(CHART)
    assert figure["data"][0]["marker"]["symbol"] == ["circle"] * 3 + ["circle-open"] * 2
    assert figure["layout"]["shapes"][0]["x0"] == 2.5
    assert figure["layout"]["annotations"][0]["text"] == "参考値"
    assert "shapes" not in plotly_figure(CHART | {"note": "2007年からの値です"})["layout"]


def test_an_interval_is_drawn_as_a_band_and_as_error_bars():
    series = {"name": "a", "values": [2.0, None], "low": [1.0, None], "high": [4.0, None]}
    line = plotly_figure({**BARS, "kind": "line", "series": [series]})
    assert [trace.get("fill") for trace in line["data"]] == [None, "tonexty", None]
    bar = plotly_figure({**BARS, "series": [series]})["data"][0]
    assert bar["error_y"]["array"] == [2.0, None] and bar["error_y"]["arrayminus"] == [1.0, None]


def test_a_phone_gets_at_most_eight_ticks():
    years = [f"{year}年" for year in range(2007, 2024)]
    layout = plotly_figure({**CHART, "x": years, "series": [{"name": "a", "values": [1.0] * 17}]})["layout"]
    assert len(layout["xaxis"]["tickvals"]) <= 8
    assert layout["xaxis"]["ticktext"][0] == "2007"


def test_names_cannot_carry_markup():
    evil = "<img src=x onerror=alert(1)>"
    html = chart_html({**BARS, "title": evil, "x": [evil, "b"], "series": [{"name": evil, "values": [1.0, 2.0]}], "note": evil, "source": evil})
    assert "<img" not in html
    figure = plotly_figure({**BARS, "x": [evil, "b"], "series": [{"name": evil, "values": [1.0, 2.0]}]})
    assert figure["data"][0]["name"].startswith("&lt;img") and figure["data"][0]["y"][0].startswith("&lt;img")


@pytest.mark.parametrize("broken", [{"kind": "pie"}, {"series": [{"name": "a", "values": [1.0]}]}], ids=["kind", "length"])
def test_a_malformed_chart_is_an_error(broken):
    with pytest.raises(ValueError, match="chart kind|values for"):
        plotly_figure(BARS | broken)


def test_every_colour_stands_out_on_both_papers_and_marks_differ_too():
    papers = re.findall(r"--sheet: (#[0-9a-f]{6})", STYLE)
    assert len(papers) == 2
    for colour in charts.PALETTE:
        for paper in papers:
            assert contrast(colour, paper) >= 3, (colour, paper)
    assert len(set(charts.DASHES)) == len(set(charts.SYMBOLS)) == len(charts.PALETTE)
