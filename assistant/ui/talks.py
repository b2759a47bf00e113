"""Conversations as a browser's owner sees them: kept on this machine, listed, searched, renamed, deleted, exported.

`TalkStore` is all that the screens need, so that another database can take this one's place.
"""

import time
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, delete, exists, func, or_, select, update

from assistant.store import StoreUnavailable, audit, database
from assistant.store.deletion import clear_log, delete_talks
from assistant.store.tables import attached, insert, opinions, talks, turns

TITLE_CHARACTERS = 60


@dataclass(frozen=True)
class Turn:
    """A question with its answer as text and as shown; `record`, where given, is how the answer came about, kept under the turn's id."""

    id: str
    question: str
    answer: str
    html: str
    record: dict = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Talk:
    """A conversation in the list; `changed` is seconds since 1970."""

    id: str
    title: str
    changed: float


class TalksUnavailable(Exception):
    """The conversations cannot be read or written (folder not writable, file damaged, server gone)."""


class TalkStore(Protocol):
    """Every call names the owner; what belongs to another owner does not exist."""

    def add(self, owner: str, talk: str, turn: Turn) -> None: ...
    def replace(self, owner: str, turn: Turn) -> None: ...
    def turns(self, owner: str, talk: str) -> tuple[Turn, ...]: ...
    def exported(self, owner: str, talk: str) -> tuple[Turn, ...]: ...
    def latest(self, owner: str, talk: str, most: int) -> tuple[int, tuple[Turn, ...]]: ...
    def attach(self, owner: str, talk: str, documents: tuple[str, ...]) -> None: ...
    def attached(self, owner: str, talk: str) -> tuple[str, ...]: ...
    def list(self, owner: str, words: str = "") -> tuple[Talk, ...]: ...
    def rename(self, owner: str, talk: str, title: str) -> None: ...
    def delete(self, owner: str, talk: str) -> None: ...
    def judge(self, owner: str, turn: str, liked: bool, reason: str) -> None: ...


def new_id() -> str:
    return uuid.uuid4().hex


class Talks:
    """`TalkStore` in the database of `home`, which is opened when first needed. Every call raises TalksUnavailable."""

    def __init__(self, home: Path, clock: Callable[[], float] = time.time):
        self.database, self.clock = database(home), clock

    def use(self, writing: bool = False) -> AbstractContextManager[Connection]:
        return self.database.used(TalksUnavailable, writing)

    def anchor(self, head: audit.Head | None) -> None:
        """Keep the head of the audit, after the transaction that wrote it."""
        if head is not None:
            try:
                audit.anchor(self.database.home, head)
            except OSError as error:
                raise TalksUnavailable(f"{self.database.home}: {error}") from error

    def add(self, owner: str, talk: str, turn: Turn) -> None:
        """Append a turn; the first one names the conversation."""
        head = None
        with self.use(writing=True) as connection:
            row = {"id": talk, "owner": owner, "title": storable(turn.question)[:TITLE_CHARACTERS], "changed": self.clock()}
            statement = insert(connection, talks).values(row)
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_={"changed": row["changed"]}, where=talks.c.owner == owner))
            if connection.execute(select(talks.c.id).where(own(owner, talk)).with_for_update()).first():
                place = connection.execute(select(func.coalesce(func.max(turns.c.place) + 1, 0)).where(turns.c.talk == talk)).scalar_one()
                texts = {name: storable(getattr(turn, name)) for name in ("question", "answer", "html")}
                connection.execute(turns.insert().values(id=turn.id, talk=talk, place=place, **texts))
                head = audit.keep_answer(connection, owner, talk, turn.id, turn.record) if turn.record else None
        self.anchor(head)

    def replace(self, owner: str, turn: Turn) -> None:
        """Another answer in the place of the one of that turn."""
        mine, head = turns.c.talk.in_(select(talks.c.id).where(talks.c.owner == owner)), None
        values = {"answer": storable(turn.answer), "html": storable(turn.html)}
        with self.use(writing=True) as connection:
            talk = connection.execute(update(turns).where(turns.c.id == turn.id, mine).values(values).returning(turns.c.talk)).scalar()
            if talk and turn.record:
                head = audit.keep_answer(connection, owner, talk, turn.id, turn.record, "answer_replaced")
        self.anchor(head)

    def turns(self, owner: str, talk: str) -> tuple[Turn, ...]:
        """All turns of a conversation in order; () when the owner has no such conversation."""
        query = select(turns.c.id, turns.c.question, turns.c.answer, turns.c.html).join(talks).where(own(owner, talk)).order_by(turns.c.place)
        with self.use() as connection:
            return tuple(Turn(*row) for row in connection.execute(query))

    def exported(self, owner: str, talk: str) -> tuple[Turn, ...]:
        """As `turns`, for a file: the audit tells it."""
        found = self.turns(owner, talk)
        if found:
            with self.use(writing=True) as connection:
                head = audit.append(connection, owner, "talk_exported", talk)
            self.anchor(head)
        return found

    def latest(self, owner: str, talk: str, most: int) -> tuple[int, tuple[Turn, ...]]:
        """(how many turns came before, the last `most` in order); (0, ()) when the owner has no such conversation."""
        columns = (turns.c.place, turns.c.id, turns.c.question, turns.c.answer, turns.c.html)
        query = select(*columns).join(talks).where(own(owner, talk)).order_by(turns.c.place.desc()).limit(most)
        with self.use() as connection:
            rows = connection.execute(query).all()[::-1]
        return (rows[0].place if rows else 0), tuple(Turn(*row[1:]) for row in rows)

    def attach(self, owner: str, talk: str, documents: tuple[str, ...]) -> None:
        """Keep which documents (ids) are in a conversation; nothing for a conversation that is not the owner's or not kept yet."""
        with self.use(writing=True) as connection:
            if connection.execute(select(talks.c.id).where(own(owner, talk)).with_for_update()).first():
                connection.execute(delete(attached).where(attached.c.talk == talk))
                if documents:
                    connection.execute(attached.insert(), [{"talk": talk, "place": at, "document": one} for at, one in enumerate(documents)])

    def attached(self, owner: str, talk: str) -> tuple[str, ...]:
        """Ids of the documents in a conversation of the owner."""
        query = select(attached.c.document).join(talks).where(own(owner, talk)).order_by(attached.c.place)
        with self.use() as connection:
            return tuple(connection.execute(query).scalars())

    def list(self, owner: str, words: str = "") -> tuple[Talk, ...]:
        """The owner's conversations, the latest first; with words, those whose title, questions or answers hold every word."""
        query = select(talks.c.id, talks.c.title, talks.c.changed).where(talks.c.owner == owner).order_by(talks.c.changed.desc(), talks.c.id)
        for word in storable(words).split():
            title, question, answer = (column.icontains(word, autoescape=True) for column in (talks.c.title, turns.c.question, turns.c.answer))
            query = query.where(or_(title, exists().where(turns.c.talk == talks.c.id, or_(question, answer))))
        with self.use() as connection:
            return tuple(Talk(*row) for row in connection.execute(query))

    def rename(self, owner: str, talk: str, title: str) -> None:
        with self.use(writing=True) as connection:
            connection.execute(update(talks).where(own(owner, talk)).values(title=storable(title)[:TITLE_CHARACTERS]))

    def delete(self, owner: str, talk: str) -> None:
        """The conversation with everything that belongs to it, also what a follow-up would have needed."""
        head = None
        with self.use(writing=True) as connection:
            if delete_talks(connection, own(owner, talk)):
                head = audit.append(connection, owner, "talk_deleted", talk)
        self.anchor(head)
        try:
            clear_log(self.database)
        except StoreUnavailable as error:
            raise TalksUnavailable(str(error)) from error

    def judge(self, owner: str, turn: str, liked: bool, reason: str) -> None:
        """Keep what the reader thinks of an answer; a later opinion replaces an earlier one."""
        with self.use(writing=True) as connection:
            if connection.execute(select(turns.c.id).join(talks).where(turns.c.id == turn, talks.c.owner == owner)).first():
                kept = {"liked": liked, "reason": storable(reason)}
                statement = insert(connection, opinions).values(turn=turn, **kept)
                connection.execute(statement.on_conflict_do_update(index_elements=["turn"], set_=kept))


def own(owner: str, talk: str):
    return (talks.c.id == talk) & (talks.c.owner == owner)


def storable(text: str) -> str:
    """Without what PostgreSQL keeps in no text."""
    return text.replace("\0", "")
