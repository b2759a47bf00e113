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
    return Documents.open(tmp_path / "home", fake, clock=lambda: NOW)
