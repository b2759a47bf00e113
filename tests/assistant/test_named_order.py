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


@pytest.mark.parametrize("text", ["日本とスイスは逆転した?", "ICCVとECCVは企業参加率で逆転した?"])
def test_an_overtaking_that_the_years_do_not_tell_is_answered_without_it(ask, text):
    assert ask(text).outcome == ANSWERED


def test_one_alone_overtakes_nobody_and_is_told_over_the_years(assistant, understand):
    question = understand("2019年のグーグルのAI論文の割合は?").with_(intent="compare", statistic="overtake", years=())
    assert assistant.answer(question)[0].outcome == ANSWERED


def test_an_overtaking_asked_for_one_year_shows_both_values_of_that_year(assistant, divide):
    assistant.ask("GoogleとMicrosoft、AI会議2012年ならどっちが上?", session="overtaken")
    answer = assistant.ask("2020は逆転してる?", session="overtaken")
    wanted = [divide.share(divide.measure("institution_share", area="ai", institution=name), (2020,)).display for name in ("google", "microsoft")]
    assert all(value in answer.answer for value in wanted)


@pytest.mark.parametrize(
    ("text", "metric", "expected"),
    [
        ("シンガポールとスイスのどちらに人を送るか迷っています。2020年のAI会議での両国の割合を見比べたい", "country_share", ["Singapore", "Switzerland"]),
        ("中国の比率が米国を上回った年などないはずですが、2021年のAI会議ではどちらが上ですか", "country_share", ["China", "United States"]),
        ("グーグル社のことがよく話題になります。2019年のNeurIPSの論文のうち、同社が加わっているものは何%でしょうか", "institution_share", ["google"]),
    ],
)
def test_what_is_pointed_back_at_is_what_was_named_before(understand, text, metric, expected):
    question = understand(text)
    assert [subject.metric for subject in question.subjects] == [metric] * len(expected)
    assert [subject.country or subject.institution for subject in question.subjects] == expected
    assert question.blocker is None


@pytest.mark.parametrize(
    "text",
    ["日本てそんなに負けとるんか? AI学会での日本の割合、2007年と2021年のを出して", "米国の地位は落ちたという説を口にしていいのか。AI会議での米国の割合、2007年と2021年を見せなさい"],
)
def test_a_remark_before_a_question_of_the_same_thing_is_not_answered_by_itself(understand, text):
    question = understand(text)
    assert (question.parts, question.years, question.intent) == ((), (2007, 2021), "compare")


def test_two_questions_that_both_measure_stay_two(understand):
    assert len(understand("AI会議の日本の割合の推移は? あと、2020年の中国の割合は何%?").parts) == 2


def test_an_order_of_things_named_in_the_sentence_before(ask, divide):
    answer = ask("画像、自然言語、ウェブ・データの3分野に順位を付けたい。2019年に企業が入る論文の比率が高い順は")
    shown = {divide.share(divide.measure("firm_share", field=key), (2019,)).display for key in ("vision", "nlp", "web-data")}
    assert answer.intent == "rank" and set(values(answer)) == shown


def test_two_rankings_in_one_message_are_two_lists(ask):
    answer = ask("2019年の企業参加率が高い会議ランキングを教えて。あと、2019年の産学共著率が高い会議ランキングも教えてください。")
    assert answer.outcome == ANSWERED and len(values(answer)) == 10


def test_small_letters_in_an_english_sentence_are_no_names(understand):
    assert understand("In which year did industry participation peak across AI venues, and at what level?").subjects[0].metric == "firm_share"
    assert understand("what was the share of google in AI papers in 2019?").subjects[0].institution == "google"


@pytest.fixture(scope="module")
def two_lists(as_checked):
    """(text, evidence, question) of an answer with two rankings, as it is checked."""
    return as_checked("2019年の企業参加率が高い会議ランキングを教えて。あと、2019年の産学共著率が高い会議ランキングも教えてください。")


def test_each_of_two_lists_is_checked_for_its_order(assistant, two_lists):
    text, evidence, question = two_lists
    lines = text.split("\n")
    rows = [number for number, line in enumerate(lines) if line[:2] in ("1.", "2.", "3.", "4.", "5.")]
    assert assistant.verifier.check(text, evidence, question).ok and len(rows) == 10
    for first, second in ((rows[0], rows[1]), (rows[6], rows[7])):
        swapped = list(lines)
        swapped[first], swapped[second] = lines[first][:3] + lines[second][3:], lines[second][:3] + lines[first][3:]
        assert not assistant.verifier.check("\n".join(swapped), evidence, question).ok
    renumbered = [f"1. {line[3:]}" if number in rows else line for number, line in enumerate(lines)]
    assert not assistant.verifier.check("\n".join(renumbered), evidence, question).ok


def test_a_false_first_place_of_either_list_is_caught(assistant, two_lists):
    text, evidence, question = two_lists
    lines = text.split("\n")
    rows = [line for line in lines if line[:2] in ("1.", "2.")]
    for winner, other in ((rows[0], rows[1]), (rows[2], rows[3])):
        name, value, mark = other[3:].split("：")[0], *other.split("：")[1].replace("】", "").split("【")
        own, own_value, own_mark = winner[3:].split("：")[0], *winner.split("：")[1].replace("】", "").split("【")
        false = text.replace(f"最も高い会議は{own}で、**{own_value}**です【{own_mark}】", f"最も高い会議は{name}で、**{value}**です【{mark}】", 1)
        assert false != text and not assistant.verifier.check(false, evidence, question).ok
