"""Title shares and word figures as they are shipped, against the raw titles counted without the package."""

import json
import re

import numpy as np
import pandas as pd
import pytest
import yaml

from analytics import provenance
from analytics.build import write_table
from analytics.divide.measures import Divide
from analytics.divide.sources import read_raw
from analytics.errors import DataMissing, NotInData, UnknownName
from analytics.text.build import TITLES_FILE, build_text
from analytics.text.figures import TOPICS_FILE, WORDS_FILE, distinct_terms, text_figures, topic_shares
from analytics.text.lexicon import LEXICON

YEARS = (2008, 2016, 2021)


# -- recount without the package -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def recount(raw_folder):
    """papers (venue, year, ai, known, dl, compute) of counted venue-years, and the papers of five groups."""
    papers = pd.read_parquet(raw_folder / "papers.parquet").reset_index(names="paper")
    rows = papers[["paper", "affiliations"]].explode("affiliations")
    places = pd.read_parquet(raw_folder / "affiliation_map.parquet")[["affiliation", "institution_id", "sector"]]
    facts = pd.read_csv(raw_folder / "institutions.csv").drop(columns="sector")
    rows = rows.merge(places, left_on="affiliations", right_on="affiliation").query("sector != 'unknown'")
    rows = rows.merge(facts, left_on="institution_id", right_on="id", how="left")
    papers["known"] = papers.paper.isin(rows.paper)
    papers = papers[papers.groupby(["venue", "year"]).known.transform("mean") >= 0.6]
    papers = papers[papers.known & papers.year.isin(YEARS)]
    venues = pd.read_csv(raw_folder / "venues.csv").set_index("key")
    papers["ai"] = papers.venue.map(venues.is_ai) == 1
    titles = papers.title.map(words_in).tolist()
    for name, lexicon in yaml.safe_load(LEXICON.read_text(encoding="utf-8"))["lexicons"].items():
        terms = [(term["term"].removesuffix("*"), term) for term in lexicon["terms"]]  # looked at word by word only where its letters stand
        papers[name] = [any(written in whole and says(words, term) for written, term in terms) for words, whole in zip(titles, map(" ".join, titles), strict=True)]
    groups = {
        "firm": rows.sector == "firm", "big_tech": rows.big_tech == 1, "university": rows.sector == "university",
        "non_elite": (rows.sector == "university") & (rows.qs_tier != "1-50"), "japan": rows.japan == 1,
    }  # fmt: skip
    return papers, {None: set(papers.paper)} | {name: set(rows.paper[chosen]) for name, chosen in groups.items()}


def words_in(title):
    return re.findall(r"[^\W_]+", title.lower())


def same(word, pattern):
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word in (pattern, pattern + "s")


def says(words, term):
    """Whole words in order; only the last may have an ending; none of the words that change the sense follows."""
    *first, last = term["term"].split()
    size = len(first) + 1
    for start in range(len(words) - size + 1):
        if words[start : start + size - 1] == first and same(words[start + size - 1], last):
            after = words[start + size : start + size + 1]
            if not any(same(word, pattern) for word in after for pattern in term.get("unless_next", ())):
                return True
    return False


@pytest.mark.parametrize("lexicon", ["dl", "compute"])
def test_title_shares(lexicon, recount, shipped):
    papers, groups = recount
    compared = 0
    for group, members in groups.items():
        for slices, chosen in (({"area": "ai"}, papers.ai), ({"area": "non_ai"}, ~papers.ai), ({"venue": "icml"}, papers.venue == "icml")):
            for year in YEARS:
                mine = papers[chosen & (papers.year == year) & papers.paper.isin(members)]
                measure = shipped.measure(f"{lexicon}_title_share", group=group, **slices)
                if mine.empty:
                    with pytest.raises(NotInData):
                        shipped.share(measure, [year])
                    continue
                figure = shipped.share(measure, [year])
                assert (figure.parts["numerator"], figure.n) == (mine[lexicon].sum(), len(mine)), figure.id
                compared += 1
    assert compared >= 50


def test_words_of_the_shipped_file(recount, shipped):
    """The number of titles with the first word of each side in the last period's year 2021 cannot exceed the whole period's."""
    papers, groups = recount
    mine = papers[papers.ai & (papers.year == 2021)]
    only = {"big_tech": groups["big_tech"] - groups["non_elite"], "non_elite": groups["non_elite"] - groups["big_tech"]}
    for side, members in only.items():
        top = distinct_terms(shipped.counts, side, "2017-2021")[0]
        found = mine[mine.paper.isin(members)].title.map(words_in).map(lambda words: any(same(word, top.slice["term"]) for word in words))
        assert 0 < found.sum() < top.parts["titles"][side]


# -- figures -------------------------------------------------------------------------------------------------------------------


def test_every_statistic_works_as_for_other_metrics(shipped):
    measure = shipped.measure("dl_title_share", group="firm")
    series, missing = shipped.series(measure, range(2007, 2022))
    assert len(series) == 15 and not missing
    change, did = shipped.change(measure, [2012], [2021]), shipped.did(measure)
    assert change.value == pytest.approx(series[-1].value - series[5].value)
    assert change.low < change.value < change.high and did.low < did.value < did.high
    assert any("題名だけ" in caveat for caveat in did.caveats_ja)
    assert "企業の著者が1人以上いる論文のうち" in change.definition_ja
    fractional = shipped.share(shipped.measure("dl_title_share", group="firm", variant="fractional"), [2021])
    assert 0 < fractional.value < 100 and fractional.n == series[-1].n


def test_group_known_belongs_to_titles_only(shipped):
    whole = shipped.share(shipped.measure("dl_title_share"), [2021])
    assert whole.id == shipped.share(shipped.measure("dl_title_share", group="known"), [2021]).id == "dl_title_share.ai.2021"
    with pytest.raises(UnknownName):
        shipped.measure("citation_share", group="known")
    with pytest.raises(ValueError, match="no bounds"):
        shipped.measure("dl_title_share", variant="unknown_all")


def test_word_figures_say_which_side_and_keep_z(shipped):
    for side in ("big_tech", "non_elite"):
        figures = distinct_terms(shipped.counts, side, "2017-2021")
        z = [figure.parts["z"] for figure in figures]
        assert z == sorted(z, reverse=True) and min(z) > 1.96
        assert all(1 < figure.low <= figure.value <= figure.high for figure in figures)
        assert all(np.exp(figure.parts["delta"]) == pytest.approx(figure.value) for figure in figures)
    with pytest.raises(UnknownName):
        distinct_terms(shipped.counts, "firm", "2017-2021")
    with pytest.raises(UnknownName):
        distinct_terms(shipped.counts, "big_tech", "2019")


def test_topic_shares_add_up(shipped):
    record = json.loads((provenance.DATA_FOLDER / TOPICS_FILE).read_text(encoding="utf-8"))
    assert sum(topic["papers"] for topic in record["topics"]) + record["papers_without_topic"] == record["papers"]
    for group in ("known", "firm", "japan"):
        figures = topic_shares(shipped.counts, group, "2017-2021")
        assert len(figures) == len(record["topics"]) and 95 < sum(figure.value for figure in figures) <= 100
    with pytest.raises(UnknownName):
        topic_shares(shipped.counts, "hbcu")


def test_small_data_has_no_words_and_says_so(tiny_built):
    counts = Divide.open(tiny_built).counts
    assert text_figures(counts) == []


def test_a_missing_file_is_named(tiny_built, tmp_path, shipped):
    counts = Divide.open(tiny_built).counts
    counts.folder = tmp_path
    with pytest.raises(DataMissing, match=WORDS_FILE):
        text_figures(counts)
    with pytest.raises(DataMissing, match="titles.parquet"):
        counts.column("n_title_dl_firm")


# -- bytes -----------------------------------------------------------------------------------------------------------------------


def test_shipped_files_are_those_of_the_raw_records(raw_folder, tmp_path):
    """The same bytes again, in another process than the one that built them."""
    counts = build_text(read_raw(raw_folder), pd.read_parquet(provenance.DATA_FOLDER / "panel.parquet"), tmp_path)
    write_table(counts, tmp_path / TITLES_FILE)
    for name in (TITLES_FILE, WORDS_FILE, TOPICS_FILE):
        assert (tmp_path / name).read_bytes() == (provenance.DATA_FOLDER / name).read_bytes(), name
