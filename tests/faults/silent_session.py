"""Runs in a network namespace without a route: starts the app, uses every page, prints what tried to leave as JSON.

Python's own attempts are seen by an audit hook in every Python process; any other library's by the kernel's count of packets without a
route. At the end one attempt is made on purpose, to show that both would have seen it.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from living_app import running

from bench.app import wait_for_search
from bench.manager import SCREENS, Manager

HOOK = '''
import os, sys
def note(event, arguments):
    if event in ("socket.connect", "socket.sendto"):
        place = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        place = arguments[:1]
    else:
        return
    if isinstance(place, tuple) and place[0] not in ("127.0.0.1", "::1", "localhost", None, ""):
        with open(os.environ["ATTEMPTS"], "a") as file:
            file.write(f"{event} {place} by {sys.argv[:1]}\\n")
sys.addaudithook(note)
'''
QUESTIONS = ("2021年のAI会議の企業参加率は?", "計算資源の格差を扱う論文は?", "共有クラウドの投資対効果は?", "当社の資料では来期のGPUは何台?")
FILES = ("figures.csv?metric=firm_share&area=ai", "figures.xlsx?metric=firm_share&area=ai", "roi.csv", "plan/ringi", "plan/deck", "plan/excel")


def unroutable() -> int:
    """IPv4 and IPv6 packets of this namespace that had no route."""
    heads, values = [line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:")]
    six = dict(line.split() for line in Path("/proc/net/snmp6").read_text().splitlines())
    return int(values[heads.index("OutNoRoutes")]) + int(six["Ip6OutNoRoutes"])


def use_everything(url: str) -> dict:
    """Sizes of what came back, so that a page that failed is no silent page."""
    with Manager(url) as manager:
        got = {"search": wait_for_search(url), "upload": manager.upload("覚書.txt", "当社のGPU利用計画です。来期は8台を共有します。".encode())}
        got |= {name: manager.page(name) for name in SCREENS}
        got |= {text: manager.ask(text) for text in QUESTIONS}
        got |= {path: len(manager.download(f"/page/{path}")) for path in FILES}
    return got


def main(folder: Path) -> None:
    (folder / "hook").mkdir()
    (folder / "hook" / "sitecustomize.py").write_text(HOOK)
    attempts = folder / "attempts"
    attempts.touch()
    settings = {"PYTHONPATH": f"{folder / 'hook'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}", "ATTEMPTS": str(attempts)}
    before = unroutable()
    with running(folder / "home", **settings) as (_, url):
        got = use_everything(url)
        time.sleep(1)  # for a thread that sends late
    result = {"got": got, "unroutable": unroutable() - before, "attempts": attempts.read_text().splitlines()}
    deliberate = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    subprocess.run([sys.executable, "-c", deliberate], env=os.environ | settings, stderr=subprocess.DEVNULL, timeout=30, check=False)
    result["seen_when_meant"] = [unroutable() - before - result["unroutable"], len(attempts.read_text().splitlines()) - len(result["attempts"])]
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
