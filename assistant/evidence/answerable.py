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
FEW = 3.0  # a noun of this many passages is half known
TOPIC_POS = frozenset({"普通名詞", "固有名詞"})
KATAKANA = re.compile(r"[ァ-ヴー]")
LATIN = re.compile(r"[0-9a-z]")
HOW_TO = re.compile(r"(?:書|作|使|始め|やり|取り|立て|直し|治し|付け|買い)方|おすすめ|お勧め|オススメ|コツ|手順|ひな形|レシピ|ツール|インストール|エラー|ログイン|手続き|どれを選|どこで買")
# Nouns that say how something is asked, or colour it, but not what it is about: known or not, they carry no topic.
GENERIC = frozenset(
    "事 物 所 時 為 訳 方 人 者 点 面 間 中 内 後 前 上 下 先 次 他 外 側 際 度 分 件 例 話 件 気 手 目 力 数 量 額 値 率 幅 差 今 今後 最近 現在 将来 以上 以下 以外 一番 全部 全体 部分 一部 皆 "
    "自分 誰 何 意味 違い 理由 原因 方法 仕方 遣り方 考え方 見方 読み方 作り方 進め方 使い方 書き方 始め方 秘訣 要点 結論 内容 中身 詳細 概要 具体 具体的 説明 紹介 解説 例え 言葉 名前 本当 本当に 嘘 "
    "噂 実態 実際 実力 現実 状況 状態 様子 結果 影響 効果 役割 関係 問題 課題 心配 不安 疑問 批判 反論 反対 意見 主張 指摘 警告 注意 対策 対処 対応 必要 大事 重要 可能 可能性 安心 大丈夫 "
    "割合 程度 位 程 内訳 合計 平均 最大 最小 最初 最後 途中 以前 昔 昨今 何時 幾ら 何人 何件 何年 何番目 番目 何時間 御願い 御勧め 参考 質問 回答 答え 一言 短い 仕組み 種類 場合 場面 立場 視点 観点 "
    "落とし穴 頭打ち 色分け 値打ち 裏側 秘密 極意 勘所 弱点 長所 短所 欠点 利点 良し悪し 賛否 真相 本質 正体 作戦 策 手 打ち手 決め手 得 損 項目 当て こつ 番 箇所 流れ 動き 傾向 期 世 世の中 世界".split()
)
# What readers call things the corpus names otherwise: understood by the vectors, so no sign of another topic.
COLLOQUIAL = (
    "アメリカ 京大 阪大 東工大 早慶 旧帝大 エヌビディア グーグル マイクロソフト オープンai アンソロピック ボスコン ボストンコンサルティング マシン パソコン サーバ サーバ代 チップ ベンチャ 新興企業 学生ベンチャ 外注 丸投げ 内製化 社外秘 "
    "お金 資金力 金持ち 大金 巨人 弱小 小粒 後発 一人勝ち 独り占め 忖度 癒着 しがらみ 学者 先生 教員 文系 理系 院生 ポスドク 国営 公営 依存度 白書 経産省 文科省 お役所 税金 二酸化炭素 エコ 環境負荷 地球温暖化 "
    "アイデア 発明 チェック項目 カスタマイズ 自社開発 手作り スクラッチ 論文誌 ジャーナル ディープラーニング 人工知能 エーアイ ブルーム ジェミニ 女性研究者 多様性 偏り 民主化 値下がり 値下げ 安上がり 一千億円 商売 商用"
).split()
# Anchors too common to vouch for a topic by themselves.
COMMON_ANCHORS = frozenset(
    "ai クラウド データ 人材 採用 特許 契約 予算 費用 導入 企業 会社 大学 大手企業 大企業 民間企業 中小企業 補助金 助成金 スタートアップ カリフォルニア インターンシップ コスト削減 リスク管理 営業利益 意識調査 成功事例 "
    "評価指標 チェックリスト パイロット トライアル ベースライン スコア ニュース記事 日本企業 外国企業 情報開示 一般管理費 諸経費 データ管理 データセンタ 効率 スポンサ 待ち時間 半導体 政府 ライセンス オーバーヘッド 利回り 起業 共同開発 "
    "米国 中国 日本 英国 google microsoft nvidia meta openai aws azure 大阪 東京大学 京都大学 スタンフォード 経済産業省 総務省 文部科学省 さくらインターネット 富士通 survey grant pilot token weights cloud japan company companies university".split()
)


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
    known: float
    topic: bool


@dataclass(frozen=True)
class Features:
    """What is weighed; see `Answerable.features`. All 0..3."""

    strong: float
    common: float
    unknown: float
    unknown_share: float
    head_unknown: float
    covered: float
    agreement: float
    how_to: float
