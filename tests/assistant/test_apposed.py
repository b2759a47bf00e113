"""「競合の三菱ケミカル」「同業の電機メーカー」: the name or trade that follows says whom the word means; a refusal gives the true reason and what is near."""

import pytest


@pytest.mark.parametrize("asked", ["競合のソニーの論文の割合は?", "取引先のトヨタの論文数は?", "当社の競合の日立とNECを比べて", "ライバル企業であるNTTの論文の割合は?"])
def test_a_named_rival_is_asked_about(ask, asked):
    assert ask(asked).outcome == "answered"


@pytest.mark.parametrize("asked", ["競合の三菱ケミカルと住友化学の研究者数は分かりますか。", "ライバルのソニーとNECの研究者数は?", "取引先である富士通の社員数は?"])
def test_the_reason_is_what_is_asked_for_and_not_the_rival(ask, asked):
    answer = ask(asked).answer
    assert "は数えていません" in answer and "どの会社か分からない" not in answer


def test_what_is_held_of_those_named_is_nearest(ask):
    answer = ask("ライバルのソニーとNECの研究者数は?").answer
    assert "ソニーの論文の割合は0.04%" in answer and "NEC（日本電気）の論文の割合は0.3%" in answer


@pytest.mark.parametrize("asked", ["同業の電機メーカーで、AIの論文をいちばん出しているのはどこ?", "同業でAI論文が一番多いのはどこ?", "うちの業界では、どこが論文を一番出していますか"])
def test_a_trade_is_not_counted_and_the_first_of_japan_is_near(ask, asked):
    answer = ask(asked).answer
    assert "業種で分けた集計は持っていません" in answer and "NEC（日本電気）で、0.3%" in answer


@pytest.mark.parametrize("asked", ["競合の論文数は?", "某社の論文の割合は?", "ライバル企業の論文は何本?", "競合のB社の論文数は?"])
def test_nobody_named_is_still_asked_back(ask, asked):
    assert "どの会社か分からない" in ask(asked).answer
