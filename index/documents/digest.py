"""An extract of a document in the six sections that paper summaries have: its own sentences, chosen by words and place, nothing reworded."""

import re
from collections import Counter
from dataclasses import dataclass

from index.corpus import SECTIONS
from index.documents.search import located
from index.documents.sentences import split_sentences
from index.lexical import words
from index.normalize import normalize

LABEL = "自動抽出"
SIX = SECTIONS[:6]
PER_SECTION = 3
SHORTEST, LONGEST = 8, 220
MOST_SENTENCES = 3_000  # of a long document its beginning and end
# What sentences and headings of each section speak with, and where in a document (0..1) they stand.
CUES = (
    (r"目的|概要|はじめに|背景|位置づけ|本(?:書|資料|稿|報告|調査|研究|計画)|について(?:述べ|報告|説明|まとめ)|趣旨|要旨|summary|abstract|introduction|purpose|overview|this (?:report|paper|document)", 0.0),
    (r"従来|これまで|既存|先行|他社|競合|前(?:期|年|回)|比べ|比較|違い|異な|差別化|初めて|独自|強み|unlike|previous|existing|compared|competitor|differ|novel", 0.2),
    (r"手法|方法|技術|仕組み|構成|体制|施策|導入|活用|用い|により|プロセス|工程|設計|実施し|method|approach|technology|process|design|system|implement", 0.4),
    (r"結果|成果|効果|実績|達成|増加|減少|向上|改善|削減|売上|利益|前(?:年|期)比|[0-9][0-9.,]*\s?(?:%|％|円|億|万|件|人|倍|台)|result|achiev|increase|decrease|improv|revenue|profit", 0.6),
    (r"課題|問題|リスク|懸念|限界|不足|遅れ|一方|しかし|ただし|困難|注意|難し|however|risk|issue|challenge|limitation|concern|problem", 0.7),
    (r"今後|将来|予定|計画|目標|方針|見込|見通し|検討(?:する|して|中)|次(?:期|年度|回|の)|目指|展望|まで(?:に|には)|future|plan|next|outlook|target|will ", 1.0),
)  # fmt: skip
CUE_WEIGHT, HEADING_WEIGHT, PLACE_WEIGHT, CENTRAL_WEIGHT = 1.0, 2.0, 0.5, 1.5


@dataclass(frozen=True)
class DigestSentence:
    """A sentence of the document, word for word, with the page it stands on."""

    text: str
    page: int
    locator: str


@dataclass(frozen=True)
class DigestSection:
    """One of the six sections; without sentences where the document has none that fit."""

    heading: str
    sentences: tuple[DigestSentence, ...]


@dataclass(frozen=True)
class Digest:
    """The extract. label: 自動抽出, to be shown with it always."""

    document_id: str
    title: str
    label: str
    sections: tuple[DigestSection, ...]


@dataclass(frozen=True)
class Candidate:
    """A sentence with what is weighed. place: 0 at the beginning, 1 at the end. central: how much it speaks of what the document speaks of, 0..1."""

    text: str
    page: int
    locator: str
    heading: str
    place: float
    central: float


def make_digest(record, pieces):
    """DocumentRecord and its pieces → Digest. Every sentence is used once, in the section it fits best."""
    candidates = rated(candidates_of(pieces))
    fits = sorted(
        ((fit(candidate, number), number, position) for position, candidate in enumerate(candidates) for number in range(len(SIX))),
        key=lambda item: (-item[0], item[2], item[1]),
    )  # fmt: skip
    chosen, used = {number: [] for number in range(len(SIX))}, set()
    for score, number, position in fits:
        if score > 0 and position not in used and len(chosen[number]) < PER_SECTION:
            used.add(position)
            chosen[number].append(position)
    sections = [DigestSection(heading, tuple(DigestSentence(c.text, c.page, located(c.locator, c.heading)) for c in (candidates[p] for p in sorted(chosen[n])))) for n, heading in enumerate(SIX)]
    return Digest(record.id, record.title, LABEL, tuple(sections))


def candidates_of(pieces):
    """Whole sentences and rows of sensible length, each once."""
    found, seen = [], set()
    for piece in pieces:
        for line in piece.text.split("\n"):
            for sentence in split_sentences(line):
                if SHORTEST <= len(sentence) <= LONGEST and sentence not in seen:
                    seen.add(sentence)
                    found.append((sentence, piece))
    return found if len(found) <= MOST_SENTENCES else found[:MOST_SENTENCES // 2] + found[-MOST_SENTENCES // 2:]


def rated(found):
    """Sentences with their place and centrality: the mean frequency in the document of the words they hold."""
    spoken = [set(words(sentence)) for sentence, _ in found]
    counts = Counter(word for sentence in spoken for word in sentence if len(word) > 1)
    means = [sum(counts[word] for word in sentence) / (3 + len(sentence)) for sentence in spoken]
    most = max(means, default=0) or 1
    last = max(1, len(found) - 1)
    return [Candidate(text, piece.page, piece.label, piece.heading, position / last, means[position] / most) for position, (text, piece) in enumerate(found)]


def fit(candidate, number):
    """How well a sentence fits section `number`; 0 without any cue, so that a section may stay empty (the first takes what is central)."""
    pattern, place = CUES[number]
    cues = len(set(re.findall(pattern, normalize(candidate.text))))
    heading = bool(re.search(pattern, normalize(candidate.heading.rpartition("＞")[2])))
    near = 1 - abs(candidate.place - place)
    if not cues and not heading and not (number == 0 and candidate.place <= 0.2):
        return 0.0
    return CUE_WEIGHT * min(2, cues) + HEADING_WEIGHT * heading + PLACE_WEIGHT * near + CENTRAL_WEIGHT * candidate.central
