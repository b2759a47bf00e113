"""Which way fits an asker that is no firm, and which one of two ways that are named."""

import pytest

from assistant.understand.plans.investment_asked import either_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("私どものような大学には三つのどれが向いていますか", "大学"),
        ("うちは市役所です。三つの戦略のうちどれがいい?", "市役所"),
        ("病院には三つの戦略のどれが向く?", "病院"),
        ("県立の研究所としては、どの戦略を選ぶべきですか", "県立の研究所"),
        ("大学の立場だと三つの案のどれが合いますか", "大学"),
        ("自治体でも共有クラウドの試算は当てはまりますか", "自治体"),
        ("うちは国立大学やけど、どの案がええの", "国立大学"),
        ("高専の研究室には三つの選択肢のどれが現実的?", "高専"),
        ("NPOの私たちにはどれがおすすめ?三つの戦略で", "NPO"),
        ("地方の病院ですが、三つの戦略のどれを選ぶべきですか", "病院"),
    ],
)
def test_an_asker_that_is_no_firm_is_told_what_holds_of_the_ways(understand, text, kind):
    assert understand(text).advice == ("no_firm", kind)


def test_what_holds_and_what_does_not_is_said(ask):
    answer = ask("私どものような大学には三つのどれが向いていますか")
    assert answer.answer.startswith("**結論**\n採算の試算は営利の組織向けで、お立場にはそのまま当てはまりません。当てはまるのは、小さく試して測り")
    assert "- 当てはまらないのは、利益、税、割引率" in answer.answer and answer.verdict.ok and not answer.figures


@pytest.mark.parametrize("text", ["大学と組むなら三つの案のどれがいい?", "病院向けのAIを作る会社です。三つの戦略のどれがいい?", "大学には三つのどの層がある?", "大学は論文の割合でどれくらい?", "大学にGPUがどれだけ足りないか調べた研究はある?", "大学参加率は?", "市場には三つのどれが向く?"])
def test_partners_customers_and_figures_are_no_asker(understand, text):
    assert understand(text).advice[:1] != ("no_firm",)


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("PoCと共同研究の二択なら?", ("小規模プロトタイプ", "共同研究")),
        ("プロトタイプか共有クラウドか、どっちかに絞るなら?", ("小規模プロトタイプ", "共有クラウド")),
        ("クラウドと共同研究だったらどちらを勧める?", ("共有クラウド", "共同研究")),
        ("PoCとクラウド、選ぶならどっち", ("小規模プロトタイプ", "共有クラウド")),
        ("共同研究か試作か、二つに一つなら", ("小規模プロトタイプ", "共同研究")),
        ("二択で、共有クラウドか共同研究", ("共有クラウド", "共同研究")),
    ],
)
def test_one_of_two_ways_is_chosen_among_these(talked, text, plans):
    for before in ((), ("3つの戦略でどれが得?",), ("企業参加率は?",)):
        answer = talked(*before, text)[-1].answer
        told = {name for name in ("小規模プロトタイプ", "共有クラウド", "共同研究") if name in answer.split("**出典**")[0]}
        assert told == set(plans) and "最も高いのは" in answer, before


@pytest.mark.parametrize("text", ["クラウドと共同研究、どちらを先に?", "PoCと共同研究の違いは?", "クラウドと共同研究の論文、どちらかを選ぶなら?", "PoCとクラウドと共同研究のどれかを選ぶなら?"])
def test_an_order_a_difference_works_and_three_are_no_choice_of_two(text):
    assert not either_of(text)
