"""One card for each citation: where a number comes from and how to read it, or the passage itself."""

from html import escape
from urllib.parse import urlsplit

from analytics import Figure
from analytics.divide.caveats import snapshot_label
from analytics.figure import POINTS, display_value
from assistant.models import Answer, Citation
from assistant.ui.wording import word

HASH_CHARACTERS = 12


def cards_html(answer: Answer) -> str:
    """All cards of an answer; the page's script shows one of them in the evidence panel."""
    figures = {figure.id: figure for figure in answer.figures}
    return "".join(card_html(citation, figures.get(citation.id)) for citation in answer.citations)


def card_html(citation: Citation, figure: Figure | None) -> str:
    body = figure_rows(figure) if figure is not None else passage_rows(citation)
    return (
        f'<section class="card" data-card="{citation.n}" data-title="{escape(word("evidence_title", n=citation.n))}">'
        f'<p class="kind">{escape(word(f"kind_{citation.kind}"))}</p>'
        f"<h3>{escape(figure.label_ja if figure is not None else citation.title)}</h3>{body}{link_html(citation.url)}</section>"
    )


def figure_rows(figure: Figure, without_value: bool = False) -> str:
    """Value first (unless it stands elsewhere), then what it means, how sure it is, how it was computed and from what."""
    source = figure.source
    licence = word("field_licence", licence=source.licence, snapshot=snapshot_label(source.snapshot))
    rows = [
        ("field_definition", escape(figure.definition_ja)),
        ("field_period", escape(figure.period)),
        ("field_n", escape(word("field_n_value", n=f"{figure.n:,}"))),
        ("field_interval", escape(interval(figure))),
        ("field_caveats", bullets(figure.caveats_ja)),
        ("field_method", escape(figure.method_ja)),
        ("field_source", f"{escape(source.citation)}<br>{escape(licence)}"),
        ("field_id", f"<code>{escape(figure.id)}</code><br><small>SHA-256 {escape(source.file_hash[:HASH_CHARACTERS])}…</small>"),
    ]
    value = "" if without_value else f'<p class="value">{escape(figure.display)}</p>'
    return f"{value}{definition_list(rows)}"


def interval(figure: Figure) -> str:
    """「+0.9ポイント 〜 +3.0ポイント」, empty when the figure has no interval."""
    if figure.low is None or figure.high is None:
        return ""
    low, high = (display_value(end, figure.unit, signed=figure.unit == POINTS) for end in (figure.low, figure.high))
    return word("field_interval_value", low=low, high=high)


def passage_rows(citation: Citation) -> str:
    quote = f"<blockquote>{escape(citation.quote)}</blockquote>" if citation.quote else ""
    return definition_list([("field_quote", quote), ("field_locator", escape(citation.locator))])


def definition_list(rows: list[tuple[str, str]]) -> str:
    """Rows of (name of the heading, HTML); a row without content is left out."""
    return "<dl>" + "".join(f"<dt>{escape(word(name))}</dt><dd>{html}</dd>" for name, html in rows if html) + "</dl>"


def bullets(lines: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>" if lines else ""


def link_html(url: str) -> str:
    """A link to the original for web addresses only; the page itself never opens it."""
    if urlsplit(url).scheme not in ("http", "https"):
        return ""
    return (
        f'<p class="origin"><a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(word("field_link"))}</a>'
        f"<br><small>{escape(url)}</small></p>"
    )
