"""What a follow-up keeps of the figures before it: the year where a place is narrowed, the conference of another ranking, the ends of a move, and where and when of a refusal."""

import pytest

from assistant.models import Place, Subject


@pytest.mark.parametrize(("first", "text", "year"), [
    ("中国のAI会議シェア、2021年", "ロボット系の会議に限るとどう変わる?", 2021),
    ("ドイツの2019年のシェア", "ロボティクス分野に絞るとどうなる?", 2019),
    ("2018年のNeurIPSの企業率", "KDDだとどう変わる?", 2018),
])  # fmt: skip
def test_a_place_is_narrowed_in_the_same_year(talk, first, text, year):
    question = talk(first, text)
    assert (question.statistic, question.years) == ("level", (year,))


def test_a_course_stays_a_course(talk):
    assert talk("企業参加率の推移は?", "CVPRだとどう変わる?").statistic == "trend"


@pytest.mark.parametrize(("first", "text", "years"), [
    ("AI会議の産学共著率、2019年はいくつでしたか", "前の年からは何ポイントの上昇だったのか", (2018, 2019)),
    ("産学共著率は2015年で?", "前の年からは何ポイント増えた?", (2014, 2015)),
    ("2019年の日本の割合は?", "一つ前の年と比べて何ポイント動いた?", (2018, 2019)),
])  # fmt: skip
def test_a_move_since_the_year_before_has_both_years(talk, first, text, years):
    question = talk(first, text)
    assert (question.statistic, question.years) == ("change", years)


@pytest.mark.parametrize(("text", "year"), [("それから十年たった時点の値を続けて伺います。", 2017), ("それから五年過ぎた時点では?", 2012), ("10年経った後の数字も", 2017), ("十年を経た時点の数字は", 2017)])
def test_years_gone_by_are_counted_on(talk, text, year):
    question = talk("KDDの企業参加率は2007年でいくつでしたでしょうか。", text)
    assert (question.years, question.places) == ((year,), (Place("venue", "kdd"),))


@pytest.mark.parametrize("text", ["2020年にはそれが何本に増えて、いや、減っておりますか。", "2020年には何本に増えましたか。"])
def test_papers_of_two_years_are_held_against_each_other(talk, text):
    question = talk("マイクロソフトは2012年のAI会議に論文をいくつ出していましたか。", text)
    assert (question.statistic, question.years) == ("count", (2012, 2020))


@pytest.mark.parametrize("text", ["その伸びを一年あたりのポイントに直してください", "年平均にすると?"])
def test_a_move_spread_over_its_years_keeps_them(talk, text):
    assert talk("AI会議の企業参加率は2012年に何%?", "2021年までに何ポイント上がりましたか", text).years == (2012, 2021)


def test_the_first_year_is_that_of_the_conference(talk):
    question = talk("AISTATSのトップ50大学の割合、2021で", "最初の年にもどして同じやつ")
    assert (question.years, any("2013" in reading for reading in question.readings)) == ((2013,), True)


@pytest.mark.parametrize(("text", "years"), [("企業とトップ50大学が一緒に書いたAI論文の割合は、調査の最初の年と2021年でどう違うか", (2007, 2021)), ("収録の最初の年と2020年で日本の割合を比べて", (2007, 2020))])
def test_the_first_year_stands_beside_another(understand, text, years):
    assert understand(text).years == years


@pytest.mark.parametrize(("first", "text", "name"), [
    ("ICMLの2020年の採択率は何%でしたか", "なるほど、なら採択された論文のうち企業が入っている割合でいいです", "icml"),
    ("KDD 2020の参加者数は?", "じゃあ企業の割合は?", "kdd"),
])  # fmt: skip
def test_where_and_when_of_a_refusal_are_kept(assistant, first, text, name):
    session = f"kept{name}"
    assistant.ask(first, session=session)
    question = assistant.ask(text, session=session).material.question
    assert (question.places, question.years, question.subjects) == ((Place("venue", name),), (2020,), (Subject("firm_share"),))


def test_a_slip_keeps_the_year(assistant):
    assistant.ask("ICCVの2018、ビッグテックどんくらい", session="slip")
    question = assistant.ask("あっ間違えた、ECCVの方です", session="slip").material.question
    assert (question.places, question.years) == ((Place("venue", "eccv"),), (2018,))


def test_another_kind_is_ranked_in_the_same_conference(talk):
    question = talk("日本の会社でCVPR2021の論文多いのどこ?", "まじか。日本の大学で一番は?")
    assert (question.ranked, question.places, question.years, question.parts) == ("universities", (Place("venue", "cvpr"),), (2021,), ())


@pytest.mark.parametrize(("text", "count"), [("上から3つだけ", 3), ("トップ3のつぎ、4位と5位どこ", 5)])
def test_rows_of_a_ranking_are_of_the_same_kind(talk, text, count):
    question = talk("AI会議の国別ランキング2019", text)
    assert (question.statistic, question.ranked, question.count) == ("rank", "countries", count)


@pytest.mark.parametrize("text", ["その順位は、2010年頃と比べて上がったのですか、下がったのですか。", "2010年からどう変わった?", "順位は2010年より上がった?"])
def test_a_place_is_held_against_that_of_another_year(talk, text):
    question = talk("2021年の日本の順位は?", text)
    assert [(part.statistic, part.years) for part in question.parts] == [("position", (2010,)), ("position", (2021,))]


@pytest.mark.parametrize(("first", "text", "metric"), [
    ("NeurIPS 2019でトップ50大学が入った論文の比率は", "企業も一緒に名を連ねていた論文だけなら、割合はどこまで減りますか", "firm_elite_share"),
    ("トップ50大学の割合、ICML2019", "企業も入っている論文に絞ると?", "firm_elite_share"),
    ("大学の参加率は2019年?", "企業も名前が載ってる論文だけだと何%?", "firm_university_share"),
])  # fmt: skip
def test_firms_too_are_joint_papers(talk, first, text, metric):
    question = talk(first, text)
    assert (question.subjects[-1].metric, question.years) == (metric, (2019,))


@pytest.mark.parametrize(("text", "names", "years"), [
    ("ビッグテックの参加率、言語処理と画像とではどちらが何ポイント上か。2019年で答えよ。", {"nlp", "vision"}, (2019,)),
    ("ロボティクスとセキュリティとで企業参加率は何ポイント違う?2020", {"robotics", "security"}, (2020,)),
    ("AI会議の企業参加率はセキュリティ系会議の何倍にあたるでしょう。2021年でお願いします", {"security", "ai"}, (2021,)),
    ("2021年、セキュリティの企業参加率はAI会議の何倍?", {"security", "ai"}, (2021,)),
    ("データベースはAI会議より高いか低いか、2019年の企業参加率で", {"databases", "ai"}, (2019,)),
])  # fmt: skip
def test_two_places_stand_side_by_side(understand, text, names, years):
    question = understand(text)
    assert ({place.name for place in question.places}, question.years, question.statistic) == (names, years, "level")


@pytest.mark.parametrize("text", ["CVPRは2010年の何倍?", "AI会議のCVPRで企業参加率は2010年の何倍になった?"])
def test_a_multiple_of_a_year_is_of_one_place(understand, text):
    assert len(understand(text).places) == 1


@pytest.mark.parametrize(("text", "metric"), [("きぎょうさんかりつ しすてむぶんや 2014ねん", "systems"), ("だいがくさんかりつ せきゅりてぃぶんや 2015ねん", "security")])
def test_fields_are_read_in_kana(understand, text, metric):
    question = understand(text)
    assert ([place.name for place in question.places], question.readings) == ([metric], ())  # the metric is named too


@pytest.mark.parametrize(("text", "statistic"), [
    ("NeurIPS 2018のビッグテック参加率、分子と分母の実数を教えてください。", "count"), ("グーグルのCVPR2021の分子・分母は?", "count"), ("企業参加率の分母は何本?2019年", "paper_count"),
])  # fmt: skip
def test_numerator_and_denominator_are_asked_for_together(understand, text, statistic):
    assert understand(text).statistic == statistic


@pytest.mark.parametrize("text", ["QS上位50校がICMLの2021年でどれだけの論文に入っていたか、パーセントで", "どれだけの論文にトップ50大学が入っているか、CVPR2020で"])
def test_how_many_papers_is_no_paper_written_alone(understand, text):
    question = understand(text)
    assert (question.blocker, [subject.tier for subject in question.subjects]) == (None, ["1-50"])


@pytest.mark.parametrize(("text", "years"), [
    ("2007〜2021年で、企業参加率が前年から一番大きく伸びたのはどの年から?AI会議全体で", (2018, 2019)), ("前年比の伸びが一番大きかった年を教えて、産学共著率で", (2018, 2019)), ("CVPRの企業参加率が前年から最も落ちたのは何年?", (2019, 2020)),
])  # fmt: skip
def test_the_largest_step_is_from_one_year_to_the_next(understand, text, years):
    question = understand(text)
    assert (question.statistic, question.years) == ("change", years)


@pytest.mark.parametrize("text", ["GoogleがMicrosoftをAI会議の論文数で初めて上回ったのは何年ですか", "マイクロソフトを初めて超えたのは何年ですか、グーグルが"])
def test_when_one_first_passed_another_is_looked_for(understand, text):
    assert understand(text).statistic == "overtake"
