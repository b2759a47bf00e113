"""What the works just told have in common: on which side of the divide each stands, with its first point; and which works see it otherwise than the reasons
just told. `words` is the WordsEvidence that asks."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.opposition import opposing_statements
from assistant.evidence.paper_turns import cite_between
from assistant.evidence.reasons import cite_reasons
from assistant.models import Question

MOST = 3
AMOUNT = re.compile(r"[0-9][0-9,.]*\s*万?億?(?:%|割|倍|本|件|人|名|社|校|枚|基|台|個|ドル|円|ポイント|トン|kWh|MWh|年|か月|日|時間|モデル|パラメータ|トークン|位|か国)")
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


def instances(words, question: Question, box: Collector) -> Found:
    """Statements of the works told that hold amounts (role `examples`): several of one work, one each of several. Raises NothingFound where none does."""
    works = [work for work in question.listed if work in words.library.papers][:MOST]
    for work in works:
        held = [chunk for chunk in words.library.index.chunks if chunk.source_id == work and chunk.kind == "claim" and AMOUNT.search(chunk.display)]
        for chunk in held[: MOST if len(works) == 1 else 1]:
            words.library.cite(box, chunk, "examples")
    if not box.items:
        raise NothingFound((), sentence=prompts.render("refusals", "no_instances"))
    return Found(box.evidence(), "instances", paper=works[0] if len(works) == 1 else None)


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
