"""Prices of one and how many, prices of two ways, and suppositions about use, prices and subsidies."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.understand.plans.counted_prices import in_all
from assistant.understand.plans.investment import read_investment

FACTOR = sum(1.08**-year for year in range(1, 6))


@pytest.mark.parametrize(("text", "whole"), [
    ("AIカメラを10台、1台60万で導入。ロスが年400万減る", 6e6), ("1拠点あたり120万円で8拠点に入れる。年400万円の削減", 9.6e6), ("5ラインに入れる。1ラインにつき200万円、年600万円浮く", 1e7), ("検品機を3台、単価450万円で購入、年500万円の削減", 1.35e7),
    ("20店舗に導入、1店舗30万円。年500万円浮く", 6e6), ("1部署50万円で4部署に展開、効果は年300万円", 2e6), ("タブレット15台、1台約8万円を導入、年100万円減る", 1.2e6), ("1式300万円を2式、年250万円浮く", 6e6),
])  # fmt: skip
def test_a_price_of_one_is_told_for_all(text, whole):
    assert read_investment(text).outlay.value == pytest.approx(whole)


@pytest.mark.parametrize("text", ["1台60万円で導入", "10台で600万円", "GPU 8枚を1枚150万円で買う", "3台と5台、1台60万円", "年1台60万円ずつ、10台"])
def test_other_prices_stay(text):
    assert in_all(text) == text


@pytest.mark.parametrize("text", ["GPUサーバー2台で1800万と、クラウド月60万、どっち?", "クラウド月60万とサーバー1800万ならどちら?", "サーバー代1800万円か、クラウド月60万円か迷ってる", "ワークステーション1800万円とレンタル月60万円を比べて"])
def test_a_machine_against_renting_with_no_word_of_buying(ask, text):
    answer = ask(text).answer
    assert f"**購入**のほうが**{yen_text(7.2e6 * FACTOR - 1.8e7)}**安く済みます" in answer


def test_a_price_supposed_of_the_plan_is_no_forecast(talked):
    answer = talked("GPUサーバー2台で1800万円と、クラウド月60万円、どっち?", "クラウドが値上げで月80万円になったら")[-1].answer
    assert "借りると年960万円" in answer


@pytest.mark.parametrize("text", ["補助金が上限200万で2分の1出るとしたら", "補助金が上限200万円で半分出たら?", "補助金の上限200万、補助率5割だったら"])
def test_a_limit_of_a_subsidy_before_its_part(talked, text):
    answer = talked("600万円で導入、ロスが年400万円減る", text)[-1].answer
    assert f"**{yen_text(4e6 * FACTOR - 4e6)}**" in answer


def test_how_far_it_is_used_is_a_part_of_the_effect(talked):
    used, level = talked("600万円で導入、ロスが年400万円減る", "3割しか使われなかったら?", "どれだけ使われれば元が取れる?")[1:]
    assert "見込みの120万円" in used.answer and level.answer.split("\n")[1].startswith(f"損益分岐は年間効果**{yen_text(6e6 / FACTOR)}**です")


def test_what_a_president_asks_of_the_paper_is_told(talked):
    answer = talked("600万円で導入、ロスが年400万円減る", "稟議書にして", "その稟議、社長に何と聞かれる?")[-1]
    assert answer.intent == "phrases" and "聞かれそうな質問です" in answer.answer
