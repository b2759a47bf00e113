"""Follow-ups to a plan of one's own: when its effect begins, how long it lasts, what is spent, and whether defaults are added to what was told."""

import pytest

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text
from assistant.roi.strategies import changes
from assistant.roi.wording import said
from assistant.understand.plans.investment import read_investment

OWN = "初期費用800万円、年350万円の効果、期間3年なら回収できる?"
TRIAL = "800万円で小規模プロトタイプ、年350万円の効果"


def npv(initial, benefits, rate=0.08):
    return -initial + sum(benefit / (1 + rate) ** year for year, benefit in enumerate(benefits, 1))


def told_npv(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1].split("**")[1]


@pytest.mark.parametrize(
    ("text", "benefits"),
    [
        ("効果は2年目から", [0, 3.5e6, 3.5e6]), ("最初の1年は効果なし", [0, 3.5e6, 3.5e6]), ("立ち上がりに半年", [1.75e6, 3.5e6, 3.5e6]), ("はじめの1年間は効果が見込めない", [0, 3.5e6, 3.5e6]), ("効果が出るのは2年目以降", [0, 3.5e6, 3.5e6]),
        ("最初の6か月は効果なし", [1.75e6, 3.5e6, 3.5e6]), ("効果は半年後から", [1.75e6, 3.5e6, 3.5e6]), ("1年目は準備で効果なしだと?", [0, 3.5e6, 3.5e6]), ("初年度は効果が出ません", [0, 3.5e6, 3.5e6]), ("当初の1年は効果ゼロ", [0, 3.5e6, 3.5e6]),
        ("1年目は半分の効果なら", [1.75e6, 3.5e6, 3.5e6]), ("初年度は効果が3割しか出ない", [1.05e6, 3.5e6, 3.5e6]), ("効果の発生は1年後から", [0, 3.5e6, 3.5e6]),
        ("もう1年", [3.5e6] * 4), ("さらに2年延ばすと", [3.5e6] * 5), ("あと2年だと", [3.5e6] * 5), ("プラス1年なら?", [3.5e6] * 4), ("1年短くしたら", [3.5e6] * 2), ("期間を倍に", [3.5e6] * 6), ("期間が2倍だと", [3.5e6] * 6), ("3年を5年にしたら", [3.5e6] * 5),
        ("半分の期間なら", [3.5e6, 1.75e6]), ("期間が半分だと", [3.5e6, 1.75e6]), ("期間を1.5倍に", [3.5e6] * 4 + [1.75e6]),
        ("効果が半分だったら", [1.75e6] * 3), ("効果だけ半分", [1.75e6] * 3), ("3割減の効果なら", [2.45e6] * 3), ("効果が倍なら", [7e6] * 3), ("もし効果が2割少なかったら", [2.8e6] * 3), ("効果が2割増しで", [4.2e6] * 3),
    ],
)  # fmt: skip
def test_effect_and_length_of_ones_own_plan_are_changed(talked, text, benefits):
    value = npv(8e6, benefits)
    assert told_npv(talked(OWN, text)[-1]) == (yen_text(value) if value >= 0 else said(value))


@pytest.mark.parametrize(
    ("text", "initial", "rate"),
    [
        ("費用が2割増えたら", 9.6e6, 0.08), ("費用が2割増", 9.6e6, 0.08), ("コストが20%膨らんだら", 9.6e6, 0.08), ("2割費用が増えたら", 9.6e6, 0.08), ("費用が半分で済んだら", 4e6, 0.08), ("費用だけ1.2倍", 9.6e6, 0.08), ("初期費用が200万円増えたら", 10e6, 0.08),
        ("割引率を5%に", 8e6, 0.05), ("5%の割引率で", 8e6, 0.05), ("割引率が5%だったら", 8e6, 0.05), ("費用は500万円で", 5e6, 0.08),
    ],
)  # fmt: skip
def test_what_is_spent_and_the_rate_are_changed(talked, text, initial, rate):
    value = npv(initial, [3.5e6] * 3, rate)
    assert told_npv(talked(OWN, text)[-1]) == (yen_text(value) if value >= 0 else said(value))


def test_payback_and_return_are_of_the_changed_plan(talked):
    answer = talked(OWN, "費用が2割増えたら", "もう2年")[-1].answer  # 960万円, 350万円 over 5 years: 960 / 350 = 2.74
    irr = 0.24044
    assert abs(npv(9.6e6, [3.5e6] * 5, irr)) < 5e3 and "回収期間は2.7年" in answer and "内部収益率（IRR）は24%" in answer


def test_lengths_grow_and_when_the_effect_begins_is_told_anew(talked):
    *_, third = talked(OWN, "もう1年", "さらに2年延ばすと", "半分の期間なら")
    assert told_npv(third) == yen_text(npv(8e6, [3.5e6] * 3))
    assert told_npv(talked(OWN, "効果は2年目から", "最初の6か月は効果なし")[-1]) == said(npv(8e6, [1.75e6, 3.5e6, 3.5e6]))


def test_every_cost_grows_where_all_that_is_spent_does(talked):
    answer = talked("初期費用800万円、年350万円の効果、運用費年50万円、期間5年なら?", "費用が2割増えたら")[-1]
    assert told_npv(answer) == yen_text(npv(9.6e6, [3.5e6 - 6e5] * 5)) or told_npv(answer) == said(npv(9.6e6, [3.5e6 - 6e5] * 5))


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("資本コスト7%なら", {"factors": (), "rate": 7}), ("人件費が1割上がったら", {"factors": (("labour", 1.1),)}), ("2年目から年400万円", {"start": 2}), ("回収期間は3年以内", {"limit": 3.0, "factors": ()}), ("あと3年で回収できる?", {"differences": ()}), ("期間3年", {"years": 3, "differences": ()}),
        ("最初の1年で200万円の効果", {"begins": None}), ("年商が1.5倍になった会社", {"factors": ()}),
    ],
)  # fmt: skip
def test_near_misses_are_read_as_before(text, slots):
    told = read_investment(text)
    assert {name: getattr(told, name) for name in slots} == slots


@pytest.mark.parametrize("text", ["円安で1ドル170円なら", "為替が1ドル150円になったら", "1ドル=160円だと?"])
def test_a_rate_of_exchange_is_no_amount(talked, text):
    answer = talked(OWN, text, "割引率を5%に")
    assert "為替は前提に入っていません" in answer[1].answer and told_npv(answer[2]) == yen_text(npv(8e6, [3.5e6] * 3, 0.05))


# -- a strategy told with its own amounts -------------------------------------------------------------------------------


def test_what_was_told_comes_first_and_the_stages_stand_beside_it(ask):
    answer = ask(TRIAL)
    first = answer.answer.split("\n")[1]
    assert told_npv(answer) == yen_text(npv(8e6, [3.5e6] * 5)) and first.startswith("小規模プロトタイプは、この前提なら5年のうちに元が取れ")
    staged = evaluate(resolve("prototype", changes("prototype", read_investment(TRIAL)))).results.ev_gates
    assert f"本番化費用は標準の1,500万円、年間運用費は標準の250万円とし、途中の合否と税も入れると、小規模プロトタイプの期待値は{said(staged)}です【2】" in answer.answer


@pytest.mark.parametrize("text", ["標準の前提で", "標準の費用も入れて", "標準の前提も含めて"])
def test_the_stages_are_calculated_where_they_are_asked_for(talked, text):
    answer = talked(TRIAL, text)[-1]
    assert f"**{said(evaluate(resolve('prototype', changes('prototype', read_investment(TRIAL)))).results.ev_gates)}**" in answer.answer and answer.actions[0]["strategy"] == "prototype"


@pytest.mark.parametrize("text", ["自社の数字だけで", "標準の費用は入れないで", "うちの金額だけで計算して", "仮置きの費用を外して", "ご指定の額だけだと?", "デフォルトの費用は使わないで"])
def test_defaults_are_left_out_where_that_is_said(talked, text):
    alone, half = talked(TRIAL, text, "効果が半分だったら")[1:]
    assert told_npv(alone) == yen_text(npv(8e6, [3.5e6] * 5)) and told_npv(half) == said(npv(8e6, [1.75e6] * 5)) and "1,500万円" not in alone.answer


@pytest.mark.parametrize("text", ["本番化費用なしで", "本番化費用はかからない", "本番化の費用を除いて", "本番化費用は0円"])
def test_one_default_is_taken_out(talked, text):
    answer = talked(TRIAL, text)[-1]
    assert answer.actions[0]["changes"]["production_cost"] == 0 and "本番化費用は1,500万円" not in answer.answer and "年間運用費は250万円" in answer.answer


@pytest.mark.parametrize(("text", "changes"), [("効果は2年目から", {"ramp_year1": 0, "ramp_year2": 50}), ("最初の6か月は効果なし", {"ramp_year1": 25, "ramp_year2": 70}), ("1年目は2割の効果だったら", {"ramp_year1": 20}), ("最初の1年は効果が出ない", {"ramp_year1": 0, "ramp_year2": 50})])
def test_a_strategy_takes_when_its_effect_begins(talked, text, changes):
    answer = talked("共有クラウドの期待値は?", text)[-1]
    assert f"**{said(evaluate(resolve('cloud', changes)).results.ev_gates)}**" in answer.answer and answer.actions[0]["changes"] == changes


def test_a_change_that_changes_nothing_says_so(talked):
    assert "標準の前提と変わりません" in talked("小規模プロトタイプの期待値は?", "1年目は半分の効果")[-1].answer


# -- a strategy's own price and effect are the plan ------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "initial", "net", "years"), [
    ("企業との共同研究を進めた場合の投資効果はどう見ればよいでしょう。年間800万円を3年出して、外部資金が年1200万円増える想定です", 0, 4e6, 3),
    ("共有クラウドに年500万払って、事務の残業が年に900万へるとしたらROIはいくらになる?5年で", 0, 4e6, 5),
    ("共有クラウドを年間1,800万円、3年間利用し、効果が年間2,500万円と見込んだ場合のROIを試算して", 0, 7e6, 3),
    ("うち予算300万しかないんだけど、プロトタイプ作って年150万くらいコスト減るとして、何年で回収できる?", 3e6, 1.5e6, 5),
    ("大学に年300万円ずつ3年払い、共同研究で経費が年2000万円減る", 0, 17e6, 3),
    ("共有クラウドに月50万円、年900万円の人件費が浮く。4年だと?", 0, 3e6, 4),
    ("共同研究に寄付が年500万円入る。費用は年200万円、期間2年", 0, 3e6, 2),
])  # fmt: skip
def test_what_is_paid_and_gained_is_calculated_as_told(ask, text, initial, net, years):
    answer = ask(text)
    assert answer.verdict.ok and f"NPV）は{yen_text(npv(initial, [net] * years))}です" in answer.answer.replace("**", "")


def test_another_plan_with_its_own_price_is_set_against_the_one_before(talked):
    bought, rented, which, dearer = talked("GPUサーバー1台600万、年間の電気と保守で120万、3年使う。外観検査の不良減で年400万浮く見込み。元は取れるか", "じゃあクラウドだと?月25万として", "結局どっちだ。一言で", "クラウドが月32万なら?")
    first, second, third = npv(6e6, [2.8e6] * 3), npv(0, [1e6] * 3), npv(0, [(4 - 3.84) * 1e6] * 3)
    assert told_npv(bought) == yen_text(first) and told_npv(rented) == yen_text(second)
    assert f"前の案のNPVは{said(first)}で【1】、差額{yen_text(second - first)}だけこちらが有利です" in rented.answer
    assert "こちらが有利です" in which.answer and len(which.answer) < len(rented.answer) / 2
    assert told_npv(dearer) == yen_text(third) and f"変える前のNPVは{said(second)}でした" in dearer.answer


def test_what_a_change_does_is_told_from_the_plan_before_it(talked):
    before = said(evaluate(resolve("prototype", {"annual_benefit": 3e7})).results.ev_gates)
    assert f"変える前の{before}から" in talked("小規模プロトタイプの期待値は?効果は年3,000万円", "成功確率が2割だったら?")[-1].answer
    assert "標準の前提の" in talked("小規模プロトタイプの期待値は?", "成功確率が2割だったら?")[-1].answer


@pytest.mark.parametrize(("text", "gains", "answered"), [
    ("つまり、やめといたほうがええってこと?", True, "いいえ、この前提なら進めてよい計算です。"), ("やめた方がいい?", False, "はい、この前提のままなら見送るほうがよい計算です。"), ("進めていいですか", True, "はい、この前提なら進めてよい計算です。"),
    ("結局やるべきか", False, "いいえ、この前提のままでは見送るほうがよい計算です。"),
])  # fmt: skip
def test_whether_to_go_on_is_said_by_the_sign(talked, text, gains, answered):
    assert talked(f"共同研究に年800万円払い、年{1200 if gains else 600}万円の効果", text)[-1].answer.split("\n")[1].startswith(answered)


@pytest.mark.parametrize("text", ["費用が年300万円増えて、効果は年900万円", "人件費が年300万円増えて、効果は年900万円", "運用費が年300万円増加、効果は年900万円"])
def test_a_cost_that_grows_is_no_gain(text):
    assert read_investment(text).benefit.value == 9e6


@pytest.mark.parametrize(("asked", "plan", "text", "factor"), [("共同研究のNPVは?", "joint", "費用が2割増えたら", 1.2), ("小規模プロトタイプのNPVは?", "prototype", "コストが半分なら", 0.5), ("共有クラウドの期待値は?", "cloud", "2割費用が増えたら", 1.2)])
def test_every_default_cost_of_a_strategy_grows_and_is_named(talked, asked, plan, text, factor):
    answer = talked(asked, text)[-1]
    default = resolve(plan).assumptions
    evaluation, usual = evaluate(resolve(plan, answer.actions[0]["changes"])), evaluate(resolve(plan))
    assert f"**{said(evaluation.results.ev_gates)}**" in answer.answer and evaluation.cash_flows[0].stage_cost == pytest.approx(factor * usual.cash_flows[0].stage_cost)
    for key in ("production_cost", "annual_cost"):
        value = evaluation.settings.assumptions[key].value
        assert value == pytest.approx(factor * default[key].value) and f"標準の{yen_text(default[key].value)}を同じ割合で変えた{yen_text(value)}" in answer.answer


def test_every_plan_of_a_comparison_and_a_yearly_price_grow_with_the_costs(talked):
    assert "期待値は**83万円のプラス**" in talked("3つの戦略でどれが得?", "費用が2割増えたら")[-1].answer.split("\n")[1]
    assert "年間費用600万円、期間2年" in talked("共同研究を年500万円で2年、効果は年3000万円", "費用が2割増えたら")[-1].answer
    assert "年1,000万円の予算に対し" in talked("共有クラウドの年間予算は1,000万円。採算は?", "費用が2割増えたら")[-1].answer


@pytest.mark.parametrize("text", ["クラウドだと?", "じゃあ共同研究なら?", "プロトタイプだったら?"])
def test_a_strategy_after_a_plan_of_ones_own_says_whose_effect_it_stands_on(talked, text):
    other, same = talked("800万円のGPUサーバーを買って、年500万円の外注費が浮く。保守は年100万円", text, "効果は同じ500万円で")[1:]
    assert "先の計画の年間効果500万円は使わず、標準の前提で計算しました" in other.answer and "置いた見込みは500万円" not in other.answer
    assert "置いた見込みは500万円です" in same.answer and "使わず" not in same.answer
    assert "先の計画" not in talked("共有クラウドの採算は?", "共同研究なら?")[-1].answer
