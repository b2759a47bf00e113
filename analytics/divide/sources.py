"""Reads the raw records and checks them at the door. Nothing here counts anything."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

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
    expect(papers.venue.notna().all() and papers.year.notna().all(), "papers.parquet", "rows without venue or year")
    expect(pd.api.types.is_integer_dtype(papers.year), "papers.parquet", f"year is {papers.year.dtype}, not whole numbers")
    odd = papers.year[(papers.year < FIRST_PLAUSIBLE_YEAR) | (papers.year > LAST_PLAUSIBLE_YEAR)]
    expect(odd.empty, "papers.parquet", f"implausible years {sorted(odd.unique())[:5]}: is the column a publication year?")
    repeated = papers.duplicated(["venue", "year", "title"]).sum()
    expect(repeated == 0, "papers.parquet", f"{repeated} repeated (venue, year, title): drop duplicates upstream")
    for column in ("affiliations", "affiliation_authors"):
        absent = papers[column].isna().sum()
        expect(absent == 0, "papers.parquet", f"{absent} rows without {column}: an empty list means that none is known")
    lengths = papers.affiliations.map(len)
    uneven = (lengths != papers.affiliation_authors.map(len)).sum()
    expect(uneven == 0, "papers.parquet", f"{uneven} rows whose affiliations and affiliation_authors differ in length")
    empty = (lengths == 0).mean()
    expect(
        empty <= MAX_SHARE_WITHOUT_AFFILIATION, "papers.parquet", f"{empty:.0%} of rows have no affiliation: was a join lost?"
    )
    authors = papers.affiliation_authors.explode().dropna().astype(float)
    expect((authors > 0).all(), "papers.parquet", "affiliation_authors must be above 0: authors per affiliation string")
    uncited = (papers.citations.isna() & (lengths > 0)).sum()
    expect(uncited == 0, "papers.parquet", f"{uncited} rows with affiliations but without citations: 0 means that none cites it")
    expect((papers.citations.dropna() >= 0).all(), "papers.parquet", "negative citations")


def check_affiliations(raw: RawData) -> None:
    table, name = raw.affiliations, "affiliation_map.parquet"
    expect(table.affiliation.is_unique, name, "repeated affiliation strings: a join on them would multiply papers")
    foreign = set(table.sector) - set(SECTORS)
    expect(not foreign, name, f"unknown sectors {sorted(map(str, foreign))}; known: {SECTORS}")
    linked = table[table.institution_id.notna()].merge(
        raw.institutions[["id", "sector"]], left_on="institution_id", right_on="id", how="left", suffixes=("", "_own")
    )
    lost = linked.id.isna().sum()
    expect(lost == 0, name, f"{lost} institution_id values are not in institutions.csv")
    differing = (linked.sector != linked.sector_own).sum()
    expect(differing == 0, name, f"{differing} strings whose sector differs from their institution's")
    mentioned = pd.Index(raw.papers.affiliations.explode().dropna().unique())
    unmapped = mentioned.difference(pd.Index(table.affiliation))
    expect(unmapped.empty, name, f"{len(unmapped)} affiliation strings of papers are missing, e.g. {list(unmapped[:3])}")


def check_institutions(institutions: pd.DataFrame) -> None:
    name = "institutions.csv"
    expect(institutions.id.is_unique, name, "repeated ids")
    foreign = set(institutions.sector) - set(SECTORS)
    expect(not foreign, name, f"unknown sectors {sorted(map(str, foreign))}; known: {SECTORS}")
    foreign = set(institutions.qs_tier.dropna()) - set(TIERS)
    expect(not foreign, name, f"unknown qs_tier {sorted(foreign)}; known: {TIERS}")
    tiered = institutions[institutions.qs_tier.notna()]
    expect((tiered.sector == "university").all(), name, "qs_tier given to an institution that is not a university")
    for flag in ("big_tech", "fortune_tech", "hbcu", "hsi", "japan"):
        expect(institutions[flag].isin([0, 1]).all(), name, f"{flag} must be 0 or 1")
    expect((institutions[institutions.big_tech == 1].sector == "firm").all(), name, "big_tech given to a non-firm")


def check_venues(raw: RawData) -> None:
    name = "venues.csv"
    expect(raw.venues.key.is_unique, name, "repeated keys")
    foreign = set(raw.venues.field) - set(FIELDS)
    expect(not foreign, name, f"unknown fields {sorted(foreign)}; known: {FIELDS}")
    orphans = set(raw.papers.venue) - set(raw.venues.key)
    expect(not orphans, name, f"venues of papers are missing: {sorted(orphans)[:5]}")
    expect(raw.venues.is_ai.isin([0, 1]).all(), name, "is_ai must be 0 or 1")


def expect(holds: bool, file: str, message: str) -> None:
    if not holds:
        raise SourceError(f"{file}: {message}")
