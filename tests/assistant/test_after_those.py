"""Who comes after those that are named, in a ranking."""

import pytest


@pytest.mark.parametrize(("text", "name", "years"), [
    ("国別に並べますと、2020年のAI会議で米中に次ぐ三番目はどちらの国でございましょう。", "United Kingdom", (2020,)),
    ("米中以外で2021年のAI会議シェアが最も大きいのはどの国ですか?", "United Kingdom", (2021,)),
    ("中国を除いて一番多い国は?2019年", "United States", (2019,)),
    ("米国・中国・英国に次ぐ4番目の国はどこですか", "Germany", ()),
    ("グーグルの次に多い会社はどこや", "microsoft", ()),
    ("マイクロソフトに続く企業はどこでしょう、2015年", "google", (2015,)),
    ("グーグルを除くと一番多い企業は?", "microsoft", ()),
])  # fmt: skip
def test_the_next_one_is_told_by_its_place(understand, text, name, years):
    question = understand(text)
    subject = question.subjects[0]
    assert (question.statistic, subject.country or subject.institution, question.years) == ("position", name, years)


def test_it_is_said_whom_it_comes_after(ask):
    assert "米国・中国を除くと、論文の割合が最も高いのは英国です" in ask("米中以外で2021年のAI会議シェアが最も大きいのはどの国ですか?").answer
    assert "グーグルの次に論文の割合が高いのはマイクロソフトです" in ask("グーグルの次に多い会社はどこや").answer


@pytest.mark.parametrize(("text", "name"), [("企業以外で一番多い機関は?", "tsinghua-univ"), ("大学を除くと最も論文が多い組織はどこ?", "google"), ("会社以外で論文が一番多いところは?", "tsinghua-univ")])
def test_a_whole_kind_is_left_out(understand, text, name):
    question = understand(text)
    assert (question.statistic, question.subjects[0].institution) == ("position", name)


@pytest.mark.parametrize("text", ["日本を除くと企業参加率は?", "AI以外の会議の企業参加率は?", "中国の次の年は?", "米国と中国、どっちが多い?", "米国に次ぐ中国の割合の推移は?", "日本以外の国との共著は多い?", "企業以外の論文の割合は?", "企業以外で一番多いのは?"])
def test_other_questions_are_read_as_before(understand, text):
    question = understand(text)
    assert not any("論文の割合が" in reading and "高いのは" in reading for reading in question.readings)
