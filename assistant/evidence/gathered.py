"""What gathering figures hands to the writer, and the two areas that are set against each other."""

from dataclasses import dataclass

from assistant.models import Evidence, Place

AI, NON_AI = Place("area", "ai"), Place("area", "non_ai")


@dataclass(frozen=True)
class Gathered:
    """Evidence and the readings that gathering had to decide (which year, when none was named); the places that a ranking put in order."""

    evidence: Evidence
    readings: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
