"""The tables of docs/reliability.md and docs/scale.md, written from what was measured: faults with the outcome of their tests, and kept results of the commands."""

import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from datetime import date
from pathlib import Path

import yaml

from bench.recorded import RESULTS, read

REPOSITORY = Path(__file__).resolve().parents[1]
DOCUMENTS = tuple(REPOSITORY / "docs" / name for name in ("reliability.md", "scale.md"))
FAULTS = Path(__file__).resolve().parent / "faults.yaml"
OUTCOMES = RESULTS / "faults.json"
SECTION = re.compile(r"(<!-- begin (\w+): [^>]* -->\n).*?(<!-- end \2 -->)", re.DOTALL)
SAID = {"passed": "合格", "skipped": "飛ばした", "failed": "不合格"}


def faults() -> list[dict[str, str]]:
    """{what, rule, test} of every fault; `test` is a pytest id, of a function or of one of its cases."""
    return yaml.safe_load(FAULTS.read_text(encoding="utf-8"))


def markdown(heads: list[str], rows: list[list[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in [heads, ["---"] * len(heads), *rows])


def fault_table() -> str:
    """Every fault with what its test said in the last run; a test that was not run is named as such."""
    kept = json.loads(OUTCOMES.read_text(encoding="utf-8"))
    rows = [[one["what"], one["rule"], f"`{one['test']}`", SAID.get(kept["outcomes"].get(one["test"], ""), "まだ")] for one in faults()]
    passed = sum(row[-1] == SAID["passed"] for row in rows)
    return f"{len(rows)}種のうち{passed}種が合格（{kept['date']}）。\n\n" + markdown(["起こすこと", "決まり", "試験", "結果"], rows)


def measured_table(name: str) -> str:
    kept = read(name)
    return f"`{kept['command']}`（{kept['date']}、{kept['note']}）\n\n" + markdown(kept["heads"], kept["rows"])


def written(text: str) -> str:
    """The document with every section made anew."""
    return SECTION.sub(lambda found: found[1] + (fault_table() if found[2] == "faults" else measured_table(found[2])) + found[3], text)


def outcome(cases: list[tree.Element]) -> str:
    """Of all cases of one test: failed when any failed, skipped when any was skipped."""
    kinds = {child.tag for case in cases for child in case}
    return "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed" if cases else ""


def run_faults(names: list[str]) -> int:
    """Run these tests of faults and keep their outcomes beside those of the others; pytest's exit code."""
    known = [one["test"] for one in faults()]
    earlier = json.loads(OUTCOMES.read_text(encoding="utf-8"))["outcomes"] if OUTCOMES.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        code = subprocess.run([sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *names], cwd=REPOSITORY, check=False).returncode
        cases = tree.parse(report).getroot().findall(".//testcase")
    ran = {name: [case for case in cases if runs(case, name)] for name in names}
    outcomes = {name: one for name, one in earlier.items() if name in known} | {name: outcome(found) for name, found in ran.items()}
    kept = {"date": date.today().isoformat(), "outcomes": outcomes}
    OUTCOMES.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return code


def runs(case: tree.Element, name: str) -> bool:
    """Whether a case of the report belongs to a pytest id."""
    path, _, function = name.partition("::")
    return case.get("classname") == path.removesuffix(".py").replace("/", ".") and case.get("name", "").partition("[")[0] == function


def run(tests: list[str] | None) -> int:
    """Write the documents anew, with `tests` after running these tests of faults ([] for all); 1 when one of them failed."""
    code = 0 if tests is None else run_faults(tests or [one["test"] for one in faults()])
    for document in DOCUMENTS:
        document.write_text(written(document.read_text(encoding="utf-8")), encoding="utf-8")
    print(fault_table())
    return int(code != 0)
