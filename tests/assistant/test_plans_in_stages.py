"""Plans that are paid by the year for some years, after a trial, or in one of two ways: calculated from exactly what was told."""

import re

import pytest

from assistant.roi.wording import plainly, said
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.make_or_hire import two_plans


def npv(flows, rate=0.08):
    """Of flows in years 0, 1, 2, …."""
    return sum(flow / (1 + rate) ** year for year, flow in enumerate(flows))


def conclusion(answer):
    return answer.answer.split("**要点**")[0]


M = 1e6


@pytest.mark.parametrize(
    ("text", "flows", "rate"),
    [
        ("共同研究に年2,000万円ずつ3年、効果は3年目から年3,000万円、6%、5年", [0, -20, -20, 10, 30, 30], 0.06),
        ("毎年2000万円を3年間投じ、4年目から年5000万円の効果、8年", [0, -20, -20, -20, *[50] * 5], 0.08),
        ("共同研究に年間1200万円を2年払って、3年目から1500万円の粗利が4年続くなら投資に見合うか、資本コスト8%で", [0, -12, -12, *[15] * 4], 0.08),
        ("3年契約の共同研究に年1,200万、4年目から年900万の粗利が5年続く。割引率8%で正味の価値はプラスか", [0, *[-12] * 3, *[9] * 5], 0.08),
        ("初年度1000万、2年目500万を投資、効果は3年目から年800万、6年", [0, -10, -5, *[8] * 4], 0.08),
        ("1年目500万、2年目以降は200万の費用、効果は年400万、5年", [0, -1, *[2] * 4], 0.08),
        ("年800万円を3年出して、その後毎年1500万の粗利", [0, -8, -8, -8, *[15] * 5], 0.08),
        ("年2000万ずつ3年、その後は年300万かかる。効果は3年目から年3000万、8年", [0, -20, -20, 10, *[27] * 5], 0.08),
        ("最初の3年は年1000万円かかり、4年目以降年2000万円浮く。8年", [0, *[-10] * 3, *[20] * 5], 0.08),
        ("共同研究に年2000万ずつ3年、4年目から年3000万、8年", [0, *[-20] * 3, *[30] * 5], 0.08),
    ],
)
def test_a_plan_paid_in_some_years_is_calculated_from_those_years(ask, text, flows, rate):
    answer = ask(text)
    assert answer.outcome == "answered" and plainly(npv([M * flow for flow in flows], rate)) in conclusion(answer)
    assert "標準" not in conclusion(answer) and "仮置き）" not in answer.answer


@pytest.mark.parametrize("text", ["大学に年300万円ずつ3年払い、共同研究で経費が年2000万円減る", "年300万の効果が5年続く。投資は1000万", "2000万投資、効果は3年目から年3000万円、5年", "初期投資500万円、年間効果300万円、5年"])
def test_what_is_paid_as_long_as_the_effect_has_no_years_of_its_own(text):
    told = read_investment(text)
    assert told.ends is None and (not told.paid or told.years == told.paid[0][1])


def test_a_plan_paid_in_some_years_is_changed_by_later_messages(talked):
    answers = talked("共同研究に年2000万円ずつ3年払う", "効果は3年目から年3000万円、5年", "年1,500万ずつなら", "効果が2割減ったら", "稟議書にして")
    told = [conclusion(answer) for answer in answers]
    for place, flows in ((1, [0, -20, -20, 10, 30, 30]), (2, [0, -15, -15, 15, 30, 30]), (3, [0, -15, -15, 9, 24, 24])):
        assert plainly(npv([M * flow for flow in flows])) in told[place]
    assert "標準の数字では作りません" in answers[4].answer


@pytest.mark.parametrize(
    ("text", "trial", "main"),
    [
        ("まず100万で試して、うまくいったら2000万", 1, 20), ("PoC100万で試して当たったら本番2000万、効果は年1500万", 1, 20), ("まずは300万で検証。成功したら1億かける", 3, 100),
        ("試作に150万円、合格したら本番化に2500万円。効果は年1200万円、5年", 1.5, 25), ("小さく50万で始めて、手応えがあれば800万を投じる。年300万浮く", 0.5, 8), ("PoCに300万、その後本格導入に5000万。年2000万の削減", 3, 50),
        ("検証費用200万、本番3000万、年間効果1500万円、5年、成功する確率6割", 2, 30), ("トライアルに80万、通ったら全社展開に1200万", 0.8, 12),
    ],
)  # fmt: skip
def test_a_trial_and_the_outlay_it_decides_on_are_two_amounts(text, trial, main):
    told = read_investment(text)
    assert (told.trial.value, told.production.value, told.unused) == (M * trial, M * main, ())


@pytest.mark.parametrize("text", ["まず500万投資、年300万の効果", "試作に200万かけて、成功したら年500万の効果", "プロトタイプに100万円かけたい。うまくいったら年300万円浮く", "最初に1000万、その後は年200万の保守、効果は年600万", "500万のPoC、うまくいけば年200万の利益"])
def test_an_outlay_and_an_effect_are_no_trial(text):
    assert read_investment(text).trial is None


def test_where_the_trial_fails_only_the_trial_is_lost(talked):
    first, second, third = talked("まず200万で試作、うまくいけば3000万で本番、効果年2000万、5年", "成功確率5割なら", "失敗したらいくら損する?")
    success = npv([-32 * M, *[20 * M] * 5])
    assert plainly(success) in conclusion(first) and f"**{plainly(success / 2 - M)}**" in conclusion(second)
    assert "損失は**200万円**" in conclusion(third)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("自社開発だと1億、外部だと年2000万、効果は同じ年3000万", [-100, *[30] * 5], [0, *[10] * 5]), ("内製だと初期3000万、SaaSなら月50万。効果はどちらも年1500万", [-30, *[15] * 5], [0, *[9] * 5]),
        ("外注だと年800万、内製なら3000万かかって保守が年100万。効果は両方とも年1200万、7年", [0, *[4] * 7], [-30, *[11] * 7]), ("スクラッチ開発は5000万、パッケージは年900万。効果は共通で年2000万、6年", [-50, *[20] * 6], [0, *[11] * 6]),
    ],
)  # fmt: skip
def test_two_ways_to_one_effect_are_two_plans(ask, text, first, second):
    shown = conclusion(ask(text))
    assert all(plainly(npv([M * flow for flow in flows])) in shown for flows in (first, second))


@pytest.mark.parametrize("text", ["自社開発に1億かけて年3000万の効果", "自社の売上100億、外注費年3000万", "自社開発だと1億、外部だと2億", "開発費1億、外部に年2000万払う。効果は年5000万"])
def test_one_plan_with_two_costs_stays_one(text):
    assert two_plans(text) == text


def test_two_ways_without_an_effect_are_asked_for_it(ask):
    assert "年間効果が必要です" in ask("SaaSで月80万、自社で作ると4000万、どっち?").answer


@pytest.mark.parametrize(
    ("text", "bought", "rent"),
    [
        ("1200万のサーバーをリースだと月25万、現金購入とどっちが得? 5年", 12, 3), ("サーバー1500万、リースだと月30万、5年", 15, 3.6), ("リースと現金一括どっちが得?1500万のGPUサーバー、リースは月30万で5年", 15, 3.6), ("サーバー2000万円、借りれば年450万円", 20, 4.5),
        ("装置800万を現金で買うのと、月16万の5年リースではどっちが安い", 8, 1.92), ("リース月額35万、購入1600万、6年で比較", 16, 4.2), ("1200万の機械をリース、月24万", 12, 2.88), ("5年リースで月30万、買えば1500万", 15, 3.6),
    ],
)  # fmt: skip
def test_a_lease_beside_the_price_of_a_machine_is_its_rent(text, bought, rent):
    told = read_investment(text)
    assert (told.initial.value, told.rent.value, told.benefit) == (M * bought, pytest.approx(M * rent), None)


@pytest.mark.parametrize("text", ["GPUサーバーを1800万で買ったら年600万浮く、5年", "1000万のサーバーを入れて、クラウド代が月30万減る", "設備1000万、年250万の効果"])
def test_what_a_machine_saves_is_its_effect(text):
    told = read_investment(text)
    assert told.rent is None and told.benefit is not None


def test_pay_for_what_others_run_is_no_effect():
    told = read_investment("機器の購入に500万円、クラウドに月20万円")
    assert told.benefit is None and told.cost.value == 2.4 * M


def test_after_a_grid_of_numbers_a_loss_reads_as_a_loss(ask):
    shown = conclusion(ask("共同研究に年2000万ずつ3年、効果は4年目から年1000万、6年"))
    assert said(npv([0, *[-20 * M] * 3, *[10 * M] * 3])) in shown and not re.search(r"元が取れ、", shown)


@pytest.mark.parametrize(
    ("text", "subsidy", "delay"),
    [
        ("2000万投資して年600万の効果、5年、補助金が1000万、1年後に入る", 10 * M, 1), ("補助金は翌年に500万円入る", 5 * M, 1), ("2年後に補助金が500万入る", 5 * M, 2), ("補助金800万、後払い", 8 * M, 1), ("補助金が1000万出るが、入金は翌年", 10 * M, 1),
        ("補助金が入るのは1年後", None, 1), ("補助金は後払いだと?", None, 1), ("助成金の入金が2年後なら", None, 2),
    ],
)  # fmt: skip
def test_a_subsidy_and_when_it_comes_are_read(text, subsidy, delay):
    told = read_investment(text)
    assert (told.subsidy, told.grant_delay, told.unused) == (subsidy, delay, ())


@pytest.mark.parametrize("text", ["来年の補助金は?", "補助金はいつ入る?", "補助金1000万が出たら", "補助金は来年も出る?", "1年後に回収したい。補助金500万"])
def test_other_years_beside_a_subsidy_are_not_when_it_comes(text):
    assert read_investment(text).grant_delay is None


def test_a_late_subsidy_is_received_in_its_year(talked):
    answers = talked("2000万投資して年600万の効果、5年", "補助金1000万が出たら", "補助金が入るのは1年後", "補助金が2年後なら", "補助金なしなら")
    flows = ([-20, *[6] * 5], [-10, *[6] * 5], [-20, 16, *[6] * 4], [-20, 6, 16, 6, 6, 6], [-20, *[6] * 5])
    for answer, each in zip(answers, flows, strict=True):
        assert f"**{plainly(npv([M * flow for flow in each]))}**" in conclusion(answer)


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("最初2年は効果ゼロ、3年目から年900万、投資は2000万、6年", [-20, 0, 0, 9, 9, 9, 9]), ("毎月50万を2年払い続ける。効果は年900万で3年目から5年間", [0, -6, -6, *[9] * 5]), ("保守は4年目から年100万、投資2000万、効果年800万、6年", [-20, 8, 8, 8, 7, 7, 7]),
        ("共同研究に3年で総額6000万、4年目から年3000万の効果", [0, -20, -20, -20, *[30] * 5]), ("毎年1000万ずつ5年間で5000万投資、効果は2年目から年2000万、6年", [0, -10, *[10] * 4, 20]), ("1年目1000万、2年目2000万、3年目3000万の効果、投資3000万、3年", [-30, 10, 20, 30]),
        ("5年、年50万の維持費、効果は2年目から年300万、投資500万", [-5, -0.5, 2.5, 2.5, 2.5, 2.5]), ("投資500万円、年300万の効果、5年、月10万の保守", [-5, *[1.8] * 5]),
    ],
)  # fmt: skip
def test_what_is_told_of_single_years_is_of_those_years(ask, text, flows):
    assert f"**{plainly(npv([M * flow for flow in flows]))}**" in conclusion(ask(text))


@pytest.mark.parametrize("text", ["初期投資1億2千万円、0年、3年目から効果は年100万円", "投資100万円、期間0年、5年目から年50万円浮く"])
def test_no_years_divide_nothing(text):
    assert read_investment(text).initial is not None
