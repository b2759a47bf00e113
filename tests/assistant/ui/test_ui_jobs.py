"""Work beside the page: how far it is, who may ask, and what a failure says."""

import re
import threading
import time

from assistant.ui.jobs import KEPT, Jobs


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
