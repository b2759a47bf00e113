"""What one sentence of free prose says: places, metrics, periods and numbers, each with its position in the text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analytics import Figure
from analytics.divide.metrics import METRICS
from assistant.models import Item, Place, Subject
from assistant.understand.names.subjects import read_bands, read_subjects
from assistant.understand.text.matcher import Hit, Phrases, read
from assistant.understand.text.spans import outside
from assistant.understand.understanding import Understanding
from assistant.verify.mentions import Mentions, base_metric, figure_places, figure_subject
from assistant.verify.segments import Sentence
from assistant.verify.support import YEAR_UNITS, numerals_of
from index.numerals import Numeral

SPAN_GLUE = re.compile(r"年?度?\s*[~〜\-–]\s*")
THEN_GLUE = re.compile(r"年?度?\s*(?:から|→)\s*")
BAND = re.compile(r"(?:(?<!\d)(?P<low>\d{1,4})\s*(?:位)?\s*[~〜\-–から]+\s*(?P<high>\d{1,4})\s*位|(?P<from>\d{3})位以下)")
# 「AI以外の会議の動きを差し引くと」 names what is taken away, not what is measured.
TAKEN_AWAY = re.compile(r"[^、。]{1,24}(?:動き|変化|増減|トレンド|分)(?:分)?を(?:差し引|除|引い)[^、。]*|[^、。]{1,16}を対照(?:群)?(?:と|に)[^、。]*")
BOTH = re.compile(r"両方|ともに|共に|双方|どちらも|一緒")


@dataclass(frozen=True)
class Period:
    """Years named together, as spans (first, last): one year is a span of itself, 「2007〜2011年から2012〜2021年」 are two."""

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Facets:
    """A sentence read. `text` is NFKC-folded and without marks; `owners` tells which items each stretch cites."""

    text: str
    owners: tuple[tuple[int, int, tuple[Item, ...]], ...]
    numerals: tuple[Numeral, ...]
    periods: tuple[Period, ...]
    places: tuple[Hit, ...]
    labels: tuple[Hit, ...]

    def cited_at(self, position: int) -> tuple[Item, ...]:
        return next((items for start, end, items in self.owners if start <= position < end), self.owners[-1][2] if self.owners else ())

    @property
    def cited(self) -> tuple[Item, ...]:
        return distinct(item for _, _, items in self.owners for item in items)


def core_of(definition: str) -> str:
    """「企業の著者が1人以上いる論文」 from 「所属が判明した論文のうち、企業の著者が1人以上いる論文の割合」."""
    return re.sub(r"の(?:割合|数|本数)$", "", definition.split("。")[0].split("のうち、")[-1])


def distinct(items) -> tuple[Item, ...]:
    """Each item once, by its number."""
    return tuple({item.n: item for item in items}.values())


class Reader:
    """Reads sentences with the compiled lexicons of understanding."""

    def __init__(self, mentions: Mentions, understanding: Understanding):
        self.mentions, self.understanding = mentions, understanding
        # What is counted, without the share around it: 「企業の著者が1人以上いる論文」.
        self.cores: dict[str, frozenset[Subject]] = {}
        for label, subjects in mentions.subjects.items():  # a share of all papers and one of firms' papers may count the same
            core = core_of(mentions.definitions[label])
            if len(core) > 8:
                self.cores[core] = self.cores.get(core, frozenset()) | subjects
        self.defined = Phrases(("core", core, core) for core in self.cores)

    def read(self, sentence: Sentence, items: dict[int, Item], inherited: tuple[int, ...]) -> Facets:
        """`inherited`: marks of the line, for a sentence that has none of its own."""
        text, owners = "", []
        spare = tuple(items[number] for number in inherited if number in items)
        for segment in sentence.segments:
            part = re.sub(r"(?<=[A-Za-z])(?=\d[\d,]*本)", " ", read(segment.text).folded)  # 「ICAPS34本」 is a name and a number
            cited = tuple(items[number] for number in segment.cited if number in items) or spare
            owners.append((len(text), len(text) + len(part), cited))
            text += part
        searched = read(text)
        if searched.folded != text:
            owners, text = [(0, len(searched.folded), distinct(item for _, _, cited in owners for item in cited))], searched.folded
        numerals = numerals_of(text)
        labels = tuple(self.mentions.labels.find(searched))
        covered = [(hit.start, hit.end) for hit in labels]
        places = tuple(hit for hit in self.understanding.places.find(searched) if not any(start <= hit.start < end for start, end in covered))
        bands = [match.span() for match in BAND.finditer(text)]
        names = covered + bands + [(hit.start, hit.end) for hit in places]
        plain = tuple(numeral for numeral in numerals if not any(start <= numeral.start and numeral.end <= end for start, end in names))
        return Facets(text, tuple(owners), plain, tuple(periods(text, plain)), places, labels)

    def subjects(self, text: str) -> set[Subject]:
        """Metrics that a stretch of text names, by label or in free words."""
        searched = read(text)
        found = {subject for hit in self.mentions.labels.find(searched) for subject in self.mentions.subjects[hit.key]}
        found |= {subject for hit in self.defined.find(searched) for subject in self.cores[hit.key]}
        if found:
            return found
        knowing = self.understanding
        institutions = knowing.institutions.find(searched)
        if institutions:
            return {Subject("institution_share", institution=hit.key) for hit in institutions}
        groups = outside(knowing.groups.find(searched), [])
        relations = knowing.relations.find(searched)
        countries = knowing.countries.find(searched)
        if not groups and not countries and not read_bands(searched.lowered)[0] and not {"unknown", "concentration", "industry_academia", "citations"} & relations.keys():
            return set()
        reading = read_subjects(groups, relations, countries, [], searched.lowered)
        subjects = set(reading.subjects)
        if {"firm_share", "university_share"} <= {subject.metric for subject in subjects} and BOTH.search(text):
            subjects = {Subject("firm_university_share")}
        return subjects


def periods(text: str, numerals: tuple[Numeral, ...]) -> list[Period]:
    """Calendar years; a〜b is one span, spans joined by から are read together."""
    found: list[Period] = []
    for numeral in numerals:
        if numeral.unit not in YEAR_UNITS or numeral.value != int(numeral.value):
            continue
        year, last = int(numeral.value), found[-1] if found else None
        glue = text[last.end : numeral.start] or "x" if last is not None else "x"
        if last is not None and last.spans[-1][0] == last.spans[-1][1] and SPAN_GLUE.fullmatch(glue):
            found[-1] = Period(last.start, numeral.end, (*last.spans[:-1], (last.spans[-1][0], year)))
        elif last is not None and THEN_GLUE.fullmatch(glue):
            found[-1] = Period(last.start, numeral.end, (*last.spans, (year, year)))
        else:
            found.append(Period(numeral.start, numeral.end, ((year, year),)))
    return found


@lru_cache(maxsize=4096)
def spans_of(period: str) -> frozenset[tuple[int, int]]:
    """The spans of a figure's period: 「2007〜2011年 → 2012〜2021年」 has two."""
    folded = read(period).folded
    return frozenset(span for part in periods(folded, numerals_of(folded)) for span in part.spans)


def period_fits(figure: Figure, spans: tuple[tuple[int, int], ...], tail: str) -> bool:
    """Whether the years named are those of the figure. One year of a pooled range needs 以降, から, まで or 境 behind it."""
    held = spans_of(figure.period)
    if len(spans) == 2 and all(first == last for first, last in spans) and (spans[0][0], spans[1][1]) in held:
        return True

    def fits(first: int, last: int) -> bool:
        if (first, last) in held or {(first, first), (last, last)} <= held:
            return True
        edge = first == last and any(first in span for span in held)
        return edge and bool(re.match(r"\s*(?:以降|以後|から|まで|以前|を境|の前後|より)", tail))

    return all(fits(*span) for span in spans)


def place_fits(figure: Figure, place: Place) -> bool:
    """Whether the place is where the figure was measured (not what a difference takes away)."""
    return place in {part for part in figure_places(figure) if figure.slice.get(part.kind) == part.name}


def subject_fits(figure: Figure, subjects: set[Subject]) -> bool:
    """Whether one of the metrics named is the figure's; a paper count has none, and Japan has two names."""
    own = figure_subject(figure)
    if figure.metric.endswith("_within"):  # the value of a part stands behind the part's name, or its whole's
        sides = {side.partition(".")[0].partition("-")[0] for side in figure.parts.values()}
        alone = {"firm_alone_ratio"} if "firm_only_share" in sides else set()  # the same value by its own name
        return not subjects or any(subject.metric in sides | alone for subject in subjects)
    if not subjects or own.metric not in METRICS:
        return True
    if own.metric == "japan_share" or own.country == "Japan":
        return any(subject.metric == "japan_share" or subject.country == "Japan" for subject in subjects)
    return own in subjects or own.metric == "unknown_share" and base_metric(figure) == "unknown_share" and any(s.metric == "unknown_share" for s in subjects)
