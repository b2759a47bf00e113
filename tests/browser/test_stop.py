"""The stop button, with an assistant that takes its time."""

import socket
import threading
import time

import pytest
import uvicorn
from driving import BOX, DONE, ask, finished, typed

from assistant import Assistant
from assistant.ui.server import Warmth, application

PREDICT = "**/gradio_api/run/predict*"
QUESTION, PATIENCE = "2019年のAI会議の企業参加率は?", 15


class SlowAssistant:
    """The real one, answering only when `ready` is set."""

    def __init__(self, assistant):
        self.assistant, self.ready = assistant, threading.Event()

    def __getattr__(self, name):
        return getattr(self.assistant, name)

    def ask(self, text, **more):
        self.ready.wait(PATIENCE)
        return self.assistant.ask(text, **more)


@pytest.fixture
def slow(tmp_path):
    """(assistant, address) of an app in this process."""
    assistant = SlowAssistant(Assistant.open(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(application(assistant, Warmth(lambda: None)), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield assistant, f"http://127.0.0.1:{listener.getsockname()[1]}"
        assistant.ready.set()
        server.should_exit = True
        thread.join(timeout=60)


@pytest.fixture
def asked(chromium, slow):
    """A page with one answer."""
    assistant, address = slow
    assistant.ready.set()
    page = chromium.new_page()
    page.goto(address)
    page.wait_for_selector("#current .welcome .ask")
    ask(page, QUESTION)
    yield page
    page.close()


def test_stop_gives_the_question_back_and_the_next_one_is_answered(chromium, slow):
    assistant, address = slow
    page = chromium.new_page()
    page.goto(address)
    page.wait_for_selector("#current .welcome .ask")
    page.click(BOX)
    page.keyboard.insert_text(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector("#stop:not([hidden])")
    page.fill(BOX, "二つ目")
    page.press(BOX, "Enter")  # one question at a time
    page.click("#stop")
    page.wait_for_selector("#notice p")
    assert "止めました" in page.locator("#notice p").inner_text()
    assert typed(page) == f"{QUESTION}\n二つ目"  # what was typed meanwhile is not lost
    assert page.locator(".turn").count() == 0 and not page.locator("#stop").is_visible()
    assistant.ready.set()
    page.fill(BOX, QUESTION)
    page.press(BOX, "Enter")
    page.wait_for_selector(DONE)
    assert QUESTION in page.locator("#current .question").inner_text()
    page.close()


def test_a_server_that_refuses_gives_the_question_back_and_leaves_the_page(asked):
    page = asked
    page.route(PREDICT, lambda route: route.fulfill(status=500, content_type="application/json", body='{"error": "broken"}'))
    page.fill(BOX, "ICMLでは?")
    page.press(BOX, "Enter")
    page.wait_for_selector("#notice p")
    assert typed(page) == "ICMLでは?" and QUESTION in page.locator("#current .question").inner_text()
    assert page.locator(".turn").count() == 1 and not page.locator("#stop").is_visible()
    page.unroute(PREDICT)
    page.press(BOX, "Enter")
    finished(page, "ICMLでは?")
    assert page.locator("#past .turn").count() == 1 and page.locator("#notice p").count() == 0


def test_a_lost_connection_gives_the_question_back_after_the_reload(asked):
    page = asked
    page.route(PREDICT, lambda route: route.abort())
    page.fill(BOX, "ICMLでは?")
    page.press(BOX, "Enter")
    page.wait_for_selector("#notice p")
    assert "接続が切れた" in page.locator("#notice p").inner_text() and typed(page) == "ICMLでは?"
    finished(page, QUESTION)
    page.reload()
    finished(page, QUESTION)
    assert typed(page) == ""
