"""A library of documents in a temporary home, with the fake embedder and a clock that stands still."""

import pytest
from small_corpus import FakeEmbedder

from index.documents import Documents

NOW = "2026-04-01T09:00:00+00:00"


@pytest.fixture
def fake():
    return FakeEmbedder()


@pytest.fixture
def library(tmp_path, fake):
    """Kept on this machine."""
    return Documents.open(tmp_path / "home", fake, clock=lambda: NOW)


@pytest.fixture(params=["local", "server"])
def kept(request, tmp_path, fake):
    """The same library on this machine, and on a Chroma server."""
    if request.param == "server":
        request.getfixturevalue("on_server")
    return Documents.open(tmp_path / "home", fake, clock=lambda: NOW)
