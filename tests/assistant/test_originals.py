"""The paper in which a thing first appeared: said not to be held where it is not, with what treats the thing."""

import pytest

from assistant.understand.cues.sought import original_of

HEAD = "その原論文は、手元の資料にありません。"


def papers(answer):
    return [citation.id.partition("#")[0] for citation in answer.citations]


@pytest.mark.parametrize(
    ("text", "treats"),
    [
        ("BERTの原論文は", "izsak"), ("BERTを最初に提案した研究", "izsak"), ("「BERT」のオリジナル論文を教えて", "izsak"), ("BERTの元の論文はありますか", "izsak"), ("GPT-3を発表した論文は", ""), ("BLOOMの原論文", "luccioni"), ("Transformerの原論文はありますか", ""), ("BERTが提案された論文は", "izsak"),
    ],
)  # fmt: skip
def test_an_original_that_is_not_held_is_said_not_to_be(ask, text, treats):
    answer = ask(text)
    assert answer.answer.split("\n")[1].startswith(HEAD) and answer.verdict.ok
    assert any(paper.startswith(treats) for paper in papers(answer))


@pytest.mark.parametrize("text", ["Mambaの原論文を教えて", "ResNetを提案した論文は"])
def test_of_what_nothing_speaks_nothing_is_told(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("LoRAの原論文", "hu-2021"), ("Chinchillaを提案した論文", "hoffmann"), ("チンチラの原論文", "hoffmann"), ("スケーリング則の原論文", "kaplan"), ("Green AIの元論文", "schwartz"), ("QLoRAの原論文", "dettmers"), ("Musserの元の論文は", "musser"), ("BERTの論文は", "izsak"), ("Crammingの原論文", "geiping"),
    ],
)  # fmt: skip
def test_an_original_that_is_held_is_told(ask, text, paper):
    answer = ask(text)
    assert papers(answer)[0].startswith(paper) and HEAD not in answer.answer


@pytest.mark.parametrize("text", ["この論文の元の論文は", "企業の論文は2021年に何本発表された", "格差の原点になった論文", "BERTの論文は"])
def test_what_asks_for_no_original(text):
    assert original_of(text) is None


def test_the_paper_that_treats_it_is_asked_about_next(talked):
    assert papers(talked("BERTの原論文は", "弱点は?")[1]) == ["izsak-2021-academic-budget-bert"]
