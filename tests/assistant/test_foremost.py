"""The one work that stands for a subject, and what is asked of it next."""

import pytest

from assistant.evidence.foremost import most_on
from assistant.evidence.opposition import STANCE, opposing_statements

FOUNDING = "ahmed-wahed-2020"
AUTHORS = "Ahmed & Wahed"


def first(answer) -> str:
    return answer.citations[0].id


@pytest.mark.parametrize(
    "text",
    [
        "この分野でコンピュート格差を論じた代表的な論文を一本挙げてほしい。", "一番読むべき論文は", "計算資源の格差の議論の原点になった論文は", "論文を一本だけ読むならどれ", "このテーマの必読論文は?", "まず押さえておくべき研究はどれですか",
        "この議論の火付け役になった論文は", "この話題で最も知られている論文は何ですか",
    ],
)  # fmt: skip
def test_the_work_that_stands_for_the_subject_is_the_one_that_is_on_it(assistant, text):
    assert first(assistant.ask(text)).startswith(FOUNDING)


@pytest.mark.parametrize(("text", "paper"), [("スケーリング則の代表的な研究は", "kaplan"), ("最も引用されている論文を書いたのは企業ですか", "gizinski"), ("Musserの代表的な論文は", "musser"), ("LoRAの原点になった論文は", "hu-2021")])
def test_a_subject_of_its_own_has_its_own_work(assistant, text, paper):
    assert first(assistant.ask(text)).startswith(paper)


def test_a_number_that_stands_for_others_is_no_work(understand):
    assert understand("大学の論文数の代表的な値は").intent != "paper"


def test_the_method_and_the_opponents_of_the_work_are_asked_next(assistant):
    session = "foremost"
    assistant.ask("この分野でコンピュート格差を論じた代表的な論文を一本挙げてほしい。", session=session)
    assert first(assistant.ask("その論文はどういう方法で調べたのか。", session=session)) == "ahmed-wahed-2020-de-democratization-of-ai#section-3"
    against = {citation.id.split("-")[0] for citation in assistant.ask("反論している研究はあるか。", session=session).citations}
    assert {"musser", "gelles"} <= against


@pytest.mark.parametrize("texts", [("コンピュート格差に反論している研究はあるか",), ("2021年の企業参加率は", "反対意見は"), ("大手テックの割合の推移は", "反論している論文はありますか"), ("なぜ企業が増えた?", "反対意見はありますか"), ("計算資源の格差はないという立場の論文は",)])
def test_opponents_are_quoted_by_the_sentence_that_opposes(assistant, texts):
    session = f"against-{len(texts[0])}"
    for text in texts:
        answer = assistant.ask(text, session=session)
    assert {citation.id.split("-")[0] for citation in answer.citations} == {"musser", "gelles", "gizinski"} and answer.verdict.ok
    quoted = [line for line in answer.answer.splitlines() if line.startswith("- ") and "【" in line[3:] and "：" in line]
    assert all("より" in line or "単純すぎ" in line or "互角" in line or "等しく" in line for line in quoted)


def test_opposing_statements_leave_out_what_speaks_for_the_divide(assistant):
    texts = [passage.display for passage in opposing_statements(assistant.words.library, "計算資源を多く使う研究者は、さらに必要だと答えた例外と、先行研究が所属の割合に頼ること")]
    assert len(texts) == 3 and not any("例外" in text or "頼って" in text for text in texts)


def body(answer) -> str:
    return answer.answer.partition("**出典**")[0]


@pytest.mark.parametrize("text", ["この分野でコンピュート格差を論じた代表的な論文を一本挙げてほしい。", "計算資源の格差について、まず読むべき論文は", "計算資源格差の必読文献を教えて", "この分野の古典と言える論文は?", "計算資源の格差で定番の論文はどれ"])
def test_the_work_on_the_divide_stands_for_it(ask, text):
    answer = ask(text)
    assert answer.answer.split("\n")[1].startswith(AUTHORS) or f"- {AUTHORS}" in answer.answer.split("\n\n")[0]


@pytest.mark.parametrize(("text", "author"), [("スケーリング則の代表的な論文を一つ", "Kaplan"), ("LoRAの原点になった論文は", "Hu"), ("基盤モデルの代表的な文献は", "Bommasani")])
def test_a_term_has_a_work_told_by_its_authors(ask, text, author):
    assert body(ask(text)).split("\n")[1].startswith(author) or f"\n{author}" in body(ask(text)) or f"- {author}" in body(ask(text))


def test_method_and_opponents_hang_on_the_work(talked):
    first, how, against = talked("この分野でコンピュート格差を論じた代表的な論文を一本挙げてほしい。", "その論文はどういう方法で", "反論している研究はあるか")
    assert AUTHORS in first.answer and AUTHORS in how.answer and "合成コントロール" in how.answer
    assert against.answer.split("\n")[1].startswith("あります。") and "Musser" in against.answer


@pytest.mark.parametrize("text", ["計算資源の格差に反論している研究はあるか", "計算資源の格差に反対の立場の論文はありますか"])
def test_those_who_oppose_are_quoted_with_what_opposes(ask, text):
    told = body(ask(text))
    assert "人材" in told and not any(word in told for word in ("例外として", "語っていません", "さらに必要だと答え"))


@pytest.mark.parametrize("text", ["この分野の有名な論文を3本", "引用が一番多い論文はどれ", "代表的な企業はどこ"])
def test_more_than_one_or_no_work_is_none_of_these(ask, text):
    assert not ask(text).answer.split("\n")[1].startswith(AUTHORS)


def paper_of(answer) -> str:
    """Id of the paper that an answer names first."""
    return first(answer).partition("#")[0]


@pytest.mark.parametrize("text", ["計算資源の不平等という議論の原点はどの論文", "格差を最初に指摘した研究は", "この議論を最初に言い出したのは", "AI研究の不公平を初めて論じた論文は", "誰がこの話を最初に言い出したの", "議論の発端になった研究は", "GPUの偏在という議論の出発点になった論文は"])
def test_where_the_debate_began_is_told_as_far_as_we_hold_it(ask, text):
    answer = ask(text)
    assert paper_of(answer).startswith(FOUNDING) and "手元の資料の中では出発点です" in answer.answer.split("\n")[1] and answer.verdict.ok


@pytest.mark.parametrize(
    "text",
    [
        "必読の論文を1本だけ", "役員に勧める論文を1つ選ぶなら", "まず読むべき1本は", "論文を一本だけ挙げてください", "お勧めの論文を1本", "社長に読ませるならどの論文?", "時間がないので論文は1本しか読めません。どれがいい?",
        "この分野で一つだけ論文を選ぶとしたら", "移動中に読む論文を一つ", "どれか1本論文を勧めて", "最初の一本は何を読めばいい", "役員会で配る論文を一本推薦して",
    ],
)  # fmt: skip
def test_one_paper_to_read_is_named_with_its_reason_and_source(ask, text):
    answer = ask(text)
    assert answer.answer.split("\n")[1].startswith(f"{AUTHORS}をお勧めします") and "だからです" in answer.answer.split("\n")[1]
    assert len({citation.id.partition("#")[0] for citation in answer.citations}) == 1 and body(answer).count("\n- ") <= 2


def test_one_of_those_listed_is_one_of_those(talked):
    listed, one = talked("スケーリング則の論文を3本", "その中で1本だけ読むなら?")
    assert paper_of(one) == paper_of(listed) and "先ほど挙げた論文は一つだけです" in one.answer


@pytest.mark.parametrize(("text", "papers"), [("格差に反対する立場の代表的な論文は", {"musser", "gelles", "gizinski"}), ("計算資源の格差を否定した代表的な研究は", {"musser", "gelles", "gizinski"})])
def test_opponents_are_asked_for_as_such(ask, text, papers):
    assert {citation.id.partition("-")[0] for citation in ask(text).citations} == papers


def test_an_opponent_stands_for_no_side_that_it_denies(assistant):
    assert most_on(assistant.words, "大手の支配という議論") and assistant.words.library.papers[most_on(assistant.words, "大手の支配という議論")].stance != STANCE


@pytest.mark.parametrize("text", ["お勧めの戦略を一つ", "2021年の論文は企業が1本あたり何人で書いた?", "この分野の有名な論文を3本", "企業が出した論文は2021年に何本"])
def test_one_of_something_else_is_no_paper_to_read(ask, text):
    assert "お勧めします" not in ask(text).answer.split("\n")[1]
