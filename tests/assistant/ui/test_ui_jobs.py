"""Work beside the page: how far it is, who may ask, and what a failure says."""

import queue
import re
import threading
import time

from assistant.ui.jobs import AT_ONCE, KEPT, Jobs


def ended(jobs, key, owner="a"):
    deadline = time.monotonic() + 10
    while "data-job" in (html := jobs.html(key, owner)) and time.monotonic() < deadline:
        time.sleep(0.01)
    return html


def test_a_job_tells_how_far_it_is_and_then_its_result():
    jobs, step, end = Jobs(), threading.Event(), threading.Event()

    def work(progress):
        progress(3, 12)
        step.set()
        end.wait(10)
        return "<p>済み</p>"

    started = jobs.start("a", "資料<1>を読み取っています", work)
    key = re.search(r'data-job="(\w+)"', started)[1]
    assert "資料&lt;1&gt;" in started
    step.wait(10)
    assert 'value="3" max="12"' in jobs.html(key, "a") and "3/12" in jobs.html(key, "a")
    assert "data-job" not in jobs.html(key, "b") and "途中経過を確かめられません" in jobs.html(key, "b")
    end.set()
    assert ended(jobs, key) == "<p>済み</p>"


def test_a_job_that_fails_says_so_with_an_id_that_the_log_explains(caplog):
    jobs = Jobs()

    def work(progress):
        raise RuntimeError("out of order")

    key = re.search(r'data-job="(\w+)"', jobs.start("a", "仕事", work))[1]
    html = ended(jobs, key)
    assert "画面の処理に失敗しました" in html and re.search(r"記録番号 (\w{8})", html)[1] in caplog.text and "out of order" in caplog.text


def test_old_jobs_are_forgotten():
    jobs = Jobs()
    keys = [re.search(r'data-job="(\w+)"', jobs.start("a", "仕事", lambda progress: "済み"))[1] for _ in range(KEPT + 1)]
    assert "確かめられません" in jobs.html(keys[0], "a") and ended(jobs, keys[-1]) == "済み"


def test_many_files_of_one_user_hold_up_nobody():
    jobs, begun, ends = Jobs(), queue.Queue(), {}

    def started(name):
        ends[name] = threading.Event()

        def work(progress):
            begun.put(name)
            assert ends[name].wait(10)
            return "済み"

        return re.search(r'data-job="(\w+)"', jobs.start(name[0], "仕事", work))[1], name[0]

    keys = [started(f"{owner}{number}") for owner in "abcd" for number in (1, 2)]
    assert sorted(begun.get(timeout=10) for _ in range(AT_ONCE)) == ["a1", "b1", "c1", "d1"]
    keys += [started(name) for name in ("a3", "e1", "e2")]
    ends["a1"].set()
    assert begun.get(timeout=10) == "e1", "who has had no turn yet comes before the others' next files"
    ends["e1"].set()
    assert begun.get(timeout=10) == "a2", "of those who wait the one whose last turn was longest ago"
    for end in ends.values():
        end.set()
    assert [ended(jobs, key, owner) for key, owner in keys] == ["済み"] * 11
    deadline = time.monotonic() + 10
    while jobs.running and time.monotonic() < deadline:  # a thread gives its place back just after its result can be read
        time.sleep(0.01)
    assert not jobs.running


def test_a_job_that_fails_gives_its_place_on():
    jobs = Jobs()

    def broken(progress):
        raise RuntimeError("out of order")

    started = [jobs.start("a", "仕事", work) for work in (broken, lambda progress: "済み")]
    assert ended(jobs, re.search(r'data-job="(\w+)"', started[1])[1]) == "済み"
