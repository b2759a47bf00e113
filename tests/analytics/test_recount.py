"""The shipped figures against an independent recount: a few lines of pandas on the raw records, without the package."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

REPOSITORY = Path(__file__).parents[2]
YEARS = range(2007, 2022)
SLICES = {"ai": {"area": "ai"}} | {venue: {"venue": venue} for venue in ("nips", "cvpr", "kdd", "kr")}
TIERS = ("1-50", "51-100", "101-200", "201-300", "301-500", "500+")
CITED = [(None, "firm_share"), ("big_tech", "big_tech_share"), ("tier_1-50", "tier_share 1-50")]


@pytest.fixture(scope="module")
def raw(raw_folder):
    """papers with `known`, and one row per (paper, known affiliation string) with its institution's facts."""
    papers = pd.read_parquet(raw_folder / "papers.parquet").reset_index(names="paper")
    strings = papers[["paper", "affiliations", "affiliation_authors"]].explode(["affiliations", "affiliation_authors"])
    places = pd.read_parquet(raw_folder / "affiliation_map.parquet")[["affiliation", "institution_id", "sector"]]
    facts = pd.read_csv(raw_folder / "institutions.csv").drop(columns="sector")
    rows = strings.merge(places, left_on="affiliations", right_on="affiliation").merge(
        facts, left_on="institution_id", right_on="id", how="left"
    )
    rows = rows[rows.sector != "unknown"].astype({"affiliation_authors": float})
    papers["known"] = papers.paper.isin(rows.paper)
    share_known = papers.groupby(["venue", "year"]).known.transform("mean")
    papers = papers[share_known >= 0.6]
    is_ai = pd.read_csv(raw_folder / "venues.csv").set_index("key").is_ai
    papers["ai"] = papers.venue.map(is_ai) == 1
    rows["part"] = rows.affiliation_authors / rows.groupby("paper").affiliation_authors.transform("sum")
    return papers, rows


@pytest.fixture(scope="module")
def groups(raw):
    """Group → set of its papers, straight from the definitions in words."""
    _, rows = raw

    def of(condition):
        return set(rows.paper[condition])

    elite = (rows.sector == "university") & (rows.qs_tier == "1-50")
    firm, university = of(rows.sector == "firm"), of(rows.sector == "university")
    found = {
        "firm_share": firm,
        "firm_only_share": set(rows.paper) - of(rows.sector != "firm"),
        "no_firm_share": set(rows.paper) - firm,
        "university_share": university,
        "university_only_share": set(rows.paper) - of(rows.sector != "university"),
        "firm_university_share": firm & university,
        "firm_elite_share": firm & of(elite),
        "firm_non_elite_share": firm & of((rows.sector == "university") & ~elite),
        "non_elite_share": of((rows.sector == "university") & ~elite),
        "government_share": of(rows.sector == "government"),
        "nonprofit_share": of(rows.sector == "nonprofit"),
        "big_tech_share": of(rows.big_tech == 1),
        "hbcu_share": of(rows.hbcu == 1),
        "hsi_share": of(rows.hsi == 1),
        "japan_share": of(rows.country == "Japan"),
        "japan_firm_share": of((rows.country == "Japan") & (rows.sector == "firm")),
        "japan_university_share": of((rows.country == "Japan") & (rows.sector == "university")),
    }
    found["firm_other_share"] = firm - found["firm_only_share"] - found["firm_elite_share"]
    found |= {f"tier_share {tier}": of((rows.sector == "university") & (rows.qs_tier == tier)) for tier in TIERS}
    found |= {f"country_share {name}": of(rows.country == name) for name in ("United States", "China")}
    found |= {f"institution_share {name}": of(rows.institution_id == name) for name in ("google", "univ-tokyo", "nec")}
    return found


@pytest.fixture(scope="module")
def cells(raw):
    """(slice, year) → its papers, for the slices and years that have any."""
    papers = raw[0]
    found = {}
    for name in SLICES:
        chosen = papers[papers.ai if name == "ai" else papers.venue == name]
        found |= {(name, year): rows for year, rows in chosen.groupby("year") if year in YEARS}
    return found


@pytest.fixture(scope="module")
def counts(cells, groups):
    """(slice, year) → papers of each group among the known papers."""
    members = {metric: np.zeros(max(map(max, groups.values())) + 1, dtype=bool) for metric in groups}
    for metric, papers in groups.items():
        members[metric][list(papers)] = True
    known = {cell: papers.paper[papers.known].to_numpy() for cell, papers in cells.items()}
    return {cell: {metric: int(mask[papers].sum()) for metric, mask in members.items()} for cell, papers in known.items()}


def arguments(metric):
    """`tier_share 1-50` → the metric and its parameter."""
    name, _, parameter = metric.partition(" ")
    return name, {name.removesuffix("_share"): parameter} if parameter else {}


def test_command_line_gives_the_recounted_firm_share(cells, groups):
    command = [sys.executable, "-m", "analytics", "query", "firm_share", "--area", "ai", "--years", "2007-2021", "--json"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)["figures"]
    assert [figure["slice"]["years"] for figure in figures] == [[year] for year in YEARS]
    for figure, year in zip(figures, YEARS, strict=True):
        known = cells["ai", year].query("known")
        assert figure["n"] == len(known)
        assert figure["value"] == pytest.approx(100 * known.paper.isin(groups["firm_share"]).mean(), rel=1e-12)


def test_every_group_share(cells, counts, groups, shipped):
    """Full counting, AI and four venues, every year: equal, not merely close."""
    for metric in groups:
        name, parameter = arguments(metric)
        for (part, year), papers in cells.items():
            figure = shipped.share(shipped.measure(name, **SLICES[part], **parameter), [year])
            assert (figure.parts["numerator"], figure.n) == (counts[part, year][metric], papers.known.sum()), figure.id
    assert (len(groups), len(cells)) == (29, 66)  # 15 AI years, 13 of NeurIPS, 15 of CVPR and of KDD, 8 of KR


FRACTIONAL = {
    "firm_share": lambda rows: rows.sector == "firm",
    "university_share": lambda rows: rows.sector == "university",
    "big_tech_share": lambda rows: rows.big_tech == 1,
    "japan_share": lambda rows: rows.country == "Japan",
    "tier_share 1-50": lambda rows: rows.qs_tier == "1-50",
    "tier_share 301-500": lambda rows: rows.qs_tier == "301-500",
    "country_share China": lambda rows: rows.country == "China",
    "institution_share google": lambda rows: rows.institution_id == "google",
}


@pytest.mark.parametrize("metric", FRACTIONAL)
def test_fractional_shares(metric, raw, cells, shipped):
    """Each author with a known sector carries 1/n. Credits are shipped rounded to 1e-6 a venue-year."""
    rows = raw[1]
    name, parameter = arguments(metric)
    credit = rows.part.where(FRACTIONAL[metric](rows), 0.0).groupby(rows.paper).sum()
    for (part, year), papers in cells.items():
        measure = shipped.measure(name, variant="fractional", **SLICES[part], **parameter)
        expected = 100 * credit.reindex(papers.paper).sum() / papers.known.sum()
        assert shipped.share(measure, [year]).value == pytest.approx(expected, abs=1e-5)


def test_pooled_periods_and_did(raw, groups, shipped):
    papers, _ = raw
    known = papers[papers.known].assign(firm=lambda table: table.paper.isin(groups["firm_share"]))
    shares = {}
    for ai in (True, False):
        for period, years in (("before", range(2007, 2012)), ("after", range(2012, 2022))):
            shares[ai, period] = 100 * known[(known.ai == ai) & known.year.isin(years)].firm.mean()
    expected = (shares[True, "after"] - shares[True, "before"]) - (shares[False, "after"] - shares[False, "before"])
    assert shipped.did(shipped.measure("firm_share")).value == pytest.approx(expected, rel=1e-12)


def test_unknown_share(cells, shipped):
    for year in YEARS:
        expected = 100 * (1 - cells["ai", year].known.mean())
        assert shipped.share(shipped.measure("unknown_share"), [year]).value == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("group, metric", CITED)
def test_citation_share(group, metric, cells, groups, shipped):
    for year in YEARS:
        known = cells["ai", year].query("known")
        expected = 100 * known.citations[known.paper.isin(groups[metric])].sum() / known.citations.sum()
        assert shipped.share(shipped.measure("citation_share", group=group), [year]).value == pytest.approx(expected, rel=1e-12)


def test_concentration(raw, cells, shipped):
    """AI 2021 and NeurIPS 2019: the k largest by sorting, HHI by squaring, Gini by the mean absolute difference."""
    _, rows = raw
    for part, year in (("ai", 2021), ("nips", 2019)):
        mine = rows[rows.paper.isin(cells[part, year].paper)]
        credit = mine.groupby("institution_id").part.sum().to_numpy()
        total = credit.sum()
        expected = {
            "top10_share": 100 * np.sort(credit)[-10:].sum() / total,
            "top50_share": 100 * np.sort(credit)[-50:].sum() / total,
            "hhi": np.square(100 * credit / total).sum(),
            "gini": np.abs(credit[:, None] - credit[None, :]).mean() / (2 * credit.mean()),
        }
        for metric, value in expected.items():
            assert shipped.share(shipped.measure(metric, **SLICES[part]), [year]).value == pytest.approx(value, rel=1e-5)


def test_ranking_of_firms(raw, cells, shipped):
    _, rows = raw
    mine = rows[rows.paper.isin(cells["ai", 2021].paper) & (rows.sector == "firm")]
    expected = mine.groupby("institution_id").paper.nunique().sort_values(ascending=False, kind="stable").head(10)
    figures = shipped.rank_institutions([2021], sector="firm", by="papers")
    assert [figure.value for figure in figures] == expected.tolist()
    assert {figure.slice["institution"]: figure.value for figure in figures}["google"] == expected["google"]
