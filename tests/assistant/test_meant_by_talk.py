"""Amounts of a follow-up that only the plan told before gives a place, and plans called by a part of their name."""

import pytest

from analytics.roi.amounts import yen_text

PLAN = "投資800万、年300万、5年"


def npv(initial, gains, rate=0.08):
    return yen_text(sum(gain / (1 + rate) ** year for year, gain in enumerate(gains, 1)) - initial)


@pytest.mark.parametrize("text", ["上限は200万円です", "ただし上限200万円", "補助金の上限は200万円だと?", "限度額が200万円なんですが"])
def test_a_limit_of_the_subsidy_told_before(talked, text):
    answer = talked(PLAN, "補助金が3分の1出ます", text)[-1].answer
    assert f"**{npv(6e6, [3e6] * 5)}**" in answer and "上限200万円" in answer


@pytest.mark.parametrize("text", ["予算の上限は500万円", "効果の上限は200万円"])
def test_another_limit_is_none_of_the_subsidy(talked, text):
    assert "で上限" not in talked(PLAN, "補助金が3分の1出ます", text)[-1].answer


@pytest.mark.parametrize(("text", "gains"), [
    ("4年目から500万になったら?", [3e6, 3e6, 3e6, 5e6, 5e6]), ("3年目以降は年400万だと?", [3e6, 3e6, 4e6, 4e6, 4e6]), ("3年目だけ100万だと?", [3e6, 3e6, 1e6, 3e6, 3e6]), ("効果は2年目から200万に落ちたら", [3e6, 2e6, 2e6, 2e6, 2e6]),
])  # fmt: skip
def test_an_effect_from_some_year_on(talked, text, gains):
    answer = talked(PLAN, text)[-1]
    assert f"**{npv(8e6, gains)}**" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("text", ["共通システムに別途500万円かかる", "さらに工事で500万円かかったら?", "追加で500万円の投資が要る", "ほかに導入費が500万円"])
def test_what_is_spent_beside_the_outlay_is_added(talked, text):
    answer = talked(PLAN, text)[-1].answer
    assert "初期投資に500万円を加えました" in answer and "初期投資1,300万円" in answer


@pytest.mark.parametrize("text", ["保守が別途年50万かかる", "投資が500万円なら?", "3年目に更新で200万かかる"])
def test_what_is_no_further_outlay_is_not_added(talked, text):
    assert "を加えました" not in talked(PLAN, text)[-1].answer.replace("毎年の費用に", "")


def test_an_effect_beside_the_price_of_one_is_said_to_be_of_all(ask):
    answer = ask("1部署あたり初期100万円、年60万円の削減。まず3部署で。5年").answer
    assert "年間効果60万円は全体の額と読みました" in answer and "3部署分で300万円" in answer


def test_a_plan_called_by_a_part_of_its_name(talked):
    answer = talked("大阪工場案は5000万で年1600万、名古屋工場案は3000万で年1000万、期間はどっちも5年や", "名古屋の効果が3割減ったらどないなる?")[-1].answer
    assert "名古屋工場案は、" in answer and "年間効果700万円" in answer and "大阪" not in answer


@pytest.mark.parametrize("text", ["結局どっち、一行で", "で、どっちがいい?", "結論はどちら?", "じゃあどっちにする"])
def test_the_choice_is_told_again_after_a_question_in_between(talked, text):
    answer = talked("H100を8枚載せたサーバーが5000万円、クラウドなら月150万円。どっちが得?", "リースだと?", text)[-1]
    assert answer.intent == "roi" and "2,187万円" in answer.answer


@pytest.mark.parametrize("text", ["AI投資って何からやればいいですか?", "うちは何からやったらいい?", "AI、何からすればいいの"])
def test_what_to_do_first_is_a_question_of_strategy(ask, text):
    assert ask(text).intent == "strategy"
