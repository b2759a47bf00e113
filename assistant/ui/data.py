"""The page データと設定: sources, robustness, text index, language model, what leaves the machine, what is kept, licences."""

from functools import cached_property
from html import escape
from pathlib import Path

from analytics import Divide, Figure, provenance
from analytics.divide.caveats import snapshot_label
from analytics.divide.robustness import CHECK_LABELS, CHECKS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.figure import POINTS, display_value
from assistant.access.roles import ADMIN, VIEWER, may
from assistant.llm import Settings
from assistant.llm.outgoing import announced
from assistant.reach import AddressRefused
from assistant.reach_client import Unreachable, connect
from assistant.ui.administration import Administration
from assistant.ui.forms import facts, page_head, table
from assistant.ui.pages import Page, Parameters
from assistant.ui.papers import PapersPage
from assistant.ui.upkeep import IndexState, KeptThings, action
from assistant.ui.wording import words_of

say = words_of("data")
NAME = "data"
NOTICE = Path(__file__).resolve().parents[2] / "NOTICE"
API_NAMES = ("ask", "lookup_figure", "search_papers", "roi", "phrases")


class DataPage:
    """Shows what is shipped, configured and kept. `settings`: of the language model, None without one."""

    def __init__(self, divide: Divide, papers: PapersPage, index: IndexState, kept: KeptThings, administration: Administration, settings: Settings | None, mcp: bool):
        self.divide, self.library, self.index, self.kept, self.administration = divide, papers, index, kept, administration
        self.settings, self.mcp = settings, mcp

    def page(self) -> Page:
        return Page(NAME, self.whole, act=self.act)

    def whole(self, parameters: Parameters) -> str:
        admin = may(parameters.get("role", VIEWER), ADMIN)
        sections = (
            ("sources", self.sources()), ("robust", self.robust()), *([("index", self.index.html()), ("admin", self.administration.html())] if admin else []),
            ("model", model(self.settings, admin)), ("outside", outside(self.settings)), ("kept", self.kept.html(parameters.get("browser", ""))),
            ("api", api(self.mcp)), ("about", about()),
        )  # fmt: skip
        body = "".join(f'<section id="{name}"><h3>{escape(say(f"{name}_title"))}</h3>{html}</section>' for name, html in sections)
        return page_head(say("title"), say("lead")) + f'<div class="settings">{body}</div>'

    def sources(self) -> str:
        manifest = provenance.read_manifest(self.divide.counts.folder)
        source = self.divide.counts.source
        corpus = self.library.corpus
        models = provenance.epoch_source(manifest) if provenance.EPOCH_INPUT in manifest["inputs"] else None
        more = [("models", models.citation)] if models else []
        return facts(
            say,
            [
                ("source", source.citation), ("licence", source.licence), ("snapshot", snapshot_label(source.snapshot)), ("url", source.url),
                ("papers", say("papers_value", papers=f"{manifest['papers']:,}", venues=manifest["venues"])),
                ("years", say("years_value", first=MAIN_FIRST, last=MAIN_LAST)), ("version", say("version_value", hash=source.file_hash)),
                ("corpus", say("corpus_value", papers=len(corpus.papers), terms=len(corpus.glossary))), *more,
            ]
        )  # fmt: skip

    def robust(self) -> str:
        title = escape(say("robust_table"))
        return f'<p>{escape(say("robust_lead"))}</p><details class="numbers fold" open><summary>{title}</summary>{self.robustness}</details>'

    @cached_property
    def robustness(self) -> str:
        """Headline figures by check; it takes a moment to compute and never changes while the app runs."""
        return robustness_table(self.divide.robustness())

    def act(self, parameters: Parameters, browser: str) -> str:
        """Try the connection, rebuild the index (a job), tell how far that is, delete the owner's conversations or scenarios, or look at users and audit."""
        act = parameters.get("act")
        if act == "rebuild":
            return self.index.start(browser)
        if act == "job":
            return self.index.jobs.html(parameters.get("job", ""), browser)
        if act == "forget":
            return self.kept.forget(browser)
        if act == "forget_scenarios":
            return self.kept.forget_scenarios(browser)
        if act in ("users", "audit"):
            return self.administration.act(act, browser)
        return f'<p role="status">{escape(connection_test(self.settings))}</p>'


def robustness_table(figures: list[Figure]) -> str:
    """One row a headline figure, one column a check."""
    lines: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        lines.setdefault(figure.parts.get("headline") or figure.id, {})[figure.slice["check"]] = figure
    rows = [[row_head(base(checks)), *(cell(checks.get(check)) for check in CHECKS)] for checks in lines.values()]
    return table([say("robust_figure"), *(CHECK_LABELS[check] for check in CHECKS)], rows, stacked=True)


def row_head(figure: Figure) -> str:
    """The name, with the unit where it is too long to be repeated in every cell."""
    return say("robust_row", label=figure.label_ja, unit=figure.unit) if figure.unit == POINTS else figure.label_ja


def base(checks: dict[str, Figure]) -> Figure:
    return checks.get("base") or next(iter(checks.values()))


def cell(figure: Figure | None) -> str:
    """The value, for 「会議を1つずつ除く」 the range; empty where a check does not apply."""
    if figure is None:
        return ""
    if figure.slice["check"] == "leave_one_out" and figure.low is not None:
        low, high = (display_value(end, figure.unit, signed=figure.unit == POINTS).removesuffix(POINTS) for end in (figure.low, figure.high))
        return say("robust_span", low=low, high=high)
    return figure.display.removesuffix(POINTS)


def model(settings: Settings | None, admin: bool) -> str:
    pairs = [("model_mode", say("model_online", model=settings.model) if settings else say("model_offline"))]
    pairs += [("model_address", settings.base_url or say("model_default_address")), ("model_limits", say("model_limits_value", seconds=f"{settings.seconds:g}", tokens=f"{settings.tokens:,}"))] if settings else []
    return f"{facts(say, pairs)}<p>{escape(say('model_how'))}</p>{action('test', say('model_test')) if admin else ''}"


def connection_test(settings: Settings | None) -> str:
    """Whether the configured address can be reached; nothing is sent. Without a model there is nothing to try."""
    if settings is None:
        return say("test_none")
    if settings.base_url is None:
        return say("test_unknown")
    try:
        connect(settings.base_url)
    except AddressRefused as error:
        return error.message_ja
    except Unreachable as error:
        return say("test_failed", address=settings.base_url, reason=error)
    return say("test_reached", address=settings.base_url)


def outside(settings: Settings | None) -> str:
    """What leaves the machine, in the words that are shown before a model's first use."""
    lines = announced(settings) if settings else [say("outside_none")]
    return "".join(f"<p>{escape(line)}</p>" for line in (*lines, say("outside_links")))


def api(mcp: bool) -> str:
    names = "".join(f"<dt><code>/{name}</code></dt><dd>{escape(say(f'api_{name}'))}</dd>" for name in API_NAMES)
    return f"<p>{escape(say('api_lead'))}</p><dl>{names}</dl><p>{escape(say('api_mcp_on' if mcp else 'api_mcp_off'))}</p>"


def about() -> str:
    text = NOTICE.read_text(encoding="utf-8")
    return (
        f'<details class="numbers"><summary>{escape(say("notice"))}</summary><pre class="notice">{escape(text)}</pre></details>'
    )
