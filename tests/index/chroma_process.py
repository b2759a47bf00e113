"""A real `chroma run` on loopback that can be stopped, killed and started again on its folder."""

import socket
import subprocess
import sys
import time
from pathlib import Path

from index.chroma import server_client
from index.errors import ServerUnavailable


class ChromaProcess:
    """One server on one port and folder."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.folder, self.url, self.process = folder, f"http://127.0.0.1:{self.port}", None

    def start(self):
        command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(self.folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                server_client(self.url).close()
                return self
            except ServerUnavailable:
                assert self.process.poll() is None, "chroma run ended at once"
                time.sleep(0.1)
        raise AssertionError("chroma run does not answer")

    def stop(self):
        self.process.kill()
        self.process.wait(20)

    def empty(self):
        """Removes all collections."""
        client = server_client(self.url)
        for collection in client.list_collections():
            client.delete_collection(collection.name)
        client.close()
