"""One spelling for what readers write in several ways; used alike on the corpus and on every question."""

import re
import unicodedata

from index.number_words import ERAS

ERA = re.compile(r"(明治|大正|昭和|平成|令和)(元|[0-9]{1,2})年")
LONG_KATAKANA = re.compile(r"([ァ-ヴー]{3,})ー(?![ァ-ヴー])")
VARIANTS = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"), ("ヵ月", "か月"), ("ヶ月", "か月"), ("カ月", "か月"), ("ケ月", "か月"), ("箇月", "か月"),
            ("〜", "~"), ("−", "-"), ("–", "-"))


def clean(text):
    """NFKC text without control characters and lone surrogates, white space as single blanks; for the embedding model."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKC", text)
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text if unicodedata.category(c) != "Cf")
    return re.sub(r"\s+", " ", text).strip()


def western_year(match):
    """平成24年 → 2012年."""
    return f"{ERAS[match[1]] + (1 if match[2] == '元' else int(match[2]))}年"


def normalize(text):
    """Search form: clean, small ASCII letters, 平成24年 → 2012年, コンピューター → コンピュータ, ヴ → ブ, ヶ月 → か月."""
    text = clean(text).lower()
    for written, plain in VARIANTS:
        text = text.replace(written, plain)
    return LONG_KATAKANA.sub(r"\1", ERA.sub(western_year, text))


def searchable(text):
    """Whether any letter, digit or kanji is left to search for."""
    return any(c.isalnum() for c in clean(text))
