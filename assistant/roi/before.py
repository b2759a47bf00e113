"""What a plan came to before something of it was changed, or before another plan was put in its place."""

from dataclasses import dataclass

from analytics.roi.amounts import yen_text
from assistant.roi.wording import said, say


@dataclass(frozen=True)
class Before:
    """What the plan came to as it was told before (yen); `other`: it is another plan, and not the same on other numbers."""

    npv: float
    other: bool

    def pairs(self, npv: float) -> list[tuple[str, str]]:
        return [("前の案のNPV" if self.other else "変える前のNPV", f"{said(self.npv)}（{yen_text(self.npv)}）"), ("前の案との差額", yen_text(abs(npv - self.npv)))]

    def sentence(self, npv: float, cite: str) -> str:
        if not self.other:
            return say("own_changed", first=said(self.npv), cite=cite)
        return say("own_better" if npv >= self.npv else "own_worse", first=said(self.npv), size=yen_text(abs(npv - self.npv)), cite=cite)
