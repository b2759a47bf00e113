"""Replies in softer words: 「1つ目をもう少し柔らかい言い方に」 after questions with their answers. A reply is softened once; what is as soft as it gets is said so."""

import re

from assistant.phrases.compose import say
from assistant.phrases.request import PLAN
from assistant.understand.words.softer_draft import softer_wanted

NTH = re.compile(r"(?P<nth>[1-9一二三四五])(?:つ|番|点|個|問|件)目|(?P<first>最初|はじめ|一番上)の|(?P<last>最後)の")
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}


def wishes(topic: str) -> list[str]:
    """The messages of a talk that wanted a text softer, last first: they stand before the one that wanted the text."""
    return [line for line in topic.partition(PLAN)[0].split("\n")[:-1] if softer_wanted(line)]


def meant(wanted: list[str]) -> int | None:
    """Which of several replies the last wish is for: the one it points at, else the one that an earlier wish did; 0 for the last one, None for all."""
    match = next((found for line in wanted if (found := NTH.search(line))), None)
    if match is None:
        return None
    return 0 if match["last"] else 1 if match["first"] else int(DIGITS.get(match["nth"]) or match["nth"])


def softened(topic: str, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(question, reply) as they are wanted: all of them, or the one that is meant, with what makes a reply softer around it."""
    wanted = wishes(topic)
    if not wanted:
        return pairs
    place = meant(wanted)
    if place is not None:
        pairs = (pairs[-1:] if place == 0 else pairs[place - 1 : place]) or pairs
    return [(asked, say("reply_soft_open") + text + say("reply_soft_close")) for asked, text in pairs]


def soft_head(topic: str, head: str) -> str:
    """What is said before the replies: `head`, or that they were put softer."""
    return say("draft_softened") if wishes(topic) else head


def soft_notes(topic: str) -> list[str]:
    """That the replies cannot be put softer still, where that was wanted again of the same ones."""
    wanted = wishes(topic)
    return [say("draft_softest")] if len(wanted) > 1 and meant(wanted) == meant(wanted[1:]) else []
