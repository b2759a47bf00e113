"""The audit of the packages: fails where an upgrade would help, and only then."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location("audit_step", Path(__file__).resolve().parents[1] / ".ci" / "audit.py")
audit = importlib.util.module_from_spec(spec)
spec.loader.exec_module(audit)


def found(*fixes):
    return {"dependencies": [{"name": "sound", "version": "1", "vulns": []}, {"name": "hurt", "version": "2", "vulns": [{"id": f"X-{at}", "fix_versions": one} for at, one in enumerate(fixes)]}]}


@pytest.mark.parametrize(("report", "code", "told"), [
    (None, 0, "調べられませんでした"), (found(), 0, "2個に、知られた脆弱性はありません"), (found([]), 0, "X-0（修正版なし）"), (found([], ["3"]), 1, "X-1（3）"),
])  # fmt: skip
def test_it_fails_only_where_an_upgrade_helps(report, code, told):
    given, lines = audit.judge(report)
    assert given == code and told in "\n".join(lines)


def test_a_database_that_is_away_or_slow_is_no_failure(monkeypatch, tmp_path):
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: None)
    assert audit.report(tmp_path) is None

    def slow(*_, **__):
        raise subprocess.TimeoutExpired("pip_audit", 60)

    monkeypatch.setattr(audit.subprocess, "run", slow)
    assert audit.report(tmp_path) is None
