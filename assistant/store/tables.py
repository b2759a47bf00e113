"""The tables as the code uses them; the migrations make them. Times are seconds since 1970."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql, sqlite

REVISION = "0003"  # the newest migration: a database at this revision needs no upgrade
metadata = MetaData()


def belonging(name: str, to: str) -> Column:
    """A column whose row goes when the row it belongs to goes."""
    return Column(name, Text, ForeignKey(to, ondelete="CASCADE"), nullable=False)


def text(name: str, **options) -> Column:
    return Column(name, Text, nullable=False, **options)


users = Table(
    "users", metadata, Column("id", Text, primary_key=True), text("key", unique=True), text("name"), text("hash"), text("role"),
    Column("added", Double, nullable=False),
)  # fmt: skip
logins = Table(
    "logins", metadata, Column("digest", Text, primary_key=True), belonging("user_id", "users.id"), Column("ends", Double, nullable=False),
)  # fmt: skip
contexts = Table("contexts", metadata, Column("session", Text, primary_key=True), text("question"), Column("data", Text))
talks = Table(
    "talks", metadata, Column("id", Text, primary_key=True), text("owner"), text("title"), Column("changed", Double, nullable=False),
    Index("talks_of_owner", "owner", "changed"),
)  # fmt: skip
turns = Table(
    "turns", metadata, Column("id", Text, primary_key=True), belonging("talk", "talks.id"), Column("place", Integer, nullable=False),
    text("question"), text("answer"), text("html"), Index("turns_of_talk", "talk", "place"),
)  # fmt: skip
opinions = Table(
    "opinions", metadata, Column("turn", Text, ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("liked", Boolean, nullable=False), text("reason"),
)  # fmt: skip
attached = Table(
    "attached", metadata, belonging("talk", "talks.id"), Column("place", Integer, nullable=False), text("document"),
    Index("attached_of_talk", "talk"),
)  # fmt: skip
scenarios = Table(
    "scenarios", metadata, Column("place", Integer, Identity(), primary_key=True), text("id", unique=True), text("owner"), text("name"), text("query"),
    UniqueConstraint("owner", "name"),
)  # fmt: skip
favourites = Table(
    "favourites", metadata, Column("place", Integer, Identity(), primary_key=True), text("owner"), text("text"), text("source"), UniqueConstraint("owner", "text"),
)  # fmt: skip
tokens = Table(
    "tokens", metadata, Column("id", Text, primary_key=True), text("digest", unique=True), belonging("user_id", "users.id"),
    Column("made", Double, nullable=False), Index("tokens_of_user", "user_id"),
)  # fmt: skip
identities = Table("identities", metadata, Column("digest", Text, primary_key=True), text("user_id"))  # outlives its user
attempts = Table(
    "attempts", metadata, Column("digest", Text, primary_key=True), text("state"), text("nonce"), text("verifier"), text("next"), Column("ends", Double, nullable=False),
)  # fmt: skip
answers = Table(
    "answers", metadata, Column("id", Text, primary_key=True), belonging("talk", "talks.id"), Column("at", Double, nullable=False),
    text("record"), text("nonce"), Index("answers_of_talk", "talk"),
)  # fmt: skip
audit = Table(
    "audit", metadata, Column("number", Integer, primary_key=True, autoincrement=False), Column("at", Double, nullable=False),
    text("actor"), text("action"), text("subject"), text("digest"), text("previous"), text("hash"),
)  # fmt: skip


def insert(connection: Connection, table: Table):
    """An INSERT that knows ON CONFLICT, in the database's dialect."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
