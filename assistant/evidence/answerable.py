"""Whether our corpus can answer a worded question at all: a small weighted sum of what the question's words and the passages found say.

Fused search scores are relative to one search, and vectors of e5 lie close together, so neither tells a good result from the best of bad ones.
Words do: the corpus speaks of few things, and a question about something else nearly always holds a noun that it never uses.
"""

import math
import re
from dataclasses import astuple, dataclass
from types import MappingProxyType

import numpy as np

import prompts
from index.lexical import SPLIT_MODE, SUDACHI_LOCK, tokenizer
from index.normalize import normalize
from index.search import Passage

QUERY_CHARACTERS = 400  # as many as the search reads
TOP = 3  # passages an answer would rest on
# 「うちの株主は誰?」: a fact about the asker's own firm, as against 「うちの規模でGPUを買う意味はある?」.
OWN_FACT = re.compile(r"(?:うち|弊社|当社|自社|わが社|我が社)の.{1,14}(?:は|って)(?:誰|いつ|どこ|何人|何名|いくら|何|どう)?(?:です|でしょう)?か?[??。]*$")
FEW = 2.0  # a noun of this many passages is half known
TOPIC_POS = frozenset({"普通名詞", "固有名詞"})
NUMBER_ASKED = re.compile(r"いくら|何(基|台|枚|人|名|社|店|本|件|校|か国)")
KATAKANA_RUN = re.compile(r"[ァ-ヴー]{2,}")
HOW_TO = re.compile(r"(?:書|作|使|始め|やり|取り|立て|直し|治し|付け|買い)方|おすすめ|お勧め|オススメ|コツ|手順|ひな形|レシピ|ツール|インストール|エラー|ログイン|手続き|どれを選|どこで買")
# Nouns that say how something is asked, or colour it, but not what it is about: known or not, they carry no topic.
GENERIC = frozenset(
    "事 物 所 時 為 訳 方 人 者 点 面 間 中 内 後 前 上 下 先 次 他 外 側 際 度 分 件 例 話 件 気 手 目 力 数 量 額 値 率 幅 差 今 今後 最近 現在 将来 以上 以下 以外 一番 全部 全体 部分 一部 皆 "
    "自分 うち 弊社 当社 自社 我が社 貴社 御社 皆さん 誰 何 意味 違い 理由 原因 方法 仕方 遣り方 考え方 見方 読み方 作り方 進め方 使い方 書き方 始め方 秘訣 要点 結論 内容 中身 詳細 概要 具体 具体的 説明 紹介 解説 例え 言葉 名前 本当 本当に 嘘 "
    "噂 実態 実際 実力 現実 状況 状態 様子 結果 影響 効果 役割 関係 問題 課題 心配 不安 疑問 批判 反論 反対 意見 主張 指摘 警告 注意 対策 対処 対応 必要 大事 重要 可能 可能性 安心 大丈夫 "
    "割合 程度 位 程 内訳 合計 平均 最大 最小 最初 最後 途中 以前 昔 昨今 何時 幾ら 何人 何件 何年 何番目 番目 何時間 御願い 御勧め 参考 質問 回答 答え 一言 短い 仕組み 種類 場合 場面 立場 視点 観点 "
    "落とし穴 頭打ち 色分け 値打ち 裏側 秘密 極意 勘所 弱点 長所 短所 欠点 利点 良し悪し 賛否 真相 本質 正体 作戦 策 手 打ち手 決め手 得 損 項目 当て こつ 番 箇所 流れ 動き 傾向 期 世 世の中 世界".split()
)
# What readers call things the corpus names otherwise: understood by the vectors, so no sign of another topic.
COLLOQUIAL = (
    "テンセント バイドゥ 百度 ディープマインド フェイスブック メタ社 米国勢 アメリカ 京大 阪大 東工大 早慶 旧帝大 エヌビディア グーグル マイクロソフト オープンai アンソロピック ボスコン ボストンコンサルティング マシン パソコン サーバ サーバ代 チップ ベンチャ 新興企業 学生ベンチャ 外注 丸投げ 内製化 社外秘 "
    "お金 資金力 金持ち 大金 巨人 弱小 小粒 後発 一人勝ち 独り占め 忖度 癒着 しがらみ 学者 先生 教員 文系 理系 アンケート 院生 ポスドク 国営 公営 依存度 白書 経産省 文科省 お役所 税金 二酸化炭素 エコ 環境負荷 地球温暖化 "
    "アイデア 発明 チェック項目 カスタマイズ 自社開発 手作り スクラッチ 論文誌 ジャーナル ディープラーニング 人工知能 エーアイ ブルーム ジェミニ 女性研究者 多様性 偏り 民主化 値下がり 値下げ 安上がり 一千億円 商売 商用"
).split()
ENGLISH = frozenset("a an the of in on for to and or is are was do does did can could should would how what why which who when where there it its we our us you my i with without by from at as be not no more than much many way about "
                    "explain tell me please cheap cheaper cost costs train training trained small big large use using used build buy make company companies university research paper papers model models data better".split())
BIAS, THRESHOLD = 1.5, 0.27
WEIGHTS = MappingProxyType({"anchors": 0.36, "unknown": -0.86, "unknown_share": -1.73, "head_unknown": -1.8, "agreement": 1.23, "how_to": -0.73, "unattested": -1.3, "no_number": -4.0, "aimless": -2.5, "own_fact": -2.0})


@dataclass(frozen=True)
class Assessment:
    """answerable: whether to answer. score: 0..1, about the chance that the corpus answers. unknown: nouns of the question it does not know, as written."""

    answerable: bool
    score: float
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Word:
    """A morpheme of the question at [start, end) of its normalised text. known: 0..1. topic: a noun that says what the question is about."""

    start: int
    end: int
    text: str
    form: str
    noun: bool
    name: bool
    known: float
    topic: bool
    action: bool


@dataclass(frozen=True)
class Features:
    """What is weighed; see `Answerable.features`. All 0..3."""

    anchors: float
    unknown: float
    unknown_share: float
    head_unknown: float
    agreement: float
    how_to: float
    unattested: float
    no_number: float
    aimless: float
    own_fact: float


class Phrases:
    """Finds phrases in a normalised question, longest first, only where they are not a part of a longer word."""

    def __init__(self, phrases):
        ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
        self.pattern = re.compile("|".join(map(guarded, ordered)))

    def find(self, text):
        """[(start, end, phrase)] in order."""
        return [(m.start(), m.end(), m.group()) for m in self.pattern.finditer(text)]


def guarded(phrase):
    """Pattern of a phrase that begins and ends where a word of katakana or of Latin letters may."""
    def edge(character, look):
        for script in ("ァ-ヴー", "0-9a-z"):
            if re.match(f"[{script}]", character):
                return f"(?{look}[{script}])"
        return ""

    return edge(phrase[0], "<!") + re.escape(phrase) + edge(phrase[-1], "!")


def hiragana(text):
    """Katakana → hiragana: 「グラボ」 may be typed 「ぐらぼ」."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヴ" else c for c in text)


def anchor_phrases(index):
    """Names the corpus itself gives to its topics: terms, aliases and readings, keywords and titles' short names, groups and places of the lexicon."""
    terms = [name for term in index.glossary() for name in (re.sub(r"（[^）]*）", "", term.term), *re.findall(r"（([^）]*)）", term.term), *term.aliases, term.reading)]
    papers = [name for paper in index.papers() for name in (*paper.keywords, re.split(r"[ &（ら]|ほか", paper.short_ja)[0])]
    places = prompts.lexicon("places")
    lexicon = [name for groups in (prompts.lexicon("subjects"), places["fields"], places["venues"]) for names in groups.values() for name in names]
    letters = {**places["letters"], "v": "ブイ"}
    spelled = ["".join(letters[c] for c in name.lower()) for name in (*terms, *papers) if re.fullmatch(r"[A-Za-z]{3,5}", name) and name.lower() not in ENGLISH]
    own = [normalize(name) for name in (*terms, *papers, *spelled)]
    names = {*own, *map(hiragana, own), *map(normalize, lexicon)}
    return {name for name in names if len(name) >= 2 and not re.fullmatch(r"[ぁ-ん]{2}", name)}


class Answerable:
    """Assesses questions against one index. Building it takes a moment (the words of the corpus are counted); assessing is cheap and safe for threads."""

    def __init__(self, index):
        field, worded = index.lexical.fields["words"], np.array([c.kind != "figure" for c in index.chunks])
        self.vocabulary, self.positions = field.vocab_dict, index.positions
        self.starts, self.documents = np.asarray(field.scores["indptr"]), np.asarray(field.scores["indices"])
        running = np.concatenate(([0], np.cumsum(worded[self.documents])))
        self.counts, self.size = running[self.starts[1:]] - running[self.starts[:-1]], int(worded.sum())
        self.texts = [normalize(c.text) if c.kind != "figure" else "" for c in index.chunks]
        self.text = " ".join(self.texts)
        self.katakana = set(KATAKANA_RUN.findall(self.text))
        self.anchors = Phrases(anchor_phrases(index))
        self.colloquial = Phrases(map(normalize, COLLOQUIAL))
        self.outside = Phrases(map(normalize, prompts.lexicon("intents")["outside"]))

    def assess(self, query: str, passages: list[Passage]) -> Assessment:
        """Question and what the search found for it (best first) → Assessment. Without passages or letters: not answerable."""
        text = normalize(query[:QUERY_CHARACTERS])
        passages = [p for p in passages if p.kind != "figure"][:TOP]
        words, anchors = self.read(text)
        unknown = tuple(dict.fromkeys(w.text for w in words if w.topic and w.known == 0))
        if not passages or not words:
            return Assessment(False, 0.0, unknown)
        features = self.features(text, words, anchors, passages)
        total = BIAS + sum(weight * value for weight, value in zip(WEIGHTS.values(), astuple(features), strict=True))
        score = round(1 / (1 + math.exp(-total)), 4)
        return Assessment(score >= THRESHOLD, score, unknown)

    def count(self, form):
        """In how many worded passages a normalised word stands."""
        number = self.vocabulary.get(form)
        return int(self.counts[number]) if number is not None and number < len(self.counts) else 0

    def holding(self, form):
        """Positions of the passages that hold a normalised word, as an array."""
        number = self.vocabulary.get(form)
        if number is None or number >= len(self.counts):
            return self.documents[:0]
        return self.documents[self.starts[number]:self.starts[number + 1]]

    def read(self, text):
        """Normalised text → (content words, anchors found)."""
        anchors = self.anchors.find(text)
        vouched = anchors + self.colloquial.find(text)
        refused = self.outside.find(text) + [(m.start(), m.end(), m.group()) for m in KATAKANA_RUN.finditer(text) if m.group() not in self.katakana]
        with SUDACHI_LOCK:
            morphemes = [(m.begin(), m.end(), m.surface(), m.normalized_form().lower(), m.part_of_speech()) for m in tokenizer(SPLIT_MODE).tokenize(text)]
        words = []
        befores = ["", *(m[4][1] if m[4][1] == "数詞" else m[2] for m in morphemes[:-1])]
        afters = [*(m[3] for m in morphemes[1:]), ""]
        for (start, end, surface, form, part), before, after in zip(morphemes, befores, afters, strict=True):
            noun = part[0] == "名詞" and part[1] in TOPIC_POS
            if not noun and part[0] not in ("動詞", "形容詞", "形状詞"):
                continue
            trusted, denied = inside(start, end, vouched), inside(start, end, refused)
            count = self.count(form)
            known = 1.0 if trusted else 0.0 if denied else count / (count + FEW)
            if form in ENGLISH or surface in ENGLISH:
                continue
            counted = part[2] == "助数詞可能" and before in ("数詞", "何")
            acted = part[2].startswith("サ変") and after in ("為る", "出来る")
            topic = noun and not {form, surface} & GENERIC and not counted and not acted
            words.append(Word(start, end, surface, form, noun, part[1] == "固有名詞" or noun and surface.isascii() and surface != "ai", known, topic or (denied and not trusted),
                              acted and not topic or part[0] == "動詞" and part[1] == "一般"))
        return words, anchors

    def features(self, text, words, anchors, passages):
        """What is weighed. words, anchors: see `read`."""
        topics, best = [w for w in words if w.topic], passages[0].parts
        unknown = sum(1 - w.known for w in topics)
        return Features(
            anchors=min(2.0, len({name for _, _, name in anchors})), unknown=min(3.0, unknown),
            unknown_share=unknown / len(topics) if topics else 0.0, head_unknown=1 - topics[-1].known if topics else 0.0,
            agreement=min(best["dense"], best["words"]), how_to=float(bool(HOW_TO.search(text))),
            unattested=min(2.0, self.unattested(text, topics, anchors)), no_number=float(self.number_missing(text, words)), aimless=float(not topics and not anchors),
            own_fact=float(bool(OWN_FACT.search(text))),
        )  # fmt: skip

    def unattested(self, text, topics, anchors):
        """How many compounds of two touching topics the corpus never uses."""
        pairs = [(a.start, b.end) for a, b in zip(topics, topics[1:]) if a.end == b.start]
        return float(sum(text[start:end] not in self.text and not inside(start, end, anchors) for start, end in pairs))

    def number_missing(self, text, words):
        """Whether a count or a price of something with a proper name is asked for, and no passage holds that name beside a number of that unit."""
        asked = NUMBER_ASKED.search(text)
        names = [self.holding(w.form) for w in words if w.name]
        if not asked or not names:
            return False
        number = re.compile(r"[0-9][0-9,.万億兆千]*" + (re.escape(asked[1]) if asked[1] else "(?:円|ドル|ユーロ)"))
        return not any(number.search(self.texts[i]) for i in set.intersection(*map(set, names)))



def inside(start, end, spans):
    """Whether [start, end) lies in one of the spans."""
    return any(low <= start and end <= high for low, high, *_ in spans)
