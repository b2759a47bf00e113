"""Affiliation strings → comparable words: noise removed, accents folded, abbreviations written out."""

import html
import re
import unicodedata
from dataclasses import dataclass

NOISE = re.compile(r"#tab#|#?x00[0-9a-f]{2};?|\S+@\S+\.\w+|\[email protected\]|https?://\S+", re.IGNORECASE)
LATEX_ACCENT = re.compile(r"\\[~'\"^`=.cvuHr]\s*\{?\\?(\w)\}?")
# Letters that Unicode does not take apart into a base letter and an accent.
LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"})
ACCENTS = re.compile("[\u0300-\u036f]")
APOSTROPHES = re.compile("[’‘'`´ʼ]")
WORD = re.compile(r"\w+|[,;/|()\[\]{}]|—|–| - |&", re.UNICODE)
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

ABBREVIATIONS = {
    word: full
    for full, words in {
        "university": "univ unv uni universidad universidade universita universitat universite universitate universitatea "
        "universitas universiti universitet universitetet universitetas universiteti universiteit "
        "universitesi univerzita univerzitet univerza uniwersytet universtiy univeristy unversity univercity "
        "universit universities universitaet universitario universitari universitaria universitaire "
        "universitas univesity univerisity univsersity univresity",
        "institute": "inst institut instituto istituto instituut institutes institutet institue insitute instytut institutul",
        "technology": "tech technol tecnologia technologie technologies tecnol tecnologico tecnologica technological "
        "technologico technologique",
        "science": "sci sciences scis scientific scient ciencia ciencias scienze",
        "computer": "comput comp computing computation computational computers",
        "engineering": "eng engn engrg engg engineer engineers ingenieria ingegneria ingenierie",
        "department": "dept dep dpt depart departments departamento departement dipartimento depto departement abteilung",
        "laboratory": "lab labs laboratories laboratoire laboratorio labor labo laboratorium",
        "research": "res recherche recherches investigacion ricerca forschung pesquisa",
        "academy": "acad academia academie akademie accademia",
        "national": "nat natl nac nacional nationale nazionale",
        "polytechnic": "polytech polytechnical polytechnique politecnico politecnica politecnic polit politehnica polytechnics "
        "politechnika politec",
        "technical": "technische technischen tecnica technique",
        "federal": "fed federale federala",
        "college": "coll colleges",
        "center": "centre ctr cent cen cntr centro centres centers zentrum centrum",
        "international": "int intl internacional internationale",
        "corporation": "corp corporate corporations",
        "company": "co companies",
        "limited": "ltd ltda",
        "incorporated": "inc",
        "school": "sch schools",
        "faculty": "fac fak faculte fakultat facultad faculdade facolta fakulteta fakulta",
        "hospital": "hosp hospitals hopital hospices hospitalier ospedale krankenhaus spital",
        "medical": "med medicine medicina medizin medizinische medica",
        "information": "inf info informacion informazione",
        "electronics": "electron electronic elektronik elektron",
        "electrical": "elec elect electr elektrotechnik",
        "communications": "commun communication comm",
        "systems": "syst sys system systemes sistemas",
        "industrial": "ind industry industries",
        "advanced": "adv",
        "mathematics": "math maths mathematical",
        "physics": "phys",
        "artificial": "artif",
        "intelligence": "intell",
        "automation": "autom automatic",
        "management": "manage manag mgmt",
        "ministry": "minist ministerio ministere ministero",
        "development": "dev develop",
        "state": "estadual estatal",
        "graduate": "grad",
    }.items()
    for word in words.split()
}  # fmt: skip
STOPWORDS = frozenset(
    "the of for at in on de di da do du dos das des del della dell delle degli la le les l d der die das den und and et e y i "
    "für fur im am zu zur von vom van het en an a el los las para per pour och og".split()
)
# A break between two parts that may be two employers ("X and Y", "X; Y"); commas only separate lines of one address.
PART_BREAKS = frozenset({";", "/", "|", "&", "and", "—"})


@dataclass(frozen=True)
class Words:
    """A string as words. `words` are normalised, without stop words; `segment` and `part` number the stretch that each is in:
    segments end at any punctuation, parts at those that may divide two employers; `linked` words follow "of" or the like.
    `text` is the folded string."""

    text: str
    words: tuple[str, ...]
    segment: tuple[int, ...]
    part: tuple[int, ...]
    linked: tuple[bool, ...]


def fold(text: str) -> str:
    """Lower case without accents, width variants or noise; Japanese voicing marks stay."""
    text = NOISE.sub(" ", html.unescape(html.unescape(text)))
    text = unicodedata.normalize("NFKC", LATEX_ACCENT.sub(r"\1", text)).casefold().translate(LETTERS)
    return unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", text)))


def split_words(text: str) -> Words:
    """Words of an affiliation string, with the stretches they stand in."""
    folded = fold(text)
    # "King's" is one word; "AT&T" and "R&D" are names, "ENS & Inria" is two.
    joined = re.sub(r"\b(\w{1,2})&(\w)\b", r"\1\2", APOSTROPHES.sub("", folded))
    joined = re.sub(r"\b((?:[a-z]\.){2,})", lambda found: found[1].replace(".", "") + " ", joined)
    words, segments, parts, linked, segment, part, link = [], [], [], [], 0, 0, False
    for token in WORD.findall(joined.replace("_", " ")):
        if not token[0].isalnum() or token in PART_BREAKS:
            segment += token not in ("and", "&")
            part += token in PART_BREAKS
            link = False
        elif token in STOPWORDS:
            link = True
        else:
            words.append(ABBREVIATIONS.get(token, token))
            segments.append(segment)
            parts.append(part)
            linked.append(link)
            link = False
    return Words(folded.strip(), tuple(words), tuple(segments), tuple(parts), tuple(linked))


def key(text: str) -> str:
    """The words of a string in order, as one comparable key."""
    return " ".join(split_words(text).words)


def without_country(text: str, countries: frozenset[str]) -> str | None:
    """"Thales (Portugal)" → "Thales": the name before a country in parentheses, else None."""
    found = re.fullmatch(r"\s*([^,;()]+?)\s*\(([^()]+)\)\s*", NOISE.sub(" ", text))
    return found[1] if found and key(found[2]) in countries else None


def has_cjk(text: str) -> bool:
    return CJK.search(text) is not None
