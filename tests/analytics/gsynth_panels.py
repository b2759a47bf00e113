"""Panels with single cells changed, for the tests of the generalized synthetic control."""

from dataclasses import replace


def broken(panel, **cells):
    """The panel with some cells set: name=(index, value)."""
    parts = {name: getattr(panel, name).copy() for name in cells}
    for name, (index, value) in cells.items():
        parts[name][index] = value
    return replace(panel, **parts)
