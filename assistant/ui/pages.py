"""Pages that open when they are first looked at: each is pure functions of its parameters, and Gradio only carries the calls.

A page's parameters are what its share link holds (`?screen=figures&metric=firm_share`): text by name.
"""

import logging
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

import gradio as gr

from assistant.ui.wording import word

Parameters = Mapping[str, str]
BROWSER_COOKIE = "rashinban_browser"
MOST_PARAMETERS, LONGEST_VALUE = 120, 2_000
log = logging.getLogger("rashinban.ui")


@dataclass(frozen=True)
class Page:
    """One page. `whole` renders it, `part` only what changes while its form is filled in; `act` does something (add, remove, test)
    and returns a sentence. All take the parameters; `act` also the browser's id, which a page with `act` finds under "browser".
    """

    name: str
    whole: Callable[[Parameters], str]
    part: Callable[[Parameters], str] | None = None
    act: Callable[[Parameters, str], str] | None = None


def cleaned(raw: object) -> dict[str, str]:
    """What came from the browser as short texts by name; anything else is dropped."""
    if not isinstance(raw, Mapping):
        return {}
    kept = [(str(name), value[:LONGEST_VALUE]) for name, value in raw.items() if isinstance(value, str) and value != ""]
    return dict(kept[:MOST_PARAMETERS])


def guarded(render: Callable[..., str], *arguments) -> dict[str, str]:
    """{"html": …}; a failure becomes a sentence with an id that the log explains."""
    try:
        return {"html": render(*arguments)}
    except Exception:
        error_id = uuid.uuid4().hex[:8]
        log.exception("a page failed (%s)", error_id)
        return {"html": f'<p class="problem" role="alert">{escape(word("unexpected", error_id=error_id))}</p>'}


def browser_id(request: gr.Request | None) -> str:
    """The random id in the browser's cookie, "" when it has none."""
    cookies = getattr(request, "cookies", None) or {}
    return cookies.get(BROWSER_COOKIE, "")


def page_component(page: Page) -> gr.HTML:
    """The empty place of a page with its calls; the script fills it when the page is first shown."""

    def page_open(raw: dict, request: gr.Request) -> dict:
        own = {"browser": browser_id(request)} if page.act else {}
        return guarded(page.whole, {**cleaned(raw), **own})

    def page_live(raw: dict) -> dict:
        return guarded(page.part or page.whole, cleaned(raw))

    def page_act(raw: dict, request: gr.Request) -> dict:
        return guarded(page.act, cleaned(raw), browser_id(request))

    calls = [page_open, page_live] + ([page_act] if page.act else [])
    return gr.HTML(
        f'<p class="working" role="status">{escape(word("opening"))}</p>', elem_id=f"page-{page.name}", elem_classes="page",
        apply_default_css=False, server_functions=calls,
        js_on_load=f"window.rashinban.pages.attach(element, '{page.name}', server, upload)",
    )  # fmt: skip
