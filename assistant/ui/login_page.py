"""The page of the login, and the short pages of its refusals. They load nothing, so they need no other address to be open."""

from html import escape

from fastapi.responses import HTMLResponse, Response

from assistant.ui.wording import word
from prompts import render

STYLE = (
    "<style>body{font-family:sans-serif;max-width:22rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}"
    "label,input,button{display:block;width:100%;box-sizing:border-box;font-size:1rem}input,button{margin:.3rem 0 1rem;padding:.6rem}</style>"
)


def say(name: str, /, **values: object) -> str:
    return render("access", name, **values)


def login_page(problem: str = "", status: int = 200) -> Response:
    """The form, with what went wrong."""
    return framed(
        problem,
        f'<form method="post" action="/login"><label>{escape(say("login_name"))}<input name="username" autocomplete="username" required autofocus></label>'
        f'<label>{escape(say("login_password"))}<input name="password" type="password" autocomplete="current-password" required></label>'
        f'<button>{escape(say("login_button"))}</button></form>',
        status,
    )


def framed(problem: str, body: str, status: int) -> Response:
    told = f'<p role="alert">{escape(problem)}</p>' if problem else ""
    return HTMLResponse(
        f'<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(say("login_title"))}</title>'
        f'{STYLE}<h1>{escape(word("product"))}</h1>{told}{body}</html>',
        status, headers={"cache-control": "no-store"},
    )  # fmt: skip
