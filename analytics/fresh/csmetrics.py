"""A clone of the csmetrics.net repository → papers.

Layout (checked on the repository, 2025): data/filtered_papers/<venue>_<year>_filtered_papers.json, each a list of
{"DBLP title", "DBLP authors", "year", "doi", "OA papers": [{"PaperId", "PaperTitle", "Year", "CitationCount",
"Affiliations": {string: authors}, "Authors"}]}. The file's venue is the key of the conference.
"""

import re
from collections import Counter
from pathlib import Path

from analytics.errors import SourceError
from analytics.fresh.records import MOST_AUTHORS, MOST_CITATIONS, Batch, Paper, entries, plausible_year, sound_number, sound_text

FOLDERS = ("data/filtered_papers", "filtered_papers", ".")
FILE = re.compile(r"(?P<venue>.+)_(?P<year>\d{4})_filtered_papers\.json")
NEEDED = ("DBLP title", "DBLP authors", "year", "OA papers")


def find_files(folder: Path) -> list[Path]:
    """The files of papers. Raises SourceError when there are none."""
    for place in FOLDERS:
        found = sorted(path for path in (folder / place).glob("*_filtered_papers.json") if FILE.fullmatch(path.name))
        if found:
            return found
    places = " or ".join(FOLDERS)
    raise SourceError(f"{folder}: no <venue>_<year>_filtered_papers.json in {places}; is it a clone of csmetrics.net?")


def read_csmetrics(folder: Path, venues: set[str], years: tuple[int, ...] | None = None) -> Batch:
    """Papers of the counted conferences, of these years if given. Raises SourceError naming the file and entry."""
    papers, skipped = [], Counter()
    for path in find_files(folder):
        name = FILE.fullmatch(path.name)
        if years is not None and int(name["year"]) not in years:
            continue
        for place, record in entries(path, NEEDED):
            if name["venue"] not in venues:
                skipped[name["venue"]] += 1
            else:
                papers.append(read_paper(record, name["venue"], place))
    return Batch(tuple(papers), skipped, {})


def read_paper(record: dict, venue: str, place: str) -> Paper:
    title, authors, matches = record["DBLP title"], record["DBLP authors"], record["OA papers"]
    if not sound_text(title) or not isinstance(authors, list) or not isinstance(matches, list) or len(authors) > MOST_AUTHORS:
        raise SourceError(f"{place}: title must be text, authors and OA papers lists")
    year = plausible_year(record["year"], place)
    match = best_match([check_match(one, place) for one in matches], year)
    affiliations = match["Affiliations"] if match else {}
    citations = int(match["CitationCount"]) if match else None
    identity = match["PaperId"].rpartition("/")[2] if match else None
    return Paper(venue, year, title.strip().removesuffix("."), len(authors), affiliations, citations, identity)


def check_match(match: object, place: str) -> dict:
    """An OpenAlex match with sound fields. Raises SourceError."""
    needed = {"PaperId", "Year", "CitationCount", "Affiliations"}
    missing = needed - match.keys() if isinstance(match, dict) else needed
    if missing:
        raise SourceError(f"{place}: an OA paper lacks {sorted(missing)}")
    shares = match["Affiliations"]
    if not isinstance(shares, dict) or not all(sound_text(text) and sound_number(count, MOST_AUTHORS) and count > 0 for text, count in shares.items()):
        raise SourceError(f"{place}: Affiliations must be text → authors above 0")
    if not isinstance(match["CitationCount"], int) or not sound_number(match["CitationCount"], MOST_CITATIONS):
        raise SourceError(f"{place}: CitationCount is {match['CitationCount']!r}, not a whole number from 0")
    if not sound_text(match["PaperId"]) or match["Year"] is not None and not sound_number(match["Year"], 9999):
        raise SourceError(f"{place}: PaperId must be text and Year a year or null")
    return match


def best_match(matches: list[dict], year: int) -> dict | None:
    """Of several OpenAlex matches the one with affiliations that is nearest in year, the first of those."""
    ranked = sorted(matches, key=lambda match: (not match["Affiliations"], abs((match["Year"] or 0) - year)))
    return ranked[0] if ranked else None
