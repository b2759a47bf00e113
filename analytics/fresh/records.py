"""Papers from any source in the shape of papers.parquet, and a folder of raw tables that `python -m analytics build` reads."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from analytics import provenance
from analytics.divide.panel import MIN_KNOWN_SHARE
from analytics.divide.sources import FIRST_PLAUSIBLE_YEAR, LAST_PLAUSIBLE_YEAR
from analytics.errors import DataMissing, SourceError
from analytics.resolve.resolver import UNKNOWN, UNRESOLVED, Resolver
from analytics.resolve.tables import read_directory

# A venue-year with fewer citation counts than this carries none: a share of citations would rest on part of its papers.
MIN_WITH_CITATIONS = 0.95
MOST_CITATIONS, MOST_AUTHORS = 2**31 - 1, 2**15 - 1  # what the columns of papers.parquet hold


@dataclass(frozen=True)
class Paper:
    """One paper. affiliations: string → authors with it (fractions where an author has several). citations None when unknown."""

    venue: str
    year: int
    title: str
    n_authors: int
    affiliations: Mapping[str, float]
    citations: int | None
    openalex_id: str | None = None


@dataclass(frozen=True)
class Batch:
    """Papers of one import. `skipped`: what was left out, venue or status → papers. `institutions`: affiliation string →
    institution id that the source itself names, used where the resolver reads nothing."""

    papers: tuple[Paper, ...]
    skipped: Mapping[str, int]
    institutions: Mapping[str, str]


def read_json_list(path: Path) -> list:
    """A file that holds one JSON list. Raises SourceError naming the file and line."""
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: byte {error.start}: not UTF-8; was the download cut off?") from error
    except json.JSONDecodeError as error:
        raise SourceError(f"{path}: line {error.lineno}: not JSON ({error.msg}); was the download cut off?") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error})") from error
    if not isinstance(records, list):
        raise SourceError(f"{path}: holds a {type(records).__name__}, not a list of papers")
    return records


def entries(path: Path, needed: Iterable[str]) -> Iterator[tuple[str, dict]]:
    """(place in words, record) of every paper in the file. Raises SourceError for a record without a needed field."""
    for number, record in enumerate(read_json_list(path), start=1):
        place = f"{path}: entry {number}"
        if not isinstance(record, dict):
            raise SourceError(f"{place}: is a {type(record).__name__}, not an object")
        missing = [name for name in needed if name not in record]
        if missing:
            raise SourceError(f"{place}: fields {missing} are missing; found {sorted(record)[:12]}")
        yield place, record


def plausible_year(value: object, place: str) -> int:
    """Raises SourceError for anything but a year that a conference can have."""
    if isinstance(value, bool) or not isinstance(value, int) or not FIRST_PLAUSIBLE_YEAR <= value <= LAST_PLAUSIBLE_YEAR:
        raise SourceError(f"{place}: year is {value!r}, not between {FIRST_PLAUSIBLE_YEAR} and {LAST_PLAUSIBLE_YEAR}")
    return value


def sound_text(value: object) -> bool:
    """Whether it is text that a file can hold: JSON may escape half a character."""
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def sound_number(value: object, most: int) -> bool:
    """Whether it is a number from 0 to `most`: JSON as others write it may hold NaN, infinity and numbers without end."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= most


def unique_papers(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """The first of each (venue, year, title), in order."""
    kept: dict[tuple, Paper] = {}
    for paper in papers:
        kept.setdefault((paper.venue, paper.year, paper.title), paper)
    return tuple(kept[name] for name in sorted(kept))


def shipped_venues(folder: Path | None = None) -> pd.DataFrame:
    """The conferences that are counted. Raises DataMissing."""
    path = (folder or provenance.DATA_FOLDER) / "venues.json"
    try:
        return pd.DataFrame(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: python -m analytics build --data DIR") from error


def papers_table(papers: tuple[Paper, ...]) -> pd.DataFrame:
    """papers.parquet: one row a paper."""
    return pd.DataFrame(
        {
            "venue": [paper.venue for paper in papers],
            "year": np.array([paper.year for paper in papers], dtype="int16"),
            "title": [paper.title for paper in papers],
            "n_authors": np.array([paper.n_authors for paper in papers], dtype="int16"),
            "affiliations": [list(paper.affiliations) for paper in papers],
            "affiliation_authors": [[float(count) for count in paper.affiliations.values()] for paper in papers],
            "citations": pd.array([paper.citations for paper in papers], dtype="Int32"),
            "openalex_id": [paper.openalex_id for paper in papers],
        }
    )


def settle_citations(papers: tuple[Paper, ...]) -> tuple[tuple[Paper, ...], tuple[tuple[str, int], ...]]:
    """Papers, and the venue-years whose citations are not known.

    Every paper of such a venue-year gets 0, so that it adds nothing to either side of a share of citations; the rest of a
    venue-year that is nearly complete keeps its counts.
    """
    table = pd.DataFrame({"venue": [p.venue for p in papers], "year": [p.year for p in papers]})
    table["known"] = [paper.citations is not None or not paper.affiliations for paper in papers]
    share = table.groupby(["venue", "year"]).known.mean()
    without = tuple(cell for cell, value in share.items() if value < MIN_WITH_CITATIONS)
    blank = set(without)
    settled = tuple(replace(paper, citations=settled_count(paper, (paper.venue, paper.year) in blank)) for paper in papers)
    return settled, without


def settled_count(paper: Paper, blank: bool) -> int | None:
    """A paper without affiliations is in no group, so its count may stay unknown."""
    if blank:
        return 0
    return 0 if paper.citations is None and paper.affiliations else paper.citations


def drop_uncovered(batch: Batch) -> tuple[Batch, list[tuple[str, int]]]:
    """The batch without venue-years that could not count, because too few of their papers have an affiliation; and which."""
    cells: dict[tuple[str, int], list[bool]] = {}
    for paper in batch.papers:
        cells.setdefault((paper.venue, paper.year), []).append(bool(paper.affiliations))
    low = sorted(cell for cell, found in cells.items() if sum(found) < MIN_KNOWN_SHARE * len(found))
    return replace(batch, papers=tuple(paper for paper in batch.papers if (paper.venue, paper.year) not in set(low))), low


def affiliation_table(papers: pd.DataFrame, resolver: Resolver, institutions: Mapping[str, str]) -> pd.DataFrame:
    """affiliation_map.parquet: the curated strings and every string of the papers, read by the resolver."""
    rows = [(text, *meaning) for text, meaning in resolver.tables.strings.items()]
    strings = papers.affiliations.explode().dropna().unique()
    for text in sorted(set(strings) - resolver.tables.strings.keys()):
        found = resolver.resolve(text)
        named = institutions.get(text)
        if found.how == UNRESOLVED and named in resolver.tables.sectors:
            rows.append((text, named, resolver.tables.sectors[named]))
        else:
            rows.append((text, found.institution_id, found.sector))
    return pd.DataFrame(rows, columns=["affiliation", "institution_id", "sector"])


def venue_table(papers: pd.DataFrame, sectors: Mapping[str, str], folder: Path | None = None) -> pd.DataFrame:
    """venues.csv: the shipped conferences with the years of these papers."""
    venues = shipped_venues(folder)
    known = papers.affiliations.map(lambda names: any(sectors[name] != UNKNOWN for name in names))
    cells = known.groupby([papers.venue, papers.year]).mean()
    low = [(venue, year) for (venue, year), share in cells.items() if share < MIN_KNOWN_SHARE]
    excluded = {venue: "|".join(str(year) for key, year in low if key == venue) for venue, _ in low}
    years = papers.groupby("venue").year.agg(["min", "max"])
    venues = venues[venues.key.isin(years.index)].copy()
    venues["first_year"], venues["last_year"] = venues.key.map(years["min"]), venues.key.map(years["max"])
    return venues.assign(
        is_ai=venues.is_ai.astype(int), csrankings=venues.csrankings.astype(int), excluded_years=venues.key.map(excluded)
    )


def write_raw(batch: Batch, out: Path, folder: Path | None = None) -> tuple[tuple[str, int], ...]:
    """Write the raw tables for `python -m analytics build --data OUT`. Returns the venue-years without citations.

    Raises SourceError when there are no papers, DataMissing when the shipped tables cannot be read.
    """
    if not batch.papers:
        raise SourceError(f"no papers of the counted conferences were found; left out: {dict(batch.skipped)}")
    papers, without = settle_citations(unique_papers(batch.papers))
    table, resolver = papers_table(papers), Resolver.open(folder)
    affiliations = affiliation_table(table, resolver, batch.institutions)
    sectors = dict(zip(affiliations.affiliation, affiliations.sector, strict=True))
    out.mkdir(parents=True, exist_ok=True)
    table.to_parquet(out / "papers.parquet", index=False)
    affiliations.to_parquet(out / "affiliation_map.parquet", index=False)
    read_directory(folder).to_csv(out / "institutions.csv", index=False)
    # The curated aliases are already among the strings; the empty file keeps the resolver in the next build.
    (out / "aliases.csv").write_text("alias,institution_id\n", encoding="utf-8")
    venue_table(table, sectors, folder).to_csv(out / "venues.csv", index=False)
    return without
