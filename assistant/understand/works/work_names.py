"""Which work of the corpus a text names: by authors, acronyms, titles and words of them, by its office, and by the year beside them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import prompts
from assistant.understand.names.author_names import AuthorNames, authors_of
from assistant.understand.names.periods import read_period
from assistant.understand.names.title_names import TitleNames, latin_words, plain_letters
from assistant.understand.text.matcher import Phrases, Text, read

KATAKANA = re.compile("[ァ-ヴー]+")
MIN_NAME = 3
MOST_OWNERS = 4
SURE_SEGMENT = 10  # characters of a Japanese title that nobody writes by chance
WORK = r"(?:論文|研究(?![者所費開機])|文献|報告書?|レポート|調査|ペーパー|paper|白書|論考|レビュー|統計|やつ)"
# A work is called by a word: 「Hoodieの論文」「「囲い込み」という論文」.
CALLED = re.compile(rf"[」』\"']?\s?(?:(?:という|って(?:いう)?|とか(?:いう|言う)?|とかって|なる|みたいな|の)(?:題|タイトル|名前?)?の?)?{WORK}")
# 「Crammingって何の話」, or the word alone.
ASKED = re.compile(
    r"[」』\"']?(?:(?:って|とは|は|というのは|っていうのは)、?(?:そもそも|結局|一体)?(?:何(?![%割本件年倍位])|なに|なん(?:だっけ|の|です|でしょ)|どんな|どういう|どう|誰|だれ)|の(?:話|要点|結論|要旨|概要|内容|著者|主張|中身|要約|論旨|骨子|ポイント)|"
    r"(?:について|を|って|とは|は)?(?:教えて|説明して|要約して|詳しく|知りたい)?(?:ください|下さい|ほしい)?[??。!]*$)"
)
ENGLISH_WORK = re.compile(r"\b(?:papers?|stud(?:y|ies)|reports?|articles?|authors?|title|book|survey)\b|[\"“]")
MOSTLY = 0.8  # of an English text that is nothing but a title
LATEST = re.compile(r"最新|直近|一番新しい|いちばん新しい|最も新しい")
# Works are set beside each other: 「Dettmersの論文とHuの論文の違いは?」.
# 「言ってること同じ?」 「どう食い違う」 「結論は一致している?」: two works named are held against each other.
BESIDE, MOST_BESIDE = re.compile(r"違い|違う|違っ|ちゃう|異な|比べ|比較|それぞれ|両方|どちら|どっち|対比|対照|同じ|おなじ|一緒|一致|矛盾|対立|ずれ|(?:主張|結論|見方|言い分|立場)の差|差は"), 3
JOINED_NAMES = re.compile(r"\s*(?:&|・|and)\s*", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# The edition of something that comes out every year: 「2024年版」「令和5年度の統計」「2023年の報告書」.
EDITION = re.compile(r"(?:(?:19|20)\d\d|(?:令和|平成|R|H)\s?(?:元|[0-9]+))年?(?:度)?(?:版|分|の?(?:統計|白書|報告|調査|レポート|インデックス|index|データ|数字|実績|結果))", re.IGNORECASE)
# What follows the name of a work that is spoken of as one: 「Sevillaらの研究では」「AI Indexの2025年版では…と言ってる」.
SPOKEN_OF = re.compile(rf"{WORK}|論旨|(?:19|20)\d\d\s?年?(?:度)?版|年度|著者|によ(?:る|れば|って)|と(?:言|い)(?:って|う)|(?:ら|氏)(?:は|が|の|に|も)|結論|要点|要約|主張|論じ|書かれ|書いて|話(?:は|って|[??。]|$)|\bpapers?\b|\bstud(?:y|ies)\b|\breports?\b")
ACCORDING = re.compile(r"(?:の(?:[0-9]{4}年?版?|調査|報告書?|統計|白書))?(?:によ(?:る|れば|って)|に(?:書|載)|が(?:言|示|報告|公表|発表)|では何)")
# What may stand beside the name of a work without asking anything of it.
DATED = re.compile(r"(?:一番|いちばん|最も)?新しい版?|最新(?:版|号)?|直近|(?:(?:19|20)\d\d|(?:令和|平成)\s?(?:元|[0-9]+))年?度?版?")
BARE = re.compile(
    rf"{WORK}|(?:という|って(?:いう)?|とか(?:いう)?|なる)|何の話|どんな(?:話|内容|もの|論文)?|何(?:です|でしょう|だっけ|なの)?か?|なんだっけ|について|(?:を)?(?:教えて|説明して|紹介して|見せて|知りたい|読みたい|出して|お願い)(?:ください|下さい|ほしい|です)?|"
    r"著|共著|年度?版?|ら|氏|さん|ほか|たち|題|タイトル|概要|話|の|と|は|を|が|って|とは|&|and|the|[\s「」『』\"'()()、。??!・,.:;-]"
)
IN_LONGER = re.compile(r"[a-z] $")  # 「Nature Communications論文」 names no work by its last word
KINDS = ("title", "author", "office", "name")


@dataclass(frozen=True)
class Named:
    """What names works at [start, end) of the text: the ids of those it may mean, and how. kind: title, author, office, or name (of a keyword or acronym)."""

    start: int
    end: int
    works: frozenset[str]
    kind: str

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class NotHeld:
    """An edition that is asked for and not held. name: as the corpus has it; year asked for; ids of the editions held, by year."""

    name: str
    year: int
    works: tuple[str, ...]


class WorkNames:
    """The names of all works. Names that several share tell one only together with another name or the year. Safe to share between threads."""

    def __init__(self, heads: Iterable):
        """heads: FrontMatter of every work."""
        self.heads = {head.id: head for head in heads}
        self.named = lru_cache(maxsize=64)(self.found_in)
        words = prompts.lexicon("works")
        self.proper, self.common = {name.lower() for name in words["works"]}, frozenset(words["common"])
        groups = frozenset(word for group in prompts.lexicon("subjects").values() for word in group if not word.isascii())  # 「民間の論文」 are papers by them
        self.titles = TitleNames(self.heads.values(), frozenset(words["idle"]) | groups)
        self.authors = AuthorNames(self.heads.values(), words["katakana"], words["everyday"])
        self.owned = {name.lower(): frozenset(ids) for name, ids in self.owners().items()}
        self.phrases = Phrases(("work", name, name) for name in self.owned)
        self.offices = {name.lower(): ids for names in words["offices"] if (ids := self.of_office(names[0])) for name in names}
        self.office_phrases = Phrases(("work", name, name) for name in self.offices)
        self.office_names = {name.lower(): names[0] for names in words["offices"] for name in names}

    def owners(self) -> dict[str, set[str]]:
        """Name → works that carry it: acronyms in titles, distinctive keywords and short names; of a name that works share, those that it is a name of."""
        owners: dict[str, set[str]] = {}
        written: dict[str, str] = {}
        nicknames = prompts.lexicon("works")["nicknames"]
        for head in self.heads.values():
            names = set(head.keywords) | set(nicknames.get(head.id, ())) | {head.title, head.title_ja, head.short_ja, re.sub(r"（.*", "", head.short_ja)}
            names |= set(re.findall(r"[A-Z][A-Za-z]+[A-Z0-9][A-Za-z0-9-]*|[A-Z]{3,}", head.title))
            for name in names:
                owners.setdefault(name.lower(), set()).add(head.id)
                written[name.lower()] = name
        given = {name.lower() for names in nicknames.values() for name in names}
        named = {written[name]: ids for name, ids in sorted(owners.items()) if name in given or self.distinctive(written[name])}
        own = {name: ids if len(ids) == 1 else {id for id in ids if self.titled(name, id)} for name, ids in named.items() if len(ids) <= MOST_OWNERS}
        return {name: ids for name, ids in own.items() if ids}

    def distinctive(self, name: str) -> bool:
        """Capitalised Latin names, long Japanese titles and names of the lexicon of works; the other keywords are topics, not names."""
        if plain_letters(name) in self.authors.owners:
            return False
        if name.isascii():
            return len(name) >= MIN_NAME and not name.islower()
        return len(name) >= 12 or name.lower() in self.proper

    def titled(self, name: str, id: str) -> bool:
        """Whether a shared name is that of the work itself, not only of something it speaks of."""
        head = self.heads[id]
        return any(name.lower() in title.lower() for title in (head.title, head.title_ja, head.short_ja))

    def of_office(self, name: str) -> frozenset[str]:
        """Works whose short name holds an office's name."""
        pattern = re.compile(rf"(?<![A-Za-z]){re.escape(name)}(?![a-z])")
        return frozenset(id for id, head in self.heads.items() if pattern.search(head.short_ja))

    def nicknamed(self, name: str) -> bool:
        """Whether a work goes by a name beside its title."""
        return any(name.lower() == other.lower() for names in prompts.lexicon("works")["nicknames"].values() for other in names)

    # -- finding --------------------------------------------------------------------------------------------------------

    def found_in(self, text: Text) -> tuple[Named, ...]:
        """What names works, the longest of those that overlap, in order; `named` keeps it, as a question asks for it several times."""
        found = [Named(hit.start, hit.end, self.owned[hit.key.lower()], "name") for hit in self.phrases.find(text)]
        found += [Named(hit.start, hit.end, self.offices[hit.key.lower()], "office") for hit in self.office_phrases.find(text)]
        found += [Named(start, end, frozenset(self.authors.owners[name]), "author") for start, end, name in self.authors.find(text.folded)]
        found += self.titled_in(text)
        kept: list[Named] = []
        for hit in sorted(found, key=lambda hit: (-hit.length, KINDS.index(hit.kind), len(hit.works), hit.start)):
            if not any(hit.start < other.end and other.start < hit.end for other in kept):
                kept.append(hit)
        return tuple(sorted(kept, key=lambda hit: hit.start))

    def titled_in(self, text: Text) -> list[Named]:
        """Titles, some words of them, and single words where a work is called by one."""
        found, lowered, words = [], text.lowered, latin_words(text.lowered)
        for start, end, ids, _ in self.titles.find_runs(lowered):
            if not text.folded.isascii() or ENGLISH_WORK.search(lowered) or end - start >= MOSTLY * len(lowered.rstrip("?!. ")):
                found.append(Named(start, end, ids, "title"))
        for start, end, ids, _ in self.titles.find_segments(lowered):
            if end - start >= SURE_SEGMENT or self.called(text, start, end, usual=False):
                found.append(Named(start, end, ids, "title"))
        for start, end, word in words:
            ids = None if IN_LONGER.search(lowered, 0, start) else self.titles.words.get(word)
            if ids and self.called(text, start, end, usual=word in self.common):
                found.append(Named(start, end, frozenset(ids), "title"))
        for start, end, word in [(match.start(), match.end(), match.group()) for match in re.finditer(r"[一-龥々]{2,}|[ァ-ヴー]{3,}", lowered)]:
            if (ids := self.titles.words.get(word)) and self.called(text, start, end, usual=word in self.common or not KATAKANA.fullmatch(word)):
                found.append(Named(start, end, frozenset(ids), "title"))
        for start, end, ids in self.titles.find_spoken(text.folded):
            if self.called(text, start, end, usual=False):
                found.append(Named(start, end, ids, "title"))
        return found

    @staticmethod
    def called(text: Text, start: int, end: int, usual: bool) -> bool:
        """Whether a word is what a work is called by; one that is `usual` in other sentences too, only where the word work follows."""
        if CALLED.match(text.lowered, end):
            return not usual or not re.search(r"[^\s、。「『(]$", text.lowered[:start])
        return not usual and not text.lowered[:start].strip(" 「『\"'") and ASKED.match(text.lowered, end) is not None

    def find(self, words: str) -> str | None:
        """Id of the work named, None when none or several are."""
        text = read(words)
        hits = self.named(text)
        unique = [hit for hit in hits if len(hit.works) == 1]
        longest = max((hit.length for hit in unique), default=0)
        found = {id for hit in unique if hit.length == longest for id in hit.works}
        if len(found) == 1:
            return found.pop()
        return None if found else self.of_shared(hits, text)

    def fitting(self, hits: Sequence[Named], text: Text) -> list:
        """Heads of the works that all the shared names and the year beside them fit."""
        if not hits:
            return []
        ids = frozenset.intersection(*(hit.works for hit in hits)) or hits[0].works
        fitting = [self.heads[id] for id in sorted(ids)]
        years = years_of(text)
        dated = [head for head in fitting if years & editions(head)]
        if LATEST.search(text.folded) and not YEAR.search(text.folded):
            dated = [head for head in fitting if head.year == max(head.year for head in fitting)]
        return dated or fitting

    def of_shared(self, hits: Sequence[Named], text: Text) -> str | None:
        """The one work that the shared names fit; of several the one without a further author, or the one by the first author named."""
        fitting = self.fitting(hits, text)
        writers = [plain_letters(text.folded[hit.start : hit.end]) for hit in hits if hit.kind == "author"]
        if len(fitting) > 1 and len(writers) > 1:
            fitting = [head for head in fitting if len(head.authors) == len(writers)] or fitting
        if len(fitting) > 1:
            fitting = [head for head in fitting if self.first_author(head) in self.heard(text)[:1]]
        return fitting[0].id if len(fitting) == 1 else None

    @staticmethod
    def first_author(head) -> str | None:
        names = authors_of(head)
        return plain_letters(names[0]) if names else None

    def heard(self, text: Text) -> list[str]:
        """Family names of the authors named, in order."""
        return [name for _, _, name in self.authors.find(text.folded)]

    def several(self, words: str) -> tuple[str, ...]:
        """Ids of the works that share the name a text calls one by, by year; none where one is named or none."""
        text = read(words)
        hits = self.named(text)
        if not hits or self.find(words) is not None or any(len(hit.works) == 1 for hit in hits):
            return ()
        return tuple(head.id for head in sorted(self.fitting(hits, text), key=lambda head: (head.year, head.id)))

    def apart(self, words: str) -> tuple[str, ...]:
        """Ids of two or three works that a text names and sets beside each other, in order; none for any other text."""
        text = read(words)
        if not BESIDE.search(text.folded):
            return ()
        told = [hit for hit in self.grouped(text) if hit.kind in ("author", "office") or len(hit.works) == 1 and (hit.kind != "name" or self.short_name(text.folded[hit.start : hit.end], hit))]
        works = tuple(dict.fromkeys(id for hit in told if (id := self.meant_by(hit, text)) is not None))
        together = [id for id in frozenset.intersection(*(hit.works for hit in told)) if len(self.heads[id].authors) == len(told)] if told else []  # 「AhmedとWahedの論文」
        return works if 2 <= len(works) <= MOST_BESIDE and not together else ()

    def grouped(self, text: Text) -> list[Named]:
        """What names works, names of authors joined by a mark taken together: 「Ahmed & Wahed」 are those of one work."""
        found: list[Named] = []
        for hit in self.named(text):
            last = found[-1] if found else None
            if last is not None and last.kind == hit.kind == "author" and JOINED_NAMES.fullmatch(text.folded[last.end : hit.start]) and last.works & hit.works:
                found[-1] = Named(last.start, hit.end, last.works & hit.works, "author")
            else:
                found.append(hit)
        return found

    def short_name(self, words: str, hit: Named) -> bool:
        """Whether a name is the one that its work goes by here."""
        return any(words.lower() == re.sub(r"（.*", "", self.heads[id].short_ja).lower() for id in hit.works)

    def meant_by(self, hit: Named, text: Text) -> str | None:
        """The work that one of several names in a text means; of what comes out in editions the latest one, unless a year is told."""
        id = self.find(f"{text.folded[hit.start : hit.end]}の論文")
        if id is None and hit.kind == "office" and not YEAR.search(text.folded):
            id = max(hit.works, key=lambda work: (self.heads[work].year, work))
        return id

    def not_held(self, words: str) -> NotHeld | None:
        """The edition that a text asks for, where its name is known and that edition is not held."""
        text = read(words)
        hits = [hit for hit in self.named(text) if hit.kind == "office"]
        if not hits or not (asked := edition_asked(text, hits)):
            return None
        held = sorted((self.heads[id] for id in hits[0].works), key=lambda head: (head.year, head.id))
        if any(asked & editions(head) for head in held):
            return None
        name = self.office_names.get(text.lowered[hits[0].start : hits[0].end], text.folded[hits[0].start : hits[0].end])
        return NotHeld(name, min(asked), tuple(head.id for head in held))

    def spoken_of(self, text: Text) -> bool:
        """Whether a text speaks of a work of ours as one: names it by its title, author or edition, and not only something it is about."""
        hits = self.named(text)
        if not hits:
            return False
        rest = text.lowered
        for hit in reversed(hits):
            rest = rest[: hit.start] + "□" + rest[hit.end :]
        by_author = [span for span in self.authors.find(text.folded) if any(hit.kind == "name" and hit.start <= span[0] and span[1] <= hit.end for hit in hits)]  # 「Ahmed & Wahed」 is a short name too
        if by_author or any(hit.kind == "author" or hit.kind == "title" for hit in hits):
            return bool(SPOKEN_OF.search(rest)) or ASKED.match(text.lowered, hits[0].end) is not None and not text.lowered[: hits[0].start].strip(" 「『\"'")
        offices = [hit for hit in hits if hit.kind == "office"]
        return bool(edition_asked(text, offices)) or any(ACCORDING.match(text.lowered, hit.end) for hit in offices)

    def bare(self, words: str) -> bool:
        """Whether a text only names a work, and asks nothing of it: 「Izsakの論文」."""
        text = read(words)
        rest = text.lowered
        for hit in reversed(self.named(text)):
            rest = rest[: hit.start] + " " + rest[hit.end :]
        return not BARE.sub("", DATED.sub("", rest))



def editions(head) -> set[int]:
    """Years that a work is known by: of its short name and of its title, else of its publication."""
    told = {int(year) for year in YEAR.findall(head.short_ja)} | {int(year) for year in YEAR.findall(head.title)}
    return told | ({head.year} if not told or head.kind == "paper" else set())


def years_of(text: Text) -> set[int]:
    return {int(year) for year in YEAR.findall(text.folded)} | set(read_period(text.folded).years)


def edition_asked(text: Text, hits: Sequence[Named]) -> set[int]:
    """Years of the edition that is asked for: told as one, or right behind the name. None where nothing named comes out in editions."""
    if not hits:
        return set()
    told = [text.folded[match.start() : match.end()] for match in EDITION.finditer(text.folded)]
    for hit in hits:
        if match := re.match(r"(?:の|は|、|\s|[((])*((?:19|20)\d\d)年?(?:度)?(?:版)?(?:[))??。]|の(?!あいだ|間)|では|だと|は|に?よ(?:る|れ)|から|に(?:書|載)|$)", text.folded[hit.end :]):
            told.append(match[1] + "年")
    return {year for words in told for year in (set(read_period(re.sub(r"版.*", "", words)).years) | {int(year) for year in YEAR.findall(words)})}
