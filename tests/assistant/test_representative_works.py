"""The one work that stands for a subject, what hangs on it afterwards, and who opposes the divide."""

import pytest

FOUNDING = "Ahmed & Wahed"


def body(answer) -> str:
    return answer.answer.partition("**出典**")[0]


@pytest.mark.parametrize("text", ["この分野でコンピュート格差を論じた代表的な論文を一本挙げてほしい。", "計算資源の格差について、まず読むべき論文は", "計算資源格差の必読文献を教えて", "この分野の古典と言える論文は?", "計算資源の格差で定番の論文はどれ"])
def test_the_work_on_the_divide_stands_for_it(ask, text):
    answer = ask(text)
    assert answer.answer.split("\n")[1].startswith(FOUNDING) or f"- {FOUNDING}" in answer.answer.split("\n\n")[0]


@pytest.mark.parametrize(("text", "author"), [("スケーリング則の代表的な論文を一つ", "Kaplan"), ("LoRAの原点になった論文は", "Hu"), ("基盤モデルの代表的な文献は", "Bommasani")])
def test_a_term_has_a_work_of_its_own(ask, text, author):
    assert body(ask(text)).split("\n")[1].startswith(author) or f"\n{author}" in body(ask(text)) or f"- {author}" in body(ask(text))


def test_what_is_asked_next_hangs_on_it(talked):
    first, how, against = talked("この分野でコンピュート格差を論じた代表的な論文を一本挙げてほしい。", "その論文はどういう方法で", "反論している研究はあるか")
    assert FOUNDING in first.answer and FOUNDING in how.answer and "合成コントロール" in how.answer
    assert against.answer.split("\n")[1].startswith("あります。") and "Musser" in against.answer


@pytest.mark.parametrize("text", ["計算資源の格差に反論している研究はあるか", "計算資源の格差に反対の立場の論文はありますか"])
def test_those_who_oppose_are_quoted_with_what_opposes(ask, text):
    told = body(ask(text))
    assert "人材" in told and not any(word in told for word in ("例外として", "語っていません", "さらに必要だと答え"))


@pytest.mark.parametrize("text", ["この分野の有名な論文を3本", "引用が一番多い論文はどれ", "代表的な企業はどこ"])
def test_more_than_one_or_no_work_is_none_of_these(ask, text):
    assert not ask(text).answer.split("\n")[1].startswith(FOUNDING)
