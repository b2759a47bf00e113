"""The user's own documents as evidence: when a question is answered from them, and which sentences are quoted."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.coverage import Asked, asked, covered, lacking, meets, rivalled
from assistant.evidence.kind_asked import of_another, prefers, tells, wanted
from assistant.evidence.library import Library
from assistant.models import ANSWERED, NOT_IN_DATA, Answer, Evidence, Question
from index.documents.sentences import split_sentences
from index.normalize import normalize, searchable

WORDED = ("paper", "explain")  # intents whose answer is the corpus's best passage
NEVER = ("help", "smalltalk", "phrases")
ENOUGH, ENOUGH_NAMED, MARGIN = 0.6, 0.3, 0.2  # coverage that answers; where the documents are asked for by name; lead over the corpus
MOST_SENTENCES, MOST_POINTS = 3, 2
POOL = 8
OWN_FIRM = re.compile(r"うち[のはで]|当社|自社|弊社|我が社|わが社|社内")
# Signs that mark up text on the screen or in our answers: a document's text is data and must not act.
SIGNS = str.maketrans({"*": "＊", "`": "｀", "|": "｜", "<": "＜", ">": "＞", "[": "［", "]": "］", "#": "＃", "_": "＿", "\\": "＼", "$": "＄", "~": "〜", "&": "＆"})


@dataclass(frozen=True)
class Quoted:
    """What a document answer quotes. digest: sentences of a whole document's extract. missing: the documents were asked for and do not tell."""

    evidence: Evidence
    digest: bool = False
    missing: str | None = None


class OwnDocuments:
    """Looks a question up in its asker's documents. Opens them, and the embedding model, at first need; safe for threads."""

    def __init__(self, open_documents: Callable, corpus: Library, count: Callable[[str], int]):
        """open_documents(provider): index.documents.Documents. count: see coverage.asked."""
        self.open_documents, self.corpus, self.count = open_documents, corpus, count
        self.lock, self.opened = threading.Lock(), None

    @property
    def library(self):
        """The Documents; with the model of the opened text index, so that it is in memory once."""
        with self.lock:
            if self.opened is None:
                self.opened = self.open_documents(lambda: self.corpus.index.provider)
            return self.opened

    def instead_of(self, question: Question, answer: Answer, owner: str, document: str | None = None) -> Quoted | None:
        """What to answer from the documents instead of `answer`; None when it stands. `document`: id of the one that 「この資料」 means."""
        if question.intent in NEVER or question.parts or not searchable(question.text):
            return None
        records = self.library.list(owner)
        if not records and answer.outcome != NOT_IN_DATA:
            return None
        plain = normalize(question.text)
        asks_for = any(word in plain for word in prompts.lexicon("documents")["own"])
        if not records:
            return Quoted(Evidence(), missing="no_documents") if asks_for else None
        named, text = self.named(question.text, records)
        if named is None and document in {record.id for record in records} and any(word in plain for word in prompts.lexicon("documents")["this"]):
            named = document
        if named is not None or asks_for:
            return self.asked_for(question, text, named, records, owner)
        words = asked(question.text, self.count)
        told_of = " ".join(f"{citation.title} {citation.quote}" for citation in answer.citations)
        if answer.outcome == ANSWERED and question.intent not in WORDED and not OWN_FIRM.search(question.text) and not lacking(words, told_of):
            return None
        return self.better(question, answer, owner, words)

    def named(self, text: str, records: list) -> tuple[str | None, str]:
        """(id of the document whose name stands in the question, the question without that name)."""
        plain = normalize(text)
        for record in sorted(records, key=lambda record: -len(record.name)):
            stem = record.name.rpartition(".")[0]
            for name in (record.name, stem, re.sub(r"[【\[(（].*?[】\])）]", "", stem)):
                spoken = normalize(name)
                if len(spoken) >= 4 and spoken in plain:
                    return record.id, plain.replace(spoken, " ")
        return None, text

    def asked_for(self, question: Question, text: str, named: str | None, records: list, owner: str) -> Quoted:
        """The documents are what the asker wants to hear from."""
        for word in prompts.lexicon("documents")["own"]:
            text = normalize(text).replace(word, " ")
        words = asked(text, self.count)
        whole = any(word in text for word in prompts.lexicon("documents")["whole"])
        topical = tuple(word for word in words if word.weight > 0.2)
        if whole and not topical and (named is not None or len(records) == 1):
            return self.extract(named or records[0].id, owner)
        hits = self.library.search(text if searchable(text) else question.text, owner, POOL, named)
        told = telling(hits, words, text)
        best = max((covered(words, whole_text(hit)) for hit, _ in told), default=0.0)
        if not told or words and best < ENOUGH_NAMED:
            return Quoted(Evidence(), missing="not_in_documents")
        return self.quote(told, words, question.text)

    def better(self, question: Question, answer: Answer, owner: str, words: tuple[Asked, ...]) -> Quoted | None:
        """The documents tell what is asked, and our own answer does not name it or holds clearly less of the question."""
        told = telling(self.library.search(question.text, owner, POOL), words, question.text)
        best = max((covered(words, whole_text(hit)) for hit, _ in told), default=0.0)
        if not told or best < ENOUGH and not any(word.topical or word.must for word in words):
            return None
        if answer.outcome == ANSWERED:
            passages = self.corpus.search(question.topic or question.text, k=POOL)
            ours = [f"{citation.title} {citation.quote}" for citation in answer.citations] + [f"{passage.title} {passage.text}" for passage in passages]
            held = max((covered(words, text) for text in ours), default=0.0)
            if not all(lacking(words, text) for text in ours) and best < held + (0 if OWN_FIRM.search(question.text) else MARGIN):
                return None
        return self.quote(told, words, question.text)

    def quote(self, told: list[tuple], words: tuple[Asked, ...], question: str) -> Quoted:
        """(passage, its sentences) → the best passage's sentences as the answer, then others that hold much of what is asked."""
        rated = sorted(told, key=lambda pair: (not prefers(question, pair[1]), -round(covered(words, whole_text(pair[0])), 3), pair[0].rank)) if words else told
        box = Collector()
        others = [pair for pair in rated[1:] if words and covered(words, f"{pair[0].heading} {pair[0].text}") >= ENOUGH][:MOST_POINTS]
        for number, (hit, sentences) in enumerate((rated[0], *others)):
            self.cite(box, hit, plain_quote(sentences), "support" if number else "answer")
        return Quoted(box.evidence())

    def extract(self, id: str, owner: str) -> Quoted:
        """The first sentences of each section of a document's digest."""
        box, record = Collector(), self.library.get(id, owner)
        for number, section in enumerate(section for section in self.library.digest(id, owner).sections if section.sentences):
            sentence = section.sentences[0]
            box.passage(f"{id}#digest-{number}", "document", title_of(record.name), plain_quote(sentence.locator), "", plain_quote(sentence.text), "support" if number else "answer")
        return Quoted(box.evidence(), digest=True) if box.items else Quoted(Evidence(), missing="not_in_documents")

    @staticmethod
    def cite(box: Collector, hit, quote: str, role: str) -> None:
        """One passage of a document under a role."""
        box.passage(hit.id, "document", title_of(hit.name), plain_quote(hit.locator), "", quote, role)


def whole_text(hit) -> str:
    """What a passage is judged by: its text, its heading and the document's name."""
    return f"{hit.name} {hit.title} {hit.heading} {hit.text}"


def title_of(name: str) -> str:
    """「社内資料『【社外秘】第3期.pdf』」; signs that would act in our text are made harmless."""
    return f"社内資料『{plain_quote(name)}』"


def plain_quote(text: str) -> str:
    """Text of a document on one line, its characters kept but for signs of markup and what would read as our citation marks."""
    text = re.sub(r"【(\d+)】", r"〔\1〕", text.translate(SIGNS))
    return re.sub(r"\s+", " ", text.replace("://", "：//")).strip()


def telling(hits: list, words: tuple[Asked, ...], question: str) -> list[tuple]:
    """(passage, sentences to quote) of those that tell what is asked: every noun that says what it is about stands in the passage or above it, and
    what is quoted is of the kind that is asked for and, with its headings, names the same year, model, place and firm, and most of the rest."""
    found, topics = [], tuple(word for word in words if word.topical)
    for hit in hits:
        if lacking(words, whole_text(hit)):
            continue
        sentences = best_sentences(hit.text, words, question)
        above = f"{hit.name} {hit.title} {hit.heading} {sentences}"
        if sentences and meets(words, above) and not lacking(words, above, names_only=True) and 2 * len(lacking(words, above)) <= len(topics):
            found.append((hit, sentences))
    return found


def best_sentences(passage: str, words: tuple[Asked, ...], question: str = "") -> str:
    """The sentences of a passage that hold what is asked: the best one of the kind asked for, and its neighbours while they add to it; "" without one."""
    sentences = [sentence for line in passage.split("\n") for sentence in split_sentences(line)] or [passage]
    kind = wanted(question)
    apt = [n for n, sentence in enumerate(sentences) if not rivalled(words, sentence) and not (kind and of_another(question, sentence))]
    fit = [n for n in apt if tells(kind, sentences[n])]
    if not fit:
        return ""
    first = max(fit, key=lambda n: (prefers(question, sentences[n]), round(covered(words, sentences[n]), 6), -n))
    last = first
    while last - first + 1 < MOST_SENTENCES:
        now = covered(words, "".join(sentences[first : last + 1]))
        grown = [(covered(words, "".join(sentences[low : high + 1])), low, high)
                 for low, high, more in ((first, last + 1, last + 1), (first - 1, last, first - 1)) if more in apt]  # fmt: skip
        better = max(grown, default=(0.0, 0, 0))
        if better[0] <= now:
            break
        first, last = better[1:]
    return "".join(joined_sentences(sentences[first : last + 1]))


def joined_sentences(sentences: list[str]) -> str:
    """Neighbouring sentences as in the document; English ones with a blank between."""
    return " ".join(sentences) if all(sentence.isascii() for sentence in sentences) else "".join(sentences)
