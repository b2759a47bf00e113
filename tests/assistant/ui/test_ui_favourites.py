"""Favourite phrases: each person's own, in both databases, through the address that the page uses."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.store.database import FILE
from assistant.ui.favourites import ADDRESS, LONGEST, MOST, Favourite, Favourites, TooManyFavourites, add_favourites
from assistant.ui.roles import BROWSER_COOKIE


@pytest.fixture
def store(store_home):
    return Favourites(store_home)


def client(store, owner):
    app = FastAPI()
    add_favourites(app, store)
    return TestClient(app, cookies={BROWSER_COOKIE: owner} if owner else {})


def texts(answer):
    return [one["text"] for one in answer.json()["favourites"]]


def test_a_person_lists_adds_and_removes_only_own(store, store_home):
    one, other = client(store, "a"), client(store, "b")
    assert texts(one.get(ADDRESS)) == []
    assert texts(one.post(ADDRESS, json={"text": "まず数字を見ましょう。", "source": "出典甲"})) == ["まず数字を見ましょう。"]
    assert texts(one.post(ADDRESS, json={"text": "次に費用です。"})) == ["まず数字を見ましょう。", "次に費用です。"]
    assert texts(other.post(ADDRESS, json={"text": "次に費用です。", "source": "別"})) == ["次に費用です。"]
    assert texts(other.request("DELETE", ADDRESS, json={"text": "まず数字を見ましょう。"})) == ["次に費用です。"]
    assert texts(other.request("DELETE", ADDRESS, json={"text": "次に費用です。"})) == []
    store.database.close()
    assert [one.source for one in Favourites(store_home).list("a")] == ["出典甲", ""]


def test_a_phrase_is_kept_once_and_their_number_is_limited(store):
    for source in ("旧", "新"):
        store.add("a", Favourite("同じ文", source))
    assert store.list("a") == (Favourite("同じ文", "新"),)
    for at in range(MOST - 1):
        store.add("a", Favourite(f"文{at}", ""))
    with pytest.raises(TooManyFavourites):
        store.add("a", Favourite("もう1つ", ""))
    full = client(store, "a").post(ADDRESS, json={"text": "もう1つ"})
    assert full.status_code == 409 and f"{MOST}件" in full.json()["detail"]


@pytest.mark.parametrize("given", [{"text": ""}, {"text": "あ" * (LONGEST + 1)}, {"text": 1}, {}])
def test_what_is_no_phrase_is_refused(store, given):
    assert client(store, "a").post(ADDRESS, json=given).status_code == 422
    assert store.list("a") == ()


def test_nothing_is_kept_for_nobody_and_a_damaged_file_is_said(tmp_path):
    store = Favourites(tmp_path)
    assert client(store, "").post(ADDRESS, json={"text": "文"}).status_code == 403
    (tmp_path / FILE).write_text("damaged" * 200)
    refused = client(store, "a").get(ADDRESS)
    assert refused.status_code == 503 and "読み書きできません" in refused.json()["detail"]
