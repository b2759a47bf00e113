"""Conversations kept on disk: per owner, in order, across a restart."""

from itertools import count

import pytest
from sqlalchemy import func, select

from assistant.store.database import FILE
from assistant.store.tables import opinions, turns
from assistant.store.tables import talks as talks_table
from assistant.ui.talk_list import TalkList
from assistant.ui.talks import Talks, TalksUnavailable, Turn

ONE, OTHER = "browser-1", "browser-2"


@pytest.fixture
def talks(store_home):
    ticks = count(1)
    store = Talks(store_home, clock=lambda: float(next(ticks)))
    store.add(ONE, "a", Turn("a1", "企業参加率は?", "36.2%です", "<article>1</article>"))
    store.add(ONE, "a", Turn("a2", "ICMLでは?", "46.0%です", "<article>2</article>"))
    store.add(ONE, "b", Turn("b1", "GPUとは", "半導体です", "<article>3</article>"))
    store.add(OTHER, "c", Turn("c1", "秘密の質問", "36.2%です", "<article>4</article>"))
    return store


def test_turns_come_back_in_order_after_a_restart(talks, store_home):
    talks.database.close()
    assert [turn.id for turn in Talks(store_home).turns(ONE, "a")] == ["a1", "a2"]


def test_only_the_last_turns_are_read_and_the_earlier_ones_counted(talks):
    assert [(before, [turn.id for turn in last]) for before, last in (talks.latest(ONE, "a", most) for most in (1, 2, 9))] == [(1, ["a2"]), (0, ["a1", "a2"]), (0, ["a1", "a2"])]
    assert talks.latest(OTHER, "a", 9) == (0, ())


def rows(talks, *columns):
    with talks.use() as connection:
        return [tuple(row) for row in connection.execute(select(*columns))]


def test_the_list_holds_the_owners_own_the_latest_first(talks):
    assert [(talk.id, talk.title) for talk in talks.list(ONE)] == [("b", "GPUとは"), ("a", "企業参加率は?")]
    assert [talk.id for talk in talks.list(OTHER)] == ["c"]
    talks.add(ONE, "a", Turn("a3", "次は?", "はい", ""))
    assert [talk.id for talk in talks.list(ONE)] == ["a", "b"]


@pytest.mark.parametrize(("words", "found"), [("icml", ["a"]), ("36.2 参加", ["a"]), ("gpu", ["b"]), ("秘密", []), ("%", ["a"])])
def test_search_looks_into_questions_and_answers(talks, words, found):
    assert [talk.id for talk in talks.list(ONE, words)] == found


def test_another_owner_can_neither_read_nor_change(talks):
    assert talks.turns(OTHER, "a") == ()
    talks.rename(OTHER, "a", "乗っ取り")
    talks.delete(OTHER, "a")
    talks.add(OTHER, "a", Turn("x", "割り込み", "x", "x"))
    talks.judge(OTHER, "a1", True, "")
    assert [turn.id for turn in talks.turns(ONE, "a")] == ["a1", "a2"]
    assert talks.list(ONE)[1].title == "企業参加率は?"
    assert rows(talks, opinions.c.turn) == []


def test_renaming_and_deleting(talks):
    talks.rename(ONE, "a", "取締役会の準備")
    assert {talk.title for talk in talks.list(ONE)} == {"取締役会の準備", "GPUとは"}
    talks.judge(ONE, "a1", False, "wrong")
    talks.delete(ONE, "a")
    assert [talk.id for talk in talks.list(ONE)] == ["b"]
    left = [rows(talks, func.count(column))[0][0] for column in (turns.c.id, opinions.c.turn)]
    assert left == [2, 0]


def test_a_later_opinion_replaces_the_earlier_one(talks):
    talks.judge(ONE, "a1", True, "")
    talks.judge(ONE, "a1", False, "unclear")
    assert rows(talks, opinions.c.turn, opinions.c.liked, opinions.c.reason) == [("a1", False, "unclear")]


def test_a_damaged_file_is_told(tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    with pytest.raises(TalksUnavailable, match="RASHINBAN_HOME"):
        Talks(tmp_path).list(ONE)
    assert "保存先を使えない" in TalkList(Talks(tmp_path)).list_html({}, ONE)


def test_titles_are_shown_as_text(talks):
    talks.rename(ONE, "a", "<img src=x onerror=1>")
    html = TalkList(talks).list_html({}, ONE)
    assert "<img" not in html and "&lt;img" in html


def test_an_export_holds_questions_and_answers_of_the_owner(talks):
    listed = TalkList(talks)
    assert listed.act({"act": "export", "talk": "a"}, ONE) == "# 企業参加率は?\n\n36.2%です\n\n---\n\n# ICMLでは?\n\n46.0%です"
    assert listed.act({"act": "export", "talk": "a"}, OTHER) == ""
    assert listed.act({"act": "delete", "talk": "a"}, "") == ""
    assert len(rows(talks, talks_table.c.id)) == 3
