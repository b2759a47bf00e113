"""The members of one country among the first ones of a ranking; where there are none, the first of that country with its place."""

from dataclasses import replace

import prompts
from analytics import Figure
from assistant.evidence.position import standing
from assistant.models import Place
from assistant.understand.figures.limits import COUNTERS


def members(divide, place: Place, years: tuple[int, ...], ranked: str, sector: str | None, country: str, top: int) -> list[Figure]:
    """The rows; the first one's parts tell how many of the `top` first there are (`members`, `among`). Raises NotInData."""
    where = {place.kind: place.name}
    names = divide.rank_institutions(years, top=top, sector=sector, country=country, **where)
    rows = [standing(divide, figure, place, years, ranked, sector) for figure in names]
    within = [figure for figure in rows if figure.parts["rank"] <= top]
    told = prompts.render("notes", "members_among", among=f"{top}{COUNTERS[ranked]}", count=f"{len(within)}{COUNTERS[ranked]}")
    shown = within or rows[:1]
    shown[0] = replace(shown[0], caveats_ja=(told, *shown[0].caveats_ja), parts={**shown[0].parts, "members": len(within), "among": top})
    return shown
