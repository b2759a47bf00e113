"""What a word means here, in English and beside what it means elsewhere; which way goes first; why the last years are for reference."""

import pytest

MEANT = {
    "What do you mean by an elite university here?": "1-50", "What does elite university mean here?": "1-50", "エリート大学というと世間では東大ですが、ここではどういう定義ですか": "1-50",
    "HHIって金融の人間には市場集中度ですが、ここではどういう意味で使ってるんですか": None, "Could you explain HHI to my board members who are not technical?": None,
}  # fmt: skip
FIRST = [
    "We have no AI staff yet. Shared cloud or joint research first?", "We don't have enough data scientists. What should we do first?", "Our company lacks GPUs. Where do we begin?", "Which first, a pilot or joint research?",
    "Should we go in-house or partner with a university?",
]  # fmt: skip
REFERENCE = ["2022・2023年の数字を趨勢の終点に使えないと聞きました。どんな制約があるの", "なぜ2022年と2023年は推移の終点に使えないの", "2022年と2023年の数字にはどんな制約がありますか", "2023年の値は比べられないそうですが、訳は?"]


@pytest.mark.parametrize("text", MEANT)
def test_a_word_is_told_as_it_is_meant_here(understand, ask, text):
    question = understand(text)
    assert question.intent == "explain" and ask(text).outcome == "answered"
    assert MEANT[text] is None or question.subjects[0].tier == MEANT[text]


@pytest.mark.parametrize("text", ["Please explain 'compute divide' as you would to a CFO who has never trained a model.", "What do they mean by compute divide?", "Explain compute divide to someone who has never trained a model"])
def test_whom_it_is_told_to_is_no_part_of_the_word(ask, text):
    assert ask(text).answer.split("\n\n")[0] == ask("What is compute divide?").answer.split("\n\n")[0]


@pytest.mark.parametrize("text", FIRST)
def test_which_way_first_is_a_way_to_go(ask, text):
    answer = ask(text)
    assert (answer.intent, answer.outcome) == ("strategy", "answered")


@pytest.mark.parametrize("text", ["What share of AI papers in 2021 had a firm, before cloud or in-house GPUs?", "Joint research or shared cloud: which has the better NPV?"])
def test_what_is_measured_or_calculated_is_no_way_to_go(ask, text):
    assert ask(text).intent != "strategy"


@pytest.mark.parametrize("text", REFERENCE)
def test_why_the_last_years_are_for_reference(ask, text):
    answer = ask(text)
    assert answer.intent == "limits" and "主要な会議のデータが欠けている" in answer.answer


def test_a_value_of_such_a_year_is_told(ask):
    assert ask("2022年の中国の数字は?").intent == "figure"


@pytest.mark.parametrize("text", ["他社に見せても著作権は平気?", "社内報に載せたいけど権利は大丈夫?"])
def test_what_may_be_done_with_our_figures(talked, text):
    assert "CC BY 4.0" in talked("AI会議の企業参加率2021年", text)[-1].answer


@pytest.mark.parametrize("text", ["大企業と組んで成果を使っても権利は大丈夫?", "ChatGPTの出力を使っても著作権は大丈夫?"])
def test_rights_in_other_things_are_not_ours(ask, text):
    assert "CC BY 4.0" not in ask(text).answer
