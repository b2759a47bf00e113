"""The facts that are asked of works (see `assistant.understand.works.work_facts`). `words` is the WordsEvidence that asks."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.gathered import AI
from assistant.evidence.paper_turns import COUNTED, DIVIDE, OF_SAMPLE
from assistant.evidence.standing import stated_standing
from assistant.models import Question, Subject
from assistant.understand.works.work_facts import CAUSE, LATTER, METHOD, NEWER, POINTED_ORDER, REVIEW, SAMPLE, WHEN, WHERE, WHO
from assistant.understand.works.works_asked import marks

MOST = 4
METHOD_PLACE, WEAKNESS_PLACE = "section-3", "section-7"  # of a summary (docs/corpus.md)
OTHERS = "et al."
IN_JAPAN = re.compile(r"^https?://[^/]*\.jp/")  # what was written in Japanese has no English title of its own
DATED = re.compile(r"^(?!.*調べ)(?:.*いつ[^。??]{0,8}(?:誰|書|出|発表|公開|論文|報告|もの)|.*誰が(?:書|出|まとめ|作))")


def works_of(question: Question) -> tuple[str, ...]:
    """The works that the facts are asked of."""
    marked = marks(question)
    return marked[marked.index("of") + 1 :]


def facts_of(question: Question) -> tuple[str, ...]:
    """What is asked of them, in order."""
    marked = marks(question)
    return marked[2 : marked.index("of")]


def facts(words, question: Question, box: Collector) -> Found:
    """Who wrote each work and when, and its places that answer what else is asked. Raises NothingFound where no work is held."""
    library, asked = words.library, facts_of(question)
    library.index
    works = [work for work in works_of(question) if work in library.papers][:MOST]
    if not works:
        raise NothingFound(())
    beside = [work for work in question.listed if work in library.papers][:MOST] if NEWER in asked else []
    for work in dict.fromkeys((*works, *beside)):
        record(library, work, box)
    for work in works:
        if {WHEN, WHO, WHERE} & set(asked) and (dated := dated_place(library.papers[work])):
            library.cite(box, library.index.lookup(f"{work}#{dated}"), "dated")
        if METHOD in asked:
            library.cite(box, library.index.lookup(f"{work}#{METHOD_PLACE}"), "method")
        if SAMPLE in asked and (place := sample_place(library.papers[work])):
            library.cite(box, library.index.lookup(f"{work}#{place}"), "sample")
        if CAUSE in asked:
            of_cause(words, work, box)
        if {WHERE, REVIEW} & set(asked) and (standing := stated_standing(library, work)):
            library.cite(box, standing[0], "standing")
    return Found(box.evidence(), "facts", paper=question.paper, readings=last_read(question, works, library))


def last_read(question: Question, works: list[str], library) -> tuple[str, ...]:
    """That 「後者」 of more than two was read as the last one told."""
    pointed = POINTED_ORDER.search(question.text)
    if pointed is None or pointed["word"] != LATTER or len(question.listed) <= 2:
        return ()
    return (prompts.render("answers/words", "facts_last_read", word=LATTER, name=library.name(works[0])),)


def record(library, work: str, box: Collector) -> None:
    """Cite what a work is called, who wrote it and in which year, as one sentence each."""
    entry, point = library.papers[work], library.index.lookup(f"{work}#point-1")
    names = [name for name in entry.authors if not name.startswith(OTHERS)]
    listed = prompts.render("answers/words", "and_others", names="、".join(names)) if len(names) < len(entry.authors) else "、".join(names)
    told = {"name": entry.short_ja, "title": entry.title_ja, "year": entry.year, "authors": listed}
    text = prompts.render("answers/words", "record", **told) if entry.title == entry.title_ja or IN_JAPAN.search(entry.source_url) else prompts.render("answers/words", "record_titled", original=entry.title, **told)
    box.passage(f"{work}#record", "paper", f"{entry.short_ja}『{entry.title_ja}』", prompts.render("answers/words", "record_place"), point.url, text, "record")


def dated_place(entry) -> str | None:
    """Where a summary itself answers when it was written and by whom."""
    return next((f"qa-{each.number}" for each in entry.questions if DATED.search(each.question)), None)


def sample_place(entry) -> str | None:
    """Where a summary tells how much it looked at: an answer that says so, else the first claim that counts something."""
    told = [f"qa-{each.number}" for each in entry.questions if OF_SAMPLE.search(each.question) and COUNTED.search(each.answer)]
    told = told or [f"claim-{each.number}" for each in entry.claims if COUNTED.search(each.text)]
    return told[0] if told else None


def of_cause(words, work: str, box: Collector) -> None:
    """What a summary says of a cause, else its limits; for a work on the divide, our own check beside it, once."""
    entry = words.library.papers[work]
    asked = next((each for each in entry.questions if "因果" in each.question), None)
    words.library.cite(box, words.library.index.lookup(f"{work}#{f'qa-{asked.number}' if asked else WEAKNESS_PLACE}"), "cause")
    if entry.theme == DIVIDE and "did" not in box.roles:
        measure = words.data.measure(Subject("firm_share"), AI)
        box.figure(words.divide.did(measure), "did")
