"""Gradio makes no type stubs while it is imported for the app."""

import importlib
import inspect

import pytest

from assistant.ui.server import Warmth
from assistant.ui.stubs import without_stubs

COMPONENT = "import gradio as gr\n\n\nclass Note(gr.HTML):\n    EVENTS = []\n"


@pytest.fixture
def written(tmp_path, monkeypatch):
    """written(name) → the stub beside a new component's file, once that is imported."""
    monkeypatch.syspath_prepend(tmp_path)

    def beside(name):
        (tmp_path / f"{name}.py").write_text(COMPONENT, encoding="utf-8")
        assert importlib.import_module(name).Note.EVENTS == []
        return tmp_path / f"{name}.pyi"

    return beside


def test_a_component_gets_no_stub_and_any_later_one_does(written):
    file_of = inspect.getfile
    with without_stubs():
        assert inspect.getfile(Warmth).endswith("server.py")
        assert not written("a_component_of_the_app").exists()
    assert inspect.getfile is file_of
    assert written("a_component_of_another").exists()
