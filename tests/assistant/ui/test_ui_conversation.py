"""The steps the page takes for a question, with an assistant of a few lines."""

import pytest
from ui_samples import sample

from assistant.errors import InputError
from assistant.ui import chat
from assistant.ui.chat import KEEP, Chat, Conversation
from assistant.ui.talks import Talks, TalksUnavailable


class FakeAssistant:
    """Answers from a queue; exceptions in it are raised."""

    def __init__(self, *queue):
        self.queue, self.asked = list(queue), []

    def ask(self, text, session=None, owner="local"):
        self.asked.append((text, session))
        result = self.queue.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    def examples(self):
        return ("例",)


OWNER = "browser-1"


def converse(assistant, text, conversation, talks=None, owner=""):
    return Chat(assistant, talks).converse(text, conversation, owner)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(chat, "CHUNK_SECONDS", 0)


def test_the_question_is_shown_before_the_assistant_is_asked():
    assistant = FakeAssistant(sample())
    steps = converse(assistant, "2021年は?", None)
    conversation, past, current, box, notice = next(steps)
    assert assistant.asked == []
    assert conversation.turns == () and past == "" and box == "" and notice == ""
    assert "2021年は?" in current and 'aria-busy="true"' in current


def test_the_answer_grows_and_the_finished_turn_is_kept():
    steps = list(converse(FakeAssistant(sample()), "2021年は?", None))
    lengths = [len(step[2]) for step in steps[1:]]
    assert len(steps) > 4 and lengths == sorted(lengths)
    assert steps[-1][0].turns == (steps[-1][2],)
    assert steps[-1][0].id == steps[0][0].id
    assert all(step[0] == KEEP for step in steps[1:-1])


def test_the_next_question_moves_the_turn_into_the_past_and_keeps_the_conversation_id():
    assistant = FakeAssistant(sample(), sample(question="次は?"))
    first = list(converse(assistant, "2021年は?", None))[-1][0]
    steps = list(converse(assistant, "次は?", first))
    assert steps[0][1] == first.turns[0]
    assert steps[-1][0].id == first.id and len(steps[-1][0].turns) == 2
    assert [session for _, session in assistant.asked] == [first.id] * 2


def test_two_pages_have_two_conversations():
    assistant = FakeAssistant(sample(), sample())
    for _ in range(2):
        list(converse(assistant, "2021年は?", None))
    assert len({session for _, session in assistant.asked}) == 2


def test_text_that_is_no_question_comes_back_with_a_sentence():
    before = Conversation(turns=("<article>前</article>",))
    steps = list(converse(FakeAssistant(InputError("質問が空です", "empty")), " ", before))
    assert steps[-1] == (before, "", "<article>前</article>", " ", '<p role="alert">質問が空です</p>')


def test_the_start_comes_back_when_nothing_was_asked_yet():
    steps = list(converse(FakeAssistant(InputError("空", "empty")), " ", None))
    assert "welcome" in steps[-1][2] and "例" in steps[-1][2]


def test_a_page_that_cannot_draw_an_answer_says_so_and_keeps_the_text(caplog):
    broken = sample(chart={"kind": "pie", "title": "", "unit": "%", "x": [], "series": []})
    steps = list(converse(FakeAssistant(broken), "2021年は?", None))
    assert steps[-1][3] == "2021年は?"
    assert "画面の処理に失敗しました" in steps[-1][4]
    assert "chart kind 'pie'" in caplog.text


def test_a_finished_turn_is_kept_for_its_owner_and_restored(tmp_path):
    talks = Talks(tmp_path)
    last = list(converse(FakeAssistant(sample()), "2021年は?", None, talks, OWNER))[-1]
    (kept,) = talks.turns(OWNER, last[0].id)
    assert (kept.question, kept.html) == ("2021年は?", last[2])
    assert kept.answer.startswith("結論") and "**" not in kept.answer
    assert f'data-turn="{kept.id}"' in kept.html and f'data-talk="{last[0].id}"' in kept.html
    conversation, past, current, *_ = Chat(FakeAssistant(), Talks(tmp_path)).restore(last[0].id, OWNER)
    assert conversation == last[0] and past == "" and current == kept.html


def test_a_conversation_of_another_owner_is_not_restored(tmp_path):
    talks = Talks(tmp_path)
    last = list(converse(FakeAssistant(sample()), "2021年は?", None, talks, OWNER))[-1]
    conversation, _, current, *_ = Chat(FakeAssistant(), talks).restore(last[0].id, "browser-2")
    assert conversation.turns == () and conversation.id != last[0].id and "welcome" in current


def test_a_caller_without_a_browser_id_leaves_nothing(tmp_path):
    talks = Talks(tmp_path)
    list(converse(FakeAssistant(sample()), "2021年は?", None, talks, ""))
    assert talks.list("") == ()


def test_the_answer_is_shown_even_when_it_cannot_be_kept(caplog):
    class Full:
        def add(self, owner, talk, turn):
            raise TalksUnavailable("disk full")

    last = list(converse(FakeAssistant(sample()), "2021年は?", None, Full(), OWNER))[-1]
    assert "36.2%" in last[2] and "相談の保存先を使えない" in last[4]
    assert "disk full" in caplog.text


def test_stopping_brings_the_question_back_into_the_box():
    before = Conversation(turns=("<article>前</article>",))
    conversation, past, current, box, notice = Chat(FakeAssistant(), None).stop("長い質問", before)
    assert (conversation, past, current, box) == (before, "", "<article>前</article>", "長い質問")
    assert "止めました" in notice


def test_stopping_too_late_leaves_the_finished_answer():
    finished = list(converse(FakeAssistant(sample()), "2021年は?", None))[-1][0]
    conversation, _, current, box, notice = Chat(FakeAssistant(), None).stop("2021年は?", finished)
    assert (conversation, current, box, notice) == (finished, finished.turns[-1], KEEP, "")
