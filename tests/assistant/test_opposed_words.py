"""Who sees otherwise what was just told: objections to the divide where it was told of, else that none is held."""

import uuid

import pytest

from assistant.evidence.paper_turns import opponents

NONE_HELD, HELD = "正面から反対する研究は、手元の資料に見当たりません", "計算資源の格差という見方に反対する"
DRAIN = "人材が大学から企業に流れているという話は、論文ではどう言われていますか"


def told(assistant, *texts):
    """The answer to the last of questions asked in a row."""
    session = f"s{uuid.uuid4().hex[:8]}"
    return [assistant.ask(text, session=session) for text in texts][-1]


@pytest.mark.parametrize(
    ("texts", "paper"),
    [
        ((DRAIN, "逆の見方をしている人はいないの?"), "gofman-jin"), ((DRAIN, "反論は?"), "gofman-jin"), (("LoRAの論文は?", "批判はある?"), "hu-2021"),
    ],
)  # fmt: skip
def test_what_nobody_opposes_is_said_with_its_own_limits(assistant, texts, paper):
    answer = told(assistant, *texts)
    assert NONE_HELD in answer.answer and HELD not in answer.answer
    assert len(answer.citations) == 1 and answer.citations[0].id.startswith(paper) and answer.citations[0].id.endswith("#section-7")


@pytest.mark.parametrize(
    ("texts", "against"),
    [
        (("スケーリング則とは?", "それに異論を唱えている研究者はいますか"), ["hoffmann", "thompson"]), (("企業の関わる論文は引用が多いという研究は?", "Is there any paper pushing back?"), ["ahmed"]),
        (("学習の費用が膨らんでいるという論文", "反対意見は?"), ["khandelwal", "hoffmann"]), (("Strubellの論文", "反論は?"), ["patterson"]), (("Grey Hoodieって何の話", "反論"), ["hagendorff"]), (("Sevillaの論文", "逆の見方をしている人は?"), ["musser"]),
        (("Musserの論文", "反対意見は?"), ["ahmed"]), (("ABCI 3.0の論文", "異論はある?"), ["musser"]), (("国のクラウドを提案したHoらの報告", "反対派の意見は?"), ["gelles"]),
    ],
)  # fmt: skip
def test_what_speaks_against_a_paper_is_of_its_own_subject(assistant, texts, against):
    answer = told(assistant, *texts)
    others = list(dict.fromkeys(citation.id.split("-")[0] for citation in answer.citations if not citation.id.endswith("#section-7")))
    assert others == against and answer.verdict.ok
    assert NONE_HELD not in answer.answer and HELD not in answer.answer


def test_what_a_summary_says_with_another_work_is_not_always_against_it(assistant):
    library = assistant.words.library
    found = {paper: [other for other, *_ in opponents(library, paper)] for paper in library.papers}
    assert found["bcg-2024-wheres-the-value-in-ai"] == [] and found["lohn-musser-2022-how-much-longer"] == []
    assert all(paper not in others and set(others) <= set(library.papers) for paper, others in found.items())
    assert sum(map(bool, found.values())) >= 30
    for paper, against in ((paper, opponents(library, paper)) for paper in found):
        assert all(library.index.lookup(place) and sentence in library.papers[paper].sections[6].text for _, place, sentence in against)


@pytest.mark.parametrize(
    "texts",
    [
        ("AI会議の企業参加率は?", "compute divideってacademia側は何て主張してるんでしたっけ。出典つきで", "それにpushbackしてるpaperある?"), ("AI会議の企業参加率はなぜ上がったのですか", "逆の見方をする研究は?"), ("AI研究は大手しか勝てないのか?", "反対派はいないの?"), ("AI研究は大手しか勝てないのか?", "反対している論文は?"),
    ],
)  # fmt: skip
def test_the_divide_has_its_opponents(assistant, texts):
    answer = told(assistant, *texts)
    assert HELD in answer.answer and {citation.id.split("-")[0] for citation in answer.citations} - {"ahmed"} == {"musser", "gelles", "gizinski"}, "beside the limits of the paper just told"


@pytest.mark.parametrize("text", ["計算資源の格差に反論した論文の著者は誰ですか", "クラウドの料金への批判をまとめた資料を作って", "2019年のNeurIPSの企業参加率は?"])
def test_what_names_something_of_its_own_is_no_such_question(talk, text):
    assert "opposed" not in talk(DRAIN, text).inherited
