"""All tests: the order of their files."""

from pathlib import Path

from order import place

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: place(item.path.relative_to(FOLDER).as_posix()))
