"""Detectors of names and amounts beside Japanese text, settings, and what is announced."""

import pytest

from assistant.errors import InputError
from assistant.llm.masking import Mask
from assistant.llm.outgoing import announced
from assistant.llm.reply import cleaned
from assistant.llm.settings import Settings

ALL = frozenset({"company", "person", "amount"})


@pytest.mark.parametrize("text, hidden", [
    ("株式会社山田製作所の見積は1,200万円です", ["株式会社山田製作所", "1,200万円"]), ("来週はキタミ社と打合せ", ["キタミ社"]), ("佐藤専務と鈴木さんに説明", ["佐藤", "鈴木"]), ("連絡先はtaro@example.co.jpです", ["taro@example.co.jp"]),
    ("北見電機の田中部長", ["北見電機", "田中"]), ("予算は3億円、$5 millionまで", ["3億円", "$5 million"]), ("電話は03-1234-5678です", ["03-1234-5678"]),
])  # fmt: skip
def test_names_and_amounts_are_hidden_and_restored(text, hidden):
    mask = Mask(ALL)
    masked = mask.hide(text)
    assert not any(words in masked for words in hidden), masked
    assert mask.restore(masked) == text
    assert sorted(mask.hidden.values()) == sorted(hidden)


@pytest.mark.parametrize("text", ["事業部長に説明する", "企業参加率は33.5%です", "2019年のICML", "専務と会長への報告", "大学の教授と会社員", "AI会議の企業が1人以上"])
def test_ordinary_words_are_left_alone(text):
    assert Mask(ALL).hide(text) == text


def test_the_same_words_get_the_same_placeholder_and_only_the_chosen_kinds_are_hidden():
    mask = Mask(frozenset({"company"}))
    assert mask.hide("株式会社山田と株式会社山田、3億円") == "〔社名1〕と〔社名1〕、3億円"


def test_names_that_the_figures_publish_stay():
    assert Mask(ALL, frozenset({"トヨタ"})).hide("トヨタ社の論文") == "トヨタ社の論文"


@pytest.mark.parametrize("environment, words", [
    ({"LLM_MODEL": "gpt"}, "LLM_MODEL"), ({"LLM_MODEL": "openai:x", "LLM_TIMEOUT": "早く"}, "LLM_TIMEOUT"), ({"LLM_MODEL": "openai:x", "LLM_TIMEOUT": "0"}, "LLM_TIMEOUT"),
    ({"LLM_MODEL": "openai:x", "LLM_MASK": "住所"}, "住所"), ({"LLM_MODEL": "openai:x", "LLM_BASE_URL": "localhost"}, "LLM_BASE_URL"),
])  # fmt: skip
def test_a_setting_that_cannot_be_read_says_what_to_write(environment, words):
    with pytest.raises(InputError) as caught:
        Settings.from_environment(environment)
    assert words in caught.value.message_ja and caught.value.message_ja.endswith("。")


def test_settings_are_off_by_default_and_read_otherwise():
    assert Settings.from_environment({}) is None
    read = Settings.from_environment({"LLM_MODEL": "openai:m", "LLM_BASE_URL": "http://127.0.0.1:8099/v1", "LLM_MASK": "社名,金額", "LLM_TIMEOUT": "7.5"})
    assert (read.seconds, read.local, read.mask, read.host) == (7.5, True, frozenset({"company", "amount"}), "127.0.0.1:8099")


def test_a_provider_without_its_package_is_named():
    from assistant.llm.provider import open_model

    with pytest.raises(InputError) as caught:
        open_model(Settings("anthropic:claude"), 1.0)
    assert "langchain-anthropic" in caught.value.message_ja


def test_what_leaves_is_announced_with_its_destination():
    lines = announced(Settings("openai:m", "https://api.example.com/v1", mask=frozenset({"person"})))
    assert "api.example.com" in lines[0] and any("伏せる" in line and "人名" in line for line in lines)
    assert any("この機械の中" in line for line in announced(Settings("openai:m", "http://127.0.0.1:1/v1")))


@pytest.mark.parametrize("raw, clean", [
    ("値は3%です。【1】", "値は3%です【1】。"), ("値は3%です[1]。", "値は3%です【1】。"), ("<think>考え</think>値です【1】。", "値です【1】。"), ("```\n値です【1】。\n```", "値です【1】。"), ("値です【資料1】。", "値です【1】。"),
    ("[題](javascript:x)です", "題です"), ("a < b", "a ＜ b"),
])  # fmt: skip
def test_replies_are_cleaned(raw, clean):
    assert cleaned(raw) == clean
