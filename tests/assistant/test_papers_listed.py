"""Papers asked for without a number are several; one that was not listed is said to be missing; an estimate tells its period."""

import uuid

import pytest


@pytest.mark.parametrize(
    "text",
    ["この分野の先行研究を挙げてください。", "計算資源の格差についての主要な論文を挙げてください。", "電力消費の文献をリストアップして", "計算資源の格差の代表的な研究を紹介して", "関連研究を列挙してください", "計算資源の論文の一覧を見せて", "主な論文は?"],
)
def test_several_without_a_number(understand, text):
    assert understand(text).count == 3


@pytest.mark.parametrize("text", ["この論文の要点を挙げて", "研究費を挙げて", "論文数の多い大学を教えて", "この論文の著者は?", "研究者を挙げて"])
def test_no_list_of_papers(understand, text):
    assert understand(text).count is None


def told(assistant, *texts):
    session = uuid.uuid4().hex
    return [assistant.ask(text, session=session) for text in texts][-1].answer


def test_a_list_and_no_fifth(assistant):
    first = told(assistant, "計算資源の格差についての主要な論文を挙げてください。")
    assert first.count("\n- ") >= 3 and "当てはまる例を挙げます" in first
    assert "5本目はありません" in told(assistant, "計算資源の格差についての主要な論文を挙げてください。", "5番目の論文の結論は?")


def test_the_estimate_tells_its_period(ask):
    assert "（一般化合成コントロール）は、2012〜2019年で**+3.4ポイント**です" in ask("企業参加率の変化は、一般化合成コントロール法だとどうなりますか。").answer


@pytest.mark.parametrize("text", ["それに反対する論文は?", "これに反対する研究はありますか", "その結論に反対する論文は?"])
def test_who_opposes_is_another_paper(assistant, text):
    before = told(assistant, "計算資源の格差についての主要な論文を挙げてください。", "1番目の論文の結論は?")
    after = told(assistant, "計算資源の格差についての主要な論文を挙げてください。", "1番目の論文の結論は?", text)
    assert before.split("\n")[1].split("：")[0] not in after.split("**出典**")[0]
