"""A place in an order is told first: in a question, and right after a ranking or things set side by side, whose order is then told."""

import re

import pytest

from assistant.understand.figures.ranks_asked import place_asked

FIRMS, VENUES = "GoogleとMicrosoftとMetaを比べて", "企業の論文が多い会議はどこ"


def conclusion(answer):
    return answer.answer.split("**要点**")[0].removeprefix("**結論**\n").strip()


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ([FIRMS, "2番手は?"], "2位はマイクロソフト"),
        ([FIRMS, "3番目は"], "3位はメタ"),
        ([FIRMS, "次点は?"], "2位はマイクロソフト"),
        ([FIRMS, "この中で一番は"], "最も高いのはグーグル"),
        ([FIRMS, "その3社だと一番多いのは"], "最も高いのはグーグル"),
        ([FIRMS, "逆にビリは?"], "最も低いのはメタ"),
        ([FIRMS, "どこがトップ?"], "最も高いのはグーグル"),
        ([VENUES, "2位はどこ"], "2位はKDD"),
        ([VENUES, "3番目は"], "3位はSIGIR"),
        (["国別の順位は?", "2位は?"], "2位は中国"),
        (["日本と韓国と中国の割合は?", "2番目はどこ?"], "2位は韓国"),
        (["CVPRとICMLとNeurIPSの企業の割合は?", "この中で一番低いのは?"], "最も低いのはNeurIPS"),
        (["トヨタとホンダと三菱電機の論文の数は", "2位は?"], "2位はホンダ"),
        (["2021年に企業の割合が2番目に高い会議は?"], "2位はKDD"),
        (["論文が3番目に多い国は?"], "3位は英国"),
    ],
)
def test_the_place_asked_for_leads(assistant, tmp_path_factory, texts, wanted):
    session = f"ranks{abs(hash(tuple(texts))) % 10**8}"
    answer = [assistant.ask(text, session) for text in texts][-1]
    assert answer.outcome == "answered" and answer.verdict.ok
    assert wanted in conclusion(answer).split("。")[0].replace("**", "")


def test_level_ones_share_their_place(assistant):
    assistant.ask("トヨタとホンダと三菱電機の論文の数は", "ranks-tied")
    told = conclusion(assistant.ask("3位は?", "ranks-tied"))
    assert len(re.findall("3位は", told)) == 2 and "同じ順位" in told


def test_a_place_that_nobody_has_is_said_so(assistant):
    assistant.ask("企業と大学の論文の割合を比べて", "ranks-none")
    assert conclusion(assistant.ask("7位は?", "ranks-none")).startswith("お尋ねの順位に当たるものは")


def test_a_place_beyond_the_firms_told_is_one_of_all_firms(assistant):
    assistant.ask(FIRMS, "ranks-all")
    answer = assistant.ask("7位は?", "ranks-all").answer
    assert "7位はアマゾン" in answer and "全体の順位で答えます" in answer


@pytest.mark.parametrize(
    ("texts", "statistic"),
    [(["企業の割合は?", "一番高い年は?"], "peak"), ([VENUES, "一番低いのは?"], "rank"), (["企業の割合の推移は?", "いちばん低い年は?"], "trough")],
)
def test_what_is_first_of_the_years_stays_with_the_years(talk, texts, statistic):
    assert talk(*texts).statistic == statistic


@pytest.mark.parametrize("text", ["上位2位まで", "1位と2位の差は?", "2位以下は?", "トップ3は?", "QS1〜50位の大学は?", "101位の大学は?", "ICMLの第2位", "トップはどれ?2位3位も", "50位圏外の大学と書いた論文", "QS50位で線を引く", "企業と世界50位内の大学の共著"])
def test_no_single_place_is_asked_for(text):
    assert place_asked(text) is None


def test_conferences_of_different_years_are_ordered_in_their_own(assistant, talk):
    answer, _ = assistant.answer(talk("CVPRとICCVとECCVの企業の割合は?", "一番は?"))
    assert "ECCV" in conclusion(answer) and "開催年が重ならない" in answer.answer and answer.verdict.ok


def test_one_alone_has_no_order(talk):
    assert talk("アリババとテンセントと百度を比べて", "1番は?", "韓国勢は?").statistic == "level"
