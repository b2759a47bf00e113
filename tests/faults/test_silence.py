"""Nothing leaves the machine: the whole app, every page, in a network namespace without a route."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from living_app import REPOSITORY

NAMESPACE = ["unshare", "-n", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]


def allowed() -> bool:
    return bool(shutil.which("unshare") and shutil.which("ip")) and subprocess.run([*NAMESPACE, "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not allowed(), reason="a network namespace needs root, unshare and ip")
def test_no_page_tries_to_leave_the_machine(tmp_path):
    path = os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "tests" / "faults")])
    done = subprocess.run(
        [*NAMESPACE, sys.executable, str(REPOSITORY / "tests" / "faults" / "silent_session.py"), str(tmp_path)], cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": path}, check=False, capture_output=True, text=True, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    got = result["got"]
    assert got["search"] == "ready"
    assert {name: text for name, text in got.items() if isinstance(text, str) and "記録番号" in text} == {}
    assert "8台" in got["当社の資料では来期のGPUは何台?"] and "追加" in got["upload"]
    assert result["seen_when_meant"] == [1, 2], "the test itself is blind"  # the hook also sees the look-up of the address
    assert (result["unroutable"], result["attempts"]) == (0, [])
