"""The real app in a process of its own, for breaking it. Everything it writes is in `home`; the index is the repository's own."""

import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
START_SECONDS = 120


def start(home: Path, *options: str, **settings: str) -> subprocess.Popen:
    """An app that is starting; its standard error goes to home.log."""
    home.mkdir(exist_ok=True)
    built = REPOSITORY / ".rashinban" / "index"
    if built.is_dir() and not (home / "index").exists():
        (home / "index").symlink_to(built)
    environment = os.environ | {"RASHINBAN_HOME": str(home), "RASHINBAN_MCP": "", "LLM_MODEL": "", "OMP_NUM_THREADS": "1"} | settings
    with open(f"{home}.log", "w", encoding="utf-8") as output:
        return subprocess.Popen([sys.executable, "app.py", "--port", "0", *options], cwd=REPOSITORY, env=environment, stderr=output)


def address(process: subprocess.Popen, home: Path) -> str:
    """Raises RuntimeError when the app ends or takes too long."""
    log, deadline = Path(f"{home}.log"), time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8")):
            return found[0]
        time.sleep(0.05)
    raise RuntimeError(f"the app did not start: {log.read_text(encoding='utf-8')}")


@contextlib.contextmanager
def running(home: Path, *options: str, **settings: str):
    """(process, address); the process is gone afterwards."""
    process = start(home, *options, **settings)
    try:
        yield process, address(process, home)
    finally:
        process.kill()
        process.wait(timeout=20)
