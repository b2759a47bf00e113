"""The evidence of an answer by role, with the marks that cite it."""

from analytics import Figure
from assistant.models import Evidence
from assistant.write.layout import mark


class Roles:
    """Evidence by role, with the marks to cite."""

    def __init__(self, evidence: Evidence):
        self.evidence = evidence

    def figures(self, role: str) -> list[Figure]:
        return [self.evidence.item(number).figure for number in self.evidence.roles.get(role, ())]

    def first(self, role: str) -> Figure | None:
        found = self.figures(role)
        return found[0] if found else None

    def cite(self, *figures: Figure) -> str:
        numbers = {item.figure.id: item.n for item in self.evidence.items if item.figure is not None}
        return mark(*(numbers[figure.id] for figure in figures))
