"""Papers and credit of each institution by venue and year, and what is known of each institution."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analytics.divide.panel import explode_mentions
from analytics.divide.sources import RawData
from analytics.errors import SourceError, UnknownName

UNIVERSITY = re.compile(r"\buniversity(?: of)?\b|大学$")
PROFILE_COLUMNS = ["id", "name", "name_ja", "sector", "country", "qs_tier", "big_tech", "japan"]


def build_institutions(raw: RawData) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Counts and profiles.

    Counts: one row per (venue, year, institution), sorted: n papers (a paper counts once for an institution however
    many of its strings the paper lists) and f credit (authors of the institution / authors with a known sector, rounded
    to 1e-6). Strings with a known sector but no institution belong to no row. Profiles: one row per institution with a paper.
    """
    mentions = explode_mentions(raw)
    total = np.bincount(mentions.paper, weights=mentions.authors, minlength=mentions.n_papers)
    rows = pd.DataFrame(
        {
            "paper": mentions.paper,
            "institution": raw.affiliations.institution_id.to_numpy()[mentions.code],
            "f": mentions.authors / total[mentions.paper],
        }
    ).dropna(subset="institution")
    by_paper = rows.groupby(["paper", "institution"], as_index=False).f.sum()
    by_paper["venue"] = raw.papers.venue.to_numpy()[by_paper.paper]
    by_paper["year"] = raw.papers.year.to_numpy()[by_paper.paper]
    counts = by_paper.groupby(["venue", "year", "institution"], as_index=False).agg(n=("paper", "size"), f=("f", "sum"))
    if counts.n.sum() != len(by_paper):
        raise SourceError("institutions: papers were lost while grouping by venue, year and institution")
    profiles = raw.institutions[raw.institutions.id.isin(set(counts.institution))][PROFILE_COLUMNS].sort_values("id")
    counts = counts.astype({"venue": "category", "institution": "category", "year": "int16", "n": "int32"})
    return counts.assign(f=counts.f.round(6)), profiles.reset_index(drop=True)


@dataclass(frozen=True)
class Profile:
    """An institution: id of the data, names, sector, country (None when unknown), QS band (None unless a university)."""

    id: str
    name: str
    name_ja: str | None
    sector: str
    country: str | None
    tier: str | None
    big_tech: bool
    japan: bool

    @property
    def label_ja(self) -> str:
        return self.name_ja or self.name


class Directory:
    """The profiles, in the order of `ids`."""

    def __init__(self, profiles: pd.DataFrame, ids: tuple[str, ...]):
        """Raises KeyError when an id has no profile."""
        table = profiles.set_index("id").loc[list(ids)]
        self.ids = ids
        self.number = {key: position for position, key in enumerate(ids)}
        self.table = {name: table[name].astype(object).where(table[name].notna(), None).tolist() for name in table.columns}
        self.arrays = {name: np.array(self.table[name], dtype=object) for name in ("sector", "country", "qs_tier")}

    def profile(self, key: str) -> Profile:
        """The institution with this id or, letter case ignored, this English or Japanese name; a university also without the word
        University or 大学 (Stanford), where no other name is that.

        Raises UnknownName with the names that contain `key`.
        """
        word = key.casefold()
        number = self.number.get(key, self.by_word.get(word, self.universities.get(word)))
        if number is None:
            alike = (word for word in self.by_word if key.casefold() in word)
            raise UnknownName("institution", key, tuple(alike))
        column = {name: values[number] for name, values in self.table.items()}
        return Profile(
            self.ids[number], column["name"], column["name_ja"], column["sector"], column["country"], column["qs_tier"],
            bool(column["big_tech"]), bool(column["japan"]),
        )  # fmt: skip

    @cached_property
    def by_word(self) -> dict[str, int]:
        words: dict[str, int] = {}
        for number, (name, name_ja) in enumerate(zip(self.table["name"], self.table["name_ja"], strict=True)):
            for word in (name, name_ja):
                if word:
                    words.setdefault(word.casefold(), number)
        return words

    @cached_property
    def universities(self) -> dict[str, int]:
        """Names without the word University, but for those that two of them share."""
        short: dict[str, int | None] = {}
        for word, number in self.by_word.items():
            bare = UNIVERSITY.sub("", word).strip()
            if bare != word and bare:
                short[bare] = number if short.get(bare, number) == number else None
        return {word: number for word, number in short.items() if number is not None}

    def select(self, sector: str | None = None, country: str | None = None, tier: str | None = None, big_tech: bool | None = None) -> np.ndarray:
        """Bool per institution: fits every criterion given."""
        chosen = np.ones(len(self.ids), dtype=bool) if big_tech is None else np.array([bool(value) == big_tech for value in self.table["big_tech"]])
        for name, wanted in (("sector", sector), ("country", country), ("qs_tier", tier)):
            if wanted is not None:
                chosen &= self.arrays[name] == wanted
        return chosen
