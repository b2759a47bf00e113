"""Words that say what kind of institution is meant when its name is unknown, in the languages that affiliations come in.

Sectors follow the curated table: hospitals and independent people are `other`, schools of any level are `university`. Each word
was counted on the curated table; those that point to several sectors ("institute", "group", "society") are left out.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# The first of these decides.
DECIDING = (
    ("firm", r"incorporated|corporation|limited|llc|llp|gmbh|plc|pty|pte|pvt|spa|srl|sarl|sas|bv|oy|oyj|kgaa|a s|sdn bhd|kk"),
    ("firm", r"kabushiki|company|semiconductors?|consulting|consultants|consultancy|motors|solutions|ventures|insurance|games"),
    ("other", r"hospital|clinics?|clinica|kliniken|infirmary|medical center|museum"),
    ("other", r"unaffiliated|no affiliation|retired|independent (?:researcher|scholar|author|developer)|independent"),
    ("university", r"university|universit\w*|college|collegium|polytechnic|hochschule|fachhochschule"),
    ("university", r"ecole|escuela|escola|daigaku"),
    ("university", r"institute technology|technical institute|high school|secondary school|graduate school|gymnasium|lyceum"),
    ("university", r"business school|medical school|law school|grande ecole|iit|nit|iiit|iut|cegep"),
    ("university", r"университет\w*|πανεπιστημιο\w*|جامعة|الجامعة|אוניברסיטת|dai hoc|mahawitthayalai"),
)
# These speak only when none of the above does: university groups carry them too.
SUPPORTING = (
    ("government", r"ministry|government|academy science|national laboratory|army|navy|air force|cnrs|inria|inserm|cea"),
    ("government", r"geological survey|federal office|federal agency|agency|council|municipality|bureau|usda|nasa|noaa|nist"),
    ("nonprofit", r"stiftung|fraunhofer|max planck|mpi|nonprofit"),
    # "AG" is a working group where a university is named.
    ("firm", r"ag|zrt|kft|aps|sro|doo|sp z oo|pharma|pharmaceuticals?|therapeutics|holdings?|airlines|consultant"),
)
# Parts of a university, unless anything else is said.
UNIT = re.compile(r"^(?!.*\bumr\b)(?:(?:\w+ )?department|.*(?<!\S)(?:faculty|school|lehrstuhl|professorship))(?!\S)")
# Japanese, Chinese and Korean names carry their kind as an ending.
CJK_CUES = (
    ("firm", r"株式会社|有限会社|合同会社|㈱|有限公司|股份|集团|公司|주식회사|製作所|電機|電力"),
    ("other", r"病院|医院|クリニック|診療所|병원"),
    ("university", r"大学|大學|高専|高等専門学校|高校|高等学校|学院|學院|대학|학교"),
    ("government", r"研究開発法人|国立研究所|独立行政法人|総合研究所|研究機構|科学院|科學院|省$|庁$|县政府|政府"),
    ("nonprofit", r"財団法人|社団法人|财团|协会|協会|学会|財団"),
)
WEB_NAME = re.compile(r"\b[a-z0-9-]+\.(?:com|ai|io)\b")
# "Lab" may be anyone's; "Cockroach Labs" calls itself so.
LABS = re.compile(r"^[^,;/()]*[^\W\d_]{3}\w* labs\s*(?:$|[,;#])")
MISSPELT, ALIKE, LONG_WORD = "university", 0.84, 8


@dataclass(frozen=True)
class Cue:
    """A sector and where it was read: index of the first and after the last word (-1 for scripts without word breaks)."""

    sector: str
    start: int
    stop: int


def compiled(groups: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern], ...]:
    return tuple((sector, re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")) for sector, pattern in groups)


DECIDING_CUES, SUPPORTING_CUES = compiled(DECIDING), compiled(SUPPORTING)


def find_cues(words: tuple[str, ...], groups: tuple[tuple[str, re.Pattern], ...] = DECIDING_CUES) -> list[Cue]:
    """Every cue in order of position."""
    line = " ".join(words)
    found = []
    for sector, pattern in groups:
        for match in pattern.finditer(line):
            start = line.count(" ", 0, match.start())
            found.append(Cue(sector, start, start + 1 + match[0].count(" ")))
    return sorted(found, key=lambda cue: (cue.start, -cue.stop))


def hospital_of(words: tuple[str, ...], segment: tuple[int, ...], cues: list[Cue]) -> bool:
    """A hospital in the same stretch as the university that runs it is a hospital."""
    places = {segment[cue.start] for cue in cues if cue.sector == "other"}
    return bool(cues) and cues[0].sector == "university" and segment[cues[0].start] in places


def read_sector(words: tuple[str, ...], segment: tuple[int, ...], text: str) -> str | None:
    """The sector that the words tell of, or None."""
    cues = find_cues(words)
    if cues:
        return "other" if hospital_of(words, segment, cues) else cues[0].sector
    if WEB_NAME.search(text):
        return "firm"
    supporting = find_cues(words, SUPPORTING_CUES)
    if supporting:
        return supporting[0].sector
    if UNIT.search(" ".join(words)) or any(map(is_misspelt_university, words)):
        return "university"
    return "firm" if LABS.search(text) else None


def is_misspelt_university(word: str) -> bool:
    """"Unviersity", "Universaty": nearly the word, letter by letter."""
    return word[:1] == MISSPELT[0] and len(word) >= LONG_WORD and SequenceMatcher(None, word, MISSPELT, False).ratio() >= ALIKE


def cjk_sector(text: str) -> str | None:
    """The sector that the first ending in a Japanese, Chinese or Korean string names."""
    found = [(match.start(), sector) for sector, pattern in CJK_CUES if (match := re.search(pattern, text))]
    return min(found)[1] if found else None
