"""Authors of works by their family names, in Latin letters or in katakana (listed in prompts/lexicon/works.yaml, else by their sound)."""

import re
from collections.abc import Iterable

from assistant.understand.names.person_names import OF_WORK, SpokenNames
from assistant.understand.names.title_names import plain_letters

ORGANISATION = re.compile(r"Universit|Institut|Technolog|Ministry|Group|Company|Foundation|Force|partners|University|^et al|Symonds")
NOTE = re.compile(r"\s*\([^()]*\)")
SHORT = 4  # letters: such names are also other words
SHORT_KANA = 3
# What follows the name of an author: 「Hooker氏」「Brownらの論文」「Ho(2021)」「Goldsteinとの共著」.
AUTHORED = re.compile(
    r"\s?(?:ら|氏|さん|ほか|他|たち|教授|博士|先生|et al)(?![一-龥])|\s?[((]?(?:19|20)\d\d|(?:という(?:人|研究者|著者))?の(?:(?:19|20)\d\d年?の?)?(?:論文|研究(?![者所費])|報告|調査|文献|レビュー|主張|指摘|レポート|推計|試算|ペーパー|paper)|"
    r"\s?(?:と|&|、|・|and )\s?[A-Z][a-zé]+(?:ら|氏|の|\s?\d{4})|\s?(?:が|は)[^。、]{0,12}(?:書い|言っ|主張|論じ|示し|発表)|\s(?:論文|paper)"
)
# In katakana a short name must be told from a word by what follows it.
AUTHORED_KANA = re.compile(r"(?:ら(?:の|は|が|に|も|って|、|$|[??])|氏|さん|ほか|たち|教授|博士|先生|という(?:人|研究者|著者)|の(?:19|20)\d\d年)")


def family_name(author: str) -> str | None:
    """The last word of a person's name; None for organisations and 「et al.」."""
    name = NOTE.sub("", author).strip()
    return name.split()[-1] if " " in name and not ORGANISATION.search(name) else None


def authors_of(head) -> list[str]:
    """Family names of the persons who wrote a work, in order."""
    return [name for author in head.authors if (name := family_name(author))]


class AuthorNames:
    """Finds family names. Safe to share between threads."""

    def __init__(self, heads: Iterable, katakana: dict[str, list[str]], everyday: Iterable[str]):
        """katakana: family name → how it is written in kana; everyday: family names that are also other words."""
        self.owners: dict[str, set[str]] = {}
        for head in heads:
            for name in authors_of(head):
                self.owners.setdefault(plain_letters(name), set()).add(head.id)
        self.doubtful = {name for name in self.owners if len(name) <= SHORT} | {plain_letters(name) for name in everyday}
        self.pattern = re.compile(rf"(?<![a-z0-9-])(?:{'|'.join(re.escape(name) for name in sorted(self.owners, key=len, reverse=True))})(?![a-z0-9]|-(?!ら))")
        self.listed = {kana: plain_letters(name) for name, written in katakana.items() for kana in written}
        self.kana = re.compile(rf"(?<![ァ-ヴー])(?:{'|'.join(sorted(self.listed, key=len, reverse=True))})(?![ァ-ヴー])")
        self.spoken = SpokenNames(self.owners)

    def find(self, folded: str) -> list[tuple[int, int, str]]:
        """(start, end, family name in plain letters) in order."""
        lowered = plain_letters(folded)
        found = []
        for match in self.pattern.finditer(lowered):
            if folded[match.start()].islower() and not folded.isascii() and match.group() in self.doubtful:
                continue
            if match.group() not in self.doubtful or AUTHORED.match(folded, match.end()):
                found.append((match.start(), match.end(), match.group()))
        for match in self.kana.finditer(folded):
            short = len(match.group()) <= SHORT_KANA or self.listed[match.group()] in self.doubtful
            if AUTHORED_KANA.match(folded, match.end()) or not short and OF_WORK.search(folded):
                found.append((match.start(), match.end(), self.listed[match.group()]))
        taken = [(start, end) for start, end, _ in found]
        found += [hit for hit in self.spoken.find(folded) if not any(hit[0] < end and start < hit[1] for start, end in taken)]
        return sorted(found)
