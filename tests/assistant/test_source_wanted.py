"""A wish for the source beside a question changes nothing of what is asked."""

import pytest

from assistant.models import ANSWERED
from assistant.understand.text.source_wanted import without_source

QUESTIONS = ("大規模モデルの学習コストは実際どこまで上がっているのですか。", "2019年のICMLの企業参加率は?", "計算資源の格差に反論している研究はあるか")
WISHES = ("{}出典も。", "{}出典も教えてください", "{}あわせて根拠もお願いします", "{}できればURLも", "{}ソースを付けて", "出典付きで、{}", "{}根拠となる論文も示してください。")
ASKED = "大規模モデルの学習コストはどこまで上がった"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"{ASKED}?出典も。", f"{ASKED}?"), (f"{ASKED}?根拠も添えて", f"{ASKED}?"), (f"{ASKED}?URLもあれば", f"{ASKED}?"), (f"{ASKED}、参考文献もお願いします", ASKED), ("学習費用の伸びを出典付きで教えて", "学習費用の伸びを教えて"), ("企業の割合と出典を教えて", "企業の割合を教えて"),
        ("出典を明示したうえで、企業参加率の推移を示して", "企業参加率の推移を示して"), (f"{ASKED}?できればソースも知りたい", f"{ASKED}?"),
    ],
)  # fmt: skip
def test_the_wish_is_left_out(text, asked):
    assert without_source(text) == asked


@pytest.mark.parametrize("text", ["出典も。", "この数字の出典を教えて", "データの根拠も教えて", "その主張の根拠は何ですか", "出典の書き方を教えて", "2021年の引用シェアは", "根拠は?", "企業参加率の根拠資料を添えて"])
def test_the_source_itself_may_be_asked_for(text):
    assert without_source(text) == text


@pytest.mark.parametrize(("text", "wish"), [("大規模モデルの学習コストは実際どこまで上がっているのですか。", "出典も。"), ("2021年の企業参加率は?", "URLもあれば"), ("なぜ企業が増えたのか。", "ソースも")])
def test_the_answer_is_the_same_with_it(ask, text, wish):
    assert ask(text + wish).answer == ask(text).answer and ask(text).outcome == "answered"


@pytest.mark.parametrize("asked", QUESTIONS)
@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_for_sources_changes_no_question(ask, asked, wish):
    plain, wished = ask(asked), ask(wish.format(asked))
    assert wished.outcome == ANSWERED and wished.citations[0].id.partition("#")[0] == plain.citations[0].id.partition("#")[0]


@pytest.mark.parametrize("text", ["出典は?", "この数字の出典の書き方は", "「95%が失敗」の出典は何ですか", "根拠も教えて"])
def test_a_question_for_the_source_itself_stays(understand, text):
    assert understand(text).text == text
