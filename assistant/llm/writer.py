"""One answer by a model within its limits: write, check, once more with the findings, else the offline answer with a note."""

import contextvars
import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import prompts
from assistant.llm import messages, provider, reply, strict
from assistant.llm.forms import Form, brief_form, brief_rules, full_form, plain
from assistant.llm.masking import Mask
from assistant.llm.outgoing import Call, Consents, Ledger, announced
from assistant.llm.release import Judged, Rejected, Release
from assistant.llm.settings import Settings
from assistant.llm.stream import Event, silenced, tell
from assistant.llm.tools import Box, functions
from assistant.models import ANSWERED, Answer, Material, Verdict
from assistant.operations.logs import questions_logged, quoted
from assistant.understand.text.lengths import limits_length
from assistant.verify.attribute import attributed

log = logging.getLogger("rashinban.llm")
# A second attempt is made only with this much time left, and with most of what the first one took.
WORTH_RETRYING, OF_THE_FIRST = 3.0, 0.8
BRIEF_TOKENS = 200
NOTES = {name: "refused" for name in ("empty", "refusal", "injection", "language", "leak", "long")} | {"cut": "provider"}
SILENT_INTENTS = ("help", "smalltalk", "phrases")
SILENT_STYLES = ("english", "table")
VARIED = 0.7
WARM_SECONDS = 120.0


class Failed(Exception):
    """The model gave no usable text. `note` names the sentence the reader gets."""

    def __init__(self, note: str, detail: str):
        super().__init__(detail)
        self.note = note


@dataclass
class Spent:
    """Tokens and time of one answer. `first`: seconds from the start to the first piece of text."""

    input_tokens: int = 0
    output_tokens: int = 0
    characters: int = 0
    attempts: int = 0
    first: float | None = None
    problems: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return self.input_tokens + self.output_tokens


@dataclass
class Run:
    """One answer being written."""

    assistant: object
    settings: Settings
    form: Form
    box: Box
    mask: Mask
    spent: Spent
    start: float

    @property
    def deadline(self) -> float:
        return self.start + self.settings.seconds

    @property
    def left(self) -> float:
        return self.deadline - time.monotonic()


class ModelWriter:
    """Rewrites checked offline answers. `open_model` is (Settings, seconds) → LangChain chat model."""

    def __init__(self, settings: Settings, home: Path, open_model: Callable = provider.open_model):
        self.settings, self.open_model = settings, open_model
        self.ledger, self.consents = Ledger(home), Consents(home)
        # One word for the life of the writer, so that the rules stay the same text and a server may keep them read.
        self.canary = messages.canary()

    def warm(self) -> None:
        """Import LangChain, and let a small model of this machine read its rules. What fails here is told at the first question."""
        try:
            model = self.open_model(replace(self.settings, tokens=1), WARM_SECONDS)
            if self.settings.local and not self.settings.tools:
                system, examples = brief_rules(self.canary)
                for _ in provider.replies(model, system, [*examples, ("user", "…")], []):
                    pass
        except Exception as error:  # every failure of a provider
            log.warning("model not warmed: %s: %s", type(error).__name__, str(error)[:160])

    def notice(self, owner: str) -> list[str]:
        """Sentences to show `owner` before the first question goes out; none when they have agreed or nothing leaves this machine."""
        return [] if self.settings.local or self.consents.has(owner, self.settings) else announced(self.settings)

    def agree(self, owner: str) -> None:
        """`owner` has seen the notice. Another model, host or mask brings a new one."""
        self.consents.give(owner, self.settings)

    def form(self, material: Material) -> Form | None:
        """What the model is asked; None where it has nothing to word."""
        question = material.question
        if not material.evidence.items or material.offline.outcome != ANSWERED or question.intent in SILENT_INTENTS or question.style in SILENT_STYLES or limits_length(question.style):
            return None
        return (full_form if self.settings.tools else brief_form)(material, self.canary)

    def rewrite(self, assistant, answer: Answer, variation: int = 0) -> Answer:
        """The model's wording of an answer with material where it passes the check within the limit, else the offline one with a note.

        Never raises for what a provider does. A `variation` ≥ 1 asks for another wording, the same for the same number.
        """
        material = answer.material
        offline = replace(material.offline, material=material)
        form = None if silenced() else self.form(material)
        if form is None:
            return offline
        settings = replace(self.settings, temperature=VARIED, seed=variation) if variation else self.settings
        settings = replace(settings, tokens=min(settings.tokens, BRIEF_TOKENS)) if form.brief else settings
        run = Run(assistant, settings, form, Box(form.evidence), Mask(settings.mask, assistant.public_names()), Spent(), time.monotonic())
        outcome = "answered"
        try:
            text, verdict = self.attempts(run, material)
            return form.assembled(text, verdict, run.box.evidence, offline)
        except Failed as failure:
            outcome = f"{failure.note}: {failure}"[:200]
            log.warning("model answer not used: %s", outcome if questions_logged() else failure.note)
            tell(Event("restart"))
            return replace(offline, answer=f"{offline.answer}\n\n{prompts.render('llm', f'note_{failure.note}')}")
        finally:
            self.note(run, outcome)

    def attempts(self, run: Run, material: Material) -> tuple[str, Verdict]:
        """(text, verdict) of the first attempt that passes. Raises Failed."""
        form, spent = run.form, run.spent
        talk = [*form.examples, ("user", run.mask.hide(form.request))]
        judged = None
        for attempt in (1, 2):
            if attempt == 2 and (run.left < max(WORTH_RETRYING, OF_THE_FIRST * (run.settings.seconds - run.left)) or spent.total > run.settings.budget / 2):
                break
            spent.attempts = attempt
            tell(Event("status", prompts.render("llm", "writing" if attempt == 1 else "writing_anew")))
            raw, judged, release = self.one_attempt(run, material, talk)
            if judged.passed and not strict.omits(form, judged.text, run.assistant.verifier):
                release.show(judged.text)
                return judged.text, judged.verdict
            spent.problems += (describe(judged),)
            log.info("attempt %d not accepted: %s", attempt, describe(judged, words=questions_logged()))
            talk = [*talk, ("assistant", raw[:4000] if judged.wrong != "leak" else "…"), ("user", run.mask.hide(mending(judged, form)))]
            tell(Event("restart"))
        raise Failed(NOTES.get(judged.wrong, "unverified"), describe(judged, words=True))

    def one_attempt(self, run: Run, material: Material, talk: list[tuple[str, str]]) -> tuple[str, Judged, Release]:
        """(reply as far as it was waited for, judgement, what was shown of it). Raises Failed."""

        question = material.question

        def judge(raw: str, whole: bool = False) -> Judged:
            text = reply.cleaned(run.mask.restore(raw))
            wrong = (reply.problem if whole else reply.unfit)(raw, text, run.form.system, self.canary)
            if wrong is not None:
                return Judged(text, wrong, None)
            text = attributed(text, run.assistant.verifier, run.box.evidence, question)
            if strict.same(text, run.form.needed):
                return Judged(text, None, Verdict(True))
            verdict = run.assistant.verifier.check(text, run.box.evidence, question, free=True)
            words = strict.foreign(text, material, run.box.evidence, run.form.brief)
            findings = tuple({"text": word, "reason": "word is not in the evidence", "sentence": text} for word in words)
            return Judged(text, None, replace(verdict, ok=verdict.ok and not findings, unsupported=verdict.unsupported + findings))

        release = Release(judge, run.form.head, any(item.citation.kind == "document" for item in run.box.evidence.items))
        said: list[str] = []
        try:
            self.said(run, talk, release, said)
        except Rejected as rejected:
            log.debug("said: %s", quoted("".join(said)))
            return "".join(said), rejected.judged, release
        raw = "".join(said)
        log.debug("said: %s", quoted(raw))
        return raw, judge(raw, whole=True), release

    def said(self, run: Run, talk: list[tuple[str, str]], release: Release, said: list[str]) -> None:
        """Collect the reply in `said` and let whole sentences out as they come. Raises Failed at the deadline or where the provider fails, Rejected."""
        pieces, stopped = queue.Queue(), threading.Event()
        run.spent.characters += len(run.form.system) + sum(len(text) for _, text in talk)
        tools = functions(run.assistant, run.box, run.mask) if run.settings.tools else []

        def work() -> None:
            try:
                model = self.open_model(run.settings, max(0.5, run.left))
                for piece in provider.replies(model, run.form.system, talk, tools):
                    if stopped.is_set():
                        return
                    pieces.put(piece)
                pieces.put(None)
            except Exception as error:  # every failure of a provider ends in the offline answer
                pieces.put(error)

        threading.Thread(target=contextvars.copy_context().run, args=(work,), daemon=True).start()
        output = 0
        try:
            while (piece := pieces.get(timeout=max(0.01, run.left))) is not None:
                if isinstance(piece, Exception):
                    slow = "timeout" in type(piece).__name__.lower()
                    raise Failed("timeout" if slow else "provider", f"{type(piece).__name__}: {str(piece)[:160]}") from piece
                run.spent.input_tokens += piece.input_tokens
                run.spent.output_tokens += piece.output_tokens
                output += len(piece.text)
                if output > 4 * run.settings.tokens + 400:
                    raise Failed("refused", "more text than the limit allows")
                if run.left < 0:
                    raise Failed("timeout", f"{run.settings.seconds} s are over")
                if piece.tool:
                    said.clear()
                    release.withdraw()
                elif piece.text:
                    run.spent.first = run.spent.first or time.monotonic() - run.start
                    said.append(piece.text)
                    release.grow("".join(said))
        except queue.Empty:
            raise Failed("timeout", f"{run.settings.seconds} s are over") from None
        finally:
            stopped.set()

    def note(self, run: Run, outcome: str) -> None:
        """Write the call down: what went where, what it cost."""
        spent, prices = run.spent, run.settings.prices
        estimated = spent.total == 0
        if estimated:  # the provider told no usage: about one token a character of Japanese
            spent.input_tokens = spent.characters
        cost = (spent.input_tokens * prices[0] + spent.output_tokens * prices[1]) / 1e6 if prices is not None else None
        found = (item.citation.id for item in run.box.evidence.items[len(run.form.evidence.items) :])  # by tools
        sent = (*run.form.sent, *found)
        first = None if spent.first is None else round(spent.first, 2)
        self.ledger.note(Call(run.settings.model, run.settings.host, sent, spent.characters, len(run.mask.hidden), spent.attempts, spent.input_tokens,
                              spent.output_tokens, estimated, cost, round(time.monotonic() - run.start, 2), outcome, first, spent.problems))  # fmt: skip


def mending(judged: Judged, form: Form) -> str:
    """What the model is told to mend."""
    found = list(judged.verdict.unsupported) if judged.verdict is not None else []
    return messages.brief_correction(found, plain(form.needed)) if form.brief else messages.correction(found)


def describe(judged: Judged, words: bool = False) -> str:
    """Why a draft was not accepted: kinds of findings, with the words that were found when asked for."""
    if judged.wrong is not None:
        return judged.wrong
    found = judged.verdict.unsupported[:3]
    return "; ".join(dict.fromkeys(f"{one['text']}: {one['reason']}" if words else one["reason"].partition(":")[0] for one in found)) or "leaves out what answers"
