"""The look: one style sheet, one script, Gradio's own parts coloured by the same variables. No font is fetched from anywhere."""

import hashlib
import json
from html import escape
from pathlib import Path

import gradio as gr

from assistant.ui.wording import script_words, word

ASSETS = Path(__file__).parent / "assets"
SANS = (
    "Hiragino Sans", "Hiragino Kaku Gothic ProN", "BIZ UDPGothic", "Yu Gothic UI", "Yu Gothic", "Noto Sans JP",
    "Noto Sans CJK JP", "Meiryo", "sans-serif",
)  # fmt: skip
MONO = ("SFMono-Regular", "Consolas", "Noto Sans Mono CJK JP", "monospace")
PARTS = {
    "body_background_fill": "var(--paper)",
    "body_text_color": "var(--ink)",
    "background_fill_primary": "var(--paper)",
    "block_background_fill": "transparent",
    "block_border_width": "0px",
    "block_shadow": "none",
    "input_background_fill": "var(--sheet)",
    "input_border_color": "var(--line)",
    "input_border_color_focus": "var(--accent)",
    "input_placeholder_color": "var(--ink-soft)",
}


def theme() -> gr.themes.Base:
    """Gradio's plain theme with the variables of style.css, the same in light and dark (the variables themselves change)."""
    base = gr.themes.Base(font=list(SANS), font_mono=list(MONO))
    return base.set(**PARTS, **{f"{name}_dark": value for name, value in PARTS.items() if name != "block_border_width"})


STYLES, SCRIPTS = ("style.css", "pages.css"), ("page.js", "turns.js", "pages.js", "talks.js")


def style_sheet() -> str:
    return "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in STYLES)


def script() -> str:
    """All scripts as one file: two would arrive in any order."""
    return "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)


def head() -> str:
    """What the document's <head> gets ahead of Gradio's scripts; the addresses change with the content."""
    words = json.dumps(script_words(), ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<title>{escape(word("page_title"))}</title><meta name="description" content="{escape(word("page_description"))}"><meta name="color-scheme" content="light dark">'
        f'<link rel="stylesheet" href="page/rashinban.css?v={digest(style_sheet())}"><script>window.rashinbanWords = {words};</script>'
        f'<script defer src="page/rashinban.js?v={digest(script())}"></script>'
    )


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
