"""What our data do not say: one wording, the reason, what is near; never a number for what was asked."""

import re

import pytest

import prompts
from assistant.models import NOT_IN_DATA

HEAD = prompts.render("refusals", "head")
UNANSWERABLE = [
    "2026年の企業参加率は?", "2005年の企業の割合は?", "昭和60年のAAAIの企業参加率は?", "2012年のICCVの企業参加率は?", "2021年のNeurIPSの企業参加率は?", "今年の企業参加率は?", "来年はどうなる? 企業の割合",
    "SIGGRAPHの企業参加率は?", "KDDの参加費はいくら?", "来週の為替はどうなりますか", "明日の天気は?", "トヨタの株価は?", "AI研究者の年収は?", "企業の論文の採択率は?",
    
]  # fmt: skip


@pytest.mark.parametrize("text", UNANSWERABLE)
def test_one_wording_with_a_reason(ask, text):
    answer = ask(text)
    assert answer.outcome == NOT_IN_DATA
    first = answer.answer.split("\n")[0]
    assert first.startswith(HEAD)
    reason = first.removeprefix(HEAD)
    assert reason.endswith("。") and len(reason) >= 10
    assert answer.verdict.ok
    assert answer.suggestions


@pytest.mark.parametrize(("text", "year"), [("2026年の企業参加率は?", 2021), ("2005年の企業の割合は?", 2007), ("2021年のNeurIPSの企業参加率は?", 2019), ("2012年のICCVの企業参加率は?", 2013)])
def test_the_nearest_year_of_the_same_metric_is_offered(ask, divide, text, year):
    answer = ask(text)
    asked = re.search(r"NeurIPS|ICCV", text)
    where = {"venue": {"NeurIPS": "nips", "ICCV": "iccv"}[asked.group()]} if asked else {"area": "ai"}
    near = divide.share(divide.measure("firm_share", **where), (year,))
    assert near.id in [citation.id for citation in answer.citations]
    assert f"{year}年" in answer.answer and near.display in answer.answer


@pytest.mark.parametrize("text", ["2026年の企業参加率は?", "2005年の企業の割合は?"])
def test_years_outside_say_which_years_there_are(ask, text):
    assert "2007〜2021年" in ask(text).answer


@pytest.mark.parametrize("text", ["2021年のNeurIPSの企業参加率は?", "2012年のICCVの企業参加率は?"])
def test_a_gap_inside_the_data_says_why_and_which_years_there_are(ask, text):
    answer = ask(text).answer
    assert "この範囲で数字がある年は" in answer


@pytest.mark.parametrize("text", ["明日の天気は?", "来週の為替はどうなりますか", "トヨタの株価は?"])
def test_what_is_far_off_gets_no_figures(ask, text):
    answer = ask(text)
    assert answer.citations == () and answer.figures == () and answer.chart is None


@pytest.mark.parametrize("text", ["田中さんの論文の割合は?", "大阪市の参加率は?", "NeuralPSSの企業参加率", "ISO9001とは?", "半導体の市場規模は?", "弊社の離職率を下げるには?"])
def test_names_and_topics_we_know_nothing_of(ask, text):
    answer = ask(text)
    assert answer.outcome == NOT_IN_DATA, answer.answer
    assert answer.answer.startswith(HEAD)


def test_a_refusal_is_no_error_and_an_error_is_no_refusal(assistant, monkeypatch):
    monkeypatch.setattr(assistant.data, "gather", lambda question: 1 / 0)
    answer = assistant.ask("2019年のICMLの企業参加率は?")
    assert answer.outcome == "error" and HEAD not in answer.answer


@pytest.mark.parametrize(("text", "near"), [("量子コンピュータとは", "量子化")])
def test_a_term_that_the_material_lacks_offers_terms_near_to_it(ask, assistant, text, near):
    answer = ask(text)
    assert answer.outcome == NOT_IN_DATA
    assert near in answer.answer.split("用語の説明：")[1]
    assert len(answer.suggestions) == 3
    assert all(ask(suggestion).outcome == "answered" for suggestion in answer.suggestions)


@pytest.mark.parametrize("text", ["0で割ったら", "競合のB社は何本論文を出していますか", "ChatGPTの利用者は何億人"])
def test_without_anything_near_the_kinds_of_questions_are_told(ask, text):
    answer = ask(text)
    assert answer.outcome == NOT_IN_DATA and answer.citations == ()
    assert all(prompts.render("refusals", name) in answer.answer for name in ("nearby_papers", "nearby_summaries", "nearby_returns"))


def test_a_tenth_of_all_offers_the_ten_largest(ask, divide):
    near = divide.share(divide.measure("top10_share", area="ai"), (2021,))
    assert near.display in ask("上位10%の機関は").answer
