"""Evidence per statistic: the figures that analytics itself gives for the same request, under the roles the writer reads."""

import pytest

from analytics import NotInData
from analytics.divide.periods import AFTER, BEFORE
from assistant.evidence.data import DataEvidence


@pytest.fixture(scope="module")
def gather(divide, understand):
    """Question text → {role: [Figure, …]}, readings, chart."""

    def run(text):
        gathered = DataEvidence(divide).gather(understand(text))
        evidence = gathered.evidence
        roles = {role: [evidence.item(number).figure for number in numbers] for role, numbers in evidence.roles.items()}
        return roles, gathered.readings, evidence.chart

    return run


@pytest.mark.parametrize(
    ("text", "role", "wanted"),
    [
        ("2019年のICMLの企業参加率は?", "main", lambda d: d.share(d.measure("firm_share", venue="icml"), (2019,))),
        ("2019年のICMLの企業参加率は?", "base", lambda d: d.share(d.measure("firm_share", venue="icml"), (2007,))),
        ("2019年のICMLの企業参加率は?", "change", lambda d: d.change(d.measure("firm_share", venue="icml"), (2007,), (2019,))),
        ("2019年のICMLの企業参加率は?", "contrast", lambda d: d.share(d.measure("firm_share", area="ai"), (2019,))),
        ("2019年のAI会議の企業参加率は?", "contrast", lambda d: d.share(d.measure("firm_share", area="non_ai"), (2019,))),
        ("2020年のQS301〜500位の大学の参加率は?", "main", lambda d: d.share(d.measure("tier_share", tier="301-500", area="ai"), (2020,))),
        ("著者数で按分した企業の割合、2019年", "main", lambda d: d.share(d.measure("firm_share", area="ai", variant="fractional"), (2019,))),
        ("ロボティクス分野の企業の割合、2015年", "main", lambda d: d.share(d.measure("firm_share", field="robotics"), (2015,))),
        ("企業の論文は2019年に何本?", "main", lambda d: d.count(d.measure("firm_share", area="ai"), (2019,))),
        ("2010年から2012年に企業の論文は何本?", "main", lambda d: d.count(d.measure("firm_share", area="ai"), (2010, 2011, 2012))),
        ("2020年のAI会議の論文数は?", "main", lambda d: d.paper_count(d.counts.slice("ai"), (2020,))),
        ("2008年と2020年の企業の割合を比べて", "first", lambda d: d.share(d.measure("firm_share", area="ai"), (2008,))),
        ("2008年と2020年の企業の割合を比べて", "last", lambda d: d.share(d.measure("firm_share", area="ai"), (2020,))),
        ("2008年と2020年の企業の割合を比べて", "change", lambda d: d.change(d.measure("firm_share", area="ai"), (2008,), (2020,))),
        ("2020年と2008年の企業の割合を比べて", "change", lambda d: d.change(d.measure("firm_share", area="ai"), (2008,), (2020,))),
        ("産学共著は2010年から2020年に何倍になった?", "ratio", lambda d: d.ratio(d.measure("firm_university_share", area="ai"), (2010,), (2020,))),
        ("企業参加率は2012年の前後でどう違う?", "first", lambda d: d.share(d.measure("firm_share", area="ai"), BEFORE)),
        ("企業参加率は2012年の前後でどう違う?", "last", lambda d: d.share(d.measure("firm_share", area="ai"), AFTER)),
        ("企業参加率は2012年の前後でどう違う?", "change", lambda d: d.before_after(d.measure("firm_share", area="ai"))),
        ("2012年の前後で企業参加はどう違う? 他分野の動きを差し引いて", "did", lambda d: d.did(d.measure("firm_share", area="ai"))),
        ("2012年の前後で企業参加はどう違う? 他分野の動きを差し引いて", "control", lambda d: d.before_after(d.measure("firm_share", area="non_ai"))),
        ("差の差で、画像認識の企業参加は?", "did", lambda d: d.did(d.measure("firm_share", field="vision"))),
        ("企業の割合の推移", "first", lambda d: d.share(d.measure("firm_share", area="ai"), (2007,))),
        ("企業の割合の推移", "last", lambda d: d.share(d.measure("firm_share", area="ai"), (2021,))),
        ("企業の割合の推移", "change", lambda d: d.change(d.measure("firm_share", area="ai"), (2007,), (2021,))),
        ("企業の割合の推移", "fixed", lambda d: d.change(d.measure("firm_share", area="ai", variant="fixed"), (2007,), (2021,))),
        ("企業の割合の推移", "contrast_change", lambda d: d.change(d.measure("firm_share", area="non_ai"), (2007,), (2021,))),
    ],
)  # fmt: skip
def test_the_figure_is_the_one_of_analytics(gather, divide, text, role, wanted):
    roles, _, _ = gather(text)
    assert [figure.id for figure in roles[role]] == [wanted(divide).id]
    assert roles[role][0].to_dict() == wanted(divide).to_dict()


def yearly(divide, metric, years=range(2007, 2022), **where):
    return divide.series(divide.measure(metric, **where), years)[0]


def test_peak_and_trough_are_the_extremes_of_the_series(gather, divide):
    series = yearly(divide, "firm_share", venue="nips")
    roles, _, _ = gather("NeurIPSで企業の割合が一番高かった年は?")
    assert roles["high"] == [max(series, key=lambda figure: figure.value)]
    assert roles["low"] == [min(series, key=lambda figure: figure.value)]


def test_onset_is_a_year_after_which_the_former_high_was_never_met_again(gather, divide):
    series = yearly(divide, "firm_share", area="ai")
    roles, _, _ = gather("企業が増え始めたのはいつから?")
    (start,), (former,) = roles["onset"], roles["former"]
    at = [figure.id for figure in series].index(start.id)
    assert former == max(series[:at], key=lambda figure: figure.value)
    assert all(figure.value > former.value for figure in series[at:])
    assert series[at - 1].value <= former.value


def test_rank_rows_are_the_ranking_of_analytics(gather, divide):
    roles, _, chart = gather("企業参加率が高い会議を7つ、2020年で")
    ranking = divide.rank_venues("firm_share", (2020,), "ai")
    assert roles["main"] == ranking[:7]
    assert [figure.value for figure in ranking] == sorted((figure.value for figure in ranking), reverse=True)
    assert chart["series"][0]["values"] == [figure.value for figure in ranking[:7]]


def test_a_ranking_from_below_starts_at_the_lowest(gather, divide):
    roles, _, _ = gather("2020年に企業参加率が低い会議を3つ")
    assert roles["main"] == list(reversed(divide.rank_venues("firm_share", (2020,), "ai")))[:3]


def test_several_places_and_metrics_are_all_measured(gather, divide):
    roles, _, chart = gather("2019年のNeurIPSとICMLの企業参加率と大学参加率を比べて")
    wanted = {divide.share(divide.measure(metric, venue=venue), (2019,)).id for metric in ("firm_share", "university_share") for venue in ("nips", "icml")}
    assert {figure.id for figure in roles["main"]} == wanted
    assert len(chart["x"]) == 4


def test_line_chart_holds_the_yearly_values_and_leaves_gaps(gather, divide):
    _, _, chart = gather("NeurIPSの企業参加率の推移")
    by_year = {figure.slice["years"][0]: figure.value for figure in yearly(divide, "firm_share", venue="nips")}
    assert chart["kind"] == "line"
    assert chart["x"] == [f"{year}年" for year in range(2007, 2022)]
    assert chart["series"][0]["values"] == [by_year.get(year) for year in range(2007, 2022)]
    assert None in chart["series"][0]["values"], "NeurIPS has years without known affiliations"
    assert all(len(series["values"]) == len(chart["x"]) for series in chart["series"])


def test_a_chart_that_shows_late_years_says_so(gather):
    assert "参考値" in gather("2015年から2023年のCVPRの企業参加率の推移")[2]["note"]
    assert gather("2015年から2021年のCVPRの企業参加率の推移")[2]["note"] == ""


def test_without_a_year_the_last_common_year_is_taken_and_said(gather):
    roles, readings, _ = gather("NeurIPSとICMLの企業参加率は?")
    years = {figure.period for figure in roles["main"]}
    assert len(years) == 1
    assert any(years.pop() in line for line in readings)


def test_years_of_a_range_without_a_figure_are_named(gather):
    assert any("2020〜2021年" in line for line in gather("NeurIPSの企業参加率の推移")[1])


@pytest.mark.parametrize("text", ["2005年の企業参加率は?", "2030年の企業参加率は?", "2010年のICLRの企業参加率は?", "2021年のNeurIPSの企業参加率は?", "2012年のICCVの企業参加率は?"])
def test_what_was_not_counted_is_refused_and_not_zero(gather, text):
    with pytest.raises(NotInData):
        gather(text)


def test_each_figure_is_numbered_once(divide, understand):
    evidence = DataEvidence(divide).gather(understand("企業参加率の推移")).evidence
    ids = [item.citation.id for item in evidence.items]
    assert len(set(ids)) == len(ids)
    assert [item.n for item in evidence.items] == list(range(1, len(ids) + 1))
    assert all(item.citation.n == item.n and item.citation.id == item.figure.id for item in evidence.items)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("GPUとは", True), ("スケーリング則を高校生にもわかるように説明して", True), ("what is LoRA?", True),
        ("GPUの中古の市場価格を教えて", False), ("オープンソースAIで格差は縮まりますか", False),
    ],
)  # fmt: skip
def test_a_term_is_explained_only_where_it_is_asked_for(assistant, text, asked):
    assert assistant.words.library.term_asked(text) == asked
    cited = assistant.ask(text).citations
    assert (bool(cited) and cited[0].kind == "glossary") == asked
