"""Clones of csmetrics.net and paperlists → raw tables that build; malformed files named with the place."""

import json

import pandas as pd
import pytest

from analytics.__main__ import main
from analytics.divide.panel import build_panel
from analytics.divide.sources import read_raw
from analytics.errors import SourceError
from analytics.fresh.csmetrics import read_csmetrics
from analytics.fresh.paperlists import read_paperlists
from analytics.fresh.records import Batch, Paper, drop_uncovered, papers_table, settle_citations, write_raw
from analytics.resolve.tables import DIRECTORY_COLUMNS


def match(identity="W1", year=2024, citations=3, **affiliations):
    return {
        "PaperId": f"https://openalex.org/{identity}", "PaperTitle": "A", "Year": year, "CitationCount": citations,
        "EstimatedCitation": citations, "Affiliations": affiliations, "Authors": ["A", "B"],
    }  # fmt: skip


def record(title="A title.", year=2024, matches=()):
    return {"DBLP title": title, "DBLP authors": ["A", "B"], "year": year, "doi": "", "OA papers": list(matches)}


@pytest.fixture
def clone(tmp_path):
    """Write files of a clone: path → content (text as it is, else JSON)."""

    def write(files):
        for name, content in files.items():
            path = tmp_path / "clone" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return tmp_path / "clone"

    return write


FOLDER = "data/filtered_papers"


def test_csmetrics_papers_come_in_our_shape(clone):
    folder = clone(
        {
            f"{FOLDER}/nips_2024_filtered_papers.json": [record(matches=[match(MIT=1.5, Google=0.5)]), record("No match.")],
            f"{FOLDER}/zz_2024_filtered_papers.json": [record(), record("B.")],
            f"{FOLDER}/nips_2023_filtered_papers.json": [record(year=2023)],
        }
    )
    batch = read_csmetrics(folder, {"nips"}, (2024,))
    assert batch.papers == (
        Paper("nips", 2024, "A title", 2, {"MIT": 1.5, "Google": 0.5}, 3, "W1"),
        Paper("nips", 2024, "No match", 2, {}, None, None),
    )
    assert batch.skipped == {"zz": 2}
    assert {paper.year for paper in read_csmetrics(folder, {"nips"}).papers} == {2023, 2024}


@pytest.mark.parametrize(
    "matches, chosen",
    [
        ([match("W1", 2010, MIT=1.0), match("W2", 2023, MIT=1.0)], "W2"),
        ([match("W1", 2024), match("W2", 2020, MIT=1.0)], "W2"),
        ([match("W1", 2023, MIT=1.0), match("W2", 2023, MIT=1.0)], "W1"),
        ([match("W1", 2024)], "W1"),
    ],
)
def test_of_several_matches_the_nearest_with_affiliations_is_taken(matches, chosen, clone):
    folder = clone({f"{FOLDER}/nips_2024_filtered_papers.json": [record(matches=matches)]})
    assert read_csmetrics(folder, {"nips"}).papers[0].openalex_id == chosen


@pytest.mark.parametrize(
    "content, place",
    [
        ('[{"DBLP title": "A",\n\n', "line 3"),
        ({"papers": []}, "holds a dict"),
        ([record(), "text"], "entry 2: is a str"),
        ([record(), {"year": 2024}], "entry 2: fields"),
        ([record(year="2024")], "entry 1: year is '2024'"),
        ([record(year=1803)], "entry 1: year is 1803"),
        ([record(title=None)], "entry 1: title"),
        ([record(matches=[{"PaperId": "W1"}])], "entry 1: an OA paper lacks"),
        ([record(matches=[match(MIT=0)])], "entry 1: Affiliations"),
        ([record(matches=[match(MIT="two")])], "entry 1: Affiliations"),
        ([record(matches=[match(citations=-1, MIT=1)])], "entry 1: CitationCount is -1"),
        # What fuzzing found: JSON holds more than our table does.
        ([record(matches=[match(citations=10**30, MIT=1)])], "entry 1: CitationCount is 1000"),
        ([record(matches=[match(MIT=float("inf"))])], "entry 1: Affiliations"),
        ([record(matches=[match(MIT=True)])], "entry 1: Affiliations"),
        ([record(matches=[match(**{"\ud800": 1})])], "entry 1: Affiliations"),
        ([record(matches=[match(year="2024", MIT=1)])], "entry 1: PaperId must be text and Year"),
        ([record(matches=[match(MIT=1) | {"PaperId": 7}])], "entry 1: PaperId must be text"),
        ([record(title="A\ud800")], "entry 1: title"),
        ([record() | {"DBLP authors": ["A"] * 2**15}], "entry 1: title"),
    ],
)
def test_a_malformed_csmetrics_file_is_named_with_the_place(content, place, clone):
    folder = clone({f"{FOLDER}/nips_2024_filtered_papers.json": content})
    with pytest.raises(SourceError, match="nips_2024_filtered_papers.json") as failure:
        read_csmetrics(folder, {"nips"})
    assert place in str(failure.value)


def test_another_folder_is_no_clone(tmp_path):
    for read in (read_csmetrics, read_paperlists):
        with pytest.raises(SourceError, match="is it a clone"):
            read(tmp_path, {"nips"})


def listed(title="A", author="A;B", aff="MIT;Google", **more):
    return {"title": title, "author": author, "aff": aff, **more}


@pytest.mark.parametrize(
    "entry, authors, affiliations",
    [
        (listed(), 2, {"MIT": 1.0, "Google": 1.0}),
        (listed(author="A;B;C;D"), 4, {"MIT": 2.0, "Google": 2.0}),
        (listed(author="A;B", aff="MIT;MIT"), 2, {"MIT": 2.0}),
        (listed(author="A, B, C", aff="Lab, MIT, USA"), 3, {"Lab, MIT, USA": 3.0}),
        (listed(author="A;B;C", aff=";MIT;"), 3, {"MIT": 1.0}),
        (listed(aff=None), 2, {}),
        (listed(aff=""), 2, {}),
    ],
)
def test_paperlists_authors_go_with_their_affiliations(entry, authors, affiliations, clone):
    batch = read_paperlists(clone({"nips/nips2024.json": [entry]}), {"nips"})
    assert batch.papers == (Paper("nips", 2024, "A", authors, affiliations, None),)


def test_only_accepted_papers_of_counted_conferences_come(clone):
    states = ["Reject", "Withdraw", "Desk Reject", "Active", "Poster", "Oral", "", "Accept (poster)"]
    folder = clone(
        {
            "nips/nips2024.json": [listed(title=f"T{n}", status=state) for n, state in enumerate(states)],
            "3dv/3dv2025.json": [listed()],
            "colm/colm2024.json": [listed()],
            "tools/config.json": {"a": 1},
        }
    )
    batch = read_paperlists(folder, {"nips", "3dim"})
    assert [(paper.venue, paper.title) for paper in batch.papers] == [("3dim", "A"), *(("nips", f"T{n}") for n in (4, 5, 6, 7))]
    assert batch.skipped == {"Reject": 1, "Withdraw": 1, "Desk Reject": 1, "Active": 1, "colm": 1}


@pytest.mark.parametrize(
    "content, place",
    [
        ("[", "line 1"), ([listed(), {"title": "A"}], "entry 2"), ([listed(title=4)], "entry 1"),
        # What fuzzing found.
        ([listed(status=7)], "entry 1: status must be text"), ([listed(status=["Poster"])], "entry 1: status"), ([listed(aff="\udfff")], "entry 1: title, author and aff"),
        ([listed(author=";".join("A" * 2**15))], "entry 1: has 32768 authors"),
    ],
)
def test_a_malformed_paperlists_file_is_named_with_the_place(content, place, clone):
    with pytest.raises(SourceError, match=rf"nips2024\.json: {place}"):
        read_paperlists(clone({"nips/nips2024.json": content}), {"nips"})


@pytest.mark.parametrize("count", [10**30, 2**31, -1, "3", True])
def test_a_count_that_no_table_holds_is_not_known(count, clone):
    (found,) = read_paperlists(clone({"nips/nips2024.json": [listed(gs_citation=count)]}), {"nips"}).papers
    assert found.citations is None and papers_table((found,)).citations.isna().all()


def paper(number, citations, affiliations=("MIT",), year=2024):
    return Paper("nips", year, f"T{number}", 1, {name: 1.0 for name in affiliations}, citations)


def test_citations_that_are_not_known_leave_the_whole_venue_year_out():
    papers = (paper(1, 4), paper(2, None), *(paper(n, 2, year=2023) for n in range(30)), paper(31, None, year=2023))
    settled, without = settle_citations(papers)
    assert without == (("nips", 2024),)
    assert [one.citations for one in settled if one.year == 2024] == [0, 0]
    assert sum(one.citations for one in settled if one.year == 2023) == 60
    assert settle_citations((paper(1, None, ()),)) == ((paper(1, None, ()),), ())


def test_a_venue_year_that_cannot_count_is_dropped():
    low = [paper(n, 1, ("MIT",) if n < 5 else ()) for n in range(10)]
    high = [paper(n, 1, ("MIT",) if n < 6 else (), 2023) for n in range(10)]
    batch, dropped = drop_uncovered(Batch((*low, *high), {}, {}))
    assert (dropped, {one.year for one in batch.papers}) == ([("nips", 2024)], {2023})


def test_the_raw_tables_pass_every_check_and_count(tmp_path):
    papers = [paper(1, 4, ("MIT", "Betatron Zzyx")), paper(2, 1, ("Zzyx GmbH",)), paper(3, 0, ("Zzyx",)), paper(1, 4)]
    batch = Batch((*papers, paper(9, 2, ("Google",), 2023)), {}, {"Betatron Zzyx": "toyota", "Zzyx GmbH": "mit"})
    write_raw(batch, tmp_path)
    panel = build_panel(read_raw(tmp_path)).set_index(["venue", "year"])
    row = panel.loc["nips", 2024]
    # The repeated title counts once; the source's own institution counts only where the rules read nothing.
    assert (row.papers, row.known, row.n_firm, row.n_university, row.n_japan) == (3, 2, 2, 1, 1)
    assert panel.loc[("nips", 2023), "n_big_tech"] == 1
    assert list(pd.read_csv(tmp_path / "institutions.csv").columns) == DIRECTORY_COLUMNS


def test_import_commands_write_the_folder(clone, tmp_path, capsys):
    folder = clone(
        {
            f"{FOLDER}/nips_2024_filtered_papers.json": [record(matches=[match(MIT=2.0)])],
            "nips/nips2024.json": [listed(gs_citation=5)],
        }
    )
    for source in ("csmetrics", "paperlists"):
        assert main(["import", source, str(folder), "--out", str(tmp_path / source)]) == 0
        out, err = capsys.readouterr()
        assert out == "" and "build --data" in err
        assert len(read_raw(tmp_path / source).papers) == 1
    assert main(["import", "csmetrics", str(tmp_path), "--out", str(tmp_path / "x")]) == 1
    assert "is it a clone" in capsys.readouterr().err and not (tmp_path / "x").exists()
    assert main(["import", "csmetrics", str(folder), "--out", str(tmp_path / "x"), "--years", "1999"]) == 1
