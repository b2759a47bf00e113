"""Whom an answer is for, where it is used and in what manner it is wanted are no subjects: the question behind them is answered, in that manner."""

import pytest

from assistant.understand.words.manners import plain_manner

ASKED = "企業の参加率は?"


@pytest.mark.parametrize(("text", "style"), [
    ("息子に説明するさかい三行で", "three"), ("学長に説明するから3行で", "three"), ("町内会で話さなあかんので三行で", "three"), ("要点を箇条書きで3つ", "three"), ("3つのポイントで", "three"), ("key takeaways in 3 bullets", "three"), ("bullet points please", "three"), ("三つの要点にして", "three"),
    ("孫でもわかるように", "simple"), ("新入社員にも理解できる言葉で", "simple"), ("横文字抜きで言って", "simple"), ("ELI5", "simple"), ("小さい子にも伝わるようにして", "simple"), ("in plain words", "simple"),
    ("quick", "short"), ("TL;DR", "short"), ("in a nutshell", "short"), ("ざっくり言うと", "short"), ("サクッと頼む", "short"), ("後輩に教えたいから短く", "short"), ("かいつまんで教えて", "short"), ("専務に報告せなあかんねんけど、ざっくり", "short"),
    ("午後の面談で使うから要点だけ", "short"), ("executive summary", "short"), ("なるべくシンプルに", "short"), ("妻に説明したいので簡単に", "short"), ("ひと口で言うと", "short"), ("端的に言うと?", "short"), ("学会の懇親会で話すから二言三言で", "short"), ("女房に話すさけ、やさしゅう", "simple"), ("学生向けの講義で使うので要点を", "short"), ("なる早で要点", "short"), ("summarize in 2 sentences", "short"), ("give me three takeaways", "three"),
])  # fmt: skip
def test_the_last_answer_is_told_again_in_that_manner(talk, text, style):
    question = talk(ASKED, text)
    assert (question.intent, question.style, question.blocker, question.subjects[0].metric) == ("figure", style, None, "firm_share")


@pytest.mark.parametrize("asked", ["中堅企業はどの戦略を選ぶべき?", "共有クラウドの採算は?", "LoRAとは?", "LoRAの論文", "なぜ企業が増えた?"])
@pytest.mark.parametrize("text", ["TL;DR", "ざっくりでいい", "学長に説明するさかい短く", "孫にもわかるように言って"])
def test_answers_of_every_kind_are_told_again(talk, asked, text):
    first, again = talk(asked), talk(asked, text)
    assert (again.intent, again.blocker, again.inherited) == (first.intent, None, ("all",)) and again.style in ("short", "simple")


@pytest.mark.parametrize(("text", "plain"), [
    ("息子に説明するんやけど企業の参加率って何%?", "企業の参加率って何%?"), ("社内勉強会で話すので、企業の参加率を教えて", "企業の参加率を教えて"), ("学長に報告するのでエリート大学の割合を", "エリート大学の割合を"),
    ("株主に説明するための企業参加率", "企業参加率"), ("for my boss: firm share in AI papers 2021?", "firm share in AI papers 2021?"), ("quick question: what share of AI papers have firm authors?", "what share of AI papers have firm authors?"),
    ("監査役から意見を求められた。企業参加率は?", "企業参加率は?"), ("甥っ子に教えたいんだけど、GPUって何", "GPUって何"), ("取引先に見せるので、日本の割合をください", "日本の割合をください"), ("2019年のCVPRの企業参加率をサクッと", "2019年のCVPRの企業参加率を、短く"),
    ("briefly, why did firms grow?", "why did firms grow? briefly"), ("さらっと教えて。産学共著率とは", "短く、産学共著率とは"),
])  # fmt: skip
def test_what_is_asked_is_left(text, plain):
    assert plain_manner(text) == plain


@pytest.mark.parametrize("text", [
    "社長に報告する数字を教えて", "AIの効果を役員に説明するにはどうすればいい?", "大学に教えた企業の割合は?", "企業が大学に話すから共著が増えた?", "計算資源の格差はざっと何倍?", "企業の参加率ってざっくり何%?", "会議で使われるGPU", "日本で使うための共有クラウドは?", "quick wins は?",
    "三つの戦略の要点は", "論文の要点", "役員会で使える一言を", "反対する役員に説明するときの言い方は?", "社外に送るので資料を作って", "大学で使う割合は", "企業の参加率は何を説明するための数字?",
])  # fmt: skip
def test_other_words_stay(text):
    assert plain_manner(text) == text


@pytest.mark.parametrize("text", ["for my boss", "社内勉強会で使う", "I need this for my team", "to explain to my team", "朝会で話すので", "これ、親父に見せたいねんけど", "elevator pitchで", "エレベーターで社長に話せる長さで"])
def test_whom_or_what_alone_asks_for_words_to_say(talk, text):
    question = talk(ASKED, text)
    assert (question.intent, question.subjects[0].metric, question.blocker) == ("phrases", "firm_share", None)


@pytest.mark.parametrize("text", ["三行で", "3つのポイントで"])
def test_a_calculation_in_three_points(talked, text):
    answer = talked("共同研究の採算は?", text)[-1]
    assert answer.verdict.ok and answer.answer.split("**出典**")[0].count("\n- ") == 3 and "452万円のプラス" in answer.answer
