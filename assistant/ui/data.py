"""The page データと設定: sources, robustness, text index, language model, what leaves the machine, licences."""

import os
import socket
from collections.abc import Callable
from functools import cached_property
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from analytics import Divide, Figure, provenance
from analytics.divide.robustness import CHECK_LABELS, CHECKS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.figure import POINTS, display_value
from assistant.history import default_home
from assistant.ui.forms import page_head, table
from assistant.ui.pages import Page, Parameters
from assistant.ui.papers import PapersPage
from assistant.ui.wording import words_of
from index.errors import RetrievalError
from index.store import current_folder, read_manifest
from index.store import default_home as index_home

say = words_of("data")
NAME = "data"
NOTICE = Path(__file__).resolve().parents[2] / "NOTICE"
API_NAMES = ("ask", "lookup_figure", "search_papers", "roi", "phrases")
PATIENCE = 5  # seconds that the connection test waits
PORTS = {"http": 80, "https": 443}


class DataPage:
    """Reads what is shipped and configured; `warmth` says how far the text index has been loaded."""

    def __init__(self, divide: Divide, papers: PapersPage, warmth: Callable[[], str], mcp: bool):
        self.divide, self.library, self.warmth, self.mcp = divide, papers, warmth, mcp

    def page(self) -> Page:
        return Page(NAME, self.whole, act=self.act)

    def whole(self, parameters: Parameters) -> str:
        sections = (
            ("sources", self.sources()), ("robust", f"<p>{escape(say('robust_lead'))}</p>{self.robustness}"), ("index", self.index()),
            ("model", model()), ("outside", outside()), ("kept", kept()), ("api", api(self.mcp)), ("about", about()),
        )  # fmt: skip
        body = "".join(f'<section id="{name}"><h3>{escape(say(f"{name}_title"))}</h3>{html}</section>' for name, html in sections)
        return page_head(say("title"), say("lead")) + f'<div class="settings">{body}</div>'

    def sources(self) -> str:
        manifest = provenance.read_manifest(self.divide.counts.folder)
        source = self.divide.counts.source
        corpus = self.library.corpus
        return rows(
            [
                ("source", source.citation), ("licence", source.licence), ("snapshot", source.snapshot), ("url", source.url),
                ("papers", say("papers_value", papers=f"{manifest['papers']:,}", venues=manifest["venues"])),
                ("years", say("years_value", first=MAIN_FIRST, last=MAIN_LAST)), ("version", source.file_hash),
                ("corpus", say("corpus_value", papers=len(corpus.papers), terms=len(corpus.glossary))),
            ]
        )  # fmt: skip

    @cached_property
    def robustness(self) -> str:
        """Headline figures by check; it takes a moment to compute and never changes while the app runs."""
        return robustness_table(self.divide.robustness())

    def index(self) -> str:
        state = [("index_state", say(f"index_{self.warmth()}"))]
        try:
            manifest = read_manifest(current_folder(index_home()))
        except RetrievalError:
            return rows(state) + f"<p>{escape(say('index_none'))}</p>"
        built = [("index_model", manifest.model), ("index_count", say("index_count_value", count=f"{manifest.count:,}"))]
        return rows([*state, *built]) + f"<p>{escape(say('index_rebuild'))}</p>"

    def act(self, parameters: Parameters, browser: str) -> str:
        return f'<p role="status">{escape(connection_test())}</p>'


def robustness_table(figures: list[Figure]) -> str:
    """One row a headline figure, one column a check."""
    lines: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        lines.setdefault(figure.parts.get("headline") or figure.id, {})[figure.slice["check"]] = figure
    rows = [[base(checks).label_ja, *(cell(checks.get(check)) for check in CHECKS)] for checks in lines.values()]
    return table([say("robust_figure"), *(CHECK_LABELS[check] for check in CHECKS)], rows)


def base(checks: dict[str, Figure]) -> Figure:
    return checks.get("base") or next(iter(checks.values()))


def cell(figure: Figure | None) -> str:
    """The value, for 「会議を1つずつ除く」 the range; empty where a check does not apply."""
    if figure is None:
        return ""
    if figure.slice["check"] == "leave_one_out" and figure.low is not None:
        low, high = (display_value(end, figure.unit, signed=figure.unit == POINTS) for end in (figure.low, figure.high))
        return say("robust_span", low=low, high=high)
    return figure.display


def rows(pairs: list[tuple[str, str]]) -> str:
    """A list of names and values; addresses and file names wrap."""
    return "<dl>" + "".join(f"<dt>{escape(say(name))}</dt><dd>{escape(value)}</dd>" for name, value in pairs) + "</dl>"


def model_address() -> str:
    return os.environ.get("LLM_BASE_URL") or say("model_default_address")


def model() -> str:
    name = os.environ.get("LLM_MODEL")
    pairs = [("model_mode", say("model_online", model=name) if name else say("model_offline"))]
    pairs += [("model_address", model_address())] if name else []
    test = f'<form class="act"><button type="submit" class="tool">{escape(say("model_test"))}</button><output></output></form>'
    return f"{rows(pairs)}<p>{escape(say('model_how'))}</p>{test}"


def connection_test() -> str:
    """Whether the configured address can be reached; nothing is sent. Without a model there is nothing to try."""
    if not os.environ.get("LLM_MODEL"):
        return say("test_none")
    address = urlsplit(os.environ.get("LLM_BASE_URL", ""))
    if not address.hostname:
        return say("test_failed", address=model_address(), reason="LLM_BASE_URL")
    try:
        with socket.create_connection((address.hostname, address.port or PORTS.get(address.scheme, 443)), PATIENCE):
            return say("test_reached", address=model_address())
    except OSError as error:
        return say("test_failed", address=model_address(), reason=error)


def outside() -> str:
    first = say("outside_model", address=model_address()) if os.environ.get("LLM_MODEL") else say("outside_none")
    return "".join(f"<p>{escape(line)}</p>" for line in (first, say("outside_links")))


def kept() -> str:
    return rows([("kept_place", str(default_home()))]) + "".join(
        f"<p>{escape(say(name))}</p>" for name in ("kept_talks", "kept_browser")
    )


def api(mcp: bool) -> str:
    names = "".join(f"<dt><code>/{name}</code></dt><dd>{escape(say(f'api_{name}'))}</dd>" for name in API_NAMES)
    return f"<p>{escape(say('api_lead'))}</p><dl>{names}</dl><p>{escape(say('api_mcp_on' if mcp else 'api_mcp_off'))}</p>"


def about() -> str:
    text = NOTICE.read_text(encoding="utf-8")
    return (
        f'<details class="numbers"><summary>{escape(say("notice"))}</summary><pre class="notice">{escape(text)}</pre></details>'
    )
