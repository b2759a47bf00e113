"""What was done, by whom, in a chain that shows tampering: each entry holds the hash of the one before. Texts are kept as hashes only.

The head of the chain is also kept in a file beside the database, so that entries missing at the end are noticed.
"""

import hashlib
import json
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select, text

from assistant.store.database import Database
from assistant.store.tables import answers, audit

ANCHOR = "audit.anchor"
NOTHING = "0" * 64
LOCK_NUMBER = 7_201_945
FIELDS = ("number", "at", "actor", "action", "subject", "digest", "previous")
ANSWERED = ("answer", "answer_replaced")


@dataclass(frozen=True)
class Head:
    """The last entry."""

    number: int
    hash: str


@dataclass(frozen=True)
class Finding:
    """`count` entries were read; `broken` is the number of the first bad one, None for a whole chain. `why`: key of the Japanese sentence."""

    count: int
    hash: str
    broken: int | None = None
    why: str = ""


def append(connection: Connection, actor: str, action: str, subject: str, content: str = "") -> Head:
    """One more entry, in the transaction of what it tells of. Writers take turns, so that the chain has one end."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK_NUMBER})
    last = connection.execute(select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)).first()
    number, previous = (last[0] + 1, last[1]) if last else (1, NOTHING)
    entry = dict(zip(FIELDS, (number, time.time(), actor, action, subject, digest(content), previous), strict=True))
    connection.execute(audit.insert(), {**entry, "hash": linked(entry)})
    return Head(number, linked(entry))


def record(database: Database, actor: str, action: str, subject: str) -> None:
    """One more entry, for what leaves no other trace in the database. Raises StoreUnavailable."""
    with database.write() as connection:
        head = append(connection, actor, action, subject)
    with database.told():
        anchor(database.home, head)


def keep_answer(connection: Connection, owner: str, talk: str, turn: str, record: dict, action: str = "answer") -> Head:
    """Store how an answer came about. The audit gets a hash with a random part, so that a deleted question cannot be guessed from it."""
    row = {"id": turn, "talk": talk, "at": time.time(), "record": json.dumps(record, ensure_ascii=False, sort_keys=True), "nonce": secrets.token_hex(16)}
    connection.execute(answers.delete().where(answers.c.id == turn))
    connection.execute(answers.insert(), row)
    return append(connection, owner, action, turn, row["nonce"] + row["record"])


def anchor(home: Path, head: Head) -> None:
    """Keep the head, once it is committed. An older head in the file is as good: it too must be in the chain."""
    part = home / f"{ANCHOR}.{os.getpid()}-{secrets.token_hex(4)}"
    home.mkdir(parents=True, exist_ok=True)
    try:
        part.write_text(json.dumps({"number": head.number, "hash": head.hash}), encoding="utf-8")
        os.replace(part, home / ANCHOR)
    except OSError:
        part.unlink(missing_ok=True)  # on a full disk every try would leave one
        raise


def verify(database: Database) -> Finding:
    """Read the whole chain. Raises StoreUnavailable."""
    previous, count, kept = NOTHING, 0, {}
    anchored = json.loads((database.home / ANCHOR).read_text(encoding="utf-8")) if (database.home / ANCHOR).exists() else None
    with database.read() as connection:
        for row in connection.execute(select(audit).order_by(audit.c.number)).mappings():
            count += 1
            if row["number"] != count:
                return Finding(count - 1, previous, count, "missing")
            if row["previous"] != previous or row["hash"] != linked(row):
                return Finding(count, previous, count, "changed")
            if anchored and anchored["number"] == count and anchored["hash"] != row["hash"]:
                return Finding(count, previous, count, "replaced")
            previous = row["hash"]
            if row["action"] in ANSWERED:
                kept[row["subject"]] = (count, row["digest"])
        if anchored and anchored["number"] > count:
            return Finding(count, previous, count + 1, "shortened")
        for turn, nonce, record in connection.execute(select(answers.c.id, answers.c.nonce, answers.c.record)):
            number, expected = kept.get(turn, (count, ""))
            if digest(nonce + record) != expected:
                return Finding(count, previous, number, "answer")
    return Finding(count, previous)


def linked(entry) -> str:
    return digest(json.dumps([entry[name] for name in FIELDS], ensure_ascii=False))


def digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
