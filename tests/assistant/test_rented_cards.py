"""Renting against buying where the number of cards was not told, and the plain sum beside the sum after tax."""

import pytest

from analytics.roi import evaluate, resolve


@pytest.mark.parametrize("text", ["GPUを3000万で買うのと借りるの、どっちが得だ。", "GPUサーバーを3,000万円で購入するのと借りるのではどちらが有利ですか", "3000万円でGPUマシンを買うか、レンタルするか迷ってます"])
def test_the_number_of_cards_that_is_assumed_is_told_first_with_what_another_makes_of_it(ask, text):
    answer = ask(text)
    conclusion = answer.answer.split("\n")[1]
    eight = evaluate(resolve("buy_gpu", {"purchase_price": 3e7, "rental_price": 8 * 660, "power_kw": 8 * 0.8})).break_even_of("gpu_hours")
    assert conclusion.startswith("GPU1枚の機械とみると、") and f"8枚の機械なら、損益分岐は年{round(eight):,}時間です" in conclusion
    assert answer.verdict.ok and "損益分岐を3か月続けて超えたら" not in answer.answer


@pytest.mark.parametrize("text", ["GPU8枚の機械を3000万で買うのと借りるの、どっちが得だ。", "GPUは買うのと借りるのどちらがよいか", "GPU機を1200万円で買うのと、1時間450円で借りるのとどちらが得?", "GPU1枚を300万円で買うのと借りるのと、どっちが得?"])
def test_nothing_is_assumed_of_cards_that_were_told_or_have_no_price(ask, text):
    assert "とみると" not in ask(text).answer or "1枚を" in text


def test_the_default_price_of_several_cards_names_its_source(talked):
    answer = talked("GPUを3000万で買うのと借りるの、どっちが得だ。", "GPU8枚の機械だ。")[-1].answer
    assert "1時間660円としました（ABCI" in answer and "（）" not in answer


def test_the_plain_sum_holds_upkeep_and_electricity(ask):
    answer = ask("GPU機を1200万円で買うのと、1時間450円で年7200時間借りるのとどちらが得?4年").answer
    power = 0.8 * 1.4 * 30 * 7200
    assert f"買うと保守費と電気代を入れて{round((1.2e7 + 4 * (5e4 + power)) / 1e4):,}万円" in answer
