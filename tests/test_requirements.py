"""requirements.txt: exact, complete, and what is installed."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.version import Version

REPOSITORY = Path(__file__).resolve().parents[1]
OWN = {"analytics", "assistant", "index", "prompts", "app"}
# Imported by another package by name, or part of the agreed stack for language models: no import of ours shows them.
NOT_IMPORTED_HERE = {"psycopg", "psycopg-binary", "pyarrow", "distributed", "sudachidict-core", "langchain", "langchain-core", "langchain-openai", "plotly"}


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file: str) -> dict[str, str]:
    """Name → version; every line that is no comment must be an exact pin."""
    lines = [line.strip() for line in (REPOSITORY / file).read_text(encoding="utf-8").splitlines()]
    matches = {line: re.fullmatch(r"([A-Za-z0-9_.-]+)==([A-Za-z0-9_.]+)", line) for line in lines if line and not line.startswith("#")}
    assert [line for line, match in matches.items() if match is None] == []
    return {key(match[1]): match[2] for match in matches.values()}


def chosen() -> set[str]:
    """Names listed before the section of indirect requirements."""
    text = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8").partition("# Needed by the above")[0]
    return {key(match) for match in re.findall(r"^([A-Za-z0-9_.-]+)==", text, re.MULTILINE)}


def imported() -> set[str]:
    """Distributions that the product's own files import."""
    names = set()
    for path in [REPOSITORY / "app.py", *(path for folder in OWN - {"app"} for path in (REPOSITORY / folder).rglob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module.partition(".")[0])
    installed = packages_distributions()
    return {key(installed[name][0]) for name in names - OWN - set(sys.stdlib_module_names)}


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_what_is_installed_is_what_is_pinned(file):
    wrong = {name: (wanted, version(name)) for name, wanted in pins(file).items() if Version(version(name).partition("+")[0]) != Version(wanted)}
    assert wrong == {}


def test_everything_imported_is_chosen_and_everything_chosen_is_used():
    assert imported() <= chosen()
    assert chosen() - NOT_IMPORTED_HERE <= imported()
