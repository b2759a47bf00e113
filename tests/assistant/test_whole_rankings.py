"""Places in rankings that lie beyond what was told, the first ones of two kinds, and rankings turned round."""

import pytest

from assistant.models import Subject


@pytest.mark.parametrize(
    "before, ranked", [("グーグルとマイクロソフトの論文の割合を比べて", "firms"), ("東大と京大を比べて", "universities"), ("米国と中国を比べて", "countries"), ("CVPRとICCVの企業参加率を比べて", "venues")]
)
@pytest.mark.parametrize("text", ["3位は?", "じゃあ4位は?", "5番手はどこ?"])
def test_a_place_beyond_two_is_one_of_all(talk, before, ranked, text):
    question = talk(before, text)
    assert (question.statistic, question.ranked) == ("rank", ranked) and question.readings


def test_a_place_among_two_stays_among_them(talk):
    assert talk("グーグルとマイクロソフトの論文の割合を比べて", "2位は?").ranked == "named"


@pytest.mark.parametrize("text", ["中国の会社は?", "じゃあ中国の企業は", "中国勢はどう?", "中国の会社だとどこ?"])
def test_firms_of_a_country_after_firms_by_name(talk, text):
    question = talk("グーグルとマイクロソフトの論文の割合を比べて", text)
    assert (question.statistic, question.ranked, question.subjects) == ("rank", "firms", (Subject("country_share", country="China"),))


@pytest.mark.parametrize("text", ["一番低いのは?", "最も少ないのはどこ?", "いちばん低い分野は?"])
def test_a_ranking_of_fields_is_turned_round(talk, text):
    question = talk("分野別の企業参加率を見せて", text)
    assert question.ascending and [subject.metric for subject in question.subjects] == ["firm_share"]


@pytest.mark.parametrize("text", ["企業と大学、それぞれの1位を比べて", "会社と大学のそれぞれのトップを並べて", "大学と企業、それぞれの首位はどこ"])
def test_the_first_ones_of_two_kinds(understand, text):
    assert {subject.institution for subject in understand(text).subjects} == {"google", "tsinghua-univ"}


def test_the_first_ones_of_two_countries_and_of_what_was_told(understand, talk):
    assert [subject.institution for subject in understand("日本と米国、それぞれの1位の大学は?").subjects] == ["univ-tokyo", "cmu"]
    assert {subject.institution for subject in talk("企業参加率は?", "大学は?", "それぞれの1位を比べて").subjects} == {"google", "tsinghua-univ"}


@pytest.mark.parametrize("text", ["共著が多い企業はどこ?", "大学との共著が一番多い会社は?", "企業との共著が多い大学ランキング", "会社の中で共著が最も多いのは?", "一番よく共同研究している企業は?"])
def test_who_writes_with_others_most_is_not_counted_by_name(understand, text):
    assert understand(text).blocker == "unknown_metric"


@pytest.mark.parametrize("text, ranked", [("共著が多い会議は?", "venues"), ("共著率が高い分野はどこ", "fields"), ("産学共著率が高い会議は?", "venues")])
def test_joint_papers_rank_conferences_and_fields(understand, text, ranked):
    question = understand(text)
    assert (question.blocker, question.statistic, question.subjects) == (None, "rank", (Subject("firm_university_share"),))
    assert question.ranked in (ranked, None)


@pytest.mark.parametrize("text", ["QS50位以内とそれ以外の違いは?", "世界50位以内の大学とその他の大学を比べて", "QS上位50校とそれ以外の大学を比較"])
def test_the_best_fifty_beside_the_rest(understand, text):
    assert understand(text).subjects == (Subject("tier_share", tier="1-50"), Subject("non_elite_share"))


def test_the_best_fifty_beside_the_rest_in_a_talk_on_other_years(talk):
    question = talk("エリート大学の参加率は?", "それ以外は?", "2012年以前は?", "QS50位以内とそれ以外の違いは?")
    assert (question.statistic, question.subjects) == ("level", (Subject("tier_share", tier="1-50"), Subject("non_elite_share")))


def test_the_rest_of_another_band_is_not_counted(understand):
    assert understand("QS100位以内とそれ以外を比べて").blocker == "unknown_metric"
    assert understand("QS51〜100位の大学参加率を2014年で").subjects == (Subject("tier_share", tier="51-100"),)


def test_a_place_among_those_named_is_told_as_one_among_them(assistant):
    for text in ("中国と米国とインドを比べて", "3位は?"):
        answer = assistant.ask(text, "among-named")
    assert answer.answer.split("\n")[1].startswith("並べた中では、2021年のAI会議の参加率で3位はインド")


def test_a_place_in_several_years_is_told_year_by_year(understand):
    assert [part.years for part in understand("インドの順位は2010年と2021年で").parts] == [(2010,), (2021,)]
    assert not understand("インドの順位は2021年で?").parts


@pytest.mark.parametrize("text", ["どの会社が一番?", "じゃあどの企業がトップ?", "どの会社が一番多いの?"])
def test_which_one_is_first_stays_in_the_country_told(talk, text):
    question = talk("日本企業の割合は?", text)
    assert (question.statistic, question.ranked) == ("rank", "firms") and question.subjects[0].metric.startswith("japan")


def test_a_region_put_together_is_not_counted(talk):
    assert talk("企業参加率は?", "アジアでまとめると?").blocker == "scope_region"


@pytest.mark.parametrize("text", ["3位との差は?", "じゃあ3位との差", "1位との差は?"])
def test_the_gap_to_a_place_stays_among_conferences(talk, text):
    question = talk("企業参加率の一番高い会議は?", "2番目は?", text)
    assert question.intent == "compare" and [place.kind for place in question.places] == ["venue", "venue"] and question.subjects == (Subject("firm_share"),)


@pytest.mark.parametrize("text", ["分野だと?", "分野別では?", "分野で見ると?"])
def test_a_ranking_of_conferences_by_fields(talk, text):
    question = talk("企業参加率の一番高い会議は?", text)
    assert (question.ranked, question.subjects) == ("fields", (Subject("firm_share"),))


@pytest.mark.parametrize("text, years", [("10年前は?", (2011,)), ("5年前だと?", (2016,)), ("じゃあ3年前は何位?", (2018,))])
def test_a_place_some_years_before(talk, text, years):
    question = talk("日本の順位は?", text)
    assert (question.statistic, question.years) == ("position", years)


@pytest.mark.parametrize(("texts", "count"), [(("大学のトップ10は?", "そのうち中国の大学はいくつ入っていますか?"), "中国の大学は6校"), (("論文が多い企業の上位10社は?", "その中に中国の会社は何社含まれますか"), "中国の企業は4社")])
def test_how_many_of_a_ranking_belong_to_a_country(talked, texts, count):
    answer = talked(*texts)[-1]
    assert count in answer.answer and answer.verdict.ok
