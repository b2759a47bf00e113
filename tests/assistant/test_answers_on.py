"""Questions and answers on a named theme are on that theme; softened, the ones meant change, and what cannot be put softer is said."""

import re

import pytest

from assistant.understand.words.answers_on import THEMED

COUNCIL = "議会で「なぜ税金でAIをやるのか」と問われた場合の想定問答を3つ"
PLANS, SHARE = "3案を比べて", "2021年の企業参加率は?"
OPEN, CLOSE, SOFTEST = "ご指摘は、もっともだと思います。", "ご意見を伺いながら、一緒に進めさせていただけると助かります。", "これより柔らかい言い方は用意していません。"


def asked(answer):
    return re.findall(r"^\*\*(?!結論|留意点|出典)(.+)\*\*$", answer.answer, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "first", "word"),
    [
        (COUNCIL, "なぜ税金でAIをやるのか", "税金"), ("なぜ今なのかについて想定問答を作って", "なぜ今なのか", "待つ"), ("「雇用は守れるのか」に関する想定問答", "雇用は守れるのか", "雇用"), ("環境負荷をテーマに想定問答を3問", "環境に悪くないか", "電力"),
        ("住民説明会の想定QA", "税金を使う意味があるのか", "税金"), ("情報漏えいの一問一答を4つ", "安全なのか", "安全"), ("失敗したらどうするんやって聞かれた時の想定問答、頼むわ", "失敗したらどうするのか", "うまくいく"), ("公平性について質疑応答の案を", None, ""),
    ],
)
def test_the_questions_are_on_the_theme(ask, text, first, word):
    answer = ask(text)
    assert answer.verdict.ok and answer.intent == "phrases" and answer.outcome == "answered"
    if first is not None:
        assert asked(answer)[0] == first and word in "".join(asked(answer)[:3]) + answer.answer


@pytest.mark.parametrize(("text", "number"), [(COUNCIL, 3), ("情報漏えいの一問一答を4つ", 4), ("失敗したらどうするんやって聞かれた時の想定問答、2つ頼むわ", 2), ("「なぜ今なのか」の想定問答を1つ", 1)])
def test_there_are_as_many_as_were_wanted(ask, text, number):
    assert len(asked(ask(text))) == number


def test_after_plans_the_theme_is_kept(talked):
    answer = talked(PLANS, COUNCIL)[-1]
    assert answer.verdict.ok and asked(answer) == ["なぜ税金でAIをやるのか", "税金に見合う効果はあったのか", "効果が出なければどうするのか"]


def test_a_theme_of_which_nothing_is_held_is_asked_and_said_to_be_unheld(ask):
    answer = ask("「物流の2024年問題」についての想定問答を")
    assert answer.verdict.ok and asked(answer)[0] == "物流の2024年問題" and "お尋ねの点を扱った資料は手元にない" in answer.answer


@pytest.mark.parametrize("text", ["1つ目をもう少し柔らかい言い方に", "最初のをもっとやわらかく", "一つ目、角が立たないように", "1問目だけソフトに言い換えて"])
def test_the_one_meant_changes(talked, text):
    before, after = talked(COUNCIL, text)
    assert after.verdict.ok and asked(after) == ["なぜ税金でAIをやるのか"] and OPEN in after.answer and CLOSE in after.answer and after.answer != before.answer
    assert after.answer.split("\n")[1] == "柔らかくした言い方です。"


def test_what_is_as_soft_as_it_gets_is_said_so(talked):
    assert SOFTEST in talked(COUNCIL, "1つ目を柔らかく", "もっと柔らかく")[-1].answer and SOFTEST not in talked(COUNCIL, "1つ目を柔らかく", "2つ目も柔らかく")[-1].answer
    assert SOFTEST in talked(SHARE, "メールの文面にして", "もっと柔らかく")[-1].answer


@pytest.mark.parametrize("chain", [(SHARE, "想定問答を作って"), ("小規模プロトタイプの採算は?", "想定問答を3つ"), ("想定される反対を3つ、返し方も",)])
def test_every_list_of_replies_can_be_softened(talked, chain):
    *_, before, after = talked(*chain, "2つ目を柔らかく")
    assert after.verdict.ok and after.answer.count(OPEN) == 1 and after.answer != before.answer


@pytest.mark.parametrize("chain", [(SHARE, "想定問答を作って"), ("株主総会の想定問答を3つ",), ("AI投資についての想定問答",)])
def test_without_a_theme_they_are_on_what_was_told(talk, chain):
    assert talk(*chain).advice[0] != THEMED
