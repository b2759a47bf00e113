"""The figures of an answer as a table: one row a figure, or one row a series with its ends and its change; an answer in words as a table of its points."""

import re
from dataclasses import replace

from analytics import Figure
from assistant.models import Evidence
from assistant.write.facts import say
from assistant.write.layout import MARK, Page
from assistant.write.roles import Roles
from assistant.write.wordings import label, place

MOVED = ("_change", "_did")
LONGEST_ROWS, LEAST_ROWS = 40, 2
BULLET = re.compile(r"^(?:- |\d+\. )")
LED = re.compile(r"^(?:(?P<name>[^：。、「」【】]{2,30})：)?(?P<text>.*)$")


def tabled(page: Page, evidence: Evidence) -> Page:
    """`page` with its conclusion and a table of its figures, or of its statements where most of them are quotations; where it has neither, that is said."""
    roles = Roles(evidence)
    figures = evidence.figures
    quoted = quotations(page, evidence)
    if len(quoted) > len(statements(page)) - len(quoted) and len(quoted) >= LEAST_ROWS:
        return worded(page, evidence, quoted)
    if not figures:
        return replace(page, caveats=[say("no_table"), *page.caveats])
    rows = ends_table(roles) or long_table(figures, roles)
    return Page(conclusion=page.conclusion, body=["\n".join(rows)], caveats=page.caveats, notes=page.notes)


def statements(page: Page) -> list[str]:
    """The lines of a page that cite something."""
    rows = [BULLET.sub("", row) for row in "\n".join(page.body).split("\n") if BULLET.match(row)]
    return [line for line in (*page.conclusion, *page.points, *rows) if MARK.search(line)]


def quotations(page: Page, evidence: Evidence) -> list[str]:
    """The statements that cite passages alone."""
    return [line for line in statements(page) if all(evidence.item(int(number)).figure is None for number in MARK.findall(line))]


def worded(page: Page, evidence: Evidence, quoted: list[str]) -> Page:
    """The quotations of a page as rows, each led by the work or the side of the matter that it tells of; what else it tells stays as it is."""
    rows, last = [], ("", "")
    for line in quoted:
        led = LED.match(line.replace("\n", "").replace("**", "").replace("|", "／"))
        source = evidence.item(int(MARK.search(line)[1])).citation.id.partition("#")[0]
        name = led["name"] or (last[0] if last[1] == source else say("worded_point"))  # a statement that names nobody may go on from the one before
        rows.append(say("worded_row", name=name, text=led["text"]))
        last = (name, source)
    kept = [line for line in page.conclusion if line not in quoted]
    return replace(
        page, conclusion=kept or [say("worded_head")], points=[line for line in page.points if line not in quoted], body=["\n".join([say("worded_columns"), say("worded_rule"), *rows])],
    )  # fmt: skip


def ends_table(roles: Roles) -> list[str]:
    """Several series over the same years: first, last and change of each; [] for anything else."""
    firsts, lasts, changes = roles.figures("first"), roles.figures("last"), roles.figures("change")
    if len(firsts) < 2 or len({(first.period, last.period) for first, last in zip(firsts, lasts, strict=True)}) > 1 or len(changes) != len(firsts):
        return []
    head = [say("table_ends_caption", cite=roles.cite(firsts[0], lasts[0])), say("table_ends_head", first_period=firsts[0].period, last_period=lasts[0].period), say("table_ends_rule")]
    return head + [
        say("table_ends_row", place=place(first), label=label(first), first=first.display, cite_first=roles.cite(first), last=last.display, cite_last=roles.cite(last), value=moved.display, cite=roles.cite(moved))
        for first, last, moved in zip(firsts, lasts, changes, strict=True)
    ]  # fmt: skip


def long_table(figures: tuple[Figure, ...], roles: Roles) -> list[str]:
    """One row a figure: the values of each series by year, then what is computed from them."""
    order = {series: number for number, series in enumerate(dict.fromkeys(map(series_of, figures)))}
    levels = [figure for figure in figures if "→" not in figure.period and not figure.metric.endswith(("_gap", "_times", "_within", *MOVED))]
    others = [figure for figure in figures if figure not in levels and not figure.metric.endswith(("_times", "_within"))]  # those are told in the sentence
    shown = sorted(levels, key=lambda figure: (order[series_of(figure)], figure.period)) if any("年" in figure.period for figure in levels) and len(set(map(series_of, levels))) < len(levels) else levels
    return [say("figures_head"), say("figures_rule"), *(row(figure, roles) for figure in (*shown, *others)[:LONGEST_ROWS])]


def series_of(figure: Figure) -> tuple[str, str]:
    return place(figure), label(figure)


def row(figure: Figure, roles: Roles) -> str:
    names = {"place": place(figure), "label": label(figure), "value": figure.display, "cite": roles.cite(figure)}
    if figure.metric.endswith("_gap"):  # its label names both measures
        names["cite"] = roles.cite(*(item for item in roles.evidence.figures if item.id in figure.parts.values()), figure)
    if "→" not in figure.period:
        return say(f"figures_row_{'gap' if figure.metric.endswith('_gap') else 'count'}" if figure.metric.endswith(("_gap", "_count")) and figure.metric != "paper_count" else "figures_row", **names, period=figure.period)
    before, after = figure.period.split(" → ")
    kind = "did" if figure.metric.endswith("_did") else "ratio" if figure.metric.endswith("_ratio") else "change"
    return say(f"figures_row_{kind}", **names, before=before, after=after)
