"""What is asked after a plan was calculated: by how many pieces, how far it may fall, how it is used, what is said against it, and a sheet of it."""

import re

import pytest

from assistant.roi.wording import plainly
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.investment_slots import grant_delay
from assistant.understand.plans.use_changed import used_part
from assistant.understand.words.objections_wanted import objections_wanted
from assistant.understand.words.way_weakness import weak_way

M = 1e6
OWN = "5000万投資、年1200万の効果、5年、6%"


def npv(flows, rate):
    """Of flows in years 0, 1, 2, …."""
    return sum(flow / (1 + rate) ** year for year, flow in enumerate(flows))


def conclusion(answer):
    return answer.answer.split("**要点**")[0]


def test_the_price_of_pieces_follows_their_number_and_the_effect_is_said_to_stay(talked):
    answers = talked("10台を1台300万で買って年2000万の効果、5年", "台数を20台に", "15台なら", "GPUの話。8枚だと?")
    for answer, outlay in zip(answers[1:3], (60, 45), strict=True):
        assert f"**{plainly(npv([-outlay * M, *[20 * M] * 5], 0.08))}**" in conclusion(answer) and "年間効果は2,000万円のままです" in conclusion(answer)
    assert "20台分" in conclusion(answers[1]) and "枚分" not in answers[1].answer and "20台分" not in answers[2].answer


@pytest.mark.parametrize("text", ["効果がいくらを割ったら赤字ですか", "効果が何割下振れしたら赤字になりますか", "何%下がるとマイナス?", "効果がどこまで落ちたら損ですか", "利益がどのくらい減ったら赤字になる?", "いくら以下だと赤字?", "効果がどれだけ下がれば元が取れなくなりますか", "何割減ったら赤字転落ですか"])
def test_how_far_the_effect_may_fall_is_answered_by_the_limit(talked, text):
    shown = conclusion(talked(OWN, text)[-1])
    assert "損益分岐は年間効果**1,187万円**です" in shown and "いいえ" not in shown and "損益分岐までの余裕は1.1%です" in shown


@pytest.mark.parametrize("text", ["赤字ですか", "黒字になりますか", "赤字になりますか?", "損しますか"])
def test_a_question_of_the_sign_stays_one_of_yes_or_no(talked, text):
    assert re.search(r"いいえ、|はい、", conclusion(talked(OWN, text)[-1]))


@pytest.mark.parametrize("text", ["その1200万円が甘いかもしれない。2割下振れしたら?", "2割下振れしたら", "2割の下振れだと", "見込みを2割下回ったら"])
def test_falling_short_without_a_noun_is_of_the_effect(talked, text):
    assert f"**{plainly(npv([-50 * M, *[9.6 * M] * 5], 0.06))}**" in conclusion(talked(OWN, text)[-1])


@pytest.mark.parametrize("text", ["費用が2割下振れしたら", "確率が2割", "2割引きなら", "人件費が2割下がったら"])
def test_what_has_another_noun_does_not_change_the_effect(text):
    assert not any(kind == "benefit" for kind, _ in read_investment(text).factors)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("クラウドの欠点は?", "cloud"), ("小規模プロトタイプの弱点は?", "prototype"), ("共同研究のデメリットは", "joint"), ("共有クラウドを使う弱みは何ですか", "cloud"), ("PoCのリスクって何?", "prototype"), ("産学連携の短所を教えて", "joint"),
        ("クラウド利用の難点は", "cloud"), ("試作の落とし穴は?", "prototype"), ("共同研究のまずい点", "joint"),
    ],
)  # fmt: skip
def test_the_weak_side_of_a_way_is_asked_of_the_way(text, way):
    assert weak_way(text, None) == way


@pytest.mark.parametrize("text", ["このデータの弱点は?", "企業参加率の限界は", "クラウドの料金は?", "共同研究の割合は?", "後者の弱点は?"])
def test_other_weak_sides_and_other_questions_are_no_ways(text):
    assert weak_way(text, None) is None


def test_the_latter_of_two_ways_is_the_one_named_last(talked):
    last, first = talked("共有クラウドか共同研究ですかね。どちらが向いていますか", "後者の弱点は?", "前者のデメリットは?")[1:]
    assert "契約で決める" in conclusion(last) and "データの置き場所" in conclusion(first) and "427,014" not in last.answer + first.answer


def test_a_plan_is_told_once_more_and_what_is_said_against_it_is_of_the_plan(talked):
    answers = talked(OWN, "反論は?", "説明して", "社長に見せる紙、1枚で")
    assert answers[1].intent == "phrases" and "出そうな反対" in answers[1].answer and "55万円" in answers[1].answer
    assert "**55万円**" in conclusion(answers[2]) and answers[3].intent == "document" and "5,000万円" in answers[3].answer


@pytest.mark.parametrize("text", ["反論は?", "批判は?", "異論はある?"])
def test_objections_without_a_plan_stay_what_they_were(text):
    assert objections_wanted(text, None) is None


@pytest.mark.parametrize("text", ["役員向けの資料を1枚で", "上司に渡す紙を一枚で", "部長に出す資料を作って", "A4一枚にまとめて", "社長に説明するための資料にして", "常務に配るペーパーで"])
def test_a_sheet_for_somebody_is_a_document_of_the_plan(talked, text):
    last = talked(OWN, text)[-1]
    assert last.intent == "document" and "5,000万円" in last.answer


@pytest.mark.parametrize(("text", "part"), [("稼働が半分なら", 0.5), ("使うのは3割だけだと", 0.3), ("利用率が2割減ったら", 0.8), ("稼働率50%なら", 0.5), ("使う時間が3倍だと", 3), ("利用時間が半減したら", 0.5), ("使用頻度が4分の1なら", 0.25), ("稼働が1.5倍", 1.5)])
def test_how_much_a_machine_is_used_is_read(text, part):
    assert used_part(text) == pytest.approx(part)


@pytest.mark.parametrize("text", ["効果が半分なら", "利用料が半分なら", "クラウドを使うと半分", "稼働は来年から"])
def test_other_halves_are_no_use(text):
    assert used_part(text) is None


def test_use_changes_hours_and_not_what_is_rented_by_the_month(talked):
    assert "年150時間の利用なら" in conclusion(talked("GPUは買うのと借りるのどっち?", "稼働が半分なら")[-1])
    assert "使う時間では変わらない" in conclusion(talked("1500万のサーバー、買うかリース月28万か、5年", "稼働が半分なら")[-1])


def test_power_and_upkeep_of_the_choice_are_said_to_be_in(talked):
    assert conclusion(talked("GPUは買うのと借りるのどっち?", "電気代や保守は入ってるの?")[-1]).split("\n")[1].startswith("はい、買った場合の電気代と保守費")


def test_a_document_of_a_choice_is_not_on_standard_amounts(talked):
    last = talked("GPUは買うのと借りるのどっち?", "これを稟議書にして")[-1]
    assert "標準の数字では作りません" in last.answer and last.actions[0]["kind"] == "export_answer"
    assert talked("GPUは買うのと借りるのどっち?", "クラウドの稟議書を作って")[-1].actions[0]["strategy"] == "cloud"


def test_a_coming_subsidy_is_still_no_delay():
    assert grant_delay("来年の補助金の公募は?") is None


def test_a_yearly_price_of_one_way_is_what_it_costs(talked):
    told = talked("外注だと年1200万、内製なら初期2500万と年300万。効果はどちらも年2000万", "外注が年1000万に下がったら")[-1]
    assert plainly(npv([0, *[10 * M] * 5], 0.08)) in conclusion(told) and "年間効果2,000万円" in told.answer


def test_what_is_paid_by_the_year_is_a_rent_after_a_rent(talked):
    told = talked("GPUサーバー買うと2400万、借りると月55万。4年", "年払いで500万なら")[-1]
    assert "購入額2,400万円" in told.answer and "借りる費用は年500万円" in told.answer


def test_the_main_outlay_is_changed_and_the_trial_left_out(talked):
    _, main, without = talked("PoC300万、うまくいけば本番に4000万、効果は年1800万、5年", "本番が5000万に膨らんだら", "PoCを飛ばして最初から本番だと?")
    assert plainly(npv([-53 * M, *[18 * M] * 5], 0.08)) in conclusion(main) and plainly(npv([-50 * M, *[18 * M] * 5], 0.08)) in conclusion(without)


def test_a_bare_weak_side_after_one_way_is_of_that_way(talked):
    assert "データの置き場所" in conclusion(talked("共有クラウドだといくらかかる?", "弱点は?")[-1])


@pytest.mark.parametrize("asked", ["共有クラウドにした場合の弱点も挙げてください。", "共同研究を選んだときのデメリットは?", "プロトタイプにする場合の難点は?"])
def test_the_weak_side_of_a_way_that_is_chosen(talk, asked):
    question = talk(asked)
    assert question.intent == "strategy" and question.advice[:1] == ("watch",)


def test_which_of_three_fits_after_a_plan(talk):
    assert talk("800万出して年に300万浮くとして", "で、三つのうちどれがうちに合うんだ。").advice[:1] == ("pick",)


@pytest.mark.parametrize("asked", ["社長に話せるように短くまとめて", "役員会で30秒で言うと?", "銀行に説明できるように三行でまとめてくれん?"])
def test_a_plan_that_loses_by_its_rate_alone_is_said_aloud(talked, asked):
    answer = talked("3000万投資、年900万浮く、5年", "年600万しか浮かんかったら?", asked)[-1]
    assert answer.outcome == "answered" and "604万円のマイナス" in answer.answer and "、、" not in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["では、三行でまとめてください", "じゃあ、短く", "それでは、三行でお願いします", "ほな銀行に説明できるように三行でまとめてくれへん?", "では、取引先に説明できるように三行で"])
def test_a_word_that_opens_a_wish_for_form_changes_nothing(talked, asked):
    answer = talked("3000万投資、年900万浮く、5年", asked)[-1]
    assert answer.intent == "roi" and "593万円" in answer.answer and answer.verdict.ok
