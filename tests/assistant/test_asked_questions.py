"""Some hundred questions in many wordings: what each is understood as, and whether it is answered."""

from pathlib import Path

import pytest
import yaml
from question_shapes import shape

ASKED = yaml.safe_load((Path(__file__).parent / "asked_questions.yaml").read_text(encoding="utf-8"))
DATA = [(question, wanted) for question, wanted in ASKED if wanted.startswith(("figure", "trend", "compare", "rank"))]
WITHOUT = [(question, wanted) for question, wanted in ASKED if wanted.startswith(("refused", "missing"))]


def test_the_list_is_large_and_says_each_question_once():
    assert len(ASKED) >= 400 and len({question for question, _ in ASKED}) == len(ASKED)
    assert len(WITHOUT) >= 100


@pytest.mark.parametrize(("question", "wanted"), ASKED)
def test_what_is_understood(understand, question, wanted):
    assert shape(understand(question)) == wanted.removeprefix("missing ")


@pytest.mark.parametrize(("question", "wanted"), DATA[::4])
def test_what_is_understood_is_answered_and_checked(ask, question, wanted):
    answer = ask(question)
    assert (answer.outcome, answer.verdict.ok) == ("answered", True)
    assert answer.figures


@pytest.mark.parametrize(("question", "wanted"), WITHOUT)
def test_what_we_do_not_have_is_refused_without_a_finding(ask, question, wanted):
    answer = ask(question)
    assert answer.outcome == "not_in_data"
    assert "お答えできません" in answer.answer.split("\n")[0]
