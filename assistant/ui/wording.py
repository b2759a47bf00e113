"""Japanese strings of the screens, from `prompts/ui.yaml`."""

from prompts import render


def word(name: str, **values: object) -> str:
    """One string of the screens. Raises PromptError for an unknown name or wrong variables."""
    return render("ui", name, **values)


def script_words() -> dict[str, str]:
    """The strings that the page's own script shows."""
    return {name: word(name) for name in ("send", "copied", "answer_ready", "plotly_save", "plotly_error", "theme_button")}
