"""What groups are called: the words of the lexicon, and names put together from them."""

import re

import prompts
from assistant.understand.names.metric_names import kana_forms
from assistant.understand.text.matcher import Hit, Phrases, Text

# 「名門じゃないほうの大学」「一流とは言えない大学」
SIDES = ("", "ほうの", "方の", "側の", "ような", "普通の", "ふつうの")
DENIALS = ("じゃない", "ではない", "でない", "とは言えない", "とはいえない", "とは呼べない", "とは言いがたい", "とは違う", "に入らない", "に数えられない")
# Words that call no university by themselves: 「有名でないほうの大学」.
STEMS = ("一流", "有名", "著名", "上位", "最上位", "難関", "トップ", "トップクラス", "トップ層")
NON_ELITE_TAILS = ("以外", *(tail + "大学" for tail in ("以外の", "を除く", "を除いた", "の外の")), *(denial + side + "大学" for denial in DENIALS for side in SIDES))


def group_names() -> list[tuple[str, str, str]]:
    """(kind, key, phrase) of every group."""
    subjects = prompts.lexicon("subjects")
    names = [("group", key, form) for key, phrases in subjects.items() for phrase in phrases for form in kana_forms(phrase)]
    return names + [("group", "non_elite", word + tail) for word in (*subjects["elite"], *STEMS) for tail in NON_ELITE_TAILS]


class Groups(Phrases):
    """Groups by their names, and universities by the students they serve: 「ヒスパニック系の学生が多い米国の大学」."""

    def __init__(self):
        super().__init__(group_names())
        words = prompts.lexicon("served")
        many, since, students, schools, never = (either(words[name]) for name in ("many", "long_since", "students", "schools", "never"))
        clause = rf"(?:(?!{never})[^。、,「」()??])"
        of_them = rf"系?(?:の)?(?:{students})?(?:さん|様|さま|たち|ら|達)?"
        self.served = [
            (key, re.compile(rf"(?:{since})の?(?:{name}){of_them}{clause}{{0,16}}?(?:{schools})|(?:{name}){of_them}(?:の|を|が|に|、)?{clause}{{0,10}}?(?:{many}){clause}{{0,14}}?(?:{schools})"))
            for key, names in words["groups"].items()
            for name in [either(names)]
        ]

    def find(self, text: Text) -> list[Hit]:
        named = super().find(text)
        served = [Hit(match.start(), match.end(), "group", key, text.folded[match.start() : match.end()]) for key, pattern in self.served for match in pattern.finditer(text.lowered)]
        served = [hit for hit in served if not any(hit.start <= other.start and other.end <= hit.end and other.end == hit.end and other.key == hit.key for other in named)]
        kept = [hit for hit in named if not any(other.start < hit.end and hit.start < other.end for other in served)]
        return sorted([*kept, *served], key=lambda hit: hit.start)


def either(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(map(str.lower, words), key=lambda word: (-len(word), word))))


# 「トップ50の大学とそれ以外」「QS1〜50位の大学と他の大学」
BEST_AND_REST = re.compile(r"(?:(?:トップ|上位|ベスト|top\s?)50|(?:qs\s?)?1位?[〜~-]50位?)(?:位)?(?:以内)?(?:の)?(?:大学|校)?(?:と|や|、|vs\.?|対)(?P<rest>その他|それ以外|そうでない|その他大勢|ほか|他)(?!の?(?:国|企業|会社|会議))(?:の?大学|の?ところ)?")


def complement(groups: list[Hit], text: Text) -> list[Hit]:
    """「エリート大学とその他」: the rest of the universities beside the best ones."""
    if (beside := BEST_AND_REST.search(text.lowered)) and not any(hit.key in ("non_elite", "mid_tier", "lower_tier") for hit in groups):
        return [Hit(beside.start("rest"), beside.end(), "group", "non_elite", text.folded[beside.start("rest") : beside.end()])]
    elite = next((hit for hit in groups if hit.key == "elite"), None)
    if elite is None or any(hit.key in ("non_elite", "mid_tier", "lower_tier") for hit in groups):
        return []
    match = re.search(r"(?:と|や|、|vs\.?|対)\s*(その他|それ以外|そうでない|その他大勢|ほか|他)(?:の?大学)?", text.lowered[elite.end :])
    return [Hit(elite.end + match.start(1), elite.end + match.end(), "group", "non_elite", match.group())] if match else []
