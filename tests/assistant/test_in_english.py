"""Any answer comes in English as far as English is held, and what is not is said in one line; a calculation by its results."""

import re

import pytest

PLANS, PLAN, OWN = "3案を比べて", "小規模プロトタイプの採算は?", "初期投資500万、年間効果300万、5年でNPVは?"
NO_ENGLISH = "この回答は英語の文に対応していません。日本語でお答えします。"
WISHES = ["今の話を英語で 海外の親会社に説明するから", "英語で", "英文にしてください", "ここまでの内容を英訳して", "Englishで頼むわ、本社に送るので", "さっきの結果、英語版もほしい", "親会社に説明するので英語でお願いします", "悪いけど英語で言うて"]
LATIN = re.compile(r"- [A-Za-z0-9 ,.()%–'【】*-]+$")


def english(answer):
    return [line for line in answer.answer.split("\n") if LATIN.match(line)]


@pytest.mark.parametrize("text", WISHES)
def test_plans_are_told_by_their_results(talked, text):
    answer = talked(PLANS, text)[-1]
    lines = "\n".join(english(answer))
    assert answer.verdict.ok and "The expected value after tax, with the option to stop, is plus 4,520,000 yen" in lines and "The probability of a positive net present value is 25.1%" in lines
    assert "英語にしたのは主な結果の数字だけで" in answer.answer and len(english(answer)) >= 15


@pytest.mark.parametrize(("before", "line"), [(PLAN, "minus 1,790,000 yen"), (OWN, "The net present value is plus 6,980,000 yen")])
def test_each_plan_has_its_own_amounts(talked, before, line):
    answer = talked(before, "英語で")[-1]
    assert answer.verdict.ok and line in answer.answer


@pytest.mark.parametrize("text", WISHES)
@pytest.mark.parametrize("before", ["2021年の企業参加率は?", "なぜ企業のAI論文が増えたの", "Strubellの論文の要点は?", "GPUとは", "AIの学習費用はいくら?", "役員会で格差を説明する一言", "何から始めればいい?"])
def test_other_answers_come_in_english(talked, before, text):
    answer = talked(before, text)[-1]
    assert answer.outcome == "answered" and answer.verdict.ok and re.search(r"[A-Za-z]{4,} [A-Za-z]{2,} [A-Za-z]{2,}", answer.answer.partition("**出典**")[0])


@pytest.mark.parametrize("before", ["ABCIの料金は?", "GPT-3の計算量は?", "日本の順位は?"])
def test_where_no_english_is_held_that_is_said_first(talked, before):
    answer = talked(before, "英語で")[-1]
    assert answer.verdict.ok and NO_ENGLISH in answer.answer.split("\n")[1]


@pytest.mark.parametrize("text", ["英語の論文はどれ?", "企業参加率は英語で何と言うの?", "英語が苦手でも使える?"])
def test_other_wishes_for_english_are_none_of_it(talk, text):
    assert talk("2021年の企業参加率は?", text).inherited != ("all",) or talk("2021年の企業参加率は?", text).style != "english"


@pytest.mark.parametrize("text", ["ちょっと固いかな。もっとやわらかく、あと英語でも", "もう少し短く、英語版もほしい", "やさしい言い方で。英文でもお願いします"])
def test_english_beside_words_to_say_stands_below_them(talked, text):
    answer = talked("役員会で格差を説明する一言", text)[-1]
    assert answer.outcome == "answered" and answer.verdict.ok and answer.intent == "phrases" and "> " in answer.answer and english(answer) and "英語にしたのは数字の文だけで" in answer.answer


@pytest.mark.parametrize("text", ["2011年は?あと英語でも", "もっと短く、英語でも"])
def test_english_beside_another_answer_is_pointed_at(talked, text):
    answer = talked("2021年の企業参加率は?", "企業参加率の推移は?", text)[-1]
    assert answer.outcome == "answered" and answer.verdict.ok
