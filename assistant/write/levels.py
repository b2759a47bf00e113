"""Answers that give values: one, several side by side, numbers of papers."""

import re

from analytics import Figure
from assistant.models import Question
from assistant.understand.figures.slots import FRACTION
from assistant.write.differences import tell_gap, tell_times, within
from assistant.write.facts import caveats, meaning, meanings, rounding, say, since
from assistant.write.layout import MARK, Page
from assistant.write.roles import Roles
from assistant.write.wordings import DOWN, UP, bare_name, implication, label, papers_of, place
from index.numerals import find_numerals

LONG_SENTENCE = 60
# 「企業の論文のうち、どれくらいが」: how much of the whole is asked, before how much of all papers.
PART_ASKED = re.compile(r"うち|[のな](?:中|か)[でのに、]|に占め|論文(?:全体)?の(?:何|どれ|どの|半)|分母")
REACHED = re.compile(r"超え|越え|上回|達し|突破|届|以上|過半数|[%割分]も?(?:い|行)って|満た|占め|[%割分]は?(?:い(?:る|ます)|あ(?:る|り))")
BELOW = re.compile(r"以下|未満|下回|切(?:った|って|る|り)|(?<![0-9一二三四五六七八九])割(?:った|って|れて|り込)|[%割分数](?:も|に|を)(?:い(?:ない|ません|って(?:い)?ない|かない)|行(?:かない|って(?:い)?ない)|な[いく]|届か|達し(?:てい)?な|満た(?:さ|して(?:い)?)な|超え(?:てい)?な)|(?:届|達し|超え|満た)[^。、]{0,3}(?:ない|ません)")


def level(question: Question, roles: Roles, page: Page) -> None:
    figures = roles.figures("main")
    head = figures[0]
    if len(figures) > 1:
        several(question, figures, roles, page)
        return
    page.conclusion = [level_sentence(question, head, roles)]
    page.points.append(meaning(head, roles))
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


def cited_pairs(figures: list[Figure]) -> list[tuple[Figure, Figure]]:
    """(share of the citations, share of the papers) of each group, where the figures are nothing but such pairs; else none."""
    pairs = list(zip(figures[::2], figures[1::2], strict=False))
    paired = len(figures) % 2 == 0 and all(cited.metric == "citation_share" and papers.metric == f"{cited.slice.get('group')}_share" for cited, papers in pairs)
    return pairs if paired else []


def cited(pairs: list[tuple[Figure, Figure]], roles: Roles, page: Page) -> None:
    """Whether the papers of each group have more of the citations than of the papers."""
    more = [of_citations.value > of_papers.value for of_citations, of_papers in pairs]
    verdict = ("cited_both" if all(more) else "cited_apart") if len(pairs) > 1 and any(more) else "cited_more" if all(more) else "cited_less"
    page.conclusion = [say(verdict)]
    page.points = [
        say("cited_pair", period=of_papers.period, place=place(of_papers), first_label=label(of_papers), first=of_papers.display, cite_first=roles.cite(of_papers),
            second_label=label(of_citations), second=of_citations.display, cite_second=roles.cite(of_citations))
        for of_citations, of_papers in pairs
    ]  # fmt: skip
    page.caveats = [say("cited_untested"), *caveats(*(figure for pair in pairs for figure in pair))]


def several(question: Question, figures: list[Figure], roles: Roles, page: Page) -> None:
    """Several metrics or places side by side."""
    if pairs := cited_pairs(figures):
        cited(pairs, roles, page)
        return
    same_place, part_first = len({place(figure) for figure in figures}) == 1, PART_ASKED.search(question.text) is not None
    if len({figure.period for figure in figures}) > 1:
        page.conclusion = [
            say("level_short", place=f"{figure.period}の{place(figure)}", label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures
        ]
    elif same_place:
        items = "、".join(say("level_item", label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures)
        page.conclusion = [say("level_all", items=items) if part_first and roles.first("within") is not None else say("level_many", period=figures[0].period, place=place(figures[0]), items=items)]
    elif len({label(figure) for figure in figures}) == 1:
        items = "、".join(say("place_item", place=place(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures)
        page.conclusion = [say("level_places", period=figures[0].period, label=label(figures[0]), items=items)]
    else:
        page.conclusion = [
            say("level_short", place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures
        ]
    if question.claims and (BELOW.search(question.text) or REACHED.search(question.text)) and all(claimed(question, figure) for figure in figures):
        page.conclusion = [level_sentence(question, figure, roles) for figure in figures]  # yes or no of each
    if (part := within(roles, part_first)) is not None:  # a part is never more than its whole
        page.conclusion.insert(0 if part_first else len(page.conclusion), part)
        page.points, page.caveats, page.implication = meanings(figures, roles), caveats(*figures), implication(figures[0], "any", question)
        return
    best = max(figures, key=lambda figure: figure.value)
    if len({figure.display for figure in figures}) == len(figures):
        winner = (bare_name(label(best)) if best.metric == "institution_share" else label(best)) if same_place else place(best)
        told = say("highest" if len(figures) > 2 else "higher", winner=winner, cite=roles.cite(best))
        # A long enumeration comes second, so that the first sentence can be said in one breath.
        page.conclusion.insert(0 if len(MARK.sub("", page.conclusion[0])) > LONG_SENTENCE else len(page.conclusion), told)
    page.points = meanings(figures, roles)
    tell_gap(question, roles, page)
    tell_times(roles, page)
    page.implication = implication(figures[0], "any", question)
    page.caveats = caveats(*figures)


def count(question: Question, roles: Roles, page: Page) -> None:
    if question.intent == "trend":
        for first, last in zip(roles.figures("first"), roles.figures("last"), strict=True):
            ends = {"first_period": first.period, "first": first.display, "cite_first": roles.cite(first), "last_period": last.period, "last": last.display}
            page.conclusion.append(say("count_series", place=place(first), papers=papers_of(first), **ends, cite_last=roles.cite(last)))
        for high in roles.figures("high")[:1]:
            page.points.append(say("extreme_count", period=high.period, value=high.display, cite=roles.cite(high)))
        page.implication = implication(roles.figures("first")[0], "any", question)
        return
    if not roles.figures("share"):  # a share of citations is told as such
        level(question, roles, page)
        return
    beside = len(roles.figures("main")) > 1 and len({figure.period for figure in roles.figures("main")}) == 1 and not FRACTION.search(question.text)
    for figure, share in zip(roles.figures("main"), roles.figures("share"), strict=True):
        if FRACTION.search(question.text):  # how many of how many
            whole, counted = figure.definition_ja.split("のうち、")[0], re.sub(r"の割合$", "", figure.definition_ja.split("のうち、")[-1])
            page.conclusion.append(say("count_of", period=figure.period, place=place(figure), whole=whole, n=f"{share.n:,}", definition=counted, value=figure.display, cite=roles.cite(figure)))
            page.points += [say("count_share", label=label(share), value=share.display, cite=roles.cite(share)), meaning(share, roles)]
            page.caveats += caveats(share)
            continue
        counted = re.sub(r"の割合$", "", figure.definition_ja.split("のうち、")[-1])
        page.conclusion.append(
            say("count", period=figure.period, place=place(figure), definition=counted, value=figure.display, cite=roles.cite(figure))
        )
        page.caveats += caveats(share)
        if not beside:
            page.points += [say("count_share", label=label(share), value=share.display, cite=roles.cite(share)), meaning(share, roles)]
    if beside:
        page.conclusion = counted_beside(roles) or page.conclusion
        shares = roles.figures("share")
        page.points.append(say("count_shares", items="、".join(say("level_item", label=label(share), value=share.display, cite=roles.cite(share)) for share in shares)))
        page.points.append(meaning(shares[0], roles))
        tell_gap(question, roles, page)
    page.implication = implication(roles.figures("share")[0], "any", question)


def counted_beside(roles: Roles) -> list[str]:
    """Numbers of papers of one place and year in one sentence, and which is the largest; [] for several places."""
    figures, shares = roles.figures("main"), roles.figures("share")
    if len({place(figure) for figure in figures}) > 1:
        return []
    items = "、".join(say("count_item", papers=papers_of(share), value=figure.display, cite=roles.cite(figure)) for figure, share in zip(figures, shares, strict=True))
    told = [say("count_many", period=figures[0].period, place=place(figures[0]), items=items)]
    best = max(range(len(figures)), key=lambda number: figures[number].value)
    if sum(figure.value == figures[best].value for figure in figures) == 1:
        told.append(say("most_papers" if len(figures) > 2 else "more_papers", papers=papers_of(shares[best]), cite=roles.cite(figures[best])))
    return told


def paper_count(question: Question, roles: Roles, page: Page) -> None:
    if question.intent == "trend" and not roles.figures("main"):
        first, last, high = (roles.first(role) for role in ("first", "last", "high"))
        page.conclusion = [
            say("count_trend", place=place(first), first_period=first.period, first=first.display, cite_first=roles.cite(first),
                last_period=last.period, last=last.display, cite_last=roles.cite(last))
        ]  # fmt: skip
        if high.id not in (first.id, last.id):
            page.points = [say("extreme_count", period=high.period, value=high.display, cite=roles.cite(high))]
        return
    figures = roles.figures("main")
    known = {(place(share), share.period): share for share in roles.figures("share")}
    for figure in figures:
        page.conclusion.append(say("paper_count", period=figure.period, place=place(figure), value=figure.display, cite=roles.cite(figure)))
        if share := known.get((place(figure), figure.period)):
            page.conclusion.append(say("paper_count_base", n=f"{share.n:,}", cite=roles.cite(share)))
            page.points.append(say("paper_count_left_out" if figure.parts["known"] > share.n else "paper_count_unknown"))
    page.points = [say("paper_count_meaning", definition=figures[0].definition_ja, cite=roles.cite(figures[0])), *dict.fromkeys(page.points)]
    page.caveats = caveats(*figures, *known.values())
