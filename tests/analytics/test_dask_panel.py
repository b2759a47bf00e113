"""The panel on a real cluster of two worker processes is the panel."""

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analytics.__main__ import main
from analytics.divide.dask_panel import build_panel_on, connect, find_pieces
from analytics.divide.panel import build_panel
from analytics.divide.sources import read_raw
from analytics.errors import SourceError


def write_pieces(papers, path, rows):
    """Papers as a parquet file whose row groups hold this many papers."""
    pq.write_table(pa.Table.from_pandas(papers, preserve_index=False), path, row_group_size=rows)


@pytest.fixture(scope="module")
def client():
    with connect(workers=2) as client:
        client.wait_for_workers(2, timeout=60)
        yield client


@pytest.fixture
def pieces(tiny_raw, tmp_path):
    """The tiny papers in row groups of two."""
    path = tmp_path / "pieces.parquet"
    write_pieces(pd.read_parquet(tiny_raw / "papers.parquet"), path, 2)
    return path


@pytest.mark.parametrize("rows", [1, 2, 5, 100])
def test_the_panel_is_identical_however_the_papers_are_cut(rows, client, tiny_raw, tmp_path):
    write_pieces(pd.read_parquet(tiny_raw / "papers.parquet"), tmp_path / "papers.parquet", rows)
    assert len(find_pieces(tmp_path / "papers.parquet")) == -(-13 // rows)
    pd.testing.assert_frame_equal(
        build_panel_on(client, tiny_raw, tmp_path / "papers.parquet"), build_panel(read_raw(tiny_raw)), check_exact=True
    )


def executed(client) -> dict[str, int]:
    """Tasks that each worker has run so far."""
    return client.run(lambda dask_worker: dask_worker.state.executed_count)


def test_both_workers_take_part(client, tiny_raw, pieces):
    before = executed(client)
    build_panel_on(client, tiny_raw, pieces)
    after = executed(client)
    assert len(after) == 2 and all(after[name] > before[name] for name in after)


def test_a_folder_of_files_is_one_table(client, tiny_raw, tmp_path):
    papers = pd.read_parquet(tiny_raw / "papers.parquet")
    (tmp_path / "parts").mkdir()
    for number, start in enumerate(range(0, 13, 4)):
        write_pieces(papers[start : start + 4], tmp_path / "parts" / f"{number}.parquet", 3)
    pd.testing.assert_frame_equal(
        build_panel_on(client, tiny_raw, tmp_path / "parts"), build_panel(read_raw(tiny_raw)), check_exact=True
    )


@pytest.mark.parametrize(
    "column, value, place",
    [
        ("affiliations", ["Nowhere"], "row group 1.*Nowhere"),
        ("venue", "zz", "row group 1.*zz"),
        ("affiliation_authors", [], "row group 1"),
    ],
)
def test_a_record_that_would_be_lost_is_named(column, value, place, client, tiny_raw, tmp_path):
    papers = pd.read_parquet(tiny_raw / "papers.parquet")
    papers.at[3, column] = value
    if column == "affiliations":
        papers.at[3, "affiliation_authors"] = [1.0]
    write_pieces(papers, tmp_path / "papers.parquet", 2)
    with pytest.raises(SourceError, match=place):
        build_panel_on(client, tiny_raw, tmp_path / "papers.parquet")


def test_files_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 cut off")
    with pytest.raises(SourceError, match="bad.parquet"):
        find_pieces(tmp_path / "bad.parquet")
    (tmp_path / "none").mkdir()
    with pytest.raises(SourceError, match="no papers"):
        find_pieces(tmp_path / "none")
    write_pieces(pd.DataFrame({"venue": ["a"]}), tmp_path / "thin.parquet", 1)
    with pytest.raises(SourceError, match="thin.parquet.*affiliations"):
        find_pieces(tmp_path / "thin.parquet")


def test_command_uses_the_scheduler_that_is_named(client, tiny_raw, pieces, tmp_path, capsys):
    out = tmp_path / "out" / "panel.parquet"
    files = ["--data", str(tiny_raw), "--papers", str(pieces), "--out", str(out)]
    before = executed(client)
    assert main(["panel", *files, "--scheduler", client.scheduler.address]) == 0
    assert capsys.readouterr().out == "" and sum(executed(client).values()) >= sum(before.values()) + 7
    pd.testing.assert_frame_equal(pd.read_parquet(out), build_panel(read_raw(tiny_raw)), check_exact=True)
