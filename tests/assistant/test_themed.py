"""Stories that the corpus tells under a theme of its own: firms' money at universities, and small teams that kept up."""

import pytest

from assistant.understand.cues.sought import themed


@pytest.mark.parametrize("text", ["研究費を通じて企業が大学に影響する話", "企業が資金で大学の研究に口を出す話", "企業の研究費が大学に与える影響", "大手が寄付で学問をゆがめる話", "スポンサーが大学を左右するという話", "大学が企業の資金に左右される話", "助成金で学者を取り込む話"])
def test_firms_money_at_universities(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and answer.citations[0].id.startswith("abdalla-2021")


@pytest.mark.parametrize("text", ["小さな研究チームが勝てた例", "少人数のチームが大手に勝った例", "小さい大学が成果を出した事例", "予算の少ない研究室が健闘した話", "小規模なチームが互角に戦えた事例は", "無名のチームが肩を並べた例はある?"])
def test_small_teams_that_kept_up(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and answer.citations[0].id.startswith(("geiping", "izsak", "khandelwal", "dettmers"))


@pytest.mark.parametrize("text", ["2021年の企業の研究費は", "大学の研究費は増えた?", "小さな会社が勝てる余地は", "企業と大学の共著の影響は", "小さな研究室の論文数は"])
def test_what_tells_no_such_story(text):
    assert themed(text) is None
