"""Answers to questions about numbers."""

import re

import prompts
from analytics import Figure
from assistant.evidence.data import BELOW as LIMIT_BELOW
from assistant.models import Draft, Evidence, Question
from assistant.write.estimates import TOP_CLAIMED, computed, overtake, position
from assistant.write.layout import MARK, Page
from assistant.write.roles import Roles
from assistant.write.styles import points_of, styled
from assistant.write.wordings import DOWN, FLAT, NOUNS, UP, VERBS, bare_name, direction, implication, interval, label, place, size
from index.numerals import find_numerals

FILE = "answers/data"
# Caveats of a figure that belong beside the answer; the general ones are on its card.
LONG_SENTENCE = 60
SPECIAL_CAVEATS = ("参考値", "少ない", "所属が不明", "データがないため")


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


def write_data(question: Question, evidence: Evidence) -> Draft:
    """Write the answer for the question's statistic."""
    page = styled(data_page(question, evidence), question, evidence)
    return Draft(page.text(points_of(question)))


def data_page(question: Question, evidence: Evidence) -> Page:
    """The page of the question's statistic, before its style."""
    writers = {
        "level": level, "count": count, "trend": trend, "peak": extreme, "trough": extreme, "onset": onset, "threshold": threshold,
        "change": change, "ratio": change, "before_after": change, "did": did, "rank": rank, "movers": movers, "position": position,
        "overtake": overtake, "computed": computed, "paper_count": paper_count,
    }  # fmt: skip
    roles, page = Roles(evidence), Page()
    writers[question.statistic](question, roles, page)
    for figure in roles.figures("doubt"):
        page.points.insert(0, say("doubt_variant", place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure)))
    if question.family != "claims":  # its readings are the claims themselves
        page.caveats = [*question.readings, *page.caveats]
    return page


def caveats(*figures: Figure) -> list[str]:
    """Caveats that belong to these figures alone; the general ones are said in the evidence card."""
    special = [line for figure in figures for line in figure.caveats_ja if any(word in line for word in SPECIAL_CAVEATS)]
    return [f"{line}。" for line in dict.fromkeys(special)]


# -- level -------------------------------------------------------------------------------------------------------------


def level(question: Question, roles: Roles, page: Page) -> None:
    figures = roles.figures("main")
    head = figures[0]
    if len(figures) > 1:
        several(question, figures, roles, page)
        return
    page.conclusion = [level_sentence(question, head, roles)]
    page.points.append(say("meaning", kind=kind(head.definition_ja), definition=head.definition_ja, n=f"{head.n:,}", cite=roles.cite(head)))
    way = since(roles, page)
    if other := roles.first("contrast"):
        page.points.append(
            say("contrast", period=other.period, place=place(other), label=label(other), value=other.display, cite=roles.cite(other))
        )
    page.implication = implication(head, way, question)
    page.caveats = caveats(head)
    if way in (UP, DOWN):
        page.notes += rounding(roles.first("base"), head, roles.first("change"))


def level_sentence(question: Question, figure: Figure, roles: Roles) -> str:
    """The value; where the asker stated one (「80%ですよね」), set against it."""
    names = {"period": figure.period, "place": place(figure), "label": label(figure), "value": figure.display, "cite": roles.cite(figure)}
    claim = claimed(question, figure)
    if claim is not None and (BELOW.search(question.text) or REACHED.search(question.text)):
        claim = (bound_answer(question, figure, in_percent(find_numerals(claim[1])[0])), claim[1])
    return say("level", **names) if claim is None else say(claim[0], claim=claim[1], **names)


def claimed(question: Question, figure: Figure) -> tuple[str, str] | None:
    """(template, the asker's number) when the asker stated one in the figure's unit."""
    for text in question.claims:
        numeral = next((numeral for numeral in find_numerals(text) if numeral.unit == figure.unit or (numeral.unit == "分率" and figure.unit == "%")), None)
        if numeral is not None:
            near = numeral.allows(figure.value) or abs(in_percent(numeral) - figure.value) <= max(0.5, 0.05 * abs(figure.value))
            return ("claim_right" if near else "claim_wrong"), text
    return None


def in_percent(numeral) -> float:
    """The value in the unit of shares: 半分 is 50."""
    return 100 * numeral.value if numeral.unit == "分率" else numeral.value


def bound_answer(question: Question, figure: Figure, limit: float) -> str:
    """Template that answers 「50%を超えた?」 or 「半分以下?」."""
    if BELOW.search(question.text):
        return "claim_below" if figure.value < limit else "claim_not_below"
    return "claim_over" if figure.value > limit else "claim_under"


def kind(definition: str) -> str:
    """What a definition defines: a share, or another value (HHI, Gini)."""
    return "割合" if definition.endswith("割合") else "値"


def meanings(figures: list[Figure], roles: Roles) -> list[str]:
    """One line per definition, with the number of papers of each place behind it."""
    lines = []
    for definition in dict.fromkeys(figure.definition_ja for figure in figures):
        same = [figure for figure in figures if figure.definition_ja == definition]
        if len(same) == 1:
            lines.append(say("meaning", kind=kind(definition), definition=definition, n=f"{same[0].n:,}", cite=roles.cite(same[0])))
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


def several(question: Question, figures: list[Figure], roles: Roles, page: Page) -> None:
    """Several metrics or places side by side."""
    same_place = len({place(figure) for figure in figures}) == 1
    if len({figure.period for figure in figures}) > 1:
        page.conclusion = [
            say("level_short", place=f"{figure.period}の{place(figure)}", label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures
        ]
    elif same_place:
        items = "、".join(say("level_item", label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures)
        page.conclusion = [say("level_many", period=figures[0].period, place=place(figures[0]), items=items)]
    elif len({label(figure) for figure in figures}) == 1:
        items = "、".join(say("place_item", place=place(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures)
        page.conclusion = [say("level_places", period=figures[0].period, label=label(figures[0]), items=items)]
    else:
        page.conclusion = [
            say("level_short", place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures
        ]
    best = max(figures, key=lambda figure: figure.value)
    if len({figure.display for figure in figures}) == len(figures):
        winner = label(best) if same_place else place(best)
        told = say("highest" if len(figures) > 2 else "higher", winner=winner, cite=roles.cite(best))
        # A long enumeration comes second, so that the first sentence can be said in one breath.
        page.conclusion.insert(0 if len(MARK.sub("", page.conclusion[0])) > LONG_SENTENCE else len(page.conclusion), told)
    page.points = meanings(figures, roles)
    page.implication = implication(figures[0], "any", question)
    page.caveats = caveats(*figures)


def count(question: Question, roles: Roles, page: Page) -> None:
    if question.intent == "trend":
        for first, last in zip(roles.figures("first"), roles.figures("last"), strict=True):
            ends = {"first_period": first.period, "first": first.display, "cite_first": roles.cite(first), "last_period": last.period, "last": last.display}
            page.conclusion.append(say("count_series", place=place(first), label=label(first), **ends, cite_last=roles.cite(last)))
        for high in roles.figures("high")[:1]:
            page.points.append(say("extreme_count", period=high.period, value=high.display, cite=roles.cite(high)))
        page.implication = implication(roles.figures("first")[0], "any", question)
        return
    for figure, share in zip(roles.figures("main"), roles.figures("share"), strict=True):
        counted = re.sub(r"の割合$", "", figure.definition_ja.split("のうち、")[-1])
        page.conclusion.append(
            say("count", period=figure.period, place=place(figure), definition=counted, value=figure.display, cite=roles.cite(figure))
        )
        page.points.append(say("count_share", label=label(share), value=share.display, cite=roles.cite(share)))
        page.points.append(say("meaning", kind=kind(share.definition_ja), definition=share.definition_ja, n=f"{share.n:,}", cite=roles.cite(share)))
        page.caveats += caveats(share)
    page.implication = implication(roles.figures("share")[0], "any", question)


# -- over time ---------------------------------------------------------------------------------------------------------


def moved_sentence(roles: Roles, first: Figure, last: Figure, moved: Figure) -> str:
    ends = {
        "place": place(first), "label": label(first), "first_period": first.period, "first": first.display, "cite_first": roles.cite(first),
        "last_period": last.period, "last": last.display, "cite_last": roles.cite(last),
    }  # fmt: skip
    way = direction(moved)
    if moved.low is None:
        return say("trend_plain", **ends)
    return say("trend_flat", **ends) if way == FLAT else say("trend_moved", **ends, direction=VERBS[way])


def yes_or_no(question: Question, moved: Figure) -> list[str]:
    """「はい。」 or 「いいえ。」 where the asker named a direction (「増えた?」)."""
    if question.asserted is None or moved.low is None:
        return []
    way = direction(moved)
    return [say("says_unclear" if way == FLAT else "says_yes" if way == question.asserted else "says_no")]


def size_point(roles: Roles, moved: Figure) -> str:
    way = direction(moved)
    if moved.low is None:
        return say("change_plain", value=moved.display, cite=roles.cite(moved))
    if way == FLAT:
        return say("change_unclear", value=moved.display, **interval(moved), cite=roles.cite(moved))
    return say("change_size", size=size(moved), direction=NOUNS[way], **interval(moved, way == DOWN), cite=roles.cite(moved))


def trend(question: Question, roles: Roles, page: Page) -> None:
    firsts, lasts, changes = roles.figures("first"), roles.figures("last"), roles.figures("change")
    if not firsts:  # conferences that met once in a short range
        several(question, roles.figures("main"), roles, page)
        return
    page.conclusion = yes_or_no(question, changes[0]) if len(changes) == 1 else []
    for first, last, moved in zip(firsts, lasts, changes, strict=True):
        page.conclusion.append(moved_sentence(roles, first, last, moved))
        page.points.append(size_point(roles, moved))
        page.notes += rounding(first, last, moved)
    if len(firsts) > 1:
        page.implication = implication(changes[0], direction(changes[0]), question)
        page.caveats = caveats(*lasts) + page.caveats
        return
    trend_points(roles, page, firsts[0], lasts[0])
    # Said only where there is room (「もっと詳しく」).
    page.points.append(say("meaning", kind=kind(lasts[0].definition_ja), definition=lasts[0].definition_ja, n=f"{lasts[0].n:,}", cite=roles.cite(lasts[0])))
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
        say("meaning", kind=kind(chosen.definition_ja), definition=chosen.definition_ja, n=f"{chosen.n:,}", cite=roles.cite(chosen)),
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
    crossed, stayed, last = roles.first("crossed"), roles.first("stayed"), roles.first("last")
    limit = question.claims[0] if question.claims else ""
    names = {"place": place(last), "label": label(last), "limit": limit}
    if not limit:
        trend(question, roles, page)
        return
    below, already = bool(LIMIT_BELOW.search(question.text)), roles.first("already")
    if crossed is None and already is None:
        far = roles.first("low" if below else "high")
        page.conclusion = [say("threshold_never_below" if below else "threshold_never", **names, period=far.period, value=far.display, cite=roles.cite(far))]
    else:
        name = ("threshold_below" if below else "threshold_above") if already is None else ("already_below" if below else "already_above")
        start = crossed or already
        page.conclusion = [say(name, **names, period=start.period, value=start.display, cite=roles.cite(start))]
        for role in ("stayed", "lost"):
            if (figure := roles.first(role)) is not None:
                page.conclusion.append(say(f"threshold_{role}", period=figure.period, value=figure.display, cite=roles.cite(figure)))
        if (former := roles.first("year_before")) is not None:
            page.points.append(say("threshold_before", period=former.period, value=former.display, cite=roles.cite(former)))
    page.points.append(moved_sentence(roles, roles.first("first"), last, roles.first("change")).replace("**", ""))
    page.implication = implication(last, direction(roles.first("change")), question)
    page.caveats = caveats(last)


def change(question: Question, roles: Roles, page: Page) -> None:
    firsts, lasts, changes = roles.figures("first"), roles.figures("last"), roles.figures("change")
    ratios = roles.figures("ratio")
    page.conclusion = yes_or_no(question, changes[0]) if len(changes) == 1 and not ratios else []
    for index, (first, last, moved) in enumerate(zip(firsts, lasts, changes, strict=True)):
        if ratios:
            page.conclusion.append(ratio_sentence(roles, first, last, ratios[index]))
        else:
            page.conclusion.append(moved_sentence(roles, first, last, moved))
        page.points.append(size_point(roles, moved))
        page.notes += rounding(first, last, moved)
    contrast_change(roles, page)
    for figure in roles.figures("between"):
        page.points.append(say("level_short", place=f"{figure.period}の{place(figure)}", label=label(figure), value=figure.display, cite=roles.cite(figure)))
    if len(firsts) == 1:
        page.points.append(say("meaning", kind=kind(lasts[0].definition_ja), definition=lasts[0].definition_ja, n=f"{lasts[0].n:,}", cite=roles.cite(lasts[0])))
    page.implication = implication(changes[0], direction(changes[0]), question)
    page.caveats = caveats(*firsts, *lasts) + page.caveats


def ratio_sentence(roles: Roles, first: Figure, last: Figure, times: Figure) -> str:
    return say(
        "ratio", place=place(first), label=label(first), value=times.display, first_period=first.period, first=first.display,
        cite_first=roles.cite(first), last_period=last.period, last=last.display, cite_last=roles.cite(last), cite=roles.cite(times),
    )  # fmt: skip


def did(question: Question, roles: Roles, page: Page) -> None:
    figures, several_asked = roles.figures("did"), len(roles.figures("did")) > 1
    for figure, treated, control in zip(figures, roles.figures("treated"), roles.figures("control"), strict=True):
        way, names = direction(figure), {"place": place(figure), "label": label(figure)}
        if way == FLAT:
            page.conclusion.append(say("did_flat", **names, value=figure.display, cite=roles.cite(figure)))
        else:
            page.conclusion.append(say("did", **names, size=size(figure), direction=VERBS[way], cite=roles.cite(figure)))
        if several_asked:
            page.points.append(say("did_interval_of", label=label(figure), **interval(figure), cite=roles.cite(figure)))
            continue
        page.points.append(say("did_interval", **interval(figure, way == DOWN), cite=roles.cite(figure)))
        page.points.append(
            say("did_parts", place=place(treated), label=label(treated), first=treated.display, cite_first=roles.cite(treated), area=place(control),
                last=control.display, cite_last=roles.cite(control))
        )  # fmt: skip
        page.notes += rounding(control, treated, figure)
    if fixed := roles.first("fixed"):
        moved, cite = direction(fixed), roles.cite(fixed)
        if moved == FLAT:
            page.points.append(say("did_fixed_flat", value=fixed.display, **interval(fixed), cite=cite))
        else:
            page.points.append(say("did_fixed", size=size(fixed), direction=VERBS[moved], **interval(fixed, moved == DOWN), cite=cite))
    page.implication = implication(figures[0], direction(figures[0]), question)
    page.caveats = [say("did_causality")]


REACHED = re.compile(r"超え|越え|上回|達し|突破|届|以上|過半数")
BELOW = re.compile(r"以下|未満|下回|切った|切って|(?<![0-9一二三四五六七八九])割(?:った|って|り込)")
RANK_LABELS = {"firms": "論文の割合", "universities": "論文の割合", "institutions": "論文の割合", "countries": "参加率"}


def ranked_name(question: Question, figure: Figure) -> str:
    """What a row of a ranking is called: the conference, or the institution or country in the figure's label."""
    return place(figure) if question.ranked in ("venues", "fields", None) else bare_name(label(figure))


def movers(question: Question, roles: Roles, page: Page) -> None:
    figures = roles.figures("main")
    head = figures[0]
    verb = "fell" if head.value < 0 else "rose"
    before, after = head.period.split(" → ")
    page.conclusion = [
        say(f"movers_{verb}", before=before, after=after, area="" if question.ranked in ("venues", "fields", None) else f"{place(head)}で",
            label=RANK_LABELS.get(question.ranked) or label(head), winner=ranked_name(question, head), value=head.display, cite=roles.cite(head))
    ]  # fmt: skip
    venue = next((each.name for each in question.places if each.kind == "venue"), None)
    if venue and TOP_CLAIMED.search(question.text) and question.ranked in ("venues", None):
        page.conclusion.insert(0, say("position_yes" if head.slice.get("venue") == venue else "position_no"))
    rows = [f"{number}. " + say("rank_row", winner=ranked_name(question, figure), value=figure.display, cite=roles.cite(figure)) for number, figure in enumerate(figures, 1)]
    page.body = ["\n".join(rows)]
    page.points = [say(f"interval_{verb}", **interval(head, head.value < 0), cite=roles.cite(head))]
    if direction(head) == FLAT:
        page.caveats = [say("movers_unclear")]
    page.implication = implication(head, "any", question)


def paper_count(question: Question, roles: Roles, page: Page) -> None:
    if question.intent == "trend":
        first, last, high = (roles.first(role) for role in ("first", "last", "high"))
        page.conclusion = [
            say("count_trend", place=place(first), first_period=first.period, first=first.display, cite_first=roles.cite(first),
                last_period=last.period, last=last.display, cite_last=roles.cite(last))
        ]  # fmt: skip
        if high.id not in (first.id, last.id):
            page.points = [say("extreme_count", period=high.period, value=high.display, cite=roles.cite(high))]
        return
    figure = roles.first("main")
    page.conclusion = [say("paper_count", period=figure.period, place=place(figure), value=figure.display, cite=roles.cite(figure))]
    page.points = [say("paper_count_meaning", definition=figure.definition_ja, cite=roles.cite(figure))]
    page.caveats = caveats(figure)


def rank(question: Question, roles: Roles, page: Page) -> None:
    figures, area = roles.figures("main"), roles.first("contrast")
    head = figures[0]
    fields = {"period": head.period, "label": label(head), "winner": place(head), "value": head.display, "cite": roles.cite(head)}
    page.conclusion = [
        say("rank_fields_low" if question.ascending else "rank_fields", **fields) if question.ranked == "fields" else say(
            "rank_head_low" if question.ascending else "rank_head", period=head.period, area=place(area) if area else place(head), label=RANK_LABELS.get(question.ranked) or label(head),
            winner=ranked_name(question, head), value=head.display, cite=roles.cite(head),
        )
    ]  # fmt: skip
    venue = next((each.name for each in question.places if each.kind == "venue"), None)
    if venue and TOP_CLAIMED.search(question.text) and question.ranked in ("venues", None):
        page.conclusion.insert(0, say("position_yes" if head.slice.get("venue") == venue else "position_no"))
    rows = [f"{number}. " + say("rank_row", winner=ranked_name(question, figure), value=figure.display, cite=roles.cite(figure)) for number, figure in enumerate(figures, 1)]
    page.body = ["\n".join(rows)]
    if area is not None:
        page.points = [say("level_short", place=f"{area.period}の{place(area)}", label=label(area), value=area.display, cite=roles.cite(area))]
    page.implication = implication(head, "any", question)
    page.caveats = [*([say("rank_rule")] if question.ranked in ("venues", None) else []), *caveats(*figures)]



