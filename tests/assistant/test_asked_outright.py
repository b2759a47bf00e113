"""What a question asks for leads its answer: how far something moved, when a fall began, who is ahead; what is not counted is refused."""

import pytest


def first_sentence(answer):
    return answer.answer.removeprefix("**結論**\n").split("。")[0].replace("**", "")


@pytest.mark.parametrize(
    ("texts", "size", "way"),
    [
        (["AI会議の企業率は2010年から2020年で何ポイント上がった?"], "14.1ポイント", "上がりました"),
        (["日本の割合の推移は?", "何ポイント下がった?"], "1.9ポイント", "下がりました"),
        (["CVPRの企業率は2015年からどれくらい伸びた?"], "14.5ポイント", "上がりました"),
        (["2007年から2021年の企業参加率の上げ幅は?"], "19.0ポイント", "上がりました"),
    ],
)
def test_how_far_it_moved(talked, texts, size, way):
    answer = talked(*texts)[-1]
    assert answer.verdict.ok and size in first_sentence(answer) and way in first_sentence(answer)


def test_a_move_within_chance_is_called_none(talked):
    answer = talked("米国の割合は2007年から2021年で何ポイント下がった?")[0]
    assert answer.verdict.ok and "はっきり変わったとは言えません" in answer.answer.split("**要点**")[0] and "下がりました" not in answer.answer.split("**要点**")[0]


@pytest.mark.parametrize("text", ["東大の企業との共著率は?", "Googleの産学共著率は?", "トヨタは大学とどれくらい共著してる?", "マイクロソフトの企業単独でない共著論文は何本?", "京大が企業と一緒に書いた論文の割合は"])
def test_what_an_institution_writes_with_others_is_not_counted(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize("text", ["トヨタの論文の割合と産学共著率を比べて", "東大の論文の割合は?", "企業と大学の共著率は?", "Googleの論文は産学共著とどっちが多い?"])
def test_near_misses_of_shared_papers_are_answered(ask, text):
    assert ask(text).outcome == "answered"


@pytest.mark.parametrize("text", ["ICMLの企業率が下がり始めたのはいつ?", "大学単独の割合が減りだしたのは何年?", "KDDの企業参加率は何年から落ち始めた?"])
def test_a_fall_begins_after_the_highest_year(understand, text):
    assert understand(text).statistic == "peak"


def test_a_rise_that_began_stays_one(understand):
    assert understand("企業率が増え始めたのはいつ?").statistic == "onset"


@pytest.mark.parametrize(("first", "second", "metric"), [("エリート大学の割合は?", "非エリートは?", "non_elite_share"), ("エリート大学の割合は上がってる?", "じゃあ非エリートだと?", "non_elite_share"), ("東大と京大はどっちが伸びてる?", "理研は?", "institution_share")])
def test_a_bare_name_takes_the_place_of_the_last(talk, first, second, metric):
    question = talk(first, second)
    assert [subject.metric for subject in question.subjects] == [metric]


def test_who_is_ahead_is_said_where_nobody_passed(talked):
    answer = talked("中国の割合は?", "いつアメリカを抜いた?")[-1]
    conclusion = answer.answer.split("**要点**")[0]
    assert "入れ替わった年はありません" in conclusion and "米国の機関の参加率が46.5%" in conclusion


@pytest.mark.parametrize(("text", "stays"), [("日本は韓国に抜かれた?", False), ("ICMLがAAAIの企業率を抜いたのはいつ?", True)])
def test_a_crossing_in_the_last_year_has_no_after(ask, text, stays):
    assert ("以後も上のまま" in ask(text).answer) is stays and "上回り" in ask(text).answer


@pytest.mark.parametrize(("text", "kind", "winner"), [
    ("国内トップはどこ", "日本の機関", "東京大学"),
    ("国内で一番論文を出しているのは?", "日本の機関", "東京大学"),
    ("日本企業のトップは?", "日本の企業", "NEC"),
    ("日本のトップ大学は?", "日本の大学", "東京大学"),
    ("日本のエリート大学で一番論文が多いのは?", "日本の大学", "東京大学"),
    ("中国のトップ大学はどこ?", "中国の大学", "清華大学"),
    ("エリート大学で一番論文が多いのは?", "QS1〜50位の大学", "清華大学"),
])  # fmt: skip
def test_the_first_of_a_country(ask, text, kind, winner):
    assert f"最も高い{kind}は{winner}" in first_sentence(ask(text))


@pytest.mark.parametrize("text", ["日本で一番高い山は?", "日本が一番多かったのは何年?", "日本で一番強い分野は?"])
def test_the_first_of_other_things_in_japan_is_no_institution(understand, text):
    assert understand(text).ranked != "institutions"


@pytest.mark.parametrize(("texts", "ranked", "ascending"), [
    (["分野別だとどこが一番高い?"], "fields", False),
    (["大手テックの割合の推移は", "会議別だとどこが一番?"], "venues", False),
    (["企業の割合は?", "国別だと?"], "countries", False),
    (["大手テックの割合は", "分野ごとに見るとどれが一番低い?"], "fields", True),
    (["企業の割合は?", "一番弱い分野は?"], "fields", True),
])  # fmt: skip
def test_a_kind_by_kind_question_ranks(talk, texts, ranked, ascending):
    question = talk(*texts)
    assert (question.statistic, question.ranked, question.ascending, question.blocker) == ("rank", ranked, ascending, None)


@pytest.mark.parametrize(("text", "outcome"), [("うちの競合の日立とNECと富士通を比べて", "answered"), ("ライバルのGoogleは何本?", "answered"), ("取引先の東大は何位?", "answered"), ("競合の論文数は?", "not_in_data")])
def test_what_a_named_firm_is_to_the_asker_says_nothing(ask, text, outcome):
    assert ask(text).outcome == outcome


@pytest.mark.parametrize(("texts", "spans"), [
    (["大手テックの割合の推移は", "2012年以前と比べると?"], ((2007, 2011), (2012, 2021))),
    (["企業参加率は2015年以前と比べて上がった?"], ((2007, 2015), (2016, 2021))),
    (["企業参加率は2015年より前と比べて上がった?"], ((2007, 2014), (2015, 2021))),
    (["2010年までの企業参加率は?"], ()),
    (["2015年と比べて企業参加率は?"], ()),
])  # fmt: skip
def test_the_years_up_to_one_are_set_against_those_after_it(talk, texts, spans):
    assert talk(*texts).spans == spans


@pytest.mark.parametrize(("text", "intent"), [("自然言語処理で企業が強いって本当?", "figure"), ("AI研究は企業が強いって本当?", "figure"), ("大手しか勝てないって本当?", "explain"), ("GPUが足りないって本当?", "paper")])
def test_whether_a_group_is_strong_is_told_by_its_share(understand, text, intent):
    assert understand(text).intent == intent


@pytest.mark.parametrize(("texts", "wanted"), [
    (["論文出してる会社はどこが多い？", "トヨタは入ってないのか。"], "トヨタは論文のある276社のうち29位"),
    (["論文出してる会社はどこが多い？", "ソニーはいる?"], "ソニーは論文のある276社のうち74位"),
    (["論文が多い国は?", "日本は出てこない?"], "日本は論文のある76か国のうち12位"),
    (["国別のAI論文数について、日本の位置付けをご教示願います。"], "12位"),
    (["県内中小企業のAI導入支援策を検討しております。国別のAI論文数について、日本の位置付けをご教示願います。"], "12位"),
    (["NeurIPSで論文が多い大学を教えてください。", "東京大学と京都大学を比べてもらえますか。"], "2019年のNeurIPSでは、東京大学"),
    (["NTTは何位くらいですか。", "海外と比べてどうですか、例えばマイクロソフトと。"], "NTTの論文の割合は0.16%【1】、マイクロソフトの論文の割合は3.9%"),
    (["日本の割合は2010年と2020年でどう変わった?", "韓国と比べるとどうですか。"], "日本の機関の参加率は、2010年の6.1%"),
    (["KDDの企業の推移は", "日本の企業で多いのはどこですか。"], "日本の企業はNEC"),
    (["AI研究で大学が企業に負けているという話を聞きますが、本当ですか。データの根拠を示してください。"], "大学参加率は91.7%"),
    (["CVPRの調査をしています。企業の割合はどれくらいですか"], "CVPRの企業参加率"),
    (["企業の割合は", "2012年を境にしているのはなぜですか。", "それ以前から企業は増えていたのではありませんか。"], "2007年の17.3%【1】から2011年の22.1%"),
    (["でかい会社しかできないんじゃないの?"], "「大手しか勝てない」とまでは言えません"),
    (["企業の割合は?", "うちみたいなとこはどうすりゃいいの。"], "小さく試し"),
    (["題名の言葉で見ると、deep learningという語は企業とトップ大学のどちらで先に増えましたか。"], "題名に深層学習の語がある割合"),
])  # fmt: skip
def test_what_managers_asked_is_answered(talked, texts, wanted):
    answer = talked(*texts)[-1]
    assert answer.outcome == "answered" and wanted in answer.answer.replace("**", "").split("要点")[0]


@pytest.mark.parametrize(("texts", "statistic"), [
    (["企業の割合は", "それ以前から増えていた?"], "trend"),  # no year was spoken of
    (["2012年を境にした企業の割合の変化は?"], "before_after"),
    (["論文が多い会社は?", "トヨタは何を作っている?"], None),
])  # fmt: skip
def test_near_misses_keep_their_reading(talk, texts, statistic):
    question = talk(*texts)
    assert question.years != (2007, 2011) and (question.statistic == statistic or statistic is None and question.statistic != "position")


@pytest.mark.parametrize(("text", "metric"), [
    ("QSの上位50校に入らん大学、2013年のAI会議での参加率はどんくらい?", "non_elite_share"),
    ("産学joint paperのうちtop 50 universityが入っている比率、AI conferencesの2020年で", "elite_partner_ratio"),
    ("上位50校に入る大学の2013年の割合は?", "tier_share"),
])  # fmt: skip
def test_loose_words_name_the_same_metrics(understand, text, metric):
    question = understand(text)
    assert [subject.metric for subject in question.subjects] == [metric] and question.blocker is None


@pytest.mark.parametrize("text", ["日銀短観におけるAI投資計画、2021年度の前年比。", "うちの学部の卒論、AIのテーマが何割あるか分かりますか", "ヒントン氏がグーグルを辞めた本当の理由は?", "国勢調査でAI研究者は何人?"])
def test_other_statistics_and_private_matters_are_refused(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize(("text", "intent"), [("日本の機関の参加率が伸び悩んでおるのは、なにゆえでありましょうか", "why"), ("稟議の席で慎重派の役員から費用を問われた折の、受け答えの文例を頂戴したい", "phrases")])
def test_formal_words_ask_the_same(understand, text, intent):
    assert understand(text).intent == intent
