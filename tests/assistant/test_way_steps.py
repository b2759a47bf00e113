"""What a way to go consists of is told by its steps, not by a passage that shares a word with it."""

import pytest

HEADS = {"prototype": "業務を一つ選び", "cloud": "計算機を買わずに借り", "joint": "先行する成果を持つ研究室と契約し", "all": "三つとは、小さく試す"}


@pytest.mark.parametrize(
    ("turns", "way"),
    [
        (("共有クラウドは具体的にどういうことをするの",), "cloud"), (("共有クラウドの進め方",), "cloud"), (("三つの戦略を比べて", "共有クラウドは具体的に何をする?"), "cloud"),
        (("共同研究って具体的に何をするんですか",), "joint"), (("共同研究の段取りは",), "joint"),
        (("小規模プロトタイプとはどんなやり方ですか",), "prototype"), (("小さく試すって、実際どんなことをするん?",), "prototype"),
        (("三つの戦略それぞれの中身を説明して",), "all"), (("三つの案の中身は?",), "all"),
    ],
)  # fmt: skip
def test_what_a_way_consists_of(talked, turns, way):
    answer = talked(*turns)[-1]
    assert answer.intent == "strategy" and answer.verdict.ok
    assert HEADS[way] in answer.answer.split("**要点**")[0]
    assert "【1】" in answer.answer


@pytest.mark.parametrize("asked", ["共同研究の論文の手順は", "共同研究とは何ですか", "共有クラウドの進め方と費用は", "共同研究で何に注意すればいい?", "小規模プロトタイプの採算は?", "3,000万円の共同研究、年800万円の効果なら中身はどうなる?"])
def test_other_questions_on_a_way_are_not_its_steps(ask, asked):
    assert not any(head in ask(asked).answer.split("**要点**")[0] for head in HEADS.values())
