"""A message that holds several questions, cut into them: 「2019年の企業参加率は? あと、日本の割合も教えて」."""

import re

from assistant.understand.matcher import Hit

BREAK = re.compile(r"[??。!!\n]+\s*(?:あと|それと|それから|ついでに|また|さらに|加えて|で|そして|次に)?[、,]?\s*|(?<=[、,])\s*(?:あと|それと|それから|ついでに)[、,]?\s*")
MAX_PARTS = 3
SHORTEST = 3


def cut(text: str) -> list[str]:
    """The message at its question marks and full stops, or at words like あと; brackets are never cut."""
    parts, start = [], 0
    for match in BREAK.finditer(text):
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        parts.append(text[start : match.end()].strip())
        start = match.end()
    parts.append(text[start:].strip())
    cleaned = [re.sub(r"[、,]?\s*(?:あと|それと|それから|ついでに|また|さらに|加えて|そして|次に)[、,]?$", "", part).strip() for part in parts]
    return [part for part in cleaned if len(part) >= SHORTEST][:MAX_PARTS]


def cut_pairs(text: str, places: list[Hit], subjects: list[Hit]) -> list[str]:
    """「ICMLの企業参加率とCVPRの産学共著率」: a place and a metric, twice, each pair a question of its own."""
    hits = sorted([(hit.start, "place") for hit in places] + [(hit.start, "subject") for hit in subjects])
    if [kind for _, kind in hits] != ["place", "subject", "place", "subject"]:
        return []
    second = hits[2][0]
    return [text[:second].rstrip("と、,やも "), text[second:]]
