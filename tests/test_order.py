"""Long files are tested first."""

from pathlib import Path

from order import LONG, place


def test_the_long_files_are_there_and_come_first():
    assert [name for name in LONG if not (Path(__file__).parent / name).is_file()] == []
    assert [place(LONG[0]), place(LONG[1]), place("test_order.py")] == [0, 1, len(LONG)]


def test_items_stand_in_that_order(request):
    folder = Path(__file__).parent
    places = [place(item.path.relative_to(folder).as_posix()) for item in request.session.items]
    assert places == sorted(places)
