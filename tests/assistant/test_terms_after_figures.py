"""A term or programme that is asked about after figures is explained, whatever country stands before it; plans and sources in words of everyday."""

import pytest

PAIR = "Google と Microsoft って論文数どっちが上ですか??"


@pytest.mark.parametrize(("before", "turn", "named"), [
    (PAIR, "ちなみにグリーンAIってなんですか、電気代とかCO2の話?", "グリーンAI"), ("企業参加率は?", "グリーンAIって何?", "効率"), ("企業参加率は?", "スケーリング則って何?", "モデルの大きさ"), ("中国の割合の推移", "NAIRRとは", "米国"),
])  # fmt: skip
def test_a_term_after_figures_is_explained(talked, before, turn, named):
    answer = talked(before, turn)[-1]
    assert answer.intent in ("explain", "paper") and answer.outcome == "answered" and named in answer.answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["アメリカのNAIRRって何?", "日本のGENIACとは", "米国のNAIRRというのは何でしょう"])
def test_a_country_before_a_programme_is_not_what_is_defined(ask, asked):
    assert "参加率とは" not in ask(asked).answer


@pytest.mark.parametrize("asked", ["日本の機関の参加率とは?", "米国の参加率の定義は?"])
def test_shares_of_countries_are_still_defined(ask, asked):
    assert "参加率とは" in ask(asked).answer


@pytest.mark.parametrize("asked", ["うちがクラウド使って1000万で実験するとして、元とれます??", "1000万でクラウド借りたら元がとれる?"])
@pytest.mark.parametrize("before", [(), (PAIR,)])
def test_whether_it_pays_is_calculated(talked, before, asked):
    assert talked(*before, asked)[-1].intent == "roi"


@pytest.mark.parametrize("turn", ["悲観シナリオだとどうなりますか。", "悲観的に見たら?", "最悪シナリオは"])
def test_the_worst_of_a_plan_has_more_names(talked, turn):
    answer = talked("共有クラウドに3億円、5年で投じた場合のNPVを見たいのですが。", turn)[-1]
    assert answer.intent == "roi" and "効果がまったく出なければ、失うのは払った分の合計" in answer.answer.replace("**", "")


@pytest.mark.parametrize("turn", ["本当? 誰の推計?", "根拠は?"])
def test_an_estimate_names_whose_it_is(talked, turn):
    assert "Epoch" in talked("GPT-3の学習にいくらかかったの。", turn)[-1].answer.split("**出典**")[0]


@pytest.mark.parametrize("turn", ["その数字の出典と、数え方の定義も併せてお願いします。", "出典と定義もあわせて教えてください", "その値の出典と数え方も一緒に"])
def test_how_it_is_counted_is_wanted_beside_its_source(talked, turn):
    answer = talked("AI研究における企業と大学の論文シェアの推移を、年を追って教えていただけますか。", turn)[-1].answer
    assert answer.split("\n")[1].startswith("企業参加率とは、") and "csmetrics.net" in answer


@pytest.mark.parametrize("turn", ["二つ目のものは、もう少し詳しく。誰が書いたのかね。", "2本目について、もう少し詳しく知りたい。誰の論文?"])
def test_the_second_of_the_papers_listed_is_told_of(talked, turn):
    listed, last = talked("計算資源の格差は本当かね", "証拠となる論文を二、三挙げてくれたまえ。", turn)[1:]
    assert len({citation.id.split("#")[0] for citation in listed.citations}) >= 2
    assert last.intent == "paper" and last.citations[0].id.split("#")[0] == listed.citations[1].id.split("#")[0]


@pytest.mark.parametrize("asked", ["うちみたいなとこが3000万円出すとしたら、3つのうちどれがええん?", "500万使うならどの方法がいい?", "2億円投じるとしたらどれでしょう"])
@pytest.mark.parametrize("before", [(), ("企業参加率は?",)])
def test_which_way_an_amount_is_for(talked, before, asked):
    answer = talked(*before, asked)[-1]
    assert answer.intent == "strategy" and "予算" in answer.answer.split("\n")[1]
