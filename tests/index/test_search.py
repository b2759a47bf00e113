import threading

import numpy as np
import pytest

from index.chunks import Chunk
from index.embedding import query_text
from index.errors import QueryError
from index.search import Index, alike


@pytest.fixture
def index(built, embedder):
    return Index.open(built, embedder)


def ids(passages):
    return [p.id for p in passages]


def test_finds_the_right_passage_with_all_its_fields(index, small_corpus):
    best = index.search("共同研究の相場はいくら", k=3)[0]
    assert best.id == "paper-c#qa-1" and best.rank == 1 and best.kind == "qa" and best.year == 2023 and best.display == small_corpus[5].display
    assert set(best.parts) == {"dense", "words", "bigrams"} and 0 < best.score <= 1


def test_ranks_and_scores_fall_together(index):
    found = index.search("企業の論文", k=8)
    assert [p.rank for p in found] == list(range(1, len(found) + 1))
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)


def test_one_parent_does_not_fill_the_list(index):
    sources = [p.source_id for p in index.search("企業の論文は会議で増えた", k=8)]
    assert sources.count("paper-a") == 3 and len(set(sources)) == 4
    assert [p.source_id for p in index.search("企業の論文は会議で増えた", k=8, per_parent=None)].count("paper-a") == 4
    assert len(index.search("企業の論文", filters={"source_id": "paper-a"})) == 4


def test_kinds_and_filters(index):
    assert {p.kind for p in index.search("企業", kinds=["qa", "glossary"])} == {"qa", "glossary"}
    assert {p.year for p in index.search("企業", filters={"year": [2023, 2024]})} == {2023, 2024}
    assert {p.stance for p in index.search("企業", filters={"stance": "context", "theme": "産学と人材"})} == {"context"}
    assert index.search("企業", filters={"year": 1999}) == []


def test_words_are_weighed_among_the_filtered_passages_only(index):
    best = index.search("企業の論文は増えました", filters={"source_id": "paper-b"})[0]
    assert best.parts["words"] == best.parts["bigrams"] == 1


@pytest.mark.parametrize("arguments", [{"k": 0}, {"kinds": ["papers"]}, {"filters": {"colour": "red"}}, {"kinds": ["document"]}])
def test_wrong_arguments(index, arguments):
    with pytest.raises(QueryError):
        index.search("企業", **arguments)


@pytest.mark.parametrize("query", ["", "   ", "?", "。。。", "\0\x01", "👍"])
def test_nothing_to_search_for(index, query):
    with pytest.raises(QueryError):
        index.search(query)


@pytest.mark.parametrize("query", ["企" * 10000, "<script>alert(1)</script>", "企業\ud800\0", "ＧＰＵ", "select * from x", "zzz qqq"])
def test_strange_queries_are_answered(index, query):
    assert index.search(query)


def test_query_is_cut_and_cleaned():
    assert len(query_text("あ" * 10000)) == 400 and query_text(" ＧＰＵ\n\0と ") == "GPU と"


def test_same_question_same_answer_also_in_threads(index, built, embedder):
    expected = [(p.id, p.score) for p in index.search("企業の論文")]
    fresh, found = Index.open(built, embedder), []
    threads = [threading.Thread(target=lambda: found.append([(p.id, p.score) for p in fresh.search("企業の論文")])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


def test_dense_scores_alone_can_find(index, monkeypatch):
    monkeypatch.setattr(type(index.lexical), "scores", lambda self, query, more=(): {"words": np.zeros(self.size), "bigrams": np.zeros(self.size)})
    assert index.search("学習の費用は毎年2.4倍に増えました")[0].id == "paper-b#claim-1"


def test_lookup(index):
    assert isinstance(index.lookup("glossary#gpu"), Chunk)
    with pytest.raises(KeyError, match="nothing"):
        index.lookup("nothing")


def test_parent_of_a_paper_and_of_a_term(index):
    from index.corpus import CORPUS_FOLDER, paper_files

    paper = index.papers()[0]
    assert len(index.papers()) == len(paper_files(CORPUS_FOLDER)) and index.glossary()
    chunk = Chunk(f"{paper.id}#claim-1", "claim", "", "", "", paper.id, "", "")
    parent = index.parent(chunk)
    assert parent.id == paper.id and paper.points[0].text in parent.text and paper.short_ja in parent.title
    assert index.parent(index.lookup("glossary#gpu")).text == index.lookup("glossary#gpu").display


def test_the_list_holds_few_of_one_parent_and_nothing_twice(index):
    assert index.spread([0, 1, 2, 3, 4], 3, 2) == [0, 1, 4]
    assert index.spread([0, 1, 2, 3, 4], 3, None) == [0, 1, 2]
    assert index.spread([], 3, 1) == []
    assert alike("企業の論文は主要な会議で増えました。", "企業の論文は、主要な会議で増えました") and not alike("企業の論文は増えました", "大学の論文は減りました")


def test_a_passage_that_repeats_another_of_its_paper_is_left_out(tmp_path, embedder, small_corpus):
    from small_corpus import make_chunk

    from index.build import build_index

    said = "学習の費用は毎年2.4倍に増えました"
    build_index(tmp_path / "index", embedder, extra=[make_chunk("point-1", said + "。", source="paper-b"), make_chunk("point-1", said + "。", source="paper-d")])
    found = ids(Index.open(tmp_path / "index", embedder).search(said, per_parent=None))
    assert ("paper-b#claim-1" in found) + ("paper-b#point-1" in found) == 1 and "paper-d#point-1" in found
