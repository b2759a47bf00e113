"""The fixed parts of the page: who writes the answers and what leaves the machine, as the settings are."""

import pytest

from assistant.llm import Settings
from assistant.ui.layout import footer, header

FAR, NEAR = Settings("openai:some", "https://llm.example.com/v1"), Settings("openai:near", "http://127.0.0.1:8099/v1")


@pytest.mark.parametrize(
    ("settings", "writer", "told"),
    [
        (None, "オフライン", "この画面は社外のサーバーと通信しません"),
        (NEAR, "言語モデル使用", "この機械の中の言語モデル openai:near が書きます。この画面は社外のサーバーと通信しません"),
        (FAR, "言語モデル使用", "言語モデル openai:some（llm.example.com）が書きます。ほかには社外のサーバーと通信しません"),
    ],
    ids=["none", "here", "elsewhere"],
)
def test_the_page_tells_who_writes_and_what_leaves_the_machine(settings, writer, told):
    assert f'href="?screen=data" title="回答を書くしくみと、外部へ出るものを見る">{writer}</a>' in header(settings)
    assert told in footer("出典の名", settings) and "出典の名" in footer("出典の名", settings)
    assert ("この画面は社外のサーバーと通信しません" in footer("出典の名", settings)) == (settings is not FAR)
