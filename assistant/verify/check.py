"""Every sentence against what it cites.

A sentence of an answer is one of three things: fixed wording of the product, a quotation of a cited passage, or a
sentence pattern whose slots, numbers, years, direction and superlatives agree with the figures it cites.
"""

import re
from dataclasses import replace
from difflib import SequenceMatcher

import prompts
from analytics import Divide, Figure
from analytics.divide.metrics import FIELD_LABELS
from analytics.divide.store import MAIN_LAST
from assistant.models import CheckedNumber, Evidence, Item, Place, Question, Verdict
from assistant.operations.stages import stage
from assistant.phrases.compose import fixed_sentences
from assistant.understand.text.matcher import read
from assistant.understand.understanding import Understanding
from assistant.verify.labelled import holds, labelled, row_differs
from assistant.verify.mentions import Mentions, figure_places, figure_subject
from assistant.verify.passages import bigrams, plain_form
from assistant.verify.patterns import Grammar
from assistant.verify.prose import Prose
from assistant.verify.ranked_among import widened, without_kind
from assistant.verify.segments import Segment, Sentence, quotable, ranked_lists, sentences
from assistant.verify.support import crosses_zero, interval_holds, numerals_of, stands_in, supports
from assistant.write.english import english_label
from assistant.write.layout import source_line
from assistant.write.wordings import bare_name, label, place
from index.numerals import Numeral

UP = re.compile(r"上が(?:り|っ)|増え|増加|上昇|伸び|高ま|拡大|強ま")
DOWN = re.compile(r"下が(?:り|っ)|下げ|減(?:り|っ|少)|低下|縮小|弱ま|落ち")
FLAT = re.compile(r"横ばい|統計的に意味(?:のある(?:差|変化)|がある)とは言え|偶然のぶれの範囲|はっきり(?:した|変わった)|はっきりした差とは言え|変わったとは言え")
CLEAR = re.compile(r"偶然のぶれとは考えにく|統計的に意味のある(?:差|変化)(?:です|があ)")
SIZED = re.compile(r"変化の大きさ|上が|下が|低下|上昇|増え|減")
QUOTE = re.compile(r"「([^「」]{10,})」")
ASKED = re.compile(r"ご質問の$")
CONFIDENCE = re.compile(r"95%(?:(?:の?信頼)?区間| interval)")
BREAK = re.compile(r"(\d{4})年を境に")
OF_TWO = re.compile(r"の方(?:です|が)")  # 「高いのはスタンフォード大学の方です」
HIGHEST, LOWEST = re.compile(r"最も(?:高|多|上が)|過去の最高を抜き|(?<!最も)[高多]いのは[^。]{1,60}の方です"), re.compile(r"最も(?:低|少な|下が)|(?<!最も)(?:低|少な)いのは[^。]{1,60}の方です")
ALTERED = 0.86
# One source named twice in a row: a mark that was pointed elsewhere.
REPEATED = re.compile(r"(【\d+】)\1")
NEGATED, AFFIRMED = re.compile(r"ません"), re.compile(r"ます(?![かよね])")
# Leads before a quotation that belong to the product, not to a paper's name.
LEADS = ("要点", "たとえ", "なぜ大切か", "関連", "自社への関わり", "この資料の限界")


class Verifier:
    """Checks answers. Shares the compiled lexicons of `Understanding`."""

    def __init__(self, divide: Divide, understanding: Understanding):
        self.mentions = Mentions(divide, understanding)
        self.venues = understanding.labels.venues
        self.grammar = Grammar(self.venues)
        self.prose = Prose(self.mentions, understanding)
        layout = prompts.templates("answers/layout")
        self.headings = {layout[name].text.split("　")[0].removesuffix("{text}"): name for name in ("conclusion", "points", "implication", "caveats", "sources")}
        self.leads = frozenset({*LEADS, *(entry["name"] for entry in prompts.table("strategies").values())})
        self.fixed = frozenset(
            sentence
            for folder in ("answers/data", "answers/english", "answers/implications", "answers/words", "answers/roi", "notes", "refusals", "talk")
            for template in prompts.templates(folder).values()
            if not template.needs
            for sentence in self.plain(template.text)
        ) | self.grammar.fixed | frozenset(part for line in fixed_sentences() for part in self.plain(line))
        self.implications = frozenset(squeeze(template.text) for template in prompts.templates("answers/implications").values())
        self.implied = frozenset(part for text in self.implications for part in map(squeeze, self.plain(text)))
        self.fixed_pairs = {text: bigrams(text) for text in sorted(self.fixed)}

    def plain(self, text: str) -> list[str]:
        return [sentence.text.strip() for sentence in sentences(text, {})]

    @stage("verify")
    def check(self, text: str, evidence: Evidence, question: Question, free: bool = False) -> Verdict:
        """The verdict on a finished answer (marks numbered as in `evidence`).

        `free`: prose of a language model, judged by what it claims; otherwise a sentence must also be one of our patterns.
        """
        findings: list[dict] = []
        numbers: list[CheckedNumber] = []
        items = {item.n: item for item in evidence.items}
        vouched = self.vouched(question, evidence)
        parts = [without_kind(sentence, question) for sentence in sentences(text, self.headings)]
        sources = source_lines(evidence)
        for sentence in parts:
            if sentence.section == "sources":
                findings += [finding(sentence.text, "source line differs from the evidence", sentence.text)] if sentence.text.strip() not in sources else []
            elif sentence.text.strip() in vouched or free and plain_form(sentence.text) in {plain_form(line) for line in vouched}:
                numbers += [CheckedNumber(numeral.text, numeral.value, ("note",)) for numeral in numerals_of(sentence.text)]
            elif (quoted := self.quoted(sentence, parts, items)) is not None:
                numbers += [CheckedNumber(n.text, n.value, (quoted.citation.id,)) for n in numerals_of(sentence.text)]
            elif free:
                self.check_free(sentence, parts, evidence, items, question, numbers, findings)
            else:
                self.check_own(sentence, parts, evidence, items, question, numbers, findings)
        self.check_order(parts, items, findings)
        findings += widened(parts, question)
        self.check_implications(parts, findings)
        findings += [finding(match.group(), "the same source twice", match.group()) for match in REPEATED.finditer(text)]
        return Verdict(not findings, tuple(numbers), tuple(findings))

    def vouched(self, question: Question, evidence: Evidence) -> frozenset[str]:
        """Sentences that need no citation: the product's own wording, the readings of the question, a figure's caveats."""
        lines = set(question.readings)
        lines |= {f"{caveat}。" for item in evidence.items if item.figure is not None for caveat in item.figure.caveats_ja}
        return self.fixed | frozenset(sentence for line in lines for sentence in self.plain(line))

    # -- quotations -----------------------------------------------------------------------------------------------------

    def quoted(self, sentence: Sentence, parts: list[Sentence], items: dict[int, Item]) -> Item | None:
        """The cited passage that holds the sentence word for word; an unmarked sentence may rest on a mark of its line."""
        cited = [number for segment in sentence.segments for number in segment.cited]
        if not cited:
            cited = [number for other in parts if other.line == sentence.line for segment in other.segments for number in segment.cited]
        body = squeeze(quotable(sentence)).rstrip("。")
        for number in cited:
            item = items.get(number)
            if item is None or item.figure is not None:
                continue
            source = squeeze(item.text)
            lead, colon, rest = next((parted for said in ("：", "によると、", "について、", "とは、") if (parted := body.partition(said))[1]), (body, "", ""))
            name, bracket, work = lead.removesuffix("）").partition("（")  # 「共有クラウド（産総研 ABCI 3.0）：…」
            title = squeeze(item.citation.title)
            known_lead = colon and (lead in self.leads or title.startswith(lead) or name in self.leads and bracket and bool(work) and title.startswith(work))
            if stands_in(body, source) or known_lead and stands_in(rest, source) or self.is_passage(sentence, parts, item):
                return item
        return None

    @staticmethod
    def is_passage(sentence: Sentence, parts: list[Sentence], item: Item) -> bool:
        """Whether the whole line is a passage of the user's documents after its title: such a text may be cut at any sign."""
        line = squeeze("".join(segment.text for other in parts if other.line == sentence.line for segment in other.segments))
        lead = next((lead for lead in (squeeze(item.citation.title), squeeze(item.citation.title).partition("『")[0]) if line.startswith(f"{lead}：")), None)
        return item.citation.kind == "document" and lead is not None and line[len(lead) + 1 :].rstrip("。") == squeeze(item.text).rstrip("。")

    def check_free(self, sentence, parts, evidence: Evidence, items: dict[int, Item], question, numbers, findings) -> None:
        """A sentence of free prose; one without marks rests on those of its line."""
        own = any(segment.cited for segment in sentence.segments)
        line = () if own else tuple(number for other in parts if other.line == sentence.line for segment in other.segments for number in segment.cited)
        if (wording := self.nearly_fixed(sentence.text)) is not None:
            findings.append(finding(sentence.text.strip(), f"an altered sentence of the product: {wording[:30]}", sentence.text))
        if self.denies(sentence.text, [items[n] for n in dict.fromkeys((*line, *(n for segment in sentence.segments for n in segment.cited))) if n in items], question, items):
            findings.append(finding(sentence.text.strip(), "the opposite of what the evidence lets the product say", sentence.text))
        held, problems = self.prose.check(sentence, tuple(dict.fromkeys(line)), evidence, items, question)
        numbers += held
        findings += [finding(words, reason, sentence.text) for words, reason in problems]
        self.check_break(sentence, [items[n] for segment in sentence.segments for n in segment.cited if n in items and items[n].figure], findings)
        cited = dict.fromkeys((*line, *(number for segment in sentence.segments for number in segment.cited)))
        self.check_quotes(sentence, replace(evidence, items=tuple(items[number] for number in cited if number in items)), question, findings)

    def denies(self, text: str, cited: list[Item], question: Question, items: dict[int, Item]) -> bool:
        """Whether a sentence is one of our patterns with a negation put in or left out (見当たります for 見当たりません)."""
        turned = [(match, "ます") for match in NEGATED.finditer(text)] + [(match, "ません") for match in AFFIRMED.finditer(text)]
        plain = text.replace("**", "")
        if not (cited and turned) or self.grammar.fits(plain, cited, question, items):
            return False
        others = (f"{text[: match.start()]}{word}{text[match.end() :]}".replace("**", "") for match, word in turned)
        return any(self.grammar.fits(other, cited, question, items) for other in others)

    def check_implications(self, parts: list[Sentence], findings: list[dict]) -> None:
        """What figures mean for management is told by one text: the first half of one and the second of another tell something else."""
        for line in {part.line for part in parts if part.section == "implication"}:
            told = [squeeze(part.text) for part in parts if part.line == line]
            if all(part in self.implied for part in told) and "".join(told) not in self.implications:
                findings.append(finding("".join(told), "halves of two different sentences", "".join(told)))

    def nearly_fixed(self, text: str) -> str | None:
        """The fixed sentence that a text differs from in a word or two only."""
        words, plain = bigrams(text), plain_form(text)
        for fixed, pairs in self.fixed_pairs.items():
            if len(fixed) >= 12 and len(words & pairs) >= 0.5 * len(words | pairs):
                if SequenceMatcher(None, plain, plain_form(fixed), autojunk=False).ratio() >= ALTERED:
                    return fixed
        return None

    # -- sentences of our own -------------------------------------------------------------------------------------------

    def check_own(self, sentence, parts, evidence: Evidence, items: dict[int, Item], question, numbers, findings) -> None:
        """A pattern of the product with its slots, numbers, direction and superlatives."""
        cited = [items[number] for segment in sentence.segments for number in segment.cited if number in items]
        if not cited:  # 「…をまたいだ年がありません。最も高いのは…です【1】。」: the mark of the line carries both
            numbers_cited = tuple(dict.fromkeys(n for other in parts if other.line == sentence.line for segment in other.segments for n in segment.cited))
            cited = [items[number] for number in numbers_cited if number in items]
            sentence = replace(sentence, segments=tuple(replace(segment, cited=numbers_cited) for segment in sentence.segments))
        for number in sorted({number for segment in sentence.segments for number in segment.cited} - items.keys()):
            findings.append(finding(f"【{number}】", "cites evidence that does not exist", sentence.text))
        if not cited:
            findings.append(finding(sentence.text.strip(), "no citation", sentence.text))
            return
        if not self.grammar.fits(sentence.text, cited, question, items):
            findings.append(finding(sentence.text.strip(), "neither a quotation nor a sentence that the evidence allows", sentence.text))
        for segment in sentence.segments:
            self.check_segment(segment, sentence, items, question, numbers, findings)
        self.check_direction(sentence, items, findings)
        self.check_break(sentence, cited, findings)
        if sentence.text.startswith("|") and any(labelled(item) and row_differs(item, sentence.text) for item in cited):
            findings.append(finding(sentence.text.strip(), "the row differs from the calculation", sentence.text))
        facets = self.prose.reader.read(sentence, items, ())
        findings += [finding(words, reason, sentence.text) for words, reason in self.prose.claims.thresholds(facets)]
        self.check_superlative(sentence, parts, evidence, items, findings)
        self.check_quotes(sentence, evidence, question, findings)

    def check_segment(self, segment: Segment, sentence: Sentence, items: dict[int, Item], question, numbers, findings) -> None:
        cited = [items[number] for number in segment.cited if number in items]
        names = numbered_names(cited)
        numerals = [numeral for numeral in numerals_of(segment.text) if not in_names(numeral, segment.text, names)]
        bounds = self.check_interval(segment, numerals, cited, numbers, findings)
        last = 0
        for numeral in numerals:
            if numeral not in bounds:
                around = (segment.text[last : numeral.start], segment.text[numeral.end :], segment.text[: numeral.start])
                labelled = [item for item in cited if holds(item, numeral, *around) is not False]
                self.check_numeral(numeral, segment, labelled, question, numbers, findings)
            last = numeral.end
        self.check_mentions(segment, cited, sentence, findings)

    def check_interval(self, segment: Segment, numerals: list[Numeral], cited: list[Item], numbers, findings) -> list[Numeral]:
        """The two numerals after 「95%区間」 are the bounds of one cited interval. Returns the numerals dealt with."""
        named = CONFIDENCE.search(segment.text)
        if named is None:
            return []
        head = [numeral for numeral in numerals if numeral.start == named.start()]
        bounds = [numeral for numeral in numerals if numeral.start >= named.end() and not crosses_zero(segment.text[numeral.start :][:6])][:2]
        if len(bounds) < 2:
            return head if any(item.figure and item.figure.low is not None for item in cited) else []
        down = bool(DOWN.search(segment.text)) and not FLAT.search(segment.text)
        holding = [item for item in cited if interval_holds(item, *bounds, down)]
        if not holding:
            findings.append(finding(" ".join(n.text for n in bounds), "not the interval of the cited figure", segment.sentence))
        ids = tuple(item.citation.id for item in holding)
        numbers += [CheckedNumber(n.text, n.value, ids) for n in (*head, *bounds)] if holding else []
        return head + bounds

    def check_numeral(self, numeral: Numeral, segment: Segment, cited: list[Item], question, numbers, findings) -> None:
        if ASKED.search(segment.text[: numeral.start]):
            if numeral.text in question.claims:
                numbers.append(CheckedNumber(numeral.text, numeral.value, ("question",)))
            else:
                findings.append(finding(numeral.text, "said to be the asker's number but is not in the question", segment.sentence))
            return
        if numeral.value == 0 and crosses_zero(segment.text[numeral.start : numeral.end + 5]):
            holding = [item for item in cited if item.figure and item.figure.low is not None and item.figure.low <= 0 <= item.figure.high]
        else:
            sized = bool(SIZED.search(segment.sentence))
            holding = [item for item in cited if supports(item, numeral, sized)]
        if holding:
            numbers.append(CheckedNumber(numeral.text, numeral.value, tuple(item.citation.id for item in holding)))
        else:
            findings.append(finding(numeral.text, "not held by the cited evidence", segment.sentence))

    def check_mentions(self, segment: Segment, cited: list[Item], sentence: Sentence, findings: list[dict]) -> None:
        """Metrics, places and groups named beside figures must be those of the figures cited."""
        figures = [item.figure for item in cited if item.figure is not None]
        texts = " ".join(f"{item.citation.title} {item.text}" for item in cited if item.figure is None)
        subjects = {figure_subject(figure) for figure in figures} | {subject for found in self.mentions.subjects_in(texts) for subject in found}
        for named in self.mentions.subjects_in(segment.text):
            if named & subjects:
                continue
            findings.append(finding(min(subject.metric for subject in named), "metric differs from the cited evidence", sentence.text))
        words = texts + " ".join(f"{figure.label_ja} {figure.definition_ja} {figure.method_ja}" for figure in figures)
        groups = self.mentions.groups_in(segment.text)
        for group in groups - self.all_groups(words) if groups else ():
            findings.append(finding(group, "group is not in the cited evidence", sentence.text))
        mentioned, places = self.mentions.places_in(segment.text), {part for figure in figures for part in figure_places(figure)}
        if mentioned <= places:  # most often; the words of the evidence need not be read then
            return
        places |= self.mentions.places_in(words)
        named = [part for part in places & mentioned if part.kind == "venue"]
        if "最も" in segment.text:  # 「AI会議で最も高いのはKDD」 names the ranked area beside its winner
            places |= {Place("area", self.area(part)) for part in named} | {Place("field", self.venues[part.name].field) for part in named}
        if "略称" in segment.text:  # what a conference is: its title and field
            places |= self.mentions.places_in(" ".join(f"{self.venues[p.name].title} {FIELD_LABELS[self.venues[p.name].field]}" for p in named))
        for part in mentioned - places:
            findings.append(finding(part.name, "conference or field differs from the cited evidence", sentence.text))

    def area(self, venue: Place) -> str:
        """The area a venue belongs to."""
        return "ai" if self.venues[venue.name].is_ai else "non_ai"

    def all_groups(self, text: str) -> set[str]:
        """Group words of the evidence, including those inside metric labels."""
        searched = read(text)
        return {hit.key for hit in self.mentions.groups.find(searched)} | {f"country:{hit.key}" for hit in self.mentions.countries.find(searched)}

    def check_direction(self, sentence: Sentence, items: dict[int, Item], findings: list[dict]) -> None:
        """増えた/減った/横ばい against the sign and interval of what is cited."""
        words = "".join(segment.text for segment in sentence.segments)
        gaps = [items[number].figure for segment in sentence.segments for number in segment.cited if number in items and items[number].figure and items[number].figure.metric.endswith("_gap")]
        closer, wider = "縮まり" in words, "広がり" in words
        if len(gaps) > 1 and (closer or wider) and closer != (gaps[-1].value < gaps[0].value):
            findings.append(finding(words.strip()[-24:], "direction differs from the cited differences", sentence.text))
        up, down, flat, clear = (bool(pattern.search(words)) for pattern in (UP, DOWN, FLAT, CLEAR))
        if not (up or down or flat or clear):
            return
        figures = [items[number].figure for segment in sentence.segments for number in segment.cited if number in items and items[number].figure]
        changes = [figure for figure in figures if figure.metric.endswith(("_change", "_did", "_gap"))]
        if changes:
            low, value, high = changes[-1].low, changes[-1].value, changes[-1].high
            unclear = low is not None and low <= 0 <= high
            ranked = HIGHEST.search(words) or LOWEST.search(words)
        elif len({figure.period for figure in figures}) < 2:  # 横ばい without a change or two ends to compare
            findings += [finding(words.strip()[-24:], "no change is cited", sentence.text)] if flat or clear else []
            return
        elif flat or clear:
            return
        else:
            ends = sorted(figures, key=lambda figure: figure.slice["years"][0])
            value, unclear, ranked = ends[-1].value - ends[0].value, False, None
        wrong = (up and not down and not flat and value < 0) or (down and not up and not flat and value > 0)
        overstated = changes and (up or down or clear) and not flat and unclear and not ranked
        if wrong or (flat and not unclear) or overstated:
            findings.append(finding(words.strip()[-24:], "direction differs from the cited change", sentence.text))

    def check_break(self, sentence: Sentence, cited: list[Item], findings: list[dict]) -> None:
        """「2012年を境に」: the first year of the later period."""
        match = BREAK.search(sentence.text)
        if match is None:
            return
        starts = {re.search(r"\d{4}", item.figure.period.split(" → ")[-1]).group() for item in cited if item.figure is not None}
        if starts and match[1] not in starts:
            findings.append(finding(match.group(), "not where the later period begins", sentence.text))

    def check_superlative(self, sentence: Sentence, parts, evidence: Evidence, items: dict[int, Item], findings: list[dict]) -> None:
        """最も高い/低い: the figure cited is the extreme of the ranking, the charted series, or its line's figures."""
        high, low = bool(HIGHEST.search(sentence.text)), bool(LOWEST.search(sentence.text))
        if not (high or low) or "過去の最高を抜き" in sentence.text:
            return
        cited = [items[number].figure for segment in sentence.segments for number in segment.cited if number in items and items[number].figure]
        values = self.universe(cited, sentence, parts, evidence, items)
        if not cited or not values:
            return
        extreme = max(values) if high else min(values)
        if cited[-1].value != extreme:
            findings.append(finding("最も", "the figure cited is not the extreme", sentence.text))

    def universe(self, cited: list[Figure], sentence: Sentence, parts, evidence: Evidence, items) -> list[float]:
        """The values that a superlative speaks of."""
        lists = [[items[row.segments[0].cited[0]].figure for row in rows if row.segments[0].cited[0] in items] for rows in ranked_lists(parts)]
        rows = next((rows for rows in lists if cited and cited[-1].id in {figure.id for figure in rows}), [figure for rows in lists for figure in rows])
        line = [items[number].figure for other in parts if other.line == sentence.line for segment in other.segments for number in segment.cited if number in items and items[number].figure]
        named, ranked = {figure.id for figure in line}, {figure.id for figure in rows}
        apart = len(named) > 1 and cited and (cited[-1].id not in ranked or OF_TWO.search(sentence.text))
        if rows and not apart:  # a comparison beside a ranking speaks of the figures it names itself, also where they stand in it
            return [figure.value for figure in rows]
        said = "".join(part.text for part in parts if part.line == sentence.line)  # 「期間中に…をまたいだ年がありません。最も高いのは…」
        for series in (evidence.chart or {}).get("series", []) if "期間中" in said or "かった" in sentence.text else []:
            if cited and cited[-1].id in series["ids"]:
                years = [int(label.rstrip("年")) for label in evidence.chart["x"]]
                settled = [value for year, value in zip(years, series["values"], strict=True) if value is not None and year <= MAIN_LAST]
                return settled or [value for value in series["values"] if value is not None]
        return [] if "期間中" in sentence.text else [figure.value for figure in line if not cited or figure.unit == cited[-1].unit]

    def check_quotes(self, sentence: Sentence, evidence: Evidence, question: Question, findings: list[dict]) -> None:
        """A longer quotation must stand in the evidence or in the question."""
        for match in QUOTE.finditer(re.sub(r"【\d+】", "", sentence.text)):
            words = squeeze(match[1])
            held = any(words in squeeze(f"{item.figure.definition_ja}\n{item.figure.method_ja}" if item.figure else f"{item.citation.title}\n{item.text}") for item in evidence.items)
            if not held and match[1] not in question.text:
                findings.append(finding(match[1], "quotation is not in the evidence", sentence.text))

    def check_order(self, parts: list[Sentence], items: dict[int, Item], findings: list[dict]) -> None:
        """Rows of a ranking are numbered from 1 and their values run one way."""
        for rows in (lists := ranked_lists(parts)):
            if [sentence.rank for sentence in rows] != list(range(1, len(rows) + 1)) or len(rows) < 2 and len(lists) > 1:
                findings.append(finding(str([sentence.rank for sentence in rows]), "rows are not numbered in order", rows[0].text))
            values = [items[row.segments[0].cited[0]].figure.value for row in rows if row.segments[0].cited[0] in items and items[row.segments[0].cited[0]].figure]
            if values not in (sorted(values), sorted(values, reverse=True)):
                findings.append(finding("ranking", "values are not in order", rows[0].text))


def source_lines(evidence: Evidence) -> set[str]:
    """What the lines of 出典 may be: those that the evidence gives."""
    cited = {item.figure.source.citation for item in evidence.items if item.figure is not None}
    return {source_line(item) for item in evidence.items} | {prompts.render("answers/layout", "source_data", citation=citation) for citation in cited}


def in_names(numeral: Numeral, text: str, names: list[str]) -> bool:
    """Whether a numeral is part of one of the names where it stands in the text."""
    for name in names:
        start = text.find(name, max(0, numeral.end - len(name)))
        if 0 <= start <= numeral.start:
            return True
    return False


def numbered_names(cited: list[Item]) -> list[str]:
    """Names with a digit: of a cited figure's place or metric (3DV, QS1〜50位の大学), or of a calculated plan (案1)."""
    names = {name for item in cited if item.figure is not None for name in (place(item.figure), label(item.figure), bare_name(label(item.figure)), english_label(item.figure))}
    names |= {item.citation.title.partition("（")[0] for item in cited if item.citation.kind == "roi"}
    return [name for name in names if re.search(r"\d", name)]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def finding(text: str, reason: str, sentence: str) -> dict:
    return {"text": text, "reason": reason, "sentence": sentence.strip()}
