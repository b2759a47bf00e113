"""The assistant on the shipped figures and corpus, opened once; conversations go to a temporary folder.

The text index is the default one: built at the first worded question where it is missing (seconds; its vectors are shipped).
"""

import pytest

from assistant import Assistant


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    return Assistant.open(tmp_path_factory.mktemp("conversations"))


@pytest.fixture(scope="session")
def divide(assistant):
    return assistant.divide


@pytest.fixture(scope="session")
def understanding(assistant):
    return assistant.understanding


@pytest.fixture(scope="session")
def understand(understanding):
    """Question text (and the last Question) → Question."""
    return understanding.understand


@pytest.fixture(scope="session")
def ask(assistant):
    """Question text → Answer outside any session; answers are kept and reused between tests."""
    kept = {}

    def answer(text):
        if text not in kept:
            kept[text] = assistant.ask(text)
        return kept[text]

    return answer
