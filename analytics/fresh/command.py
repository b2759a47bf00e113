"""What `python -m analytics import` and `update` do: other copies of the records, and newer years."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from analytics.divide.periods import parse_years
from analytics.errors import DataMissing, UnknownName
from analytics.fresh.csmetrics import read_csmetrics
from analytics.fresh.openalex import URL, Interrupted, OpenAlex, OpenAlexError, Settings
from analytics.fresh.options import ADDRESS, API_KEY
from analytics.fresh.paperlists import read_paperlists
from analytics.fresh.records import Batch, drop_uncovered, shipped_venues, write_raw
from analytics.fresh.sources import SEEDS_FILE, learn_sources, read_sources
from analytics.fresh.store import PageStore
from analytics.fresh.update import Coverage, coverage, fetch, institution_ids, read_papers, usual_papers
from analytics.resolve.tables import read_directory

READERS = {"csmetrics": read_csmetrics, "paperlists": read_paperlists}
PARTIAL_LABELS = {
    "unfinished": "受信が途中",
    "year_not_over": "年の途中",
    "fewer_than_usual": "例年より少ない（収録の途中とみられる）",
}
OK, BROKEN = 0, 1


def run_import(options: argparse.Namespace) -> int:
    """Write the raw tables. Raises SourceError, DataMissing, ValueError."""
    years = parse_years(options.years) if options.years else None
    batch = READERS[options.source](options.folder, set(shipped_venues().key), years)
    if options.source == "paperlists":
        batch, low = drop_uncovered(batch)
        say_cells("所属のある論文が6割に満たないため除きました", low)
    without = write_raw(batch, options.out)
    say(f"{len(batch.papers):,}本の論文を {options.out} に書き出しました。続けて build --data {options.out} を実行してください。")
    say_skipped(batch)
    say_cells("引用数がそろわないため、引用の割合から除きます", without)
    return OK


def run_update(options: argparse.Namespace) -> int:
    """Receive, count and join. Exit code 1 when the connection gave out; the same command then continues."""
    years = parse_years(options.years)
    venues = chosen_venues(options.venues, options.data)
    settings = Settings(os.environ.get(ADDRESS, URL), options.email, os.environ.get(API_KEY))
    if not settings.email and not settings.api_key:
        say(f"連絡先（--email）もAPIキー（{API_KEY}）もないため、OpenAlexの1日の上限が低くなります。")
    try:
        with OpenAlex(settings, time.sleep) as client:
            sources = receive(client, options, venues, years)
    except Interrupted as error:
        say(f"通信が途切れました。受信した分は {options.work} にあります。同じコマンドをもう一度実行すると続きから始めます。（{error}）")
        return BROKEN
    except OpenAlexError as error:
        say(f"OpenAlexが要求を受け付けませんでした。{error}")
        return BROKEN
    say_cells("専用の情報源がOpenAlexに見つからない会議", [(venue, "") for venue in venues if not sources.get(venue)])
    return join(options, venues, years)


def receive(client: OpenAlex, options: argparse.Namespace, venues: Sequence[str], years: Sequence[int]) -> dict[str, list[str]]:
    """Every missing page into the work folder, with a progress bar. Returns conference → sources."""
    if options.sources:
        sources = read_sources(options.sources, set(venues))
    else:
        seeds = read_seeds(options.data)
        seeds = seeds[seeds.venue.isin(venues)]
        with tqdm(total=seeds.venue.nunique(), desc="会議の情報源", unit="会議", disable=None) as bar:
            sources = learn_sources(client, seeds, options.work / "sources.json", lambda venue: bar.update())
    parts = sum(bool(ids) for ids in sources.values()) * len(years)
    with tqdm(total=parts, desc="論文", unit="会議・年", disable=None) as bar:
        fetch(client, PageStore(options.work), sources, years, lambda venue, year: bar.update())
    return sources


def join(options: argparse.Namespace, venues: Sequence[str], years: Sequence[int]) -> int:
    """Received papers → raw tables → joined counts."""
    from analytics.fresh.merge import merge

    today = date.today()
    batch, received = read_papers(PageStore(options.work), venues, years, institution_ids(read_directory(options.data)))
    usual = usual_papers(pd.read_parquet(options.data / "panel.parquet", columns=["venue", "year", "papers", "counts"]))
    lines = coverage(batch, received, usual, today.year)
    show_coverage(lines)
    batch, low = drop_uncovered(batch)
    say_cells("所属のある論文が6割に満たないため除きました", low)
    if not batch.papers:
        say("加えられる論文はありませんでした。")
        return OK
    raw = options.work / "raw"
    without = write_raw(batch, raw, options.data)
    note = {
        "citation": f"OpenAlex（CC0、{today.year}年{today.month}月{today.day}日取得）",
        "snapshot": today.isoformat(),
        "coverage": [line.to_dict() for line in lines],
        "without_citations": [list(cell) for cell in without],
    }
    taken = merge(options.data, raw, options.out or options.data, note, options.replace)
    say(f"{len(taken):,}の会議・年を加えました。")
    return OK


def chosen_venues(text: str | None, data: Path) -> list[str]:
    """Raises UnknownName."""
    known = sorted(shipped_venues(data).key)
    chosen = [name.strip().lower() for name in text.split(",")] if text else known
    for name in chosen:
        if name not in known:
            raise UnknownName("venue", name, tuple(known))
    return chosen


def read_seeds(data: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(data / SEEDS_FILE)
    except (OSError, ValueError) as error:
        raise DataMissing(f"{data / SEEDS_FILE} cannot be read ({error}); restore it, rebuild, or give --sources") from error


def show_coverage(lines: Sequence[Coverage]) -> None:
    for line in lines:
        reasons = "、".join(PARTIAL_LABELS[key] for key in line.partial)
        say(f"{line.venue} {line.year}年: {line.papers:,}本{f'（部分的: {reasons}）' if reasons else ''}")


def say_skipped(batch: Batch) -> None:
    if batch.skipped:
        say("除いた論文: " + "、".join(f"{name or '（状態なし）'} {count:,}本" for name, count in sorted(batch.skipped.items())))


def say_cells(reason: str, cells: Sequence[tuple]) -> None:
    if cells:
        say(f"{reason}: " + "、".join(" ".join(str(part) for part in cell).strip() for cell in cells))


def say(text: str) -> None:
    print(text, file=sys.stderr)
