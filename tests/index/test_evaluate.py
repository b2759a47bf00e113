"""`python -m index eval`: its files, its measures, and that it runs the same search on anybody's passages."""

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.datafiles import Entry, read_passages, read_questions
from index.errors import DataFileError
from index.evaluate import evaluate, gains, index_of, quality
from index.fusion import WAYS
from index.windows import TITLE, WHOLE, WINDOW, windows

REPOSITORY = Path(__file__).resolve().parents[2]
PASSAGES = {"a": "東京は日本の首都です。人口が多い都市です。", "b": "富士山は日本で最も高い山です。", "c": "琵琶湖は滋賀県にある湖です。", "d": "法律の条文は公布の日から施行する。"}
QUESTIONS = [("日本の首都はどこですか", ["a"]), ("最も高い山は", ["b"]), ("滋賀県の湖", ["c"]), ("いつから施行するのか", ["d"])]


def write(path, rows):
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path):
    corpus = write(tmp_path / "corpus.jsonl", [{"id": key, "text": text} for key, text in PASSAGES.items()])
    questions = write(tmp_path / "questions.jsonl", [{"id": i, "text": text, "gold": gold} for i, (text, gold) in enumerate(QUESTIONS)])
    return corpus, questions


def test_measures_every_way(files, embedder):
    seen = []
    found = evaluate(*files, embedder, progress=lambda done, total: seen.append((done, total)))
    assert list(found) == ["dense", "bm25", "fused"] and seen == [(4, 4)] and set(found) == set(WAYS)
    assert found["bm25"].hit_1 == found["fused"].hit_1 == 1 and found["fused"].row().keys() == {"hit@1", "hit@5", "mrr@10", "ndcg@10", "p50_ms"}
    assert all(quality.p50_ms > 0 for quality in found.values())


def test_wrong_answers_are_counted_as_wrong(files, tmp_path, embedder):
    wrong = write(tmp_path / "wrong.jsonl", [{"id": i, "text": text, "gold": ["d" if gold != ["d"] else "a"]} for i, (text, gold) in enumerate(QUESTIONS)])
    assert evaluate(files[0], wrong, embedder)["bm25"].hit_1 == 0


def test_gains():
    assert gains(["a", "b"], ("a",)) == (1, 1, 1, 1)
    assert gains(["x", "a", "b"], ("a", "b")) == (0, 1, 0.5, pytest.approx((1 / math.log2(3) + 0.5) / (1 + 1 / math.log2(3))))
    assert gains(["x"] * 5 + ["a"], ("a",))[:3] == (0, 0, 1 / 6) and gains(["x"] * 10 + ["a"], ("a",)) == (0, 0, 0, 0) and gains([], ("a",)) == (0, 0, 0, 0)


def test_means_over_questions_with_one_and_two_right_passages():
    ranked = {"甲": ["x", "a", "b"], "乙": ["c"]}

    class Fixed:
        """Answers with a fixed list."""

        def search(self, query, **kwargs):
            return [SimpleNamespace(source_id=key) for key in ranked[query]]

    found = quality(Fixed(), (Entry("1", "甲", ("a", "b")), Entry("2", "乙", ("c",))), "fused")
    assert (found.hit_1, found.hit_5, found.mrr_10) == (0.5, 1, 0.75) and found.ndcg_10 == pytest.approx((0.693426 + 1) / 2, abs=1e-6)


def test_the_command_prints_one_json_object(files, tmp_path):
    done = run(*files, "--json")
    printed = json.loads(done.stdout)
    assert done.returncode == 0 and list(printed) == ["dense", "bm25", "fused"] and set(printed["fused"]) == {"hit@1", "hit@5", "mrr@10", "ndcg@10", "p50_ms"}
    assert printed["fused"]["hit@1"] == 1 and "4/4" in done.stderr


def run(*arguments):
    command = [sys.executable, "-m", "index", "eval", *map(str, arguments)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})


@pytest.mark.parametrize("line, words", [
    ("{", "JSON として読めません"), ("[1]", "の形で"), ('{"text": "あ"}', '"id"'), ('{"id": "", "text": "あ"}', '"id"'), ('{"id": true, "text": "あ"}', '"id"'),
    ('{"id": "z"}', '"text"'), ('{"id": "z", "text": "。"}', '"text"'), ('{"id": "z", "text": 3}', '"text"'), ('{"id": "a", "text": "あ"}', "1行目にもあります"), (b"\xff\xfe", "UTF-8"),
])  # fmt: skip
def test_a_bad_line_is_named(tmp_path, line, words):
    path = tmp_path / "資料.jsonl"
    path.write_bytes('{"id": "a", "text": "よい行"}\n\n'.encode() + (line if isinstance(line, bytes) else line.encode()) + b"\n")
    with pytest.raises(DataFileError) as caught:
        read_passages(path)
    assert caught.value.line == 3 and words in caught.value.japanese


@pytest.mark.parametrize("gold, words", [([], "正解"), ("zz", "「zz」"), (None, "正解"), (["zz"], "「zz」"), ([1.5], '"gold"'), ({"id": "a"}, '"gold"')])
def test_a_bad_gold_is_named(tmp_path, gold, words):
    path = write(tmp_path / "q.jsonl", [{"id": 1, "text": "問い", "gold": gold}])
    with pytest.raises(DataFileError) as caught:
        read_questions(path, {"a"})
    assert caught.value.line == 1 and words in caught.value.japanese


def test_a_mark_at_the_start_and_whole_numbers_as_ids_are_fine(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + '{"id": 1, "text": "一"}\r\n{"id": 2, "text": "二"}'.encode())
    assert [entry.id for entry in read_passages(path)] == ["1", "2"]
    assert read_questions(write(tmp_path / "q.jsonl", [{"id": 9, "text": "問い", "gold": [2, "2"]}]), {"1", "2"})[0].gold == ("2",)


def test_one_right_passage_may_stand_without_brackets(tmp_path):
    path = write(tmp_path / "q.jsonl", [{"id": 1, "text": "問い", "gold": "a"}, {"id": 2, "text": "問い", "gold": 7}])
    assert [entry.gold for entry in read_questions(path, {"a", "7"})] == [("a",), ("7",)]


def test_half_a_character_is_replaced_in_a_text_and_refused_in_an_id(tmp_path):
    path = write(tmp_path / "c.jsonl", ['{"id": "a", "text": "壊れた\\ud800文字"}', '{"id": "b\\ud800", "text": "文"}'])
    with pytest.raises(DataFileError) as caught:
        read_passages(path)
    assert caught.value.line == 2 and '"id"' in caught.value.japanese
    assert read_passages(write(path, ['{"id": "a", "text": "壊れた\\ud800文字"}']))[0].text == "壊れた?文字"


def test_bad_files_end_with_two_and_one_sentence(tmp_path):
    empty, corpus = write(tmp_path / "empty.jsonl", [""]), write(tmp_path / "c.jsonl", ["{"])
    for arguments, words in (((empty, empty), "中身がありません"), ((corpus, empty), "1行目"), ((tmp_path / "none", empty), "読めません")):
        done = run(*arguments)
        assert done.returncode == 2 and words in done.stderr and "Traceback" not in done.stderr and done.stdout == ""


def test_a_short_text_stays_whole_and_a_long_one_is_cut_between_sentences():
    assert windows("短い文です。") == ["短い文です。"]
    sentences = [f"これは{i}番目の文です。" for i in range(200)]
    cut = windows("題名\n" + "".join(sentences))
    assert len(cut) > 3 and all(w.startswith("題名\n") and w.endswith("。") and len(w) <= WINDOW + TITLE + 1 for w in cut)
    assert "".join(w.removeprefix("題名\n") for w in cut) == "".join(sentences)
    hard = windows("あ" * (WHOLE + 1))
    assert "".join(hard) == "あ" * (WHOLE + 1) and max(map(len, hard)) <= WINDOW


def test_a_long_passage_is_found_by_its_end(tmp_path, embedder):
    filler = "ここには関係のない話が長く続きます。" * 60
    index = index_of((Entry("long", filler + "最後に鉱山の歴史を述べます。"), Entry("other", "海の話です。")), tmp_path, embedder, None, lambda done, total: None)
    assert len(index.chunks) > 2 and index.search("鉱山の歴史", per_parent=1)[0].source_id == "long"
    assert [p.source_id for p in index.search("鉱山の歴史", k=10, per_parent=1)].count("long") == 1


def test_a_few_long_passages_do_not_hide_the_others_from_the_vectors(tmp_path, embedder):
    # No two passages alike: from a crowd of equal vectors an approximate search finds out or not, by chance.
    long = tuple(Entry(f"long-{n}", "".join(f"鉱山の歴史の{number}年目を述べます。" for number in range(n, 5000, 4))) for n in range(4))
    short = tuple(Entry(f"short-{n}", f"{n}番目の海の話です。") for n in range(8))
    index = index_of(long + short, tmp_path, embedder, None, lambda done, total: None)
    found = [p.source_id for p in index.search("鉱山の歴史", k=10, per_parent=1, way="dense")]
    assert len(index.chunks) > 140 and len(found) == len(set(found)) == 10 and set(found[:4]) == {entry.id for entry in long}
