"""What it costs to use a model or service by name is not held: said so, with what training cost where that is."""

import pytest

from assistant.models import NOT_IN_DATA
from assistant.understand.text.matcher import read
from assistant.understand.words.use_prices import use_price


@pytest.mark.parametrize("text", ["GPT-4を使うといくら?", "GPT-4のAPI料金は?", "GPT-3を使うのにかかる費用は?", "GPT-4の利用料を教えて", "GPT-3のトークン単価は?"])
def test_a_model_whose_training_cost_is_held(ask, text):
    answer = ask(text)
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("使う料金は手元にありません。手元にあるのは、学習にかかった費用の推計です。") and "の学習費用は**約" in answer.answer


@pytest.mark.parametrize(("text", "name"), [("ChatGPTの利用料は月いくら?", "ChatGPT"), ("Claudeの月額は", "Claude"), ("Copilotって1人いくらかかるの", "Copilot"), ("ChatGPT Enterpriseの料金プランを教えて", "ChatGPT Enterprise"), ("チャットGPTは月なんぼ?", "チャットGPT"), ("Geminiの料金は?", "Gemini")])
def test_a_service_of_which_nothing_is_held(ask, text, name):
    answer = ask(text)
    assert answer.outcome == NOT_IN_DATA and f"「{name}」を使う料金は、手元にありません" in answer.answer


@pytest.mark.parametrize("text", ["GPT-4の学習費用はいくら?", "OpenAIの論文はいくつ?", "ABCIの利用料は?", "GPT-4とGPT-3の学習費用は何倍?", "Copilotで年500万円の効果", "GPUを借りるといくら?"])
def test_other_prices_are_read_as_before(text):
    assert use_price(read(text), None) is None
