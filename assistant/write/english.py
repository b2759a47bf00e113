"""The last answer in English: the same figures in sentence patterns of their own."""

import prompts
from analytics import Figure
from analytics.figure import PERCENT, display_value
from assistant.models import Evidence, Question
from assistant.write.layout import Page
from assistant.write.roles import Roles
from assistant.write.wordings import DOWN, FLAT, base_metric, direction, label

FILE = "answers/english"
UNITS = {"%": "%", "ポイント": " pp", "倍": " times", "本": " papers", "モデル": " models", "ドル": " dollars", "基": " chips", "か月": " months", "FLOP": " FLOP", "": ""}
# The figures beside the main ones that a statistic asks for.
ASKED = {"peak": ("high",), "trough": ("low",), "onset": ("onset",), "threshold": ("crossed",)}
WORDED = ("level", "trend", "peak", "trough", "onset", "threshold", "change", "ratio", "before_after", "did", "rank")


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


def english(question: Question, evidence: Evidence) -> Page | None:
    """The page in English; None for a statistic that has no English pattern."""
    if question.statistic == "count" and (told := shares(evidence)):  # numbers of papers have no sentence in English, the shares beside them do
        return Page(conclusion=[say("shares_only")], body=["\n".join(f"- {line}" for line in (*told, say("source_note")))])
    if question.statistic not in WORDED:
        return None
    roles, moves = Roles(evidence), []
    if changes := roles.figures("did") or roles.figures("change"):
        if roles.figures("first"):
            moves = [moved(roles, *row) for row in zip(roles.figures("first"), roles.figures("last"), changes, strict=True)]
        elif roles.figures("did"):
            moves = [separate(roles, figure) for figure in changes]
    asked = [figure for role in ("main", *ASKED.get(question.statistic, ())) for figure in roles.figures(role)]
    lines = [*(value(roles, figure) for figure in asked), *moves]
    lines += [value(roles, figure) for figure in roles.figures("contrast")[:1]]
    if moves:
        lines += [say("interval", low=bounds(figure)[0], high=bounds(figure)[1], cite=roles.cite(figure)) for figure in changes[:2] if figure.low is not None]
    # One sentence a line: a full stop does not end a sentence for the check.
    return Page(body=["\n".join(f"- {line}" for line in dict.fromkeys((*lines, say("source_note"))))]) if lines else None


def in_lines(page: Page, number: int | None) -> Page:
    """The page in so many lines, the first ones; all of it where no number is told."""
    if number is None:
        return page
    notes = [line for line in page.conclusion if line in (say("figures_only"), say("names_only"), say("shares_only"))]
    told = [line for line in (*page.conclusion, *page.points) if line not in notes]
    lines = [row for row in "\n".join(page.body).split("\n") if row.startswith("- ")] or [f"- {line}" for line in told]
    return Page(conclusion=notes, body=["\n".join(lines[:number])], notes=page.notes) if lines else page


def shares(evidence: Evidence) -> list[str]:
    """The shares that an answer cites, one sentence each; what is computed from them has no sentence here."""
    roles, names = Roles(evidence), prompts.table("answers/english_names")["metrics"]
    return [value(roles, figure) for figure in evidence.figures if "→" not in figure.period and figure.unit == PERCENT and base_metric(figure.metric) in names]


def value(roles: Roles, figure: Figure) -> str:
    return say("value", period=english_period(figure.period), place=english_place(figure), label=english_label(figure), value=shown(figure), cite=roles.cite(figure))


def moved(roles: Roles, first: Figure, last: Figure, change: Figure) -> str:
    names = {
        "place": english_place(first), "label": english_label(first), "first_period": english_period(first.period), "first": shown(first), "cite_first": roles.cite(first),
        "last_period": english_period(last.period), "last": shown(last), "cite_last": roles.cite(last),
    }  # fmt: skip
    if change.low is None:
        return say("moved_plain", **names)
    way = direction(change)
    return say("moved_flat" if way == FLAT else "moved_down" if way == DOWN else "moved_up", **names)


def separate(roles: Roles, figure: Figure) -> str:
    way = direction(figure)
    name = "did_flat" if way == FLAT else "did_down" if way == DOWN else "did_up"
    size = display_value(abs(figure.value) if way != FLAT else figure.value, figure.unit).removesuffix(figure.unit) + UNITS[figure.unit]
    return say(name, place=english_place(figure), label=english_label(figure), size=size, cite=roles.cite(figure))


def shown(figure: Figure) -> str:
    """「36.2%」, 「+19.0 points」, 「13,355 papers」."""
    return figure.display.removesuffix(figure.unit) + UNITS[figure.unit] if figure.unit else figure.display


def bounds(figure: Figure) -> tuple[str, str]:
    return display_value(figure.low, figure.unit).removesuffix(figure.unit), display_value(figure.high, figure.unit).removesuffix(figure.unit) + UNITS[figure.unit]


def english_period(period: str) -> str:
    """2007〜2011年 → 2007–2011."""
    return period.replace("年", "").replace("〜", "–").replace(" → ", " to ")


def english_place(figure: Figure) -> str:
    """What a figure's part of the data is called: an area, a field, or the conference's own name."""
    part = figure.slice
    names = prompts.table("answers/english_names")
    if "venue" in part:
        return figure.label_ja.rpartition("（")[2].partition("・")[0]
    return names["areas"][part["area"]] if "area" in part else names["fields"][part["field"]] if "field" in part else names["areas"]["all"]


def english_label(figure: Figure) -> str:
    """The metric in English, with its band, country, institution or group."""
    names, metric = prompts.table("answers/english_names"), base_metric(figure.metric)
    part = figure.slice
    if ".model." in figure.id:  # what training one model cost
        return names["model_cost"].format(model=label(figure).partition("の")[0])
    text = names["metrics"].get(metric, metric.replace("_", " "))
    text = text.replace("the share of papers", "the number of papers") if figure.metric.endswith("_count") else text
    subject = part.get("tier") or part.get("country") or part.get("institution") or part.get("group") or "firm"
    return text.format(subject=names["groups"].get(subject, subject))


