"""After a programme of a state was told of, the asker's own budget is no question of its budget."""

import pytest


@pytest.mark.parametrize("asked", ["予算500万しかないんだけど、何から始めるのがいい?", "予算は1000万円。何から始めればいい?"])
def test_ones_own_budget_is_answered_by_the_ways(talked, asked):
    answer = talked("NAIRRって何?", asked)[-1]
    assert answer.intent == "strategy" and "最初の判断までの費用450万円を賄えます" in answer.answer


def test_the_budget_of_the_programme_is_told(talked):
    assert "26億ドル" in talked("NAIRRって何?", "予算はいくら")[-1].answer
