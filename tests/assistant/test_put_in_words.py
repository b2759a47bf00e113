"""After figures, a turn that sounds like no figure at all is answered by papers, terms or advice; one that leans on them by figures."""

import uuid

import pytest


def talk(assistant, *turns):
    session = uuid.uuid4().hex
    return [assistant.ask(turn, session=session) for turn in turns][-1]


TWO, FIRMS, ONE = "中国と米国、論文数どっちが上?", "企業の上位5社は?", "AI会議の企業参加率は2021年に何%"


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        (TWO, "論文でcompute divideって言い出したの誰だっけ?"),
        (TWO, "GPUが買えない大学はどう工夫していると論文に書かれていますか"),
        (ONE, "それ、大学でも金のないとこは置いてかれとるいう話なん?論文でどない言うてるか教えて"),
        (FIRMS, "それ、大学でも金のないとこは置いてかれとるいう話なん?論文でどない言うてるか教えて"),
    ],
)
def test_words_answer_what_asks_for_no_figure(assistant, before, asked):
    answer = talk(assistant, before, asked)
    assert answer.outcome == "answered"
    assert answer.intent in ("paper", "explain", "strategy")


@pytest.mark.parametrize(
    ("before", "asked", "wanted"),
    [
        (TWO, "じゃあ企業が入っている論文だとどう違うの?", "企業"),
        (ONE, "引用の話はそのままで、巨大IT企業に絞ると", "大手テック企業"),
        (FIRMS, "結局のところ日本の会社はどうなってるん?", "日本の企業"),
    ],
)
def test_figures_answer_what_leans_on_them(assistant, before, asked, wanted):
    answer = talk(assistant, before, asked)
    assert answer.intent in ("figure", "trend", "compare", "rank")
    assert wanted in answer.answer


def test_a_cold_question_of_plain_measure_is_left_to_the_words(understand):
    assert understand("エリート大学というのはどの大学のことを指してるの").intent != "explain"
