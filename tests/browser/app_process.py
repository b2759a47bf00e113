"""The real app in a process of its own."""

import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
START_SECONDS = 180


@contextlib.contextmanager
def running_app(home: Path, **settings: str):
    """Address of an app that keeps what it writes in `home`, on a free port; the index is the repository's own where it is built."""
    built = REPOSITORY / ".rashinban" / "index"
    if built.is_dir() and not (home / "index").exists():
        (home / "index").symlink_to(built)
    log = home / "log.txt"
    environment = os.environ | {"RASHINBAN_HOME": str(home), "RASHINBAN_MCP": "", "LLM_MODEL": ""} | settings
    with open(log, "w", encoding="utf-8") as output:
        process = subprocess.Popen([sys.executable, "app.py", "--port", "0"], cwd=REPOSITORY, env=environment, stderr=output)
    try:
        yield wait_for_address(process, log)
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_for_address(process: subprocess.Popen, log: Path) -> str:
    """The address the app prints when it is ready. Raises RuntimeError when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"the app did not start: {log.read_text(encoding='utf-8')}")
