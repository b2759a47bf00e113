"""Long conversations, other forms of the last answer, and several questions in one message."""

import re
import uuid

import pytest
from steps import section

MARKS = re.compile(r"【\d+】|\*\*")


@pytest.fixture
def talk(assistant):
    """Texts in a row in one session of their own → the answers."""

    def run(*texts):
        session = uuid.uuid4().hex
        return [assistant.ask(text, session=session) for text in texts]

    return run


def values(answer):
    """Percentages, points and counts of an answer above 出典."""
    return set(re.findall(r"\d[\d,]*\.\d+|\d[\d,]+本", MARKS.sub("", answer.answer.partition("**出典**")[0])))


# -- twenty turns ------------------------------------------------------------------------------------------------------

TURNS = [
    ("AI会議の企業参加率は?", "AI会議の企業参加率は?"),
    ("じゃあ2012年は?", "2012年のAI会議の企業参加率は何%ですか"),
    ("CVPRだと", "2012年のCVPRの企業参加率は何%ですか"),
    ("翌年は?", "2013年のCVPRの企業参加率は何%ですか"),
    ("大学は?", "2013年のCVPRの大学参加率は何%ですか"),
    ("学生は?", None),
    ("来年は?", None),
    ("推移は?", "CVPRの大学参加率はどう推移していますか"),
    ("前年は?", "2020年のCVPRの大学参加率は何%ですか"),
    ("企業単独だと?", "2020年のCVPRの企業単独率は何%ですか"),
    ("産学共著は?", "2020年のCVPRの産学共著率は何%ですか"),
    ("2つを比べて", "2020年のCVPRの企業単独率と産学共著率は何%ですか"),
    ("ありがとう", None),
    ("AI以外では?", "2020年のAI以外の会議の企業単独率と産学共著率は何%ですか"),
    ("計算資源とは何ですか", None),
    ("日本の割合は?", None),
    ("2015年だと?", "2015年のAI会議の日本の機関の参加率は何%ですか"),
    ("中国は?", "2015年のAI会議の中国の機関の参加率は何%ですか"),
    ("韓国も加えて", "2015年のAI会議の中国の機関の参加率と韓国の機関の参加率は何%ですか"),
    ("差の差で見ると企業は?", None),
    ("ビッグテックは?", "AI会議の大手テック企業の参加率は、AI以外の会議の動きを差し引くと2012年の前後でどれだけ変わりましたか"),
]


def test_twenty_turns_stay_right(talk):
    answers = talk(*(text for text, _ in TURNS))
    told = [(answer.resolved_question if wanted else None) for answer, (_, wanted) in zip(answers, TURNS, strict=True)]
    assert told == [wanted for _, wanted in TURNS]
    assert [answer.outcome for answer in answers].count("error") == 0
    assert [answers[5].outcome, answers[6].outcome] == ["not_in_data", "not_in_data"], "they ask for what we do not have, and change nothing"


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["企業参加率が高い会議を5つ", "2015年だと?"], "2015年のAI会議の企業参加率が高いのはどこですか"),
        (["企業参加率が高い会議を5つ", "大学では?"], "AI会議の大学参加率が高いのはどこですか"),
        (["NTTは何位?", "ソニーは?"], "AI会議のソニーの論文の割合は何位ですか"),
        (["NTTは何位?", "2015年は?"], "2015年のAI会議のNTTの論文の割合は何位ですか"),
        (["学習計算量の倍増ペースは?", "企業だけだと?"], "学習計算量が2倍になるまでの期間（企業だけ）はいくつですか"),
        (["学習計算量の倍増ペースは?", "費用は?"], "AIモデルの学習費用（中央値）はいくつですか"),
        (["gsynthの結果は?", "大手テックだと?"], "AI会議の大手テック企業の参加率：一般化合成コントロールの推定値は"),
        (["企業と大学の割合を2019年で比べて", "いつ逆転した?"], "AI会議の企業参加率と大学参加率が逆転したのはいつですか"),
        (["NeurIPSの2021年は?", "では2019年は?"], "2019年のNeurIPSの企業参加率は何%ですか"),
    ],
)
def test_what_a_short_question_takes_over(talk, texts, wanted):
    assert talk(*texts)[-1].resolved_question == wanted


def test_a_question_about_ourselves_after_a_figure_takes_no_statistic(talk):
    answer = talk("差の差で見ると企業は?", "うちは組むなら")[-1]
    assert answer.intent == "strategy"


# -- other forms of the last answer ------------------------------------------------------------------------------------

FIRST = "2019年のICMLの企業参加率は?"


def test_shorter_and_longer(talk):
    normal, short, long = talk("企業の割合の推移は?", "もっと短く", "もっと詳しく")
    assert not section(short.answer, "要点") and section(short.answer, "結論") == section(normal.answer, "結論")
    assert len(section(long.answer, "要点")) > len(section(normal.answer, "要点"))


def test_three_lines(talk):
    answer = talk(FIRST, "3行で")[-1]
    lines = [line for line in answer.answer.partition("**出典**")[0].split("\n") if line.startswith("- ")]
    assert len(lines) == 3 and "32.7%" in lines[0]


def test_for_a_child(talk):
    answer = talk(FIRST, "小学生にもわかるように")[-1]
    assert "たとえると" in answer.answer and "95%区間" not in answer.answer and "32.7%" in answer.answer


def test_to_be_said_aloud(talk):
    first, spoken = talk(FIRST, "会議で言えるように")
    assert "そのまま言うなら" in spoken.answer and "聞き返されたら" in spoken.answer
    assert values(spoken) <= values(first)


@pytest.mark.parametrize("text", [FIRST, "企業の割合の推移は?", "企業参加率が高い会議を3つ", "差の差で見ると企業は?", "2008年と2020年の企業の割合を比べて", "2015年の中国の割合は?", "301〜500位の大学の推移"])
def test_in_english_with_the_same_figures(talk, text):
    first, english = talk(text, "英語で")
    body = english.answer.partition("**出典**")[0]
    assert english.outcome == "answered" and english.verdict.ok
    assert not re.search(r"[ぁ-んァ-ヴ一-龥]", body), "no Japanese above the sources"
    assert values(english) <= values(first)
    assert english.figures[0].id in {figure.id for figure in first.figures}


def test_one_point_in_depth(talk):
    ranking, point = talk("企業参加率が高い会議を5つ、2020年で", "さっきの2つ目を詳しく")
    second = re.search(r"(?m)^2\. (.+?)：", ranking.answer)[1]
    assert section(point.answer, "結論")[0].startswith(f"{second}：") and "もとにした論文は" in point.answer
    assert "要点はありません" in talk(FIRST, "さっきの9つ目を詳しく")[-1].answer


@pytest.mark.parametrize("doubt", ["本当?", "それって本当ですか?", "反論は?"])
def test_doubt_brings_other_counts_and_a_paper_against(talk, doubt):
    answer = talk("企業の割合の推移は?", doubt)[-1]
    assert "別の数え方" in answer.answer and answer.verdict.ok
    assert any(citation.kind == "paper" for citation in answer.citations)


# -- several questions in one message ----------------------------------------------------------------------------------


def test_two_questions_get_two_answers(ask):
    answer = ask("2019年の企業参加率は? あと、日本の割合も教えて")
    figures = {(figure.metric, figure.slice["years"][0]) for figure in answer.figures}
    assert {("firm_share", 2019), ("japan_share", 2019)} <= figures
    assert len(section(answer.answer, "結論")) == 2 and answer.verdict.ok


def test_pairs_are_not_crossed(ask):
    answer = ask("ICMLの企業参加率と、CVPRの産学共著率を教えて")
    lines = section(answer.answer, "結論")
    assert "ICML" in lines[0] and "企業参加率" in lines[0] and "CVPR" in lines[1] and "産学共著率" in lines[1] and len(lines) == 2


@pytest.mark.parametrize("text", ["企業参加率は2012年の前後でどれだけ違う? 他分野の動きを差し引いて", "世界トップ50の大学は何割に入っている?(2020年)", "企業と大学、どっちが多い?2020年"])
def test_an_afterthought_is_no_second_question(understand, text):
    assert understand(text).parts == ()


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["企業参加率が高い会議を5つ、2020年で", "そのうち上位3つは?"], "2020年のAI会議の企業参加率が高いのはどこですか"),
        (["ICMLの企業参加率は?", "何位?"], "ICMLの企業参加率は何位ですか"),
        (["中国と米国の割合は?", "差は縮まった?"], "AI会議の中国の機関の参加率と米国の機関の参加率はどう推移していますか"),
        (["差の差で見ると大手テックは?", "CVPRだけだと?"], "CVPRの大手テック企業の参加率は2012年の前と後でどう違いますか"),
        (["Googleの論文の割合は?", "本数だと?"], "AI会議のグーグルの論文の割合に当たる論文は何本ですか"),
        (["企業比率は?", "20%を超えたのはいつ?"], "AI会議の企業参加率がその水準を超えたのは何年ですか"),
        (["2019年のNeurIPSの企業参加率", "じゃあ最新は?"], "2019年のNeurIPSの企業参加率は何%ですか"),
        (["なぜ大学だけの論文は減った?", "AI以外の分野ではどう?"], None),
    ],
)
def test_follow_ups_of_rankings_counts_and_thresholds(talk, texts, wanted):
    answer = talk(*texts)[-1]
    assert answer.outcome == "answered" and answer.verdict.ok
    assert wanted is None or answer.resolved_question == wanted


def test_a_level_never_reached_is_said_with_its_source(ask):
    answer = ask("企業の割合が90%を超えたのはいつ?")
    assert (answer.outcome, answer.verdict.ok) == ("answered", True)
    assert "またいだ年がありません" in answer.answer and "90%" in answer.answer


def test_a_single_conference_has_no_difference_in_differences(ask):
    answer = ask("CVPRの企業参加率の差の差は?")
    assert "会議一つだけでは差の差を計算できない" in answer.answer
    assert {figure.slice.get("venue") for figure in answer.figures if figure.metric == "firm_share_change"} >= {"cvpr"}
