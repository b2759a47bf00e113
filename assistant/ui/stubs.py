"""Gradio imported without the type stubs that it writes beside the source of each component, whenever it is imported: for editors alone, and half of the import."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager

COMPONENT = "ComponentMeta"  # the class of Gradio's component classes, which makes the stub of each


@contextmanager
def without_stubs() -> Iterator[None]:
    """Import Gradio inside: to its maker of stubs its components look as if they came from no file, and of those it makes none."""
    file_of = inspect.getfile

    def nowhere(thing):
        if type(thing).__name__ == COMPONENT:
            raise OSError("no stub is wanted")
        return file_of(thing)

    inspect.getfile = nowhere
    try:
        yield
    finally:
        inspect.getfile = file_of
