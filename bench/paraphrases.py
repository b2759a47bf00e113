"""True answers said otherwise: number forms, synonyms, politeness, order, sentences joined and cut, rounding said as 約."""

import re

from analytics import Figure
from assistant.models import Evidence
from assistant.write.wordings import label, place
from bench.mutations import MARK

VALUE = re.compile(r"(?<![\d.,〜+\-])(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>%(?!区間|の?信頼)|ポイント|本)(?![^（）\n]*〜)")
YEAR = re.compile(r"(?<![\d〜])(?P<year>20[01]\d|202\d)年(?!〜|\d)")
KANJI = "〇一二三四五六七八九"
SYNONYMS = (
    ("上がりました", "上昇しました"), ("上がりました", "増えました"), ("上がりました", "高まりました"), ("上がりました", "伸びています"), ("下がりました", "低下しました"), ("下がりました", "減りました"), ("下がりました", "減少しています"), ("最も高い", "一番高い"), ("最も高かった", "一番高かった"),
    ("最も低い", "一番低い"), ("初めて上回った", "初めて超えた"), ("はっきり変わったとは言えません", "横ばいです"), ("企業参加率は", "企業が関わる論文の割合は"), ("大学参加率は", "大学が関わる論文の割合は"), ("産学共著率は", "企業と大学の共著論文の割合は"), ("企業単独率は", "企業だけで書いた論文の割合は"),
    ("AI会議", "AI分野の会議"), ("AI以外の会議", "非AIの会議"), ("変化の大きさは", "変化の幅は"), ("比較：同じ期間に", "同じ時期に、"), ("回収期間は", "回収にかかる期間は"), ("95%区間", "95%信頼区間"),
)  # fmt: skip
POLITE = (
    ("です", "である"), ("です", "でございます"), ("です", "となっています"), ("上がりました", "上がった"), ("下がりました", "下がった"), ("でした", "だった"), ("になりました", "になった"), ("なりました", "なっております"), ("上がりました", "上がっております"),
)  # fmt: skip


def body(text: str) -> str:
    """What is cited: caveats and advice are the product's own fixed wording, and sources are checked letter by letter."""
    return re.split(r"\*\*(?:経営への示唆|留意点|出典)\*\*", text)[0]


def kanji(number: str) -> str:
    """「32.3」 → 「三十二・三」, 「1,250」 → 「千二百五十」; numbers up to 9,999."""
    whole, _, part = number.replace(",", "").partition(".")
    words, value = "", int(whole)
    for size, name in ((1000, "千"), (100, "百"), (10, "十")):
        digit, value = divmod(value, size)
        words += ("" if digit == 1 else KANJI[digit]) + name if digit else ""
    words += KANJI[value] if value or not words else ""
    return words + ("・" + "".join(KANJI[int(digit)] for digit in part) if part else "")


def one(text, draw, pattern, change):
    """One match in the body changed; None when there is none to change."""
    found = [match for match in pattern.finditer(body(text)) if not inside_mark(text, match.start()) and not text[: match.start()].endswith("ご質問の") and "「" not in text[text.rfind("\n", 0, match.start()) + 1 : match.start()]]
    draw.shuffle(found)
    for match in found:
        new = change(match)
        if new is not None and new != match.group():
            return text[: match.start()] + new + text[match.end() :]
    return None


def inside_mark(text, at):
    return any(mark.start() <= at < mark.end() for mark in MARK.finditer(text))


def wide(text, draw):
    return one(text, draw, VALUE, lambda m: m.group().translate({ord(a): ord(b) for a, b in zip("0123456789.,%", "０１２３４５６７８９．，％", strict=True)}))


def in_kanji(text, draw):
    return one(text, draw, VALUE, lambda m: kanji(m["number"]) + ("パーセント" if m["unit"] == "%" else m["unit"]) if float(m["number"].replace(",", "")) < 10_000 else None)


def unit_words(text, draw):
    return one(text, draw, VALUE, lambda m: None if m.group() == "1本" else m["number"] + {"%": "パーセント", "ポイント": draw.choice(("%ポイント", "パーセントポイント"))}.get(m["unit"], "報"))


def rounded(text, draw):
    """約33%, 約3割, 3割強, およそ700本, 1.2千本: fewer digits, said so."""

    def change(match):
        value = float(match["number"].replace(",", ""))
        if match["unit"] == "本":
            if value < 100:
                return None
            step = 10 ** (len(str(int(value))) - 2)
            near = round(value / step) * step
            return draw.choice((f"約{near:,}本", f"およそ{near}本", f"{near:,}本ほど") + ((f"約{near / 1000:g}千本",) if 1000 <= near < 10_000 else ()))
        if 0.4 <= value % 1 <= 0.6:  # the shown value was rounded once already
            return None
        forms = [f"約{value:.0f}{match['unit']}", f"{value:.0f}{match['unit']}ほど"] if value >= 10 else []
        tens, rest = divmod(value, 10)
        if match["unit"] == "%" and tens >= 2:
            forms += [f"{tens:.0f}割強"] if 0.5 < rest < 4.5 else [f"{tens + 1:.0f}割弱"] if 5.5 < rest < 9.5 else []
            forms += [f"約{round(value / 10)}割"] if abs(value - 10 * round(value / 10)) < 4.5 else []
        return draw.choice(forms) if forms else None

    return one(text, draw, VALUE, change)


def era(text, draw):
    """2015年 → 平成27年, 二〇一五年, ２０１５年."""

    def change(match):
        year = int(match["year"])
        name = f"平成{year - 1988}年" if year < 2019 else "令和元年" if year == 2019 else f"令和{year - 2018}年"
        return draw.choice((name, "".join(KANJI[int(digit)] for digit in match["year"]) + "年", match["year"].translate({ord("0") + n: ord("０") + n for n in range(10)}) + "年"))

    return one(text, draw, YEAR, change)


def worded(text, draw, pairs):
    lines = text.split("\n")
    found = [(at, old, new) for at, line in enumerate(lines[: body(text).count("\n")]) if "「" not in line and not line.startswith(("**経営", "- 【", "- データ")) for old, new in pairs if old in line]
    if not found:
        return None
    at, old, new = draw.choice(found)
    lines[at] = lines[at].replace(old, new, 1)
    return "\n".join(lines)


def synonym(text, draw):
    return worded(text, draw, SYNONYMS)


def polite(text, draw):
    return worded(text, draw, POLITE)


def marks_last(text, draw):
    """All marks of a sentence behind it."""
    lines = text.split("\n")
    found = [at for at, line in enumerate(lines) if not line.startswith(("- 【", "- データ", "1", "2", "3")) and "「" not in line and len(MARK.findall(line)) >= 2 and line.count("。") == 1]
    if not found:
        return None
    at = draw.choice(found)
    numbers = list(dict.fromkeys(MARK.findall(lines[at])))
    lines[at] = MARK.sub("", lines[at]).removesuffix("。") + "".join(f"【{number}】" for number in numbers) + "。"
    return "\n".join(lines)


def joined(text, draw):
    """Two neighbouring points in one sentence."""
    lines = text.split("\n")
    ends = (("です", "で"), ("上がりました", "上がり"), ("下がりました", "下がり"), ("でした", "で"))
    pattern = re.compile(rf"^- (?P<head>[^「」。]+?)(?P<end>{'|'.join(old for old, _ in ends)})(?P<mark>(?:【\d+】)+)。$")
    for at in range(len(lines) - 1):
        first, second = pattern.match(lines[at]), pattern.match(lines[at + 1])
        if first and second and not lines[at + 1].startswith(("- 期間中", "- ここでの", "- 毎年", "- 変化の")) and not lines[at].startswith("- 【") and not lines[at + 1].startswith("- 【"):
            return "\n".join([*lines[:at], f"- {first['head']}{dict(ends)[first['end']]}{first['mark']}、{lines[at + 1][2:]}", *lines[at + 2 :]])
    return None


# -- whole sentences of another build, from the figures that the answer cites --------------------------------------------------

LEVELS = (
    "{place}の{label}は、{period}には{value}に達していました{mark}。", "{value}。これが{period}の{place}における{label}です{mark}。", "{period}を見ると、{place}では{label}が{value}となっています{mark}。", "{label}を{place}で見ると、{period}は{value}でした{mark}。",
    "{place}について申し上げますと、{period}の{label}は{value}でございます{mark}。", "{period}、{place}の{label}は{value}だった{mark}。", "{place}の{period}の数字では、{label}が{value}である{mark}。",
)  # fmt: skip
PAIRS = (
    "{place}の{label}は、{late}が{last}、{early}が{first}です{both}。", "{early}に{first}だった{place}の{label}は、{late}には{last}へと{moved}しています{both}。", "{place}の{label}は{first}（{early}）から{last}（{late}）に{moved}した{both}。",
    "{label}（{place}）は{early}は{first}でしたが{one}、{late}には{last}です{other}。",
)  # fmt: skip
COMPARISONS = ("{period}の{label}は、{high}が{more}で{one}、{low}の{less}を上回ります{other}。", "{period}の{label}は、{low}が{less}で{one}、{high}の{more}より低い水準です{other}。", "{high}の{label}は{period}に{more}あり、{low}の{less}より高くなっています{both}。")


def mark_of(evidence: Evidence, figure: Figure) -> str:
    return next(f"【{item.n}】" for item in evidence.items if item.figure is figure)


def levels(evidence: Evidence) -> list[Figure]:
    """Plain shares: no change, no count."""
    return [figure for figure in evidence.figures if figure.unit == "%" and not figure.metric.endswith(("_change", "_did", "_ratio"))]


def rebuilt(text, draw, evidence: Evidence):
    """One free sentence about a cited figure in front of the answer."""
    known = levels(evidence)
    if not known:
        return None
    figure = draw.choice(known)
    line = draw.choice(LEVELS).format(place=place(figure), label=label(figure), period=figure.period, value=figure.display, mark=mark_of(evidence, figure))
    return f"{line}\n\n{text}"


def paired(text, draw, evidence: Evidence):
    """Two years of one measure in one sentence."""
    known = levels(evidence)
    pairs = [(a, b) for a in known for b in known if a.metric == b.metric and place(a) == place(b) and label(a) == label(b) and max(a.slice["years"]) < min(b.slice["years"])]
    if not pairs:
        return None
    a, b = draw.choice(pairs)
    change = next((f for f in evidence.figures if f.metric == f"{a.metric}_change" and f.period == f"{a.period} → {b.period}" and label(f) == label(a) and place(f) == place(a)), None)
    clear = change is not None and change.low is not None and not change.low <= 0 <= change.high  # only then is it a rise or a fall
    template = draw.choice([template for template in PAIRS if clear or "{moved}" not in template])
    one_, other = mark_of(evidence, a), mark_of(evidence, b)
    line = template.format(place=place(a), label=label(a), early=a.period, late=b.period, first=a.display, last=b.display, moved="上昇" if b.value > a.value else "低下", both=one_ + other, one=one_, other=other)
    return f"{line}\n\n{text}"


def compared(text, draw, evidence: Evidence):
    """Two places in the same year in one sentence."""
    known = levels(evidence)
    pairs = [(a, b) for a in known for b in known if a.metric == b.metric and label(a) == label(b) and a.period == b.period and place(a) != place(b) and a.value > b.value and a.display != b.display]
    if not pairs:
        return None
    a, b = draw.choice(pairs)
    template = draw.choice(COMPARISONS)
    first, second = (b, a) if template.startswith("{period}の{label}は、{low}") else (a, b)
    marks = mark_of(evidence, first), mark_of(evidence, second)
    line = template.format(period=a.period, label=label(a), high=place(a), low=place(b), more=a.display, less=b.display, one=marks[0], other=marks[1], both="".join(marks))
    return f"{line}\n\n{text}"


TEXTUAL = {"wide": wide, "kanji": in_kanji, "unit words": unit_words, "rounded": rounded, "era": era, "synonym": synonym, "polite": polite, "marks last": marks_last, "joined": joined}
BUILT = {"rebuilt": rebuilt, "paired": paired, "compared": compared}
