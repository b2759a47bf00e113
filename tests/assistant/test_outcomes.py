"""How many firms gain by AI or fail with it: statements of surveys that give that share, one each; and papers that hold a stance."""

import re

import pytest

from assistant.evidence.outcomes import Outcomes, one_each, specific, tells
from index.search import Passage

SURVEYS = ("mckinsey-", "bcg-", "mit-nanda-", "gartner-", "mic-ict-")


def passage(kind, display, source="a", id="1"):
    return Passage(id=f"{source}#{kind}-{id}", kind=kind, source_id=source, title="成果を出す企業", locator="", url="", text=display, display=display, score=1.0, rank=1, parts={})


@pytest.fixture(scope="module")
def outcomes():
    return Outcomes()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AIを入れて黒字化した会社の割合は", "profit"), ("AIで失敗した企業は何割", "failure"), ("生成AIを使っている会社はどれくらい", "use"), ("AIで売上が伸びた会社の割合", "sales"),
        ("黒字化した会社の論文の割合は", None), ("AIで黒字化するには", None), ("企業参加率は何%", None),
    ],
)  # fmt: skip
def test_which_outcome_is_asked(outcomes, text, name):
    assert outcomes.asked(text) == (outcomes.entries[name] if name else None)


def test_a_statement_tells_a_share_and_the_outcome_itself():
    assert tells(passage("claim", "全社のEBITへの効果を答えたのは39%です。"), ["EBIT"])
    assert not tells(passage("claim", "全社のEBITへの効果を尋ねました。"), ["EBIT"])
    assert not tells(passage("claim", "回答者の39%は大企業です。"), ["成果"])  # the word stands in the title alone
    assert tells(passage("qa", "問 利益に効いているのですか\n答 39%です。"), ["利益"])
    assert not tells(passage("qa", "問 利益を出す会社は何が違うのですか\n答 55%が作り直しました。"), ["利益"])


def test_one_statement_of_each_survey_and_rather_one_that_stands_alone():
    first, claim, other = passage("qa", "問 a\n答 b", "x"), passage("claim", "c", "x"), passage("qa", "問 d\n答 e", "y")
    assert one_each([first, other, claim]) == [claim, other]


def test_what_names_the_loanword_asked_about_comes_alone():
    named, other = passage("claim", "AIエージェントは62%が試しました。"), passage("claim", "88%が使います。")
    assert specific("AIエージェントを使う会社は何割", [other, named]) == [named]
    assert specific("AIを使う会社は何割", [other, named]) == [other, named]


@pytest.mark.parametrize("text", ["AIを入れて黒字化した会社の割合は", "AI投資を回収できた企業の割合", "AI導入で成果を出した企業は何割", "PoCから本番に進める企業は何割"])
def test_surveys_answer_with_shares(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and answer.intent == "paper"
    sources = [citation.id.split("#")[0] for citation in answer.citations]
    assert len(sources) >= 2 and len(set(sources)) == len(sources)
    assert all(source.startswith(SURVEYS) for source in sources)
    assert all(re.search(r"\d%|分の", citation.quote) for citation in answer.citations)


@pytest.mark.parametrize("text", ["計算資源より人材が大事だという立場の論文", "計算資源の格差は広がっていないという見方の論文はありますか"])
def test_a_stance_that_denies_the_divide_finds_the_papers_that_contradict_it(ask, assistant, text):
    answer = ask(text)
    papers = {paper.id: paper.stance for paper in assistant.library.index.papers()}
    assert answer.citations and all(papers[citation.id.split("#")[0]] == "contradicts" for citation in answer.citations)


def test_a_stance_is_never_drawn_from_papers_on_statistics(ask, assistant):
    papers = {paper.id: paper.theme for paper in assistant.library.index.papers()}
    answer = ask("小さいモデルで十分という見方の論文は")
    assert answer.outcome == "answered" and "限りません" in answer.answer
    assert all(papers[citation.id.split("#")[0]] != "分析の方法" for citation in answer.citations if citation.kind == "paper")


def test_a_stance_that_nothing_speaks_of_is_refused(ask):
    assert ask("規制が必要だという立場の研究はある?").outcome == "not_in_data"
