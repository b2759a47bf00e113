"""What is fuzzed: for each reader of foreign input a function of bytes that raises for anything but a good result or a worded refusal."""

import copy
import io
import json
import math
import random
import re
import tempfile
import traceback
import zipfile
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

import numpy

from analytics import AnalyticsError
from analytics.fresh.csmetrics import read_csmetrics
from analytics.fresh.paperlists import read_paperlists
from analytics.fresh.records import papers_table, unique_papers
from assistant.assistant import MAX_CHARACTERS, Assistant
from assistant.errors import InputError
from assistant.models import Question
from bench.app import REPOSITORY
from bench.fuzz_seeds import seed_of
from index.documents import worker
from index.documents.errors import DocumentRefused
from index.documents.limits import Limits
from index.numerals import find_numerals

Target = Callable[[bytes], None]
WORDS = (
    "企業参加率", "2021年", "AI会議", "ICML", "の推移は?", "と", "から", "日本", "大手テック", "なぜ", "グラフで", "36.2%", "3割", "1億2千万円", "【1】", "ポイント", "本社", "増え", "減り", "なぜですか", "上位5つ", "NPV",
    "〜", "（", "）", "「", "」", "?", "。", "\n", "- ", "### ", "結論", "出典", "\u202e", "\0", "９", "〇", "百", "，", "−",
)  # fmt: skip
SIGNS = ("<", ">", "</p>", "<table>", "<tr><td>", "</td>", "<h2>", "<script>", "<!--", "&amp;", "&#0;", "#", "## ", "|", "|-|", "\n", "\n\n", "\f", "\t", ",", ";", '"', '""', "*", "`", "[", "](", "。", "\ufeff", "\u2028", "\u3000", "―", "1. ", "（1）", "𠮷")
VALUES = (b'""', b'"0"', b'"-1"', b'"99999999999"', b'"1e400"', b'"x"', b'"rId99"', b'"../../a"', b'"A1:XFD1048576"', b'"0.00%"', b'"s"', b'"&#233;"')
LIMITS = Limits(bytes=2**20, pages=50, expanded=8 * 2**20, parts=500, characters=200_000)
IMPORTERS = {"csmetrics": read_csmetrics, "paperlists": read_paperlists}
TOLD = re.compile(r"/(document|sheet\d|sharedStrings|slide\d|notesSlide\d)\.xml$")  # parts that hold what is read
PLACES = {"csmetrics": "data/filtered_papers/icml_2020_filtered_papers.json", "paperlists": "icml/icml2020.json"}


def text_of(data: bytes) -> str:
    """Bytes → a text made of words of the domain and any character, so that random bytes reach behind the first look."""
    text = "".join(WORDS[byte % len(WORDS)] if byte >= 96 else chr(byte) for byte in data) + data[:40].decode("utf-16-le", "surrogatepass" if len(data[:40]) % 2 == 0 else "replace")
    return text[:MAX_CHARACTERS]


@cache
def opened() -> Assistant:
    """One for all; the meaning of words is a vector of their bytes, as the model would be most of the time."""
    assistant = Assistant.open(tempfile.mkdtemp(prefix="fuzz-"))
    assistant.understanding.encode = lambda text: numpy.resize(numpy.frombuffer(text.encode("utf-8", "replace") or b"x", numpy.uint8), 384).astype(numpy.float32) / 255
    return assistant


def numbers(data: bytes) -> None:
    """What is found lies in the text, in order, and is a finite number."""
    text, end = text_of(data), 0
    for number in find_numerals(text):
        assert end <= number.start < number.end <= len(text) and number.text == text[number.start : number.end], (text, number)
        assert math.isfinite(number.value) and number.low <= number.value <= number.high, (text, number)
        end = number.end


def questions(data: bytes) -> None:
    """Every text becomes a question that can be kept and read again, or is refused in words, alone and as a follow-up."""
    assistant, text = opened(), text_of(data)
    try:
        assistant.checked(text)
    except InputError:
        return
    first = assistant.understanding.understand(text, None, None)
    for question in (first, assistant.understanding.understand(text[::-1], first, first)):
        assert Question.from_dict(json.loads(json.dumps(question.to_dict()))) == question, text


@cache
def honest():
    """(question, evidence, text) of a good answer."""
    assistant = opened()
    question = assistant.understanding.understand("2021年のAI会議の企業参加率は?", None, None)
    gathered = assistant.data.gather(question)
    answer = assistant.ask(question.text).answer
    assert assistant.verifier.check(answer, gathered.evidence, question).ok, "a check that approves nothing finds every lie"
    return question, gathered.evidence, answer


def verifier(data: bytes) -> None:
    """No text breaks the check, and a number that no evidence holds is never approved, whatever stands around it."""
    question, evidence, answer = honest()
    check, text, at = opened().verifier.check, text_of(data), (data[0] if data else 0) * len(answer) // 256
    for free in (False, True):
        check(answer[:at] + text + answer[at:], evidence, question, free)
        verdict = check(f"{text}\n2021年のAI会議の企業参加率は98.7%です【1】。", evidence, question, free)
        assert not verdict.ok, text


def mutated(seed: bytes, data: bytes) -> bytes:
    """A good file with some places changed, doubled or cut, as `data` says: random bytes alone never get past a file's first mark."""
    chance, out = random.Random(data), bytearray(seed)
    for _ in range(1 + len(data) % 12):
        at = chance.randrange(len(out) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            out[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            out[at:at] = data[: chance.randrange(1, 60)]
        elif kind == 2:
            del out[at : at + chance.randrange(1, 40)]
        else:
            out[at:at] = out[at : at + chance.randrange(1, 400)]
    return bytes(out)


def mutated_text(seed: str, data: bytes) -> bytes:
    """The same with characters, signs of the formats among them: a byte that is no UTF-8 ends the reading of a text before it begins."""
    chance, out = random.Random(data), list(seed)
    for _ in range(1 + len(data) % 12):
        at = chance.randrange(len(out) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            out[at : at + 1] = chance.choice(SIGNS)
        elif kind == 1:
            out[at:at] = text_of(data)[: chance.randrange(1, 60)]
        elif kind == 2:
            del out[at : at + chance.randrange(1, 10)]
        else:
            out[at:at] = out[at : at + chance.randrange(1, 100)] * chance.randrange(1, 3)
    return "".join(out).encode("utf-8", "replace")


def changed_xml(part: bytes, data: bytes) -> bytes:
    """XML with some values of attributes, texts and empty elements replaced, doubled or gone: it stays XML, and its reader has to make sense of it."""
    chance, pieces = random.Random(data), re.split(rb"(<[^<>]*>)", part)
    said = [at for at, piece in enumerate(pieces) if (b'"' in piece or piece.endswith(b"/>") if piece.startswith(b"<") else piece.strip())]
    for _ in range(1 + len(data) % 24):
        at = chance.choice(said)
        piece = pieces[at]
        if not piece.startswith(b"<"):
            said_instead = "".join(filter(str.isprintable, text_of(data)[: chance.randrange(60)]))  # one control character ends the reading of the whole
            pieces[at] = escape(said_instead).encode("utf-8", "replace")
        elif piece.endswith(b"/>") and chance.random() < 0.5:
            pieces[at] = piece * chance.choice((0, 2, 9))
        elif values := list(re.finditer(rb'"[^"]*"', piece)):
            value = chance.choice(values)
            pieces[at] = piece[: value.start()] + chance.choice(VALUES) + piece[value.end() :]
    return b"".join(pieces)


def changed_office(kind: str, data: bytes) -> bytes:
    """The archive is kept whole and one of its parts changed: a broken archive is refused before any reader sees it."""
    out, change = io.BytesIO(), mutated if len(data) % 8 == 1 else changed_xml
    with zipfile.ZipFile(io.BytesIO(seed_of(kind))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [part for part in old.namelist() if part.endswith((".xml", ".rels"))]
        told = [part for part in parts if TOLD.search(part)]
        chance = random.Random(data)
        chosen = chance.choice(told if chance.random() < 0.8 else parts)
        for name in old.namelist():
            new.writestr(name, change(old.read(name), data) if name == chosen else old.read(name))
    return out.getvalue()


def changed_file(kind: str, data: bytes) -> bytes:
    """A good file of a kind with something changed in it."""
    if len(data) % 4 and kind in ("docx", "xlsx", "pptx"):
        return changed_office(kind, data)
    if len(data) % 4 and kind != "pdf":
        return mutated_text(seed_of(kind).decode(), data)
    return mutated(seed_of(kind), data)


def ours(refusal: DocumentRefused) -> bool:
    """Whether a file counts as broken only because our own code failed on it: where the error rose is the last line of Python that ran."""
    if refusal.reason != "broken" or refusal.__cause__ is None or traceback.extract_tb(refusal.__traceback__)[-1].filename != worker.__file__:
        return False
    return Path(traceback.extract_tb(refusal.__cause__.__traceback__)[-1].filename).is_relative_to(REPOSITORY / "index")


def reader(kind: str) -> Target:
    """The reader of uploads of a kind, without the process around it that holds it to time and memory: read, or refused for what the file is."""

    def one(data: bytes) -> None:
        content = changed_file(kind, data)
        with tempfile.NamedTemporaryFile(suffix=f".{kind}") as file:
            file.write(content)
            file.flush()
            try:
                found = worker.read(kind, file.name, LIMITS)
            except DocumentRefused as refusal:
                if ours(refusal):
                    raise AssertionError(f"our reader failed: {refusal}") from refusal
                return
        json.dumps(found)
        assert found["pieces"] and sum(len(page["text"]) for page in found["pages"]) <= LIMITS.characters

    return one


GOOD_RECORD = {
    "csmetrics": {"DBLP title": "A title.", "DBLP authors": ["A", "B"], "year": 2020, "OA papers": [{"PaperId": "https://x/W1", "Year": 2020, "CitationCount": 3, "Affiliations": {"MIT": 2}}]},
    "paperlists": {"title": "A title", "author": "A;B", "aff": "MIT;Google", "status": "Poster", "id": "x", "gs_citation": 3, "track": "main"},
}  # fmt: skip


STRANGE = (None, True, -1, 0, 1e308, 10**30, float("nan"), float("inf"), "", "\ud800", "2020", "A;;B", [], [None], {}, {"MIT": 0}, {"MIT": True}, {"MIT": 1e308})
ALIKE = {str: ("", "A;;B", ";", "A,B;C", "Reject", "東京大学", "\ud800", "x" * 300), int: (0, 1, 7, 2020, 2**31, -1), dict: ({}, {"MIT": 0.5, "": 1}, {"東京大学": 3})}


def changed_records(name: str, data: bytes) -> bytes:
    """A good list of papers with some of its values, at any depth, replaced by strange ones or gone: of bytes changed at random little is still JSON."""
    chance, records = random.Random(data), json.loads(json.dumps([GOOD_RECORD[name]] * 2))
    for _ in range(1 + len(data) % 3):
        place = records
        while True:
            key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if not isinstance(place[key], (dict, list)) or not place[key] or chance.random() < 0.2:
                break
            place = place[key]
        if isinstance(place, dict) and chance.random() < 0.2:
            del place[key]
        else:
            place[key] = copy.deepcopy(chance.choice(ALIKE.get(type(place[key]), STRANGE) if chance.random() < 0.6 else STRANGE))
        if not records or not all(isinstance(record, dict) and record for record in records):
            break
    return json.dumps(records).encode()


def changed_list(name: str, data: bytes) -> bytes:
    """A good list of papers with something changed in it."""
    return changed_records(name, data) if len(data) % 4 else mutated(json.dumps([GOOD_RECORD[name]] * 2).encode(), data)


def importer(name: str) -> Target:
    """The reader of another project's list of papers: a batch that can be written as a table, or an error that names file and entry."""
    work = IMPORTERS[name]

    def one(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / PLACES[name]
            file.parent.mkdir(parents=True)
            file.write_bytes(changed_list(name, data))
            try:
                batch = work(Path(folder), {"icml"})
            except AnalyticsError as error:
                assert folder in str(error)
                return
        table = papers_table(unique_papers(batch.papers))
        assert all(math.isfinite(count) and count > 0 for counts in table.affiliation_authors for count in counts), batch.papers

    return one


TARGETS: dict[str, tuple[str, Target]] = {
    "numbers": ("数字の読み取り", numbers), "questions": ("質問の読み取り", questions), "verifier": ("回答の照合", verifier),
    **{kind: (f"資料の読み取り（{kind}）", reader(kind)) for kind in ("pdf", "docx", "xlsx", "pptx", "html", "csv", "txt", "md")},
    **{name: (f"論文の一覧の取り込み（{name}）", importer(name)) for name in PLACES},
}  # fmt: skip
