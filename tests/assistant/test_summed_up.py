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
