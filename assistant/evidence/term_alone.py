"""A question that names a term which no paper of ours speaks of: the glossary answers it, not the paper that happens to be nearest."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.evidence.library import term_names
from assistant.models import Question
from assistant.understand.text.matcher import read

PERHAPS = "perhaps"  # in `inherited`: a few words that may be asked of the paper told last
# What may stand beside the term where nothing more is asked: 「転移学習は?」.
BARE = re.compile(r"(?:じゃあ?|では|それなら|なら|[、,「」『』\s])*(?:は|って|とは)?[??。]*")


def term_alone(words, question: Question, found: Found) -> Found:
    """`found`, or the entries of the terms that a question names where no paper is tied to them and nothing found names one (modes `term`, `benefit`, `terms`)."""
    kept = question.paper is not None and found.paper == question.paper
    if found.mode != "found" or kept or "opposed" in question.inherited or not (found.partial or words.library.begins_with_term(question.text)):
        return found
    library = words.library
    named = library.terms_in(question.text)
    alone = [term for term in named if not library.terms[term].papers]
    if not alone or any(names(item, library.terms[term]) for item in found.evidence.items for term in alone):
        return found
    box = Collector()
    told = named[:2] if len(named) == 2 else alone[:1]
    for term in told:
        library.cite(box, library.index.lookup(f"glossary#{term}"), "term")
    if len(told) == 2:
        return Found(box.evidence(), "terms", term=told[0], partial=True)
    meant = BARE.fullmatch(library.term_names.pattern.sub("", read(question.text).lowered)) is not None
    return Found(box.evidence(), "term" if meant else "benefit", term=told[0], partial=not meant)


def of_this_paper(words, question: Question) -> Question:
    """The question; without the paper told before where it names a term that is not tied to that paper (「合成データで済まないの?」 after a paper of methods)."""
    if PERHAPS not in question.inherited or not question.paper:
        return question
    named = words.library.terms_in(question.text)
    apart = named and not any(question.paper in words.library.terms[term].papers for term in named) and words.library.begins_with_term(question.text)
    return question.with_(paper=None, inherited=()) if apart else question


def names(item, term) -> bool:
    """Whether a cited passage speaks of a term by any of its names."""
    text = read(f"{item.citation.title}{item.text}").lowered
    return any(name.lower() in text for name in term_names(term))
