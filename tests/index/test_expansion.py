"""Other names of what a question speaks of."""

from dataclasses import replace

import pytest

from index.corpus import CORPUS_FOLDER, load_glossary
from index.expansion import Expansion, own_names
from index.lexical import MORE, LexicalIndex
from index.search import Index


@pytest.fixture(scope="module")
def term():
    return load_glossary(CORPUS_FOLDER / "glossary.yaml")[0]


def test_a_name_brings_the_words_of_its_term(term):
    expansion = Expansion([replace(term, term="計算資源（機械の力）", aliases=("マシンパワー", "ai")), replace(term, term="雇用", aliases=())])
    assert set(expansion.words("マシンパワーは足りるか")) == {"計算", "資源"}
    assert expansion.words("計算資源は足りるか") == [], "the question's own words are not repeated"
    assert expansion.words("スーパーマシンパワーの話") == expansion.words("chair") == expansion.words("天気") == [], "no name is cut out of a longer word"
    assert set(expansion.words("ＡＩは")) == {"計算", "資源"}
    assert Expansion([]).words("マシンパワー") == []


def test_the_shipped_glossary_knows_everyday_names():
    assert "gpu" in own_names().words("グラボは何枚いるか")


def test_more_words_weigh_less_than_the_questions_own():
    index = LexicalIndex.build(["費用の話", "人材の話", "設備の話"])
    plain, more = index.scores("費用"), index.scores("費用", ["人材"])
    assert more["words"][0] == plain["words"][0] and more["words"][1] == pytest.approx(MORE * plain["words"][0]) and more["words"][2] == 0
    assert (more["bigrams"] == plain["bigrams"]).all()


def test_an_index_looks_for_more_words_only_when_it_is_told_to(built, embedder):
    index = Index.open(built, embedder)
    assert index.search("グラボ", k=1, way="bm25")[0].id == "glossary#gpu"
    index.expand = None
    assert index.search("グラボ", k=1, way="bm25") == []
