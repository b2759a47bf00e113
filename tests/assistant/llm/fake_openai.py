"""A local server that speaks the OpenAI chat API and misbehaves on demand."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FakeOpenAI:
    """`script`: one behaviour a request, the last one repeats.

    ("say", text), ("status", code), ("call", tool, arguments as JSON text), "timeout", "malformed", "cut", "drip", "empty", "huge",
    "html" (a page instead of a stream), "shape" (JSON of another kind), "silent" (a stream without an event).

    `host`: 127.0.0.2 is this machine too, but not one of those that need no consent.
    """

    def __init__(self, script, host="127.0.0.1"):
        self.script, self.requests, owner = list(script), [], self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *parts):
                pass

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                owner.requests.append(body)
                behaviour = owner.script.pop(0) if len(owner.script) > 1 else owner.script[0]
                try:
                    getattr(self, f"do_{behaviour[0] if isinstance(behaviour, tuple) else behaviour}")(behaviour)
                except (BrokenPipeError, ConnectionResetError):
                    pass

            def begin(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()

            def event(self, text, **more):
                record = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "fake", "choices": [{"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}]}
                self.wfile.write(f"data: {json.dumps(record | more, ensure_ascii=False)}\n\n".encode())
                self.wfile.flush()

            def do_say(self, behaviour):
                self.begin()
                for at in range(0, len(behaviour[1]), 10):
                    self.event(behaviour[1][at : at + 10])
                self.event("", choices=[{"index": 0, "delta": {}, "finish_reason": "stop"}])
                self.event("", choices=[], usage={"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366})
                self.wfile.write(b"data: [DONE]\n\n")

            def do_timeout(self, behaviour):
                time.sleep(15)

            def do_status(self, behaviour):
                self.send_error(behaviour[1])

            def do_call(self, behaviour):
                self.begin()
                call = {"index": 0, "id": f"call-{len(owner.requests)}", "type": "function", "function": {"name": behaviour[1], "arguments": behaviour[2]}}
                self.event("", choices=[{"index": 0, "delta": {"role": "assistant", "content": None, "tool_calls": [call]}, "finish_reason": None}])
                self.event("", choices=[{"index": 0, "delta": {}, "finish_reason": "tool_calls"}])
                self.wfile.write(b"data: [DONE]\n\n")

            def do_huge(self, behaviour):
                self.begin()
                for _ in range(4000):
                    self.event("とても長い文章が続いています。" * 20)

            def do_html(self, behaviour):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write("<html><body>ログインしてください。企業参加率は99.9%です。</body></html>".encode())

            def do_shape(self, behaviour):
                self.begin()
                self.wfile.write('data: {"answer": "企業参加率は99.9%です【1】。", "choices": "none"}\n\ndata: [1, 2]\n\n'.encode())

            def do_silent(self, behaviour):
                self.begin()
                self.wfile.write(b": ping\n\ndata: [DONE]\n\n")

            def do_malformed(self, behaviour):
                self.begin()
                self.wfile.write(b'data: {"choices": [{"delta": {"content": "2019\xe5\n\ndata: not json\n\n')

            def do_cut(self, behaviour):
                self.begin()
                self.event("2019年のICMLの企業参加率は")
                self.wfile.flush()
                self.connection.close()

            def do_drip(self, behaviour):
                self.begin()
                for _ in range(60):
                    self.event("あ")
                    time.sleep(0.1)

            def do_slowly(self, behaviour):
                """("slowly", text) or ("slowly", text, seconds): as `say`, three characters each tenth of a second, or each so many seconds."""
                pause = behaviour[2] if len(behaviour) > 2 else 0.1
                self.begin()
                for at in range(0, len(behaviour[1]), 3):
                    self.event(behaviour[1][at : at + 3])
                    time.sleep(pause)
                self.event("", choices=[{"index": 0, "delta": {}, "finish_reason": "stop"}])
                self.wfile.write(b"data: [DONE]\n\n")

            def do_empty(self, behaviour):
                self.do_say(("say", ""))

        self.server = ThreadingHTTPServer((host, 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://{self.server.server_address[0]}:{self.server.server_address[1]}/v1"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
