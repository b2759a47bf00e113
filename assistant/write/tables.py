"""The figures of an answer as a table: one row a figure, or one row a series with its ends and its change."""

from analytics import Figure
from assistant.models import Evidence
from assistant.write.facts import say
from assistant.write.layout import Page
from assistant.write.roles import Roles
from assistant.write.wordings import label, place

MOVED = ("_change", "_did")
LONGEST_ROWS = 40


def tabled(page: Page, evidence: Evidence) -> Page:
    """`page` with its conclusion and a table of its figures; a page without figures says that it has none to set in a table."""
    roles = Roles(evidence)
    figures = evidence.figures
    if not figures:
        page.caveats.insert(0, say("no_table"))
        return page
    rows = ends_table(roles) or long_table(figures, roles)
    return Page(conclusion=page.conclusion, body=["\n".join(rows)], caveats=page.caveats, notes=page.notes)


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
