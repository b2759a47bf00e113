"""How often an answer embeds its question and asks the vector index: an embedding is the greater part of a worded answer's time."""

from functools import lru_cache

import pytest

import index.search

QUESTIONS = (
    ("2019年のICMLの企業参加率は何%ですか", 0, 0),
    ("プロトタイプ案のNPVは?", 0, 0),
    ("計算資源とは何ですか", 1, 1),
    ("企業が大学の研究者を引き抜いているという話の根拠は?", 1, 2),  # statements, and passages that lead to one paper
    ("小さな研究チームはどう戦えばいいと言われていますか", 1, 2),
    ("企業参加率はなぜ増えたのですか", 1, 2),  # statements; then one of a paper that contradicts
    ("社長に説明する言い方を教えて", 1, 1),
    ("格差は大げさだという反論の論文はありますか", 1, 1),
)


@pytest.fixture
def effort(assistant, monkeypatch):
    """Question → (embeddings computed, searches of the vector index made) for its answer, nothing being kept from answers before."""
    opened = assistant.library.index
    embedded, searched = [], []
    encoded, nearest = opened.provider.encoded, index.search.nearest

    def embed(text):
        embedded.append(text)
        return encoded(text)

    def look(*arguments):
        searched.append(arguments)
        return nearest(*arguments)

    monkeypatch.setattr(index.search, "nearest", look)

    def of(text):
        monkeypatch.setattr(opened.provider, "kept", lru_cache(maxsize=8)(embed))
        opened.near.cache_clear()
        embedded.clear(), searched.clear()
        assert assistant.ask(text).outcome == "answered"
        return len(embedded), len(searched)

    assistant.ask("計算資源とは何ですか")  # the corpus's words are opened once, with a search of their own
    return of


@pytest.mark.parametrize("question, embeddings, searches", QUESTIONS)
def test_an_answer_embeds_its_question_once_at_most(effort, question, embeddings, searches):
    assert effort(question) == (embeddings, searches)


def test_a_question_asked_again_is_neither_embedded_nor_searched_for(assistant, effort):
    question = "小さな研究チームはどう戦えばいいと言われていますか"
    first = assistant.ask(question)
    searched = effort(question)[1]
    again = assistant.ask(question)
    assert (again.answer, again.citations) == (first.answer, first.citations)
    assert assistant.library.index.near.cache_info().misses == searched
