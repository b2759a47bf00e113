"""The resolver's tables as two small shipped files, and back."""

from pathlib import Path

import pandas as pd

from analytics import provenance
from analytics.errors import DataMissing, SourceError
from analytics.resolve.learning import country_keys, learn, native_names
from analytics.resolve.resolver import Tables

ALIASES_INPUT = "aliases.csv"
LOOKUP, DIRECTORY = "resolver.parquet", "resolver_institutions.parquet"
# QS ranks have no open licence: the band alone is shipped.
DIRECTORY_COLUMNS = [
    "id", "name", "name_ja", "sector", "country", "qs_tier", "big_tech", "fortune_tech", "hbcu", "hsi", "japan", "openalex_ids",
]  # fmt: skip
STRING, KEY, NAME, EMPLOYER = "string", "key", "name", "employer"


def read_aliases(path: Path, institutions: pd.DataFrame) -> pd.DataFrame:
    """aliases.csv: alias, institution_id. Raises SourceError naming the file and the row."""
    try:
        table = pd.read_csv(path, keep_default_na=False, dtype=str)
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: cannot be read ({error})") from error
    missing = {"alias", "institution_id"} - set(table.columns)
    if missing:
        raise SourceError(f"{path}: columns {sorted(missing)} are missing; found {list(table.columns)}")
    foreign = table.index[~table.institution_id.isin(institutions.id)]
    if len(foreign):
        # The header is line 1 of the file.
        name = table.institution_id[foreign[0]]
        raise SourceError(f"{path}: line {foreign[0] + 2}: institution {name!r} is not in institutions.csv")
    return table


def build_lookup(
    affiliations: pd.DataFrame, institutions: pd.DataFrame, aliases: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two shipped tables: lookup (kind, text, institution, sector), sorted, and the directory of institutions."""
    tables = learn(affiliations, institutions, aliases)
    rows = [(STRING, text, *meaning) for text, meaning in tables.strings.items()]
    rows += [(KEY, text, *meaning) for text, meaning in tables.keys.items()]
    rows += [(NAME, text, institution, None) for text, institution in tables.names.items()]
    rows += [(EMPLOYER, text, None, sector) for text, sector in tables.employers.items()]
    lookup = pd.DataFrame(sorted(rows, key=lambda row: row[:2]), columns=["kind", "text", "institution", "sector"])
    lookup = lookup.astype({"kind": "category", "institution": "category", "sector": "category"})
    return lookup, institutions[DIRECTORY_COLUMNS].sort_values("id").reset_index(drop=True)


def read_directory(folder: str | Path | None = None) -> pd.DataFrame:
    """Every institution of the curated table. Raises DataMissing."""
    path = Path(folder or provenance.DATA_FOLDER) / DIRECTORY
    try:
        return pd.read_parquet(path)
    except (OSError, ValueError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: python -m analytics build --data DIR") from error


def read_tables(folder: str | Path | None = None) -> Tables:
    """The tables of the shipped files. Raises DataMissing."""
    path = Path(folder or provenance.DATA_FOLDER) / LOOKUP
    directory = read_directory(folder)
    try:
        lookup = pd.read_parquet(path)
        parts = {kind: part for kind, part in lookup.groupby("kind", observed=True)}
    except (OSError, ValueError, KeyError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: python -m analytics build --data DIR") from error
    empty = lookup[:0]

    def column(kind: str, name: str) -> list:
        values = parts.get(kind, empty)[name].astype(object)
        return values.where(values.notna(), None).tolist()

    def meanings(kind: str) -> dict:
        return dict(zip(column(kind, "text"), zip(column(kind, "institution"), column(kind, "sector"), strict=True), strict=True))

    return Tables(
        meanings(STRING),
        meanings(KEY),
        dict(zip(column(NAME, "text"), column(NAME, "institution"), strict=True)),
        dict(zip(column(EMPLOYER, "text"), column(EMPLOYER, "sector"), strict=True)),
        native_names(directory),
        dict(zip(directory.id, directory.sector, strict=True)),
        country_keys(directory),
    )
