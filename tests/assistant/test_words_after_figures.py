"""Words asked for after figures: phrases, what papers hold, and reasons are not read as one more figure."""

import pytest

from assistant.phrases.request import read_request


@pytest.mark.parametrize(
    "text",
    ["記者に聞かれたときの言い回しを三つください", "会議で使えるフレーズを英語で3つ", "社長に説明するときの言い方を2つ教えて", "役員会で使えるセリフを三つ", "取引先に話すときの一言を2つ", "OK、じゃあ会議で使えるフレーズを英語で3つください"],
)
def test_a_number_of_phrases_is_no_number_of_figures(talk, text):
    for before in ("AI会議の企業参加率は?", "NeurIPSでGoogleは何%?"):
        assert talk(before, text).intent == "phrases"


@pytest.mark.parametrize("text", ["銀行の担当者に一言で", "融資の面談で使える一言を", "取材で使える言い回しを三つ"])
def test_who_is_outside_the_firm_is_spoken_to_formally(text):
    assert read_request(text).audience == "outside"


def test_phrases_that_are_not_held_in_english_say_so(ask):
    assert "英語にしたのは数字の文だけで" in ask("会議で使えるフレーズを英語で3つ").answer
    assert "英語にしたのは" not in ask("会議で使えるフレーズを3つ").answer


@pytest.mark.parametrize(
    "text",
    [
        "compute divideってacademia側は何て主張してるんでしたっけ。出典つきで", "大手の独占について研究者はどう言ってる?", "計算資源の格差について大学側の言い分は?", "効率重視の研究者は何て言ってるの",
        "GPU不足を批判派はどう論じてるの?", "What do academics say about the compute divide?",
    ],
)  # fmt: skip
def test_who_speaks_is_no_group_to_count_papers_of(talk, text):
    question = talk("AI会議の大手テックの割合は2012年と2021年でどう変わった?", text)
    assert (question.intent, question.subjects) == ("paper", ())


def test_a_side_without_a_claim_is_a_group(talk):
    assert [subject.metric for subject in talk("AI会議の企業参加率は?", "大学側は?").subjects] == ["university_share"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("ICMLの大学単独率はなぜ下がったのですか", "university_only_share"), ("AI会議の企業参加率はなぜ上がったのですか", "firm_share"), ("ICMLの産学共著率はどうして増えたんでしょうか", "firm_university_share"),
        ("2012年以降AI会議の大手テックの参加率がなぜ伸びたのか知りたい", "big_tech_share"), ("AI会議の大学単独率はなぜ減り続けているんですか", "university_only_share"),
    ],
)  # fmt: skip
def test_why_between_a_metric_and_its_direction(talk, text, metric):
    for texts in ((text,), ("NeurIPSの企業参加率は?", text)):
        question = talk(*texts)
        assert (question.intent, [subject.metric for subject in question.subjects]) == ("why", [metric])
