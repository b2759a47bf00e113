"""The pages 論文, 会議フレーズ and データと設定."""

import re
from html import escape

import pytest
from ui_samples import FIGURE, SOURCE, cited

from assistant.models import ANSWERED, NOT_IN_DATA, Answer, Verdict
from assistant.phrases import Request
from assistant.ui.papers import PapersPage
from assistant.ui.phrases import PhrasesPage

PAPER = "besiroglu-2024-compute-divide-ml"


@pytest.fixture(scope="module")
def papers():
    return PapersPage()


def titles(html: str) -> list[str]:
    return re.findall(r'<h4><a class="inside"[^>]*>([^<]+)</a>', html)


def test_every_paper_stands_on_its_shelf(papers):
    html = papers.whole({})
    assert sorted(titles(html)) == sorted(escape(paper.title_ja) for paper in papers.corpus.papers)
    assert set(re.findall(r'class="shelf" open><summary><h3>([^<]+)<', html)) == {paper.theme for paper in papers.corpus.papers}


def test_search_theme_and_stance_narrow_the_shelves(papers):
    found = titles(papers.part({"q": "ＬｏＲＡ"}))
    assert escape(papers.papers["hu-2021-lora"].title_ja) in found and len(found) < 10
    against = [paper for paper in papers.corpus.papers if paper.stance == "contradicts"]
    assert len(titles(papers.part({"stance": "contradicts"}))) == len(against)
    assert len(titles(papers.part({"theme": "産学と人材"}))) == sum(paper.theme == "産学と人材" for paper in papers.corpus.papers)
    assert "当てはまる論文がありません" in papers.part({"q": "存在しない言葉"})


def test_a_summary_holds_every_section_and_leads_on(papers):
    paper = papers.papers[PAPER]
    html = papers.whole({"paper": PAPER})
    for part in (
        *(section.heading for section in paper.sections),
        *(point.text for point in paper.points),
        paper.sections[0].statements[0].text,
    ):
        assert escape(part) in html
    assert f"{paper.reading_minutes}分で読めます" in html
    for other in paper.related:
        assert f"paper={other}" in html
    assert paper.source_url in html and 'rel="noopener noreferrer"' in html


def test_dialogue_and_phrases_are_the_papers_own(papers):
    paper = papers.papers[PAPER]
    talk, said = (papers.whole({"paper": PAPER, "view": view}) for view in ("dialogue", "phrases"))
    assert all(escape(one.question) in talk and escape(one.answer) in talk for one in paper.questions)
    assert all(escape(one.text) in said for one in paper.phrases) and said.count("data-copy") == len(paper.phrases)


def test_an_unknown_paper_is_told_and_an_unknown_view_is_the_summary(papers):
    assert "見つかりません" in papers.whole({"paper": "<b>"})
    assert papers.whole({"paper": PAPER, "view": "x"}) == papers.whole({"paper": PAPER})


class Recorded:
    """Takes what the page asks for."""

    def __init__(self, answer):
        self.answer, self.asked = answer, []

    def __call__(self, scene, request):
        self.asked.append((scene, request))
        return self.answer


SPOKEN = Answer(
    question="", resolved_question="", intent="phrases", outcome=ANSWERED,
    answer="**結論**\n言い方です。\n\n**一言で**\n> 参加率は36.2%【1】でございます。\n\n**出典**\n- 【1】企業参加率",
    figures=(FIGURE,), citations=(cited(FIGURE, 1),), verdict=Verdict(True),
)  # fmt: skip


def test_a_phrase_is_copied_without_marks_and_with_its_source(papers):
    asked = Recorded(SPOKEN)
    html = PhrasesPage(asked, papers).part({"situation": "budget", "politeness": "board", "q": "日本", "part": "phrases"})
    assert asked.asked == [("予算要求 日本", Request("budget", "for", None, "board", None))]
    assert 'data-copy="参加率は36.2%でございます。（出典：企業参加率（AI会議・2021年））"' in html
    assert 'class="cards" hidden' in html and SOURCE.citation in html


def test_a_choice_that_does_not_exist_is_not_made(papers):
    asked = Recorded(SPOKEN)
    PhrasesPage(asked, papers).whole({"situation": "<b>", "length": "hour"})
    assert asked.asked[0][1] == Request()


def test_a_refusal_is_shown_as_it_is_worded(papers):
    refused = Answer("", "", "phrases", NOT_IN_DATA, "手元のデータでは、お答えできません。")
    assert "お答えできません" in PhrasesPage(Recorded(refused), papers).part({"part": "phrases"})


def test_the_drill_hides_the_answers_of_the_chosen_paper(papers):
    html = PhrasesPage(Recorded(SPOKEN), papers).part({"part": "drill", "paper": PAPER})
    paper = papers.papers[PAPER]
    assert html.count("<details") == min(8, len(paper.questions)) and "open" not in re.findall(r"<details[^>]*>", html)[0]
    assert escape(paper.questions[0].answer) in html
