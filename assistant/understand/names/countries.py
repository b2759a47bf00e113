"""Countries in a question: by their names, and by their letters in a list (米・中・独, 英仏独)."""

import re

import prompts
from assistant.understand.names.places import spoken_country
from assistant.understand.text.matcher import Hit, Phrases, Text

LETTERS = {
    "日": "Japan", "米": "United States", "中": "China", "韓": "South Korea", "英": "United Kingdom", "独": "Germany", "仏": "France", "伊": "Italy", "加": "Canada", "豪": "Australia", "印": "India",
}  # fmt: skip
EVERY, SURE = "".join(LETTERS), "日米中韓英独仏伊"
# With something between them any letters are countries; run together only those that spell no other word.
LISTED = re.compile(rf"(?<![一-龥ァ-ヴー])[{EVERY}](?:\s?[・、,/]\s?[{EVERY}])+(?![一-龥])|(?<![一-龥])[{SURE}]{{2,5}}(?![一-龥])")


class Countries:
    """Finds countries. Holds only word lists."""

    def __init__(self):
        named = prompts.lexicon("places")["countries"]
        self.capitals = Phrases((("country", "United States", "US"),), exact=True)  # 「us」 is a pronoun
        self.phrases = Phrases(("country", key, phrase) for key, phrases in named.items() for name in (key, *phrases) for phrase in spoken_country(name))

    def find(self, text: Text) -> list[Hit]:
        """Hits in order of appearance."""
        named = [*self.phrases.find(text), *self.capitals.find(text)]
        lettered = [
            Hit(at, at + 1, "country", LETTERS[text.lowered[at]], text.lowered[at])
            for run in LISTED.finditer(text.lowered)
            for at in range(run.start(), run.end())
            if text.lowered[at] in LETTERS and not any(hit.start <= at < hit.end for hit in named)
        ]
        return sorted([*named, *lettered], key=lambda hit: hit.start)
