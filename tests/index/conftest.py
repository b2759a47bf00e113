"""An index over a small corpus with a fake embedder: the suite needs no model and no shipped text."""

import pytest
from chroma_process import ChromaProcess
from small_corpus import CHUNKS, FakeEmbedder


@pytest.fixture(scope="session")
def chroma(tmp_path_factory):
    """A running Chroma server."""
    process = ChromaProcess(tmp_path_factory.mktemp("chroma")).start()
    yield process
    process.stop()


@pytest.fixture
def on_server(chroma, monkeypatch):
    """Address of the server in the settings; empty at the end."""
    monkeypatch.setenv("CHROMA_URL", chroma.url)
    yield chroma.url
    chroma.empty()


@pytest.fixture
def embedder():
    return FakeEmbedder()


@pytest.fixture
def small_corpus(monkeypatch):
    """The build sees CHUNKS and no shipped vectors."""
    monkeypatch.setattr("index.build.all_chunks", lambda extra=(): (*CHUNKS, *extra))
    monkeypatch.setattr("index.build.SHIPPED", "/nonexistent/vectors.npz")
    return CHUNKS


@pytest.fixture
def built(tmp_path, embedder, small_corpus):
    """Folder of a built index over CHUNKS."""
    from index.build import build_index

    build_index(tmp_path / "index", embedder)
    return tmp_path / "index"
