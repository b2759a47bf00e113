"""Curated table + institutions + aliases → the tables that the resolver looks up."""

import pandas as pd

from analytics.resolve.names import learn_names
from analytics.resolve.resolver import UNKNOWN, Meaning, Tables
from analytics.resolve.text import Words, has_cjk, key, split_words

# Names of countries that the institutions' table spells otherwise.
OTHER_COUNTRIES = (
    "USA", "US", "U.S.A.", "United States of America", "UK", "U.K.", "England", "Scotland", "Wales",
    "Great Britain", "PRC", "P. R. China", "People's Republic of China", "Korea", "Republic of Korea", "UAE",
    "Czechia", "The Netherlands", "Holland", "Viet Nam", "KSA", "Russian Federation", "Türkiye", "Macau",
    "Deutschland", "España", "Italia", "Brasil", "México", "Österreich", "Schweiz", "Suisse",
)  # fmt: skip


def learn(affiliations: pd.DataFrame, institutions: pd.DataFrame, aliases: pd.DataFrame) -> Tables:
    """What the curated tables teach.

    affiliations: affiliation, institution_id, sector. institutions: id, name, name_ja, sector, country. aliases: alias,
    institution_id.
    """
    sectors = dict(zip(institutions.id, institutions.sector, strict=True))
    identities = affiliations.institution_id.astype(object).where(affiliations.institution_id.notna(), None)
    strings = dict(zip(affiliations.affiliation, zip(identities, affiliations.sector, strict=True), strict=True))
    strings |= {alias: (owner, sectors[owner]) for alias, owner in zip(aliases.alias, aliases.institution_id, strict=True)}
    words = {text: split_words(text) for text in strings}
    own = [(split_words(name), key) for key, name in zip(institutions.id, institutions.name, strict=True)]
    known = [(words[text], institution, sector) for text, (institution, sector) in strings.items() if sector != UNKNOWN]
    names, employers = learn_names(known, own, sectors)
    countries = country_keys(institutions)
    keys = own_keys(own, sectors) | whole_keys(known, countries)
    return Tables(strings, keys, names, employers, native_names(institutions), sectors, countries)


def native_names(institutions: pd.DataFrame) -> dict[str, str]:
    """Japanese name → institution."""
    pairs = zip(institutions.name_ja, institutions.id, strict=True)
    return {name: owner for name, owner in pairs if isinstance(name, str) and has_cjk(name)}


def country_keys(institutions: pd.DataFrame) -> frozenset[str]:
    """Normalised names of countries."""
    return frozenset(key(name) for name in (*institutions.country.dropna().unique(), *OTHER_COUNTRIES))


def own_keys(own: list[tuple[Words, str]], sectors: dict[str, str]) -> dict[str, Meaning]:
    """Institutions' names as whole strings."""
    owners: dict[str, set[str]] = {}
    for words, institution in own:
        owners.setdefault(" ".join(words.words), set()).add(institution)
    return {key: (next(iter(found)), sectors[next(iter(found))]) for key, found in owners.items() if key and len(found) == 1}


def whole_keys(known: list[tuple[Words, str | None, str]], countries: frozenset[str]) -> dict[str, Meaning]:
    """Normalised strings whose raw forms all mean the same. A country alone is no institution."""
    meanings: dict[str, set[Meaning]] = {}
    for words, institution, sector in known:
        meanings.setdefault(" ".join(words.words), set()).add((institution, sector))
    return {key: next(iter(found)) for key, found in meanings.items() if key and len(found) == 1 and key not in countries}
