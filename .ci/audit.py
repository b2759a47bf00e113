"""Known vulnerabilities of the pinned packages, by pip-audit: exit 1 for one that a newer version mends; a notice where the database cannot be reached.

One without a fix is printed and lets the tests go on: nothing can be done by upgrading, and a person has to weigh it.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
SECONDS = 60


def report(requirements: Path) -> dict | None:
    """What pip-audit found; None where it got no answer in time. Its exit code does not tell the two apart, its file does."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "audit.json"
        command = [sys.executable, "-m", "pip_audit", "-r", str(requirements), "--no-deps", "--disable-pip", "--progress-spinner", "off", "--timeout", "10", "-f", "json", "-o", str(file)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return None
        return json.loads(file.read_text(encoding="utf-8")) if file.exists() and file.stat().st_size else None


def judge(found: dict | None) -> tuple[int, list[str]]:
    """(exit code, lines)."""
    if found is None:
        return 0, ["依存部品の脆弱性は調べられませんでした（データベースに接続できません）。つながる場所で `python .ci/audit.py` を実行してください。"]
    lines, mendable = [], False
    for package in found["dependencies"]:
        for flaw in package.get("vulns", ()):
            mendable |= bool(flaw["fix_versions"])
            lines.append(f"{package['name']} {package['version']}：{flaw['id']}（{'、'.join(flaw['fix_versions']) or '修正版なし'}）")
    return int(mendable), lines or [f"依存部品{len(found['dependencies'])}個に、知られた脆弱性はありません。"]


def main() -> int:
    code, lines = judge(report(REPOSITORY / "requirements.txt"))
    print(*lines, sep="\n", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
