"""The works on a matter of `assistant.understand.works.works_on`, and our own figures beside them. `words` is the WordsEvidence that asks."""

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.evidence.library import FOUNDING_PAPER
from assistant.models import Question, Subject
from assistant.understand.works.works_on import ELITE, SMALL

# Places of summaries: what little means were enough for, and where they are not.
WITHIN_REACH = ("izsak-2021-academic-budget-bert#point-2", "geiping-goldstein-2022-cramming#point-2", "khandelwal-2024-100k-or-100-days#point-1")
OUT_OF_REACH = "cottier-2024-rising-costs-frontier-training#point-3"
ROSE, PUSHED_OUT = f"{FOUNDING_PAPER}#point-1", f"{FOUNDING_PAPER}#point-2"


def small_firms(words, question: Question, box: Collector) -> Found:
    """What little means were enough for, and that the largest models are beyond them."""
    for place, role in (*((place, "reach") for place in WITHIN_REACH), (OUT_OF_REACH, "beyond")):
        words.library.cite(box, words.library.index.lookup(place), role)
    return Found(box.evidence(), SMALL)


def elite_apart(words, question: Question, box: Collector) -> Found:
    """What the work on the divide says of elite and of other universities, and how the share of each moved by our recount."""
    for place in (ROSE, PUSHED_OUT):
        words.library.cite(box, words.library.index.lookup(place), "said")
    words.moved(box, Subject("tier_share", tier="1-50"), prefix="elite_")
    words.moved(box, Subject("non_elite_share"), prefix="others_")
    return Found(box.evidence(), ELITE)
