"""`python -m analytics panel`: counts by conference and year from papers of any size, on Dask."""

import argparse
import sys
from pathlib import Path

OK, BROKEN = 0, 1


def add_panel(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", required=True, type=Path, help="affiliation_map.parquet などがあるフォルダ")
    command.add_argument("--papers", type=Path, help="論文の parquet か、それを集めたフォルダ（既定は --data の papers.parquet）")
    command.add_argument("--out", required=True, type=Path, help="書き出す parquet")
    command.add_argument("--scheduler", help="Daskのスケジューラー（tcp://…）。なければこの機械で動かす")
    command.add_argument("--workers", type=int, default=2, help="この機械で動かすときのプロセス数（既定は2）")


def run_panel(options: argparse.Namespace) -> int:
    """Write the panel. Exit code 1 without Dask. Raises SourceError."""
    try:
        from analytics.divide.dask_panel import build_panel_on, connect
    except ModuleNotFoundError as error:
        print(f"Daskがありません（{error.name}）。requirements.txt の dask と distributed を入れてください。", file=sys.stderr)
        return BROKEN
    with connect(options.scheduler, options.workers) as client:
        panel = build_panel_on(client, options.data, options.papers)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    panel.to_parquet(options.out, index=False, compression="zstd")
    print(f"{len(panel):,}の会議・年、{panel.papers.sum():,}本の論文を {options.out} に書き出しました。", file=sys.stderr)
    return OK
