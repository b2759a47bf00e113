"""Plans whose labels stand behind what is told of them: 「投資1500万、年500万のA案と、投資900万、年280万のB案」. Such a line is read with each label first."""

import re

from assistant.understand.plans.investment import read_investment

PLAN = r"(?:案|プラン|コース|パターン|ケース|計画|方式)"
WORD = r"(?:(?!年間?|円|浮く|減る|出る|かかる)[一-龥々ァ-ヴーA-Za-z]){1,8}?"
UNNAMED = rf"(?:{PLAN}|投資)"
LABEL = re.compile(
    rf"(?P<label>(?<![A-Za-z])[A-Ea-e]\s?{PLAN}?(?![A-Za-z一-龥])|(?<![一-龥ァ-ヴー]){PLAN}\s?[A-Ea-e1-5一二三四五](?![A-Za-z0-9年万円%])|[甲乙丙]案|第[1-5一二三四五]{PLAN}|(?<=の){WORD}{PLAN}(?![一-龥])|(?<=の){UNNAMED}(?![一-龥]))"
    r"(?:とする|として|とし|だ|です)?(?=と|や|、|,|。|で|を|の|では|だと|なら|に|か|は|が|vs|対|[??\s]|$)"
)
JOINT = re.compile(r"^(?:と|や|、|,|。|か|vs\.?|対|もう(?:1|一)つ[のは]|他方[のは]?|一方[のは]?|\s)+", re.IGNORECASE)
TAIL = re.compile(r"(?:の|が|を|は|、|\s)+$")
# 「①投資1000万、年300万 ②投資600万、年200万」 as it is folded, and 「1. 投資…」 「(2)初期…」.
NUMBERED = re.compile(r"(?:^|(?<=[\s、。,;:]))[(]?(?P<place>[1-5])[).:、]?\s*(?=(?:初期(?:投資|費用)?|投資|費用|導入|購入|開発)(?:は|が|額|に|費)?(?:約)?[0-9])")


def numbered(line: str) -> str:
    """The line with the numbers of an enumeration of plans as labels; any other line as it is."""
    marks = list(NUMBERED.finditer(line))
    if len(marks) < 2 or [int(match["place"]) for match in marks] != list(range(1, len(marks) + 1)):
        return line
    ends = [*(match.start() for match in marks[1:]), len(line)]
    stretches = [line[match.end() : end].strip(" 、。,;") for match, end in zip(marks, ends, strict=True)]
    if any(told.outlay is None or told.benefit is None for told in map(read_investment, stretches)):
        return line
    return line[: marks[0].start()] + "。".join(f"案{place}は{stretch}" for place, stretch in enumerate(stretches, 1))


def labels_first(line: str) -> str:
    """The line with each label before the outlay and the effect told of its plan; any other line as it is."""
    line = numbered(line)
    marks = list(LABEL.finditer(line))
    names = [match["label"] for match in marks]
    if len(marks) > 1 and all(re.fullmatch(UNNAMED, name) for name in names):  # 「…の案と、…の案」
        names = [f"案{place}" for place in range(1, len(marks) + 1)]
    if len(marks) < 2 or len(set(names)) != len(names):
        return line
    starts = [0, *(match.end() for match in marks)]
    stretches = [TAIL.sub("", JOINT.sub("", line[start : match.start()])) for start, match in zip(starts, marks, strict=False)]
    rest = line[marks[-1].end() :]
    told = [read_investment(stretch) for stretch in stretches]
    if any(each.outlay is None or each.benefit is None for each in told) or read_investment(rest).amounts_told:
        return line
    return "。".join([*(f"{name}は{stretch}" for name, stretch in zip(names, stretches, strict=True)), JOINT.sub("", re.sub(r"^(?:と)?を", "", rest))])
