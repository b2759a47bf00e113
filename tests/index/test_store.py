"""The index on disk: refusal of foreign, old and damaged ones, the lock, the swap, readers in other processes, kill -9."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dying_builds import MOMENTS
from small_corpus import FakeEmbedder, make_chunk

from index.build import build_index, refresh_shipped
from index.chroma import folder_client
from index.errors import FolderNotWritable, IndexBroken, IndexLocked, IndexMismatch, IndexMissing
from index.search import Index
from index.store import current_folder, read_manifest, write_lock

REPOSITORY = Path(__file__).resolve().parents[2]


def test_missing(tmp_path, embedder):
    with pytest.raises(IndexMissing, match="python -m index build"):
        Index.open(tmp_path / "nowhere", embedder)


def test_another_model_is_refused(built):
    with pytest.raises(IndexMismatch, match="fake/2"):
        Index.open(built, FakeEmbedder("fake/2"))


def test_a_changed_corpus_is_refused_and_rebuilt_on_request(built, embedder, monkeypatch):
    monkeypatch.setattr("index.build.sources_fingerprint", lambda: "changed")
    monkeypatch.setattr("index.search.sources_fingerprint", lambda: "changed")
    with pytest.raises(IndexMismatch, match="changed"):
        Index.open(built, embedder)
    assert Index.open_or_build(built, embedder).manifest.sources == "changed"


def test_another_format_is_refused(built, embedder):
    path = current_folder(built) / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 99}))
    with pytest.raises(IndexMismatch, match="99"):
        Index.open(built, embedder)


def test_the_collection_of_another_index_is_refused(built, embedder):
    path = current_folder(built) / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "content": "other"}))
    with pytest.raises(IndexMismatch, match="another index"):
        Index.open(built, embedder).search("企業")


@pytest.mark.parametrize("name, content", [
    ("manifest.json", "{"), ("manifest.json", "[]"), ("chunks.jsonl", "{}\n"), ("chunks.jsonl", ""), ("chroma/chroma.sqlite3", "no database" * 1000), ("chroma/chroma.sqlite3", None), ("words/data.csc.index.npy", "x"),
    ("words/vocab.index.json", "{"), ("words/params.index.json", None),
])
def test_damaged_files_are_named(built, embedder, name, content):
    path = current_folder(built) / name
    if content is None:
        path.unlink()
    else:
        path.write_text(content)
    with pytest.raises(IndexBroken, match="python -m index build --force"):
        Index.open(built, embedder).search("企業")


def test_a_vector_index_with_passages_missing_is_broken(built, embedder):
    folder = current_folder(built)
    client = folder_client(folder / "chroma")
    client.get_collection(read_manifest(folder).collection, embedding_function=None).delete(ids=["glossary#gpu"])
    client.close()
    with pytest.raises(IndexBroken, match="instead of 7"):
        Index.open(built, embedder).search("企業")


def test_pointer_outside_the_folder_is_broken(built, embedder):
    (built / "current").write_text("../../etc")
    with pytest.raises(IndexBroken):
        Index.open(built, embedder)


def test_building_again_does_nothing_and_force_swaps(built, embedder):
    folder, embedded = current_folder(built), len(embedder.history)
    build_index(built, embedder)
    assert current_folder(built) == folder
    build_index(built, embedder, force=True)
    assert current_folder(built) != folder and folder.is_dir() and len(embedder.history) == embedded
    build_index(built, embedder, force=True)
    assert not folder.exists(), "only the index before the present one is kept"


def test_a_new_chunk_embeds_only_itself(built, embedder):
    before = len(embedder.history)
    build_index(built, embedder, extra=[make_chunk("claim-9", "まったく新しい文")])
    assert embedder.history[before:] == ["まったく新しい文"]
    assert Index.open(built, embedder).lookup("paper-a#claim-9").text == "まったく新しい文"


def test_a_reader_survives_the_swap(built, embedder):
    index = Index.open(built, embedder)
    before = [p.id for p in index.search("企業の論文")]
    build_index(built, embedder, extra=[make_chunk("claim-9", "企業の論文の新しい文")])
    assert [p.id for p in index.search("企業の論文")] == before


def test_only_one_writer(built, embedder):
    with write_lock(built), pytest.raises(IndexLocked, match="another process"):
        code = "import sys; sys.path.insert(0, %r)\nfrom index.store import write_lock\nwrite_lock(%r)" % (str(REPOSITORY), str(built))
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert "IndexLocked" in done.stderr
        raise IndexLocked("another process")
    write_lock(built).release()


def test_a_folder_that_cannot_be_written(tmp_path, embedder, small_corpus):
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderNotWritable, match="RASHINBAN_HOME"):
        build_index(tmp_path / "file" / "index", embedder)


def test_a_failed_build_leaves_the_old_index(built, embedder, monkeypatch):
    before = current_folder(built)
    monkeypatch.setattr("index.store.write_chroma", lambda *a: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(FolderNotWritable, match="No space left"):
        build_index(built, embedder, force=True)
    assert current_folder(built) == before and Index.open(built, embedder).search("企業")
    assert list(built.glob("built-*")) == [before], "on a full disk the half of an index must not stay"


SCRIPT = """
import sys; sys.path[:0] = [{repository!r}, {here!r}]
import index.build, index.store
from dying_builds import MOMENTS
from small_corpus import CHUNKS, FakeEmbedder
index.build.all_chunks = lambda extra=(): CHUNKS
index.build.SHIPPED = "/nonexistent"
"""


def test_killed_at_any_moment_there_is_the_old_index_or_the_new_one(built, embedder, tmp_path):
    """The build of the command and of the page alike: both are build_index."""
    build_index(built, embedder, force=True)  # a third one then has one to remove
    old = current_folder(built).name
    for moment in MOMENTS:
        shutil.copytree(built, tmp_path / "killed" / moment)
    done = subprocess.run([sys.executable, str(Path(__file__).parent / "dying_builds.py"), str(tmp_path / "killed")], capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines() == [f"{moment} -9" for moment in MOMENTS], done.stderr
    for moment in MOMENTS:
        home = tmp_path / "killed" / moment
        assert (current_folder(home).name == old) == (list(MOMENTS).index(moment) < list(MOMENTS).index("after the pointer moved")), moment
        assert Index.open(home, embedder).search("企業"), moment
        if moment in ("before the swap", "before the pointer moves", "after the pointer moved"):
            build_index(home, embedder, force=True)
            assert len(list(home.glob("built-*"))) == 2 and not list(home.glob("*.new")), "what the killed build left is removed"


def test_several_processes_read_at_once(built):
    script = SCRIPT.format(repository=str(REPOSITORY), here=str(Path(__file__).parent)) + f"""
from index.search import Index
print([p.id for p in Index.open({str(built)!r}, FakeEmbedder()).search("企業の論文")])
"""
    processes = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    outputs = {p.communicate()[0] for p in processes}
    assert len(outputs) == 1 and "claim" in outputs.pop()


def test_manifest_says_what_the_index_was_built_from(built, small_corpus):
    manifest = read_manifest(current_folder(built))
    assert (manifest.model, manifest.dimension, manifest.count) == ("fake/1", 32, len(small_corpus))


def test_refreshing_shipped_vectors(tmp_path, embedder, small_corpus, monkeypatch):
    path = tmp_path / "vectors.npz"
    texts = {c.text for c in small_corpus}
    assert refresh_shipped(embedder, path) == (0, len(texts), 0)
    first = path.read_bytes()
    assert refresh_shipped(embedder, path) == (len(texts), 0, 0) and path.read_bytes() == first
    monkeypatch.setattr("index.build.all_chunks", lambda extra=(): small_corpus[1:])
    assert refresh_shipped(embedder, path) == (len(texts) - 1, 0, 1)


def test_first_start_builds_by_itself(tmp_path, embedder, small_corpus):
    assert Index.open_or_build(tmp_path / "index", embedder).search("GPU")[0].id == "glossary#gpu"
