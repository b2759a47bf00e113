"""Two matters that several works and our figures answer together: small firms by papers, and elite against other universities."""

import pytest


@pytest.mark.parametrize("text", ["小さい会社でもAIで勝てるか論文で教えて", "中小企業でもAIで戦えますか?論文で答えて", "うちみたいな会社でも大手に対抗できるという研究はありますか", "零細企業に勝ち目はあるか、文献から教えて", "資金の少ない会社でも通用するとした論文はある?"])
def test_small_firms_get_works_on_little_means(ask, text):
    answer = ask(text)
    assert "Izsak ほか：" in answer.answer and "Cottier ほか：" in answer.answer and "McKinsey" not in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("text", ["エリート大学とそれ以外で影響は違うのですか", "上位校とそうでない大学で受けた影響に差はありますか", "トップ大学も普通の大学も影響は同じですか", "名門大学と地方の大学では明暗が分かれましたか"])
def test_elite_and_other_universities_are_told_apart(ask, text):
    answer = ask(text)
    assert answer.answer.startswith("**結論**\nはい、違うとする論文があります。") and "押し出されました" in answer.answer and answer.verdict.ok
    assert {figure.metric for figure in answer.figures} >= {"tier_share", "non_elite_share_change"}


@pytest.mark.parametrize("text", ["小さい会社でもAIで勝てますか", "エリート大学とそれ以外の割合の推移は?", "エリート大学とは?", "中小企業のAI利用を調べた論文は?"])
def test_near_questions_are_answered_as_before(understand, text):
    assert not {"small_firms", "elite_apart"} & set(understand(text).inherited)


def test_how_and_on_how_much_of_our_own_data_where_no_paper_is_told(ask):
    assert "427,014本" in ask("どうやって調べた? データは何件?").answer
