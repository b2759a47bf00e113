"""Short turns that point at what was just told: its year, how much it is, how far the last two are apart, and a place spoken of before."""

import pytest

from assistant.models import Place, Subject

PEAK = "CVPRの企業参加率のピークは?"


@pytest.mark.parametrize("text", ["何年に?", "それ何年?", "いつ?", "何年のこと?", "何年ですか", "どの年?", "え、何年?"])
def test_the_year_of_a_peak_is_told_again(talk, text):
    question = talk(PEAK, text)
    assert question.statistic == "peak" and question.places == (Place("venue", "cvpr"),)


@pytest.mark.parametrize("text", ["何年の数字?", "それは何年のデータですか"])
def test_the_year_of_a_value_is_told_with_it(talk, text):
    question = talk("ICMLの企業参加率は?", text)
    assert (question.statistic, question.places) == ("level", (Place("venue", "icml"),))


def test_what_was_true_in_the_year_of_a_peak(assistant):
    for text in (PEAK, "そのとき大学は?"):
        answer = assistant.ask(text, "peak-year")
    assert answer.answer.split("\n")[1].startswith("2019年のCVPRの大学参加率")


@pytest.mark.parametrize("text", ["差は縮まってる?", "その差は広がった?", "差は昔より縮んだ?", "開きは縮まった?"])
def test_a_gap_of_two_groups_told_one_after_the_other(talk, text):
    question = talk("エリート大学の参加率は?", "それ以外は?", text)
    assert question.statistic == "trend" and question.subjects == (Subject("tier_share", tier="1-50"), Subject("non_elite_share"))


@pytest.mark.parametrize("text", ["差は?", "差は何ポイント?", "その差は何倍?", "開きはどのくらい?", "違いは?"])
def test_how_far_two_groups_told_one_after_the_other_are_apart(talk, text):
    assert [subject.metric for subject in talk("企業参加率は?", "大学は?", text).subjects] == ["firm_share", "university_share"]


@pytest.mark.parametrize("text", ["企業と組んでるのはどっち?", "どっちが企業との共著が多い?"])
def test_which_of_two_kinds_of_universities_writes_with_firms(talk, text):
    assert [subject.metric for subject in talk("エリート大学の参加率は?", "それ以外は?", text).subjects] == ["firm_elite_share", "firm_non_elite_share"]


@pytest.mark.parametrize("text", ["どのくらい?", "何ポイント?", "どれくらい縮まった?", "なんぼ?"])
def test_how_much_a_gap_moved(talk, text):
    question = talk("日本と韓国を比べて", "差は縮まった?", text)
    assert (question.intent, question.statistic, len(question.subjects)) == ("compare", "trend", 2)


def test_how_much_is_no_price_after_figures_only(talk):
    assert talk("共有クラウドの採算は?", "どのくらい?").intent not in ("figure", "trend", "compare")


@pytest.mark.parametrize("text", ["さっきの画像の方、最新は?", "先ほどの画像の話、2021年は?", "最初の画像の方は?"])
def test_a_field_pointed_back_at_by_its_short_name(talk, text):
    assert talk("分野別の企業参加率を見せて", "画像は?", "ロボットは?", text).places == (Place("field", "vision"),)


def test_a_place_that_was_not_measured_is_not_pointed_back_at(talk):
    assert talk("ICMLの企業参加率は?", "ICLRは?", "CVPRは?").places == (Place("venue", "cvpr"),)


@pytest.mark.parametrize("text", ["なんぼ増えたん?", "どのくらい増えた?", "なんぼ上がった?", "どれくらい伸びた?"])
def test_two_years_told_one_after_the_other(talk, text):
    question = talk("ICMLの企業のわりあい、平成25年は?", "令和3年は?", text)
    assert (question.statistic, question.years) == ("change", (2013, 2021))


@pytest.mark.parametrize("text, years", [("2015年の差は?", (2015,)), ("10年前の差は?", (2011,)), ("今の差は?", ()), ("2018年の開きはどのくらい?", (2018,))])
def test_the_gap_of_two_in_one_year(talk, text, years):
    question = talk("中国と米国の推移は?", text)
    assert (question.intent, question.statistic, question.years, len(question.subjects)) == ("compare", "level", years, 2)


def test_how_much_the_gap_of_two_years_closed(assistant):
    for text in ("中国と米国を2011年と2021年で比べて", "どのくらい縮まった?"):
        answer = assistant.ask(text, "gap-closed")
    assert "2011年の42.6ポイント" in answer.answer and "縮まりました" in answer.answer


def test_the_gap_of_two_changes_is_that_of_their_last_year(talk):
    question = talk("エリート大学の割合、2012年と2021年を比べて", "それ以外は?", "差は?")
    assert (question.statistic, question.years, len(question.subjects)) == ("level", (2021,), 2)


@pytest.mark.parametrize("text", ["どっちが上?", "で、どちらが多いの?", "結局どっちが高い?"])
@pytest.mark.parametrize("before", [("日本の割合は10年前と比べてどう?", "韓国は?"), ("企業参加率は?", "大学は?")])
def test_which_of_two_told_one_after_the_other_has_more(talk, before, text):
    question = talk(*before, text)
    assert (question.intent, question.statistic, len(question.subjects)) == ("compare", "level", 2)
