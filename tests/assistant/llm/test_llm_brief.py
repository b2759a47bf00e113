"""The request of a small model: rules that never change, few facts, and an answer whose conclusion alone it words."""

from dataclasses import replace

import pytest
from fake_openai import FakeOpenAI
from scripted_chat import ScriptedChat

from assistant.llm import ModelWriter, Settings, strict
from assistant.llm.forms import FACTS_CHARACTERS, brief_form, numbered_as

QUESTION = "2019年のICMLの企業参加率は?"
TREND = "AI会議の企業参加率の推移は?"
RIGHT = "2019年のICMLの企業参加率は32.7%です【1】。"


@pytest.fixture
def scripted(assistant, tmp_path):
    def use(*script, **changes):
        model = ScriptedChat(script=list(script), history=[])
        assistant.writer = ModelWriter(Settings("openai:scripted", **{"seconds": 60.0, "tools": False, **changes}), tmp_path, lambda settings, seconds: model)
        return model

    yield use
    assistant.writer = None


def form_of(ask, question):
    return brief_form(ask(question).material, "RB-x")


def test_everything_before_the_question_is_the_same_for_every_question(assistant, scripted):
    model = scripted("x", "x", "x", "x")
    for question in (QUESTION, TREND):
        assistant.ask(question)
    first, other = model.history[0], model.history[-2]
    assert [message.content for message in first[:5]] == [message.content for message in other[:5]]
    assert first[5].content != other[5].content


@pytest.mark.parametrize("question", [QUESTION, TREND, "計算資源とは何ですか", "2020年のAI会議とAI以外の会議の企業参加率を比べて", "企業参加率が高い会議を3つ、2020年で"])
def test_the_facts_are_few_and_begin_with_what_answers(ask, question):
    form = form_of(ask, question)
    facts = form.request.partition("<資料>\n")[2].partition("\n</資料>")[0]
    assert facts.startswith(form.needed.replace("**", ""))
    assert len(facts) <= max(FACTS_CHARACTERS, len(form.needed)) + 10


def test_only_the_evidence_in_the_facts_counts_as_sent(ask):
    answer = ask(TREND)
    form = brief_form(answer.material, "RB-x")
    assert set(form.sent) < {item.citation.id for item in answer.material.evidence.items} and answer.citations[0].id in form.sent


def test_evidence_is_numbered_as_the_offline_answer_shows_it(ask):
    answer = ask(TREND)
    items = numbered_as(answer.material.offline, answer.material.evidence).items
    assert [item.n for item in items] == list(range(1, len(answer.material.evidence.items) + 1))
    assert [(item.n, item.citation.id) for item in items[: len(answer.citations)]] == [(one.n, one.id) for one in answer.citations]


def test_the_model_words_the_conclusion_and_the_rest_stays(assistant, scripted):
    offline = assistant.ask(QUESTION)
    scripted(f"{RIGHT}2007年の14.1%【2】から18.6ポイント上がりました【3】。")
    answer = assistant.ask(QUESTION)
    conclusion, rest = answer.answer.split("\n\n", 1)
    assert answer.mode == "llm" and conclusion == f"**結論**\n{RIGHT}2007年の14.1%【2】から18.6ポイント上がりました【3】。"
    assert "- 2007年の14.1%" in offline.answer and "- 2007年の14.1%" not in rest
    assert "- ここでの割合は" in rest and "- 比較：2019年のAI会議" in rest and "**経営への示唆**" in rest
    assert {number.text for number in answer.verdict.numbers} >= {"32.7%", "14.1%", "740本", "33.5%"}


@pytest.mark.parametrize("said", [RIGHT, f"{RIGHT}2007年から上がりました【2】【3】。"])
def test_a_point_whose_numbers_the_model_did_not_take_up_stays(assistant, scripted, said):
    scripted(said)
    assert "- 2007年の14.1%【2】から18.6ポイント上がりました【3】。" in assistant.ask(QUESTION).answer


@pytest.mark.parametrize("left_out", [
    "ICMLの企業参加率は32.7%です【1】。", "2019年のICMLの参加率は32.7%です【1】。", "2019年のICMLの企業参加率って、32.7%です【1】。", "2019年の企業参加率は32.7%です【1】。", "2007年のICMLの企業参加率は14.1%です【2】。", "企業の著者が1人以上いる論文の割合です【1】。",
])  # fmt: skip
def test_a_text_that_leaves_out_year_place_metric_or_value_is_not_shown(assistant, scripted, left_out):
    model = scripted(left_out, RIGHT)
    answer = assistant.ask(QUESTION)
    assert answer.answer.startswith(f"**結論**\n{RIGHT}") and len(model.history) == 2
    assert RIGHT in model.history[1][-1].content


def test_a_superlative_or_hedge_must_be_kept(assistant, scripted):
    question = "企業参加率が高い会議を3つ、2020年で"
    whole = "2020年のAI会議で企業参加率が最も高いのはKDDで、50.6%です【1】。"
    scripted(whole.replace("最も", ""), whole)
    answer = assistant.ask(question)
    assert answer.answer.startswith(f"**結論**\n{whole}") and "1. KDD：50.6%【1】" in answer.answer


def test_a_number_gets_no_name_that_only_the_question_has(assistant, ask):
    material = ask(QUESTION).material
    asked = replace(material, question=material.question.with_(text="2019年のICMLで企業が使った金額の総額は?"))
    for brief in (True, False):
        assert strict.foreign("2019年のICMLで企業が使った金額の総額は32.7%です【1】。", asked, asked.evidence, brief) == ["金額", "総額"]
        assert strict.foreign(RIGHT, asked, asked.evidence, brief) == []


def test_the_checked_sentence_itself_always_passes(assistant, scripted):
    question = "トヨタは企業の中で何番目ですか、2021年"
    conclusion = form_of(assistant.ask, question).needed.replace("**", "")
    scripted(conclusion)
    answer = assistant.ask(question)
    assert answer.mode == "llm" and answer.answer.startswith(f"**結論**\n{conclusion}")


@pytest.mark.parametrize("question", ["なぜ企業は増えたのか", "試作案の稟議書を作って", "2019年のICMLの企業参加率を英語で教えて", "こんにちは"])
def test_where_there_is_nothing_to_word_no_model_is_asked(assistant, scripted, question):
    model = scripted("x", "x")
    assert assistant.ask(question).mode == "offline" and model.history == []


def test_another_wording_is_checked_and_the_same_for_the_same_number(assistant, tmp_path):
    server = FakeOpenAI([("say", RIGHT), ("say", "2019年、ICMLの企業参加率は32.7%でした【1】。"), ("say", "2019年のICMLの企業参加率は99.9%です【1】。")])
    assistant.writer = ModelWriter(Settings("openai:fake", server.url, "k", seconds=60.0, tools=False), tmp_path)
    try:
        answer = assistant.ask(QUESTION)
        again = assistant.reworded(answer, 1)
        third = assistant.reworded(again, 2)
    finally:
        assistant.writer = None
        server.stop()
    assert again.answer.startswith("**結論**\n2019年、ICMLの企業参加率は32.7%でした【1】。") and again.citations == answer.citations
    assert third.mode == "offline" and "99.9" not in third.answer
    assert [(request.get("seed"), request["temperature"] > 0) for request in server.requests[:3]] == [(None, False), (1, True), (2, True)]


def test_without_a_model_an_answer_is_its_own_wording(assistant):
    assistant.writer = None
    answer = assistant.ask(QUESTION)
    assert assistant.reworded(answer, 1) is answer


def test_warming_reads_the_rules_of_a_local_model_and_sends_nothing_elsewhere(tmp_path):
    server = FakeOpenAI([("say", "はい。")])
    try:
        writer = ModelWriter(Settings("openai:fake", server.url, "k", tools=False), tmp_path)
        writer.warm()
        far = ScriptedChat(script=["はい。"], history=[])
        ModelWriter(Settings("openai:fake", "https://llm.example.com/v1", "k", tools=False), tmp_path, lambda settings, seconds: far).warm()
        ModelWriter(Settings("openai:fake", server.url, "k"), tmp_path).warm()
    finally:
        server.stop()
    assert far.history == [] and len(server.requests) == 1 and writer.canary in server.requests[0]["messages"][0]["content"]
    assert not (tmp_path / "llm.jsonl").exists()


def test_warming_a_dead_model_hurts_nothing(tmp_path):
    ModelWriter(Settings("openai:fake", "http://127.0.0.1:9/v1", "k", tools=False), tmp_path).warm()
