"""A question about one result of a strategy is answered with that result first, and with the engine's own number."""


import pytest

from analytics.roi import compare, evaluate, resolve
from analytics.roi.amounts import yen_text
from analytics.roi.figures import figures
from analytics.roi.risk import DRAWS
from assistant.roi.focus import focus_of
from assistant.roi.wording import said
from assistant.ui.roi import comparison_html


def first_line(answer):
    return answer.answer.split("\n")[1]


def value(strategy, metric, changes=None):
    return next(figure for figure in figures(evaluate(resolve(strategy, changes or {}), DRAWS)) if figure.metric == f"roi_{metric}")


@pytest.mark.parametrize(
    ("text", "strategy", "metric"),
    [
        ("共有クラウドの採算ラインは年間いくらの効果？", "cloud", "break_even_annual_benefit"),
        ("共同研究は成功率がいくつまで落ちたら割に合わない？", "joint", "break_even_success"),
        ("プロトタイプ案の成功確率はどう見ている", "prototype", "success_probability"),
        ("共同研究案の内部収益率は", "joint", "irr"),
        ("共有クラウドは何年で元が取れる", "cloud", "payback"),
        ("プロトタイプ案を途中でやめられる価値はどのくらい期待値に効く", "prototype", "option_value"),
    ],
)
def test_the_asked_result_comes_first(ask, text, strategy, metric):
    answer = ask(text)
    assert (answer.intent, answer.outcome, answer.verdict.ok) == ("roi", "answered", True)
    assert value(strategy, metric).display in first_line(answer)


def test_the_worst_tenth_is_told_as_a_loss(ask):
    answer = ask("共同研究、最悪のときの期待値はどれくらいの損？")
    assert said(value("joint", "mc_worst_tenth_mean").value) in first_line(answer)


def test_the_assumption_that_moves_most(ask):
    top = evaluate(resolve("cloud", {})).tornado[0]
    line = first_line(ask("共有クラウドの期待値を左右する前提は？"))
    assert top.assumption.label_ja in line and said(top.at_low) in line and said(top.at_high) in line


def test_a_changed_amount_is_told_before_and_after(ask):
    line = first_line(ask("共有クラウドの運用費が年600万円なら期待値はどれだけ変わる？"))
    before, after = (evaluate(resolve("cloud", changes)).results.ev_gates for changes in ({}, {"annual_cost": 6_000_000}))
    assert yen_text(before) != yen_text(after) and line.index(said(before)) < line.index(said(after))


@pytest.mark.parametrize("text", ["共有クラウドの期待値は？", "プロトタイプ案は割に合う？"])
def test_the_whole_is_asked_without_a_focus(text):
    assert focus_of(text) is None


def test_first_sentences_are_short(ask):
    for text in ("共有クラウドの損益分岐は？", "共同研究のIRRは", "プロトタイプは何年で回収できる"):
        assert len(first_line(ask(text)).split("【")[0].replace("**", "")) <= 60


def test_the_comparison_of_the_page_takes_what_its_form_says():
    plain = comparison_html("prototype", {})
    richer = comparison_html("prototype", {"annual_benefit": "2000万"})
    own = evaluate(resolve("prototype", {"annual_benefit": 20_000_000}), DRAWS).results.ev_gates
    assert yen_text(own) in richer and yen_text(own) not in plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("投資額1200万円、毎年400万円の効果。回収期間は?", "回収期間は**3年**です"), ("投資3000万円、年800万円の削減、7年。IRRは?", "内部収益率（IRR）は**18.6%**です"),
        ("初期投資500万円、年間効果50万円、5年、何年で元が取れる?", "期間**5年**のうちには回収できません"), ("初期投資500万円、年間効果300万円、5年、8%で損益分岐は?", "損益分岐は年間効果**125万円**です"),
    ],
)  # fmt: skip
def test_the_asked_result_of_ones_own_investment_comes_first_with_the_whole_behind(ask, text, words):
    answer = ask(text)
    assert first_line(answer).startswith(words) and "正味現在価値（NPV）は" in first_line(answer) and answer.verdict.ok
    assert answer.answer.count("損益分岐は年間効果") >= 1


def test_what_a_strategy_costs_and_what_it_is_worth_without_a_subsidy(ask):
    results = evaluate(resolve("cloud")).results
    for text in ("共有クラウドの投資額は?", "共有クラウドはいくらかかる?"):
        line = first_line(ask(text))
        assert yen_text(results.first_stage_after_tax) in line and yen_text(results.investment) in line
    assert f"補助金なしで**{said(evaluate(resolve('joint')).results.ev_without_subsidy)}**" in first_line(ask("補助金なしでも共同研究は採算が取れる?"))


def test_where_the_whole_is_asked_for_no_single_result_comes_first(ask):
    assert "NPV）は**" in first_line(ask("初期投資500万円、年間効果300万円、5年、8%でNPVとIRRと回収期間は?"))


def test_a_prototype_and_then_co_research_is_the_combined_plan(ask):
    line = first_line(ask("プロトタイプの次に共同研究へ進む場合の期待値は?"))
    assert said(evaluate(resolve("prototype_joint")).results.ev_gates) in line


def results(strategy, changes=None):
    return evaluate(resolve(strategy, changes or {}), DRAWS).results


@pytest.mark.parametrize(
    ("text", "plans", "years", "budget"),
    [
        ("当社は年3,000万円、3年間の予算を考えています。共有クラウドと共同研究のどちらが回収が早いですか", ("cloud", "joint"), 3, "年3,000万円の予算"), ("共同研究とクラウド、先に元が取れるのはどちら", ("cloud", "joint"), 5, None),
        ("毎月50万円の予算なら、プロトタイプと共有クラウド、早く回収できるのはどっち", ("cloud", "prototype"), 5, "年600万円の予算"), ("プロトタイプと共同研究の回収期間を比べて", ("joint", "prototype"), 5, None),
        ("予算は毎年5000万円。試作と共同研究では回収はどっちが早い?", ("joint", "prototype"), 5, "年5,000万円の予算"),
    ],
)  # fmt: skip
def test_the_payback_of_plans_is_compared_and_a_yearly_budget_is_held_against_what_they_cost(ask, text, plans, years, budget):
    answer, changes = ask(text), {"operation_years": years}
    line = first_line(answer)
    soonest = min(plans, key=lambda plan: results(plan, changes).payback.value)
    assert answer.verdict.ok and f"回収が早いのは{resolve(soonest).label_ja}で" in line and f"**{value(soonest, 'payback', changes).display}**" in line
    assert all(value(plan, "payback", changes).display in answer.answer for plan in plans)
    assert line.startswith(f"{budget}にどの年も収まる") if budget else "予算" not in line


def test_a_budget_changed_after_it_is_said_to_change_nothing(talked):
    said_once, again = talked("年3,000万円の予算で、共有クラウドと共同研究のどちらが回収が早い?", "予算を半分にしたら?")
    assert said_once.answer != again.answer and again.verdict.ok
    assert first_line(again).startswith("予算を年1,500万円に変えても") and "回収が早いのは" in first_line(again)
    assert all("production_cost" not in action.get("changes", {}) for action in again.actions)
    assert first_line(talked("年間2,000万円かけられる。共有クラウドの回収は何年?", "半額の予算だと?")[-1]).startswith("予算を年1,000万円に変えても")
    assert "回収が早いのは" in first_line(talked("共有クラウドとプロトタイプ、投資回収が早いのはどちらでしょうか", "3年だと?")[-1])
    other = talked("年3,000万円の予算で、共有クラウドと共同研究のどちらが回収が早い?", "予算を半分にして効果も半分なら?")[-1]
    assert "前と同じ" not in other.answer, "another amount was changed too"


def test_a_change_after_a_comparison_is_calculated_for_each_plan(talked):
    answer = talked("共有クラウドと共同研究、どちらが得?", "効果が半分だと?")[-1]
    for each in compare({"cloud.annual_benefit": 16_500_000, "joint.annual_benefit": 22_500_000}, ("cloud", "joint")).evaluations:
        assert f"| {yen_text(each.results.ev_gates)} |" in answer.answer


@pytest.mark.parametrize(
    ("text", "strategy", "labour"),
    [
        ("小規模プロトタイプのROIは人件費が2割上がったらどうなる", "prototype", 1_200_000), ("小規模プロトタイプの社内人件費が120万円ならNPVは", "prototype", 1_200_000), ("共有クラウドで人件費が1.5倍ならNPVは?", "cloud", 12_000_000),
        ("共同研究の人件費が50万円増えたら期待値は?", "joint", 4_500_000), ("共有クラウド、社内の人件費が半分で済んだら期待値はどうなる?", "cloud", 4_000_000),
        ("共有クラウドの人件費を2割減らせたら?", "cloud", 6_400_000),
    ],
)  # fmt: skip
def test_the_cost_of_own_staff_is_an_assumption_that_can_be_changed(ask, text, strategy, labour):
    answer = ask(text)
    assert answer.verdict.ok and f"**{said(results(strategy, {'labour': labour}).ev_gates)}**" in first_line(answer)
    assert results(strategy).ev_gates != results(strategy, {"labour": labour}).ev_gates


def test_what_a_condition_tells_and_cannot_be_used_is_said_first(ask):
    assert first_line(ask("小規模プロトタイプのNPVは、電話代が2割上がったらどうなる?")).startswith("「2割」は何の数字か読み取れなかった")
    assert first_line(ask("投資800万円、年間効果400万円、3年、割引率5%で、人件費が2割上がったらNPVは?")).startswith("人件費の変化は")


@pytest.mark.parametrize(
    "text",
    [
        "うちは年商300億の部品メーカーだけど、共同研究と共有クラウド、どっちから始めるのが得?", "共有クラウドか共同研究か、始めるならどちらが有利?", "クラウドと共同研究ならどっちが割に合う?",
    ],
)  # fmt: skip
def test_which_of_two_plans_to_begin_with_is_their_comparison(ask, text):
    ranked = compare(strategies=("cloud", "joint")).ranked
    answer = ask(text)
    assert answer.intent == "roi" and f"最も高いのは{ranked[0].settings.label_ja}で" in first_line(answer)
    assert all(f"| {each.settings.label_ja}【" in answer.answer for each in ranked) and "小規模プロトタイプ【" not in answer.answer


def test_papers_on_two_plans_are_no_comparison_of_them(understand):
    assert understand("共同研究とクラウド、どちらの論文が先に増えた?").intent != "roi"
    assert understand("共同研究の論文が2倍に増えたら割合はどうなる?").intent != "roi"


def test_a_yearly_amount_is_no_outlay_made_once(ask):
    answer = ask("年1,500万円の予算で年間効果600万円、5年。採算は?").answer
    assert "NPV）は**3,593万円のマイナス**" in answer and "初期投資0円、年間効果600万円、年間費用1,500万円、期間5年" in answer


@pytest.mark.parametrize(
    ("texts", "kind", "plan"),
    [
        (("当社は年3,000万円、3年間の予算を考えています。共有クラウドと共同研究のどちらが回収が早いですか", "予算を半分にしたら?", "この内容を役員会向けに1枚のワードにまとめて"), "brief", "cloud"),
        (("共有クラウドと共同研究、どちらが得?", "1枚のワードにまとめて"), "brief", "joint"), (("共同研究の一枚ものをWordで",), "brief", "joint"), (("共有クラウドの説明資料をワードで",), "brief", "cloud"),
        (("共有クラウドの採算は?", "役員向けに1枚のWordで"), "brief", "cloud"), (("共同研究の一枚ものをパワポで",), "onepager", "joint"), (("共同研究の一枚ものを作って",), "onepager", "joint"),
    ],
)  # fmt: skip
def test_a_document_has_the_format_that_is_named_and_the_plan_of_the_answer_before(talked, texts, kind, plan):
    *_, answer = talked(*texts)
    assert answer.intent == "document" and answer.verdict.ok
    assert (answer.actions[0]["document"], answer.actions[0]["strategy"]) == (kind, plan)
    assert ("Word" if kind == "brief" else "PowerPoint") in first_line(answer) and "production_cost" not in answer.actions[0]["changes"]


@pytest.mark.parametrize("text", ["共有クラウドと共同研究、どちらを先にやるべき?", "大学との共同研究とクラウド利用、まず手を付けるならどっち?"])
def test_which_comes_first_is_a_question_of_strategy(ask, text):
    assert ask(text).intent == "strategy"
