"""How methods go about it, how two terms differ, and what one is good for."""

import pytest


def ids(answer):
    return [citation.id for citation in answer.citations]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("DiDは何をどう比べている", "did"), ("DIDって何と何を比べるの", "did"), ("差の差分析は何を引いているのか", "did"), ("合成コントロール法は何を作って比べるのか", "synthetic-control"), ("合成コントロールって要するに何", "synthetic-control"), ("差の差法は結局何を差し引くのですか", "did"),
    ],
)  # fmt: skip
def test_how_a_method_goes_about_it_is_what_it_is(ask, text, term):
    answer = ask(text)
    assert answer.intent == "explain" and ids(answer)[0] == f"glossary#{term}" and not answer.figures


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("差の差と合成コントロールの違いは", "did", "synthetic-control"), ("ファインチューニングと事前学習の違いは", "fine-tuning", "pretraining"), ("LoRAと量子化はどう違う", "lora", "quantization"), ("基盤モデルと大規模言語モデルの違いを教えて", "foundation-model", "llm"),
    ],
)  # fmt: skip
def test_two_terms_are_told_side_by_side(ask, text, first, second):
    answer = ask(text)
    assert ids(answer) == [f"glossary#{first}", f"glossary#{second}"] and answer.verdict.ok and "【1】" in answer.answer.split("\n")[1] and "【2】" in answer.answer.split("\n")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LoRAは何がうれしい", "自社向けの調整に巨大な設備がいらなくなる"), ("量子化のメリットは", "手元の小さな設備で動かせる"), ("スケーリング則は何の役に立つ", "大手が規模に投資する根拠"), ("合成コントロールの強みは", "比較相手を都合よく選んだという疑いを減らせる"), ("差の差の利点は", "という反論に先回りできます"), ("オープンモデルの利点は", "特定の供給元に縛られず"), ("ファインチューニングのメリットって何", ""),
    ],
)  # fmt: skip
def test_what_a_term_is_good_for_is_told_first(ask, text, told):
    answer = ask(text)
    assert ids(answer)[0].startswith("glossary#") and told in answer.answer.split("\n")[1] and len(ids(answer)) == 1


def test_correlation_and_cause_are_words_to_be_explained(ask):
    assert ids(ask("相関と因果の違いは"))[0] == "glossary#correlation"


@pytest.mark.parametrize(("text", "figure"), [("差の差で企業参加率は何ポイント上がった", True), ("DiDの結果は", True), ("企業単独率と企業参加率の違いは", True), ("2012年の前後の差の差は", True), ("LoRAの論文のメリットは", False)])
def test_results_and_papers_are_asked_for_as_before(ask, text, figure):
    answer = ask(text)
    assert bool(answer.figures) == figure and not any(id.startswith("glossary#") for id in ids(answer))
