"""What a claim about the divide stands on: our figures first, then papers on both sides."""

import pytest


def papers(answer):
    return {citation.id.partition("-")[0] for citation in answer.citations if citation.kind == "paper"}


@pytest.mark.parametrize("text", ["「大学が締め出されている」の根拠は?", "大学が押し出されているという証拠はありますか", "大学が研究できなくなったというエビデンスは?", "アカデミアが蚊帳の外だという裏付けは", "大学が取り残されていると言う論拠は何ですか", "大学の研究室が追いやられているという根拠を教えて"])
def test_that_universities_are_shut_out(ask, text):
    answer = ask(text)
    assert answer.answer.split("\n")[1].startswith("論文への参加で見るかぎり、締め出しの根拠にはなりません。") and "88.2%" in answer.answer and "91.7%" in answer.answer
    assert papers(answer) >= {"ahmed", "besiroglu"} and papers(answer) & {"gelles", "musser", "gizinski"} and answer.verdict.ok


@pytest.mark.parametrize("text", ["「大手が独占している」の根拠は?", "大手が支配しているという証拠は", "巨大テックが牛耳っているという裏付けはある?"])
def test_that_the_giants_have_research(ask, text):
    answer = ask(text)
    assert "大手テック企業の参加率" in answer.answer and "独占や寡占と呼べるほどではありません" in answer.answer.split("\n")[1]


@pytest.mark.parametrize("text", ["「大学が締め出されている」という論文は", "根拠は?", "95%が失敗という数字の根拠は", "大学の割合が下がった根拠は"])
def test_other_grounds_are_looked_for_as_before(ask, text):
    assert "締め出しの根拠にはなりません" not in ask(text).answer
