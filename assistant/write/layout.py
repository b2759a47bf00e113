"""The shape of every answer: 結論, 要点, 経営への示唆, 留意点, 出典; marks renumbered by appearance."""

import re
from dataclasses import dataclass, field, replace

import prompts
from assistant.models import Draft, Evidence, Item

MARK = re.compile(r"【(\d+)】")
MAX_POINTS = 3
MAX_CAVEATS = 2


def mark(*numbers: int) -> str:
    """Citation marks: mark(1, 3) → 【1】【3】."""
    return "".join(f"【{number}】" for number in numbers)


@dataclass
class Page:
    """An answer being written. `conclusion` sentences stand together, points become bullets.

    `notes` explain what would look wrong on the page itself (rounding): they are never dropped for length, as `caveats` are.
    """

    conclusion: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    implication: str = ""
    caveats: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def text(self, max_points: int = MAX_POINTS) -> str:
        """Markdown without the sources."""
        parts = []
        if self.conclusion:
            parts.append(prompts.render("answers/layout", "conclusion") + "\n" + "".join(self.conclusion))
        if self.points:
            parts.append("\n".join([prompts.render("answers/layout", "points"), *(f"- {point}" for point in self.points[:max_points])]))
        parts += self.body
        if self.implication:
            parts.append(prompts.render("answers/layout", "implication", text=self.implication))
        if lines := list(dict.fromkeys([*list(dict.fromkeys(self.caveats))[:MAX_CAVEATS], *self.notes])):
            parts.append("\n".join([prompts.render("answers/layout", "caveats"), *(f"- {line}" for line in lines)]))
        return "\n\n".join(parts)


def finish(draft: Draft, evidence: Evidence) -> tuple[Draft, Evidence]:
    """Number the marks in order of appearance, drop evidence nobody cites, and append the list of sources."""
    order = list(dict.fromkeys(int(number) for number in MARK.findall(draft.text)))
    renumbered = {old: new for new, old in enumerate(order, 1)}
    text = MARK.sub(lambda match: f"【{renumbered[int(match[1])]}】", draft.text)
    items = []
    for old in order:
        item = evidence.item(old)
        if item is None:
            raise ValueError(f"the draft cites 【{old}】, which is not in the evidence")
        items.append(replace(item, n=renumbered[old], citation=replace(item.citation, n=renumbered[old])))
    if items:
        text = f"{text}\n\n{sources(items)}"
    return replace(draft, text=text), replace(evidence, items=tuple(items), roles={})


def sources(items: list[Item]) -> str:
    """The 出典 section: one line per mark, and the data source once."""
    lines = [prompts.render("answers/layout", "sources")]
    lines += [source_line(item) for item in items]
    citations = dict.fromkeys(item.figure.source.citation for item in items if item.figure is not None)
    lines += [prompts.render("answers/layout", "source_data", citation=citation) for citation in citations]
    return "\n".join(lines)


def source_line(item: Item) -> str:
    """One line of the 出典 section."""
    citation = item.citation
    if item.figure is not None:
        return prompts.render("answers/layout", "source_figure", mark=mark(item.n), title=citation.title)
    if citation.url:
        return prompts.render("answers/layout", "source_paper", mark=mark(item.n), title=citation.title, locator=citation.locator, url=citation.url)
    return prompts.render("answers/layout", "source_words", mark=mark(item.n), title=citation.title, locator=citation.locator)
