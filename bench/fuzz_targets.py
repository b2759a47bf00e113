"""What is fuzzed: for each reader of foreign input a function of bytes that raises for anything but a good result or a worded refusal."""

import io
import json
import random
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy

from analytics import AnalyticsError
from analytics.fresh.csmetrics import read_csmetrics
from analytics.fresh.paperlists import read_paperlists
from assistant.assistant import MAX_CHARACTERS, Assistant
from assistant.errors import InputError
from bench.hostile_documents import office
from bench.pdf import pdf_of
from index.documents.errors import DocumentRefused
from index.documents.limits import Limits
from index.documents.worker import read
from index.numerals import find_numerals

Target = Callable[[bytes], None]
LINES = ["来期の計画を書きます。", "GPUは12台、費用は3億円、2019年から増えました。"]
WORDS = (
    "企業参加率", "2021年", "AI会議", "ICML", "の推移は?", "と", "から", "日本", "大手テック", "なぜ", "グラフで", "36.2%", "3割", "1億2千万円", "【1】", "ポイント", "本社", "増え", "減り", "なぜですか", "上位5つ", "NPV",
    "〜", "（", "）", "「", "」", "?", "。", "\n", "- ", "### ", "結論", "出典", "\u202e", "\0", "９", "〇", "百", "，", "−",
)  # fmt: skip
LIMITS = Limits(bytes=2**20, pages=50, expanded=8 * 2**20, parts=500, characters=200_000)
PLACES = {"csmetrics": "data/papers/icml_2020_filtered_papers.json", "paperlists": "icml/icml2020.json"}


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
        assert end <= number.start < number.end <= len(text), (text, number)
        end = number.end


def questions(data: bytes) -> None:
    """Every text becomes a question or is refused in words, alone and as a follow-up."""
    assistant, text = opened(), text_of(data)
    try:
        assistant.checked(text)
    except InputError:
        return
    first = assistant.understanding.understand(text, None, None)
    assistant.understanding.understand(text[::-1], first, first)


@cache
def honest():
    """(question, evidence, text) of a good answer."""
    assistant = opened()
    question = assistant.understanding.understand("2021年のAI会議の企業参加率は?", None, None)
    gathered = assistant.data.gather(question)
    return question, gathered.evidence, assistant.ask(question.text).answer


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


@cache
def seed_of(kind: str) -> bytes:
    """A good file of a kind."""
    if kind in ("docx", "xlsx", "pptx"):
        return office(kind)
    html = f"<html><head><title>題</title></head><body><h1>{LINES[0]}</h1><table><tr><td>{LINES[1]}</td></tr></table></body></html>"
    made = {"pdf": lambda: pdf_of([LINES, LINES]), "html": html.encode, "csv": f"品目,数\n{LINES[0]},12\n".encode, "txt": "\n".join(LINES).encode, "md": f"# 題\n\n- {LINES[1]}\n".encode}
    return made[kind]()


def changed_office(kind: str, data: bytes) -> bytes:
    """The archive is kept whole and one of its parts mutated: a broken archive is refused before any reader sees it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed_of(kind))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [part for part in old.namelist() if part.endswith((".xml", ".rels"))]
        chosen = random.Random(data).choice(parts)
        for name in old.namelist():
            new.writestr(name, mutated(old.read(name), data) if name == chosen else old.read(name))
    return out.getvalue()


def reader(kind: str) -> Target:
    """The reader of uploads of a kind, without the process around it that holds it to time and memory."""

    def one(data: bytes) -> None:
        content = changed_office(kind, data) if kind in ("docx", "xlsx", "pptx") and len(data) % 4 else mutated(seed_of(kind), data)
        with tempfile.NamedTemporaryFile(suffix=f".{kind}") as file:
            file.write(content)
            file.flush()
            try:
                found = read(kind, file.name, LIMITS)
            except DocumentRefused:
                return
        json.dumps(found)
        assert found["pieces"] and sum(len(page["text"]) for page in found["pages"]) <= LIMITS.characters

    return one


GOOD_RECORD = {
    "csmetrics": {"DBLP title": "A title.", "DBLP authors": ["A", "B"], "year": 2020, "OA papers": [{"PaperId": "https://x/W1", "Year": 2020, "CitationCount": 3, "Affiliations": {"MIT": 2}}]},
    "paperlists": {"title": "A title", "author": "A;B", "aff": "MIT;Google", "status": "Poster", "id": "x", "gs_citation": 3, "track": "main"},
}  # fmt: skip


def importer(name: str) -> Target:
    """The reader of another project's list of papers: a batch, or an error that names file and entry."""
    work = {"csmetrics": read_csmetrics, "paperlists": read_paperlists}[name]

    def one(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / PLACES[name]
            file.parent.mkdir(parents=True)
            file.write_bytes(mutated(json.dumps([GOOD_RECORD[name]] * 2).encode(), data))
            try:
                work(Path(folder), {"icml"})
            except AnalyticsError as error:
                assert folder in str(error)

    return one


TARGETS: dict[str, tuple[str, Target]] = {
    "numbers": ("数字の読み取り", numbers), "questions": ("質問の読み取り", questions), "verifier": ("回答の照合", verifier),
    **{kind: (f"資料の読み取り（{kind}）", reader(kind)) for kind in ("pdf", "docx", "xlsx", "pptx", "html", "csv", "txt", "md")},
    **{name: (f"論文の一覧の取り込み（{name}）", importer(name)) for name in PLACES},
}  # fmt: skip
