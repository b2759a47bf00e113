"""The assistant on the shipped figures and corpus, opened once; conversations go to a temporary folder.

The text index is the default one: built at the first worded question where it is missing (seconds; its vectors are shipped).
"""

import shutil
import tempfile
import uuid
from pathlib import Path

import pytest
from postgres_server import Server, missing

from assistant import Assistant
from assistant.assistant import DATA_INTENTS
from assistant.store import database


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


@pytest.fixture(scope="session")
def postgres():
    """A running server, under a folder that another user may enter; skips with the reason where there is none."""
    if reason := missing():
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = Server(folder)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_home(request, tmp_path, monkeypatch):
    """A home folder whose database is empty, once for each engine."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    if request.param == "postgresql":
        monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgres").create(f"t{uuid.uuid4().hex}"))
    yield tmp_path
    database(tmp_path).close()


@pytest.fixture
def talk(understand):
    """Questions in a row → the last one as understood; what History keeps between turns is kept here."""

    def run(*texts):
        previous = data = None
        for text in texts:
            previous = understand(text, previous, data)
            data = previous if previous.intent in DATA_INTENTS else data
        return previous

    return run


@pytest.fixture(scope="session")
def as_checked(assistant):
    """Question → (text, evidence, question) of its answer, as they are handed to the verifier."""

    def ask(asked):
        seen = []

        class Recording:
            def check(self, text, evidence, question, **options):
                seen.append((text, evidence, question))
                return verifier.check(text, evidence, question, **options)

        verifier, assistant.verifier = assistant.verifier, Recording()
        try:
            assistant.ask(asked)
        finally:
            assistant.verifier = verifier
        return seen[-1]

    return ask


@pytest.fixture
def talked(assistant):
    """Questions in a row → their answers, in a conversation of its own."""
    return lambda *texts: [assistant.ask(text, session=session) for session in [uuid.uuid4().hex] for text in texts]
