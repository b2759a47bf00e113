"""How many firms use AI, gain by it or fail with it: what surveys of firms tell, several side by side."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.library import Library
from assistant.understand.asked import PAPERED

THEME = "企業の導入と成果"
FIRMS = re.compile(r"企業|会社|組織|他社|同業|メーカー|ところ")
EXTENT = re.compile(r"割合|比率|何%|何割|何社|率は|率[??]?$|確率|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい|程度)|いくつ|多い|少ない|半分|過半|(?:会社|企業)は[??。]*$")
SHARE = re.compile(r"[0-9][0-9.]*\s*(?:%|割|分の)|半数|過半")
# Questions of question-answer pairs that ask for something else than an extent.
OTHER = re.compile(r"何が|なぜ|反論|注意|根拠|いつ|何件|どの業務|何をす|何に|何を|どう|では|うち|信用|因果|審査|予算")
NAMED = re.compile(r"[ァ-ヴー]{4,}|中小企業|大企業|製造業")
POOL, MOST = 24, 3


class Outcomes:
    """The lexicon of what comes of AI in firms: words of askers, words of the surveys."""

    def __init__(self):
        self.entries = prompts.lexicon("outcomes")

    def asked(self, text: str) -> dict | None:
        """The outcome whose share among firms is asked for; None for any other question. The first of the lexicon that is named wins."""
        if PAPERED.search(text) or not (FIRMS.search(text) and EXTENT.search(text)):
            return None
        return next((entry for entry in self.entries.values() if any(word in text for word in entry["asked"])), None)

    def gather(self, text: str, outcome: dict, library: Library, box: Collector) -> None:
        """Cite up to three statements that give the share, one of each survey, the nearest first as the answer."""
        wanted = [*outcome["told"], *NAMED.findall(text)]
        words = " ".join(word for word in outcome["told"] if word not in text)  # the surveys' own words
        found = library.search(f"{text} {words}".strip(), k=POOL, kinds=("claim", "point", "qa"), filters={"theme": THEME}, per_parent=None)
        for number, passage in enumerate(one_each(specific(text, [passage for passage in found if tells(passage, wanted)]))[:MOST]):
            library.cite(box, passage, "support" if number else "answer")


def specific(text: str, passages: list) -> list:
    """Those that hold the very word the question is about (エージェント, 中小企業); all where none does."""
    words = NAMED.findall(text)
    return [passage for passage in passages if any(word in passage.display for word in words)] or passages


def one_each(passages: list) -> list:
    """The first passage of every paper; a claim or point, which stands alone, rather than an answer. In order of the papers."""
    best = {}
    for passage in passages:
        if passage.source_id not in best or (best[passage.source_id].kind == "qa" and passage.kind != "qa"):
            best[passage.source_id] = passage
    return list(best.values())


def tells(passage, words: list[str]) -> bool:
    """Whether a statement gives a share of firms, and holds one of the words for the outcome. The title of its paper does not count."""
    if passage.kind == "qa":
        asked, _, answer = passage.display.removeprefix("問 ").partition("\n答 ")
        if OTHER.search(asked):
            return False
        return any(word in asked + answer for word in words) and bool(SHARE.search(answer))
    return any(word in passage.display for word in words) and bool(SHARE.search(passage.display))
