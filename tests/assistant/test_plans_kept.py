"""The amounts of a talk stay with the way they were told of: named again, done another way, put beside the others, in a document, a mail, and in what the numbers stand on."""

import pytest

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text
from assistant.roi import told_so_far
from assistant.understand.plans.investment import read_investment

CLOUD = "共有クラウドに8000万円突っ込んだら、なんぼ返ってくるん?"
TOLD = "伺った値を入れ"


def first(answer) -> str:
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


def amount(told, name: str) -> float | None:
    found = getattr(told, name)
    return None if found is None else found.value


# -- the plan of a way, told again by its name ------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["さっきの共有クラウドの案で稟議書を作って", "稟議書の下書き、さっきの共有クラウドの案で作ってくれへん", "共有クラウドのほうを一枚ものにまとめて", "先の共有クラウドの案でスライドを頼む"])
def test_a_document_on_a_way_named_again_holds_what_was_told_of_it(talked, asked):
    first_sum, *_, paper = talked(CLOUD, "ほな共同研究に同じ額やったら?", "割引率10%にしたら?", asked)
    assert paper.intent == "document" and paper.verdict.ok
    assert "8,000万円は、共有クラウドで" in paper.answer and "割引率は10%" in paper.answer and "年間効果(立上げ後)は3,300万円" in paper.answer
    changes = next(action["changes"] for action in paper.actions if action["kind"] == "export")
    value = evaluate(resolve("cloud", changes)).results.ev_gates
    assert changes["discount_rate"] == 10 and yen_text(value).lstrip("−-") in paper.answer
    assert TOLD in paper.citations[0].title and TOLD in first_sum.citations[0].title


def test_a_way_on_its_defaults_is_called_so(ask):
    assert "標準の前提での試算" in ask("共有クラウドの採算は?").citations[0].title


@pytest.mark.parametrize(("lines", "way", "initial", "rate"), [
    ((CLOUD, "共同研究に同じ額なら?", "共有クラウドだと?"), "cloud", 8e7, None), ((CLOUD, "共同研究に同じ額なら?", "割引率5%で", "さっきの共有クラウドの案"), "cloud", 8e7, 5),
    (("共同研究に1500万円だと?", "それを共有クラウドでやると?", "共同研究のほうに戻して"), "joint", 1.5e7, None), ((CLOUD, "共同研究だと?"), "joint", None, None),
    ((CLOUD, "共同研究に同じ額なら?", "標準の共有クラウドは?"), "cloud", None, None), (("総額2000万円まで出せる。", "共同研究に1500万円だと?", "その数字はどこから出た?"), "joint", 1.5e7, None),
])  # fmt: skip
def test_the_fold_goes_back_to_what_was_told_of_a_way(lines, way, initial, rate):
    told = told_so_far("\n".join(reversed(lines)))[0]
    assert told.strategies == (way,) and amount(told, "initial") == initial and told.rate == rate


@pytest.mark.parametrize("asked", ["それを共有クラウドでやると?", "その金を共有クラウドに回したらどうなる?", "同じ額を共有クラウドにかけたら?", "これを共有クラウドに切り替えたら"])
def test_it_done_another_way_is_the_same_sum(talked, asked):
    answer = talked("共同研究に5000万円かけたらいくら戻る?", asked)[-1]
    assert answer.intent == "roi" and first(answer).startswith("共有クラウドの期待値") and "5,000万円は、共有クラウドで" in answer.answer


def test_another_way_on_its_defaults_says_that_the_sum_is_left_out(talked):
    assert "先の案の5,000万円は使わず、費用は共有クラウドの標準の額" in first(talked("共同研究に5000万円かけたらいくら戻る?", "共有クラウドだと?")[-1])
    assert "標準の額" not in first(talked("共有クラウドの採算は?", "共同研究だと?")[-1])


@pytest.mark.parametrize("asked", ["三つの案を並べて比較して", "3つのやり方を表で比べてけろ", "三つ並べて"])
def test_the_ways_side_by_side_keep_what_was_told_of_each(talked, asked):
    answer = talked(CLOUD, "ほな共同研究に同じ額やったら?", asked)[-1]
    assert answer.verdict.ok and "共同研究と共有クラウドは、これまでに伺った数字のままです" in answer.answer and "小規模プロトタイプは、標準の前提（仮置き）" in answer.answer
    assert "−4,952万円" in answer.answer and "−2,182万円" in answer.answer and "社内人件費" not in answer.answer


def test_ones_own_plan_is_put_beside_the_ways(talked):
    answer = talked("初期投資3000万円、年間効果900万円で7年。NPVは?", "3つの案を並べて比べて")[-1]
    assert "ご指定の計画は、これまでに伺った数字のままです" in answer.answer and "1,686万円" in answer.answer


@pytest.mark.parametrize(("asked", "told", "not_told"), [("元の案でメール下書きして", "初期投資1,200万円", "共有クラウド"), ("最初の案を説明文にして", "初期投資1,200万円", "共有クラウド")])
def test_words_on_the_plan_gone_back_to(talked, asked, told, not_told):
    answer = talked("初期投資1200万円、年間効果500万円、7年。元は取れる?", "共有クラウドだとどうなる", asked)[-1]
    assert answer.intent == "phrases" and told in answer.answer and not_told not in answer.answer


def test_what_is_left_of_the_budget(talked):
    answer = talked("出せるのは総額2000万円。3つのうちどれにすべき?", "共同研究に1500万円だと?", "残りを共有クラウドに回すと?")[-1]
    assert "予算2,000万円から先の案の1,500万円を引いた残り500万円" in first(answer) and "500万円は、共有クラウドで" in answer.answer


# -- how amounts are told ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "trial", "main"), [
    ("まず小規模プロトタイプから始めたいんだ。500万で試して、うまくいったら2年目に2000万。いくら戻る見込みだ?", 5e6, 2e7), ("まず200万で試してみて、よかったら来年1000万入れる。", 2e6, 1e7),
    ("300万円くらいで実証して、手応えがあれば翌年度に3000万円を投じる", 3e6, 3e7), ("100万で小さく試して、当たれば次の年に800万追加で", 1e6, 8e6),
])  # fmt: skip
def test_a_trial_and_what_is_spent_in_the_year_after(text, trial, main):
    told = read_investment(text)
    assert (amount(told, "trial"), amount(told, "production"), told.unused) == (trial, main, ())


def test_no_trial_is_read_of_an_outlay_and_its_effect():
    assert read_investment("500万円で試して年200万浮く").trial is None and amount(read_investment("500万円で試して年200万浮く"), "benefit") == 2e6


def test_half_the_effect_keeps_the_main_outlay(talked):
    answer = talked("まず小規模プロトタイプから始めたいんだ。500万で試して、うまくいったら2年目に2000万。いくら戻る見込みだ?", "もし効果が半分だったら?")[-1]
    assert "本番化費用は2,000万円" in answer.answer and "標準の1,500万円" not in answer.answer and "変える前の期待値も342万円のマイナスで、変わりません" in answer.answer


@pytest.mark.parametrize(("text", "paid", "benefit", "start"), [
    ("1年目に500万円、2年目に2000万円、3年目から効果1500万円。採算は?", ((1, 1, 5e6), (2, 2, 2e7)), 1.5e7, 3), ("1年目500万円、2年目2000万円出す。効果は3年目から1500万円", ((1, 1, 5e6), (2, 2, 2e7)), 1.5e7, 3),
    ("初年度300万、2年目1000万かかって、そのあと毎年800万の効果", ((1, 1, 3e6), (2, 2, 1e7)), 8e6, 3),
])  # fmt: skip
def test_what_is_spent_year_by_year_before_the_effect(text, paid, benefit, start):
    told = read_investment(text)
    assert (told.paid, amount(told, "benefit"), told.start, told.initial) == (paid, benefit, start, None)


def test_effects_year_by_year_stay_effects():
    assert read_investment("効果は1年目100万、2年目300万、3年目から500万").schedule == ((1, 1e6), (2, 3e6), (3, 5e6))
    assert read_investment("1年目は100万、2年目から400万浮く。初期投資600万").schedule == ((1, 1e6), (2, 4e6))


@pytest.mark.parametrize("text", ["初期費用が1200万、浮く人件費が年500万", "初期費用1200万、減らせる外注費は年500万", "初期費用1200万、なくなる残業代が毎年500万円"])
def test_a_cost_no_longer_spent_is_the_effect(text):
    told = read_investment(text)
    assert (amount(told, "benefit"), told.labour, told.cost) == (5e6, None, None)


def test_a_cost_that_is_spent_stays_one():
    assert amount(read_investment("初期費用1200万、人件費が年500万、効果は年900万"), "labour") == 5e6


def test_hearsay_changes_the_plan_of_the_talk(talked):
    answer = talked("小規模プロトタイプ、予算は600万。やる意味ある?", "本番は2500万かかると言われてる")[-1]
    assert "小規模プロトタイプの期待値" in first(answer) and "本番化費用は2,500万円" in answer.answer


# -- ways within a budget, and within years -------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [
    "うちは年に3000万しか出せんのだけど、3つのやり方のうちどれがいい?", "年3000万円までの予算で、どの案が現実的ですか", "出せるのは毎年3000万まで。三つのうち一番いいのは?", "年間3000万しか使えない。プロトタイプと共有クラウドと共同研究、どれ?",
])  # fmt: skip
@pytest.mark.parametrize("before", [(), ("2021年のトヨタの論文は何本?",)])
def test_which_way_fits_a_yearly_budget(talked, before, asked):
    answer = talked(*before, asked)[-1]
    assert answer.intent == "roi" and first(answer).startswith("年3,000万円の予算にどの年も収まるのは、小規模プロトタイプ、共有クラウド、共同研究です")
    assert "本番化の年に1,500万円" in answer.answer


def test_a_smaller_yearly_budget_holds_fewer(ask):
    assert first(ask("うちが出せるのは月200万まで。3案のどれがいい?")).startswith("年2,400万円の予算にどの年も収まるのは、小規模プロトタイプです")
    assert "予算を超えるのは、本番化の年です" in ask("うちが出せるのは月200万まで。3案のどれがいい?").answer
    assert "収まる案はありません" in first(ask("年に100万しか出せん。3つのうちどれがいい?"))


@pytest.mark.parametrize("asked", ["5年だと元取れるの?", "5年以内に回収できる?", "5年で元が取れますか", "5年のうちにペイするんか"])
def test_whether_the_money_is_back_in_so_many_years(talked, asked):
    answer = talked("うちは年に3000万しか出せんのだけど、3つのやり方のうちどれがいい?", asked)[-1]
    line = first(answer)
    assert all(f"{name}は、すべて成功した場合なら5年で元が取れます" in line for name in ("小規模プロトタイプ", "共有クラウド", "共同研究"))


def test_too_few_years_after_words_on_the_plan(talked):
    answer = talked("共同研究に2000万円。どうなる?", "30秒で話せるように", "3年で元取れる?")[-1]
    assert answer.intent == "roi" and first(answer).startswith("共同研究は、すべて成功しても3年では元が取れません。回収は着手から**4年**です")


# -- what the numbers stand on ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["それ根拠あるん?どこから出てきた数字?", "この数字の裏付けはあるんか", "どっから持ってきた数字や", "いや、その試算は何を元に計算したん?", "根拠は?出所も教えて", "その数字はどこから来たものですか"])
def test_grounds_of_the_estimate_just_told(talked, asked):
    answer = talked(CLOUD, asked)[-1]
    assert answer.intent == "roi" and first(answer).startswith("出典のある値と、編集者の仮置きが混ざっています") and "8,000万円は、共有クラウドで" in first(answer)
    assert "割引率は8%（出典あり" in answer.answer


@pytest.mark.parametrize(("before", "asked"), [("計算資源の格差とは何ですか", "根拠はあるの?"), ("企業参加率は?", "それ根拠あるん?どこから出てきた数字?")])
def test_grounds_of_other_answers_are_no_premises_of_a_plan(talked, before, asked):
    assert talked(before, asked)[-1].intent != "roi"


@pytest.mark.parametrize("asked", ["前提を全部並べて", "使った前提を見せて", "その試算の前提は何?"])
def test_the_premises_listed(talked, asked):
    assert "前提は、初期投資1,200万円、年間効果500万円" in talked("初期投資1200万円、年間効果500万円、7年。元は取れる?", asked)[-1].answer


@pytest.mark.parametrize("asked", ["NPVとROIって何が違うんやったっけ。取締役に説明せなあかんねん", "ROIとNPVの違いは?", "NPVと投資利益率って別物なん?"])
def test_two_measures_are_told_both(talked, asked):
    line = first(talked(CLOUD, asked)[-1])
    assert "NPV：" in line and "ROI：" in line and "期待値" not in line


@pytest.mark.parametrize(("asked", "told"), [("最良のケースは?", "良いほうに振れたとき（P90）"), ("楽観的に見たら?", "良いほうに振れたとき（P90）"), ("最悪だとどうなる", "P10を下回る場合の平均"), ("ワーストケースは", "P10を下回る場合の平均")])
def test_the_best_and_the_worst_case(talked, asked, told):
    assert told in first(talked("共同研究に2000万円。どうなる?", asked)[-1])


# -- what a follow-up does to the plan --------------------------------------------------------------------------------------

TRIAL = "試しに250万、うまいこといったら翌年1800万入れて、年900万浮く算段や"


@pytest.mark.parametrize(("lines", "name", "value"), [
    ((TRIAL, "翌年の1800万が2500万に膨らんだら?"), "production", 2.5e7), (("初期投資1800万、年間効果600万、5年", "1800万を1500万に抑えたら"), "initial", 1.5e7), (("初期投資1800万、年間効果600万、5年", "600万が400万に減ったら?"), "benefit", 4e6),
    (("共同研究に1億円かけたら?", "半分の額にしたら?"), "initial", 5e7), (("共同研究に1億円かけたら?", "額を倍にしたら?"), "initial", 2e8), (("共同研究に1億円、共有クラウドに4000万円、どっちが得?", "共同研究のほうを半分の額にしたら?"), "initial", 5e7),
    (("共同研究に1億円、共有クラウドに4000万円、どっちが得?", "さっきの共有クラウドの案で一枚もの"), "initial", 4e7), (("クラウド2500万 効果年1800万 5年", "同じお金を小規模プロトタイプに使うと"), "initial", 2.5e7),
    (("クラウド2500万 効果年1800万 5年", "同じお金を小規模プロトタイプに使うと"), "benefit", None), ((TRIAL, "翌年の1800万が2500万に膨らんだら?", "最初の話に戻して"), "production", 1.8e7),
])  # fmt: skip
def test_the_amount_that_a_follow_up_moves(lines, name, value):
    assert amount(told_so_far("\n".join(reversed(lines)))[0], name) == value


@pytest.mark.parametrize(("turns", "intent", "told"), [
    (("共有クラウドに年1200万、3年使うつもりだ", "じゃあ、なんぼ浮けば元とれる?"), "roi", "年間効果**1,200万円**"), (("共同研究に3000万かけたら?", "NPVとは?", "さっきの共同研究の話に戻って"), "roi", "3,000万円は、共同研究の"),
    (("共同研究に3000万かけたら?", "社長に一枚で見せたい"), "document", "一枚もの（PowerPoint）を用意"), (("共同研究に3000万かけたら?", "部長に説明する紙を作って"), "document", "役員説明"),
])  # fmt: skip
def test_the_plan_of_the_talk_is_meant(talked, turns, intent, told):
    answer = talked(*turns)[-1]
    assert answer.intent == intent and answer.verdict.ok and told in answer.answer


@pytest.mark.parametrize(("turns", "intent"), [(("共同研究に3000万かけたら?", "推論の費用の話に戻って"), "roi"), (("共同研究に3000万かけたら?", "企業参加率は?"), "roi"), (("企業参加率は?", "さっきの共同研究の話に戻って"), "roi"), (("企業参加率は?", "社長に一枚で見せたい"), "roi")])
def test_other_matters_are_no_plan(talked, turns, intent):
    assert talked(*turns)[-1].intent != intent


def test_a_way_told_with_its_effect_is_staged_beside_the_others_and_says_so(talked):
    assert "共有クラウドには、比べるために標準の段階" in first(talked("クラウド2500万 効果年1800万 5年", "三つ並べて")[-1])
    assert "比べるために標準の段階" not in talked(CLOUD, "三つ並べて")[-1].answer


def test_amounts_of_two_ways_are_spent_and_no_effect(ask):
    answer = ask("手元に3000万ある。プロトに1000万、クラウドに2000万で分けたら5年でどうなる?").answer
    assert "年間効果2,000万円" not in answer and "小規模プロトタイプ" in answer and "共有クラウド" in answer


def test_which_way_earns_most_compares_the_ways(ask):
    asked = "うちで3千万出すとしたら3つのうちどれが一番儲かるん?"
    assert "年あたりに直した期待値が最も高いのは" in ask(asked).answer.split("**要点**")[0]


@pytest.mark.parametrize("asked", ["年800万しか出せない。何から始める?", "うちやったら年800万くらいしか出されへんねんけど、何したらええ?"])
def test_what_to_do_with_a_yearly_budget_is_told_of_it(ask, asked):
    assert "年800万円の予算" in ask(asked).answer.split("**要点**")[0]
