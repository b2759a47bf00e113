"""Figure cards of `analytics` as passages: labels and definitions to be found by, no values."""

from index.chunks import Chunk
from index.errors import FiguresUnavailable


def figure_chunks():
    """One Chunk a figure card, parent = its metric. Raises FiguresUnavailable when analytics has no data to list."""
    try:
        import analytics  # its readers cost over a second, and only a build needs them

        cards = analytics.figure_cards()
    except Exception as error:  # whatever analytics raises, the build must stop and say which half is at fault
        raise FiguresUnavailable(f"analytics.figure_cards() failed ({error!r}); run `python -m analytics build --data DIR`") from error
    return tuple(Chunk(f"figure#{card.id}", "figure", card.label_ja, card.text, card.text, f"figure:{card.id.split('.')[0]}", "当サービスの計算", "") for card in cards)
