"""One answer by a model within its limits: write, check, once more with the findings, else the offline answer with a note."""

import contextvars
import logging
import queue
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import prompts
from assistant.llm import messages, provider, reply
from assistant.llm.masking import Mask
from assistant.llm.outgoing import Call, Ledger
from assistant.llm.settings import Settings
from assistant.llm.stream import Event, tell
from assistant.llm.tools import Box, functions
from assistant.models import ANSWERED, Answer, Draft, Evidence, Question, Verdict
from assistant.verify.attribute import attributed
from assistant.write.layout import finish

log = logging.getLogger("rashinban.llm")
CAVEATS = re.compile(r"\*\*留意点\*\*\n(?:- .*\n?)+")
# A second attempt is made only with this much time left.
WORTH_RETRYING = 3.0
NOTES = {name: "refused" for name in ("empty", "refusal", "injection", "language", "leak", "long")} | {"cut": "provider"}
SILENT_INTENTS = ("help", "smalltalk", "phrases")


class Failed(Exception):
    """The model gave no usable text. `note` names the sentence the reader gets."""

    def __init__(self, note: str, detail: str):
        super().__init__(detail)
        self.note = note


@dataclass
class Spent:
    """Tokens and time of one answer."""

    input_tokens: int = 0
    output_tokens: int = 0
    characters: int = 0
    attempts: int = 0

    @property
    def total(self) -> int:
        return self.input_tokens + self.output_tokens


class ModelWriter:
    """Rewrites checked offline answers. `open_model` is (Settings, seconds) → LangChain chat model."""

    def __init__(self, settings: Settings, home: Path, open_model: Callable = provider.open_model):
        self.settings, self.open_model, self.ledger = settings, open_model, Ledger(home)

    def rewrite(self, assistant, question: Question, evidence: Evidence, offline: Answer) -> Answer:
        """The model's answer where it passes the check within the limit, else `offline` with a note. Never raises for what a provider does."""
        if not evidence.items or offline.outcome != ANSWERED or question.intent in SILENT_INTENTS:
            return offline
        start, spent, box = time.monotonic(), Spent(), Box(replace(evidence, roles={}))
        mask, outcome = Mask(self.settings.mask, assistant.public_names()), "answered"
        try:
            text, verdict = self.attempts(assistant, question, box, mask, spent, start + self.settings.seconds)
            return assembled(text, verdict, box.evidence, offline)
        except Failed as failure:
            outcome = f"{failure.note}: {failure}"[:200]
            log.warning("model answer not used: %s", outcome)
            tell(Event("restart"))
            return replace(offline, answer=f"{offline.answer}\n\n{prompts.render('llm', f'note_{failure.note}')}")
        finally:
            self.note(box, mask, spent, start, outcome)

    def attempts(self, assistant, question: Question, box: Box, mask: Mask, spent: Spent, deadline: float) -> tuple[str, Verdict]:
        """(text, verdict) of the first attempt that passes. Raises Failed."""
        canary = messages.canary()
        system, talk = messages.system(canary), [("user", mask.hide(messages.user(question, box.evidence)))]
        findings = "no attempt"
        for attempt in (1, 2):
            if attempt == 2 and (deadline - time.monotonic() < WORTH_RETRYING or spent.total > self.settings.budget / 2):
                break
            spent.attempts = attempt
            raw = self.said(assistant, system, talk, box, mask, spent, deadline)
            text = reply.cleaned(mask.restore(raw))
            wrong = reply.problem(raw, text, system, canary)
            text = attributed(text, assistant.verifier, box.evidence, question) if wrong is None else text
            verdict = assistant.verifier.check(text, box.evidence, question, free=True) if wrong is None else None
            if verdict is not None and verdict.ok and cites(text, box.evidence):
                return text, verdict
            problems = list(verdict.unsupported) if verdict is not None else []
            findings = wrong or "; ".join(f"{problem['text']}: {problem['reason']}" for problem in problems[:3]) or "cites nothing"
            log.info("attempt %d not accepted: %s", attempt, findings)
            talk = [*talk, ("assistant", raw[:4000] if wrong != "leak" else "…"), ("user", mask.hide(messages.correction(problems)))]
            tell(Event("restart"))
        raise Failed(NOTES.get(findings, "unverified"), findings)

    def said(self, assistant, system: str, talk: list[tuple[str, str]], box: Box, mask: Mask, spent: Spent, deadline: float) -> str:
        """The whole reply; its pieces are told as they come. Raises Failed at the deadline or where the provider fails."""
        pieces, stopped = queue.Queue(), threading.Event()
        spent.characters += len(system) + sum(len(text) for _, text in talk)
        tools = functions(assistant, box, mask) if self.settings.tools else []

        def work() -> None:
            try:
                model = self.open_model(self.settings, max(0.5, deadline - time.monotonic()))
                for piece in provider.replies(model, system, talk, tools):
                    if stopped.is_set():
                        return
                    pieces.put(piece)
                pieces.put(None)
            except Exception as error:  # every failure of a provider ends in the offline answer
                pieces.put(error)

        threading.Thread(target=contextvars.copy_context().run, args=(work,), daemon=True).start()
        text, output = "", 0
        try:
            while True:
                piece = pieces.get(timeout=max(0.01, deadline - time.monotonic()))
                if piece is None:
                    return text
                if isinstance(piece, Exception):
                    slow = "timeout" in type(piece).__name__.lower()
                    raise Failed("timeout" if slow else "provider", f"{type(piece).__name__}: {str(piece)[:160]}") from piece
                if piece.tool and text:
                    text = ""
                    tell(Event("restart"))
                spent.input_tokens += piece.input_tokens
                spent.output_tokens += piece.output_tokens
                output += len(piece.text)
                text += "" if piece.tool else piece.text
                if output > 4 * self.settings.tokens + 400:
                    raise Failed("refused", "more text than the limit allows")
                if piece.text and not piece.tool:
                    tell(Event("text", mask.restore(piece.text)))
                if time.monotonic() > deadline:
                    raise Failed("timeout", f"{self.settings.seconds} s are over")
        except queue.Empty:
            raise Failed("timeout", f"{self.settings.seconds} s are over") from None
        finally:
            stopped.set()

    def note(self, box: Box, mask: Mask, spent: Spent, start: float, outcome: str) -> None:
        """Write the call down: what went where, what it cost."""
        estimated = spent.total == 0
        if estimated:  # the provider told no usage: about one token a character of Japanese
            spent.input_tokens = spent.characters
        cost = None
        if self.settings.prices is not None:
            cost = (spent.input_tokens * self.settings.prices[0] + spent.output_tokens * self.settings.prices[1]) / 1e6
        ids = tuple(item.citation.id for item in box.evidence.items)
        self.ledger.note(Call(self.settings.model, self.settings.host, ids, spent.characters, len(mask.hidden), spent.attempts, spent.input_tokens,
                              spent.output_tokens, estimated, cost, round(time.monotonic() - start, 2), outcome))  # fmt: skip


def cites(text: str, evidence: Evidence) -> bool:
    numbers = {item.n for item in evidence.items}
    return any(int(number) in numbers for number in re.findall(r"【(\d+)】", text))


def assembled(text: str, verdict: Verdict, evidence: Evidence, offline: Answer) -> Answer:
    """The checked text with the caveats of the offline answer, its marks numbered and its sources listed."""
    caveats = CAVEATS.search(offline.answer)
    body = f"{text}\n\n{caveats.group().strip()}" if caveats else text
    draft, cited = finish(Draft(body), evidence)
    figures = {figure.id: figure for figure in (*cited.figures, *offline.figures)}
    return replace(
        offline, answer=draft.text.replace("<", "＜"), mode="llm", figures=tuple(figures.values()), citations=tuple(item.citation for item in cited.items), verdict=verdict
    )
