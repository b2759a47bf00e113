"""Whether our corpus can answer a worded question at all: a small weighted sum of what the question's words and the search say.

Fused search scores are relative to one search, and vectors of e5 lie close together, so neither tells a good result from the best
of bad ones. Words do: the corpus speaks of few things, and a question about something else nearly always holds a noun that it
never uses, or asks a known name for something (a price, an age, an address) that no summary tells.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass

import numpy as np

import prompts
from index.lexical import SPLIT_MODE, SUDACHI_LOCK, tokenizer
from index.normalize import clean, normalize, searchable
from index.search import Index, Passage

QUERY_CHARACTERS = 400  # as many as the search reads
FEW = 2.0  # a noun that this many passages hold is half known
SYNONYM = 0.5  # a passage that holds only a synonym of a word counts as this much of a passage
TOPIC_POS = frozenset({"普通名詞", "固有名詞"})
KATAKANA_RUN = re.compile(r"[ァ-ヴー]{2,}")
SCRIPTS = ("ァ-ヴー", "0-9a-z")  # a phrase in one of these must not be cut out of a longer word
HOW_TO = re.compile(
    r"(?:書き|使い|始め|取り|直し|治し|付け|つけ|買い|選び|申し込み|覚え|行き|洗い|焼き|育て|つなぎ|繋ぎ|叱り|褒め|断り|謝り|送り|替え|変え|消し|外し|貼り|撮り|描き|飲み|食べ|着|取り付け|組み立て|包み|結び|切り|乗り)方|修理|故障|初期設定|おすすめ|お勧め|オススメ|コツ|手順|ひな形|レシピ|ツール|"
    r"インストール|エラー|ログイン|手続き|どれを選|どこで買"
)
EVIDENCE = re.compile(
    r"研究|調査|論文|報告|統計|提言|提案|警告|指摘|という(?:話|説|主張|考え|見方|噂|批判|言葉|の)|(?:って|のは|というのは)本当|らしい|反論|事例|"
    r"と(?:聞|言われ|言って)|って(?:聞|言われ|言って)"
)
MACHINE_UNITS = "基台枚"  # GPUs are counted by any of these
NUMBER_ASKED = re.compile(r"いくら|何(基|台|枚|人|名|社|店|本|件|校|か国)(?!分)")
# 「うちの株主は誰?」, as against 「うちの規模でGPUを買う意味はある?」.
OWN_FACT = re.compile(
    r"(?:うち|弊社|当社|自社|わが社|我が社)の.{1,14}(?:は|って)(?:誰|いつ|どこ|何人|何名|いくら|何|どう)?(?:です|でしょう)?か?[??。]*$"
)
NEWS = re.compile(
    r"いつ(?:頃|ごろ)?(?:から)?(?:発売|開か|実用化|実現|稼働|完成|来る|来ます|終わる|収まる|上がる|下がる|出る|上場)|どこで(?:開か|買え)|"
    r"は(?:買い|売り)(?:時|か|[??]|$)|世界一"
)
HEAD_TAIL = re.compile(r"(?:の)?(?:方法|手順|状況|計画|予定|費用|代|総額|見込み|一覧|詳細|サービス|業者|窓口|相談)(?:$|[??。は]|って|が|を|とは|について)|は|って|が|を|とは|する|したい|した|の(?:例|相場|目安|方法|仕方|対策|コツ)|[??。]|$")  # what follows the head of a question


@dataclass(frozen=True)
class Features:
    """What is weighed.

    anchors: names of our topics in the question (0..2). unknown: how many nouns the corpus does not know (0..3); unknown_share: of all
    nouns; head_unknown: the last noun (0..1). agreement: whether vectors and words found the same best passage (0..1). unattested:
    compounds of two nouns that the corpus never uses (0..2). The others are 0 or 1: how_to: a skill or a tool is asked for; evidence:
    what studies say; no_number: a count or price of something named, which no passage gives; aimless: no noun to go by; own_fact: about
    the asker's own firm; elsewhere: news, or what nothing of ours tells. nearness: how
    far the cosine of the nearest passage lies above NEAR, in steps of NEAR_STEP.
    """

    anchors: float
    unknown: float
    unknown_share: float
    head_unknown: float
    agreement: float
    unattested: float
    how_to: float
    evidence: float
    no_number: float
    aimless: float
    own_fact: float
    elsewhere: float
    nearness: float


# Logistic regression (L2 1.0) over the choosing part of tests/assistant/answerable_questions.yaml, each question taken twice: with the
# list of colloquial words and without it, so that readers' words outside the list are allowed for. no_number, aimless, own_fact and elsewhere are rules too rare
# there to be fitted, and are set by hand.
WEIGHTS = Features(
    anchors=0.71, unknown=-0.99, unknown_share=-2.16, head_unknown=-0.67, agreement=1.23, unattested=-1.35, how_to=-2.99, evidence=1.71,
    no_number=-6.0, aimless=-2.5, own_fact=-2.0, elsewhere=-5.0, nearness=0.94,
)  # fmt: skip
BIAS = 1.12
NEAR, NEAR_STEP = 0.87, 0.02  # between the medians of what is answered (0.886) and what is not (0.855) in the choosing part
WORKS = frozenset("論文 研究 報告書 報告 レポート 調査 文献 白書 記事 資料 書籍 本 統計 アンケート サーベイ 論考 分析 試算 推計".split())  # what a question is about is none of these
FOREIGN_FLOOR = -1.0  # questions in English lie far from passages in Japanese, whatever they are about
VERSIONED = re.compile(r"(?<![0-9a-z])[a-z]{2,}-?[0-9]+(?:\.[0-9]+)?(?![0-9a-z])")  # GPT-5, H100: the name is the number
TELLING = 0.7  # share of the weight of a question's nouns that a passage must hold to give a number
WHOLE = 0.8  # share of a name's characters that a known name inside it must cover: 量子コンピュータ is no コンピュータ
TELLING_OF = 0.4  # enough where the passage speaks of the very thing the number is asked of (失敗, 効果)
NUMBER_NOUNS = frozenset({"割合", "比率", "件数", "本数", "数", "値", "金額", "平均", "論文", "年", "研究", "ai", "枚数", "台数", "基数", "率", "会社", "企業"})
THRESHOLD = 0.2227  # log odds of -1.25: refusing what we could answer is the worse mistake


@dataclass(frozen=True)
class Assessment:
    """answerable: whether to answer. score: 0..1, higher is likelier. unknown: nouns of the question that the corpus does not know or tell of."""

    answerable: bool
    score: float
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """A noun at [start, end) of the normalised question that says what it is about. known: 0..1. name: a proper noun or in Latin letters."""

    start: int
    end: int
    text: str
    form: str
    known: float
    name: bool


class Phrases:
    """Finds phrases in a normalised text, longest first, never as a part of a longer katakana or Latin word."""

    def __init__(self, phrases: Iterable[str]):
        ordered = sorted({normalize(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
        self.pattern = re.compile("|".join(map(guarded, ordered)))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, phrase) in order."""
        return [(match.start(), match.end(), match.group()) for match in self.pattern.finditer(text)]


def guarded(phrase: str) -> str:
    """Pattern of a phrase that may not be cut out of a longer word."""
    before = "".join(f"(?<![{script}])" for script in SCRIPTS if re.match(f"[{script}]", phrase[0]))
    after = "".join(f"(?![{script}])" for script in SCRIPTS if re.match(f"[{script}]", phrase[-1]))
    return before + re.escape(phrase) + after


def hiragana(text: str) -> str:
    """Katakana → hiragana: 「グラボ」 may be typed 「ぐらぼ」."""
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヴ" else char for char in text)


def anchor_phrases(index: Index, english: frozenset[str]) -> set[str]:
    """Names of our topics: terms, aliases and readings, keywords and short names of papers, groups, fields and venues of the lexicon."""
    places = prompts.lexicon("places")
    names = [name for paper in index.papers() for name in (*paper.keywords, re.split(r"[ &（ら]|ほか", paper.short_ja)[0])]
    for term in index.glossary():
        names += [re.sub(r"（[^）]*）", "", term.term), *re.findall(r"（([^）]*)）", term.term), *term.aliases, term.reading]
    acronyms = [name.lower() for name in names if re.fullmatch(r"[A-Za-z]{3,5}", name) and name.lower() not in english]
    own = [normalize(name) for name in (*names, *("".join(places["letters"][char] for char in name) for name in acronyms))]
    groups = (prompts.lexicon("subjects"), places["fields"], places["venues"])
    lexicon = [normalize(name) for table in groups for listed in table.values() for name in listed]
    return {name for name in (*own, *map(hiragana, own), *lexicon) if len(name) >= 2 and not re.fullmatch(r"[ぁ-ん]{2}", name)}


class Answerable:
    """Assesses questions against one index. Building it counts the corpus's words (a second or two); assessing is safe for threads."""

    def __init__(self, index: Index):
        self.index = index
        field = index.lexical.fields["words"]
        self.texts = [normalize(chunk.text) if chunk.kind != "figure" else "" for chunk in index.chunks]  # figure cards answer no worded question
        self.text = " ".join(self.texts)
        self.katakana = set(KATAKANA_RUN.findall(self.text))
        self.vocabulary = field.vocab_dict
        self.starts, self.documents = np.asarray(field.scores["indptr"]), np.asarray(field.scores["indices"])
        running = np.concatenate(([0], np.cumsum(np.array([bool(text) for text in self.texts])[self.documents])))
        self.counts = running[self.starts[1:]] - running[self.starts[:-1]]
        self.synonyms = self.synonym_counts()
        words = prompts.lexicon("answerable")
        self.same = [tuple(map(normalize, group)) for group in words["same"]]
        self.asked_of = tuple(map(normalize, words["asked_of"]))
        self.idle = frozenset(words["generic"]) | frozenset(words["english"])
        self.anchors = Phrases(anchor_phrases(index, frozenset(words["english"])))
        self.colloquial, self.told = Phrases(words["colloquial"]), Phrases(words["elsewhere"])
        # Single characters (薬, 歌) stand inside other words.
        self.outside = Phrases(phrase for phrase in prompts.lexicon("intents")["outside"] if len(phrase) > 1)

    def assess(self, query: str, passages: list[Passage]) -> Assessment:
        """Question and what the search found for it, best first → Assessment. Nothing to read or nothing found: not answerable."""
        text = normalize(query[:QUERY_CHARACTERS])
        if not searchable(text):
            return Assessment(False, 0.0, ())
        if unheard := [name for name in VERSIONED.findall(text) if name not in self.text]:
            return Assessment(False, 0.0, tuple(as_written(name, query) for name in unheard))
        anchors = self.anchors.find(text)
        topics = self.topics(text, anchors)
        strange = [topic.text for topic in topics if topic.known == 0] + [name for _, _, name in self.heads(text)]
        unknown = tuple(dict.fromkeys(as_written(word, query) for word in strange))
        worded = [passage for passage in passages if passage.kind != "figure"]
        if not worded:
            return Assessment(False, 0.0, unknown)
        if stranger(topics, anchors):
            return Assessment(False, 0.0, unknown)
        features = self.features(text, topics, anchors, worded[0])
        odds = BIAS + sum(weight * value for weight, value in zip(astuple(WEIGHTS), astuple(features), strict=True))
        score = round(1 / (1 + math.exp(-odds)), 4)
        return Assessment(score >= THRESHOLD, score, unknown)

    def strange(self, query: str) -> bool:
        """Whether the corpus knows nothing that a question is about."""
        text = normalize(query[:QUERY_CHARACTERS])
        anchors = self.anchors.find(text)
        return stranger(self.topics(text, anchors), anchors)

    def telling(self, query: str, passages: list[Passage]) -> list[Passage]:
        """The passages that name what a question for a number is about: they hold most of its nouns, weighed by rarity.

        A passage about something else may hold a number too, and giving that number would be a wrong answer.
        """
        text = normalize(query[:QUERY_CHARACTERS])
        topics = [topic for topic in self.topics(text, self.anchors.find(text)) if topic.form not in NUMBER_NOUNS and topic.text not in NUMBER_NOUNS]
        weights = [math.log((len(self.texts) + 1) / (self.count(topic.form) + 1)) for topic in topics]
        kept, least = [], TELLING_OF if any(word in text for word in self.asked_of) else TELLING
        for passage in passages:
            held = normalize(f"{passage.title} {passage.text}")
            weight = sum(weight for topic, weight in zip(topics, weights, strict=True) if self.holds(held, topic))
            if weight >= least * sum(weights) and self.of_what(text, held):
                kept.append(passage)
        return kept

    def unsaid(self, query: str, texts: list[str]) -> tuple[str, ...]:
        """Nouns of a question that say what it is about and that none of the texts holds."""
        text = normalize(query[:QUERY_CHARACTERS])
        held = normalize(" ".join(texts))
        return tuple(topic.text for topic in self.topics(text, self.anchors.find(text)) if topic.form not in NUMBER_NOUNS and not self.holds(held, topic))

    def mentions(self, name: str) -> bool:
        """Whether the corpus names a thing anywhere, as readers may call it."""
        text = normalize(name)
        named = [hit for hit in (*self.anchors.find(text), *self.colloquial.find(text)) if hit[1] - hit[0] > WHOLE * len(text)]
        return text in self.text or bool(named)

    def of_what(self, question: str, held: str) -> bool:
        """Whether a passage speaks of just what the number is asked of (the failures of 失敗率, not projects at large)."""
        asked = [word for word in self.asked_of if word in question]
        return all(any(same in held for same in next((group for group in self.same if word in group), (word,))) for word in asked)

    def holds(self, text: str, topic: Topic) -> bool:
        """Whether a passage holds a noun or one of the words that mean the same here."""
        same = next((words for words in self.same if topic.text in words or topic.form in words), (topic.text, topic.form))
        return any(word in text for word in same)

    def features(self, text: str, topics: list[Topic], anchors: list, best: Passage) -> Features:
        """What is weighed; `best` is the first passage found."""
        unknown = sum(1 - topic.known for topic in topics)
        return Features(
            anchors=min(2.0, len({name for _, _, name in anchors})), unknown=min(3.0, unknown),
            unknown_share=unknown / len(topics) if topics else 0.0, head_unknown=1 - topics[-1].known if topics else 0.0,
            agreement=min(best.parts["dense"], best.parts["words"]), unattested=min(2.0, self.unattested(text, topics, anchors)),
            how_to=float(bool(HOW_TO.search(text))), evidence=float(bool(EVIDENCE.search(text))),
            no_number=float(self.number_missing(text, topics)), aimless=float(not topics and not anchors),
            own_fact=float(bool(OWN_FACT.search(text))), elsewhere=float(self.told_elsewhere(text)),
            nearness=0.0 if best.nearest is None else max((best.nearest - NEAR) / NEAR_STEP, FOREIGN_FLOOR if text.isascii() else -math.inf),
        )  # fmt: skip

    def count(self, form: str) -> int:
        """How many worded passages hold a word in its normalised form."""
        number = self.vocabulary.get(form)
        return int(self.counts[number]) if number is not None and number < len(self.counts) else 0

    def holding(self, form: str) -> set[int]:
        """Positions of the passages that hold a word."""
        number = self.vocabulary.get(form)
        return set(self.documents[self.starts[number]:self.starts[number + 1]].tolist()) if self.count(form) else set()

    def synonym_counts(self) -> dict[int, int]:
        """Synonym group of SudachiDict → passages that hold its commonest word."""
        groups: dict[int, int] = {}
        with SUDACHI_LOCK:
            for form in self.vocabulary:
                morphemes = tokenizer(SPLIT_MODE).tokenize(form) if self.count(form) else ()
                for group in morphemes[0].synonym_group_ids() if len(morphemes) == 1 else ():
                    groups[group] = max(groups.get(group, 0), self.count(form))
        return groups

    def topics(self, text: str, anchors: list) -> list[Topic]:
        """Nouns of a normalised question that say what it is about, in order."""
        trusted = anchors + self.colloquial.find(text)
        strange = [(match.start(), match.end()) for match in KATAKANA_RUN.finditer(text) if match.group() not in self.katakana]
        doubted = self.outside.find(text) + strange
        with SUDACHI_LOCK:
            read = [(m.begin(), m.end(), m.surface(), m.normalized_form().lower(), m.part_of_speech(), m.synonym_group_ids())
                    for m in tokenizer(SPLIT_MODE).tokenize(text)]  # fmt: skip
        found, last = [], len(read) - 1
        for i, (start, end, surface, form, part, groups) in enumerate(read):
            counter = part[2] == "助数詞可能" and i > 0 and (read[i - 1][4][1] == "数詞" or read[i - 1][2] == "何")
            verb = part[2].startswith("サ変") and i < last and read[i + 1][3] in ("為る", "出来る")
            noun = part[0] == "名詞" and part[1] in TOPIC_POS and not {form, surface} & self.idle and not counter and not verb
            known = 1.0 if inside(start, end, trusted) else 0.0 if inside(start, end, doubted) else self.known(form, groups)
            if noun or (known == 0.0 and inside(start, end, doubted) and surface not in self.idle):
                name = part[1] == "固有名詞" or (surface.isascii() and surface != "ai")
                found.append(Topic(start, end, surface, form, known, name))
        return found

    def known(self, form: str, groups: list[int]) -> float:
        """How well the corpus knows a word, 0..1."""
        forms = (form, form[:-1]) if form.isascii() and form.endswith("s") else (form,)
        count = max([*map(self.count, forms), *(SYNONYM * self.synonyms.get(group, 0) for group in groups)])
        return count / (count + FEW)

    def unattested(self, text: str, topics: list[Topic], anchors: list) -> int:
        """How many compounds of two touching nouns the corpus never uses."""
        pairs = [(a.start, b.end) for a, b in zip(topics, topics[1:], strict=False) if a.end == b.start]
        return sum(text[start:end] not in self.text and not inside(start, end, anchors) for start, end in pairs)

    def number_missing(self, text: str, topics: list[Topic]) -> bool:
        """Whether a count or price of something named is asked for, and no passage holds the names beside a number of that unit."""
        asked, names = NUMBER_ASKED.search(text), [self.holding(topic.form) for topic in topics if topic.name]
        if not asked or not names:
            return False
        unit = f"[{MACHINE_UNITS}]" if asked[1] and asked[1] in MACHINE_UNITS else re.escape(asked[1]) if asked[1] else "(?:円|ドル|ユーロ)"
        number = re.compile(r"[0-9][0-9,.万億兆千]*" + unit)
        return not any(number.search(self.texts[position]) for position in set.intersection(*names))

    def told_elsewhere(self, text: str) -> bool:
        """Whether the question is news, or its head is something that nothing of ours tells."""
        return bool(NEWS.search(text) or self.heads(text))

    def elsewhere_words(self, query: str) -> tuple[str, ...]:
        """The words at the head of a question that nothing of ours tells, as written."""
        return tuple(as_written(word, query) for _, _, word in self.heads(normalize(query[:QUERY_CHARACTERS])))

    def heads(self, text: str) -> list[tuple[int, int, str]]:
        """Phrases that nothing of ours tells, where they are the head of the question."""
        return [hit for hit in self.told.find(text) + self.outside.find(text) if HEAD_TAIL.match(text, hit[1])]


def stranger(topics: list[Topic], anchors: list) -> bool:
    """Whether no noun of a question is known, but for the works it asks for: 「消費税の報告書」; that there are reports says nothing."""
    subject = [topic for topic in topics if topic.text not in WORKS]
    return bool(subject) and not anchors and all(topic.known == 0 for topic in subject)


def as_written(word: str, query: str) -> str:
    """A normalised word as the asker wrote it, where the normal form only changed its letters' size or width."""
    match = re.search(re.escape(word), clean(query), re.IGNORECASE)
    return match.group() if match else word


def inside(start: int, end: int, spans: list) -> bool:
    """Whether [start, end) lies in one of the spans (start, end, …)."""
    return any(low <= start and end <= high for low, high, *_ in spans)
