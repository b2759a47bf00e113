"""Everything of one user: written into a file for that user, or deleted."""

import json
import os
import zipfile
from pathlib import Path

from sqlalchemy import select

from assistant.access.errors import AccessError
from assistant.access.users import User, Users
from assistant.store import audit
from assistant.store.deletion import delete_owner
from assistant.store.tables import answers, attached, contexts, favourites, opinions, scenarios, talks, turns
from index.documents import Documents


def person(users: Users, name: str) -> User:
    """Raises AccessError for an unknown name."""
    found = users.named(name)
    if found is None:
        raise AccessError("name_unknown", repr(name), name=name)
    return found


def delete_person(users: Users, name: str) -> None:
    """The user with documents, conversations and scenarios; the user last, so that a failure can be repeated.

    Raises AccessError, DocumentError, StoreUnavailable.
    """
    user = person(users, name)
    documents = Documents.open(users.database.home)
    for record in documents.list(user.id):
        documents.remove(record.id, user.id)
    delete_owner(users.database, user.id)


def export_person(users: Users, name: str, file: Path) -> int:
    """A zip with records.json and the original documents; number of conversations. It is told in the audit, as it is reading.

    Raises AccessError, FileExistsError, DocumentError, StoreUnavailable.
    """
    user = person(users, name)
    mine = select(talks.c.id).where(talks.c.owner == user.id)
    wanted = {
        "talks": select(talks).where(talks.c.owner == user.id), "turns": select(turns).where(turns.c.talk.in_(mine)).order_by(turns.c.talk, turns.c.place),
        "opinions": select(opinions).join(turns).where(turns.c.talk.in_(mine)), "attached": select(attached).where(attached.c.talk.in_(mine)),
        "answers": select(answers).where(answers.c.talk.in_(mine)), "contexts": select(contexts).where(contexts.c.session.in_(mine)),
        "scenarios": select(scenarios).where(scenarios.c.owner == user.id), "favourites": select(favourites).where(favourites.c.owner == user.id),
    }  # fmt: skip
    documents = Documents.open(users.database.home)
    with users.database.write() as connection:
        records = {key: [dict(row) for row in connection.execute(query).mappings()] for key, query in wanted.items()}
        head = audit.append(connection, "command", "user_exported", user.id)
    records = {"user": {"name": user.name, "added": user.added, "role": user.role}, **records}
    with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("records.json", json.dumps(records, ensure_ascii=False, indent=1))
        for record in documents.list(user.id):
            archive.write(documents.original(record.id, user.id), f"documents/{record.id}.{record.kind}")
    audit.anchor(users.database.home, head)
    return len(records["talks"])
