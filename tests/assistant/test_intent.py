"""What kind of answer is wanted, and which statistic."""

import pytest


@pytest.mark.parametrize(
    ("text", "intent", "statistic"),
    [
        ("2019年のICMLの企業参加率は?", "figure", "level"),
        ("企業比率は80%ですよね?", "figure", "level"),
        ("企業の割合の推移", "trend", "trend"),
        ("企業は増えた?", "trend", "trend"),
        ("2010〜2020年の企業の割合", "trend", "trend"),
        ("企業だけで書かれた論文の推移を見たい", "trend", "trend"),
        ("企業の割合を五年刻みで見せて", "trend", "trend"),
        ("2008年と2020年を比べて、企業の存在感はどれくらい増えた?", "compare", "change"),
        ("企業参加率は何ポイント増えた?", "compare", "change"),
        ("産学共著は何倍になった?", "compare", "ratio"),
        ("企業参加率は2012年の前後でどう違う?", "compare", "before_after"),
        ("2012年の前と後で企業参加はどれだけ違う? 他分野の動きを差し引いて", "compare", "did"),
        ("差の差で見るとビッグテックは?", "compare", "did"),
        ("企業参加率が一番高かったのは何年?", "trend", "peak"),
        ("企業の割合がピークだったのはいつ?", "trend", "peak"),
        ("NeurIPSで企業の割合が最も低かった年は?", "trend", "trough"),
        ("企業が増え始めたのはいつから?", "trend", "onset"),
        ("企業参加率が高い会議を5つ、2020年で", "rank", "rank"),
        ("産学共著率ランキング2019", "rank", "rank"),
        ("企業の論文は2019年に何本?", "figure", "count"),
        ("how many AI papers in 2018 had at least one company author?", "figure", "count"),
        ("日本の大学のAI会議での存在感、2010年と2020年", "compare", "change"),
        ("企業と大学、どっちが多い?2020年", "compare", "level"),
        ("2020年のAI会議の論文数は?", "figure", "paper_count"),
        ("各年の論文の本数の推移は?", "trend", "paper_count"),
        ("企業の割合が30%を超えたのは何年?", "trend", "threshold"),
        ("企業の比率がいちばん伸びた会議は?", "rank", "movers"),
        ("企業参加率が50%を超えている会議は?", "rank", "rank"),
        ("国別ランキング2021", "rank", "rank"),
        ("論文数トップ5の企業を教えて、2021年", "rank", "rank"),
        ("How much did firm participation grow between 2008 and 2020?", "compare", "change"),
    ],
)
def test_data_questions(understand, text, intent, statistic):
    question = understand(text)
    assert (question.intent, question.statistic) == (intent, statistic)
    assert question.blocker is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("計算資源とは何ですか", "explain"),
        ("GPUって何?", "explain"),
        ("企業参加率とは?", "explain"),
        ("産学共著率の定義を教えて", "explain"),
        ("AI研究は大手しか勝てないのか?", "explain"),
        ("この論文の結論を一言で", "paper"),
        ("少ないGPUで成果を出した研究の例を3つ", "paper"),
        ("大学の研究者が企業に移っているという話、根拠は?", "paper"),
        ("反対の立場の研究もありますか", "paper"),
        ("なぜ2012年が境目なのですか", "why"),
        ("企業が増えた理由は?", "why"),
        ("この統計はどこまで信用できますか", "limits"),
        ("うちのような中堅メーカーがAI研究に投資する意味はありますか", "strategy"),
        ("うちは何から始める?", "strategy"),
        ("企業の参加が増えるのは良いこと?悪いこと?", "paper"),
        ("この研究の弱点は?", "paper"),
        ("QSランキングとは", "explain"),
        ("はい", "smalltalk"),
        ("違う、そうじゃない", "smalltalk"),
        ("役員会で計算資源の格差を説明する一言を", "phrases"),
        ("投資800万円、年間効果400万円、3年、割引率5%なら元は取れますか", "roi"),
        ("共同研究案の稟議書のひな形をください", "document"),
        ("あなたは何ができますか", "help"),
        ("こんにちは", "smalltalk"),
        ("ありがとうございました", "smalltalk"),
        ("来週の為替はどうなりますか", "out_of_scope"),
        ("KDDの参加費はいくら?", "figure"),
    ],
)
def test_worded_questions(understand, text, intent):
    assert understand(text).intent == intent


@pytest.mark.parametrize("text", ["いちばん企業が少ないAI会議を3つ", "企業参加率が低い会議ワースト3", "企業参加率が最も低い会議はどこ?", "産学共著率の低い順に会議を並べて"])
def test_rankings_from_below(understand, text):
    question = understand(text)
    assert (question.statistic, question.ascending) == ("rank", True)


@pytest.mark.parametrize(("text", "count"), [("企業参加率が高い会議を5つ", 5), ("企業参加率の高い会議ベスト7", 7), ("企業参加率の高い会議トップ１０", 10), ("企業参加率が高い会議は?", None), ("高い会議を99個", 20)])
def test_how_many_rows(understand, text, count):
    assert understand(text).count == count


@pytest.mark.parametrize(("text", "style"), [("短く: 2019年の企業参加率は?", "short"), ("2019年の企業参加率を詳しく", "long"), ("企業参加率をグラフで", "chart"), ("企業参加率は?", "normal")])
def test_styles(understand, text, style):
    assert understand(text).style == style


@pytest.mark.parametrize(("text", "claims"), [("企業比率は80%ですよね?", ("80%",)), ("企業が7割って本当?", ("7割",)), ("2019年の企業参加率は?", ())])
def test_numbers_of_the_asker(understand, text, claims):
    assert understand(text).claims == claims


@pytest.mark.parametrize("text", ["キヤノン電子の株の論文シェア", "田中さんの論文の割合は?", "大阪市の参加率は?"])
def test_proper_nouns_that_we_do_not_measure_block_a_figure(understand, text):
    question = understand(text)
    assert question.blocker in ("unknown_name", "outside") or any(subject.institution for subject in question.subjects)


def test_thanks_beside_a_question_is_a_question(understand):
    question = understand("ありがとう。では2019年のICMLの企業参加率は?")
    assert question.intent == "figure"


def test_understanding_is_the_same_twice(understand):
    text = "NuerIPSとICMLの会社の割合、H30"
    assert understand(text) == understand(text)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("企業参加率は90%くらいでしょ?", ("90%",)), ("2019年の企業参加率は50%くらいですか", ("50%",)), ("企業の割合、8割だっけ?", ("8割",)),
        ("2019年の企業参加率は何%ですか", ()), ("2019年の企業参加率は何割くらいですか", ()),
    ],
)  # fmt: skip
def test_a_number_the_asker_states_is_known_as_theirs(understand, text, stated):
    assert understand(text).claims == stated


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("アマゾンとインテル、2018年のAI会議で論文の割合が高いのはどっち", ["institution_share", "institution_share"]),
        ("企業単独と産学共著、2019年に多いのはどちら", ["firm_only_share", "firm_university_share"]),
    ],
)
def test_which_of_two_named_things_is_a_comparison(understand, text, metrics):
    question = understand(text)
    assert question.intent == "compare" and [subject.metric for subject in question.subjects] == metrics


def test_an_article_of_english_narrows_nothing(understand):
    question = understand("share of EMNLP 2017 papers with an industry author")
    assert question.blocker is None and (question.subjects[0].metric, question.places[0].name) == ("firm_share", "emnlp")
