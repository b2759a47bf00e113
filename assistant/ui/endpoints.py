"""The five calls for other programs: Gradio API endpoints and, when switched on, MCP tools of the same names."""

import asyncio
import json
from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps

import gradio as gr
from fastapi.concurrency import run_in_threadpool

from analytics.roi import BadInput, evaluate, explain_problem, resolve
from analytics.roi.report import evaluation_record
from analytics.roi.risk import DRAWS
from assistant.access.users import USER
from assistant.errors import InputError
from assistant.llm import without_model
from assistant.models import Answer
from assistant.operations.answers import note_answer
from assistant.ui.figure_search import FigureFinder
from assistant.ui.roles import browser_id
from assistant.ui.talks import new_id
from index.errors import RetrievalError
from index.messages import japanese

MOST, AT_ONCE = 50, 4  # results of a search; calls of one name
LOCAL = "local"  # the owner where there are no users


class Endpoints:
    """The calls on one assistant; what cannot be used is refused with a Japanese sentence."""

    def __init__(self, assistant, finder: FigureFinder, versions: dict[str, str] | None = None):
        """`versions`: of data and settings, noted with every answer."""
        self.assistant, self.finder, self.versions = assistant, finder, versions or {}

    def ask(self, question: str, session: str = "", request: gr.Request | None = None) -> dict:
        """Answer a Japanese question about the AI compute divide, with sources and a check of every number.

        Args:
            question: the question, in Japanese.
            session: a name under which follow-up questions are understood; empty for none.
        """
        user = browser_id(request)
        owner = user if user.startswith(USER) else LOCAL
        own = session if owner == LOCAL else f"{user}-{session}" if session else ""  # two users' sessions of one name are two
        with without_model() if self.untold(owner) else nullcontext():
            return self.noted(lambda: self.assistant.ask(question, session=own or None, owner=owner), owner)

    def untold(self, owner: str) -> bool:
        """Whether the owner has not agreed yet to what a language model gets; for programs without a user the terminal was told at the start."""
        return self.assistant.writer is not None and bool(self.assistant.writer.notice(owner))

    def lookup_figure(self, words: str, most: int = 5) -> list:
        """Find computed figures by words (metric, conference, year): value, unit, definition, interval, source.

        Args:
            words: Japanese or English words, separated by spaces.
            most: how many figures at most.
        """
        return [figure.to_dict() for figure in self.finder.find(words, bounded(most)).figures]

    def search_papers(self, words: str, most: int = 5) -> list:
        """Find passages of the summaries of papers and reports on the compute divide.

        Args:
            words: what to look for, in Japanese.
            most: how many passages at most.
        """
        passages = refused(lambda: self.assistant.library.search(words, k=bounded(most)))
        return [
            {"id": one.id, "kind": one.kind, "source": one.source_id, "title": one.title, "locator": one.locator, "text": one.text, "url": one.url}
            for one in passages
        ]  # fmt: skip

    def roi(self, strategy: str = "prototype", changes: str = "") -> dict:
        """Evaluate a strategy (prototype, cloud, joint, blank, nothing, buy_gpu, prototype_joint): cash flows, NPV, IRR, payback, risk.

        Args:
            strategy: the strategy's name.
            changes: assumptions to change, one "key=value" a line, e.g. annual_benefit=1200万.
        """
        given = dict(line.replace("＝", "=").split("=", 1) for line in changes.splitlines() if "=" in line.replace("＝", "="))
        named = {key.strip(): value.strip() for key, value in given.items()}
        return refused(lambda: evaluation_record(evaluate(resolve(strategy, named), DRAWS)))

    def phrases(self, scene: str) -> dict:
        """Sentences to say aloud in a business situation, with their sources.

        Args:
            scene: the situation, in Japanese.
        """
        return self.noted(lambda: self.assistant.phrases(scene), LOCAL)

    def noted(self, work: Callable[[], Answer], owner: str) -> dict:
        answer = refused(work)
        note_answer(new_id(), answer, owner, self.versions, "call")
        return answer.to_dict()


def bounded(most: int) -> int:
    return max(1, min(int(most), MOST))


def refused(work: Callable):
    """The result of `work`; a refusal goes to the caller as one sentence."""
    try:
        return work()
    except InputError as error:
        raise gr.Error(error.message_ja, print_exception=False) from error
    except BadInput as error:
        raise gr.Error("\n".join(map(explain_problem, error.problems)), print_exception=False) from error
    except RetrievalError as error:
        raise gr.Error(japanese(error), print_exception=False) from error


def add_endpoints(endpoints: Endpoints) -> None:
    """Name the calls inside the Blocks that are open."""
    for call in (endpoints.ask, endpoints.lookup_figure, endpoints.search_papers, endpoints.roi, endpoints.phrases):
        gr.api(in_turn(call), api_name=call.__name__, queue=False)


def in_turn(call: Callable) -> Callable:
    """The call, a few at once. Not by Gradio's queue: its MCP server would reach that over HTTP, at the address that the first
    program to ask wrote into its Host header, with everybody's tokens."""
    room = asyncio.Semaphore(AT_ONCE)

    @wraps(call)
    async def waited(*arguments, **named):
        async with room:
            found = await run_in_threadpool(call, *arguments, **named)
        return json.loads(json.dumps(found))  # numbers of numpy would reach an MCP client as "np.float64(…)"

    return waited
