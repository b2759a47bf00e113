"""A clone of the paperlists repository (Paper Copilot) → papers.

Layout (checked on the repository, 2025): <venue>/<venue><year>.json, each a list of {"title", "author", "aff", "status", …};
authors and affiliations are separated by ";" (by "," between authors on open-access sites). Where there are as many
affiliations as authors they go together one by one; otherwise the list is of distinct affiliations, and the authors are
spread over them evenly.
"""

import re
from collections import Counter
from pathlib import Path

from analytics.errors import SourceError
from analytics.fresh.records import MOST_AUTHORS, MOST_CITATIONS, Batch, Paper, entries, plausible_year, sound_number, sound_text

FILE = re.compile(r"(?P<venue>[a-z0-9]+?)(?P<year>\d{4})\.json")
# Folders whose name is not the key of the conference.
KEYS = {"3dv": "3dim", "acmmm": "mm", "neurips": "nips"}
NOT_ACCEPTED = re.compile(r"reject|withdr|desk|active|submitted|under review|retract", re.IGNORECASE)


def find_files(folder: Path) -> list[Path]:
    """The files of papers. Raises SourceError when there are none."""
    found = sorted(path for path in folder.glob("*/*.json") if FILE.fullmatch(path.name))
    if not found:
        raise SourceError(f"{folder}: no <venue>/<venue><year>.json; is it a clone of paperlists?")
    return found


def read_paperlists(folder: Path, venues: set[str], years: tuple[int, ...] | None = None) -> Batch:
    """Accepted papers of the counted conferences, of these years if given. Raises SourceError naming the file and entry."""
    papers, skipped = [], Counter()
    for path in find_files(folder):
        name = FILE.fullmatch(path.name)
        key, year = KEYS.get(name["venue"], name["venue"]), plausible_year(int(name["year"]), str(path))
        if years is not None and year not in years:
            continue
        for place, record in entries(path, ("title", "author")):
            status = record.get("status") or ""
            if not sound_text(status):
                raise SourceError(f"{place}: status must be text")
            if key not in venues:
                skipped[name["venue"]] += 1
            elif NOT_ACCEPTED.search(status):
                skipped[status] += 1
            else:
                papers.append(read_paper(record, key, year, place))
    return Batch(tuple(papers), skipped, {})


def split_names(text: str) -> list[str]:
    """Semicolons separate, commas only where there are none. Empty places stay: they keep the order of authors."""
    return [part.strip() for part in text.split(";" if ";" in text else ",")]


def read_paper(record: dict, venue: str, year: int, place: str) -> Paper:
    title, author, affiliation = record["title"], record["author"], record.get("aff") or ""
    if not all(map(sound_text, (title, author, affiliation))):
        raise SourceError(f"{place}: title, author and aff must be text")
    authors = [name for name in split_names(author) if name]
    if len(authors) > MOST_AUTHORS:
        raise SourceError(f"{place}: has {len(authors)} authors")
    # A comma belongs to the address of one affiliation; only a semicolon separates two.
    parts = [part.strip() for part in affiliation.split(";")]
    named = [part for part in parts if part]
    weight = 1.0 if len(parts) == len(authors) else len(authors) / len(named) if named else 0.0
    shares = Counter()
    for part in named:
        shares[part] += weight or 1.0
    citations = record.get("gs_citation")
    known = isinstance(citations, int) and sound_number(citations, MOST_CITATIONS)
    return Paper(venue, year, title.strip(), len(authors), dict(shares), citations if known else None)
