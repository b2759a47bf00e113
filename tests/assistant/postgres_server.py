"""A real PostgreSQL server on loopback for tests, in a folder of its own, stopped afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import psycopg

USER = "postgres"
ROOT = os.geteuid() == 0


def missing() -> str:
    """Why no server can be started here; empty where one can."""
    if absent := [name for name in ("initdb", "postgres") if shutil.which(name) is None]:
        return f"PostgreSQL is not installed ({', '.join(absent)})"
    if ROOT and shutil.which("setpriv") is None:
        return "PostgreSQL does not run as root and there is no setpriv to be another user"
    return ""


class Server:
    """Databases by `url(name)`; `stop` and `start` keep what is in them."""

    def __init__(self, folder: Path):
        self.folder, self.process = folder, None
        with socket.create_server(("127.0.0.1", 0)) as trial:
            self.port = trial.getsockname()[1]
        if ROOT:
            shutil.chown(folder, "nobody")
        self.run("initdb", "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync").check_returncode()

    def as_user(self, *words: str) -> list[str]:
        return [*(("setpriv", "--reuid=nobody", "--clear-groups") if ROOT else ()), *words]

    def run(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(self.as_user(*words), cwd=self.folder, check=False, capture_output=True, text=True, timeout=120)

    def start(self) -> None:
        """Raises RuntimeError when the server does not take connections."""
        options = ["-D", str(self.folder / "data"), "-p", str(self.port), "-k", str(self.folder), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"]
        with (self.folder / "server.log").open("a") as log:
            self.process = subprocess.Popen(self.as_user("postgres", *options), cwd=self.folder, stdout=log, stderr=log)
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "server.log").read_text())

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)  # a fast shutdown: open connections are cut
        self.process.wait(timeout=60)

    def url(self, name: str) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{name}"

    def create(self, name: str) -> str:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self.url(name)
