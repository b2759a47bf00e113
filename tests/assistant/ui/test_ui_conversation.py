"""The steps the page takes for a question, with an assistant of a few lines."""

from dataclasses import replace

from ui_samples import sample

from assistant.errors import InputError
from assistant.llm import Event
from assistant.llm.stream import silenced, tell
from assistant.models import Evidence, Material
from assistant.store.tables import turns
from assistant.ui.chat import Chat
from assistant.ui.conversation import KEEP, SHOWN_TURNS, Conversation
from assistant.ui.documents import Attached
from assistant.ui.talks import Talks, TalksUnavailable, Turn


class FakeAssistant:
    """Answers from a queue; exceptions in it are raised, and what stands before an answer as a tuple is told as events."""

    writer = None

    def __init__(self, *queue):
        self.queue, self.asked, self.documents, self.silenced = list(queue), [], [], []

    def ask(self, text, session=None, owner="local", document=None):
        self.asked.append((text, session))
        self.documents.append(document)
        return self.next()

    def next(self):
        self.silenced.append(silenced())
        result = self.queue.pop(0)
        while isinstance(result, Event):
            tell(result)
            result = self.queue.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    def reworded(self, answer, variation):
        self.asked.append((answer.question, variation))
        return self.next()

    def examples(self):
        return ("例",)


class FakeWriter:
    def __init__(self):
        self.agreed = set()

    def notice(self, owner):
        return [] if owner in self.agreed else ["送ります", "質問の文"]

    def agree(self, owner):
        self.agreed.add(owner)


class FakeDocuments:
    """Documents of OWNER."""

    def named(self, owner, ids):
        return tuple(Attached(id, f"{id}.pdf") for id in ids if owner == OWNER and id.startswith("doc-"))


OWNER = "browser-1"


def converse(assistant, text, conversation, talks=None, owner=""):
    return Chat(assistant, talks, FakeDocuments()).converse(text, conversation, owner)


def test_an_answer_without_a_model_is_there_at_once():
    (only,) = converse(FakeAssistant(sample()), "2021年は?", None)
    assert only[0].turns == (only[1],) and only[2] == ""
    assert "36.2%" in only[1] and 'aria-busy="false"' in only[1]


def test_what_a_model_writes_is_shown_as_it_comes_and_forgotten_at_a_restart(tmp_path):
    events = (Event("status", "書いています"), Event("text", "企業が"), Event("text", "**増えた**。"), Event("restart"), Event("text", "別の文。"))
    assistant = FakeAssistant(*events, sample())
    assistant.writer = FakeWriter()
    assistant.writer.agree(OWNER)
    steps = list(converse(assistant, "2021年は?", None, Talks(tmp_path), OWNER))
    drafts = [step[1] for step in steps[:-1]]
    assert "書いています" in drafts[0] and "企業が<strong>増えた</strong>。" in drafts[2] and "企業が" not in drafts[3] and "別の文。" in drafts[4]
    assert all('aria-busy="true"' in draft for draft in drafts) and all(step[0] == KEEP for step in steps[:-1])
    assert "別の文" not in steps[-1][1] and "36.2%" in steps[-1][1]


def test_before_the_first_use_of_a_model_the_reader_is_told_and_asked(tmp_path):
    assistant, talks = FakeAssistant(sample(), sample(), sample()), Talks(tmp_path)
    assistant.writer = FakeWriter()
    (told,) = converse(assistant, "2021年は?", None, talks, OWNER)
    assert assistant.asked == [] and "送ります" in told[1] and "質問の文" in told[1] and 'data-consent="yes"' in told[1] and told[0].turns == ()
    page = Chat(assistant, talks, FakeDocuments())
    refused = list(page.converse("2021年は?", told[0], OWNER, "no"))[-1][0]
    assert assistant.silenced == [True] and refused.silent
    list(page.converse("次は?", refused, OWNER))  # not asked again in this conversation
    assert assistant.silenced == [True, True] and assistant.writer.agreed == set()
    assert "送ります" in next(page.converse("2021年は?", None, OWNER))[1]
    list(page.converse("2021年は?", None, OWNER, "yes"))
    assert assistant.silenced[-1] is False and assistant.writer.agreed == {OWNER}


def test_another_wording_takes_the_place_of_the_last_answer(tmp_path):
    first = sample()
    first = replace(first, material=Material(None, Evidence(), first), mode="llm")
    other = replace(first, answer="**結論**\n別の言い方で36.2%です【1】。", material=None)
    assistant, talks = FakeAssistant(first, other, other), Talks(tmp_path)
    assistant.writer = FakeWriter()
    assistant.writer.agree(OWNER)
    page = Chat(assistant, talks, FakeDocuments())
    conversation = list(page.converse("2021年は?", None, OWNER))[-1][0]
    (turn,) = talks.turns(OWNER, conversation.id)
    assert f'class="tool reword" data-turn="{turn.id}"' in turn.html
    again = list(page.reword(turn.id, conversation, OWNER))[-1][0]
    assert len(again.turns) == 1 and "別の言い方で" in again.turns[0]
    assert [one.html for one in talks.turns(OWNER, conversation.id)] == list(again.turns)
    list(page.reword(turn.id, again, OWNER))
    assert [variation for _, variation in assistant.asked[1:]] == [1, 2]
    (refused,) = page.reword(turn.id, again, "browser-2")
    assert refused[:2] == (KEEP, again.turns[-1]) and "この回答は" in refused[2]


def test_only_a_model_s_answer_is_offered_in_other_words(tmp_path):
    steps = list(converse(FakeAssistant(sample()), "2021年は?", None, Talks(tmp_path), OWNER))
    assert "reword" not in steps[-1][1]


def test_documents_are_put_into_a_conversation_asked_about_and_restored(tmp_path):
    assistant, talks = FakeAssistant(sample(), sample()), Talks(tmp_path)
    page = Chat(assistant, talks, FakeDocuments())
    step = page.attach(("doc-a", "doc-b", "other"), None, OWNER)
    conversation = step[0]
    assert [one.id for one in conversation.documents] == ["doc-a", "doc-b"] and "doc-b.pdf" in step[2]
    conversation = list(page.converse("この資料では?", conversation, OWNER))[-1][0]
    assert assistant.documents == ["doc-b"]
    assert page.restore(conversation.id, OWNER)[0] == conversation
    conversation = page.attach(("doc-a",), conversation, OWNER)[0]
    assert [one.id for one in page.restore(conversation.id, OWNER)[0].documents] == ["doc-a"]
    assert page.restore(conversation.id, "browser-2")[0].documents == ()
    assert talks.attached("browser-2", conversation.id) == ()


def test_the_next_question_keeps_the_conversation_id_and_says_that_it_follows():
    assistant = FakeAssistant(sample(), sample(question="次は?"))
    first = list(converse(assistant, "2021年は?", None))[-1][0]
    steps = list(converse(assistant, "次は?", first))
    talk, turn = (steps[-1][1].split(f'data-{name}="')[1].split('"')[0] for name in ("talk", "turn"))
    assert talk == first.id and f'data-turn="{turn}"' not in first.turns[0] and first.turns[0] not in steps[-1][1]
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
    assert steps[-1][:2] == (before, "<article>前</article>") and "質問が空です" in steps[-1][2] and 'data-back=" "' in steps[-1][2]
    again = list(converse(FakeAssistant(InputError("質問が空です", "empty")), " ", before))
    assert again[-1][2] != steps[-1][2]  # the page puts it back a second time only when something has changed


def test_the_start_comes_back_when_nothing_was_asked_yet():
    steps = list(converse(FakeAssistant(InputError("空", "empty")), " ", None))
    assert "welcome" in steps[-1][1] and "例" in steps[-1][1]


def test_a_page_that_cannot_draw_an_answer_says_so_and_keeps_the_text(caplog):
    broken = sample(chart={"kind": "pie", "title": "", "unit": "%", "x": [], "series": []})
    steps = list(converse(FakeAssistant(broken), "2021年は?", None))
    assert 'data-back="2021年は?"' in steps[-1][2] and "画面の処理に失敗しました" in steps[-1][2]
    assert "chart kind 'pie'" in caplog.text


def test_a_finished_turn_is_kept_for_its_owner_and_restored(tmp_path):
    talks = Talks(tmp_path)
    last = list(converse(FakeAssistant(sample()), "2021年は?", None, talks, OWNER))[-1]
    (kept,) = talks.turns(OWNER, last[0].id)
    assert (kept.question, kept.html) == ("2021年は?", last[1])
    assert kept.answer.startswith("結論") and "**" not in kept.answer
    assert f'data-turn="{kept.id}"' in kept.html and f'data-talk="{last[0].id}"' in kept.html
    conversation, past, current, *_ = Chat(FakeAssistant(), Talks(tmp_path), FakeDocuments()).restore(last[0].id, OWNER)
    assert conversation == last[0] and past == "" and current == kept.html


def test_a_conversation_of_another_owner_is_not_restored(tmp_path):
    talks = Talks(tmp_path)
    last = list(converse(FakeAssistant(sample()), "2021年は?", None, talks, OWNER))[-1]
    conversation, _, current, *_ = Chat(FakeAssistant(), talks, FakeDocuments()).restore(last[0].id, "browser-2")
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
    assert "36.2%" in last[1] and "相談の保存先を使えない" in last[2]
    assert "disk full" in caplog.text


def test_stopping_brings_the_question_back_into_the_box():
    before = Conversation(turns=("<article>前</article>",))
    conversation, current, notice = Chat(FakeAssistant(), None, FakeDocuments()).stop("長い質問", before)
    assert (conversation, current) == (before, "<article>前</article>")
    assert "止めました" in notice and 'data-back="長い質問"' in notice


def test_stopping_too_late_leaves_the_finished_answer():
    finished = list(converse(FakeAssistant(sample()), "2021年は?", None))[-1][0]
    assert Chat(FakeAssistant(), None, FakeDocuments()).stop("2021年は?", finished) == (finished, finished.turns[-1], "")


def test_a_long_conversation_costs_no_more_than_a_short_one(tmp_path):
    """10,000 turns by the store, then two more by the page: what is held, sent and read again is the last ones only."""
    talks, count = Talks(tmp_path), 10_000
    talks.add(OWNER, "talk", Turn("turn-0", "質問0", "答え", "<p>0番目</p>"))
    with talks.use(writing=True) as connection:
        connection.execute(turns.insert(), [{"id": f"turn-{n}", "talk": "talk", "place": n, "question": "質問", "answer": "答え", "html": f"<p>{n}番目</p>"} for n in range(1, count)])
    page = Chat(FakeAssistant(sample(), sample()), talks, FakeDocuments())
    conversation, past, *_ = page.restore("talk", OWNER)
    assert f"これより前の{conversation.earlier:,}件" in past and past.count("番目") == SHOWN_TURNS - 1
    assert len(conversation.turns) == SHOWN_TURNS and conversation.earlier == count - SHOWN_TURNS
    for _ in range(2):
        conversation = list(page.converse("次は?", conversation, OWNER))[-1][0]
    assert len(conversation.turns) == SHOWN_TURNS and conversation.earlier == count - SHOWN_TURNS + 2
    assert len(talks.turns(OWNER, "talk")) == count + 2 and page.restore("talk", OWNER)[0] == conversation
    assert conversation.html().count("番目") == SHOWN_TURNS - 2
