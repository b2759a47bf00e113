"""The page of the login, and the short pages of its refusals. They load nothing, so they need no other address to be open."""

import re
from html import escape
from urllib.parse import quote

from fastapi.responses import HTMLResponse, Response

from assistant.ui.wording import word
from prompts import render

NEXT, MOST_NEXT = re.compile(r"/(?:\?[A-Za-z0-9_.~%&=+*,:;@!/-]*)?"), 1000
STYLE = (
    "<style>body{font-family:sans-serif;max-width:22rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}"
    "label,input,button{display:block;width:100%;box-sizing:border-box;font-size:1rem}input,button{margin:.3rem 0 1rem;padding:.6rem}</style>"
)


def say(name: str, /, **values: object) -> str:
    return render("access", name, **values)


def login_page(problem: str = "", status: int = 200, on: str = "/", oidc: bool = False) -> Response:
    """The form, with what went wrong; `on` is where it leads, `oidc` offers the company's accounts."""
    elsewhere = f'<p><a href="/login/oidc?next={escape(quote(on, safe=""))}">{escape(say("oidc_button"))}</a></p>' if oidc else ""
    return framed(
        problem,
        f'{elsewhere}<form method="post" action="/login"><input type="hidden" name="next" value="{escape(on)}">'
        f'<label>{escape(say("login_name"))}<input name="username" autocomplete="username" required autofocus></label>'
        f'<label>{escape(say("login_password"))}<input name="password" type="password" autocomplete="current-password" required></label>'
        f'<button>{escape(say("login_button"))}</button></form>',
        status,
    )


def safe_next(text: str) -> str:
    """The page to open after the login: one of ours, never another site's, however a browser may read the text."""
    return text if len(text) <= MOST_NEXT and NEXT.fullmatch(text) else "/"


def framed(problem: str, body: str, status: int) -> Response:
    told = f'<p role="alert">{escape(problem)}</p>' if problem else ""
    return HTMLResponse(
        f'<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(say("login_title"))}</title>'
        f'{STYLE}<h1>{escape(word("product"))}</h1>{told}{body}</html>',
        status, headers={"cache-control": "no-store"},
    )  # fmt: skip
