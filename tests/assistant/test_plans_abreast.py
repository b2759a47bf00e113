"""Several plans of a kind side by side, the chance of success that breaks even, and joint research longer than its stages reach."""

import pytest

OWN = "初期費用800万円、年350万円の効果、期間3年なら回収できる?"


@pytest.mark.parametrize(("text", "told"), [("PoCを3本並行、1本600万円、成功確率3割、成功したら年800万円の効果。採算は?", "3件まとめると、初期投資は1,800万円、期待値は1,075万円のプラス"), ("試作を5件同時に走らせる。1件200万円、当たるのは2割、当たれば年500万円の効果", "5件まとめると、初期投資は1,000万円、期待値は996万円のプラス")])
def test_plans_side_by_side_are_told_one_by_one_and_together(ask, text, told):
    answer = ask(text)
    assert "これは個々の案ごとの試算です。" in answer.answer and told in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["成功確率が何%なら元が取れる", "何割成功すればトントン?", "どのくらいの確率で成功すれば黒字になる?"])
def test_the_chance_that_breaks_even_is_told_first(talked, asked):
    assert talked(OWN, asked)[-1].answer.startswith("**結論**\n期待値がプラスになるのは、成功する確率が88.7%を超えるときです")
    assert "損益分岐は総合成功確率**45.8%**" in talked("小規模プロトタイプのROIは?", asked)[-1].answer


def test_a_probability_that_is_asked_for_is_no_break_even(talked):
    assert "損益分岐は総合成功確率" not in talked("小規模プロトタイプのROIは?", "元が取れる確率は何%?")[-1].answer.split("**要点**")[0]


def test_joint_research_longer_than_its_stages_keeps_its_years(ask):
    assert "1,597万円" in ask("共同研究を5年間、毎年500万円払う。効果は年900万円。元は取れる?").answer and "ご指定の額だけ" not in ask(OWN).answer
