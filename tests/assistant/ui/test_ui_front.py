"""The first document: Japanese, our style and script ahead of Gradio's, a first view, nothing said to other sites."""


import pytest
from coroutines import run

from assistant.ui.front import FrontPage

GRADIO = '<html lang="en"><head><meta property="og:image" content="https://elsewhere.example/a.jpg" /><script type="module" src="x.js"></script></head><body><gradio-app></gradio-app></body></html>'


def answered(path="/", body=GRADIO, kind=b"text/html; charset=utf-8"):
    """(headers, body) that the middleware sends for a page that comes in two pieces, and the headers the page behind it was asked with."""
    asked, sent = {}, []

    async def page(scope, receive, send):
        asked.update(scope["headers"])
        half = len(body.encode()) // 2
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind), (b"content-length", str(len(body.encode())).encode())]})
        await send({"type": "http.response.body", "body": body.encode()[:half], "more_body": True})
        await send({"type": "http.response.body", "body": body.encode()[half:]})

    async def send(message):
        sent.append(message)

    front = FrontPage(page, ("例<1>",), lambda examples: f'<section class="welcome">{len(examples)}</section>')
    run(front({"type": "http", "path": path, "method": "GET", "headers": [(b"accept-encoding", b"br")]}, None, send))
    return dict(sent[0]["headers"]), b"".join(message["body"] for message in sent[1:]).decode(), asked


def test_the_document_is_japanese_with_our_parts_before_gradio_s():
    headers, body, asked = answered()
    assert 'lang="ja"' in body and "elsewhere.example" not in body and asked == {}
    places = [body.index(part) for part in ("<title>羅針盤", "page/rashinban.css", "rashinbanWords", "page/rashinban.js", "x.js", 'id="first-view"', "<gradio-app")]
    assert places == sorted(places) and int(headers[b"content-length"]) == len(body.encode())


def test_everything_else_passes_by_untouched():
    assert answered(path="/page/figures.csv")[1] == GRADIO
    assert answered(kind=b"text/plain")[1] == GRADIO


@pytest.mark.parametrize("part", ['lang="en"', "<gradio-app", '<script type="module"'])
def test_a_page_built_in_another_way_is_an_error_and_not_a_page_without_our_parts(part):
    with pytest.raises(ValueError, match="Gradio's page"):
        answered(body=GRADIO.replace(part, "<x"))
