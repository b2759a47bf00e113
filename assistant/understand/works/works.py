"""Works of the corpus and their authors as a question names them: in Latin letters, by their Japanese name, or in katakana by their sound."""

import re

import prompts
from assistant.understand.cues.intent import DEFINITION
from assistant.understand.text.matcher import Hit, Phrases, Text, read
from assistant.understand.text.spans import outside
from assistant.understand.works.work_names import WorkNames
from index.corpus import load_heads

# Behind the name of an institution: how many papers it has, and how large a share of all.
PAPERS_OF = re.compile(r"の(?:ai)?(?:論文(?:の(?:数|本数|割合|比率|シェア|件数|推移)|数|シェア)|割合|比率|シェア|順位|本数)")


class Works:
    """Finds programmes, models, methods and reports (prompts/lexicon/works.yaml), and works of the corpus by their titles and authors."""

    def __init__(self):
        """Reads the heads of the summaries. Raises index.errors.CorpusError."""
        self.listed = Phrases(("work", name, name) for name in prompts.lexicon("works")["works"])
        self.names = WorkNames(load_heads())

    def find(self, text: Text) -> list[Hit]:
        """Hits in order of appearance; the key is the name as the lexicon has it, or as it is written."""
        listed = self.listed.find(text)
        named = [Hit(hit.start, hit.end, "work", written, written) for hit in self.names.named(text) if hit.kind != "name" and (written := text.folded[hit.start : hit.end])]
        return sorted([*listed, *outside(named, listed)], key=lambda hit: hit.start)

    def told_of(self, text: Text, institutions: list[Hit]) -> list[Hit]:
        """What `find` finds but for institutions whose papers are measured: 「理研の論文の割合」."""
        measured = [hit for hit in institutions if PAPERS_OF.match(text.lowered, hit.end)]
        return outside(self.find(text), measured)

    def named(self, words: str) -> bool:
        """Whether words name a work of the corpus by its author or title."""
        return any(hit.kind in ("author", "title", "name") for hit in self.names.named(read(words)))

    def defined(self, text: Text) -> bool:
        """Whether a work or term that is held is to be explained."""
        return DEFINITION.search(text.lowered) is not None and bool(self.find(text))

    def spoken_of(self, text: Text) -> bool:
        """Whether a text speaks of a work of the corpus as one: by its author, title or edition."""
        return self.names.spoken_of(text)
