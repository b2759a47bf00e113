"""`python -m index add | list | remove | digest`: what a user types and sees, and what --json holds."""

import json
import unicodedata

import pytest
from document_files import pdf_of, written
from small_corpus import FakeEmbedder

from index.__main__ import main

NAME = "【社外秘】第3期.pdf"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch, small_corpus):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path / "home"))
    for module in ("index.documents.documents", "index.search", "index.build"):
        monkeypatch.setattr(f"{module}.provider_from_settings", FakeEmbedder)
    return tmp_path


@pytest.fixture
def run(capsys):
    """Arguments → (exit code, standard output, standard error)."""
    def call(*arguments):
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call


def test_add_list_digest_remove(run, home):
    path = written(home, NAME, pdf_of([["第1章 概要", "本資料は第3期の売上高12億円の内訳をまとめたものです。"]]))
    assert run("add", path)[:2] == (0, f"{NAME}: 追加しました\n")
    assert run("add", path)[:2] == (0, f"{NAME}: 同じ内容で追加済みです\n")
    code, out, _ = run("list")
    assert code == 0 and NAME in out and "1ページ" in out and "日本語" in out
    assert "（自動抽出）" in run("digest", NAME)[1]
    assert run("search", "売上高の内訳", "--kinds", "document")[1].startswith("1. [document] 【社外秘】第3期・1ページ")
    assert run("remove", NAME)[:2] == (0, f"{NAME}: 消しました\n")
    assert "まだありません" in run("list")[1]


def test_json(run, home):
    path = written(home, unicodedata.normalize("NFD", "ガイド.txt"), "売上高は12億円です。")
    added = json.loads(run("add", path, "--json")[1])["documents"][0]
    assert added["name"] == "ガイド.txt" and added["outcome"] == "added" and added["sha256"]
    assert json.loads(run("list", "--json")[1])["documents"] == [added | {"outcome": "stored"}]
    found = json.loads(run("search", "売上高", "--kinds", "document", "--json")[1])["results"]
    assert [(row["rank"], row["kind"], row["source_id"], row["text"], row["locator"]) for row in found] == [(1, "document", added["id"], "売上高は12億円です。", "本文")]
    assert json.loads(run("remove", added["id"], "--json")[1]) == {"removed": [added["id"]]}


def test_a_folder_and_one_bad_file_among_good_ones(run, home):
    folder = home / "資料"
    folder.mkdir()
    for name, data in (("a.txt", "一つ目の文です。"), ("b.pdf", b"%PDF-1.7 broken"), ("c.md", "三つ目の文です。"), ("写真.png", b"x"), ("~$d.docx", b"x"), (".e.txt", "x")):
        written(folder, name, data)
    code, out, _ = run("add", folder)
    assert code == 1 and out.splitlines()[0] == "a.txt: 追加しました" and "b.pdf: ファイルが壊れている" in out and len(out.splitlines()) == 3
    assert len(run("list")[1].splitlines()) == 2


def test_owners(run, home):
    path = written(home, "a.txt", "秘密の文です。")
    run("add", path, "--owner", "社長")
    assert "まだありません" in run("list")[1] and "a.txt" in run("list", "--owner", "社長")[1]
    assert run("search", "秘密", "--kinds", "document")[1] == "" and "秘密の文です。" in run("search", "秘密", "--kinds", "document", "--owner", "社長")[1]
    code, _, errors = run("remove", "a.txt")
    assert code == 1 and "見つかりません" in errors


def test_search_in_the_corpus_alone_and_with_the_own_documents(run, home):
    run("add", written(home, NAME, pdf_of([["共同研究の相場は、当社では1件あたり500万円です。"]])), "--owner", "社長")
    alone, both = (json.loads(run("search", "共同研究の相場", "--json", *more)[1])["results"] for more in ((), ("--owner", "社長")))
    assert "document" not in {row["kind"] for row in alone} and {"document", "qa"} <= {row["kind"] for row in both[:3]}
    assert [row["rank"] for row in both] == list(range(1, len(both) + 1))
    assert {row["kind"] for row in json.loads(run("search", "共同研究", "--kinds", "document,qa", "--owner", "社長", "--json")[1])["results"]} == {"document", "qa"}


def test_wrong_use(run):
    with pytest.raises(SystemExit) as caught:
        run("add")
    assert caught.value.code == 2
    assert run("search", "？", "--kinds", "document")[0] == 2
