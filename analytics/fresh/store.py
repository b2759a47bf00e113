"""Received pages on disk: one file a page, so that a broken run continues where it stopped."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from analytics.errors import SourceError
from analytics.fresh.openalex import Page

START = "*"


@dataclass(frozen=True)
class Part:
    """What has been received of one part. cursor: the next page to ask for, None when the last has come."""

    works: tuple[dict, ...]
    cursor: str | None
    count: int | None


class PageStore:
    """Pages under `folder`/<part>/00001.json …; each file is written whole or not at all."""

    def __init__(self, folder: Path):
        self.folder = folder

    def files(self, part: str) -> list[Path]:
        return sorted((self.folder / part).glob("[0-9]*.json"))

    def read(self, part: str) -> Part:
        """Everything received, each work once. Raises SourceError naming a damaged page."""
        works, cursor, count = {}, START, None
        for path in self.files(part):
            try:
                page = json.loads(path.read_text(encoding="utf-8"))
                works |= {work["id"]: work for work in page["works"]}
                cursor, count = page["next_cursor"], page["count"]
            except (OSError, ValueError, LookupError, TypeError) as error:
                remedy = f"delete the folder {path.parent} and update again"
                raise SourceError(f"{path}: not a received page ({error}); {remedy}") from error
        return Part(tuple(works.values()), cursor, count)

    def add(self, part: str, page: Page) -> None:
        folder = self.folder / part
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{len(self.files(part)) + 1:05d}.json"
        record = {"next_cursor": page.next_cursor if page.results else None, "count": page.count, "works": page.results}
        temporary = path.with_suffix(".part")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(record, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
