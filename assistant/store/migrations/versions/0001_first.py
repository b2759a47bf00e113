"""The first tables. A later change is a new file: this one never changes."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None

FORBID = """
CREATE FUNCTION audit_is_append_only() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
"""


def text(name: str, **options) -> sa.Column:
    return sa.Column(name, sa.Text, nullable=False, **options)


def number(name: str, kind=sa.Double) -> sa.Column:
    return sa.Column(name, kind, nullable=False)


def key(name: str, kind=sa.Text) -> sa.Column:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def belonging(name: str, to: str, **options) -> sa.Column:
    return sa.Column(name, sa.Text, sa.ForeignKey(to, ondelete="CASCADE"), nullable=False, **options)


def upgrade() -> None:
    op.create_table("users", key("id"), text("key", unique=True), text("name"), text("hash"), text("role"), number("added"))
    op.create_table("logins", key("digest"), belonging("user_id", "users.id"), number("ends"))
    op.create_table("contexts", key("session"), text("question"), sa.Column("data", sa.Text))
    op.create_table("talks", key("id"), text("owner"), text("title"), number("changed"))
    op.create_index("talks_of_owner", "talks", ["owner", "changed"])
    op.create_table("turns", key("id"), belonging("talk", "talks.id"), number("place", sa.Integer), text("question"), text("answer"), text("html"))
    op.create_index("turns_of_talk", "turns", ["talk", "place"])
    op.create_table("opinions", belonging("turn", "turns.id", primary_key=True), number("liked", sa.Boolean), text("reason"))
    op.create_table("attached", belonging("talk", "talks.id"), number("place", sa.Integer), text("document"))
    op.create_index("attached_of_talk", "attached", ["talk"])
    op.create_table(
        "scenarios", sa.Column("place", sa.Integer, sa.Identity(), primary_key=True), text("id", unique=True), text("owner"), text("name"), text("query"),
        sa.UniqueConstraint("owner", "name"),
    )  # fmt: skip
    op.create_table("answers", key("id"), belonging("talk", "talks.id"), number("at"), text("record"), text("nonce"))
    op.create_index("answers_of_talk", "answers", ["talk"])
    op.create_table(
        "audit", key("number", sa.Integer), number("at"), text("actor"), text("action"), text("subject"), text("digest"), text("previous"), text("hash")
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(FORBID)
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(f"CREATE TRIGGER audit_no_{act.lower()} BEFORE {act} ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END")
