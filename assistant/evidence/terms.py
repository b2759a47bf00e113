"""What is asked of terms beside their meaning: how two of them differ, and what one is good for. `words` is the WordsEvidence that asks."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.models import Question

APART = re.compile(r"違い|違う|違っ|区別|異なる|異なり|使い分け")
GOOD_FOR = re.compile(r"何が(?:うれし|嬉し|いい|良い|よい|ありがた|得|便利)|何の(?:役に立|得に|ため)|メリット|利点|長所|強み|良さ|ありがたみ|うまみ|役に立|使いどころ|なぜ(?:大事|重要|大切)|何が(?:大事|重要|すごい)")
OF_WORKS = re.compile(r"論文|研究(?![者所費])|文献|調査|白書|報告|うち|自社|当社")
INTENTS = ("explain", "paper")
REST = 12  # characters that may stand beside the terms and what is asked of them


def of_terms(words, question: Question, box: Collector) -> Found | None:
    """The difference of two terms (mode `terms`) or what one is good for (`benefit`), where a question names them and little else; None for any other."""
    if question.intent not in INTENTS or question.paper or question.subjects or question.places or question.years or question.inherited or OF_WORKS.search(question.text):
        return None
    named = words.library.terms_in(question.text)
    apart, good = APART.search(question.text), GOOD_FOR.search(question.text)
    if not (len(named) == 2 and apart or len(named) == 1 and good and words.library.begins_with_term(question.text) and len(question.text[good.end() :]) <= REST):
        return None
    for term in named:
        words.library.cite(box, words.library.index.lookup(f"glossary#{term}"), "term")
    return Found(box.evidence(), "terms" if len(named) == 2 else "benefit", term=named[0])
