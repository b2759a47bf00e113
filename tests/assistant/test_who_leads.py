"""Who leads research is told by who publishes most, whatever meeting the answer is for."""

import pytest

from assistant.understand.figures.who_leads import ASKED, who_leads


@pytest.mark.parametrize(
    "text",
    [
        "明日の取締役会でAIの話せなあかんのやけど、要はAI研究って誰が引っ張っとるんや", "来週の経営会議で報告するので教えてほしい。結局、AI研究を引っ張っているのはどこですか", "AI研究の主役は誰ですか",
        "どこがAI研究をリードしてるの", "AI研究は誰が主導していますか", "AI研究を牽引している会社はどこ", "AI研究の担い手って今は誰なん", "役員に聞かれたんですが、AI研究って結局どこが主導してるんですか",
    ],
)  # fmt: skip
def test_the_question_of_fact_is_answered_first(ask, text):
    told = ask(text)
    assert told.intent == "rank" and told.answer.split("\n")[1].startswith("2021年のAI会議で論文の割合が最も高い機関はグーグル")


@pytest.mark.parametrize(
    "text", ["AI研究を誰が引っ張るべきか", "AI研究は日本では誰が引っ張っている", "誰がAI研究を引っ張っているかという論文はある", "AI研究を支えているのは誰かを30秒で言えるように", "明日の取締役会でAIの話をする言い方を", "なぜAI研究は企業が引っ張っているのか"]
)
def test_other_questions_stay_as_they_were(text):
    assert who_leads(text) == text != ASKED
