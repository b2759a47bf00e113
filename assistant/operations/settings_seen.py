"""Whether the app starts with other settings than the last time, for the audit: names and a hash, never a value."""

import hashlib
import json
import os
import re
from collections.abc import Mapping

from sqlalchemy import select

from assistant.store import Database, audit
from assistant.store.tables import audit as entries

OURS = re.compile(r"RASHINBAN_|LLM_|DATABASE_URL$|CHROMA_URL$|FORWARDED_ALLOW_IPS$")
SECRET = re.compile(r"KEY|SECRET|TOKEN$|DATABASE_URL")  # of these only whether they are set: a short one could be guessed from its hash
CHANGED = "settings_changed"


def note_settings(database: Database, environment: Mapping[str, str] = os.environ) -> bool:
    """Write an entry where the settings differ from those of the last entry; whether they did. Raises StoreUnavailable."""
    told = {name: "set" if SECRET.search(name) else value for name, value in environment.items() if OURS.match(name) and value}
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode("utf-8", "surrogateescape")).hexdigest()
    with database.read() as connection:
        last = connection.execute(select(entries.c.subject).where(entries.c.action == CHANGED).order_by(entries.c.number.desc()).limit(1)).scalar()
    if last == digest:
        return False
    audit.record(database, "start", CHANGED, digest)
    return True
