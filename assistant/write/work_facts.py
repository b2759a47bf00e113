"""The facts asked of works, in the order of asking: of one work a sentence each, of several a line each."""

import re
from dataclasses import replace

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.evidence.standing import stated_standing
from assistant.evidence.work_facts import facts_of, works_of
from assistant.models import Item, Question
from assistant.understand.works.work_facts import CAUSE, METHOD, NEWER, REVIEW, SAMPLE, TITLE, WHEN, WHERE, WHO
from assistant.write.layout import Page, mark
from assistant.write.quoted import attributed, beginning, items, say, short, statement, with_mark
from assistant.write.roles import Roles
from assistant.write.unreviewed import method_of, unreviewed
from assistant.write.wordings import own_did

WRITTEN = (TITLE, WHEN, WHO, WHERE, NEWER)


def facts(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    asked, records = facts_of(question), {work_of(item): item for item in items(found, "record")}
    works = [work for work in works_of(question) if work in records]
    if NEWER in asked:
        page.conclusion = newer(works, records, library)
        page.points = [line(work, year_of(work, library) + authors_of(item), item, library) for work, item in records.items()]
    elif len(works) > 1 and not any(kind in WRITTEN for kind in asked):
        page.conclusion = [say("facts_cause")] if asked[0] == CAUSE else [say("how_head")]
        page.points = [said for work in works if (said := of_work(asked, work, found, library))]
    elif len(works) > 1:
        page.conclusion = [say("facts_titles" if TITLE in asked else "facts_head")]
        page.points = [with_mark(item.text, mark(item.n)) if TITLE in asked else line(work, year_of(work, library) + authors_of(item), item, library) for work, item in records.items() if work in works]
    else:
        told = list(dict.fromkeys(said for kind in asked for said in of_one(kind, works[0], records[works[0]], found, library)))
        first = 1 if asked[0] in (*WRITTEN, METHOD, SAMPLE) else 2
        page.conclusion, page.points = told[:first], told[first:]
    if (figure := roles.first("did")) is not None:
        (page.conclusion if len(works) > 1 else page.points).append(own_did(figure, roles.cite(figure)))
    page.body += ["\n".join(f"- {attributed(item, library)}" for item in dated)] if (dated := items(found, "dated")) else []


def work_of(item: Item) -> str:
    return item.citation.id.partition("#")[0]


def year_of(work: str, library: Library) -> str:
    """The sentence of the record that tells the year."""
    return say("record_year", year=library.papers[work].year)


def title_of(item: Item) -> str:
    """The sentence of the record that tells the title: its first one."""
    return re.match(r".*?です。", item.text)[0]


def authors_of(item: Item) -> str:
    """The sentence of the record that tells the authors: its last one."""
    return item.text[item.text.rindex("著者は、") :]


def line(work: str, text: str, item: Item, library: Library) -> str:
    """Words of a record or summary, led by the name of the work."""
    return say("attributed", name=short(library.name(work)), text=with_mark(text, mark(item.n)), cite="")


def newer(works: list[str], records: dict[str, Item], library: Library) -> list[str]:
    """Whether the work that was pointed at is the newest of those told, with its year; where none was, which one is."""
    def told(work: str) -> str:
        return line(work, year_of(work, library), records[work], library)

    years = {work: library.papers[work].year for work in records}
    newest = max(records, key=years.get)
    if len(works) > 1:
        return [told(newest), say("facts_latest")]
    work = works[0]
    if len(records) == 1:
        return [told(work), say("facts_one")]
    if years[newest] > years[work]:
        return [say("facts_older"), told(work), told(newest)]
    return [say("facts_same_year" if list(years.values()).count(years[work]) > 1 else "facts_newest"), told(work)]


def of_work(asked: tuple[str, ...], work: str, found: Found, library: Library) -> str:
    """The answers for one of several works on one line, led by its name once; "" where its summary tells nothing of them."""
    name, fixed = f"{short(library.name(work))}：", say("facts_cause")
    own = replace(found, evidence=replace(found.evidence, roles={role: tuple(n for n in numbers if work_of(found.evidence.item(n)) == work) for role, numbers in found.evidence.roles.items()}))
    said = [line.removeprefix(name) for kind in asked for line in of_one(kind, work, None, own, library) if line != fixed]
    return name + "".join(said) if said else ""


def of_one(kind: str, work: str, record: Item | None, found: Found, library: Library) -> list[str]:
    """The sentences that answer one thing asked of one work."""
    if kind == TITLE:
        return [with_mark(title_of(record), mark(record.n))]
    if kind == WHEN:
        return [line(work, year_of(work, library), record, library)]
    if kind == WHO:
        return [line(work, authors_of(record), record, library)]
    if kind == METHOD:
        item = items(found, "method")[0]
        return [say("attributed", name=short(library.name(work)), text=method_of(found, work) or with_mark(beginning(statement(item)), mark(item.n)), cite="")]
    if kind == SAMPLE:
        return [attributed(item, library) for item in items(found, "sample")] or [say("facts_no_sample")]
    if kind == CAUSE:
        return [say("facts_cause"), *(attributed(item, library) if "#qa-" in item.citation.id else line(work, beginning(statement(item)), item, library) for item in items(found, "cause") if record is not None or "#qa-" in item.citation.id)]
    if kind in (WHERE, REVIEW):
        standing, held = stated_standing(library, work), {item.citation.id: item for item in items(found, "standing")}
        return [line(work, standing[1], held[standing[0].id], library) if standing else unreviewed(library, work)]
    return []
