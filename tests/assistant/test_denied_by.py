"""Works that see it otherwise are told whichever paper was told last; the definition and source of a figure are told of that figure."""

import pytest

OTHERWISE = "あります。計算資源より人材やデータを重く見るなど、別の見方をする研究です。"


@pytest.mark.parametrize("before", [(), ("Ahmed & Wahedの論文の結論は",)])
@pytest.mark.parametrize("text", ["逆に、計算資源の格差は大した問題じゃないと言ってる論文はありますか", "格差なんて無いという研究者はいますか", "GPUは制約ではないと主張する論文は", "計算資源の差は本質的な問題ではないという見方の研究は", "格差は深刻な問題ではないとする研究はある?", "計算資源は原因ではないと述べた論文", "格差は言うほどの差ではないという意見はある?", "計算力の差は大きな問題じゃないと言う専門家は?"])
def test_works_of_the_other_view_are_told(talked, before, text):
    answer = talked(*before, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1] == OTHERWISE


@pytest.mark.parametrize("text", ["この論文の問題点は?", "格差の論文はありますか", "GPUがないとできない研究は?", "格差はないのですか"])
def test_other_questions_on_the_divide_stay(ask, text):
    assert OTHERWISE not in ask(text).answer


@pytest.mark.parametrize("text", ["その数字の出典と、数え方の定義を教えてください", "数え方の定義を教えて", "出典と定義は?", "この割合の定義と出典を確認したい", "数え方と出典をお願いします", "その数字の出所と算出方法は?", "定義とソースを示して", "出典と数え方も"])
@pytest.mark.parametrize(("before", "name"), [("企業参加率は?", "企業参加率とは、"), ("2015年の産学共著率は?", "産学共著率とは、")])
def test_the_figure_told_is_defined_with_its_source(talked, before, name, text):
    answer = talked(before, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith(name) and "csmetrics.net" in answer.answer


@pytest.mark.parametrize(("before", "text"), [("企業参加率は?", "出典の書き方は?"), ("GPUとは", "出典と定義は?"), ("企業参加率は?", "エリート大学の定義は?")])
def test_other_definitions_stay(talked, before, text):
    assert not talked(before, text)[-1].answer.split("\n")[1].startswith("企業参加率とは、")
