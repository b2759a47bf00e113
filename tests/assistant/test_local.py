"""Local, small or unknown universities: what they are worth is answered by those outside the first fifty, and what is not held is said."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "地方大学のメリットは?", "うちは地方の私大だけど", "うちは地方の私大だけど、共同研究のメリットは?", "地元の大学と組むメリットってある?", "無名の大学と共同研究する意味は?",
        "地方国立大の強みは何ですか", "中堅大学と連携する意味はあるの?", "小さな大学の出番はある?", "私たちは地方大学ですが",
    ],
)  # fmt: skip
def test_the_rest_of_the_universities_answer(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and answer.verdict.ok
    assert {"firm_non_elite_share", "firm_elite_share"} <= {figure.metric for figure in answer.figures}
    assert "地方の大学だけを分けた集計" in answer.answer


@pytest.mark.parametrize("text", ["地方大学の論文の割合は?", "大学と組むメリットは?", "地方の中小企業のメリットは?", "有名大学のメリットは?", "地方大学の偏差値は?", "地元の大学と組むのと名門と組むの、どう選べばいいのか迷う", "地元の大学と共同研究を組むときに最初の半年で何を確かめればいいでしょうか"])
def test_others_are_read_as_before(understand, text):
    assert [subject.metric for subject in understand(text).subjects] != ["firm_non_elite_share", "firm_elite_share"]
