"""After a programme of a state was told of, the asker's own budget is no question of its budget; a rival that is named is no unnamed one."""

import pytest


@pytest.mark.parametrize("asked", ["予算500万しかないんだけど、何から始めるのがいい?", "予算は1000万円。何から始めればいい?"])
def test_ones_own_budget_is_answered_by_the_ways(talked, asked):
    answer = talked("NAIRRって何?", asked)[-1]
    assert answer.intent == "strategy" and "最初の判断までの費用450万円を賄えます" in answer.answer


def test_the_budget_of_the_programme_is_told(talked):
    assert "26億ドル" in talked("NAIRRって何?", "予算はいくら")[-1].answer


@pytest.mark.parametrize(("asked", "unclear"), [("うちの競合の味の素はどうだ", False), ("競合のキーエンスの論文は?", False), ("競合はどうだ", True), ("競合の割合は?", True), ("この手法、競合の社内ではもう使われていますか", True)])
def test_a_rival_that_is_named_is_not_asked_for_by_name(ask, asked, unclear):
    answer = ask(asked)
    assert answer.outcome == "not_in_data" and ("「競合」がどの会社か分からない" in answer.answer) == unclear
