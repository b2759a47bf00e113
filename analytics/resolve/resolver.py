"""One raw affiliation string → the institution and sector it names first, or unknown."""

from dataclasses import asdict, dataclass
from pathlib import Path

from analytics.resolve.cues import Cue, cjk_sector, find_cues, read_sector
from analytics.resolve.names import NameIndex, stretches
from analytics.resolve.text import Words, has_cjk, key, split_words, without_country

EXACT, NORMALISED, RULE, UNRESOLVED = "exact", "normalised", "rule", "unresolved"
UNKNOWN = "unknown"
# Before a known name they make another institution of it: North China University of Technology.
QUALIFIERS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest central new open medical "
    "technical normal agricultural islamic catholic christian federal state nova old lower upper".split()
)
# "Korea University" is not meant where "of Technology" follows.
KINDS = frozenset("university institute college academy school".split())

Meaning = tuple[str | None, str]


@dataclass(frozen=True)
class Resolution:
    """What a string was read as. `how` is exact, normalised, rule or unresolved.

    `institution_id` is None when only the sector was read.
    """

    affiliation: str
    institution_id: str | None
    sector: str
    how: str

    def to_dict(self) -> dict:
        return asdict(self)


@dataclass(frozen=True)
class Tables:
    """strings: raw string → meaning (institution or None, sector). keys: normalised string → meaning. names: run of words →
    institution. employers: first stretch → sector. native: Japanese name → institution. sectors: institution → sector.
    countries: normalised names of countries."""

    strings: dict[str, Meaning]
    keys: dict[str, Meaning]
    names: dict[str, str]
    employers: dict[str, str]
    native: dict[str, str]
    sectors: dict[str, str]
    countries: frozenset[str]


class Resolver:
    """Reads affiliation strings by the tables, which are not changed."""

    def __init__(self, tables: Tables):
        self.tables = tables
        self.index = NameIndex(tables.names)

    @classmethod
    def open(cls, folder: str | Path | None = None) -> "Resolver":
        """The shipped tables. Raises DataMissing."""
        from analytics.resolve.tables import read_tables

        return cls(read_tables(folder))

    def resolve(self, affiliation: str) -> Resolution:
        """Exact string, then normalised string, then rules."""
        known = self.tables.strings.get(affiliation)
        if known and known[1] != UNKNOWN:
            return Resolution(affiliation, *known, EXACT)
        words = split_words(affiliation)
        name = without_country(affiliation, self.tables.countries)
        known = self.tables.keys.get(" ".join(words.words)) or (self.tables.keys.get(key(name)) if name else None)
        if known:
            return Resolution(affiliation, *known, NORMALISED)
        institution, sector = self.by_rules(words)
        if sector == UNKNOWN and name:
            # OpenAlex writes firms, and hardly anything else, as "Name (Country)".
            sector = "firm"
        return Resolution(affiliation, institution, sector, UNRESOLVED if sector == UNKNOWN else RULE)

    def by_rules(self, words: Words) -> Meaning:
        if has_cjk(words.text):
            return self.by_native_name(words.text)
        found = self.index.first(words)
        if found:
            name, start, stop = found
            institution = self.tables.names[name]
            sector = self.tables.sectors[institution]
            rival = rival_cue(words, start, stop, sector)
            if rival:
                return None, rival.sector
            return (None if is_altered(words, start, stop) else institution), sector
        employer = self.tables.employers.get(" ".join(next(iter(stretches(words)), ())))
        return None, employer or read_sector(words.words, words.segment, words.text) or UNKNOWN

    def by_native_name(self, text: str) -> Meaning:
        places = [(text.find(name), -len(name), name) for name in self.tables.native if name in text]
        if places:
            institution = self.tables.native[min(places)[2]]
            return institution, self.tables.sectors[institution]
        return None, cjk_sector(text) or UNKNOWN


def rival_cue(words: Words, start: int, stop: int, sector: str) -> Cue | None:
    """A word that contradicts the name's sector: in the same stretch, or of an employer that is named before."""
    for cue in find_cues(words.words):
        outside = cue.stop <= start or cue.start >= stop
        same_stretch = (words.segment[cue.start], words.part[cue.start]) == (words.segment[start], words.part[start])
        earlier = words.part[cue.start] < words.part[start] or (cue.sector == "firm" and cue.stop <= start)
        if cue.sector != sector and outside and (same_stretch or earlier):
            return cue
    return None


def is_altered(words: Words, start: int, stop: int) -> bool:
    """The words around a name make it another institution's."""
    before = start > 0 and words.segment[start - 1] == words.segment[start] and words.words[start - 1] in QUALIFIERS
    after = stop < len(words.words) and words.segment[stop] == words.segment[stop - 1] and words.linked[stop]
    return before or (after and words.words[stop - 1] in KINDS)
