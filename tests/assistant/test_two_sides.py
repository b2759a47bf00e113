"""Groups of universities and of ranks in other words, alone and as the side that firms write with."""

import pytest

from assistant.models import Subject

BEST, REST = Subject("tier_share", tier="1-50"), Subject("non_elite_share")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("著名大学(QS50位以内)の論文の割合、AI会議の2015年は?", {BEST}),
        ("超有名大学がいるAI論文って2013年で何%", {BEST}),
        ("有名大が入った論文、CVPR2019で何割", {BEST}),
        ("名大が入ったAI論文、2019年は何%", {Subject("institution_share", institution="nagoya-univ")}),
        ("トップ50校と500位より下の大学、AI会議の2015年はどっちが多い", {BEST, Subject("tier_share", tier="500+")}),
        ("2016年のAI会議で、QS51〜100位と500位より下の大学の率を比べて", {Subject("tier_share", tier="51-100"), Subject("tier_share", tier="500+")}),
        ("トップ50と51位以下の大学を2018年のAI会議で見比べたい", {BEST, REST}),
        ("トップ校とは言えない大学の参加率、AI会議2017年", {REST}),
        ("一流じゃないほうの大学と企業が組んだ論文、AIの2016年は何%", {Subject("firm_non_elite_share")}),
        ("企業が有名でないほうの大学とつくった論文、2019年のAI会議での割合は", {Subject("firm_non_elite_share")}),
        ("企業が大学と書いた論文の割合、AI会議の2018年は", {Subject("firm_university_share")}),
        ("会社が名門大学の先生と書いた論文はAI会議の2019年で何%", {Subject("firm_elite_share")}),
        ("名門大と無名大、AIの2016年の登場率を並べて", {BEST, REST}),
        ("有名校と組んだ企業論文が論文全体に占める率、ICML2019", {Subject("firm_elite_share")}),
        ("企業が名の知れていない大学と共同で書いた論文、2017年のAIで何%", {Subject("firm_non_elite_share")}),
        ("トップ50圏外の大学と企業の共著率を2019年のAIで", {Subject("firm_non_elite_share")}),
        ("ランキング500位圏外の大学の割合、AIの2019年", {Subject("tier_share", tier="500+")}),
        ("企業が書いた論文と大学が書いた論文、2018年のAIではどっちが多い", {Subject("firm_share"), Subject("university_share")}),
    ],
)
def test_both_sides_are_read(understand, text, expected):
    question = understand(text)
    assert question.blocker is None
    assert set(question.subjects) == expected
    assert question.intent == ("compare" if len(expected) > 1 else "figure")
