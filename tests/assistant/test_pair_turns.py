"""Turns that lean on two things told, on a metric of an earlier turn, or take one away from a whole."""

import pytest


def last(talked, *texts):
    return talked(*texts)[-1]


def conclusion(answer):
    return answer.answer.split("\n")[1]


def test_a_metric_is_pointed_back_at_over_a_ranking(talked):
    answer = last(talked, "企業の論文が占める割合がどのように推移してきたか", "ちなみに、日本の大学で最も論文が多いのはどちらでございますか。", "さきほどの企業の割合ですが、一番新しい年では何パーセントでございましたでしょうか。")
    assert "2021年のAI会議の企業参加率は**36.2%**" in answer.answer


def test_a_metric_that_is_pointed_back_at_stays_at_its_conference(talked):
    assert "2015年のNeurIPSの企業参加率は**22.9%**" in last(talked, "NeurIPSの企業参加率は2018年で何%", "大学は?", "さっきの企業の割合、2015年だと?").answer


def test_what_is_asked_behind_a_name_is_answered(talked):
    answer = last(talked, "GoogleとMicrosoft、論文の数だとどっちが上なの?", "Metaは?いつ頃から伸びた?")
    assert "メタ（フェイスブック）の論文の割合は、**2015年**に過去の最高を抜き" in answer.answer


@pytest.mark.parametrize("text", ["そない差ついとるんか。いつ頃から開いてきたん?", "計算資源の格差はいつから広がったか", "差がついたのは何年からですか"])
def test_since_when_there_is_a_gap_is_told_of_firms(assistant, text):
    answer = assistant.ask(text)
    assert "企業参加率は、**2017年**に過去の最高を抜き" in answer.answer and "企業とそれ以外の開きと見て" in answer.answer


def test_other_gaps_are_none_of_ours(assistant):
    assert assistant.ask("男女の賃金格差はいつから広がった").outcome == "not_in_data"


@pytest.mark.parametrize("talk", [
    ("Googleと2番目のところの差って、昔からこんなにあったんですか?",),
    ("GoogleのAI論文、何本くらいあるの", "2番目の会社は?", "差は昔からこんなにあった?"),
])  # fmt: skip
def test_whether_two_were_always_so_far_apart_tells_who_led_before(talked, talk):
    answer = last(talked, *talk)
    assert answer.verdict.ok and "2007年の3.5ポイント" in answer.answer and "順番が入れ替わっています" in conclusion(answer)


def test_a_gap_that_never_turned_says_nothing_of_turning(assistant):
    answer = assistant.ask("中国と米国の差は、昔からずっとこんなに開いてた?").answer
    assert "差は、2007年の46.8ポイント" in answer and "入れ替わって" not in answer


def test_a_crossing_is_looked_for_between_the_two_of_a_ranking(talked):
    assert "グーグルの論文の割合は**2018年**に" in last(talked, "AI論文が多い企業は?", "2番目の会社は?", "逆転した年はある?").answer


@pytest.mark.parametrize(("talk", "told"), [
    (("日本と韓国、どちらが減っている?",), "下がったのは日本の機関の参加率の方です"),
    (("日本は何位?", "韓国は?", "どっちが減ってる?"), "下がったのは日本の機関の参加率の方です"),
    (("企業と大学、どちらが減っていますか",), "はっきり下がったと言えるものはありません"),
])  # fmt: skip
def test_which_of_two_fell_is_told_first(talked, talk, told):
    assert conclusion(last(talked, *talk)).startswith(told)


def test_the_gap_of_two_is_meant_by_a_pronoun(talked):
    assert "差は、2007年が0.7ポイント" in last(talked, "東大と慶應の差は", "それは縮まってる?").answer


def test_one_more_is_set_beside_two(talked):
    assert "理化学研究所の論文の割合は、2007年" in last(talked, "東大と慶應の論文の割合の推移", "理研も入れて").answer


def test_each_move_and_the_papers_with_firms_of_two_bands(talked):
    answers = talked("エリート大学とそれ以外、どっちが伸びた", "それぞれ何ポイント", "企業との共著だと?")
    assert "**9.1ポイント**上がりました" in answers[1].answer
    assert "企業×エリート大学の共著率は、2007年の4.7%" in answers[2].answer and "企業×エリート以外の大学の共著率は、2007年の7.2%" in answers[2].answer


@pytest.mark.parametrize(("talk", "name"), [
    (("ビッグテックはどれくらい占めてるの", "それ以外の企業は?"), "大手テック企業を除いた割合"),
    (("ビッグテックの中で一番は?", "そこがいなかったら?"), "グーグルを除いた割合"),
])  # fmt: skip
def test_a_whole_without_one_of_its_parts_is_refused(talked, talk, name):
    answer = last(talked, *talk)
    assert answer.outcome == "not_in_data" and f"「{name}」" in answer.answer


def test_the_place_that_was_asked_for_is_pointed_at(talked):
    answers = talked("企業の割合が一番高い会議は?", "2番目は?", "その会議の2015年は?", "国別だと?")
    assert "2015年のKDDの企業参加率は**45.5%**" in answers[2].answer and "2015年のKDDで参加率が最も高い国は米国" in answers[3].answer


def test_since_a_year_in_english_reaches_to_the_last_one(understand):
    question = understand("How has China share changed since 2012?")
    assert (question.years, question.span) == ((2012, 2021), True)


def test_papers_a_head_are_refused(assistant):
    assert assistant.ask("1人の著者あたりの論文数").outcome == "not_in_data"
