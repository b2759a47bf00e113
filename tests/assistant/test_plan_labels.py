"""Plans told apart by labels: each question is answered on the plan that it names, and all of them are held to the same measures."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.plan_labels import plans_of

TWO = "案を二つ比べたいです。A案は投資3億円、年間効果1億4千万円。B案は投資1億2千万円、年間効果6千万円。期間3年、割引率5%でお願いします。"


def npv(initial, benefits, rate):
    return -initial + sum(benefit / (1 + rate) ** year for year, benefit in enumerate(benefits, 1))


def even(initial, years, rate):
    return initial / sum((1 + rate) ** -year for year in range(1, years + 1))


def first(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1].replace("**", "")


A, B = npv(3e8, [1.4e8] * 3, 0.05), npv(1.2e8, [6e7] * 3, 0.05)
EVEN_A, EVEN_B = even(3e8, 3, 0.05), even(1.2e8, 3, 0.05)
LABELLED = [
    (TWO, "A案", "B案"),
    ("プランA:投資3億円、年間効果1億4千万円。プランB:投資1億2千万円、年間効果6千万円。期間3年、割引率5%", "プランA", "プランB"),
    ("案1は投資3億円で年間効果1億4千万円、案2は投資1億2千万円で年間効果6千万円、期間3年、割引率5%", "案1", "案2"),
    ("一つ目は投資3億円、年間効果1億4千万円。二つ目は投資1億2千万円、年間効果6千万円。どちらも期間3年、割引率5%です", "一つ目", "二つ目"),
    ("期間3年、割引率5%で、甲案は投資3億円、年間効果1億4千万円、乙案は投資1億2千万円、年間効果6千万円", "甲案", "乙案"),
    ("パターンAが投資3億円・年間効果1億4千万円、パターンBが投資1億2千万円・年間効果6千万円。3年、割引率5%", "パターンA", "パターンB"),
    ("Aは投資3億円、年間効果1億4千万円。Bは投資1億2千万円、年間効果6千万円。期間3年、割引率5%", "A", "B"),
    ("第一案は投資3億円、年間効果1億4千万円。第二案は投資1億2千万円、年間効果6千万円。期間3年、割引率5%", "第一案", "第二案"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "one", "two"), LABELLED)
def test_two_plans_of_one_message_are_compared_and_each_keeps_its_own_numbers(talked, told, one, two):
    compared, of_two, of_one = talked(told, f"{two}の損益分岐は?", f"{one}のほうの損益分岐はいくら?")
    assert first(compared).startswith(f"一つ選ぶなら、NPV（正味現在価値）の大きい{one}です") and f"{one}のNPVは{yen_text(A)}【1】、{two}のNPVは{yen_text(B)}【2】" in first(compared)
    assert first(of_two).startswith(f"{two}の損益分岐は年間効果{yen_text(EVEN_B)}です") and yen_text(EVEN_A) not in of_two.answer
    assert first(of_one).startswith(f"{one}の損益分岐は年間効果{yen_text(EVEN_A)}です") and yen_text(EVEN_B) not in of_one.answer


def test_plans_of_two_messages_are_compared_once_both_are_told(talked):
    _, compared, other, same = talked("A案は投資3億円、年間効果1億4千万円、3年、割引率5%", "B案は投資1億2千万円、年間効果6千万円、3年、割引率5%", "A案の損益分岐は?", "B案だと?")
    assert f"A案のNPVは{yen_text(A)}【1】、B案のNPVは{yen_text(B)}【2】" in first(compared)
    assert first(other).startswith(f"A案の損益分岐は年間効果{yen_text(EVEN_A)}") and first(same).startswith(f"B案の損益分岐は年間効果{yen_text(EVEN_B)}")


@pytest.mark.parametrize("text", ["C案の損益分岐は?", "C案のNPVはいくらですか", "C案だと?", "三つ目の回収期間は?"])
def test_a_plan_never_told_is_said_so_and_no_other_plans_figure_is_told(talked, text):
    answer = talked(TWO, text)[-1].answer
    assert "まだ伺っていません" in answer and "これまでに伺ったのはA案とB案です" in answer and yen_text(A) not in answer and yen_text(B) not in answer


def test_only_one_plan_told_answers_for_no_other(talked):
    answer = talked("A案は投資3億円、年間効果1億4千万円、3年、割引率5%", "B案の損益分岐は?")[-1].answer
    assert "B案の数字は、まだ伺っていません" in answer and yen_text(EVEN_A) not in answer


@pytest.mark.parametrize("text", ["結局どちらを推すべきでしょう。理由も添えてください。", "どっちがいい?", "推すならどちらですか", "結局どっちを選ぶべき?", "A案とB案、どちらが有利ですか", "両案を比べてください", "それぞれのNPVは?", "どちらを選べばいいでしょうか"])
def test_a_choice_between_the_plans_is_told_with_its_reasons(talked, text):
    answer = talked(TWO, "A案の効果が初年度だけ半分になるとしたら", text)[-1]
    assert f"大きいA案です【1】。A案のNPVは{yen_text(A)}【1】、B案のNPVは{yen_text(B)}【2】です。先ほどの仮の変更は入れていません。" in first(answer)
    assert "B案の内部収益率（IRR）は23.4%【2】、A案の内部収益率（IRR）は18.9%【1】" in answer.answer
    assert abs(npv(1.2e8, [6e7] * 3, 0.234)) < 1e5 and abs(npv(3e8, [1.4e8] * 3, 0.189)) < 3e5


@pytest.mark.parametrize("text", ["A案の効果が初年度だけ半分になるとしたらどうなりますか。", "A案で初年度だけ効果が半分だったら", "A案の効果が1年目だけ5割なら", "A案は最初の年だけ効果が50%だと?", "A案の効果が初年度のみ半分だとすると", "A案の1年目の効果が半分しか出なかったら", "A案で効果が最初の1年だけ半分なら", "A案の初年度だけ効果が5割減ったら"])
def test_the_first_year_alone_is_changed(talked, text):
    value = npv(3e8, [7e7, 1.4e8, 1.4e8], 0.05)
    answer = first(talked(TWO, text)[-1])
    assert answer.startswith("A案は、この前提なら3年のうちに元が取れ") and f"は{yen_text(value)}です" in answer


@pytest.mark.parametrize("text", ["A案の効果が2年目だけ半分になったら", "A案で2年目だけ効果が3割減ったら", "A案の効果が3年目のみ半分なら"])
def test_a_later_year_alone_is_refused(talked, text):
    answer = talked(TWO, text)[-1].answer
    assert "一つの年だけが変わる計算は、まだできません" in answer and "万円" not in answer


def test_a_document_names_its_plan_and_the_one_left_out(talked):
    both, named = talked(TWO, "ここまでの内容をWordの提案書にまとめていただけますか。", "B案の稟議書も作って")[1:]
    assert "A案の稟議書" in first(both) and "B案も、同じ文書を隣のボタンから保存できます" in first(both) and "NPVの大きいA案で用意しました" in first(both)
    assert "B案の稟議書" in first(named) and named.actions[0]["changes"]["initial_investment"] == 1.2e8


def test_plans_on_other_terms_are_not_called_like_for_like(talked):
    answer = first(talked(TWO, "B案の割引率を10%にして", "どちらが有利ですか")[-1])
    assert "NPVは同じ条件の比較ではありません" in answer and yen_text(npv(1.2e8, [6e7] * 3, 0.10)) in answer


@pytest.mark.parametrize("text", ["補助金で半分出たらさっきの800万の話はどう変わる", "最初の800万の投資に補助金が半分出たら?", "さっきの800万円の件、補助金が5割出たら?", "先ほどの800万円の計画に補助金が半分つくと?"])
def test_an_amount_points_at_the_plan_that_has_it(talked, text):
    answer = talked("仮に800万入れて、年300万浮くとする。何年で元が取れる?", "効果が半分しか出なかったら?", "GPUは買うのと借りるの、どっちが得なんだ", text)[-1]
    assert f"は{yen_text(npv(4e6, [3e6] * 5, 0.08))}です" in first(answer) and "GPU" not in answer.answer


@pytest.mark.parametrize("text", ["3億円の投資で年間効果1億円なら?", "提案Bの書き方は", "AIの論文は何本?", "2案を考えています", "A社は投資3億円、年間効果1億円"])
def test_no_label_is_found_where_none_is(text):
    assert plans_of(text) is None


def test_the_whole_of_a_plan_is_still_changed():
    assert read_investment("効果が半分だったら").factors == (("benefit", 0.5),) and read_investment("費用が2割増えたら").factors[0][0] != "benefit"


@pytest.mark.parametrize(("between", "text"), [("GoogleとMicrosoftの論文の割合を比べて", "どちらが高いですか"), ("AI会議の企業参加率は?", "2012年とどちらが高い?"), ("GPUは買うのと借りるの、どっちが得なんだ", "AI会議の企業参加率は?"), ("スケーリング則とは何ですか", "それはどの論文?")])
def test_what_is_asked_of_other_things_since_is_not_taken_for_the_plans(talked, between, text):
    answer = talked(TWO, between, text)[-1]
    assert answer.intent not in ("roi", "document") and "A案" not in answer.answer


def test_words_for_the_board_open_with_the_plans(talked):
    answer = talked(TWO, "明日の役員会で言う。30秒で話せるようにしてくれ")[-1]
    spoken = next(line for line in answer.answer.split("\n") if line.startswith("> "))
    assert spoken.startswith("> AIへの取り組みについて、ご提案申し上げます。一つ選ぶなら、NPV（正味現在価値）の大きいA案です") and "担い手" not in spoken and answer.verdict.ok
