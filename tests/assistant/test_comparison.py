"""論文の主張 and 当サービスの再計算 in words: claims from the corpus, numbers from analytics, agreement or difference stated."""

from html import escape

import pytest

import prompts
from analytics import Divide
from assistant.comparison import comparison
from assistant.dialogue import dialogue
from assistant.ui.papers import PapersPage
from index.chunks import paper_chunks
from index.comparisons import EXPECTS, figure_by_id, load_comparisons
from index.corpus import CORPUS_FOLDER, load_paper
from index.numerals import find_numerals, is_structural

DIVIDE = Divide.open()
PAPERS = {key: load_paper(CORPUS_FOLDER / "papers" / f"{key}.md") for key in dict.fromkeys(row.paper for row in load_comparisons())}


@pytest.mark.parametrize("key", PAPERS)
def test_rows_hold_the_claim_the_figures_and_a_verdict(key):
    paper, asked = PAPERS[key], [row for row in load_comparisons() if row.paper == key]
    passages = {chunk.id: chunk.display for chunk in paper_chunks(paper)}
    rows = comparison(paper, DIVIDE)
    assert len(rows) == len(asked) > 0
    for row, wanted in zip(rows, asked):
        assert row.claim in passages[row.source]
        assert [figure.id for figure in row.figures] == list(wanted.figures)
        for shown, figure in zip(row.shown, row.figures):
            fresh = figure_by_id(DIVIDE, figure.id)
            assert fresh.label_ja in shown and fresh.display in shown and ("95%区間" in shown) is (fresh.low is not None)
        assert row.verdict.startswith({"agree": ("一致", "おおむね一致"), "differ": ("不一致", "違いがあります"), "unclear": "確かめられません", "not_compared": "参考"}[row.outcome])


def test_the_founding_paper_is_not_confirmed_across_the_board():
    rows = comparison(PAPERS["ahmed-wahed-2020-de-democratization-of-ai"], DIVIDE)
    assert {row.outcome for row in rows} == {"agree", "unclear", "not_compared"}


def test_a_difference_is_told_in_points():
    row = next(r for r in comparison(PAPERS["ahmed-wahed-thompson-2023-growing-influence"], DIVIDE) if "22%" in r.claim)
    ours = figure_by_id(DIVIDE, "firm_share.ai.2020").value
    assert f"「38%」との差は{ours - 38:+.1f}ポイント" in row.verdict


def test_every_outcome_has_its_words_and_no_number_of_its_own():
    templates = prompts.templates("comparison")
    outcomes = {"rise": 3, "fall": 3, "majority": 2, "minority": 2, "higher": 2, "near": 2, "beside": 1}
    assert outcomes.keys() == EXPECTS.keys()
    assert all(sum(name.startswith(f"{expects}_") for name in templates) == count for expects, count in outcomes.items())
    texts = [t.text.replace("95%区間", "") for t in templates.values()]
    assert [n.text for text in texts for n in find_numerals(text) if n.text != "半分" and not is_structural(text, n)] == []


def test_the_page_of_a_paper_shows_the_rows_and_the_conversation():
    page = PapersPage()
    for key in ("besiroglu-2024-compute-divide-ml", "xu-2017-generalized-synthetic-control"):
        paper = load_paper(CORPUS_FOLDER / "papers" / f"{key}.md")
        summary, talk = (page.whole({"paper": key, "view": view}) for view in ("summary", "dialogue"))
        rows = comparison(paper, DIVIDE)
        assert (prompts.render("comparison", "heading") in summary) is bool(rows)
        assert all(escape(text) in summary for row in rows for text in (row.claim, *row.shown, row.verdict))
        assert [escape(turn.text) in talk for turn in dialogue(paper)] == [True] * (2 * len(paper.questions) + 4)
        assert talk.count("専務") >= len(paper.questions) and talk.count("メンター") >= len(paper.questions)
