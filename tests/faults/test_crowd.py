"""Many threads ask one assistant at once: nobody's answer breaks, and everybody gets what one asking alone gets."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.assistant import Assistant
from assistant.understand.cues.leftover import ProperNouns

# Each goes another way: figures, papers, a term, words read by their meaning, what the data never hold.
QUESTIONS = (
    "2021年のAI会議の企業参加率は?", "計算資源の格差を扱う論文は?", "蒸留とは?", "名門校の論文が占める割合の推移は?", "2015年の株価は?", "なぜ企業の論文が増えたのか?",
)  # fmt: skip
THREADS = 12


@pytest.fixture
def impatient():
    """Threads take turns so often that what they share is met in use."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def together(work, arguments):
    """The results of `work` for each argument, all begun at the same moment."""
    barrier = threading.Barrier(len(arguments))

    def one(argument):
        barrier.wait()
        return work(argument)

    with ThreadPoolExecutor(len(arguments)) as pool:
        return list(pool.map(one, arguments))


def test_a_crowd_gets_what_one_gets(tmp_path, impatient):
    assistant = Assistant.open(tmp_path)
    crowd = together(lambda question: assistant.ask(question), QUESTIONS * 2)  # nothing is loaded yet: the first use is shared too
    alone = [assistant.ask(question) for question in QUESTIONS]
    assert {answer.outcome for answer in alone} == {"answered", "not_in_data"}
    assert [answer.to_dict() | {"elapsed_ms": 0} for answer in crowd] == [answer.to_dict() | {"elapsed_ms": 0} for answer in alone] * 2


def test_names_are_told_by_many_at_once(impatient):
    nouns, text = ProperNouns(), "東京大学とNVIDIAとトヨタ自動車の共同研究の論文" * 20
    expected = nouns.among([text], text)
    assert len(expected) > 20
    assert together(lambda _: [nouns.among([text], text) for _ in range(20)], range(THREADS)) == [[expected] * 20] * THREADS
