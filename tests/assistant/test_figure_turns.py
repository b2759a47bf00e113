"""Turns of a talk about figures: others of the same kind, another kind's first one, two moves set off, joint papers, and people, who are counted nowhere."""

import pytest

from assistant.models import Subject

RANKED = [
    (("グーグルの論文の割合は?", "他の企業は?"), "firms", ()),
    (("グーグルの論文の割合は?", "ほかのビッグテックは?"), "firms", (Subject("big_tech_share"),)),
    (("東大の論文の割合は?", "ほかの大学はどう?"), "universities", ()),
    (("日本のシェアは?", "他の国は?"), "countries", ()),
    (("ソニーの論文は?", "ほかの日本企業は?"), "firms", (Subject("japan_share"),)),
    (("企業参加率は?", "他の分野は?"), "fields", (Subject("firm_share"),)),
    (("NTTは何位?", "大学だと1位は?"), "universities", ()),
    (("企業のランキングを見せて", "大学だとトップは?"), "universities", ()),
]


@pytest.mark.parametrize("texts, ranked, subjects", RANKED)
def test_others_are_the_ranking_they_stand_in(talk, texts, ranked, subjects):
    question = talk(*texts)
    assert (question.statistic, question.ranked, question.subjects) == ("rank", ranked, subjects)


@pytest.mark.parametrize("texts, name", [
    (("NVIDIAの論文は?", "他の半導体メーカーは?"), "半導体メーカー"),
    (("トヨタの論文は?", "ほかの自動車メーカーはどう?"), "自動車メーカー"),
    (("ソニーの論文は?", "他の電機メーカーはどうですか"), "電機メーカー"),
])  # fmt: skip
def test_a_trade_is_said_not_to_be_told_apart(talk, texts, name):
    question = talk(*texts)
    assert (question.blocker, question.blocker_details) == ("scope_firm_kind", {"name": name})


@pytest.mark.parametrize("text", ["ほかに注意点は?", "他の数え方だと?", "ほかの年は?", "マイクロソフトは?"])
def test_what_is_no_kind_of_names_is_no_ranking(talk, text):
    assert talk("グーグルの論文の割合は?", text).statistic != "rank"


@pytest.mark.parametrize("text", ["差し引きでいくつ?", "じゃあ差し引くと?", "両者を差し引きすると何ポイント?", "正味では?"])
def test_two_moves_are_set_off(talk, text):
    assert talk("2012年の前後で企業参加率は?", "AI以外だと?", text).statistic == "did"


def test_a_share_of_one_year_is_set_off_against_nothing(talk):
    assert talk("企業参加率は?", "差し引きでいくつ?").statistic != "did"


@pytest.mark.parametrize("text, metric", [
    ("大学との共著は何%?", "firm_university_share"),
    ("2018年のCVPRで大学との共著は何割?", "firm_university_share"),
    ("大学と一緒に書いた論文の割合は?", "firm_university_share"),
    ("エリート大学との共著は何%?", "firm_elite_share"),
])  # fmt: skip
def test_papers_with_universities_are_those_of_firms(understand, text, metric):
    assert [subject.metric for subject in understand(text).subjects] == [metric]


@pytest.mark.parametrize("texts", [("グーグルの論文の割合は?", "大学との共著は?"), ("ビッグテックの割合は?", "そのうち大学と組んだのは?"), ("論文数が多い企業の1位は?", "2番目と3番目は?", "その3社の共著は?"), ("国別ランキング", "その3か国の共著は?")])
def test_whom_named_ones_write_with_is_not_held(talk, texts):
    assert talk(*texts).blocker == "unknown_metric"


@pytest.mark.parametrize("text", ["大学と共同研究するには?", "大学の割合は?", "うちが大学との共著を始めるには?", "大学どうしの共著は何%?"])
def test_other_words_of_universities_name_no_firms(understand, text):
    assert "firm_university_share" not in [subject.metric for subject in understand(text).subjects]


@pytest.mark.parametrize("text, countries", [
    ("AI研究者は日本と中国どちらが多い?", ["Japan", "China"]),
    ("日本のAI人材は何人?", ["Japan"]),
    ("アメリカのAI研究者はどれくらいいる?", ["United States"]),
    ("AIエンジニアの数はインドと中国どっちが多いの?", ["India", "China"]),
])  # fmt: skip
def test_people_are_said_not_to_be_counted(understand, text, countries):
    question = understand(text)
    assert (question.blocker, [subject.country for subject in question.subjects]) == ("scope_heads", countries)


@pytest.mark.parametrize("text", ["日本の研究者の論文の割合は?", "中国の研究者が書いた論文は何%?", "うちのAI人材は足りる?", "論文が多いのは日本と中国どちら?"])
def test_papers_of_people_are_counted(understand, text):
    assert understand(text).blocker != "scope_heads"


def test_the_first_of_all_is_asked_after_a_place(talk):
    question = talk("ソニーは何位?", "1位はどこ?")
    assert (question.statistic, question.ranked) == ("rank", "firms")


def test_a_trade_after_several_places_is_said_not_to_be_told_apart(talk):
    assert talk("トヨタとソニーは何位?", "他の電機メーカーは?").blocker == "scope_firm_kind"


def test_one_more_is_put_in_order_with_those_told(talk):
    question = talk("ソニーの論文は?", "日立は?", "パナソニックも入れて順位")
    assert (question.statistic, question.ranked, question.parts) == ("rank", "named", ())
