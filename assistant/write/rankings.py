"""Answers that rank: who is first, who moved most."""

import re

import prompts
from analytics import Figure
from analytics.divide.country_names import COUNTRY_LABELS
from analytics.divide.metrics import tier_phrase
from assistant.models import Question, Subject
from assistant.understand.cues.who_ranked import SECTORAL
from assistant.understand.figures.limits import COUNTERS, EXISTING, Limit, level_asked
from assistant.understand.figures.moved_among import TOLD_BEFORE
from assistant.understand.figures.places_listed import places_asked
from assistant.understand.figures.ranks_asked import FURTHEST
from assistant.write.estimates import TOP_CLAIMED
from assistant.write.facts import caveats, say
from assistant.write.layout import Page
from assistant.write.places_ahead import places_ahead
from assistant.write.roles import Roles
from assistant.write.wordings import FLAT, bare_name, direction, implication, interval, label, papers_of, place

NUMBER_ASKED = re.compile(r"いくつ|何(?:会議|学会|つ|か国|カ国|社|校|分野)")  # asks for no yes or no
COUNT_ASKED = re.compile(r"(?:何|いく)(?:社|校|機関|つ|個)|の(?:数|社数|校数)")
RANK_LABELS = {"firms": "論文の割合", "universities": "論文の割合", "institutions": "論文の割合", "countries": "参加率"}
# What the rows are: a first place among fewer than all says so.
KINDS = {"firms": "企業", "universities": "大学", "institutions": "機関", "countries": "国", "venues": "会議", "fields": "分野", None: "会議"}


def kind_named(question: Question) -> str:
    """「企業」, 「日本の企業」; 「の」 for things of several kinds."""
    if question.ranked not in KINDS:
        return "の"
    if (group := of_group(question)) is not None:
        return group
    country = of_country(question)
    return f"{COUNTRY_LABELS.get(country, country)}の{KINDS[question.ranked]}" if country else KINDS[question.ranked]


def of_group(question: Question) -> str | None:
    """The group whose firms or universities alone are ranked, in words."""
    subject = question.subjects[0] if question.subjects else Subject("firm_share")
    if question.ranked != ("firms" if subject.metric == "big_tech_share" else "universities"):
        return None
    return "大手テック企業" if subject.metric == "big_tech_share" else f"QS{tier_phrase(subject.tier)}位の大学".replace("なし位", "なし") if subject.metric == "tier_share" else None


def of_country(question: Question) -> str | None:
    """The country whose firms, universities or institutions alone are ranked."""
    if question.ranked not in SECTORAL or not question.subjects:
        return None
    return "Japan" if question.subjects[0].metric.startswith("japan") else question.subjects[0].country


def ranked_name(question: Question, figure: Figure) -> str:
    """What a row of a ranking is called: the conference, or the institution or country in the figure's label."""
    by_place = len(question.subjects) < 2 if question.ranked == "named" else question.ranked in ("venues", "fields", None)
    return place(figure) if by_place else bare_name(label(figure))


def common_label(figure: Figure) -> str:
    """What institutions (論文の割合), or countries and bands of universities (参加率), are ordered by; the whole label of any other metric."""
    return next((name for name in ("論文の割合", "参加率") if bare_name(label(figure)) != label(figure) and label(figure).endswith(name)), label(figure))


def of_venues(question: Question) -> bool:
    return question.ranked in ("venues", None)


def listed(question: Question, roles: Roles) -> str:
    """The numbered rows of a ranking."""
    rows = (say("rank_row", winner=ranked_name(question, figure), value=figure.display, cite=roles.cite(figure)) for figure in roles.figures("main"))
    return "\n".join(f"{number}. {row}" for number, row in enumerate(rows, 1))


def judge_first_place(question: Question, head: Figure, page: Page) -> None:
    """Yes or no first, where the asker takes a conference for the first one."""
    venue = next((each.name for each in question.places if each.kind == "venue"), None)
    if venue and TOP_CLAIMED.search(question.text) and of_venues(question):
        page.conclusion.insert(0, say("position_yes" if head.slice.get("venue") == venue else "position_no"))


def lead_with_place(question: Question, roles: Roles, page: Page, area: Figure | None) -> None:
    """The place that is asked for first (「2位はどこ」), before who is first of all; a note where nobody has it."""
    on_it, asked = roles.figures("nth"), places_asked(question.text)
    if asked == (1,) or not (asked or on_it):
        return
    if not on_it:
        page.conclusion.insert(0, say("rank_no_place"))
        return
    by_place = question.ranked in ("fields", "venues", None) or question.ranked == "named" and len(question.subjects) < 2
    name = f"rank_nth{'_told' if question.ranked == 'named' and asked else ''}{'_fields' if by_place else '_among' if not asked else ''}{'_low' if question.ascending else ''}"
    metric = common_label(on_it[0]) if question.ranked == "named" and not by_place else RANK_LABELS.get(question.ranked) or label(on_it[0])
    page.conclusion = [
        say(name, period=figure.period, **({} if by_place else {"area": place(area or figure)}), label=metric, rank=rank_held(figure), winner=ranked_name(question, figure), value=figure.display, cite=roles.cite(figure))
        for figure in on_it
    ] + ([say("rank_tied")] if asked and len(on_it) > len(asked) else [])  # fmt: skip


def rank_held(figure: Figure) -> int:
    """The place that a row has, of those that are asked for, as its first caveat tells."""
    return next(rank for rank in range(1, FURTHEST + 1) if figure.caveats_ja[0] == prompts.render("notes", "ranked_here", rank=rank))


def lead_with_level(question: Question, limit: Limit, roles: Roles, page: Page) -> None:
    """How many hold to the level that is asked for, yes or no first where that is asked; that none does, before the nearest ones."""
    head = roles.first("main")
    exists = EXISTING.search(question.text) is not None and NUMBER_ASKED.search(question.text) is None
    if "within" not in head.parts:
        page.conclusion.insert(0, say("limit_no") if exists else say("limit_none"))
        return
    names = {"period": head.period, "label": RANK_LABELS.get(question.ranked) or label(head), "ranked": kind_named(question), "n": f"{head.parts['within']}{COUNTERS[question.ranked or 'venues']}", "cite": roles.cite(head)}
    name = f"limit_{limit.way}" if limit.way != "band" else "limit_within"
    page.conclusion = [say(name, **names) if name == "limit_within" else say(name, limit=limit.number, **names)]
    if exists:
        page.conclusion.insert(0, say("position_yes"))
    if head.parts["within"] > len(roles.figures("main")):
        page.caveats.append(say("limit_more"))


def movers(question: Question, roles: Roles, page: Page) -> None:
    head = roles.figures("main")[0]
    verb = "fell" if head.value < 0 else "rose"
    before, after = head.period.split(" → ")
    page.conclusion = [
        say(f"movers_told_{verb}" if question.option == TOLD_BEFORE else f"movers_{verb}", before=before, after=after, area="" if question.ranked in ("venues", "fields", None) else f"{place(head)}で",
            label=RANK_LABELS.get(question.ranked) or label(head), ranked=kind_named(question), winner=ranked_name(question, head), value=head.display, cite=roles.cite(head))
    ]  # fmt: skip
    judge_first_place(question, head, page)
    page.body = [listed(question, roles)]
    if head.low is not None and not (verb == "fell" and direction(head) == FLAT):
        page.points = [say(f"interval_{verb}", **interval(head, head.value < 0), cite=roles.cite(head))]
    if direction(head) == FLAT:
        page.caveats = [say("movers_unclear")]
    page.implication = implication(head, "any", question)


def tell_members(question: Question, figures: list[Figure], roles: Roles, page: Page) -> None:
    """Whether firms or universities of a country are among the first ones, and which; where none is, the first of that country."""
    head = figures[0]
    whole = f"{head.parts['among']}{COUNTERS[question.ranked]}"
    among = {"period": head.period, "place": place(head), "ranked": kind_named(question), "cite": roles.cite(head)}
    if head.parts["members"]:
        page.conclusion = [say("members_number" if COUNT_ASKED.search(question.text) else "members_yes", among=whole, count=f"{head.parts['members']}{COUNTERS[question.ranked]}", **among)]
        page.points = [say("position_row", rank=figure.parts["rank"], winner=bare_name(label(figure)), value=figure.display, cite=roles.cite(figure)) for figure in figures]
    else:
        page.conclusion = [say("members_no", outside=whole, **among)]
        page.points = [say(f"members_first_{question.ranked}", winner=bare_name(label(head)), value=head.display, rank=head.parts["rank"], of=f"{head.parts['of']:,}", ranked=kind_named(question), cite=roles.cite(head))]
    page.implication = implication(head, "any", question)
    page.caveats += caveats(*figures)


def rank(question: Question, roles: Roles, page: Page) -> None:
    figures, area = roles.figures("main"), roles.first("contrast")
    head = figures[0]
    if "members" in head.parts:
        tell_members(question, figures, roles, page)
        return
    if "total" in head.parts:
        places_ahead(question, roles, page, kind_named(question))
        return
    fields = {"period": head.period, "label": label(head), "winner": place(head), "value": head.display, "cite": roles.cite(head)}
    among_labels = question.ranked == "named" and len(question.subjects) > 1
    of_countries = "_among" if among_labels and all(subject.metric in ("country_share", "japan_share") for subject in question.subjects) else ""
    page.conclusion = [
        say("rank_fields_low" if question.ascending else "rank_fields", **fields) if question.ranked == "fields" or question.ranked == "named" and not among_labels else say(
            f"rank_head{of_countries}_low" if question.ascending else f"rank_head{of_countries}", period=head.period, area=place(area) if area else place(head),
            label=common_label(head) if among_labels else RANK_LABELS.get(question.ranked) or label(head),
            ranked=kind_named(question), winner=ranked_name(question, head), value=head.display, cite=roles.cite(head),
        )
    ]  # fmt: skip
    judge_first_place(question, head, page)
    lead_with_place(question, roles, page, area)
    if (limit := level_asked(question)) is not None:
        lead_with_level(question, limit, roles, page)
    page.body = [listed(question, roles)]
    if area is not None:
        page.points = [say("level_short", place=f"{area.period}の{place(area)}", label=label(area), value=area.display, cite=roles.cite(area))]
    if of_country(question) is not None and limit is None:
        page.points = [say(f"standing_{question.ranked}", winner=ranked_name(question, head), rank=head.parts["rank"], of=f"{head.parts['of']:,}", cite=roles.cite(head))]
    if papers := roles.figures("papers"):
        items = "、".join(say("count_item", papers=papers_of(share), value=count.display, cite=roles.cite(count)) for share, count in zip(figures, papers, strict=False))
        page.points.insert(0, say("count_many", period=papers[0].period, place=place(papers[0]), items=items))
    page.implication = implication(head, "any", question)
    page.caveats += [*([say("rank_rule")] if of_venues(question) else []), *caveats(*figures)]
