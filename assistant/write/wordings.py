"""Words for figures: labels, places, directions decided by the interval and never by the sign alone."""

import re

import prompts
from analytics import Figure
from analytics.figure import display_value

UP, DOWN, FLAT = "up", "down", "flat"
VERBS = {UP: "上がりました", DOWN: "下がりました"}
NOUNS = {UP: "上昇", DOWN: "低下"}


def inside(figure: Figure) -> str:
    return figure.label_ja.rpartition("（")[2].rstrip("）")


def label(figure: Figure) -> str:
    """「企業参加率」 from 「企業参加率（AI会議・2019年）」, statistic suffixes left out."""
    name = figure.label_ja.rpartition("（")[0]
    for suffix in ("の差の差（DiD）", "の変化", "の倍率", "に当たる論文の本数", "の差"):
        name = name.removesuffix(suffix)
    return name


def papers_of(figure: Figure) -> str:
    """The papers that a share counts: 「企業の論文」, 「産学共著の論文」, 「グーグルの論文」."""
    name = label(figure)
    if (group := re.fullmatch(r"(.+?)の?参加率|(.+?)の論文(?:の割合|数)|(.+(?:共著|単独))率", name)) is None:
        return f"{name}に当たる論文"
    return f"{next(filter(None, group.groups()))}の論文"


def bare_name(text: str) -> str:
    """「グーグル」 from 「グーグルの論文の割合」, 「日本」 from 「日本の機関の参加率」."""
    return text.removesuffix("の論文の割合").removesuffix("の機関の参加率").removesuffix("の参加率")


def place(figure: Figure) -> str:
    """「AI会議」 with the variant where there is one: 「AI会議（著者数で按分）」."""
    before, _, after = inside(figure).partition(f"・{figure.period}")
    return f"{before}（{after.lstrip('・')}）" if after else before


def direction(figure: Figure) -> str:
    """up, down or flat: a change (or a difference of two places or groups) whose interval holds 0 is flat."""
    if not figure.metric.endswith(("_change", "_did", "_gap")):
        raise ValueError(f"{figure.id} is no change")
    if figure.low is None or figure.high is None or figure.low <= 0 <= figure.high:
        return FLAT
    return UP if figure.value > 0 else DOWN


def size(figure: Figure) -> str:
    """The size of a change without its sign: 「14.5ポイント」."""
    return display_value(abs(figure.value), figure.unit)


def interval(figure: Figure, down: bool = False) -> dict[str, str]:
    """low and high as written, the unit after the second; for a fall, which is worded by its size, the bounds change sign and place."""
    low, high = (-figure.high, -figure.low) if down else (figure.low, figure.high)
    return {"low": display_value(low, figure.unit).removesuffix(figure.unit), "high": display_value(high, figure.unit)}


def base_metric(metric: str) -> str:
    """The metric that a statistic is of: firm_share of firm_share_change."""
    for suffix in ("_change", "_did", "_gap", "_times", "_within", "_ratio", "_count"):
        metric = metric.removesuffix(suffix)
    return metric


# Statistics whose implication is about the kind of comparison rather than the metric.
OWN_LINE = ("rank", "movers", "position", "did", "count", "paper_count", "overtake", "onset", "threshold", "ratio", "before_after")


def implication(figure: Figure, way: str, question=None) -> str:
    """The line for management that fits the question: its kind of comparison, or the metric and its direction."""
    known = prompts.templates("answers/implications")
    metric, names = base_metric(figure.metric), []
    if question is not None and question.statistic in OWN_LINE:
        lowest = ["rank.lowest"] if question.statistic == "rank" and question.ascending and question.ranked in (None, "venues") else []
        names += [*lowest, f"{question.statistic}.{question.ranked or 'venues'}", f"{question.statistic}.{way}", f"{question.statistic}.any"]
    one_by_one = question is not None and question.subjects and all(subject.institution for subject in question.subjects)  # two of a kind share no roles
    if question is not None and question.statistic == "level" and question.intent == "compare" and not one_by_one:
        names += ["compare.metrics" if len(question.subjects) > 1 else "compare.places"]
    for name in (*names, f"{metric}.{way}", f"{metric}.any"):
        if name in known:
            return prompts.render("answers/implications", name)
    return prompts.render("answers/implications", "default")


def own_did(figure: Figure, cite: str) -> str:
    """Our own difference in differences as a sentence."""
    moved, names = direction(figure), {"place": place(figure), "label": label(figure), "cite": cite}
    if moved == FLAT:
        return prompts.render("answers/data", "did_flat", value=figure.display, **names)
    return prompts.render("answers/data", "did", size=size(figure), direction=VERBS[moved], **names)
