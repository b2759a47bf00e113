"""Grants and tax relief of years to come, who gets them and when, their budget and those of towns are not held; what is held is still told."""

import pytest

PLAN = "初期費用800万円、年350万円の効果、期間3年なら回収できる?"


@pytest.mark.parametrize(
    "text",
    [
        "来年度の補助金はいくら出る?", "来年の補助金の額は?", "補助金は今後増える?", "来年度の助成金はいくらもらえますか", "次の公募はいつ?", "来年度も補助金は出ますか", "再来年の省力化補助金の上限は", "今後、補助率は上がるの",
        "令和9年度の補助金はどうなる", "2027年の補助金はいくら", "研究開発税制は来年も続きますか", "税額控除の率は来年変わる?", "来期の減税の見通しは", "IT導入補助金は来年もある?", "次年度の支援制度の金額を教えて", "将来の税制優遇はどうなりますか", "補助金、来年なんぼ出るん?",
    ],
)  # fmt: skip
def test_what_is_to_come_is_not_held(understand, text):
    assert understand(text).blocker == "grant_coming"


@pytest.mark.parametrize(
    "text",
    [
        "うちが申請したら補助金は通る?", "補助金の採択率は?", "ものづくり補助金の採択率は何%", "助成金はいつ振り込まれる?", "補助金の予算総額はいくら", "国のAI補助金は総額いくら?", "県の補助金はいくら出る?", "市の助成金はある?", "補助金の採択数は何件",
        "補助金はもう終わった?", "助成金はいつ始まりますか",
    ],
)  # fmt: skip
def test_who_gets_it_and_when_is_not_held(understand, text):
    assert understand(text).blocker == "grant_unheld"


def test_the_refusal_says_so_first_and_names_what_is_held(ask):
    answer = ask("来年度の補助金はいくら出る?")
    assert answer.outcome == "not_in_data" and "これから先の補助金や税制の額と条件は、手元の資料にありません。" in answer.answer.split("\n")[0] and answer.verdict.ok


@pytest.mark.parametrize("text", ["使える補助金は?", "ものづくり補助金の上限は?", "研究開発税制の控除率は?", "税額控除は大学との共同研究で何%?", "うちは補助金をいくらもらえる?"])
def test_what_is_held_is_told(understand, text):
    question = understand(text)
    assert question.market and question.blocker is None


def test_a_plan_without_its_grant_and_a_programme_for_providers_are_other_questions(talk):
    assert talk(PLAN, "補助金が出なかったら?").intent == "roi"
    assert talk(PLAN, "来年度の補助金はいくら出る?").blocker == "grant_coming"
    assert talk("経産省のGPUクラウドの補助の予算総額は?").blocker is None
