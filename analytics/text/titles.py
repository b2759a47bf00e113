"""Titles → counts: how many papers of each group, by venue and year, hold a term of a lexicon in their title."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.divide.panel import GROUPS, affiliation_flags, explode_mentions, group_credits
from analytics.divide.sources import RawData
from analytics.errors import SourceError
from analytics.text.lexicon import Lexicon, holds_term, normalise

KNOWN = "known"
# Whose words are compared: large firms, and universities outside QS 1–50.
SIDES = ("big_tech", "non_elite")


@dataclass(frozen=True)
class TitleData:
    """Titles with what is needed to count them, one entry a paper.

    titles: normalised. known, counts: bool (the paper's affiliations are known; its venue-year counts). members:
    group → (bool, credit in 0..1). venue, year: of the paper.
    """

    titles: tuple[str, ...]
    venue: np.ndarray
    year: np.ndarray
    known: np.ndarray
    counts: np.ndarray
    members: dict[str, tuple[np.ndarray, np.ndarray]]


def read_titles(raw: RawData, panel: pd.DataFrame) -> TitleData:
    """Titles of all papers; `panel` says which venue-years count."""
    known, members = group_credits(explode_mentions(raw), affiliation_flags(raw))
    venue, year = raw.papers.venue.to_numpy(), raw.papers.year.astype(int).to_numpy()
    counted = set(panel.loc[panel.counts, ["venue", "year"]].itertuples(index=False, name=None))
    counts = np.fromiter((cell in counted for cell in zip(venue, year, strict=True)), dtype=bool, count=len(venue))
    titles = tuple(normalise(title) for title in raw.papers.title)
    return TitleData(titles, venue, year, known, counts, {group: members[group] for group in GROUPS})


def build_title_counts(data: TitleData, lexicons: dict[str, Lexicon]) -> pd.DataFrame:
    """Papers with a term by venue and year, sorted, for the venue-years that have any.

    Columns n_title_<lexicon>_<group> (papers) and f_title_<lexicon>_<group> (credit, rounded to 1e-6) for `known` and
    every group of the panel. Only papers with a known affiliation are counted, as in every other share.
    """
    keys = pd.MultiIndex.from_arrays([data.venue, data.year], names=["venue", "year"])
    cell, rows = pd.factorize(keys, sort=True)
    columns = {}
    for name, lexicon in lexicons.items():
        found = holds_term(data.titles, lexicon) & data.known
        for group, (member, credit) in {KNOWN: (data.known, data.known.astype(float)), **data.members}.items():
            picked = found & member
            columns[f"n_title_{name}_{group}"] = np.bincount(cell[picked], minlength=len(rows)).astype("int32")
            sums = np.bincount(cell[picked], weights=credit[picked], minlength=len(rows))
            columns[f"f_title_{name}_{group}"] = sums.round(6)
    table = pd.DataFrame(columns, index=pd.MultiIndex.from_tuples(list(rows), names=["venue", "year"])).reset_index()
    return table[(table.filter(like="n_title_") > 0).any(axis=1)].reset_index(drop=True)


def check_title_counts(table: pd.DataFrame, panel: pd.DataFrame) -> None:
    """Raises SourceError when a group has more papers with a term than papers."""
    both = table.merge(panel, on=["venue", "year"], how="left", validate="one_to_one")
    for column in (name for name in table if name.startswith(("n_title_", "f_title_"))):
        prefix, _, _, group = column.split("_", 3)
        whole = both[KNOWN] if group == KNOWN else both[f"{prefix}_{group}"]
        if not (both[column] <= whole + 1e-5).all():
            raise SourceError(f"titles: {column} exceeds the papers of {group}: was the panel built from other records?")
