"""Several written pages as one: the marks of the later ones move up behind the evidence of the earlier ones."""

from dataclasses import replace

from assistant.models import Evidence
from assistant.write.layout import MARK, Page


def merged(written: list[tuple[Page, Evidence]], points_each: int) -> tuple[Page, Evidence]:
    """One page with every conclusion on a line of its own, and the evidence of all; the chart is the first one there is."""
    whole, items, charts = Page(), [], []
    for page, evidence in written:
        moved = shifted(page, len(items))
        whole.conclusion.append(("\n" if whole.conclusion else "") + "".join(moved.conclusion))
        whole.points += moved.points[:points_each]
        whole.body += moved.body
        whole.implication = whole.implication or moved.implication
        whole.caveats += [line for line in moved.caveats if line not in whole.caveats]
        whole.notes += moved.notes
        items += [replace(item, n=item.n + len(items), citation=replace(item.citation, n=item.n + len(items))) for item in evidence.items]
        charts.append(evidence.chart)
    return whole, Evidence(tuple(items), next((chart for chart in charts if chart), None))


def shifted(page: Page, by: int) -> Page:
    """The page with every mark raised by `by`."""

    def move(text: str) -> str:
        return MARK.sub(lambda match: f"【{int(match[1]) + by}】", text)

    lists = {name: [move(text) for text in getattr(page, name)] for name in ("conclusion", "points", "caveats", "body", "notes")}
    return Page(implication=move(page.implication), **lists)
