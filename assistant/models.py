"""The dataclasses between the five steps: question → Question → Evidence → Draft → Verdict → Answer."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from analytics import Figure

INTENTS = (
    "figure", "trend", "compare", "rank", "explain", "paper", "why", "limits", "strategy", "roi", "phrases", "document",
    "help", "smalltalk", "out_of_scope",
)  # fmt: skip
ANSWERED, NOT_IN_DATA, ERROR = "answered", "not_in_data", "error"


@dataclass(frozen=True)
class Subject:
    """What is measured: a metric of `analytics` with its parameter."""

    metric: str
    tier: str | None = None
    country: str | None = None
    institution: str | None = None
    group: str | None = None

    def names(self) -> dict[str, str]:
        given = {"tier": self.tier, "country": self.country, "institution": self.institution, "group": self.group}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True)
class Place:
    """Where it is measured: `kind` is area, field or venue; `name` its key in `analytics`."""

    kind: str
    name: str


@dataclass(frozen=True)
class Question:
    """A question as understood.

    `statistic` is level, trend, change, ratio, before_after, did, rank, position, movers, peak, trough, onset,
    threshold, overtake, count, paper_count or computed (an estimate or table of its own: `family`, `computed` its metric,
    `option` a sector or maker). `years` is what was asked
    for, in order; `span` says that they are the ends of a range; `spans` are two ranges to compare. `ranked` names what a
    ranking orders (venues, fields, firms, universities, institutions, countries). `readings` are interpretations to state aloud.
    `topic` is the text that retrieval searches with. `blocker` names why the data cannot answer (a key of the refusal
    table), `blocker_details` fill its sentence. `cue` is the (intent, statistic) that words of change or comparison ask
    for even where no metric is named, `shift` the years before or after the last one (前年 = −1): for follow-ups.
    `latest`: the last year that the place has was asked for by that word. `recent_*` are what the conversation measured lately, for 「両方」「それぞれ」, `order`
    the institutions or countries that a ranking put in order, the first ones, `year_found` the year of a peak or crossing. `focus` asks for one point of the last
    answer (2 for 「さっきの2つ目」). `asserted` is the direction that a yes-or-no question names (up, down, flat). `confidence` (0..1) is 1 where the lexicon knows every
    word, less where words were read by their meaning. `listed` are the ids of the papers that the answer stands on, in its order. `parts` are the
    questions of a message that holds several. `unread` are the words that the lexicon does not know. `found_for` is what the words of a worded answer
    were found for (text, paper or "", term or "", then what was inherited): another style of the answer tells the same words.
    `plan` is the topic of the plan that the conversation calculated last, `work` the id of the paper that it told of last.
    `listing` is the kind and country of the last ranking that was asked for, told or not. `explained` are the places in the corpus of the terms and papers that
    the conversation told of before, oldest first.
    `market` asks for held prices, terms or rates: the aspect, then keys of prompts/lexicon/market.yaml. `advice` asks of a way to go: what of it
    (see `assistant.understand.words.advice`), then the way.
    """

    text: str
    intent: str
    resolved: str
    subjects: tuple[Subject, ...] = ()
    places: tuple[Place, ...] = ()
    years: tuple[int, ...] = ()
    span: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    ranked: str | None = None
    statistic: str = "level"
    variant: str | None = None
    topic: str = ""
    paper: str | None = None
    term: str | None = None
    count: int | None = None
    style: str = "normal"
    ascending: bool = False
    readings: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    blocker: str | None = None
    blocker_details: dict = field(default_factory=dict)
    inherited: tuple[str, ...] = ()
    latest: bool = False
    recent_places: tuple[Place, ...] = ()
    recent_subjects: tuple[Subject, ...] = ()
    recent_years: tuple[int, ...] = ()
    order: tuple[Subject, ...] = ()
    year_found: int | None = None
    cue: tuple[str, str] | None = None
    shift: int = 0
    family: str | None = None
    computed: str | None = None
    option: str | None = None
    focus: int | None = None
    asserted: str | None = None
    confidence: float = 1.0
    listed: tuple[str, ...] = ()
    parts: tuple["Question", ...] = ()
    unread: tuple[str, ...] = ()
    found_for: tuple[str, ...] = ()
    market: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    plan: str = ""
    work: str = ""
    listing: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()

    def with_(self, **changes) -> "Question":
        return replace(self, **changes)

    def to_dict(self) -> dict:
        """All fields as JSON takes them. Written out, since `asdict` copies every value of every field one by one."""
        record = dict(vars(self))
        for name in ("subjects", "places", "recent_places", "recent_subjects", "order"):
            record[name] = [dict(vars(item)) for item in record[name]]
        return record | {"parts": [part.to_dict() for part in self.parts]}

    @classmethod
    def from_dict(cls, record: dict) -> "Question":
        values = dict(record)
        values["subjects"] = tuple(Subject(**item) for item in record["subjects"])
        values["places"] = tuple(Place(**item) for item in record["places"])
        values["recent_places"] = tuple(Place(**item) for item in record["recent_places"])
        values["recent_subjects"] = tuple(Subject(**item) for item in record["recent_subjects"])
        values["order"] = tuple(Subject(**item) for item in record.get("order", ()))
        for name in ("years", "readings", "claims", "inherited"):
            values[name] = tuple(record[name])
        values |= {name: tuple(record.get(name, ())) for name in ("recent_years", "listed", "unread", "found_for", "market", "advice", "listing", "explained")}
        values["cue"] = tuple(record["cue"]) if record["cue"] else None
        values["spans"] = tuple(tuple(span) for span in record["spans"])
        values["parts"] = tuple(cls.from_dict(part) for part in record["parts"])
        return cls(**values)


@dataclass(frozen=True)
class Citation:
    """One numbered piece of evidence as shown to the reader. `kind`: figure, paper, glossary, document or roi."""

    n: int
    kind: str
    id: str
    title: str
    locator: str
    url: str
    quote: str


@dataclass(frozen=True)
class Item:
    """One numbered piece of evidence: a figure or a passage (id, title, text), exactly one of them."""

    n: int
    citation: Citation
    figure: Figure | None = None
    text: str = ""


@dataclass(frozen=True)
class Evidence:
    """Everything the writer may use, numbered from 1. `reason` explains an empty hand (outcome not_in_data)."""

    items: tuple[Item, ...] = ()
    chart: dict | None = None
    roles: dict = field(default_factory=dict)
    reason: str | None = None
    nearby: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(item.figure for item in self.items if item.figure is not None)

    def item(self, number: int) -> Item | None:
        return next((item for item in self.items if item.n == number), None)


@dataclass(frozen=True)
class Draft:
    """Markdown with citation marks 【n】, the next questions, and what the screen may offer (see `Answer.actions`)."""

    text: str
    suggestions: tuple[str, ...] = ()
    outcome: str = ANSWERED
    actions: tuple[dict, ...] = ()


@dataclass(frozen=True)
class CheckedNumber:
    """A numeral of the answer and the evidence ids that hold it."""

    text: str
    value: float
    supported_by: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """Result of the check: ok only when nothing is unsupported. Each finding is {"text", "reason", "sentence"}."""

    ok: bool
    numbers: tuple[CheckedNumber, ...] = ()
    unsupported: tuple[dict, ...] = ()

    def to_dict(self) -> dict:
        return {
            "ok": self.ok,
            "numbers": [asdict(number) | {"supported_by": list(number.supported_by)} for number in self.numbers],
            "unsupported": list(self.unsupported),
        }


@dataclass(frozen=True)
class Material:
    """What an offline answer was made from, and that answer: enough to word it again."""

    question: Question
    evidence: Evidence
    offline: "Answer"


@dataclass(frozen=True)
class Answer:
    """What the reader gets; `to_dict` is the JSON of the command-line contract, which `material` is no part of.

    `actions` are plain dicts that the screen may turn into buttons: {"kind": "export", "document", "strategy", "changes", "label"}
    for a download by `assistant.export.export_plan`, {"kind": "form", "strategy", "changes", "label"} for the form with sliders.
    `stages`: milliseconds of each step, for the log.
    """

    question: str
    resolved_question: str
    intent: str
    outcome: str
    answer: str
    mode: str = "offline"
    figures: tuple[Figure, ...] = ()
    citations: tuple[Citation, ...] = ()
    chart: dict | None = None
    suggestions: tuple[str, ...] = ()
    verdict: Verdict = Verdict(True)
    elapsed_ms: float = 0.0
    error_id: str | None = None
    actions: tuple[dict, ...] = ()
    stages: Mapping[str, float] = field(default_factory=dict, repr=False, compare=False)
    material: Material | None = field(default=None, repr=False, compare=False)

    def to_dict(self) -> dict:
        record = {
            "question": self.question,
            "resolved_question": self.resolved_question,
            "intent": self.intent,
            "outcome": self.outcome,
            "answer": self.answer,
            "mode": self.mode,
            "figures": [figure.to_dict() for figure in self.figures],
            "citations": [asdict(citation) for citation in self.citations],
            "chart": self.chart,
            "suggestions": list(self.suggestions),
            "verdict": self.verdict.to_dict(),
            "elapsed_ms": round(self.elapsed_ms, 2),
        }
        record |= {"actions": list(self.actions)} if self.actions else {}
        return record | ({"error_id": self.error_id} if self.error_id else {})
