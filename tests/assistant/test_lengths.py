"""Answers that may have so many characters or sentences: whole sentences of the answer, as many as fit, with their source."""

import pytest

from assistant.understand.text.lengths import length_asked, sentences_asked
from assistant.write.layout import MARK, Page
from assistant.write.within import within

AHMED, LORA = "ahmed-wahed-2020-de-democratization-of-ai", "hu-2021-lora"


def told(answer) -> str:
    """What an answer says, without marks and markup."""
    return MARK.sub("", answer.answer.partition("**結論**\n")[2].partition("\n\n")[0]).replace("**", "")


@pytest.mark.parametrize(
    ("text", "style", "rest"),
    [
        ("100字で", "within 100", ""), ("LoRAの論文を百字でまとめて", "within 100", "LoRAの論文を"), ("その論文を50字以内で説明してください", "within 50", "その論文を"), ("二百字程度で", "within 200", ""), ("2021年の企業参加率を40字で答えて", "within 40", "2021年の企業参加率を"), ("要点を三十字に", "within 30", "要点を"),
    ],
)  # fmt: skip
def test_the_length_is_read_apart_from_the_question(text, style, rest):
    assert length_asked(text) == (style, rest)


@pytest.mark.parametrize(("text", "style"), [("その論文を一文で", "within 1s"), ("2文で説明して", "within 2s"), ("ひと文でまとめると", "within 1s")])
def test_so_many_sentences(text, style):
    assert sentences_asked(text)[0] == style


@pytest.mark.parametrize("text", ["100本で", "十分に説明して", "2021年の数字で", "漢字で", "百社に聞いた調査", "一文字で表すと", "論文一文献で"])
def test_what_limits_no_length(text):
    assert length_asked(text) is None and sentences_asked(text) is None


@pytest.mark.parametrize("limit", ["100字で", "60字以内で", "八十字でまとめて"])
@pytest.mark.parametrize("texts", [("LoRAの論文",), ("Ahmed & Wahedの論文について教えて",), ("2021年の企業参加率は",), ("なぜ企業が増えた?",), ("共同研究の採算は",), ("LoRAとは何か",)])
def test_the_answer_keeps_to_the_limit_and_its_source(talked, texts, limit):
    answer = talked(*texts, limit)[-1]
    assert answer.citations and answer.verdict.ok and told(answer)
    assert len(told(answer)) <= {"100字で": 100, "60字以内で": 60, "八十字でまとめて": 80}[limit] or "最も短い文をお示しします" in answer.answer and answer.intent == "roi"


@pytest.mark.parametrize("text", ["その論文を一文で", "この論文を一文でまとめて", "一文で", "一文で言うと"])
def test_a_told_paper_in_one_sentence_is_its_first_point(talked, text):
    answer = talked("LoRAの論文", text)[-1]
    assert [citation.id for citation in answer.citations] == [f"{LORA}#point-1"] and told(answer).count("。") == 1


def test_a_paper_named_with_a_length_is_told_as_a_whole(ask):
    assert ask("Ahmed & Wahedの論文を100字で説明して").citations[0].id == f"{AHMED}#point-1"
    assert ask("Crammingの論文を一文で言うと").citations[0].id == "geiping-goldstein-2022-cramming#point-1"


def test_no_sentence_comes_without_the_one_before_it():
    page = Page(conclusion=["甲は乙です【1】。"], points=["長い長い長い文です。それでも丙です【2】。", "丁【3】。"])
    assert within(page, "within 12").conclusion == ["甲は乙です【1】。", "丁【3】。"]
    assert within(page, "within 40").conclusion == ["甲は乙です【1】。", "長い長い長い文です【2】。", "それでも丙です【2】。", "丁【3】。"]


def test_where_nothing_fits_the_shortest_is_told_with_a_note():
    page = within(Page(conclusion=["甲は乙です【1】。"], points=["丁は戊です、そう【3】。"]), "within 3")
    assert page.conclusion == ["甲は乙です【1】。"] and "最も短い文" in page.caveats[0]


def test_one_sentence_to_say_in_a_meeting_stays_a_phrase(ask):
    assert ask("役員会で使える一文で").intent == "phrases"


@pytest.mark.parametrize("text", ["Ahmed & Wahedの論文は何件のデータを使っているか", "Ahmed & Wahedの論文は何本の論文を調べた?", "Ahmed & Wahedの研究の対象は何件ですか", "Ahmed & Wahedの論文の標本数は"])
def test_how_much_a_paper_named_by_its_authors_looked_at(ask, text):
    answer = ask(text)
    assert answer.citations[0].id == f"{AHMED}#qa-2" and "171,394本" in answer.answer.split("\n")[1]
