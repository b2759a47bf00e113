"""normalize, chunks, lexical and vectors: the steps between the corpus and the index."""

import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from summaries import write_corpus

from index.chunks import KINDS, chunks_hash, corpus_chunks
from index.corpus import load_corpus
from index.errors import IndexBroken
from index.lexical import BM25, LexicalIndex, bigrams, words
from index.normalize import clean, normalize, searchable
from index.vectors import content_hash, embed_missing, read_vectors, unit_rows, write_vectors


@pytest.mark.parametrize("written, plain", [
    ("ＧＰＵ　クラスター", "gpu クラスタ"), ("コンピューター", "コンピュータ"), ("平成24年", "2012年"), ("令和元年", "2019年"), ("3ヶ月", "3か月"), ("ヴィジョン", "ビジョン"), ("2012〜2019", "2012~2019"),
    ("キー", "キー"), ("データセンターの", "データセンタの"), ("あ\u200bい\n\tう", "あい う"), ("NeurIPS", "neurips"),
])
def test_normalize(written, plain):
    assert normalize(written) == plain
    assert normalize(plain) == plain


def test_clean_survives_anything():
    assert clean("a\ud800\0b") == "a? b"
    assert [searchable(t) for t in ("", " \n", "?!。", "👍", "あ", "7")] == [False, False, False, False, True, True]


def test_words_drop_particles_and_unify_spelling():
    assert words("計算資源の格差は、コンピューターで") == words("計算資源 格差 コンピュータ")
    assert "の" not in words("計算資源の格差") and words("") == [] and len(words("計算資源" * 5000)) >= 10000


def test_bigrams():
    assert bigrams("GPU 2倍!") == ["gp", "pu", "2倍"] and bigrams("東") == ["東"] and bigrams("!?") == []


def test_lexical_finds_japanese_without_spaces_and_survives_saving(tmp_path):
    index = LexicalIndex.build(["計算資源の格差が広がる", "共同研究の費用は高い", "大学と企業"])
    scores = index.scores("費用と共同研究")
    assert {name: int(np.argmax(s)) for name, s in scores.items()} == {"words": 1, "bigrams": 1}
    index.save(tmp_path)
    again = LexicalIndex.load(tmp_path, 3).scores("費用と共同研究")
    assert all(np.array_equal(scores[name], again[name]) for name in scores)
    assert not any(s.any() for s in index.scores("zzz").values())
    with pytest.raises(IndexBroken, match="3"):
        LexicalIndex.load(tmp_path, 4)


def test_chunks_of_a_summary(tmp_path):
    corpus = load_corpus(write_corpus(tmp_path))
    chunks = {c.id: c for c in corpus_chunks(corpus)}
    assert len(chunks) == len(corpus_chunks(corpus)) == 3 * (3 + 8 + 6 + 8 + 4) + 2
    claim, qa, term = chunks["sample-2020#claim-3"], chunks["sample-2020#qa-2"], chunks["glossary#gpu"]
    assert (claim.locator, claim.year, claim.theme, claim.stance, claim.source_id, claim.url) == ("主張3", 2020, "格差の実態", "supports", "sample-2020", "https://example.org/")
    assert claim.display == "丙の論文は130億のパラメータを扱います。" and claim.text == "見本（2020） " + claim.display
    assert "増えたのですか" in qa.text and "38%" in qa.text and qa.locator == "想定問答2"
    assert chunks["sample-2020#section-1"].locator == "概要と位置づけ" and chunks["sample-2020#section-1"].keywords
    assert "別名" in term.text and term.year is None and {c.kind for c in chunks.values()} == set(KINDS) - {"figure"}
    assert not any("{" in c.text or "{" in c.display for c in chunks.values())


def test_chunks_hash_sees_every_change(tmp_path):
    chunks = corpus_chunks(load_corpus(write_corpus(tmp_path)))
    from dataclasses import replace

    assert chunks_hash(chunks) == chunks_hash(list(chunks))
    assert chunks_hash((replace(chunks[0], locator="別"), *chunks[1:])) != chunks_hash(chunks)
    assert chunks_hash(chunks[::-1]) != chunks_hash(chunks)


def test_vectors_are_embedded_once_and_stale_ones_dropped(tmp_path, embedder):
    seen = []
    first = embed_missing(embedder, ["あ", "い", "い"], {}, lambda done, total: seen.append((done, total)))
    assert embedder.history == ["あ", "い"] and seen == [(2, 2)]
    second = embed_missing(embedder, ["い", "う"], first, lambda done, total: None)
    assert embedder.history == ["あ", "い", "う"] and set(second) == {content_hash("fake/1", t) for t in "いう"}
    assert content_hash("fake/1", "あ") != content_hash("fake/2", "あ")


def test_vector_file_is_deterministic_and_complete(tmp_path, embedder):
    vectors = embed_missing(embedder, ["あ", "い"], {}, lambda done, total: None)
    write_vectors(tmp_path / "a.npz", vectors)
    write_vectors(tmp_path / "b.npz", dict(reversed(vectors.items())))
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    again = read_vectors(tmp_path / "a.npz")
    assert all(np.array_equal(again[h], v) for h, v in vectors.items()) and again.keys() == vectors.keys()
    assert np.allclose(np.linalg.norm(unit_rows(list(again.values())), axis=1), 1, atol=1e-6)
    assert read_vectors(tmp_path / "none.npz") == {}
    (tmp_path / "a.npz").write_bytes(b"PK\x03\x04 nonsense")
    with pytest.raises(IndexBroken, match="a.npz"):
        read_vectors(tmp_path / "a.npz")


def test_building_an_index_writes_nothing_to_a_log_that_shows_all():
    """In a process of its own: the library that does it changes its own logger when it is first imported."""
    code = "import logging; logging.basicConfig(level=logging.WARNING); from index.lexical import LexicalIndex; LexicalIndex.build(['企業の論文', '大学の論文'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_scores_are_shares_of_the_highest_that_the_question_allows():
    index = LexicalIndex.build(["費用", "人材", "設備"])
    rare, unknown = math.log(1 + 2.5 / 1.5), math.log(1 + 3.5 / 0.5)
    alone, half = index.scores("費用")["words"], index.scores("費用と象")["words"]
    assert alone.tolist() == pytest.approx([1 / (1 + BM25["words"]["k1"]), 0, 0]) and half[0] / alone[0] == pytest.approx(rare / (rare + unknown))
    assert index.scores("費用 " * 50)["words"].max() <= 1 and not index.scores("…")["words"].any()
