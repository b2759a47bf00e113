"""After a public programme of shared computing its budget is told by amounts that works hold, and those of another country by name; nothing of firms' papers."""

import pytest

NAIRR, GENIAC, ABCI = "NAIRRとは何か。簡潔に。", "GENIACとは?", "ABCIって何?"


@pytest.mark.parametrize("text", ["予算規模は?", "いくらかけてるの?", "財源は?", "で、予算はなんぼ", "総額を教えてください", "事業費はどの程度ですか", "国費はいくら使ってるんですか", "なんぼ使うてんの"])
def test_the_budget_is_an_amount(talked, text):
    answer = talked(NAIRR, text)[-1]
    assert answer.verdict.ok and "約26億ドル" in answer.answer.split("\n")[1] and "計画であって予算では" in answer.answer


@pytest.mark.parametrize(("chain", "amount"), [((GENIAC, "予算は?"), "84億円"), ((ABCI, "予算は?"), "約50億円"), (("NAIRRの予算規模をご教示ください",), "約26億ドル"), ((NAIRR, "日本に同様の制度はあるか", "米国に戻って、財源は?"), "約26億ドル")])
def test_each_programme_has_its_own(talked, chain, amount):
    assert amount in talked(*chain)[-1].answer.split("\n")[1]


def test_a_budget_that_no_work_tells_is_refused(talked):
    answer = talked("富岳って何", "予算は?")[-1]
    assert answer.outcome == "not_in_data" and "「富岳」の予算の額は、手元の資料にありません。" in answer.answer


@pytest.mark.parametrize("text", ["日本に同様の制度はあるか", "日本にも同じようなものはある?", "国内だとどう?", "日本版は?", "日本でもやってるん?", "我が国に似た取り組みはございますか", "こういうの、日本にもある?"])
def test_programmes_of_japan_are_named(talked, text):
    answer = talked(NAIRR, "予算規模は?", text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("同じものではありませんが、日本にも") and {"ABCI", "GENIAC", "Fugaku"} <= {name for name in ("ABCI", "GENIAC", "Fugaku") if name in answer.answer}


@pytest.mark.parametrize("text", ["海外では?", "アメリカにも似た制度ある?", "外国に同様の事業は?"])
def test_those_abroad_are_named(talked, text):
    answer = talked(GENIAC, text)[-1]
    assert answer.verdict.ok and "NAIRR" in answer.answer and "GENIAC：" not in answer.answer


def test_a_country_of_which_none_is_held_is_refused(talked):
    answer = talked(GENIAC, "中国では?")[-1]
    assert answer.outcome == "not_in_data" and "日本と米国のものだけです" in answer.answer


@pytest.mark.parametrize(("chain", "intent"), [((NAIRR, "日本の順位は?"), "rank"), ((NAIRR, "日本の企業参加率は?"), "figure"), (("2021年の企業参加率は?", "国内だとどう?"), "figure"), ((ABCI, "料金は?"), "explain"), (("うちの予算でABCIは使える?",), "strategy")])
def test_other_questions_stay_as_they_were(talked, chain, intent):
    assert talked(*chain)[-1].intent == intent
