"""An answer in words is set in a table of its statements, each led by its work; where there is nothing to draw, that is said first, with the table."""

import pytest

LIST, TERM, PAPER, WHY, TREND = "計算資源の格差の主な論文は?", "NAIRRって何?", "Strubellの論文の要点は?", "なぜ企業のAI論文が増えたの", "大学の参加率の推移は?"
HEAD = "| 項目 | 内容 |"
NO_CHART, GIVEN = "この答えには、グラフにできる数字の並びがありません。", "グラフは、この答えに添えています。"


def rows(answer):
    return [line.strip("| ").split(" | ") for line in answer.answer.split("\n") if line.startswith("| ") and line != HEAD]


@pytest.mark.parametrize("text", ["表にして", "表で", "一覧表にまとめて", "表に起こしてもらえますか", "図表にしてください", "グラフか表にできるか", "表形式で", "グラフでも表でも、表にして見せて"])
@pytest.mark.parametrize(("before", "leads"), [(LIST, ["Ahmed & Wahed", "Besiroglu ほか", "Kudiabor"]), (TERM, ["要点", "たとえ", "なぜ大切か", "NAIRR最終報告"]), (PAPER, ["Strubell ほか"] * 3)])
def test_statements_become_rows(talked, before, leads, text):
    answer = talked(before, text)[-1]
    assert answer.outcome == "answered" and answer.verdict.ok and HEAD in answer.answer and [row[0] for row in rows(answer)] == leads


def test_reasons_stand_in_rows_and_their_figures_in_the_sentence(talked):
    answer = talked(WHY, "表にまとめて")[-1]
    assert answer.verdict.ok and [row[0] for row in rows(answer)] == ["Ahmed & Wahed", "Amodei & Hernandez", "Ahmed ほか"] and "36.2%" in answer.answer.split("\n")[1]


@pytest.mark.parametrize("text", ["グラフで", "グラフにできますか", "チャートで見せて"])
def test_words_are_no_chart_and_that_is_said_first(talked, text):
    answer = talked(TERM, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith(NO_CHART) and HEAD in answer.answer and answer.chart is None


def test_a_single_statement_is_no_table(talked):
    answer = talked(TERM, "短く", "どの論文?", "表にして")[-1]
    assert answer.outcome == "answered" and answer.verdict.ok


@pytest.mark.parametrize("text", ["グラフか表にできるか", "表かグラフで見せて", "グラフか表で"])
def test_figures_are_a_table_of_figures_with_their_chart(talked, text):
    answer = talked(TREND, text)[-1]
    assert answer.verdict.ok and "| 対象 | 期間 | 値 |" in answer.answer and answer.chart is not None


def test_a_chart_is_said_to_stand_beside(talked):
    answer = talked(TREND, "グラフにして")[-1]
    assert answer.verdict.ok and GIVEN in answer.answer and answer.chart is not None


@pytest.mark.parametrize(("cell", "ok"), [("大学のGPU（AIの計算を担う半導体）は数基のこともあり、大企業は桁違いの数を持つと、調査の筆頭著者は語っています", True), ("大学のGPUは数千基のこともあると、調査の筆頭著者は語っています", False)])
def test_a_row_must_quote_what_it_cites(assistant, as_checked, cell, ok):
    text, evidence, question = as_checked(LIST)
    number = next(item.n for item in evidence.items if item.citation.id.startswith("kudiabor"))
    table = f"**結論**\n手元の資料から、当てはまる例を挙げます。\n\n{HEAD}\n|---|---|\n| Kudiabor | {cell}【{number}】。 |"
    assert assistant.verifier.check(table, evidence, question).ok is ok


def test_a_row_led_by_another_work_is_refused(assistant, as_checked):
    text, evidence, question = as_checked(LIST)
    item = next(item for item in evidence.items if item.citation.id.startswith("kudiabor"))
    table = f"**結論**\n手元の資料から、当てはまる例を挙げます。\n\n{HEAD}\n|---|---|\n| Besiroglu ほか | {item.text.rstrip('。')}【{item.n}】。 |"
    assert not assistant.verifier.check(table, evidence, question).ok
