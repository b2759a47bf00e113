"""What an answer offers to open or save: the form on its amounts, and the documents of its plans."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from analytics.roi.amounts import plain_number
from assistant.models import Answer


def offers_html(answer: Answer) -> str:
    """A link for each document and form of `Answer.actions`; empty for an answer that offers none."""
    links = [link for action in answer.actions if (link := link_of(action))]
    return f'<div class="tools offers">{"".join(links)}</div>' if links else ""


def link_of(action: Mapping) -> str:
    """One link; empty for what the turn offers in a place of its own (the answer as a file)."""
    if action["kind"] not in ("export", "form"):
        return ""
    query = urlencode({"strategy": action["strategy"], **{name: written(value) for name, value in action["changes"].items()}})
    if action["kind"] == "form":
        return f'<a class="tool inside" href="?screen=roi&amp;{escape(query)}">{escape(action["label"])}</a>'
    return f'<a class="tool" download href="page/plan/{escape(action["document"])}?{escape(query)}">{escape(action["label"])}</a>'


def written(value: float | str | bool) -> str:
    """A changed assumption as the page of plans reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else plain_number(value, 6).replace(",", "")
