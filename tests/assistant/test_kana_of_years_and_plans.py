"""Eras, calendar years, amounts and words for what is not held, written in hiragana."""

import pytest

YEARS = {
    "れいわ3ねんのICMLで企業が入ってた割合": 2021,
    "へいせい30ねんのICMLの企業参加率": 2018,
    "きぎょうさんかりつは 2019ねんの ICMLで いくつ?": 2019,
    "れいわがんねんのAI会議の企業参加率は": 2019,
}
REFUSED = {
    "れいわ3ねんのNeurIPSで きぎょうがはいってた わりあい": "NeurIPSの2021年",
    "へいせい15ねんのAIかいぎの企業参加率は": "2003年",
    "らいねんのICMLのかいさいちとしめきりをおしえて": "お答えできません",
    "じょせいけんきゅうしゃの わりあいは? AIのかいぎ 2021ねん": "女性",
    "おんなのひとのちょしゃはどれくらい?AIかいぎ2021ねん": "女の人",
    "ちゅうしょうきぎょうの わりあいは 2021ねんの AIかいぎで": "中小企業",
    "すたーとあっぷの論文の割合は": "スタートアップ",
}
PLANS = {
    "しょきひよう600まんえん、ねんかんこうか200まんえん、4ねん、わりびきりつ5%。もとはとれる?": "初期費用600万円、年間効果200万円、4年、割引率5%。元は取れる?",
    "しょきひよう500まんえん ねんかんこうか300まんえん 5ねんでNPVは?": "初期費用500万円 年間効果300万円 5年でNPVは?",
}


@pytest.mark.parametrize("text", YEARS)
def test_a_year_in_hiragana_is_that_year(understand, text):
    assert understand(text).years == (YEARS[text],)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_held_is_not_held_in_hiragana(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and REFUSED[text] in answer.answer, answer.answer


@pytest.mark.parametrize("text", ["だいがくさんかりつは AIかいぎ 2021ねんで", "さんがくきょうちょりつの すいい", "にほんのわりあいは AIかいぎ 2020ねん"])
def test_what_is_held_is_still_told_in_hiragana(ask, text):
    assert ask(text).outcome == "answered"


def test_a_band_in_hiragana_is_that_band(understand):
    assert [subject.tier for subject in understand("えりーとだいがくは AIかいぎ 2020ねんで なんぱーせんと").subjects] == ["1-50"]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_in_hiragana_comes_to_the_same(ask, text):
    assert ask(text).answer == ask(PLANS[text]).answer
