"""Whether two values came closer is told by how far they were apart first and last, in years that both have."""

import pytest


def conclusion(answer):
    return answer.answer.split("**要点**")[0].removeprefix("**結論**\n").strip()


@pytest.mark.parametrize(
    ("texts", "beginning", "years"),
    [
        (["NeurIPSとICMLでindustryのshareって、どっちが高い?", "そのgapは広がってます?直近5年のtrendで"], "いいえ。差は、2016年の6.2ポイント", (2016, 2019)),
        (["NeurIPSとICMLの企業の割合は?", "差は縮まった?"], "いいえ。差は、2007年の0.6ポイント", (2007, 2019)),
        (["日本と韓国の割合は?", "差は広がってる?"], "いいえ。差は、2007年の4.2ポイント", (2007, 2021)),
        (["企業と大学の割合は?", "開きは縮まった?"], "はい。差は、2007年の71.0ポイント", (2007, 2021)),
        (["CVPRとACLの企業の割合は?", "どんどん差が開いてる?"], "はい。差は、2007年の8.0ポイント", (2007, 2019)),
        (["CVPRとACLの企業の割合は?", "ギャップは小さくなった?"], "いいえ。差は、2007年の8.0ポイント", (2007, 2019)),
    ],
)
def test_both_ends_of_the_difference(assistant, talk, texts, beginning, years):
    answer, _ = assistant.answer(talk(*texts))
    assert answer.verdict.ok and conclusion(answer).startswith(beginning)
    assert {figure.slice["years"][0] for figure in answer.figures} == set(years)


def test_the_other_way_is_found(assistant, talk):
    question = talk("NeurIPSとICMLの企業の割合は?", "差は縮まった?")
    gathered = assistant.data.gather(question)
    answer, _ = assistant.answer(question)
    turned = answer.answer.replace("へ広がりました", "へ縮まりました")
    assert turned != answer.answer
    held = answer.material.evidence if answer.material else gathered.evidence
    verdict = assistant.verifier.check(turned, renumbered(held, answer), question)
    assert any("differences" in found["reason"] for found in verdict.unsupported)


def renumbered(evidence, answer):
    """The evidence as the answer numbers it."""
    from dataclasses import replace

    order = {citation.id: citation.n for citation in answer.citations}
    items = [replace(item, n=order[item.citation.id], citation=replace(item.citation, n=order[item.citation.id])) for item in evidence.items if item.citation.id in order]
    return replace(evidence, items=tuple(sorted(items, key=lambda item: item.n)))


@pytest.mark.parametrize("text", ["その差は?", "差は何ポイント?"])
def test_the_size_alone_is_of_one_year(talk, text):
    assert talk("NeurIPSとICMLの企業の割合は?", text).statistic == "level"
