"""Time and memory of the panel for tables of growing size: pandas against Dask. Papers are the real ones, drawn repeatedly."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from bench.table import show

SIZES, LARGE = (400_000, 4_000_000), 40_000_000
PIECE = 200_000
SEED = 20120901
WAYS = ("pandas", "dask")
MEBI = 2**20


def draw(source: Path, target: Path, rows: int) -> None:
    """Papers drawn with replacement, written a piece at a time so that any size can be made."""
    from analytics.divide.dask_panel import PAPER_COLUMNS

    papers, chance = pq.read_table(source, columns=PAPER_COLUMNS), np.random.default_rng(SEED)
    with pq.ParquetWriter(target, papers.schema) as writer:
        for start in range(0, rows, PIECE):
            picked = np.sort(chance.integers(0, len(papers), min(PIECE, rows - start)))
            writer.write_table(papers.take(pa.array(picked)), row_group_size=PIECE)


def peak() -> float:
    """Highest resident memory of this process so far, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_pandas(data: Path, papers: Path) -> dict:
    from dataclasses import replace

    from analytics.divide.dask_panel import PAPER_COLUMNS, read_side_tables
    from analytics.divide.panel import cell_sums, finish_panel

    start = time.perf_counter()
    panel = finish_panel(cell_sums(replace(read_side_tables(data), papers=pd.read_parquet(papers, columns=PAPER_COLUMNS))))
    return {"seconds": time.perf_counter() - start, "memory": peak(), "digest": digest(panel)}


def run_dask(data: Path, papers: Path) -> dict:
    from analytics.divide.dask_panel import build_panel_on, connect

    start = time.perf_counter()
    with connect() as client:
        panel = build_panel_on(client, data, papers)
        seconds = time.perf_counter() - start
        memory = peak() + sum(client.run(peak).values())
    return {"seconds": seconds, "memory": memory, "digest": digest(panel)}


def digest(panel: pd.DataFrame) -> int:
    """The same for the same panel."""
    return int(pd.util.hash_pandas_object(panel, index=False).sum())


def measure(way: str, data: Path, papers: Path) -> dict | None:
    """One run in a process of its own; None when it was killed for want of memory."""
    command = [sys.executable, "-m", "bench.scale", way, str(data), str(papers)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode < 0:
        return None
    if done.returncode:
        raise RuntimeError(f"{way}: {done.stderr[-800:]}")
    return json.loads(done.stdout.splitlines()[-1])


def free_memory() -> float:
    """MiB that can still be taken."""
    return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / MEBI


def run(data: Path, large: bool, only: int | None = None) -> None:
    """Print the table; `large` adds the largest size, `only` takes the place of all sizes."""
    sizes = (only,) if only else SIZES + ((LARGE,) if large else ())
    lines, per_row = [], {}
    with tempfile.TemporaryDirectory(prefix="bench-scale-") as folder:
        for rows in sizes:
            papers = Path(folder) / "papers.parquet"
            draw(data / "papers.parquet", papers, rows)
            found = {}
            for way in WAYS:
                # Lists of strings grow with the rows: a run that cannot fit would take the machine down with it.
                if way == "pandas" and per_row.get(way, 0) * rows > 0.8 * free_memory():
                    lines.append([f"{rows:,}", way, "－", "メモリに載らない見込み", "－"])
                    continue
                found[way] = measure(way, data, papers)
                if found[way] is None:
                    lines.append([f"{rows:,}", way, "－", "メモリ不足で終了", "－"])
                    continue
                per_row[way] = found[way]["memory"] / rows
                seconds, memory = f"{found[way]['seconds']:.1f}", f"{found[way]['memory']:,.0f}"
                lines.append([f"{rows:,}", way, seconds, memory, f"{papers.stat().st_size / MEBI:,.0f}"])
            digests = {record["digest"] for record in found.values() if record}
            if len(digests) > 1:
                raise RuntimeError(f"{rows:,} rows: pandas and Dask gave different panels")
    show(["論文の行数", "方法", "秒", "メモリ MiB", "ファイル MiB"], lines)


if __name__ == "__main__":
    way, data, papers = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    print(json.dumps({"pandas": run_pandas, "dask": run_dask}[way](data, papers)))
