"""What the record of a work tells: the sentence of its summary that says so, else who wrote it and when, led by what is not held."""

import re

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.evidence.paper_record import TOLD
from assistant.models import Question
from assistant.understand.works.paper_record import BELONGS
from assistant.write.layout import Page, mark
from assistant.write.quoted import cited, items, say, short, statement, with_mark
from assistant.write.roles import Roles


def record(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    kind = question.inherited[-1]
    told = []
    for item in items(found, "told"):
        sentence = next(each for each in re.findall(r"[^。]+。", statement(item)) if TOLD[kind].search(each))
        told.append(say("attributed", name=short(library.name(found.paper)), text=with_mark(sentence, mark(item.n)), cite=""))
    lead = [] if told and kind == BELONGS else list(found.readings)
    page.conclusion = lead or told
    page.points = [*(told if lead else []), *(cited(item) for item in items(found, "record"))]


RECORD = {"record": record}
