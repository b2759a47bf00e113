"""Run by test_store: for each moment of a rebuild a process that kills itself there, as a crash would. One start of Python serves all."""

import os
import signal
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

from small_corpus import CHUNKS, FakeEmbedder

import index.build as build
import index.store as store


def dies_at(module, name, before, wanted=lambda *arguments: True):
    """Replaces a function by one that kills the process before or after doing its work, where `wanted(*arguments)`."""
    original = getattr(module, name)

    def dying(*arguments, **options):
        meant = wanted(*arguments)
        if meant and before:
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*arguments, **options)
        if meant:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(module, name, dying)


def to_pointer(_, target):
    return Path(target).name == "current"


MOMENTS = {
    "before anything is written": lambda: dies_at(store, "write_vectors", True), "before Chroma": lambda: dies_at(store, "write_collection", True),
    "before the swap": lambda: dies_at(store, "switch", True), "before the pointer moves": lambda: dies_at(os, "replace", True, to_pointer),
    "after the pointer moved": lambda: dies_at(os, "replace", False, to_pointer), "after the old one went": lambda: dies_at(store, "remove_built", False),
}  # fmt: skip

if __name__ == "__main__":
    build.all_chunks, build.SHIPPED = lambda extra=(): CHUNKS, "/nonexistent"
    children = {}
    for moment, prepare in MOMENTS.items():
        children[moment] = os.fork()  # Chroma, whose threads no fork takes along, is not loaded yet
        if not children[moment]:
            prepare()
            build.build_index(Path(sys.argv[1]) / moment, FakeEmbedder(), force=True)
            os._exit(0)
    for moment, child in children.items():
        print(moment, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
