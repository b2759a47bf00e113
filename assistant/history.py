"""Conversations: the understood questions of each session, in the database.

Only what a follow-up needs is kept: the last Question of a session and its last one about figures.
"""

import json
import logging
import os
import re
from pathlib import Path

from sqlalchemy import literal_column, select

from assistant.models import Question
from assistant.operations.stages import stage
from assistant.store import Database, StoreUnavailable, database
from assistant.store.tables import contexts, insert

log = logging.getLogger("rashinban.history")
NEWER = {name: literal_column(f"excluded.{name}") for name in ("question", "data")}
SESSION_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def default_home() -> Path:
    """Folder for what this installation writes: RASHINBAN_HOME, or .rashinban beside the packages."""
    return Path(os.environ.get("RASHINBAN_HOME") or Path(__file__).resolve().parent.parent / ".rashinban")


class HistoryUnavailable(Exception):
    """The last questions cannot be read or written (folder not writable, file damaged, server gone)."""


class History:
    """Last question per session; the database is opened when first needed."""

    def __init__(self, home: Path | None = None):
        self.home = home or default_home()

    @property
    def database(self) -> Database:
        return database(self.home)

    def warm(self) -> None:
        """Open the database before the first question needs it. One that is away now is tried again by whoever needs it."""
        try:
            self.database.open()
        except StoreUnavailable as error:
            log.warning("the database was not opened ahead: %s", error)

    @stage("history")
    def last(self, session: str) -> tuple[Question | None, Question | None]:
        """The last question of a session and its last question about figures; None where there is none. Raises HistoryUnavailable."""
        try:
            with self.database.read() as connection:
                row = connection.execute(select(contexts.c.question, contexts.c.data).where(contexts.c.session == session)).first()
        except StoreUnavailable as error:
            raise HistoryUnavailable(str(error)) from error
        return tuple(Question.from_dict(json.loads(text)) if text else None for text in row or (None, None))

    @stage("history")
    def remember(self, session: str, question: Question, data: Question | None) -> None:
        """What a follow-up needs; the turn that is kept after it brings it to the disk. Raises HistoryUnavailable."""
        said = json.dumps(question.to_dict(), ensure_ascii=False)
        measured = said if data is question else json.dumps(data.to_dict(), ensure_ascii=False) if data else None
        try:
            with self.database.write(synced=False) as connection:
                kept = {"session": session, "question": said, "data": measured}
                connection.execute(insert(connection, contexts).on_conflict_do_update(index_elements=["session"], set_=NEWER), kept)
        except StoreUnavailable as error:
            raise HistoryUnavailable(str(error)) from error
