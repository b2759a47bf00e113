"""Two sides weighed by what each measured: the work that stands for the divide, those that oppose it, and our own check. `words` is the WordsEvidence."""

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.evidence.gathered import AI
from assistant.evidence.library import FOUNDING_PAPER
from assistant.evidence.opposition import STANCE, opposing_statements
from assistant.evidence.work_facts import METHOD_PLACE, WEAKNESS_PLACE
from assistant.models import Question, Subject

MOST_AGAINST = 2
QUERY = "計算資源の格差という見方に反対し、人材やデータのほうが大きな制約だとする結論"


def sides(words, question: Question, box: Collector) -> Found:
    """How each side went about it and its limits, the side of the divide first; then our difference in differences."""
    library = words.library
    library.index
    told = [work for work in (question.paper, *question.listed) if work in library.papers]
    against = [work for work in told if library.papers[work].stance == STANCE] or [passage.source_id for passage in opposing_statements(library, QUERY)]
    for_it = next((work for work in told if library.papers[work].stance == "supports"), FOUNDING_PAPER)
    for work in (for_it, *list(dict.fromkeys(against))[:MOST_AGAINST]):
        library.cite(box, library.index.lookup(f"{work}#{METHOD_PLACE}"), "method")
        library.cite(box, library.index.lookup(f"{work}#{WEAKNESS_PLACE}"), "weakness")
    measure = words.data.measure(Subject("firm_share"), AI)
    box.figure(words.divide.did(measure), "did")
    return Found(box.evidence(), "sides")
