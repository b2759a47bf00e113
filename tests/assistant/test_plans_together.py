"""Several strategies at once: an amount told of each, all done together, their worst end, and one of them pointed at by its place."""

import pytest

from analytics.roi import compare, evaluate, resolve
from analytics.roi.amounts import yen_text
from analytics.roi.losses import losses
from assistant.roi.mapped import changes
from assistant.roi.wording import said
from assistant.understand.plans.each_plan import amounts_of, together, unitless
from assistant.understand.plans.investment import Investment
from assistant.understand.plans.investment_told import Amount

ALLOTTED = "予算1億 試作2000万 クラウド3000万 共同研究5000万で組んだら合計のROIいくつ"
OWN = {"prototype": 20e6, "cloud": 30e6, "joint": 50e6}


def conclusion(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n\n")[0]


def evaluations(amounts=None, plans=("prototype", "cloud", "joint"), **terms):
    own = {f"{plan}.{key}": value for plan, amount in (amounts or {}).items() for key, value in changes(plan, Investment(initial=Amount(amount))).items()}
    return compare(terms | own, plans).evaluations


def whole(found):
    return said(sum(each.results.ev_gates for each in found))


def worst(found):
    return yen_text(sum(max(lost.first_gate, lost.last_gate, lost.unrealised) for lost in map(losses, found)))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (ALLOTTED, OWN), ("試作に300万、残り700万を共同研究に回すと合計は?", {"prototype": 3e6, "joint": 7e6}), ("2000万を試作に、3000万をクラウドに入れたら合計のNPVは?", {"prototype": 20e6, "cloud": 30e6}),
        ("プロトタイプへ1000万円、産学連携へ3000万円を配分した場合の合計の期待値をお示しください", {"prototype": 10e6, "joint": 30e6}), ("クラウド500万円/共同研究2,000万円の予算配分で、全体のNPVとROIを", {"cloud": 5e6, "joint": 20e6}),
        ("小さく試すのに400万、大学と組むのに900万やったらトータルなんぼ", {"prototype": 4e6, "joint": 9e6}), ("共有クラウドは1,200万円、プロトタイプは600万円。合わせるとどうなりますか", {"cloud": 12e6, "prototype": 6e6}),
    ],
)  # fmt: skip
def test_an_amount_of_each_plan_is_its_own_and_the_sums_come_first(ask, text, amounts):
    found = evaluations(amounts, tuple(amounts))
    answer = ask(text)
    assert f"{len(amounts)}案を合わせた期待値は**{whole(found)}**" in conclusion(answer) and "何の数字か読み取れなかった" not in answer.answer
    rows = [row for each in found for row in each.cash_flows]
    returned = 100 * sum(row.net for row in rows) / sum(row.operating_cost + row.stage_cost + row.investment for row in rows)
    assert f"ROIは{returned:.1f}".removesuffix(".0") in conclusion(answer)


def test_a_budget_is_held_against_all_of_them(ask):
    assert "合わせて1億円で、予算に収まります" in conclusion(ask(ALLOTTED)) and "予算を超えます" in conclusion(ask(ALLOTTED.replace("1億", "8000万")))


@pytest.mark.parametrize("text", ["最悪のケースだといくら損する?", "全部こけたら損はいくら", "一番損が大きいのはどれ", "失敗したときの損失の合計は"])
def test_the_worst_end_is_of_all_plans_and_in_total(talked, text):
    answer = talked(ALLOTTED, text)[-1]
    found = evaluations(OWN)
    assert f"合わせて**{worst(found)}**" in conclusion(answer) and all(name in answer.answer for name in ("小規模プロトタイプ", "共有クラウド", "共同研究"))


def test_the_worst_end_of_a_comparison_is_of_all_plans(talked):
    answer = talked("3つの選択肢のROIとNPVを表で並べて", "最悪いくら損する?")[-1]
    assert f"合わせて**{worst(evaluations())}**" in conclusion(answer) and "共有クラウドで、最悪の損失は税引後で**2,900万円**" in conclusion(answer)


def test_what_all_stand_on_is_told_with_the_own_amounts(talked):
    told, answer = talked(ALLOTTED, "前提の数字はどこからもってきたの?")
    assert "仮置き" in conclusion(answer) and "共有クラウドの3,000万円" in conclusion(answer) and conclusion(answer) != conclusion(told)


@pytest.mark.parametrize(
    ("texts", "plans"),
    [
        (("小規模プロトタイプの採算は?", "共同研究は?", "両方やったら?"), ("prototype", "joint")), (("試作とクラウド、どっちがいい?", "両方やったらいくら?"), ("prototype", "cloud")), (("共同研究の採算は?", "プロトタイプも足したら?"), ("joint", "prototype")),
        (("3つの戦略、どれが得?", "全部やったら?"), ("prototype", "cloud", "joint")), (("小さく試すのとクラウド借りるの、いっぺんにやったらどないなる",), ("prototype", "cloud")), (("試作と共同研究、同時並行で進めたらいくら要る?",), ("prototype", "joint")),
        (("三つとも着手した場合の期待値の合計は",), ("prototype", "cloud", "joint")), (("クラウドと共同研究を並行して進めた場合のNPVは",), ("cloud", "joint")),
    ],
)  # fmt: skip
def test_plans_done_together_are_added_up(talked, texts, plans):
    assert f"{len(plans)}案を合わせた期待値は**{whole(evaluations(plans=plans))}**" in conclusion(talked(*texts)[-1])


def test_what_they_take_together_comes_first_where_it_is_asked_for(ask):
    found = evaluations(plans=("prototype", "joint"))
    assert f"**{yen_text(sum(row.stage_cost for each in found for row in each.cash_flows))}**" in conclusion(ask("試作と共同研究、同時並行で進めたらいくら要る?")).split("。")[0]


@pytest.mark.parametrize("text", ["大手テックと大学、両方合わせて何割?", "グーグルとマイクロソフト合わせて何本?", "企業と大学の両方が関わる論文は", "全部で何本の論文?", "初期投資500万、年間効果200万で合計いくら?", "トータルで見てどれがいい?"])
def test_sums_of_papers_and_of_one_plan_are_none_of_it(text):
    assert not (together(text) and amounts_of(text))
    assert not together(text) or "初期投資" in text


def test_amounts_without_their_unit_are_asked_back(ask):
    assert unitless("試作1000 クラウド2000 共同研究3000で合計ROI") and "単位がありません" in ask("試作1000 クラウド2000 共同研究3000で合計ROI").answer
    assert not unitless(ALLOTTED) and not unitless("3つの戦略を2012年と2020年で")


def test_the_rate_changes_all_of_them(talked):
    assert f"**{whole(evaluations(OWN, discount_rate=5.0))}**" in conclusion(talked(ALLOTTED, "割引率5%だと?")[-1])


@pytest.mark.parametrize(
    ("texts", "plan"),
    [
        (("3つの選択肢のROIとNPVを表で並べて", "2つ目を予算2億円、期間3年でやったらNPVはいくら?"), "共有クラウド"), (("3つの戦略、どれが得?", "2つ目の中身を詳しく"), "小規模プロトタイプ"), (("3つの戦略、どれが得?", "2つ目の中身を詳しく", "1つ目は?"), "共同研究"),
        (("3つの案、どれが一番早う元取れる?", "2番目のやつで2000万かけたら?"), "共同研究"),
    ],
)  # fmt: skip
def test_a_plan_pointed_at_by_its_place_is_the_one_shown_there(talked, texts, plan):
    assert f"{plan}の期待値" in conclusion(talked(*texts)[-1])


def test_a_document_of_it_too(talked):
    assert conclusion(talked("3つの選択肢のROIとNPVを表で並べて", "2つ目で稟議書を作って")[-1]).startswith("**結論**\n共有クラウドの稟議書")


def test_more_money_after_the_ways_were_compared_is_a_budget_of_them(talked):
    answer = talked("うちが500万円だけ出すとしたら、3つのやり方のうちどれがええの?", "1000万やったらどない変わる?")[-1]
    assert "予算1,000万円で最初の判断までの費用450万円を賄えます" in conclusion(answer) and "共有クラウド" in answer.answer


def test_why_one_of_the_ways_was_picked(talked):
    answer = talked("3つのやり方のうちどれがええの?", "なんでそれなん?")[-1]
    assert "失敗しても損が小さく" in conclusion(answer) and "企業参加率" not in answer.answer
    assert evaluate(resolve("prototype", {})).results.first_stage_after_tax < evaluate(resolve("joint", {})).results.first_stage_after_tax


def test_what_matters_most_is_told_under_the_name_of_each_plan(talked):
    answer = talked("3つの戦略、どれが得?", "一番効いている前提はどれですか")[-1]
    assert all(f"{name}では、年間効果" in answer.answer for name in ("小規模プロトタイプ", "共有クラウド", "共同研究"))


@pytest.mark.parametrize("text", ["この中で一番リスクが低いのは?", "損が一番少ないのはどれ?", "いちばん無難なのは"])
def test_the_plan_that_loses_least_is_named(talked, text):
    assert "最悪でも損が最も小さいのは共同研究で、その損失は税引後で**1,114万円**" in conclusion(talked("3つの選択肢のROIとNPVを表で並べて", text)[-1])


@pytest.mark.parametrize("texts", [("クラウド月50万を2年借りて年700万の効果、大学との共同研究年900万で3年・年1,500万の効果。どっちが得ですか",), ("試作に300万で効果は年200万、クラウドに800万で効果は年900万。どちらがいい?", "両方やった場合は?")])
def test_effects_of_their_own_are_asked_for_under_labels(talked, texts):
    assert "A案・B案に分けて" in talked(*texts)[-1].answer


@pytest.mark.parametrize("text", ["3案を表で", "3つの選択肢の一覧表を見せて", "三案の比較表をください"])
def test_a_bare_table_of_the_plans_is_the_comparison(ask, text):
    assert ask(text).intent == "roi" and "| 共同研究" in ask(text).answer


@pytest.mark.parametrize("text", ["AI診断の試作に300万出そうか迷ってる", "大学との共同研究に900万かけようか悩んでいます"])
def test_a_sum_that_is_hesitated_over_is_calculated(ask, text):
    assert ask(text).intent == "roi" and "期待値" in conclusion(ask(text))


def test_after_figures_a_place_is_none_of_the_plans(talked):
    assert talked("3つの戦略、どれが得?", "企業と大学、両方の割合は?", "2つ目は?")[-1].intent != "roi"


def test_a_document_of_plans_with_amounts_is_of_the_best_on_its_amount(talked):
    answer = talked(ALLOTTED, "稟議書にして")[-1]
    joint = next(each for each in evaluations(OWN) if each.settings.strategy == "joint")
    assert answer.intent == "document" and f"共同研究の期待値（途中でやめる判断を含む、税引後のNPV）は{said(joint.results.ev_gates)}" in answer.answer


@pytest.mark.parametrize(("text", "told"), [("やめたほうがいい?", "はい、この前提のままなら見送るほうがよい"), ("回収は何年?", "共有クラウドがすべて成功した場合、回収は着手から4.5年"), ("一番効く前提は?", "共同研究では、年間効果"), ("撤退の目安は?", "共同研究の損益分岐は年間効果5,889万円")])
@pytest.mark.parametrize("between", [(), ("社長へのメールにして",)])
def test_what_is_asked_of_them_is_told_of_each_on_its_amount(talked, text, told, between):
    assert told in conclusion(talked(ALLOTTED, *between, text)[-1])


def test_the_years_of_one_plan_are_not_dropped_in_silence(ask):
    assert "共有クラウドの3年は使っていません" in conclusion(ask("試作に600万円、クラウド利用に年240万円を3年。合わせるとどうなりますか"))
    assert "使っていません" not in conclusion(ask("共同研究に毎年1200万を4年、クラウドに800万。トータルで元は取れる?"))
