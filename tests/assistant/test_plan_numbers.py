"""Every number that an asker gives goes into the assumption it names, of the plan it is told of, or the answer says that it does not."""

import re

import pytest

from analytics.roi import compare, evaluate, resolve, simple, weighed
from analytics.roi.amounts import yen_text
from analytics.roi.losses import losses
from assistant.roi.mapped import mapped
from assistant.roi.wording import said
from assistant.understand.plans.investment import read_investment

SCALED = {"prototype": ("labour", "external_support", "data_preparation", "compute", "safety"), "joint": ("labour", "direct_cost", "researcher_fee", "compute", "safety")}


def first_line(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


def value(strategy, changes=None):
    return evaluate(resolve(strategy, changes or {})).results.ev_gates


def npv(initial, benefits, rate=0.08):
    return -initial + sum(benefit / (1 + rate) ** year for year, benefit in enumerate(benefits, 1))


# -- what is read -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小規模プロトタイプを予算300万円でやると?", {"fund": 3e6, "initial": None}), ("共有クラウドの年間予算は1,000万円。採算は?", {"budget": 1e7, "initial": None}), ("400万円まで出せます", {"fund": 4e6}),
        ("総額2,000万円しか使えません。共同研究は?", {"fund": 2e7}), ("年間のGPU予算が5000万円です", {"budget": 5e7, "fund": None}), ("300万円で何ができますか", {"fund": 3e6}),
        ("2年の共同研究で年間効果3000万円", {"research": 2, "years": None}), ("共同研究を3年間やる", {"research": 3, "years": None}), ("研究期間1年", {"research": 1, "years": None}), ("運用7年、共同研究", {"research": None, "years": 7}),
        ("半年で250万円、効果は年500万円", {"build": 0.5, "initial": 2.5e6, "years": None}), ("3か月のPoCに200万円", {"build": 0.25, "initial": 2e6}), ("開発に1年かかる", {"build": 1, "years": None}),
        ("効果が出るのが1年遅れたら", {"delay": 1, "years": None}), ("稼働が3か月ずれ込むと", {"delay": 0.25}), ("期間1年半", {"years": 2, "last_share": 0.5}),
        ("担当2人で", {"staff": 2, "employees": None}), ("エンジニアを3名つける", {"staff": 3, "employees": None}), ("社員350人の会社", {"employees": 350, "staff": None}), ("2人でやるなら?", {"staff": 2}),
        ("成功率が50%なら?", {"chances": (("success", 50),)}), ("G1の合格率を30%に", {"chances": (("gate1", 30),)}), ("うまくいく見込みは5割", {"chances": (("success", 50),)}), ("3割の確率で成功する", {"chances": (("success", 30),)}),
        ("失敗率4割として", {"chances": (("failed", 40),)}), ("成功確率6割は甘い。3割にして", {"chances": (("success", 30),), "rate": None}), ("その確率、6割は甘すぎるよ。3割で計算し直して", {"chances": (("success", 30),)}),
        ("効果800万は楽観的、500万で", {"benefit": 5e6}), ("割引率8%は高すぎる。5%で", {"rate": 5}), ("8割は楽観的。5割にして", {"rate": None, "unused": ("5割",)}),
        ("年商20億、投資200万円、効果年100万円", {"turnover": 2e9, "benefit": 1e6, "initial": 2e6}), ("補助金が200万円出たら", {"subsidy": 2e6}), ("担当者の人件費が年800万円かかる", {"labour": 8e6, "budget": None}),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_noun(text, expected):
    told = read_investment(text)
    assert {name: getattr(getattr(told, name), "value", getattr(told, name)) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2年かけて大学と共同研究、費用は総額1,500万円", {"research": 2, "initial": 1.5e7}), ("大学と組んで3年、年800万円払う", {"research": 3}), ("立ち上がりに2年かかる", {"build": 2, "years": None}), ("検証に6か月、開発費300万円", {"build": 0.5, "production": 3e6}),
        ("初期費用250万円、月額15万円、年間効果400万円", {"initial": 2.5e6, "cost": 1.8e6, "benefit": 4e6}), ("PoC 3か月150万円、本番化600万円", {"initial": 1.5e6, "production": 6e6}), ("社員の0.5人を充てて", {"staff": 0.5, "employees": None}),
        ("共同研究、成功率は本当に21%? 10%で見たら?", {"chances": (("success", 10),), "rate": None}), ("失敗が5割なら", {"chances": (("failed", 50),)}), ("成功率をもっと下げて2割", {"chances": (("success", 20),)}), ("3分の1の確率で失敗する", {"chances": (("failed", pytest.approx(100 / 3)),)}),
        ("設備に3000万円かけると毎年800万円の人件費が減る", {"production": 3e7, "benefit": 8e6, "labour": None}), ("半々の確率で成功、割引率5%", {"rate": 5}),
    ],
)  # fmt: skip
def test_lengths_chances_and_costs_in_other_words(text, expected):
    told = read_investment(text)
    assert {name: getattr(getattr(told, name), "value", getattr(told, name)) for name in expected} == expected


def test_a_percentage_without_its_noun_is_what_was_spoken_of(talked):
    plan = "300万円投資、年500万円の効果"
    *_, first, second = talked(plan, "失敗する確率は?", "3割で計算し直して", "10%だと?")
    for answer, chance in ((first, 0.3), (second, 0.1)):
        assert first_line(answer).startswith(f"成功する確率{round(100 * chance)}%なら、期待値は**{said(chance * npv(3e6, [5e6] * 5) - (1 - chance) * 3e6).removesuffix('のプラス')}**")
    line = first_line(talked(plan, "10%だと?")[-1])
    assert f"**{yen_text(npv(3e6, [5e6] * 5, 0.1))}**" in line and "10%は割引率として使いました" in line
    assert "割引率として使いました" in first_line(talked("共同研究のNPVは?", "10%だと?")[-1])


def test_sales_of_the_company_are_no_effect_and_a_rise_of_sales_is_one(ask):
    answer = ask("売上50億円の会社です。300万円投資して年500万円の効果。元は取れる?")
    assert "売上高50億円は会社の規模として読み、計算には使っていません" in first_line(answer) and "売上の増加" not in answer.answer
    assert "売上の増加をそのまま効果としました" in ask("売上が年500万円増える、投資1000万円。採算は?").answer


# -- the plans ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "plan", "short"),
    [
        ("小規模プロトタイプを予算300万円でやると?", "prototype", "150万円足りません"), ("共同研究、予算500万円でのROIは?", "joint", "434万円足りません"), ("総額2,000万円しか使えません。共同研究の採算は?", "joint", "2,868万円足りません"),
        ("予算3,000万円で小規模プロトタイプをやると?", "prototype", "賄えます"), ("共有クラウドの年間予算は1,000万円。採算は?", "cloud", "予算を超えるのは、最初の判断までの費用と本番化の年です"),
        ("小規模プロトタイプに出せるのは1,000万円まで。採算は?", "prototype", "950万円足りません"), ("共有クラウドを年1,000万円でやると", "cloud", "予算を超えるのは、最初の判断までの費用と本番化の年です"),
    ],
)  # fmt: skip
def test_a_budget_is_held_against_the_costs_and_changes_none(ask, text, plan, short):
    answer = ask(text)
    line = first_line(answer)
    assert short in line and f"**{said(value(plan))}**" in line and "予算は費用の上限として比べた" in line
    assert all("production_cost" not in action["changes"] for action in answer.actions)


@pytest.mark.parametrize(("text", "plan", "each", "benefit"), [
    ("小規模プロトタイプに300万円かける。年間効果は800万円。標準の前提で採算は?", "prototype", 3e6, 8e6), ("大学との共同研究に600万円かけて毎年2000万円の効果があるとき、期待値は?", "joint", 3e6, 2e7), ("初期費用600万円で共同研究をする。採算は?", "joint", 3e6, None),
    ("企業側に年500万円・2年の共同研究を提案します。先方から見た投資対効果は?", "joint", 5e6, None), ("PoCに200万円投じて年1500万円の効果。期待値は?", "prototype", 2e6, 1.5e7),
])  # fmt: skip
def test_a_plan_with_its_own_cost_and_effect_keeps_its_stages_and_chances(ask, text, plan, each, benefit):
    answer = ask(text)
    changes = answer.actions[0]["changes"]
    evaluation = evaluate(resolve(plan, changes))
    assert answer.actions[0]["strategy"] == plan and evaluation.cash_flows[0].stage_cost == pytest.approx(each, rel=1e-5)
    default = resolve(plan).assumptions
    assert all(evaluation.settings.assumptions[key].value == default[key].value for key in ("production_cost", "realise_probability", "gate1_probability", "operation_years"))
    shares = [evaluation.settings.assumptions[key].value / default[key].value for key in SCALED[plan]]
    assert max(shares) == pytest.approx(min(shares), rel=1e-4) and (benefit is None or changes["annual_benefit"] == benefit)
    assert f"**{said(evaluation.results.ev_gates)}**" in first_line(answer) and "内訳は標準の割合で分けました" in first_line(answer) and "本番化費用は標準の" in first_line(answer)


def test_what_building_costs_is_the_cost_of_production(ask):
    answer = ask("小規模プロトタイプ、開発費500万円、年間効果800万円なら期待値は?")
    assert answer.actions[0]["changes"]["production_cost"] == 5e6
    assert f"**{said(value('prototype', {'production_cost': 5e6, 'annual_benefit': 8e6}))}**" in first_line(answer)
    assert resolve("prototype", answer.actions[0]["changes"]).assumptions["labour"].value == 1e6
    both = ask("試作に120万円、本番化費用300万円、年間効果400万円、運用費年40万円だとNPVは?")
    changes = both.actions[0]["changes"]
    assert (changes["production_cost"], changes["annual_benefit"], changes["annual_cost"]) == (3e6, 4e6, 4e5) and "標準の1,500万円" not in both.answer
    assert evaluate(resolve("prototype", changes)).cash_flows[0].stage_cost == pytest.approx(1.2e6, rel=1e-5) and f"**{said(value('prototype', changes))}**" in first_line(both)


def test_costs_of_a_stage_are_taken_by_their_names(ask):
    answer = ask("小規模プロトタイプに社内人件費80万円、外部支援に100万円。年間効果900万円の期待値は?")
    told = {"labour": 8e5, "external_support": 1e6, "annual_benefit": 9e6}
    assert {key: answer.actions[0]["changes"].get(key) for key in told} == told and f"**{said(value('prototype', told))}**" in first_line(answer)
    assert first_line(ask("共有クラウドのデータ整備に200万円。NPVは?")).startswith("200万円は、共有クラウドの前提にその費用の欄がないため")


@pytest.mark.parametrize(
    ("text", "plan", "changes"),
    [
        ("共有クラウドで担当者を2人置いたら", "cloud", {"labour": 1.6e7}), ("共同研究で担当を1人にした場合の期待値は?", "joint", {"labour": 8e6}), ("小規模プロトタイプを2人でやるならNPVは?", "prototype", {"labour": 4e6}),
        ("共同研究のG1の合格率を30%にして", "joint", {"gate1_probability": 30}), ("小規模プロトタイプの合格率が8割なら期待値は?", "prototype", {"gate1_probability": 80}), ("共有クラウドで効果が実現する確率が40%なら期待値は?", "cloud", {"realise_probability": 40}),
        ("共同研究の効果が1年遅れたらNPVは?", "joint", {"ramp_year1": 0, "ramp_year2": 50}), ("共有クラウドの効果が半年遅れたら期待値は?", "cloud", {"ramp_year1": 25, "ramp_year2": 70}), ("3年の共同研究の採算は?", "joint", {"research_years": 3}),
        ("共同研究を2年間やった場合の採算は?", "joint", {"research_years": 2}), ("共同研究、期間1年の採算は?", "joint", {"research_years": 1}),
        ("小規模プロトタイプで補助金が200万円出たら期待値は?", "prototype", {"subsidy_scheme": "custom", "subsidy_rate": 100, "adoption_probability": 100, "subsidy_cap": 2e6}),
    ],
)  # fmt: skip
def test_a_number_changes_the_assumption_it_names(ask, text, plan, changes):
    line = first_line(ask(text))
    assert f"**{said(value(plan, changes))}**" in line
    assert changes == {"research_years": 2} or value(plan, changes) != value(plan)


@pytest.mark.parametrize(("text", "plan", "wanted"), [("成功率3割として共同研究の採算を", "joint", 0.3), ("共同研究、うまくいく見込みは1割。期待値は?", "joint", 0.1), ("小規模プロトタイプ、失敗率9割として期待値は?", "prototype", 0.1), ("共有クラウドの成功確率は0%だとNPVは?", "cloud", 0.0)])
def test_a_chance_of_the_whole_is_shared_out_so_that_the_product_is_what_was_told(ask, text, plan, wanted):
    answer = ask(text)
    results = evaluate(resolve(plan, answer.actions[0]["changes"])).results
    assert results.success_probability == pytest.approx(wanted, abs=1e-5) and f"**{said(results.ev_gates)}**" in first_line(answer)
    assert f"総合成功確率が{round(100 * wanted)}%になるように" in first_line(answer)


def test_a_chance_of_the_whole_and_of_a_gate_replace_each_other(talked):
    *_, answer = talked("共同研究のNPVは?", "成功確率6割は甘い。3割にして", "G1の合格率を30%にして")
    assert f"**{said(value('joint', {'gate1_probability': 30}))}**" in first_line(answer) and "総合成功確率が" not in first_line(answer)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("小規模プロトタイプのNPVは?研究期間2年で", "研究期間2年は、研究の段階がない案なので計算に使っていません"), ("共同研究、研究期間12年の採算は?", "研究期間12年は、1〜10年の整数でないため計算に使っていません"),
        ("3か月の小規模プロトタイプの採算は?", "3か月は、最初の段階を1年と数えるため計算に使っていません"), ("共有クラウドの効果が2年遅れたらNPVは?", "2年の遅れは、1年までしか扱えないため計算に使っていません"), ("共有クラウドのG2の合格率が30%ならNPVは?", "合格率30%は、この案に当たる段階がないため"),
        ("共同研究に600万円かけて担当は1人。採算は?", "担当1人は、費用の合計が示されているため計算に使っていません"), ("共有クラウドの効果が毎年10%ずつ増えると期待値は?", "年ごとに変わる効果は、この案では"),
    ],
)  # fmt: skip
def test_what_a_plan_cannot_use_is_said_first(ask, text, words):
    line = first_line(ask(text))
    assert words in line and line.index(words) < line.index("期待値（")


def test_a_comparison_says_how_far_the_money_reaches(ask):
    answer = ask("300万くらいで何か始めるなら、どこから手をつければいい?")
    assert first_line(answer).startswith("小規模プロトタイプは、予算300万円では最初の判断までの費用450万円に150万円足りません（低い見積もりなら121万円）")
    assert "共同研究は、予算300万円では" in answer.answer and "共有クラウドは、予算300万円では" in answer.answer
    assert first_line(ask("予算1,000万円で何ができますか")).startswith("小規模プロトタイプなら、予算1,000万円で最初の判断までの費用450万円を賄えます")


@pytest.mark.parametrize("text", ["小さく試すのと、クラウドを共同で使うのと、大学と共同研究するのと、うちみたいな年商80億の会社ならどれがいい?", "小規模プロトタイプ、共有クラウド、共同研究のうち、どれを選ぶべき?", "プロトタイプとクラウドと産学連携、当社に向いているのはどれ?"])
def test_which_of_the_three_is_their_comparison(ask, text):
    best, *others = compare(strategies=("prototype", "cloud", "joint")).ranked
    answer = ask(text)
    assert answer.intent == "roi" and f"最も高いのは{best.settings.label_ja}で" in first_line(answer)
    assert all(f"| {each.settings.label_ja}【" in answer.answer for each in (best, *others))


# -- one's own investment -------------------------------------------------------------------------------------------------


def test_a_told_chance_of_success_gives_an_expected_value(talked):
    *_, answer = talked("300万円投資、年800万円の効果", "その確率、6割は甘すぎるよ。3割で計算し直して")
    success = npv(3e6, [8e6] * 5)
    line = first_line(answer)
    assert line.startswith(f"成功する確率30%なら、期待値は**{yen_text(0.3 * success - 0.7 * 3e6)}**") and f"NPVは{yen_text(success)}" in line and "損失は300万円" in line
    assert evaluate(resolve("blank", answer.actions[0]["changes"])).results.ev_gates == pytest.approx(0.3 * success - 0.7 * 3e6)


@pytest.mark.parametrize(
    ("texts", "flows", "payback"),
    [
        (("半年で250万円、効果は年500万円。元は取れる?",), (2.5e6, [2.5e6, *[5e6] * 4]), "1年"), (("3か月で200万円、年間効果800万円、5年。採算は?",), (2e6, [6e6, *[8e6] * 4]), "0.5年"), (("300万円投資、年800万円の効果", "効果が出るのが1年遅れたら?"), (3e6, [0, *[8e6] * 4]), "1.4年"),
        (("300万円投資、年800万円の効果", "導入が半年遅れたら?"), (3e6, [4e6, *[8e6] * 4]), "0.9年"), (("投資300万円、年間効果400万円、期間1年半。採算は?",), (3e6, [4e6, 2e6]), "0.8年"),
        (("300万円投資、年800万円の効果", "担当者の人件費が年200万円かかるとしたら?"), (3e6, [6e6] * 5), "0.5年"), (("300万円投資、年800万円の効果", "補助金が200万円出たら?"), (1e6, [8e6] * 5), "0.1年"), (("予算300万円、年間効果800万円。元は取れる?",), (3e6, [8e6] * 5), "0.4年"),
    ],
)  # fmt: skip
def test_ones_own_investment_takes_delays_staff_and_subsidies(talked, texts, flows, payback):
    *_, answer = talked(*texts)
    line = first_line(answer)
    assert f"NPV）は**{yen_text(npv(*flows))}**" in line and re.search(rf"回収期間は{payback}（", answer.answer)


def test_the_payback_counts_the_time_to_build():
    late = simple(1.25e6, 5e6, 5, 0.08, lag=0.5)
    assert late.payback.value == pytest.approx(0.75), "half a year of building, then a quarter of the yearly effect"
    assert simple(2e7, 5e6, 8, 0.08, lag=1.5).payback.value == pytest.approx(5.5) and simple(2e7, 5e6, 8, 0.08, lag=1.5).npv == pytest.approx(npv(2e7, [0, 2.5e6, *[5e6] * 6]))
    with pytest.raises(ValueError, match="lag"):
        simple(1e6, 1e6, 5, 0.08, lag=-1)


def test_weighing_success_against_failure():
    success = simple(3e6, 8e6, 5, 0.08)
    found = weighed(success, 0.3)
    assert (found.failure, found.expected) == (-3e6, pytest.approx(0.3 * success.npv - 0.7 * 3e6))
    assert weighed(success, found.break_even_chance).expected == pytest.approx(0, abs=1e-6)
    assert weighed(simple(3e6, 1e5, 5, 0.08), 0.5).break_even_chance is None
    with pytest.raises(ValueError, match="chance"):
        weighed(success, 1.2)


def test_what_ones_own_investment_cannot_use_is_said_first(talked):
    said_lines = [first_line(answer) for answer in talked("300万円投資、年800万円の効果", "担当を2人にしたら?", "G1の合格率を30%にして")]
    assert said_lines[1].startswith("担当2人は、1人あたりの費用が分からないため計算に使っていません") and "ゲートの合格率は、この投資に段階がないため" in said_lines[2]
    assert first_line(talked("300万円投資、年800万円の効果", "8割は楽観的。5割にして")[-1]).startswith("「5割」は何の数字か読み取れなかった")


# -- what is asked about a plan -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["小規模プロトタイプが失敗したらいくら損しますか", "共同研究がうまくいかなかったら損失は?", "共有クラウドがだめだったらいくら失う?"])
def test_what_is_lost_on_failure_comes_first(ask, text):
    plan = next(name for name, word in (("prototype", "プロト"), ("joint", "共同研究"), ("cloud", "クラウド")) if word in text)
    lost = losses(evaluate(resolve(plan)))
    line = first_line(ask(text))
    assert f"損失は税引後で**{yen_text(lost.first_gate)}**" in line and f"損失は税引後で{yen_text(lost.unrealised)}" in line
    assert (f"研究の終わりに不合格なら、損失は税引後で{yen_text(lost.last_gate)}" in line) == (lost.stages > 1)


def test_losses_are_what_is_spent_until_then():
    """The prototype: 450万円 less 31.52% of tax; then 1,500万円 a year later, less the tax that writing it off saves and what is earned of 30% of the effect."""
    lost, tax, rate = losses(evaluate(resolve("prototype"))), 0.3152, 1.08
    first = 4.5e6 * (1 - tax)
    saved = sum(1.5e7 / 5 * tax / rate**year for year in range(2, 7))
    earned = sum((1.2e7 * 0.3 * ramp - 2.5e6) * (1 - tax) / rate**year for year, ramp in zip(range(2, 7), (0.5, 0.9, 1, 1, 1), strict=True))
    assert (lost.first_gate, lost.last_gate) == (pytest.approx(first), pytest.approx(first))
    assert lost.unrealised == pytest.approx(first + 1.5e7 / rate - saved - max(earned, 0.0))
    assert losses(evaluate(resolve("blank", {"initial_investment": 1e6, "annual_benefit": 1e6}))) is None


def test_the_other_side_of_a_plan_is_told_first_in_a_conversation(talked):
    _, years, lost, worst, why, chance = talked("300万円投資、年800万円の効果", "何年で?", "失敗したらいくら損するの?", "最悪の場合は?", "なぜ?", "失敗する確率はどれくらい見てるの?")
    assert first_line(years).startswith("回収期間は**0.4年**") and first_line(why).startswith("プラスになるのは、年間効果800万円が、損益分岐の75万円を上回るため")
    assert "回収期間は**0.4年**" in first_line(years) and "年間費用0円です" in first_line(talked("300万円投資、年800万円の効果", "費用は全部でいくら?")[-1])
    assert first_line(talked("300万円投資、年800万円の効果", "何割成功すれば元が取れる?")[-1]).startswith("期待値がプラスになるのは、成功する確率が9.4%を超えるとき")
    assert first_line(lost).startswith("失敗して効果がまったく出ないときの損失は**300万円**") and first_line(worst).startswith("失敗して効果がまったく出ないときの損失は**300万円**")
    assert "失敗の確率は入っていません" in first_line(chance) and "9.4%を超えるとき" in first_line(chance)
    _, why, years, cost = talked("小規模プロトタイプのNPVは?", "なぜマイナスなの?", "何年で?", "金はいくらかかる?")
    assert first_line(why).startswith(f"小規模プロトタイプの期待値が{said(value('prototype'))}になるのは、置いた年間効果1,200万円が、損益分岐の1,390万円に届かないため")
    assert "回収は着手から**4.1年**" in first_line(years) and "**308万円**、合格後の本番化に**1,500万円**" in first_line(cost)


def test_the_assumption_that_moves_ones_own_investment_most(talked):
    _, most, doubted = talked("300万円投資、年800万円の効果", "一番効く前提はどれ?", "その前提は楽観的すぎない?")
    top = evaluate(resolve("blank", {"initial_investment": 3e6, "annual_benefit": 8e6, "profitable": "no"})).tornado[0]
    for answer in (most, doubted):
        assert first_line(answer).startswith(f"{top.assumption.label_ja}が期待値を最も左右し、低い値なら{said(top.at_low)}、高い値なら{said(top.at_high)}")


def test_the_same_terms_hold_for_another_plan_where_that_is_said(talked):
    _, same, other = talked("小規模プロトタイプに300万円かける。年間効果は800万円。採算は?", "じゃあ共有クラウドは?同じ条件で", "共同研究だと?")
    assert same.actions[0]["strategy"] == "cloud" and same.actions[0]["changes"]["annual_benefit"] == 8e6
    assert other.actions[0]["strategy"] == "joint" and "annual_benefit" not in other.actions[0]["changes"]


def test_what_models_cost_to_train_is_no_question_about_the_plan(talked):
    for text in ("大規模モデルを一から作るといくらかかるの?", "GPT-4の学習費用は?", "最先端モデルの学習費用はどう伸びている?"):
        assert talked("300万円投資、年800万円の効果", text)[-1].intent != "roi", text


# -- machines -----------------------------------------------------------------------------------------------------------


def test_a_yearly_budget_for_machines_is_told_in_hours(talked):
    first, many = talked("うちは研究員が20人、GPU予算は年5000万円。自前でGPUを買うのとクラウドを借りるのと、どっちが得?", "GPUを年1万時間使うなら?")
    line = first_line(first)
    assert line.startswith("年5,000万円の予算は、借りる単価を毎時660円とすると、年75,758時間に当たります") and "損益分岐は年600時間で" in line and "20人という人数は計算に使っていません" in line
    assert "2台で1台あたり年5,000時間として" in first_line(many) and "年5,000時間使うなら**購入**" in first_line(many)
    assert resolve("buy_gpu", first.actions[0]["changes"]).assumptions["purchase_price"].value == 1e6


def test_readings_of_a_plan_have_no_change_without_a_number():
    assert mapped("joint", read_investment("共同研究の採算は?")).changes == {}


# -- around a plan --------------------------------------------------------------------------------------------------------


READY_MADE = (
    "内製か既製品を買うか、どっちがいい?", "自社で作るより既製のAIを買ったほうが早いのでは?", "市販のAIサービスを契約すれば十分ではないですか", "そこまでするなら、よその出来合いのAIを買えば済むんじゃないの?",
    "パッケージのAIを導入したほうがいいでしょうか", "うちで自前で作るべきか、ベンダーの製品を買うべきか", "AIは外注と自社開発どちらがうまくいく?",
)  # fmt: skip


@pytest.mark.parametrize("text", READY_MADE)
def test_building_or_buying_is_answered_from_what_is_held_on_it(ask, text):
    assert first_line(ask(text)).startswith("MIT NANDA：")


@pytest.mark.parametrize("text", ["GPUを自社で買うのと共有クラウドを借りるのと、どちらが得ですか", "自前のサーバーを買うほうが早い?", "外部の研究者の論文を使うべき?"])
def test_machines_and_papers_are_no_ready_made_ai(understand, text):
    assert understand(text).topic != "内製と外部購入、どちらが成功しやすい?"


def test_a_plan_is_gone_back_to_after_something_else(talked):
    *_, halved = talked("小規模プロトタイプのNPVは?", READY_MADE[3], "効果が半分だと?")
    assert f"**{said(value('prototype', {'annual_benefit': 6e6}))}**" in first_line(halved)
    *_, lost, year = talked("300万円投資、年500万円の効果", "AI会議の企業参加率は?", "失敗したらいくら損?", "2015年は?")
    assert first_line(lost).startswith("失敗して効果がまったく出ないときの損失は**300万円**") and year.intent == "figure"
    *_, document = talked("300万円投資、年500万円の効果", "計算資源の格差について教えて", "この内容で稟議書のたたき台をWordで作って")
    assert document.intent == "document" and document.actions[0]["changes"]["annual_benefit"] == 5e6
    *_, paper = talked("300万円投資、年500万円の効果", "計算資源の格差について教えて", "その論文の限界は?")
    assert paper.intent != "roi"


@pytest.mark.parametrize("texts", [("3つの戦略でどれが得?", "どれから始めればいい?"), ("3つの案のうち、最初にやるならどれ?",)])
def test_which_plan_to_begin_with_is_told_with_its_sums(talked, texts):
    line = first_line(talked(*texts)[-1])
    assert line.startswith("最初の一歩は、") and yen_text(losses(evaluate(resolve("prototype"))).first_gate) in line


def test_a_value_that_another_effect_leaves_as_it_is_says_why(talked):
    _, halved, staff = talked("共同研究で初期費用600万円、年間効果2000万円、標準の前提なら?", "効果が半分しか出なかったら?", "人を1人しか出せないときは?")
    assert "検証に合格しても先へ進むと損になるため" in first_line(halved)
    assert "担当1人は、費用の合計が示されているため" in first_line(staff) and "標準の前提の" not in first_line(staff), "what is not used changed nothing"
    assert "先へ進むと損になる" not in first_line(talked("共同研究のNPVは?")[-1])


def test_what_to_answer_somebody_who_objects_is_no_question_about_the_sums(talked):
    assert talked("小規模プロトタイプのNPVは?", "役員から「PoCはどうせ失敗する」と言われそう。何と返せばいい?")[-1].intent != "roi"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("効果が半分の450万円しか出なかったら", {"benefit": 4_500_000, "initial": None, "factors": ()}),
        ("効果が3割減って700万円になる場合", {"benefit": 7_000_000, "initial": None, "factors": ()}),
    ],
)
def test_an_amount_that_a_factor_comes_to_is_told_once(text, told):
    read = read_investment(text)
    assert {name: getattr(value, "value", value) for name in told for value in [getattr(read, name)]} == told


@pytest.mark.parametrize(("text", "term"), [("共同研究、年500万円を2年で", True), ("共同研究に年間400万円ずつ、3年", True), ("運用は年300万円、5年使う", False)])
def test_years_behind_a_yearly_sum_are_those_of_the_plan(text, term):
    assert bool(read_investment(text).term) is term
