"""Sentences are never cut or lost, broken lines are rejoined, passages keep whole sentences."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents.chunking import LARGEST, LONGEST_SENTENCE, cut
from index.documents.models import HEADING, ROW, TEXT, Block
from index.documents.readers.tables import table_blocks
from index.documents.sentences import joined, paragraphs, split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("売上は増えました。利益は減りました。", ["売上は増えました。", "利益は減りました。"]),
        ("本当ですか？はい！そうです", ["本当ですか？", "はい！", "そうです"]),
        ("社長は「やろう。すぐに。」と言いました。次です。", ["社長は「やろう。すぐに。」と言いました。", "次です。"]),
        ("社長は「やろう。」 次の議題です。", ["社長は「やろう。」", "次の議題です。"]),
        ("増えました（前年比8.2%。速報値。）が、利益は減りました。", ["増えました（前年比8.2%。速報値。）が、利益は減りました。"]),
        ("３．５倍です。1.2億円です。", ["３．５倍です。", "1.2億円です。"]),
        ("Sales rose 8.2% vs. 2023. Profit fell, e.g. in Fig. 3. See https://a.jp/?q=1 now.",
         ["Sales rose 8.2% vs. 2023.", "Profit fell, e.g. in Fig. 3.", "See https://a.jp/?q=1 now."]),
        ("閉じない「括弧です。次の文です。", ["閉じない「括弧です。", "次の文です。"]),
        ("驚きました！！（笑）次です。", ["驚きました！！", "（笑）次です。"]),
    ],
)  # fmt: skip
def test_sentences(text, expected):
    assert split_sentences(text) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="売上は。！？「」『』（）()., 3A\n　", max_size=120))
def test_no_character_is_lost_or_doubled(text):
    assert re.sub(r"\s", "", "".join(split_sentences(text))) == re.sub(r"\s", "", text)


def test_many_open_brackets_take_no_quadratic_time():
    import time

    start = time.process_time()
    split_sentences("（" * 100_000 + "終わり。")
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("前期に比べて", "増えました", "前期に比べて増えました"), ("large lan-", "guage model", "large language model"), ("the", "model", "the model"),
     ("COVID-", "19の影響", "COVID-19の影響"), ("営業利益率は5.1%", "でした", "営業利益率は5.1%でした")],
)  # fmt: skip
def test_broken_lines_are_joined(left, right, expected):
    assert joined(left, right) == expected


def test_paragraphs_of_a_page():
    lines = ["１．業績の概要", "　当社の売上高は前期に比べて大きく増えて、過去の最高を更新することに", "なりました。営業利益も増えています。", "・国内は好調でした", "・海外は不調でした", "1.2 課題", "人が足りません。"]
    assert paragraphs(lines) == [
        (True, "１．業績の概要"), (False, "当社の売上高は前期に比べて大きく増えて、過去の最高を更新することになりました。営業利益も増えています。"),
        (False, "・国内は好調でした"), (False, "・海外は不調でした"), (True, "1.2 課題"), (False, "人が足りません。"),
    ]  # fmt: skip


SENTENCES = [f"これは{n}番目の文で、{'長い' * (n % 7)}説明です。" for n in range(120)]


def test_passages_hold_whole_sentences_in_order_and_all_of_them():
    pieces = cut([Block(TEXT, "".join(SENTENCES), 1)], {1: "1ページ"})
    assert [sentence for piece in pieces for sentence in split_sentences(piece.text)] == SENTENCES
    assert all(len(piece.text) <= LARGEST for piece in pieces) and len(pieces) > 5


def test_a_passage_stays_under_its_headings_and_on_its_page():
    blocks = [Block(HEADING, "2. 市場", 1, 1), Block(HEADING, "2.1 国内", 1, 2), Block(TEXT, "国内です。", 1), Block(TEXT, "次の頁です。", 2),
              Block(HEADING, "3. 海外", 2, 1), Block(TEXT, "海外です。", 2)]  # fmt: skip
    pieces = cut(blocks, {1: "1ページ", 2: "2ページ"})
    assert [(piece.label, piece.heading, piece.text) for piece in pieces] == [
        ("1ページ", "2. 市場 ＞ 2.1 国内", "国内です。"), ("2ページ", "2. 市場 ＞ 2.1 国内", "次の頁です。"), ("2ページ", "3. 海外", "海外です。"),
    ]  # fmt: skip


def test_a_long_sentence_is_kept_whole_and_an_endless_line_is_bounded():
    long = "とても" * 300 + "長い文です。"
    assert long in [piece.text for piece in cut([Block(TEXT, "短い文です。" + long, 1)], {1: ""})]
    assert max(len(piece.text) for piece in cut([Block(TEXT, "あ" * 10_000, 1)], {1: ""})) <= LONGEST_SENTENCE


def test_table_rows_carry_the_names_of_their_columns():
    rows = [["単位：百万円", "", ""], ["", "2023年度", "2024年度"], ["売上高", "1,200", "1,340"], ["営業利益", "", "△12"]]
    assert [(block.kind, block.text) for block in table_blocks(rows, 1, 1)] == [
        (TEXT, "単位：百万円"), (ROW, "売上高、2023年度: 1,200、2024年度: 1,340"), (ROW, "営業利益、2024年度: △12"),
    ]  # fmt: skip


def test_rows_without_a_head_are_kept_as_they_are():
    assert [block.text for block in table_blocks([["1", "2"], ["3", "4"]], 1, 1)] == ["1、2", "3、4"]
