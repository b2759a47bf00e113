"""The dialogue view says what the summary says, in order, with the passage each utterance comes from."""

import re

import pytest

import prompts
from assistant.dialogue import dialogue
from index.chunks import paper_chunks
from index.corpus import CORPUS_FOLDER, load_paper, paper_files

PAPERS = [load_paper(path) for path in paper_files(CORPUS_FOLDER)]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_every_question_is_asked_and_answered_in_order(paper):
    turns = dialogue(paper)
    assert [t.text for t in turns[2:-2]] == [text for qa in paper.questions for text in (qa.question, qa.answer)]
    assert [t.name for t in turns] == ["専務", "メンター"] * (len(paper.questions) + 2)
    assert paper.title_ja in turns[0].text and turns[1].text.endswith(paper.points[0].text)
    assert paper.phrases[0].scene in turns[-1].text and turns[-1].text.endswith(paper.phrases[0].text)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_sources_are_passages_that_hold_the_words(paper):
    passages = {chunk.id: chunk.display for chunk in paper_chunks(paper)}
    told = [t for t in dialogue(paper) if t.source]
    assert len(told) == 2 * len(paper.questions) + 2
    for t in told:
        words = t.text.removeprefix("結論から申し上げます。") if "#point" in t.source else t.text[t.text.index("。「") + 1 :] if "#phrase" in t.source else t.text
        assert words in passages[t.source]


def test_the_joints_hold_no_number():
    assert all(not re.search("[0-9０-９一二三四五六七八九十百千万億]", template.text) for template in prompts.templates("dialogue").values())
