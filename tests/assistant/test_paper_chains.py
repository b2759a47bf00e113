"""Chains of questions on papers: a paper is listed or named, then asked about in few words; the answers stay with it."""

import uuid

import pytest

from assistant.evidence.paper_turns import of_own_firm, sampled
from index.corpus import load_heads

HEADS = load_heads()
# What is asked of a paper in a few words, and where in its summary the answer stands.
TURNS = (
    ("調べ方は?", "section-3"), ("弱点は?", "section-7"), ("何本調べた?", None), ("うちに置き換えると?", "section-8"), ("誰の論文?", "point-1"), ("新しさは?", "section-2"), ("今後は?", "section-6"), ("どうやって調べたの?", "section-3"),
    ("自社に当てはめると?", "section-8"), ("要点は?", "point-1"), ("調査対象は?", None), ("その論文の限界は?", "section-7"), ("中小企業だったら?", "section-8"), ("サンプル数は?", None), ("どれくらい調べたんですか", None),
)
NAMED = ("Birhaneらの論文", "Grey Hoodieって何の話", "ゲルスの論文", "Khandelwalらの研究", "文科省の令和5年度の統計", "Green AIという論文")


def ids(answer):
    return [citation.id for citation in answer.citations if citation.kind == "paper"]


def own(answer, paper):
    """Whether an answer stands on that paper and none other."""
    return answer.outcome == "answered" and {id.split("#")[0] for id in ids(answer)} == {paper}


@pytest.mark.parametrize("named", NAMED)
def test_short_questions_stay_with_the_paper_that_was_named(assistant, named):
    session = uuid.uuid4().hex
    paper = ids(assistant.ask(named, session=session))[0].split("#")[0]
    wrong = []
    for text, place in TURNS:
        answer = assistant.ask(text, session=session)
        if not own(answer, paper) or place and ids(answer)[0] != f"{paper}#{place}":
            wrong.append((text, answer.intent, ids(answer)[:2]))
    assert wrong == []


def test_a_listed_paper_is_gone_into_and_its_like_are_listed_again(assistant):
    session = uuid.uuid4().hex
    listed = [id.split("#")[0] for id in ids(assistant.ask("AI研究の論文を3つ挙げて", session=session))]
    for text in ("2番目を詳しく", "調べ方は?", "弱点は?", "何本調べた?", "うちに置き換えると?"):
        assert own(assistant.ask(text, session=session), listed[1]), text
    like = [id.split("#")[0] for id in ids(assistant.ask("似た論文は?", session=session))]
    related = {head.id: head.related for head in HEADS}[listed[1]]
    assert like == list(related[:3])
    assert own(assistant.ask("3つ目の弱点は?", session=session), like[2])
    assert own(assistant.ask("調べ方は?", session=session), like[2])


@pytest.mark.parametrize("text", ["似ている研究は?", "関連する論文を教えて", "同じテーマの研究はある?", "併せて読むべき文献は?", "近い論文ってある?"])
def test_works_like_one_are_those_that_its_summary_names(assistant, text):
    session = uuid.uuid4().hex
    assistant.ask("Crammingの論文", session=session)
    answer = assistant.ask(text, session=session)
    assert {id.split("#")[0] for id in ids(answer)} == set(next(head.related for head in HEADS if head.id.startswith("geiping"))[:3])


def test_how_much_was_looked_at_is_told_where_a_summary_says_it(assistant):
    session = uuid.uuid4().hex
    assistant.ask("Birhaneらの論文", session=session)
    assert "100本" in assistant.ask("何本調べた?", session=session).answer
    assistant.ask("Gellesの調査", session=session)
    assert "500人" in assistant.ask("何人に聞いたの?", session=session).answer


def test_every_summary_tells_what_short_questions_ask(assistant):
    from assistant.evidence.collector import Collector

    for head in HEADS:
        for turn in (lambda box, paper=head.id: sampled(assistant.words, None, paper, box), lambda box, paper=head.id: of_own_firm(assistant.words, paper, box)):
            found = turn(Collector())
            assert found.paper == head.id and {item.citation.id.split("#")[0] for item in found.evidence.items} == {head.id}


@pytest.mark.parametrize("text", ["企業の論文は何本?", "CVPRの2019年は?", "うちは何から始めればいい?", "大学の割合は?"])
def test_what_names_something_of_its_own_leaves_the_paper(assistant, text):
    session = uuid.uuid4().hex
    assistant.ask("Birhaneらの論文", session=session)
    assert not own(assistant.ask(text, session=session), "birhane-2022-values-encoded-ml")
