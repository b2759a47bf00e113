"""Whom a ranking is asked of, in whatever order of words, and what only looks like one."""

import pytest

from assistant.models import ANSWERED

WAYS = (
    "{place}で一番論文出してる{who}どこ?", "{place}、{who}で一番論文が多いのはどこ", "どこの{who}が一番論文を出してる?{place}で", "一番論文書いてる{who}って? {place}", "{place}のトップ{who}は", "{place}で論文が多い{who}ベスト5",
    "{place}の論文数1位の{who}", "{place}で最も論文が採択されている{who}", "{place}ではどの{who}がトップ?", "{place}で存在感のある{who}は?", "{place}で首位の{who}はどこ", "{place}で強い{who}はどこ?", "{place}の論文、{who}別だとどこが多い",
    "{place}で名前をよく見る{who}は", "{place}の2位の{who}は?", "{place}に一番多く論文を通しているのはどこの{who}", "{place}の{who}を論文の多い順に並べて", "{place}で論文が多いのはどんな{who}?", "{place}で論文数がナンバーワンの{who}",
)  # fmt: skip
WHO = (("会社", "firms"), ("大学", "universities"), ("国", "countries"), ("機関", "institutions"))


@pytest.mark.parametrize(("who", "kind"), WHO)
@pytest.mark.parametrize("way", WAYS)
def test_whoever_is_asked_for_is_ranked(understand, way, who, kind):
    question = understand(way.format(place="2019年のNeurIPS", who=who))
    assert (question.statistic, question.ranked, question.years, question.blocker) == ("rank", kind, (2019,), None)


@pytest.mark.parametrize(
    ("text", "ranked", "metric"),
    [
        ("GAFAMの中で一番は", "firms", "big_tech_share"), ("大手テックで一番論文が多い会社は", "firms", "big_tech_share"), ("ビッグテックのうち論文が多いのはどこ?", "firms", "big_tech_share"),
        ("エリート大学で論文が多いのはどこ?2020年", "universities", "tier_share"), ("トップ50大学の中で首位はどこ", "universities", "tier_share"),
    ],
)  # fmt: skip
def test_the_first_of_a_group_is_sought_in_it(understand, text, ranked, metric):
    question = understand(text)
    assert (question.statistic, question.ranked, question.subjects[0].metric) == ("rank", ranked, metric)


@pytest.mark.parametrize("text", ["企業が一番多い会議はどこ", "2019年に大学が一番強い学会は", "企業参加率が高い分野は?"])
def test_conferences_and_fields_are_ranked_as_before(understand, text):
    question = understand(text)
    assert question.statistic == "rank" and question.ranked in ("venues", "fields")


@pytest.mark.parametrize("text", ["企業の論文が一番多かった年はいつ", "2019年のNeurIPSで企業は何%", "AI会議で企業と大学、論文が多いのはどっち", "上位10機関の論文の割合は2019年で", "大手テックには具体的にどこの会社が入る?", "AI会議でどこの大学と共著するのが一番多い?", "トップ50の大学は?", "上位100大学は2019年で", "一番論文が多いのはどの会社のいる会議は何年"])
def test_what_only_looks_like_one_is_none(understand, text):
    assert understand(text).statistic != "rank" or understand(text).intent == "paper"


def test_only_members_of_the_group_are_ranked(ask, divide):
    answer = ask("大手テックの中で一番論文が多いのはどこ? 2019年のICRA")
    assert "最も高い大手テック企業は" in answer.answer.split("\n")[1]
    rows = divide.rank_institutions((2019,), top=5, sector="firm", big_tech=True, venue="icra")
    assert [figure.id for figure in answer.figures[: len(rows)]] == [figure.id for figure in rows]
    assert "最も高いQS1〜50位の大学は" in ask("エリート大学で論文が多いのはどこ?2020年").answer.split("\n")[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [("企業参加率が5割超えの会議はある?", "はい。"), ("企業参加率が9割を超えた会議はある?", "いいえ。"), ("2020年に企業参加率が2割未満の学会はありますか", "はい。"), ("企業が半分を超えている会議は?", "2021年")],
)  # fmt: skip
def test_whether_any_conference_passes_a_level(ask, text, said):
    assert ask(text).answer.split("\n")[1].startswith(said)


@pytest.mark.parametrize("text", ["企業と組むことが多い大学はどこ", "大学とよく共著している会社は?", "会社と手を組んでいる大学を教えて"])
def test_who_writes_with_whom_is_not_held(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize("text", ["企業が大学と組むのは増えている?", "企業と共同研究する大学の論文は何%", "大学と組む会社はどれくらいいる"])
def test_how_many_are_written_together_is_held(ask, text):
    answer = ask(text)
    assert answer.outcome == ANSWERED and "産学共著率" in answer.answer
