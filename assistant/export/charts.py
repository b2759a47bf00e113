"""Native charts: the drawing that Word and PowerPoint share, from labels and series."""

from collections.abc import Sequence

from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from assistant.export.text import FONT_JA, cell_text

TYPES = {"line": XL_CHART_TYPE.LINE_MARKERS, "bar": XL_CHART_TYPE.BAR_CLUSTERED, "column": XL_CHART_TYPE.COLUMN_CLUSTERED}
COLOURS = ("0072B2", "D55E00", "008A64", "B5638F", "A97B00", "767B83")
NUMBER_FORMAT = "#,##0"


def chart_data(labels: Sequence[str], series: dict[str, Sequence[float | None]], number_format: str = NUMBER_FORMAT) -> CategoryChartData:
    data = CategoryChartData(number_format=number_format)
    data.categories = [cell_text(label) for label in labels]
    for name, values in series.items():
        data.add_series(cell_text(name), values)
    return data


def chart_xml(kind: str, labels: Sequence[str], series: dict[str, Sequence[float | None]], title: str, number_format: str = NUMBER_FORMAT) -> bytes:
    """A chart part for Word (its numbers inside, without an embedded workbook)."""
    from lxml import etree

    space = parse_xml(ChartXmlWriter(TYPES[kind], chart_data(labels, series, number_format)).xml.encode())
    style_space(space, kind, len(series), title, number_format)
    for external in space.findall(qn("c:externalData")):
        space.remove(external)
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def style_space(space, kind: str, count: int, title: str, number_format: str = NUMBER_FORMAT) -> None:
    """Colours, Japanese font, title, legend, labels beside the plot, largest bar on top; on a c:chartSpace."""
    from pptx.chart.chart import Chart
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
    from pptx.util import Pt

    chart = Chart(space, None)
    chart.font.size, chart.font.name = Pt(9), FONT_JA
    properties = chart.font._rPr
    for tag in ("a:latin", "a:ea"):
        if properties.find(qn(tag)) is None:
            properties.append(properties.makeelement(qn(tag), {}))
        properties.find(qn(tag)).set("typeface", FONT_JA)
    chart.has_title = bool(title)
    if title:
        chart.chart_title.text_frame.text = title
        chart.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(10)
        chart.chart_title.include_in_layout = False
    chart.has_legend = count > 1
    if count > 1:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.value_axis.tick_labels.number_format, chart.value_axis.tick_labels.number_format_is_linked = number_format, False
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb("D9D9D9")
    if kind == "bar":
        chart.category_axis.reverse_order = True
        chart.plots[0].gap_width = 60
    for place, one in enumerate(chart.plots[0].series):
        colour = rgb(COLOURS[place % len(COLOURS)])
        if kind == "line":
            one.smooth = False
            one.format.line.color.rgb, one.format.line.width = colour, Pt(2)
            one.marker.format.fill.solid()
            one.marker.format.fill.fore_color.rgb = colour
        else:
            one.format.fill.solid()
            one.format.fill.fore_color.rgb = colour
            one.invert_if_negative = False


def rgb(text: str):
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(text)
