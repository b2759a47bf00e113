"""The update from OpenAlex against a local server: paging, faults, outage and continuation, and the joined counts."""

import json

import pandas as pd
import pytest
from openalex_server import PAGE, make_work, serving
from tiny_data import tiny_tables, write_raw

from analytics import provenance
from analytics.__main__ import main
from analytics.build import build
from analytics.divide.measures import Divide
from analytics.errors import SourceError
from analytics.fresh import command
from analytics.fresh.merge import wanted_cells
from analytics.fresh.openalex import ATTEMPTS, Interrupted, OpenAlex, OpenAlexError, Settings
from analytics.fresh.options import ADDRESS, API_KEY
from analytics.fresh.sources import choose_sources, learn_sources, read_sources
from analytics.fresh.store import PageStore
from analytics.fresh.update import coverage, fetch, read_papers, read_work

SOURCES = {"aa": ["S1"], "bb": ["S2", "S3"], "cc": []}
YEARS = (2022, 2023)
KEY = "hidden-key"


def many_works() -> list[dict]:
    """aa: 8 works in 2022 and 2 in 2023; bb: 4 in 2023 from two sources; others that must not come."""
    works = [make_work(n, 2022, "S1", [["Acme"], ["Elite U", "Mid U"]]) for n in range(1, 9)]
    works += [make_work(n, 2023, "S1", [["Acme"]]) for n in (21, 22)]
    works += [make_work(n, 2023, "S2" if n % 2 else "S3", [["Mid U"]]) for n in range(31, 35)]
    return works + [make_work(90, 2022, "S9", [["Acme"]]), make_work(91, 2021, "S1", [["Acme"]])]


@pytest.fixture
def service():
    with serving(many_works()) as service:
        yield service


@pytest.fixture
def client(service):
    """A client whose waits are written down instead of waited."""
    waits = []
    with OpenAlex(Settings(service.address, "who@example.org", KEY), waits.append) as client:
        client.waits = waits
        yield client


def ids(store, part):
    return [work["id"].rpartition("/")[2] for work in store.read(part).works]


def fetch_all(client, store):
    done = []
    fetch(client, store, SOURCES, YEARS, lambda venue, year: done.append((venue, year)))
    return done


EVERYTHING = {
    "aa_2022": [f"W{n}" for n in range(1, 9)], "aa_2023": ["W21", "W22"],
    "bb_2022": [], "bb_2023": ["W31", "W32", "W33", "W34"],
}  # fmt: skip


def received(store):
    return {part: ids(store, part) for part in EVERYTHING}


def test_every_page_comes_once(service, client, tmp_path):
    store = PageStore(tmp_path)
    assert fetch_all(client, store) == [("aa", 2022), ("aa", 2023), ("bb", 2022), ("bb", 2023)]
    assert received(store) == EVERYTHING
    asked = [(filters, cursor) for filters, cursor, _ in service.requests]
    assert len(asked) == len(set(asked)) == 4 + 2 + 1 + 3
    assert all(filters.startswith("primary_location.source.id:S") for filters, _ in asked)
    fetch_all(client, store)
    assert len(service.requests) == len(asked)  # nothing is asked again


def test_who_asks_is_said_in_headers_and_not_in_the_address(service, client, tmp_path):
    fetch_all(client, PageStore(tmp_path))
    filters, _, headers = service.requests[0]
    assert headers["From"] == "who@example.org" and headers["Authorization"] == f"Bearer {KEY}"
    assert KEY not in filters


@pytest.mark.parametrize(
    "faults, waits",
    [
        (["429:7"], [7.0]),
        (["500"], [1.0]),
        (["cut"], [1.0]),
        (["html"], [1.0]),
        (["403"], [1.0]),
        (["500", "503", "429:2", "cut", "502"], [1.0, 2.0, 2.0, 8.0, 16.0]),
        (["ok", "429:3", "ok", "cut"], [3.0, 1.0]),
    ],
)
def test_passing_faults_lose_nothing_and_repeat_nothing(faults, waits, service, client, tmp_path):
    service.faults = list(faults)
    store = PageStore(tmp_path)
    fetch_all(client, store)
    assert received(store) == EVERYTHING
    assert client.waits == waits


@pytest.mark.parametrize("good", range(9))
def test_an_outage_at_any_page_is_continued_where_it_stopped(good, service, client, tmp_path):
    service.faults = ["ok"] * good + ["cut"] * ATTEMPTS
    store = PageStore(tmp_path)
    with pytest.raises(Interrupted, match="same command again"):
        fetch_all(client, store)
    kept = [path.read_bytes() for path in sorted(tmp_path.rglob("*.json"))]
    assert len(kept) == good
    before = len(service.requests)
    fetch_all(client, store)
    assert received(store) == EVERYTHING
    assert len(service.requests) - before == 10 - good
    assert not list(tmp_path.rglob("*.part"))


def test_a_page_that_repeats_a_work_counts_it_once(service, client, tmp_path):
    service.works.insert(4, service.works[0])
    store = PageStore(tmp_path)
    fetch_all(client, store)
    assert sorted(ids(store, "aa_2022")) == sorted(EVERYTHING["aa_2022"])


def test_a_refusal_is_not_repeated_and_says_why(service, client):
    with pytest.raises(OpenAlexError, match="Unknown filter field: colour") as failure:
        client.works("colour:red", "*")
    assert len(service.requests) == 1 and KEY not in str(failure.value)


def test_a_long_wait_stops_at_once(service, client):
    service.faults = ["429:5000"]
    with pytest.raises(Interrupted, match="5000 s"):
        client.works("publication_year:2022", "*")
    assert client.waits == []


def test_a_damaged_page_is_named(service, client, tmp_path):
    store = PageStore(tmp_path)
    fetch_all(client, store)
    (tmp_path / "aa_2022" / "00002.json").write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match="00002.json"):
        store.read("aa_2022")


def test_sources_are_those_of_one_conference_only():
    counts = {"aa": {"S1": 30, "S9": 20}, "bb": {"S2": 25, "S3": 15, "S9": 10}, "cc": {"S9": 50, "S4": 2}, "dd": {"": 50}}
    from collections import Counter

    assert choose_sources({venue: Counter(found) for venue, found in counts.items()}) == {
        "aa": ["S1"], "bb": ["S2", "S3"], "cc": [], "dd": [],
    }  # fmt: skip


def test_learned_sources_are_kept_through_an_outage(service, client, tmp_path):
    seeds = pd.DataFrame([("aa", "W1"), ("aa", "W2"), ("bb", "W31"), ("bb", "W32")], columns=["venue", "openalex_id"])
    service.faults = ["ok"] + ["500"] * ATTEMPTS
    path = tmp_path / "sources.json"
    with pytest.raises(Interrupted):
        learn_sources(client, seeds, path, lambda venue: None)
    before = len(service.requests)
    assert learn_sources(client, seeds, path, lambda venue: None) == {"aa": ["S1"], "bb": ["S2", "S3"]}
    assert [filters for filters, _, _ in service.requests[before:]] == ["openalex_id:W31|W32"]


@pytest.mark.parametrize("row", ["zz,S1", "aa,W1", "aa,S", "aa,"])
def test_a_wrong_line_in_the_table_of_sources_is_named(row, tmp_path):
    path = tmp_path / "sources.csv"
    path.write_text(f"venue,source_id\naa,https://openalex.org/S5\n{row}\n", encoding="utf-8")
    with pytest.raises(SourceError, match="line 3"):
        read_sources(path, {"aa"})


def test_authors_are_spread_over_their_affiliations():
    named = {}
    work = make_work(5, 2022, "S1", [["Acme", "Elite U|I7"], ["Acme"]], title="A  title.")
    paper = read_work(work, "aa", 2022, {"I7": "elite-u"}, named)
    assert (paper.title, paper.n_authors, paper.citations, paper.openalex_id) == ("A title", 2, 5, "W5")
    assert paper.affiliations == {"Acme": 1.5, "Elite U": 0.5}
    assert named == {"Elite U": "elite-u"}
    raw = read_work(make_work(6, 2022, "S1", [["Dept, X", "Dept, X"], []], raw=True), "aa", 2022, {}, named)
    assert raw.affiliations == {"Dept, X": 1.0} and raw.n_authors == 2


def test_front_matter_is_no_paper(service, client, tmp_path):
    service.works[0]["is_paratext"] = True
    service.works[1]["title"] = None
    store = PageStore(tmp_path)
    fetch_all(client, store)
    batch, _ = read_papers(store, SOURCES, YEARS, {})
    found = [paper.openalex_id for paper in batch.papers if (paper.venue, paper.year) == ("aa", 2022)]
    assert found == [f"W{n}" for n in range(3, 9)]
    assert sum(batch.skipped.values()) == 2


def test_partial_years_carry_their_reasons(service, client, tmp_path):
    service.faults = ["ok"] * 2 + ["cut"] * ATTEMPTS
    store = PageStore(tmp_path)
    with pytest.raises(Interrupted):
        fetch_all(client, store)
    batch, came = read_papers(store, SOURCES, YEARS, {})
    line = coverage(batch, came, {"aa": 5.0}, 2024)[0]
    assert (line.papers, line.expected, line.partial) == (2 * PAGE, 8, ("unfinished",))
    fetch_all(client, store)
    batch, came = read_papers(store, SOURCES, YEARS, {})
    found = {(line.venue, line.year): line.partial for line in coverage(batch, came, {"aa": 8.0, "bb": 4.0}, 2023)}
    assert found == {
        ("aa", 2022): (), ("aa", 2023): ("year_not_over", "fewer_than_usual"),
        ("bb", 2022): ("fewer_than_usual",), ("bb", 2023): ("year_not_over",),
    }  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The small data set with a resolver and seeds, built."""
    folder = tmp_path_factory.mktemp("base")
    tables = tiny_tables()
    papers = tables["papers.parquet"]
    papers["openalex_id"] = [f"W{900 + number}" for number in range(len(papers))]
    tables["institutions.csv"]["openalex_ids"] = ["I1", "I2|I3", "I4", "I5", "I6"]
    tables["aliases.csv"] = pd.DataFrame([("Acme Corp", "acme")], columns=["alias", "institution_id"])
    build(write_raw(folder / "raw", tables), folder / "data", everything=True, draws=20)
    return folder / "data"


@pytest.fixture
def updating(base, tmp_path, monkeypatch, capsys):
    """(run the command, service): base papers of `aa` lie in S1, those of `bb` in S2, `cc` shares a source with nobody's."""
    seeds = pd.read_parquet(base / "openalex_seeds.parquet")
    home = {"aa": "S1", "bb": "S2", "cc": None}
    works = many_works()
    works += [make_work(int(row.openalex_id[1:]), 2012, home[row.venue], [["Acme"]]) for row in seeds.itertuples()]
    # An unlisted name that OpenAlex knows, and one that nothing knows.
    works += [make_work(40, 2022, "S1", [["Betatron Zzyx|I3"]]), make_work(41, 2022, "S1", [["Zzyx"]])]
    monkeypatch.setattr(command.time, "sleep", lambda seconds: None)
    monkeypatch.setenv(API_KEY, KEY)
    with serving(works) as service:
        monkeypatch.setenv(ADDRESS, service.address)

        def run(*more):
            folders = ["--work", str(tmp_path / "work"), "--data", str(base), "--out", str(tmp_path / "out")]
            arguments = ["update", "--years", "2022-2023", *folders]
            code = main([*arguments, *more])
            return code, capsys.readouterr()

        yield run, service, tmp_path / "out"


def test_update_adds_years_and_leaves_the_old_ones(updating, base):
    run, _, out = updating
    code, said = run()
    assert (code, said.out) == (0, "")
    assert "cc" in said.err and KEY not in said.err
    old, new = pd.read_parquet(base / "panel.parquet"), pd.read_parquet(out / "panel.parquet")
    pd.testing.assert_frame_equal(new[new.year <= 2012].reset_index(drop=True), old)
    row = new[(new.venue == "aa") & (new.year == 2022)].iloc[0]
    # Eight papers with Acme and both universities, one of Beta by OpenAlex's id, one unknown.
    assert (row.papers, row.known, row.n_firm, row.n_university, row.n_japan) == (10, 9, 9, 8, 9)
    assert row.f_firm == pytest.approx(8 * 0.5 + 1)
    cells = new[new.year >= 2022][["venue", "year"]].itertuples(index=False, name=None)
    assert set(cells) == {("aa", 2022), ("aa", 2023), ("bb", 2023)}
    divide = Divide.open(out)
    assert divide.share(divide.measure("firm_share", venue="aa"), (2022,)).value == pytest.approx(100.0)
    assert "OpenAlex（CC0" in divide.counts.source.citation
    note = json.loads((out / "fresh.json").read_text(encoding="utf-8"))
    assert {(line["venue"], line["year"]): line["papers"] for line in note["coverage"]} == {
        ("aa", 2022): 10, ("aa", 2023): 2, ("bb", 2022): 0, ("bb", 2023): 2,
    }  # fmt: skip
    venues = {record["key"]: record["last_year"] for record in json.loads((out / "venues.json").read_text(encoding="utf-8"))}
    assert venues == {"aa": 2023, "bb": 2023, "cc": 2012}


def test_update_again_changes_nothing(updating):
    run, service, out = updating
    run()
    before, asked = {path.name: path.read_bytes() for path in out.iterdir()}, len(service.requests)
    assert run()[0] == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert len(service.requests) == asked


def test_update_over_its_own_result_takes_nothing_twice(updating, base, tmp_path):
    run, _, out = updating
    run()
    before = pd.read_parquet(out / "panel.parquet")
    assert run("--data", str(out))[0] == 0
    pd.testing.assert_frame_equal(pd.read_parquet(out / "panel.parquet"), before)


@pytest.mark.parametrize("replace, taken", [(False, [("aa", 2021), ("bb", 2020)]), (True, [("aa", 2020), ("aa", 2021), ("bb", 2020)])])
def test_what_counts_already_stays_unless_asked(replace, taken):
    columns = ["venue", "year", "counts"]
    base = pd.DataFrame([("aa", 2020, True), ("aa", 2021, False)], columns=columns)
    fresh = pd.DataFrame([("aa", 2020, True), ("aa", 2021, True), ("bb", 2020, True), ("bb", 2021, False)], columns=columns)
    assert wanted_cells(base, fresh, replace) == taken


def test_a_lost_connection_ends_with_a_word_and_continues(updating):
    run, service, out = updating
    service.faults = ["ok"] * 4 + ["cut"] * ATTEMPTS
    code, said = run()
    assert code == 1 and "続きから" in said.err and KEY not in said.err and not out.exists()
    assert run()[0] == 0
    assert Divide.open(out).counts.years[-1] == 2023


def test_nothing_at_the_address_leaves_the_data_alone(updating, base):
    run, service, out = updating
    service.down = True
    before = provenance.file_hash(base / provenance.MANIFEST)
    assert run()[0] == 1
    assert provenance.file_hash(base / provenance.MANIFEST) == before and not out.exists()


@pytest.mark.parametrize("years", ["2023-2022", "new"])
def test_wrong_years_and_venues_are_usage_errors(years, updating):
    run, service, _ = updating
    assert run("--years", years)[0] == 2
    assert run("--venues", "nowhere")[0] == 2
    assert service.requests == []
