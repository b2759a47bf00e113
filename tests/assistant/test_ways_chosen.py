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


@pytest.mark.parametrize("turns", [("3000万円出したら三つのうちどれがええ?",), ("2000万使うとして、三つの案でどれが得?",), ("3000万円あるとしたら3つの道のどれがいちばん儲かりますか",), (COMPARED, "どれがいちばん儲かる?")])
def test_the_one_that_earns_most_comes_first(talked, turns):
    told = conclusion(talked(*turns)[-1])
    assert BEST in told
    assert "赤字" not in told


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
