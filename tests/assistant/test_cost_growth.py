"""How fast the cost of training grows, why, and how far an estimate may be trusted; who says what was told; why our figures end where they do."""

import pytest

COST = "GPT-4って学習にいくらかかったの?"
PACE = "AIの研究開発費用はどれくらい上がっている?"


@pytest.mark.parametrize("first", [COST, PACE])
@pytest.mark.parametrize("asked", ["毎年何倍?", "ペースは?", "じゃあ学習コストって毎年どれくらいのペースで上がってんの?", "年に何倍になってるんですか"])
def test_the_pace_of_the_cost_of_training(talked, first, asked):
    answer = talked(first, asked)[-1].answer
    assert "毎年2.4倍" in answer.split("\n")[1] and "企業参加率" not in answer


@pytest.mark.parametrize("asked", ["なぜそんなに上がる?", "その理由は?", "何にお金がかかるの?", "なんでこんなに高くなってるんですか"])
def test_why_the_cost_of_training_grows(talked, asked):
    answer = talked(COST, "毎年何倍?", asked)[-1].answer
    assert "上がる理由を確かめた資料は手元にありません" in answer.split("\n")[1] and "企業参加率" not in answer


@pytest.mark.parametrize("asked", ["それホントに信用できる数字?誰が出してんの?", "その数字、信頼できる?", "それ本当?", "会社が公表した額ですか"])
def test_how_far_an_estimate_may_be_trusted(talked, asked):
    answer = talked(COST, asked)[-1].answer
    assert "推計で、会社が公表した額ではありません" in answer.split("\n")[1] and "427,014本" not in answer


@pytest.mark.parametrize("asked", ["誰の調べ?", "誰がそう言ってる", "どこが出してるの?", "それって誰の説ですか", "だれが調べた数字なの", "どこの調査?"])
def test_who_says_what_was_told(talked, asked):
    answer = talked("NAIRRって何?", asked)[-1].answer
    assert answer.split("\n")[1].startswith("もとにしたのは") and "NAIRR最終報告（2023）" in answer


@pytest.mark.parametrize("asked", ["誰が調べたの?", "誰の調べ?", "どこの数字?"])
def test_who_counted_our_figures(talked, asked):
    assert "csmetrics.net" in talked("AI会議の企業の割合は?", asked)[-1].answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["どこの大学が多い?", "誰と組むべき?", "毎年何倍?", "なぜ?"])
def test_what_asks_for_no_source_after_figures(talk, asked):
    question = talk("AI会議の企業の割合は?", asked)
    assert question.style != "sources" and not {"cost_growth", "cost_parts"} & set(question.inherited) and question.intent != "limits"


@pytest.mark.parametrize("asked", ["なぜ2021年までなのですか", "データはなぜ2021年で終わっているの?", "2022年以降が入っていないのはなぜ", "どうして最新のデータがないのですか"])
def test_why_our_figures_end(ask, asked):
    assert ask(asked).answer.split("\n")[1].startswith("2022年以降は、主要な会議のデータが欠けているためです")


@pytest.mark.parametrize("asked", ["なぜ2021年まで企業の割合は増えたの?", "2021年で企業の割合が高いのはなぜ", "なぜ2012年から差がついたの?", "データはいつまで?"])
def test_what_asks_for_no_end(understand, asked):
    question = understand(asked)
    assert question.intent != "limits" or "なぜ" not in asked


def test_a_paper_that_was_not_listed_is_said_first(talked):
    answer = talked("Ahmed と Wahed の論文の主張は?", "二つ目の論文についてもう少し")[-1].answer
    assert "2本目はありません" in answer.split("\n")[1] and "存在感を高めました" in answer
