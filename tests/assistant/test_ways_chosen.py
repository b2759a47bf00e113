"""Which of the ways to drop, to begin with, to call safer, and which earns most with what may be spent."""

import pytest

COMPARED = "三つの戦略を比べて"
DROPPED = "外すなら、年あたりに直した期待値が最も低い**共有クラウド**です（295万円のマイナス）"
SAFEST = "最悪でも損が最も小さいのは共同研究で、その損失は税引後で**1,114万円**です"
BEST = "年あたりに直した期待値が最も高いのは共同研究で、期待値は**452万円のプラス**"


def conclusion(answer):
    return answer.answer.split("**要点**")[0]


@pytest.mark.parametrize("turns", [(COMPARED, "どれか1つやめるならどれ"), (COMPARED, "じゃあ捨てるならどれ?"), (COMPARED, "結局、見送るべきはどれや"), ("どれか1つやめるとしたらどの案",), ("クラウドと共同研究だったら捨てるのはどっち",)])
def test_the_way_to_drop_is_the_one_worth_least(talked, turns):
    assert DROPPED in conclusion(talked(*turns)[-1])


@pytest.mark.parametrize(
    ("asked", "beside"),
    [
        ("冷凍食品の需要予測、小さく試すのと共有クラウド借りるのと、どっちから始めるのがよい?", "共有クラウドが822万円"),
        ("共同研究とプロトタイプ、どちらから始めるべき?", "共同研究が509万円"),
        ("共同研究とクラウドとプロトタイプ、どれを先にやるべき?", "共同研究が509万円【2】、共有クラウドが822万円【3】です。"),
    ],
)
def test_the_way_to_begin_with_is_the_one_that_spends_least_first(ask, asked, beside):
    told = conclusion(ask(asked))
    assert "先に始めるなら、最初の判断までの支出が税引後で**308万円**と小さい小規模プロトタイプです" in told
    assert beside in told


@pytest.mark.parametrize("turns", [(COMPARED, "小規模プロトタイプの方が安全では?"), ("小規模プロトタイプのほうが安全なんじゃないの?",), ("試作のほうが堅いやろ?",), ("小規模プロトタイプより共同研究のほうがリスクは低いですか",)])
def test_what_is_safer_is_told_by_the_loss_and_by_what_is_spent_first(talked, turns):
    told = conclusion(talked(*turns)[-1])
    assert SAFEST in told
    assert "いちばん費用がかからないのは小規模プロトタイプで、最初の判断までの支出は税引後で308万円です" in told


@pytest.mark.parametrize("turns", [("2000万使うとして、三つの案でどれが得?",), ("3000万円あるとしたら3つの道のどれがいちばん儲かりますか",), (COMPARED, "どれがいちばん儲かる?")])
def test_the_one_that_earns_most_comes_first(talked, turns):
    told = conclusion(talked(*turns)[-1])
    assert BEST in told
    assert "赤字" not in told


def test_a_sum_beside_three_ways_is_what_may_be_spent(ask):
    told = conclusion(ask("3000万円出したら三つのうちどれがええ?"))
    assert "小規模プロトタイプなら、予算3,000万円で最初の判断までの費用450万円を賄えます" in told and "最初の一歩は" in told


def test_of_each_whether_it_earns(ask):
    assert "小規模プロトタイプは赤字" in conclusion(ask("三つの案はどれも儲かるの?"))


def test_a_sum_does_not_change_the_order(talked):
    told = conclusion(talked(COMPARED, "1億やったら順番変わる?")[-1])
    assert "順位は変わりません。年あたりに直した期待値は、前と同じく共同研究、小規模プロトタイプ、共有クラウドの順です。" in told


@pytest.mark.parametrize("asked", ["論文を一つやめるならどれ?", "企業参加率が一番低い会議を外すならどれ", "A案は3000万で年800万、B案は5000万で年1200万、5年。捨てるならどっち?"])
def test_of_other_things_no_way_is_dropped(ask, asked):
    assert "外すなら" not in ask(asked).answer


@pytest.mark.parametrize("asked", ["手元に3000万ある。プロトに1000万、クラウドに2000万で分けたら5年でどうなる?", "試作に1000万、共有クラウドに2000万と振り分けたらどうなる?"])
def test_a_sum_that_is_divided_is_told_as_one(ask, asked):
    assert "2案を合わせた期待値は**1,399万円のマイナス**" in conclusion(ask(asked))


def test_of_a_sum_that_is_divided_the_better_half(ask):
    assert "合わせた" not in conclusion(ask("試作に1000万、共同研究に2000万と振り分けたらどっちが得?"))


def test_a_yearly_budget_doubled_is_a_yearly_budget(talked):
    told = conclusion(talked("年800万円しか出せない。何から始める?", "ほな倍の1600万出したらどない変わる?")[-1])
    assert "年1,600万円の予算にどの年も収まるのは、小規模プロトタイプです" in told and "読み取れなかった" not in told


def test_an_outlay_doubled_is_an_outlay(talked):
    assert "**806万円のマイナス**" in conclusion(talked("投資2000万円、毎年800万円の効果、5年で計算して", "投資が倍の4000万になったら?")[-1])


def test_a_way_in_hiragana_is_read(ask):
    assert SAFEST in conclusion(ask("小規模ぷろとたいぷの方が安全ということはないですかね"))


SPLIT = "共有クラウドに5000万円、共同研究に3000万円を配分した場合の計画を作ってください。"
HALVED = "2案を合わせた期待値は**1,242万円のマイナス**"


@pytest.mark.parametrize("asked", ["先ほどの計画で、共有クラウドを半分に減らすとどうなりますか。", "クラウドを2500万円にしたら?", "共有クラウドを5割減らすと?"])
def test_one_of_the_amounts_is_changed(ask, talked, asked):
    assert HALVED in conclusion(talked(SPLIT, asked)[-1])
    assert HALVED in conclusion(ask("共有クラウドに2500万円、共同研究に3000万円を配分した場合の計画を作ってください。"))


def test_one_way_alone_is_still_asked_of(talked):
    assert "共同研究の期待値" in conclusion(talked(SPLIT, "共同研究だけだと?")[-1])


def test_the_better_of_them_and_the_one_to_drop_go_by_their_own_amounts(talked):
    *_, better, drop = talked(SPLIT, "どちらの計画がよろしいでしょうか。", "どれか1つやめるなら?どれ")
    assert "年あたりに直した期待値が最も高いのは共同研究で、期待値は**57万円のマイナス**" in conclusion(better)
    assert "外すなら、年あたりに直した期待値が最も低い**共有クラウド**です（2,897万円のマイナス）" in conclusion(drop)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("投資2000万円、毎年800万円の効果、5年で計算して", "うまくいかんかった場合は?"), "失敗して効果がまったく出ないときの損失は**2,000万円**"),
        (("三つの戦略を比べて", "うまくいかんかった場合は?"), "最悪の損失は税引後で**2,900万円**"),
        (("投資2000万円、毎年800万円の効果、5年で計算して", "一番弱いところは?"), "年間効果が期待値を最も左右し"),
        (("三つの戦略を比べて", "一番弱いところを突かれるとしたらどこ?"), "期待値を最も左右し"),
        (("小規模プロトタイプのROIは?", "え、ほんと?根拠は"), "出典のある値と、編集者の仮置きが混ざっています"),
        (("小規模プロトタイプのROIは?", "ほんとに?どうやって計算したの"), "出典のある値と、編集者の仮置きが混ざっています"),
        (("三つの戦略を比べて", "嘘でしょ。証拠は?"), "出典のある値と、編集者の仮置きが混ざっています"),
    ],
)
def test_short_doubts_after_sums_are_answered_from_them(talked, turns, told):
    assert told in conclusion(talked(*turns)[-1])


def test_doubts_after_figures_ask_for_the_source(talked):
    assert "csmetrics.net" in talked("会社の上位5社", "ほんまかいな。どっから取ってきた数字や")[-1].answer
    assert "csmetrics.net" in talked("2019年の企業参加率は?", "え、ほんと?根拠は")[-1].answer


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("投資委員会向けの稟議書のたたき台をお願いします。予算は5,000万円、期間3年", "一番弱いところを突かれるとしたらどこ?"), "期待値を最も左右し"),
        (("共同研究の稟議書を作って", "うまくいかなかったら?"), "損失は税引後で**509万円**"),
        (("共同研究の稟議書を作って", "いつ回収できる?"), "共同研究がすべて成功した場合、回収は着手から**4年**"),
        (("稟議書のひな形をください", "NPVは?"), "小規模プロトタイプの期待値"),
    ],
)
def test_after_a_form_its_plan_is_asked_of(talked, turns, told):
    assert told in talked(*turns)[-1].answer.split("**主な前提**")[0]


@pytest.mark.parametrize("turns", [("会社の上位5社", "その表をスライドに"), ("スタンフォードとMITと東大ならべて", "表をそのままスライドにしたい。1枚で"), ("会社の上位5社", "この表をエクセルで")])
def test_a_table_of_figures_is_saved_as_it_stands(talked, turns):
    answer = talked(*turns)[-1]
    assert answer.intent == "document" and answer.answer.startswith("直前の回答は、下のボタンから")


@pytest.mark.parametrize("turns", [("GPT-3の学習費用はいくらだ", "それ、円で"), ("NAIRRって何?", "予算はいくら", "円にすると?")])
def test_dollars_are_not_turned_into_yen(talked, turns):
    assert "為替の率は、手元の資料にありません" in talked(*turns)[-1].answer


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("うちが2000万出すとしたら三つのうちどれがええ？", "ほな半分の1000万やったらどないなる？"), "予算1,000万円で最初の判断までの費用450万円を賄えます"),
        (("3000万円出したら三つのうちどれがええ?", "ほな半分の1500万やったら?"), "予算1,500万円で最初の判断までの費用450万円を賄えます"),
        (("3000万円出したら三つのうちどれがええ?", "ほな半分の1500万やったら?", "どれか1つやめるならどれ"), DROPPED),
        (("予算500万しかないんだけど、何から始めるのがいい?", "1000万なら?"), "予算1,000万円で最初の判断までの費用450万円を賄えます"),
        (("当行で5千万円の予算を組みまして、どの方法がよろしいでしょうな。", "割引率を5%にするとどうなりますか。"), "予算5,000万円で最初の判断までの費用450万円を賄えます"),
        (("予算500万しかないんだけど、何から始めるのがいい?", "初期投資1000万円、年間効果400万円、5年で計算して"), "正味現在価値（NPV）は**597万円**"),
    ],
)
def test_what_is_changed_after_a_sum_for_ways_is_of_the_ways(talked, turns, told):
    assert told in conclusion(talked(*turns)[-1])
