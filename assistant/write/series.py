"""Answers over time: trend, peak, since when, change between years, before and after, the difference of the differences."""

import re

from analytics import Figure
from assistant.evidence.series import BELOW
from assistant.models import Question
from assistant.understand.figures.limits import EXISTING
from assistant.write.differences import fell_more, gap_course, grew_more
from assistant.write.facts import caveats, contrast_change, meaning, moved_sentence, rounding, say, size_point, yes_or_no
from assistant.write.layout import Page
from assistant.write.levels import several
from assistant.write.roles import Roles
from assistant.write.wordings import DOWN, FLAT, VERBS, direction, implication, interval, label, place, size

# 「何ポイント上がった?」「どれだけ増えた?」「伸び幅は?」
SIZE_ASKED = re.compile(r"何ポイント|何%?pt|(?:どれ|どの)(?:だけ|くらい|ぐらい|ほど)、?(?:上|下|増|減|伸|変|落|縮|低|動)|(?:伸び|上げ|下げ|増加|減少|変化|上昇|低下|下落|増|減)(?:幅|の大きさ)|増減は", re.IGNORECASE)


def trend(question: Question, roles: Roles, page: Page) -> None:
    firsts, lasts, changes = roles.figures("first"), roles.figures("last"), roles.figures("change")
    if roles.first("gap_first") is not None:
        gap_course(question, roles, page)
        return
    if not firsts:  # conferences that met once in a short range
        several(question, roles.figures("main"), roles, page)
        return
    page.conclusion = yes_or_no(question, changes)
    for first, last, moved in zip(firsts, lasts, changes, strict=True):
        page.conclusion.append(moved_sentence(roles, first, last, moved))
        page.points.append(size_point(roles, moved, len(firsts) > 1))
        page.notes += rounding(first, last, moved)
    if len(firsts) > 1:
        page.conclusion[:0] = grew_more(question, roles, changes) or fell_more(question, roles, changes)
        page.implication = implication(changes[0], direction(changes[0]), question)
        page.caveats = caveats(*lasts) + page.caveats
        return
    trend_points(roles, page, firsts[0], lasts[0])
    # Said only where there is room (「もっと詳しく」).
    page.points.append(meaning(lasts[0], roles))
    if (low := roles.first("low")) is not None and low.id not in (firsts[0].id, lasts[0].id):
        page.points.append(say("extreme_low", period=low.period, value=low.display, cite=roles.cite(low)))
    if each := roles.figures("each"):
        page.body = ["\n".join("- " + say("year_row", period=figure.period, value=figure.display, cite=roles.cite(figure)) for figure in each)]
    page.implication = implication(changes[0], direction(changes[0]), question)
    page.caveats = caveats(lasts[0]) + page.caveats


def trend_points(roles: Roles, page: Page, first: Figure, last: Figure) -> None:
    """Contrast first, then the peak, then the fixed set of venues."""
    contrast_change(roles, page)
    high, fixed = roles.first("high"), roles.first("fixed")
    if high is not None and high.id not in (first.id, last.id):
        page.points.append(say("extreme_high", period=high.period, value=high.display, cite=roles.cite(high)))
    if fixed is not None and fixed.low is not None:
        way = direction(fixed)
        page.points.append(
            say("fixed_flat", cite=roles.cite(fixed)) if way == FLAT else say("fixed", size=size(fixed), direction=VERBS[way], cite=roles.cite(fixed))
        )


def extreme(question: Question, roles: Roles, page: Page) -> None:
    high, low = roles.first("high"), roles.first("low")
    if high is None or low is None:
        trend(question, roles, page)
        return
    chosen, other, name, other_name = (high, low, "peak", "extreme_low") if question.statistic == "peak" else (low, high, "trough", "extreme_high")
    page.conclusion = [
        say(name, place=place(chosen), label=label(chosen), period=chosen.period, value=chosen.display, cite=roles.cite(chosen))
    ]
    page.points = [
        say(other_name, period=other.period, value=other.display, cite=roles.cite(other)),
        moved_sentence(roles, roles.first("first"), roles.first("last"), roles.first("change")).replace("**", ""),
        meaning(chosen, roles),
    ]
    page.implication = implication(chosen, direction(roles.first("change")), question)
    page.caveats = caveats(chosen)


def onset(question: Question, roles: Roles, page: Page) -> None:
    start, former = roles.first("onset"), roles.first("former")
    first, last, moved = roles.first("first"), roles.first("last"), roles.first("change")
    if start is None:
        page.conclusion = [say("onset_none", place=place(first), label=label(first), cite=roles.cite(first, last))]
    else:
        page.conclusion = [
            say("onset", place=place(start), label=label(start), period=start.period, value=start.display, cite=roles.cite(start)),
        ]
        page.points.append(
            say("onset_rule", former=former.display, former_period=former.period, cite=roles.cite(former))
        )
    page.points.append(moved_sentence(roles, first, last, moved).replace("**", ""))
    if start is not None and first.metric == "firm_share" and first.slice.get("area") == "ai":
        page.points.append(say("onset_paper"))
    page.implication = implication(moved, direction(moved), question)
    page.caveats = caveats(last)


def threshold(question: Question, roles: Roles, page: Page) -> None:
    """The year a level named by the asker was first passed."""
    crossed, last = roles.first("crossed"), roles.first("last")
    limit = question.claims[0] if question.claims else ""
    names = {"place": place(last), "label": label(last), "limit": limit}
    if not limit:
        trend(question, roles, page)
        return
    below, already = bool(BELOW.search(question.text)), roles.first("already")
    if crossed is None and already is None:
        far = roles.first("low" if below else "high")
        page.conclusion = [say("threshold_never_below" if below else "threshold_never", **names, period=far.period, value=far.display, cite=roles.cite(far))]
    else:
        name = ("threshold_below" if below else "threshold_above") if already is None else ("already_below" if below else "already_above")
        start = crossed or already
        page.conclusion = [say(name, **names, period=start.period, value=start.display, cite=roles.cite(start))]
        if (until := roles.first("until")) is not None:  # it stood there from the beginning
            page.conclusion += [say("until_below" if below else "until_above", **names, period=until.period, value=until.display, cite=roles.cite(until))]
        for role in ("stayed", "lost"):
            if (figure := roles.first(role)) is not None:
                page.conclusion.append(say(f"threshold_{role}", period=figure.period, value=figure.display, cite=roles.cite(figure)))
        if (former := roles.first("year_before")) is not None:
            page.points.append(say("threshold_before", period=former.period, value=former.display, cite=roles.cite(former)))
    if EXISTING.search(question.text):
        page.conclusion.insert(0, say("says_no" if crossed is None and already is None else "says_yes"))
    page.points.append(moved_sentence(roles, roles.first("first"), last, roles.first("change")).replace("**", ""))
    page.implication = implication(last, direction(roles.first("change")), question)
    page.caveats = caveats(last)


def change(question: Question, roles: Roles, page: Page) -> None:
    firsts, lasts, changes = roles.figures("first"), roles.figures("last"), roles.figures("change")
    ratios = roles.figures("ratio")
    page.conclusion = yes_or_no(question, changes) if not ratios else []
    for index, (first, last, moved) in enumerate(zip(firsts, lasts, changes, strict=True)):
        if ratios:
            page.conclusion.append(ratio_sentence(roles, first, last, ratios[index]))
        else:
            page.conclusion += moved_sentences(question, roles, first, last, moved)
        page.points.append(size_point(roles, moved, len(firsts) > 1))
        page.notes += rounding(first, last, moved)
    page.conclusion += grew_more(question, roles, changes) or fell_more(question, roles, changes)
    contrast_change(roles, page)
    for figure in roles.figures("between"):
        page.points.append(say("level_short", place=f"{figure.period}の{place(figure)}", label=label(figure), value=figure.display, cite=roles.cite(figure)))
    if len(firsts) == 1:
        page.points.append(meaning(lasts[0], roles))
    page.implication = implication(changes[0], direction(changes[0]), question)
    page.caveats = caveats(*firsts, *lasts) + page.caveats


def moved_sentences(question: Question, roles: Roles, first: Figure, last: Figure, moved: Figure) -> list[str]:
    """From where to where; before it how far, where that is asked for (「何ポイント上がった?」) and is more than chance."""
    way = direction(moved)
    if moved.low is None or way == FLAT or not SIZE_ASKED.search(question.text):
        return [moved_sentence(roles, first, last, moved)]
    periods = {"first_period": first.period, "last_period": last.period}
    told = say("change_asked", place=place(first), label=label(first), **periods, size=size(moved), direction=VERBS[way], cite=roles.cite(moved))
    return [told, say("change_ends", **periods, first=first.display, cite_first=roles.cite(first), last=last.display, cite_last=roles.cite(last))]


def ratio_sentence(roles: Roles, first: Figure, last: Figure, times: Figure) -> str:
    return say(
        "ratio", place=place(first), label=label(first), value=times.display, first_period=first.period, first=first.display,
        cite_first=roles.cite(first), last_period=last.period, last=last.display, cite_last=roles.cite(last), cite=roles.cite(times),
    )  # fmt: skip


def did(question: Question, roles: Roles, page: Page) -> None:
    figures, several_asked = roles.figures("did"), len(roles.figures("did")) > 1
    for figure, treated, control in zip(figures, roles.figures("treated"), roles.figures("control"), strict=True):
        way, names = direction(figure), {"place": place(figure), "label": label(figure)}
        if figure.low is None:
            page.conclusion.append(say("did_plain", **names, value=figure.display, cite=roles.cite(figure)))
        elif way == FLAT:
            page.conclusion.append(say("did_flat", **names, value=figure.display, cite=roles.cite(figure)))
        else:
            page.conclusion.append(say("did", **names, size=size(figure), direction=VERBS[way], cite=roles.cite(figure)))
        if several_asked and figure.low is None:
            continue
        if several_asked:
            page.points.append(say("did_interval_of", label=label(figure), **interval(figure), cite=roles.cite(figure)))
            continue
        if figure.low is None:
            page.caveats.append(say("did_uncounted"))
        else:
            page.points.append(say("did_interval_fell" if way == DOWN else "did_interval", **interval(figure, way == DOWN), cite=roles.cite(figure)))
        page.points.append(
            say("did_parts", place=place(treated), label=label(treated), first=treated.display, cite_first=roles.cite(treated), area=place(control),
                last=control.display, cite_last=roles.cite(control))
        )  # fmt: skip
        page.notes += rounding(control, treated, figure)
    if (fixed := roles.first("fixed")) and fixed.low is not None:
        moved, cite = direction(fixed), roles.cite(fixed)
        if moved == FLAT:
            page.points.append(say("did_fixed_flat", value=fixed.display, **interval(fixed), cite=cite))
        else:
            page.points.append(say("did_fixed", size=size(fixed), direction=VERBS[moved], **interval(fixed, moved == DOWN), cite=cite))
    page.implication = implication(figures[0], direction(figures[0]), question)
    page.caveats.append(say("did_causality"))
