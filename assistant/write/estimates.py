"""Answers about ranks of named things, crossings, causal estimates, AI models, words of titles, topics and robustness."""

import re

import prompts
from analytics import Figure
from analytics.divide.causal_figures import DOUBT
from assistant.models import Question
from assistant.understand.figures.rank_within import limit_within
from assistant.understand.words.newest_of_models import asked_as_now
from assistant.understand.words.own_model import lead_of
from assistant.write.layout import Page
from assistant.write.roles import Roles
from assistant.write.series import trend
from assistant.write.wordings import bare_name, direction, implication, inside, interval, label, place

FILE = "answers/data"
# The asker takes the named thing for the first: 「日本がトップですよね?」, not 「トップは何位?」.
TOP_CLAIMED = re.compile(r"(?:一番|最も|首位|トップ(?!\d)|最多|世界一|(?<!\d)1位|ナンバーワン)(?!.*何位)")
DEAREST = "epoch_cost_max"
# Kinds of ranked things, told by the note that evidence put on the figure.
KINDS = ("firms", "universities", "institutions", "countries", "venues", "fields")
BY_PLACE = ("venues", "fields")


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


# -- ranks and crossings -----------------------------------------------------------------------------------------------


def rank_kind(figure: Figure) -> str:
    """Which ranking a figure's rank belongs to."""
    told = figure.caveats_ja[0]
    return next(kind for kind in KINDS if told == prompts.render("notes", f"ranked_{kind}", rank=figure.parts["rank"], of=f"{figure.parts['of']:,}"))


def position(question: Question, roles: Roles, page: Page) -> None:
    """The rank, of how many, the value, and the neighbours."""
    figure = roles.first("main")
    kind, rank = rank_kind(figure), {"rank": figure.parts["rank"], "of": f"{figure.parts['of']:,}"}
    if kind in BY_PLACE:
        page.conclusion = [say(f"position_{kind}", period=figure.period, winner=place(figure), label=label(figure), **rank, value=figure.display, cite=roles.cite(figure))]
    else:
        page.conclusion = [say(f"position_{kind}", period=figure.period, place=place(figure), winner=bare_name(label(figure)), **rank, value=figure.display, cite=roles.cite(figure))]
    last = limit_within(question.text) or (1 if TOP_CLAIMED.search(question.text) else None)
    if last is not None:
        page.conclusion.insert(0, say("position_yes" if figure.parts["rank"] <= last else "position_no"))
    for other in sorted(roles.figures("neighbours"), key=lambda figure: figure.parts["rank"]):
        name = place(other) if kind in BY_PLACE else bare_name(label(other))
        page.points.append(say("position_row", rank=other.parts["rank"], winner=name, value=other.display, cite=roles.cite(other)))
    page.points.append(say("table_meaning", definition=figure.definition_ja, cite=roles.cite(figure)))
    page.implication = implication(figure, "rank", question)


def overtake(question: Question, roles: Roles, page: Page) -> None:
    """The year in which one series passed the other for good."""
    names = ("winner", "loser")
    if roles.first("crossed_winner") is None:
        trend(question, roles, page)
        return
    crossed, first, last = ([roles.first(f"{role}_{name}") for name in names] for role in ("crossed", "first", "last"))
    same_label = label(last[0]) == label(last[1])
    if crossed[0].id == first[0].id:
        page.conclusion = [say("overtake_never"), ends(roles, last, same_label)]
    else:
        page.conclusion = [crossing(roles, crossed, same_label, "_last" if crossed[0].id == last[0].id else "")]
    for pair in (first,) if crossed[0].id == first[0].id else (first, last):
        if pair[0].id != crossed[0].id or crossed[0].id == first[0].id:
            page.points.append(ends(roles, pair, same_label))
    page.implication = implication(last[0], "any", question)


def crossing(roles: Roles, pair: list[Figure], same_label: bool, kind: str) -> str:
    values = {"period": pair[0].period, "first": pair[0].display, "cite_first": roles.cite(pair[0]), "second": pair[1].display, "cite_second": roles.cite(pair[1])}
    if same_label:
        return say(f"overtake_places{kind}", place=place(pair[0]), area=place(pair[1]), **values)
    return say(f"overtake_labels{kind}", first_label=label(pair[0]), second_label=label(pair[1]), **values)


def ends(roles: Roles, pair: list[Figure], same_label: bool) -> str:
    values = {"period": pair[0].period, "first": pair[0].display, "cite_first": roles.cite(pair[0]), "second": pair[1].display, "cite_second": roles.cite(pair[1])}
    if same_label:
        return say("overtake_ends", winner=place(pair[0]), area=place(pair[1]), **values)
    return say("overtake_label_ends", first_label=label(pair[0]), second_label=label(pair[1]), **values)


# -- computed figures --------------------------------------------------------------------------------------------------


def computed(question: Question, roles: Roles, page: Page) -> None:
    """The estimate or table asked for; the figure's own first caveats stand below."""
    writers = {"epoch": epoch, "causal": causal, "claims": claims, "robustness": robustness, "terms": terms, "topics": topics}
    writers[question.family](question, roles, page)


def own_caveats(*figures: Figure) -> list[str]:
    return [f"{line}。" for figure in figures for line in figure.caveats_ja[:2]]


def causal(question: Question, roles: Roles, page: Page) -> None:
    mains = roles.figures("main")
    for figure in mains:
        names = {"label": label(figure), "value": figure.display, "cite": roles.cite(figure)}
        page.conclusion.append(estimate_sentence(figure, names))
        if figure.low is not None:
            unclear = figure.low <= 0 <= figure.high
            page.points.append(say("estimate_unclear" if unclear else "estimate_interval", **interval(figure), cite=roles.cite(figure)))
    for figure in roles.figures("periods"):
        page.points.append(period_point(roles, figure))
    for role in ("did_fe", "did_pooled", "gsynth", "gsynth_placebo", "pretrend"):
        for figure in roles.figures(role):
            page.points.append(say("estimate_beside", label=label(figure), value=figure.display, cite=roles.cite(figure)))
    page.implication = prompts.render("answers/implications", "causal")
    page.caveats = own_caveats(mains[0])


def estimate_sentence(figure: Figure, names: dict) -> str:
    if figure.metric.endswith("_pretrend"):
        return say("pretrend_ok" if figure.value >= 100 * DOUBT else "pretrend_doubt", period=figure.period, **names)
    if "venue" in figure.slice:
        return say("estimate_at", place=place(figure), **names)
    if len(figure.slice["years"]) == 1:
        return say("estimate_year", period=figure.period, **names)
    return say("estimate_over", period=figure.period, **names) if "→" not in figure.period else say("estimate", **names)


def period_point(roles: Roles, figure: Figure) -> str:
    """The same estimate for another window."""
    first, arrow, last = figure.period.partition(" → ")
    if arrow:
        return say("estimate_period", first_period=first, last_period=last, value=figure.display, cite=roles.cite(figure))
    return say("estimate_window", period=first, value=figure.display, cite=roles.cite(figure))


def epoch(question: Question, roles: Roles, page: Page) -> None:
    figures = roles.figures("list") or roles.figures("main") or roles.figures("last")
    head = figures[0]
    if roles.figures("list"):
        page.conclusion = [say("table_head", period=head.period, label=label(head), winner=place(head), value=head.display, cite=roles.cite(head))]
        page.body = [rows(roles, figures, place)]
    elif first := roles.first("first"):
        page.conclusion = [*moved_as_asked(question, first, head), series_sentence(roles, first, head)]
    else:
        page.conclusion = [table_newest(roles, head) if asked_as_now(question) and "sector" not in head.slice else table_sentence(roles, head)]
    if (middle := roles.first("middle")) is not None:
        page.conclusion.append(say("table_middle", period=middle.period, label=label(middle), value=middle.display, cite=roles.cite(middle)))
    if (lead := lead_of(question)) is not None:
        page.conclusion.insert(0, say(lead))
    if head.low is not None and not roles.figures("list"):
        page.points.append(say("estimate_interval", **interval(head), cite=roles.cite(head)))
    page.points += [say("table_beside", period=figure.period, value=figure.display, cite=roles.cite(figure)) for figure in roles.figures("beside")]
    if head.metric == DEAREST:
        page.points.insert(0, say("dearest", cite=roles.cite(head)))
    if (model := roles.first("model")) is not None:
        page.points.insert(0, say("dearest_model", label=label(model), cite=roles.cite(model)))
    if "年" not in head.definition_ja:  # the year of the dollars stands among the notes: it is no year of the figure
        page.points.append(say("table_meaning", definition=head.definition_ja, cite=roles.cite(head)))
    page.implication = implication(head, "any", question)
    page.caveats = own_caveats(head)


def moved_as_asked(question: Question, first: Figure, last: Figure) -> list[str]:
    """「はい。」 or 「いいえ。」 where the asker named a direction of a cost (「学習コストは上がっているか」)."""
    if question.asserted not in ("up", "down") or first.metric != DEAREST:
        return []
    return [say("says_yes" if (last.value > first.value) == (question.asserted == "up") else "says_no")]


def series_sentence(roles: Roles, first: Figure, last: Figure) -> str:
    ends = {"label": label(last), "first_period": first.period, "first": first.display, "cite_first": roles.cite(first), "last_period": last.period, "last": last.display, "cite_last": roles.cite(last)}
    return say("table_series_part", place=inside(last).partition("・")[0], **ends) if "sector" in last.slice else say("table_series", **ends)


def table_sentence(roles: Roles, figure: Figure) -> str:
    names = {"period": figure.period, "label": label(figure), "value": figure.display, "cite": roles.cite(figure)}
    narrowed = "sector" in figure.slice or "hardware" in figure.slice
    return say("table_part", place=inside(figure).partition("・")[0], **names) if narrowed else say("table_value", **names)


def table_newest(roles: Roles, figure: Figure) -> str:
    return say("table_newest", period=figure.period, label=label(figure), value=figure.display, cite=roles.cite(figure))


def rows(roles: Roles, figures: list[Figure], name) -> str:
    return "\n".join("- " + say("rank_row", winner=name(figure), value=figure.display, cite=roles.cite(figure)) for figure in figures)


def terms(question: Question, roles: Roles, page: Page) -> None:
    figures = roles.figures("list")
    page.conclusion = [say("terms_head", label=label(figures[0]), value=figures[0].display, cite=roles.cite(figures[0]))]
    page.body = [rows(roles, figures, label)]
    page.points = [say("table_meaning", definition=figures[0].definition_ja, cite=roles.cite(figures[0]))]
    page.implication = prompts.render("answers/implications", "titles")
    page.caveats = own_caveats(figures[0])


def topics(question: Question, roles: Roles, page: Page) -> None:
    figures, former = roles.figures("list"), {figure.slice["topic"]: figure for figure in roles.figures("former")}
    head = figures[0]
    grown = former.get(head.slice["topic"]) if question.intent == "trend" else None
    if grown is not None:
        page.conclusion = [say("table_series", label=label(head), first_period=grown.period, first=grown.display, cite_first=roles.cite(grown), last_period=head.period, last=head.display, cite_last=roles.cite(head))]
    else:
        page.conclusion = [say("topics_head", period=head.period, label=label(head), value=head.display, cite=roles.cite(head))]
    lines = []
    for figure in figures:
        names = {"winner": label(figure), "value": figure.display, "cite": roles.cite(figure)}
        before = former.get(figure.slice["topic"])
        lines.append(say("rank_row", **names) if before is None else say("topic_row", **names, former_period=before.period, former=before.display, cite_former=roles.cite(before)))
    page.body = ["\n".join(f"- {line}" for line in lines)]
    page.implication = prompts.render("answers/implications", "titles")
    page.caveats = own_caveats(head)


def robustness(question: Question, roles: Roles, page: Page) -> None:
    base, others = roles.first("base"), roles.figures("list")
    page.conclusion = [
        say("robust_same" if {direction(figure) for figure in others} == {direction(base)} else "robust_mixed"),
        say("robust_base", place=place(base), label=label(base), value=base.display, cite=roles.cite(base)),
    ]
    lines = []
    for figure in others:
        first, _, last = figure.period.partition(" → ")
        lines.append(say("robust_row", place=place(figure), first_period=first, last_period=last, value=figure.display, cite=roles.cite(figure)))
    page.body = ["\n".join(f"- {line}" for line in lines)]
    page.implication = prompts.render("answers/implications", "robustness")


def claims(question: Question, roles: Roles, page: Page) -> None:
    """What the paper says, and beside it what our recount says."""
    page.conclusion = [say("claims_head")]
    lead = prompts.render("notes", "paper_claims", claim="")
    told = [line for line in question.readings if line.startswith(lead)]
    lines = []
    for text, figure in zip(told, roles.figures("claims"), strict=True):
        lines += [text, say("claim_recount", label=label(figure), value=figure.display, **interval(figure), cite=roles.cite(figure))]
    page.body = ["\n".join(f"- {line}" for line in lines)]
    page.implication = prompts.render("answers/implications", "causal")
    page.caveats = own_caveats(*roles.figures("claims")[:1])
