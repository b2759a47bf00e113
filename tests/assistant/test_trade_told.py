"""What the asker's trade is, told before a question, neither narrows the figures nor refuses the question."""

import pytest

FIGURES = [
    ("製薬なんやけどさ、AI会議で大手テックの割合って何%?", "big_tech_share"),
    ("うちは製薬なんですけど、AI会議の企業の割合は?", "firm_share"),
    ("信用金庫の人間です。AI会議の企業参加率を教えて", "firm_share"),
    ("医療業界で働いてる者ですが、AI会議の企業の割合は?", "firm_share"),
    ("地方の印刷屋やってるんだけど、AI会議で日本の割合は?", "japan_share"),
]


@pytest.mark.parametrize(("asked", "metric"), FIGURES)
def test_a_trade_told_before_a_figure_narrows_nothing(assistant, asked, metric):
    answer = assistant.ask(asked)
    assert answer.outcome == "answered", answer.answer
    assert answer.figures[0].id.startswith(metric), answer.figures[0].id


@pytest.mark.parametrize("asked", ["製薬ですが、うちは何から始める?", "うちは旅行会社です。何から始める?", "信用金庫の者ですが、何から始めれば?", "メーカーだけど、AIで何すればいい?"])
def test_a_trade_told_before_a_wish_for_advice_refuses_nothing(assistant, asked):
    assert assistant.ask(asked).intent == "strategy"


@pytest.mark.parametrize("asked", ["製薬のAI会議での割合は?", "旅行会社のおすすめは?", "薬の副作用は?", "信用金庫の貸出残高は?", "ゲーム会社の論文数は?"])
def test_a_trade_asked_about_is_still_refused(assistant, asked):
    assert assistant.ask(asked).outcome == "not_in_data"
