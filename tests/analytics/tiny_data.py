"""A raw data set small enough to count by hand: its four tables, and how they are written to a folder."""

from pathlib import Path

import numpy as np
import pandas as pd

# (venue, year, title, affiliations with their authors, citations)
PAPERS = [
    ("aa", 2007, "alone", {"Acme": 3}, 20),
    ("aa", 2007, "with elite", {"Acme": 1, "Acme Labs": 1, "Elite U": 2}, 10),
    ("aa", 2007, "with others", {"Beta": 1, "Mid U": 2, "Gov": 1}, 5),
    ("aa", 2007, "half known", {"Mid U": 1, "??": 1}, 0),
    ("aa", 2007, "unknown", {}, None),
    ("aa", 2012, "one", {"Acme": 1, "Elite U": 1}, 1),
    ("aa", 2012, "two", {"Elite U": 0.5, "Mid U": 0.5}, 2),
    ("bb", 2007, "first", {"Acme": 1}, 4),
    ("bb", 2007, "second", {"??": 2}, 1),
    ("bb", 2012, "first", {"Unlisted Inc": 1, "Mid U": 3}, 8),
    ("cc", 2007, "first", {"Elite U": 1}, 3),
    ("cc", 2012, "first", {"Gov": 2}, 3),
    ("cc", 2012, "second", {"Beta": 1}, 0),
]
AFFILIATIONS = [
    ("Acme", "acme", "firm"), ("Acme Labs", "acme", "firm"), ("Beta", "beta", "firm"), ("Elite U", "elite-u", "university"),
    ("Mid U", "mid-u", "university"), ("Gov", "gov", "government"), ("Unlisted Inc", None, "firm"), ("??", None, "unknown"),
]  # fmt: skip
INSTITUTIONS = [
    ("acme", "Acme", "アクメ", "firm", "United States", None, 1, 1, 0, 0, 0),
    ("beta", "Beta", "ベータ", "firm", "Japan", None, 0, 0, 0, 0, 1),
    ("elite-u", "Elite U", None, "university", "United States", "1-50", 0, 0, 0, 1, 0),
    ("mid-u", "Mid U", "中位大学", "university", "Japan", "301-500", 0, 0, 0, 0, 1),
    ("gov", "Gov", None, "government", "Germany", None, 0, 0, 0, 0, 0),
]
VENUES = [
    ("aa", "AA", "Conference A", 1, "vision", 1, 2007, 2012, None),
    ("bb", "BB", "Conference B", 1, "ml", 0, 2007, 2012, "2007"),
    ("cc", "CC", "Conference C", 0, "systems", 1, 2007, 2012, None),
]


def tiny_tables() -> dict[str, pd.DataFrame]:
    """The four raw tables, by file name."""
    papers = pd.DataFrame(
        {
            "venue": [row[0] for row in PAPERS],
            "year": np.array([row[1] for row in PAPERS], dtype="int16"),
            "title": [row[2] for row in PAPERS],
            "n_authors": np.array([int(sum(row[3].values())) for row in PAPERS], dtype="int16"),
            "affiliations": [list(row[3]) for row in PAPERS],
            "affiliation_authors": [[float(count) for count in row[3].values()] for row in PAPERS],
            "citations": pd.array([row[4] for row in PAPERS], dtype="Int32"),
        }
    )
    institutions = pd.DataFrame(
        INSTITUTIONS,
        columns=["id", "name", "name_ja", "sector", "country", "qs_tier", "big_tech", "fortune_tech", "hbcu", "hsi", "japan"],
    )
    venues = ["key", "name", "title", "is_ai", "field", "csrankings", "first_year", "last_year", "excluded_years"]
    return {
        "papers.parquet": papers,
        "affiliation_map.parquet": pd.DataFrame(AFFILIATIONS, columns=["affiliation", "institution_id", "sector"]),
        "institutions.csv": institutions,
        "venues.csv": pd.DataFrame(VENUES, columns=venues),
    }


def write_raw(folder: Path, tables: dict[str, pd.DataFrame]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        if name.endswith(".parquet"):
            table.to_parquet(folder / name, index=False)
        else:
            table.to_csv(folder / name, index=False)
    return folder
