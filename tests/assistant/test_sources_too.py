"""A wish for sources beside a question changes nothing: every answer names them."""

import pytest

from assistant.models import ANSWERED

ASKED = ("大規模モデルの学習コストは実際どこまで上がっているのですか。", "2019年のICMLの企業参加率は?", "計算資源の格差に反論している研究はあるか")
WISHES = ("{}出典も。", "{}出典も教えてください", "{}あわせて根拠もお願いします", "{}できればURLも", "{}ソースを付けて", "出典付きで、{}", "{}根拠となる論文も示してください。")


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_for_sources_changes_no_question(ask, asked, wish):
    plain, wished = ask(asked), ask(wish.format(asked))
    assert wished.outcome == ANSWERED and wished.citations[0].id.partition("#")[0] == plain.citations[0].id.partition("#")[0]


@pytest.mark.parametrize("text", ["出典は?", "この数字の出典の書き方は", "「95%が失敗」の出典は何ですか", "根拠も教えて"])
def test_a_question_for_the_source_itself_stays(understand, text):
    assert understand(text).text == text
