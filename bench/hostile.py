"""Hostile input of every kind, tried in this process: what was refused or made harmless, and what got through."""

import csv
import io
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy

from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.export import ANSWER_KINDS, export_answer
from assistant.models import ERROR
from assistant.ui.markup import answer_html
from assistant.ui.turns import finished_turn
from bench.hostile_documents import documents, names
from bench.hostile_texts import FORMULAS, PAYLOADS, live_markup, questions
from bench.recorded import tell
from index.documents import DocumentError, Documents
from index.numerals import find_numerals

SECONDS = 10.0  # of the processors: the most that one hostile question, and 30 what one hostile file may take
WAITED = 6  # times as long by the clock, beside whatever else runs
KINDS = (
    "質問（1MB・入れ子・制御文字・右書き・片割れの文字・正規表現を詰まらせる文）", "数字の読み取り", "画面に混ぜるスクリプト（質問・回答・題名）", "書き出しに混ぜる数式",
    "資料（爆弾・外部実体・巨大なページ・スクリプト・偽の拡張子・鍵・破損）", "資料の名前（親フォルダー・NUL・1万字・右書き）",
)  # fmt: skip
HEADS = ["種類", "試した数", "断った・無害にした数", "失敗"]


@dataclass(frozen=True)
class Outcome:
    """One row of the table: `failures` says what got through, in words."""

    kind: str
    tried: int
    failures: tuple[str, ...]


def timed(name: str, work: Callable[[], object], most: float = SECONDS) -> Iterator[str]:
    """What went wrong with one input: an exception other than a refusal, or too much time."""
    begun, busy = time.monotonic(), time.process_time()
    try:
        yield from (problem for problem in [work()] if isinstance(problem, str))
    except (InputError, DocumentError):
        pass  # refused with a Japanese sentence: what should happen
    except Exception as error:
        yield f"{name}: {type(error).__name__}: {error}"
    busy, took = time.process_time() - busy, time.monotonic() - begun
    if busy > most or took > WAITED * most:
        yield f"{name}: {busy:.1f} s of the processors in {took:.1f} s"


def asked(assistant: Assistant, step: int = 1) -> Outcome:
    """Questions that no one types: each is answered or refused, soon, and never with an internal error."""

    def one(text: str) -> str | None:
        answer = assistant.ask(text)
        return f"{text[:40]!r}: {answer.error_id}" if answer.outcome == ERROR else None

    texts = questions()[::step]
    return Outcome(KINDS[0], len(texts), tuple(each for text in texts for each in timed(text[:40], lambda text=text: one(text))))


def numbers(step: int = 1) -> Outcome:
    """Random runs of digits, kanji numerals, units and signs: the reader of numbers ends, and what it finds lies in the text."""
    chance, signs = random.Random(20251126), "0123456789０１２一二三十百千万億兆京％%.,，．-−+〜/年円倍ポイント本社第約 　e^²½\u202e\0"

    def one(text: str) -> str | None:
        wrong = [number for number in find_numerals(text) if not 0 <= number.start < number.end <= len(text)]
        return f"{text!r}: {wrong}" if wrong else None

    texts = ["".join(chance.choices(signs, k=chance.randrange(1, 200))) for _ in range(2000)] + ["9" * 100_000, "億" * 5000, "1," * 50_000]
    texts = texts[::-step]
    return Outcome(KINDS[1], len(texts), tuple(each for text in texts for each in timed(text[:20], lambda text=text: one(text))))


def markup(assistant: Assistant, step: int = 1) -> Outcome:
    """Script in questions and in model text: nothing of it is markup on the page."""
    failures, payloads = [], PAYLOADS[::step]
    for payload in payloads:
        pages = [finished_turn(assistant.ask(f"2021年のAI会議の企業参加率は? {payload}"), payload, payload), answer_html(payload, {1: payload})]
        failures += [f"{payload}: {found}" for page in pages for found in live_markup(page)]
    return Outcome(KINDS[2], len(payloads), tuple(failures))


def formulas(assistant: Assistant, step: int = 1) -> Outcome:
    """Formulas in a question, in every kind of file made of its answer: no cell computes them."""
    failures, texts = [], FORMULAS[::step]
    for text in texts:
        answer = assistant.ask(f"{text} 2021年のAI会議の企業参加率は?")
        for kind in ANSWER_KINDS:
            content, name = export_answer(answer, kind)
            failures += [f"{text}: {name} {cell}" for cell in computing_cells(content, name) if text.strip() in cell]
    return Outcome(KINDS[3], len(texts) * len(ANSWER_KINDS), tuple(failures))


def computing_cells(content: bytes, name: str) -> list[str]:
    """Cells that a spreadsheet program would compute."""
    if name.endswith(".xlsx"):
        from openpyxl import load_workbook

        return [str(cell.value) for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    if name.endswith(".csv"):
        return [cell for row in csv.reader(content.decode("utf-8-sig").splitlines()) for cell in row if cell[:1] in "=+-@\t\r"]
    return []


def files(folder: Path, step: int = 1) -> Outcome:
    """Hostile files: each is refused, or read as plain text only, and the next good one is still taken."""
    library, failures, tried = Documents.open(folder, OneVector()), [], dict(list(documents().items())[::step])
    for label, (name, make, may_be_read) in tried.items():
        kept = len(library.list())

        def one(name=name, make=make, may_be_read=may_be_read, label=label) -> str | None:
            library.add(make(), name)
            return None if may_be_read else f"{label}: it was taken"

        failures += timed(label, one, 30)
        if len(library.list()) > kept and not may_be_read:
            failures.append(f"{label}: it is listed")
    failures += [] if library.add("ふつうの文書です。".encode(), "最後.txt").outcome == "added" else ["a good file is refused afterwards"]
    return Outcome(KINDS[4], len(tried), tuple(failures))


def file_names(folder: Path, step: int = 1) -> Outcome:
    """File names that point elsewhere or break lines: nothing is written outside the folder, and what is shown is one short line."""
    library, failures, tried = Documents.open(folder, OneVector()), [], names()[::step]
    before = {path for path in folder.rglob("*")}
    for number, name in enumerate(tried):

        def one(name=name, number=number) -> str | None:
            record = library.add(f"文書{number}です。".encode(), name)
            bad = len(record.name) > 200 or any(sign in record.name for sign in "/\\\n\r\0\u202e")
            return f"{name[:40]!r} is shown as {record.name!r}" if bad else None

        failures += timed(repr(name[:40]), one)
    strange = [path for path in folder.rglob("*") if path not in before and path.parent.name not in ("files", "documents", folder.name)]
    return Outcome(KINDS[5], len(tried), tuple(failures + [f"{path} appeared" for path in strange]))


class OneVector:
    """An embedder for texts that nobody searches."""

    name, dimension = "one", 2

    def encode_documents(self, texts):
        return numpy.full((len(texts), 2), 0.5**0.5, dtype=numpy.float32)


def measured(step: int = 1) -> list[Outcome]:
    """All rows of the table, each with every `step`-th input."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        assistant = Assistant.open(home / "home")
        assistant.warm()  # what is measured is a question's time, not the loading
        return [
            asked(assistant, step), numbers(step), markup(assistant, step), formulas(assistant, step), files(home / "a", step), file_names(home / "b", step),
        ]  # fmt: skip


def rows(outcomes: list[Outcome]) -> list[list[str]]:
    return [[one.kind, str(one.tried), str(max(0, one.tried - len(one.failures))), str(len(one.failures))] for one in outcomes]


def run(keep: bool = False) -> int:
    """Print the table and what got through, and keep the table with `keep`; 1 when anything did."""
    outcomes = measured()
    tell("hostile", "python -m bench hostile", HEADS, rows(outcomes), keep)
    for failure in [failure for one in outcomes for failure in one.failures][:20]:
        print(failure)
    return int(any(one.failures for one in outcomes))
