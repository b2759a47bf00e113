"""Whether this process can answer now, part by part."""

import threading
from collections.abc import Callable

import httpx
from sqlalchemy import text

from assistant.operations.metrics import READY
from assistant.store import Database, StoreUnavailable

SERVER_SECONDS = 2


class Readiness:
    """`parts()` is {figures, index, model, store}: True where it can be used. Only one look at a time: others get what the last one found."""

    def __init__(self, loading: Callable[[], str], database: Database, search_server: str = ""):
        """`loading`: state of what is loaded beside the page; `search_server`: address of the Chroma server, "" for none."""
        self.loading, self.database, self.search_server = loading, database, search_server
        self.lock, self.found = threading.Lock(), dict.fromkeys(("figures", "index", "model", "store"), False)

    def parts(self) -> dict[str, bool]:
        """Asks the database and the Chroma server, which may take some seconds: never on the event loop."""
        if self.lock.acquire(blocking=False):
            try:
                loaded = self.loading() == "ready"
                self.found = {"figures": loaded, "index": loaded and self.searching(), "model": loaded, "store": self.storing()}
                READY.set(all(self.found.values()))
            finally:
                self.lock.release()
        return self.found

    def storing(self) -> bool:
        try:
            with self.database.read() as connection:
                connection.execute(text("SELECT 1"))
        except StoreUnavailable:
            return False
        return True

    def searching(self) -> bool:
        """A Chroma server that is gone takes the search with it; a folder is there or its reading fails with a sentence."""
        if not self.search_server:
            return True
        try:
            return httpx.get(f"{self.search_server}/api/v2/heartbeat", timeout=SERVER_SECONDS, trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False
