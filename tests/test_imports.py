"""The house keeps one direction: app.py → assistant/ui → assistant → (index, analytics, prompts)."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
OWN = ("analytics", "assistant", "index", "prompts", "app", "bench", "tests")
MAY_IMPORT = {
    "analytics": {"analytics"},
    "prompts": {"prompts"},
    "index": {"index", "analytics"},
    "assistant": {"assistant", "index", "analytics", "prompts"},
    "assistant/ui": {"assistant", "index", "analytics", "prompts"},
    "app.py": {"assistant"},
}
SCREENS = {"gradio", "fastapi", "uvicorn", "starlette", "plotly"}
HEAVY = {"torch", "sentence_transformers", "transformers", "chromadb", "gradio", "plotly", "sklearn", "matplotlib"}


def room(path: Path) -> str:
    """The key of MAY_IMPORT a file belongs to."""
    relative = path.relative_to(REPOSITORY)
    return "assistant/ui" if relative.parts[:2] == ("assistant", "ui") else relative.parts[0]


def modules(tree: ast.AST) -> set[str]:
    """Full names of everything imported anywhere in a file."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the direction"
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


FILES = sorted(path for name in MAY_IMPORT if "/" not in name for path in (REPOSITORY / name).rglob("*.py")) + [REPOSITORY / "app.py"]


def test_the_files_are_found():
    assert {room(path) for path in FILES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_imports_follow_the_house(path):
    names = modules(ast.parse(path.read_text(encoding="utf-8")))
    tops = {name.partition(".")[0] for name in names}
    here = room(path)
    assert tops & set(OWN) <= MAY_IMPORT[here]
    if here != "assistant/ui":
        assert not tops & SCREENS
        if here != "app.py":
            assert not any(name.startswith("assistant.ui") for name in names)


ROOMS_OF_UNDERSTANDING = ["text", "names", "plans", "cues", "works", "words", "figures"]  # each may import those before it; what stands beside them, all
UNDERSTANDING = REPOSITORY / "assistant" / "understand"


def test_the_rooms_of_understanding_are_found():
    assert {path.name for path in UNDERSTANDING.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(ROOMS_OF_UNDERSTANDING)


@pytest.mark.parametrize("room", ROOMS_OF_UNDERSTANDING)
def test_the_rooms_of_understanding_follow_one_direction(room):
    allowed = ROOMS_OF_UNDERSTANDING[: ROOMS_OF_UNDERSTANDING.index(room) + 1]
    for path in (UNDERSTANDING / room).glob("*.py"):
        inside = {name.split(".")[2] for name in modules(ast.parse(path.read_text(encoding="utf-8"))) if name.startswith("assistant.understand.")}
        assert inside <= set(allowed), path.name


def test_an_answer_from_the_command_line_loads_nothing_heavy():
    code = (
        "import sys, assistant; a = assistant.Assistant.open(); a.ask('2021年のAI会議の企業参加率は?');"
        f"print(sorted({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_start_settles_port_and_data_before_gradio_is_loaded():
    code = f"import sys, app; print(sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
