"""The fixed parts around the conversation: header, evidence panel, notice, footer."""

from html import escape

from assistant.llm import Settings
from assistant.ui.documents import Attached
from assistant.ui.talks import new_id
from assistant.ui.wording import word


def attach(event: str) -> str:
    """Script that binds a part of the page to page.js; `event` is the Gradio event its buttons send."""
    return f"window.rashinban.attach(element, detail => trigger('{event}', detail), '{event}', watch, props)"


def attach_header() -> str:
    """The same for the header, whose script also lists the conversations."""
    events = ", ".join(f"'{event}': detail => trigger('{event}', detail)" for event in ("stop", "restore", "renew"))
    return f"{attach('renew')}; window.rashinban.talks.attach({{{events}}}, server)"


PAGES = ("chat", "figures", "papers", "roi", "phrases", "data")


def navigation() -> str:
    """Links to the pages, with a shorter name for a narrow screen. Each works as an address of its own."""
    links = "".join(
        f'<a class="inside" data-page="{name}" href="?screen={name}"{" aria-current=" + chr(34) + "page" + chr(34) if name == PAGES[0] else ""}>'
        f'<span class="long">{escape(word(f"page_{name}"))}</span><span class="short">{escape(word(f"page_{name}_short"))}</span></a>'
        for name in PAGES
    )
    return f'<nav class="pages" aria-label="{escape(word("pages"))}">{links}</nav>'


def header(settings: Settings | None = None) -> str:
    """Name, buttons, whether a language model writes, pages, and the panel that the citation marks open."""
    theme, renew, talks, close = (
        escape(word(name)) for name in ("theme_button", "renew_button", "talks_button", "evidence_close")
    )
    return (
        f'<header class="top"><h1 class="name"><strong>{escape(word("product"))}</strong><span>{escape(word("tagline"))}</span></h1>'
        f'<div class="actions">{writer_link(settings)}<button type="button" class="tool talks">{talks}</button>'
        f'<button type="button" class="tool renew">{renew}</button>'
        f'<button type="button" class="tool theme" aria-label="{theme}" title="{theme}">◐</button></div></header>{navigation()}'
        '<dialog id="evidence" aria-labelledby="evidence-title"><div class="bar"><h2 id="evidence-title" tabindex="-1"></h2>'
        f'<button type="button" class="tool close">{close}</button></div><div class="content"></div></dialog>'
        f"{talks_dialog()}"
        '<p id="announcement" class="hidden" role="status"></p>'
    )


def writer_link(settings: Settings | None) -> str:
    """Who writes the answers, as a link to what is sent where."""
    name = "writer_offline" if settings is None else "writer_model"
    return f'<a class="inside writer" href="?screen=data" title="{escape(word("writer_title"))}">{escape(word(name))}</a>'


def talks_dialog() -> str:
    """The list of conversations, filled when it is opened."""
    title, close, search = (escape(word(name)) for name in ("talks_title", "evidence_close", "talks_search"))
    return (
        f'<dialog id="talks" aria-labelledby="talks-title"><div class="bar"><h2 id="talks-title" tabindex="-1">{title}</h2>'
        f'<button type="button" class="tool close-talks">{close}</button></div><div class="content">'
        f'<label class="field"><span>{search}</span><input type="search" name="q" autocomplete="off"></label><div class="list"></div></div></dialog>'
    )


def attach_notice() -> str:
    """Script of the place for gentle sentences."""
    return "window.rashinban.turns.attachNotice(element, watch)"


def asked() -> str:
    """Script that runs when a question leaves the box, on what is sent: (text, state)."""
    return "(text, state) => { window.rashinban.turns.askedFromBox(text); return [text, state]; }"


def not_answered() -> str:
    """Script for a question that the server did not answer."""
    return "() => window.rashinban.turns.failed()"


def turns(most: int) -> str:
    """The place of at most so many turns, which the page's script fills."""
    return f'<div class="turns" data-most="{most}"></div>'


def stop_button() -> str:
    """Shown by the script while an answer is being written."""
    return f'<button type="button" id="stop" class="tool" hidden>{escape(word("stop"))}</button>'


def attach_documents() -> str:
    """Script of the button that puts documents into the conversation."""
    return "window.rashinban.talks.attachDocuments(element, detail => trigger('attach', detail), server, upload)"


def attach_button(accepted: str) -> str:
    """Takes files; what happens to each is told above it, in `told`."""
    label = escape(word("attach_label"))
    return (
        f'<label class="tool upload" title="{label}"><span aria-hidden="true">{escape(word("attach"))}</span>'
        f'<input type="file" class="add" multiple accept="{escape(accepted)}" aria-label="{label}"></label>'
    )


def told() -> str:
    """The place for what happens to files that are being put into the conversation, and for stopping an answer."""
    return f'<output class="told"></output>{stop_button()}'


def attached(documents: tuple[Attached, ...]) -> str:
    """The documents in the conversation, and a first question about the last one."""
    if not documents:
        return ""
    names = "".join(
        f'<li>{escape(one.name)} <button type="button" class="detach" data-document="{escape(one.id)}" aria-label="{escape(word("detach", name=one.name))}">×</button></li>'
        for one in documents
    )
    question = escape(word("attached_question"))
    return (
        f'<div class="documents"><ul aria-label="{escape(word("attached"))}">{names}</ul>'
        f'<button type="button" class="chip ask" data-question="{question}">{question}</button></div>'
    )


def notice(text: str, back: str = "") -> str:
    """A gentle sentence above the question box, and text that the script puts back into it. No two are the same: each is told and put back anew."""
    return f'<p role="alert" data-back="{escape(back)}" data-id="{new_id()}">{escape(text)}</p>' if text else ""


def footer(attribution: str, settings: Settings | None = None) -> str:
    """Where the numbers come from and what leaves the machine."""
    return f"<footer><p>{escape(word('attribution', citation=attribution))}</p><p>{escape(privacy(settings))}</p></footer>"


def privacy(settings: Settings | None) -> str:
    if settings is None:
        return word("privacy")
    return word("privacy_local", model=settings.model) if settings.local else word("privacy_model", model=settings.model, host=settings.host)
