"""The judge of question files: it must say wrong where an answer is wrong, and read files strictly."""

from dataclasses import replace

import pytest

from assistant import Assistant
from assistant.__main__ import parser
from assistant.evaluation.command import run_eval
from assistant.evaluation.judge import judge
from assistant.evaluation.questions import Expected, QuestionFileError, read_questions
from assistant.evaluation.report import html, markdown
from assistant.evaluation.run import ALL, FOLLOW_UPS, UNANSWERABLE, refusals, run, table

LEVEL = Expected("2019年のICMLの企業参加率は?", intent="figure", slices=({"metric": "firm_share", "venue": "icml", "years": [2019]},))
REFUSED = Expected("明日の天気は?", outcome="not_in_data")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    return Assistant.open(tmp_path_factory.mktemp("home"))


def test_a_right_answer_is_right(assistant):
    judged = judge(LEVEL, assistant.ask(LEVEL.text), assistant.divide)
    assert (judged.result, judged.exact, judged.findings) == ("right", True, ())


@pytest.mark.parametrize(
    ("asked", "finding"),
    [
        ("2018年のICMLの企業参加率は?", "firm_share.venue-icml.2019 not shown"),
        ("2019年のCVPRの企業参加率は?", "firm_share.venue-icml.2019 not shown"),
        ("2019年のICMLの企業単独率は?", "firm_share.venue-icml.2019 not shown"),
    ],
)
def test_the_answer_to_another_question_is_wrong(assistant, asked, finding):
    judged = judge(LEVEL, assistant.ask(asked), assistant.divide)
    assert judged.result == "wrong" and judged.exact is False and finding in judged.findings[0]


def test_a_figure_with_another_value_or_without_its_words_is_not_shown(assistant):
    answer = assistant.ask(LEVEL.text)
    changed = replace(answer, figures=tuple(replace(figure, value=figure.value + 1) for figure in answer.figures))
    unsaid = replace(answer, answer="約3割です。")
    assert judge(LEVEL, changed, assistant.divide).exact is judge(LEVEL, unsaid, assistant.divide).exact is False


def test_refusals_are_counted_on_both_sides(assistant):
    results = run(assistant, [REFUSED, replace(REFUSED, text=LEVEL.text), replace(LEVEL, text=REFUSED.text), LEVEL])
    assert [each.judgement.result for each in results] == ["refused", "not refused", "refused wrongly", "right"]
    assert refusals(results) == (0.5, 0.5)


def test_intent_citation_and_chart_are_judged(assistant):
    answer = assistant.ask(LEVEL.text)
    wishes = replace(LEVEL, intent="rank", cites=("some-paper",), chart=True)
    assert len(judge(wishes, answer, assistant.divide).findings) == 3


@pytest.mark.parametrize("statistic", ["change", "ratio", "did", "before_after", "count", "paper_count", "peak"])
def test_every_statistic_has_its_figure(assistant, statistic):
    asked = replace(LEVEL, slices=({"metric": "firm_share", "area": "ai", "years": [2008, 2019]},), statistic=statistic)
    assert judge(asked, assistant.ask("こんにちは"), assistant.divide).findings[0].startswith("figure ")


def test_history_makes_a_conversation_of_its_own(assistant):
    follow_up = replace(LEVEL, text="ICMLだと?", history=("2019年のCVPRの企業参加率は?",))
    results = run(assistant, [follow_up, replace(follow_up, history=())])
    assert results[0].judgement.right and not results[1].judgement.right
    assert [row.name for row in table(results)] == ["figure", FOLLOW_UPS, ALL]


def test_the_report_holds_every_answer_escaped(assistant):
    results = run(assistant, [replace(LEVEL, text="<b>2019年</b>のICMLの企業参加率は?"), REFUSED])
    page, text = html(results), markdown(results)
    assert "&lt;b&gt;2019年" in page and "<b>2019年" not in page and results[0].answer.figures[0].display in page
    assert UNANSWERABLE in text and text.count("\n|") == 2 + len(table(results)) - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("q: a", "expected a list"), ("- {p: a}", "the key q"), ("- {q: a, intnt: figure}", "unknown keys"), ("- {q: a, intent: x}", "intent 'x'"),
        ("- {q: a, outcome: maybe}", "outcome 'maybe'"), ("- [", "while parsing"),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_with_its_entry(tmp_path, text, message):
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(QuestionFileError, match=message):
        read_questions(tmp_path / "bad.yaml")


def test_the_command_says_what_is_wrong_with_a_file(tmp_path, capsys):
    assert run_eval(parser().parse_args(["eval", str(tmp_path)])) == 2
    assert "質問のファイルを読めません" in capsys.readouterr().err


def test_the_command_prints_the_table_and_writes_the_page(tmp_path, capsys):
    (tmp_path / "one.yaml").write_text("- {q: こんにちは, intent: smalltalk}", encoding="utf-8")
    assert run_eval(parser().parse_args(["eval", str(tmp_path / "one.yaml"), "--html", str(tmp_path / "page.html")])) == 0
    assert "| smalltalk | 1 | 1 |" in capsys.readouterr().out and "こんにちは" in (tmp_path / "page.html").read_text(encoding="utf-8")
