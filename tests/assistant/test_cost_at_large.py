"""What training costs at large is told by the dearest and the middle model, however it is asked; in whose work it stands, and who sees it otherwise, are asked of that answer."""

import pytest

ASKED = "AIの学習費用はいくら?"
PAPER = "Strubellの論文の要点は?"


@pytest.mark.parametrize(
    "text",
    [
        "AIの学習って結局なんぼかかるん?", "AIを学習させるのになんぼかかる?", "AIモデルを一つ作るのにいくらかかるの", "AIの学習にお金はどれくらいかかりますか", "生成AIの開発費ってなんぼ?", "LLM作るのに何億かかるの?",
        "AIの学習には、どの程度の費用を要するものでしょうか", "AIってがくしゅうさせるのにいくらかかるの", "LLMの開発費用は", "生成AIをゼロから作ったらいくら",
    ],
)
def test_what_training_costs_is_an_amount(ask, text):
    answer = ask(text)
    line = answer.answer.split("\n")[1]
    assert answer.verdict.ok and "約4,059万ドル" in line and "中央値）は105,369ドル" in line


@pytest.mark.parametrize("text", ["うちでAI作ったらなんぼかかる", "AIの学習に何時間かかる?", "AIを学ぶのにいくらかかりますか", "AIの研修費用はいくら", "モデルの追加学習にいくらかかる", "最大の学習費用は?"])
def test_other_costs_are_none_of_it(ask, text):
    assert "中央値" not in ask(text).answer.split("\n")[1]


@pytest.mark.parametrize("text", ["それ、どの論文に書いてあるん", "論文名は?", "何という論文ですか", "なんちゅう論文や", "タイトル教えて", "どの資料に載ってますか", "それはどの論文の話?", "どの研究が言ってるの?", "出典は?"])
def test_the_one_work_told_is_named_in_the_sentence(talked, text):
    answer = talked(PAPER, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1] == "Strubell ほか（2019）『言語AIの深層学習にかかるエネルギーと費用』に書かれています【1】。"


@pytest.mark.parametrize("text", ["それ、どの論文に書いてあるん", "どの論文?", "出典は?"])
def test_figures_of_models_have_their_own_source(talked, text):
    answer = talked(ASKED, text)[-1]
    assert answer.verdict.ok and "『最先端AIモデルの学習費用はどれだけ膨らんでいるか』" in answer.answer and "Epoch AI" in answer.answer and "csmetrics" not in answer.answer


@pytest.mark.parametrize("text", ["どの論文に書いてある?", "何の論文ですか"])
def test_our_own_figures_stand_in_no_paper(talked, text):
    assert "csmetrics.net" in talked("2021年の企業参加率は?", text)[-1].answer.split("\n")[1]


@pytest.mark.parametrize(
    "text",
    [
        "ほんまかいな。反対のこと言うてる論文はないの?", "まじで?逆のこと言ってる研究ある?", "うそやろ。異論はないんか", "本当ですか。反対の立場の論文はございますか。", "えー、ほんとかなあ。誰か反論してへんの",
        "眉唾やな。違うこと言うてる人おらんの",
    ],
)
@pytest.mark.parametrize(("before", "opponent"), [(PAPER, "patterson"), (ASKED, "khandelwal")])
def test_words_of_doubt_are_no_part_of_the_question(talked, before, opponent, text):
    answer = talked(before, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("あります。") and any(citation.id.startswith(opponent) for citation in answer.citations)


def test_doubt_before_another_year_is_no_doubt(talked):
    assert talked("2021年の企業参加率は?", "ほんまに?2011年はどうやったん")[-1].answer.split("\n")[1].startswith("2011年のAI会議の企業参加率は**22.1%**")


@pytest.mark.parametrize("text", ["ほんまかいな。その数字", "ほんまかいな"])
def test_doubt_alone_is_still_doubt(talk, text):
    assert talk("2021年の企業参加率は?", text).style == "doubt"


@pytest.mark.parametrize("text", ["それほんま?", "その額、信用できる?", "本当ですか"])
def test_whether_the_amount_may_be_trusted_is_told(talked, text):
    assert talked(ASKED, text)[-1].answer.split("\n")[1].startswith("第三者の推計で、会社が公表した額ではありません。")


@pytest.mark.parametrize(
    ("chain", "line"),
    [
        (("GPT-3の学習にかかった計算量は?",), "2020年のGPT-3の学習計算量は**約3.1×10の23乗FLOP**です【1】。"), (("ジェミニウルトラの計算量なんぼ",), "2023年のGemini 1.0 Ultraの学習計算量は**約5.0×10の25乗FLOP**です【1】。"),
        (("アルファ碁ゼロの計算量どんくらい",), "2017年のAlphaGo Zeroの学習計算量は**約3.4×10の23乗FLOP**です【1】。"), (("GPT-3の学習費用は?", "計算量は?"), "2020年のGPT-3の学習計算量は**約3.1×10の23乗FLOP**です【1】。"),
        (("GPT-3の計算量は?", "費用は?"), "2020年のGPT-3の学習費用は**約206万ドル**です【1】。"),
    ],
)
def test_the_compute_of_a_model_is_an_estimate(talked, chain, line):
    answer = talked(*chain)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1] == line


@pytest.mark.parametrize(("chain", "name"), [(("GPT-4の学習計算量は?",), "GPT-4"), (("Claude 3の演算量は",), "Claude 3"), (("GPT-3の計算量は?", "GPT-4は?"), "GPT-4"), (("Chinchillaは何FLOP",), "Chinchilla")])
def test_a_compute_that_is_not_held_is_refused_with_the_largest(talked, chain, name):
    answer = talked(*chain)[-1]
    assert answer.outcome == "not_in_data" and f"{name}の学習計算量は、手元の資料にありません。" in answer.answer and "約5.0×10の25乗FLOP" in answer.answer


def test_of_two_models_the_one_not_held_is_told(ask):
    answer = ask("GPT-3とGPT-4の計算量を比べて")
    assert answer.verdict.ok and "約3.1×10の23乗FLOP" in answer.answer and "GPT-4の学習計算量は、手元の資料にありません。" in answer.answer


@pytest.mark.parametrize("text", ["計算量は何か月で倍になる?", "2023年の最大のモデルの計算量は"])
def test_other_measures_of_models_are_told_as_before(ask, text):
    assert ask(text).outcome == "answered" and ask(text).figures


@pytest.mark.parametrize("text", ["GPT-3の電力消費はどれくらい", "GPT-3の学習の消費電力は?"])
def test_the_power_of_training_is_told(ask, text):
    assert "1,287MWh" in ask(text).answer.split("\n")[1]
