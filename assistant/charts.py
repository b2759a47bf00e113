"""Chart data for the screens and documents: plain numbers with labels, drawn elsewhere."""

from analytics import Figure
from analytics.divide.store import MAIN_LAST
from assistant.models import Question

LATE_NOTE = f"{MAIN_LAST + 1}年以降は主要会議のデータが欠けるため参考値"


def line_chart(rows: list[list[Figure]], first: int, last: int) -> dict:
    """One line per row of yearly figures; years without a figure are None."""
    years = list(range(first, last + 1))
    series = []
    for figures in rows:
        values = {figure.slice["years"][0]: figure for figure in figures}
        series.append(
            {
                "name": series_name(figures[0]),
                "values": [values[year].value if year in values else None for year in years],
                "ids": [values[year].id if year in values else None for year in years],
            }
        )
    head = rows[0][0]
    return {
        "kind": "line", "title": f"{bare_label(head)}の推移", "unit": head.unit, "x": [f"{year}年" for year in years], "series": series,
        "source": head.source.citation, "note": LATE_NOTE if last > MAIN_LAST else "",
    }  # fmt: skip


def bar_chart(question: Question, figures: list[Figure]) -> dict:
    """One bar per figure, in the given order."""
    head = figures[0]
    alike = len({bare_label(figure) for figure in figures}) == 1 and len(question.subjects) == 1  # one thing in several places
    names = [place_name(figure) if alike else series_name(figure) for figure in figures]
    title = f"{bare_label(head)}（{head.period}）" if alike else f"比較（{head.period}）"
    late = any(year > MAIN_LAST for year in head.slice["years"])
    return {
        "kind": "bar", "title": title, "unit": head.unit, "x": names,
        "series": [{"name": head.period, "values": [figure.value for figure in figures], "ids": [figure.id for figure in figures]}],
        "source": head.source.citation, "note": LATE_NOTE if late else "",
    }  # fmt: skip


def bare_label(figure: Figure) -> str:
    """「企業参加率」 from 「企業参加率（AI会議・2019年）」."""
    return figure.label_ja.rpartition("（")[0]


def place_name(figure: Figure) -> str:
    """「AI会議」 from 「企業参加率（AI会議・2019年）」."""
    return figure.label_ja.rpartition("（")[2].partition(f"・{figure.period}")[0]


def series_name(figure: Figure) -> str:
    return f"{bare_label(figure)}（{place_name(figure)}）"
