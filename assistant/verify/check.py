"""Every sentence against what it cites: numbers, years, groups, places, direction, order, quotations, source lines."""

import re

import prompts
from analytics import Divide
from analytics.figure import POINTS
from assistant.models import CheckedNumber, Evidence, Item, Question, Verdict
from assistant.understand.matcher import read
from assistant.understand.understanding import Understanding
from assistant.verify.mentions import Mentions, figure_places, figure_subject
from assistant.verify.segments import Segment, Sentence, sentences
from assistant.verify.support import crosses_zero, numerals_of, supports
from assistant.write.layout import source_line
from index.numerals import Numeral

UP = re.compile(r"上が(?:り|っ)|増え|増加|上昇|伸び|高ま|拡大|強ま")
DOWN = re.compile(r"下が(?:り|っ)|減(?:り|っ|少)|低下|縮小|弱ま|落ち")
FLAT = re.compile(r"横ばい|はっきり(?:した|変わった)|はっきりした差とは言え|変わったとは言え")
QUOTE = re.compile(r"「([^「」]{10,})」")
ASKED = re.compile(r"ご質問の$")
CONFIDENCE = re.compile(r"95%(?:の?信頼)?区間")


class Verifier:
    """Checks answers. Shares the compiled lexicons of `Understanding`."""

    def __init__(self, divide: Divide, understanding: Understanding):
        self.mentions = Mentions(divide, understanding)
        layout = prompts.templates("answers/layout")
        self.headings = {layout[name].text.split("　")[0].removesuffix("{text}"): name for name in ("conclusion", "points", "implication", "caveats", "sources")}
        self.fixed = frozenset(
            sentence
            for folder in ("answers/data", "answers/implications", "answers/words", "notes", "refusals", "talk")
            for template in prompts.templates(folder).values()
            if not template.needs
            for sentence in self.plain(template.text)
        )

    def plain(self, text: str) -> list[str]:
        return [sentence.text.strip() for sentence in sentences(text, {})]

    def check(self, text: str, evidence: Evidence, question: Question) -> Verdict:
        """The verdict on a finished answer (marks numbered as in `evidence`)."""
        findings: list[dict] = []
        numbers: list[CheckedNumber] = []
        items = {item.n: item for item in evidence.items}
        vouched = self.vouched(question, evidence)
        parts = sentences(text, self.headings)
        for sentence in parts:
            if sentence.section == "sources":
                self.check_source(sentence, evidence, findings)
            elif sentence.text.strip() in vouched:
                numbers += [CheckedNumber(numeral.text, numeral.value, ("note",)) for numeral in numerals_of(sentence.text)]
            else:
                for segment in sentence.segments:
                    self.check_segment(segment, sentence, items, question, numbers, findings)
                self.check_direction(sentence, items, findings)
                self.check_quotes(sentence, evidence, question, findings)
        self.check_order(parts, items, findings)
        return Verdict(not findings, tuple(numbers), tuple(findings))

    def vouched(self, question: Question, evidence: Evidence) -> frozenset[str]:
        """Sentences that need no citation: the product's own wording, the readings of the question, a figure's caveats."""
        lines = set(question.readings)
        lines |= {f"{caveat}。" for item in evidence.items if item.figure is not None for caveat in item.figure.caveats_ja}
        return self.fixed | frozenset(sentence for line in lines for sentence in self.plain(line))

    def check_source(self, sentence: Sentence, evidence: Evidence, findings: list[dict]) -> None:
        """A line of 出典 must be the line that the evidence gives."""
        expected = {source_line(item) for item in evidence.items}
        expected |= {
            prompts.render("answers/layout", "source_data", citation=item.figure.source.citation)
            for item in evidence.items
            if item.figure is not None
        }
        if sentence.text.strip() not in expected:
            findings.append(finding(sentence.text, "source line differs from the evidence", sentence.text))

    def check_segment(self, segment: Segment, sentence: Sentence, items: dict[int, Item], question, numbers, findings) -> None:
        missing = [number for number in segment.cited if number not in items]
        for number in missing:
            findings.append(finding(f"【{number}】", "cites evidence that does not exist", sentence.text))
        cited = [items[number] for number in segment.cited if number in items]
        quoted = [item for item in cited or items.values() if contains(item, segment.text)]
        if quoted:
            numbers += [CheckedNumber(n.text, n.value, tuple(item.citation.id for item in quoted)) for n in numerals_of(segment.text)]
            return
        for numeral in numerals_of(segment.text):
            self.check_numeral(numeral, segment, cited, question, numbers, findings)
        self.check_mentions(segment, cited, sentence, findings)

    def check_numeral(self, numeral: Numeral, segment: Segment, cited: list[Item], question, numbers, findings) -> None:
        if ASKED.search(segment.text[: numeral.start]):
            if numeral.text in question.claims:
                numbers.append(CheckedNumber(numeral.text, numeral.value, ("question",)))
            else:
                findings.append(finding(numeral.text, "said to be the asker's number but is not in the question", segment.sentence))
            return
        if numeral.value == 0 and crosses_zero(segment.text[numeral.start : numeral.end + 5]):
            holding = [item for item in cited if item.figure and item.figure.low is not None and item.figure.low <= 0 <= item.figure.high]
        elif CONFIDENCE.match(segment.text[numeral.start :]):
            holding = [item for item in cited if item.figure and item.figure.low is not None or item.text]
        else:
            holding = [item for item in cited if supports(item, numeral)]
        if holding:
            numbers.append(CheckedNumber(numeral.text, numeral.value, tuple(item.citation.id for item in holding)))
        else:
            reason = "not held by the cited evidence" if cited else "no citation"
            findings.append(finding(numeral.text, reason, segment.sentence))

    def check_mentions(self, segment: Segment, cited: list[Item], sentence: Sentence, findings: list[dict]) -> None:
        """Metrics, places and groups named beside figures must be those of the figures cited."""
        figures = [item.figure for item in cited if item.figure is not None]
        texts = " ".join(item.text for item in cited if item.figure is None)
        named = self.mentions.subjects_in(segment.text)
        subjects = {figure_subject(figure) for figure in figures}
        if not cited:
            return
        for subject in named - subjects:
            if not texts or subject not in self.mentions.subjects_in(texts):
                findings.append(finding(subject.metric, "metric differs from the cited evidence", sentence.text))
        words = texts + " ".join(f"{figure.label_ja} {figure.definition_ja} {figure.method_ja}" for figure in figures)
        for group in self.mentions.groups_in(segment.text) - self.all_groups(words):
            findings.append(finding(group, "group is not in the cited evidence", sentence.text))
        places = {place for figure in figures for place in figure_places(figure)} | self.mentions.places_in(texts)
        for place in self.mentions.places_in(segment.text) - places:
            if figures or place.kind == "venue":
                findings.append(finding(place.name, "conference or field differs from the cited evidence", sentence.text))

    def all_groups(self, text: str) -> set[str]:
        """Group words of the evidence, including those inside metric labels."""
        searched = read(text)
        return {hit.key for hit in self.mentions.groups.find(searched)} | {f"country:{hit.key}" for hit in self.mentions.countries.find(searched)}

    def check_direction(self, sentence: Sentence, items: dict[int, Item], findings: list[dict]) -> None:
        """増えた/減った/横ばい against the sign and interval of what is cited."""
        words = "".join(segment.text for segment in sentence.segments)
        up, down, flat = bool(UP.search(words)), bool(DOWN.search(words)), bool(FLAT.search(words))
        if not (up or down or flat):
            return
        figures = [items[number].figure for segment in sentence.segments for number in segment.cited if number in items and items[number].figure]
        if not figures:
            return
        changes = [figure for figure in figures if figure.unit == POINTS]
        if changes:
            low, value, high = changes[-1].low, changes[-1].value, changes[-1].high
            unclear = low is not None and low <= 0 <= high
        else:
            ends = sorted(figures, key=lambda figure: figure.slice["years"][0])
            value, unclear = ends[-1].value - ends[0].value, False
            if flat or len({figure.period for figure in figures}) < 2:
                return
        wrong = (up and not down and not flat and value < 0) or (down and not up and not flat and value > 0)
        if wrong or (flat and not unclear) or (changes and (up or down) and not flat and unclear):
            findings.append(finding(words.strip()[-24:], "direction differs from the cited change", sentence.text))

    def check_quotes(self, sentence: Sentence, evidence: Evidence, question: Question, findings: list[dict]) -> None:
        """A longer quotation must stand in the evidence or in the question."""
        for match in QUOTE.finditer(re.sub(r"【\d+】", "", sentence.text)):
            quoted = match[1]
            held = any(contains(item, quoted) for item in evidence.items) or quoted in question.text
            if not held:
                findings.append(finding(quoted, "quotation is not in the evidence", sentence.text))

    def check_order(self, parts: list[Sentence], items: dict[int, Item], findings: list[dict]) -> None:
        """Rows of a ranking are numbered from 1 and their values run one way."""
        rows = [sentence for sentence in parts if sentence.rank is not None and sentence.segments and sentence.segments[0].cited]
        if [sentence.rank for sentence in rows] != list(range(1, len(rows) + 1)):
            findings.append(finding(str([sentence.rank for sentence in rows]), "rows are not numbered in order", rows[0].text if rows else ""))
        values = [items[row.segments[0].cited[0]].figure.value for row in rows if row.segments[0].cited[0] in items and items[row.segments[0].cited[0]].figure]
        if values not in (sorted(values), sorted(values, reverse=True)):
            findings.append(finding("ranking", "values are not in order", rows[0].text))


def contains(item: Item, text: str) -> bool:
    """Whether the words stand in the evidence verbatim (white space, a leading 「名前：」 and the final full stop aside)."""
    source = squeeze(item.figure.definition_ja if item.figure is not None else item.text)
    whole = squeeze(text).rstrip("。")
    lead, colon, rest = whole.partition("：")
    wanted = [whole] + ([rest] if colon and len(lead) <= 40 and not numerals_of(lead) else [])
    return any(len(words) >= 8 and words in source for words in wanted)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def finding(text: str, reason: str, sentence: str) -> dict:
    return {"text": text, "reason": reason, "sentence": sentence.strip()}
