"""The list of conversations in its dialog: search, rename, delete, export, and opinions about answers."""

import logging
from collections.abc import Callable
from datetime import datetime
from html import escape

import gradio as gr

from assistant.ui.pages import Parameters, cleaned, guarded
from assistant.ui.roles import browser_id
from assistant.ui.talks import TalkStore, TalksUnavailable
from assistant.ui.wording import word

log = logging.getLogger("rashinban.ui")


class TalkList:
    """What the dialog's script calls; every call is about the browser's own conversations only."""

    def __init__(self, talks: TalkStore):
        self.talks = talks

    def calls(self) -> list[Callable]:
        """The functions for the header's component."""

        def talk_list(raw: dict, request: gr.Request) -> dict:
            return guarded(self.list_html, cleaned(raw), browser_id(request))

        def talk_act(raw: dict, request: gr.Request) -> dict:
            return guarded(self.act, cleaned(raw), browser_id(request))

        return [talk_list, talk_act]

    def list_html(self, parameters: Parameters, owner: str) -> str:
        """The owner's conversations that hold the words, the latest first."""
        try:
            talks = self.talks.list(owner, parameters.get("q", "")) if owner else ()
        except TalksUnavailable as error:
            log.warning("the conversations were not read: %s", error)
            return f'<p class="problem" role="alert">{escape(word("talks_unavailable"))}</p>'
        if not talks:
            return f'<p role="status">{escape(word("talks_none"))}</p>'
        return "".join(entry(talk.id, talk.title, talk.changed) for talk in talks)

    def act(self, parameters: Parameters, owner: str) -> str:
        """Rename, delete, export or judge; what it returns is shown, or saved as a file for an export."""
        act, talk = parameters.get("act"), parameters.get("talk", "")
        if not owner:
            return ""
        if act == "rename" and parameters.get("title", "").strip():
            self.talks.rename(owner, talk, parameters["title"].strip())
        elif act == "delete":
            self.talks.delete(owner, talk)
        elif act == "export":
            return "\n\n---\n\n".join(f"# {turn.question}\n\n{turn.answer}" for turn in self.talks.exported(owner, talk))
        elif act == "judge":
            self.talks.judge(owner, parameters.get("turn", ""), parameters.get("liked") == "yes", parameters.get("reason", ""))
            return escape(word("judged"))
        return self.list_html({}, owner)


def entry(talk: str, title: str, changed: float) -> str:
    """One conversation with its buttons; what they are for is in their names."""
    when = datetime.fromtimestamp(changed)
    date = word("talk_date", month=when.month, day=when.day, time=f"{when:%H:%M}")
    buttons = "".join(
        f'<button type="button" class="tool" data-act="{act}" aria-label="{escape(word(f"talk_{act}_named", title=title))}">{escape(word(f"talk_{act}"))}</button>'
        for act in ("rename", "export", "delete")
    )
    return (
        f'<div class="talk" data-talk="{escape(talk)}" data-title="{escape(title)}"><button type="button" class="open-talk">{escape(title)}'
        f'<small>{escape(date)}</small></button><div class="tools">{buttons}</div></div>'
    )
