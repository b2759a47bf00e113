"""Counts by venue, year and a long list of names (countries, institutions), kept as one row per non-empty cell."""

from functools import cached_property

import numpy as np
import pandas as pd


class CellCounts:
    """Papers `n` and credit `f` by venue, year and name; read only.

    Rows are sorted by venue row and year. `names` gives the meaning of `code`; `cell` numbers (venue row, year) pairs in
    the order of a flattened (venues, years) matrix of `shape`.
    """

    def __init__(self, table: pd.DataFrame, name_column: str, venue_rows: dict[str, int], years: tuple[int, ...]):
        """`table` has columns venue, year, <name_column>, n, f. Raises KeyError for a venue that is not in `venue_rows`."""
        venue_codes, venues = pd.factorize(table.venue)
        rows = np.array([venue_rows[key] for key in venues], dtype=int)[venue_codes]
        self.shape = (len(venue_rows), len(years))
        cell = rows * len(years) + table.year.to_numpy().astype(int) - years[0]
        order = np.argsort(cell, kind="stable")
        code, names = pd.factorize(table[name_column], sort=True)
        self.names = tuple(str(name) for name in names)
        self.number = {name: position for position, name in enumerate(self.names)}
        self.cell, self.code = cell[order], code[order]
        self.values = {kind: table[kind].to_numpy().astype(float)[order] for kind in ("n", "f")}
        self.sizes = np.bincount(self.cell, minlength=len(venue_rows) * len(years))

    @cached_property
    def by_name(self) -> tuple[np.ndarray, np.ndarray]:
        """Row numbers grouped by name, and where each name's group starts (length names + 1)."""
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.code, minlength=len(self.names)))])
        return np.argsort(self.code, kind="stable"), starts

    def matrix(self, name: str, kind: str) -> np.ndarray:
        """Counts of one name by venue and year: (venues, years). Raises KeyError."""
        rows, starts = self.by_name
        number = self.number[name]
        picked = rows[starts[number] : starts[number + 1]]
        table = np.zeros(self.shape)
        table.flat[self.cell[picked]] = self.values[kind][picked]
        return table

    def rows(self, mask: np.ndarray) -> np.ndarray:
        """Row numbers inside a (venues, years) bool mask."""
        return np.flatnonzero(np.repeat(mask.ravel(), self.sizes))

    def totals(self, mask: np.ndarray, kind: str) -> np.ndarray:
        """Sum over the masked venue-years for every name: (names,)."""
        picked = self.rows(mask)
        return np.bincount(self.code[picked], weights=self.values[kind][picked], minlength=len(self.names))

    def by_venue(self, mask: np.ndarray, kind: str) -> np.ndarray:
        """Sums by venue for the names that occur inside the mask: (venues with a masked year, occurring names)."""
        picked = self.rows(mask)
        chosen = np.flatnonzero(mask.any(axis=1))
        row = np.full(self.shape[0], -1)
        row[chosen] = np.arange(len(chosen))
        present, column = np.unique(self.code[picked], return_inverse=True)
        flat = row[self.cell[picked] // self.shape[1]] * len(present) + column
        sums = np.bincount(flat, weights=self.values[kind][picked], minlength=len(chosen) * len(present))
        return sums.reshape(len(chosen), len(present))
