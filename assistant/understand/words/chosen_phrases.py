"""「社長向けだと?」「もっと短く」「2文で」 after words to say: another audience, tone, stance or length for the same words."""

import prompts
from assistant.models import Question
from assistant.understand.text.lengths import shorter_wanted, told_length
from assistant.understand.words.fact_wanted import FACT
from assistant.understand.words.put_to import REPLY

TELL = "tell"  # `advice` of words to say that carry what was told in words
CHOSEN = ("stances", "audiences", "politeness", "lengths")


def chooses_phrases(text: str, previous: Question) -> bool:
    """Whether a text only chooses among the ways to say what was said last; after questions to put, a situation of its own (「反対する役員への返し」) is another matter."""
    if previous.advice and previous.advice[0] not in (REPLY, FACT, TELL) and any(cue in text for entry in prompts.table("phrases/situations").values() for cue in entry["cues"]):
        return False
    options = prompts.table("phrases/options")
    return told_length(text) is not None or shorter_wanted(text) or any(cue in text for name in CHOSEN for entry in options[name].values() for cue in entry["cues"])
