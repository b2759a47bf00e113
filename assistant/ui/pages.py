"""Pages that open when they are first looked at: each is pure functions of its parameters, and Gradio only carries the calls.

A page's parameters are what its share link holds (`?screen=figures&metric=firm_share`): text by name.
"""

import logging
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

import gradio as gr

from assistant.ui.roles import browser_id, refusal, role_of
from assistant.ui.wording import word

Parameters = Mapping[str, str]
OWN = ("browser", "role")  # parameters that only the server gives
MOST_PARAMETERS, LONGEST_VALUE = 120, 2_000
log = logging.getLogger("rashinban.ui")


@dataclass(frozen=True)
class Page:
    """One page. `whole` renders it, `part` only what changes while its form is filled in; `act` does something (add, remove, test)
    and returns a sentence. All take the parameters; `act` also the browser's id, which a page with `act` finds under "browser", with the
    role under "role".
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


def given(page: Page, raw: object, request: gr.Request) -> dict[str, str]:
    """The parameters of a call, with who asks where the page needs it; what the browser says about that is dropped."""
    own = {"browser": browser_id(request), "role": role_of(request)} if page.act else {}
    return {name: value for name, value in cleaned(raw).items() if name not in OWN} | own


def acted(name: str, act: Callable[[Parameters, str], str], raw: object, request: gr.Request) -> dict[str, str]:
    """What an act of the page `name` says, or why this person may not do it."""
    parameters = cleaned(raw)
    if told := refusal(name, parameters.get("act", ""), request):
        return {"html": f'<p class="problem" role="alert">{escape(told)}</p>'}
    return guarded(act, parameters, browser_id(request))


def page_component(page: Page) -> gr.HTML:
    """The empty place of a page with its calls; the script fills it when the page is first shown."""

    def page_open(raw: dict, request: gr.Request) -> dict:
        return guarded(page.whole, given(page, raw, request))

    def page_live(raw: dict, request: gr.Request) -> dict:
        return guarded(page.part or page.whole, given(page, raw, request))

    def page_act(raw: dict, request: gr.Request) -> dict:
        return acted(page.name, page.act, raw, request)

    calls = [page_open, page_live] + ([page_act] if page.act else [])
    return gr.HTML(
        f'<p class="working" role="status">{escape(word("opening"))}</p>', elem_id=f"page-{page.name}", elem_classes="page",
        apply_default_css=False, server_functions=calls,
        js_on_load=f"window.rashinban.pages.attach(element, '{page.name}', server, upload)",
    )  # fmt: skip
