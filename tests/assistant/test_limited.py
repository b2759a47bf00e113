"""A word that limits what is asked and that nothing explains is named in a refusal; the same words beside the question change nothing."""

import re
from dataclasses import replace

import numpy as np
import pytest

from assistant.evaluation.questions import read_questions
from assistant.evaluation.run import run
from assistant.models import NOT_IN_DATA, Question, Subject
from assistant.understand.limited import CERTAIN, CERTAIN_LEANING, LEANING, LIKELY, UNLIKELY, Limited
from assistant.understand.limiting import Limiting, Word, cut, words_of
from assistant.understand.text.matcher import read
from bench.limiting import Bag, fitted
from tests.assistant.test_opinion import QUESTIONS

MARKS = re.compile("[、。?]")
FIGURE = Question(text="x", intent="figure", resolved="x", subjects=(Subject("firm_share"),), unread=("工場",))


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("静岡県に工場を持つ会社は、2019年のAI会議の論文の何%に入っていますか", "静岡県"),
        ("NeurIPS 2018の論文のうち、プレスリリースが出た企業の論文は何割?", "プレスリリース"),
        ("企業の論文のうち英語以外で書かれたものは2019年のAI会議で何%ですか", "英語"),
        ("産学共著のうち、論文の筆頭が学生だったのは2019年のAI会議で何%", "筆頭"),
    ],
)
def test_a_word_that_limits_is_refused_by_its_name_with_the_nearest_figure(ask, asked, named):
    answer = ask(asked)
    assert answer.outcome == NOT_IN_DATA and named in answer.answer.split("**近いもの")[0] and "%です【1】" in answer.answer


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("静岡の商工会で聞かれました。2019年のAI会議の企業参加率はいくつですか", "33.5%"),
        ("創業10周年の記念誌に載せるので、2020年のAI会議の企業参加率を", "32.3%"),
        ("口頭で答える予定です。2018年のCVPRの企業参加率は?", "34.8%"),
        ("プレスリリースの裏取りです。NeurIPS 2018の企業参加率は?", "29.2%"),
        ("英語の資料に載せる数字として、2019年のAI会議の企業参加率が要ります", "33.5%"),
        ("従業員に説明したいのですが、2019年のCVPRの企業参加率は", "42.4%"),
    ],
)
def test_the_same_words_beside_the_question_change_nothing(ask, asked, share):
    assert share in ask(asked).answer


@pytest.mark.parametrize("asked", ["For our annual report, what share of KDD 2020 papers involved companies?", "Quick one: the industry share at CVPR 2019, rounded, please", "Could you remind me how big tech fared at ICLR in 2020?"])
def test_english_words_around_a_figure_change_nothing(ask, asked):
    assert ask(asked).outcome == "answered"


@pytest.mark.parametrize("turn", ["じゃあ翌年は?", "CVPRだとどうなる?", "何本になる?", "大学のほうは?", "グラフにして"])
def test_short_turns_are_still_answered(talked, turn):
    assert talked("2018年のAI会議の企業参加率は?", turn)[-1].outcome == "answered"


def test_questions_that_differ_in_one_word_are_told_apart(tmp_path):
    """The files that the weights were learned from: a floor on what the whole of understanding makes of them, no measure of unseen questions."""
    from assistant import Assistant

    results = run(Assistant.open(tmp_path), [expected for file in sorted((QUESTIONS / "limiting").glob("*.yaml")) for expected in read_questions(file)[::16]])
    refused = [result.answer.outcome == NOT_IN_DATA for result in results if result.expected.outcome == NOT_IN_DATA]
    answered = [result.answer.outcome != NOT_IN_DATA for result in results if result.expected.outcome != NOT_IN_DATA]
    assert len(refused) >= 60 and len(answered) >= 60
    assert np.mean(refused) >= 0.7 and np.mean(answered) >= 0.85


@pytest.fixture
def limited(understanding, monkeypatch):
    """(chance of the word, chance that the whole is held, a talk before or not) → the question as it is settled."""

    def settle(chance, held, previous=None, question=FIGURE, text="工場の会社は"):
        made = Limited(understanding)
        monkeypatch.setattr(made.model, "chances", lambda text, explained, follow_up: [(Word(0, 2, ()), 0.1), (Word(3, 5, ()), chance)])
        monkeypatch.setattr(understanding, "encode", len, raising=False)
        monkeypatch.setattr(understanding.second, "opinion", lambda text, previous: type("Seen", (), {"held": held}))
        return made.question(question, read(text), previous)

    return settle


def test_a_likely_word_is_refused_where_the_whole_may_not_be_held(limited):
    assert limited(LIKELY, 0.5).blocker_details == {"name": "会社"}
    assert limited(LIKELY - 0.01, 0.5) is FIGURE and limited(LIKELY, 0.95) is FIGURE
    assert limited(CERTAIN, 0.95).blocker == "unknown_metric", "a word that is certain needs no second opinion"


def test_rankings_and_english_words_need_both(limited):
    ranking, english = replace(FIGURE, statistic="rank"), "ab cdefg"
    assert limited(CERTAIN, UNLIKELY - 0.01, question=ranking).blocker == limited(CERTAIN, UNLIKELY - 0.01, text=english).blocker == "unknown_metric"
    assert limited(CERTAIN, UNLIKELY, question=ranking) is ranking and limited(CERTAIN - 0.01, 0.1, question=ranking) is ranking
    assert limited(CERTAIN, UNLIKELY, text=english) is FIGURE


def test_a_turn_of_a_talk_is_refused_only_by_a_word_that_is_surer(limited):
    assert limited(LEANING - 0.01, 0.5, previous=FIGURE) is FIGURE and limited(CERTAIN_LEANING - 0.01, 0.95, previous=FIGURE) is FIGURE
    assert limited(LEANING, 0.5, previous=FIGURE).blocker == limited(CERTAIN_LEANING, 0.95, previous=FIGURE).blocker == "unknown_metric"


@pytest.mark.parametrize("turn", ["解雇された人が入っている論文は?", "障害のある著者の論文にしぼる"])
def test_a_turn_after_figures_is_not_told_by_papers_beside_the_point(talked, turn):
    answer = talked("CHIの企業参加率は2019年に?", turn)[-1]
    assert answer.outcome == NOT_IN_DATA and "2019年のCHI" in answer.answer


@pytest.mark.parametrize("turn", ["関連する論文を教えて", "その理由を論じた研究は?", "企業参加率とは?", "誰が調べた数字ですか"])
def test_words_after_figures_are_still_told(talked, turn):
    assert talked("CHIの企業参加率は2019年に?", turn)[-1].outcome == "answered"


@pytest.mark.parametrize("question", [replace(FIGURE, intent="paper"), replace(FIGURE, blocker="calendar"), replace(FIGURE, family="epoch"), replace(FIGURE, inherited=("all",)), replace(FIGURE, unread=()), replace(FIGURE, confidence=0.8), replace(FIGURE, readings=("人は数えていません。",)), replace(FIGURE, subjects=(Subject("dl_title_share"),))])
def test_other_questions_are_let_be(understanding, question):
    assert Limited(understanding).question(question, read("静岡県に工場を持つ会社は"), None) is question


def test_words_are_those_that_nothing_explained(understanding):
    text = "静岡県の会社は2019年に何%"
    words = words_of(text, [(4, 6, "firm"), (7, 12, "year")], list(understanding.limited.model.tokens(text)), False)
    assert [text[word.start : word.end] for word in words] == ["静岡県"]
    first = words[0].features
    assert {"W^静岡県$", "w静岡", "Nの", "Mの|Hfirm", "B#", "kfirm", "kyear", "LTrue", "TFalse"} <= set(first)


def test_clauses_and_sentences_are_cut_at_their_marks():
    assert cut("あ、い。う?", MARKS) == [(0, 2), (2, 4), (4, 7)] and cut("あ", MARKS) == [(0, 2)]


def test_the_word_that_every_refused_question_holds_is_learned():
    bags = [Bag("x", (("Wa",), ("Wb",)), True), Bag("x", (("Wa",), ("Wc",)), True), Bag("x", (("Wb",), ("Wc",)), False), Bag("x", (("Wb",),), False)] * 9
    weights = fitted(bags)
    assert weights.score(Bag("x", (("Wa",),), True)) > 0.9 and weights.score(Bag("x", (("Wb",), ("Wc",)), False)) < 0.1


def test_the_weights_of_the_repository_are_read(understanding):
    model = Limiting(understanding.limited.model.tokens)
    model.warm()
    assert len(model.weights) > 10_000 and model.bias < 0
