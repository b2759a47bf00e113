"""Answers at once: never more than the places, the others in the order they came, and an end to waiting."""

import asyncio
import threading

import pytest
from coroutines import run

from assistant.ui.chat import Chat
from assistant.ui.conversation import Conversation
from assistant.ui.slots import Slots


def test_never_more_at_once_and_in_the_order_they_came():
    slots, now, most, order, lock = Slots(2, 100), 0, 0, [], threading.Lock()

    def work(n):
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
            order.append(n)
        threading.Event().wait(0.005)
        with lock:
            now -= 1
        return n

    async def all_of_them():
        return await asyncio.gather(*(slots.run(lambda n=n: work(n), lambda: None) for n in range(20)))

    results = run(all_of_them())
    assert results == list(range(20)) and most == 2
    assert all(abs(place - n) <= 1 for place, n in enumerate(order))
    assert slots.waiting == slots.working == 0


def test_past_the_limit_nobody_is_let_wait():
    async def crowd():
        slots, open_ = Slots(1, 3), threading.Event()
        tasks = [asyncio.create_task(slots.run(open_.wait, lambda: "full")) for _ in range(6)]
        await asyncio.sleep(0.05)
        told = [task.result() for task in tasks if task.done()]
        counted = slots.working, slots.waiting
        open_.set()
        return told, counted, await asyncio.gather(*tasks)

    told, counted, results = run(crowd())
    assert told == ["full", "full"] and counted == (1, 3) and results == [True] * 4 + ["full"] * 2


def test_a_failure_and_a_reader_who_leaves_free_their_places():
    async def fail_and_leave():
        slots, open_ = Slots(1, 3), threading.Event()
        with pytest.raises(ZeroDivisionError):
            await slots.run(lambda: 1 / 0, lambda: None)
        held = asyncio.create_task(slots.run(open_.wait, lambda: None))
        left = asyncio.create_task(slots.run(lambda: "never", lambda: None))
        await asyncio.sleep(0.02)
        left.cancel()
        await asyncio.sleep(0.02)
        open_.set()
        await held
        return slots, await slots.run(lambda: "next", lambda: None)

    slots, answer = run(fail_and_leave())
    assert answer == "next" and slots.waiting == slots.working == 0


def test_a_full_house_gives_the_question_back():
    class Nobody:
        writer = None

        def examples(self):
            return ("例",)

    before = Conversation(turns=("<article>前</article>",))
    conversation, current, notice = Chat(Nobody(), None, None).busy("2021年は?", before)
    assert (conversation, current) == (before, "<article>前</article>") and 'data-back="2021年は?"' in notice and "込み合って" in notice
