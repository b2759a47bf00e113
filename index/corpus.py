"""Reads paper summaries and the glossary (format: docs/corpus.md) into frozen dataclasses; marks like {fact 3; limit 1} become `basis`."""

import re
from dataclasses import fields
from pathlib import Path

import yaml

from index.errors import CorpusError
from index.papers import QA, Basis, Claim, Corpus, FrontMatter, GlossaryTerm, PaperSummary, Phrase, Section, Statement

CORPUS_FOLDER = Path(__file__).parent / "corpus"
POINTS, CLAIMS, QUESTIONS, PHRASES = "要点", "主張", "想定問答", "会議フレーズ"
SECTIONS = ("概要と位置づけ", "先行研究との差別化", "中核となる技術", "有効性の検証と成果", "議論と課題", "今後の方向性", "この論文への反論・限界",
            "自社への意味（製造業の例）")
HEADINGS = (POINTS, *SECTIONS, CLAIMS, QUESTIONS, PHRASES)
BASIS_KINDS = ("fact", "method", "limit", "relevance", "japan", "note")
MARK = re.compile(r"\{([^{}]*)\}")
SCENE = re.compile(r"\[([^\[\]]+)\]\s*(.+)", re.DOTALL)


def load_corpus(folder=CORPUS_FOLDER):
    """Folder with papers/*.md and glossary.yaml → Corpus. Raises CorpusError for the first file that cannot be read."""
    papers = tuple(load_paper(path) for path in paper_files(folder))
    return Corpus(papers, load_glossary(Path(folder) / "glossary.yaml"))


def paper_files(folder):
    """Paths of the summaries, sorted by name."""
    return sorted((Path(folder) / "papers").glob("*.md"))


def read_text(path):
    """UTF-8 text of a corpus file; CorpusError when it is missing or no UTF-8."""
    try:
        return Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(path, 1, f"not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    except OSError as error:
        raise CorpusError(path, 1, f"cannot be read ({error.strerror}); put the file back or mend its permissions") from error


def load_yaml(text, path, first_line):
    """YAML value of `text`, whose first line is line `first_line` of the file."""
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or "not readable"
        raise CorpusError(path, line, f"broken YAML: {problem}; quote values that hold a colon, a quote or a bracket") from error


def load_heads(folder=CORPUS_FOLDER):
    """The FrontMatter of every summary, sorted by name: what the works are called, without what they say. Raises CorpusError."""
    return tuple(FrontMatter(**read_head(path)[0]) for path in paper_files(folder))


def read_head(path):
    """One summary file → (checked values of its front matter, its lines, the number of the line that closes the front matter, from 0)."""
    lines = read_text(path).split("\n")
    if lines[0].strip() != "---" or "---" not in [x.strip() for x in lines[1:]]:
        raise CorpusError(path, 1, "no front matter; begin the file with --- , YAML keys, ---")
    close = next(i for i in range(1, len(lines)) if lines[i].strip() == "---")
    return typed(FrontMatter, load_yaml("\n".join(lines[1:close]), path, 2), path, 2), lines, close


def load_paper(path):
    """One summary file → PaperSummary. Raises CorpusError (path, line, what to do)."""
    head, lines, close = read_head(path)
    blocks = split_headings(lines, close + 1, path)
    body = MARK.sub("", "\n".join(lines[close + 1:]))
    bullets = {name: read_bullets(blocks[name][1], path) for name in (POINTS, CLAIMS, PHRASES)}
    return PaperSummary(
        **head, path=Path(path),
        points=tuple(Claim(i, *bullet) for i, bullet in enumerate(bullets[POINTS], 1)),
        sections=tuple(read_section(name, *blocks[name], path) for name in SECTIONS),
        claims=tuple(Claim(i, *bullet) for i, bullet in enumerate(bullets[CLAIMS], 1)),
        questions=read_questions(blocks[QUESTIONS][1], path),
        phrases=tuple(read_phrase(i, *bullet, path) for i, bullet in enumerate(bullets[PHRASES], 1)),
        body_characters=len(re.sub(r"^#+ |^- |\s", "", body, flags=re.MULTILINE)),
    )


def typed(cls, values, path, line):
    """Dict → dict of the fields of `cls` with lists as tuples; CorpusError for missing, unknown or wrongly typed keys.

    Texts that `cls` gives "" by default may be left out or empty.
    """
    if not isinstance(values, dict):
        raise CorpusError(path, line, "expected `key: value` lines")
    wanted = {f.name: f.type for f in fields(cls) if f.name != "line"}
    optional = {f.name for f in fields(cls) if f.default == ""}
    missing, unknown = sorted(set(wanted) - set(values) - optional), sorted(map(str, set(values) - set(wanted)))
    if missing or unknown:
        raise CorpusError(path, line, f"keys missing: {', '.join(missing) or 'none'}; keys unknown: {', '.join(unknown) or 'none'}; see docs/corpus.md")
    checked = {}
    for key, kind in wanted.items():
        value = values.get(key, "") if key in optional else values[key]
        if kind in (str, int):
            if not isinstance(value, kind) or (value == "" and key not in optional):
                raise CorpusError(path, line, f"{key} must be {'text' if kind is str else 'a whole number'}, not {value!r}; quote or fill it")
        elif not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise CorpusError(path, line, f"{key} must be a list of texts, not {value!r}; quote items that look like numbers")
        checked[key] = tuple(value) if isinstance(value, list) else value
    return checked


def split_headings(lines, first, path):
    """Body lines → {heading: (line number, [(line number, text)])}; every heading once and in order."""
    starts = [i for i in range(first, len(lines)) if lines[i].startswith("## ")]
    names = [lines[i][3:].strip() for i in starts]
    if names != list(HEADINGS):
        wrong = next((i for i, name in enumerate(names) if i >= len(HEADINGS) or name != HEADINGS[i]), len(names))
        expected = HEADINGS[wrong] if wrong < len(HEADINGS) else "the end of the file"
        line = starts[wrong] + 1 if wrong < len(starts) else len(lines)
        raise CorpusError(path, line, f"expected heading 「{expected}」 here; every heading once, in the order of docs/corpus.md")
    ends = starts[1:] + [len(lines)]
    return {n: (s + 1, [(i + 1, lines[i].strip()) for i in range(s + 1, e) if lines[i].strip()]) for n, s, e in zip(names, starts, ends)}


def parse_basis(text, path, line):
    """Inside of a mark (`fact 1,4; limit 1`, `xu-2017-…: fact 2` for the card of another summary) → tuple of Basis."""
    found = []
    for part in text.split(";"):
        match = re.fullmatch(r"\s*(?:([a-z0-9-]+)\s*:\s*)?([a-z]+)\s*([0-9]+(?:\s*,\s*[0-9]+)*)?\s*", part)
        if match is None or match[2] not in BASIS_KINDS or (match[2] == "note") != (match[3] is None):
            example = "{fact 3}, {fact 1,4; limit 1}, {xu-2017-generalized-synthetic-control: fact 2} or {note}"
            raise CorpusError(path, line, f"mark {{{text}}} is not understood; write for example {example}")
        numbers = [int(n) for n in match[3].split(",")] if match[3] else [None]
        found.extend(Basis(match[2], n, match[1] or "") for n in numbers)
    return tuple(found)


def split_sentences(text):
    """Text → sentences, cut behind 。！？ outside 「」『』（）()."""
    sentences, depth, start = [], 0, 0
    for i, char in enumerate(text):
        depth = max(0, depth + (char in "「『（(") - (char in "」』）)"))
        if char in "。！？" and depth == 0 and (i + 1 == len(text) or text[i + 1] not in "。！？"):
            sentences.append(text[start:i + 1])
            start = i + 1
    return [s for s in [*sentences, text[start:]] if s.strip()]


def read_statements(text, line, path, sentencewise):
    """One line → statements. A mark belongs to the sentence before it (sentencewise) or to all the text since the last mark."""
    text = re.sub(r"(\{[^{}]*\})([。！？])", r"\2\1", text)
    statements, position = [], 0
    for mark in [*MARK.finditer(text), None]:
        stretch = text[position:mark.start() if mark else len(text)].strip()
        basis = parse_basis(mark[1], path, line) if mark else ()
        if "{" in stretch or "}" in stretch:
            raise CorpusError(path, line, "a brace stands alone; close the mark or remove it")
        parts = split_sentences(stretch) if sentencewise else [stretch] * bool(stretch)
        if not parts and basis and statements:
            statements[-1] = Statement(statements[-1].text, statements[-1].basis + basis, line)
        statements.extend(Statement(p.strip(), basis if p is parts[-1] else (), line) for p in parts)
        position = mark.end() if mark else len(text)
    return tuple(statements)


def read_bullets(lines, path):
    """Lines `- …` → [(statements, line)]; a line without `- ` continues the bullet before it."""
    joined = []
    for line, text in lines:
        if text.startswith("- "):
            joined.append((text[2:], line))
        elif joined:
            joined[-1] = (joined[-1][0] + text, joined[-1][1])
        else:
            raise CorpusError(path, line, "expected a bullet that begins with `- `")
    return [(read_statements(text, line, path, False), line) for text, line in joined]


def read_section(heading, line, lines, path):
    """Lines under a heading → Section; `- ` of a list line is dropped."""
    if not lines:
        raise CorpusError(path, line, f"nothing stands under 「{heading}」; write the section")
    return Section(heading, tuple(read_statements(text.removeprefix("- "), n, path, True) for n, text in lines), line)


def read_questions(lines, path):
    """`### question` and the answer lines below it → tuple of QA."""
    starts = [i for i, (_, text) in enumerate(lines) if text.startswith("### ")]
    if starts[:1] != [0]:
        raise CorpusError(path, lines[0][0] if lines else 1, "想定問答 must begin with `### question`")
    found = []
    for number, (start, end) in enumerate(zip(starts, starts[1:] + [len(lines)]), 1):
        line, question = lines[start]
        answer = tuple(s for n, text in lines[start + 1:end] for s in read_statements(text.removeprefix("- "), n, path, True))
        if not answer:
            raise CorpusError(path, line, "a question without an answer; write the answer below it")
        found.append(QA(number, answer, line, MARK.sub("", question[4:]).strip()))
    return tuple(found)


def read_phrase(number, statements, line, path):
    """Bullet `[場面] 「…」` → Phrase."""
    match = SCENE.fullmatch(statements[0].text) if statements else None
    if match is None:
        raise CorpusError(path, line, "expected `- [場面] 「…」`")
    first = Statement(match[2].strip(), statements[0].basis, line)
    return Phrase(number, (first, *statements[1:]), line, match[1].strip())


def load_glossary(path):
    """glossary.yaml → tuple of GlossaryTerm in file order."""
    return tuple(GlossaryTerm(**typed(GlossaryTerm, value, path, line), line=line) for value, line in load_records(path, "id"))


def load_records(path, key):
    """YAML list of records, each beginning with `- key:` → [(record, line of the file)]."""
    text = read_text(path)
    values = load_yaml(text, path, 1)
    if not isinstance(values, list):
        raise CorpusError(path, 1, f"expected a list, each entry beginning with `- {key}:`")
    return list(zip(values, (node.start_mark.line + 1 for node in yaml.compose(text, Loader=yaml.CSafeLoader).value)))
