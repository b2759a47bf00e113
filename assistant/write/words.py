"""Worded answers: quotations from the corpus joined by sentence patterns, figures beside them."""

import re

import prompts
from analytics.divide.metrics import FIELD_LABELS
from assistant.evidence.found import Found
from assistant.evidence.library import FOUNDING_PAPER, Library
from assistant.evidence.paper_turns import opponents
from assistant.evidence.papers import BARE_ANSWER, WEAKNESS_PLACE
from assistant.evidence.reasons import REASONS
from assistant.models import Draft, Evidence, Item, Question
from assistant.understand.cues.sought import lead_to, one_work
from assistant.understand.figures.leaning import ORIGIN
from assistant.understand.plans.which_measure import MEASURE
from assistant.understand.words.by_form import licence_asked
from assistant.understand.words.on_way import gained
from assistant.understand.words.own_case import BUDGET, CHOOSING, ENOUGH, EXIT, FEW_DATA, HANDED, KEPT_IN, LITTLE, PEOPLE_LACK, WHOM, WITHOUT_BUYING, WITHOUT_PEOPLE
from assistant.understand.words.term_origin import ORIGIN as COINED
from assistant.understand.words.terms_apart import yes_or_no
from assistant.understand.words.ways import ALONE, JUDGED
from assistant.understand.words.where_ends import ENDS
from assistant.write.advice import ADVICE
from assistant.write.layout import MARK, Page, mark
from assistant.write.quoted import attributed, beginning, cited, items, say, short, statement, with_mark
from assistant.write.roles import Roles
from assistant.write.series import did
from assistant.write.styles import styled
from assistant.write.wordings import FLAT, UP, VERBS, direction, label, place
from assistant.write.works import WORKS_TOGETHER

SECTION_SENTENCES = 4
LED_BY_READING = ("method", "record", "by_method", "touching", "by_year")  # whose reading is their first sentence
LONGEST_FIRST = 60


def write_words(question: Question, found: Found, library: Library) -> Draft:
    page = styled(words_page(question, found, library), question, found.evidence)
    return Draft(page.text(6 if question.style == "long" else 4))


def words_page(question: Question, found: Found, library: Library) -> Page:
    """The page of what was found, before its style."""
    writers = {
        "term": term, "terms": terms, "benefit": benefit, "metric": metric, "thesis": thesis, "shut_out": shut_out, "overview": overview, "foremost": foremost, "authors": authors, "venue": venue, "section": section, "method": method, "unopposed": unopposed, "countered": countered, "related": examples, "shared": examples, "same_authors": examples, "no_original": examples, "found": passages, "examples": examples, "counter": examples, "stance": examples,
        "why": why, "limits": limits, "cause": cause, "concern": concern, "strategy": strategy, **ADVICE, **WORKS_TOGETHER,
    }  # fmt: skip
    page, roles = Page(), Roles(found.evidence)
    writers[found.mode](question, found, library, roles, page)
    if "fewer" in question.inherited:  # a paper that was not among those listed
        page.conclusion = [*question.readings, *page.conclusion]
    page.caveats = [*(() if found.mode in LED_BY_READING else found.readings), *page.caveats]
    if found.partial:
        page.body.append(partly())
    return page


def partly() -> str:
    """What is known, what is not, and what to look up next: for an answer that covers a part of the question."""
    return "\n".join([say("partly_heading"), *(f"- {say(name)}" for name in ("partly_known", "partly_unknown", "partly_next"))])



POINTING = re.compile(r"^(?:それ|これ|その|この(?!論文|資料|報告)|そう|ここ)")
SUBJECT = re.compile(r"[^。、]{1,}(?:は|が|も)(?=[、一-龥ァ-ヴーA-Za-z0-9ぁ-ん])|によると|によれば|(?:本|件|人|社|年|%)(?:です|でした)$")


def answered(question: Question, item: Item, library: Library) -> str:
    """The head statement. A bare yes or no, or an answer that leans on its question, is quoted with it, unless the asker asked just that."""
    asked = item.text.partition("\n")[0].removeprefix("問 ").rstrip("。") if item.text.startswith("問 ") else ""
    if asked and (BARE_ANSWER.match(statement(item)) or leans(statement(item))) and squeezed(asked) not in squeezed(question.text):
        return say("asked_and_answered", name=short(library.name(item.citation.id.split("#")[0])), asked=asked, text=statement(item), cite=mark(item.n))
    return attributed(item, library)


def leans(text: str) -> bool:
    """Whether the first sentence of an answer tells nothing alone: it points at its question, or names no subject (「…を課しやすくなります」)."""
    first = re.sub(r"「[^」]*」|（[^）]*）", "", text.partition("。")[0])
    return POINTING.match(first) is not None or SUBJECT.search(first) is None


def squeezed(text: str) -> str:
    return re.sub(r"[\s?？。、]", "", text)


def term(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    entry, number = library.terms[found.term], items(found, "term")[0].n
    cite = mark(number)
    page.conclusion = [with_mark(entry.definition, cite)]
    if COINED in (*question.inherited, *question.found_for[3:]):
        told = [attributed(item, library) for item in items(found, "coined")]
        told += [say("origin_titled", name=short(library.name(item.citation.id.split("#")[0])), cite=mark(item.n)) for item in items(found, "titled")]
        page.conclusion += told or [say("origin_unheld")]
    page.points = [say("analogy", text=with_mark(entry.analogy, cite), cite=""), say("why_it_matters", text=with_mark(entry.why, cite), cite="")]
    page.points += [attributed(item, library) for item in items(found, "support")]


def terms(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """Two terms side by side: what each is, then what each is like."""
    entries = [(library.terms[item.citation.id.partition("#")[2]], mark(item.n)) for item in items(found, "term")]
    page.conclusion = [say("attributed", name=short(entry.term), text=with_mark(beginning(entry.definition), cite), cite="") for entry, cite in entries]
    if asked := yes_or_no(question.text):
        page.conclusion.insert(0, say(f"terms_{asked}"))
    page.points = [say("attributed", name=short(entry.term), text=with_mark(entry.analogy, cite), cite="") for entry, cite in entries]


def benefit(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """What a term is good for, then what it is."""
    entry, cite = library.terms[found.term], mark(items(found, "term")[0].n)
    page.conclusion = [*([say("measure_rule")] if question.advice == (MEASURE,) else []), with_mark(entry.why, cite)]
    page.points = [with_mark(entry.definition, cite), say("analogy", text=with_mark(entry.analogy, cite), cite="")]


def metric(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    for figure in roles.figures("metric"):
        cite = roles.cite(figure)
        page.conclusion.append(say("metric_definition", label=label(figure), definition=figure.definition_ja.split("。")[0], cite=cite))
        page.points.append(say("metric_now", period=figure.period, place=place(figure), label=label(figure), value=figure.display, cite=cite))
    if found.term:
        entry, cite = library.terms[found.term], mark(items(found, "term")[0].n)
        page.points.append(say("analogy", text=with_mark(entry.analogy, cite), cite=""))
        page.points.append(say("why_it_matters", text=with_mark(entry.why, cite), cite=""))


# Which sweeping claim is to be judged.
THESES = (
    ("gap", re.compile(r"格差|差が|二極|広が|不公平")), ("monopoly", re.compile(r"独占|寡占|支配|牛耳|一極|集中")), ("open", re.compile(r"民主|だれでも|誰でも|開かれ")),
)


def thesis(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    first, last, moved = roles.first("first"), roles.first("last"), roles.first("change")
    university, alone = roles.first("university"), roles.first("alone")
    kind = next((kind for kind, words in THESES if words.search(question.text)), "win")
    page.conclusion = [say(f"thesis_{kind}" if direction(moved) == UP else "thesis_flat")]
    page.points = [
        say("thesis_big", place=place(first), label=label(first), first_period=first.period, first=first.display, cite_first=roles.cite(first),
            last_period=last.period, last=last.display, cite_last=roles.cite(last)),
        say("thesis_rest", period=university.period, place=place(university), university=university.display, cite_university=roles.cite(university),
            alone=alone.display, cite_alone=roles.cite(alone)),
    ]  # fmt: skip
    page.points += [attributed(item, library) for role in ("for", "against") for item in items(found, role)]
    if top := roles.first("top_last"):
        page.points.insert(1, say("thesis_top", label=label(top), first_period=roles.first("top_first").period, first=roles.first("top_first").display,
                                  cite_first=roles.cite(roles.first("top_first")), last_period=top.period, last=top.display, cite_last=roles.cite(top)))  # fmt: skip
    page.implication = say("thesis_implication")


def shut_out(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """What the claim stands on that universities are shut out: the figures first, then the papers for it and one that sees it otherwise."""
    first, last, moved = roles.first("first"), roles.first("last"), roles.first("change")
    way = direction(moved)
    page.conclusion = [say("shut_out_denied" if way == UP else "shut_out_unclear" if way == FLAT else "shut_out_shown")]
    ends = {"place": place(first), "label": label(first), "first_period": first.period, "first": first.display, "cite_first": roles.cite(first), "last_period": last.period, "last": last.display, "cite_last": roles.cite(last)}
    page.conclusion += [say("why_flat", place=place(moved), label=label(moved), cite=roles.cite(moved)) if way == FLAT else say("why_moved", **ends, direction=VERBS[way])]
    page.points = [attributed(item, library) for role in ("for", "against") for item in items(found, role)]
    alone = roles.first("alone")
    page.points.append(say("metric_now", period=alone.period, place=place(alone), label=label(alone), value=alone.display, cite=roles.cite(alone)))
    page.caveats = [say("shut_out_unseen")]


def overview(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    first, *others = items(found, "points")
    page.conclusion = [attributed(first, library)]
    page.points = [cited(item) for item in others]
    for_the_reader(found, page)


def foremost(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """The work that stands for a subject, why in a sentence, and what it says; one work alone, only that."""
    reason = items(found, "reason")[0]
    why = say("foremost_divide", cite=mark(reason.n)) if found.paper == FOUNDING_PAPER else cited(reason)
    page.conclusion = [say(f"foremost_{lead_to(question.text)}", name=short(library.name(found.paper)), cite=mark(reason.n)), why]
    others = [item for item in items(found, "points") if item is not reason]
    page.points = [cited(item) for item in (others[:1] if one_work(question.text) else others)]
    for_the_reader(found, page)


def authors(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """Who wrote a paper, and its first point."""
    item = items(found, "authors")[0]
    told, _, point = item.text.partition("。")
    page.conclusion = [with_mark(f"{told}。", mark(item.n))]
    page.points = [with_mark(point, mark(item.n))]


def venue(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    count, last = roles.first("count"), roles.first("last")
    entry = library.venues[count.slice["venue"]]
    page.conclusion = [say("venue", name=entry.name, title=entry.title, field=FIELD_LABELS[entry.field], cite=roles.cite(count))]
    page.points = [
        say("venue_papers", place=place(count), period=count.period, value=count.display, cite=roles.cite(count)),
        say("metric_now", period=last.period, place=place(last), label=label(last), value=last.display, cite=roles.cite(last)),
    ]


def section(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """The first sentences of one section of a summary."""
    item = items(found, "section")[0]
    sentences = re.findall(r"[^。]+。", statement(item))
    page.conclusion = [with_mark(f"{short(library.name(found.paper))}：{''.join(sentences[:SECTION_SENTENCES])}", mark(item.n))]
    if item.citation.id.endswith(WEAKNESS_PLACE):  # the works that the summary itself sets against it
        others = dict.fromkeys(sentence for _, _, sentence in opponents(library, found.paper))
        page.points = [with_mark(sentence, mark(item.n)) for sentence in others if sentence not in sentences[:SECTION_SENTENCES] and sentence in statement(item)]
    for_the_reader(found, page)


def method(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """How a work was studied; first what of the question its summary does not tell."""
    section(question, found, library, roles, page)
    page.conclusion = [*found.readings, *page.conclusion]


def unopposed(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """No work against what was told is held: said so, with what its own summary holds against it."""
    item = items(found, "weakness")[0]
    sentences = re.findall(r"[^。]+。", statement(item))
    page.conclusion = [say("unopposed_head")]
    page.points = [say("attributed", name=short(library.name(found.paper)), text=with_mark("".join(sentences[:SECTION_SENTENCES]), mark(item.n)), cite="")]


def countered(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """Works that see it otherwise, as the summary of the one told of sets them against it, and that one's own limits."""
    limits, stated = items(found, "weakness")[0], {item.citation.id: item for item in items(found, "against")}
    page.conclusion = [say("countered_head")]
    told: dict[str, list[str]] = {}
    for _, at, sentence in opponents(library, found.paper):
        told.setdefault(sentence, []).append(attributed(stated[at], library))
    page.points = [f"{with_mark(sentence, mark(limits.n))}{''.join(claims)}" for sentence, claims in told.items()]
    page.caveats.append(say("weakness", text=with_mark(beginning(statement(limits)), mark(limits.n)), cite=""))


def passages(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    head = items(found, "answer")[0]
    page.conclusion = [answered(question, head, library)]
    if len(MARK.sub("", page.conclusion[0]).split("。")[0]) >= LONGEST_FIRST:  # a quotation is never shortened: a short sentence leads to it
        page.conclusion.insert(0, say("found_head"))
    page.points = [attributed(item, library) for item in items(found, "support")]
    for figure in roles.figures("own"):
        page.points.append(
            say("own_figure", period=figure.period, place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure))
        )
    for_the_reader(found, page)


THERE_IS = re.compile(r"^(?:はい、?)?あります。(?=.)")  # what the summary answers 「自社に関わりがあるか」 with


def for_the_reader(found: Found, page: Page) -> None:
    """What the reader's firm makes of the paper, and how what speaks against it begins."""
    for item in items(found, "meaning"):
        page.implication = say("meaning", text=THERE_IS.sub("", cited(item)), cite="")
    for item in items(found, "weakness"):
        page.caveats.append(say("weakness", text=with_mark(beginning(statement(item)), mark(item.n)), cite=""))


def examples(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say(f"{found.mode}_head")]
    page.body = ["\n".join(f"- {answered(question, item, library)}" for item in items(found, "examples"))]
    for_the_reader(found, page)


def counter_points(evidence: Evidence, library: Library) -> list[str]:
    """Statements of papers that see it otherwise."""
    return [attributed(item, library) for item in evidence.items]


def why(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    first, last, moved = roles.first("first"), roles.first("last"), roles.first("change")
    page.conclusion = [say("why_head")]
    way = direction(moved)
    if way == FLAT:
        page.conclusion = [say("why_flat_head")]
        page.points = [say("why_flat", place=place(moved), label=label(moved), cite=roles.cite(moved))]
    else:
        page.points = [
            say("why_moved", place=place(first), label=label(first), first_period=first.period, first=first.display, cite_first=roles.cite(first),
                last_period=last.period, last=last.display, cite_last=roles.cite(last), direction=VERBS[way])
        ]  # fmt: skip
    if "count_first" in found.evidence.roles:
        begun, ended = roles.first("count_first"), roles.first("count_last")
        page.conclusion = [say("why_named_head"), *page.points]
        page.points = [say("why_counted", first_period=begun.period, first=begun.display, cite_first=roles.cite(begun), last_period=ended.period, last=ended.display, cite_last=roles.cite(ended))]
        if begun.value < ended.value and way != FLAT and moved.value < 0:
            page.points.append(say("why_outgrown"))
        return
    reasons = [item for name, *_ in REASONS for item in items(found, f"reason_{name}")]
    if len(reasons) == len(REASONS):
        page.conclusion = [say("why_parted" if PARTED_AT.search(question.text) else "why_reasons"), say("why_unproven"), *page.points]
        page.points = []
    page.points += [attributed(item, library) for item in reasons]
    page.caveats += [attributed(item, library) for item in items(found, "against")] if reasons else []
    page.points += [answered(question, item, library) for item in items(found, "answer")]
    others = {} if reasons else {item.n: item for role in ("support", "against") for item in items(found, role)}
    page.points += [attributed(item, library) for item in others.values()]


# 「2012年で区切る理由は」 「なぜ2012年を境にしたのですか」.
PARTED_AT = re.compile(r"2012年?[^。??]{0,6}(?:区切|境|分け|線を引|基準|起点)|(?:なぜ|どうして)2012|2012年なの")
SCOPE = re.compile(r"何年|いつまで|いつから|どんな会議|対象|一覧|いくつ|何個|会議の数|収録|件数|何本|何件|母数|サンプル|どの会議|どこのデータ|元データ|データ元|データソース|出どころ|出所|種類")


# Where the data come from and how to name them in a publication (NOTICE).
CREDIT = re.compile(r"クレジット|出典|出所|出どころ|引用元|どう引用|引用の仕方|著作権表示|データソース|データ元|誰が集めた|^[^。]{0,8}(?:誰|だれ|どこ|どなた)(?:の|が)[^。]{0,6}(?:調べ|調査|数字|出し|言っ)")


UNKNOWN = re.compile(r"所属[^。]{0,8}(?:不明|分から|わから|判明し)")


def limits(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    scope, unknown, full, part = (roles.first(role) for role in ("scope", "unknown", "full", "part"))
    licence = licence_asked(question.text)
    credit = licence or CREDIT.search(question.text) is not None or ORIGIN.match(question.text) is not None
    asks_scope = not credit and bool(SCOPE.search(question.text))
    head = "limits_credit" if credit else "limits_treated" if UNKNOWN.search(question.text) else "limits_head"
    page.conclusion = [say("limits_range", value=scope.display, cite=roles.cite(scope))] if asks_scope else [*([say("limits_licence")] if licence else []), say(head)]
    page.points = [
        say("limits_scope", value=scope.display, cite=roles.cite(scope)),
        say("limits_unknown", period=unknown.period, place=place(unknown), value=unknown.display, cite=roles.cite(unknown)),
        say("limits_counting", period=full.period, full=full.display, cite_full=roles.cite(full), part=part.display, cite_part=roles.cite(part)),
        say("limits_cause"),
    ]
    if asks_scope:
        page.points = [say("limits_late"), say("limits_fields"), *page.points[1:]]
    if ENDS.search(question.text):
        page.conclusion, page.caveats = [say("limits_why_end")], []
    if licence:
        page.points = [say("limits_models"), say("limits_summaries"), page.points[0]]
    page.implication = say("limits_implication")
    page.caveats = [] if asks_scope else [say("limits_late")]


# 「…の可能性は排除できるか」 and 「…と言い切れるか」 are answered by a no first.
OPEN_STILL = re.compile(r"(?:排除|否定|除外|除け|消せ|つぶせ|潰せ)")
CAN_SAY = re.compile(r"(?:言い切れ|言い切って|断定(?:でき|して)|断言(?:でき|して)|証明(?:でき|され)|結論(?:でき|づけ)|決めつけ|と(?:言|考え|見)(?:って|て)(?:いい|よい|良い|大丈夫))[^。??]{0,10}(?:か|[??]|$)")


def cause(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """That no cause is shown, then the difference-in-differences with its interval and check, and what it cannot rule out."""
    did(question, roles, page)
    reasons = [item for name, *_ in REASONS for item in items(found, f"reason_{name}")]
    said_first = "cause_not_alone" if reasons else "cause_open" if OPEN_STILL.search(question.text) else "cause_no" if CAN_SAY.search(question.text) else None
    page.conclusion = [*([say(said_first)] if said_first else []), say("why_reasons" if reasons else "cause_head"), *page.conclusion]
    page.points = [*(attributed(item, library) for item in reasons), *page.points[: 1 if reasons else None]]
    page.implication = prompts.render("answers/implications", "causal")
    page.caveats = [*page.caveats, say("cause_unseen")]


def concern(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """That all this concerns the asker's firm, why, and what beginning costs; our figures know no trades."""
    first, last, moved = roles.first("first"), roles.first("last"), roles.first("change")
    trial, *others = items(found, "cost")
    page.conclusion = [say("strategy_head_concern")]
    page.points = [
        say("why_moved", place=place(first), label=label(first), first_period=first.period, first=first.display, cite_first=roles.cite(first),
            last_period=last.period, last=last.display, cite_last=roles.cite(last), direction=VERBS[direction(moved)]),
        cited(trial), "".join(with_mark(re.match(r"[^。]*。", statement(item)).group(), mark(item.n)) for item in others),
    ]  # fmt: skip
    page.implication = say("strategy_next_start")
    page.caveats = [say("concern_unsplit")]


# What a question about strategy is really about, in the order of looking.
STRATEGIES = (
    ("solo", re.compile(rf"(?:{ALONE}).*(?:{JUDGED})")),
    ("exit", EXIT), ("people", WITHOUT_PEOPLE), ("people", PEOPLE_LACK), ("data", FEW_DATA), ("secret", KEPT_IN), ("little", LITTLE), ("budget", BUDGET), ("ready", ENOUGH), ("handed", HANDED), ("partner", CHOOSING), ("partner", WHOM), ("rent", WITHOUT_BUYING),
    ("start", re.compile(r"先に|優先|順番|後回し|先か|が先")), ("late", re.compile(r"手遅れ|遅すぎ|出遅れ|乗り遅れ|間に合")), ("partner", re.compile(r"組むなら|組むとしたら|組むべき|誰と組|どこと組|相手|共同研究|産学|大学と")),
    ("rent", re.compile(r"買うべき|借りるべき|買うか|借りるか|買うの|クラウド|gpu|GPU")), ("chance", re.compile(r"勝ち目|勝て|勝負|太刀打ち|対抗|戦え|生き残|勝算|チャンス|機会|余地|やれ(?:る|ま)|やっていけ|競争でき")),
    ("invest", re.compile(r"投資|意味はあ|意味ある|意味がある|やるべき|参入|お金をかけ|価値はあ")),
)
NEXT = {"joint": "partner", "cloud": "rent", "prototype": "start"}  # what comes next on a way
FIGURE_FIRST = ("solo", "late", "chance", "partner")


def strategy_kind(text: str) -> str:
    """solo, exit, people, data, secret, little, budget, ready, handed, late, partner, rent, chance, invest, or start (what to do first)."""
    return next((kind for kind, words in STRATEGIES if words.search(text)), "start")


def strategy(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    names = {key: entry["name"] for key, entry in prompts.table("strategies").items()}
    joint, alone = roles.first("joint"), roles.first("alone")
    kind, way = strategy_kind(question.text), gained(question.text)
    page.conclusion = [say(f"strategy_gain_{way}" if way else f"strategy_head_{kind}")]
    page.points = [
        say("strategy_point_of", name=name, work=item.citation.title.partition("（")[0], text=cited(item), cite="")
        for key, name in names.items() if way in (None, key) for item in items(found, f"strategy_{key}")
    ]  # fmt: skip
    page.points.append(
        say("strategy_figure", period=joint.period, place=place(joint), first_label=label(joint), first=joint.display, cite_first=roles.cite(joint),
            second_label=label(alone), second=alone.display, cite_second=roles.cite(alone))
    )  # fmt: skip
    if kind in FIGURE_FIRST:  # the question is about standing, not about steps: the figures come first
        page.points.insert(0, page.points.pop())
    page.implication = say(f"strategy_next_{NEXT.get(way, kind)}")
    page.caveats = [*question.readings, say("strategy_caution")]
