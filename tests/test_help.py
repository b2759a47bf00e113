"""Every command of every command line explains itself."""

import argparse
from importlib import import_module

import pytest

PROGRAMS = ("analytics", "index", "assistant", "bench")


def parsers(parser):
    """`parser` and all the parsers of its subcommands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_command_has_a_help(program, monkeypatch):
    found = []
    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", lambda self, *_: found.append(self) or self.exit())
    with pytest.raises(SystemExit):
        import_module(f"{program}.__main__").main([])
    all_parsers = list(parsers(found[0]))
    assert len(all_parsers) > 3
    for parser in all_parsers:
        assert "usage" in parser.format_help()
