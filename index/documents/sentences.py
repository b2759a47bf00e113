"""Sentences of Japanese and English text, and lines of a page put back together into paragraphs."""

import re
import unicodedata

ENDS = "。！？!?．"
OPENING, CLOSING = "「『（(【〔［[《〈“", "」』）)】〕］]》〉”"
PAIRS = dict(zip(CLOSING, OPENING, strict=True))
# An ASCII full stop ends a sentence before white space and something that can begin one, unless it belongs to an abbreviation.
ASCII_END = re.compile(r"""\.["')\]]?(?=\s+["'(\[]?[A-Z0-9ぁ-んァ-ヶ一-龯])""")
ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|e\.g|i\.e|etc|vs|cf|al|Fig|Figs|Eq|No|Nos|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Co|Corp|St|pp|Vol|ed|approx)|^\d{1,3})$")
WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
LIST_START = re.compile(r"^(?:[・●○■□◆◇▼▲▶※★☆►➢✓–—*-](?!\d)|[①-⑳]|[(（]\d{1,2}[)）]|\d{1,2}[.)．、](?!\d)\s?|[ア-ンa-z][.)．）]\s?)")
HEADING_LINE = re.compile(
    r"^(?:第\s?[0-9０-９一二三四五六七八九十百]{1,4}\s?[章節編部条]|[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,3}[.．]?[\s　]|[0-9０-９]{1,2}[.．、]?[\s　]\S|[0-9０-９]{1,2}[.．](?![0-9０-９\s])|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][.．\s　]|"
    r"[一二三四五六七八九十]{1,3}[、.．\s　]|[■◆●▼□◇]\s?\S|【[^】]{1,30}】$|(?:Chapter|Section|Appendix)\s\w)"
)  # fmt: skip
DEEPEST = 20  # open brackets kept in mind
LONGEST_HEADING = 40
FULL_LINE = 0.75  # a line at least this wide, relative to the page's wide lines, ran on because the page ended


def split_sentences(text):
    """Text of one paragraph → sentences, nothing lost but white space between them.

    A sentence ends at 。！？ (with the closing brackets after it) or at an English full stop; not inside brackets or quotation marks.
    """
    text = re.sub(r"\s+", " ", text).strip()
    closed_at = bracket_ends(text)
    found, start, i = [], 0, 0
    while i < len(text):
        if i in closed_at:  # jump over what stands in brackets
            i = closed_at[i]
            ended = text[i - 2] in ENDS and ends_after_bracket(text, i)
        elif text[i] in ENDS:
            ended = not inside_word(text, i)
            i = after_end(text, i)
        elif (match := ASCII_END.match(text, i)) and not ABBREVIATION.search(text[max(start, i - 12):i]):
            ended, i = True, match.end()
        else:
            ended, i = False, i + 1
        if ended:
            found.append(text[start:i].strip())
            start = i
    return [sentence for sentence in (*found, text[start:].strip()) if sentence]


def bracket_ends(text):
    """{start of a bracketed stretch: position after its end}, outermost ones; brackets that never close are ordinary characters."""
    open_at, spans = [], {}
    for i, char in enumerate(text):
        if char in OPENING:
            open_at = [*open_at[-DEEPEST:], (i, char)]
        elif char in CLOSING and any(opening == PAIRS[char] for _, opening in open_at):
            while open_at:
                start, opening = open_at.pop()
                if opening == PAIRS[char]:
                    spans[start] = i + 1
                    break
    outer, last = {}, 0
    for start in sorted(spans):
        if start >= last:
            outer[start] = last = spans[start]
    return outer


def inside_word(text, i):
    """Whether an end mark stands inside a number or an address (３．５, ?id=1)."""
    return i + 1 < len(text) and (text[i] == "．" and text[i + 1].isdigit() or text[i] in "!?" and text[i + 1].isascii() and text[i + 1].isalnum())


def after_end(text, i):
    """Position after a run of end marks and the closing brackets that follow."""
    while i < len(text) and text[i] in ENDS + CLOSING:
        i += 1
    return i


def ends_after_bracket(text, i):
    """Whether a quotation that ends with 。」 ends the sentence too: not where と, は and the like go on."""
    rest = text[i:].lstrip()
    return not rest or not re.match(r"[とはがをにのもでやへ、,]|など|という|から|まで|ほか", rest)


def width(text):
    """Columns: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def joined(left, right):
    """Two parts of one sentence: no blank inside Japanese, an English word broken by a hyphen made whole."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return left or right
    if left[-1] in "-\u2010\u00ad\ufffe" and len(left) > 1 and left[-2].isascii() and left[-2].isalpha() and right[0].islower() and right[0].isascii():
        return left[:-1] + right
    if left[-1] in "-\u2010" and len(left) > 1 and left[-2].isalnum():
        return left + right
    return left + right if WIDE.match(left[-1]) or WIDE.match(right[0]) else f"{left} {right}"


def is_heading_line(line):
    """A short line that is numbered or marked like a heading and does not end like a sentence."""
    return len(line) <= LONGEST_HEADING and line[-1:] not in "。．、，,;；：:" and bool(HEADING_LINE.match(line))


def typical_width(lines):
    """Width of the page's wide lines (its 90th percentile)."""
    widths = sorted(width(line) for line in lines)
    return widths[int(0.9 * (len(widths) - 1))] if widths else 0


def paragraphs(lines, wide=None):
    """Lines of a page → [(is heading, paragraph)]: lines that the page's width broke are rejoined, others stay apart.

    wide: typical width of full lines, taken from the lines themselves when None.
    """
    wide = typical_width([line.strip() for line in lines]) if wide is None else wide
    found, full = [], False
    for raw in lines:
        line = raw.strip()
        if not line:
            full = False
            continue
        heading = is_heading_line(line)
        starts = heading or bool(LIST_START.match(line)) or raw.startswith("　")
        if full and not starts:
            found[-1] = (False, joined(found[-1][1], line))
        else:
            found.append((heading, line))
        full = not heading and goes_on(line, wide)
    return found


def goes_on(line, wide):
    """Whether a line was broken by the width of the page: it is about full, or stops in the middle of a bracket or clause."""
    if line[-1] in ENDS or line[-1] in "」』" and line[-2:-1] in ENDS:
        return width(line) >= wide - 2  # the next sentence may go on in the same paragraph
    return width(line) >= FULL_LINE * wide or line[-1] in "、，,"


def ends_sentence(text):
    """Whether a text ends as a sentence does."""
    return bool(re.search(r"[。！？!?．.][」』）)\]”\"']*$", text.rstrip()))
