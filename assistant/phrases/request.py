"""What kind of sentence is wanted, read from a description of the scene or chosen in a form."""

import re
import unicodedata
from dataclasses import dataclass

import prompts
from assistant.understand.text.lengths import Length, counted, shorter_wanted, told_length

DEFAULT_SITUATION, DEFAULT_STANCE, DEFAULT_POLITENESS = "directors", "for", "polite"
PLAN = prompts.table("phrases/options")["plan_mark"]["mark"]  # between what is said of the scene and the plan that was calculated before
SEVERAL = re.compile(r"(?:[2-5二三四五]|いくつか|複数|何)(?:つ|通り|案|本|個|パターン|種類|文|フレーズ)?(?:ほど|くらい)?(?:くだ|下さ|欲し|ほし|お願|頼|挙げ|教え|出し|用意|考え|作|[。??]|$)|(?:三|3|二|2)(?:つ|通り|案|パターン)")
USUAL_NUMBER = 3
POLITENESS = ("spoken", "polite", "board", "formal")
LENGTHS = ("line", "half", "full")
# Who is usually spoken to where the scene does not say.
USUAL_AUDIENCE = {"directors": "executives", "budget": "executives", "team": "team", "casual": "colleagues", "university": "university", "public": "outside"}


@dataclass(frozen=True)
class Request:
    """Keys of prompts/phrases: a situation, a stance (for, cautious), an audience or None, a politeness, and a length or
    None for all three; `exact`: sentences or characters that were told instead. Raises ValueError for a key that is not there."""

    situation: str = DEFAULT_SITUATION
    stance: str = DEFAULT_STANCE
    audience: str | None = None
    politeness: str = DEFAULT_POLITENESS
    length: str | None = None
    exact: Length | None = None

    def __post_init__(self):
        for name, given in (("situation", self.situation), ("stance", self.stance), ("audience", self.audience),
                            ("politeness", self.politeness), ("length", self.length)):  # fmt: skip
            if given not in choices()[name] and not (given is None and name in ("audience", "length")):
                raise ValueError(f"unknown {name} {given!r}; known: {', '.join(choices()[name])}")


def choices() -> dict[str, dict[str, str]]:
    """For each field of a Request: key → Japanese name."""
    options = prompts.table("phrases/options")
    tables = {"situation": prompts.table("phrases/situations"), "stance": options["stances"], "audience": options["audiences"],
              "politeness": options["politeness"], "length": options["lengths"]}  # fmt: skip
    return {name: {key: entry["name"] for key, entry in entries.items()} for name, entries in tables.items()}


def read_request(scene: str) -> Request:
    """The request that a sentence describes, or a conversation, newest line first: of each choice the latest word counts.

    What nothing says takes the usual value; the audience sets the politeness.
    """
    lines = [re.sub(r"\s", "", unicodedata.normalize("NFKC", line).lower()) for line in scene.split(PLAN)[0].split("\n")]
    options = prompts.table("phrases/options")
    situation = told(lines, prompts.table("phrases/situations"))
    audience = told(lines, options["audiences"]) or USUAL_AUDIENCE.get(situation or DEFAULT_SITUATION)
    usual = options["audiences"][audience]["politeness"] if audience else DEFAULT_POLITENESS
    length, exact = length_of(lines, options["lengths"])
    newest = next((place for place, line in enumerate(lines) if named(line, prompts.table("phrases/situations"))), len(lines) - 1)
    way = told(lines[: newest + 1], options["politeness"]) or usual  # a tone told for another scene ends with it
    if way == "spoken" and situation == "public":  # softer than before, but for everybody to read
        way = "polite"
    return Request(situation or DEFAULT_SITUATION, told(lines, options["stances"]) or DEFAULT_STANCE, audience, way, length, exact)


def length_of(lines: list[str], lengths: dict) -> tuple[str | None, Length | None]:
    """The length as the lines of a conversation (newest first) leave it: one that is told, or each time a shorter one than before."""
    length, exact = None, None
    for line in reversed(lines):
        named_now = named(line, lengths)
        if (anew := told_length(line)) is not None:
            length, exact = None, anew
        elif shorter_wanted(line) or named_now == "line" and (length == "line" or exact is not None):
            length, exact = (None, Length(sentences=max((exact.sentences or 2) - 1, 1) if exact else 1)) if exact or length == "line" else ("line", None)
        elif named_now:
            length, exact = named_now, None
    return length, exact


def several_wanted(topic: str) -> int:
    """How many different things to say are asked for (「言い回しを三つ」); the usual number where it is left open, 0 where one is."""
    match = SEVERAL.search(unicodedata.normalize("NFKC", topic.split(PLAN)[0].split("\n")[0]))
    if match is None:
        return 0
    number = re.match(r"[2-5二三四五]", match.group())
    return counted(number.group()) if number else USUAL_NUMBER


def told(lines: list[str], entries: dict) -> str | None:
    return next((key for line in lines if (key := named(line, entries))), None)


def named(text: str, entries: dict) -> str | None:
    """The entry whose cues are most of the text, by the characters they cover; the first of equals; None without a cue."""
    covered = {key: sum(len(cue) for cue in entry["cues"] if cue in text) for key, entry in entries.items()}
    best = max(covered, key=covered.get)
    return best if covered[best] else None
