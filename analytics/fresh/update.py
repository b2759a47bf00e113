"""Works of the wanted conferences and years from OpenAlex → papers, with a note on every conference and year that is partial."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

import pandas as pd

from analytics.fresh.openalex import OpenAlex, OpenAlexError
from analytics.fresh.records import Batch, Paper, unique_papers
from analytics.fresh.sources import short_id
from analytics.fresh.store import START, PageStore

# A year with fewer papers than this part of the conference's usual number has not all arrived yet.
USUAL_PART, USUAL_YEARS = 0.7, 5


@dataclass(frozen=True)
class Coverage:
    """What came for one conference and year. expected: OpenAlex's own count. partial: keys of the reasons, empty when whole."""

    venue: str
    year: int
    papers: int
    expected: int | None
    partial: tuple[str, ...]

    def to_dict(self) -> dict:
        return asdict(self)


def part_name(venue: str, year: int) -> str:
    return f"{venue}_{year}"


def fetch(
    client: OpenAlex,
    store: PageStore,
    sources: Mapping[str, list[str]],
    years: Iterable[int],
    done: Callable[[str, int], None],
) -> None:
    """Receive every page that is still missing. Raises Interrupted (what came is kept), OpenAlexError."""
    for venue, ids in sorted(sources.items()):
        for year in years if ids else ():
            filters = f"primary_location.source.id:{'|'.join(ids)},publication_year:{year}"
            fetch_part(client, store, part_name(venue, year), filters)
            done(venue, year)


def fetch_part(client: OpenAlex, store: PageStore, part: str, filters: str) -> None:
    cursor = store.read(part).cursor
    while cursor is not None:
        try:
            page = client.works(filters, cursor)
        except OpenAlexError as error:
            if cursor != START:
                remedy = f"if the saved cursor is too old, delete {store.folder / part} and update again"
                raise OpenAlexError(f"{error}; {part}: {remedy}") from error
            raise
        store.add(part, page)
        cursor = store.read(part).cursor


def read_papers(
    store: PageStore, venues: Iterable[str], years: Iterable[int], institutions: Mapping[str, str]
) -> tuple[Batch, dict[tuple[str, int], tuple[int | None, bool]]]:
    """Received works as papers, and per (venue, year) with pages: OpenAlex's count and whether the last page has come.

    institutions: OpenAlex institution id → institution.
    """
    papers, skipped, named, received = [], Counter(), {}, {}
    for venue in sorted(venues):
        for year in years:
            part = store.read(part_name(venue, year))
            if part.count is None:
                continue
            received[venue, year] = (part.count, part.cursor is None)
            for work in part.works:
                paper = read_work(work, venue, year, institutions, named)
                if paper is None:
                    skipped["paratext or without title"] += 1
                else:
                    papers.append(paper)
    return Batch(unique_papers(papers), skipped, named), received


def read_work(work: dict, venue: str, year: int, institutions: Mapping[str, str], named: dict[str, str]) -> Paper | None:
    """A work as a paper; None for front matter. Adds the institutions that OpenAlex names to `named`.

    An author with several affiliations is spread over them evenly. A recognised institution stands under OpenAlex's name,
    as in the records that the shipped counts are made of; otherwise under the raw string.
    """
    if work.get("is_paratext") or not work.get("title"):
        return None
    shares: Counter = Counter()
    authors = work.get("authorships") or []
    for author in authors:
        recognised = (one for one in author.get("institutions") or [] if one.get("display_name"))
        known = {one["display_name"]: short_id(one.get("id")) for one in recognised}
        raw = (text.strip() for text in author.get("raw_affiliation_strings") or [])
        names = list(known) or list(dict.fromkeys(text for text in raw if text))
        for name in names:
            shares[name] += 1 / len(names)
            if known.get(name) in institutions:
                named[name] = institutions[known[name]]
    title = " ".join(work["title"].split()).removesuffix(".")
    return Paper(venue, year, title, len(authors), dict(shares), work.get("cited_by_count"), short_id(work["id"]))


def institution_ids(directory: pd.DataFrame) -> dict[str, str]:
    """OpenAlex institution id → institution."""
    pairs = directory.dropna(subset="openalex_ids")[["id", "openalex_ids"]].itertuples(index=False)
    return {number: owner for owner, numbers in pairs for number in numbers.split("|")}


def coverage(
    batch: Batch, received: Mapping[tuple[str, int], tuple[int | None, bool]], usual: Mapping[str, float], this_year: int
) -> list[Coverage]:
    """One line a conference and year. usual: conference → papers in a usual year."""
    found = Counter((paper.venue, paper.year) for paper in batch.papers)
    lines = []
    for (venue, year), (expected, whole) in sorted(received.items()):
        reasons = (
            ("unfinished", not whole),
            ("year_not_over", year >= this_year),
            ("fewer_than_usual", found[venue, year] < USUAL_PART * usual.get(venue, 0)),
        )
        lines.append(Coverage(venue, year, found[venue, year], expected, tuple(key for key, holds in reasons if holds)))
    return lines


def usual_papers(panel: pd.DataFrame) -> dict[str, float]:
    """Conference → median number of papers in its last years that count."""
    counted = panel[panel.counts].sort_values("year").groupby("venue").tail(USUAL_YEARS)
    return counted.groupby("venue").papers.median().to_dict()
