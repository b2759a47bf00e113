"""What is left over beside the things of the talk is called by its name; a denial behind a question asks nothing; a named one after a vague turn is meant."""

import pytest


@pytest.mark.parametrize("asked", ["それ以外の会議は?", "それ以外の学会だと?", "「それ以外の会議」ではどう?", "これ以外の学会では何%?"])
def test_conferences_beside_those_of_ai(talked, asked):
    answer = talked("AI会議の企業の割合は?", asked)[-1].answer
    assert "2021年のAI以外の会議の企業参加率は**18.7%**" in answer


def test_the_rest_beside_one_conference_is_not_counted(talked):
    answer = talked("NeurIPSの企業の割合は?", "それ以外の会議は?")[-1]
    assert answer.outcome == "not_in_data" and "NeurIPS以外" in answer.answer


@pytest.mark.parametrize("asked", ["「それ以外の大学」の方はどの程度減った", "それ以外の大学の割合は?", "それ以外の大学は減ってる?"])
def test_universities_beside_the_best_ones(talked, asked):
    answer = talked("エリート大学の割合は?", "企業の割合は?", asked)[-1].answer
    assert "エリート以外の大学の参加率" in answer and "69.8%" in answer


def test_no_rest_where_the_talk_told_of_no_best_ones(talked):
    assert "エリート以外" not in talked("企業の割合は?", "それ以外の大学は?")[-1].answer.split("\n")[1]


@pytest.mark.parametrize("asked", [
    "地元の国立大学と組ませるのはどうですか。QSで50位に入るような大学ではないのですが。", "地元の大学と組むのはどうですか。有名な大学ではないんですけど。", "近くの大学と共同研究するのはありですか。トップ50の大学ではありませんが。",
])  # fmt: skip
def test_a_denial_behind_a_wish_for_advice_makes_it_no_question_about_figures(talked, asked):
    answer = talked("1社あたり300万円で始めて年120万円の効果が出るとして、何年で元が取れますか。", asked)[-1]
    assert (answer.intent, answer.outcome) == ("strategy", "answered")


@pytest.mark.parametrize("asked", ["上位50の大学ではない大学の割合は?", "企業だけではない論文の割合は?", "QSで50位以内ではない大学は減っている?"])
def test_a_denial_inside_the_question_is_asked(ask, asked):
    assert ask(asked).intent != "strategy"


@pytest.mark.parametrize("turn", ["残りは?", "じゃあ残りは何%", "それ以外の論文は?", "残りの割合はどれくらいですか"])
@pytest.mark.parametrize(("before", "rest"), [("2019年の企業参加率は?", "企業が参加しない論文の割合は**66.5%**"), ("2020年の企業とエリート大学の共著率は", "企業×エリート以外の大学の共著率は**18.4%**")])
def test_what_is_left_beside_a_share_has_a_metric_of_its_own(talked, before, rest, turn):
    assert rest in talked(before, turn)[-1].answer
