"""Fuzzing with atheris: each target in a process of its own, led by which code its inputs reach. atheris is a tool of development (requirements-dev.txt)."""

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench import app
from bench.recorded import tell

HEADS = ["何を", "試した数", "見つかった誤り", "最も長い1件 秒"]
RUNS, SLOW = re.compile(r"stat::number_of_executed_units:\s*(\d+)"), re.compile(r"stat::slowest_unit_time_sec:\s*(\d+)")
LONGEST, SLOWEST = 4000, 20  # bytes of an input; seconds that one may take


@dataclass(frozen=True)
class Found:
    """What came out of one target: inputs tried, seconds of the slowest, and the end of the report of a failure ("" for none)."""

    title: str
    tried: int
    slowest: int
    failure: str

    def row(self) -> list[str]:
        return [self.title, f"{self.tried:,}", str(int(bool(self.failure))), str(self.slowest)]


def fuzz(name: str, seconds: float) -> Found:
    """Run one target; a failure ends it."""
    from bench.fuzz_targets import TARGETS

    with tempfile.TemporaryDirectory() as folder:
        options = [f"-max_total_time={max(1, int(seconds))}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", "-rss_limit_mb=4096", "-print_final_stats=1", f"-artifact_prefix={folder}/"]
        done = subprocess.run([sys.executable, "-m", "bench.fuzz", name, *options], cwd=app.REPOSITORY, check=False, capture_output=True, text=True, errors="replace")
        broken = [path.read_bytes()[:200] for path in Path(folder).iterdir()]
    tried, slow = RUNS.search(done.stderr), SLOW.search(done.stderr)
    failed = bool(done.returncode or broken or tried is None)
    report = (done.stdout + done.stderr)[-1500:] + f"\n{broken}" if failed else ""
    return Found(TARGETS[name][0], int(tried[1]) if tried else 0, int(slow[1]) if slow else 0, report)


def run(names: list[str], seconds: float, keep: bool = False) -> int:
    """Print the table and what was found; 1 when anything was."""
    from bench.fuzz_targets import TARGETS

    found = [fuzz(name, seconds) for name in names]
    some = "" if names == list(TARGETS) else f" --targets {' '.join(names)}"
    tell("fuzz", f"python -m bench fuzz --seconds {seconds:g}{some}", HEADS, [one.row() for one in found], keep, f"atheris、1つにつき{seconds:g}秒")
    for one in found:
        if one.failure:
            print(one.title, one.failure, sep="\n")
    return int(any(one.failure for one in found))


def main() -> None:
    """`python -m bench.fuzz TARGET OPTIONS-OF-LIBFUZZER`: one target until libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["assistant", "index", "analytics"]):
        from bench.fuzz_targets import TARGETS
    target = TARGETS[sys.argv.pop(1)][1]
    target(b"ab")  # opens what all inputs share, before any of them is timed
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
