"""The comparison of strategies as free prose: the true table stands, and no altered cell, sign, column or row passes."""

import re

import pytest

from assistant.verify.labelled import cell_by_cell
from assistant.verify.segments import cells, sentences

QUESTION = "3つの戦略の採算を比べて"
ROW = re.compile(r"^\| .+$", re.M)


@pytest.fixture(scope="module")
def compared(as_checked):
    """(text, evidence, question) of the answer that holds the table."""
    return as_checked(QUESTION)


@pytest.fixture
def judged(assistant, compared):
    text, evidence, question = compared

    def judge(changed):
        assert changed == text or sorted(changed) != sorted(text) or changed.split("\n") != text.split("\n")
        return assistant.verifier.check(changed, evidence, question, free=True).ok

    return text, judge


def rows(text):
    return [line for line in ROW.findall(text) if "【" in line]


def test_the_true_table_stands(judged):
    text, judge = judged
    assert len(rows(text)) == 3 and judge(text)


@pytest.mark.parametrize("column", range(1, 8))
def test_an_altered_cell_is_caught(judged, column):
    text, judge = judged
    for row in rows(text):
        parts = cells(row)
        digit = re.search(r"\d", parts[column])
        parts[column] = parts[column][: digit.start()] + str((int(digit.group()) + 1) % 10 or 1) + parts[column][digit.end() :]
        assert not judge(text.replace(row, f"| {' | '.join(parts)} |"))


def test_a_flipped_sign_is_caught(judged):
    text, judge = judged
    for row in rows(text):
        for cell in cells(row)[1:5]:
            other = cell.removeprefix("−") if cell.startswith("−") else f"−{cell}"
            assert not judge(text.replace(row, row.replace(f"| {cell} |", f"| {other} |", 1)))


@pytest.mark.parametrize("columns", [(1, 2), (2, 3), (3, 4), (1, 6), (6, 7)])
def test_exchanged_columns_are_caught(judged, columns):
    text, judge = judged
    first, second = columns
    for row in rows(text):
        parts = cells(row)
        parts[first], parts[second] = parts[second], parts[first]
        assert not judge(text.replace(row, f"| {' | '.join(parts)} |"))


def test_a_row_under_another_plan_is_caught(judged):
    text, judge = judged
    one, two = rows(text)[:2]
    assert not judge(text.replace(one, f"| {cells(one)[0]} | {' | '.join(cells(two)[1:])} |"))


def test_a_row_knows_the_heads_of_its_columns():
    read = sentences("| 案 | 値 |\n|---|---:|\n| 甲【1】 | 5万円 |\n文です【1】。\n| 別 |\n", {})
    assert [sentence.header for sentence in read] == [("案", "値")] * 3 + [(), ("別",)]


def test_a_row_of_other_length_is_not_held(compared):
    item = compared[1].items[0]
    assert not cell_by_cell(item, ["共同研究", "452万円"], ("案",))
