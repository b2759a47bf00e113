"""The check itself: how answers are cut, what supports a numeral, and what each finding says."""

import re

import pytest
from steps import drafted

from assistant.models import Evidence
from assistant.verify.segments import sentences
from assistant.verify.support import interval_holds, rounds_to
from index.numerals import find_numerals

HEADINGS = {"**結論**": "conclusion", "**要点**": "points", "**出典**": "sources"}


def numeral(text):
    (found,) = find_numerals(text)
    return found


# -- cutting -----------------------------------------------------------------------------------------------------------


def cut(text):
    return [(sentence.section, sentence.text, [(segment.text, segment.cited) for segment in sentence.segments]) for sentence in sentences(text, HEADINGS)]


def test_each_value_belongs_to_the_mark_behind_it():
    assert cut("2008年の17.8%【1】から2020年の32.3%【2】へ上がりました。") == [
        ("", "2008年の17.8%【1】から2020年の32.3%【2】へ上がりました。", [("2008年の17.8%", (1,)), ("から2020年の32.3%へ上がりました。", (2,))])
    ]


def test_sections_bullets_bold_and_rows():
    found = sentences("**結論**\n値は**33.5%**です【1】。次です。\n\n**要点**\n- 一つ目【2】。\n1. A：3%【3】\n2. B：2%【4】\n**出典**\n- 【1】題", HEADINGS)
    assert [(sentence.section, sentence.text, sentence.rank) for sentence in found] == [
        ("conclusion", "値は33.5%です【1】。", None), ("conclusion", "次です。", None), ("points", "一つ目【2】。", None), ("points", "A：3%【3】", 1),
        ("points", "B：2%【4】", 2), ("sources", "- 【1】題", None),
    ]  # fmt: skip


def test_full_stops_inside_quotation_marks_do_not_cut():
    assert [sentence.text for sentence in sentences("「あります。続きます。」と答えます【1】。次です【2】。", {})] == ["「あります。続きます。」と答えます【1】。", "次です【2】。"]


def test_marks_behind_the_full_stop_stay_with_their_sentence():
    assert [segment.cited for sentence in sentences("一つ。【1】【2】二つ。【3】", {}) for segment in sentence.segments] == [(1, 2), (3,)]


@pytest.mark.parametrize("text", ["", "\n\n", "。", "【1】", "**", "「「「", "- ", "1. "])
def test_fragments_are_cut_without_complaint(text):
    sentences(text, HEADINGS)


# -- numbers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "written", "fits"),
    [
        (32.66, "32.7%", True), (32.749, "32.7%", True), (32.66, "32.6%", False), (32.66, "33%", True), (32.66, "32%", False), (0.04, "0.0%", True), (-0.04, "0.0%", True),
        (-1.44, "-1.4ポイント", True), (-1.44, "+1.4ポイント", False), (1.44, "+1.4ポイント", True), (1.44, "-1.4ポイント", False), (-1.44, "1.4ポイント", False), (12450, "12,450本", True), (12450, "12,451本", False),
        (12450, "12450本", True),
    ],
)  # fmt: skip
def test_rounding_as_shown_with_its_sign(value, written, fits):
    assert rounds_to(value, numeral(written)) is fits


def test_a_verb_may_carry_the_sign_but_a_written_sign_counts():
    assert rounds_to(-1.44, numeral("1.4ポイント"), sized=True)
    assert not rounds_to(-1.44, numeral("+1.4ポイント"), sized=True)


def test_bounds_are_checked_in_order(assistant, divide):
    _, _, cited = drafted(assistant, "差の差で見るとビッグテックは?")
    item = cited.items[0]
    low, high = (numeral(f"{bound:.1f}ポイント") for bound in (item.figure.low, item.figure.high))
    assert interval_holds(item, low, high, down=False)
    assert not interval_holds(item, high, low, down=False)
    assert not interval_holds(item, numeral(f"{item.figure.value:.1f}ポイント"), high, down=False)


# -- verdicts ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def level(assistant):
    return drafted(assistant, "2019年のICMLの企業参加率は?")


def verdict(assistant, known, *changes):
    settled, draft, cited = known
    text = draft.text
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return assistant.verifier.check(text, cited, settled)


@pytest.mark.parametrize(
    "change",
    [
        ("です【1】", "です"), ("【1】", "【9】"), ("**結論**\n", "**結論**\n企業の存在感は圧倒的です【1】。"), ("2019年のICML", "2019年度のICML"), ("ICMLの企業参加率は", "ICMLの企業参加率は約"),
        ("- データ：", "- 資料："), ("CC BY 4.0", "CC BY 3.0"), ("- 【2】企業参加率", "- 【2】大学参加率"), ("上がりました", "急上昇しました"), ("上がりました", "上がりませんでした"),
    ],
)  # fmt: skip
def test_what_the_evidence_does_not_say_is_rejected(assistant, level, change):
    assert verdict(assistant, level).ok
    found = verdict(assistant, level, change)
    assert not found.ok and found.unsupported


def test_a_finding_names_the_words_the_reason_and_the_sentence(assistant, level):
    value = level[2].items[0].figure.display
    found = verdict(assistant, level, (value, "99.9%"))
    assert any(finding["text"] == "99.9%" and "cited evidence" in finding["reason"] and "99.9%" in finding["sentence"] for finding in found.unsupported)
    assert all(set(finding) == {"text", "reason", "sentence"} for finding in found.unsupported)


def test_every_numeral_is_listed_with_the_evidence_that_holds_it(assistant, level):
    settled, draft, cited = level
    listed = verdict(assistant, level).numbers
    ids = {item.citation.id for item in cited.items}
    assert {number.text for number in listed} >= {item.figure.display for item in cited.items[:1]}
    assert all(set(number.supported_by) <= ids | {"note", "question"} for number in listed)
    body = re.sub(r"(?m)【\d+】|\*\*|^- ", "", draft.text.partition("**出典**")[0])
    assert sorted(number.text for number in listed) == sorted(found.text for found in find_numerals(body))


def test_a_number_of_the_question_may_be_repeated_as_theirs_only(assistant):
    known = drafted(assistant, "企業比率は80%ですよね?")
    assert verdict(assistant, known).ok
    assert not verdict(assistant, known, ("ご質問の80%", "ご質問の70%")).ok
    assert not verdict(assistant, known, ("ご質問の80%ではなく、", "80%で、")).ok


def test_an_answer_without_its_evidence_is_rejected(assistant, level):
    settled, draft, _ = level
    assert not assistant.verifier.check(draft.text, Evidence(), settled).ok


def test_evidence_of_another_question_is_rejected(assistant, level):
    settled, draft, _ = level
    _, _, other = drafted(assistant, "2018年のICMLの企業参加率は?")
    assert not assistant.verifier.check(draft.text, other, settled).ok


def test_ranking_rows_out_of_order_are_rejected(assistant):
    settled, draft, cited = drafted(assistant, "企業参加率が高い会議を5つ、2020年で")
    rows = re.findall(r"(?m)^\d\. .*$", draft.text)
    renamed = [f"{number}. {row[3:]}" for number, row in enumerate([rows[1], rows[0], *rows[2:]], 1)]
    text = draft.text.replace("\n".join(rows), "\n".join(renamed))
    assert text != draft.text
    assert not assistant.verifier.check(text, cited, settled).ok
    assert not assistant.verifier.check(draft.text.replace("2. ", "7. ", 1), cited, settled).ok


def test_a_quotation_with_a_word_changed_is_rejected(assistant):
    known = drafted(assistant, "計算資源とは何ですか")
    quoted = known[2].items[0].text
    word = re.search(r"GPU|半導体|電力", quoted).group()
    assert verdict(assistant, known).ok
    assert not verdict(assistant, known, (word, "人材")).ok
