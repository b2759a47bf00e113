"""What a second sentence or clause fills in, what is put in the place of what, and conferences that are not held."""

import pytest

from assistant.models import Place, Subject


@pytest.mark.parametrize(
    ("text", "metric", "statistic", "years"),
    [
        ("産学共著率は何倍になったのでしょう。AI会議、2012年に対する2020年です", "firm_university_share", "ratio", (2012, 2020)),
        ("企業単独率は何ポイント動きましたか。AI会議、2010年と2018年です", "firm_only_share", "change", (2010, 2018)),
        ("差の差で見た産学共著の増分は", "firm_university_share", "did", ()),
        ("題名が計算資源に言及している論文の比率、2019年", "compute_title_share", "level", (2019,)),
    ],
)
def test_one_figure_told_in_two_sentences_or_other_words(understand, text, metric, statistic, years):
    question = understand(text)
    assert (question.blocker, question.subjects, question.statistic, question.years) == (None, (Subject(metric),), statistic, years)


@pytest.mark.parametrize("text", ["大学単独に変えて、年も2019年にしてください", "大学単独に変えて2019年で"])
def test_what_something_is_changed_to_is_kept(understand, text):
    first = understand("画像分野の産学共著率、2016年分が要ります")
    question = understand(text, first, first)
    assert (question.subjects, question.places, question.years) == ((Subject("university_only_share"),), (Place("field", "vision"),), (2019,))


@pytest.mark.parametrize("text", ["韓国は2016年でどうでしょうか", "ドイツは2016年だといかがですか"])
def test_another_country_stays_at_the_conference(understand, text):
    first = understand("CVPRに日本が占める割合を2012年で")
    question = understand(text, first, first)
    assert (question.places, question.years) == ((Place("venue", "cvpr"),), (2016,))


@pytest.mark.parametrize("text", ["ロボットの学会CoRLで2020年に企業が関わった割合は", "推薦の学会RecSys、2019年の企業単独率が要る"])
def test_a_conference_that_is_not_held_is_not_its_field(understand, text):
    assert understand(text).blocker == "unknown_name"


@pytest.mark.parametrize("text", ["日本の企業はどこから手を付けるとよい?", "予算の少ない大学はどこから着手するのがいい"])
def test_where_to_begin_asks_for_advice(understand, text):
    assert understand(text).intent == "strategy"


@pytest.mark.parametrize(("session", "text"), [("lines", "長い。3行で"), ("shorter", "長すぎるよ、もっと短く")])
def test_a_complaint_before_a_wish_for_length(assistant, session, text):
    first = assistant.ask("グリーンAIとは何を訴えた論文", session=f"long-{session}")
    again = assistant.ask(text, session=f"long-{session}")
    assert again.outcome == "answered" and len(again.answer) < len(first.answer)


@pytest.mark.parametrize("text", ["長い。3行で", "長すぎるよ、もっと短く", "長いです、短く", "長ったらしい。簡潔に"])
def test_what_is_said_to_be_long_is_still_what_is_told(talk, text):
    assert talk("AI研究にどう取り組むべきか", text).intent == "strategy"
