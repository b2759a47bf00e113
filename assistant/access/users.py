"""Users of an installation, in SQLite under its home: a random id, the name, and the argon2id hash of the password."""

import os
import secrets
import sqlite3
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant.access.errors import AccessError, UsersUnavailable

FILE = "users.sqlite3"
USER = "user-"  # every user's id begins so; a browser's own id is hexadecimal
LEAST_PASSWORD, MOST_PASSWORD, MOST_NAME = 12, 256, 64  # characters
TABLE = "CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, key TEXT UNIQUE NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, added REAL NOT NULL)"


@dataclass(frozen=True)
class User:
    """`id` owns the user's conversations and documents; `added` is seconds since 1970."""

    id: str
    name: str
    added: float


def name_key(name: str) -> str:
    """Names that look alike in width or case are one name."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


class Users:
    """The users of `home`. Connections are short, so that `user add` and a running app may share the file."""

    def __init__(self, home: Path, hasher: PasswordHasher | None = None, clock: Callable[[], float] = time.time):
        self.path = Path(home) / FILE
        self.hasher, self.clock = hasher or PasswordHasher(), clock

    @contextmanager
    def connection(self, create: bool = False) -> Iterator[sqlite3.Connection | None]:
        """A connection in a transaction, None where there is no file. Raises UsersUnavailable."""
        try:
            if not self.path.exists():
                if not create:
                    yield None
                    return
                self.path.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))
            with closing(sqlite3.connect(self.path, timeout=10)) as connection, connection:
                connection.execute(TABLE)
                yield connection
        except (OSError, sqlite3.Error) as error:
            raise UsersUnavailable("users_unavailable", f"{self.path}: {error}", path=self.path) from error

    def rows(self, where: str = "", values: tuple = ()) -> list[tuple]:
        with self.connection() as connection:
            return connection.execute(f"SELECT id, name, added, hash FROM users {where} ORDER BY key", values).fetchall() if connection else []

    def list(self) -> tuple[User, ...]:
        return tuple(User(*row[:3]) for row in self.rows())

    def find(self, user_id: str) -> User | None:
        return next((User(*row[:3]) for row in self.rows("WHERE id = ?", (user_id,))), None)

    def add(self, name: str, password: str) -> User:
        """Raises AccessError for a name or password that cannot be used."""
        shown, key = unicodedata.normalize("NFKC", name).strip(), name_key(name)
        if not key or len(shown) > MOST_NAME or not shown.isprintable():
            raise AccessError("bad_name", repr(name), most=MOST_NAME)
        if not LEAST_PASSWORD <= len(password) <= MOST_PASSWORD or name_key(password) == key:
            raise AccessError("bad_password", f"{len(password)} characters", least=LEAST_PASSWORD, most=MOST_PASSWORD)
        user = User(f"{USER}{secrets.token_hex(8)}", shown, self.clock())
        with self.connection(create=True) as connection:
            if connection.execute("SELECT 1 FROM users WHERE key = ?", (key,)).fetchone():
                raise AccessError("name_taken", repr(name), name=shown)
            connection.execute("INSERT INTO users VALUES (?, ?, ?, ?, ?)", (user.id, key, shown, self.hasher.hash(password), user.added))
        return user

    def remove(self, name: str) -> None:
        """Sessions of a removed user end at the next request. Raises AccessError for an unknown name."""
        with self.connection() as connection:
            if connection is None or not connection.execute("DELETE FROM users WHERE key = ?", (name_key(name),)).rowcount:
                raise AccessError("name_unknown", repr(name), name=name)

    @cached_property
    def nobody(self) -> str:
        """A hash that no password opens, so that an unknown name takes as long as a known one."""
        return self.hasher.hash(secrets.token_hex(32))

    def check(self, name: str, password: str) -> User | None:
        """The user when the password is right."""
        row = next(iter(self.rows("WHERE key = ?", (name_key(name),))), None)
        try:
            self.hasher.verify(row[3] if row else self.nobody, password[: MOST_PASSWORD + 1])
        except (VerificationError, InvalidHashError):
            return None
        return User(*row[:3]) if row else None
