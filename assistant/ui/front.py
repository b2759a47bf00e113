"""The first document a browser gets, made ours: Japanese, our own style and script ahead of Gradio's, and a first view to read at once.

Gradio's page is empty until its scripts have run, and puts scripts of `head` in so late that parts of the page may come before them.
"""

import re
from collections.abc import Callable
from html import escape

from fastapi import Request

from assistant.ui import layout, theme
from assistant.ui.roles import role_of
from assistant.ui.wording import word

META = re.compile(r'\s*<meta\s+(?:property="og:|name="twitter:)[^>]*>')
MODULE = re.compile(r'<script type="module"')
# Before anything is drawn: dark or light as last chosen, and no welcome where another page was asked for.
EARLY = """(() => {
  const chosen = localStorage.getItem("rashinban-theme"), device = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.body.classList.toggle("dark", (chosen || device) === "dark");
  const screen = new URLSearchParams(location.search).get("screen"), link = document.querySelector(`#first-view a[data-page="${CSS.escape(screen || "chat")}"]`);
  if (!screen || !link || screen === "chat") return;
  document.querySelector("#first-view .welcome").remove();
  document.querySelector("#first-view a[aria-current]").removeAttribute("aria-current");
  link.setAttribute("aria-current", "page");
})();"""


class FrontPage:
    """ASGI middleware for the document at /; everything else passes by."""

    def __init__(self, app, examples: tuple[str, ...], welcome: Callable[[tuple[str, ...]], str]):
        self.app, self.view = app, first_view(welcome(examples))

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            return await self.app(scope, receive, send)
        scope = {**scope, "headers": [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]}
        start, pieces = None, []

        async def gathered(message):
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                return await send(message)
            pieces.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body, headers = b"".join(pieces), dict(start["headers"])
            if headers.get(b"content-type", b"").startswith(b"text/html"):
                body = self.ours(body.decode(), role_of(Request(scope))).encode()
                headers[b"content-length"] = str(len(body)).encode()
            await send({**start, "headers": [(name, headers[name]) if name == b"content-length" else (name, value) for name, value in start["headers"]]})
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, gathered)

    def ours(self, page: str, role: str) -> str:
        """Gradio's document with our parts, and the reader's role, by which the style sheet hides what is not theirs to use. Raises ValueError where it is built in another way than expected."""
        for part in ('lang="en"', "<gradio-app"):
            if page.count(part) != 1:
                raise ValueError(f"Gradio's page has {page.count(part)} times {part!r}")
        if not MODULE.search(page):
            raise ValueError("Gradio's page has no module script")
        page = META.sub("", page.replace('lang="en"', f'lang="ja" data-role="{role}"'))
        page = MODULE.sub(lambda found: theme.head() + found[0], page, count=1)
        return page.replace("<gradio-app", f"{self.view}<script>{EARLY}</script><gradio-app")


def first_view(welcome: str) -> str:
    """Name, pages and welcome, to be read but not used; the page's script removes it when the real ones are there."""
    return (
        f'<div id="first-view" class="gradio-container" inert aria-hidden="true"><div class="main"><div id="header"><header class="top"><p class="name"><strong>{escape(word("product"))}</strong>'
        f'<span>{escape(word("tagline"))}</span></p></header>{layout.navigation()}</div><div id="page-chat">{welcome}</div></div></div>'
    )
