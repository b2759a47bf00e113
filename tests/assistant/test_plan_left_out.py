"""What a calculation leaves out, asked of a plan; what a bank can be shown; whether it is an estimate; renting on a lease what was to be bought."""

import pytest

from assistant.understand.plans.plan_asked import asked_of_plan
from assistant.understand.plans.uncounted import uncounted

OWN = "初期投資2000万、年間効果700万、5年で採算は?"


def conclusion(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n\n")[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("減価償却は入ってる?", "write_off"), ("償却は見てる?", "write_off"), ("償却費、計算に入れてまっか", "write_off"), ("消費税込みの値段だとどうなる?", "vat"), ("税込みの金額なんだけど、税抜きで計算し直すべき?", "vat"), ("税別やけどええの?", "vat"), ("リースにしたら?", "lease"),
        ("借入の利息は入ってますか", "loan"), ("融資の返済は考慮されていますでしょうか", "loan"), ("下取りは?", "residual"), ("残存価値は考慮していますか", "residual"), ("インフレは見込んでる?", "prices"), ("値上がりしたらどうなる", "prices"), ("銀行は何を見る?", "bank"),
        ("銀行からは何突っ込まれる?", "bank"), ("銀行に説明するとき、何を見られる?", "bank"), ("信金さんはどこを気にしますか", "bank"),
    ],
)  # fmt: skip
def test_what_is_asked_about(talked, text, kind):
    assert uncounted(text) == kind and asked_of_plan(text).term == kind
    answer = talked(OWN, text)[-1]
    assert answer.intent == "roi" and {"bank": "銀行の審査", "vat": "消費税", "lease": "リース", "loan": "借入の利息", "residual": "売却額", "prices": "物価", "write_off": "減価償却"}[kind] in conclusion(answer)


@pytest.mark.parametrize("text", ["リースで月40万なら?", "銀行業のAI論文は?", "GPUの減価償却を扱う論文は?", "補助金が300万出たら?", "税率30%だと?", "効果が2割減ったら?"])
def test_amounts_and_other_questions_are_none_of_it(text):
    assert uncounted(text) is None


def test_with_a_tax_rate_the_write_off_is_in_the_sums(talked):
    assert conclusion(talked("初期投資2000万、年間効果700万、5年、税率30%で採算は?", "減価償却は考えてる?")[-1]).partition("\n")[2].startswith("はい。")
    assert "減価償却は入れていません" in conclusion(talked("1500万の検査機、年500万の効果、5年。減価償却費はどう考えてる?")[-1])


def test_a_bank_is_shown_the_numbers_of_the_plan(talked):
    answer = talked(OWN, "銀行は何を見る?")[-1].answer
    assert "回収期間は2.9年です" in answer and "損益分岐までの余裕は28.4%" in answer and "言い切れません" in answer
    assert "最大の損失は1,114万円" in talked("共同研究の採算は?", "銀行に説明するとき、何を見られる?")[-1].answer


@pytest.mark.parametrize(
    "text", ["ROIの数字は実績ですか、それとも仮定に基づく試算ですか。", "これは実績なの?", "その数字は実績に基づくものでしょうか。", "実績の数字なの?", "実測値ですか、推定ですか", "ほんまにその数字で合うとる?", "その計算は確かですか"],
)  # fmt: skip
def test_that_it_is_an_estimate_is_said_first(talked, text):
    assert conclusion(talked("小規模プロトタイプの採算は?", text)[-1]).partition("\n")[2].startswith("実績ではなく、前提を置いた試算です。")


@pytest.mark.parametrize("text", ["前提の数字はどこからもってきたの?", "その前提を全部列挙していただけますか。", "この仮定はどっから引っ張ってきた数字?", "それ、どこの数字?", "前提の出どころ全部教えて", "前提って誰が決めたん"])
def test_where_the_assumptions_are_from(talked, text):
    answer = talked("共同研究の採算は?", text)[-1]
    assert "仮置き" in conclusion(answer) and "伊藤レポート" in answer.answer


@pytest.mark.parametrize(("text", "yearly"), [("これをリースにしたら月40万だって。どっちがいい?", "年480万円"), ("リースで年450万ならどう?", "年450万円"), ("レンタルにすると毎月42万円かかるらしい", "年504万円")])
def test_a_lease_is_no_effect_but_a_rent_beside_the_price(talked, text, yearly):
    answer = talked(OWN, text)[-1]
    assert f"借りると{yearly}" in conclusion(answer) and "買うと2,000万円" in conclusion(answer)


def test_back_to_what_is_bought(talked):
    answer = talked(OWN, "リースで年450万ならどう?", "さっきの買う方の話に戻って、成功率7割だとどうなる")[-1]
    assert "成功する確率70%なら" in conclusion(answer)


@pytest.mark.parametrize("text", ["もっと小さく、年300万なら?", "規模を小さくして年300万円ですと?", "年300万に抑えたら?"])
def test_a_smaller_plan_says_that_its_effect_is_left_as_it_was(talked, text):
    assert "年間効果は2,000万円のまま" in conclusion(talked("共同研究に年1000万、3年払って効果は年2000万だとNPVは?", text)[-1])
    assert "年間効果は4,500万円のまま" in conclusion(talked("共同研究に年1000万を3年払ったら?", text)[-1])


def test_another_effect_is_told_without_that(talked):
    assert "のまま" not in conclusion(talked("共同研究に年1000万、3年払って効果は年2000万だとNPVは?", "もっと小さく、年300万で効果は年500万なら?")[-1])


def test_what_stands_behind_a_blank_is_told_apart(ask):
    assert "初期投資4,500万円、年間効果1,300万円、年間費用0円、期間6年" in ask("AMR導入 4,500万 年間削減1,300万 6年 税率30% NPV").answer


@pytest.mark.parametrize(("first", "value"), [("AMR導入 4,500万 年間削減1,300万 6年 税率30% NPV", "51.3%"), (OWN, "75%")])
def test_the_return_is_told_where_it_is_asked_for(talked, first, value):
    assert conclusion(talked(first, "ROI何%")[-1]).partition("\n")[2].startswith("ROI（割り引かない") and value in conclusion(talked(first, "ROIは?")[-1])


@pytest.mark.parametrize("text", ["投資を2年に分けて支出すると。", "初期費用を2回に分割して払ったら?", "支出を2年かけて払うなら"])
def test_an_outlay_in_parts_is_no_shorter_plan(talked, text):
    assert "支出は1〜2年目に年1,000万円、効果は1〜5年目" in conclusion(talked(OWN, text)[-1])


@pytest.mark.parametrize("text", ["初期投資1000万、年間効果300万、5年。投資は2年に分けて払う", "初期投資1000万、年間効果300万、2年に分割して支払う場合"])
def test_an_outlay_in_parts_is_read_in_one_message_too(ask, text):
    assert "支出は1〜2年目に年500万円、効果は1〜5年目" in conclusion(ask(text))


def test_what_comes_in_every_year_is_no_table_of_years(ask):
    assert "内部収益率（IRR）は**6.4%**" in conclusion(ask("設備投資5,000万円に対し、5年間で毎年1,200万円のキャッシュインがある場合のIRRを求めよ。"))
