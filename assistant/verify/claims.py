"""Directions, ranks and comparisons of a sentence against the values of the figures it cites."""

import math
import re

from analytics import Figure
from analytics.divide.store import MAIN_LAST
from analytics.figure import PERCENT, POINTS
from assistant.models import Evidence, Place
from assistant.understand.text.matcher import read
from assistant.understand.understanding import Understanding
from assistant.verify.facets import Facets, Period, Reader, place_fits, spans_of, subject_fits
from assistant.verify.labelled import labelled
from assistant.verify.mentions import figure_subject
from assistant.verify.passages import stems
from assistant.write.wordings import label, papers_of

NEGATED = re.compile(r"^[^、。]{0,6}?(?:ませんでした|ません|ていない|ていません|なかった|ない|とは言え|とはいえ|とは限ら|わけでは)")
SO_FAR = re.compile(r"(?:過去|それまで|これまで|従来)の?$")
UNCLEAR = re.compile(r"とは言え|とはいえ|とは限ら")
CROSSED = re.compile(r"ご質問の[^、。]{1,12}?を(?:初めて|はじめて)?(?P<way>上回|超え|越え|下回|割り|割っ|切っ)(?!っていません|ていません)")
RANKED_IN = frozenset({"過去", "期間中", "期間", "会議中", "割合", "企業"})
NEVER = re.compile(r"(?:またい|超え|上がり続け|越え|達し)(?:た|だ)年[がは](?:(?P<no>ありません|見当たりません|ない|なかった|見当たらない)|あります|ある|見られ)")
STAYED = re.compile(r"(?P<when>以後|以降|その後|以前)は?[^、。]{0,6}?(?P<way>下回|上回)[^、。]{0,3}(?P<not>いません|いない|ません|ない|なかった|)")
GAIN = re.compile(r"元が取れ(?!ず|ま?せん|ない)|元は取れ(?!ず|ま?せん|ない)|黒字|利益が出|採算が合い(?!ません)")
RECOVERED = re.compile(r"回収でき(?!ません|ない|ず)|回収が可能")
LOSS = re.compile(r"取れず|取れません|取れない|赤字|損失|損にな|採算が合いません|採算割れ")
COMPARED = re.compile(r"(?:よりも?|を|に比べて?、?|と比べて?、?|に対して?、?)[^、。]{0,14}?$")
CLAUSE = re.compile(r"[、。]|一方")
CHANGES = ("_change", "_did", "_gap")

# 「論文のある93社のうち19位」「世界全体では19位」: among more than the rows of the answer.
AMONG_ALL = re.compile(r"(?:社|校|機関|か国|カ国|会議)(?:の)?(?:うち|中)|世界|全体")


def told_rank(figure: Figure) -> int | None:
    """The rank that a figure's caveats tell, among all of its kind."""
    rank = figure.parts.get("rank")
    return rank if rank is not None and any(f"{rank}位" in caveat for caveat in figure.caveats_ja) else None

# What says that another change was taken off.
NETTED = re.compile(r"差し引|引[くいき]|差の差|除[いくけ]|控除|考慮|調整|毎年そろう会議|AI以外|ほかの会議|他の会議|他分野|ほかの分野|対照|比較相手|did|net of", re.IGNORECASE)


def plain_changes(facets: Facets) -> list[tuple[str, str]]:
    """A difference in differences that is told as the change itself."""
    if NETTED.search(facets.text):
        return []
    sizes = [figure.display.lstrip("+-−") for item in facets.cited if (figure := item.figure) is not None and figure.metric.endswith("_did")]
    return [(size, "what is left after another change is taken off is no plain change") for size in sizes if size in facets.text]

OF_THE = re.compile(r"([^、。]{2,40})のうち")


def other_wholes(facets: Facets) -> list[tuple[str, str]]:
    """「産学共著の論文のうち…」 of a value that is a part of another group's papers."""
    figures = [item.figure for item in facets.cited if item.figure is not None]
    wholes = [figure.parts["more"] for figure in figures if figure.metric.endswith("_within")]
    names = {name for figure in figures if figure.id in wholes for name in (papers_of(figure), label(figure))}
    told = OF_THE.search(facets.text) if names else None
    return [(told.group(), "the value is a part of another group's papers")] if told and not any(told[1].endswith(read(name).folded) for name in names) else []


class Claims:
    """Judges the words that order values."""

    def __init__(self, reader: Reader, understanding: Understanding):
        self.reader, self.venues = reader, understanding.labels.venues

    def problems(self, facets: Facets, evidence: Evidence) -> list[tuple[str, str]]:
        """(words, reason) for each claim that the cited figures do not bear out."""
        never = NEVER.search(facets.text)
        if never is not None:  # 「…をまたいだ年がありません」 orders no values of its own: the series behind it must bear it out
            return [] if never["no"] and self.never(never, facets, evidence) else [(never.group(), "the series does not bear this out")]
        found = [*self.directions(facets, evidence), *self.ranks(facets, evidence), *self.positions(facets, evidence), *self.comparisons(facets)]
        return found + self.afterwards(facets, evidence) + self.thresholds(facets) + plain_changes(facets) + other_wholes(facets)

    def thresholds(self, facets: Facets) -> list[tuple[str, str]]:
        """「ご質問の20%を初めて上回ったのは…22.3%」: the figure cited lies on that side."""
        found = []
        for match in CROSSED.finditer(facets.text):
            numeral = next((n for n in facets.numerals if match.start() <= n.start < match.end()), None)
            figures = [item.figure for item in facets.cited if item.figure is not None and numeral is not None and item.figure.unit == (numeral.unit or "")]
            if len(figures) == 1 and (figures[0].value > numeral.value) != (match["way"] in ("上回", "超え", "越え")):
                found.append((match.group(), "the cited figure lies on the other side"))
        return found

    def never(self, match: re.Match, facets: Facets, evidence: Evidence) -> bool:
        """Whether no year of the charted series lies on the other side of the limit; a rise that never began is the writer's own rule."""
        limit = next((numeral for numeral in facets.numerals if numeral.end <= match.start() + 1 and numeral.unit in (PERCENT, POINTS)), None)
        if limit is None:
            return True
        series = [values for one in (evidence.chart or {}).get("series", []) for values in [[value for value in one["values"] if value is not None]]]
        return any(all(value > limit.value for value in values) or all(value < limit.value for value in values) for values in series if values)

    def of_investment(self, facets: Facets) -> list[tuple[str, str]]:
        """Words about an investment: a gain or a loss by the sign of its net present value; ranks and trends have no basis."""
        own = all(item.citation.id == "roi#simple" for item in facets.cited)
        found = [(match.group(), "a calculation ranks nothing") for kind in ("highest", "lowest", "up", "down") if own and (match := stems()[kind].search(facets.text))]
        values = [line.text for item in facets.cited for line in labelled(item) if line.label.startswith("正味現在価値") and line.numerals]
        lost = bool(values) and bool(re.search("マイナス|[−▲-]", values[0]))
        wrong = (GAIN if lost else LOSS).search(facets.text) if values else None
        paid = any(line.key in ("payback", "discounted") for item in facets.cited for line in labelled(item))
        if values and "割り引" in facets.text and "取れず" not in facets.text and not any(line.key == "discounted" for item in facets.cited for line in labelled(item)):
            paid = False
        if values and not paid and (recovered := RECOVERED.search(facets.text)):
            found.append((recovered.group(), "the calculation finds no payback"))
        return found + ([(wrong.group(), "the net present value has the other sign")] if wrong else [])

    def afterwards(self, facets: Facets, evidence: Evidence) -> list[tuple[str, str]]:
        """「2017年に過去の最高を抜き、以後は下回っていません」: every later value of the charted series stays above the former high."""
        match = STAYED.search(facets.text)
        if match is None:
            return []
        figure = self.ranked_figure(facets, match.start())
        for series in (evidence.chart or {}).get("series", []):
            if figure is None or figure.id not in series["ids"] or match["when"] == "以前" or not match["not"]:
                continue
            values = {int(label.rstrip("年")): value for label, value in zip(evidence.chart["x"], series["values"], strict=True) if value is not None}
            year = max(figure.slice["years"])
            before, later = [value for at, value in values.items() if at < year], [value for at, value in values.items() if year < at <= MAIN_LAST]
            if match["way"] == "下回" and before and all(value >= max(before) for value in later):
                return []
            if match["way"] == "上回" and all(value <= figure.value for value in later):
                return []
        return [(match.group(), "later values do not bear this out")]

    def figures_at(self, facets: Facets, position: int) -> list[Figure]:
        """Cited figures a word speaks of: those of its stretch, narrowed to the places and metric of its clause."""
        figures = [item.figure for item in facets.cited_at(position) if item.figure is not None]
        figures = figures or [item.figure for item in facets.cited if item.figure is not None]
        start = max((match.end() for match in CLAUSE.finditer(facets.text[:position])), default=0)
        end = CLAUSE.search(facets.text, position)
        stretch = (start, end.start() if end else len(facets.text))
        return self.narrowed(figures, facets, *stretch)

    def narrowed(self, figures: list[Figure], facets: Facets, start: int, end: int) -> list[Figure]:
        places = [Place(hit.kind, hit.key) for hit in facets.places if start <= hit.start < end]
        subjects = self.reader.subjects(facets.text[start:end])
        near = [figure for figure in figures if not places or any(place_fits(figure, place) for place in places)]
        near = [figure for figure in near or figures if subject_fits(figure, subjects)]
        return near or figures

    # -- directions --------------------------------------------------------------------------------------------------------

    def directions(self, facets: Facets, evidence: Evidence) -> list[tuple[str, str]]:
        found = []
        for kind in ("up", "down", "flat", "clear"):
            for match in stems()[kind].finditer(facets.text):
                if kind != "flat" and inside(stems()["flat"], facets.text, match.start()):
                    continue
                if facets.text[: match.start()].endswith(("最も", "一番", "いちばん")):  # a rank: see ranks
                    continue
                after = facets.text[match.end() :]
                if self.direction_wrong(kind, after, self.whole_or_clause(facets, match.start()), evidence):
                    found.append((match.group() + after[:8], "direction differs from the cited change"))
        return found

    def whole_or_clause(self, facets: Facets, position: int) -> list[Figure]:
        """Figures of the clause; a rise told by its two ends needs those of the whole sentence."""
        near = self.figures_at(facets, position)
        if any(figure.metric.endswith(CHANGES) for figure in near):
            return near
        everything = [item.figure for item in facets.cited if item.figure is not None]
        if any(figure.metric.endswith(CHANGES) for figure in everything):
            alike = [f for f in everything if f.metric.endswith(CHANGES) and any(same_slice(f, other) for other in near)]
            return alike or everything
        return near if len({figure.period for figure in near}) > 1 else everything

    def direction_wrong(self, kind: str, after: str, figures: list[Figure], evidence: Evidence) -> bool:
        changes = [figure for figure in figures if figure.metric.endswith(CHANGES)]
        negated = NEGATED.match(after) if kind != "flat" else None
        if changes and kind in ("up", "down") and all(figure.metric.endswith("_gap") for figure in changes):
            return True  # how far two values are apart tells of no move
        if changes:
            signs = {sign(figure) for figure in changes}
        else:
            ends = sorted(figures, key=lambda figure: figure.slice.get("years", [0])[0])
            ends = [figure for figure in ends if same_slice(figure, ends[-1])] if ends else []
            if len({figure.period for figure in ends}) < 2:
                ratios = [figure.value - 1 for figure in figures if figure.metric.endswith("_ratio") and figure.unit == "倍"]
                if not ratios:
                    return True
                moved = ratios[-1]
            else:
                judged = between(ends[0], ends[-1], evidence)
                signs = {sign(judged)} if judged is not None else likely(ends[0], ends[-1])
                moved = None
            if moved is not None:
                signs = {"up" if moved > 0 else "down" if moved < 0 else "flat"}
        if kind == "clear":
            return "flat" in signs
        if negated:
            return ("flat" not in signs) if UNCLEAR.search(negated.group()) else kind in signs
        return kind not in signs

    # -- ranks -------------------------------------------------------------------------------------------------------------

    def ranks(self, facets: Facets, evidence: Evidence) -> list[tuple[str, str]]:
        found = []
        for kind, choose in (("highest", max), ("lowest", min)):
            for match in stems()[kind].finditer(facets.text):
                if inside(stems()["not_rank"], facets.text, match.start()) or inside_groups(self.reader, facets.text, match.start()):
                    continue
                wider = re.search(r"[一-龯]{2,}$", facets.text[: match.start()])
                if wider and wider.group() not in RANKED_IN and wider.group() not in " ".join(f.label_ja + f.period for f in evidence.figures):
                    found.append((wider.group() + match.group(), "ranked among more than the evidence holds"))
                    continue
                figure = self.ranked_figure(facets, match.start(), "上が" in match.group() or "下が" in match.group())
                values = self.rivals(figure, evidence, facets, bool(SO_FAR.search(facets.text[: match.start()]))) if figure else []
                if figure is None or len(values) < 2 or figure.value != choose(values):
                    found.append((match.group(), "the figure cited is not the extreme"))
        return found

    def positions(self, facets: Facets, evidence: Evidence) -> list[tuple[str, str]]:
        """「3位」: the place of the figure in the order of its rivals, from above or from below."""
        found = []
        for numeral in facets.numerals:
            if numeral.unit != "位":
                continue
            figure = self.ranked_figure(facets, numeral.start)
            if figure is not None and AMONG_ALL.search(facets.text) and (told := told_rank(figure)) is not None:
                found += [] if numeral.value == told else [(numeral.text, "not the rank of the cited figure")]
                continue
            values = sorted(self.rivals(figure, evidence, facets), reverse=True) if figure else []
            if figure is None or len(values) < numeral.value or int(numeral.value) not in (values.index(figure.value) + 1, len(values) - values.index(figure.value)):
                found.append((numeral.text, "not the rank of the cited figure"))
        return found

    def ranked_figure(self, facets: Facets, position: int, moved: bool = False) -> Figure | None:
        """The figure a rank speaks of: the one whose place or year is named last before or first behind the word."""
        figures = [item.figure for item in facets.cited_at(position) if item.figure is not None] or [item.figure for item in facets.cited if item.figure is not None]
        levels = [figure for figure in figures if figure.metric.endswith(CHANGES) == moved] or figures
        if len(levels) == 1:
            return levels[0]
        named = sorted(facets.places, key=lambda hit: (hit.start < position, abs(hit.start - position)))
        for hit in named:
            held = [figure for figure in levels if hit.kind != "area" and place_fits(figure, Place(hit.kind, hit.key))]
            if len(held) == 1:
                return held[0]
        for period in sorted(facets.periods, key=lambda period: (period.start < position, abs(period.start - position))):
            held = [figure for figure in levels if period_is(period, figure)]
            if len(held) == 1:
                return held[0]
        return levels[-1] if len({figure.value for figure in levels}) == 1 else None

    def rivals(self, figure: Figure, evidence: Evidence, facets: Facets, so_far: bool = False) -> list[float]:
        """Values the figure is ranked among: the charted series for years, else the evidence of the same period, else of the same place."""
        for series in (evidence.chart or {}).get("series", []):
            if figure.id in series["ids"] and re.search(r"年", facets.text) and len(evidence.chart["x"]) > 2:
                pairs = [(label, value) for label, value in zip(evidence.chart["x"], series["values"], strict=True) if value is not None]
                last = min(MAIN_LAST, *figure.slice["years"]) if so_far else MAIN_LAST
                settled = [value for label, value in pairs if label.rstrip("年").isdigit() and int(label.rstrip("年")) <= last]
                if settled:
                    return settled
        over = "→" in figure.period  # conferences that meet every other year have periods of their own
        same = [f for f in evidence.figures if f.unit == figure.unit and f.metric == figure.metric and (f.period == figure.period or over and "→" in f.period)]
        if "venue" in figure.slice:
            same = [f for f in same if "venue" in f.slice]
        if len(same) < 2:
            same = [f for f in evidence.figures if f.period == figure.period and f.unit == figure.unit]
        if len(same) < 2:
            same = [f for f in evidence.figures if f.metric == figure.metric and same_slice(f, figure)]
        return [f.value for f in same]

    # -- comparisons -------------------------------------------------------------------------------------------------------

    def comparisons(self, facets: Facets) -> list[tuple[str, str]]:
        """「AはBを上回る」「AはBより低い」: B is what stands before the particle, A the other figure cited."""
        found = []
        for kind, way in (("above", 1), ("below", -1)):
            for match in stems()[kind].finditer(facets.text):
                head = facets.text[: match.start()]
                particle = COMPARED.search(head)
                if particle is None or inside(stems()["highest"], facets.text, match.start()) or inside(stems()["lowest"], facets.text, match.start()):
                    continue
                figures = [item.figure for item in facets.cited if item.figure is not None and not item.figure.metric.endswith(CHANGES)]
                second = self.named_last(figures, facets, particle.start())
                first = [figure for figure in figures if figure not in second and second and figure.unit == second[0].unit]
                if len(second) != 1 or len(first) != 1:
                    continue
                negated = NEGATED.match(facets.text[match.end() :]) is not None
                if ((first[0].value - second[0].value) * way > 0) == negated:
                    found.append((match.group(), "the comparison runs the other way"))
        return found

    def named_last(self, figures: list[Figure], facets: Facets, position: int) -> list[Figure]:
        """Figures of the place, metric or year named last before a position."""
        start = max((match.end() for match in re.finditer(r"[、。]|は", facets.text[:position])), default=0)
        near = self.narrowed(figures, facets, start, position)
        if len(near) == len(figures):
            periods = [period for period in facets.periods if start <= period.start < position]
            near = [figure for figure in figures if periods and period_is(periods[-1], figure)]
        return near


def between(first: Figure, last: Figure, evidence: Evidence) -> Figure | None:
    """The change from the first to the last figure, where the evidence holds it with an interval."""
    spans = spans_of(first.period) | spans_of(last.period)
    return next((f for f in evidence.figures if f.metric.endswith("_change") and f.low is not None and same_slice(f, first) and spans_of(f.period) == spans), None)


def likely(first: Figure, last: Figure) -> set[str]:
    """Directions that two shares of papers allow without a computed interval: by their sampling error, wider where conferences are pooled.

    Newcombe's remark holds: with one success and one failure added to each sample the plain interval of a difference serves
    small samples (Agresti & Caffo 2000). Between clearly flat and clearly moved both words may stand.
    """
    if first.unit != PERCENT or min(first.n, last.n) < 1 or first.metric.startswith("citation"):
        return {"up"} if last.value > first.value else {"down"}
    error = math.sqrt(sum(p * (1 - p) / (figure.n + 2) for figure in (first, last) for p in [(figure.value / 100 * figure.n + 1) / (figure.n + 2)]))
    moved, pooled = (last.value - first.value) / 100, 1.0 if "venue" in first.slice else 3.0
    allowed = {"flat"} if abs(moved) <= 2.5 * error * pooled else set()
    return allowed | ({"up" if moved > 0 else "down"} if abs(moved) >= 1.96 * error else set())


def sign(figure: Figure) -> str:
    """up, down, or flat when the interval holds 0 or is not known."""
    if figure.low is None or figure.high is None or figure.low <= 0 <= figure.high:
        return "flat"
    return "up" if figure.value > 0 else "down"


def period_is(period: Period, figure: Figure) -> bool:
    """Whether a period named is the whole period of the figure."""
    return frozenset(period.spans) == spans_of(figure.period)


def same_slice(one: Figure, other: Figure) -> bool:
    """The same metric in the same place."""
    places = ("area", "field", "venue", "variant")
    return figure_subject(one) == figure_subject(other) and all(one.slice.get(name) == other.slice.get(name) for name in places)


def inside(pattern: re.Pattern, text: str, position: int) -> bool:
    return any(match.start() <= position < match.end() for match in pattern.finditer(text))


def inside_groups(reader: Reader, text: str, position: int) -> bool:
    """Whether the word is part of a group's name (トップ大学)."""
    return any(hit.start <= position < hit.end for hit in reader.understanding.groups.find(read(text)))

