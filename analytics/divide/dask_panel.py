"""The panel on Dask, for papers that do not fit into memory: the same group logic, a piece of the papers at a time.

Every column of the panel is a sum over papers, so each piece goes through `panel.cell_sums` as it is and the sums are added, in
the order of the pieces. Whole numbers add exactly; credit is rounded once at the end, as in `build_panel`. The result is the
same panel.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from dask.distributed import Client, LocalCluster

from analytics.divide.panel import cell_sums, check_counts, finish_panel
from analytics.divide.sources import COLUMNS, RawData, check_affiliations, check_institutions, check_venues, read_table
from analytics.errors import SourceError

PAPERS = "papers.parquet"
PAPER_COLUMNS = ["venue", "year", "affiliations", "affiliation_authors", "citations"]


@dataclass(frozen=True)
class Piece:
    """One row group of a parquet file: what a worker reads at a time. rows: papers in it."""

    path: str
    group: int
    rows: int


def find_pieces(papers: Path) -> list[Piece]:
    """Row groups of a parquet file, or of every parquet file in a folder. Raises SourceError naming the file."""
    files = sorted(papers.glob("*.parquet")) if papers.is_dir() else [papers]
    pieces = []
    for path in files:
        try:
            metadata = pq.read_metadata(path)
        except (OSError, pa.ArrowException) as error:
            raise SourceError(f"{path}: cannot be read ({error}); was the download cut off?") from error
        missing = [name for name in PAPER_COLUMNS if name not in metadata.schema.to_arrow_schema().names]
        if missing:
            raise SourceError(f"{path}: columns {missing} are missing")
        rows = [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]
        pieces += [Piece(str(path), number, count) for number, count in enumerate(rows) if count]
    if not pieces:
        raise SourceError(f"{papers}: holds no papers")
    return pieces


def read_side_tables(folder: Path) -> RawData:
    """Affiliations, institutions and venues, checked; no papers. Raises SourceError."""
    names = [name for name in COLUMNS if name != PAPERS]
    empty = pd.DataFrame({name: pd.Series(dtype=object) for name in PAPER_COLUMNS})
    raw = RawData(empty, *(read_table(folder / name) for name in names), {})
    check_affiliations(raw)
    check_institutions(raw.institutions)
    check_venues(raw)
    return raw


def piece_sums(piece: Piece, raw: RawData) -> pd.DataFrame:
    """Sums over one piece, on a worker. Raises SourceError for what the join with the side tables would lose."""
    papers = pq.ParquetFile(piece.path).read_row_group(piece.group, columns=PAPER_COLUMNS).to_pandas()
    place = f"{piece.path}: row group {piece.group}"
    strings = pd.Index(papers.affiliations.explode().dropna().unique())
    unmapped = strings.difference(pd.Index(raw.affiliations.affiliation))
    if len(unmapped):
        found = f"{len(unmapped)} affiliation strings are not in affiliation_map.parquet"
        raise SourceError(f"{place}: {found}, e.g. {list(unmapped[:3])}")
    orphans = set(papers.venue) - set(raw.venues.key)
    if orphans:
        raise SourceError(f"{place}: venues {sorted(orphans)[:5]} are not in venues.csv")
    if (papers.affiliations.map(len) != papers.affiliation_authors.map(len)).any():
        raise SourceError(f"{place}: affiliations and affiliation_authors differ in length")
    return cell_sums(replace(raw, papers=papers))


def build_panel_on(client: Client, folder: Path, papers: Path | None = None) -> pd.DataFrame:
    """The panel of `build_panel`, computed by the cluster's workers, which must be able to read the files.

    folder: the raw tables. papers: a parquet file, or a folder of them, in place of the folder's papers.parquet. Raises
    SourceError.
    """
    raw, pieces = read_side_tables(folder), find_pieces(papers or folder / PAPERS)
    shared = client.scatter(raw, broadcast=True)
    total = None
    for future in client.map(piece_sums, pieces, [shared] * len(pieces), pure=False):
        part = future.result()
        total = part if total is None else total.add(part, fill_value=0)
        # The worker forgets a part once it is added, so that only the sums are held.
        future.release()
    panel = finish_panel(total.sort_index())
    check_counts(panel, sum(piece.rows for piece in pieces))
    return panel


@contextmanager
def connect(scheduler: str | None = None, workers: int = 2) -> Iterator[Client]:
    """A client of the scheduler at this address (tcp://…), or of a cluster of processes on this machine that ends with it.

    Raises SourceError when nothing answers at the address.
    """
    if scheduler:
        try:
            client = Client(scheduler, timeout="15s")
        except OSError as error:
            raise SourceError(f"{scheduler}: no Dask scheduler answers ({error})") from error
        with client:
            yield client
        return
    # Workers that are being stopped complain of the lost connection.
    quiet = {"dashboard_address": None, "silence_logs": logging.CRITICAL}
    with LocalCluster(n_workers=workers, threads_per_worker=1, **quiet) as cluster, Client(cluster) as client:
        yield client

