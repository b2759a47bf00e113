"""What the repository ships: the corpus is right, its vectors are complete, the real model is the one they were made with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.build import all_chunks
from index.check import check_corpus
from index.corpus import CORPUS_FOLDER
from index.embedding import SentenceTransformerProvider, provider_from_settings
from index.errors import EmbeddingUnavailable
from index.vectors import SHIPPED, content_hash, read_vectors

REPOSITORY = Path(__file__).resolve().parents[2]


def run(*arguments, **environment):
    return subprocess.run([sys.executable, "-m", "index", *arguments], cwd=REPOSITORY, capture_output=True, text=True, env={**os.environ, **environment})


def test_the_shipped_corpus_passes_the_check():
    assert [str(f) for f in check_corpus(CORPUS_FOLDER, {})] == []


def test_a_first_start_embeds_nothing():
    known, name = read_vectors(SHIPPED), SentenceTransformerProvider().name
    missing = [c.id for c in all_chunks() if content_hash(name, c.text) not in known]
    assert missing == [], "run `python -m index build --vectors`"


def test_real_model_agrees_with_the_shipped_vectors():
    provider, chunk = SentenceTransformerProvider(), all_chunks()[0]
    fresh = provider.encode_documents([chunk.text])[0]
    shipped = read_vectors(SHIPPED)[content_hash(provider.name, chunk.text)].astype(np.float32)
    assert float(fresh @ shipped) == pytest.approx(1, abs=1e-3)
    query = provider.encode_query(chunk.text)
    assert query.shape == (provider.dimension,) == (384,) and query.dtype == np.float32 and float(query @ fresh) < 0.999, "query and passage prompts must differ"


def test_the_setting_chooses_the_model(monkeypatch):
    monkeypatch.setenv("RASHINBAN_EMBEDDING_MODEL", "/nonexistent/model")
    provider = provider_from_settings()
    assert provider.name.startswith("/nonexistent/model")
    with pytest.raises(EmbeddingUnavailable, match="RASHINBAN_EMBEDDING_MODEL"):
        provider.encode_query("企業")


def test_search_prints_one_json_object_and_nothing_else(tmp_path):
    done = run("search", "計算資源の格差とは", "--k", "2", "--json", RASHINBAN_HOME=str(tmp_path))
    printed = json.loads(done.stdout)
    assert done.returncode == 0 and printed["query"] == "計算資源の格差とは" and len(printed["results"]) == 2
    assert list(printed["results"][0]) == ["rank", "id", "kind", "title", "text", "source_id", "locator", "url", "score"]


@pytest.mark.parametrize("arguments, code, words", [
    (("search",), 2, "query"), (("nonsense",), 2, "invalid choice"), (("search", "?"), 2, "検索する言葉"), (("search", "企業", "--kinds", "本"), 2, "検索する言葉"), (("check", "--cards", "/nonexistent"), 1, "資料ファイル"),
])
def test_exit_codes_and_messages(arguments, code, words):
    done = run(*arguments)
    assert done.returncode == code and words in done.stderr and "Traceback" not in done.stderr and done.stdout == ""


def test_an_unwritable_home_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    done = run("build", RASHINBAN_HOME=str(tmp_path / "file"))
    assert done.returncode == 1 and "RASHINBAN_HOME" in done.stderr and "Traceback" not in done.stderr
