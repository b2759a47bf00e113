"""One turn of the page: what each kind of answer shows, and that nothing of it is markup."""

from dataclasses import replace

import pytest
from ui_samples import CHANGE, FIGURE, PASSAGE, cited, sample

from assistant.models import ERROR, NOT_IN_DATA, CheckedNumber, Verdict
from assistant.ui.evidence import card_html, cards_html
from assistant.ui.turns import consent_turn, finished_turn, partial_turn, welcome

EVIL = "<script>alert(1)</script>\"'>"


def test_a_finished_turn_shows_text_check_chart_sources_and_next_questions_in_this_order():
    html = finished_turn(sample())
    places = [html.index(part) for part in ("<h3>結論</h3>", "数値検証済み", '<figure class="chart">', ">出典</h3>", "回答をコピー", "次の質問", 'class="cards"')]
    assert places == sorted(places)
    assert 'aria-busy="false"' in html


def test_the_badge_lists_every_number_with_its_evidence():
    html = finished_turn(sample())
    assert "文中の数字2個" in html
    assert '<th scope="row">36.2%</th><td>【1】企業参加率（AI会議・2021年）</td>' in html


def test_a_number_of_the_question_is_called_so():
    verdict = Verdict(True, (CheckedNumber("99%", 99.0, ()),))
    assert '<th scope="row">99%</th><td>ご質問の中の数字</td>' in finished_turn(sample(verdict=verdict))


def test_no_badge_without_numbers_and_a_warning_for_a_failed_check():
    assert "数値検証済み" not in finished_turn(sample(verdict=Verdict(True)))
    failed = finished_turn(sample(verdict=Verdict(False, unsupported=({"text": "41.0%", "reason": "no evidence", "sentence": ""},))))
    assert "照合できない数字があります" in failed and "<li>41.0%</li>" in failed and "数値検証済み" not in failed


def test_the_resolved_question_is_shown_only_when_it_differs():
    assert "resolved" not in finished_turn(sample())
    assert "「ICMLの2021年は?」と読み取りました" in finished_turn(sample(resolved_question="ICMLの2021年は?"))


def test_a_failure_names_its_number_and_offers_the_question_again():
    html = finished_turn(sample(outcome=ERROR, error_id="ab12cd34", answer="申し訳ありません。", chart=None, citations=(), figures=(), verdict=Verdict(True)))
    assert "記録番号 ab12cd34" in html
    assert '<button type="button" class="ask" data-question="2021年は?">同じ質問をもう一度' in html


def test_not_in_our_data_is_signed():
    assert "データにありません" in finished_turn(sample(outcome=NOT_IN_DATA))
    assert "データにありません" not in finished_turn(sample())


@pytest.mark.parametrize("show", [lambda text: partial_turn(text, text, text, text, text), lambda text: consent_turn(text, [text, text], text, text), lambda text: welcome((text,))])
def test_what_was_typed_is_never_markup(show):
    assert "<script" not in show(EVIL)
    assert "&lt;script&gt;" in show(EVIL)


def test_nothing_of_an_answer_is_markup():
    figure = replace(FIGURE, label_ja=EVIL, definition_ja=EVIL, method_ja=EVIL, caveats_ja=(EVIL,), period=EVIL)
    citations = (cited(figure, 1), replace(PASSAGE, title=EVIL, quote=EVIL, locator=EVIL, url="https://e.org/" + EVIL))
    html = finished_turn(
        sample(question=EVIL, resolved_question=EVIL + "2", answer=EVIL + "【1】【2】", figures=(figure,), citations=citations, suggestions=(EVIL,))
    )
    assert "<script" not in html and '"\'>' not in html


def test_a_figure_card_says_all_that_is_needed_to_repeat_the_number():
    html = card_html(cited(CHANGE, 3), CHANGE)
    for part in ("+19.0ポイント", "+14.9ポイント 〜 +22.2ポイント", "論文 10,658本", CHANGE.definition_ja, CHANGE.method_ja, "下限の目安です", "&lt;b&gt;注意"):
        assert part in html
    for part in ("出典の名（CC BY）", "CC BY 4.0", "2025年4月", CHANGE.id, "0123456789ab…"):
        assert part in html


def test_a_figure_without_interval_has_no_row_for_it():
    assert "95%区間" not in card_html(cited(FIGURE, 1), FIGURE)


def test_a_passage_card_quotes_and_links_web_addresses_only():
    html = card_html(PASSAGE, None)
    assert "<blockquote><mark>格差が&lt;広がった&gt;とされる</mark></blockquote>" in html
    assert 'href="https://example.org/paper" target="_blank" rel="noopener noreferrer"' in html
    for url in ("javascript:alert(1)", ""):
        assert "javascript" not in (html := card_html(replace(PASSAGE, url=url), None)) and "_blank" not in html


def test_every_citation_has_its_card():
    html = cards_html(sample())
    assert html.count('class="card"') == 2 and 'data-card="1"' in html and 'data-card="2"' in html
