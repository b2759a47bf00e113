"""Language of a document: Japanese, English or another one."""

import re

KANA = re.compile(r"[ぁ-んァ-ヴー]")
HAN = re.compile(r"[一-龯々]")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
LETTER = re.compile(r"[^\W\d_]")
ENGLISH = frozenset("the of and to in is for that with on as are by this be from at or an it was which not have has can we our".split())
SAMPLE = 50_000
LEAST_KANA, LEAST_JAPANESE, LEAST_ENGLISH = 0.05, 0.15, 0.08


def language_of(text):
    """"ja", "en" or "other". Japanese shows by kana (Chinese has none; short tables of kanji count as Japanese), English by its commonest words."""
    text = text[:SAMPLE]
    letters = len(LETTER.findall(text))
    if not letters:
        return "other"
    kana, han = len(KANA.findall(text)), len(HAN.findall(text))
    if (kana + han) / letters >= LEAST_JAPANESE and (kana >= LEAST_KANA * (kana + han) or kana + han < 100 and kana > 0):
        return "ja"
    words = [word.lower() for word in LATIN_WORD.findall(text)]
    share = sum(word in ENGLISH for word in words) / max(1, len(words))
    ascii_words = sum(word.isascii() for word in words)
    few = len(words) < 30 and ascii_words == len(words)
    return "en" if words and sum(map(len, words)) >= 0.5 * letters and (share >= LEAST_ENGLISH or few) else "other"
