"""Reads the raw records and checks them at the door. Nothing here counts anything."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analytics.errors import SourceError

SECTORS = ("firm", "university", "government", "nonprofit", "other", "unknown")
TIERS = ("1-50", "51-100", "101-200", "201-300", "301-500", "500+")
FIELDS = (
    "ml", "vision", "nlp", "ai", "web-data", "robotics", "systems", "theory", "networks", "software", "architecture",
    "security", "databases", "hci", "bio", "graphics", "other",
)  # fmt: skip
FIRST_PLAUSIBLE_YEAR, LAST_PLAUSIBLE_YEAR = 1990, 2035
# A few per cent of rows may lack affiliations; an empty fifth of the file means that a join upstream lost them.
MAX_SHARE_WITHOUT_AFFILIATION = 0.2

COLUMNS = {
    "papers.parquet": ("venue", "year", "title", "n_authors", "affiliations", "affiliation_authors", "citations"),
    "affiliation_map.parquet": ("affiliation", "institution_id", "sector"),
    "institutions.csv": (
        "id", "name", "name_ja", "sector", "country", "qs_tier", "big_tech", "fortune_tech", "hbcu", "hsi", "japan",
    ),
    "venues.csv": ("key", "name", "title", "is_ai", "field", "csrankings", "first_year", "last_year", "excluded_years"),
}  # fmt: skip


@dataclass(frozen=True)
class RawData:
    """The four raw tables and the SHA-256 of each file (hex), keyed by file name."""

    papers: pd.DataFrame
    affiliations: pd.DataFrame
    institutions: pd.DataFrame
    venues: pd.DataFrame
    hashes: dict[str, str]


def read_raw(folder: str | Path) -> RawData:
    """Read and check the raw tables of `folder`.

    Raises SourceError naming the file and what to look at when a file is absent, a column is missing, keys repeat,
    a value is outside its range, or a join would lose rows.
    """
    folder = Path(folder)
    tables = {name: read_table(folder / name) for name in COLUMNS}
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in COLUMNS}
    raw = RawData(*tables.values(), hashes)
    check_papers(raw.papers)
    check_affiliations(raw)
    check_institutions(raw.institutions)
    check_venues(raw)
    return raw


def read_table(path: Path) -> pd.DataFrame:
    if not path.is_file():
        raise SourceError(f"{path}: file is missing; --data must name the folder that holds {', '.join(COLUMNS)}")
    try:
        # excluded_years is a list in text: a column of single years would otherwise be read as numbers.
        table = pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path, dtype={"excluded_years": "str"})
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: cannot be read ({error}); was the download cut off?") from error
    missing = [column for column in COLUMNS[path.name] if column not in table.columns]
    if missing:
        raise SourceError(f"{path}: columns {missing} are missing; found {list(table.columns)}")
    if table.empty:
        raise SourceError(f"{path}: holds no rows")
    return table


def check_papers(papers: pd.DataFrame) -> None:
    expect_rows(papers.venue.isna() | papers.year.isna(), "papers.parquet", "rows without venue or year")
    expect(pd.api.types.is_integer_dtype(papers.year), "papers.parquet", f"year is {papers.year.dtype}, not whole numbers")
    odd = (papers.year < FIRST_PLAUSIBLE_YEAR) | (papers.year > LAST_PLAUSIBLE_YEAR)
    years = sorted(papers.year[odd].unique())[:5]
    expect_rows(odd, "papers.parquet", f"rows with implausible years {years}: is the column a publication year?")
    repeated = papers.duplicated(["venue", "year", "title"])
    expect_rows(repeated, "papers.parquet", "rows with a repeated (venue, year, title): drop duplicates upstream")
    for column in ("affiliations", "affiliation_authors"):
        absent = papers[column].isna()
        expect_rows(absent, "papers.parquet", f"rows without {column}: an empty list means that none is known")
    lengths = papers.affiliations.map(len)
    uneven = lengths != papers.affiliation_authors.map(len)
    expect_rows(uneven, "papers.parquet", "rows whose affiliations and affiliation_authors differ in length")
    empty = (lengths == 0).mean()
    expect(
        empty <= MAX_SHARE_WITHOUT_AFFILIATION, "papers.parquet", f"{empty:.0%} of rows have no affiliation: was a join lost?"
    )
    authors = papers.affiliation_authors.reset_index(drop=True).explode().dropna().astype(float)
    below = np.isin(np.arange(len(papers)), authors.index[authors <= 0])
    expect_rows(below, "papers.parquet", "rows whose affiliation_authors are not above 0: authors per affiliation string")
    uncited = papers.citations.isna() & (lengths > 0)
    expect_rows(uncited, "papers.parquet", "rows with affiliations but without citations: 0 means that none cites it")
    expect_rows(papers.citations.fillna(0) < 0, "papers.parquet", "rows with negative citations")


def check_affiliations(raw: RawData) -> None:
    table, name = raw.affiliations, "affiliation_map.parquet"
    expect_rows(table.affiliation.duplicated(), name, "repeated affiliation strings: a join on them would multiply papers")
    expect_known(table.sector, SECTORS, name, "sectors")
    sectors = dict(zip(raw.institutions.id, raw.institutions.sector, strict=True))
    lost = table.institution_id.notna() & ~table.institution_id.isin(sectors)
    expect_rows(lost, name, "rows whose institution_id is not in institutions.csv")
    own = table.institution_id.map(sectors)
    expect_rows(own.notna() & (own != table.sector), name, "strings whose sector differs from their institution's")
    mentioned = pd.Index(raw.papers.affiliations.explode().dropna().unique())
    unmapped = mentioned.difference(pd.Index(table.affiliation))
    expect(unmapped.empty, name, f"{len(unmapped)} affiliation strings of papers are missing, e.g. {list(unmapped[:3])}")


def check_institutions(institutions: pd.DataFrame) -> None:
    name = "institutions.csv"
    expect_rows(institutions.id.duplicated(), name, "repeated ids")
    expect_known(institutions.sector, SECTORS, name, "sectors")
    expect_known(institutions.qs_tier, (*TIERS, None), name, "qs_tier")
    tiered = institutions.qs_tier.notna() & (institutions.sector != "university")
    expect_rows(tiered, name, "rows with qs_tier given to an institution that is not a university")
    for flag in ("big_tech", "fortune_tech", "hbcu", "hsi", "japan"):
        expect_rows(~institutions[flag].isin([0, 1]), name, f"rows whose {flag} is not 0 or 1: {flag} must be 0 or 1")
    expect_rows((institutions.big_tech == 1) & (institutions.sector != "firm"), name, "rows with big_tech given to a non-firm")


def check_venues(raw: RawData) -> None:
    name = "venues.csv"
    expect_rows(raw.venues.key.duplicated(), name, "repeated keys")
    expect_known(raw.venues.field, FIELDS, name, "fields")
    orphans = set(raw.papers.venue) - set(raw.venues.key)
    expect(not orphans, name, f"venues of papers are missing: {sorted(orphans)[:5]}")
    expect_rows(~raw.venues.is_ai.isin([0, 1]), name, "rows whose is_ai is not 0 or 1: is_ai must be 0 or 1")


def expect(holds: bool, file: str, message: str) -> None:
    if not holds:
        raise SourceError(f"{file}: {message}")


def expect_rows(bad: pd.Series | np.ndarray, file: str, message: str) -> None:
    """Raise SourceError naming the first row in `bad` (bool per row). Rows of a CSV count from its heading, as in an editor."""
    places = np.flatnonzero(np.asarray(bad, dtype=bool))
    if len(places):
        row = int(places[0]) + (2 if file.endswith(".csv") else 1)
        raise SourceError(f"{file}: {len(places)} {message} (first: row {row})")


def expect_known(values: pd.Series, known: Sequence[str | None], file: str, what: str) -> None:
    """Raise SourceError for values outside `known`, which may hold None for an empty cell."""
    bad = ~(values.isin([name for name in known if name is not None]) | (values.isna() & (None in known)))
    shown = tuple(name for name in known if name is not None)
    expect_rows(bad, file, f"rows with unknown {what} {sorted(map(str, set(values[bad])))[:5]}; known: {shown}")
