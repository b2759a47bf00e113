"""What the works just told have in common: on which side of the divide each stands, with its first point; and which works see it otherwise than the reasons
just told. `words` is the WordsEvidence that asks."""

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.opposition import opposing_statements
from assistant.evidence.paper_turns import cite_between
from assistant.evidence.reasons import cite_reasons
from assistant.models import Question

MOST = 3
OTHERWISE_QUERY = "計算資源の格差よりも人材やデータのほうが大きな制約だとする結論"


def in_common(words, question: Question, box: Collector) -> Found:
    """The first point of each of the works (role `common`). Raises NothingFound where fewer than two are held."""
    works = [work for work in question.listed if work in words.library.papers][:MOST]
    if len(works) < 2:
        raise NothingFound(())
    cite_between(words.library, tuple(works), box)
    for work in works:
        words.library.cite(box, words.library.index.lookup(f"{work}#point-1"), "common")
    return Found(box.evidence(), "common")


def otherwise(words, question: Question, box: Collector) -> Found:
    """One statement each of the works that see another reason (role `examples`)."""
    for passage in opposing_statements(words.library, OTHERWISE_QUERY)[:MOST]:
        words.library.cite(box, passage, "examples")
    return Found(box.evidence(), "otherwise")


def rivals(words, question: Question, box: Collector) -> Found:
    """What works say for compute and for people as the reason, and those that see people as what is lacking (role `examples`)."""
    cite_reasons(words.library, box)
    for passage in opposing_statements(words.library, OTHERWISE_QUERY)[: MOST - 1]:
        words.library.cite(box, passage, "examples")
    return Found(box.evidence(), "rivals")
