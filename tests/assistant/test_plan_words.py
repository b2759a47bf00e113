"""What is asked about a calculated plan without changing it: its words, its sources, its tax, its cost, and what is none of its business."""

import pytest

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text
from assistant.understand.plans.plan_asked import Asked, all_ways, asked_of_plan, result_asked

OWN = "投資1,500万円、年間効果350万円、5年、割引率4%で回収できますか"
JOINT = "共同研究の採算は?"


def conclusion(answer):
    return answer.answer.partition("**結論**\n")[2].split("\n")[0]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("IRRというのは取引先にどう説明すればわかりやすいでしょうか。", Asked("meaning", "irr")), ("内部収益率って銀行にはなんて言えば?", Asked("meaning", "irr")), ("NPVとは", Asked("meaning", "npv")), ("回収期間って何", Asked("meaning", "payback")),
        ("損益分岐をかみ砕いて言うと", Asked("meaning", "break_even")), ("期待値は何を表す数字?", Asked("meaning", "expected")), ("P10って何", Asked("meaning", "spread")), ("割引率の意味は", Asked("meaning", "rate")), ("割引回収期間というのは?", Asked("meaning", "payback")),
        ("割引率はなぜ4%?", Asked("basis", "rate")), ("その成功確率の根拠は?", Asked("basis", "chance")), ("その前提の出典は", Asked("basis", "assumptions")), ("根拠は?", Asked("basis", "assumptions")), ("本番化費用の出どころ", Asked("basis", "production")), ("合格率ってどこから来た数字", Asked("basis", "chance")),
        ("税金は考えてる?", Asked("tax", "tax")), ("税引後の数字ですか", Asked("tax", "tax")), ("税は引いてある?", Asked("tax", "tax")), ("節税効果は入ってますか", Asked("tax", "tax")),
        # Results, changes and other business.
        ("IRRは何%?", None), ("回収期間は何年?", None), ("回収期間って何年", None), ("税金を入れたら?", None), ("税率30%だと", None), ("割引率4%だと?", None), ("効果の根拠をどう示せばいい", None), ("なぜマイナスなの", None), ("根拠の論文は?", None), ("NPVはどうなる?", None), ("効果が半分だと?", None),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_plan(text, asked):
    assert asked_of_plan(text) == asked


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("金はどんくらいかかる?", "investment"), ("お金はなんぼ要るんや", "investment"), ("持ち出しは?", "investment"), ("いくら用意すりゃいい", "investment"), ("キャッシュはどれだけ出ていく", "investment"), ("最初にいくら要る", "investment"), ("費用はどんくらい?", "investment"),
        ("結局、効果が年いくらあれば元が取れる?", "break_even_annual_benefit"), ("いくら稼げば元が取れる", "break_even_annual_benefit"), ("効果が最低どのくらい出ればトントン?", "break_even_annual_benefit"), ("効果は年いくらあればいい", "break_even_annual_benefit"),
        ("元は取れる?", None), ("投資はどれくらいで回収できる?", None), ("お金はいくら戻る?", None), ("費用はどれだけ減る?", None), ("コストはどのくらい下がりますか", None), ("いくら儲かる?", None), ("回収に何年かかる", None), ("効果が半分だと?", None),
    ],
)  # fmt: skip
def test_the_result_that_the_form_asks_for(text, result):
    assert result_asked(text) == result


def test_all_ways_are_three():
    assert all(map(all_ways, ("3つのやり方を表で", "三つの方法を並べて", "全部の案を比較表にして"))) and not any(map(all_ways, ("3つの論文を表で", "二つの戦略を比べて", "3つの戦略でどれが得?")))


def test_a_term_is_explained_with_what_it_comes_to(talked):
    _, irr, npv = talked(OWN, "IRRは取引先にどう説明すればわかりやすい?", "NPVって何のこと")
    assert conclusion(irr).startswith("IRRは、この投資を預金に見立てたときの金利です。内部収益率（IRR）は**5.4%**") and "割引率4%を上回る" in irr.answer
    assert [citation.kind for citation in irr.citations] == ["roi", "glossary"] and irr.verdict.ok
    assert "今の価値に直した" in conclusion(npv) and "**58万円**" in conclusion(npv)
    *_, joint = talked(JOINT, "回収期間とは")
    assert "戻るまでの年数" in conclusion(joint) and "共同研究" in conclusion(joint) and joint.verdict.ok


def test_a_question_about_a_rate_changes_no_rate(talked):
    _, asked, later = talked(JOINT, "割引率はなぜ4%?", "効果が半分だと?")
    assert "割引率は8%（出典あり" in conclusion(asked)
    assert later.actions[0]["changes"].keys() == {"annual_benefit"}


def test_where_assumptions_are_from(talked):
    _, asked, tax = talked(JOINT, "その成功確率の根拠は?", "税金は考えてる?")
    held = resolve("joint").assumptions
    assert conclusion(asked) == "出典のある値ではなく、編集者が置いた値（仮置き）です。"
    assert f"G1の合格率は{held['gate1_probability'].display}（仮置き" in asked.answer and asked.verdict.ok
    assert conclusion(tax) == "はい、税引後で計算しています。" and held["tax_rate"].source_title in tax.answer and held["tax_rate"].display in tax.answer
    _, own, own_tax, chance = talked(OWN, "その前提の出典は", "税引前ですか", "成功確率の根拠は")
    assert "ご入力の値" in conclusion(own) and "割引率4%は、ご指定の値です" in own.answer
    assert conclusion(own_tax) == "いいえ、税は考えていません。" and "必ず成功する" in conclusion(chance)


def test_what_the_ways_cost_comes_first(talked):
    _, answer = talked("うちみたいな80人の部品屋は何から始めりゃいいの", "金はどんくらいかかる?")
    plans = ("prototype", "joint", "cloud")
    amounts = [yen_text(evaluate(resolve(plan, {"employees": 80})).results.first_stage_after_tax) for plan in plans]
    line = conclusion(answer)
    assert answer.verdict.ok and [line.index(f"**{amount}**") for amount in amounts] == sorted(line.index(f"**{amount}**") for amount in amounts)


def test_the_effect_that_breaks_even_comes_first(talked):
    _, answer = talked(OWN, "結局、効果が年いくらあれば元が取れる?")
    assert conclusion(answer).startswith("損益分岐は年間効果**337万円**です") and "はい、黒字" not in answer.answer


def test_all_ways_in_a_table_after_one(talked):
    _, answer = talked(JOINT, "3つのやり方を表で")
    assert answer.intent == "roi" and all(f"| {name}【" in answer.answer for name in ("小規模プロトタイプ", "共有クラウド", "共同研究"))


@pytest.mark.parametrize("text", ["競合はいくら投じてる?", "競合他社はAIにどれくらい使ってるの", "同業の会社の投資額は", "トヨタはいくら投資してますか"])
def test_what_others_spend_is_no_question_of_the_plan(talked, text):
    _, answer = talked(OWN, text)
    assert answer.outcome == "not_in_data" and "NPV" not in answer.answer


@pytest.mark.parametrize(("text", "intent"), [("NeurIPSの企業参加率は?", "figure"), ("大学で一番論文が多いのはどこ", "rank"), ("計算資源の格差を論じた論文を教えて", "paper")])
def test_figures_rankings_and_papers_stand_beside_the_plan(talked, text, intent):
    _, answer, back = talked(OWN, text, "効果が半分だと?")
    assert answer.intent == intent and back.intent == "roi" and "721万円のマイナス" in conclusion(back)


def test_a_size_that_was_not_told_decides_nothing(ask):
    told = ask("うちは300人の製造業、何から?").answer
    assert "税では資本金で決まる" in told and "税法上の中小企業者には当たりません" not in told
    assert "補助金でも税でも資本金で変わります" in ask("従業員500人の製造業です。何から始めるべき?").answer
    assert "補助金の中小企業に当たるかは従業員数で変わる" in ask("資本金5億円のメーカーです。何から始めるべき?").answer
    assert "補助金でも税でも中小企業に当たる" in ask("うちは社員80人、資本金5000万円のメーカーです。何から始めるべき?").answer
