"""Learns from the curated table which runs of words name an institution wherever they stand in a string.

"indian institute technology delhi" does; "robotics institute" does only when it is the whole string, because other strings with
these words belong to other institutions. Institutions' own names come first. A further run ("mit", "uc san diego") is learned
from strings that do not hold the own name of their institution; a place such as "ann arbor" mostly stands beside the own name
and is thereby told from an acronym. Then every name that misreads the strings it was learned from is dropped.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from analytics.resolve.text import Words

MAX_NAME_WORDS = 9
# A word in the strings of this many institutions says nothing about any of them.
GENERIC_INSTITUTIONS = 40
# Strings that must agree on a run that is one word, or two ordinary words, or met only inside strings.
SINGLE_SUPPORT, GENERIC_SUPPORT, RUN_SUPPORT = 3, 3, 2
MIN_SHARE, MIN_UNEXPLAINED = 0.8, 0.5
EMPLOYER_SHARE = 0.95
PRUNING_ROUNDS = 4
# An own name is judged more mildly: strings that name two institutions count against the first one.
MIN_ACCURACY, MIN_OWN_ACCURACY = 0.85, 0.6

Run = tuple[str, ...]


def stretches(words: Words) -> Iterable[Run]:
    """The runs between punctuation, within the first part."""
    start = 0
    for position in range(1, len(words.words) + 1):
        ends = position == len(words.words)
        if ends or (words.segment[position], words.part[position]) != (words.segment[start], words.part[start]):
            if words.part[start] == words.part[0]:
                yield words.words[start:position]
            start = position


def generic_words(strings: list[tuple[Words, str | None, str]]) -> set[str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for words, institution, _ in strings:
        for word in words.words if institution else ():
            owners[word].add(institution)
    return {word for word, found in owners.items() if len(found) >= GENERIC_INSTITUTIONS}


class NameIndex:
    """Finds names in strings. names: run of words → institution; it may shrink afterwards, never grow."""

    def __init__(self, names: dict[str, str]):
        self.names = names
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in names:
            parts = name.split()
            lengths[parts[0]].add(len(parts))
        self.lengths = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}

    def spans(self, words: Words) -> Iterator[tuple[str, int, int]]:
        """Every name in the string, by place and longer ones first: (name, index of its first word, index after its last)."""
        for start, word in enumerate(words.words):
            for length in self.lengths.get(word, ()):
                name = " ".join(words.words[start : start + length])
                if start + length <= len(words.words) and name in self.names:
                    yield name, start, start + length

    def first(self, words: Words) -> tuple[str, int, int] | None:
        """The name that comes first, the longest of those."""
        return next(self.spans(words), None)


def own_candidates(own_names: list[tuple[Words, str]], support: dict[Run, Counter], generic: set[str]) -> dict[str, str]:
    """The institutions' own names that belong to one institution and are no ordinary words."""
    owners: dict[Run, set[str]] = defaultdict(set)
    for words, institution in own_names:
        # A name such as "ON" leaves nothing, and one such as "ON Semiconductor" an ordinary word.
        if 0 < len(words.words) <= MAX_NAME_WORDS and not (len(words.words) == 1 and " " in words.text):
            owners[words.words].add(institution)
    names = {}
    for run, found in owners.items():
        plain = all(word in generic for word in run)
        needed = SINGLE_SUPPORT if len(run) == 1 else GENERIC_SUPPORT if plain and len(run) == 2 else int(plain)
        institution = next(iter(found))
        if len(found) == 1 and support[run][institution] >= needed:
            names[" ".join(run)] = institution
    return names


def learned_candidates(strings: list, own: dict[str, str], generic: set[str]) -> dict[str, str]:
    """Runs that stand for one institution in strings without its own name."""
    votes: dict[Run, Counter] = defaultdict(Counter)
    explained: Counter = Counter()
    index = NameIndex(own)
    for words, institution, _ in strings:
        if institution is None:
            continue
        named = any(own[name] == institution for name, _, _ in index.spans(words))
        for run in {*stretches(words), words.words}:
            if named:
                explained[run] += 1
            else:
                votes[run][institution] += 1
    names = {}
    for run, counts in votes.items():
        institution, top = counts.most_common(1)[0]
        total = counts.total()
        enough = top >= (SINGLE_SUPPORT if len(run) == 1 else RUN_SUPPORT) and top >= MIN_SHARE * total
        if enough and total >= MIN_UNEXPLAINED * (total + explained[run]) and not is_ordinary(run, generic):
            names[" ".join(run)] = institution
    return names


def is_ordinary(run: Run, generic: set[str]) -> bool:
    return all(word in generic or any(letter.isdigit() for letter in word) for word in run) or len(run) > MAX_NAME_WORDS


def learn_employers(strings: list, choices: list[list[str]], names: dict[str, str], generic: set[str]) -> dict[str, str]:
    """First stretch of a string → sector, for employers that have no entry of their own ("zalando" → firm)."""
    votes: dict[Run, Counter] = defaultdict(Counter)
    for (words, institution, sector), found in zip(strings, choices, strict=True):
        run = next(iter(stretches(words)), ())
        if run and (institution is None or not any(name in names for name in found)):
            votes[run][sector] += 1
    employers = {}
    for run, counts in votes.items():
        sector, top = counts.most_common(1)[0]
        if top >= RUN_SUPPORT and top >= EMPLOYER_SHARE * counts.total() and not is_ordinary(run, generic):
            employers[" ".join(run)] = sector
    return employers


def learn_names(
    strings: list[tuple[Words, str | None, str]], own_names: list[tuple[Words, str]], sectors: dict[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Name → institution, and employer without an institution → sector.

    strings: (words, institution or None, known sector); own_names: (words, institution).
    """
    generic = generic_words(strings)
    support: dict[Run, Counter] = defaultdict(Counter)
    for words, institution, _ in strings:
        for run in stretches(words) if institution else ():
            support[run][institution] += 1
    own = own_candidates(own_names, support, generic)
    names = learned_candidates(strings, own, generic) | own
    index = NameIndex(names)
    choices = [[name for name, _, _ in index.spans(words)] for words, _, _ in strings]
    for _ in range(PRUNING_ROUNDS):
        bad = misleading(strings, choices, names, own, sectors)
        if not bad:
            break
        for name in bad:
            del names[name]
    return names, learn_employers(strings, choices, names, generic)


def misleading(
    strings: list, choices: list[list[str]], names: dict[str, str], own: dict[str, str], sectors: dict[str, str]
) -> list[str]:
    """Names by which too many strings are read wrongly. A string without an institution tells by its sector only.

    choices: per string every candidate name in it, in order of choice.
    """
    right, seen = Counter(), Counter()
    for (_, institution, sector), found in zip(strings, choices, strict=True):
        name = next((one for one in found if one in names), None)
        if name is None:
            continue
        read = names[name]
        correct = read == institution if institution else sectors[read] == sector
        if institution or not correct:
            seen[name] += 1
            right[name] += correct
    return [
        name for name, count in seen.items() if right[name] < (MIN_OWN_ACCURACY if name in own else MIN_ACCURACY) * count
    ]
