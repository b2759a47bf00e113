"""An answer in words is said again to somebody, or more briefly, as that answer; what was heard is acknowledged before the next question; a claim is judged however it is told."""

import pytest

from assistant.understand.text.spoken import spoken

TERM, REASONS, WAY, AGAINST = "GPUとは", "なぜ企業のAI論文が増えたの", "結局うちはどうすべき?", "反論はありますか"


@pytest.mark.parametrize("before", [REASONS, WAY, AGAINST])
@pytest.mark.parametrize("text", ["それを社長に一言で", "役員会で一言で言うとどうなりますか", "部長に30秒で説明すると?", "役員に一言で説明するとどうなりますか", "じゃあ、今の話を株主に手短に伝えるなら", "明日の朝礼で一言で言うには", "一言で、上司に説明して", "これを先方に簡潔に伝えたい"])
def test_the_answer_is_said_aloud(talked, before, text):
    first, answer = talked(before, text)
    assert answer.verdict.ok and first.answer.split("\n")[1].split("【")[0].split("。")[0] in answer.answer


@pytest.mark.parametrize("text", ["なるほど。じゃあ一言でまとめると", "一言で言うと?", "短くまとめて", "簡潔に説明すると", "ひとことで言えば"])
def test_the_answer_is_told_shorter(talked, text):
    first, answer = talked(TERM, text)
    assert first.answer.split("\n")[1] in answer.answer and "**要点**" not in answer.answer


@pytest.mark.parametrize(("before", "text"), [("企業参加率は?", "それを社長に一言で"), (TERM, "社長に聞かれたらどう答える?"), (TERM, "一言でいうとLoRAとは"), (TERM, "社長に説明する資料を作って")])
def test_other_wordings_stay_as_they_were(talk, before, text):
    question = talk(before, text)
    assert not (question.style == "spoken" and question.inherited == ("all",) and question.intent == "explain")


@pytest.mark.parametrize("text", ["大手だけがAIを独占しているという話は本当ですか", "大手テックがAI研究を支配しているって噂は本当?", "AIは大手に牛耳られているという指摘は事実ですか", "大手の寡占が進んでいるという見方は正しいですか"])
def test_the_claim_is_judged(ask, text):
    assert ask(text).answer.split("\n")[1].startswith("大手への偏りは強まりましたが、独占や寡占と呼べるほどではありません。")


@pytest.mark.parametrize(("text", "rest"), [("なるほど。企業参加率は?", "企業参加率は?"), ("ありがとうございます。では日本は?", "では日本は?"), ("へえ、NTTの論文は何本?", "NTTの論文は何本?"), ("わかりました。GPUとは", "GPUとは")])
def test_what_was_heard_is_left_out(text, rest):
    assert spoken(text) == rest


@pytest.mark.parametrize("text", ["なるほど。", "ありがとうございます。", "ありがとうの論文は?", "なるほどですね"])
def test_thanks_alone_stay(text):
    assert spoken(text) == text
