"""Options of `python -m analytics import` and `update`; what they do is imported when they run."""

import argparse
import os
from pathlib import Path

from analytics import provenance

SOURCES = ("csmetrics", "paperlists")
EMAIL, API_KEY, ADDRESS = "RASHINBAN_OPENALEX_EMAIL", "RASHINBAN_OPENALEX_API_KEY", "RASHINBAN_OPENALEX_URL"


def add_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", choices=SOURCES, help="csmetrics は csmetrics.net の、paperlists は Paper Copilot のリポジトリ")
    command.add_argument("folder", type=Path, help="リポジトリを複製したフォルダ")
    command.add_argument("--out", type=Path, required=True, help="元データの形で書き出すフォルダ（続けて build --data に渡す）")
    command.add_argument("--years", help="2019、2022-2024 など（既定はすべて）")


def add_update(command: argparse.ArgumentParser) -> None:
    command.add_argument("--years", required=True, help="2022-2024、2025 など")
    command.add_argument("--venues", help="会議の記号（nips,icml など。既定はすべて）")
    command.add_argument("--email", default=os.environ.get(EMAIL), help=f"OpenAlexに伝える連絡先（既定は環境変数 {EMAIL}）")
    command.add_argument("--sources", type=Path, help="会議とOpenAlexの情報源の対応表（CSV、列は venue,source_id）")
    command.add_argument("--work", type=Path, default=Path(".rashinban/update"), help="受信したものを置くフォルダ（中断したら続きから）")
    command.add_argument("--data", type=Path, default=provenance.DATA_FOLDER, help="数字のファイルがあるフォルダ")
    command.add_argument("--out", type=Path, help="書き出すフォルダ（既定は --data と同じ）")
    command.add_argument("--replace", action="store_true", help="すでに数えてある会議・年も置き換える")


def run_fresh(options: argparse.Namespace) -> int:
    """Exit code of the command."""
    from analytics.fresh.command import run_import, run_update  # its libraries take a second to import

    return run_import(options) if options.command == "import" else run_update(options)
