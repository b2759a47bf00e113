"""A term just explained beside the one that the next message names."""

import pytest


@pytest.mark.parametrize(
    ("first", "text", "head", "ids"),
    [
        ("ディープラーニングって、ひとことで言うと何ですか?", "GPUとは違うものですか?", "はい、別のものです。", ["glossary#deep-learning", "glossary#gpu"]), ("ファインチューニングとは?", "それはLoRAと同じですか", "いいえ、同じものではありません。", ["glossary#fine-tuning", "glossary#lora"]),
        ("クラウドとは何ですか", "共有の計算資源とは別物?", "はい、別のものです。", ["glossary#cloud", "glossary#shared-compute"]), ("LoRAとは?", "ファインチューニングとどう違うの?", "LoRA：", ["glossary#lora", "glossary#fine-tuning"]),
        ("推論とは?", "ファインチューニングとは一緒?", "いいえ、同じものではありません。", ["glossary#inference", "glossary#fine-tuning"]),
    ],
)  # fmt: skip
def test_two_terms_are_told_apart(talked, first, text, head, ids):
    answer = talked(first, text)[-1]
    assert answer.answer.startswith(f"**結論**\n{head}") and [citation.id for citation in answer.citations] == ids and answer.verdict.ok


def test_a_word_of_no_glossary_is_not_the_term_told_before(talked):
    assert talked("深層学習とは?", "りんごとは違うの?")[-1].outcome == "not_in_data"


@pytest.mark.parametrize("text", ["深層学習とGPUは違うものですか", "GPUと深層学習は別物?"])
def test_a_yes_or_no_comes_first_cold_too(ask, text):
    assert ask(text).answer.startswith("**結論**\nはい、別のものです。")


@pytest.mark.parametrize(("first", "text"), [("企業の割合は?", "大学と違う?"), ("深層学習とは?", "GPUとは?"), ("企業参加率とは?", "大学参加率とは違うの?")])
def test_figures_and_plain_definitions_stay(understand, first, text):
    assert "term_apart" not in understand(text, understand(first)).inherited
