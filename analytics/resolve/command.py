"""`python -m analytics resolve FILE.csv`: affiliation strings → institutions and sectors."""

import argparse
import csv
import json
import sys
from pathlib import Path

from analytics.errors import SourceError
from analytics.resolve.resolver import Resolver

COLUMN = "affiliation"


def add_resolve(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help=f"列 {COLUMN} のあるCSV（UTF-8）。列が1つだけなら名前は問わない")
    command.add_argument("--json", action="store_true")


def read_strings(path: Path) -> list[str]:
    """The affiliation column as it stands ("NA" is a string). Raises SourceError naming the file and line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: byte {error.start}: not UTF-8", "not_csv", file=path, detail=f"{error.start}バイト目") from error
    except (OSError, csv.Error) as error:
        raise SourceError(f"{path}: cannot be read as CSV ({error})", "not_csv", file=path, detail=error) from error
    if not rows:
        raise SourceError(f"{path}: is empty; it needs a heading {COLUMN}", "no_rows", file=path)
    heading = [name.strip() for name in rows[0]]
    if COLUMN not in heading and len(heading) != 1:
        message = f"{path}: line 1: no column {COLUMN}; found {heading}"
        raise SourceError(message, "no_column", file=path, names=COLUMN, columns="、".join(heading))
    place = heading.index(COLUMN) if COLUMN in heading else 0
    for line, row in enumerate(rows[1:], start=2):
        if row and len(row) != len(heading):
            counts = f"{len(row)} fields where the heading has {len(heading)}"
            raise SourceError(f"{path}: row {line}: {counts}; quote strings with commas", "cells", file=path, line=line)
    return [row[place] for row in rows[1:] if row]


def run_resolve(options: argparse.Namespace) -> int:
    """Print one result a row, in order. Raises SourceError, DataMissing."""
    strings, resolver = read_strings(options.file), Resolver.open()
    results = [resolver.resolve(text) for text in strings]
    if options.json:
        json.dump([result.to_dict() for result in results], sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        return 0
    for result in results:
        print("\t".join([result.sector, result.institution_id or "－", result.how, result.affiliation]))
    return 0
