"""Whether more data or compute makes it better is told by works on language models, with what was not shown; never by the limits of our own data."""

import pytest

DATA, COMPUTE = "言語モデルではそうだとする論文がありますが、ほかの用途で", "言語モデルではそうだとする論文がありますが、改善が続く保証はなく"


@pytest.mark.parametrize(
    "chain",
    [
        ("スケーリング則ってなに 3行で", "じゃあ医療画像のAIもデータ増やせば精度上がるってこと?"), ("医療画像のAIもデータを増やせば精度は上がりますか",), ("学習データが多いほど性能は良くなる?",), ("データ2倍にしたら賢くなる?",),
        ("うちの検査画像もデータ増やせば精度上がる?",), ("外観検査AIの精度を上げるにはデータを増やすべきか",), ("症例を集めれば診断の精度は伸びるんでしょうか",), ("2021年の企業参加率は?", "データを増やせば精度は上がる?"),
    ],
)
def test_more_data(talked, chain):
    answer = talked(*chain)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith(DATA) and {"kaplan", "hoffmann", "thompson"} == {citation.id.partition("-")[0] for citation in answer.citations}


@pytest.mark.parametrize("text", ["計算量を増やせば性能は上がりますか", "パラメータを大きくすれば性能は上がる?", "モデルでかくしたらかしこなるんか", "GPUを積めば賢くなるの?"])
def test_more_compute(ask, text):
    assert ask(text).verdict.ok and ask(text).answer.split("\n")[1].startswith(COMPUTE)


@pytest.mark.parametrize("text", ["少ないデータでも学習できる?", "少ないデータで大丈夫ですか"])
def test_few_data_are_a_case_of_the_askers_own(ask, text):
    assert ask(text).answer.split("\n")[1].startswith("データが少なくても始められます。")


@pytest.mark.parametrize("text", ["AIの論文は増えて良くなった?", "データを増やすのにいくらかかる", "どうやってデータを増やせばいい?", "データの量と質、どっちが大事?", "論文のデータはどこまで増える?"])
def test_other_questions_are_none_of_it(ask, text):
    assert "言語モデルではそうだとする" not in ask(text).answer
