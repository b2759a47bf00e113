"""N app processes that share one PostgreSQL and one Chroma server, behind nginx with docs/nginx.conf: all of it real, all on loopback."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bench import app
from tests.assistant.postgres_server import Server, missing
from tests.index.chroma_process import ChromaProcess

SAMPLE = app.REPOSITORY / "docs" / "nginx.conf"
UPSTREAM = re.compile(r"( *)server 127\.0\.0\.1:\d+ (.*;)\n(?: *server .*\n)*")
LISTEN = "listen 127.0.0.1:8080;"


@dataclass
class Replicas:
    """`url` is nginx's address, `urls` the replicas' own; `settings` are the environment that they share."""

    folder: Path
    settings: dict[str, str]
    url: str = ""
    urls: list[str] = field(default_factory=list)
    processes: list[subprocess.Popen] = field(default_factory=list)


def absent() -> str:
    """Why they cannot be started here; empty where they can."""
    if reason := missing():
        return reason
    return "" if shutil.which("nginx") or Path("/usr/sbin/nginx").exists() else "nginx is not installed (Debian: nginx-light)"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as trial:
        return trial.getsockname()[1]


def nginx_configuration(port: int, replicas: list[str], sample: str = "") -> str:
    """The sample with these addresses and nothing else changed. `replicas`: host:port of each."""
    text = sample or SAMPLE.read_text(encoding="utf-8")
    if text.count(LISTEN) != 1 or len(UPSTREAM.findall(text)) != 1:
        raise RuntimeError(f"{SAMPLE} is not built as expected")
    indent, options = UPSTREAM.search(text).groups()
    servers = "".join(f"{indent}server {one} {options}\n" for one in replicas)
    return UPSTREAM.sub(lambda _: servers, text).replace(LISTEN, f"listen 127.0.0.1:{port};")


@contextlib.contextmanager
def nginx(folder: Path, replicas: list[str], sample: str = "") -> Iterator[str]:
    """Address of a running nginx in front of `replicas`."""
    port = free_port()
    file = folder / f"nginx-{port}.conf"
    file.write_text(nginx_configuration(port, replicas, sample), encoding="utf-8")
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(file), "-g", f"daemon off; pid {folder}/nginx-{port}.pid; error_log {folder}/nginx.log warn;"]
    process = subprocess.Popen(command)
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError("nginx did not start")


def start(replicas: Replicas, number: int) -> None:
    """One more replica, with a home of its own as on a machine of its own; the built index is shared to save the building."""
    home = replicas.folder / f"home-{number}"
    home.mkdir()
    (home / "index").symlink_to(replicas.folder / "index")
    environment = os.environ | {"RASHINBAN_MCP": "", "LLM_MODEL": "", "OMP_NUM_THREADS": "1"} | replicas.settings | {"RASHINBAN_HOME": str(home)}
    with open(replicas.folder / f"replica-{number}.log", "w", encoding="utf-8") as log:
        replicas.processes.append(subprocess.Popen([sys.executable, "app.py", "--port", "0"], cwd=app.REPOSITORY, env=environment, stderr=log))


def ready(replicas: Replicas) -> None:
    """Wait until each is ready, by /readyz. Raises RuntimeError."""
    for number, process in enumerate(replicas.processes):
        with open(replicas.folder / f"replica-{number}.log", encoding="utf-8") as log:
            replicas.urls.append(app.address(process, log))
    end = time.monotonic() + app.PATIENCE
    for url in replicas.urls:
        while (answer := httpx.get(f"{url}/readyz", trust_env=False, timeout=30)).status_code != 200:
            if time.monotonic() > end:
                raise RuntimeError(f"{url} is not ready: {answer.text}")
            time.sleep(0.2)


@contextlib.contextmanager
def running(count: int, prepare=None) -> Iterator[Replicas]:
    """`count` replicas behind nginx, all ready. `prepare(settings)` is called before they start. Everything is gone afterwards."""
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="replicas-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        for name in ("postgres", "index"):
            (folder / name).mkdir()
        folder.chmod(0o755)
        server = Server(folder / "postgres")
        server.start()
        stack.callback(server.stop)
        chroma = ChromaProcess(folder / "chroma")
        stack.callback(chroma.stop)
        replicas = Replicas(folder, {"DATABASE_URL": server.create("rashinban"), "CHROMA_URL": chroma.start().url})
        if prepare:
            prepare(replicas.settings)
        for number in range(count):
            start(replicas, number)
            stack.callback(ended, replicas.processes[-1])
        ready(replicas)
        replicas.url = stack.enter_context(nginx(folder, [url.removeprefix("http://") for url in replicas.urls]))
        yield replicas


def ended(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=15)
