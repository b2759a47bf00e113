"""The shipped counts in memory: one venue × year matrix for each column of the panel."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from analytics import provenance
from analytics.divide.cells import CellCounts
from analytics.divide.institutions import Directory
from analytics.divide.metrics import AREA_LABELS, FIELD_LABELS
from analytics.divide.panel import GROUPS
from analytics.errors import BadInput, DataMissing, DerivedMissing, UnknownName
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
    """Matrices of shape (venues, years). Read only; missing venue-years are 0 papers and do not count.

    The institutions' counts are read from `folder` when they are first asked for.
    """

    def __init__(self, panel: pd.DataFrame, countries: pd.DataFrame, venues: list[Venue], source: Source, folder: Path):
        self.venues = tuple(venues)
        self.source = source
        self.folder = folder
        self.row = {venue.key: number for number, venue in enumerate(self.venues)}
        self.years = tuple(range(int(panel.year.min()), int(panel.year.max()) + 1))
        cells = np.array([self.row[key] for key in panel.venue]), panel.year.to_numpy() - self.years[0]
        self.columns = {name: self.matrix(cells, panel[name]) for name in panel.columns if name not in ("venue", "year")}
        for group in GROUPS:
            for prefix in ("n", "f", "c"):
                if f"{prefix}_{group}" not in self.columns:
                    raise KeyError(f"panel.parquet lacks {prefix}_{group}: built by another version")
        self.columns["n_unknown"] = self.columns["papers"] - self.columns["known"]
        self.counted = self.columns["counts"] > 0
        self.countries = CellCounts(countries, "country", self.row, self.years)
        self.member_cache: dict[tuple, np.ndarray] = {}
        self.row_cache: dict[tuple, np.ndarray] = {}
        self.year_cache: dict[tuple, tuple[int, ...]] = {}

    def matrix(self, cells: tuple[np.ndarray, np.ndarray], values: pd.Series) -> np.ndarray:
        """Values put at their (venue row, year) cells, 0 elsewhere: (venues, years)."""
        table = np.zeros((len(self.venues), len(self.years)))
        table[cells] = values.to_numpy()
        return table

    def column(self, name: str) -> np.ndarray:
        """A count by venue and year; `n_country_<name>`, `f_institution_<id>`, `n_title_<words>_<group>` and
        the like come from tables of their own."""
        prefix, _, rest = name.partition("_")
        if rest.startswith("country_"):
            return self.countries.matrix(rest.removeprefix("country_"), prefix)
        if rest.startswith("institution_"):
            return self.institutions.matrix(rest.removeprefix("institution_"), prefix)
        if rest.startswith("title_"):
            return self.titles[name]
        return self.columns[name]

    @cached_property
    def country_names(self) -> tuple[str, ...]:
        """Countries, most papers first."""
        papers = self.countries.totals(np.ones(self.countries.shape, dtype=bool), "n")
        return tuple(self.countries.names[number] for number in np.argsort(-papers, kind="stable"))

    @cached_property
    def institutions(self) -> CellCounts:
        """Papers and credit by venue, year and institution. Raises DataMissing."""
        return CellCounts(read_shipped(self.folder / "institutions.parquet"), "institution", self.row, self.years)

    @cached_property
    def titles(self) -> dict[str, np.ndarray]:
        """Papers and credit with a term of a lexicon in the title, by column name. Raises DataMissing."""
        table = read_shipped(self.folder / "titles.parquet")
        try:
            cells = np.array([self.row[key] for key in table.venue], dtype=int), table.year.to_numpy().astype(int) - self.years[0]
            return {name: self.matrix(cells, table[name]) for name in table.columns if name not in ("venue", "year")}
        except (LookupError, AttributeError) as error:
            raise DataMissing(f"titles.parquet does not fit the panel ({error!r}); rebuild it") from error

    @cached_property
    def directory(self) -> Directory:
        """Who the institutions are, in the order of `institutions.names`. Raises DataMissing."""
        try:
            return Directory(read_shipped(self.folder / "profiles.parquet"), self.institutions.names)
        except KeyError as error:
            raise DataMissing(f"profiles.parquet and institutions.parquet do not fit ({error}); rebuild them") from error

    @cached_property
    def standard_errors(self) -> dict[tuple[str, str, str], float]:
        """Bootstrap standard errors computed at build time: (metric with suffix, slice, periods) → error.

        None of them when they were computed from other counts: each is then computed when it is asked for.
        """
        try:
            provenance.read_derived(self.folder, provenance.read_manifest(self.folder))
        except DerivedMissing:
            return {}
        table = read_shipped(self.folder / "concentration.parquet")
        return dict(zip(zip(table.metric, table.slice, table.periods, strict=True), table.error.astype(float), strict=True))

    def warm(self) -> None:
        """Read the tables that are otherwise read when they are first asked for. Raises DataMissing."""
        for table in (self.institutions, self.countries):
            table.by_name  # noqa: B018 - reading is the point
        for names in (self.titles, self.standard_errors, self.country_names, self.directory.by_word):
            len(names)

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
            raise BadInput("name only one of area, field, venue", "two_parts")
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
        """Bool per venue: belongs to the slice (and to the variant's set of venues). Not to be written to."""
        if (part, variant) not in self.member_cache:
            chosen = np.array([belongs(venue, part) for venue in self.venues])
            if variant == "fixed":
                chosen &= self.fixed_venues
            elif variant == "csrankings":
                chosen &= np.array([venue.csrankings for venue in self.venues])
            chosen.flags.writeable = False
            self.member_cache[part, variant] = chosen
        return self.member_cache[part, variant]

    def member_rows(self, part: Slice, variant: str | None = None) -> np.ndarray:
        """Numbers of those venues, as a column (venues, 1): with years they pick cells as np.ix_ does, without its cost."""
        if (part, variant) not in self.row_cache:
            self.row_cache[part, variant] = np.flatnonzero(self.members(part, variant))[:, None]
        return self.row_cache[part, variant]

    def years_with_data(self, part: Slice, variant: str | None = None) -> tuple[int, ...]:
        """Years in which the slice has at least one counting venue."""
        if (part, variant) not in self.year_cache:
            has = self.counted[self.members(part, variant)].any(axis=0)
            self.year_cache[part, variant] = tuple(year for year, found in zip(self.years, has, strict=True) if found)
        return self.year_cache[part, variant]

    def mask(self, part: Slice, years: tuple[int, ...], variant: str | None = None) -> np.ndarray:
        """Bool (venues, years): the venue-years of the slice that count, in these years as far as the data reach."""
        return self.counted & self.members(part, variant)[:, None] & np.isin(self.years, years)


def belongs(venue: Venue, part: Slice) -> bool:
    if part.kind == "venue":
        return venue.key == part.name
    if part.kind == "field":
        return venue.field == part.name
    return part.name == "all" or venue.is_ai == (part.name == "ai")


def read_shipped(path: Path) -> pd.DataFrame:
    """A shipped table. Raises DataMissing."""
    try:
        return pd.read_parquet(path)
    except (OSError, ValueError) as error:
        raise DataMissing(f"{path} cannot be read ({error}); restore it or run: python -m analytics build --data DIR") from error


def load_counts(folder: str | Path = provenance.DATA_FOLDER) -> Counts:
    """Read the shipped files. Raises DataMissing when one is absent, damaged or not what the manifest says."""
    folder = Path(folder)
    manifest = provenance.read_manifest(folder)
    try:
        panel = pd.read_parquet(folder / "panel.parquet")
        countries = pd.read_parquet(folder / "countries.parquet")
        records = json.loads((folder / "venues.json").read_text(encoding="utf-8"))
        venues = [Venue(**record | {"is_ai": bool(record["is_ai"]), "csrankings": bool(record["csrankings"])}) for record in records]
        return Counts(panel, countries, venues, provenance.papers_source(manifest), folder)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise DataMissing(f"files under {folder} do not fit together ({error}); rebuild with: python -m analytics build") from error
