"""Which OpenAlex sources a conference's papers appear in, learned from papers of it that are already known.

A source counts when it holds a fair part of the conference's known works and of no other conference's: a book series that
prints many conferences (Lecture Notes in Computer Science) names none of them.
"""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from analytics.errors import SourceError
from analytics.fresh.openalex import PER_PAGE, OpenAlex

SEEDS_FILE, FRESH_FILE = "openalex_seeds.parquet", "fresh.json"
SEEDS_PER_VENUE = 50
MIN_SHARE = 0.2
FIELDS = "id,primary_location"


def build_seeds(papers: pd.DataFrame) -> pd.DataFrame:
    """The newest known works of each conference: venue, openalex_id, sorted."""
    known = papers.dropna(subset="openalex_id").sort_values(["venue", "year", "openalex_id"], ascending=[True, False, True])
    newest = known.groupby("venue").head(SEEDS_PER_VENUE)[["venue", "openalex_id"]]
    return newest.sort_values(["venue", "openalex_id"], ignore_index=True)


def short_id(address: str | None) -> str | None:
    """"https://openalex.org/S123" → "S123"."""
    return address.rpartition("/")[2] if address else None


def count_sources(client: OpenAlex, works: list[str]) -> Counter:
    """Source → how many of these works are in it."""
    counts = Counter()
    for start in range(0, len(works), PER_PAGE):
        page = client.works("openalex_id:" + "|".join(works[start : start + PER_PAGE]), "*", FIELDS)
        for work in page.results:
            counts[short_id(((work.get("primary_location") or {}).get("source") or {}).get("id"))] += 1
    return counts


def choose_sources(counts: Mapping[str, Counter]) -> dict[str, list[str]]:
    """Conference → its own sources, possibly none."""
    holders = defaultdict(set)
    for venue, found in counts.items():
        for source, number in found.items():
            if source and number >= MIN_SHARE * found.total():
                holders[source].add(venue)
    return {venue: sorted(source for source, owners in holders.items() if owners == {venue}) for venue in counts}


def learn_sources(client: OpenAlex, seeds: pd.DataFrame, path: Path, done: Callable[[str], None]) -> dict[str, list[str]]:
    """Conference → sources; every answer is kept in `path`, and a later run asks only for what is missing there."""
    counts = {}
    if path.exists():
        try:
            counts = {venue: Counter(found) for venue, found in json.loads(path.read_text(encoding="utf-8")).items()}
        except (ValueError, AttributeError, TypeError) as error:
            raise SourceError(f"{path}: not the counts of sources ({error}); delete it and update again") from error
    for venue, works in seeds.groupby("venue").openalex_id:
        if venue not in counts:
            # JSON has no null keys: works without a source count under "".
            counts[venue] = Counter({source or "": number for source, number in count_sources(client, works.tolist()).items()})
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_suffix(".part")
            temporary.write_text(json.dumps(counts), encoding="utf-8")
            os.replace(temporary, path)
        done(venue)
    return choose_sources(counts)


def read_sources(path: Path, venues: set[str]) -> dict[str, list[str]]:
    """A user's own table: venue, source_id. Raises SourceError naming the file and line."""
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: cannot be read ({error})") from error
    if not {"venue", "source_id"} <= set(table.columns):
        raise SourceError(f"{path}: needs the columns venue, source_id; found {list(table.columns)}")
    chosen = defaultdict(list)
    for line, row in enumerate(table.itertuples(), start=2):
        source = short_id(row.source_id.strip()) or ""
        if row.venue not in venues or not source.startswith("S") or not source[1:].isdecimal():
            found = f"{row.venue!r}, {row.source_id!r}"
            raise SourceError(f"{path}: line {line}: {found} is no known conference with a source id (S…)")
        chosen[row.venue].append(source)
    return dict(chosen)
