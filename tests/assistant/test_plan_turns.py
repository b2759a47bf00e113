"""Turns of a talk about plans that ask for yes or no, the cheapest way, all of them side by side, or words and papers for the way chosen."""

import pytest

from assistant.understand.plans.plan_asked import decided

PLAN = "投資3000万、効果は年900万、5年、割引率5%で見てくれ。"
LESS = "効果が600万しか出なかったら?"
A_AND_B = "A案は初期2000万、効果は年600万。B案は初期1800万、効果は年580万。どちらも5年、割引率5%。"


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1].replace("**", "")


@pytest.mark.parametrize("text", ["で、やるのかやらんのか。一言で。", "やるか、やめるか", "GOかNOか", "進めるべきか見送るべきか", "結局やっていいの?", "投資するのかしないのか", "導入するかしないかで言うと?", "承認していい?"])
def test_whether_to_do_it_is_answered_on_the_plan_of_the_talk(talked, text):
    assert head(talked(PLAN, text)[-1]).startswith("はい、この前提なら進めてよい計算です。")
    assert head(talked(PLAN, LESS, text)[-1]).startswith("いいえ、")


@pytest.mark.parametrize("text", ["どうやるのか", "いつやるの", "何をするのか分からない", "やめる権利の価値は"])
def test_other_questions_want_no_decision(text):
    assert not decided(text)


def test_the_words_after_the_decision_carry_the_plan(talked):
    answer = talked(PLAN, "で、やるのかやらんのか。一言で。", "役員会で言えるように、30秒でまとめろ。")[-1].answer
    assert "年間効果900万円なら" in answer and "897万円" in answer


@pytest.mark.parametrize("text", ["逆転する?", "順位は変わる?", "その場合どっちがいい?"])
def test_what_was_supposed_holds_where_the_order_is_asked_for(talked, text):
    answer = talked(A_AND_B, "B案の効果が3割落ちたら?", text)[-1]
    assert "大きいA案です" in head(answer) and "42万円のマイナス" in head(answer)


@pytest.mark.parametrize("text", ["この二つを表にして", "この2つを並べて", "二つの違いを一覧に", "両方の比較表を"])
def test_two_plans_of_a_talk_in_a_table(talked, text):
    answer = talked(A_AND_B, text)[-1].answer
    assert "| A案" in answer and "| B案" in answer


@pytest.mark.parametrize("text", ["この三つを表に", "この3つを比べて", "その三つを一覧で"])
def test_the_three_ways_of_a_talk_in_a_table(talked, text):
    answer = talked("三つの戦略を比べて", text)[-1].answer
    assert all(f"| {name}" in answer for name in ("共同研究", "小規模プロトタイプ", "共有クラウド"))


@pytest.mark.parametrize("text", ["ほな、うちはどないしたらええの。三つあるうちでいちばん金かからんやつ教えて", "結局うちはどうしたらいい?一番安く済むのはどれ?", "三つのうち一番お金がかからないのはどれですか", "何から始めればいい?なるべく費用が少ないのはどれ?"])
def test_the_cheapest_way_is_named(ask, text):
    assert head(ask(text)).startswith("いちばん費用がかからないのは小規模プロトタイプ")


@pytest.mark.parametrize("text", ["一番安いGPUはどれ?", "学習費用が一番少ないモデルはどれ?", "三つの会議で企業の割合が一番低いのはどれ?", "うちはどうしたらいいですか"])
def test_the_cheapest_of_something_else_is_no_way(ask, text):
    assert "いちばん費用がかからないのは" not in ask(text).answer


@pytest.mark.parametrize("text", ["社長に「自社でGPU買えばいいだろ」って言われたら、どう返せばいいですか", "「サーバーを買ったほうが早い」と言われたら?", "部長に「うちで機械を持てばいい」と言われたらどう答える?", "「GPUくらい自前で買え」と突っ込まれたら"])
def test_a_reply_on_buying_machines_holds_our_calculation(ask, text):
    answer = ask(text)
    assert "損益分岐は年600時間です" in answer.answer and "買うかどうかを決めます" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("text", ["「大学と共同研究すればタダで済むのでは」と言われたら?", "専務に「共同研究ならお金かからんやろ」と突っ込まれたらどう返す?", "「産学連携なら無料でできるんじゃないか」と聞かれたら?"])
def test_a_reply_on_what_is_thought_free(ask, text):
    assert "無料では済みません。共同研究で最初の判断までに出ていくのは税引後で509万円" in ask(text).answer


def test_a_way_thought_free_is_denied_with_its_cost(ask):
    assert head(ask("大学と共同研究すればタダで済むのでは?")).startswith("いいえ、無料では済みません。")


@pytest.mark.parametrize("text", ["じゃあうちは共有クラウドがいいって提案したいんですけど、弱点は何ですか?", "共同研究で進めたいのですが、リスクは?", "試作を提案しようと思います。弱点を教えて"])
def test_the_weak_side_of_a_way_that_is_proposed(talked, text):
    answer = talked("2021年の企業の割合は?", text)[-1]
    assert answer.intent == "strategy" and answer.question == text and "427,014" not in answer.answer


def test_a_document_of_the_way_chosen_earlier(talked):
    answer = talked("じゃあうちは共有クラウドがいいって提案したいんですけど、弱点は何ですか?", "社長に「自社でGPU買えばいいだろ」って言われたら、どう返せばいいですか", "ここまでの内容で取締役会用のパワポを作ってください。")[-1]
    assert head(answer).startswith("共有クラウドの説明資料（PowerPoint）")


@pytest.mark.parametrize("text", ["それが入るのは1年後だとすると?", "ただ、入金は翌年度なんです", "でもそのお金が振り込まれるのは1年後", "それは後払いで入るんだけど"])
def test_what_points_at_the_subsidy_tells_when_it_comes_in(talked, text):
    answer = talked("投資3000万円、年間効果800万円、5年。補助金1000万円が出る。", text)[-1]
    assert "補助金1,000万円は1年目に入るもの" in head(answer)


@pytest.mark.parametrize("text", ["効果が入るのは1年後だとすると?", "それは1年後に見直す?"])
def test_what_points_at_something_else_is_no_subsidy(talked, text):
    assert "1年目に入るもの" not in talked("投資3000万円、年間効果800万円、5年。補助金1000万円が出る。", text)[-1].answer


def test_buying_or_renting_in_a_word(talked):
    answer = talked("GPUを3000万で買うのと借りるのと、どっちが得?", "で、買うのか借りるのか、一言で")[-1]
    assert answer.intent == "roi" and "借りる" in head(answer) and "|" not in answer.answer
