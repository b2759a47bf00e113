"""OpenAlex over HTTP: pages of works, with retries.

API (developers.openalex.org): GET /works?filter=…&per_page=100&cursor=*; meta.next_cursor leads to the next page and is null on
the last. 429 and 403 mean too many requests, 5xx a passing fault; the error body is {"error", "message"}. An e-mail address
in the From header and an API key as bearer token identify the caller.
"""

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from analytics.errors import AnalyticsError

URL = "https://api.openalex.org"
PER_PAGE = 100
ATTEMPTS = 6
TIMEOUT = httpx.Timeout(60.0, connect=15.0)
PASSING = frozenset({403, 408, 425, 429, 500, 502, 503, 504})
# A longer wait is a used-up daily allowance: better to stop and continue another day.
LONGEST_WAIT = 120.0
WORK_FIELDS = "id,title,publication_year,cited_by_count,type,is_paratext,authorships"


class OpenAlexError(AnalyticsError):
    """The service refused the request for good: the message repeats its answer."""


class Interrupted(AnalyticsError):
    """The connection or the allowance gave out; what was received is kept, and the same command continues."""


class Passing(Exception):
    """A fault worth another try. `wait`: seconds that the service asks for, or None."""

    def __init__(self, reason: str, wait: float | None = None):
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True)
class Page:
    """One page of results. next_cursor is None on the last; count is the number of results over all pages."""

    results: list[dict]
    next_cursor: str | None
    count: int


@dataclass(frozen=True)
class Settings:
    """Who asks, and where. The key is sent in a header and appears in no message."""

    url: str = URL
    email: str | None = None
    api_key: str | None = None

    def headers(self) -> dict[str, str]:
        headers = {"User-Agent": "rashinban"}
        if self.email:
            headers["From"] = self.email
        if self.api_key:
            headers["Authorization"] = f"Bearer {self.api_key}"
        return headers


class OpenAlex:
    """A client for one run; use it as a context. `sleep` waits that many seconds."""

    def __init__(self, settings: Settings, sleep: Callable[[float], None]):
        self.client = httpx.Client(base_url=settings.url, headers=settings.headers(), timeout=TIMEOUT)
        self.sleep = sleep

    def __enter__(self) -> "OpenAlex":
        return self

    def __exit__(self, *details) -> None:
        self.client.close()

    def works(self, filters: str, cursor: str, fields: str = WORK_FIELDS) -> Page:
        """The page at this cursor ("*" is the first). Raises OpenAlexError, Interrupted."""
        parameters = {"filter": filters, "select": fields, "per_page": PER_PAGE, "cursor": cursor}
        attempts = Retrying(
            retry=retry_if_exception_type(Passing), stop=stop_after_attempt(ATTEMPTS), wait=delay, sleep=self.sleep, reraise=True
        )
        try:
            return attempts(self.request, parameters)
        except Passing as error:
            raise Interrupted(f"OpenAlex did not answer ({error}); run the same command again to continue") from error

    def request(self, parameters: dict) -> Page:
        """One try. Raises Passing for what may go away, OpenAlexError for what will not."""
        try:
            response = self.client.get("/works", params=parameters)
        except httpx.RequestError as error:
            raise Passing(type(error).__name__) from error
        if response.status_code in PASSING:
            wait = retry_after(response.headers.get("Retry-After"))
            if wait is not None and wait > LONGEST_WAIT:
                raise Interrupted(f"OpenAlex asks to wait {wait:.0f} s (allowance used up?); run the same command again then")
            raise Passing(f"HTTP {response.status_code}", wait)
        if response.status_code != 200:
            raise OpenAlexError(f"OpenAlex answered HTTP {response.status_code}: {response.text[:300]}")
        try:
            body = response.json()
            return Page(list(body["results"]), body["meta"]["next_cursor"], int(body["meta"]["count"]))
        except (ValueError, KeyError, TypeError) as error:
            raise Passing(f"unreadable answer: {type(error).__name__}") from error


def retry_after(text: str | None) -> float | None:
    """Seconds of a Retry-After header; a date in it is not used by OpenAlex and read as absent."""
    return float(text) if text and text.strip().isdecimal() else None


def delay(state: RetryCallState) -> float:
    """What the service asked for, else 1, 2, 4 … seconds up to a minute."""
    error = state.outcome.exception()
    wait = error.wait if isinstance(error, Passing) else None
    return wait if wait is not None else wait_exponential(multiplier=1, max=60)(state)
