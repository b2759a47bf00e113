"""`python -m analytics build`: what to make, and what was made."""

import argparse
import sys
from pathlib import Path

from analytics import provenance
from analytics.divide.computed import EPOCH_FILE
from analytics.divide.gsynth_inference import DRAWS

BUILD_TEXT = (
    "元データを読み、集計（会議・年・区分・機関・題名の語ごとの論文数、AIモデルの集計）を作り直します。"
    "--all を付けると、集計だけから計算する因果推定と集中度の誤差（どちらもブートストラップ）も作り直します。"
    "これらには、どの集計から計算したかを記録し、集計と合わないときは使いません。どちらも、同じ元データからは同じバイト列になります。"
)
STATES = {
    "current": "因果推定などは、この集計から計算したものです。",
    "absent": "因果推定などはまだありません。--all を付けると計算します。",
    "outdated": "因果推定などは前の集計から計算したもので、使われません。--all を付けて作り直してください。",
}


def add_build(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", required=True, type=Path, help="papers.parquet などがあるフォルダ")
    command.add_argument("--out", type=Path, default=provenance.DATA_FOLDER, help="書き出すフォルダ（既定は analytics/data）")
    command.add_argument("--all", action="store_true", help="因果推定と集中度の誤差も作り直す（CPUで数分）")
    command.add_argument("--draws", type=int, default=DRAWS, help=f"因果推定の区間のブートストラップ回数（既定は{DRAWS}、--all のとき）")


def run_build(options: argparse.Namespace) -> None:
    """Raises SourceError, and ValueError for too few draws."""
    from analytics.build import build, derived_state
    from analytics.divide.gsynth_inference import check_draws

    check_draws(options.draws)
    sizes = build(options.data, options.out, options.all, options.draws)
    for name, size in sizes.items():
        print(f"{name}\t{size:,} bytes", file=sys.stderr)
    if EPOCH_FILE not in sizes:
        print(f"{provenance.EPOCH_INPUT} が {options.data} にないため、AIモデルの数字はありません。", file=sys.stderr)
    print(STATES[derived_state(options.out)], file=sys.stderr)
