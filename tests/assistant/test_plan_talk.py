"""Words for a proposal, questions to put and documents, asked for late in a talk, are of the plan that the talk is about."""

import pytest

from assistant.understand.plans.plan_talk import sentence_wanted

PLAN = "共同研究に初期費用600万円、効果は年900万円"
OWN = "初期費用800万円、年350万円の効果、期間3年なら回収できる?"


@pytest.mark.parametrize(
    "text",
    ["稟議書の一文にして", "提案書に書く文を", "予算要求の言い方を", "稟議に載せる言葉を", "決裁書に添える一言を", "上申書用の言い回しを教えて", "企画書に入れる一節を", "申請書の書き出しを考えて", "議案に使える文を"],
)
def test_words_for_a_proposal_are_told_by_their_form(text):
    assert sentence_wanted(text)


@pytest.mark.parametrize("text", ["稟議書を作って", "稟議書の文書を", "提案書をWordで", "予算はいくら?", "この文章を要約して", "提案の根拠になる論文は?"])
def test_a_document_or_another_matter_is_no_such_words(text):
    assert not sentence_wanted(text)


@pytest.mark.parametrize("between", [(), ("稟議書を作って",), ("役員会で言う一言を",), ("企業参加率は?",), ("執行側に私が聞くべき質問を3つ",)])
@pytest.mark.parametrize("asked", ["稟議書の一文にして", "提案書に書く文を", "予算要求の言い方を"])
def test_a_proposal_late_in_a_talk_is_of_its_plan(talked, between, asked):
    answer = talked(PLAN, *between, asked)[-1]
    assert answer.intent == "phrases" and "> 共同研究は、初期投資600万円、年間効果900万円なら" in answer.answer.replace("> AIの取り組みについて、一つ提案があります。", "> ") and "試作" not in answer.answer and "小規模な" not in answer.answer


@pytest.mark.parametrize("asked", ["執行側に私が聞くべき質問を3つ", "想定問答", "反対する役員への返し", "反対する役員に何と返す?"])
@pytest.mark.parametrize("between", [("予算要求の言い方を",), ("稟議書を作って",), ("想定問答",)])
def test_questions_and_replies_are_of_the_plan(talked, between, asked):
    answer = talked(PLAN, *between, asked)[-1]
    assert "共同研究" in answer.answer and "企業参加率" not in answer.answer and answer.verdict.ok


def test_the_document_is_of_the_plan_talked_of(talked):
    for asked in ("どの案をワードの資料にすべき?", "スライドにして", "稟議書のひな形をください"):
        answer = talked(PLAN, "役員会で言う一言を", asked)[-1]
        assert answer.intent == "document" and answer.actions[0]["changes"]["annual_benefit"] == 9e6 and "共同研究の案を、お示しの額だけで" in answer.answer, asked


def test_figures_told_last_are_what_is_said_of_them(talked):
    reply = talked(PLAN, "企業参加率は?", "反対する役員への返し")[-1]
    assert "36.2%" in reply.answer and "共同研究の期待値" not in reply.answer
    said = talked(PLAN, "企業参加率は?", "この数字を提案で使う言い方を")[-1]
    assert "36.2%" in said.answer and "共同研究の期待値" not in said.answer


def test_what_is_asked_for_is_the_plan_and_first_its_measure_where_it_loses(talked):
    assert "標準の費用まで含めると採算に届かないため、まず効果の見込みを測ることにつき、ご承認" in talked(PLAN, "役員会で言う一言を")[-1].answer
    assert "今の前提では採算に届かないため、まず効果の見込みを測ることにつき、ご承認" in talked(OWN, "効果が半分だと?", "役員会で言う一言を")[-1].answer
    assert "この案を、期限と打ち切りの条件を定めたうえで実施したく" in talked(OWN, "役員会で言う一言を")[-1].answer
    assert "この案の、最初の判断までに要する費用に限り" in talked(OWN, "予算要求の言い方を")[-1].answer
    assert "試作に要する費用に限り" in talked("小規模プロトタイプのNPVは?", "予算要求の言い方を")[-1].answer


@pytest.mark.parametrize("asked", ["どの案をワードの資料にすべき?", "稟議書のひな形をください", "スライドにまとめてください"])
def test_the_document_after_a_comparison_is_of_the_plan_it_put_first(talked, asked):
    answer = talked("3つの戦略でどれが得?", asked)[-1]
    assert answer.actions[0]["strategy"] == "joint" and "比べた案のうち、先に挙げた共同研究で用意しました" in answer.answer
    assert talked("企業参加率は?", asked)[-1].actions[0].get("strategy") == (None if asked.startswith("スライド") else "prototype")  # figures themselves become slides
