"""Which paper a text names: by authors, acronyms, titles and the year beside them."""

import re

import prompts
from assistant.understand.matcher import Hit, Phrases, Text, read
from assistant.understand.person_names import SpokenNames

# Words too common to name one paper even if only one summary lists them.
MIN_NAME = 3
MOST_OWNERS = 4
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class PaperNames:
    """The names of all papers. Names that several share tell one only together with another name or the year."""

    def __init__(self, papers):
        self.papers = {paper.id: paper for paper in papers}
        words = prompts.lexicon("works")
        self.proper, self.authors = {name.lower() for name in words["works"]}, frozenset(words["authors"])
        owners = self.owners()
        self.unique = Phrases(("paper", next(iter(ids)), name) for name, ids in owners.items() if len(ids) == 1)
        self.shared = Phrases(("paper", id, name) for name, ids in owners.items() if 1 < len(ids) <= MOST_OWNERS for id in sorted(ids) if self.titled(name, id))
        self.spoken = SpokenNames(words["authors"])

    def owners(self) -> dict[str, set[str]]:
        """Name → papers that carry it: surnames of authors, acronyms in titles, and distinctive keywords."""
        owners: dict[str, set[str]] = {}
        written: dict[str, str] = {}
        for paper in self.papers.values():
            names = set(paper.keywords) | {paper.title, paper.title_ja, paper.short_ja, re.sub(r"（.*", "", paper.short_ja)}
            names |= set(re.findall(r"[A-Z][A-Za-z]+[A-Z0-9][A-Za-z0-9-]*|[A-Z]{3,}", paper.title))
            names |= self.surnames(paper)
            for name in names:
                owners.setdefault(name.lower(), set()).add(paper.id)
                written[name.lower()] = name
        return {written[name]: ids for name, ids in sorted(owners.items()) if self.distinctive(written[name])}

    def distinctive(self, name: str) -> bool:
        """Capitalised Latin names, long Japanese titles and names of the lexicon of works; the other keywords are topics, not names."""
        if name.isascii():
            return len(name) >= MIN_NAME and not name.islower()
        return len(name) >= 12 or name.lower() in self.proper

    def titled(self, name: str, id: str) -> bool:
        """Whether a shared name is that of the paper itself or of an author, not only of something it speaks of."""
        paper = self.papers[id]
        return name in self.surnames(paper) or any(name.lower() in title.lower() for title in (paper.title, paper.title_ja, paper.short_ja))

    def find(self, text: str) -> str | None:
        """Id of the paper named, None when none or several are."""
        read_text: Text = read(text)
        for start, end, name in reversed(self.spoken.find(read_text.folded)):
            read_text = read(f"{read_text.folded[:start]} {name} {read_text.folded[end:]}")
        hits = self.unique.find(read_text)
        longest = max((hit.end - hit.start for hit in hits), default=0)
        found = {hit.key for hit in hits if hit.end - hit.start == longest}
        if len(found) == 1:
            return found.pop()
        return None if found else self.of_shared(self.shared.find(read_text), read_text.folded)

    def of_shared(self, hits: list[Hit], text: str) -> str | None:
        """The one paper that all the shared names and the year beside them fit; without a year the one without a further author, or the one by this first author."""
        names = {hit.text.lower() for hit in hits}
        fitting = [self.papers[id] for id in sorted({hit.key for hit in hits}) if names <= {hit.text.lower() for hit in hits if hit.key == id}]
        years = {int(year) for year in YEAR.findall(text)}
        if len(fitting) > 1 and any(paper.year in years for paper in fitting):
            fitting = [paper for paper in fitting if paper.year in years]
        if len(fitting) > 1 and len(names) > 1:
            fitting = [paper for paper in fitting if len(paper.authors) == len(names)]
        if len(fitting) > 1:
            fitting = [paper for paper in fitting if paper.authors[0].split()[-1].lower() in names]
        return fitting[0].id if len(fitting) == 1 else None

    def surnames(self, paper) -> set[str]:
        """Family names of the first three authors, where they are persons."""
        return {author.split()[-1] for author in paper.authors[:3]} & self.authors
