"""A place in a ranking stands for who has it, as one side of something else; a named one beside the last one told gives the multiple of the two."""

import pytest

BEFORE = ("論文が多い企業は?", "東大と京大を比べると?")
REFUSED = "日本の大学で企業との共著が多いところを上位5つお願いします。"


@pytest.mark.parametrize("asked", ["さっきの企業の1位と東大では、どのくらい差がありますか。", "先ほどの企業のトップと東大の差は何ポイント?", "企業の首位と東京大学を比べて", "1位の企業と東大では何ポイント違う?"])
def test_the_first_of_a_kind_is_one_side_of_a_difference(talked, asked):
    answer = talked(*BEFORE, asked)[-1].answer
    assert "グーグル" in answer and "東京大学" in answer and "4.9ポイント" in answer


@pytest.mark.parametrize("asked", ["企業の1位と東大の差は?", "中国の大学の1位と東京大学の差は?"])
def test_no_talk_is_needed_where_the_kind_is_named(ask, asked):
    answer = ask(asked).answer
    assert "東京大学" in answer and ("グーグル" in answer or "清華大学" in answer) and "順位で指された相手は" in answer


def test_a_ranking_that_could_not_be_told_is_pointed_at(talked):
    answers = talked("東大の割合は?", REFUSED, "1位の大学は、どの企業と組んでいますか?")
    assert answers[-1].outcome == "not_in_data" and "東京大学と読みました" in answers[-1].answer and "東京大学と企業の共著" in answers[-1].answer


def test_the_first_of_the_country_is_held_against_the_one_just_told(talked):
    answer = talked(REFUSED, "清華大学は?", "さっきの日本の1位と件数で比べると、何倍くらいですか。")[-1].answer
    assert "5.2倍" in answer and "件数の倍率は割合の倍率と同じ" in answer


@pytest.mark.parametrize(("first", "asked", "told"), [
    ("清華大学の論文の割合は?", "東京大学と比べると何倍ですか", "5.2倍"), ("清華大学の論文の割合は?", "東大の何倍?", "5.2倍"), ("中国の割合は?", "日本と比べると何倍くらい?", "倍"), ("グーグルの論文の割合は?", "NECと本数で比べて何倍?", "倍"),
])  # fmt: skip
def test_the_multiple_of_two(talked, first, asked, told):
    answer = talked(first, asked)[-1]
    assert told in answer.answer.split("\n")[1] and "2007年の" not in answer.answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["301〜500位の大学の推移", "101~300位の大学の割合", "1〜50位の大学の論文の割合は?", "QSで50位の大学と企業の共著は?"])
def test_bands_of_ranks_are_no_places(understand, asked):
    assert not any(subject.institution for subject in understand(asked).subjects)


@pytest.mark.parametrize("asked", ["企業の1位はどこ?", "1位はどこ?", "大学のトップは?"])
def test_who_is_first_is_still_asked(ask, asked):
    assert "順位で指された相手は" not in ask(asked).answer


@pytest.mark.parametrize("asked", ["日本は2007年から何倍になった?", "清華大学は何倍に増えた?"])
def test_growth_is_no_multiple_of_two(talked, asked):
    assert "から2021年の" in talked("清華大学の論文の割合は?", asked)[-1].answer


@pytest.mark.parametrize("asked", ["海外だとどうでしょう。清華大学は?", "世界ではどう? 清華大学は?", "海外の場合はどうですか。たとえばスタンフォード大学は?"])
def test_who_is_named_after_a_vague_turn_is_meant(talked, asked):
    answer = talked("論文が多い企業は?", asked)[-1].answer
    assert "大学" in answer.split("\n")[1] and "グーグル" not in answer.split("\n")[1]
