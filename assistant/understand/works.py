"""Works of the corpus and their authors as a question names them: in Latin letters, by their Japanese name, or in katakana by their sound."""

import prompts
from assistant.understand.matcher import Hit, Phrases, Text
from assistant.understand.person_names import SpokenNames
from assistant.understand.spans import outside


class Works:
    """Finds programmes, models, methods, reports and authors (prompts/lexicon/works.yaml)."""

    def __init__(self):
        words = prompts.lexicon("works")
        self.listed = Phrases(("work", name, name) for names in words.values() for name in names)
        self.spoken = SpokenNames(words["authors"])

    def find(self, text: Text) -> list[Hit]:
        """Hits in order of appearance; the key is the name as the lexicon has it."""
        listed = self.listed.find(text)
        spoken = [Hit(start, end, "work", name, text.folded[start:end]) for start, end, name in self.spoken.find(text.folded)]
        return sorted([*listed, *outside(spoken, listed)], key=lambda hit: hit.start)
