"""Own documents on the page 論文: add, list, remove, and the extract of one. Each browser has its own."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from assistant.ui.forms import link, page_head
from assistant.ui.jobs import Jobs, Progress
from assistant.ui.pages import Parameters
from assistant.ui.wording import words_of
from index.documents import DocumentError, DocumentRecord
from index.errors import RetrievalError
from index.messages import japanese

say = words_of("papers")
ACCEPTED = ".pdf,.docx,.pptx,.xlsx,.txt,.md,.csv,.html,.htm"
Note = Callable[[str, str, str], None]
log = logging.getLogger("rashinban.ui")


@dataclass(frozen=True)
class Attached:
    """A document in a conversation."""

    id: str
    name: str


class OwnDocuments:
    """`library` opens the store of documents when it is first needed; `uploads` is the folder that uploads arrive in."""

    def __init__(self, library: Callable, uploads: Callable[[], str], jobs: Jobs, note: Note | None = None):
        """`note`: told (owner, what was done, document) for the audit."""
        self.note = note or (lambda owner, action, document: None)
        self.library, self.uploads, self.jobs = library, uploads, jobs

    def section(self, owner: str) -> str:
        """The form and the owner's documents."""
        try:
            records = self.library().list(owner) if owner else []
        except DocumentError as error:
            log.warning("documents not listed: %s", error)
            return f'<section class="own"><h3>{escape(say("own_title"))}</h3><p class="problem" role="alert">{escape(error.japanese)}</p></section>'
        lines = "".join(map(entry, records)) or f'<li class="empty">{escape(say("own_none"))}</li>'
        return (
            f'<section class="own"><h3>{escape(say("own_title"))}</h3><p>{escape(say("own_lead"))}</p><form class="documents">'
            f'<label class="tool main upload">{escape(say("own_add"))}<input type="file" class="add" multiple accept="{ACCEPTED}"></label> '
            f'<small>{escape(say("own_kinds"))}</small><output data-told="documents"></output></form><ul class="plain owned">{lines}</ul></section>'
        )

    def act(self, parameters: Parameters, owner: str) -> str:
        """Add an uploaded file (a job), tell how far that is, or remove a document; a sentence on what happened."""
        if not owner:
            return sentence(say("own_nobody"), "problem")
        if parameters.get("act") == "add":
            return self.add(parameters.get("path", ""), parameters.get("name", ""), owner)
        if parameters.get("act") == "job":
            return self.jobs.html(parameters.get("job", ""), owner)
        try:
            record = self.library().remove(parameters.get("document", ""), owner)
        except DocumentError as error:
            return sentence(error.japanese, "problem")
        self.note(owner, "document_removed", record.id)
        return sentence(say("own_removed", name=record.name))

    def add(self, path: str, name: str, owner: str) -> str:
        """Start taking an uploaded file in."""
        file = Path(path).resolve()
        if not file.is_relative_to(Path(self.uploads()).resolve()):  # the path comes from the browser: no other file may be read
            raise PermissionError(f"{path} is not an upload")
        return self.jobs.start(owner, say("own_reading", name=name), lambda progress: self.taken(file, name, owner, progress))

    def taken(self, file: Path, name: str, owner: str, progress: Progress) -> str:
        """Take a file in; a sentence with the document's id. The uploaded copy is gone afterwards."""
        try:
            record = self.library().add(file, name=name, owner=owner, progress=progress)
        except DocumentError as error:
            return sentence(say("own_failed", name=name, reason=error.japanese), "problem")
        except RetrievalError as error:
            return sentence(say("own_failed", name=name, reason=japanese(error)), "problem")
        finally:
            file.unlink(missing_ok=True)
        if record.outcome in ("added", "updated"):
            self.note(owner, f"document_{record.outcome}", record.id)
        counts = {"chunks": record.chunks} if record.outcome in ("added", "updated") else {}
        return sentence(say(f"own_{record.outcome}", name=record.name, **counts), document=record.id)

    def named(self, owner: str, ids: Iterable[str]) -> tuple[Attached, ...]:
        """The owner's documents of these ids, in their order; what is another's or gone is left out."""
        try:
            names = {record.id: record.name for record in self.library().list(owner)} if owner else {}
        except DocumentError as error:
            log.warning("documents not listed: %s", error)
            names = {}
        return tuple(Attached(id, names[id]) for id in ids if id in names)

    def digest(self, document: str, owner: str) -> str:
        """The extract of a document in its six sections."""
        try:
            record, digest = self.library().get(document, owner), self.library().digest(document, owner)
        except DocumentError as error:
            return sentence(error.japanese, "problem")
        sections = "".join(
            f"<section><h3>{escape(one.heading)}</h3>"
            + (
                "".join(f"<p>{escape(say('own_sentence', text=line.text, locator=line.locator))}</p>" for line in one.sentences)
                or f'<p class="empty">{escape(say("own_nothing"))}</p>'
            )
            + "</section>"
            for one in digest.sections
        )
        return f'<article class="paper">{page_head(record.title, say("own_label", label=digest.label))}{sections}</article>'


def sentence(text: str, kind: str = "done", document: str = "") -> str:
    """What happened, with the id of the document that it happened to."""
    return f'<p class="{kind}" role="{"alert" if kind == "problem" else "status"}" data-document="{escape(document)}">{escape(text)}</p>'


def day(moment: str) -> str:
    """A moment (ISO 8601, UTC) → its day here, 「2026年11月26日」."""
    date = datetime.fromisoformat(moment).astimezone()
    return say("day", year=date.year, month=date.month, day=date.day)


def entry(record: DocumentRecord) -> str:
    meta = say("own_meta", pages=record.pages, chunks=record.chunks, date=day(record.added_at))
    remove = (
        f'<form class="act" data-reopen="documents"><input type="hidden" name="act" value="remove"><input type="hidden" name="document" value="{escape(record.id)}">'
        f'<button type="submit" class="tool" aria-label="{escape(say("own_remove_named", name=record.name))}">{escape(say("own_remove"))}</button></form>'
    )
    return (
        f'<li><p>{escape(record.name)}<br><small>{escape(meta)}</small></p><span class="tools">'
        f"{link('papers', say('own_digest'), 'tool inside', document=record.id)}{remove}</span></li>"
    )
