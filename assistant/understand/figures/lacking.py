"""Names in a list with held ones of which no figures are: the held ones are told, and which is not held is said."""

import re
from typing import Protocol

import prompts
from assistant.models import Question
from assistant.understand.figures.put_aside import TURN
from assistant.understand.text.matcher import Hit, Text, read

JOINT = r"\s*(?:とか|だとか|と|や|・|、|,|/|&|\+|vs\.?|及び|および|それと|ならびに|or|and)\s*"
BEFORE, AFTER = re.compile(rf"(?:とか|だとか|と|や|・|、|,|/|&|\+|vs\.?|及び|および|それと|ならびに|or|and)\s*$"), re.compile(JOINT)
# 「どこか無名の大学」: one that has no name to look up.
UNNAMED = re.compile(r"(?:(?:どこか|どっか|とある|ある|適当な|よその|その辺の|そこらの|無名|名もない|名前も知らない|知られていない)(?:の|な|、)*)+(?:地方|中堅|中小|私立|国立|小さな|普通)?の?(?:大学|大(?!学|手)|学校|企業|会社|メーカー|研究所)")
NAMELESS = ("unknown_name", "ambiguous", "unknown_metric")
OF_NAME = re.compile(r"[一-龥々ァ-ヴーA-Za-z0-9]+")
# A name right beside a held one, though nothing keeps the question from being answered without it: 「トヨタとジャガーノートの論文数は」.
NAME = r"(?:[A-Z][A-Za-z0-9&.-]*|[ァ-ヴー]{3,})+"
NAME_BEHIND = re.compile(rf"{NAME}(?=さん|は|の|って|が|も|を|で|だと|なら|、|[??]|$|どっち|どちら|とか)")
NAMES_LISTED = re.compile(rf"(?P<names>(?:{NAME}(?:とか|や|と|、|・)){{1,3}})$")
LONG_NAME = 3  # characters of a word that no dictionary has
MOST = 3  # names that are left out at most


class Reader(Protocol):
    """What reads a text by itself, and the finders it reads with."""

    institutions: object
    countries: object
    places: object
    blockers: object

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def explained(self, text: Text) -> list[Hit]: ...


def without_lacking(reader: Reader, text: Text) -> tuple[Text, tuple[str, ...]]:
    """The text without the names that are not held, where they stand in a list with held ones, and those names."""
    left: list[str] = []
    if TURN.search(text.folded):  # 「VLDB…じゃなくてICDE」 takes a name back
        return text, ()
    while len(left) < MOST and (held := [hit for hit in (*reader.institutions.find(text), *reader.places.find(text)) if hit.kind in ("institution", "venue")]):
        span = UNNAMED.search(text.folded)
        span = span.span() if span else unknown(reader, text, held) or behind(reader, text, held)
        cut = None if span is None else listed_span(text.folded, span, held)
        if cut is None:
            break
        left.append(text.folded[span[0] : span[1]])
        text = read(text.folded[: cut[0]] + text.folded[cut[1] :])
    return text, tuple(left)


def unknown(reader: Reader, text: Text, held: list[Hit]) -> tuple[int, int] | None:
    """Where the name stands that alone keeps the question from being answered; None for any other question."""
    if not any(AFTER.match(text.folded, hit.end) or BEFORE.search(text.folded[: hit.start]) for hit in held):
        return None
    question = reader.read_alone(text)
    name = question.blocker_details.get("name", "") if question.blocker in NAMELESS else ""
    start = text.folded.find(name) if name else -1
    whole = next((match.span() for match in OF_NAME.finditer(text.folded) if match.start() <= start < match.end()), None) if start >= 0 else None
    if whole is not None and question.blocker == "unknown_metric" and not reader.blockers.proper_nouns.among([text.lowered[whole[0] : whole[1]]], text.lowered):
        return None  # a word that names nobody
    return whole if whole is not None and not any(hit.start < whole[1] and whole[0] < hit.end for hit in held) else None


def behind(reader: Reader, text: Text, held: list[Hit]) -> tuple[int, int] | None:
    """Where a proper name stands that a held institution is joined to and that no finder knows."""
    for hit in held:
        joint = AFTER.match(text.folded, hit.end) if hit.kind == "institution" else None
        name = NAME_BEHIND.match(text.folded, joint.end()) if joint else None
        if name is None or any(known.start < name.end() and name.start() < known.end for known in reader.explained(text)):
            continue
        nouns = reader.blockers.proper_nouns
        if nouns.among([name.group().lower()], text.lowered) or any(token.is_oov() and len(token.surface()) >= LONG_NAME for token in nouns.tokens(name.group())):
            return name.span()
    return None


def listed_span(text: str, span: tuple[int, int], held: list[Hit]) -> tuple[int, int] | None:
    """The name with the word that joins it to a held one, before or behind it; None where it stands in no list with one."""
    start, end = span
    if (joint := BEFORE.search(text[:start])) and any(hit.end == joint.start() for hit in held):
        return joint.start(), end
    if (joint := AFTER.match(text, end)) and any(hit.start == joint.end() for hit in held):
        return start, joint.end()
    return None


def told(question: Question, names: tuple[str, ...]) -> Question:
    """The question with the note that names what is not held; one refused for a name, for all that stand in a list with it."""
    if question.blocker == "unknown_name" and (name := question.blocker_details.get("name", "")) and (beside := NAMES_LISTED.search(question.text.partition(name)[0])):
        others = [each for each in re.split(r"とか|や|と|、|・", beside["names"]) if each]
        question = question.with_(blocker_details={**question.blocker_details, "name": "」「".join((*others, name))})
    return question.with_(readings=(prompts.render("notes", "lacks_name", names="」「".join(names)), *question.readings)) if names else question
