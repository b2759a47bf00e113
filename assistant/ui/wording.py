"""Japanese strings of the screens, from `prompts/ui.yaml`."""

from collections.abc import Callable

from prompts import render


def word(name: str, /, **values: object) -> str:
    """One string of the screens. Raises PromptError for an unknown name or wrong variables."""
    return render("ui", name, **values)


def script_words() -> dict[str, str]:
    """The strings that the page's own script shows."""
    names = (
        "send", "copied", "answer_ready", "plotly_error", "page_title", "product", "no_answer_from_server", "link_copied", "opening",
        "working", "question_heading", "connection_was_lost", "talk_rename_ask", "talk_delete_sure", "attach_sending", "attach_too_large", "attach_not_sent",
        *(f"page_{name}" for name in ("chat", "figures", "papers", "roi", "phrases", "data")),
    )  # fmt: skip
    return {name: word(name) for name in names} | {"earlier_turns": word("earlier_turns", count="{count}")}


def words_of(page: str) -> Callable[..., str]:
    """The strings of one page, from `prompts/ui/<page>.yaml`, as a function of name and variables."""

    def say(name: str, /, **values: object) -> str:
        return render(f"ui/{page}", name, **values)

    return say
