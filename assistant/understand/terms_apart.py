"""Whether the term just explained is another thing than one that the next message names: 「GPUとは違うものですか?」 after 「深層学習とは何ですか」."""

import re

from assistant.models import Question
from assistant.understand.matcher import Text

TERM_APART = "term_apart"
LONGEST = 30  # characters
ASKED = re.compile(r"^(?:で、?|じゃあ?、?|では、?|ちなみに、?)?(?:(?:それ|これ)(?:は|って|も)、?)?[^、。??]{2,18}?(?:と|とは|って|なの)(?:は)?、?(?:何が|どう|どこが|また|やっぱり?|全く|まったく)?(?:違[いうっ]|別(?:物|の|に)|同じ|おなじ|一緒|異な|区別)[^。??]{0,12}[。??]*$")
DIFFERENT, SAME = re.compile(r"違(?:う|い(?:ます|は(?:ある|あり))|って(?:い)?)[^。??]{0,6}(?:か|の|[??]|$)|別(?:物|の)"), re.compile(r"同じ|おなじ|一緒")
HOW = re.compile(r"何が|どう|どこが|違いは(?:何|どこ)|違いを")


def term_apart(text: Text, previous: Question | None) -> Question | None:
    """The question, with the term told before; None for any other."""
    if previous is None or previous.intent != "explain" or not previous.term or previous.subjects or len(text.folded) > LONGEST or not ASKED.match(text.folded):
        return None
    return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, term=previous.term, inherited=(TERM_APART,))


def yes_or_no(text: str) -> str | None:
    """What a question on two things wants to hear first: `different`, `same`, None where it asks how they differ."""
    if HOW.search(text):
        return None
    return "same" if SAME.search(text) else "different" if DIFFERENT.search(text) else None
