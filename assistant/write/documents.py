"""Answers from the user's own documents: their sentences, word for word, labelled 社内資料."""

import prompts
from assistant.evidence.documents import Quoted
from assistant.models import Draft, Item
from assistant.write.layout import Page, mark
from assistant.write.words import with_mark

FILE = "answers/words"
BREAKS = frozenset("。！？!?：「」")  # a name that holds one of these would be cut where the answer is checked


def write_documents(quoted: Quoted) -> Draft:
    """Quoted with evidence → draft."""
    evidence = quoted.evidence
    page = Page(
        conclusion=[line(evidence.item(number)) for number in evidence.roles["answer"]],
        points=[line(evidence.item(number)) for number in evidence.roles.get("support", ())],
        caveats=[prompts.render(FILE, "own_document_digest" if quoted.digest else "own_document_origin")],
    )  # fmt: skip
    return Draft(page.text(5))


def line(item: Item) -> str:
    """「社内資料『第3期.pdf』：売上高は12億円でした【1】。」"""
    title = item.citation.title
    lead = "社内資料" if BREAKS & set(title) else title
    return prompts.render(FILE, "own_document", lead=lead, text=with_mark(item.text, mark(item.n)))
