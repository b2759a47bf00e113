"""kill -9 at a random moment of use, again and again on one folder: what was shown must still be there, and how long the app takes to be back."""

import random
import re
import signal
import sqlite3
import threading
import time
from pathlib import Path

import httpx

from assistant.store import audit, database
from bench import app
from bench.load import questions
from bench.manager import Manager
from bench.recorded import tell

SEED, MANAGERS = 20251126, 4
PATIENCE = 60  # seconds for the first answer after a start
TURN = re.compile(r'data-turn=\\?"([0-9a-f]{32})')
HEADS = ["", "確定した項目", "失われた項目", "データベースの破損", "監査の断絶", "復帰 中央 秒", "復帰 最大 秒"]


def ask_until_dead(url: str, seed: int, confirmed: list[str], document: bool) -> None:
    """One manager who notes what the app has confirmed: answers by their record's number, a document by its name."""
    try:
        with Manager(url) as manager:
            if document and "追加" in manager.upload(f"覚書{seed}.txt", f"覚書{seed}です。来期の計画を書きます。".encode()):
                confirmed.append(f"覚書{seed}.txt")
            for question in questions(seed):
                confirmed += TURN.findall(manager.ask(question))[:1]
    except (httpx.HTTPError, RuntimeError):
        return  # the app is gone: what was not answered was not confirmed


def stored(home: Path) -> tuple[set[str], bool]:
    """What the files of the folder hold (ids of turns, names of documents), and whether both databases are sound."""
    held, sound = set(), True
    for path, query in ((home / "rashinban.sqlite3", "SELECT id FROM turns"), (home / "documents" / "documents.sqlite3", "SELECT name FROM documents")):
        if path.exists():
            with sqlite3.connect(path) as connection:
                held |= {row[0] for row in connection.execute(query)}
                sound &= connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return held, sound


def measure(kills: int) -> tuple[list[str], bool]:
    """(row of the table, whether all held) of `kills` kills on one folder."""
    chance, confirmed, lost, damaged, times = random.Random(SEED), [], set(), 0, []
    with app.fresh_home() as home:
        for number in range(kills):
            with app.running() as (process, url, begun):
                httpx.get(url, trust_env=False, timeout=60).raise_for_status()
                times.append(time.perf_counter() - begun)
                threads = [threading.Thread(target=ask_until_dead, args=(url, 100 * number + at, confirmed, at == 0)) for at in range(MANAGERS)]
                for thread in threads:
                    thread.start()
                before, patience = len(confirmed), time.monotonic() + PATIENCE
                while len(confirmed) == before and time.monotonic() < patience:
                    time.sleep(0.05)
                time.sleep(chance.uniform(0, 3))
                process.send_signal(signal.SIGKILL)
                process.wait(timeout=20)
                for thread in threads:
                    thread.join()
            held, sound = stored(home)
            lost |= set(confirmed) - held
            damaged += not sound
        broken = audit.verify(database(home)).broken is not None
        database(home).close()
    # The first start is no recovery: nothing had been killed yet.
    back = sorted(times[1:]) or times
    row = [f"kill -9 × {kills}", str(len(confirmed)), str(len(lost)), str(damaged), str(int(broken)), f"{back[len(back) // 2]:.1f}", f"{back[-1]:.1f}"]
    return row, bool(confirmed) and not (lost or damaged or broken)


def run(kills: int, keep: bool = False) -> int:
    """Print the table, and keep it with `keep`; 1 when anything was lost or damaged, or nothing was confirmed at all."""
    row, held = measure(kills)
    tell("kill", f"python -m bench kill --kills {kills}", HEADS, [row], keep, f"{MANAGERS}人が質問し資料を加える途中で止める")
    return int(not held)
