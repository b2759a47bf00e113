"""Figures asked for in words of their own: a multiple of a base year, the sum of all years, first ones counted from the top, a peak with its year, two gaps."""

import pytest

from assistant.models import Place, Subject
from assistant.understand.figures.said_otherwise import said_otherwise

AI = Place("area", "ai")


def read(question):
    return question.statistic, tuple(subject.metric for subject in question.subjects), question.years


@pytest.mark.parametrize(("text", "metric", "years"), [
    ("2012年を1としたら、2021年の米国の割合はなんぼ?", "country_share", (2012, 2021)),
    ("NeurIPSの企業参加率は2010年を基準に100とすると2019年はどれぐらいになる?", "firm_share", (2010, 2019)),
    ("2015年の値を1に取ると2020年の産学共著率はいくらですか", "firm_university_share", (2015, 2020)),
    ("産学共著率、2007年を1に置いたら2021年は?", "firm_university_share", (2007, 2021)),
])  # fmt: skip
def test_a_base_year_is_asked_as_a_multiple(understand, text, metric, years):
    question = understand(text)
    assert (question.statistic, question.subjects[0].metric, tuple(sorted(question.years))) == ("ratio", metric, years)


@pytest.mark.parametrize(("text", "years"), [
    ("ソニーがこれまでに出した論文は何件ですか", (2007, 2021)),
    ("清華大学の延べ論文数を知りたい", (2007, 2021)),
    ("今までの累計で、京大の論文は何本ありますの?", (2007, 2021)),
    ("日立さん、のべ何件の論文をAI会議に出してはりますか", (2007, 2021)),
    ("トヨタとホンダの論文数を、2007年以降2021年までの合計で対比してください", (2007, 2021)),
    ("2019年までの累計で東大の論文は何本", (2007, 2019)),
])  # fmt: skip
def test_papers_up_to_now_are_those_of_all_years(understand, text, years):
    question = understand(text)
    assert (question.statistic, question.years, question.span) == ("count", years, True)


@pytest.mark.parametrize("text", ["東大の論文数の推移は?", "2019年の東大の論文は何本?", "トヨタの論文は合計で何%?"])
def test_what_is_no_sum_is_told_as_before(understand, text):
    assert understand(text).years != (2007, 2021)


@pytest.mark.parametrize(("text", "metric"), [
    ("首位から十番目までの機関が占める度合いは、2015年のAI会議でいかほど", "top10_share"),
    ("1位から50番目までに入る組織で、2018年のAI会議の論文の何割を占めますか", "top50_share"),
    ("先頭から数えて百番目までの機関の取り分、2020年", "top100_share"),
])  # fmt: skip
def test_first_ones_counted_from_the_top_are_the_largest(understand, text, metric):
    assert [subject.metric for subject in understand(text).subjects] == [metric]


@pytest.mark.parametrize(("text", "years"), [
    ("日本の存在感は2008年のピーク付近から2021年までに何ポイント落ちたのか", (2008, 2021)),
    ("KDDの企業参加率、2010年の底から2019年までに何ポイント戻した?", (2010, 2019)),
])  # fmt: skip
def test_a_peak_with_its_year_is_no_question_for_it(understand, text, years):
    question = understand(text)
    assert (question.statistic, question.years) == ("change", years)


@pytest.mark.parametrize("text", ["企業参加率のピークは何年?", "企業参加率の底は?"])
def test_a_peak_without_one_still_is(understand, text):
    assert understand(text).statistic in ("peak", "trough")


@pytest.mark.parametrize("text", ["大手以外も含めた企業ぜんたいで言うとどうなっとーと", "ビッグテックだけでなく会社全部だと?", "大手以外の会社も含めた企業全体だと?"])
def test_all_firms_are_more_than_the_large_ones(talk, text):
    question = talk("SIGIR2020、ビッグテックの割合は?", text)
    assert (question.subjects, question.years, question.blocker) == ((Subject("firm_share"),), (2020,), None)


def test_the_others_alone_are_not_counted(talk):
    assert talk("ビッグテックの割合は?", "大手以外の企業は?").blocker == "unknown_metric"


@pytest.mark.parametrize("text", ["CVPR 2020で企業が関わった論文のうち、企業の所属しか載っていないものは何割か", "CVPR 2020の企業の論文のうち、会社の名前しか載ってへんのは何%?"])
def test_papers_with_firms_alone_are_a_part_of_theirs(understand, text):
    assert [subject.metric for subject in understand(text).subjects] == ["firm_only_share", "firm_share"]


@pytest.mark.parametrize("text", ["その共著の相手方が上位50校であった割合はどれほどであろうか", "その産学共著の相手側が上位50校だった割合は?"])
def test_the_partner_of_joint_papers_is_a_part_of_them(talk, text):
    assert [subject.metric for subject in talk("CHIの産学共著率を2015年で", text).subjects] == ["elite_partner_ratio"]


@pytest.mark.parametrize(("text", "years"), [
    ("米国と中国のシェアの開きは、2010年時点と2021年時点でそれぞれ何ポイントだったのでしょう", (2010, 2021)),
    ("米国と日本の差は2008年と2020年でそれぞれ何ポイント?", (2008, 2020)),
])  # fmt: skip
def test_a_gap_in_each_of_two_years_is_told_twice(ask, text, years):
    answer = ask(text).answer.split("**要点**")[0]
    assert all(f"{year}年" in answer for year in years) and answer.count("ポイント") == 2


def test_the_gap_of_one_share_between_two_years_is_its_change(understand):
    question = understand("企業参加率の差は2010年と2021年で何ポイント?")
    assert (question.statistic, len(question.subjects)) == ("change", 1)


@pytest.mark.parametrize(("texts", "subjects"), [
    (("画像の会議に中国の機関が入った割合は2019年でいくらだ。", "米国のほうは。", "引き算した値をもらいたい。何ポイント開いておる。"), ("China", "United States")),
    (("2019年の中国の割合", "米国は", "引き算した数字は?"), ("China", "United States")),
])  # fmt: skip
def test_what_is_left_of_the_two_told_is_their_difference(talk, texts, subjects):
    question = talk(*texts)
    assert ({subject.country for subject in question.subjects}, question.years) == (set(subjects), (2019,))


@pytest.mark.parametrize(("first", "text", "groups"), [
    ("AI会議の2020年、企業の論文で題名に深層学習の語が入る割合は?", "大学側の値を引き算して見せて", {"firm", "university"}),
    ("企業論文で題名に深層学習の語が入る割合、2018年", "大学の割合を引いたら?", {"firm", "university"}),
])  # fmt: skip
def test_the_other_side_is_of_the_same_kind(talk, first, text, groups):
    assert {subject.group for subject in talk(first, text).subjects} == groups


@pytest.mark.parametrize(("text", "name"), [
    ("分野別に企業参加率を並べたとき、機械学習は2021年に上から何番目に来ますか", "ml"),
    ("分野ごとに産学共著率を比べると、ロボティクスは何位?", "robotics"),
    ("会議別に企業参加率を並べた場合、AAAIは何番目?2019", "aaai"),
])  # fmt: skip
def test_one_of_those_put_in_order_is_asked_for_its_place(understand, text, name):
    question = understand(text)
    assert (question.statistic, [place.name for place in question.places]) == ("position", [name])


@pytest.mark.parametrize(("text", "count"), [("逆に下から五つは", 5), ("下から三つは?", 3)])
def test_from_below_is_the_order_turned(talk, text, count):
    question = talk("2020年に企業の割合が高かったAI会議のトップ5を挙げて", text)
    assert (question.statistic, question.ascending, question.count) == ("rank", True, count)


@pytest.mark.parametrize("text", ["逆にビリの会議どれ", "どべの会議は?", "どん尻の会議を教えて"])
def test_the_last_is_the_lowest(talk, text):
    assert talk("2019年のAI会議で企業率いっちゃん高いのは?", text).ascending


@pytest.mark.parametrize("text", [
    "採択率でも参加費でもない。企業の入った論文が何%か、それだけをAAAIの2019年で答えてくれ。",
    "採用でも売上でもない。2019年のAAAIの企業参加率を聞いている。",
    "株価の件は広報に任せてあります。AAAIの2019年の企業参加率は?",
    "費用は後日こちらで調べます。AAAIの企業参加率、2019年でお願いします",
])  # fmt: skip
def test_what_is_not_asked_keeps_no_figure_back(understand, text):
    question = understand(text)
    assert (question.blocker, question.places, question.years) == (None, (Place("venue", "aaai"),), (2019,))


@pytest.mark.parametrize("text", ["採択率は?AAAIの2019年で", "株価を教えて", "売上でも利益でもいいから教えて"])
def test_what_is_asked_is_not_put_aside(understand, text):
    assert understand(text).blocker is not None or understand(text).intent not in ("figure", "compare")


@pytest.mark.parametrize("text", ["企業参加率が2割を超えた最初の年は?", "AI会議で企業参加率が3割の大台に乗った最初の年と、そのときの値", "日本の割合が4%を下回った最初の年は"])
def test_the_first_year_past_a_level_is_looked_for(understand, text):
    question = understand(text)
    assert (question.statistic, question.years) == ("threshold", ())


def test_the_first_year_of_all_is_a_year(understand):
    assert understand("データがある最初の年の企業参加率は?").years == (2007,)


@pytest.mark.parametrize("text", ["会社だと上から5つ教えて", "企業なら多い順に五つ", "企業は上から5社"])
def test_so_many_of_a_kind_are_named(talk, text):
    question = talk("AIの論文って、今は大学と会社とどっちが多く出しとるの?", text)
    assert (question.statistic, question.ranked, question.count) == ("rank", "firms", 5)


@pytest.mark.parametrize("text", ["2つ目んとこは10年前と比べてどんだけ伸びた?", "2社目の会社は10年前から伸びた?"])
def test_one_of_a_ranking_is_followed_over_the_years(talk, text):
    question = talk("AI研究の企業の上位5社を教えて", text)
    assert ([subject.institution for subject in question.subjects], question.years) == (["microsoft"], (2011, 2021))


def test_deep_titles_are_no_library_conference(talk):
    question = talk("企業論文のDLタイトル率 AI 2019", "深層学習っぽいタイトルの率は大学側だと")
    assert (question.subjects, question.years) == ((Subject("dl_title_share", group="university"),), (2019,))


@pytest.mark.parametrize("text", ["共同研究するなら東大と京大、論文数はどっちが多い?", "組むなら東大と京大、論文が多いのはどっち"])
def test_what_the_choice_is_for_is_no_joint_paper(understand, text):
    question = understand(text)
    assert (question.statistic, question.blocker, len(question.subjects)) == ("count", None, 2)


@pytest.mark.parametrize("text", [
    "税金の分を引いたら?", "予算の下限と上限は?", "補助金の額を差し引いたら", "費用の低い方から3つ教えて", "御社の導入実績はこれまで何件ですか", "年間効果は300万円で結構です。割引率は8%、企業の割合は何%?", "他分野の伸びの割合を引いたら?", "企業参加率のピークは何年?",
])  # fmt: skip
def test_money_and_other_questions_stay_as_they_are(text):
    assert said_otherwise(text) == text


@pytest.mark.parametrize(("before", "turn", "place"), [
    ("2018年のAI会議の企業参加率は?", "国で言うと日本はどこ", "日本は論文のある83か国のうち**7位**"), ("2018年のAI会議の企業参加率は?", "世界で見ると韓国はどのあたり?", "韓国は論文のある83か国のうち**14位**"),
    ("2018年のAI会議の企業参加率は?", "世界で見ると東大はどの辺", "東京大学"), ("2020年のAI会議の企業参加率は?", "各国で比べるとインドは何番目ですか", "インドは論文のある82か国のうち"),
])  # fmt: skip
def test_where_one_stands_in_the_world_is_a_place_in_the_year_of_the_talk(talked, before, turn, place):
    answer = talked(before, turn)[-1]
    assert answer.intent == "rank" and place in answer.answer.split("\n")[1] and before[:5] in answer.answer.split("\n")[1]


@pytest.mark.parametrize(("before", "turn", "times"), [
    ("2021年のAI会議で一番論文が多い国は", "日本はその何分の一", "15.4倍"), ("2021年のAI会議で一番論文が多い国は", "じゃあドイツは首位の何分の1ですか", "7.5倍"), ("2021年のAI会議で一番論文が多い会社は", "NECはその何分の1", "16.9倍"),
])  # fmt: skip
def test_how_many_times_the_first_of_a_ranking_is(talked, before, turn, times):
    answer = talked(before, turn)[-1]
    assert answer.verdict.ok and times in answer.answer.split("\n")[1]


@pytest.mark.parametrize("turn", ["小数点以下はいらない", "単位はいらない", "細かい桁は省いて"])
def test_a_wish_for_form_names_no_other_metric(talked, turn):
    assert "企業が参加しない" not in talked("企業参加率は?", turn)[-1].answer


@pytest.mark.parametrize(("talk", "told"), [
    (("企業参加率の高い会議トップ3を2019年で挙げて", "逆に低い順で3つ"), "最も低い会議はICMRで"), (("企業参加率の高い会議トップ3を2019年で挙げて", "少ない順に五つ"), "最も低い会議はICMRで"),
    (("NeurIPSの2019年、産学共著の割合は?", "ICLRも同じ年でよろしく"), "2019年のICLRの産学共著率は**32.1%**"), (("2018年のICMLの企業参加率は?", "KDDをよろしくお願いします"), "2018年のKDDの企業参加率は"),
    (("2012年前後の企業参加率の変化を、AI以外の動きを差し引いて教えて", "同じ計算を大手テックの割合でやったら何ポイントになりますか"), "**7.8ポイント**"), (("企業参加率は2007年から2021年で何倍?", "同じやり方で中国について計算して"), "**7.5倍**"),
    (("AI会議の機関別の集中度をHHIで。2007年、2021年それぞれ。",), "67.78"),
])  # fmt: skip
def test_turns_in_other_words_take_the_last_figure_on(talked, talk, told):
    assert told in talked(*talk)[-1].answer.split("**要点**")[0]


@pytest.mark.parametrize("asked", ["よろしく", "こんにちは、大学との窓口を担当している者です。よろしくお願いします"])
def test_a_greeting_stays_a_greeting(talk, asked):
    assert talk(asked).intent == "smalltalk"


@pytest.mark.parametrize(("talk", "told"), [
    (("企業単独率はAI会議で2021年に何%?", "2011年は?", "いまの二つの差は何ポイントになりますか"), "2011年の5.9%"), (("2021年の企業参加率は?", "2015年は?", "その2つの差は"), "2015年"),
    (("企業とトップ50以外の大学が一諸に書いた論文の率は? AI会議、2019年で",), "企業×エリート以外の大学の共著率は**18.5%**"), (("会社と上位50位に入らない大学が組んだ論文は2018年に何%",), "企業×エリート以外の大学の共著率は**15.6%**"),
    (("QS201〜300のとこ AI 2018", "301−500は?"), "2018年のAI会議のQS301〜500位の大学の参加率は"), (("2019年のQS1〜50位の大学の割合は?", "じゃあ51-100は"), "2019年のAI会議のQS51〜100位の大学の参加率は"),
    (("企業参加率の差分の差(DID)の推定値は?", "区間の下限と上限だけ、もう一度"), "8.9ポイント"),
    (("ランク301〜500位の大学の参加率をAI会議の推移で見たい", "底だったのは何年なんでしょう"), "最も低かったのは2007年"),
    (("QS1〜50位の大学はAI会議の論文の何%に入りますか(2021年)", "500位より下の層についても知りたく存じます"), "QS501位以下・順位なしの大学の参加率は**26.9%**"),
])  # fmt: skip
def test_bands_years_and_pairs_are_read_as_they_are_told(talked, talk, told):
    assert told in talked(*talk)[-1].answer.split("**要点**")[0]
