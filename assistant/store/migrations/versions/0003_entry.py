"""Links to accounts of other services, and logins there that have been begun."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0003", "0002"


def text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text, nullable=False)


def key() -> sa.Column:
    return sa.Column("digest", sa.Text, primary_key=True)


def upgrade() -> None:
    op.create_table("identities", key(), text("user_id"))
    op.create_table("attempts", key(), text("state"), text("nonce"), text("verifier"), text("next"), sa.Column("ends", sa.Double, nullable=False))
