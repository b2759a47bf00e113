"""Pages per second and memory of adding users' documents, by kind. A page is 1,000 characters of the paper summaries that ship."""

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.pdf import pdf_of
from bench.table import show

KINDS = ("pdf", "docx", "pptx", "xlsx", "html", "md", "txt")
PAGE, LINE = 1_000, 40
KIBI = 1024


def page_texts(count: int) -> list[str]:
    """`count` pages of running Japanese text; beyond the summaries' length they repeat with their number, so that nothing is known already."""
    from index.corpus import load_corpus

    text = "".join(sentence.text for paper in load_corpus().papers for section in paper.sections for sentence in section.statements)
    pages = []
    for number in range(count):
        start = number * PAGE % (len(text) - PAGE)
        pages.append(f"第{number + 1}節の文章です。" + text[start:start + PAGE])
    return pages


def file_of(kind: str, pages: list[str]) -> bytes:
    """The pages as a file."""
    if kind == "pdf":
        return pdf_of([[text[start:start + LINE] for start in range(0, len(text), LINE)] for text in pages])
    if kind in ("txt", "md"):
        return "\n\n".join(pages).encode()
    if kind == "html":
        return "".join(f"<h2>第{n}節</h2><p>{text}</p>" for n, text in enumerate(pages, 1)).encode()
    return office_file(kind, pages)


def office_file(kind: str, pages: list[str]) -> bytes:
    """A Word, PowerPoint or Excel file."""
    out = io.BytesIO()
    if kind == "docx":
        from docx import Document

        document = Document()
        for text in pages:
            document.add_paragraph(text)
        document.save(out)
    elif kind == "pptx":
        from pptx import Presentation

        deck = Presentation()
        for text in pages:
            deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(0, 0, 100, 100).text_frame.text = text
        deck.save(out)
    else:
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet("表")
        sheet.append(["項目", "内容", "金額"])
        for text in pages:
            for row in range(0, PAGE, 100):
                sheet.append([f"項目{row}", text[row:row + 90], 12_345 + row])
        book.save(out)
    return out.getvalue()


def read_here(kind: str, path: str) -> dict:
    """Reads one file as `add` does, from this small process: its memory would count as the reading process's."""
    from index.documents.limits import Limits
    from index.documents.reading import read_file

    began = time.perf_counter()
    _, _, pieces = read_file(path, kind, Limits())
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"passages": len(pieces), "wall": time.perf_counter() - began, "cpu": children.ru_utime + children.ru_stime, "memory": children.ru_maxrss / KIBI}


def add_here(kind: str, path: str) -> dict:
    """Adds one file: CPU seconds of reading, embedding and storing; memory above that of the loaded model; the first search after it."""
    from index.documents import Documents

    with tempfile.TemporaryDirectory(prefix="bench-ingest-") as home:
        library = Documents.open(home)
        library.provider.encode_documents(["準備"])
        before, start, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time(), time.perf_counter()
        record = library.add(path, f"資料.{kind}")
        own, wall, begun = time.process_time() - start, time.perf_counter() - began, time.process_time()
        library.search("計算資源の格差")
        search = time.process_time() - begun
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / KIBI
    return {"passages": record.chunks, "wall": wall, "cpu": own + children.ru_utime + children.ru_stime, "memory": memory, "search": search}


def measure(way: str, kind: str, path: Path) -> dict:
    """One file in a process of its own, so that memory is its own."""
    done = subprocess.run([sys.executable, "-m", "bench.ingest", way, kind, str(path)], capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode:
        raise RuntimeError(f"{way} {kind}: {done.stderr[-800:]}")
    return json.loads(done.stdout.splitlines()[-1])


def run(count: int, added: int, kinds: list[str] | None = None) -> None:
    """Print two tables: reading of `count` pages of every kind, and all of adding for a text of `added` pages (embedding takes the time)."""
    lines = []
    with tempfile.TemporaryDirectory(prefix="bench-ingest-") as folder:
        for kind in kinds or KINDS:
            path = Path(folder) / f"file.{kind}"
            path.write_bytes(file_of(kind, page_texts(count)))
            found = measure("read", kind, path)
            lines.append([kind, f"{count:,}", f"{found['passages']:,}", f"{count / found['cpu']:,.0f}", f"{found['wall']:.2f}", f"{found['memory']:,.0f}"])
        show(["読み取り", "ページ", "文章片", "頁/CPU秒", "秒", "メモリ MiB"], lines)
        path = Path(folder) / "added.txt"
        path.write_bytes(file_of("txt", page_texts(added)))
        found = measure("add", "txt", path)
    print()
    line = ["txt", f"{added:,}", f"{found['passages']:,}", f"{added / found['cpu']:,.1f}", f"{found['wall']:.1f}", f"{found['memory']:,.0f}", f"{1000 * found['search']:,.0f}"]
    show(["追加の全体", "ページ", "文章片", "頁/CPU秒", "秒", "増えるメモリ MiB", "次の検索 CPUミリ秒"], [line])


if __name__ == "__main__":
    print(json.dumps({"read": read_here, "add": add_here}[sys.argv[1]](*sys.argv[2:])))
