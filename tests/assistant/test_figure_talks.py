"""Conversations on figures and plans (tests/questions/talks/figures.yaml): what the last turns say, however they are worded.

A talk is asked once for each wording of its last turn, after the same turns before.
"""

import re
import uuid
from pathlib import Path

import pytest
import yaml

TALKS = yaml.safe_load((Path(__file__).parents[1] / "questions" / "talks" / "figures.yaml").read_text(encoding="utf-8"))


def body(answer):
    return answer.answer.partition("**出典**")[0]


def conclusion(answer):
    return body(answer).partition("**結論**")[2].strip().split("\n\n")[0]


def misses(talk, answer):
    """What an answer lacks of what a talk expects of its last turn."""
    found = [] if answer.verdict.ok else ["verdict not ok"]
    if answer.outcome != talk.get("outcome", "answered"):
        found.append(f"outcome {answer.outcome}")
    if answer.intent not in [talk.get("intent", answer.intent)] + talk.get("intents", []):
        found.append(f"intent {answer.intent}")
    found += [f"does not say {words}" for words in talk.get("holds", ()) if words not in body(answer)]
    found += [f"says {words}" for words in talk.get("lacks", ()) if words in body(answer)]
    if "begins" in talk and not conclusion(answer).startswith(talk["begins"]):
        found.append(f"begins {conclusion(answer)[:40]}")
    if "first" in talk and not re.search(talk["first"], conclusion(answer)):
        found.append(f"concludes {conclusion(answer)[:80]}")
    if "chart" in talk and (answer.chart or {}).get("kind", "none") != talk["chart"]:
        found.append(f"chart {(answer.chart or {}).get('kind')}")
    return found


@pytest.mark.parametrize("talk", TALKS, ids=[talk["name"] for talk in TALKS])
def test_the_last_turn_is_answered_however_it_is_worded(assistant, talk):
    found, opened = {}, uuid.uuid4().hex
    for before in talk.get("after", ()):
        assistant.ask(before, session=opened)
    kept, _ = assistant.recall(opened)
    for wording in talk["asked"]:
        session = uuid.uuid4().hex
        if talk.get("after"):
            assistant.history.remember(session, *kept)
        answer = assistant.ask(wording, session=session)
        if missing := misses(talk, answer):
            found[wording] = missing
    assert found == {}


def test_the_wordings_are_many():
    assert sum(len(talk["asked"]) for talk in TALKS) >= 40
