"""The page データと設定: sources, model, what leaves the machine, rebuilding the index, what is kept and deleted."""

import re
import socket
import threading
import time
from html import escape

import pytest

from analytics import Divide
from analytics.divide.robustness import CHECK_LABELS
from analytics.figure import POINTS
from assistant.evidence.library import Library
from assistant.llm import Settings
from assistant.llm.outgoing import announced
from assistant.ui import data
from assistant.ui.administration import Administration
from assistant.ui.data import DataPage, connection_test
from assistant.ui.documents import OwnDocuments
from assistant.ui.jobs import Jobs
from assistant.ui.papers import PapersPage
from assistant.ui.scenarios import Scenarios
from assistant.ui.talks import Talks, Turn
from assistant.ui.upkeep import IndexState, KeptThings
from index.documents import Documents
from index.errors import IndexLocked

OWNER, OTHER = "browser-1", "browser-2"


def page(home, settings=None, rebuild=lambda progress: 0, users=False):
    documents = Documents.open(home)
    kept = KeptThings(Talks(home), OwnDocuments(lambda: documents, lambda: "", Jobs()), Scenarios(home), users)
    return DataPage(Divide.open(), PapersPage(), IndexState(lambda: "ready", rebuild, Jobs()), kept, Administration(home), settings, mcp=False)


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return page(tmp_path_factory.mktemp("home"))


def test_sources_and_robustness_are_those_of_the_data(settings):
    html = settings.whole({})
    source = settings.divide.counts.source
    assert source.citation in html and source.file_hash in html and "427,014本（231会議）" in html and "2025年4月" in html and "Epoch AI" in html
    figures = settings.divide.robustness()
    for figure in figures:
        if figure.slice["check"] in ("base", "fractional", "break_2013"):
            assert f'data-head="{CHECK_LABELS[figure.slice["check"]]}">{figure.display.removesuffix(figure.unit if figure.unit == POINTS else "")}</td>' in html
    heads = re.findall(r'<th scope="row">(.*?)</th>', html)
    assert len(heads) == len({figure.parts["headline"] for figure in figures})
    assert [head for head in heads if head.endswith("、単位はポイント")] == [head for head in heads if "変化" in head or "差の差" in head]


def test_the_licences_are_those_of_the_repository(settings):
    assert escape((data.NOTICE).read_text(encoding="utf-8")) in settings.whole({})


def test_without_a_model_nothing_leaves_and_nothing_is_tried(settings):
    assert "外部へ送りません" in settings.whole({})
    assert "試す接続先がありません" in settings.act({}, "")


def test_with_a_model_it_is_told_what_leaves_in_the_words_of_the_notice(tmp_path):
    model = Settings("openai:some", "https://llm.example.com/v1", seconds=12)
    html = page(tmp_path, model).whole({})
    assert all(escape(line) in html for line in announced(model)) and "外部へ送りません" not in html and "12秒" in html


def test_the_connection_is_tried():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        model = Settings("openai:some", f"http://127.0.0.1:{listener.getsockname()[1]}/v1")
        assert "つながりました" in connection_test(model)
    assert "つながりません" in connection_test(model)
    assert "ここでは試せません" in connection_test(Settings("openai:some"))


def ended(shown, html):
    """What a job says at its end."""
    deadline = time.monotonic() + 20
    while (job := re.search(r'data-job="(\w+)"', html)) and time.monotonic() < deadline:
        time.sleep(0.01)
        html = shown.act({"act": "job", "job": job[1]}, OWNER)
    return html


def test_the_index_is_rebuilt_beside_the_page_with_progress(tmp_path):
    seen, go = threading.Event(), threading.Event()

    def rebuild(progress):
        progress(5, 10)
        seen.set()
        go.wait(10)
        return 1234

    shown = page(tmp_path, rebuild=rebuild)
    assert 'value="rebuild"' in shown.whole({"role": "admin"}) and 'value="rebuild"' not in shown.whole({"role": "editor"}) + shown.whole({})
    started = shown.act({"act": "rebuild"}, OWNER)
    seen.wait(10)
    job = re.search(r'data-job="(\w+)"', started)[1]
    assert "5/10" in shown.act({"act": "job", "job": job}, OWNER)
    go.set()
    assert "1,234件" in ended(shown, started)


def test_a_rebuild_that_fails_says_why_and_that_the_old_index_stays(tmp_path):
    def locked(progress):
        raise IndexLocked("another process is building the index")

    shown = page(tmp_path, rebuild=locked)
    told = ended(shown, shown.act({"act": "rebuild"}, OWNER))
    assert "今までの索引を使い続けます" in told and "別の処理が索引を作成しています" in told


def test_the_library_takes_the_new_index_once_it_is_ready():
    class Index:
        def __init__(self, provider):
            self.provider, self.warmed = provider, False

        def papers(self):
            return ()

        glossary = papers

        def warm(self):
            self.warmed = True

    opened = [Index("first"), Index("second")]
    library = Library(lambda: opened.pop(0), {})
    assert library.provider is None
    assert library.index.provider == "first"
    library.renew()
    assert library.index.provider == "second" and library.index.warmed and library.provider == "second"


def test_what_is_kept_is_counted_and_deleted_for_its_owner_only(tmp_path):
    shown = page(tmp_path)
    talks = shown.kept.talks
    for talk, owner in (("a", OWNER), ("b", OWNER), ("c", OTHER)):
        talks.add(owner, talk, Turn(f"turn-{talk}", "質問", "回答", "<p>回答</p>"))
    shown.kept.documents.library().add("資料です。".encode(), "資料.txt", owner=OTHER)
    html = shown.whole({"browser": OWNER})
    assert "2件（20" in html and "0件" in html and "期限はありません" in html
    assert "相談2件を消しました" in shown.act({"act": "forget"}, OWNER)
    assert talks.list(OWNER) == () and len(talks.list(OTHER)) == 1
    assert 'value="forget"' not in shown.whole({"browser": OWNER})


def test_a_retention_is_told_instead_of_no_limit(tmp_path, monkeypatch):
    monkeypatch.setenv("RASHINBAN_RETENTION_DAYS", "90")
    html = page(tmp_path).whole({"browser": OWNER})
    assert "最後の質問から90日で" in html and "期限はありません" not in html


def test_the_place_of_what_is_kept_is_the_folder_and_a_server_s_without_its_password(tmp_path, monkeypatch):
    assert str(tmp_path) in page(tmp_path).kept.place()
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:secret@db.example:5432/talks")
    place = page(tmp_path).kept.place()
    assert "db.example" in place and "secret" not in place and str(tmp_path) in place


def test_users_can_leave(tmp_path):
    assert 'href="logout"' in page(tmp_path, users=True).whole({"browser": OWNER}) and "logout" not in page(tmp_path).whole({"browser": OWNER})


def test_saved_roi_scenarios_are_listed_and_deleted_for_their_owner_alone(tmp_path):
    shown = page(tmp_path)
    scenarios = shown.kept.scenarios
    for owner, name in ((OWNER, "強気"), (OWNER, "弱<気"), (OTHER, "ほか")):
        scenarios.save(owner, name, "strategy=cloud")
    html = shown.whole({"browser": OWNER})
    assert "2件（弱&lt;気、強気）" in html and "ほか" not in html.split('id="kept"')[1].split("</section>")[0]
    assert "試算2件を消しました" in shown.act({"act": "forget_scenarios"}, OWNER)
    assert not scenarios.list(OWNER) and [one.name for one in scenarios.list(OTHER)] == ["ほか"]
    assert 'value="forget_scenarios"' not in shown.whole({"browser": OWNER})
