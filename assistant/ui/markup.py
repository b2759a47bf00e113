"""Answer text (Markdown) → HTML that cannot carry anything else: no raw HTML, no images, no links, citation marks as buttons."""

import re
from collections.abc import Mapping
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from assistant.ui.wording import word
from prompts import render

CITATION = re.compile(r"【(\d{1,3})】")
# Marks with the character before and the punctuation after them, which stay on one line with them.
MARKS = re.compile(r"(?P<before>[^\s【】]?)(?P<marks>(?:【\d{1,3}】)+)(?P<after>[。、）」]?)")
STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
LABEL = re.compile(r"^\*\*([^*\n]{1,12})\*\*(?:\u3000|[ \t]*$)", re.MULTILINE)
SOURCES = LABEL.match(render("answers/layout", "sources"))[1]


def strong(state: StateInline, silent: bool) -> bool:
    """Inline rule for **bold**. CommonMark's own leaves the stars of 「は**「企業」**の」 standing: to it, 「 is punctuation."""
    match = STRONG.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        end = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = match.start(1), match.end(1)
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push("strong_close", "strong", -1)
    state.pos = match.end()
    return True


def text_html(tokens, index, options, env) -> str:
    """A run of text, escaped; 【n】 becomes a button when n is a citation of this answer, else it stays text."""
    text, titles = tokens[index].content, env["titles"]
    html, done = [], 0
    for match in MARKS.finditer(text):
        numbers = [int(number) for number in CITATION.findall(match["marks"])]
        if not titles.keys() >= set(numbers):
            continue
        buttons = "".join(button(number, titles[number]) for number in numbers)
        tied = f"{escape(match['before'])}{buttons}{escape(match['after'])}"
        html += [escape(text[done : match.start()]), f'<span class="tie">{tied}</span>']
        done = match.end()
    return "".join(html) + escape(text[done:])


def button(number: int, title: str) -> str:
    label = escape(word("citation_button", n=number, title=title))
    return f'<button type="button" class="cite" data-cite="{number}" aria-label="{label}">{number}</button>'


def heading_html(tokens, index, options, env) -> str:
    """A heading of an answer stands below the question, an h2. The list of sources is set smaller."""
    kind = ' class="sources"' if tokens[index + 1].content == SOURCES else ""
    return f"<{heading_level(tokens, index)}{kind}>"


def heading_end_html(tokens, index, options, env) -> str:
    return f"</{heading_level(tokens, index)}>\n"


def heading_level(tokens, index) -> str:
    return "h3" if tokens[index].tag in ("h1", "h2", "h3") else "h4"


def parser() -> MarkdownIt:
    """CommonMark with tables, reduced to what an answer may hold."""
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    markdown.disable(["image", "link", "autolink", "html_inline", "html_block", "reference", "code", "emphasis"])
    markdown.inline.ruler.after("backticks", "strong", strong)
    markdown.renderer.rules |= {"text": text_html, "heading_open": heading_html, "heading_close": heading_end_html}
    return markdown


MARKDOWN = parser()


def answer_html(text: str, titles: Mapping[int, str]) -> str:
    """Markdown → HTML. `titles` maps each citation's number to its title; marks of other numbers stay as text.

    A bold word alone on its line, or before a wide space, is a heading (**結論**).
    """
    return MARKDOWN.render(LABEL.sub("### \\1\n", text), {"titles": titles})


def split_sources(text: str) -> tuple[str, str]:
    """Markdown → what stands before the list of sources, and from it on ("" when there is none)."""
    start = next((label.start() for label in LABEL.finditer(text) if label[1] == SOURCES), len(text))
    return text[:start], text[start:]


def plain_text(text: str) -> str:
    """Markdown → what a reader pastes into a mail: emphasis and heading signs dropped, citation marks kept."""
    without_headings = re.sub(r"^#{1,6}\s+", "", text, flags=re.MULTILINE)
    bullets = re.sub(r"^(\s*)[-*]\s+", r"\1・", without_headings, flags=re.MULTILINE)
    return STRONG.sub(r"\1", bullets).strip()
