"""Small lies: one digit, unit, year, group … of an answer changed at a seeded place. Marks 【n】 are left alone unless a kind says so."""

import re
from unicodedata import normalize

GROUPS = (
    ("企業", "大学"), ("大学", "企業"), ("AI会議", "AI以外の会議"), ("AI以外の会議", "AI会議"), ("NeurIPS", "ICML"), ("ICML", "NeurIPS"), ("CVPR", "ACL"), ("KDD", "CVPR"),
    ("QS1〜50位", "QS51〜100位"), ("QS301〜500位", "QS201〜300位"), ("日本", "中国"), ("中国", "日本"), ("米国", "中国"), ("大手テック企業", "政府機関"), ("ロボティクス", "データベース"),
    ("企業参加率", "企業単独率"), ("企業単独率", "産学共著率"), ("産学共著率", "企業参加率"), ("画像認識", "自然言語処理"), ("エリート大学", "中堅大学"), ("大手", "中小"),
)  # fmt: skip
DIRECTIONS = (
    ("上がりました", "下がりました"), ("下がりました", "上がりました"), ("の上昇", "の低下"), ("の低下", "の上昇"), ("ほぼ横ばいです", "上がりました"), ("はっきり変わったとは言えません", "上がりました"),
    ("はっきりした差とは言えません", "大きく増えました"), ("横ばいと見ます", "増加と見ます"), ("増え", "減り"), ("減り", "増え"), ("高まっ", "弱まっ"), ("上がった", "下がった"), ("下がった", "上がった"), ("上昇し", "低下し"), ("低下し", "上昇し"),
    ("増加し", "減少し"), ("減少し", "増加し"), ("+", "-"), ("ポイント-", "ポイント"), ("上回", "下回"), ("下回", "上回"), ("元が取れ、", "元が取れず、"), ("元が取れず、", "元が取れ、"),
)  # fmt: skip
RANKS = (
    ("最も高", "最も低"), ("最も低", "最も高"), ("最も多", "最も少な"), ("最も上がった", "最も下がった"), ("最も下がった", "最も上がった"), ("最多", "最少"), ("首位", "最下位"), ("過去の最高", "過去の最低"), ("最高", "最低"), ("一番高", "一番低"),
    ("上位", "下位"), ("高いのは", "低いのは"),
)  # fmt: skip
WORDS = (
    ("参加しない", "参加する"), ("下回っていません", "上回っていません"), ("1人以上", "2人以上"), ("判明した", "不明の"), ("すべて", "一部"), ("95%区間", "90%区間"), ("割合です", "本数です"), ("以後", "以前"), ("ません", "ます"),
)  # fmt: skip
UNITS = ("%", "ポイント", "倍", "本")
UNIT = re.compile(r"(?<=\d)(?:%|ポイント|倍|本|位)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MARK = re.compile(r"【(\d+)】")
VALUE = re.compile(r"-?[\d,]*\d(?:\.\d+)?(?=%|ポイント|本|倍|万円|円|年)")


def replaced(text, start, end, new):
    return text[:start] + new + text[end:]


def outside_marks(text, pattern):
    marks = [match.span() for match in MARK.finditer(text)]
    return [match for match in re.finditer(pattern, text) if not any(start <= match.start() < end for start, end in marks)]


def body(text):
    return text.partition("**出典**")[0]


def digit(text, draw):
    found = outside_marks(text, r"\d")
    if not found:
        return None
    match = draw.choice(found)
    return replaced(text, *match.span(), draw.choice([other for other in "0123456789" if other != match.group()]))


def unit(text, draw):
    found = list(UNIT.finditer(text))
    if not found:
        return None
    match = draw.choice(found)
    return replaced(text, *match.span(), draw.choice([other for other in UNITS if other != match.group()]))


def year(text, draw):
    found = outside_marks(text, YEAR)
    if not found:
        return None
    match = draw.choice(found)
    return replaced(text, *match.span(), str(int(match.group()) + draw.choice((-5, -3, -2, -1, 1, 2, 3, 5))))


def swapped(text, draw, pairs):
    found = [(match.start(), old, new) for old, new in pairs for match in re.finditer(re.escape(old), text)]
    if not found:
        return None
    start, old, new = draw.choice(found)
    return replaced(text, start, start + len(old), new)


def group(text, draw):
    return swapped(text, draw, GROUPS)


def in_body(text, draw, pairs):
    lies = swapped(body(text), draw, pairs)
    return None if lies is None else lies + text[len(body(text)) :]


def direction(text, draw):
    return in_body(text, draw, DIRECTIONS)


def rank(text, draw):
    return in_body(text, draw, RANKS)


def word(text, draw):
    """Negation and definition."""
    return in_body(text, draw, WORDS)


def mark(text, draw):
    """A citation mark pointing at another source."""
    numbers, found = sorted({int(match[1]) for match in MARK.finditer(body(text))}), list(MARK.finditer(body(text)))
    if len(numbers) < 2:
        return None
    match = draw.choice(found)
    return replaced(text, *match.span(), f"【{draw.choice([number for number in numbers if number != int(match[1])])}】")


def exchange(text, draw):
    """Two values of the same answer change places."""
    found = list(VALUE.finditer(body(text)))
    pairs = [(one, other) for number, one in enumerate(found) for other in found[number + 1 :] if normalize("NFKC", one.group()) != normalize("NFKC", other.group())]
    if not pairs:
        return None
    one, other = draw.choice(pairs)
    return replaced(replaced(text, *other.span(), one.group()), *one.span(), other.group())


def invented(text, draw):
    """A sentence that nobody wrote, with or without a mark."""
    lines = body(text).rstrip().split("\n")
    lie = draw.choice(("- 大学の存在感は失われました。", "- ソニーが最多です【1】。", "- 2020年のAI会議の企業参加率は45.0%です。", "- 企業の7割が参加しています【1】。", "- 今後も増え続けるでしょう。"))
    place = draw.randrange(1, len(lines) + 1)
    return "\n".join([*lines[:place], lie, *lines[place:]]) + "\n\n" + text[len(body(text)) :]


KINDS = {"digit": digit, "unit": unit, "year": year, "group": group}
FURTHER = {**KINDS, "direction": direction, "rank": rank, "word": word, "mark": mark, "exchange": exchange, "invented": invented}
