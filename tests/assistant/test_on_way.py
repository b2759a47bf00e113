"""Short turns on the way that was just spoken of, and what is gained by one."""

import pytest


@pytest.mark.parametrize(("texts", "words"), [
    (("共同研究を始めたい", "大学はどう選ぶ?"), "相手は大学が第一候補です"), (("共同研究を始めたい", "いくらかかる?"), "共同研究で最初の判断までに"), (("共同研究を始めたい", "失敗したら?"), "共同研究が最初の判断で不合格なら"), (("共同研究を始めたい", "契約は?"), "契約"),
    (("共同研究を始めたい", "メリットは何ですか"), "自社にない人材と設備に届き"), (("共同研究を始めたい", "稟議の文章を作って"), "共同研究の稟議書"), (("クラウドで始めるのはどう?", "費用は?"), "安い順に並べました"), (("クラウドで始めるのはどう?", "データの置き場所は大丈夫?"), "データの置き場所を"),
    (("クラウドで始めるのはどう?", "うまくいかなかったら?"), "共有クラウドが最初の判断で不合格なら"), (("小規模プロトタイプのメリットは?", "いくらかかりますか"), "小規模プロトタイプで最初の判断までに"), (("クラウドのメリットは?",), "設備を買わずに始められ"), (("共有クラウドの利点を教えて",), "設備を買わずに始められ"),
    (("共同研究の強みは?",), "自社にない人材と設備に届き"), (("プロトタイプのいいところは?",), "小さな費用と短い期間で"), (("プロトタイプの費用はいくら?",), "生成AI PoCの費用目安"), (("クラウドの料金はいくらですか",), "安い順に並べました"),
])  # fmt: skip
def test_the_turn_is_answered_on_that_way(talked, texts, words):
    answer = talked(*texts)[-1]
    assert answer.outcome == "answered" and words in answer.answer.split("**要点**")[0] and answer.verdict.ok


def test_what_is_gained_shows_its_own_passage_alone(ask):
    answer = ask("クラウドのメリットは?")
    assert "共有クラウド（" in answer.answer and "小規模プロトタイプ（" not in answer.answer


@pytest.mark.parametrize("texts", [("企業の割合は?", "いくらかかる?"), ("共同研究を始めたい", "クラウドの費用は?"), ("共同研究を始めたい", "企業の割合は?"), ("Chinchillaの論文は?", "失敗したら?")])
def test_other_turns_are_left(talk, texts):
    assert not talk(*texts).text.startswith("共同研究")


@pytest.mark.parametrize("asked", ["共同研究を進める根拠を三点に絞っていただけますか。", "共同研究を勧める理由を三つ", "産学連携を推進する論拠は?", "共同研究にすべき理由は何ですか"])
def test_the_grounds_for_joint_research(talked, asked):
    answer = talked("東京大学の順位は?", asked)[-1].answer
    assert answer.split("\n")[1].startswith("自社にない人材と設備に届き") and "29.2%" in answer


@pytest.mark.parametrize("asked", ["共有クラウドを使う根拠を3点ください", "共有クラウドを選ぶ理由は?"])
def test_the_grounds_for_a_shared_cloud(ask, asked):
    assert ask(asked).answer.split("\n")[1].startswith("設備を買わずに始められ")


@pytest.mark.parametrize("asked", ["共同研究が減った理由は?", "共同研究費の根拠は?", "産学共著率が上がった理由は?", "大学が共同研究をする理由は?"])
def test_what_asks_for_no_grounds_of_a_way(understand, asked):
    assert understand(asked).intent != "strategy"
