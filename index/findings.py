"""One thing that `python -m index check` found."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend: file, line in it from 1, what is wrong and what to do."""

    path: Path
    line: int
    message: str
