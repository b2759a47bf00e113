"""Everything that users leave behind, in one database: SQLite under the home folder, or PostgreSQL by `DATABASE_URL`."""

from assistant.store.database import Database, database
from assistant.store.errors import StoreUnavailable

__all__ = ["Database", "StoreUnavailable", "database"]
