"""What the asker's trade is, told before a question, neither narrows the figures nor refuses the question."""

import pytest

from assistant.understand.text.opening import without_asker

FIGURES = [
    ("製薬なんやけどさ、AI会議で大手テックの割合って何%?", "big_tech_share"),
    ("うちは製薬なんですけど、AI会議の企業の割合は?", "firm_share"),
    ("信用金庫の人間です。AI会議の企業参加率を教えて", "firm_share"),
    ("医療業界で働いてる者ですが、AI会議の企業の割合は?", "firm_share"),
    ("地方の印刷屋やってるんだけど、AI会議で日本の割合は?", "japan_share"),
    ("企業との共同研究の提案書を準備している大学のURAです。AI分野で企業と大学の共著論文がどのくらいの割合ですか。", "firm_university_share"),
    ("大学と企業の橋渡しをしている県の職員です。AI会議の企業参加率は?", "firm_share"),
    ("大学発の会社を支援するVCの担当です。2019年のICMLの企業参加率を教えて", "firm_share"),
    ("地方紙で大学を担当している記者です。AI会議の日本の割合は?", "japan_share"),
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


@pytest.mark.parametrize(("asked", "term"), [
    ("私は医療の人間でAIは素人です。そもそもGPUというのは何ですか", "gpu"), ("文系の人間なので、スケーリング則って何ですか", "scaling-law"), ("経理担当で詳しくないのですが、LoRAとは何ですか", "lora"),
    ("私は営業出身です。差の差って何?", "did"), ("AI初心者です、ファインチューニングとは何でしょう", "fine-tuning"), ("当方は弁護士ですが、GPUって何ですか", "gpu"),
])  # fmt: skip
def test_who_asks_what_a_word_means_is_no_part_of_it(assistant, asked, term):
    assert assistant.ask(asked).citations[0].id == f"glossary#{term}"


@pytest.mark.parametrize("asked", ["研究者とは何ですか", "AI人材とは何ですか", "素人でもGPUを使えますか"])
def test_people_asked_about_are_left(asked):
    assert without_asker(asked) == asked
