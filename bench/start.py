"""Process start → HTTP 200 for the page, and the memory before and after the text index and model are loaded."""

import time

from bench import app
from bench.table import show


def once() -> list[float]:
    """Seconds to the page, processor seconds, megabytes then, seconds until text search is ready, megabytes then."""
    with app.running() as (process, url, begun):
        app.get(url)
        page, processor, memory = time.perf_counter() - begun, app.processor_seconds(process), app.resident_megabytes(process)
        state = app.wait_for_search(url)
        if state != "ready":
            raise RuntimeError(f"text search is {state}")
        return [page, processor, memory, time.perf_counter() - begun, app.resident_megabytes(process)]


def run(runs: int) -> None:
    results = [once() for _ in range(runs)]
    names = ["画面が開くまで（秒）", "そのCPU時間（秒）", "そのメモリ（MB）", "文章検索の準備まで（秒）", "そのメモリ（MB）"]
    columns = list(zip(*results, strict=True))
    rows = [[name, *(f"{one:.1f}" for one in (min(column), sorted(column)[len(column) // 2], max(column)))] for name, column in zip(names, columns, strict=True)]
    print(f"起動{runs}回")
    show(["", "最小", "中央", "最大"], rows)
