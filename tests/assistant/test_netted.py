"""What is left of a change after another one is taken off is never told as the change itself."""

import pytest

ASKED = "他分野の伸びを除いた企業単独率の純粋な変化"


@pytest.fixture(scope="module")
def effect(as_checked):
    return as_checked(ASKED)


@pytest.mark.parametrize("told", ["AI会議の企業単独率の変化は+1.0ポイントで、はっきりした差とは言えません【1】。", "企業単独率は1.0ポイントの変化で、はっきりした差とは言えません【1】。"])
def test_a_net_change_told_plainly_is_caught(assistant, effect, told):
    _, evidence, question = effect
    verdict = assistant.verifier.check(told, evidence, question, free=True)
    assert [finding["reason"] for finding in verdict.unsupported] == ["what is left after another change is taken off is no plain change"]


@pytest.mark.parametrize("said", ["他分野の動きを引くと、", "AI以外の会議の動きを差し引くと、", "差の差で見ると、"])
def test_a_net_change_that_says_so_passes(assistant, effect, said):
    _, evidence, question = effect
    assert assistant.verifier.check(f"{said}AI会議の企業単独率の変化は+1.0ポイントで、はっきりした差とは言えません【1】。", evidence, question, free=True).ok
