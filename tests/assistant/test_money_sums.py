"""Sums of money in a talk: renting against buying by the number of cards, going back to a plan told before, the largest outlay, and amounts no plan has."""

import pytest

from analytics.roi.amounts import yen_text
from analytics.roi.gpu import price_table, rental_prices
from assistant.roi import told_so_far
from assistant.understand.plans.investment import read_investment

PLAN = "GPUサーバーに1億2000万円かけて、年間の効果が3500万円の見込み、5年、割引率は6%。NPVは?"
OTHER = "初期投資1,200万円、年間効果500万円、5年、割引率5%で計算して"
RENT = "時間300円のGPUを8枚、年4000時間使うとして、借りるのと買うのはどっちがいい?さっきの1億2000万と比べて"
MONTHLY = "GPUを自社で買う場合と比べたいです。購入が3000万円、クラウドなら月60万円です"


def first(answer) -> str:
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


def worth(yearly: float, years: int, rate: float) -> float:
    return sum(yearly / (1 + rate) ** year for year in range(1, years + 1))


def after_tax(price: float, saved: float, years: int, rate: float, tax: float = 0.3152) -> float:
    """Yen of today by which buying beats renting: four years of straight-line depreciation, taxed."""
    return -price + sum((saved - (saved - (price / 4 if year <= 4 else 0)) * tax) / (1 + rate) ** year for year in range(1, years + 1))


def electricity(cards: int, hours: float) -> float:
    return 0.8 * cards * 1.4 * 30.2 * hours


# -- the number of cards ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "price", "cards", "initial"), [
    ("GPUを8枚買うと1億2,000万円。1枚1時間300円で8枚借りるのとどっちが安い?", 300, 8, 1.2e8),
    ("8枚で1時間2,400円で借りるか、1億2,000万円で買うか", 300, 8, 1.2e8),
    ("1枚150万円のGPUを8枚買うか、1枚1時間300円で借りるか", 300, 8, 1.2e7),
    ("H100を四枚、1枚500万円で購入。クラウドなら1枚あたり毎時900円", 900, 4, 2e7),
    ("GPUサーバー2台を1台1,500万円で買うか、1台あたり毎時1,500円で2台借りるか", 1500, 2, 3e7),
    ("GPU16基、買えば8,000万円、レンタルだと毎時400円", 400, 16, 8e7),
    ("年商10億円の会社です。GPUを4台計3,000万円で買うか、1台1時間800円で4台借りるか", 800, 4, 3e7), ("資本金1億円。GPUは1,800万円で購入、クラウドは毎時900円", 900, None, 1.8e7),
    ("1台2,400万円、借りると1時間3,000円", 3000, None, 2.4e7),
    ("GPUは買った方がいい?1台400万で、借りると1時間500円", 500, None, 4e6),
])  # fmt: skip
def test_prices_of_one_card_and_of_all_are_told_apart(text, price, cards, initial):
    told = read_investment(text)
    assert (told.price, told.cards, told.initial.value if told.initial else None, told.benefit) == (price, cards, initial, None)


@pytest.mark.parametrize("cards", [2, 8])
def test_cards_multiply_the_rent_and_its_electricity(ask, cards):
    answer = ask(f"GPUを{cards}枚買うと1億2,000万円。1枚1時間300円で{cards}枚借りるのとどっちが安い?年4000時間、5年、割引率6%")
    value = after_tax(1.2e8, 300 * cards * 4000 - 50_000 - electricity(cards, 4000), 5, 0.06)
    rent = 300 * cards * 4000
    assert f"で{yen_text(-value)}有利" in first(answer) and f"借りると年{yen_text(rent)}、5年で{yen_text(5 * rent)}、買うと保守費と電気代を入れて{yen_text(1.2e8 + 5 * (50_000 + electricity(cards, 4000)))}" in first(answer)
    assert "税率31.52%" in answer.answer and "割引率6%" in answer.answer


def test_the_price_table_is_of_all_the_cards(ask):
    answer = ask("GPUを8枚買うと1億2,000万円。1枚1時間300円で8枚借りるのとどっちが安い?年4000時間、5年")
    label, price = next((label, price) for source, label, price in rental_prices() if source == "aws_p5_hour")
    hours = (1.2e8 / 5 + 50_000) / (8 * price - 0.8 * 8 * 1.4 * 30.2)
    row = next(line for line in answer.answer.split("\n") if line.startswith("| AWS"))
    assert f"年{round(hours):,}時間以上" in row and f"{round(8 * price):,}円" in row
    inputs = {"purchase_price": 1.2e8, "operation_years": 5, "maintenance": 5e4, "power_kw": 6.4, "pue": 1.4, "electricity_price": 30.2, "relative_throughput": 1}
    assert next(each for each in price_table(inputs, 8) if each.label_ja == label).hours == pytest.approx(hours)


def test_another_number_of_cards_changes_what_they_cost_to_buy(talked):
    *_, last = talked("A100を4枚買うと1,600万円。借りるなら1枚1時間400円で、年5,000時間。どっちが安い", "2枚なら?")
    assert "購入額は台数に比例させ、2枚分で800万円としました" in last.answer and "借りると年400万円、4年で1,600万円、買うと保守費と電気代を入れて955万円" in first(last)


def test_standard_machines_are_bought_for_all_the_cards(talked):
    one, eight = talked("GPUを買うのと借りるのでは、どっちが安い?", "8枚ならどう?")
    assert "購入額100万円" in one.answer and "購入額800万円" in eight.answer and "毎時5,280円" in eight.answer and "保守費は年40万円" in eight.answer
    value = after_tax(8e6, 8 * 660 * 300 - 400_000 - electricity(8, 300), 4, 0.08)
    assert f"で{yen_text(-value)}有利" in first(eight)


# -- a new sum takes nothing of the plan before -------------------------------------------------------------------------------


def test_renting_inside_a_talk_keeps_only_years_and_rate(talked):
    *_, rent, grant = talked(PLAN, "効果が2割下振れしたら?", RENT, "補助金で3分の1出るなら、最初の案はどう変わる?")
    value = after_tax(1.2e8, 9.6e6 - 50_000 - electricity(8, 4000), 5, 0.06)
    assert f"**借りる**ほうが5年の合計（税引後、今の価値）で{yen_text(-value)}有利" in first(rent)
    assert f"NPV）は**{yen_text(worth(3.5e7, 5, 0.06) - 8e7)}**" in first(grant)


@pytest.mark.parametrize("text", [
    MONTHLY, "3000万円でサーバーを買うか、月60万円で借りるか、どっちがいい?", "買えば3000万円、借りれば毎月60万円だとどうなる", "もし借りるとしたら月60万円、買ったら3000万円やけど、どっちが得?",
    "自前サーバー3,000万円とリース月60万円ならどっち?", "購入は3000万円、クラウド利用料は年720万円。どちらが安いか", "レンタル料が月額60万円、購入額は3000万円です。比べてください", "3000万円で購入するか毎月60万円のクラウドにするか迷っています", "資本金1億円、社員80人。GPUを3,000万円で買うか月60万円で借りるか",
])  # fmt: skip
def test_a_rent_by_the_month_is_no_effect_of_the_plan_before(talked, text):
    rent, grant = talked(OTHER, text, "補助金で半分出たら逆転しますか?")[1:]
    assert f"**購入**のほうが**{yen_text(worth(7.2e6, 5, 0.05) - 3e7)}**安く" in first(rent) and "入力値" not in rent.answer
    assert f"**{yen_text(worth(7.2e6, 5, 0.05) - 1.5e7)}**" in first(grant) and "逆転はしません" in first(grant)


def test_what_the_company_sells_is_no_price(ask):
    answer = ask("年商10億円の会社です。計算機を1,800万円で購入するか、レンタル月45万円にするか、4年で比較したい")
    assert f"**借りる**ほうが**{yen_text(1.8e7 - worth(5.4e6, 4, 0.08))}**" in first(answer)


def test_what_turns_the_choice_round_is_said_so(talked):
    *_, last = talked("3000万円のサーバーを買うか、毎月70万円で借りるか。4年、6%", "補助金で3割出たら逆転しますか?")
    assert "これで逆転します" in first(last) and f"**購入**のほうが**{yen_text(worth(8.4e6, 4, 0.06) - 2.1e7)}**" in first(last)


@pytest.mark.parametrize("text", ["買えば3000万、クラウドは600万", "購入3000万円、借りると500万円ならどっち?"])
def test_a_rent_over_no_time_is_asked_back(ask, text):
    assert "月額か年額か分かりません" in ask(f"GPUの話です。{text}").answer or read_investment(text).problems == ("rent_period",)


@pytest.mark.parametrize(("text", "slots"), [
    ("共有クラウドに年500万払って、残業が年900万へる", {"benefit": 9e6, "budget": 5e6, "rent": None}), ("じゃあクラウドだと? 月25万として", {"budget": 3e6, "rent": None}),
    ("GPUサーバー1台600万、年間の電気と保守で120万、年400万浮く", {"initial": 6e6, "cost": 1.2e6, "benefit": 4e6}), ("クラウドを使うと月60万円かかる", {"budget": 7.2e6, "rent": None}),
    ("機器の購入に500万円、クラウドに年300万円。効果は年600万円", {"production": 5e6, "cost": 3e6, "benefit": 6e6, "rent": None}), ("機器の購入に500万円、クラウドに年300万円かかる", {"rent": None}),
    ("サーバーを買って3000万円、年800万円浮く。クラウドなら月60万円", {"initial": 3e7, "cost": None, "benefit": 8e6, "rent": 7.2e6}),
])  # fmt: skip
def test_other_plans_with_a_rent_are_read_as_before(text, slots):
    told = read_investment(text)
    assert {name: amount.value if (amount := getattr(told, name)) is not None else None for name in slots} == slots


# -- back to what was told before -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "rate"), [
    ("じゃあ割引率は8%に上げて、効果は元に戻して。", 0.08), ("効果は元に戻して", 0.06), ("効果を最初の見込みに戻してください", 0.06), ("効果は当初のままで、割引率だけ10%に", 0.10), ("効果をもとの額に戻すと?", 0.06), ("年間効果は元の値で計算して", 0.06),
    ("削減額は最初の数字に戻して", 0.06), ("効果はもとに戻して、割引率を4%に", 0.04), ("リターンは元の水準に戻した場合", 0.06), ("効果は元どおりに戻して、割引率5%", 0.05),
])  # fmt: skip
def test_one_amount_is_put_back(talked, text, rate):
    *_, last = talked(PLAN, "効果が2割下振れしたら?", text)
    assert f"NPV）は**{yen_text(worth(3.5e7, 5, rate) - 1.2e8)}**" in first(last) and "年間効果は最初の3,500万円に戻しました" in last.answer


@pytest.mark.parametrize("text", ["最初の案に戻して", "最初の案に戻ると?", "元の条件で", "元に戻して", "当初の計画だとどうだっけ", "はじめの案でもう一度", "1番目の案に戻って", "もとの前提で見せて", "いったん元に戻して"])
def test_the_plan_told_first_is_taken_up_again(talked, text):
    *_, last = talked(OTHER, "効果が400万に落ちたら", "初期を1000万に抑えられた場合は?", text)
    assert f"NPV）は**{yen_text(worth(5e6, 5, 0.05) - 1.2e7)}**" in first(last)


def test_one_step_back_takes_back_the_last_change(talked):
    *_, last = talked(OTHER, "効果が400万に落ちたら", "割引率10%なら", "1つ前に戻して")
    assert f"NPV）は**{yen_text(worth(4e6, 5, 0.05) - 1.2e7)}**" in first(last)


def test_the_first_plan_is_made_a_document_after_another_sum(talked):
    answer = talked(f"共有クラウドの案です。{OTHER}", MONTHLY, "補助金で半分出たら?", "最初の案に戻って、Wordの提案書にしてください。うちは社員200人の機械部品メーカーで、部長は慎重派です")[-1]
    assert answer.intent == "document" and f"NPVは{yen_text(worth(5e6, 5, 0.05) - 1.2e7)}" in answer.answer and answer.actions[0]["changes"]["initial_investment"] == 1.2e7
    assert "「うちは社員200人の機械部品メーカーで、部長は慎重派です」は、文書には書き込まれません" in answer.answer


def test_what_is_gained_is_of_the_plan_before_the_machine_was_weighed():
    told = told_so_far("\n".join(["効果が400万円だと?", MONTHLY, OTHER]))[0]
    assert (told.initial.value, told.benefit.value, told.rent) == (1.2e7, 4e6, None)


@pytest.mark.parametrize("text", ["最初の論文に戻って", "元の質問に戻ると?", "大学の参加率は元に戻った?", "最初の年はどう?"])
def test_going_back_to_something_else_is_left_alone(understand, text):
    previous = understand(OTHER, None)
    asked = understand(text, previous)
    assert asked.intent != "roi" or "amounts" not in asked.inherited


# -- one thing asked of the plan ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "ちなみに、いくらまで投資していいことになるんでしょうか", "投資の上限はいくらですか", "最大いくらまで出せる?", "なんぼまで突っ込んでええ?", "許容できる投資額は?", "初期費用はどこまでかけられますか", "どこまで投資してよいか", "元を取るには投資はいくらまで?",
])  # fmt: skip
def test_the_largest_outlay_is_what_the_effect_is_worth(talked, text):
    *_, last = talked(OTHER, "初期を1000万に抑えられた場合は?", text)
    limit = worth(5e6, 5, 0.05)
    assert f"上限は**{yen_text(limit)}**" in first(last) and f"{yen_text(limit - 1e7)}の余裕" in first(last) and "年金現価係数4.3295" in last.answer


@pytest.mark.parametrize(("text", "limit"), [("年間効果500万円、5年、割引率5%なら、いくらまで投資できますか", 21_647_383), ("年300万円浮くなら、4年でいくらまで出せる?", 9_936_380), ("投資はいくらまで?効果は年800万円、運用費年200万円、3年、10%", 14_921_112)])
def test_the_largest_outlay_is_told_cold(ask, text, limit):
    assert f"上限は**{yen_text(limit)}**" in first(ask(text))


def test_tax_and_its_saving_are_in_the_largest_outlay(ask):
    answer = ask("効果は年500万円、5年、割引率5%、税率30%。いくらまで投資できる?")
    kept, shield = worth(5e6 * 0.7, 5, 0.05), worth(0.3 / 5, 5, 0.05)
    assert f"上限は**{yen_text(kept / (1 - shield))}**" in first(answer)


@pytest.mark.parametrize("text", ["検算したい。各年の割引後の金額を並べて。", "年ごとの現在価値を表で", "割引係数も見せて", "計算の過程を見せて", "1年ずつの内訳は?", "各年の収支を一覧で", "毎年の割引後の額を出して", "途中の計算を見せて"])
def test_the_years_come_first_with_their_factors(talked, text):
    *_, last = talked(PLAN, text)
    assert first(last).startswith("各年の割引後の金額は") and "| 2年目 | 3,500万円 | 0.89 | 3,115万円 | −5,583万円 |" in last.answer


@pytest.mark.parametrize("text", ["3つあるうち、どれが一番金かからへんねん", "どれが一番安上がり?", "一番費用がかからない案は?", "その中で一番お金のかからないやり方は?", "いちばん低予算で済むのはどれ?", "最もコストの低い案は", "どの案が一番安い?", "どれが安く済みますか"])
def test_the_cheapest_of_the_three_is_named(talked, text):
    *_, last = talked("うちみたいな食品メーカーは自前でGPU買わんでもええっちゅうことか?", text)
    assert first(last).startswith("いちばん費用がかからないのは**小規模プロトタイプ**で")


def test_the_cheapest_is_named_cold(ask):
    assert first(ask("3つの戦略で一番お金がかからないのはどれですか")).startswith("いちばん費用がかからないのは**小規模プロトタイプ**で")


@pytest.mark.parametrize("text", [
    "部長に「効果500万の根拠は?」と聞かれたらなんて答えればいいですか", "社長に『ほんまに500万も浮くんか』て言われたらどない返そ", "経理から「この削減額はどうやって出したの」と突っ込まれたときは?", "「効果は本当に出るの?」と詰められたら",
    "役員会で「効果の見込みは妥当なのか」と質問されたら何と言う?", "専務に「その効果、盛ってない?」と言われたら", "「年間効果の裏付けは」と問われた場合の答え方は", "上司に「効果は甘くないか」と指摘されたら",
])  # fmt: skip
def test_ones_own_figure_in_doubt_is_answered_by_its_margin(talked, text):
    *_, last = talked(OTHER, text)
    assert "> 年間効果500万円は、当方で置いた見込みです【1】。" in last.answer and "45%下振れしても元が取れます" in last.answer and last.verdict.ok


def test_an_amount_that_somebody_doubts_changes_no_plan(talked):
    *_, doubted, after = talked("AIの外観検査に900万円、毎年350万円浮く。5年。", "取締役に「350万の根拠は?」と聞かれたらどう返す?", "割引率5%だと?")
    assert "損益分岐は年間効果225万円" in doubted.answer and "36%下振れ" in doubted.answer and f"**{yen_text(worth(3.5e6, 5, 0.05) - 9e6)}**" in first(after)


def test_the_doubted_effect_is_that_of_the_plan_that_has_it(talked):
    *_, doubted = talked(OTHER, "効果が400万に落ちたら", "部長に「効果500万の根拠は?」と聞かれたら何と答える?")
    assert "年間効果500万円は、当方で置いた見込みです" in doubted.answer


@pytest.mark.parametrize("text", ["記者から「大企業だけが得をするのでは」と聞かれたら", "部長に「なぜ今か」と聞かれたら", "効果がいくらまで下がっても大丈夫?", "毎年の論文数の推移を一覧で"])
def test_other_wishes_after_a_plan_are_no_such_page(talked, text):
    *_, last = talked(OTHER, text)
    assert "当方で置いた見込み" not in last.answer and "投資してよい上限" not in last.answer and not last.answer.split("\n")[1].startswith("各年の割引後の金額は")


# -- what no plan has, and what reads as a contradiction -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["初期投資300円、年間効果1億2000万円、5年。NPVは?", "投資500円で年300万円の効果、5年", "投資100万円、年間効果2,000万円、3年のNPVは?", "初期投資8000円、年間効果50万円、IRRは?"])
def test_absurd_amounts_are_asked_back(ask, text):
    answer = ask(text)
    assert "IRR）は" not in answer.answer and ("小さすぎる" in answer.answer or "10倍を超えて戻る" in answer.answer)


@pytest.mark.parametrize("text", ["投資100万円、年間効果900万円、3年のNPVは?", "初期投資1万円、年間効果5千円、5年"])
def test_high_but_possible_returns_are_calculated(ask, text):
    assert "NPV）は" in first(ask(text))


def test_an_effect_below_break_even_is_not_told_to_exceed_it(ask):
    answer = ask("初期投資1億2000万円、年間効果2800万円、5年、割引率6%のNPVは?")
    assert "金利の分まで入れると5年のうちに元が取れず" in first(answer) and "見込みの2,800万円はこれに届いていません" in answer.answer and "割り引かずに数えた回収期間は4.3年" in answer.answer


# -- plans side by side, and what else was misread ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "10社まとめて共同で計算機を借りるという手もあると思うのですが、さっきの小さく始める案と比べてどちらがよいでしょう。", "5社で共同で計算機を借りる案を、さっきの案と比べてください", "計算機の共同利用を先ほどの計画と比べると?", "3社が集まって共同でGPUを借りるのと、さっきの試算と比べてどっちがいい?",
])  # fmt: skip
def test_a_shared_machine_is_put_beside_the_plan_before(talked, text):
    *_, last = talked("1社あたり300万円で始めて年120万円の効果が出る", "県が3分の1補助したら?", text)
    assert last.verdict.ok and "| ご指定の計画【1】 | 279万円 |" in last.answer and "| 共有クラウド【2】 |" in last.answer and ("社" not in text.split("さっき")[0] or "社数で割って" in last.answer)


@pytest.mark.parametrize(("text", "name"), [("クラウドだと?", "共有クラウド"), ("共同研究なら?", "共同研究")])
def test_a_told_effect_is_kept_for_another_plan_named_alone(talked, text, name):
    *_, other = talked("初期投資500万円、年間効果300万円、5年、8%", text)
    assert f"年間効果300万円は前の案のままとし、費用は{name}の標準の額" in first(other)


@pytest.mark.parametrize(("text", "saved"), [
    ("広告費を年300万から年200万に減らせた", 1e6), ("電気代を月50万円から月30万円に下げた", 2.4e6), ("外注費を年間1200万円から年間800万円に圧縮", 4e6), ("保守費を毎月20万から毎月12万に抑えた", 9.6e5), ("残業代を年1,500万円から1,100万円に減らす", 4e6),
])  # fmt: skip
def test_a_cost_that_falls_from_one_to_another_is_a_saving(text, saved):
    assert read_investment(text).benefit.value == saved


@pytest.mark.parametrize("text", ["共同研究って大学とだよね?いくらぐらいかかるもんなの?", "試作って小さくやるやつ?なんぼかかるん?", "クラウドって自分で買わなくていいんだよね。費用はどれくらいかかる?", "共同研究ってどんなの?だいたいいくらかかる?"])
def test_what_a_strategy_costs_is_told_after_another_remark(ask, text):
    assert "最初の判断までに出ていくのは" in first(ask(text))


@pytest.mark.parametrize("text", ["来年度のGENIACの予算はいくら?", "次年度のGENIACの公募規模は", "GENIACの2027年度の予算を教えて", "今後の公募でGENIACの補助額は?"])
def test_budgets_of_years_to_come_are_refused(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "これから先の補助金や税制の額と条件は、手元の資料にありません" in answer.answer


def test_the_budget_that_was_reported_is_still_told(ask):
    assert "84億円" in ask("GENIACの予算はいくら?").answer


WEIGHED = ("買う場合は1台3500万円、電気代と保守で年400万円。借りれば1時間1200円です。4年使うとしてどっちが得ですか", "年に2000時間しか使わなかったら?")


@pytest.mark.parametrize("text", [
    "では小規模プロトタイプから入る案で、投資6000万円、年間効果2200万円、4年、割引率6%だとどうなりますか", "初期投資6000万円、年間効果2200万円、4年、割引率6%なら?", "別件で、6000万円入れて年2200万円浮くとして4年、割引率6%だと元は取れますか",
])  # fmt: skip
def test_a_plan_after_a_machine_was_weighed_takes_nothing_of_it(talked, text):
    *_, first, less = talked(*WEIGHED, text, "効果が3割下振れしたら")
    assert "1,623万円" in first.answer and "664万円のマイナス" in less.answer
