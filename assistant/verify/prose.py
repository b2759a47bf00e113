"""Free prose of a language model: every number, year, place, metric, direction, rank and comparison against what it cites.

No grammar of sentences is assumed. A number is bound to the place, metric and period named nearest before it, and one cited
figure must have all of them together. What cannot be bound or supported is a finding, so a true but unusual sentence may be
refused; a false one should never pass.
"""

import re
from functools import lru_cache
from itertools import pairwise

import prompts
from analytics import Figure
from analytics.figure import PERCENT, POINTS
from assistant.models import CheckedNumber, Evidence, Item, Place, Question
from assistant.understand.blockers import KNOWN_ACRONYMS
from assistant.understand.text.matcher import read
from assistant.understand.understanding import Understanding
from assistant.verify.claims import Claims
from assistant.verify.facets import BAND, TAKEN_AWAY, Facets, Reader, core_of, period_fits, place_fits, subject_fits
from assistant.verify.labelled import cell_by_cell, contradicted, copied, holds, labelled
from assistant.verify.mentions import Mentions
from assistant.verify.passages import Passages, bigrams, canonical, stems
from assistant.verify.segments import Sentence, cells
from assistant.verify.support import YEAR_UNITS, known, rounds_to, same_number, supports
from index.numerals import Numeral

CONTEXT = 2
COUNTED = re.compile(r"対象|母数|分母|全体|論文数|総数|うち|中$|計")
ASKED = re.compile(r"(?:ご質問の|おっしゃる|お尋ねの|ご指摘の)\s*$")
DIFFERENCE = re.compile(r"差|開き|隔たり")
RANGE = re.compile(r"\s*(?:%|ポイント|倍)?\s*(?:[~〜\-–]|から)\s*")
# Without a citation only advice, an invitation or a heading may stand.
ADVICE = re.compile(r"(?:ください|お勧めします|おすすめします|ましょう|でしょうか|ませんか|いかがですか|お聞かせください)[。!！?？]?$|[：:]$")
VALUE_UNITS = (PERCENT, POINTS, "倍", "本", None)
LATIN = re.compile(r"[A-Za-z][A-Za-z\-]{2,}")
FAMILIAR, DEFINED = 0.6, 0.7
BRACKET = re.compile(r"\s*[(（]([^)）]*)[)）]")
STRUCTURAL = ("つ", "番目")
# 「企業と企業の共著」: a pair is of two.
WITH, JOINT = re.compile(r"\s?(?:と|×|・)\s?"), re.compile(r"が?(?:の|と)?(?:いっしょに|一緒に|連名で|共同で)?(?:書い|共著|連名|共同研究)")
COUNT_TOLD = re.compile(r"本数(?:です|だ|である)")


class Prose:
    """The check of one sentence."""

    def __init__(self, mentions: Mentions, understanding: Understanding):
        self.reader = Reader(mentions, understanding)
        self.passages = Passages(mentions)
        self.claims = Claims(self.reader, understanding)
        self.venues = understanding.labels.venues
        self.mentions = mentions

    def check(self, sentence: Sentence, inherited: tuple[int, ...], evidence: Evidence, items: dict[int, Item], question: Question):
        """(CheckedNumbers, findings [(words, reason)]) of one sentence; `inherited`: marks of its line when it has none."""
        numbers: list[CheckedNumber] = []
        problems = [
            (f"【{number}】", "cites evidence that does not exist")
            for number in sorted({number for segment in sentence.segments for number in segment.cited} - items.keys())
        ]
        facets = self.reader.read(sentence, items, inherited)
        if not facets.cited:
            return numbers, problems + self.uncited(facets)
        figures = [item.figure for item in facets.cited if item.figure is not None]
        bare = sentence.text.strip()
        if not figures and (bare.startswith("|") or "＝" in bare):
            held = any(copied(item, bare) or cell_by_cell(item, cells(bare), sentence.header) for item in facets.cited)
            return numbers, problems + ([] if held else [(bare[:40], "not a row or formula of the calculation")])
        labels = [item for item in facets.cited if labelled(item)]
        if not figures and not labels:
            if COUNT_TOLD.search(facets.text) and not any("本" in item.text for item in facets.cited):
                return numbers, [*problems, ("本数", "the cited passage tells of no count")]
            problem = self.passages.problem(facets.text, facets.cited)
            if problem is None:
                ids = tuple(item.citation.id for item in facets.cited)
                return [CheckedNumber(n.text, n.value, ids) for n in facets.numerals], problems
            return numbers, [*problems, problem]
        problems += self.numbers(facets, question, numbers) + self.named(facets, figures) + self.words(facets, question)
        problems += self.claims.problems(facets, evidence) if figures else self.claims.of_investment(facets)
        return numbers, problems

    def uncited(self, facets: Facets) -> list[tuple[str, str]]:
        """Only advice or a heading, without any number, direction, rank or group, needs no source."""
        stated = [kind for kind in ("up", "down", "highest", "lowest", "future", "cause", "emphasis") if stems()[kind].search(facets.text)]
        free = [numeral for numeral in facets.numerals if numeral.unit not in STRUCTURAL]
        if ADVICE.search(facets.text.strip()) and not stated and not free:
            return []
        return [(facets.text.strip()[:40], "no citation")]

    # -- numbers ---------------------------------------------------------------------------------------------------------

    def numbers(self, facets: Facets, question: Question, numbers: list[CheckedNumber]) -> list[tuple[str, str]]:
        problems, bounds = self.intervals(facets, numbers)
        context = Context(self, facets)
        for at, numeral in enumerate(facets.numerals):
            context.advance(numeral, at)
            if numeral in bounds or numeral.unit in STRUCTURAL and numeral.value <= 10:
                continue
            if ASKED.search(facets.text[: numeral.start]):
                held = any(numeral.text == claim for claim in question.claims)
                (numbers.append(CheckedNumber(numeral.text, numeral.value, ("question",))) if held else problems.append((numeral.text, "said to be the asker's number but is not in the question")))
                continue
            holding = [item for item in facets.cited_at(numeral.start) if self.supports(item, numeral, facets, context)]
            if holding:
                numbers.append(CheckedNumber(numeral.text, numeral.value, tuple(item.citation.id for item in holding)))
            else:
                elsewhere = any(plain_support(item, numeral) for item in facets.cited)
                problems.append((numeral.text, "belongs to another period, place, group or label" if elsewhere else "not held by the cited evidence"))
        return problems

    def supports(self, item: Item, numeral: Numeral, facets: Facets, context: "Context") -> bool:
        """Whether the item holds the number for the place, metric and period that the sentence speaks of."""
        if item.figure is None:
            bound = holds(item, numeral, facets.text[context.since : numeral.start], facets.text[numeral.end :], facets.text[: numeral.start])
            return supports(item, numeral) if bound is None else bound
        figure = item.figure
        if numeral.unit in YEAR_UNITS:
            return supports(item, numeral)
        words = facets.text[context.since : numeral.start]
        if any(same_number(numeral, other) and framed(numeral, facets.text, figure) for other in known(item).numerals):
            return True
        if numeral.unit == "本" and figure.unit != "本":
            context.counted = context.counted or bool(COUNTED.search(words[-12:] + "|" + facets.text[numeral.end : numeral.end + 2]))
            return context.counted and allows(float(figure.n), numeral) and context.fits(figure, subject=False)
        return value_fits(figure, numeral, facets, context) and context.fits(figure)

    def intervals(self, facets: Facets, numbers: list[CheckedNumber]) -> tuple[list[tuple[str, str]], set[Numeral]]:
        """Two values joined as a range are the bounds of one cited interval, in order (turned round for a fall)."""
        problems, dealt = [], set()
        for match in re.finditer(r"(?:90|95|99)\s*%(?:の?信頼)?区間", facets.text):
            head = [numeral for numeral in facets.numerals if numeral.start == match.start()]
            dealt |= set(head) if match.group().startswith("95") else set()
        for low, high in zip(facets.numerals, facets.numerals[1:], strict=False):
            if high.unit not in (PERCENT, POINTS, "倍") or not RANGE.fullmatch(facets.text[low.end : high.start] or "x"):
                continue
            if "から" in facets.text[low.end : high.start] and "区間" not in facets.text:
                continue
            down = bool(stems()["down"].search(facets.text)) and low.value >= 0
            holding = [item for item in facets.cited_at(low.start) if bounds_hold(item.figure, low, high, down)]
            dealt |= {low, high}
            if holding:
                ids = tuple(item.citation.id for item in holding)
                numbers += [CheckedNumber(n.text, n.value, ids) for n in (low, high)]
            else:
                problems.append((facets.text[low.start : high.end], "not the interval of the cited figure"))
        for numeral in facets.numerals:
            if numeral.value == 0 and re.match(r"を?(?:またぐ|またい|跨|含)", facets.text[numeral.end :]):
                held = any(item.figure and item.figure.low is not None and item.figure.low <= 0 <= item.figure.high for item in facets.cited_at(numeral.start))
                dealt.add(numeral)
                problems += [] if held else [(numeral.text, "the cited interval does not hold 0")]
        return problems, dealt

    # -- names and words ---------------------------------------------------------------------------------------------------

    def named(self, facets: Facets, figures: list[Figure]) -> list[tuple[str, str]]:
        """Everything named must be named by what is cited: conferences, metrics, groups, countries."""
        problems = []
        texts = " ".join(f"{item.citation.title} {item.text}" for item in facets.cited if item.figure is None)
        passage_places, passage_subjects = self.mentions.places_in(texts), self.reader.subjects(texts) if texts else set()
        for hit in facets.places:
            place = Place(hit.kind, hit.key)
            if any(match.start() <= hit.start < match.end() for match in TAKEN_AWAY.finditer(facets.text)):
                held = place == Place("area", "non_ai") and any(figure.metric.endswith("_did") for figure in figures)
            else:
                held = place in passage_places or any(place_fits(figure, place) for figure in figures) or self.around(place, figures, facets)
            if not held:
                problems.append((hit.text, "conference or field differs from the cited evidence"))
        for hit in facets.labels:
            if not any(subject_fits(figure, set(self.mentions.subjects[hit.key])) for figure in figures) and not self.mentions.subjects[hit.key] & passage_subjects:
                problems.append((hit.text, "metric differs from the cited evidence"))
        words = texts + " ".join(f"{figure.label_ja} {figure.definition_ja}" for figure in figures)
        folded = read(words + " ".join(figure.method_ja for figure in figures)).folded
        held_bands = {match.groups() for match in BAND.finditer(folded)}
        problems += [(match.group(), "band differs from the cited evidence") for match in BAND.finditer(facets.text) if match.groups() not in held_bands]
        problems += [(match.group(), "metric differs from the cited evidence") for match in re.finditer(r"[上下]位\d+機関", facets.text) if match.group() not in folded]
        searched = read(facets.text)
        for hit in self.mentions.groups.find(searched):
            narrowed = re.search(r"[一-龯ァ-ヴー]{2,}$", facets.text[: hit.start])
            if narrowed and narrowed.group() not in folded and not any(other.end == hit.start for other in (*facets.places, *facets.labels)):
                problems.append((narrowed.group() + hit.text, "group is not in the cited evidence"))
        for hit in self.reader.understanding.institutions.find(searched):
            if hit.key not in {figure.slice.get("institution") for figure in figures} and hit.text not in words:
                problems.append((hit.text, "institution is not in the cited evidence"))
        for group in sorted(self.mentions.groups_in(facets.text) - self.all_groups(words)):
            problems.append((group, "group is not in the cited evidence"))
        for one, other in pairwise(self.mentions.groups.find(searched)):
            if one.key == other.key and WITH.fullmatch(searched.lowered, one.end, other.start) and JOINT.match(searched.lowered, other.end) and searched.lowered[one.start : other.end] not in folded.lower():
                problems.append((searched.folded[one.start : other.end], "a group is said to write with itself"))
        return problems

    def around(self, place: Place, figures: list[Figure], facets: Facets) -> bool:
        """An area named beside a conference that belongs to it and is named too (「AI会議で最も高いのはKDD」)."""
        named = {hit.key for hit in facets.places if hit.kind == "venue"}
        venues = {figure.slice["venue"] for figure in figures if "venue" in figure.slice} & named
        return place.kind == "area" and any(("ai" if self.venues[venue].is_ai else "non_ai") == place.name for venue in venues)

    def all_groups(self, text: str) -> set[str]:
        searched = read(text)
        return {hit.key for hit in self.mentions.groups.find(searched)} | {f"country:{hit.key}" for hit in self.mentions.countries.find(searched)}

    def words(self, facets: Facets, question: Question) -> list[tuple[str, str]]:
        """Causes, forecasts, emphasis and names that figures cannot carry."""
        held = " ".join(item.text + item.citation.quote + " ".join(item.figure.caveats_ja if item.figure else ()) for item in facets.cited)
        found = []
        for kind, reason in (("cause", "a cause is stated that the cited evidence does not give"), ("future", "a forecast is stated"), ("emphasis", "emphasis that the cited evidence does not carry")):
            match = stems()[kind].search(facets.text)
            expected = kind == "future" and not any(item.figure for item in facets.cited)  # the asker's own expectation
            if match and match.group() not in held and not expected:
                found.append((match.group(), reason))
        found += [(label, "the calculation says otherwise") for item in facets.cited if (label := contradicted(item, facets.text))]
        figures = [item.figure for item in facets.cited if item.figure is not None]
        if figures and all(figure.low is None for figure in figures) and re.search(r"区間[^、。]{0,4}計算し(?:ています|ている|ました|た)", facets.text):
            found.append(("区間", "the cited figure has no interval"))
        if COUNT_TOLD.search(facets.text) and not any(figure.unit == "本" for figure in figures):
            found.append(("本数", "the cited figure is a share"))
        if figures and all(altered(figure, facets.text) for figure in figures):
            found.append((facets.text.strip()[:40], "the definition differs from that of the cited figure"))
        return [*found, *self.unfamiliar(facets, question)]

    def unfamiliar(self, facets: Facets, question: Question) -> list[tuple[str, str]]:
        """Names and subject matter that neither the evidence nor the product's own vocabulary knows."""
        held = " ".join(" ".join((item.text, item.citation.title, item.citation.quote, item.citation.locator)) for item in facets.cited)
        held = f"{held} {question.text} {' '.join(hit.text for hit in facets.places)}"
        known, lowered = bigrams(held) | vocabulary(), held.lower()
        strange = [name for name in LATIN.findall(facets.text) if name.lower() not in lowered and name.lower() not in KNOWN_ACRONYMS]
        if strange:
            return [(strange[0], "name is not in the cited evidence")]
        plain = facets.text
        for numeral in reversed(facets.numerals):  # numbers are judged on their own
            plain = f"{plain[: numeral.start]} {plain[numeral.end :]}"
        words = bigrams(plain)
        if len(words) >= 3 and len(words & known) / len(words) < FAMILIAR:
            return [(facets.text.strip()[:40], "the cited evidence does not say this")]
        return []


@lru_cache(maxsize=1)
def vocabulary() -> frozenset[str]:
    """Character pairs of the product's own sentences about figures and of its claim words."""
    texts = [template.text for name in ("answers/data", "answers/words", "answers/roi") for template in prompts.templates(name).values()]
    texts += [word for name in ("claims", "relations") for words in prompts.lexicon(name).values() for word in words]
    return frozenset().union(*(bigrams(text) for text in texts))


def altered(figure: Figure, text: str) -> bool:
    """Whether the text gives nearly the figure's definition, but with something exchanged."""
    words = figure.definition_ja.split("。")[0]
    core = words.removesuffix("の割合") if "のうち" in text else core_of(words)
    pairs = bigrams(words)
    return bool(pairs) and len(pairs & bigrams(text)) / len(pairs) >= DEFINED and canonical(core) not in canonical(text)


def plain_support(item: Item, numeral: Numeral) -> bool:
    if item.figure is None:
        return supports(item, numeral)
    return numeral.unit == item.figure.unit and allows(abs(item.figure.value), numeral)


def framed(numeral: Numeral, text: str, figure: Figure) -> bool:
    """Whether the number stands in the same words as in the figure's definition or method (1人以上, QS1〜50位)."""
    if numeral.unit not in VALUE_UNITS:
        return True
    after = re.match(r"[^。、）」]{0,2}", text[numeral.end :]).group()
    words = read(f"{figure.definition_ja} {figure.method_ja} {' '.join(figure.caveats_ja)}").folded
    return f"{text[numeral.start : numeral.end]}{after}" in words and len(after) == CONTEXT


def allows(value: float, numeral: Numeral) -> bool:
    """Whether the wording of the numeral (rounding, 約, 強, 弱, 以上, 数十) fits the value."""
    if numeral.bound is not None:
        reach = max(0.2 * abs(numeral.value), abs(numeral.high - numeral.low))
        low, high = (numeral.value, numeral.value + reach) if numeral.bound == "above" else (numeral.value - reach, numeral.value)
        return low - 1e-9 <= value <= high + 1e-9
    return numeral.allows(value) or not numeral.approximate and rounds_to(value, numeral)


def value_fits(figure: Figure, numeral: Numeral, facets: Facets, context: "Context") -> bool:
    """Value and unit. A change may be told by its size when the words around tell the direction."""
    value, unit = figure.value, numeral.unit or ""
    if unit == "分率" and figure.unit == PERCENT:
        return numeral.low - 1e-9 <= value / 100 <= numeral.high + 1e-9 if numeral.bound is None else (value / 100 > numeral.value) == (numeral.bound == "above") and abs(value / 100 - numeral.value) < 0.15
    if unit != figure.unit:
        return False
    signed = numeral.text[:1] in "+-−▲マプ"
    if figure.metric.endswith(("_change", "_did")) and not signed:
        around = facets.text[context.since : numeral.start] + facets.text[numeral.end : context.until]
        up, down = bool(stems()["up"].search(around)), bool(stems()["down"].search(around))
        if value < 0 and not (down and not up or DIFFERENCE.search(around)):
            return False
        if value > 0 and down and not up:
            return False
        value = abs(value)
    if numeral.bound is not None and re.match(r"を(?:上回|下回|超え)", facets.text[numeral.end :]) and numeral.allows(value):
        return True  # 「EMNLPの85.2%を上回ります」: the other side of a comparison is itself a value
    return allows(value, numeral)


def bounds_hold(figure: Figure | None, low: Numeral, high: Numeral, down: bool) -> bool:
    if figure is None or figure.low is None or figure.high is None or high.unit != figure.unit or low.unit not in (None, figure.unit):
        return False
    ways = [(figure.low, figure.high)] + ([(-figure.high, -figure.low)] if down else [])
    return any(allows(a, low) and allows(b, high) for a, b in ways)


class Context:
    """What a number speaks of: the place, metric and period named nearest before it, else right behind it."""

    def __init__(self, prose: Prose, facets: Facets):
        self.prose, self.facets = prose, facets
        self.since = self.until = 0
        self.counted = False
        self.places: list = []
        self.subjects: set = set()
        self.period = None
        self.taken = [match.span() for match in TAKEN_AWAY.finditer(facets.text)]

    def advance(self, numeral: Numeral, at: int) -> None:
        """Move to the numeral: what stands between the number before and this one is read afresh."""
        facets, text = self.facets, self.facets.text
        if numeral.unit in YEAR_UNITS:
            return
        values = [other for other in facets.numerals if other.unit not in YEAR_UNITS]
        before = [other.end for other in values if other.end <= numeral.start]
        after = [other.start for other in values if other.start >= numeral.end]
        self.since, self.until = max(before, default=0), min(after, default=len(text))
        stop = re.search(r"[、。）)]", text[numeral.end : self.until])
        behind = numeral.end + stop.end() if stop else self.until
        self.read_span(self.since, numeral.start, numeral.end, behind if self.since == 0 or not before else numeral.end)

    def read_span(self, start: int, end: int, tail: int, behind: int) -> None:
        facets, text = self.facets, self.facets.text
        places = [hit for hit in facets.places if start <= hit.start < end and not self.away(hit.start)]
        periods = [period for period in facets.periods if start <= period.start < end]
        subjects = self.prose.reader.subjects(self.kept(start, end))
        if behind > tail:  # the first number may be explained by what follows it
            places = places or [hit for hit in facets.places if tail <= hit.start < behind]
            periods = periods or [period for period in facets.periods if tail <= period.start < behind]
            subjects = subjects or self.prose.reader.subjects(text[tail:behind])
        self.places = places or self.places
        self.subjects = subjects or self.subjects
        self.period = periods[-1] if periods else self.period
        if bracket := BRACKET.match(text[tail:]):  # 「36.2%（2021年）」
            inner = (tail + bracket.start(1), tail + bracket.end(1))
            own = [period for period in facets.periods if inner[0] <= period.start < inner[1]]
            self.period = own[-1] if own else self.period
            self.places = [hit for hit in facets.places if inner[0] <= hit.start < inner[1]] or self.places

    def away(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.taken)

    def kept(self, start: int, end: int) -> str:
        return "".join(char for at, char in enumerate(self.facets.text[start:end], start) if not self.away(at))

    def fits(self, figure: Figure, subject: bool = True) -> bool:
        """Whether the figure has the place, metric and period at hand."""
        if subject and not subject_fits(figure, self.subjects):
            return False
        if self.period is not None and not period_fits(figure, self.period.spans, self.facets.text[self.period.end :]):
            return False
        if not self.places:
            return True
        named = [Place(hit.kind, hit.key) for hit in self.places]
        if place_fits(figure, named[-1]):
            return True
        inner = next((place for place in reversed(named) if place.kind != "area"), None)
        return inner is not None and place_fits(figure, inner) and self.prose.around(named[-1], [figure], self.facets)

