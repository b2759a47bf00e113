"""`python -m analytics roi STRATEGY [--set key=value …] [--json]`.

JSON goes to standard output, sentences about input to standard error.
"""

import argparse
import json
import sys

from analytics.roi.catalogue import COMPARE, specifications, strategy_names
from analytics.roi.compare import compare
from analytics.roi.distributions import SHAPES
from analytics.roi.evaluate import evaluate
from analytics.roi.problems import BadInput, FieldProblem, explain_problem
from analytics.roi.report import comparison_lines, comparison_record, evaluation_lines, evaluation_record
from analytics.roi.risk import DRAWS, LEAST_DRAWS, SEED
from analytics.roi.settings import resolve

OK, USAGE = 0, 2
MOST_DRAWS = 1_000_000


def add_roi(command: argparse.ArgumentParser) -> None:
    command.add_argument("strategy", help="、".join((*strategy_names(), COMPARE)))
    command.add_argument(
        "--set",
        dest="changes",
        action="append",
        default=[],
        metavar="key=value",
        help="前提を変える（例: annual_benefit=1200万）",
    )
    command.add_argument("--draws", type=draws, default=DRAWS, help=f"モンテカルロの回数（既定は{DRAWS:,}）")
    command.add_argument("--seed", type=int, default=SEED)
    command.add_argument("--distribution", choices=SHAPES, default="pert")
    command.add_argument("--json", action="store_true")


def draws(text: str) -> int:
    """A whole number of draws. Raises ArgumentTypeError."""
    plain = text.replace(",", "")
    if not (plain.isascii() and plain.isdecimal() and LEAST_DRAWS <= int(plain) <= MOST_DRAWS):
        raise argparse.ArgumentTypeError(f"{text!r} は{LEAST_DRAWS:,}〜{MOST_DRAWS:,}の整数ではありません")
    return int(plain)


def run_roi(options: argparse.Namespace) -> int:
    """Print the evaluation; exit code 0, or 2 with one sentence for each input that cannot be used."""
    simulation = {"draws": options.draws, "seed": options.seed, "distribution": options.distribution}
    changes, problems = read_changes(options.strategy, options.changes)
    try:
        if options.strategy == COMPARE:
            comparison = compare(changes, **simulation)
            report = comparison_record(comparison) if options.json else comparison_lines(comparison)
        else:
            evaluation = evaluate(resolve(options.strategy, changes), **simulation)
            report = evaluation_record(evaluation) if options.json else evaluation_lines(evaluation)
    except BadInput as error:
        problems += error.problems
    if problems:
        for problem in problems:
            print(explain_problem(problem), file=sys.stderr)
        return USAGE
    show(report)
    return OK


def read_changes(strategy: str, texts: list[str]) -> tuple[dict[str, str], list[FieldProblem]]:
    """({"annual_benefit": "1200万"}, []) from ["annual_benefit=1200万"]; a text without = and a key given twice are problems."""
    changes, problems = {}, []
    labels = {key: spec.label_ja for key, spec in specifications(strategy).items()} if strategy in strategy_names() else {}
    for text in texts:
        # A full-width equals sign is what a Japanese keyboard gives.
        key, sign, value = text.replace("＝", "=").partition("=")
        key = key.strip()
        if not sign or not key:
            problems.append(FieldProblem(text, "no_equals", {"text": text}))
        elif key in changes:
            problems.append(FieldProblem(key, "twice", {"label": labels.get(key, key)}))
        else:
            changes[key] = value
    return changes, problems


def show(report: dict | list[str]) -> None:
    if isinstance(report, dict):
        json.dump(report, sys.stdout, ensure_ascii=False, allow_nan=False)
        sys.stdout.write("\n")
        return
    print("\n".join(report))
