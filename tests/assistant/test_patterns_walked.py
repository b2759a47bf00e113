"""A sentence is matched to its pattern piece by piece, as the expression made of the same pieces would match it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verify.patterns import MARKS, NUMBER_TEXT, walked

CASES = [
    ((("企業", "企業の論文"), ("の",), NUMBER_TEXT, MARKS, ("です",)), "企業の論文の12.5%【1】です", [0, 5, 6, 11, 14, 16]),
    ((("の", ""), ("の",), ("か",)), "のか", [0, 0, 1, 2]),  # the longer filling leaves nothing for the next piece
    ((None, ("、",), None), "甲、乙、丙", [0, 3, 4, 5]),
    ((NUMBER_TEXT, ("ポイント上",), ("がる",)), "3.2ポイント上がる", [0, 3, 8, 10]),  # 6 characters of unit are too many here
    ((("企業",), NUMBER_TEXT), "企業です", None),
    ((("企業",),), "企業の", None),
]


@pytest.mark.parametrize(("pieces", "text", "bounds"), CASES)
def test_the_longest_fillings_that_make_up_the_text_are_found(pieces, text, bounds):
    assert walked(list(pieces), text) == bounds


PIECE = st.one_of(
    st.lists(st.text("企業12.%【】の、", max_size=3), min_size=1, max_size=3, unique=True).map(lambda values: tuple(sorted(values, key=lambda value: (-len(value), value)))),
    st.sampled_from([MARKS, NUMBER_TEXT, None]),
)


def expression(pieces) -> str:
    return "".join("(.*)" if piece is None else f"({piece.pattern})" if isinstance(piece, re.Pattern) else f"({'|'.join(map(re.escape, piece))})" for piece in pieces)


@given(st.lists(PIECE, min_size=1, max_size=4), st.text("企業12.%【】の、", max_size=8))
def test_a_text_fits_exactly_where_the_expression_of_its_pieces_does(pieces, text):
    assert (walked(pieces, text) is not None) == (re.fullmatch(expression(pieces), text) is not None)
