"""Charts: what they show is what the figures say, every sign has a glyph, and the same chart is the same file."""

import csv
import io
import json
import re

import numpy as np
import pytest
from matplotlib.ft2font import FT2Font
from matplotlib_fontja import get_font_ttf_path
from PIL import Image

from analytics.__main__ import main
from analytics.charts import Chart, Series, style
from analytics.charts.choose import ChartBook
from analytics.charts.common import span, uses_log, value_text
from analytics.charts.contents import before_after_chart, line_chart
from analytics.charts.draw import compose, render, save
from analytics.charts.lines import pieces, runs, spread
from analytics.charts.panels import unit_line
from analytics.charts.spec import KINDS, MAX_SERIES
from analytics.charts.style import HANGING, MARKERS, PALETTE, text_width, wrap
from analytics.errors import UnknownName
from analytics.export import COLUMNS


@pytest.fixture(scope="module")
def book(shipped):
    return ChartBook(shipped)


@pytest.fixture(scope="module")
def charts(book):
    return {name: book.chart(name) for name in book.ids}


def tiny(kind="line", **changes):
    given = {
        "id": "t", "kind": kind, "title": "試験", "unit": "%", "x": ("2020年", "2021年", "2022年"),
        "series": (Series("甲", (10.0, 20.0, 15.0)),), "source": "出典",
    }  # fmt: skip
    return Chart(**given | changes)


def pixels(image):
    return np.asarray(Image.open(io.BytesIO(image)).convert("RGB")).astype(int)


def near(image, colour):
    """How many pixels have (about) this colour."""
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return int((np.abs(pixels(image) - wanted).max(axis=2) < 12).sum())


# -- what is shown --------------------------------------------------------------------------------------------------------------


def test_every_figure_has_a_chart_that_shows_it(book, charts):
    """Its value is one of the chart's numbers, or (for changes) told in a note."""
    for figure in book.figures.values():
        chart = charts[book.reference(figure.id)]
        drawn = [value for series in chart.series for value in series.values]
        told = figure.metric.endswith(("_change", "_did", "_count")) and figure.display in " ".join(chart.notes)
        counted = figure.metric.endswith("_count") and chart.id.startswith("line.")
        assert told or counted or figure.value in drawn, (figure.id, chart.id)


def test_charts_have_source_unit_and_permanent_ids(charts):
    assert {chart.kind for chart in charts.values()} == set(KINDS)
    for name, chart in charts.items():
        assert chart.id == name
        assert chart.source and "{" not in chart.title and "None" not in chart.title
        assert len(chart.series) <= MAX_SERIES == len(PALETTE) == len(MARKERS)


def test_firm_share_line_is_the_figures(shipped, charts):
    chart = charts["line.firm_share.ai"]
    figures, _ = shipped.series(shipped.measure("firm_share"), range(2007, 2024))
    assert chart.x == tuple(f"{year}年" for year in range(2007, 2024))
    assert chart.series[0].values == tuple(figure.value for figure in figures)
    assert [chart.x[place] for place in chart.provisional] == ["2022年", "2023年"]
    assert any("参考値" in note for note in chart.notes)


def test_before_and_after_tells_change_and_did(shipped):
    measure = shipped.measure("firm_share")
    chart = before_after_chart(shipped, measure, (tuple(range(2007, 2012)), tuple(range(2012, 2022))))
    assert chart.series[0].values[1] - chart.series[0].values[0] == pytest.approx(shipped.before_after(measure).value)
    assert chart.series[1].muted
    assert shipped.did(measure).display in chart.notes[1]


def test_concentration_line_has_its_band(charts):
    series = charts["line.gini.ai"].series[0]
    assert all(low <= value <= high for _, value, low, high in series.intervals) and len(series.intervals) == len(series.values)


def test_a_venue_is_drawn_beside_the_area(charts):
    chart = charts["line.firm_share.venue-nips"]
    assert [(series.name, series.muted) for series in chart.series] == [("NeurIPS", False), ("AI会議", True)]
    assert chart.provisional == ()


def test_one_chart_tells_the_same_papers_under_both_names(book, shipped):
    """Japan as a country and Japanese institutions: the same values every year, so one chart."""
    by_country, named = shipped.measure("country_share", country="Japan"), shipped.measure("japan_share")
    for years in ([2007], [2016], [2021]):
        assert shipped.share(by_country, years).value == shipped.share(named, years).value
    assert book.reference("country_share-Japan.ai.2021") == book.reference("japan_share.ai.2021") == "line.japan_share.ai"
    assert book.reference("country_share-China.ai.2021") == "line.country_share-China.ai"
    charts = [book.chart(name) for name in book.ids if "japan_share" in name or "country_share" in name]
    told = [(chart.title, chart.x) for chart in charts if "venue" not in chart.id]
    assert len(told) == len(set(told)) > 10


def test_several_groups_share_a_title_without_the_group(shipped):
    chart = line_chart(shipped, [shipped.measure("dl_title_share", group=group) for group in ("firm", "big_tech")])
    assert chart.title == "題名に深層学習の語がある割合（AI会議）の推移"
    assert [series.name for series in chart.series] == ["企業論文", "大手テック企業の論文"]
    tiers = line_chart(shipped, [shipped.measure("tier_share", tier=tier) for tier in ("1-50", "301-500")])
    assert (tiers.title, tiers.series[1].name) == ("大学の参加率（AI会議）の推移", "QS301〜500位の大学")


def test_estimates_of_one_outcome_stand_beside_each_other(book):
    chart = book.chart("firm_share_did_fe.ai.2007-2011_2012-2021")
    assert chart.id == "bar.firm_share_did_estimates" and chart.title.startswith("企業参加率の差の差")
    pooled, inside = (book.figure(f"firm_share_did_{name}.ai.2007-2011_2012-2021").value for name in ("pooled", "fe"))
    assert chart.series[0].values[:3] == pytest.approx((pooled, inside, pooled - inside))
    assert chart.x[1:3] == ("会議と年の固定効果", "上の2つの開き（会議の顔ぶれの変化）")
    assert {"会議と年の固定効果・会議を同じ重みで", "会議と年の固定効果（2017〜2021年）"} <= set(chart.x)
    assert book.reference("tier_share-1-50_did_pooled.ai.2007-2011_2012-2021") == "bar.tier_share_did_estimates.1-50"


def test_tests_and_claims_have_one_chart_each(book):
    tests, claims = book.chart("bar.pretrend"), book.chart("bar.claims")
    assert (len(tests.x), tests.unit, tests.x[0]) == (10, "%", "企業参加率")
    assert len(claims.x) == 5 and "企業だけで書いた論文は増えたか" in claims.x


def test_figures_without_years_stand_beside_what_is_alike(book):
    """The same period in other ways; only a figure that is alone in its period is compared with other periods."""
    whole = book.chart("firm_share_gsynth.ai.2012-2021")
    assert whole.x[0] == "基準" and "因子1個" in whole.x
    alone = book.chart("epoch_industry_share.all.2020-2023")
    assert len(alone.x) == 3 and any("2015〜2019年" in label for label in alone.x)


def test_values_of_very_different_size_are_points_on_a_log_axis():
    chart = tiny(kind="bar", unit="倍", x=("甲", "乙"), series=(Series("比", (2.0, 5000.0), (1.0, 1000.0), (3.0, 9000.0)),))
    axes = compose(chart).axes[0]
    assert axes.get_xscale() == "log" and not axes.patches and "横軸は対数目盛" in unit_line(chart)
    assert axes.lines[0].get_xdata().tolist() == [2.0, 5000.0]
    assert compose(tiny(kind="bar", x=("甲", "乙"), series=(Series("割合", (2.0, 90.0)),))).axes[0].get_xscale() == "linear"


def test_a_very_wide_interval_does_not_squeeze_the_values():
    chart = tiny(kind="bar", unit="ポイント", x=("甲", "乙", "丙"), series=(Series("効果", (2.0, 3.0, 2.0), (1.0, -90.0, 1.0), (3.0, 90.0, 3.0)),))
    low, high = compose(chart).axes[0].get_xlim()
    assert -8 < low < 0 < high < 12 and "矢印は図の外まで続く" in unit_line(chart)
    close = tiny(kind="bar", unit="ポイント", x=("甲", "乙"), series=(Series("効果", (2.0, 3.0), (1.0, 1.0), (3.0, 4.0)),))
    assert "矢印" not in unit_line(close)


def test_units_do_not_mix(shipped):
    with pytest.raises(ValueError, match="one axis"):
        line_chart(shipped, [shipped.measure("firm_share"), shipped.measure("gini")])


def test_unknown_ids_name_near_ones(book):
    with pytest.raises(UnknownName) as caught:
        book.chart("firm_shar.ai.2021")
    assert "firm_share.ai.2021" in caught.value.known


def test_answer_charts_can_be_drawn():
    record = {
        "kind": "bar", "title": "比較", "unit": "%", "x": ["甲", "乙"], "source": "出典", "note": "注",
        "series": [{"name": "2021年", "values": [1.0, None], "ids": ["a", None]}],
    }  # fmt: skip
    chart = Chart.from_answer(record)
    assert chart.series[0].values == (1.0, None) and chart.notes == ("注",)
    assert render(chart).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "changes, message",
    [({"kind": "pie"}, "known: line"), ({"x": ()}, "nothing to draw"), ({"series": (Series("甲", (1.0,)),)}, "1.* for 3 labels"),
     ({"series": (Series("甲", (1.0, 2.0, 3.0), (1.0,), (1.0,)),)}, "for 3 labels")],
)  # fmt: skip
def test_what_does_not_fit_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        tiny(**changes)


# -- scale -------------------------------------------------------------------------------------------------------------------------


def test_value_axis_holds_zero(charts):
    for chart in charts.values():
        if not uses_log(chart):
            low, high = span(chart)
            assert low <= 0 <= high and low < high, chart.id
            if chart.unit == "%" and min(v for s in chart.series for v in s.values if v is not None) >= 0 and not chart.series[0].low:
                assert low == 0, chart.id
        else:
            assert chart.unit not in ("%", "ポイント"), chart.id


def test_drawn_axis_starts_at_zero():
    axes = compose(tiny(series=(Series("甲", (60.0, 62.0, 61.0)),))).axes[0]
    assert axes.get_ylim()[0] == 0


def test_the_number_of_a_falling_bar_stands_left_of_it():
    figure = compose(tiny(kind="bar", x=("上", "下"), unit="ポイント", series=(Series("甲", (6.0, -4.0)),)))
    figure.canvas.draw()
    shown = {text.get_text(): text for axes in figure.axes for text in axes.texts}
    assert (shown["+6.0ポイント"].get_ha(), shown["-4.0ポイント"].get_ha()) == ("left", "right")
    assert shown["+6.0ポイント"].xy[0] == 6.0 and shown["-4.0ポイント"].xy[0] == -4.0


def test_large_numbers_are_readable():
    assert value_text(4.6e23, "FLOP") == r"$4.6\times 10^{23}$"
    assert value_text(18.04, "%") == "18.0%" and value_text(3.2, "ポイント") == "+3.2ポイント"


# -- drawing -----------------------------------------------------------------------------------------------------------------------


def test_every_sign_has_a_glyph(charts):
    """No □: everything that any chart writes is in the font."""
    known = FT2Font(get_font_ttf_path()).get_charmap()
    used = set("0123456789.,-+%×−※ 参考値位単位縦軸は対数目盛（1目盛ごとに一定の倍率）帯ひげ95%区間出典: 兆億万")
    for chart in charts.values():
        for text in (chart.title, chart.unit, chart.source, *chart.x, *chart.notes, *(series.name for series in chart.series)):
            used |= set(text)
    missing = {sign for sign in used if ord(sign) not in known}
    assert not missing


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form, start", [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_same_chart_same_bytes(kind, form, start, recwarn):
    chart = tiny(kind, series=(Series("甲", (10.0, 20.0, 15.0), (9.0, 18.0, 12.0), (11.0, 22.0, 18.0)), Series("乙", (1.0, 2.0, 3.0), muted=True)))
    first = render(chart, form)
    assert first.startswith(start) and first == render(chart, form)
    assert not [str(warning.message) for warning in recwarn if "Glyph" in str(warning.message)]
    if form == "svg":
        assert b"<text" not in first  # letters are outlines: no font needed to read it


def test_fonts_of_the_process_are_left_alone():
    import matplotlib

    before = matplotlib.rcParams["svg.hashsalt"]
    render(tiny())
    assert matplotlib.rcParams["svg.hashsalt"] == before


def test_text_stays_inside_the_image(charts):
    """No sign touches the edge of the image, for one chart of each kind and the longest titles and notes."""
    chosen = {chart.kind: chart for chart in charts.values()}
    chosen |= {"title": max(charts.values(), key=lambda chart: len(chart.title))}
    chosen |= {"note": max(charts.values(), key=lambda chart: sum(map(len, chart.notes)))}
    chosen |= {"label": max(charts.values(), key=lambda chart: max(map(len, chart.x)))}
    for chart in chosen.values():
        image = pixels(render(chart, dpi=80))
        edges = np.concatenate([image[:3].ravel(), image[-3:].ravel(), image[:, :3].ravel(), image[:, -3:].ravel()])
        assert (edges == 255).all(), chart.id


def test_provisional_years_are_hatched_and_hollow():
    plain, marked = render(tiny()), render(tiny(provisional=(2,)))
    assert near(marked, style.HATCH) > 5 * near(plain, style.HATCH)  # greys of the letters' edges come near, too
    assert near(marked, PALETTE[0]) < near(plain, PALETTE[0])


def test_band_is_drawn_without_bridging_missing_years():
    rows = [(0, 1.0, 0.5, 1.5), (1, 1.0, 0.5, 1.5), (5, 1.0, 0.5, 1.5)]
    assert [len(run) for run in runs(rows)] == [2, 1]
    with_band = tiny(series=(Series("甲", (10.0, 20.0, 15.0), (2.0, 2.0, 2.0), (30.0, 30.0, 30.0)),))
    assert len(compose(with_band).axes[0].collections) == 1 and not compose(tiny()).axes[0].collections


def test_long_gaps_are_not_joined():
    points = [(0, 1.0), (1, 2.0), (3, 3.0), (9, 4.0), (10, 5.0)]
    assert [len(part) for part, _, _ in pieces(points, {10}, "-")] == [2, 2, 2]


def test_labels_move_apart():
    ends = spread([[0.50, 0, []], [0.51, 1, []], [0.99, 2, []]], {0: 0.2, 1: 0.2, 2: 0.2})
    heights = [end[0] for end in ends]
    assert all(upper - lower >= 0.2 - 1e-9 for lower, upper in zip(heights, heights[1:], strict=False))
    assert heights[-1] <= 1.0


def test_wrapping():
    text = "企業の著者が1人以上いる論文の割合（AI会議・2012〜2021年）、NeurIPSとICML"
    for width in range(8, 30):
        lines = wrap(text, width)
        assert "".join(lines) == text and all(text_width(line) <= width + HANGING for line in lines)
        assert not any(line[0] in "、。）」〜" or line[-1] in "（「" for line in lines)
        assert any("NeurIPS" in line for line in lines)
    assert wrap("", 5) == []


def test_words_stay_whole_where_they_fit():
    text = "ヒューマンインタフェース分野の会議での変化は1.5ポイント、大学の参加率の推移"
    for width in range(5, 30):
        lines = wrap(text, width)
        assert all(text_width(line) <= width + HANGING for line in lines)
        for word in ("ポイント", "推移", "参加率", "会議"):
            assert any(word in line for line in lines)
        assert any("ヒューマンインタフェース" in line for line in lines) == (width >= 12)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_text_colours_can_be_read_on_white():
    for colour in (style.INK, style.QUIET):
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5


# -- files and command line -----------------------------------------------------------------------------------------------------------


def test_unknown_file_endings_are_refused(tmp_path):
    with pytest.raises(ValueError, match="png, svg"):
        save(tiny(), tmp_path / "chart.gif")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [["firm_share.ai.2021"], ["line.firm_share.ai"], ["firm_share", "--venue", "nips,icml"], ["rank-firms", "--years", "2021"],
     ["dl_title_share", "--group", "firm,university", "--years", "2012-2021"], ["firm_share.ai.2021", "big_tech_share.ai.2021"],
     ["rank-venues"], ["rank-groups"]],
)  # fmt: skip
def test_chart_command(arguments, tmp_path, capsys):
    assert main(["chart", *arguments, "--out", str(tmp_path / "out.png")]) == 0
    assert capsys.readouterr().out == ""
    assert Image.open(tmp_path / "out.png").size[0] == style.WIDTH * style.DPI


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["rank-nothing"], ["firm_share.ai.2021", "--area", "ai"], ["firm_share", "gini"],
                  ["firm_share", "--venue", "nips,icml,cvpr,acl,aaai,kdd,www"]],
)  # fmt: skip
def test_chart_command_refuses(arguments, tmp_path, capsys):
    assert main(["chart", *arguments, "--out", str(tmp_path / "out.png")]) == 2
    assert capsys.readouterr().err and not list(tmp_path.iterdir())


def test_contact_sheet(tmp_path):
    assert main(["charts", "--sheet", str(tmp_path), "--match", "line.firm_only_share.ai"]) == 0
    (page,) = tmp_path.iterdir()
    assert len(Image.open(page).getcolors(1 << 20)) > 50
    assert main(["charts", "--sheet", str(tmp_path), "--match", "no such chart"]) == 2


def test_export_holds_every_card_with_its_chart(tmp_path, book, capsys):
    assert main(["figures", "--export", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""
    records = json.loads((tmp_path / "catalogue.json").read_text(encoding="utf-8"))
    raw = (tmp_path / "catalogue.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert raw.startswith(b"\xef\xbb\xbf") and list(rows[0]) == list(COLUMNS)
    assert [record["id"] for record in records] == [row["id"] for row in rows] == list(book.figures)
    assert len(records) >= 250 and {record["chart"] for record in records} == set(book.ids)
    for record, row in zip(records, rows, strict=True):
        assert float(row["value"]) == record["value"] and row["chart"] == record["chart"]
        assert (row["low"] == "") == (record["low"] is None)
        assert row["caveats_ja"] == "／".join(record["caveats_ja"]) and json.loads(row["slice"]) == record["slice"]
        assert re.fullmatch(r"[0-9a-f]{64}", row["file_hash"])
