"""Two questions of one message each get their answer; a sentence that names whom the first is about, or what has more, is none."""

import pytest

from assistant.models import Place


def conclusion(answer):
    return answer.answer.split("**要点**")[0].removeprefix("**結論**\n").strip()


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("そもそも大学と企業が一緒に書いた論文て増えてるん?あと、どの学会が一番多いん?", ("firm_university_share", "trend"), ("firm_university_share", "rank")),
        ("企業の割合は増えてる?あと、一番多い会議はどこ?", ("firm_share", "trend"), ("firm_share", "rank")),
        ("2015年の企業の割合と、2023年のトップ校の割合は?", ("firm_share", "level"), ("tier_share", "level")),
        ("2010年の日本の割合、2021年の中国の割合は?", ("japan_share", "level"), ("country_share", "level")),
        ("ICMLとNeurIPS、どっちが企業多い?あと日本は?", ("firm_share", "level"), ("japan_share", "level")),
    ],
)
def test_each_gets_its_answer(assistant, understand, text, first, second):
    question = understand(text)
    assert [(part.subjects[0].metric, part.statistic) for part in question.parts] == [first, second]
    answer, _ = assistant.answer(question)
    assert answer.verdict.ok and len(conclusion(answer).split("\n")) == 2


@pytest.mark.parametrize(("text", "institution"), [("うちの県の大学は?信州大学なんだが。", "shinshu-univ"), ("論文は何本くらい出てる?信州大学の話です。", "shinshu-univ")])
def test_the_one_named_stands_alone(understand, text, institution):
    question = understand(text)
    assert question.parts == () and [subject.institution for subject in question.subjects] == [institution]


@pytest.mark.parametrize(
    "texts",
    [["自然言語処理の学会やったら企業はどないなん。画像のほうが多いんちゃうの?"], ["自然言語処理の会議の企業の割合は?", "画像の方が高いんじゃない?"], ["自然言語処理の企業の割合は?", "画像認識のほうが多いでしょ?"]],
)
def test_what_is_supposed_to_have_more_stands_beside(talk, texts):
    question = talk(*texts)
    assert question.places == (Place("field", "nlp"), Place("field", "vision")) and (question.intent, question.statistic) == ("compare", "level")


def test_what_else_is_more_is_asked_of_the_place_alone(talk):
    question = talk("AISTATSの2021年、企業が一人もいない論文の割合を出して", "UAIなら企業ゼロのほうが多かったのですよね、同じ年で")
    assert question.places == (Place("venue", "uai"),)


def test_one_and_the_other_are_told_once(ask):
    answer = ask("Googleって単体で何本くらいpublishしてますか?Microsoftと比べて。")
    assert answer.answer.count("591本") == 1 and "420本" in answer.answer and "両者の差は1.6ポイント" in answer.answer and "3.9%" in answer.answer


@pytest.mark.parametrize("text", ["メモに「2020年に企業が半数」とありました。こちらのデータで2021年の企業参加率は?", "2015年の企業の割合と2021年の企業の割合は?", "2019年の企業参加率は?", "GoogleとMicrosoftの論文は何本?"])
def test_a_single_question_stays_one(understand, text):
    assert understand(text).parts == ()


@pytest.mark.parametrize(("texts", "country"), [(["日本の順位は?", "韓国は?"], "South Korea"), (["国別の順位は?", "日本は何位?", "ドイツは?"], "Germany")])
def test_the_rank_is_asked_of_the_next_country(talk, texts, country):
    question = talk(*texts)
    assert (question.statistic, question.subjects[0].country) == ("position", country)


def test_a_ranking_after_two_years_is_of_the_last(talk):
    question = talk("日本の順位は?", "韓国は?", "10年前と比べて", "表にして。上位5か国。")
    assert (question.ranked, question.years, question.count) == ("countries", (2021,), 5)


def test_both_kinds_of_universities_stay_with_joint_papers(talk):
    question = talk("産学共著の割合は?", "有名大学とそうでない大学だと?")
    assert [subject.metric for subject in question.subjects] == ["firm_elite_share", "firm_non_elite_share"]


def test_fields_without_the_year_are_named(ask):
    assert "自然言語処理" in ask("2021年に企業が多い分野は?").answer.split("**留意点**")[1]
