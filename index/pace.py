"""Heavy work beside people who wait for an answer: one piece after another in the order of coming, on threads that let the others go first."""

import os
import sys
import threading
from collections import deque
from contextlib import contextmanager

LOW = 10  # niceness of work that nobody waits for on the screen
PIECE = 16  # passages that are embedded in one turn: about two seconds on two cores


class Turns:
    """One holder at a time, in the order of coming: who has just had a turn comes after all who wait, as with a plain lock they might never."""

    def __init__(self):
        self.lock, self.row = threading.Lock(), deque()

    @contextmanager
    def turn(self):
        """Waits for its turn, and gives the turn on at the end."""
        mine = threading.Event()
        with self.lock:
            self.row.append(mine)
            self.row[0].set()
        try:
            mine.wait()
            yield
        finally:
            with self.lock:
                self.row.remove(mine)
                if self.row:
                    self.row[0].set()


EMBEDDING = Turns()  # of this process: several uploads at once are no faster than one after another
READING = Turns()  # files read in processes of their own, each of which may take much memory


def pieces(items):
    """A list in parts of PIECE."""
    return [items[start:start + PIECE] for start in range(0, len(items), PIECE)]


def step_back():
    """This thread (on Linux) runs after the others from now on, and so do the threads it starts. Only for threads that do nothing else: there is no
    way back. Nothing that holds the interpreter's lock for long may run on one: who waits for the lock would wait for it."""
    if sys.platform == "linux":
        own = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, own, max(LOW, os.getpriority(os.PRIO_PROCESS, own)))


def step_process_back():
    """The same for this whole process, on any system that knows how."""
    if hasattr(os, "nice"):
        os.nice(LOW)
