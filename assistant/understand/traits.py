"""What a learned reader sees of a question: its text with the names taken out, and which entries of the lexicon were found in it."""

from dataclasses import dataclass

from assistant.understand.names.periods import Period
from assistant.understand.text.matcher import Cues, Hit, Phrases, Text

LARGEST = 3  # numbers of names from here on are not told apart
GRAMS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Traits:
    """`masked`: the text with ⟨V⟩ for a conference, ⟨F⟩ a field, ⟨A⟩ an area, ⟨I⟩ an institution, ⟨C⟩ a country, ⟨J⟩ Japan and ⟨Y⟩ a period.
    `found`: what the lexicon found, as «kind:key»."""

    masked: str
    found: tuple[str, ...]


class Lexicons:
    """The finders of Understanding, read together."""

    def __init__(self, intents: Cues, relations: Cues, groups: Phrases, metrics: Phrases, countries: Phrases):
        self.cues = {"cue": intents, "relation": relations}
        self.groups, self.metrics, self.countries = groups, metrics, countries

    def traits(self, text: Text, places: list[Hit], institutions: list[Hit], period: Period, after: str | None) -> Traits:
        """The traits of a question; `after` is the kind of the question before it, None for the first of a conversation."""
        countries = self.countries.find(text)
        found = [f"{kind}:{name}" for kind, cues in self.cues.items() for name in cues.find(text)]
        found += [f"group:{hit.key}" for hit in self.groups.find(text)] + [f"metric:{hit.key}" for hit in self.metrics.find(text)]
        found += [f"place:{hit.kind}" for hit in places] + ["japan" for hit in countries if hit.key == "Japan"]
        for name, number in (("places", len(places)), ("years", len(period.years)), ("institutions", len(institutions)), ("countries", len(countries))):
            found.append(f"{name}:{min(number, LARGEST)}")
        found += ["span"] if period.span else []
        found += [f"after:{after}"] if after else []
        spans = [(hit.start, hit.end, hit.kind[0].upper()) for hit in places] + [(hit.start, hit.end, "I") for hit in institutions]
        spans += [(hit.start, hit.end, "J" if hit.key == "Japan" else "C") for hit in countries] + [(start, end, "Y") for start, end in period.marks]
        return Traits(masked(text.lowered, spans), tuple(sorted(set(found))))


def masked(text: str, spans: list[tuple[int, int, str]]) -> str:
    """The text with each span replaced by its letter; of spans that overlap, the last one stays."""
    before = len(text) + 1
    for start, end, letter in sorted(spans, reverse=True):
        if end <= before:
            text, before = f"{text[:start]}⟨{letter}⟩{text[end:]}", start
    return text


def grams(text: str) -> list[str]:
    """Every run of one to four characters, spaces included."""
    return [text[at : at + size] for size in GRAMS for at in range(len(text) - size + 1)]
