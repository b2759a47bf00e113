"""Which paper is the one of a term: the one that is named after it, else the first of those tied to it."""

import re

from assistant.evidence.foremost import DIVIDE_TERM
from assistant.evidence.library import FOUNDING_PAPER, Library, term_names
from assistant.models import Question

FIRST_SHOWN = re.compile(r"最初|初めて|はじめて|先駆|元祖|草分け|言い出し")
WHO_FIRST = re.compile(r"(?:誰|だれ|どこ)が(?:最初に|初めに)?(?:言い出|言い始|唱え|提唱|名付|名づけ)|(?:言い出|言い始め|唱え|提唱|名付け|名づけ)[^。、]{0,4}(?:の|人|方)(?:は|って)、?(?:誰|だれ|どこ|どなた)")


def titled(library: Library, term: str) -> list[str]:
    """Ids of the papers tied to a term that are called by a name of the term, in their title or id, oldest first."""
    names = [re.compile(re.escape(name.lower())) for name in term_names(library.terms[term])]
    tied = [library.papers[paper] for paper in library.terms[term].papers if paper in library.papers]
    held = [paper for paper in tied if f"-{term}" in paper.id or any(name.search(f"{paper.title} {paper.title_ja}".lower()) for name in names)]
    return [paper.id for paper in sorted(held, key=lambda paper: (paper.year, paper.id))]


def paper_of_term(words, question: Question) -> str | None:
    """「LoRAの論文」: the paper that the term is the name of, or the first tied to a term explained just before."""
    first = WHO_FIRST.search(question.text) is not None
    named_term = question.term or (first or "論文" in question.text) and words.library.term_in(question.topic if first else question.text)
    if named_term == DIVIDE_TERM and FIRST_SHOWN.search(question.text):
        return FOUNDING_PAPER
    term = question.term or words.library.term_of_paper(question.text) or (named_term if first else None)
    if term is None:
        return None
    papers = words.library.terms[term].papers
    named = [paper for paper in papers if term in paper.split("-") or nicknamed(words, paper, question.text)]
    named = named or (titled(words.library, term) if question.term or first else [])
    return named[0] if named else papers[0] if papers and (question.term or len(papers) == 1) else None


def nicknamed(words, paper: str, text: str) -> bool:
    """Whether the question calls a paper by a word of its title (in letters or katakana) or by the last part of its id."""
    names = {paper.rsplit("-", 1)[-1], *re.findall(r"[ァ-ヴー]{4,}", words.library.papers[paper].title_ja), *re.findall(r"[ァ-ヴー]{4,}", words.library.papers[paper].short_ja)}
    names |= {word for word in words.library.papers[paper].keywords if re.fullmatch(r"[ァ-ヴー]{4,}", word)}
    return any(re.search(rf"(?<![ァ-ヴーa-z]){re.escape(word.lower())}(?![ァ-ヴーa-z])", text.lower()) for word in names if len(word) >= 4)
