"""The KPI sheet of a plan: what the gates measure, with target, stop threshold, samples, date and who measures."""

from dataclasses import asdict, dataclass

from analytics.roi.catalogue import document, parts
from analytics.roi.criteria import criterion, terms
from analytics.roi.evaluate import Evaluation
from analytics.roi.settings import PLACEHOLDER

BEFORE, AFTER, UNDECIDED = "未測定（着手前に測る）", "着手後に測る", "未判定"


@dataclass(frozen=True)
class Kpi:
    """One row. `baseline_ja` is today's value; `status` tells where the threshold comes from (仮置き unless an assumption sets it)."""

    name_ja: str
    unit: str
    baseline_ja: str
    target_ja: str
    stop_ja: str
    needed_samples: int | None
    when_ja: str
    who_ja: str
    status: str
    part: str | None = None

    def to_dict(self) -> dict:
        return asdict(self)


def kpi_sheet(evaluation: Evaluation) -> tuple[Kpi, ...]:
    """Rows in the order of the gates, of each part in a combined plan; none for a plan without stages."""
    strategy = evaluation.settings.strategy
    return tuple(
        kpi(evaluation, part, gate, raw)
        for part in parts(strategy) or (None,)
        for gate in document()["gates"].get(part or strategy, ())
        for raw in gate["criteria"]
        if isinstance(raw, dict) and "kpi" in raw
    )


def kpi(evaluation: Evaluation, part: str | None, gate: dict, raw: dict) -> Kpi:
    made, entry, words = criterion(evaluation, part, raw), raw["kpi"], terms(evaluation, part, raw)
    named = entry.get("rests_on")
    assumptions = evaluation.settings.assumptions
    basis = (assumptions.get(f"{part}.{named}") or assumptions.get(named)) if named else None
    baseline = made.current_ja or (UNDECIDED if not made.decided else BEFORE if entry.get("before") else AFTER)
    return Kpi(
        entry["name"].format(**words), entry["unit"], baseline, entry["target"].format(**words), entry["stop"].format(**words),
        made.needed_samples, f"{gate['id']} {gate['name_ja']}", entry["who"], basis.status if basis else PLACEHOLDER, part,
    )  # fmt: skip
