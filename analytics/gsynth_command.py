"""`python -m analytics gsynth FILE.csv`: any table → generalized synthetic control."""

import argparse
import json
from pathlib import Path

from analytics.divide.factor_choice import MAX_FACTORS
from analytics.divide.gsynth import FORCES
from analytics.divide.gsynth_inference import DRAWS, KINDS, SEED
from analytics.divide.gsynth_table import Columns, analyse, read_panel, report_dict, report_text


def add_gsynth(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="見出しのあるCSV（UTF-8）。1行に1単位・1時点")
    command.add_argument("--outcome", required=True, help="結果の列")
    command.add_argument("--treated", required=True, help="処置の列（0か1）")
    command.add_argument("--covariates", default="", help="共変量の列（X1,X2 …）")
    command.add_argument("--unit", required=True, help="単位の列")
    command.add_argument("--time", required=True, help="時点の列")
    command.add_argument("--force", choices=FORCES, default="two-way", help="固定効果（既定は two-way）")
    command.add_argument("--factors", type=int, help="因子の数（既定は交差検証と情報量基準で選ぶ）")
    command.add_argument("--max-factors", type=int, default=MAX_FACTORS, help=f"試す最大の数（既定は{MAX_FACTORS}）")
    command.add_argument("--draws", type=int, default=DRAWS, help=f"ブートストラップの回数（既定は{DRAWS}）")
    command.add_argument("--inference", choices=KINDS, default="parametric", help="区間の作り方（既定は parametric）")
    command.add_argument("--seed", type=int, default=SEED, help=f"乱数の種（既定は{SEED}）")
    command.add_argument("--placebo", type=int, default=0, metavar="期間", help="処置の何期前に偽の開始を置くか（既定はなし）")
    command.add_argument("--json", action="store_true")


def run_gsynth(options: argparse.Namespace) -> None:
    """Print the report. Raises SourceError for the file's contents, ValueError for columns and settings."""
    covariates = tuple(name.strip() for name in options.covariates.split(",") if name.strip())
    panel = read_panel(options.file, Columns(options.outcome, options.treated, options.unit, options.time, covariates))
    report = analyse(
        panel,
        options.force,
        options.factors,
        options.draws,
        options.inference,
        options.seed,
        options.placebo,
        options.max_factors,
    )
    if options.json:
        print(json.dumps(report_dict(report), ensure_ascii=False, allow_nan=False))
    else:
        print(report_text(report))
