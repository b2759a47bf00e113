"""Investments told in a sentence: the amounts are read as written, the result is the textbook's, what cannot be read is said."""

import re

import pytest
from steps import drafted

from analytics.roi import compare, evaluate, resolve
from analytics.roi.amounts import yen_text
from assistant.understand.plans.investment import Amount, read_investment
from assistant.understand.plans.investment_asked import tells_plan

PLAIN = "投資800万円、年間効果400万円、3年、割引率5%なら元は取れますか"


def npv(initial, benefits, rate):
    """Textbook: −initial + Σ benefit_t / (1 + rate)^t, in yen."""
    return -initial + sum(benefit / (1 + rate) ** year for year, benefit in enumerate(benefits, 1))


def told(ask, text):
    """The NPV of the conclusion in 万円, as a number."""
    answer = ask(text)
    assert (answer.intent, answer.outcome, answer.verdict.ok) == ("roi", "answered", True), answer.answer
    amount = re.search(r"NPV）は\*\*(?:([\d,]+)億)?(?:([\d,]+)万)?円(のマイナス)?\*\*", answer.answer)
    value = 10_000 * int((amount[1] or "0").replace(",", "")) + int((amount[2] or "0").replace(",", ""))
    return -value if amount[3] else value


@pytest.mark.parametrize(
    "text",
    [
        PLAIN, "投資８００万円、年間効果４００万円、３年、割引率５％なら元は取れますか", "800万投資して年400万の効果、3年、割引率5%でペイする?", "投資八百万円、年間効果四百万円、三年、割引率5%なら元は取れますか",
        "投資 ¥8,000,000 年間効果 ¥4,000,000 3年 5% NPV", "初期費用0.08億円、年間の効果は400万円、3年間、割引率5%、NPVは?", "8百万円かけて毎年4百万円浮く。期間は3カ年、利率5分でペイする?",
        "年間400万円のコスト削減。導入費は800万円、36か月、資本コスト0.05でNPVは?", "投資800万円、年間削減額400万円、割引率5パーセントで三年間。採算は?",
        "開発8人月、人月単価100万円、効果は年400万円、3年、割引率5%。採算は?", "投資800万円、効果は四半期100万円、3年、割引率5%、NPVは?",
    ],
)  # fmt: skip
def test_the_same_investment_written_differently(ask, text):
    assert told(ask, text) == round(npv(8e6, [4e6] * 3, 0.05) / 1e4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500万円の投資で年300万円の効果、5年、割引率8%、NPVは?", npv(5e6, [3e6] * 5, 0.08)),
        ("投資1億円で年間効果1000万円、5年、割引率5%。採算は?", npv(1e8, [1e7] * 5, 0.05)),
        ("月50万円の効果で投資800万円、3年、割引率5%、元は取れる?", npv(8e6, [6e6] * 3, 0.05)),
        ("投資800万円、毎月50万円浮く、3年、割引率5%、元は取れる?", npv(8e6, [6e6] * 3, 0.05)),
        ("投資800万円、年間効果400万円、ランニングコスト月10万円、3年、割引率5%、NPVは?", npv(8e6, [2.8e6] * 3, 0.05)),
        ("投資800万円、年間効果400万円、効果は2年目から、3年、割引率5%、NPVは?", npv(8e6, [0, 4e6, 4e6], 0.05)),
        ("投資800万円、初年度は効果なし、年間効果400万円、3年、割引率5%、NPVは?", npv(8e6, [0, 4e6, 4e6], 0.05)),
        ("投資800万円、効果は初年度100万円、2年目300万円、3年目以降500万円、期間4年、割引率5%、NPVは?", npv(8e6, [1e6, 3e6, 5e6, 5e6], 0.05)),
        ("投資800万円、年間効果400万円で毎年10%成長、3年、割引率5%、NPVは?", npv(8e6, [4e6, 4.4e6, 4.84e6], 0.05)),
        ("投資800万円、年間効果400万円で毎年10%ずつ減る、3年、割引率5%、NPVは?", npv(8e6, [4e6, 3.6e6, 3.24e6], 0.05)),
        ("投資500万円、年間効果300万円、5年、割引率0%、NPVは?", npv(5e6, [3e6] * 5, 0)),
        ("投資800万円、年間効果400万円、18か月、割引率5%、NPVは?", npv(8e6, [4e6, 2e6], 0.05)),
        ("投資500万円、年間効果300万円、1年、割引率8%、NPVは?", npv(5e6, [3e6], 0.08)),
        ("投資500万円、年間効果300万円、50年、割引率8%、NPVは?", npv(5e6, [3e6] * 50, 0.08)),
        # (効果 − 償却) × 30% of tax; 1,000万円 over five years.
        ("投資1000万円、年間効果400万円、5年、割引率5%、税率30%、NPVは?", npv(1e7, [4e6 - 0.3 * (4e6 - 2e6)] * 5, 0.05)),
        ("投資800万円、年間効果400万円、初年度の効果は半分、3年、割引率5%、NPVは?", npv(8e6, [2e6, 4e6, 4e6], 0.05)),
        ("検査の費用を年間1200万円から800万円に減らせる。投資は800万円、3年、割引率5%、NPVは?", npv(8e6, [4e6] * 3, 0.05)),
        ("月20時間の削減、時給3000円、投資100万円、5年、割引率8%、採算は?", npv(1e6, [720_000] * 5, 0.08)),
    ],
)  # fmt: skip
def test_amounts_by_period_over_the_years_and_taxed(ask, text, expected):
    assert told(ask, text) == round(expected / 1e4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("効果は300万〜500万円、投資800万円", {"benefit": Amount(4e6, 3e6, 5e6), "initial": Amount(8e6)}),
        ("投資800万円、年間効果300万円から500万円", {"benefit": Amount(4e6, 3e6, 5e6), "initial": Amount(8e6)}),
        ("投資500〜800万円、効果200万円", {"initial": Amount(6.5e6, 5e6, 8e6), "benefit": Amount(2e6)}),
        ("投資500万、効果は最低200万、基準300万、最高500万", {"benefit": Amount(3e6, 2e6, 5e6)}),
        ("投資500万円の効果は300万円", {"initial": Amount(5e6), "benefit": Amount(3e6)}),
        ("300万円の効果に500万円を投じる", {"initial": Amount(5e6), "benefit": Amount(3e6)}),
        ("人件費を年300万円削減、投資500万", {"initial": Amount(5e6), "benefit": Amount(3e6)}),
        ("売上が年500万円増える、投資1000万", {"initial": Amount(1e7), "benefit": Amount(5e6)}),
        ("売上100億円、資本金3億円、社員300人", {"initial": None, "benefit": None, "employees": 300, "capital": 3e8}),
        ("投資500万、効果300万、3年で回収できる?", {"limit": 3, "years": None}),
        ("回収期間は2年以内、投資500万、効果300万", {"limit": 2, "years": None}),
        ("投資500万、効果300万、成功確率60%", {"rate": None, "unused": (), "chances": (("success", 60.0),)}),
        ("投資500万円、補助金200万円、効果年150万円", {"initial": Amount(5e6), "benefit": Amount(1.5e6), "subsidy": 2e6, "unused": ()}),
        ("投資500万円で効果は年150万円、残存価値100万円、5年", {"initial": Amount(5e6), "benefit": Amount(1.5e6), "unused": ("100万円",)}),
        ("システム更新に5000万円、年間の保守費が500万円減る", {"initial": Amount(5e7), "benefit": Amount(5e6)}),
        ("効果が半分だと?", {"factors": (("benefit", 0.5),)}),
        ("投資が100万円増えたら?", {"differences": (("initial", 1e6),)}),
    ],
)
def test_what_is_read(text, expected):
    read = read_investment(text)
    assert {name: getattr(read, name) for name in expected} == expected


def test_a_range_gives_a_worse_and_a_better_case(ask):
    answer = ask("投資800万円、年間効果300万円〜500万円、3年、割引率5%でNPVは?").answer
    low, high = (yen_text(abs(npv(8e6, [benefit] * 3, 0.05))) for benefit in (3e6, 5e6))
    assert f"悪い場合は{low}のプラス、良い場合は{high}のプラス" in answer
    answer = ask("投資500万〜800万円、年間効果300万円、維持費は年20万円〜40万円、3年、割引率5%でNPVは?").answer
    assert f"悪い場合は{yen_text(-npv(8e6, [2.6e6] * 3, 0.05))}のマイナス、良い場合は{yen_text(npv(5e6, [2.8e6] * 3, 0.05))}のプラス" in answer
    answer = ask("投資800万円、年間効果200万円〜500万円、3年、割引率5%でNPVは?").answer
    assert f"悪い場合は{yen_text(-npv(8e6, [2e6] * 3, 0.05))}のマイナス" in answer


def test_a_loss_is_called_one(ask):
    answer = ask("投資800万円、年間効果200万円、3年、割引率5%なら元は取れますか").answer
    assert "元が取れず" in answer and f"**{round(-npv(8e6, [2e6] * 3, 0.05) / 1e4)}万円のマイナス**" in answer


def test_a_payback_criterion_is_judged(ask):
    assert "条件の3年以内に回収できます" in ask("投資500万円、年間効果200万円。3年で回収できる?").answer
    assert "条件の2年以内には回収できません" in ask("投資500万円、年間効果200万円。2年で回収できる?").answer


def test_what_was_taken_by_default_is_said(ask):
    answer = ask("投資800万円、年間効果400万円で元は取れますか").answer
    assert "期間の指定がないため" in answer and "割引率の指定がないため" in answer
    assert "指定がないため" not in ask(PLAIN).answer


def test_readings_are_said(ask):
    assert "「毎月50万円」を年間600万円と読みました" in ask("投資800万円、毎月50万円浮く、3年、割引率5%、元は取れる?").answer
    assert ask("投資500万、効果年300万、電話代が60%、採算は?").answer.split("\n")[1].startswith("「60%」は何の数字か読み取れなかった")


def test_the_working_is_shown_and_checked(ask):
    """Formula and yearly table; every number of them is in the verdict."""
    answer = ask(PLAIN)
    rows = re.findall(r"^\| (\d)年目 \|.*\| (\S+) \|$", answer.answer, re.M)
    running = [-8e6, *(npv(8e6, [4e6] * years, 0.05) for years in (1, 2, 3))]
    assert rows == [(str(year), yen_text(amount)) for year, amount in enumerate(running)]
    assert "計算式：NPV＝" in answer.answer and "損益分岐は年間効果294万円" in answer.answer
    assert {number.text for number in answer.verdict.numbers} >= {"381万円", "294万円"}
    assert answer.chart["series"][1]["values"] == [round(amount / 1e4) for amount in running]


def test_a_changed_cell_of_the_table_fails_the_check(assistant, ask):
    question, draft, evidence = drafted(assistant, PLAIN)
    assert assistant.verifier.check(draft.text, evidence, question).ok
    wrong = draft.text.replace("| 381万円 |", "| 382万円 |")
    assert wrong != draft.text and not assistant.verifier.check(wrong, evidence, question).ok


def test_the_inputs_are_repeated(ask):
    answer = ask(PLAIN).answer
    assert all(value in answer for value in ("初期投資800万円", "年間効果400万円", "期間3年", "割引率5%"))


def test_no_verdict_without_the_effect(ask):
    answer = ask("投資800万円で元は取れる?")
    assert "元が取れ" not in answer.answer and "少なくとも" in answer.answer


def test_what_is_missing_is_asked_for(ask):
    answer = ask("元は取れますか?").answer
    assert "初期投資額" in answer and "年間効果" in answer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("投資-100万円、年間効果50万円、3年、割引率5%でNPVは?", "初期投資は0円以上"),
        ("投資△100万円、年間効果50万円、3年、割引率5%でNPVは?", "初期投資は0円以上"),
        ("投資800万円、年間効果400万円、3年、割引率-5%、NPVは?", "0〜100%"),
        ("投資800万円、年間効果400万円、3年、割引率500%、NPVは?", "0〜100%"),
        ("投資800万円、年間効果400万円、100年、割引率5%、NPVは?", "1〜50年"),
        ("投資300万ドル、年間効果100万ドル、5年、割引率8%、NPVは?", "円でお書きください"),
        ("投資500、効果300、5年でNPVは?", "単位がありません"),
        ("投資500万円、1日2万円の効果、5年でNPVは?", "1日あたり"),
        ("投資500万円、効果は最低300万円、基準200万円、最高500万円、5年でNPVは?", "順になるように"),
    ],
)  # fmt: skip
def test_what_cannot_be_calculated_is_said_and_not_replaced(ask, text, words):
    answer = ask(text)
    assert answer.outcome == "answered" and words in answer.answer
    assert "**" not in answer.answer, "a value was put in its place"


def test_follow_ups_change_one_value(assistant):
    assistant.ask(PLAIN, session="roi")
    steps = (
        ("割引率8%だと?", npv(8e6, [4e6] * 3, 0.08)), ("5年なら?", npv(8e6, [4e6] * 5, 0.08)), ("年間効果が300万円だと?", npv(8e6, [3e6] * 5, 0.08)),
        ("割引率を5%にしたら?", npv(8e6, [3e6] * 5, 0.05)), ("効果が半分だと?", npv(8e6, [1.5e6] * 5, 0.05)), ("効果が2倍になったら?", npv(8e6, [3e6] * 5, 0.05)),
        ("投資が2割減ったら?", npv(6.4e6, [3e6] * 5, 0.05)), ("投資が100万円増えたら?", npv(7.4e6, [3e6] * 5, 0.05)), ("10年だと?", npv(7.4e6, [3e6] * 10, 0.05)),
        ("割引率が2ポイント上がったら?", npv(7.4e6, [3e6] * 10, 0.07)), ("割引率が2ポイント下がったら?", npv(7.4e6, [3e6] * 10, 0.05)),
        ("効果が2年目からなら?", npv(7.4e6, [0, *[3e6] * 9], 0.05)),
    )  # fmt: skip
    for text, expected in steps:
        assert told(lambda question: assistant.ask(question, session="roi"), text) == round(expected / 1e4), text


def test_a_document_or_another_subject_ends_the_calculation(assistant):
    assistant.ask(PLAIN, session="roi-end")
    assert assistant.ask("2021年のAI会議の企業参加率は?", session="roi-end").intent == "figure"


# -- the strategies -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "strategy"), [("小規模プロトタイプ", "prototype"), ("共有クラウド", "cloud"), ("共同研究", "joint")])
def test_a_strategy_is_answered_from_its_defaults(ask, name, strategy):
    answer = ask(f"{name}のNPVは?")
    evaluation = evaluate(resolve(strategy), 10_000)
    drawn = evaluation.monte_carlo
    assert answer.intent == "roi" and answer.verdict.ok
    assert f"**{yen_text(abs(evaluation.results.ev_gates))}の" in answer.answer
    for amount in (drawn.p10, drawn.p50, drawn.p90, evaluation.break_even_of("annual_benefit")):
        assert yen_text(abs(amount)) in answer.answer
    assert f"NPVがプラスになる確率は{100 * drawn.probability_positive:.1f}%" in answer.answer
    assert "仮置き" in answer.answer and "損益分岐" in answer.answer


def test_a_strategy_takes_what_the_sentence_says(ask):
    evaluation = evaluate(resolve("joint", {"annual_benefit": 2e7, "discount_rate": 5, "operation_years": 7}))
    answer = ask("共同研究で年間効果2000万円、割引率5%、7年ならNPVは?").answer
    assert f"**{yen_text(abs(evaluation.results.ev_gates))}の" in answer and "年間効果(新製品の粗利、立上げ後)は2,000万円" in answer


def test_a_strategy_follow_up(assistant):
    assistant.ask("共同研究のNPVは?", session="strategy")
    for text, benefit, shown in (("効果が2割減ったら?", 3.6e7, "3,600万円"), ("効果が半分だと?", 1.8e7, "1,800万円")):
        answer = assistant.ask(text, session="strategy").answer
        value = evaluate(resolve("joint", {"annual_benefit": benefit})).results.ev_gates
        assert f"**{yen_text(abs(value))}の" in answer and f"置いた見込みは{shown}" in answer
    assistant.ask("割引率を5%にしたら?", session="strategy")
    cloud = assistant.ask("共有クラウドだと?", session="strategy")
    value = evaluate(resolve("cloud", {"discount_rate": 5})).results.ev_gates
    assert f"**{yen_text(abs(value))}の" in cloud.answer, "the rate is kept, the other plan's benefit is not"
    assert cloud.intent == "roi" and cloud.answer.split("\n")[1].startswith("共有クラウド")


@pytest.mark.parametrize("text", ["3つの戦略でどれが得?", "小規模プロトタイプと共有クラウドと共同研究を比較するとどれが得?"])
def test_strategies_are_compared_on_equal_terms(ask, text):
    answer = ask(text)
    ranked = compare(strategies=("prototype", "cloud", "joint")).ranked
    rows = re.findall(r"^\| (\S+?)【\d】 \| (\S+) \|", answer.answer, re.M)
    assert rows == [(each.settings.label_ja, yen_text(each.results.ev_gates)) for each in ranked]
    assert answer.verdict.ok and "損益分岐" in answer.answer.split("**要点**")[0]


def test_the_first_step_of_a_company(ask):
    answer = ask("うちは300人の製造業、何から?")
    assert answer.outcome == "answered" and answer.verdict.ok
    assert "最初の一歩は" in answer.answer and "小規模プロトタイプ" in answer.answer and "損益分岐" in answer.answer
    assert "従業員300人の会社として計算し、資本金は3億円と仮置きしました" in answer.answer
    assert "税では資本金で決まる" in answer.answer and "中小企業者には当たりません" not in answer.answer  # the capital was not told
    assert "補助金でも税でも中小企業に当たる" in ask("うちは社員80人、資本金5000万円のメーカーです。何から始めるべき?").answer


def test_renting_or_buying(ask):
    few, many = ask("クラウドと購入どっちが得?"), ask("年5000時間使うなら、GPUは買うのと借りるのどっちが得?")
    level = evaluate(resolve("buy_gpu")).break_even_of("gpu_hours")
    for answer in (few, many):
        assert answer.intent == "roi" and answer.verdict.ok and f"損益分岐は年{round(level)}時間" in answer.answer
    assert "**借りる**ほうが" in few.answer and "利用時間の指定がないため" in few.answer
    assert "**購入**のほうが" in many.answer and "利用時間の指定がないため" not in many.answer


def test_renting_or_buying_at_prices_told(ask):
    answer = ask("クラウド利用料が月30万円、購入なら500万円、3年、割引率5%。どっちが得?")
    assert f"**{yen_text(npv(5e6, [3.6e6] * 3, 0.05))}**" in answer.answer and "払わずに済む利用料" in answer.answer


def test_actions_carry_the_assumptions(ask):
    actions = ask("共同研究で年間効果2000万円ならNPVは?").actions
    assert {action["kind"] for action in actions} == {"form", "export"}
    assert all(action["strategy"] == "joint" and action["changes"]["annual_benefit"] == 2e7 for action in actions)
    for action in ask(PLAIN).actions:
        assert evaluate(resolve(action["strategy"], action["changes"])).results.npv == pytest.approx(npv(8e6, [4e6] * 3, 0.05))


def test_a_value_taken_back_does_not_count():
    from assistant.understand.plans.investment import read_investment

    assert read_investment("5年じゃなくて3年だったら").years == 3


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("初期投資マイナス500万、年間効果300万でNPVは?", "初期投資は0円以上の金額でお書きください。"),
        ("投資9999兆円、年間効果1円、5年、割引率8%でNPVは?", "金額は1兆円までの範囲でお書きください。"),
    ],
)
def test_an_absurd_amount_is_answered_with_what_to_write(ask, text, sentence):
    assert ask(text).answer.strip() == sentence


FRAMED = {
    "元手1200万、年300万浮く、5年回す、利率4%。黒になるか": (12e6, [3e6] * 5, 0.04),
    "専務より、費用対効果を一枚で見たいとの指示を受けております。初期費用2,500万円、年間の効果900万円、運用期間4年、割引率6%という条件で、正味現在価値と回収期間がどうなるかお確かめください。": (25e6, [9e6] * 4, 0.06),
    "初期2,000万円、年800万円のbenefit、5年、discount rate 6%だとpaybackは?": (20e6, [8e6] * 5, 0.06),
    "投資1,000万円、効果は年500万円、3年、割引率5%。これで回収できるという稟議は成り立ちますか": (10e6, [5e6] * 3, 0.05),
    "設備に3000万円かけると毎年800万円の人件費が減ります。6年使う予定で資本コスト7%なら買いですか": (30e6, [8e6] * 6, 0.07),
    "1億突っ込んで毎年2500万戻る見込み、10年、金利3%や。やる値打ちある?": (100e6, [25e6] * 10, 0.03),
    "upfront 15M yen, annual saving 4M yen, 5 years, 8%でどう": (15e6, [4e6] * 5, 0.08),
}


@pytest.mark.parametrize("text", FRAMED)
def test_an_outlay_and_a_yearly_effect_are_calculated_whatever_stands_around_them(ask, text):
    assert told(ask, text) == round(npv(*FRAMED[text]) / 1e4)


@pytest.mark.parametrize(
    "text",
    [
        "補助金は上限1000万円、毎年300万円で5年間という制度はある?", "GPU100枚を3億円で買うと電気代は年間2000万円かかる?", "売上50億円、従業員300人。毎年500万円の研究費は妥当?",
        "学習費用が2027年に10億ドルを超え、年2.4倍で増えるという推計は誰の?", "共同研究の1件あたり平均は約300万円と聞いたが、年間何件?",
    ],
)  # fmt: skip
def test_amounts_without_an_outlay_and_its_effect_are_no_plan(text):
    assert not tells_plan(text)


def test_a_document_about_a_plan_is_still_made(understand):
    assert understand("投資1,000万円、効果は年500万円、3年の計画で稟議書を作ってください").intent == "document"


@pytest.mark.parametrize(("change", "benefits"), [("benefitがhalfになったらstill OK?", 4e6), ("恐れ入ります、今の条件で年間の効果だけ600万円に下げますと、結論は変わりますでしょうか。", 6e6)])
def test_a_plan_is_changed_in_english_or_at_length(assistant, change, benefits):
    session = f"change-{len(change)}"
    assistant.ask("初期2,000万円、年800万円のbenefit、5年、discount rate 6%だとpaybackは?", session=session)
    assert told(lambda text: assistant.ask(text, session=session), change) == round(npv(20e6, [benefits] * 5, 0.06) / 1e4)


def test_what_is_invested_in_computing_is_the_outlay():
    told = read_investment("計算資源に8億円投資、年間効果2.5億円、5年、割引率8%でNPVは")
    assert told.initial.value == 8e8 and told.benefit.value == 2.5e8 and told.items == ()
    assert read_investment("計算資源に500万円、投資額は1000万円で年間効果600万円").items == (("compute", 5e6),)
