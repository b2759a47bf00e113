"""Cuts the corpus into passages that can be found, shown and cited on their own."""

import hashlib
import json
from dataclasses import asdict, dataclass

KINDS = ("claim", "qa", "section", "point", "phrase", "glossary", "figure")


@dataclass(frozen=True)
class Chunk:
    """One passage.

    id: stable (`<paper>#claim-3`, `glossary#gpu`, `figure#firm_share.ai.2021`). text: what is embedded and searched. display: what is shown.
    source_id: the parent (paper id, `glossary`, metric of a figure). locator: where in it, in Japanese. url: "" when there is none.
    year, theme, stance: of the paper, None for the rest. keywords: searched as words, not embedded.
    """

    id: str
    kind: str
    title: str
    text: str
    display: str
    source_id: str
    locator: str
    url: str
    year: int | None = None
    theme: str | None = None
    stance: str | None = None
    keywords: tuple[str, ...] = ()


def corpus_chunks(corpus):
    """Corpus → tuple of Chunk, papers by id in the order of their file, then the glossary."""
    return (*(chunk for paper in corpus.papers for chunk in paper_chunks(paper)), *(term_chunk(term) for term in corpus.glossary))


def paper_chunks(paper):
    """All passages of one summary. The short name goes before texts that do not name their paper."""
    def chunk(kind, key, locator, text, display, keywords=()):
        """A Chunk of this paper."""
        return Chunk(f"{paper.id}#{key}", kind, paper.title_ja, text, display, paper.id, locator, paper.source_url,
                     paper.year, paper.theme, paper.stance, tuple(keywords))

    name = paper.short_ja
    for n, section in enumerate(paper.sections, 1):
        keywords = paper.keywords if n == 1 else ()
        yield chunk("section", f"section-{n}", section.heading, f"{name} {paper.title_ja} {section.heading}\n{section.text}", section.text, keywords)
    for point in paper.points:
        yield chunk("point", f"point-{point.number}", f"要点{point.number}", f"{name} {point.text}", point.text)
    for claim in paper.claims:
        yield chunk("claim", f"claim-{claim.number}", f"主張{claim.number}", f"{name} {claim.text}", claim.text)
    for qa in paper.questions:
        yield chunk("qa", f"qa-{qa.number}", f"想定問答{qa.number}", f"{name} {paper.title_ja} {qa.question} {qa.answer}", f"問 {qa.question}\n答 {qa.answer}")
    for phrase in paper.phrases:
        yield chunk("phrase", f"phrase-{phrase.number}", f"会議フレーズ{phrase.number}", f"{phrase.scene} {name} {phrase.text}", f"[{phrase.scene}] {phrase.text}")


def term_chunk(term):
    """One glossary term."""
    names = "、".join((term.term, *term.aliases))
    body = f"{term.definition}{term.analogy}{term.why}"
    return Chunk(f"glossary#{term.id}", "glossary", term.term, f"{names}とは {body}", f"{term.definition}\nたとえ: {term.analogy}\nなぜ大切か: {term.why}",
                 "glossary", f"用語集「{term.term}」", "", keywords=(term.reading, *term.aliases))


def chunks_hash(chunks):
    """sha256 over everything in the chunks, as hex; the identity of what an index was built from."""
    lines = (json.dumps(asdict(c), ensure_ascii=False, sort_keys=True) for c in chunks)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
