"""Follow-ups that set or move one thing of the last figures: years by a number, places and countries by kind, bands by a step; and pairs of years."""

import pytest

from assistant.models import Place, Subject


@pytest.fixture(scope="module")
def said(understanding):
    """Messages of a conversation → the last question."""

    def talk(*texts):
        question, data = understanding.understand(texts[0]), None
        for text in texts[1:]:
            data = question if question.intent in ("figure", "trend", "compare", "rank") else data
            question = understanding.understand(text, question, data)
        return question

    return talk


def held(question):
    return [subject.metric for subject in question.subjects], [place.name for place in question.places], question.years


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("会議はそのまま、年だけ4年巻き戻して", 2013),
        ("三年さかのぼると", 2014),
        ("年を2つ進めて", 2019),
        ("2年先に進めて", 2019),
        ("年を一つ戻して", 2016),
        ("2014年に三年戻して", 2014),
    ],
)
def test_years_are_moved(said, text, year):
    assert held(said("2017年のKDDの企業参加率は?", text)) == (["firm_share"], ["kdd"], (year,))


@pytest.mark.parametrize(
    ("text", "metric", "place", "year"),
    [
        ("会議をWSDMにして、年は2016に", "firm_share", "wsdm", 2016),
        ("年を一つ進め、会議はICDMへ", "firm_share", "icdm", 2018),
        ("会場をCIKMに移し、年はいまのまま", "firm_share", "cikm", 2017),
    ],
)
def test_things_are_set_by_their_kind(said, text, metric, place, year):
    assert held(said("2017年のKDDの企業参加率は?", text)) == ([metric], [place], (year,))


def test_an_institution_takes_the_place_of_another(said):
    question = said("KDD 2012にGoogleが入っている論文の割合を", "相手をIBMにして年も2014に")
    assert (question.subjects, question.places, question.years) == ((Subject("institution_share", institution="ibm"),), (Place("venue", "kdd"),), (2014,))


@pytest.mark.parametrize(("text", "tier"), [("一段下のランク帯だとどうなる", "201-300"), ("1段階上の帯だと", "51-100"), ("ワンランク下は", "201-300")])
def test_a_band_is_stepped(said, text, tier):
    assert said("AI会議の2018年、QS101〜200位の大学の割合", text).subjects == (Subject("tier_share", tier=tier),)


@pytest.mark.parametrize("text", ["ではその二つの年の差は何ポイント?", "2つの時点の差は", "両年の値の差は"])
def test_the_last_two_years_are_set_apart(said, text):
    question = said("2011年のKDDの企業参加率は?", "2018年は?", text)
    assert (question.statistic, question.years) == ("change", (2011, 2018))


def test_two_years_named_are_both_told(said):
    question = said("2015年の日本の割合は、AI会議で", "2007年と2021年ではどうだろ、2つ並べて")
    assert (question.statistic, question.years) == ("change", (2007, 2021))


def test_a_way_of_counting_asks_for_the_value_counted_so(said):
    question = said("NeurIPSの2018年、企業参加率はいくつ", "人数割りにしたらどれだけ変わる")
    assert (question.statistic, question.variant, question.years) == ("level", "fractional", (2018,))


def test_conferences_are_put_beside_the_last_one(said):
    assert [place.name for place in said("ICMLの2018年の企業参加率は", "NeurIPSとICLRも含めて3つ並べて").places] == ["icml", "nips", "iclr"]


def test_each_conference_has_a_year_of_its_own(understand):
    question = understand("AAAI 2016とIJCAI 2017の産学共著率、高いのはどっち")
    assert question.intent == "compare"
    assert [held(part) for part in question.parts] == [(["firm_university_share"], ["aaai"], (2016,)), (["firm_university_share"], ["ijcai"], (2017,))]


def test_one_year_for_both_stays_one_question(understand):
    assert held(understand("CVPR 2018とECCV 2018の企業参加率は")) == (["firm_share"], ["cvpr", "eccv"], (2018,))


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("AI会議の論文で割合が大きい国を上から5つ、2019年", "countries"),
        ("AI論文に名を連ねる国を多い順に、2018年で", "countries"),
        ("2019年のAI学会で論文シェア上位の機関を10個ならべてほしい", "institutions"),
        ("産学共著が盛んな会議の上位3つ、2018年ではどこですか", "venues"),
    ],
)
def test_rankings_go_by_many_words(understand, text, ranked):
    question = understand(text)
    assert (question.intent, question.ranked, question.blocker) == ("rank", ranked, None)


def test_numbers_of_papers_of_two_years_are_compared(understand):
    question = understand("AI会議の企業論文、2011年は何本で2019年は何本か")
    assert (question.intent, question.statistic, question.years) == ("compare", "count", (2011, 2019))


@pytest.mark.parametrize("text", ["もし詳しい人がいなければ?", "それなら人材が一人もいない場合は?", "予算が300万しかないとしたら?"])
def test_advice_goes_on_under_another_condition(said, text):
    assert said("うちは部品メーカー。AI研究にどう取り組むべきか", text).intent == "strategy"


def test_the_last_figure_is_put_into_words(said):
    question = said("2019年のAIの産学共著率は", "会議で読み上げる一文に")
    assert (question.intent, question.subjects) == ("phrases", (Subject("firm_university_share"),))


def test_a_short_message_after_words_to_say_is_understood(said):
    assert held(said("役員会で使える一言を", "2016年のKDDの企業参加率は")) == (["firm_share"], ["kdd"], (2016,))
