"""Other names of what a question speaks of, from the glossary: 「グラボ」 also looks for GPU, 「訓練コスト」 for 学習費用."""

import re
from functools import lru_cache

from index.corpus import CORPUS_FOLDER, load_glossary
from index.lexical import question_words
from index.normalize import normalize

LEAST_LENGTH = 2
SCRIPTS = ("ァ-ヴー", "0-9a-z")  # a name in one of these must not be cut out of a longer word


def names(term):
    """Term and aliases, and the term without its bracket."""
    bare = re.sub(r"[（(].*?[）)]", "", term.term)
    return tuple(dict.fromkeys(normalize(name) for name in (bare, *term.aliases)))


def pattern(name):
    """Regular expression of a name that stands for itself."""
    before = "".join(f"(?<![{script}])" for script in SCRIPTS if re.match(f"[{script}]", name[0]))
    after = "".join(f"(?![{script}])" for script in SCRIPTS if re.match(f"[{script}]", name[-1]))
    return before + re.escape(name) + after


class Expansion:
    """Looks up the names of a glossary in a question. Safe for threads."""

    def __init__(self, glossary):
        """glossary: GlossaryTerms."""
        self.terms = {}
        for term in glossary:
            for name in names(term):
                if len(name) >= LEAST_LENGTH:
                    self.terms.setdefault(name, []).append(term)
        ordered = sorted(self.terms, key=lambda name: (-len(name), name))
        self.pattern = re.compile("|".join(map(pattern, ordered))) if ordered else None

    def words(self, query):
        """Question → words of the terms it names in another way (the first names only, not every alias), without the question's own words."""
        if self.pattern is None:
            return []
        found = []
        for match in self.pattern.finditer(normalize(query)):
            for term in self.terms[match.group()]:
                found += question_words(re.sub(r"[（(].*?[）)]", "", term.term))
        own = set(question_words(query))
        return [word for word in dict.fromkeys(found) if word not in own]


@lru_cache(maxsize=1)
def own_names():
    """Expansion over the shipped glossary, made once a process. Raises CorpusError."""
    return Expansion(load_glossary(CORPUS_FOLDER / "glossary.yaml"))
