"""What gathering figures hands to the writer, and the two areas that are set against each other."""

from dataclasses import dataclass

from assistant.models import Evidence, Place, Subject

AI, NON_AI = Place("area", "ai"), Place("area", "non_ai")


@dataclass(frozen=True)
class Gathered:
    """Evidence and the readings that gathering had to decide (which year, when none was named); the places, institutions or countries that a ranking put in order;
    the year that was looked for (of a peak, a crossing)."""

    evidence: Evidence
    readings: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    order: tuple[Subject, ...] = ()
    year: int | None = None
