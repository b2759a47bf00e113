"""On the page データと設定: the text index with its rebuilding, and what is kept with the ways to remove it."""

import logging
from collections.abc import Callable
from datetime import datetime
from html import escape

from assistant.store.deletion import retention_days
from assistant.ui.documents import OwnDocuments
from assistant.ui.forms import facts
from assistant.ui.jobs import Jobs, Progress
from assistant.ui.scenarios import ScenarioStore, ScenariosUnavailable
from assistant.ui.talks import Talks, TalksUnavailable
from assistant.ui.wording import word, words_of
from index.documents import DocumentError
from index.errors import RetrievalError
from index.messages import japanese
from index.store import current_folder, read_manifest
from index.store import default_home as index_home

say = words_of("data")
log = logging.getLogger("rashinban.ui")


class IndexState:
    """`warmth` says how far the text index has been loaded; `rebuild(progress)` builds it anew, uses it, and returns the number of passages."""

    def __init__(self, warmth: Callable[[], str], rebuild: Callable[[Progress], int], jobs: Jobs):
        self.warmth, self.rebuild, self.jobs = warmth, rebuild, jobs

    def html(self) -> str:
        state = [("index_state", say(f"index_{self.warmth()}"))]
        try:
            manifest = read_manifest(current_folder(index_home()))
            state += [("index_model", manifest.model), ("index_count", say("index_count_value", count=f"{manifest.count:,}"))]
            note = ""
        except RetrievalError:
            note = f"<p>{escape(say('index_none'))}</p>"
        return f"{facts(say, state)}{note}<p>{escape(say('index_rebuild'))}</p>{action('rebuild', say('index_button'))}"

    def start(self, owner: str) -> str:
        return self.jobs.start(owner, say("index_building"), self.work)

    def work(self, progress: Progress) -> str:
        try:
            count = self.rebuild(progress)
        except RetrievalError as error:
            log.warning("the index was not rebuilt: %s", error)
            return f'<p class="problem" role="alert">{escape(say("index_not_built", reason=japanese(error)))}</p>'
        return f'<p class="done" role="status">{escape(say("index_built", count=f"{count:,}"))}</p>'


class KeptThings:
    """What is kept of an owner on this machine, and for how long."""

    def __init__(self, talks: Talks, documents: OwnDocuments, scenarios: ScenarioStore, users: bool):
        self.talks, self.documents, self.scenarios, self.users = talks, documents, scenarios, users

    def html(self, owner: str) -> str:
        try:
            talks, records = (self.talks.list(owner), self.documents.library().list(owner)) if owner else ((), [])
            plans = self.scenarios.list(owner) if owner else ()
        except (TalksUnavailable, DocumentError, ScenariosUnavailable) as error:
            log.warning("what is kept was not read: %s", error)
            return f'<p class="problem" role="alert">{escape(word("talks_unavailable"))}</p>'
        since = datetime.fromtimestamp(min(talk.changed for talk in talks)) if talks else None
        counted = say("kept_talks_value", count=len(talks), year=since.year, month=since.month, day=since.day) if since else say("kept_none")
        pairs = [
            ("kept_place", self.place()), ("kept_talks_count", counted), ("kept_documents_count", say("kept_documents_value", count=len(records))),
            ("kept_scenarios_count", say("kept_scenarios_value", count=len(plans), names="、".join(plan.name for plan in plans)) if plans else say("kept_none")),
            ("kept_until", say("kept_until_days", days=days) if (days := retention_days()) else say("kept_until_value")),
        ]  # fmt: skip
        lines = "".join(f"<p>{escape(say(name))}</p>" for name in ("kept_talks", "kept_browser"))
        leave = f'<p><a class="tool" href="logout">{escape(word("logout"))}</a></p>' if self.users else ""
        deletes = "".join(asked_twice(name) for name, found in (("forget", talks), ("forget_scenarios", plans)) if found)
        return f"{facts(say, pairs)}{lines}{deletes}{leave}"

    def place(self) -> str:
        """The folder, and beside it the database where that is a server."""
        store = self.talks.database
        return say("kept_place_server", server=store.place, folder=store.home) if store.on_server else str(store.home)

    def forget(self, owner: str) -> str:
        """Delete all conversations of the owner, with opinions; a sentence on how many."""
        try:
            talks = self.talks.list(owner) if owner else ()
            for talk in talks:
                self.talks.delete(owner, talk.id)
        except TalksUnavailable as error:
            log.warning("conversations not deleted: %s", error)
            return f'<p class="problem" role="alert">{escape(word("talks_unavailable"))}</p>'
        return f'<p class="done" role="status">{escape(say("forgotten", count=len(talks)))}</p>'

    def forget_scenarios(self, owner: str) -> str:
        """Delete all saved ROI scenarios of the owner; a sentence on how many."""
        try:
            plans = self.scenarios.list(owner) if owner else ()
            for plan in plans:
                self.scenarios.delete(owner, plan.id)
        except ScenariosUnavailable as error:
            log.warning("scenarios not deleted: %s", error)
            return f'<p class="problem" role="alert">{escape(word("talks_unavailable"))}</p>'
        return f'<p class="done" role="status">{escape(say("forgotten_scenarios", count=len(plans)))}</p>'


def asked_twice(name: str) -> str:
    """The form of one button behind a first one that says what it will delete."""
    return (
        f'<details class="sure"><summary class="tool">{escape(say(name))}</summary><p>{escape(say(f"{name}_note"))}</p>'
        f'{action(name, say(f"{name}_sure"))}</details>'
    )


def action(name: str, label: str) -> str:
    """A form of one button."""
    return (
        f'<form class="act"><input type="hidden" name="act" value="{name}"><button type="submit" class="tool">{escape(label)}</button><output></output></form>'
    )
