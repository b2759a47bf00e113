"""A figure to state with its source in one sentence, how to show it, and speeches that are asked for without a verb or made shorter."""

import pytest

from assistant.models import Question, Subject

SOURCE = "出典：csmetrics.netのデータを加工した「羅針盤」の再計算"


def sentence(answer):
    return answer.answer.split("**そのまま載せられる一文**\n> ")[1].split("\n")[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("弊社がAIの共同研究を始める発表をします。背景として使える数字を一つ、出典つきの一文にしてください。", "AI会議の産学共著率（"),
        ("プレスリリースの背景に使う数字を、出典込みの一文で", "AI会議の企業参加率（"),
        ("産学共著率を、出典も入れて一文で書いて", "AI会議の産学共著率（"),
        ("広報資料に載せる一文をください。日本の論文の割合、出所も文中に入れて", "AI会議の日本の機関の参加率（"),
        ("大学と組むことを発表します。書き出しに使うデータをください", "AI会議の産学共著率（"),
    ],
)
def test_a_figure_is_stated_with_its_source_and_no_policy(ask, text, said):
    told = sentence(ask(text))
    assert said in told and SOURCE in told and told.count("。") == 1
    assert "方針" not in told and "進め" not in told


def test_it_is_made_softer_and_shorter(talked):
    _, soft, short = talked("弊社がAIの共同研究を始める発表をします。背景として使える数字を一つ、出典つきの一文にしてください。", "もう少しやわらかい言い方に。", "もっと短く")
    assert "産学共著率" not in sentence(soft) and "企業と大学の著者が両方いる論文" in sentence(soft) and SOURCE in sentence(soft)
    assert len(sentence(short)) < len(sentence(soft)) and SOURCE in sentence(short)


@pytest.mark.parametrize("text", ["企業に共同研究を持ちかけるとき、この数字をどう見せれば説得力が出ますか。", "この数字、どう見せたら部長に刺さる?", "このデータをどう示せば納得してもらえますか"])
def test_how_to_show_a_figure_is_told_and_not_the_figure_again(talked, text):
    _, told = talked("企業と大学の共著は増えていますか。", text)
    assert "AI会議の産学共著率は、割合の動きで見せ、本数は添えるだけにしてください" in told.answer and SOURCE in told.answer


@pytest.mark.parametrize("text", ["企業の割合は、どの出典ですか", "2021年の企業参加率を一文で説明して", "出典の書き方を一文で教えて", "この数字はどう計算したのですか", "企業参加率をどう使えばいいか、論文を教えて"])
def test_other_questions_on_sources_and_sentences_stay_as_they_were(understand, text):
    told = Question(text="企業の割合は?", intent="figure", resolved="企業の割合は?", subjects=(Subject("firm_share"),))
    assert understand(text, told, told).advice[:1] not in (("fact",), ("present",))


@pytest.mark.parametrize("text", ["社長の挨拶、1分くらいで。さっきの数字を入れて。", "会長のスピーチ、2分で。今の数字も入れて", "理事長の挨拶文を1分ほどで、先ほどの割合を使って"])
def test_a_speech_without_a_verb_carries_the_figures_told_before(talked, text):
    *_, speech = talked("企業と大学の共著は増えていますか。", "GPUとは", text)
    assert speech.answer.startswith("**結論**\n挨拶文の下書きです。") and "AI会議の産学共著率は、2007年の10.7%" in speech.answer and "半導体" not in speech.answer


def test_a_figure_stated_for_an_announcement_is_the_figure_of_the_speech(talked):
    *_, speech = talked("弊社がAIの共同研究を始める発表をします。背景として使える数字を一つ、出典つきの一文にしてください。", "GPUとは", "社長の挨拶、1分くらいで。さっきの数字を入れて。")
    assert "AI会議の産学共著率は、2007年の10.7%" in speech.answer


def test_a_speech_is_cut_to_half_a_minute_and_keeps_its_greeting(talked):
    _, whole, half = talked("企業の割合は?", "社長の挨拶、1分くらいで。さっきの数字を入れて。", "長いですね。30秒にしてください。")
    spoken = [answer.answer.split("**挨拶文**\n> ")[1].split("\n")[0] for answer in (whole, half)]
    assert len(spoken[1]) < 0.75 * len(spoken[0]) and spoken[1].startswith("本日はお集まりいただき") and "36.2%" in spoken[1]


def test_half_a_minute_after_a_figure_are_words_to_say(talked):
    _, words = talked("企業の割合は?", "長いですね。30秒にしてください。")
    assert words.intent == "phrases" and "36.2%" in words.answer


def test_rows_of_a_ranking_are_no_sentences_of_a_speech(talked):
    _, speech = talked("日本の順位は?", "これをメール文にして")
    assert speech.outcome == "answered" and "12位" in speech.answer and "11位" not in speech.answer


def test_softer_words_for_strangers_are_no_talk_among_colleagues(talked):
    _, soft = talked("記者に説明する言い方を一言で", "もう少しやわらかい言い方に。")
    assert "で行きましょう" not in soft.answer and "「です・ます」" in soft.answer
