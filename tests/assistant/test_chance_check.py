"""What an answer says of chance is checked against the interval of the difference or change it cites."""

import pytest
from steps import drafted

CLEAR, FLAT = "偶然のぶれとは考えにくく、統計的に意味のある差です", "統計的に意味のある差とは言えず、偶然のぶれの範囲です"
MOVED, STAYED = "偶然のぶれとは考えにくく、統計的に意味のある変化です", "統計的に意味のある変化とは言えず、偶然のぶれの範囲です"


@pytest.mark.parametrize(
    "asked, told, other",
    [
        ("ICMLとCVPRの企業参加率の差は統計的に意味がありますか", FLAT, CLEAR), ("KDDとICMLの企業参加率の差は統計的に意味がありますか", CLEAR, FLAT),
        ("AI会議の企業参加率の上昇は統計的に意味がありますか", MOVED, STAYED), ("AI以外の会議の企業参加率の変化は統計的に意味がありますか", STAYED, MOVED),
    ],
)  # fmt: skip
def test_the_opposite_of_the_interval_is_found(assistant, asked, told, other):
    question, draft, cited = drafted(assistant, asked)
    assert told in draft.text
    assert assistant.verifier.check(draft.text, cited, question).ok
    turned = assistant.verifier.check(draft.text.replace(told, other), cited, question)
    assert [each["reason"] for each in turned.unsupported] == ["direction differs from the cited change"]


def test_a_difference_of_other_points_is_found(assistant):
    question, draft, cited = drafted(assistant, "KDDとICMLの企業参加率の差は何ポイント")
    assert "14.2ポイント" in draft.text
    assert not assistant.verifier.check(draft.text.replace("14.2ポイント", "15.2ポイント"), cited, question).ok
    assert not assistant.verifier.check(draft.text.replace("8.5〜19.8", "8.5〜18.8"), cited, question).ok
