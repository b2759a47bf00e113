"""A worded answer in another style tells the same words, and no passage twice."""

import json
import re
import uuid

import pytest

from assistant.models import Place, Question, Subject


def told(assistant, *texts):
    """The answer to the last of questions asked in a row."""
    session = f"s{uuid.uuid4().hex[:8]}"
    return [assistant.ask(text, session=session) for text in texts][-1]


def conclusion(answer):
    return re.sub(r"【\d+】", "", answer.answer.split("\n\n")[0])


@pytest.mark.parametrize(
    "first",
    [
        "人材が大学から企業に流れているという話は、論文ではどう言われていますか", "うちみたいな小さい製造業がAIの研究に首を突っ込んで意味あるんですかね。論文ではどう言われてます?", "AI研究は大手しか勝てないのか?", "共同研究は大学と組むべき?", "LoRAとは?",
        "AI会議の企業参加率はなぜ上がったのですか",
    ],
)  # fmt: skip
def test_shorter_is_the_same_answer_and_no_longer(assistant, first):
    whole, short, again = told(assistant, first), told(assistant, first, "もっと短く"), told(assistant, first, "もっと短く", "もう少し短く")
    assert conclusion(whole).startswith(conclusion(short)) and conclusion(short).startswith(conclusion(again))
    assert len(again.answer) <= len(short.answer) <= len(whole.answer)


def test_what_words_were_found_for_is_kept_with_the_conversation():
    question = Question(text="手短に", intent="paper", resolved="手短に", found_for=("LoRAの論文は?", "hu-2021-lora", "", "paper"))
    assert Question.from_dict(json.loads(json.dumps(question.to_dict()))) == question


def test_a_reason_is_looked_for_by_what_was_measured(assistant):
    answer = told(assistant, "ICMLの大学単独率はどう推移していますか", "なぜそうなったのか、理由を知りたい")
    assert answer.citations[2].id.startswith("besiroglu"), "on teams of universities alone"


def test_a_reason_that_is_an_objection_is_told_once(assistant):
    asked = "なぜそうなったのか、理由を知りたい"
    found = assistant.words.gather(Question(text=asked, intent="why", resolved=asked, topic=asked, subjects=(Subject("university_only_share"),), places=(Place("venue", "icml"),)))
    roles = found.evidence.roles
    assert not set(roles["answer"]) & set(roles.get("against", ()))


@pytest.mark.parametrize("first", ["ICMLの大学単独率はどう推移していますか", "AI会議の大手テックの割合の推移は?", "CVPRの産学共著率の推移は?", "CVPRの大学参加率の推移は?", "ICRAの企業参加率の推移は?"])
def test_no_reason_twice(assistant, first):
    points = [line for line in told(assistant, first, "なぜそうなったのか、理由を知りたい").answer.split("\n") if line.startswith("- ") and "【" in line and not line.startswith("- 【")]
    marks = [re.findall(r"【\d+】", point)[-1] for point in points]
    assert len(points) == len(set(points)) == len(set(marks)) in (3, 4)  # what opposes stands beside three reasons
