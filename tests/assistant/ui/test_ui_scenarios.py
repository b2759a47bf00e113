"""Saved scenarios: each owner's own, kept over a restart, loaded, deleted, compared."""

import re
from html import unescape

import pytest

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text
from analytics.roi.risk import DRAWS
from assistant.store.database import FILE
from assistant.ui.pages import cleaned
from assistant.ui.roi import roi_page
from assistant.ui.scenarios import MOST, Scenarios, ScenariosUnavailable, TooManyScenarios

SAVE = {"act": "save", "scenario_name": " 保守的な 見込み ", "strategy": "cloud", "annual_benefit": "2,000万円"}


@pytest.fixture
def store(store_home):
    return Scenarios(store_home)


def test_scenarios_are_the_owners_and_survive_a_restart(store, store_home):
    store.save("a", "強気", "strategy=joint")
    store.save("a", "弱気", "strategy=cloud&annual_benefit=1")
    store.save("b", "強気", "strategy=prototype")
    store.database.close()
    again = Scenarios(store_home)
    assert [(one.name, one.query) for one in again.list("a")] == [("弱気", "strategy=cloud&annual_benefit=1"), ("強気", "strategy=joint")]
    again.delete("b", again.list("a")[0].id)
    assert len(again.list("a")) == 2, "another owner deletes nothing"
    again.delete("a", again.list("a")[0].id)
    assert [one.name for one in store.list("a")] == ["強気"] and [one.query for one in store.list("b")] == ["strategy=prototype"]


def test_a_name_is_kept_once_and_their_number_is_limited(store):
    store.save("a", "案", "strategy=joint")
    store.save("a", "案", "strategy=cloud")
    assert [one.query for one in store.list("a")] == ["strategy=cloud"]
    for number in range(MOST - 1):
        store.save("a", f"案{number}", "strategy=cloud")
    with pytest.raises(TooManyScenarios):
        store.save("a", "もう1つ", "strategy=cloud")
    store.save("a", "案", "strategy=joint")
    assert len(store.list("a")) == MOST


def test_a_damaged_file_is_said(tmp_path):
    (tmp_path / FILE).write_text("damaged" * 200)
    with pytest.raises(ScenariosUnavailable):
        Scenarios(tmp_path).list("a")
    page = roi_page(Scenarios(tmp_path))
    assert "読み書きできません" in page.whole({"browser": "a"}) and "読み書きできません" in page.act(SAVE, "a")


def test_a_saved_scenario_opens_with_its_inputs_and_is_deleted(store):
    page = roi_page(store)
    assert "「保守的な 見込み」を保存しました" in page.act(SAVE, "a")
    html = page.whole({"browser": "a"})
    address = unescape(re.search(r'<a class="inside" href="([^"]+)">保守的な 見込み</a>', html)[1])
    assert address == "?screen=roi&strategy=cloud&annual_benefit=2%2C000%E4%B8%87%E5%86%86"
    assert not any("保守的な 見込み" in page.whole(parameters) for parameters in ({"browser": "b"}, {}))
    page.act({"act": "delete", "scenario": store.list("a")[0].id}, "a")
    assert store.list("a") == ()


@pytest.mark.parametrize(
    ("change", "owner", "words"),
    [
        ({"scenario_name": "  "}, "a", "名前を入力してください"), ({"annual_benefit": "たくさん"}, "a", "読めない入力"), ({}, "", "Cookie"),
    ],
)  # fmt: skip
def test_what_cannot_be_saved_is_said(store, change, owner, words):
    answer = roi_page(store).act({**SAVE, **change}, owner)
    assert words in answer and 'role="alert"' in answer and store.list("a") == ()


def choice(page, name: str) -> str:
    """What the address holds once a scenario is chosen."""
    return unescape(re.search(rf'<option value="([^"]*)"[^>]*>{name}</option>', page.whole({"browser": "a"}))[1])


def test_a_share_link_shows_the_compared_scenarios_to_others_too(store):
    page = roi_page(store)
    page.act(SAVE, "a")
    page.act({"act": "save", "scenario_name": "強気&name=1", "strategy": "joint", "discount_rate": "5%"}, "a")
    parameters = cleaned({"left": choice(page, "保守的な 見込み"), "right": choice(page, "強気&amp;name=1")})
    tables = [page.whole({**parameters, "browser": browser}).rsplit("2つを比べる", 1)[1] for browser in ("a", "b")]
    cells = [re.findall(r"<t[hd][^>]*>([^<]*)<", table) for table in tables]
    assert cells[0][2:4] == ["保守的な 見込み", "強気&amp;name=1"] and cells[1][2:4] == [f"{name}（共有リンク）" for name in cells[0][2:4]]
    assert cells[0][4:] == cells[1][4:] and "2,000万円" in cells[1]
    assert tables[1].count(" selected") == 2, "the lists stand at what is compared"


@pytest.mark.parametrize(
    ("text", "words"),
    [("1234", "このブラウザーにはありません"), ("castle&name=x", "このブラウザーにはありません"), ("cloud&annual_benefit=たくさん&name=x", "計算できない試算")],
)
def test_a_link_to_a_scenario_that_cannot_be_shown_says_so(store, text, words):
    assert words in roi_page(store).whole({"left": text, "right": "now"})


def test_two_scenarios_are_compared_with_the_assumptions_that_differ(store):
    page = roi_page(store)
    page.act(SAVE, "a")
    html = page.whole({"browser": "a", "strategy": "cloud", "discount_rate": "5%", "left": choice(page, "保守的な 見込み"), "right": "now"})
    table = html.rsplit("2つを比べる", 1)[1]
    rows = {row[0]: row[1:] for row in (re.findall(r"<t[hd][^>]*>([^<]*)<", line) for line in table.split("<tr>")[1:])}
    first, second = (evaluate(resolve("cloud", changes), DRAWS) for changes in ({"annual_benefit": "2000万"}, {"discount_rate": 5}))
    assert rows["項目"] == ["保守的な 見込み", "今の前提"]
    assert [yen_text(each.results.ev_gates) for each in (first, second)] in rows.values()
    assert [f"年間効果{yen_text(each.break_even_of('annual_benefit'))}" for each in (first, second)] == rows["損益分岐"]
    label = first.settings.assumptions["annual_benefit"].label_ja
    assert rows[label] == ["2,000万円", second.settings.assumptions["annual_benefit"].display]
    assert "税率" not in "".join(rows), "what is the same is left out"


def test_names_are_escaped(store):
    page = roi_page(store)
    page.act({**SAVE, "scenario_name": "<img src=x onerror=alert(1)>"}, "a")
    assert "<img" not in page.whole({"browser": "a"})
