"""Alembic's entry: migrations run on the connection that `assistant.store.upgrade` gives, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
with context.begin_transaction():
    context.run_migrations()
