"""The app in a process of its own, for measuring."""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PATIENCE = 300


@contextlib.contextmanager
def fresh_home() -> Iterator[Path]:
    """An empty folder for what the app writes, with the built index where there is one, as RASHINBAN_HOME of the apps started in it."""
    with tempfile.TemporaryDirectory() as folder:
        home, built = Path(folder), REPOSITORY / ".rashinban" / "index"
        if built.is_dir():
            (home / "index").symlink_to(built)
        os.environ["RASHINBAN_HOME"] = folder
        yield home


@contextlib.contextmanager
def running() -> Iterator[tuple[subprocess.Popen, str, float]]:
    """(process, address, moment of its start). The process is ended on leaving."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        begun = time.perf_counter()
        process = subprocess.Popen([sys.executable, "app.py", "--port", "0"], cwd=REPOSITORY, stderr=log)
        try:
            yield process, address(process, log), begun
        finally:
            process.terminate()
            process.wait(timeout=30)


def address(process: subprocess.Popen, log) -> str:
    """The address the app prints when it is ready. Raises RuntimeError when it ends before."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        log.seek(0)
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read())
        if found:
            return found[0]
        time.sleep(0.02)
    log.seek(0)
    raise RuntimeError(f"the app did not start: {log.read()}")


def get(url: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(url, timeout=30) as response:
        return response.status, response.read()


def wait_for_search(url: str) -> str:
    """Final state of the background loading."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        state = json.loads(get(f"{url}/healthz")[1])["search"]
        if state in ("ready", "failed"):
            return state
        time.sleep(0.2)
    return "loading"


def resident_megabytes(process: subprocess.Popen) -> float:
    """Resident memory, from /proc (Linux)."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def processor_seconds(process: subprocess.Popen) -> float:
    """User and system time so far, from /proc (Linux, 100 ticks a second)."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
