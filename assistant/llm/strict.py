"""What a model may not do beyond what the check of numbers sees: give a number a name that only the question has, or leave out what answers.

The check reads free words generously (「民間」 is 企業); a noun that nothing cited knows must not become the name of a figure.
"""

import re
from functools import lru_cache

import prompts
from assistant.llm.forms import Form, marks, numbers
from assistant.models import Evidence, Material
from assistant.understand.blockers import KNOWN_ACRONYMS
from assistant.understand.text.matcher import read
from assistant.verify import Verifier
from assistant.verify.segments import sentences
from assistant.write.layout import MARK

NOUN = re.compile(r"[一-龯々]{2,}|[ァ-ヴー]{3,}|[A-Za-z][A-Za-z\-]{2,}")
COLLOQUIAL = re.compile(r"って[、,]|(?:だよ|だね|じゃん|かな)[。！]")
SPEAKER = re.compile(r"(?:^|。)([^。：「」]{2,40})：")
# Words about figures and papers; what decides whether a question can be answered at all (scope, investment) names other things.
LEXICONS = ("claims", "metrics", "places", "subjects")
TEMPLATES = ("answers/data", "answers/layout")


def foreign(text: str, material: Material, evidence: Evidence, brief: bool) -> list[str]:
    """Nouns of the text that neither the evidence nor the product's language about figures knows.

    All of them for a brief form and for a sentence that rests on figures but tells no value; else those that the question has.
    """
    question, items = material.question, {item.n: item for item in evidence.items}
    held = "\n".join((own_words(), material.offline.answer, *(part for item in evidence.items for part in texts_of(item))))
    held = read(held.replace("\n", "。")).lowered
    asked = read(question.text + question.resolved).lowered
    found = []
    for sentence in sentences(text, {}):
        cited = [items[number].figure for segment in sentence.segments for number in segment.cited if number in items]
        valueless = bool(cited) and None not in cited and not {unit for _, unit in numbers(sentence.text)} - {"年", "年度"}
        nouns = (match.group() for match in NOUN.finditer(read(MARK.sub("", sentence.text)).lowered))
        found += [noun for noun in nouns if (brief or valueless or noun in asked) and noun not in KNOWN_ACRONYMS and not composed(noun, held)]
    return list(dict.fromkeys(found))


def texts_of(item) -> tuple[str, ...]:
    figure, citation = item.figure, item.citation
    own = (figure.label_ja, figure.definition_ja, figure.method_ja, *figure.caveats_ja) if figure is not None else (item.text,)
    return (*own, citation.title, citation.quote, citation.locator)


def composed(noun: str, held: str) -> bool:
    """Whether a noun stands in the text held or falls into parts of two characters or more that do; a Latin word stands there whole."""
    if noun.isascii():
        return re.search(rf"(?<![a-z]){re.escape(noun)}(?![a-z])", held) is not None
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
    """Whether the text leaves out something of the sentence that answers: a mark, number, place, metric, speaker (「BCG：」) or hedge.

    Without such a sentence, whether it cites nothing.
    """
    if not form.needed:
        return not marks(text) & {item.n for item in form.evidence.items}
    needed = form.needed.replace("**", "")
    words = [*SPEAKER.findall(needed), *(hedge for hedge in prompts.lexicon("hedges")["hedges"] if hedge in needed)]
    kept = all(read_off(needed) <= read_off(text) for read_off in (marks, numbers, verifier.mentions.places_in, verifier.prose.reader.subjects))
    return not kept or not all(word in text for word in words) or bool(COLLOQUIAL.search(text) and not COLLOQUIAL.search(needed))


def same(text: str, needed: str) -> bool:
    """Whether a text is the checked sentence itself."""
    return bool(needed) and re.sub(r"\s|\*\*", "", text) == re.sub(r"\s|\*\*", "", needed)
