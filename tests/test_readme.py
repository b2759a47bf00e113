"""The README's commands run, its links and pictures exist, its definitions and attributions are those of the code."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from analytics.divide.periods import AFTER, BEFORE, period_label
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.provenance import CSMETRICS_CITATION

REPOSITORY = Path(__file__).resolve().parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```bash\n(.*?)```", README, re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
# These open the app or run this very suite; test_ui_startup and the continuous integration run them.
ELSEWHERE = {"bash run.sh", "bash test.sh"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder for conversations, with the repository's index."""
    folder = tmp_path_factory.mktemp("home")
    built = REPOSITORY / ".rashinban" / "index"
    if built.is_dir():
        (folder / "index").symlink_to(built)
    return folder


def test_the_two_commands_are_there():
    assert ELSEWHERE <= set(COMMANDS)
    assert all((REPOSITORY / command.split()[1]).is_file() for command in ELSEWHERE)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in ELSEWHERE])
def test_a_command_of_the_readme_runs(command, home):
    program, *arguments = shlex.split(command)
    assert program == "python"
    environment = os.environ | {"RASHINBAN_HOME": str(home)}
    done = subprocess.run([sys.executable, *arguments], cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_links_and_pictures_exist():
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert any(target.endswith(".png") for target in targets)
    assert [target for target in targets if not (REPOSITORY / target).exists()] == []


def test_periods_and_attribution_are_those_of_the_code():
    for text in (f"{MAIN_FIRST}〜{MAIN_LAST}年", period_label(BEFORE), period_label(AFTER), CSMETRICS_CITATION):
        assert text in README
    assert CSMETRICS_CITATION in (REPOSITORY / "NOTICE").read_text(encoding="utf-8")


def test_no_finding_is_retyped():
    """The README explains; numbers of the data stand in the generated table alone (tests/analytics/test_headlines.py)."""
    written = re.sub(r"<!-- headline figures: start -->.*?<!-- headline figures: end -->", "", README, flags=re.DOTALL)
    assert written != README
    assert re.findall(r"\d+(?:\.\d+)?\s*(?:[%％]|ポイント)", written.replace("95%区間", "")) == []
