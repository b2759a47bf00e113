"""Sentences of paper summaries that may be said beside a phrase."""

from assistant.evidence.collector import Collector
from assistant.evidence.library import Library
from assistant.models import Item, Question
from assistant.understand.words.summed_up import SUM

DEFAULT_THEME = "格差の実態"
MOST = 2


def sayings(question: Question, library: Library) -> tuple[Item, ...]:
    """The 会議フレーズ of summaries nearest to the scene, at most two, one of each paper. A scene without a topic speaks of the divide itself.

    Of a summing up, the places of what was explained.
    """
    box = Collector()
    if question.advice == (SUM,):
        for place in question.explained:
            library.cite(box, library.index.lookup(place), "sayings")
        return box.evidence().items
    filters = {"source_id": question.paper} if question.paper else {}
    if not filters and library.term_in(question.topic) is None and not question.subjects:
        filters = {"theme": DEFAULT_THEME}
    for passage in library.search(question.topic, k=MOST, kinds=("phrase",), filters=filters, per_parent=1):
        library.cite(box, passage, "sayings")
    return box.evidence().items
