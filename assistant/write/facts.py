"""What the answers about figures have in common: definitions, caveats, how a value moved, and the year-by-year joints."""

import prompts
from analytics import Figure
from assistant.models import Question
from assistant.write.layout import Page
from assistant.write.roles import Roles
from assistant.write.wordings import DOWN, FLAT, NOUNS, VERBS, direction, interval, label, place, size
from index.numerals import find_numerals

FILE = "answers/data"
WIDE = 2.0  # points: a move of that size that may be chance is no 「ほぼ横ばい」
# Caveats of a figure that belong beside the answer; the general ones are on its card.
SPECIAL_CAVEATS = ("参考値", "少ない", "所属が不明", "データがないため")


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


def caveats(*figures: Figure) -> list[str]:
    """Caveats that belong to these figures alone; the general ones are said in the evidence card."""
    special = [line for figure in figures for line in figure.caveats_ja if any(word in line for word in SPECIAL_CAVEATS)]
    return [f"{line}。" for line in dict.fromkeys(special)]


def kind(definition: str) -> str:
    """What a definition defines: a share, or another value (HHI, Gini)."""
    return "割合" if definition.endswith("割合") else "値"


def by_authors(figure: Figure) -> bool:
    """Whether authors' parts of papers are counted: the definition is that of whole papers."""
    return figure.slice.get("variant") == "fractional"


def meaning(figure: Figure, roles: Roles) -> str:
    """What the figure is a share of, with the number of papers."""
    template = "meaning_fractional" if by_authors(figure) else "meaning"
    return say(template, kind=kind(figure.definition_ja), definition=figure.definition_ja, n=f"{figure.n:,}", cite=roles.cite(figure))


def meanings(figures: list[Figure], roles: Roles) -> list[str]:
    """One line per definition, with the number of papers of each place behind it."""
    lines = []
    for definition in dict.fromkeys(figure.definition_ja for figure in figures):
        same = [figure for figure in figures if figure.definition_ja == definition]
        if len(same) == 1 or by_authors(same[0]):
            lines.append(meaning(same[0], roles))
        else:
            counted = "、".join(say("place_papers", place=place(figure), n=f"{figure.n:,}", cite=roles.cite(figure)) for figure in same)
            lines.append(say("meaning_many", kind=kind(definition), definition=definition, counted=counted))
    return lines


def rounding(first: Figure, last: Figure, moved: Figure) -> list[str]:
    """A note when the shown values do not subtract to the shown difference."""
    shown = round(shown_number(last) - shown_number(first), 2)
    return [] if abs(shown - shown_number(moved)) < 0.005 else [say("rounding")]


def shown_number(figure: Figure) -> float:
    """The value as the reader sees it (17.3 for 「17.3%」)."""
    return find_numerals(figure.display)[0].value


def since(roles: Roles, page: Page) -> str:
    """The change since the first year; returns its direction."""
    base, moved = roles.first("base"), roles.first("change")
    if base is None or moved is None:
        return "any"
    way = direction(moved)
    start = {"first_period": base.period, "first": base.display, "cite_first": roles.cite(base), "cite": roles.cite(moved)}
    if moved.low is None:
        page.points.append(say("since_plain", **{name: start[name] for name in ("first_period", "first", "cite_first")}))
        return "any"
    if way == FLAT:
        page.points.append(say("since_flat", **start))
    else:
        page.points.append(say("since", **start, size=size(moved), direction=VERBS[way]))
    return way


def moved_sentence(roles: Roles, first: Figure, last: Figure, moved: Figure) -> str:
    ends = {
        "place": place(first), "label": label(first), "first_period": first.period, "first": first.display, "cite_first": roles.cite(first),
        "last_period": last.period, "last": last.display, "cite_last": roles.cite(last),
    }  # fmt: skip
    way = direction(moved)
    if moved.low is None:
        return say("trend_plain", **ends)
    if way == FLAT:
        return say("trend_unclear" if abs(moved.value) >= WIDE else "trend_flat", **ends)
    return say("trend_moved", **ends, direction=VERBS[way])


def yes_or_no(question: Question, moves: list[Figure]) -> list[str]:
    """「はい。」 or 「いいえ。」 where the asker named a direction (「増えた?」 「横ばい?」); of several moves, whether all of them went that way, or none."""
    if question.asserted is None or not moves or any(moved.low is None for moved in moves):
        return []
    ways, asked = {direction(moved) for moved in moves}, question.asserted
    if len(moves) > 1:
        return [say("says_all")] if ways == {asked} else [say(f"says_none_{asked}")] if asked not in ways else []
    return [say("says_yes" if ways == {asked} else "says_unclear" if ways == {FLAT} else "says_no")]


def size_point(roles: Roles, moved: Figure, several: bool = False) -> str:
    """How far a value moved; of `several`, whose value it is."""
    way, cite = direction(moved), roles.cite(moved)
    whose, names = ("_of", {"place": place(moved), "label": label(moved)}) if several else ("", {})
    if moved.low is None:
        return say(f"change_plain{whose}", **names, value=moved.display, cite=cite)
    if way == FLAT:
        return say(f"change_unclear{whose}", **names, value=moved.display, **interval(moved), cite=cite)
    return say(f"change_size{whose}", **names, size=size(moved), direction=NOUNS[way], **interval(moved, way == DOWN), cite=cite)


def contrast_change(roles: Roles, page: Page) -> None:
    other = roles.first("contrast_change")
    if other is None:
        return
    if other.low is None:
        return
    way, names = direction(other), {"place": place(other), "label": label(other), "cite": roles.cite(other)}
    page.points.append(
        say("contrast_flat", **names) if way == FLAT else say("contrast_change", **names, size=size(other), direction=VERBS[way])
    )
