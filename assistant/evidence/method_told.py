"""How a paper estimates, as far as its summary tells. `words` is the WordsEvidence that asks."""

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.models import Question
from assistant.understand.works.method_words import METHOD, NAMED_HOW, WORDS

SECTION = 3  # of a summary: how it was studied (docs/corpus.md)


def method_told(words, question: Question, paper: str, box: Collector) -> Found | None:
    """The summary's own account of the method, with the words it does not hold said; None for any other question, and where it holds them all."""
    if METHOD not in question.inherited and not NAMED_HOW.search(question.text):
        return None
    asked = tuple(dict.fromkeys(match.group() for match in WORDS.finditer(question.text) if not NAMED_HOW.fullmatch(match.group())))
    whole = " ".join(f"{chunk.title} {chunk.text}" for chunk in words.library.index.chunks if chunk.source_id == paper)
    unsaid = [word for word in asked if word not in whole]
    if asked and not unsaid:
        return None
    words.library.cite(box, words.library.index.lookup(f"{paper}#section-{SECTION}"), "section")
    told = (prompts.render("answers/words", "method_unsaid", words="".join(f"「{word}」" for word in unsaid)),) if unsaid else ()
    return Found(box.evidence(), "method", paper=paper, readings=told)
