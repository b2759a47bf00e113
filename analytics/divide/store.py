"""The shipped counts in memory: one venue × year matrix for each column of the panel."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from analytics import provenance
from analytics.divide.metrics import AREA_LABELS, FIELD_LABELS
from analytics.errors import DataMissing, UnknownName
from analytics.figure import Source

MAIN_FIRST, MAIN_LAST = 2007, 2021


@dataclass(frozen=True)
class Venue:
    """A conference: key of the data, display name, full title, and whether it belongs to the AI area."""

    key: str
    name: str
    title: str
    is_ai: bool
    field: str
    csrankings: bool
    first_year: int
    last_year: int


@dataclass(frozen=True)
class Slice:
    """Part of the data to count: exactly one of area, field, venue."""

    kind: str
    name: str
    label_ja: str

    def to_dict(self) -> dict:
        return {self.kind: self.name}

    @property
    def key(self) -> str:
        """The slice in a figure id."""
        return self.name.replace("_", "-") if self.kind == "area" else f"{self.kind}-{self.name}"


class Counts:
    """Matrices of shape (venues, years). Read only; missing venue-years are 0 papers and do not count."""

    def __init__(self, panel: pd.DataFrame, countries: pd.DataFrame, venues: list[Venue], source: Source):
        self.venues = tuple(venues)
        self.source = source
        self.row = {venue.key: number for number, venue in enumerate(self.venues)}
        self.years = tuple(range(int(panel.year.min()), int(panel.year.max()) + 1))
        self.columns = {
            name: self.matrix(panel.venue, panel.year, panel[name]) for name in panel.columns if name not in ("venue", "year")
        }
        self.counted = self.columns["counts"] > 0
        self.countries = countries
        self.country_cache: dict[str, dict[str, np.ndarray]] = {}

    def matrix(self, venues: pd.Series, years: pd.Series, values: pd.Series) -> np.ndarray:
        table = np.zeros((len(self.venues), len(self.years)))
        table[venues.map(self.row).to_numpy(), years.to_numpy() - self.years[0]] = values.to_numpy()
        return table

    def column(self, name: str) -> np.ndarray:
        """A count by venue and year; `n_country_<name>` and `f_country_<name>` are made when first asked for."""
        prefix, _, rest = name.partition("_")
        if rest.startswith("country_"):
            return self.country(rest.removeprefix("country_"))[prefix]
        return self.columns[name]

    def country(self, name: str) -> dict[str, np.ndarray]:
        if name not in self.country_names:
            raise UnknownName("country", name, self.country_names)
        if name not in self.country_cache:
            rows = self.countries[self.countries.country == name]
            self.country_cache[name] = {kind: self.matrix(rows.venue, rows.year, rows[kind]) for kind in ("n", "f")}
        return self.country_cache[name]

    @cached_property
    def country_names(self) -> tuple[str, ...]:
        return tuple(self.countries.groupby("country").n.sum().sort_values(ascending=False).index)

    @cached_property
    def fixed_venues(self) -> np.ndarray:
        """Bool per venue: counted in every year of the main window."""
        first = MAIN_FIRST - self.years[0]
        return self.counted[:, first : first + MAIN_LAST - MAIN_FIRST + 1].all(axis=1)

    def venue(self, key: str) -> Venue:
        if key not in self.row:
            raise UnknownName("venue", key, tuple(self.row))
        return self.venues[self.row[key]]

    def slice(self, area: str | None = None, field: str | None = None, venue: str | None = None) -> Slice:
        """Name a part of the data; with nothing named it is the AI area. Raises UnknownName, ValueError when two are named."""
        if sum(name is not None for name in (area, field, venue)) > 1:
            raise ValueError("name only one of area, field, venue")
        if venue is not None:
            return Slice("venue", venue, self.venue(venue).name)
        if field is not None:
            if field not in FIELD_LABELS:
                raise UnknownName("field", field, tuple(FIELD_LABELS))
            return Slice("field", field, f"{FIELD_LABELS[field]}分野の会議")
        area = (area or "ai").replace("-", "_")
        if area not in AREA_LABELS:
            raise UnknownName("area", area, tuple(AREA_LABELS))
        return Slice("area", area, AREA_LABELS[area])

    def members(self, part: Slice, variant: str | None = None) -> np.ndarray:
        """Bool per venue: belongs to the slice (and to the variant's set of venues)."""
        if part.kind == "venue":
            chosen = np.array([venue.key == part.name for venue in self.venues])
        elif part.kind == "field":
            chosen = np.array([venue.field == part.name for venue in self.venues])
        else:
            chosen = np.array([part.name == "all" or venue.is_ai == (part.name == "ai") for venue in self.venues])
        if variant == "fixed":
            chosen = chosen & self.fixed_venues
        elif variant == "csrankings":
            chosen = chosen & np.array([venue.csrankings for venue in self.venues])
        return chosen


def load_counts(folder: str | Path = provenance.DATA_FOLDER) -> Counts:
    """Read the shipped files. Raises DataMissing when one is absent, damaged or not what the manifest says."""
    folder = Path(folder)
    manifest = provenance.read_manifest(folder)
    try:
        panel = pd.read_parquet(folder / "panel.parquet")
        countries = pd.read_parquet(folder / "countries.parquet")
        records = json.loads((folder / "venues.json").read_text(encoding="utf-8"))
        venues = [Venue(**record | {"is_ai": bool(record["is_ai"]), "csrankings": bool(record["csrankings"])}) for record in records]
        return Counts(panel, countries, venues, provenance.papers_source(manifest))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataMissing(f"files under {folder} do not fit together ({error}); rebuild with: python -m analytics build") from error
