"""Assistant.ask as a whole: input that cannot be taken, sessions, determinism, the answer object, and what happens when something breaks."""

import json
import logging
import re
import threading

import pytest

from assistant import Assistant, InputError
from assistant.assistant import MAX_CHARACTERS
from assistant.assistant import Assistant as Whole
from assistant.models import INTENTS
from assistant.write.layout import Page

JAPANESE = re.compile(r"[ぁ-ん]")
KEYS = {"question", "resolved_question", "intent", "outcome", "answer", "mode", "figures", "citations", "chart", "suggestions", "verdict", "elapsed_ms"}
VARIED = [
    "2019年のICMLの企業参加率は?", "企業の割合の推移", "企業と大学、どっちが多い?2020年", "企業参加率が高い会議を5つ、2020年で", "2026年の企業参加率は?", "計算資源とは何ですか",
    "反対の立場の研究もありますか", "なぜ企業は増えたのか", "この統計はどこまで信用できますか", "うちは何から始める?", "役員会で計算資源の格差を説明する一言を", "こんにちは", "あなたは何ができますか", "明日の天気は?",
]  # fmt: skip


def rest(answer):
    """An answer as JSON text without the time it took."""
    return json.dumps({**answer.to_dict(), "elapsed_ms": 0}, ensure_ascii=False, sort_keys=True)


# -- input -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", " ", "\u3000\n\t", "\u200b\u200d\ufeff", "?", "？？？", "。。。", "!!", "😀😀😀", "🇯🇵", "\x00\x01\x1b", "企" * (MAX_CHARACTERS + 1), "あ" * 10_000, "#" * 50])
def test_what_is_no_question_is_told_so_in_japanese(assistant, text):
    with pytest.raises(InputError) as told:
        assistant.ask(text)
    assert JAPANESE.search(told.value.message_ja) and told.value.message_ja.endswith("。")
    assert str(told.value).isascii()


def test_too_long_names_length_and_limit(assistant):
    with pytest.raises(InputError) as told:
        assistant.ask("あ" * 10_000)
    assert "10,000" in told.value.message_ja and f"{MAX_CHARACTERS:,}" in told.value.message_ja


def test_an_input_error_leaves_the_conversation_as_it_was(assistant):
    assistant.ask("2019年のICMLの企業参加率は?", session="kept")
    with pytest.raises(InputError):
        assistant.ask("??", session="kept")
    assert assistant.ask("2018年は?", session="kept").resolved_question == "2018年のICMLの企業参加率は何%ですか"


@pytest.mark.parametrize("text", ["企" * MAX_CHARACTERS, "2019年のICMLの企業参加率は?" * 60, "あ" * 1999, "1" * 500, "2019年" * 300, "NeurIPS " * 200, "企業と大学と" * 200, "a", "企", "５"])
def test_long_or_tiny_texts_get_an_answer_or_a_refusal(assistant, text):
    answer = assistant.ask(text)
    assert answer.outcome in ("answered", "not_in_data")
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>2019年のICMLの企業参加率は?", "2019年の<b>ICML</b>の企業参加率は?", "2019年のICMLの企業参加率は?'; DROP TABLE turns; --", "{year}年の{place}の企業参加率は? 2019年のICML",
        "2019年のICMLの企業参加率は?\x00\x1b[31m", "2019年のICMLの企業参加率は?😀", "2019年の\u202eICML\u202cの企業参加率は?", "『2019年』の【1】ICMLの企業参加率は?", "%s %d 2019年のICMLの企業参加率は?", "**2019年**のICMLの企業参加率は?\n\n# 結論\n99%",
        "![x](http://example.com/x.png) 2019年のICMLの企業参加率は?",
    ],
)  # fmt: skip
def test_markup_and_code_in_a_question_do_nothing(ask, assistant, text):
    answer = assistant.ask(text)
    assert answer.outcome in ("answered", "not_in_data") and answer.verdict.ok
    assert "<" not in answer.answer and "http://example.com" not in answer.answer and "\x1b" not in answer.answer
    if answer.outcome == "answered":
        value = ask("2019年のICMLの企業参加率は?").figures[0]
        assert value.id in [figure.id for figure in answer.figures]


def test_an_unknown_name_in_a_refusal_is_shown_as_text_only(assistant):
    answer = assistant.ask("<img src=x onerror=alert(1)>ZZQXの企業参加率は?")
    assert "<img" not in answer.answer and "onerror=" not in answer.answer


# -- sessions ----------------------------------------------------------------------------------------------------------


def test_two_conversations_never_mix(assistant):
    assistant.ask("2019年のICMLの企業参加率は?", session="a")
    assistant.ask("2015年のCVPRの大学参加率は?", session="b")
    assert assistant.ask("2018年は?", session="a").resolved_question == "2018年のICMLの企業参加率は何%ですか"
    assert assistant.ask("2018年は?", session="b").resolved_question == "2018年のCVPRの大学参加率は何%ですか"


def test_without_a_session_nothing_is_remembered(assistant):
    before = rest(assistant.ask("じゃあ2018年は?"))
    assistant.ask("2015年のCVPRの大学参加率は?")
    assert rest(assistant.ask("じゃあ2018年は?")) == before


def test_conversations_outlive_the_process(assistant, tmp_path):
    first = Assistant.open(tmp_path)
    first.ask("2019年のICMLの企業参加率は?", session="s-1")
    assert Assistant.open(tmp_path).ask("2018年は?", session="s-1").resolved_question == "2018年のICMLの企業参加率は何%ですか"


def test_many_conversations_at_once(assistant):
    years = range(2010, 2020)
    told = {}

    def talk(year):
        assistant.ask(f"{year}年のICMLの企業参加率は?", session=f"t{year}")
        told[year] = assistant.ask("CVPRだと?", session=f"t{year}").resolved_question

    threads = [threading.Thread(target=talk, args=(year,)) for year in years]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == {year: f"{year}年のCVPRの企業参加率は何%ですか" for year in years}


@pytest.mark.parametrize("name", ["", "a b", "../x", "あ", "x" * 65, "a;b", "a\n"])
def test_odd_session_names_are_told(assistant, name):
    with pytest.raises(InputError) as told:
        assistant.ask("2019年のICMLの企業参加率は?", session=name)
    assert JAPANESE.search(told.value.message_ja)


def test_a_conversation_file_that_cannot_be_written_still_gets_an_answer(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    answer = Assistant.open(tmp_path / "file").ask("2019年のICMLの企業参加率は?", session="s")
    assert answer.outcome == "answered"
    assert "会話を保存できない" in answer.answer


def test_a_damaged_conversation_file_still_gets_an_answer(tmp_path):
    (tmp_path / "rashinban.sqlite3").write_bytes(b"this is no database" * 100)
    answer = Assistant.open(tmp_path).ask("2019年のICMLの企業参加率は?", session="s")
    assert answer.outcome == "answered"


# -- the answer --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", VARIED)
def test_the_same_question_gives_the_same_bytes(assistant, ask, text):
    assert rest(assistant.ask(text)) == rest(ask(text))


@pytest.mark.parametrize("text", VARIED)
def test_the_contract(ask, text):
    record = ask(text).to_dict()
    assert set(record) == KEYS
    assert record == json.loads(json.dumps(record, ensure_ascii=False, allow_nan=False))
    assert record["intent"] in INTENTS and record["outcome"] in ("answered", "not_in_data") and record["mode"] == "offline"
    assert record["verdict"]["ok"] and record["verdict"]["unsupported"] == []
    assert record["elapsed_ms"] > 0
    known = {figure["id"] for figure in record["figures"]}
    for number, citation in enumerate(record["citations"], 1):
        assert set(citation) == {"n", "kind", "id", "title", "locator", "url", "quote"}
        assert citation["n"] == number and citation["kind"] in ("figure", "paper", "glossary", "document", "roi")
        assert citation["title"] and citation["quote"] and citation["locator"]
        assert citation["kind"] != "figure" or citation["id"] in known
    for figure in record["figures"]:
        assert {"id", "metric", "label_ja", "value", "unit", "period", "slice", "low", "high", "n", "source", "display"} <= set(figure)
    for number in record["verdict"]["numbers"]:
        assert set(number) == {"text", "value", "supported_by"} and number["supported_by"]
        assert number["text"] in record["answer"]


@pytest.mark.parametrize("text", [text for text in VARIED if text not in ("こんにちは", "あなたは何ができますか", "明日の天気は?")])
def test_every_number_of_the_reader_is_in_the_verdict(ask, text):
    """Percentages, points, multiples and counts outside 出典 and the definitions are all accounted for."""
    answer = ask(text)
    body = re.sub(r"【\d+】|\*\*", "", answer.answer.partition("**出典**")[0])
    accounted = {number.text.replace("**", "") for number in answer.verdict.numbers}
    assert {number for number in re.findall(r"[\d,.]+(?:%|ポイント|倍)", body) if not any(number in text for text in accounted)} == set()


def test_values_are_unrounded_and_shown_rounded(ask):
    figure = ask("2019年のICMLの企業参加率は?").to_dict()["figures"][0]
    assert figure["unit"] == "%" and 1 < figure["value"] < 100
    assert figure["value"] != round(figure["value"], 1)
    assert figure["display"] == f"{figure['value']:.1f}%"
    assert figure["slice"] == {"venue": "icml", "years": [2019]}


def test_charts_come_with_trends_and_comparisons(ask):
    for text in ("企業の割合の推移", "企業と大学、どっちが多い?2020年", "企業参加率が高い会議を5つ、2020年で"):
        chart = ask(text).chart
        assert chart["kind"] in ("line", "bar") and chart["title"] and chart["unit"] == "%" and chart["source"]
        assert all(len(series["values"]) == len(chart["x"]) for series in chart["series"])
    assert ask("2019年のICMLの企業参加率は?").chart is None


def test_examples_are_questions(assistant):
    assert len(assistant.examples()) >= 4 and len(set(assistant.examples())) == len(assistant.examples())


# -- when something breaks -----------------------------------------------------------------------------------------------


def test_a_defect_is_an_apology_with_an_id_that_the_log_explains(assistant, monkeypatch, caplog):
    def fail(question):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(assistant.data, "gather", fail)
    with caplog.at_level(logging.ERROR):
        answer = assistant.ask("2019年のICMLの企業参加率は?")
    assert (answer.outcome, answer.figures, answer.citations) == ("error", (), ())
    assert answer.error_id in answer.answer and "planted" not in answer.answer and "Traceback" not in answer.answer
    assert answer.error_id in caplog.text and "planted" in caplog.text
    assert answer.to_dict()["error_id"] == answer.error_id


def test_an_unverified_draft_is_never_shown(assistant, monkeypatch):
    monkeypatch.setattr("assistant.assistant.data_page", lambda question, evidence: Page(conclusion=["2019年のICMLの企業参加率は**99.9%**です【1】。"]))
    answer = assistant.ask("2019年のICMLの企業参加率は?")
    assert answer.outcome == "error" and "99.9" not in answer.answer


def test_a_missing_index_breaks_worded_questions_only(divide, tmp_path):
    from assistant.evidence.library import Library
    from assistant.history import History

    def absent():
        raise OSError("planted: no index")

    broken = Whole(divide, Library(absent, {venue.key: venue for venue in divide.counts.venues}), History(tmp_path))
    assert broken.ask("2019年のICMLの企業参加率は?").outcome == "answered"
    assert broken.ask("計算資源とは何ですか").outcome == "error"


def test_an_error_is_not_remembered(assistant, monkeypatch):
    assistant.ask("2019年のICMLの企業参加率は?", session="broken")
    with monkeypatch.context() as patched:
        patched.setattr(assistant.data, "gather", lambda question: 1 / 0)
        assistant.ask("2015年のCVPRの大学参加率は?", session="broken")
    assert assistant.ask("2018年は?", session="broken").resolved_question == "2018年のICMLの企業参加率は何%ですか"


# -- phrases -------------------------------------------------------------------------------------------------------------


def test_phrases_for_a_scene(assistant):
    answer = assistant.phrases("役員会で計算資源の格差を説明する")
    assert (answer.intent, answer.outcome) == ("phrases", "answered")
    assert len(re.findall(r"(?m)^> .+。$", answer.answer)) >= 3
    assert any(citation.kind == "paper" for citation in answer.citations)


@pytest.mark.parametrize("scene", ["", "?", "😀"])
def test_phrases_for_no_scene(assistant, scene):
    with pytest.raises(InputError):
        assistant.phrases(scene)
