"""Whether any work is on a thing: 「医療を扱った論文はあるか」. A thing that works only touch on is no subject of theirs, and that is said."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.models import Question

# The thing is one noun: what is told in more words is found by what papers say.
SUBJECT = re.compile(
    r"^(?:で|じゃあ?|では|ちなみに)?[、,]?(?P<name>[一-龥]{2,5}|[ァ-ヴー]{3,10})(?:業界|分野|領域|業|産業)?(?:を|に(?:ついて|関して|関する)(?:の)?|についての)(?:中心に)?(?:扱っ(?:た|ている)|論じ(?:た|ている)|取り上げた|対象(?:に|と)した|調べた|研究した|テーマにした)?(?:論文|研究(?!者|所|費)|文献|調査)(?:は|って|も|なんて)?、?(?:ある|あり|ない|持って|収録)"
)
GENERAL = re.compile(r"格差|計算|企業|大学|論文|研究|産学|人材|大手|独占|統計|日本|各国|国内|海外|データ|モデル|クラウド|スケーリング")
STATED = ("point", "claim")
MOST, MOST_HELD = 2, 3


def subject_held(words, question: Question, box: Collector) -> Found | None:
    """Found of the works on the thing (mode `on_subject`), or of those that only touch on it (`touched`); None where no such work is asked for. Raises
    NothingFound where nothing speaks of it."""
    match = SUBJECT.match(question.text)
    if match is None or GENERAL.search(match["name"]):
        return None
    name, library = match["name"], words.library
    if library.term_in(name):
        return None
    if held := [paper.id for paper in library.papers.values() if name in f"{paper.title_ja} {' '.join(paper.keywords)}"]:
        for paper in held[:MOST_HELD]:
            library.cite(box, library.index.lookup(f"{paper}#point-1"), "examples")
        return Found(box.evidence(), "on_subject")
    told = [chunk for chunk in library.index.chunks if chunk.source_id in library.papers and chunk.kind in STATED and name in chunk.display]
    if not told:
        raise NothingFound((name,))
    for chunk in {chunk.source_id: chunk for chunk in reversed(told)}.values():
        if len(box.items) < MOST:
            library.cite(box, chunk, "examples")
    return Found(box.evidence(), "touched")
