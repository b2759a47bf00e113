"""Fields as people call them: in lists (「画像・言語・検索」), by what they deal with (「画像を見分ける分野」), and all that is not AI."""

import re
from collections import Counter

import prompts
from analytics.divide.metrics import FIELD_LABELS
from assistant.understand.text.matcher import Hit, Text

SEPARATOR = r"\s*(?:と|か|や|に|、|,|・|/|\+|&|および|及び|ならびに|並びに|vs\.?|対|—|-)、?\s*"
TAIL = r"(?:系|分野|領域|会議|学会|の(?:分野|領域|会議|学会))*"
GLOSS = r"(?:\s?\([^()0-9]{1,16}\))?"
BETWEEN = re.compile(rf"{TAIL}{GLOSS}{SEPARATOR}")
AFTER = re.compile(rf"{TAIL}{GLOSS}\s*(?:(?:と(?:では|で|だと|なら|の|は|を)|の|で|は|、|を|だと|なら|も|,|—)|$|[??]|どっち|どちら|どれ|それぞれ|各々|の?[2-9二三四五六七八九](?:つ|分野|領域|者|学会|会議))")
MAX_LISTED = 8
# 「画像を見分ける分野」「言葉のAI」「半導体を扱う学会」: a noun of the field, what is done with it, and a word for a field.
PLACE = r"(?:研究分野|分野|領域|界隈|会議|学会|国際会議|カンファレンス|カンファ)(?:群|全体|全般)?"
HEAD = r"(?:ai|人工知能|研究分野|分野|領域|界隈|会議|学会|国際会議|カンファレンス|カンファ)(?:群|全体|全般)?"
DONE = r"を(?:見分け|見わけ|扱|あつか|取り扱|認識す|理解す|解析す|分析す|処理す|読|探|調べ|研究す|操|動か|作|つく|設計す|守|描|生成す)[ぁ-ん]{0,3}"
# What may stand between the words of a field and the word for it: 「回路や計算機の作りの分野」「ソフトをつくるほうの学会」.
FILLER = (
    r"(?:の|まわり|周り|界隈|やりとり|やり取り|付き合い|を|や|とか|だの|やら|など|なんか|なり|と|、|・|も|方|ほう|側|系統?|関係|関連|方面|類い?|たぐい|っこ|仕組み?|機械|機会|作り|つくり|設計|開発|研究|技術|処理|解析|こと|もの|話|分野|学会|会議|"
    r"に関する|についての|みたいな|というか|という|って(?:いう)?|ような|(?:作|つく|こさえ|こしらえ|掘|守|動か|見分け|読|探|調べ|いじ|扱|あつか|書|描|使|や|操|組|回)[ぁ-ん]{1,4}|(?:し|やっ)(?:ている|てる|とる|とるほうの|よる)|する|\([a-z ]+\))"
)
LINK = rf"(?:の|(?:の)?(?:まわり|周り|あたり|界隈)の?|系の?|関連の?|関係の?|に関(?:する|わる)|についての|{DONE})?"


def joined(words) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


class FieldNames:
    """Short names of fields, the words for what they deal with, and the ways to say that something is not AI."""

    def __init__(self):
        words = prompts.lexicon("places")
        self.short = {name.lower(): key for key, names in words["side_by_side"].items() for name in names}
        self.name = re.compile(rf"(?<![一-龥ァ-ヴーa-z])(?:{joined(self.short)})")
        self.topics = {word.lower(): key for key, topics in words["topics"].items() for word in topics}
        self.topic = re.compile(rf"(?<![一-龥ァ-ヴーa-z])({joined(self.topics)}){LINK}{HEAD}(?!者)")
        hints = {word.lower(): key for key, listed in words["hints"].items() for word in listed}
        self.signs = {**{word: (key, False) for word, key in hints.items()}, **{word: (key, True) for word, key in self.topics.items() if key in FIELD_LABELS}}
        self.sign = re.compile(rf"(?<![a-z])(?:{joined(self.signs)})(?![a-z])")
        self.phrase = re.compile(rf"(?<![一-龥ァ-ヴーa-z])(?:{joined(self.signs)})(?:{FILLER}{{0,5}}(?:{joined(self.signs)}))*{FILLER}{{0,6}}(?<![と・、や])(?:{PLACE})(?!者|参加)")
        self.only = re.compile(rf"(?<![一-龥ァ-ヴーa-z])(?:{joined(name.lower() for name in words['alone'])})(?:だけ|のみ|に限定|に絞|限定|縛り|オンリー)?(?=だと|だけ(?:に|で見)|に絞|に限|なら(?!ない|ば)|やと|やったら|の(?:企業|会社|産学|民間|大手))")
        none = words["not_ai"]
        names, negations, bases, tails = (joined(map(str.lower, none[name])) for name in ("names", "words", "bases", "tails"))
        self.outside = re.compile(rf"(?<![0-9a-z])(?:{names})(?:{negations})(?:、)?(?:{bases})?(?:{tails})?")

    def described(self, text: Text) -> list[Hit]:
        """Fields called by what they deal with."""
        found = [(match, self.topics[match[1]]) for match in self.topic.finditer(text.lowered)]
        found = [(match, key) for match, key in found if key in FIELD_LABELS or not match.group().endswith(("ai", "人工知能"))]  # 「音声の学会」 is one conference
        return [Hit(match.start(), match.end(), "field" if key in FIELD_LABELS else "venue", key, text.folded[match.start() : match.end()]) for match, key in found]

    def worded(self, text: Text) -> list[Hit]:
        """Fields told by several words of it, or by one word and what is done with it: 「ネットの検索とかデータ掘る分野」. None where the words
        are of two fields alike, or are only such that other things have too."""
        found = []
        for match in self.phrase.finditer(text.lowered):
            signs = {sign: self.signs[sign] for sign in self.sign.findall(match.group())}
            votes = Counter(key for key, _ in signs.values())
            (key, most), *others = votes.most_common()
            if (most > 1 or any(strong for named, strong in signs.values() if named == key)) and not (others and others[0][1] == most):
                found.append(Hit(match.start(), match.end(), "field", key, text.folded[match.start() : match.end()]))
        return found

    def alone(self, text: Text, known: list[Hit]) -> list[Hit]:
        """A short name that the question is narrowed to, beside AI conferences or none: 「AI学会の論文、画像だけだと何%?」."""
        if any(hit.kind in ("venue", "field") for hit in known):
            return []
        return [
            Hit(match.start(), match.start() + len(name), "field", self.short[name], text.folded[match.start() : match.start() + len(name)])
            for match in self.only.finditer(text.lowered)
            for name in [next(name for name in sorted(self.short, key=len, reverse=True) if match.group().startswith(name))]
        ]

    def not_ai(self, text: Text) -> list[Hit]:
        """Where all but AI is named: 「AIを除いた計算機の学会」."""
        return [Hit(match.start(), match.end(), "area", "non_ai", text.folded[match.start() : match.end()]) for match in self.outside.finditer(text.lowered)]

    def listed(self, text: Text, known: list[Hit], venues: dict) -> list[Hit]:
        """Every name of a list that holds short names of fields, the others being `known` hits; [] where no short name stands in a list of
        two to eight. A short name alone (「画像の割合」) is an everyday word."""
        named = [hit for hit in known if hit.kind in ("venue", "field")]
        named = [hit for hit in named if not any(other.key == hit.key and text.lowered[other.end : hit.start].strip() == "(" for other in named)]  # 「機械学習(ML系)」
        short = [
            Hit(match.start(), match.end(), "venue" if (key := self.short[match.group()]) in venues else "field", key, text.folded[match.start() : match.end()])
            for match in self.name.finditer(text.lowered)
            if not any(hit.start < match.end() and match.start() < hit.end for hit in named)
        ]
        names = sorted([*named, *short], key=lambda hit: hit.start)
        lists: list[list[Hit]] = []
        for hit in names:
            if lists and BETWEEN.fullmatch(text.lowered, lists[-1][-1].end, hit.start):
                lists[-1].append(hit)
            else:
                lists.append([hit])
        for found in lists:
            if 2 <= len(found) <= MAX_LISTED and any(hit in short for hit in found) and len({hit.key for hit in found}) == len(found) and AFTER.match(text.lowered, found[-1].end):
                return found
        return []


def labelled() -> list[tuple[str, str, str]]:
    """Fields by their key with a word for a field (「web-data分野」); 「AI分野」 is an area."""
    return [("field", key, f"{key}{tail}") for key in FIELD_LABELS if key not in ("other", "ai") for tail in ("分野", "の分野", " field", "系", "領域")]
