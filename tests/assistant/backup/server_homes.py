"""A home with rows in every table and a document, and all that a home and its database hold."""

import sqlite3
from contextlib import closing

from argon2 import PasswordHasher
from sqlalchemy import select

from assistant.access.sessions import Sessions
from assistant.access.tokens import Tokens
from assistant.access.users import Users
from assistant.store import database
from assistant.store.tables import metadata
from assistant.ui.favourites import Favourite, Favourites
from assistant.ui.scenarios import Scenarios
from assistant.ui.talks import Talks, Turn

ORIGINAL = "documents/files/d1-0123456789abcdef.pdf"


def fill(home, count=3, word="質問"):
    """Rows in every table, and the original of a document."""
    user = Users(home, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)).add(f"{word}専務", "銀河鉄道の夜に乗る人たち", "admin")
    Sessions(database(home)).open(user.id)
    Tokens(database(home)).make(user.id)
    talks = Talks(home)
    for at in range(count):
        talks.add(user.id, f"{word}-{at}", Turn(f"turn-{at}", f"{word}{at}\n「𠮷野家」", f"回答{at}", "<p>é</p>", {"question": word, "n": at}))
        Scenarios(home).save(user.id, f"{word}案{at}", f"strategy=cloud&n={at}")
        Favourites(home).add(user.id, Favourite(f"{word}と言う{at}", "出典"))
    talks.judge(user.id, "turn-1", False, "unclear")
    talks.judge(user.id, "turn-2", True, "")
    talks.attach(user.id, f"{word}-1", ("d1", "d2", "d3"))
    with database(home).write() as connection:
        for name, table in metadata.tables.items():
            if name in ("contexts", "identities", "attempts"):
                values = [{column.name: at / 3 if column.name == "ends" else f"{word}{at}" for column in table.columns} for at in range(3)]
                connection.execute(table.insert(), values + [values[0] | {"session": "x", "data": None}] * (name == "contexts"))
    original = home / ORIGINAL
    original.parent.mkdir(parents=True, exist_ok=True)
    original.write_text(f"%PDF {word}")
    with closing(sqlite3.connect(home / "documents/documents.sqlite3")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS documents (id)")
    return user


def rows(home):
    """Every row of every table; the connections are closed, as at the end of an app."""
    with database(home).read() as connection:
        found = {name: sorted(map(tuple, connection.execute(select(table))), key=repr) for name, table in metadata.tables.items()}
    database(home).close()
    return found


def files(home):
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file() and path.name != "upgrade.lock"}


def filled(use, name, server=True, **given):
    """(home, its rows)."""
    home = use(name, server)
    fill(home, **given)
    return home, rows(home)
