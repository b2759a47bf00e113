"""Lets a growing draft out sentence by sentence, each only after the check has passed it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.llm.stream import Event, tell
from assistant.models import Verdict
from assistant.write.layout import MARK

# Where a draft may be judged: after a sentence that ends on its marks, or after a whole line. One more character must have come,
# as a mark may still follow the full stop.
BOUNDARY = re.compile(r"】。(?![【」』）)])(?=.)|。(?:【\d+】)+(?!【)(?=.)|\n", re.S)


@dataclass(frozen=True)
class Judged:
    """A draft, cleaned and marked, and what the check found: `wrong` names why it is no answer at all, `verdict` judges its sentences."""

    text: str
    wrong: str | None
    verdict: Verdict | None

    @property
    def passed(self) -> bool:
        return self.wrong is None and self.verdict is not None and self.verdict.ok


class Rejected(Exception):
    """A sentence failed for good: the rest need not be waited for."""

    def __init__(self, judged: Judged):
        super().__init__(judged.wrong or "sentence not supported")
        self.judged = judged


class Release:
    """Tells the listener of every sentence that passed.

    `judge`: raw beginning of a reply → Judged. `head` stands before the draft. `lines_only`: a sentence can be judged for good
    only with its whole line (a passage of a document may be cut anywhere).
    """

    def __init__(self, judge: Callable[[str], Judged], head: str, lines_only: bool):
        self.judge, self.head, self.lines_only = judge, head, lines_only
        self.judged_to, self.shown = 0, ""

    def grow(self, raw: str) -> None:
        """Judge what is new and whole. Raises Rejected."""
        for match in BOUNDARY.finditer(raw, self.judged_to):
            self.judged_to = match.end()
            judged = self.judge(raw[: match.end()])
            if judged.passed:
                self.show(judged.text)
            elif match.group() == "\n" or not self.lines_only:
                raise Rejected(judged)

    def withdraw(self) -> None:
        """The reply so far was no answer (it led to a call of a tool)."""
        if self.shown:
            tell(Event("restart"))
        self.judged_to, self.shown = 0, ""

    def show(self, text: str) -> None:
        """Tell of what the checked text adds to what was shown."""
        whole = numbered(self.head + text) if text else ""
        if whole.startswith(self.shown):
            if whole != self.shown:
                tell(Event("text", whole[len(self.shown) :]))
        else:  # cleaning took off something that was shown
            tell(Event("restart"))
            tell(Event("text", whole))
        self.shown = whole


def numbered(text: str) -> str:
    """Marks in order of appearance, as the finished answer has them."""
    order: dict[str, int] = {}
    return MARK.sub(lambda match: f"【{order.setdefault(match[1], len(order) + 1)}】", text)
