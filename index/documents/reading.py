"""Runs the reader of a file in a process of its own, under limits of time and memory, one file at a time."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from index.documents.errors import DocumentRefused
from index.documents.models import Page, Piece
from index.pace import READING

REPOSITORY = Path(__file__).resolve().parents[2]
COMMAND = ("-m", "index.documents.worker")


def read_file(path, kind, limits):
    """File → (title, tuple of Page, tuple of Piece). Raises DocumentRefused with the reason; too_slow and too_heavy when the limits ended it."""
    command = [sys.executable, *COMMAND, kind, str(path), json.dumps(asdict(limits))]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"}
    try:
        with READING.turn():
            done = subprocess.run(command, capture_output=True, timeout=limits.seconds, env=environment, cwd=REPOSITORY, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise DocumentRefused("too_slow", f"{limits.seconds} s were not enough", limit=limits.seconds) from error
    if done.returncode < 0:  # ended by a signal: memory, or a crash inside a parser
        raise DocumentRefused("too_heavy" if -done.returncode == 9 else "broken", f"the reader ended with signal {-done.returncode}")
    if done.returncode:
        raise RuntimeError(f"the reader of {kind} files failed: {done.stderr.decode('utf-8', 'replace')[-2000:]}")
    result = json.loads(done.stdout)
    if "refused" in result:
        reason, detail, values = result["refused"]
        raise DocumentRefused(reason, detail, **values)
    read = result["read"]
    return read["title"], tuple(Page(**page) for page in read["pages"]), tuple(Piece(**piece) for piece in read["pieces"])
