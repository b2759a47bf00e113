"""What is asked of terms beside their meaning: how two of them differ, and what one is good for. `words` is the WordsEvidence that asks."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.models import Question
from assistant.understand.words.own_meaning import OWN
from assistant.understand.words.terms_apart import BOTH, TERM_APART, terms_told

APART = re.compile(r"違い|違う|違っ|区別|異なる|異なり|使い分け|別物|同じ(?:もの|こと|意味|です|なの|[??])")
GOOD_FOR = re.compile(r"何が(?:うれし|嬉し|いい|良い|よい|ありがた|得|便利)|何の(?:役に立|得に|ため)|メリット|利点|長所|強み|良さ|ありがたみ|うまみ|役に立|使いどころ|なぜ(?:大事|重要|大切)|何が(?:大事|重要|すごい)|良し悪し|(?:良い|いい|悪い)ところ|欠点|短所")
OF_WORKS = re.compile(r"論文|研究(?![者所費])|文献|調査|白書|報告|うち|自社|当社")
OTHER_SIDE = re.compile(r"(?:と|とは|って)?(?:は)?、?(?:何が|どう|どこが|また|やっぱり|全く|別に)?(?:違|別|同じ|おなじ|一緒|異な|区別).*$")
INTENTS = ("explain", "paper")
WAYS = frozenset({"cloud", "shared-compute", "joint-research", "industry-academia", "poc", "on-premises", "subsidy"})  # what is good about a way to go is advice
BOTH_SIDES = re.compile(r"メリット|デメリット|利点|欠点|長所|短所|良し悪し|良いところ|悪いところ|いいところ")
REST = 12  # characters that may stand beside the terms and what is asked of them


def of_terms(words, question: Question, box: Collector) -> Found | None:
    """The difference of two terms (mode `terms`) or what one is good for (`benefit`), where a question names them and little else; None for any other."""
    if question.inherited == (TERM_APART,):
        return beside_told(words, question, box)
    if question.inherited == (OWN,):
        words.library.cite(box, words.library.index.lookup(f"glossary#{question.term}"), "term")
        return Found(box.evidence(), "benefit", term=question.term)
    sided = question.intent == "strategy" and not question.advice and BOTH_SIDES.search(question.text) is not None
    if question.intent not in INTENTS and not sided or question.paper or question.subjects or any(place.kind != "area" for place in question.places) or question.years or question.inherited or OF_WORKS.search(question.text):
        return None
    named = words.library.terms_in(question.text)
    apart, good = APART.search(question.text), GOOD_FOR.search(question.text)
    if sided and WAYS & set(named):
        return None
    if not (len(named) == 2 and apart or len(named) == 1 and good and words.library.begins_with_term(question.text) and len(question.text[good.end() :]) <= REST):
        return None
    for term in named:
        words.library.cite(box, words.library.index.lookup(f"glossary#{term}"), "term")
    return Found(box.evidence(), "terms" if len(named) == 2 else "benefit", term=named[0])


def beside_told(words, question: Question, box: Collector) -> Found:
    """The term explained before beside the one that the question names; where it names none of the glossary, what is asked stands alone."""
    named = [term for term in words.library.terms_in(OTHER_SIDE.sub("", question.text)) if term != question.term]
    if not named and BOTH.match(question.text):  # the two that were explained last
        named = [term for term in reversed(terms_told(question.explained)) if term != question.term]
    if not named:
        return words.explain(question.with_(term=None, inherited=()), box)
    for term in (question.term, named[0]):
        words.library.cite(box, words.library.index.lookup(f"glossary#{term}"), "term")
    return Found(box.evidence(), "terms", term=question.term)
