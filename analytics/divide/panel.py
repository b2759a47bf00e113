"""Papers → panel: for each venue and year, how many papers each group of institutions takes part in.

Full counting: a paper counts 1 for every group that has at least one author in it. Fractional counting: each author
whose sector is known carries 1/n of the paper, n being the paper's authors with a known sector (affiliation_authors),
so a group's credit is the part of the paper its members wrote. For joint groups (firm with university) the credit is
the part written by the members of both, on papers that both wrote. The three strategies of firms (alone, with an elite
university, with others only) split the firms' papers without overlap, and their credit is the firms' own part, so both
add up to the firms' papers and credit.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.divide.sources import TIERS, RawData
from analytics.errors import SourceError

MIN_KNOWN_SHARE = 0.6

SIMPLE_GROUPS = (
    "firm", "university", "government", "nonprofit", "big_tech", "fortune_tech", "hbcu", "hsi",
    "japan", "japan_firm", "japan_university", "non_elite",
) + tuple(f"tier_{tier}" for tier in TIERS)  # fmt: skip
JOINT_GROUPS = ("firm_only", "university_only", "no_firm", "firm_university", "firm_elite", "firm_non_elite")
STRATEGY_GROUPS = ("strategy_alone", "strategy_elite", "strategy_other")
GROUPS = SIMPLE_GROUPS + JOINT_GROUPS + STRATEGY_GROUPS
ELITE = "tier_1-50"


@dataclass(frozen=True)
class Mentions:
    """One row per (paper, affiliation string) with a known sector.

    paper, code: int arrays (row of `papers`, row of the affiliation map). authors: float array. n_papers: int.
    """

    paper: np.ndarray
    code: np.ndarray
    authors: np.ndarray
    n_papers: int


def explode_mentions(raw: RawData) -> Mentions:
    """Flatten the lists of affiliations; rows of unknown sector are left out."""
    lengths = raw.papers.affiliations.map(len).to_numpy()
    paper = np.repeat(np.arange(len(raw.papers)), lengths)
    strings = np.concatenate(raw.papers.affiliations.to_numpy())
    authors = np.concatenate(raw.papers.affiliation_authors.to_numpy()).astype(float)
    code = pd.Index(raw.affiliations.affiliation).get_indexer(strings)
    known = (raw.affiliations.sector != "unknown").to_numpy()[code]
    return Mentions(paper[known], code[known], authors[known], len(raw.papers))


def affiliation_flags(raw: RawData) -> dict[str, np.ndarray]:
    """Which rows of the affiliation map belong to which simple group: name → bool array."""
    table = raw.affiliations.merge(
        raw.institutions.drop(columns="sector"), left_on="institution_id", right_on="id", how="left", validate="many_to_one"
    )
    if len(table) != len(raw.affiliations):
        raise SourceError("affiliation_map.parquet: rows changed in the join with institutions.csv; are ids unique?")
    sector = table.sector.to_numpy()
    flags = {name: sector == name for name in ("firm", "university", "government", "nonprofit")}
    for name in ("big_tech", "fortune_tech", "hbcu", "hsi", "japan"):
        flags[name] = table[name].fillna(0).to_numpy() == 1
    for name in ("firm", "university"):
        flags[f"japan_{name}"] = flags["japan"] & flags[name]
    tiers = table.qs_tier.to_numpy()
    for tier in TIERS:
        flags[f"tier_{tier}"] = flags["university"] & (tiers == tier)
    flags["non_elite"] = flags["university"] & ~flags[ELITE]
    return flags


def group_credits(mentions: Mentions, flags: dict[str, np.ndarray]) -> tuple[np.ndarray, dict]:
    """Per paper: is it known, and each group's (member: bool array, credit: float array in 0..1)."""
    size = mentions.n_papers
    total = np.bincount(mentions.paper, weights=mentions.authors, minlength=size)
    known = np.bincount(mentions.paper, minlength=size) > 0
    credits = {}
    for name in SIMPLE_GROUPS:
        inside = flags[name][mentions.code]
        member = np.bincount(mentions.paper[inside], minlength=size) > 0
        part = np.bincount(mentions.paper[inside], weights=mentions.authors[inside], minlength=size)
        credits[name] = (member, np.divide(part, total, out=np.zeros(size), where=total > 0))
    for name, sector in (("firm_only", "firm"), ("university_only", "university")):
        outside = ~flags[sector][mentions.code]
        member = known & ~(np.bincount(mentions.paper[outside], minlength=size) > 0)
        credits[name] = (member, member.astype(float))
    without_firm = known & ~credits["firm"][0]
    credits["no_firm"] = (without_firm, without_firm.astype(float))
    for name, partner in (("firm_university", "university"), ("firm_elite", ELITE), ("firm_non_elite", "non_elite")):
        member = credits["firm"][0] & credits[partner][0]
        credits[name] = (member, np.where(member, credits["firm"][1] + credits[partner][1], 0.0))
    return known, credits | strategy_credits(credits)


def strategy_credits(credits: dict) -> dict:
    """Firms' papers by how they were written, as (member, the firms' credit)."""
    (firm, credit), alone, elite = credits["firm"], credits["firm_only"][0], credits["firm_elite"][0]
    members = {"strategy_alone": alone, "strategy_elite": elite, "strategy_other": firm & ~alone & ~elite}
    return {name: (member, np.where(member, credit, 0.0)) for name, member in members.items()}


def build_panel(raw: RawData) -> pd.DataFrame:
    """Count papers by venue and year.

    Returns one row per (venue, year), sorted: papers, known, counts (bool: ≥ 60 % known), citations (of known papers),
    and per group n_<group> (papers), f_<group> (credit, rounded to 1e-6 so that rebuilds are identical on any
    machine) and c_<group> (citations).
    """
    panel = finish_panel(cell_sums(raw))
    check_panel(panel, raw)
    return panel


def cell_sums(raw: RawData) -> pd.DataFrame:
    """Unrounded sums over papers by (venue, year), as the index, sorted; sums of parts of the papers add up to those of all."""
    known, credits = group_credits(explode_mentions(raw), affiliation_flags(raw))
    keys = pd.MultiIndex.from_arrays([raw.papers.venue, raw.papers.year.astype(int)], names=["venue", "year"])
    cell, rows = pd.factorize(keys, sort=True)
    # Only papers without any affiliation lack a citation count (checked at the door), and those are never known papers.
    citations = raw.papers.citations.fillna(0).to_numpy().astype(float)

    def count(weights: np.ndarray) -> np.ndarray:
        return np.bincount(cell, weights=weights.astype(float), minlength=len(rows))

    columns = {"papers": count(np.ones(len(known))), "known": count(known), "citations": count(known * citations)}
    for name, (member, credit) in credits.items():
        columns |= {f"n_{name}": count(member), f"f_{name}": count(credit), f"c_{name}": count(member * citations)}
    return pd.DataFrame(columns, index=pd.MultiIndex.from_tuples(list(rows), names=["venue", "year"]))


def finish_panel(sums: pd.DataFrame) -> pd.DataFrame:
    """Sums as the panel: whole counts, rounded credit, and which venue-years count."""
    types = {name: np.int64 for name in sums if not name.startswith("f_")}
    panel = sums.round({name: 6 for name in sums if name.startswith("f_")}).astype(types).reset_index()
    panel.insert(4, "counts", panel.known >= MIN_KNOWN_SHARE * panel.papers)
    return panel


def check_panel(panel: pd.DataFrame, raw: RawData) -> None:
    """The panel must reconcile with the raw records and with itself."""
    check_counts(panel, len(raw.papers))
    stated = {
        (venue.key, int(year))
        for venue in raw.venues.itertuples()
        if isinstance(venue.excluded_years, str)
        for year in venue.excluded_years.split("|")
    }
    found = set(panel.loc[~panel.counts, ["venue", "year"]].itertuples(index=False, name=None))
    if stated != found:
        raise SourceError(f"venues.csv: excluded_years differ from the coverage found: {sorted(stated ^ found)[:5]}")


def check_counts(panel: pd.DataFrame, papers: int) -> None:
    """The panel must hold every paper, and its groups must reconcile."""
    if panel.papers.sum() != papers:
        raise SourceError(f"panel holds {panel.papers.sum()} of {papers} papers: rows were lost while grouping")
    for name in GROUPS:
        if (panel[f"n_{name}"] > panel.known).any() or (panel[f"f_{name}"] > panel[f"n_{name}"] + 1e-6).any():
            raise SourceError(f"panel: group {name} exceeds the known papers; are shares above 100 already percent?")
    if (panel.n_firm + panel.n_no_firm != panel.known).any():
        raise SourceError("panel: papers with and without a firm do not add up to the known papers")
    for prefix in ("n", "f"):
        parts = sum(panel[f"{prefix}_{name}"] for name in STRATEGY_GROUPS)
        if ((parts - panel[f"{prefix}_firm"]).abs() > 1e-5).any():
            raise SourceError(f"panel: the three strategies of firms do not add up to {prefix}_firm")
    both = panel.n_firm + panel.n_university - panel.n_firm_university
    if (both > panel.known).any():
        raise SourceError("panel: firm + university - firm_university exceeds the known papers: groups do not reconcile")


def build_countries(raw: RawData) -> pd.DataFrame:
    """Papers and credit by venue, year and country of the institution (full and fractional counting)."""
    mentions = explode_mentions(raw)
    country = raw.affiliations.merge(raw.institutions, left_on="institution_id", right_on="id", how="left").country
    total = np.bincount(mentions.paper, weights=mentions.authors, minlength=mentions.n_papers)
    rows = pd.DataFrame(
        {
            "paper": mentions.paper,
            "country": country.to_numpy()[mentions.code],
            "credit": mentions.authors / np.maximum(total[mentions.paper], 1e-12),
        }
    ).dropna(subset="country")
    by_paper = rows.groupby(["paper", "country"], as_index=False).credit.sum()
    by_paper["venue"] = raw.papers.venue.to_numpy()[by_paper.paper]
    by_paper["year"] = raw.papers.year.astype(int).to_numpy()[by_paper.paper]
    table = by_paper.groupby(["venue", "year", "country"], as_index=False).agg(n=("paper", "size"), f=("credit", "sum"))
    table["f"] = table.f.round(6)
    return table
