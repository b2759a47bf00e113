"""The whole talk in one go takes up all that it measured."""

import pytest

TALK = ("企業参加率は?", "大学は?", "中国は?")
SHARES = ("企業参加率は、2007年の17.3%", "大学参加率は、2007年の88.2%", "中国の機関の参加率は、2007年の4.6%")


@pytest.mark.parametrize("asked", ["以上をまとめて", "ここまでの要点を教えて", "これまでの内容を整理してください", "全部まとめて", "今までの話を要約すると?", "本日の話のおさらいをお願いします"])
def test_all_that_was_measured_is_listed(talked, asked):
    answer = talked(*TALK, asked)[-1]
    assert all(f"- AI会議の{share}" in answer.answer for share in SHARES) and "原因までは言い切れません" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["ここまでを1分で", "ここまでの話を、取締役会で1分で言えるようにまとめてください。", "これまでの話を社長向けに話せるようにして"])
def test_to_be_said_it_is_one_speech(talked, asked):
    speech = [line for line in talked(*TALK, asked)[-1].answer.split("\n") if line.startswith("> ")]
    assert len(speech) == 1 and all(share in speech[0] for share in SHARES)


def test_half_a_minute_has_room_for_two(talked):
    answer = talked(*TALK, "ここまでを30秒で言えるように")[-1].answer
    assert "**手短に**" in answer and SHARES[0] not in answer and SHARES[1] in answer and SHARES[2] in answer


def test_conferences_are_told_each_by_its_own(talked):
    answer = talked("企業参加率は?", "NeurIPSでは?", "以上をまとめて")[-1].answer
    assert "- AI会議の企業参加率は" in answer and "- NeurIPSの企業参加率は" in answer


def test_groups_of_a_message_with_several_questions_are_taken_up(talked):
    answer = talked("企業参加率はいつ頃から増えたのですか", "では大学の方はどうなりましたか。エリート大学とそれ以外で違いがあると聞きましたが。", "日本企業は?", "以上をまとめて")[-1].answer
    assert all(name in answer for name in ("AI会議の企業参加率は", "AI会議の大学参加率は", "QS1〜50位の大学の参加率は", "エリート以外の大学の参加率は", "日本企業の参加率は"))


def test_a_plan_is_said_by_its_sums(talked):
    assert "179万円" in talked("初期投資300万円、年間効果120万円、5年だと?", "ここまでを1分で")[-1].answer


@pytest.mark.parametrize("asked", ["50%以上の会議は?", "両方まとめて比べて", "もっと短くまとめて", "論文をまとめて", "ここまでの話をWordにまとめて"])
def test_other_messages_with_such_words_are_left_alone(talk, asked):
    assert talk(*TALK, asked).advice == ()


def test_one_thing_measured_is_told_in_lines_where_lines_are_wanted(talked):
    *_, told = talked("企業の割合は?", "GPUとは", "今日聞いたことを、部長に3行で報告したいのですが。")
    rows = told.answer.split("\n\n")[1].split("\n")
    assert 1 < len(rows) <= 3 and all(row.startswith("- ") for row in rows) and "36.2%" in rows[0]


@pytest.mark.parametrize("asked", ["ここまでのまとめ", "今日の話を2行で", "本日の話のおさらいをお願いします", "以上を整理して", "これまでの内容の要点は?", "全部まとめて", "今回の説明を要約して", "この会話を短くまとめて"])
def test_terms_that_were_explained_are_taken_up(talked, asked):
    answer = talked("RAGとは?", "蒸留って何?", asked)[-1]
    assert "- RAG：質問に関係する文書を" in answer.answer and "- 蒸留：大きなモデルの答え方を" in answer.answer and answer.verdict.ok


def test_lines_hold_a_figure_and_the_last_terms(talked):
    rows = talked("企業の割合は?", "GPUとは", "RAGとは", "今日聞いたことを3行で")[-1].answer.split("\n\n")[1].split("\n")
    assert len(rows) == 3 and "36.2%" in rows[0] and rows[1].startswith("- GPU：") and rows[2].startswith("- RAG：")


def test_a_paper_is_taken_up_beside_a_term_and_said_aloud(talked):
    speech = talked("RAGとは?", "Ahmed & Wahedの論文は?", "ここまでの話を1分で言えるように")[-1].answer
    assert "RAG：質問に" in speech and "Ahmed & Wahed：2012年に" in speech


@pytest.mark.parametrize("turns", [("GPUとは", "ここまでを短くまとめて"), ("RAGとは?", "蒸留って何?", "今の内容を短く"), ("RAGとは?", "蒸留って何?", "もっと短く"), ("RAGとは?", "論文をまとめて")])
def test_one_term_alone_or_the_last_answer_is_no_summing_up(talk, turns):
    assert talk(*turns).advice == ()
