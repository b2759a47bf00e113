"""Favourite phrases of a person and tokens of programs."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def text(name: str, **options) -> sa.Column:
    return sa.Column(name, sa.Text, nullable=False, **options)


def number(name: str) -> sa.Column:
    return sa.Column(name, sa.Double, nullable=False)


def of_user() -> sa.Column:
    return sa.Column("user_id", sa.Text, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    op.create_table(
        "favourites", sa.Column("place", sa.Integer, sa.Identity(), primary_key=True), text("owner"), text("text"), text("source"), sa.UniqueConstraint("owner", "text"),
    )  # fmt: skip
    op.create_table("tokens", sa.Column("id", sa.Text, primary_key=True), text("digest", unique=True), of_user(), number("made"))
    op.create_index("tokens_of_user", "tokens", ["user_id"])
