"""How far two values are apart, and whether a difference or a change is more than chance, told by the interval."""

import re

from analytics import Figure
from assistant.models import Question
from assistant.understand.cues.differences import GAP_MOVED, apart, tested
from assistant.understand.figures.of_the_pair import GAP_ALWAYS
from assistant.write.facts import say
from assistant.write.layout import Page
from assistant.write.roles import Roles
from assistant.write.wordings import DOWN, FLAT, UP, direction, interval, label, papers_of, place

LEVEL = 0.5  # points that two differences may be apart and still be told as the same
FELL_MORE = re.compile(r"(?:どちら|どっち|どれ|どこ|誰)(?:の(?:ほう|方))?(?:が|は)[^。]{0,6}(?:減|下が|落ち|縮小|低下)|(?:減|下が|落ち|低下)[^。]{0,8}(?:のは|は)、?(?:どちら|どっち|どれ|どこ)")
GREW_MORE = re.compile(r"(?:どちら|どっち|どれ|どこ|誰)(?:の(?:ほう|方))?(?:が|は)[^。]{0,6}(?:伸び|増え|上が|成長)|(?:伸び|増え|上が|成長)[^。]{0,8}(?:のは|は)(?:どちら|どっち|どれ|どこ)")


def tell_gap(question: Question, roles: Roles, page: Page) -> None:
    """The difference of the values of a page: first where it is asked for, else among its points."""
    figure = roles.first("gap")
    if figure is None:
        return
    if not apart(question.text):
        page.points.insert(0, gap_point(figure, roles))
        return
    ends = [item for item in roles.evidence.figures if item.id in figure.parts.values()]
    told = say("gap", place=f"{figure.period}の{place(figure)}", label=label(figure), value=size_of(figure), cite=roles.cite(*ends, figure))
    page.conclusion.insert(0, told)
    page.points.insert(0, say("gap_none") if figure.low is None else say("gap_interval_flat" if direction(figure) == FLAT else "gap_interval", **interval(figure), cite=roles.cite(figure)))


def tell_times(roles: Roles, page: Page) -> None:
    """The larger of two values as a multiple of the other one, first of all."""
    if (figure := roles.first("times")) is not None:
        more, less = ends(figure, roles)
        apart_places = place(more) != place(less)
        names = {"larger": place(more) if apart_places else label(more), "smaller": place(less) if apart_places else label(less)}
        page.conclusion.insert(0, say("times_apart", period=figure.period, **names, value=figure.display, cite=roles.cite(more, less, figure)))


def within(roles: Roles, first: bool) -> str | None:
    """How much of a group's papers are those of a part of it, with year and place where it comes `first`; None where the figures are no such pair."""
    if (figure := roles.first("within")) is None:
        return None
    whole, part = ends(figure, roles)
    sides = {"smaller": papers_of(part), "larger": papers_of(whole), "value": figure.display, "cite": roles.cite(part, whole, figure)}
    return say("within_first", period=figure.period, place=place(whole), **sides) if first else say("within", **sides)


def ends(figure: Figure, roles: Roles) -> tuple[Figure, Figure]:
    """The larger and the smaller value that a figure was computed from."""
    by_id = {item.id: item for item in roles.evidence.figures}
    return by_id[figure.parts["more"]], by_id[figure.parts["less"]]


def gap_point(figure: Figure, roles: Roles) -> str:
    if figure.low is None:
        return say("gap_short", value=size_of(figure), cite=roles.cite(figure))
    return say("gap_point_flat" if direction(figure) == FLAT else "gap_point", value=size_of(figure), **interval(figure), cite=roles.cite(figure))


def size_of(figure: Figure) -> str:
    """The size of a difference; the larger value stands first, so that it has no sign."""
    return figure.display.lstrip("+")


def gap_course(question: Question, roles: Roles, page: Page) -> None:
    """How far two were apart first and last, whether that is closer, and their values in both years."""
    first, last = roles.first("gap_first"), roles.first("gap_last")
    size = last.value - first.value
    way = "same" if abs(size) < LEVEL else "closer" if size < 0 else "wider"
    asked = GAP_MOVED.search(question.text) if question.option != GAP_ALWAYS else None  # 「昔からこんなに?」 is told by the two values
    page.conclusion = [say(f"gap_{way}", first_period=first.period, first=size_of(first), cite_first=roles.cite(first), last_period=last.period, last=size_of(last), cite_last=roles.cite(last))]
    page.conclusion += turned_round(roles)
    if way == "same" and question.option != GAP_ALWAYS:
        page.conclusion.insert(0, say("says_unclear"))
    elif asked is not None:
        page.conclusion.insert(0, say("says_yes" if (way == "closer") == bool(asked["closer"]) else "says_no"))
    for role in ("gap_first_ends", "gap_last_ends"):
        figures = roles.figures(role)
        apart_places = len({place(figure) for figure in figures}) > 1
        item = (lambda figure: say("place_item", place=place(figure), value=figure.display, cite=roles.cite(figure))) if apart_places else (lambda figure: say("level_item", label=label(figure), value=figure.display, cite=roles.cite(figure)))
        items = "、".join(map(item, figures))
        page.points.append(say("level_places", period=figures[0].period, label=label(figures[0]), items=items) if apart_places else say("level_many", period=figures[0].period, place=place(figures[0]), items=items))
    page.caveats = [say("gap_untested")]


def turned_round(roles: Roles) -> list[str]:
    """That the other one of the two was ahead in the first year, where it was: a gap that closed and opened again tells nothing of that."""
    firsts, lasts = roles.figures("gap_first_ends"), roles.figures("gap_last_ends")
    ahead, now = max(firsts, key=lambda figure: figure.value), max(lasts, key=lambda figure: figure.value)
    if len({place(figure) for figure in firsts}) > 1 or label(ahead) == label(now):
        return []
    return [say("gap_turned", first_period=ahead.period, first_label=label(ahead), last_period=now.period, second_label=label(now), cite_first=roles.cite(*firsts), cite_last=roles.cite(*lasts))]


def fell_more(question: Question, roles: Roles, changes: list[Figure]) -> list[str]:
    """「どちらが減っている?」: the one that fell most, where one of them fell."""
    if len(changes) < 2 or not FELL_MORE.search(question.text):
        return []
    most = min(changes, key=lambda figure: figure.value)
    if direction(most) != DOWN:
        return [say("fell_none")]
    winner = label(most) if len({place(figure) for figure in changes}) == 1 else place(most)
    return [say("fell_more" if sum(direction(figure) == DOWN for figure in changes) > 1 else "fell_one", winner=winner, cite=roles.cite(most))]


def grew_more(question: Question, roles: Roles, changes: list[Figure]) -> list[str]:
    """「どちらが伸びた?」: the one that rose most, where one of them rose."""
    if len(changes) < 2 or not GREW_MORE.search(question.text):
        return []
    most = max(changes, key=lambda figure: figure.value)
    winner = label(most) if len({place(figure) for figure in changes}) == 1 else place(most)
    return [say("grew_more", winner=winner, cite=roles.cite(most)) if direction(most) == UP else say("grew_none")]


def judge_chance(question: Question, roles: Roles, page: Page) -> None:
    """「偶然では?」: what the interval says of the difference or the change, before all else."""
    if not tested(question.text):
        return
    figures = roles.figures("gap")[:1] or roles.figures("did") or roles.figures("change")
    told = [verdict(figure, roles, len(figures) > 1) for figure in figures if figure.low is not None]
    page.conclusion[:0] = told or [say("chance_unknown")]


def verdict(figure: Figure, roles: Roles, several: bool) -> str:
    kind = "difference" if figure.metric.endswith("_gap") else "change"
    name = f"chance_{kind}_{'flat' if direction(figure) == FLAT else 'clear'}"
    return say(f"{name}_of", place=place(figure), label=label(figure), cite=roles.cite(figure)) if several else say(name, cite=roles.cite(figure))
