"""Bytes of a text file → text. Japanese files come in UTF-8, CP932 (Shift_JIS), EUC-JP, ISO-2022-JP and UTF-16, mostly unlabelled."""

import codecs
import re

from index.documents.errors import DocumentRefused

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
SAMPLE = 65_536
COMMON = re.compile(r"[ぁ-んァ-ヴー一-龯々、。「」（）・！？　0-9A-Za-z\s]")
HALF_KANA = re.compile(r"[\uff61-\uff9f]")
HTML_LABEL = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_\-]{2,20})""", re.IGNORECASE)
# Labels that files carry, and the larger set that their writers really use (a Shift_JIS file with ① is CP932).
WIDER = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp"}


def decode(data, label=None):
    """Bytes → text without BOM, line ends as \\n. label: what the file says of itself, tried after UTF-8. Raises DocumentRefused("charset")."""
    text = decoded(data, label)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(data, label):
    """Text in the first character set that fits."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return strict(data, name)
    if any(escape in data[:SAMPLE] for escape in ESCAPES):
        return strict(data, "iso2022_jp_ext")
    if name := wide_without_bom(data):
        return strict(data, name)
    if b"\0" in data[:SAMPLE]:
        raise DocumentRefused("charset", "NUL bytes: no text file")
    for name in ("utf-8", WIDER.get((label or "").lower(), label)):
        if name and (text := attempt(data, name)) is not None:
            return text
    guesses = [(likeness(text), name, text) for name in ("cp932", "euc_jp") if (text := attempt(data, name)) is not None]
    if not guesses or max(guesses)[0] < 0.5:
        raise DocumentRefused("charset", "fits none of UTF-8, CP932, EUC-JP, UTF-16")
    return max(guesses)[2]


def strict(data, name):
    """Text in a character set that the bytes themselves name."""
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        raise DocumentRefused("charset", f"marked as {name}, but {error}") from error


def attempt(data, name):
    """Text, or None where the bytes do not fit the character set (or there is no such set)."""
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def wide_without_bom(data):
    """UTF-16 without BOM: only there do zero bytes (line ends, ASCII, full-width blanks) stand in a text."""
    head = data[:SAMPLE]
    if len(data) % 2 or b"\0" not in head:
        return None
    guesses = [(likeness(text), name) for name in ("utf-16-le", "utf-16-be") if (text := attempt(head[:len(head) // 4 * 4], name)) is not None and "\0" not in text]
    return max(guesses)[1] if guesses and max(guesses)[0] > 0.6 else None


def likeness(text):
    """Share of characters that Japanese and English texts are made of, half-width katakana (EUC-JP read as CP932) counted against."""
    head = text[:SAMPLE]
    return (len(COMMON.findall(head)) - 2 * len(HALF_KANA.findall(head))) / max(1, len(head))


def html_label(data):
    """Character set that an HTML file names in a meta element, None when it names none."""
    match = HTML_LABEL.search(data[:4096])
    return match[1].decode("ascii") if match else None
