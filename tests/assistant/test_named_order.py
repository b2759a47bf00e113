"""Several things named in one question: put in order, one against the other, none of them left out."""

import pytest

from assistant.models import Place

ANSWERED = "answered"


def values(answer):
    """Values of the numbered rows, as shown."""
    return [line.split("：")[1].split("【")[0] for line in answer.answer.split("\n") if line[:1].isdigit() and "：" in line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICRAとIROSとRSS、2017年の企業の割合で番付を作って", [("firm_share", {"venue": key}) for key in ("icra", "iros", "rss")]),
        ("ACL、EMNLP、NAACLを2018年の産学共著率でソートしてほしい", [("firm_university_share", {"venue": key}) for key in ("acl", "emnlp", "naacl")]),
        ("2016年のKDDとSIGIR、企業が多い順に", [("firm_share", {"venue": key}) for key in ("kdd", "sigir")]),
        ("画像認識と自然言語処理とロボティクスを2019年の企業参加率が低い順に", [("firm_share", {"field": key}) for key in ("vision", "nlp", "robotics")]),
        ("カナダ、スイス、イスラエルを2019年のAI会議の割合の高い順に", [("country_share", {"area": "ai", "country": name}) for name in ("Canada", "Switzerland", "Israel")]),
        ("スタンフォード、MIT、CMUの2020年のAI論文の割合、大きい順で", [("institution_share", {"area": "ai", "institution": name}) for name in ("stanford-univ", "mit", "cmu")]),
        ("ICMLとICLRとAAAIのうち2021年に企業参加率が一番高いのはどれ", [("firm_share", {"venue": key}) for key in ("icml", "iclr", "aaai")]),
    ],
)
def test_things_named_are_put_in_the_order_of_their_values(ask, understand, divide, text, expected):
    year = understand(text).years
    figures = [divide.share(divide.measure(metric, **names), year) for metric, names in expected]
    answer = ask(text)
    assert (answer.outcome, answer.intent) == (ANSWERED, "rank")
    assert values(answer) == [figure.display for figure in sorted(figures, key=lambda figure: figure.value if "低い" in text else -figure.value)]


@pytest.mark.parametrize(
    "text",
    ["2018年のICMLとNeurIPSの企業参加率を比べて", "2019年の企業単独率と産学共著率を並べて見せて", "CVPRとICCVとECCVの企業参加率を並べて。2018〜2019年で", "CVPRとICML、2018年に企業が多いのはどちら"],
)
def test_what_is_only_set_side_by_side_is_compared(understand, text):
    assert understand(text).intent == "compare"


def test_a_conference_without_the_year_is_told_and_the_others_are_ordered(ask):
    answer = ask("ICCVとCVPRとICMLを2018年の企業参加率の高い順に並べて")
    assert len(values(answer)) == 2
    assert "ICCV" in answer.answer.split("**留意点**")[1]


def test_places_and_a_year_before_a_full_stop_belong_to_the_order_behind_it(ask, understand):
    text = "ASPLOSとISCAとMICRO、19年。企業率ランキングよろ"
    assert understand(text).places == tuple(Place("venue", key) for key in ("asplos", "isca", "micro"))
    assert (ask(text).outcome, len(values(ask(text)))) == (ANSWERED, 3)


def test_a_ranking_beside_a_comparison_is_no_contradiction(ask):
    answer = ask("2019年のICMLとAAAIの企業参加率を比べてください。あと、2019年の企業参加率が高い会議ランキングも教えてください。")
    assert answer.outcome == ANSWERED and answer.verdict.ok


@pytest.mark.parametrize("text", ["日本とスイスは逆転した?", "ICCVとECCVは企業参加率で逆転した?", "グーグルは逆転した?"])
def test_an_overtaking_that_the_years_do_not_tell_is_answered_without_it(ask, text):
    assert ask(text).outcome == ANSWERED


def test_an_overtaking_asked_for_one_year_shows_both_values_of_that_year(assistant, divide):
    assistant.ask("GoogleとMicrosoft、AI会議2012年ならどっちが上?", session="overtaken")
    answer = assistant.ask("2020は逆転してる?", session="overtaken")
    wanted = [divide.share(divide.measure("institution_share", area="ai", institution=name), (2020,)).display for name in ("google", "microsoft")]
    assert all(value in answer.answer for value in wanted)
