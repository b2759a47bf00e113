"""Heavy work takes turns, and lets whoever waits for an answer go first."""

import threading

import pytest

from index.documents import worker
from index.pace import PIECE, Turns, pieces


def test_turns_come_in_the_order_of_coming():
    turns, said, threads = Turns(), [], []

    def two_turns(name):
        for number in (1, 2):
            with turns.turn():
                said.append(f"{name}{number}")
                while name == "a" and number == 1 and len(turns.row) < 3:  # the first holds its turn until the others wait
                    threading.Event().wait(0.001)

    for name, waiting in (("a", 1), ("b", 2), ("c", 3)):
        threads.append(threading.Thread(target=two_turns, args=(name,), daemon=True))
        threads[-1].start()
        while len(turns.row) < waiting and len(said) < 2:
            threading.Event().wait(0.001)
    for thread in threads:
        thread.join(10)
    assert said == ["a1", "b1", "c1", "a2", "b2", "c2"] and not turns.row


def test_a_turn_that_fails_is_given_on():
    turns = Turns()
    with pytest.raises(ValueError, match="no"), turns.turn():
        raise ValueError("no")
    assert not turns.row


def test_pieces_are_small_and_whole():
    assert [len(piece) for piece in pieces(list(range(2 * PIECE + 1)))] == [PIECE, PIECE, 1] and pieces([]) == []


def test_the_process_that_reads_a_file_steps_back(monkeypatch, capsysbinary, tmp_path):
    stepped = []
    monkeypatch.setattr(worker, "step_process_back", lambda: stepped.append(True))
    monkeypatch.setattr(worker, "hold_memory", lambda limit: None)
    (tmp_path / "a.txt").write_text("費用は3億円です。", encoding="utf-8")
    worker.main(["txt", str(tmp_path / "a.txt"), "{}"])
    assert stepped == [True] and b'"read"' in capsysbinary.readouterr().out
