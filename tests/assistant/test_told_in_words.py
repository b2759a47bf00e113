"""Words to say, points and English of what was told in words: a term, a paper, what training a model cost."""

import pytest


def spoken(answer) -> str:
    return next(line for line in answer.answer.split("\n") if line.startswith("> "))


@pytest.mark.parametrize("asked", ["So what? 取締役会で一言で", "役員会で一言で", "取締役会で使える一言を", "社長に30秒で言えるように", "経営会議で話せる言い方で", "50字の答弁調で", "飲み会で使える一言", "会議で一言"])
def test_words_to_say_carry_the_cost_that_was_told(talked, asked):
    answer = talked("GPT-4の学習費用は?", asked)[-1]
    assert "約4,059万ドル" in spoken(answer) and "36.2%" not in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["役員会で30秒で言えるように", "取締役会で一言で", "飲み会で使える一言", "200字の答弁調で"])
def test_a_term_is_named_where_it_is_said(talked, asked):
    assert "RAGとは、質問に関係する文書を" in spoken(talked("RAGとは?", asked)[-1])


def test_a_paper_is_said_in_a_told_length(talked):
    assert "Ahmed & Wahedによると、2012年に" in spoken(talked("Ahmed & Wahedの論文は?", "200字の答弁調で")[-1])


def test_what_the_summary_offers_to_say_comes_first(talked):
    answer = talked("Ahmed & Wahedの論文は?", "役員会で一言で")[-1].answer
    assert answer.index("論文から引く言い方") < answer.index("一言で**")


@pytest.mark.parametrize("asked", ["200字の答弁調で", "国会答弁風に", "議会答弁用に", "答弁として言うと?"])
def test_an_answer_to_a_parliament_is_formal(talked, asked):
    answer = talked("企業の参加率は?", asked)[-1]
    assert answer.intent == "phrases" and "36.2%" in answer.answer and "社外の改まった文" in answer.answer


@pytest.mark.parametrize("asked", ["飲み会でウケる一言", "懇親会で使える小ネタを", "会食の雑談ネタをください", "ゴルフで使える一言", "二次会での話のネタに一言"])
def test_small_talk_asks_for_no_decision(talked, asked):
    answer = talked("企業の参加率は?", asked)[-1]
    assert "36.2%" in spoken(answer) and "進めたいと考えて" not in answer.answer and "雑談・会食" in answer.answer


def test_a_tone_of_another_scene_ends_with_it(talked):
    assert "でございます" not in spoken(talked("企業の参加率は?", "200字の答弁調で", "飲み会でウケる一言")[-1])


@pytest.mark.parametrize("asked", ["ポイント5つ", "要点を5つ", "要点を五つにまとめて", "5つのポイントで教えて", "論点5点で整理して", "大事なポイントを5個挙げて", "ポイントを5つください", "5 key points"])
def test_so_many_points_are_those_of_the_last_answer(talked, asked):
    answer = talked("企業の参加率は?", asked)[-1]
    rows = answer.answer.split("\n\n")[0].split("\n")
    assert len(rows) == 5 and all(row.startswith("- ") for row in rows) and "36.2%" in rows[0] and answer.verdict.ok


def test_fewer_points_are_said_to_be_all(talked):
    assert "これですべてです" in talked("RAGとは?", "要点を5つ")[-1].answer


@pytest.mark.parametrize("asked", ["理由を3つ", "反論を5つ", "論文を3つ", "5つの大学は?", "ポイントは?"])
def test_other_numbers_of_things_are_left_alone(talk, asked):
    assert not talk("企業の参加率は?", asked).style.startswith("points")


@pytest.mark.parametrize("asked", ["英語で", "英語で言うと?", "英語でお願いします", "In English please", "英文にして"])
def test_what_is_held_in_english_is_told(talked, asked):
    assert "- In 2023, the cost of training GPT-4 was estimated at about **40.6** million dollars" in talked("GPT-4の学習費用は?", asked)[-1].answer
    assert "The De-democratization of AI" in talked("Ahmed & Wahedの論文は?", asked)[-1].answer
    assert talked("RAGとは?", asked)[-1].answer.split("\n")[1].startswith("RAGは、英語で retrieval-augmented generation といいます")


def test_where_no_english_is_held_the_answer_stays_and_says_so(talked):
    answer = talked("ABCIの料金は?", "英語で")[-1]
    assert "英語の文に対応していません" in answer.answer


@pytest.mark.parametrize("asked", ["役員向けにかしこまった言い方で", "環境担当役員にどう説明すればいい?", "記者に聞かれたら何て答える?", "部長に一言で言うと", "監査役になんて説明する?", "部下に説明する感じでお願い", "社長に30秒で言えるように", "朝の会議で使えるように"])
def test_words_to_say_after_a_paper_are_of_that_paper(talked, asked):
    answer = talked("Musserの調査の結論を教えてください", asked)[-1]
    assert answer.intent == "phrases" and "Musser ほかによると、多くのAI研究者にとって" in answer.answer and "36.2%" not in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["著者に説明を求めた?", "弱点は?", "大学の割合は?", "役員の人数は?"])
def test_other_turns_after_a_paper_are_no_words_to_say(talk, asked):
    assert talk("Musserの調査の結論を教えてください", asked).intent != "phrases"


def test_a_mail_for_the_morning_meeting_is_a_draft(talked):
    assert "朝礼の話" in talked("RAGとは?", "朝礼で使えるように直して")[-1].answer
