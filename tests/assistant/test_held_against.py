"""What is held against a paper that was told: its own limits, and the works that see it otherwise; and which paper 「その論文」 is."""

import pytest

AHMED, LORA = "ahmed-wahed-2020-de-democratization-of-ai", "hu-2021-lora"
TOLD = {AHMED: "Ahmed & Wahedの論文について教えて", LORA: "LoRAの論文の要点"}
WEAK = ["弱点は?", "どこが弱い?", "突っ込みどころは?", "この論文のアキレス腱は?", "割り引いて読むべき点は?", "鵜呑みにしていい?", "限界も教えて", "この研究の弱みを教えてください", "注意点は?", "その論文の限界は", "短所は?", "信頼できる?"]
OBJECTED = ["批判は?", "反論は?", "異論は?", "反証は?", "その論文への批判は?", "どんな批判がある?", "その論文に反論している論文は?"]


def ids(answer):
    return [citation.id for citation in answer.citations]


@pytest.mark.parametrize("paper", TOLD)
@pytest.mark.parametrize("text", WEAK)
def test_the_limits_are_those_of_the_summary(talked, paper, text):
    answer = talked(TOLD[paper], text)[1]
    assert ids(answer) == [f"{paper}#section-7"] and answer.verdict.ok and "どの論文か分からない" not in answer.answer


def test_the_limits_name_the_works_that_the_summary_sets_against_it(talked):
    told = talked(TOLD[AHMED], "弱点は?")[1].answer
    assert "査読（専門家による審査）を経ていません" in told and "Musserら" in told and "Gizińskiら" in told


@pytest.mark.parametrize("text", OBJECTED)
def test_criticism_is_that_of_others_with_the_limits_of_its_own(talked, text):
    answer = talked(TOLD[AHMED], text)[1]
    assert {"musser-2023-main-resource-is-the-human", "gelles-2024-resource-democratization", "gizinski-2023-big-tech-memetic"} <= {id.partition("#")[0] for id in ids(answer)}
    assert f"{AHMED}#section-7" in ids(answer) and answer.answer.split("\n")[1].startswith("あります。") and "この資料の限界" in answer.answer


@pytest.mark.parametrize("text", OBJECTED[:4])
def test_where_nobody_held_objects_that_is_said(talked, text):
    answer = talked(TOLD[LORA], text)[1]
    assert answer.answer.split("\n")[1].startswith("この話に正面から反対する研究は、手元の資料に見当たりません。") and ids(answer) == [f"{LORA}#section-7"]


@pytest.mark.parametrize("between", [("反論は?",), ("2021年の企業参加率は",), ("2019年のICMLの企業参加率は?", "2015年は?"), ("共同研究の採算は",)])
@pytest.mark.parametrize(("text", "place"), [("その論文の限界は", "section-7"), ("その論文の方法は", "section-3"), ("さっきの論文の著者は", "point-1")])
def test_that_paper_is_the_one_told_last(talked, between, text, place):
    answer = talked(TOLD[LORA], *between, text)[-1]
    assert ids(answer)[0] == f"{LORA}#{place}" and "どの論文か分からない" not in answer.answer


def test_that_paper_without_any_is_said_to_be_chosen(ask):
    assert "どの論文か分からないため" in ask("その論文の限界は").answer


@pytest.mark.parametrize(("texts", "intent"), [(("2021年の企業参加率は", "弱点は?"), "limits"), ((TOLD[AHMED], "反論されたら何と返す?"), "phrases"), ((TOLD[AHMED], "共同研究の注意点は?"), "strategy")])
def test_what_is_held_against_something_else(talked, texts, intent):
    answer = talked(*texts)[-1]
    assert answer.intent == intent and f"{AHMED}#section-7" not in ids(answer)
