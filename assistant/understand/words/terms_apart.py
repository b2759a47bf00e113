"""Whether the term just explained is another thing than one that the next message names: 「GPUとは違うものですか?」 after 「深層学習とは何ですか」."""

import re

from assistant.models import Question
from assistant.understand.names.recent import explained
from assistant.understand.text.matcher import Text

TERM_APART = "term_apart"
LONGEST = 30  # characters
ASKED = re.compile(r"^(?:で、?|じゃあ?、?|では、?|ちなみに、?)?(?:(?:それ|これ)(?:は|って|も)、?)?[^、。??]{2,18}?(?:と|とは|って|なの)(?:は)?、?(?:何が|どう|どこが|また|やっぱり?|全く|まったく)?(?:違[いうっ]|別(?:物|の|に)|同じ|おなじ|一緒|異な|区別)[^。??]{0,12}[。??]*$")
DIFFERENT, SAME = re.compile(r"違(?:う|い(?:ます|は(?:ある|あり))|って(?:い)?)[^。??]{0,6}(?:か|の|[??]|$)|別(?:物|の)"), re.compile(r"同じ|おなじ|一緒")
BOTH = re.compile(r"^(?:で、?|じゃあ?、?|では、?|結局、?)?(?:この|その|今の)?(?:二つ|2つ|ふたつ|両者|両方|二者|前の二つ)(?:の(?:用語|言葉|方法|手法)?)?(?:は|って|の|、)*(?:何が|どう|どこが)?、?(?:違い|違う|違って|差|区別|使い分け|関係|異なる|同じ)[^。??]{0,12}[。??]*$")
HOW = re.compile(r"何が|どう|どこが|違いは(?:何|どこ)|違いを")


def term_apart(text: Text, previous: Question | None) -> Question | None:
    """The question, with the term told before; None for any other."""
    if previous is None or previous.intent != "explain" or not previous.term or previous.subjects or len(text.folded) > LONGEST:
        return None
    if not (ASKED.match(text.folded) or BOTH.match(text.folded) and len(terms_told(explained(previous))) > 1):
        return None
    return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, term=previous.term, inherited=(TERM_APART,))


def terms_told(places: tuple[str, ...]) -> tuple[str, ...]:
    """The terms among the places in the corpus that a talk told of."""
    return tuple(place.partition("#")[2] for place in places if place.startswith("glossary#"))


def yes_or_no(text: str) -> str | None:
    """What a question on two things wants to hear first: `different`, `same`, None where it asks how they differ."""
    if HOW.search(text):
        return None
    return "same" if SAME.search(text) else "different" if DIFFERENT.search(text) else None
