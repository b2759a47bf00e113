"""Ranks of named things, crossings, computed estimates, and yes-or-no answers: the figures are those of analytics."""

import re

import pytest
from steps import section

from analytics.divide.computed import computed
from analytics.figure import display_value


def conclusion(answer):
    return re.sub(r"【\d+】|\*\*", "", "".join(section(answer.answer, "結論")))


@pytest.mark.parametrize(
    ("text", "rows", "key", "unit"),
    [
        ("2021年にNTTは何位?", lambda d: d.rank_institutions((2021,), top=2000, sector="firm"), ("institution", "ntt"), "社"),
        ("NTTは日本企業の中で何位ですか? 2021年", lambda d: d.rank_institutions((2021,), top=2000, sector="firm", country="Japan"), ("institution", "ntt"), "社"),
        ("2019年に東大は何位?", lambda d: d.rank_institutions((2019,), top=3000, sector="university"), ("institution", "univ-tokyo"), "校"),
        ("2020年の日本の順位は?", lambda d: d.rank_countries((2020,), top=300), ("country", "Japan"), "か国"),
        ("CVPRは企業率で何位?2019年", lambda d: d.rank_venues("firm_share", (2019,), area="ai"), ("venue", "cvpr"), "会議"),
    ],
)
def test_the_rank_of_a_named_thing_is_its_place_in_the_ranking(ask, divide, text, rows, key, unit):
    ranking = rows(divide)
    row = next(figure for figure in ranking if figure.slice.get(key[0]) == key[1])
    told = conclusion(ask(text))
    assert f"{row.parts['rank']}位" in told and f"{row.parts['of']:,}{unit}" in told and row.display in told


def test_a_rank_comes_with_its_neighbours(ask, divide):
    rows = divide.rank_venues("firm_share", (2019,), area="ai")
    at = next(number for number, figure in enumerate(rows) if figure.slice["venue"] == "cvpr")
    points = " ".join(section(ask("CVPRは企業率で何位?2019年").answer, "要点"))
    assert all(rows[number].display in points for number in (at - 1, at + 1))


def test_crossing_is_the_year_after_which_the_order_stays(ask, divide):
    """China and South Korea: before that year the lead was not yet China's for good."""
    china, korea = (divide.measure("country_share", area="ai", country=name) for name in ("China", "South Korea"))
    ahead = [divide.share(china, (year,)).value > divide.share(korea, (year,)).value for year in range(2007, 2022)]
    told = conclusion(ask("中国と韓国、逆転したのはいつ?"))
    if all(ahead):
        assert "入れ替わった年はありません" in told
    else:
        assert f"{2007 + max(index for index, first in enumerate(ahead) if not first) + 1}年" in told


@pytest.mark.parametrize(
    ("text", "metric", "names"),
    [
        ("gsynthの結果は?", "firm_share_gsynth", {}),
        ("大手テックのgsynthの推定値は?", "big_tech_share_gsynth", {}),
        ("301〜500位の大学のgsynthは?", "tier_share_gsynth", {"tier": "301-500"}),
        ("固定効果を入れた差の差は?", "firm_share_did_fe", {}),
        ("プラセボ検査の結果は?", "firm_share_gsynth_placebo", {}),
        ("平行トレンドは成り立つ?", "firm_share_pretrend", {}),
    ],
)
def test_a_causal_question_gets_the_estimate_of_analytics(ask, divide, text, metric, names):
    figure = computed(divide.counts).query(metric, None, True, **names)[0]
    answer = ask(text)
    assert figure.display in conclusion(answer) and answer.figures[0].id == figure.id and answer.verdict.ok


@pytest.mark.parametrize(
    ("text", "metric", "year", "names"),
    [
        ("2022年の注目モデルのうち企業が作った割合は?", "epoch_industry_share", 2022, {}),
        ("AIモデルの学習費用の中央値、2021年", "epoch_cost_median", 2021, {}),
        ("2020年の最大の学習費用は?", "epoch_cost_max", 2020, {}),
        ("企業と大学の計算量の差は2022年で何倍?", "epoch_compute_ratio", 2022, {}),
        ("NVIDIAのチップを使ったモデルは2021年にいくつ?", "epoch_hardware_models", 2021, {"hardware": "nvidia"}),
    ],
)
def test_a_question_about_models_gets_the_figure_of_its_year(ask, divide, text, metric, year, names):
    figure = computed(divide.counts).query(metric, (year,), **names)[0]
    answer = ask(text)
    assert figure.display in conclusion(answer) and f"{year}年" in conclusion(answer) and answer.verdict.ok


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("企業は増えた?", "はい。"), ("企業の割合は減っているんですよね?", "いいえ。"), ("大学だけの論文は減った?", "はい。"), ("アメリカの存在感は落ちてる?", "はっきりそうとは言えません。"),
        ("企業の割合は50%を超えましたよね?", "いいえ。"), ("企業単独率は1割以下ですよね?", "はい。"), ("企業だけの論文が過半数って本当?", "いいえ。"),
    ],
)  # fmt: skip
def test_yes_or_no_is_said_first_and_by_the_interval(ask, text, start):
    assert conclusion(ask(text)).startswith(start)


def test_where_and_how_much_are_no_yes_or_no(ask):
    for text in ("企業はどれくらい増えた?", "企業はいつから増えた?", "企業の割合の推移は?"):
        assert not conclusion(ask(text)).startswith(("はい", "いいえ", "はっきりそう"))


def test_rounding_of_a_difference_in_differences_is_explained(ask, divide):
    """Shown: +6.3 − (−1.4) is 7.7, the estimate 7.8."""
    answer = ask("差の差で見るとビッグテックは?")
    treated, control = (divide.before_after(divide.measure("big_tech_share", area=area)).value for area in ("ai", "non_ai"))
    off = round(round(treated, 1) - round(control, 1), 1) != round(treated - control, 1)
    assert ("丸める前" in answer.answer) == off


def test_implications_fit_the_question(ask):
    texts = ["企業の割合は?", "企業参加率が高い会議は?", "NTTは何位?", "差の差で見ると企業は?", "論文が多い大学ベスト5は?", "企業の論文は何本?", "日本の割合は?", "学習費用の中央値は?", "ジニ係数の推移", "トップ大学の割合の推移"]
    lines = [section(ask(text).answer, "経営への示唆")[0] for text in texts]
    assert len(set(lines)) == len(lines)


def test_large_sums_of_dollars_are_rounded_and_checked(as_checked, assistant):
    text, evidence, question = as_checked("最先端モデルの学習費用の最大は?")
    assert "約4,059万ドル" in text and assistant.verifier.check(text, evidence, question).ok
    assert not any(assistant.verifier.check(text.replace("約4,059万", other), evidence, question).ok for other in ("約4,159万", "約4,058万", "約4億"))


def test_how_dollars_are_written():
    assert [display_value(value, "ドル") for value in (105369, 1e6, 123456789, 2e8)] == ["105,369ドル", "約100万ドル", "約1億2,346万ドル", "約2億ドル"]
