"""Years and periods: how they are written in ids, in Japanese and on the command line."""

from collections.abc import Sequence

from analytics.errors import BadInput

BEFORE = tuple(range(2007, 2012))
AFTER = tuple(range(2012, 2022))


def contiguous(years: Sequence[int]) -> bool:
    return len(years) > 1 and list(years) == list(range(years[0], years[-1] + 1))


def period_key(years: Sequence[int]) -> str:
    """`2019`, `2012-2021` or `2008+2020`, as used in figure ids."""
    if contiguous(years):
        return f"{years[0]}-{years[-1]}"
    return "+".join(str(year) for year in years)


def period_label(years: Sequence[int]) -> str:
    """「2019年」「2012〜2021年」「2008年・2020年」."""
    if contiguous(years):
        return f"{years[0]}〜{years[-1]}年"
    return "・".join(f"{year}年" for year in years)


def parse_years(text: str) -> tuple[int, ...]:
    """`2019`, `2012-2021`, `2008,2020` → years in order. Raises ValueError naming what was wrong."""
    years: list[int] = []
    for part in text.replace("–", "-").replace("〜", "-").replace("~", "-").split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdigit() or (dash and not last.isdigit()):
            raise BadInput(f"years {text!r}: write 2019, 2012-2021 or 2008,2020", "years_form", text=text)
        start, end = int(first), int(last) if dash else int(first)
        if end < start:
            raise BadInput(f"years {text!r}: the first year is after the last", "years_swapped", text=text)
        if end - start > 200:
            raise BadInput(f"years {text!r}: the range is longer than 200 years", "years_long", text=text)
        years.extend(range(start, end + 1))
    return tuple(sorted(set(years)))
