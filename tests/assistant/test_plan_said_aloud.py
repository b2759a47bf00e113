"""A plan carried by words to say: with its amount, without asking for what its sums do not bear, in the minutes that were asked for; and which of two ways suits whom."""

import pytest


def conclusion(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n\n")[0]


def said(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return "".join(line for line in answer.answer.split("\n") if line.startswith("> "))


@pytest.mark.parametrize("text", ["明日の役員会で言えるように、30秒くらいでまとめて", "取締役会で一言で言うと?", "役員会で言えるように短くまとめて"])
def test_a_losing_plan_is_said_with_its_amount_and_asks_for_no_go(talked, text):
    words = said(talked("うちが3000万で小さく試作を作ったら、何年で元が取れる?", "それを5000万にしたらどうなる", text)[-1])
    assert "5,000万円" in words and "採算に届かない" in words and "実施したく、ご承認" not in words and words.count("3,295万円のマイナス") == 1 and "変える前" not in words


def test_a_trial_on_its_standard_amount_is_proposed_as_before(talked):
    assert "小規模な試作を一件" in said(talked("小規模プロトタイプの採算は?", "役員会で一言で言うと?")[-1])


def test_a_yearly_price_is_said_too(talked):
    assert "共同研究に年2,000万円をかける場合の試算です" in said(talked("共同研究に年2,000万円を2年払ったら?", "取締役会で言えるように短くまとめて")[-1])


@pytest.mark.parametrize("text", ["この計画で社長に話す3分のスピーチ原稿を作って", "スピーチ原稿3分で", "朝礼で話すスピーチ原稿、3分"])
def test_a_text_that_does_not_fill_its_minutes_says_so(talked, text):
    answer = talked("初期投資2000万、年間効果700万、5年で採算は?", text)[-1]
    assert "795万円" in said(answer) and "読み上げておよそ1分" in answer.answer
    assert ("お集まりいただき" in said(answer)) == ("社長" not in text and "朝礼" not in text)


def test_minutes_that_are_filled_are_not_spoken_of(talked):
    assert "読み上げて" not in talked("初期投資2000万、年間効果700万、5年で採算は?", "1分のスピーチ原稿を作って")[-1].answer


def test_the_first_plan_becomes_a_document(talked):
    answer = talked("初期投資2000万、年間効果700万、5年で採算は?", "じゃあ4000万で年1500万なら?", "さっきの最初の計画のほう、1枚のWordにできる?")[-1]
    assert answer.intent == "document" and "初期投資2,000万円" in answer.answer and answer.actions


@pytest.mark.parametrize("text", ["なんで?短く頼むわ", "なぜですか。簡潔にお願いします。", "なんでや、手短に言うてや", "どうして?ひとことで", "なぜそうなるのか、一言で教えて", "なんでそんなに赤字なん"])
def test_why_the_sums_come_out_so_is_told_in_any_length(talked, text):
    assert "損益分岐の501万円に届かない" in conclusion(talked("初期投資2000万、年間効果300万、5年で採算は?", text)[-1])
    assert "損益分岐の1,390万円に届かない" in conclusion(talked("小規模プロトタイプの採算は?", text)[-1])


def test_why_after_figures_is_of_the_figures(talked):
    assert "企業参加率" in talked("2021年のAI会議の企業参加率は?", "なんで?短く頼むわ")[-1].answer


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("小さく試すのと共同研究、どちらが向く?", "小規模プロトタイプ", "共同研究"), ("うちは従業員80人。小さく試すのと共同研究、どちらがうちに向いていますか", "小規模プロトタイプ", "共同研究"), ("クラウドと大学との共同研究、うちみたいな町工場に合うのはどっち?", "共有クラウド", "共同研究"),
        ("試作と共有クラウドはどう使い分けたらいいですか", "小規模プロトタイプ", "共有クラウド"), ("PoCと産学連携、どっちがうちに合うやろ", "小規模プロトタイプ", "共同研究"), ("共有クラウドと共同研究では、いずれが適していますでしょうか", "共有クラウド", "共同研究"),
    ],
)  # fmt: skip
def test_which_of_two_ways_suits_is_advice_and_no_sum(ask, text, first, second):
    answer = ask(text)
    assert answer.intent == "strategy" and first in conclusion(answer) and second in conclusion(answer) and "万円" not in answer.answer and "相手は大学が第一候補" not in answer.answer


@pytest.mark.parametrize("text", ["試作と共同研究、どっちが得?", "PoCと共同研究の二択なら?", "試作300万とクラウド1200万、どっちがいい?", "3つの案、どれが一番早う元取れる?"])
def test_which_of_them_pays_is_told_by_the_sums(ask, text):
    assert ask(text).intent == "roi"


def test_an_objection_is_met_with_what_is_at_stake_not_with_the_worst_end(talked):
    words = said(talked("共同研究に年3000万円、5年出すといくら返ってくる?最悪の場合も", "社長に反対されたときの切り返しを一言で")[-1])
    assert "最初の判断までに出ていくのは、税引後で1,636万円" in words and "P10" not in words


def test_a_paper_and_an_english_one_is_the_paper_with_that_said(talked):
    answer = talked("共有クラウドの採算は?", "以上を経営会議用に1枚にまとめて。英語版もほしい")[-1]
    assert answer.intent == "document" and "英語版は作れません" in answer.answer and "共有クラウドの一枚もの" in conclusion(answer)


def test_several_plans_are_told_as_a_proposal(talked):
    assert "研究の担い手" not in said(talked("3つの戦略、どれが得?", "それ、銀行の支店長に30秒で言えるようにして")[-1])
