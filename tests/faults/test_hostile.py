"""Hostile input in its short form: every tenth input of `python -m bench hostile`, and what once broke."""

from types import SimpleNamespace

import pytest

from bench import hostile
from bench.hostile_texts import PAYLOADS, live_markup


def test_nothing_hostile_gets_through():
    outcomes = hostile.measured(10)
    assert tuple(one.kind for one in outcomes) == hostile.KINDS and all(one.tried for one in outcomes)
    assert [failure for one in outcomes for failure in one.failures] == []


def test_there_are_enough_scripts_and_the_check_sees_them():
    assert len(set(PAYLOADS)) >= 50
    seen = [payload for payload in PAYLOADS if live_markup(payload)]
    assert len(seen) > 40  # the rest is live only inside Markdown or as an entity that a page decodes twice


def test_a_failure_is_counted(monkeypatch, capsys):
    monkeypatch.setattr(hostile, "measured", lambda: [hostile.Outcome("種類", 3, ("it got through",))])
    assert hostile.run() == 1
    assert "it got through" in capsys.readouterr().out


@pytest.mark.parametrize(("problem", "told"), [(lambda: 1 / 0, 1), (lambda: "wrong", 1), (lambda: None, 0)])
def test_any_exception_but_a_refusal_is_a_failure(problem, told):
    assert len(list(hostile.timed("x", problem))) == told


@pytest.mark.parametrize(("busy", "clock", "told"), [(0.1, 0.2, 0), (0.1, 0.5, 0), (0.3, 0.3, 1), (0.0, 1.3, 1)])
def test_what_takes_too_much_of_the_processors_or_hangs_is_a_failure(monkeypatch, busy, clock, told):
    moments = {"process_time": iter([0.0, busy]), "monotonic": iter([0.0, clock])}
    monkeypatch.setattr(hostile, "time", SimpleNamespace(**{name: lambda values=values: next(values) for name, values in moments.items()}))
    assert len(list(hostile.timed("x", lambda: None, 0.2))) == told
