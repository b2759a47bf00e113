"""What a model may not do beyond what the check of numbers sees: give a number a name that only the question has, or leave out what answers.

The check reads free words generously (「民間」 is 企業); a noun that nothing cited knows must not become the name of a figure.
"""

import re
from functools import lru_cache

import prompts
from assistant.llm.forms import Form, marks, numbers
from assistant.models import Evidence, Material
from assistant.understand.matcher import read
from assistant.verify import Verifier

NOUN = re.compile(r"[一-龯々]{2,}|[ァ-ヴー]{3,}")
SPEAKER = re.compile(r"(?:^|。)([^。：「」]{2,40})：")
# Words about figures and papers; what decides whether a question can be answered at all (scope, investment) names other things.
LEXICONS = ("claims", "computed", "metrics", "places", "relations", "subjects")
TEMPLATES = ("answers/data", "answers/words", "answers/layout")


def foreign(text: str, material: Material, evidence: Evidence, brief: bool) -> list[str]:
    """Nouns of the text that neither the evidence nor the product's language knows: all of them for a brief form, else those of the question."""
    question = material.question
    held = "\n".join((own_words(), material.offline.answer, *(part for item in evidence.items for part in texts_of(item))))
    held = read(held.replace("\n", "。")).folded
    found = (match.group() for match in NOUN.finditer(read(re.sub(r"【\d+】", "", text)).folded))
    asked = read(question.text + question.resolved).folded
    return [noun for noun in dict.fromkeys(found) if (brief or noun in asked) and not composed(noun, held)]


def texts_of(item) -> tuple[str, ...]:
    figure, citation = item.figure, item.citation
    own = (figure.label_ja, figure.definition_ja, figure.method_ja, *figure.caveats_ja) if figure is not None else (item.text,)
    return (*own, citation.title, citation.quote, citation.locator)


def composed(noun: str, held: str) -> bool:
    """Whether a noun stands in the text held or falls into parts of two characters or more that do."""
    if noun in held:
        return True
    return any(noun[:cut] in held and composed(noun[cut:], held) for cut in range(2, len(noun) - 1))


@lru_cache(maxsize=1)
def own_words() -> str:
    words = [template.text for file in TEMPLATES for template in prompts.templates(file).values()]
    return "\n".join([*words, *(word for name in LEXICONS for word in leaves(prompts.lexicon(name)))])


def leaves(entry: object) -> list[str]:
    """Every string of a lexicon, keys included: names stand on either side."""
    if isinstance(entry, dict):
        return [word for key, value in entry.items() for word in (str(key), *leaves(value))]
    return [word for value in entry for word in leaves(value)] if isinstance(entry, list) else [str(entry)]


def omits(form: Form, text: str, verifier: Verifier) -> bool:
    """Whether the text leaves out something of the sentence that answers: a mark, number, place, speaker (「BCG：」) or hedge.

    Without such a sentence, whether it cites nothing.
    """
    if not form.needed:
        return not marks(text) & {item.n for item in form.evidence.items}
    places, needed = verifier.mentions.places_in, form.needed.replace("**", "")
    words = [*SPEAKER.findall(needed), *(hedge for hedge in prompts.lexicon("hedges")["hedges"] if hedge in needed)]
    return not (marks(needed) <= marks(text) and numbers(needed) <= numbers(text) and places(needed) <= places(text) and all(word in text for word in words))


def same(text: str, needed: str) -> bool:
    """Whether a text is the checked sentence itself."""
    return bool(needed) and re.sub(r"\s|\*\*", "", text) == re.sub(r"\s|\*\*", "", needed)
