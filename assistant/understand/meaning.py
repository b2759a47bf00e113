"""Words that the lexicon does not list, read by what they mean: the nearest of a few short descriptions of every group and metric.

The vectors of the descriptions are shipped, since making them takes seconds; `python -m bench meanings` makes the file.
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import prompts
from assistant.understand.cues.leftover import NEUTRAL, ProperNouns
from assistant.understand.text.matcher import Text
from index.normalize import searchable

# Confidence of a reading: logistic in the lead of the best meaning over the best of another group (cosines of centred vectors).
# On 40 words written for it, a lead of 0.08 was right about as often as not.
HALF, STEEPNESS = 0.08, 28.0
LEAST = 0.3  # cosine below which nothing is near
LIKELY, ASKABLE = 0.5, 0.3  # read as the likelier one from the first on; asked back from the second on
SURE = 0.8  # below, the reading is told as one that may be wrong
CERTAIN = 0.9  # a whole question is its metric from here on, whatever groups it names
SHIPPED = Path(__file__).with_name("meanings.npz")
SAME = 1e-3  # what one model's vectors differ by between processors; those of two models differ by tenths
MAX_WORDS = 4
NOUNS = ("名詞", "接頭辞", "接尾辞")
COUNTED = frozenset(["論文", "研究", "文献", "割合", "比率", "会議", "学会", "コラボ", "共著", "合作", "連名", "比", "率", "シェア", "数"])
SUFFIXES = frozenset(["抜き", "なし", "以外"])
WITHOUT = re.compile(r"(?:抜き|なし|以外|側|ぞろい|勢)$")
JOINED, JOINING = re.compile(r"(?:と|や|、)(?![い言])"), re.compile(r"(?:と|や)$")
NARROWS = re.compile(r"(?:の|系の?|関連の?)?(?:国際)?(?:会議|学会|分野|領域|業界)")  # 「物理学の会議」
# 「ノースイースタン商事」 is one firm, 「東西大学」 one university, 「広告代理店業界」 firms of one trade: of them there are no meanings.
NAMED = re.compile(r"[^の]{2,}(?:商事|工業|製作所|電機|電気|電子|製薬|銀行|ホールディングス|グループ|産業|建設|重工|化学|化成|自動車|システムズ|ソフト|大学|大学院|大|高専|総研|財団|協会|[府県市町村省庁]|代理店|問屋|商店|業種|(?<!産)(?<!テク)(?<!テック)(?<!IT)業界)$")
LATIN_NAME = re.compile(r"(?=.*[A-Z])[A-Za-z0-9&+.\- ]+")  # 「CoRL」「DeNA」: a name has no meaning to be near to
PEOPLE = re.compile(r"(?:の(?:人|者|人間|人たち|方々?|面々|連中|研究者|研究員|論文|著者))+$|(?:人たち|の方々)$")
# What a question is asked about ends here; the rest is how it is asked.
ASKED_TAIL = re.compile(r"(?:は|って|を|が)?(?:、)?(?:どれ|どの|どん|何|いく|数字|教え|知り|で(?:表|示|言)).*$|(?:は|を|って)?[??。]*$")


@dataclass(frozen=True)
class Meant:
    """A question in words of the lexicon. `words`: (as written, as read). `confidence`: 0..1, that of the least certain word."""

    text: str
    words: tuple[tuple[str, str], ...]
    confidence: float


class Meanings:
    """Descriptions of groups and metrics as vectors, made at first need. Safe to share between threads."""

    def __init__(self, encode: Callable[[str], np.ndarray], nouns: ProperNouns):
        """encode: a text → unit vector."""
        self.encode, self.nouns = encode, nouns
        self.lock = threading.Lock()
        self.tables = None

    def warm(self) -> None:
        """Get the vectors of the descriptions: seconds where another model than that of the shipped ones has to make them."""
        with self.lock:
            if self.tables is None:
                lexicon, encode = prompts.lexicon("meanings"), shipped_or(self.encode)
                self.tables = {name: Table(lexicon[name], encode) for name in ("groups", "wholes")}

    def read(self, text: Text, known: list[tuple[int, int]], listed: list[tuple[int, int]] = ()) -> Meant | None:
        """The question with its unlisted words replaced. `known`: spans of places and years, kept as they are; `listed`: spans of words that
        the lexicon reads. None when no word is near to any meaning, and where one is a name or narrows a field."""
        self.warm()
        whole = ASKED_TAIL.sub("", blanked(text.folded, known, "")).strip("、。 のはを")
        near = self.tables["wholes"].nearest(self.encode(whole)) if len(whole) >= 4 and not listed and searchable(whole) else None
        kept = "".join(text.folded[start:end] for start, end in sorted(known))
        metric = Meant(f"{kept} {self.tables['wholes'].read_as[near[0]]}は?", ((whole, self.tables["wholes"].read_as[near[0]]),), near[1]) if near else None
        if metric is not None and metric.confidence >= CERTAIN:
            return metric
        return self.in_groups(text, [*known, *listed]) or metric

    def in_groups(self, text: Text, known: list[tuple[int, int]]) -> Meant | None:
        """The question with its unlisted nouns replaced by the groups they mean."""
        words, confidence, rewritten = [], 1.0, text.folded
        for start, end in reversed(self.chunks(text, known)[:MAX_WORDS]):
            written = WITHOUT.sub("", PEOPLE.sub("", text.folded[start:end]))
            near = self.tables["groups"].nearest(self.encode(written)) if searchable(written) else None
            if NARROWS.match(text.folded[end:]) or NAMED.search(written) or LATIN_NAME.fullmatch(written) or self.nouns.among([written], text.folded):
                return None
            if near is None:
                if JOINED.match(text.folded[end:]) or JOINING.search(text.folded[:start]):
                    return None  # one of two things set side by side is not understood
                continue
            read_as = self.tables["groups"].read_as[near[0]]
            rewritten = rewritten[:start] + read_as + rewritten[start + len(written) :]
            words.insert(0, (written, read_as))
            confidence = min(confidence, near[1])
        return Meant(rewritten, tuple(words), confidence) if words else None

    def chunks(self, text: Text, known: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans of noun phrases that nothing explained: 「国営の研究所」, 「教授陣」."""
        found: list[tuple[int, int]] = []
        start = end = None
        for token in [*self.nouns.tokens(text.folded), None]:
            if token is not None and token.surface() in COUNTED or token is not None and inside(token.begin(), token.end(), known):
                token_kind = "known"
            elif token is None:
                token_kind = "end"
            elif token.part_of_speech()[0] in NOUNS or token.part_of_speech()[0] == "形状詞":
                token_kind = "noun"
            else:
                token_kind = "link" if token.surface() in ("の", "な") and start is not None else "other"
            if token_kind == "noun" and token.surface() in SUFFIXES:
                token_kind = "other"
            if token_kind == "noun":
                start = token.begin() if start is None else start
                end = token.end()
            elif token_kind != "link" and start is not None:
                found.append((start, end))
                start = end = None
        return [(low, high) for low, high in found if meaningful(text.lowered[low:high])]


class Table:
    """Named descriptions and their vectors, centred so that what all short texts share does not count."""

    def __init__(self, entries: dict, encode: Callable[[str], np.ndarray]):
        self.names = [name for name, entry in entries.items() for _ in entry["meanings"]]
        self.read_as = {name: entry.get("as") for name, entry in entries.items()}
        vectors = np.stack([encode(meaning) for entry in entries.values() for meaning in entry["meanings"]])
        self.middle = vectors.mean(axis=0)
        self.vectors = unit(vectors - self.middle)

    def nearest(self, vector: np.ndarray) -> tuple[str, float] | None:
        """(name, confidence) of the group nearest to a text; None when that is `other`, or nothing is near."""
        cosines = self.vectors @ unit(vector - self.middle)
        best: dict[str, float] = {}
        for name, cosine in zip(self.names, cosines, strict=True):
            best[name] = max(best.get(name, -1.0), float(cosine))
        (first, top), (_, second) = sorted(best.items(), key=lambda item: -item[1])[:2]
        if first == "other" or top < LEAST:
            return None
        return first, round(1 / (1 + float(np.exp(-STEEPNESS * (top - second - HALF)))), 3)


def descriptions() -> list[str]:
    """The descriptions of the lexicon, each once."""
    lexicon = prompts.lexicon("meanings")
    return list(dict.fromkeys(text for name in ("groups", "wholes") for entry in lexicon[name].values() for text in entry["meanings"]))


def shipped_or(encode: Callable[[str], np.ndarray], file: Path = SHIPPED) -> Callable[[str], np.ndarray]:
    """`encode` with the shipped vectors for the texts that have one, if `encode` makes the first of them as it was shipped."""
    with np.load(file, allow_pickle=False) as kept:
        known = dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
    first = next(iter(known))
    made = encode(first)
    if made.shape != known[first].shape or not np.allclose(made, known[first], atol=SAME):
        return encode
    return lambda text: known[text] if text in known else encode(text)


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= start and end <= high for low, high in spans)


def blanked(text: str, spans: list[tuple[int, int]], filler: str) -> str:
    """`text` with the spans replaced."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + filler + text[end:]
    return text


MEASURE = re.compile(r"論文|研究(?!者|所|員|室)|会議|学会|割合|比率|割|何|本|著者|書き手|数字|度合|比|率|年|月|^[0-9.%]+$")


def meaningful(phrase: str) -> bool:
    """A phrase that may name a group: at least two characters, no word of measuring, not one of the neutral words."""
    return len(phrase) >= 2 and phrase not in NEUTRAL and not MEASURE.search(phrase)
