"""Vectors on a real Chroma server on loopback: no other change, two processes share one index, and its failures are told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_corpus import FakeEmbedder, make_chunk

from index.build import build_index
from index.chroma import server_client
from index.errors import IndexBroken, IndexMismatch, ServerUnavailable
from index.messages import japanese
from index.search import Index
from index.store import current_folder, read_manifest

REPOSITORY = Path(__file__).resolve().parents[2]
APP = """
import sys; sys.path[:0] = [{repository!r}, {here!r}]
import index.build
from small_corpus import CHUNKS, FakeEmbedder
index.build.all_chunks = lambda extra=(): CHUNKS
index.build.SHIPPED = "/nonexistent"
from index.search import Index
app = Index.open_or_build({home!r}, FakeEmbedder())
print([(p.id, p.score) for p in app.search("企業の論文")])
"""


def names(server):
    client = server_client(server)
    try:
        return sorted(c.name for c in client.list_collections())
    finally:
        client.close()


def test_the_same_list_as_from_a_folder(built, embedder, chroma, monkeypatch):
    local = [(p.id, p.score) for p in Index.open(built, embedder).search("企業の論文", filters={"year": 2020})]
    monkeypatch.setenv("CHROMA_URL", chroma.url)
    with pytest.raises(IndexMismatch, match="kept at"):
        Index.open(built, embedder)
    index = Index.open_or_build(built, embedder)
    assert [(p.id, p.score) for p in index.search("企業の論文", filters={"year": 2020})] == local
    assert not (current_folder(built) / "chroma").exists() and read_manifest(current_folder(built)).collection in names(chroma.url)
    monkeypatch.delenv("CHROMA_URL")
    assert [(p.id, p.score) for p in Index.open_or_build(built, embedder).search("企業の論文", filters={"year": 2020})] == local


@pytest.mark.parametrize("homes", [("one", "one"), ("one", "two")])
def test_two_app_processes_share_one_index(on_server, tmp_path, homes):
    """Both start at once on an empty server, from one folder or from two."""
    environment = {**os.environ, "CHROMA_URL": on_server}
    scripts = [APP.format(repository=str(REPOSITORY), here=str(Path(__file__).parent), home=str(tmp_path / home)) for home in homes]
    apps = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) for script in scripts]
    outputs = [app.communicate(timeout=120) for app in apps]
    assert outputs[0][0] == outputs[1][0] and "paper-a" in outputs[0][0], outputs
    assert len(names(on_server)) == 1


def test_another_model_gets_its_own_collection_and_old_ones_go(on_server, embedder, small_corpus, tmp_path):
    home = tmp_path / "index"
    build_index(home, embedder)
    index = Index.open(home, embedder)
    build_index(home, FakeEmbedder("fake/2"))
    assert len(names(on_server)) == 2 and index.search("企業"), "a reader keeps the index it opened"
    build_index(home, FakeEmbedder("fake/3"))
    assert len(names(on_server)) == 2 and read_manifest(current_folder(home)).collection in names(on_server)
    for _ in range(3):
        build_index(home, FakeEmbedder("fake/3"), force=True)
    assert read_manifest(current_folder(home)).collection in names(on_server), "a collection in use is never removed"
    assert Index.open(home, FakeEmbedder("fake/3")).search("企業")


def test_lost_and_foreign_collections_are_told_and_mended(on_server, embedder, small_corpus, tmp_path):
    home = tmp_path / "index"
    build_index(home, embedder)
    name = read_manifest(current_folder(home)).collection
    client = server_client(on_server)
    client.delete_collection(name)
    with pytest.raises(IndexBroken, match="--force"):
        Index.open(home, embedder).search("企業")
    foreign = client.create_collection(name, embedding_function=None, metadata={"model": "other", "content": "x"})
    foreign.add(ids=["z"], embeddings=[[1.0] * 32])
    client.close()
    with pytest.raises(IndexMismatch, match="another index"):
        Index.open(home, embedder).search("企業")
    build_index(home, embedder, extra=[make_chunk("claim-9", "新しい文")])
    assert Index.open(home, embedder).lookup("paper-a#claim-9")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "127.0.0.1:8000", "ftp://x", "http://"])
def test_a_server_that_is_not_there(tmp_path, embedder, small_corpus, monkeypatch, url):
    monkeypatch.setenv("CHROMA_URL", url)
    with pytest.raises(ServerUnavailable, match="CHROMA_URL") as caught:
        build_index(tmp_path / "index", embedder)
    assert "CHROMA_URL" in japanese(caught.value)
