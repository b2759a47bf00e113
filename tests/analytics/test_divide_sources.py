"""Every check at the door refuses its planted fault, and the message says where to look."""

import pandas as pd
import pytest

from analytics.divide.panel import build_panel
from analytics.divide.sources import read_raw
from analytics.errors import SourceError

PAPERS, MAP, INSTITUTIONS, VENUES = "papers.parquet", "affiliation_map.parquet", "institutions.csv", "venues.csv"


def put(file, column, row, value):
    """A fault: one cell changed."""

    def change(tables):
        table = tables[file]
        table[column] = table[column].astype(object)
        table.at[row, column] = value

    return change


def repeat(file):
    def change(tables):
        tables[file] = pd.concat([tables[file], tables[file].iloc[:1]], ignore_index=True)

    return change


def drop_row(file, row):
    def change(tables):
        tables[file] = tables[file].drop(index=row)

    return change


def drop_column(file, column):
    def change(tables):
        tables[file] = tables[file].drop(columns=column)

    return change


def empty(file):
    def change(tables):
        tables[file] = tables[file].iloc[:0]

    return change


def lose_affiliations(tables):
    for row in range(5, 9):
        tables[PAPERS].at[row, "affiliations"] = []
        tables[PAPERS].at[row, "affiliation_authors"] = []


def years_as_fractions(tables):
    tables[PAPERS]["year"] = tables[PAPERS].year.astype(float) + 0.5


def citations_below_zero(tables):
    tables[PAPERS].loc[0, "citations"] = -1


def citation_missing(tables):
    tables[PAPERS].loc[0, "citations"] = pd.NA


def year_zero(tables):
    tables[PAPERS].loc[0, "year"] = 207


FAULTS = {
    "column missing": (drop_column(PAPERS, "citations"), PAPERS, r"columns \['citations'\] are missing"),
    "no rows": (empty(VENUES), VENUES, "holds no rows"),
    "paper without venue": (put(PAPERS, "venue", 0, None), PAPERS, "without venue or year"),
    "year not whole": (years_as_fractions, PAPERS, "not whole numbers"),
    "implausible year": (year_zero, PAPERS, r"implausible years \[.*207"),
    "repeated paper": (repeat(PAPERS), PAPERS, r"1 rows with a repeated .* \(first: row 14\)"),
    "no list of affiliations": (put(PAPERS, "affiliations", 0, None), PAPERS, r"1 rows without affiliations: .* \(first: row 1\)"),
    "uneven lists": (put(PAPERS, "affiliation_authors", 0, [1.0, 1.0]), PAPERS, "1 rows whose affiliations .* differ in length"),
    "affiliations lost": (lose_affiliations, PAPERS, "have no affiliation: was a join lost"),
    "no authors": (put(PAPERS, "affiliation_authors", 0, [0.0]), PAPERS, "1 rows whose affiliation_authors are not above 0"),
    "citations missing": (citation_missing, PAPERS, "1 rows with affiliations but without citations"),
    "citations negative": (citations_below_zero, PAPERS, "negative citations"),
    "affiliation repeated": (repeat(MAP), MAP, "would multiply papers"),
    "foreign sector": (put(MAP, "sector", 7, "company"), MAP, r"unknown sectors.*company.*\(first: row 8\)"),
    "foreign institution": (put(MAP, "institution_id", 0, "nobody"), MAP, r"1 rows whose institution_id is not in .*\(first: row 1\)"),
    "sectors differ": (put(MAP, "sector", 0, "nonprofit"), MAP, "1 strings whose sector differs"),
    "string unmapped": (drop_row(MAP, 7), MAP, r"1 affiliation strings of papers are missing.*\?\?"),
    "institution repeated": (repeat(INSTITUTIONS), INSTITUTIONS, "repeated ids"),
    "foreign institution sector": (put(INSTITUTIONS, "sector", 4, "agency"), MAP, "sector differs"),
    "foreign tier": (put(INSTITUTIONS, "qs_tier", 2, "1-40"), INSTITUTIONS, r"1 rows with unknown qs_tier.*1-40.*\(first: row 4\)"),
    "tier of a firm": (put(INSTITUTIONS, "qs_tier", 0, "1-50"), INSTITUTIONS, "not a university"),
    "flag not 0 or 1": (put(INSTITUTIONS, "hsi", 2, 2), INSTITUTIONS, "hsi must be 0 or 1"),
    "big tech that is no firm": (put(INSTITUTIONS, "big_tech", 2, 1), INSTITUTIONS, "non-firm"),
    "venue repeated": (repeat(VENUES), VENUES, "repeated keys"),
    "foreign field": (put(VENUES, "field", 0, "maths"), VENUES, "unknown fields.*maths"),
    "venue of papers missing": (drop_row(VENUES, 2), VENUES, r"venues of papers are missing: \['cc'\]"),
    "is_ai not 0 or 1": (put(VENUES, "is_ai", 0, 2), VENUES, "is_ai must be 0 or 1"),
}


def test_sound_records_pass(tables, write):
    raw = read_raw(write(tables))
    assert [len(raw.papers), len(raw.affiliations), len(raw.institutions), len(raw.venues)] == [13, 8, 5, 3]
    assert set(raw.hashes) == {PAPERS, MAP, INSTITUTIONS, VENUES}
    assert all(len(digest) == 64 for digest in raw.hashes.values())


@pytest.mark.parametrize("name", FAULTS)
def test_planted_fault_is_refused(name, tables, write):
    change, file, message = FAULTS[name]
    change(tables)
    with pytest.raises(SourceError, match=message) as caught:
        read_raw(write(tables))
    assert file in str(caught.value)


def test_unlinked_institution_with_a_foreign_sector_is_refused(tables, write):
    tables[INSTITUTIONS].loc[len(tables[INSTITUTIONS])] = ["odd", "Odd", None, "agency", "Japan", None, 0, 0, 0, 0, 1]
    with pytest.raises(SourceError, match=r"institutions\.csv: 1 rows with unknown sectors.*agency.*row 7"):
        read_raw(write(tables))


def test_missing_file_is_named(tables, write):
    folder = write(tables)
    (folder / VENUES).unlink()
    with pytest.raises(SourceError, match=r"venues\.csv: file is missing; --data must name the folder"):
        read_raw(folder)


def test_cut_off_file_is_named(tables, write):
    folder = write(tables)
    (folder / PAPERS).write_bytes((folder / PAPERS).read_bytes()[:200])
    with pytest.raises(SourceError, match=r"papers\.parquet: cannot be read .*cut off"):
        read_raw(folder)


@pytest.mark.parametrize("stated", [None, "2012"])
def test_excluded_years_must_be_the_ones_found(stated, tables, write):
    """The list in venues.csv and the 60 % rule must agree, in both directions."""
    tables[VENUES].loc[1, "excluded_years"] = stated
    with pytest.raises(SourceError, match=r"excluded_years differ from the coverage found: .*'bb', 2007"):
        build_panel(read_raw(write(tables)))
