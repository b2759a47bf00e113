"""One card for each citation: where a number comes from and how to read it, or the passage itself.

A card names under `data-more` what is fetched when it is opened: a chart, the passage in its surroundings, a page's picture.
"""

import re
from html import escape
from urllib.parse import urlencode, urlsplit

from analytics import Figure
from analytics.divide.caveats import snapshot_label
from analytics.figure import POINTS, display_value
from assistant.models import Answer, Citation
from assistant.ui.figure_builder import choice_of
from assistant.ui.forms import link
from assistant.ui.wording import word

HASH_CHARACTERS = 12
LONGEST_QUOTE = 400  # characters of a passage that its place is looked up by
PAGE = re.compile(r"(\d+)ページ")


def cards_html(answer: Answer) -> str:
    """All cards of an answer; the page's script shows one of them in the evidence panel."""
    figures = {figure.id: figure for figure in answer.figures}
    return "".join(card_html(citation, figures.get(citation.id)) for citation in answer.citations)


def card_html(citation: Citation, figure: Figure | None) -> str:
    body = figure_card(figure) if figure is not None else passage_card(citation)
    return (
        f'<section class="card" data-card="{citation.n}" data-title="{escape(word("evidence_title", n=citation.n))}">'
        f'<p class="kind">{escape(word(f"kind_{citation.kind}"))}</p>'
        f"<h3>{escape(figure.label_ja if figure is not None else citation.title)}</h3>{body}{link_html(citation.url)}</section>"
    )


def more(path: str, **parameters: str) -> str:
    """The place of what is fetched when the card is opened."""
    return f'<div class="more-evidence" data-more="page/evidence/{path}?{escape(urlencode(parameters))}"></div>'


# -- figures ----------------------------------------------------------------------------------------------------------


def figure_card(figure: Figure) -> str:
    """Value, meaning and interval, then the years around it as a chart, caveats, method, source, and the link that stays."""
    choice = choice_of(figure)
    chart = more("chart", **choice.parameters()) if choice else ""
    value, *rows = figure_parts(figure)
    return f"{value}{definition_list(rows[:4])}{chart}{definition_list(rows[4:])}{permanent(figure.id)}"


def permanent(figure_id: str) -> str:
    """The figure's own address: to open and to hand on."""
    address = "?" + urlencode({"screen": "figures", "q": figure_id})
    return (
        f'<p class="tools">{link("figures", word("permanent_open"), "tool inside", q=figure_id)}'
        f'<button type="button" class="tool permalink" data-link="{escape(address)}">{escape(word("permanent_copy"))}</button></p>'
    )


def figure_rows(figure: Figure, without_value: bool = False) -> str:
    """Value first (unless it stands elsewhere), then what it means, how sure it is, how it was computed and from what."""
    value, *rows = figure_parts(figure)
    return f"{'' if without_value else value}{definition_list(rows)}"


def figure_parts(figure: Figure) -> list:
    """HTML of the value, then (name of the heading, HTML) of definition, period, n, interval, caveats, method, source, id."""
    source = figure.source
    licence = word("field_licence", licence=source.licence, snapshot=snapshot_label(source.snapshot))
    return [
        f'<p class="value">{escape(figure.display)}</p>',
        ("field_definition", escape(figure.definition_ja)),
        ("field_period", escape(figure.period)),
        ("field_n", escape(counted(figure))),
        ("field_interval", escape(interval(figure))),
        ("field_caveats", bullets(figure.caveats_ja)),
        ("field_method", escape(figure.method_ja)),
        ("field_source", f"{escape(source.citation)}<br>{escape(licence)}"),
        ("field_id", f"<code>{escape(figure.id)}</code><br><small>SHA-256 {escape(source.file_hash[:HASH_CHARACTERS])}…</small>"),
    ]


def counted(figure: Figure) -> str:
    """「論文 10,658本」; models for a figure about models."""
    return word("field_n_models" if figure.slice.get("source") == "epoch" else "field_n_value", n=f"{figure.n:,}")


def interval(figure: Figure) -> str:
    """「+0.9ポイント 〜 +3.0ポイント」, empty when the figure has no interval."""
    if figure.low is None or figure.high is None:
        return ""
    low, high = (display_value(end, figure.unit, signed=figure.unit == POINTS) for end in (figure.low, figure.high))
    return word("field_interval_value", low=low, high=high)


# -- passages ---------------------------------------------------------------------------------------------------------


def passage_card(citation: Citation) -> str:
    """The quoted sentences, where they stand, and what stands around them."""
    quote = f"<blockquote><mark>{escape(citation.quote)}</mark></blockquote>" if citation.quote else ""
    rows = definition_list([("field_quote", quote), ("field_locator", escape(citation.locator))])
    kinds = {"paper": "passage", "glossary": "passage", "document": "document"}
    if citation.kind not in kinds or not citation.quote:
        return rows
    return rows + more(kinds[citation.kind], id=citation.id, quote=citation.quote[:LONGEST_QUOTE], **page_of(citation)) + source_link(citation)


def page_of(citation: Citation) -> dict[str, str]:
    """{"page": number} of a passage in a PDF."""
    found = PAGE.fullmatch(citation.locator)
    return {"page": found[1]} if found and citation.kind == "document" and citation.title.lower().endswith(".pdf』") else {}


def source_link(citation: Citation) -> str:
    """The link that stays: the paper's summary, or the owner's document."""
    source = citation.id.partition("#")[0]
    if citation.kind == "paper":
        return f'<p class="tools">{link("papers", word("open_paper"), "tool inside", paper=source)}</p>'
    return f'<p class="tools">{link("papers", word("open_document"), "tool inside", document=source)}</p>' if citation.kind == "document" else ""


# -- parts ------------------------------------------------------------------------------------------------------------


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
