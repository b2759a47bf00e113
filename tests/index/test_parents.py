"""Sources as a whole: kept with the index, and heard in its scores."""

import numpy as np
import pytest
from small_corpus import make_chunk

from index.build import build_index
from index.errors import IndexBroken
from index.lexical import LexicalIndex
from index.parents import Parents, numbered, write_parents
from index.search import Index
from index.store import current_folder

PARENTS, TEXTS = ["a", "b", "a"], ["企業の論文", "大学の費用", "企業の設備"]


@pytest.fixture
def written(tmp_path, embedder):
    write_parents(tmp_path, PARENTS, TEXTS, embedder.encode_documents(TEXTS))
    return tmp_path


def test_numbers_follow_the_first_appearance():
    numbers, source_of = numbered(PARENTS)
    assert list(numbers) == ["a", "b"] and source_of.tolist() == [0, 1, 0]


def test_mean_vector_and_all_words_of_a_source(written, embedder):
    parents = Parents.load(written, PARENTS)
    mean = embedder.vector(TEXTS[0]) + embedder.vector(TEXTS[2])
    assert np.allclose(parents.vectors[0], mean / np.linalg.norm(mean), atol=1e-6)
    found = parents.signals("企業の論文と設備", embedder.vector("企業"), np.array([True, True, True]))
    assert found.words[0] > 0 and found.words[1] == 0 and not np.isnan(found.cosines).any()


def test_sources_outside_the_filter_are_not_heard(written, embedder):
    found = Parents.load(written, PARENTS).signals("企業の論文", embedder.vector("企業"), np.array([False, True, False]))
    assert np.isnan(found.cosines[0]) and found.words[0] == found.bigrams[0] == 0


def test_single_passages_need_none(tmp_path, embedder):
    write_parents(tmp_path, ["a", "b"], TEXTS[:2], embedder.encode_documents(TEXTS[:2]))
    assert not list(tmp_path.iterdir()) and Parents.load(tmp_path, ["a", "b"]) is None


def test_a_source_that_is_about_the_question_lifts_its_passage(tmp_path, embedder, small_corpus):
    """Two passages say the same; the paper of one speaks of the topic elsewhere."""
    same = "費用は前の年の2倍でした"
    extra = [make_chunk("claim-1", same, source="paper-x"), make_chunk("claim-2", "量子計算機の冷却の費用を調べた", source="paper-x"),
             make_chunk("claim-1", same, source="paper-w"), make_chunk("claim-2", "船の燃料を調べた", source="paper-w")]
    build_index(tmp_path / "index", embedder, extra=extra)
    found = [p.id for p in Index.open(tmp_path / "index", embedder).search("量子計算機の費用は何倍になった", kinds=["claim"], per_parent=None)]
    assert found.index("paper-x#claim-1") < found.index("paper-w#claim-1")


@pytest.mark.parametrize("name", ["vectors.npy", "words/data.csc.index.npy"])
def test_damage_is_told(built, embedder, name):
    (current_folder(built) / "sources" / name).write_text("x")
    with pytest.raises(IndexBroken, match="--force"):
        Index.open(built, embedder).search("企業")


def test_questions_drop_asking_words_and_passages_keep_them():
    from index.lexical import question_words, words

    assert question_words("どの会社が何をするのか") == ["会社"] and set(words("どの会社が何をするのか")) > {"会社"}
    assert question_words("それは何") != []
    index = LexicalIndex.build(["それは何ですか", "会社の設備"])
    assert index.scores("何の設備")["words"][0] == 0 < index.scores("何の設備")["words"][1]
