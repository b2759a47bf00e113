"""A local HTTP server that answers /works as OpenAlex does: cursor paging, error bodies, and faults on demand."""

import base64
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

PAGE = 3


@dataclass
class Service:
    """works: full records. faults: taken one a request: "429:7" (Retry-After), "500", "cut" (mid-body), "html", "400";
    "ok" answers. down: every request is cut. requests: (filter, cursor, headers) of every request."""

    works: list[dict]
    faults: list[str] = field(default_factory=list)
    down: bool = False
    requests: list[tuple] = field(default_factory=list)
    address: str = ""

    def select(self, filters: str) -> list[dict]:
        found = self.works
        for part in filters.split(","):
            name, _, values = part.partition(":")
            wanted = set(values.split("|"))
            if name == "openalex_id":
                found = [work for work in found if work["id"].rpartition("/")[2] in wanted]
            elif name == "publication_year":
                found = [work for work in found if str(work["publication_year"]) in wanted]
            elif name == "primary_location.source.id":
                found = [work for work in found if source_of(work) in wanted]
            else:
                raise ValueError(f"Unknown filter field: {name}")
        return found


def source_of(work: dict) -> str | None:
    source = (work.get("primary_location") or {}).get("source")
    return source["id"].rpartition("/")[2] if source else None


def encode(place: int) -> str:
    return base64.urlsafe_b64encode(f"after {place}".encode()).decode()


def decode(cursor: str) -> int:
    return 0 if cursor == "*" else int(base64.urlsafe_b64decode(cursor).decode().removeprefix("after "))


def answer(service: Service, filters: str, cursor: str) -> dict:
    """One page; the page after the last result is empty and has no cursor, as in OpenAlex."""
    found, start = service.select(filters), decode(cursor)
    page = found[start : start + PAGE]
    following = encode(start + PAGE) if page else None
    return {"meta": {"count": len(found), "per_page": PAGE, "next_cursor": following}, "results": page}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *details):
        pass

    def do_GET(self):
        service: Service = self.server.service
        query = {name: values[0] for name, values in parse_qs(urlparse(self.path).query).items()}
        service.requests.append((query.get("filter"), query.get("cursor"), dict(self.headers)))
        fault = "cut" if service.down else service.faults.pop(0) if service.faults else "ok"
        if fault.isdecimal() or ":" in fault:
            return self.fail(*fault.split(":"))
        if fault == "html":
            return self.reply(200, b"<html>proxy</html>")
        try:
            body = json.dumps(answer(service, query["filter"], query["cursor"])).encode()
        except ValueError as error:
            return self.reply(400, json.dumps({"error": "Invalid query parameters error.", "message": str(error)}).encode())
        if fault == "cut":
            # Half of the promised body, then the line goes dead.
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2])
            self.wfile.flush()
            self.close_connection = True
            return None
        return self.reply(200, body)

    def fail(self, status: str, wait: str | None = None):
        headers = {"Retry-After": wait} if wait else {}
        self.reply(int(status), json.dumps({"error": "Rate limit exceeded", "message": "slow down"}).encode(), headers)

    def reply(self, status: int, body: bytes, headers: dict | None = None):
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json", "Content-Length": str(len(body))} | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(works: list[dict]):
    """The service at `address` on this machine until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.service = Service(works, address=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def make_work(number: int, year: int, source: str | None, authors: list[list[str]], raw: bool = False, **more) -> dict:
    """A work whose authors have these affiliations: as institutions (name or "name|id"), or as raw strings."""
    authorships = []
    for names in authors:
        pairs = [name.partition("|")[::2] for name in names]
        institutions = [] if raw else [{"display_name": name, "id": f"https://openalex.org/{key or 'I9'}"} for name, key in pairs]
        authorships.append({"institutions": institutions, "raw_affiliation_strings": [name for name, _ in pairs]})
    location = {"source": {"id": f"https://openalex.org/{source}"}} if source else {"source": None}
    return {
        "id": f"https://openalex.org/W{number}", "title": f"Paper {number}.", "publication_year": year,
        "cited_by_count": number % 7, "type": "article", "is_paratext": False,
        "primary_location": location, "authorships": authorships,
    } | more  # fmt: skip
