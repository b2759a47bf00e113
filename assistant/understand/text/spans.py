"""Which stretches of a question overlap, lie in others, or are blanked out."""

from assistant.understand.text.matcher import Hit


def outside(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    """Hits that do not overlap any of the others (シンガポール inside シンガポール国立大学)."""
    return [hit for hit in hits if not any(hit.start < other.end and other.start < hit.end for other in others)]


def inside(hit: Hit, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """`text` with spans blanked: 「トップ50の大学」 must not read as a superlative."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = "□" * (end - start)
    return "".join(kept)
