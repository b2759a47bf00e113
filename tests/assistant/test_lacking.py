"""Of several names the held ones are told, and the one that is not held is named as such."""

import pytest

LACKS = "集計は持っていないため、集計のある名前だけで答えます"


@pytest.mark.parametrize(
    ("text", "held", "lacking"),
    [
        ("シーメンス、フィリップス、GEの論文の割合を比べて", 2, "GE"),
        ("東大と京大とどこか無名の大学を比べて", 2, "どこか無名の大学"),
        ("GoogleとMicrosoftとMetaと山田電子を比べて", 3, "山田電子"),
        ("MITとハーバードと聖路加短期大学の論文の割合", 2, "聖路加短期大学"),
        ("日立とNECとどこかの中小企業の論文は?", 2, "どこかの中小企業"),
        ("スタンフォード、MIT、無名大学の割合を比べて", 2, "無名大学"),
    ],
)
def test_the_held_names_are_told(ask, text, held, lacking):
    answer = ask(text)
    assert answer.outcome == "answered"
    assert len({figure.slice["institution"] for figure in answer.figures if "institution" in figure.slice}) == held
    assert f"「{lacking}」" in answer.answer and LACKS in answer.answer


def test_a_conference_that_is_not_held_is_left_out(understand):
    question = understand("CVPRとNeurIPSとFOOCONFの企業の割合を比べて")
    assert len(question.places) == 2 and any("FOOCONF" in line for line in question.readings)


@pytest.mark.parametrize("text", ["GEの論文の割合は?", "山田電子の論文の割合は?", "トヨタとホンダの特許の数は?", "トヨタと東大の共著は?"])
def test_what_stands_in_no_list_is_refused(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and LACKS not in answer.answer


@pytest.mark.parametrize("text", ["SIGMODとVLDB…じゃなくてICDEでした。SIGMODとICDEの2015年の企業比率、どちらが上でしょう", "年を2021に変更、INFOCOMも追加で", "東大と京大を比べて", "GoogleとMicrosoftの割合は?", "日本と中国の割合は?"])
def test_held_names_need_no_note(understand, text):
    assert not any(LACKS in line for line in understand(text).readings)
