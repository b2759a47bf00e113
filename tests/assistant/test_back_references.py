"""Conversations of executives (tests/questions/talks): what each turn takes from the ones before, and what its answer says."""

import uuid
from pathlib import Path

import pytest
import yaml

TALKS = yaml.safe_load((Path(__file__).parents[1] / "questions" / "talks" / "executives.yaml").read_text(encoding="utf-8"))


def papers(answer):
    """Ids of the papers an answer cites, in order."""
    return list(dict.fromkeys(each.id.split("#")[0] for each in answer.citations if each.kind == "paper"))


def misses(turn, answer, before):
    """What an answer lacks of what a turn expects. `before`: the answers of the talk so far, this one last."""
    found, text = [], answer.answer.partition("**出典**")[0]
    if answer.outcome != turn.get("outcome", "answered"):
        found.append(f"outcome {answer.outcome}")
    if turn.get("intent", answer.intent) != answer.intent:
        found.append(f"intent {answer.intent}")
    if "resolved" in turn and answer.resolved_question.replace(turn.get("also", "\0") + "の", "") != turn["resolved"]:
        found.append(f"read as {answer.resolved_question}")
    found += [f"does not say {words}" for words in turn.get("holds", ()) if words not in text]
    found += [f"says {words}" for words in turn.get("lacks", ()) if words in text]
    if "papers" in turn and len(papers(answer)) != turn["papers"]:
        found.append(f"cites {papers(answer)}")
    if "cites" in turn and papers(answer)[:1] != [turn["cites"]]:
        found.append(f"cites {papers(answer)}")
    if "paper_of" in turn:
        listed_by, place = turn["paper_of"]
        # `listed_by` counts the turns of the talk from 1; the answer that listed the papers comes at or after it.
        lists = [papers(each) for each in before[:-1][listed_by - 1 :]]
        listed = next(each for each in lists if len(each) >= place)
        if papers(answer)[:1] != [listed[place - 1]]:
            found.append(f"cites {papers(answer)}, listed were {listed}")
    if "located" in turn and answer.citations[0].locator != turn["located"]:
        found.append(f"quotes {answer.citations[0].locator}")
    return found + ([] if answer.verdict.ok else ["verdict not ok"])


@pytest.mark.parametrize("talk", TALKS, ids=[talk["name"] for talk in TALKS])
def test_every_turn_of_a_talk_is_understood(assistant, talk):
    session, answers, found = uuid.uuid4().hex, [], {}
    for turn in talk["turns"]:
        answers.append(assistant.ask(turn["q"], session=session))
        if missing := misses(turn, answers[-1], answers):
            found[turn["q"]] = missing
    assert found == {}


def test_the_talks_are_many():
    assert sum(len(talk["turns"]) for talk in TALKS) >= 80
