"""Whether the clock of this machine can be believed before something is deleted for its age."""

import time
from collections.abc import Callable

DAY = 24 * 3600
JUMP = 2 * DAY  # a smaller step deletes at most what would have gone two days later
STEADY = DAY  # how long a clock must have run evenly after a jump
PAUSE = 30 * DAY  # an installation not used for longer looks at its start like one whose clock has jumped


class SteadyClock:
    """Compares the clock with one that cannot be set. After a jump, or a start long after (or before) what was last written, it is not believed for STEADY seconds.

    A clock that stays wrong for longer is believed: nothing on the machine could tell.
    """

    def __init__(self, latest: float | None, wall: Callable[[], float] = time.time, passed: Callable[[], float] = time.monotonic):
        """`latest`: when the database was last written to (seconds since 1970), None for a new one."""
        self.wall, self.passed = wall, passed
        self.offset = wall() - passed()
        away = wall() - latest if latest is not None else 0
        self.since = None if -JUMP <= away <= PAUSE else passed()

    def believed(self) -> bool:
        """To be asked again and again: a jump is seen as a difference from the last time."""
        offset = self.wall() - self.passed()
        if abs(offset - self.offset) > JUMP:
            self.since = self.passed()
        self.offset = offset
        if self.since is not None and self.passed() - self.since >= STEADY:
            self.since = None
        return self.since is None
