"""Text that goes into documents: characters a file cannot hold, text that a spreadsheet would run, fonts, file names."""

import re
import unicodedata
from functools import partial

import prompts

say = partial(prompts.render, "documents/common")
FONT_JA, FONT_LATIN = "游ゴシック", "Yu Gothic"
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
LONGEST_CELL = 2000


def clean(text: str) -> str:
    """Without characters that XML cannot hold."""
    return UNWRITABLE.sub("", text).strip()


def cell_text(text: str) -> str:
    """Text for a spreadsheet cell: what a program could take for a formula (= + - @) gets an apostrophe before it."""
    plain = clean(text)[:LONGEST_CELL]
    return f"'{plain}" if plain.startswith(FORMULA_STARTS) else plain


def one_line(text: str, most: int = 60) -> str:
    """One line of at most `most` characters."""
    plain = re.sub(r"\s+", " ", clean(text))
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def file_name(*parts: str, extension: str) -> str:
    """A name that Windows, macOS and mail accept."""
    stem = unicodedata.normalize("NFC", "_".join(one_line(part, 30) for part in parts))
    return re.sub(r'[\\/:*?"<>|\s.]+', "_", stem).strip("_") + f".{extension}"
