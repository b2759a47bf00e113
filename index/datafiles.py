"""Reads the two files of `python -m index eval`: passages {"id", "text"} and questions {"id", "text", "gold": [passage id, …]}, one JSON object a line."""

import json
from dataclasses import dataclass

from index.errors import DataFileError
from index.normalize import searchable


@dataclass(frozen=True)
class Entry:
    """One passage or question; gold: ids of the passages that answer a question, () for a passage."""

    id: str
    text: str
    gold: tuple[str, ...] = ()


def read_passages(path):
    """File → tuple of Entry. Raises DataFileError with the line."""
    return read_entries(path, lambda values, fail: ())


def read_questions(path, known):
    """File → tuple of Entry whose gold ids are all in `known`. Raises DataFileError with the line."""
    def gold(values, fail):
        """The gold ids of one line."""
        ids = values.get("gold")
        ids = ids if isinstance(ids, list) else [] if ids is None else [ids]
        if not ids:
            fail("正解の文章の id を、\"gold\": [\"…\"] の形で1つ以上書いてください。")
        ids = tuple(dict.fromkeys(identity(i, "gold", fail) for i in ids))
        if missing := [i for i in ids if i not in known]:
            fail(f"正解の id「{missing[0]}」が文章のファイルにありません。")
        return ids

    return read_entries(path, gold)


def read_entries(path, gold):
    """Lines of a file → tuple of Entry; empty lines are skipped. gold(values, fail): gold ids of a line."""
    entries, seen = [], {}
    for number, line in numbered_lines(path):
        def fail(sentence, number=number):
            """Refuses the line."""
            raise DataFileError(path, number, sentence)

        values = parsed(line, fail)
        key = identity(values.get("id"), "id", fail)
        if key in seen:
            fail(f"id「{key}」は{seen[key]}行目にもあります。id は1つずつ変えてください。")
        text = encodable(values.get("text"))
        if not isinstance(text, str) or not searchable(text):
            fail("\"text\" に、文字を含む文章を書いてください。")
        seen[key] = number
        entries.append(Entry(key, text, gold(values, fail)))
    if not entries:
        raise DataFileError(path, 1, "中身がありません。1行に1つずつ、JSON で書いてください。")
    return tuple(entries)


def numbered_lines(path):
    """(line number from 1, line) of the lines that are not empty. Raises DataFileError for a file that cannot be read."""
    try:
        with open(path, "rb") as file:
            lines = file.read().split(b"\n")
    except OSError as error:
        raise DataFileError(path, 1, f"ファイルを読めません（{error.strerror}）。場所と権限をご確認ください。") from error
    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError as error:
            raise DataFileError(path, number, "UTF-8 ではありません。UTF-8 で保存し直してください。") from error
        if text:
            yield number, text


def parsed(line, fail):
    """Line → dict."""
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        fail("JSON として読めません。{\"id\": \"…\", \"text\": \"…\"} の形で書いてください。")
    if not isinstance(values, dict):
        fail("{\"id\": \"…\", \"text\": \"…\"} の形で書いてください。")
    return values


def encodable(value):
    """Text in which halves of characters (\\ud800 alone), which no file can hold, are question marks; anything else as it is."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def identity(value, name, fail):
    """Id as text: a whole number may stand for one."""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "" or encodable(value) != value:
        fail(f"\"{name}\" には、空でない文字列か整数を書いてください。")
    return str(value)
