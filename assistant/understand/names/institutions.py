"""Institutions named in a question: names of the data, everyday names, and plain beginnings of names (キーエンス)."""

import re

import prompts
from analytics.divide.store import Counts
from assistant.models import Subject
from assistant.understand.names.subjects import Reading
from assistant.understand.text.matcher import Hit, Text, clean

MIN_ASCII, MIN_OTHER = 3, 2
HEAD = 2  # characters that words are looked up by
OTHER_NAME = re.compile(r"[一-龥]{2,8}|[ァ-ヴー]{4,12}")
ARTICLE = re.compile(r"The ([A-Z]\w+ .*\w)")  # one word after it may be any word (The Dialogue)
UNIVERSITY, CAR_MAKER = re.compile(r"([一-龥ァ-ヴー・]{2,})大学(校)?"), re.compile(r"([一-龥ァ-ヴー]{2,})自動車")
BOTH_NAMES = re.compile(r"[一-龥]{4,}・[一-龥]{4,}")  # 平安保険・平安科技
SMALL = re.compile(r"(?<![A-Za-z0-9])[a-z]+(?![A-Za-z0-9])")
LETTER, KATAKANA, SHORT_KATAKANA = re.compile(r"[0-9A-Za-z]"), re.compile(r"[ァ-ヴー]"), 2  # a katakana name of so many characters is a word of its own
# トヨタ自動車, ソニーグループ, (株)日立製作所: what follows or precedes a short name and belongs to it.
CORPORATE = re.compile(r"自動車|電機|電気|製作所|工業|重工業|グループ|ホールディングス|株式会社|\(株\)|ジャパン|リサーチ|本社")


class InstitutionNames:
    """Word → institution id, looked up at every position of a question, longest first."""

    def __init__(self, counts: Counts):
        words = prompts.lexicon("institutions")
        banned = {clean(word).lower() for word in words["not_names"]}
        banned |= {clean(word).lower() for names in prompts.lexicon("places")["countries"].values() for word in names}  # ヤフー(日本)
        self.words: dict[str, str] = {}
        directory = counts.directory
        for number, key in enumerate(directory.ids):
            for name in (directory.table["name_ja"][number], directory.table["name"][number]):
                for form in forms(name):
                    self.add(form, key, banned)
        self.ordinary = frozenset(words["ordinary"])
        self.everyday = {clean(name).lower() for names in words["names"].values() for name in names}
        for key, names in words["names"].items():
            for name in names:
                self.words[clean(name).lower()] = key
        self.hiding = self.words_of_groups()
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[:HEAD], set()).add(len(word))
        self.lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}  # by the beginning of a word

    def add(self, name: str, key: str, banned: set[str]) -> None:
        word = clean(name).lower()
        least = MIN_ASCII if word.isascii() else MIN_OTHER
        if len(word) >= least and word not in banned and not word.isdigit():
            self.words.setdefault(word, key)

    def words_of_groups(self) -> re.Pattern | None:
        """Words for groups that end on what begins with a name: 有名大(学) holds 名大."""
        words = {clean(word).lower() for words in prompts.lexicon("subjects").values() for word in words}
        hiding = [word for word in words if not word.isascii() and any(word[start:end] in self.words for start in range(1, len(word)) for end in range(start + 2, len(word) + 1))]
        return re.compile("|".join(map(re.escape, sorted(hiding, key=lambda word: (-len(word), word))))) if hiding else None

    def find(self, text: Text) -> list[Hit]:
        """Hits in order of appearance; Latin names match whole words only."""
        found, start, lowered = [], 0, text.lowered
        hidden = [match.span() for match in self.hiding.finditer(lowered)] if self.hiding else []
        while start < len(lowered):
            hit = self.at(text, start) if lowered[start : start + HEAD] in self.lengths and not any(first < start < last for first, last in hidden) else None
            if hit is not None:
                found.append(hit)
            start = hit.end if hit is not None else start + 1
        return found

    def words_of_english(self, text: Text) -> set[tuple[int, int]]:
        """Spans of single words in small letters in an English sentence (「at what level」): names are capitalised there, or everyday ones."""
        if not text.folded.isascii():
            return set()
        return {match.span() for match in SMALL.finditer(text.folded) if match.group() not in self.everyday}

    def at(self, text: Text, start: int) -> Hit | None:
        lowered = text.lowered
        if LETTER.match(lowered[start]) and start and LETTER.match(lowered[start - 1]):
            return None
        for length in self.lengths[lowered[start : start + HEAD]]:
            end = start + length
            key = self.words.get(lowered[start:end])
            if key is None or end > len(lowered):
                continue
            if LETTER.match(lowered[end - 1]) and end < len(lowered) and LETTER.match(lowered[end]):
                continue
            if length <= SHORT_KATAKANA and (KATAKANA.match(lowered, end) or start and KATAKANA.match(lowered, start - 1)) and KATAKANA.match(lowered, start):  # パナ inside パナソニク
                continue
            if text.folded[start:end] in self.ordinary or (start, end) in self.words_of_english(text):
                continue
            tail = CORPORATE.match(lowered, end)
            end = tail.end() if tail else end
            return Hit(start, end, "institution", key, text.folded[start:end])
        return None


def forms(name: str | None) -> list[str]:
    """A name, the same without its brackets or its article (University of Tokyo) and shortened (神戸大, ソウル大学, 日産), and the other name or the
    acronym that the brackets hold (メグビー（曠視科技）, 国立情報学研究所（NII）)."""
    if not isinstance(name, str) or not name:
        return []
    short = re.sub(r"\s*[（(].*?[)）]", "", name).strip()
    other = [inner for inner in re.findall(r"[（(](.*?)[)）]", name) if OTHER_NAME.fullmatch(inner) and ("大学" in inner or not re.search(r"大学|学部", short))]
    other += re.findall(r"[（(]([A-Z]{3,8})[)）]", name)
    other += short.split("・") if BOTH_NAMES.fullmatch(short) else short.split(" / ")
    plain = [match[1]] if (match := ARTICLE.fullmatch(short)) else []
    plain += [f"{match[1]}大", *([f"{match[1]}大学"] if match[2] else [])] if (match := UNIVERSITY.fullmatch(short)) else []
    plain += [short.replace("・", "")] if "・" in short else []
    plain += [match[1]] if (match := CAR_MAKER.fullmatch(short)) else []
    return [name, *([short] if short and short != name else []), *plain, *other]


def named_institutions(hits: list[Hit], reading: Reading) -> Reading:
    """Institutions asked about, after the metrics that compare them with groups (Googleと大学)."""
    subjects = tuple(dict.fromkeys(Subject("institution_share", institution=hit.key) for hit in hits))
    kept = tuple(subject for subject in reading.subjects if subject.metric in ("big_tech_share",))
    return Reading((*subjects, *kept), reading.readings, reading.taken)


# 「うちの競合の日立と」: what somebody is to the asker says nothing of the one named.
APPOSED = re.compile(r"(?:(?:うち|当社|弊社|自社|わが社|我が社|御社|我々|われわれ)の)?(?:競合|ライバル|競争相手|同業|取引先|親会社|仕入れ先|納入先|お得意)(?:他社|企業|会社|先|さん)?(?:である|の|、)$")


def unapposed(text: str, institutions: list[Hit]) -> str:
    """The text without what the first institution named is to the asker."""
    first = min(institutions, key=lambda hit: hit.start, default=None)
    match = APPOSED.search(text[: first.start]) if first is not None else None
    return text if match is None else text[: match.start()] + text[first.start :]


SET_BESIDE, SET_BESIDE_BY = re.compile(r"比べ|比較|くらべ|どっち|どちら|vs|並べ|一緒に(?:教|見|示|出)"), re.compile(r"(?:の(?:論文|割合|シェア|順位|数|本数)[^、。]{0,6})?(?:と|や|も|、|・|vs|対)")
WITH = re.compile(r"(?:と|との|とは)(?!比)")
JOINED = re.compile(r"(?:の[^、。]{1,4})?\s?(?:と|×|・|や)\s?")


def across(institutions: list[Hit], groups: list[Hit], relations: dict[str, list[Hit]], text: str) -> str | None:
    """What is asked for where an institution and others are said to write together, which is not counted: 「東大と企業がいっしょに書いた論文」,
    「Googleの産学共著率」. None for any other question."""
    named = list({hit.key: hit for hit in institutions}.values())
    if len(named) > 1 and "joint" in relations:
        return prompts.render("notes", "across", first=institutions[0].text, second=institutions[1].text)
    for one in institutions if "joint" in relations else ():
        for group in groups:
            first, second = sorted((one, group), key=lambda hit: hit.start)
            if JOINED.fullmatch(text, first.end, second.start):
                return prompts.render("notes", "across", first=first.text, second=second.text)
    if len(named) != 1 or SET_BESIDE.search(text) or SET_BESIDE_BY.match(text[institutions[0].end :]):
        return None
    joint = [hit for name in ("joint", "industry_academia") for hit in relations.get(name, ()) if hit.start >= institutions[0].end]
    if not joint:
        return None
    other = next((group.text for group in groups if institutions[0].end <= group.start and WITH.match(text[group.end :])), None)
    return prompts.render("notes", "across", first=institutions[0].text, second=other or prompts.render("notes", "others"))
