"""Numbers evidence as it is collected; the same figure or passage keeps one number."""

from analytics import Figure
from assistant.models import Citation, Evidence, Item


class Collector:
    """Builds an Evidence step by step. Roles say what each piece is for (main, base, contrast …)."""

    def __init__(self):
        self.items: list[Item] = []
        self.by_id: dict[str, int] = {}
        self.roles: dict[str, list[int]] = {}

    def figure(self, figure: Figure, role: str) -> Figure:
        """Add a figure under a role and return it."""
        if figure.id not in self.by_id:
            number = len(self.items) + 1
            quote = f"{figure.label_ja}：{figure.display}。{figure.definition_ja}。"
            counted = "モデル" if figure.slice.get("source") == "epoch" else "本"
            locator = f"対象{figure.n:,}{counted}・{figure.method_ja}"
            citation = Citation(number, "figure", figure.id, figure.label_ja, locator, figure.source.url, quote)
            self.items.append(Item(number, citation, figure=figure))
            self.by_id[figure.id] = number
        self.roles.setdefault(role, []).append(self.by_id[figure.id])
        return figure

    def passage(self, id: str, kind: str, title: str, locator: str, url: str, text: str, role: str) -> int:
        """Add a passage under a role and return its number."""
        if id not in self.by_id:
            number = len(self.items) + 1
            self.items.append(Item(number, Citation(number, kind, id, title, locator, url, text), text=text))
            self.by_id[id] = number
        self.roles.setdefault(role, []).append(self.by_id[id])
        return self.by_id[id]

    def evidence(self, chart: dict | None = None, nearby: tuple[str, ...] = ()) -> Evidence:
        roles = {name: tuple(dict.fromkeys(numbers)) for name, numbers in self.roles.items()}
        return Evidence(tuple(self.items), chart, roles, nearby=nearby)
