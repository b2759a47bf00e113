"""「NAIRRって何?うちに関係ある?」: what it is and why it matters to a firm; what was told last, in a word for somebody; since when a gap grew."""

import pytest


@pytest.mark.parametrize(("asked", "told"), [
    ("NAIRRって何?うちに関係ある?", ("国の構想と、その試行事業です", "日本の施策と比べるための物差し", "利用の対象は米国に限られます")),
    ("蒸留って何?うちに関係あるの?", ("小さなモデルを学習させる方法です", "使うときの費用を下げられますが")),
    ("スケーリング則とは何ですか。当社に関係ありますか", ("経験則です", "資金力の勝負になる")),
])  # fmt: skip
def test_what_it_is_and_why_it_matters(ask, asked, told):
    assert all(each in ask(asked).answer for each in told)


@pytest.mark.parametrize(("before", "told"), [("2019年の企業参加率は?", "33.5%"), ("三つの戦略を比べて", "452万円のプラス"), ("Kaplanの論文の要点は", "規則的に下がります")])
def test_what_was_told_last_in_a_word(talked, before, told):
    answer = talked(before, "今のを社長に一言で")[-1]
    assert answer.outcome == "answered" and told in answer.answer


@pytest.mark.parametrize(("turns", "told"), [
    (("エリート大学とそれ以外の大学の推移", "それはいつ頃から開いたのでしょうか"), "いいえ。差は、2007年の33.5ポイント【1】から2021年の**28.8ポイント**【2】へ縮まりました"),
    (("中国と米国の割合の推移", "いつから縮まった?"), "はい。差は、2007年の46.8ポイント"),
    (("企業参加率の推移", "いつから広がった?"), "2017年"),
])  # fmt: skip
def test_since_when_a_gap_grew(talked, turns, told):
    assert told in talked(*turns)[-1].answer
