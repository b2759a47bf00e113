"""The good and the weak side of the three ways, the one that a place means, and whether all this concerns a small firm."""

import pytest


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


SIDES = "三つとは、小さく試す、計算資源を借りる、大学と組む、です。"


@pytest.mark.parametrize("text", [
    "当社の課題は人手不足です。方策を三つ、利点と留意点も。", "打ち手を3つ、メリットとデメリット付きで挙げて", "三つの選択肢の長所と短所は?", "それぞれの戦略の強みと弱みを教えて", "選択肢ごとの良い点と悪い点を一覧で", "三つの案の一長一短を知りたい", "対策を三つ、利点とリスクを添えて", "各戦略のメリット、デメリットは?",
])  # fmt: skip
def test_three_ways_with_both_sides(ask, text):
    answer = ask(text)
    assert head(answer) == SIDES and answer.answer.count("の利点は、") == 3 and answer.answer.count("留意点は、") == 3


@pytest.mark.parametrize("text", ["論文の良い点と悪い点を三つ", "三つの会議の長所と短所は?", "共同研究のメリットは?", "共有クラウドの弱点は?"])
def test_the_sides_of_something_else(ask, text):
    assert SIDES not in ask(text).answer


def test_both_sides_of_the_ways_just_compared(talked):
    assert head(talked("三つの戦略を比べて", "それぞれのメリットとデメリットは?")[-1]) == SIDES


@pytest.mark.parametrize(("text", "name"), [("二番目の案はいくらかかる?", "共有クラウド"), ("三番目だと回収は何年?", "共同研究"), ("1つ目の案の損益分岐は?", "小規模プロトタイプ")])
def test_a_place_means_the_way_told_there(talked, text, name):
    assert name in head(talked("方策を三つ、利点と留意点も。", text)[-1])


def test_the_choice_after_one_of_them_is_among_all(talked):
    answer = talked("方策を三つ、利点と留意点も。", "二番目の案はいくらかかる?", "一つ選ぶなら?")[-1]
    assert "最初の一歩は" in head(answer) and "小規模プロトタイプ" in head(answer)


@pytest.mark.parametrize("text", ["従業員200人なんですけど、関係ありますか", "従業員200人の会社でも関係ありますか?", "社員30人の会社にも関係ある話ですか", "社員50人の町工場にも縁がある?"])
def test_whether_it_concerns_a_firm_of_a_told_size(talked, text):
    assert head(talked(text)[-1]).startswith("関係はあります。")
    assert head(talked("小規模プロトタイプの採算は?", text)[-1]).startswith("関係はあります。")


@pytest.mark.parametrize("text", ["従業員200人の会社です。どれがいい?", "従業員200人だと税率はどうなる?"])
def test_a_size_told_for_a_sum_still_is(talked, text):
    assert talked("小規模プロトタイプの採算は?", text)[-1].answer.find("関係はあります") < 0
