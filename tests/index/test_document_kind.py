"""Users' documents as a kind of `Index.search`: private by default, one list with the corpus, found as `Documents` finds them."""

import numpy as np
import pytest

from index.joined import joined
from index.search import Index, Passage

MINE, THEIRS = "共同研究の相場は、当社では1件あたり500万円です。", "共同研究の相場は、監査役の控えでは700万円です。"


@pytest.fixture
def index(built, embedder):
    """The small corpus, and a document each of two owners."""
    opened = Index.open(built, embedder)
    opened.documents.add(MINE.encode(), "【社外秘】第3期.txt", owner="社長")
    opened.documents.add("熟練工の高齢化が課題です。".encode(), "課題.txt", owner="社長")
    opened.documents.add(THEIRS.encode(), "控え.txt", owner="監査役")
    return opened


def of(passages, kind="document"):
    return [p.text for p in passages if p.kind == kind]


def test_private_by_default(index):
    assert of(index.search("共同研究の相場", k=50)) == []
    assert of(index.search("共同研究の相場", k=50, owner="社長", kinds=["qa", "claim"])) == []
    assert of(index.search("共同研究の相場", k=50, owner="だれか")) == []


def test_only_the_owner_s(index):
    for owner, text, other in (("社長", MINE, THEIRS), ("監査役", THEIRS, MINE)):
        found = of(index.search("共同研究の相場", k=50, owner=owner))
        assert text in found and other not in found
        assert of(index.search("共同研究の相場", kinds=["document"], owner=owner))[0] == text


def test_a_document_alone_is_found_as_its_library_finds_it(index):
    found, own = index.search("共同研究の相場", kinds=["document"], owner="社長"), index.documents.search("共同研究の相場", "社長")
    assert [(p.id, p.score, p.rank, p.source_id, p.locator, p.display) for p in found] == [(p.id, p.score, p.rank, p.document_id, p.locator, p.text) for p in own]
    assert len(found) == 2


def test_filters(index):
    record = next(r for r in index.documents.list("社長") if r.name == "課題.txt")
    found = index.search("共同研究の相場", owner="社長", filters={"source_id": [record.id, "paper-c"]})
    assert {p.source_id for p in found} == {record.id, "paper-c"}
    assert of(index.search("共同研究の相場", owner="社長", filters={"year": 2023})) == []
    other = next(r for r in index.documents.list("監査役"))
    assert of(index.search("共同研究", kinds=["document"], owner="社長", filters={"source_id": other.id})) == []


def test_one_list_holds_the_best_of_both(index):
    corpus, own = index.search("学習の費用は毎年何倍に増えましたか", owner="社長"), index.search("熟練工の高齢化は課題ですか", owner="社長")
    assert corpus[0].id == "paper-b#claim-1" and own[0].text == "熟練工の高齢化が課題です。"
    for found in (corpus, own):
        assert {"document", "claim"} <= {p.kind for p in found}
        assert [p.rank for p in found] == list(range(1, len(found) + 1)) and [p.score for p in found] == sorted((p.score for p in found), reverse=True)
    alone = [p.id for p in index.search("学習の費用は毎年何倍に増えましたか")]
    assert [p.id for p in corpus if p.kind != "document"] == alone[:len([p for p in corpus if p.kind != "document"])], "the corpus keeps its order"


def test_an_index_without_documents(built, embedder):
    plain = Index.open(built, embedder)
    plain.documents = None
    assert plain.search("共同研究", kinds=["document"], owner="社長") == []


def passage(key, text, score, similarity):
    return Passage(key, "claim", "", text, text, key, "", "", score=score, similarity=similarity)


def test_joining_keeps_each_order_and_cuts():
    ours = [passage("a", "費用が増えた", 0.9, 0.80), passage("b", "企業の論文が会議で増えた", 0.2, 0.95)]
    theirs = [passage("c", "企業の論文", 0.7, 0.90), passage("d", "天気", 0.1, None)]
    found = joined("企業の論文が会議で増えた", ours, theirs, 0.05, 3)
    assert [p.id for p in found] == ["a", "b", "c"] and found[0].score == found[1].score > found[2].score
    assert joined("企業", ours, [], 0.05, 1) == ours[:1] and joined("企業", [], theirs, 0.05, 9) == theirs
    assert all(np.isfinite(p.score) for p in joined("企業", ours, theirs, 0.05, 9))
