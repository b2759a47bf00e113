"""One manager at the app, over HTTP as the page itself does it: questions through the queue, pages, downloads, uploads."""

import json
import re
import ssl
import time
import uuid

import httpx

PATIENCE = 120  # seconds
JOB = re.compile(r'data-job="([^"]+)"')
UNCHECKED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the app is on this machine: loading certificates for each manager would cost 30 ms
SCREENS = ("figures", "papers", "roi", "phrases", "data")


class Manager:
    """A browser session: its own cookies and conversation. Raises httpx.HTTPError or RuntimeError when the app does not answer."""

    def __init__(self, url: str, login: tuple[str, str] | None = None):
        self.http = httpx.Client(base_url=url, timeout=PATIENCE, trust_env=False, verify=UNCHECKED)
        if login:
            self.checked(self.http.post("/login", data={"username": login[0], "password": login[1]}))
        self.checked(self.http.get("/"))
        self.session = uuid.uuid4().hex
        config = self.checked(self.http.get("/config")).json()
        self.components = {one["props"].get("elem_id"): one["id"] for one in config["components"]}
        self.functions = {tuple(target): one for one in config["dependencies"] for target in one["targets"]}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.http.close()

    @staticmethod
    def checked(response: httpx.Response) -> httpx.Response:
        response.raise_for_status()
        return response

    def ask(self, text: str) -> str:
        """The page's current turn as markup, when the answer is whole."""
        return self.event("question", "submit", [text, None])

    def restore(self, talk: str) -> str:
        """Open a kept conversation of the owner, to go on with it; the page's turns as markup."""
        return self.event("header", "restore", [], {"talk": talk})

    def event(self, element: str, name: str, data: list, told: dict | None = None) -> str:
        """What an event of the page puts on it, when it is done."""
        trigger = self.components[element]
        function = self.functions[trigger, name]
        body = {"data": data, "fn_index": function["id"], "session_hash": self.session, "trigger_id": trigger, "event_data": told}
        if not function["queue"]:
            return json.dumps(self.checked(self.http.post("/gradio_api/run/predict", json=body)).json()["data"], ensure_ascii=False)
        event = self.checked(self.http.post("/gradio_api/queue/join", json=body)).json()["event_id"]
        with self.http.stream("GET", "/gradio_api/queue/data", params={"session_hash": self.session}) as stream:
            self.checked(stream)
            for line in stream.iter_lines():
                message = json.loads(line[5:]) if line.startswith("data:") else {}
                if message.get("event_id") == event and message.get("msg") == "process_completed":
                    if not message["success"]:
                        raise RuntimeError(f"the question failed: {message['output']}")
                    return json.dumps(message["output"]["data"], ensure_ascii=False)
        raise RuntimeError("the stream ended before the answer")

    def call(self, element: str, function: str, data: object) -> object:
        """What a component's function returns."""
        body = {"data": data, "component_id": self.components[element], "fn_name": function, "session_hash": self.session}
        return self.checked(self.http.post("/gradio_api/component_server", json=body)).json()

    def page(self, name: str, **parameters: str) -> str:
        return self.call(f"page-{name}", "page_open", parameters)["html"]

    def download(self, path: str) -> bytes:
        return self.checked(self.http.get(path)).content

    def upload(self, name: str, content: bytes, patience: float = PATIENCE) -> str:
        """Add an own document and wait until it is in, `patience` seconds at most; the sentence on what happened."""
        place = self.checked(self.http.post("/gradio_api/upload", files={"files": (name, content)})).json()[0]
        told = self.call("page-papers", "page_act", {"act": "add", "path": place, "name": name})["html"]
        end = time.monotonic() + patience
        while job := JOB.search(told):
            if time.monotonic() > end:
                raise RuntimeError(f"{name} was not in after {patience} s")
            time.sleep(0.2)
            told = self.call("page-papers", "page_act", {"act": "job", "job": job[1]})["html"]
        return told
