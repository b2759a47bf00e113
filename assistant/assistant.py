"""The five steps in a row: question → Question → Evidence → Draft → Verdict → Answer."""

import logging
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import wraps
from pathlib import Path

import prompts
from analytics import Divide, NotInData
from analytics.errors import BadInput
from assistant.errors import InputError
from assistant.evidence.data import DataEvidence
from assistant.evidence.documents import OwnDocuments
from assistant.evidence.found import NothingFound
from assistant.evidence.held_years import gather_held
from assistant.evidence.library import Library
from assistant.evidence.market import gather
from assistant.evidence.words import WordsEvidence, cost_level
from assistant.history import SESSION_NAME, History, HistoryUnavailable, default_home
from assistant.kept import moves_on, to_keep
from assistant.llm import ModelWriter, Settings
from assistant.models import ANSWERED, ERROR, NOT_IN_DATA, Answer, Draft, Evidence, Material, Question, Verdict
from assistant.operations.logs import questions_logged, quoted, withheld
from assistant.operations.stages import measured, stage
from assistant.phrases import ON_TOLD, Request, answer_phrases, answer_told, sayings
from assistant.roi import answer_document, answer_roi, calculates, documents
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.lengths import keeps_words
from assistant.understand.text.matcher import clean
from assistant.understand.understanding import Understanding
from assistant.understand.works.works_asked import WORKS
from assistant.verify import Verifier
from assistant.write import refusal, suggestions
from assistant.write.data import data_page
from assistant.write.documents import write_documents
from assistant.write.english_plans import as_said, plan_english
from assistant.write.english_works import in_english
from assistant.write.layout import Page, finish
from assistant.write.led import led
from assistant.write.market import market_page
from assistant.write.several import merged
from assistant.write.styles import focused, points_of, restyled, styled
from assistant.write.words import counter_points, partly, words_page
from index.documents.errors import DocumentError
from index.errors import RetrievalError
from index.messages import japanese

MAX_CHARACTERS, WARMING = 2000, "計算資源"  # any text warms: it is embedded to load the model
log = logging.getLogger("rashinban")


def timed(work: Callable[..., Answer]) -> Callable[..., Answer]:
    """A method whose answer says how long it took, as a whole and step by step."""

    @wraps(work)
    def measure(*arguments, **options) -> Answer:
        start = time.perf_counter()
        with measured() as stages:
            answer = work(*arguments, **options)
        return replace(answer, elapsed_ms=1000 * (time.perf_counter() - start), stages=stages)

    return measure


def as_found(question: Question) -> Question:
    """A worded answer wanted shorter or simpler (「もっと短く」), as it was asked at first: searched anew by those words it would be another answer."""
    if question.inherited != ("all",) or not keeps_words(question.style) or not question.found_for:
        return question
    text, paper, term, *inherited = question.found_for
    return question.with_(text=text, paper=paper or None, term=term or None, inherited=tuple(inherited))


class UnverifiedDraft(Exception):
    """The offline writer's own draft failed the check: a defect, never shown."""


def open_index():
    """The default index, built first where it is missing; progress goes to the log."""
    from index.search import Index

    return Index.open_or_build(progress=lambda *parts: log.info("index: %s", " ".join(map(str, parts))))


def open_documents(home, provider):
    """The users' own documents; `provider` gives the embedding model when it is needed."""
    from index.documents import Documents

    return Documents.open(home, provider)


class Assistant:
    """Answers questions. Opening loads the figures only; the text index and its model load at first need or by `warm`."""

    def __init__(self, divide: Divide, library: Library, history: History, home: Path | None = None):
        self.divide, self.library, self.history = divide, library, history
        self.understanding = Understanding(divide, lambda text: library.index.provider.encode_query(text))
        self.data = DataEvidence(divide)
        self.words = WordsEvidence(divide, library)
        self.documents = OwnDocuments(lambda provider: open_documents(home, provider), library, self.words.count)
        self.verifier = Verifier(divide, self.understanding)
        self.writer: ModelWriter | None = None

    @classmethod
    def open(cls, home: str | Path | None = None) -> "Assistant":
        """Open on the shipped figures. Raises analytics.DataMissing when they are absent or damaged."""
        divide = Divide.open()
        venues = {venue.key: venue for venue in divide.counts.venues}
        folder = Path(home) if home else None
        opened = cls(divide, Library(open_index, venues), History(folder), folder)
        settings = Settings.from_environment()
        opened.writer = ModelWriter(settings, folder or default_home()) if settings else None
        return opened

    def warm(self) -> None:
        """Open the database, load the figures' tables, the text index, the embedding model, the corpus's words (seconds), and the rules into a model of this machine.

        Safe to call in a background thread.
        """
        self.library.index.provider.encode_query(WARMING)  # first and alone: two threads that import at once may meet half-made modules
        with ThreadPoolExecutor(1) as pool:
            understood = pool.submit(self.understanding.warm)  # the model computes without the interpreter's lock
            self.history.warm()
            self.divide.warm()
            self.library.index.warm()
            self.words.opened_assessor()
            understood.result()
        if self.writer is not None:
            self.writer.warm()

    def rebuild(self, progress: Callable[[int, int], None]) -> int:
        """Build the text index anew beside the one in use, then search in the new one. Returns the number of passages.

        progress(done, total): passages that have their vector. Raises index.errors.RetrievalError; the old index then stays in use.
        """
        from index.build import build_index

        count = build_index(provider=self.library.provider, force=True, progress=progress).count
        self.library.renew()
        return count

    @staticmethod
    def examples() -> tuple[str, ...]:
        return suggestions.examples()

    @timed
    def ask(self, text: str, session: str | None = None, owner: str = "local", document: str | None = None) -> Answer:
        """Answer one question; with a session, follow-ups take what they leave out from its last question.

        `owner`: whose own documents may be quoted. `document`: id of the one that 「この資料」 means.

        Raises InputError (with a Japanese sentence) for a question that cannot be taken. Everything else that goes
        wrong is an Answer with outcome `error` and an id that the log explains.
        """
        question_text = self.checked(text)
        if session is not None and not SESSION_NAME.fullmatch(session):
            raise InputError(prompts.render("talk", "bad_session"), f"bad session name {session!r}")
        lost = False
        try:
            (previous, data), lost = self.recall(session)
            question = self.understanding.understand(question_text, previous, data)
            answer, settled = self.answer(question)
            answer = self.from_documents(question, answer, owner, document)
            if session is not None and not lost and (previous is None or moves_on(settled, answer)):
                self.history.remember(session, *to_keep(settled, answer, data))
            elif session is not None and not lost and previous.listing != settled.listing:  # a ranking that could not be told is pointed at too
                self.history.remember(session, previous.with_(listing=settled.listing), data)
            answer = self.written(answer)
        except HistoryUnavailable as error:
            log.warning("conversation not kept: %s", error)
            lost = True
        except Exception as error:
            answer = self.broken(text, error)
        if lost:
            answer = replace(answer, answer=f"{answer.answer}\n\n{prompts.render('talk', 'history_lost')}")
        return answer

    def recall(self, session: str | None) -> tuple[tuple[Question | None, Question | None], bool]:
        """What was asked before in the session, and whether the conversation file could not be read."""
        if session is None:
            return (None, None), False
        try:
            return self.history.last(session), False
        except HistoryUnavailable as error:
            log.warning("conversation not read: %s", error)
            return (None, None), True

    @staticmethod
    def checked(text: str) -> str:
        """The text, if it can be a question. Raises InputError."""
        cleaned = clean(text)
        if not cleaned:
            raise InputError(prompts.render("talk", "empty"), "empty question")
        if len(cleaned) > MAX_CHARACTERS:
            raise InputError(prompts.render("talk", "too_long", length=f"{len(cleaned):,}", limit=f"{MAX_CHARACTERS:,}"), "question too long")
        if not any(char.isalnum() for char in cleaned):
            raise InputError(prompts.render("talk", "no_words"), "question without a letter or digit")
        return text

    @stage("write")
    def answer(self, question: Question, request: Request | None = None) -> tuple[Answer, Question]:
        """The answer, and the question with what gathering settled (paper, term) for the next follow-up.

        `request` is a choice of phrases for a question of that intent.
        """
        if question.intent in ("help", "smalltalk"):
            return self.finished(question, Draft(self.talk(question)), Evidence()), question
        if question.blocker is not None:
            return self.refused(question, refusal.blocked_reason(question)), question
        if question.intent == "document" and not documents.offered(question.text):
            return self.refused(question, prompts.render("refusals", "document")), question
        if calculates(question) or question.intent == "document":
            draft, evidence, readings = answer_document(question) if question.intent == "document" else answer_roi(question)
            draft = replace(draft, text=plan_english(draft.text, evidence, question.text) if question.style == "english" else restyled(draft.text, question))
            return self.finished(question.with_(readings=(*question.readings, *readings)), draft, evidence), question
        if question.parts and question.intent != "phrases":
            return self.several(question), question
        try:
            if question.intent == "phrases" or set(question.advice) & set(ON_TOLD):
                return self.said(question, request), question
            page, evidence, settled = self.page(question)
        except NotInData as reason:
            return self.refused(question, refusal.missing_reason(reason)), question
        except BadInput:  # counted in a way that the metric does not have
            return self.refused(question, prompts.render("refusals", "no_variant")), question
        except NothingFound as reason:
            return self.refused(question, reason.sentence or refusal.unknown_reason(reason.words), reason.terms), question
        if question.focus is not None:
            focus = focused(page, settled, evidence)
            page = focus if focus is not None else replace(page, caveats=[prompts.render("answers/data", "no_focus")])
        if question.style == "english":
            page, evidence = in_english(page, settled, evidence, self.library)
        text = styled(page, settled, evidence).text(points_of(settled))
        return self.finished(settled, Draft(text), evidence), settled

    @stage("documents")
    def from_documents(self, question: Question, answer: Answer, owner: str, document: str | None) -> Answer:
        """The answer from the owner's own documents where they are asked for or tell more; else the one given."""
        try:
            quoted = self.documents.instead_of(question, answer, owner, document)
        except DocumentError as error:  # our own figures and papers need no document
            log.warning("documents not read: %s", error)
            return replace(answer, answer=f"{answer.answer}\n\n{error.japanese}")
        if quoted is None:
            return answer
        if quoted.missing is not None:
            return self.refused(question.with_(readings=()), prompts.render("refusals", quoted.missing))
        read = question.with_(readings=(), blocker=None, intent="explain" if question.intent == "out_of_scope" else question.intent)
        return self.finished(read, write_documents(quoted), quoted.evidence)

    def said(self, question: Question, request: Request | None) -> Answer:
        """Phrases, with what paper summaries offer to say beside them, or a text to send or to publish. Raises NotInData, NothingFound."""
        if set(question.advice) & set(ON_TOLD):
            draft, evidence, readings = answer_told(question, self.divide, self.page, lambda: sayings(question, self.library))
        else:
            draft, evidence, readings = answer_phrases(question, self.divide, sayings(question, self.library), request)
        return self.finished(question.with_(readings=(*question.readings, *readings)), as_said(draft, question, evidence), evidence)

    def page(self, question: Question) -> tuple[Page, Evidence, Question]:
        """The unstyled page, its evidence, and the question with what gathering settled. Raises NotInData, NothingFound."""
        if question.intent in DATA_INTENTS:
            gathered, question, reason = gather_held(self.data, question)
            lacking = (refusal.missing_reason(reason),) if reason is not None else ()
            settled = question.with_(readings=tuple(dict.fromkeys((*question.readings, *gathered.readings, *lacking))), recent_places=gathered.places or question.recent_places, order=gathered.order, year_found=gathered.year)
            page = led(data_page(settled, gathered.evidence), settled.text, lacking)
            return *(self.beside_papers(settled, page, gathered.evidence) if question.style == "doubt" or cost_level(question) else (page, gathered.evidence)), settled
        if question.market:
            held = gather(question.market)
            return market_page(question, held), held.evidence, question
        asked = as_found(question)
        found = self.words.gather(asked)
        settled = question.with_(
            readings=tuple(dict.fromkeys((*question.readings, *found.readings))), paper=found.paper, term=found.term or question.term, listed=tuple(dict.fromkeys((*question.listed, *found.papers))) if question.inherited[:1] == (WORKS,) else question.listed or found.papers,
            found_for=(asked.text, asked.paper or "", asked.term or "", *asked.inherited),
        )  # fmt: skip
        return words_page(settled.with_(text=asked.text), found, self.library), found.evidence, settled

    def beside_papers(self, question: Question, page: Page, evidence: Evidence) -> tuple[Page, Evidence]:
        """The answer with other ways of counting first and what a paper adds last: one that sees it otherwise (「本当?」), or the pace of a cost."""
        other = self.words.pace(question) if cost_level(question) else self.words.against(question)
        against = Page(points=counter_points(other, self.library))
        whole, together = merged([(page, evidence), (against, other)], points_of(question))
        whole.points = [*page.points[:2], *whole.points[-len(against.points) :]] if against.points else whole.points
        return whole, together

    def several(self, question: Question) -> Answer:
        """One answer to the questions of a message; a part that the data cannot answer is said so among the caveats."""
        written, readings, lacking = [], [], False
        for part in question.parts:
            try:
                page, evidence, settled = self.page(part)
            except NotInData as reason:
                readings.append(refusal.missing_reason(reason))
                lacking = True
                continue
            except BadInput:
                readings.append(prompts.render("refusals", "no_variant"))
                lacking = True
                continue
            written.append((page, evidence))
            readings += settled.readings
        if not written:
            return self.refused(question, readings[0])
        whole, evidence = merged(written, 2)
        whole.body += [partly()] if lacking else []
        whole.caveats = list(dict.fromkeys((*readings, *whole.caveats)))
        claims = tuple(claim for part in question.parts for claim in part.claims)
        settled = question.with_(readings=tuple(dict.fromkeys(readings)), claims=claims)
        return self.finished(settled, Draft(whole.text(4)), evidence)

    @timed
    def phrases(self, scene: str, request: Request | None = None) -> Answer:
        """Sentences to say aloud in a situation: as the scene describes it, or as chosen. Raises InputError."""
        text = self.checked(scene)
        try:
            question = self.understanding.understand(text, None, None).with_(intent="phrases", blocker=None)
            answer, _ = self.answer(question, request)
        except Exception as error:
            answer = self.broken(scene, error)
        return answer

    def refused(self, question: Question, reason: str, terms: tuple[str, ...] = ()) -> Answer:
        draft, evidence = refusal.refuse(question, reason, self.divide, self.library, terms)
        settled = question.with_(readings=(*question.readings, draft.text.split("\n")[0]))
        return self.finished(settled, draft, evidence)

    def finished(self, question: Question, draft: Draft, evidence: Evidence) -> Answer:
        """Number the marks, check everything, and put the answer together."""
        draft, cited = finish(draft, evidence)
        verdict = self.verifier.check(draft.text, cited, question) if cited.items or question.intent in DATA_INTENTS else Verdict(True)
        if not verdict.ok:
            raise UnverifiedDraft(f"{quoted(question.text)}: {verdict.unsupported if questions_logged() else [finding['reason'] for finding in verdict.unsupported]}")
        figures = {figure.id: figure for figure in (*cited.figures, *evidence.figures)}
        answer = Answer(
            question=question.text, resolved_question=question.resolved, intent=question.intent, outcome=draft.outcome, answer=draft.text,
            figures=tuple(figures.values()), citations=tuple(item.citation for item in cited.items), chart=evidence.chart,
            suggestions=draft.suggestions or suggestions.suggest(question, self.understanding.labels), verdict=verdict, actions=draft.actions,
        )  # fmt: skip
        return replace(answer, material=Material(question, evidence, answer)) if cited.items else answer

    @stage("model")
    def written(self, answer: Answer) -> Answer:
        """The answer as the language model words it, where there is one and what it says passes the check."""
        return self.writer.rewrite(self, answer) if self.writer is not None and answer.material is not None else answer

    def reworded(self, answer: Answer, variation: int) -> Answer:
        """Another wording of an answer by the language model: same evidence, same check. A `variation` ≥ 1 gives the same wording again.

        Without a model, or for an answer that cites nothing, the answer itself.
        """
        if self.writer is None or answer.material is None:
            return answer
        return timed(stage("model")(self.writer.rewrite))(self, answer, variation)

    def evidence_of(self, question: Question) -> Evidence:
        """The evidence that a question leads to, without an answer. Raises NotInData, NothingFound."""
        if question.blocker is not None:
            raise NotInData("blocked")
        if question.intent == "roi" or calculates(question):
            return answer_roi(question)[1]
        if set(question.advice) & set(ON_TOLD):
            return answer_told(question, self.divide, self.page)[1]
        if question.intent == "phrases":
            return answer_phrases(question, self.divide)[1]
        return self.page(question)[1]

    def public_names(self) -> frozenset[str]:
        """Names of institutions that the figures publish, in lower case: hiding them would hide the question."""
        return frozenset(self.understanding.institutions.words)

    @staticmethod
    def talk(question: Question) -> str:
        """Help, or a short friendly reply."""
        if question.intent == "help":
            return prompts.render("talk", "help")
        words = question.text.lower()
        for name, cues in (
            ("thanks", ("ありがと", "有難う", "サンキュー", "助かり", "助かった", "thank")),
            ("bye", ("さようなら", "またね", "失礼します")),
            ("greeting", ("こんにちは", "こんばんは", "おはよう", "はじめまして", "初めまして", "hello", "hi", "よろしく", "世話", "お疲れ")),
        ):
            if any(cue in words for cue in cues):
                return prompts.render("talk", name)
        return prompts.render("talk", "other")

    @staticmethod
    def broken(text: str, error: Exception) -> Answer:
        """An apology with an id; the log has the rest."""
        error_id = uuid.uuid4().hex[:8]
        log.error("answer %s failed for %s", error_id, quoted(text), exc_info=error, extra=withheld(text))
        answer = prompts.render("talk", "broken", error_id=error_id)
        if isinstance(error, RetrievalError):  # its sentence says what to do
            answer = prompts.render("talk", "no_index", reason=japanese(error), error_id=error_id)
        return Answer(question=text, resolved_question=text, intent="out_of_scope", outcome=ERROR, answer=answer, error_id=error_id)


__all__ = ["ANSWERED", "NOT_IN_DATA", "Assistant", "UnverifiedDraft"]
