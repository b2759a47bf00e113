"""What groups are called: the words of the lexicon, and names put together from them."""

import re
from itertools import product

import prompts
from assistant.understand.matcher import Hit, Text
from assistant.understand.metric_names import kana_forms

NON_ELITE_TAILS = ("以外", "以外の大学", "ではない大学", "でない大学", "じゃない大学", "を除く大学", "を除いた大学")


def group_names() -> list[tuple[str, str, str]]:
    """(kind, key, phrase) of every group."""
    subjects = prompts.lexicon("subjects")
    names = [("group", key, form) for key, phrases in subjects.items() for phrase in phrases for form in kana_forms(phrase)]
    names += [("group", key, "".join(words)) for key, words in served()]
    return names + [("group", "non_elite", word + tail) for word in subjects["elite"] for tail in NON_ELITE_TAILS]


def served() -> list[tuple[str, tuple[str, ...]]]:
    """Universities named by the students they serve: 「ヒスパニック系の学生が多い大学」."""
    words = prompts.lexicon("served")
    return [(key, parts) for key, names in words["groups"].items() for parts in product(names, words["students"], words["many"], words["schools"])]


def complement(groups: list[Hit], text: Text) -> list[Hit]:
    """「エリート大学とその他」: the rest of the universities beside the best ones."""
    elite = next((hit for hit in groups if hit.key == "elite"), None)
    if elite is None or any(hit.key in ("non_elite", "mid_tier", "lower_tier") for hit in groups):
        return []
    match = re.search(r"(?:と|や|、|vs\.?|対)\s*(その他|それ以外|そうでない|その他大勢|ほか|他)(?:の?大学)?", text.lowered[elite.end :])
    return [Hit(elite.end + match.start(1), elite.end + match.end(), "group", "non_elite", match.group())] if match else []
