"""What the lexicon did not explain. A proper noun among it means that the question is about somebody we have no figures for."""

import re

import prompts
from assistant.understand.text.matcher import Hit
from index.lexical import SUDACHI_LOCK, tokenizer

RUNS = re.compile(r"[一-龥々ヶ]+|[ァ-ヴーｦ-ﾟ・]{2,}|[A-Za-z][A-Za-z0-9.&-]+")
GLOSS = re.compile(r"\s?[(「][^()「」0-9]{2,24}[)」]")
SAID = re.compile(r"[ァ-ヴー]{2,12}(?:って(?:いう)?|という)(?:会議|学会)[、,]?\s?$")
PROPER = ("固有名詞",)
# Words that colour a data question without changing what is asked.
NEUTRAL = frozenset(
    ["一式", "一通り", "一揃い", "結局", "要するに", "正直", "増分", "増加分", "減少分", "上昇分", "変化分", "長期", "中期", "短期", "語彙", "ヒット", "ヒット率", "起点", "終点", "分母", "年次", "全年度", "御社", "貴社", "何位", "何番", "国別", "国別論文", "企業別論文", "大学別論文", "機関別論文", "会議別論文", "分野別論文", "企業別", "大学別", "会議別", "分野別", "機関別", "以外", "会議", "学会", "論文", "研究", "国際会議", "国際学会", "分野", "世界", "全体", "数字", "数値", "状況", "状態", "実際", "結果", "具体的", "具体", "年", "時点", "年度", "年版", "教", "見", "知", "何", "今", "私", "人", "者", "著者", "研究者", "発表", "書", "出", "推定値", "計算", "年平均", "大丈夫", "一流", "有名", "代表的", "代表", "上位", "実績", "参入", "動向", "様子", "先端", "最先端", "著名", "名門", "主立", "有力", "状況下", "全般", "総合", "機関", "研究機関", "研究所", "部門", "陣営", "論文全体", "全論文", "会議全体", "組織", "団体", "集計", "統計", "数値", "記録", "結果", "質問", "以前", "以後", "以降", "平均", "見込", "一覧", "表", "順番", "合計", "総数", "概要", "近年", "当時", "昔", "最近", "相当", "程度", "幅", "状態", "感", "一番", "主要", "国内", "海外", "内訳", "割", "規模", "存在感", "影響力", "過去", "期間", "毎回", "各年", "個別", "単体", "年代", "国際", "全部", "半分", "過半数", "半数", "大半", "大多数", "多数", "少数", "所属既知", "所属判明", "判明", "セクター", "水準", "累積", "登場", "出現", "実数値", "百分", "百分率", "一括", "推定", "counting", "ペーパー", "通称", "機関間", "field", "web-data", "結構", "プリーズ", "ratio", "value", "exact", "least", "rate", "participation", "authorship", "co-authorship", "客先", "都合", "急ぎ", "至急", "今朝", "手元", "地元", "電話中", "移動中", "不在", "皆無", "ノータッチ", "無関係", "不参加", "両方", "双方", "両者", "両国", "両校", "両社", "同社", "同国", "同校", "同大", "当該", "首位", "単年", "直近", "最新", "足元", "執筆", "論文側", "指数", "数値ベース", "客観的", "世界的", "全世界", "業界全体", "実態", "現況", "現状", "立ち位置", "数字面", "国際会議論文", "会議論文", "学会論文", "掲載論文", "採択論文", "発表論文", "全著者", "共著者", "著者陣", "書き手", "学術論文", "研究論文", "論文本数ベース", "名前", "増加", "減少", "場合", "関係", "部分", "中", "内", "間", "方", "上", "下", "率", "割合", "比率", "頃", "約", "値", "点", "位", "以上", "以下", "以内", "未満", "多", "少", "高", "低", "大", "小", "変化", "差", "話", "側", "系", "際", "全", "各", "回", "件", "本", "的", "目", "前", "後", "トップカンファレンス", "トップ", "カンファレンス", "データ", "グラフ", "パーセント", "ポイント", "シェア", "レベル", "ベース", "ランク", "ランキング", "チャート", "テーブル", "ケース", "カンファ", "カンファレンス", "ベスト", "スコア", "ウエート", "ボリューム", "マス", "ゾーン", "メンツ", "メンバー", "対象", "集計対象", "論文総数", "合算", "内外", "institution", "institutions", "organization", "organizations", "affiliation", "affiliations", "affiliated", "univ", "univs", "authors'", "us-based", "china-based", "unknown", "exactly", "roughly", "number", "figure", "conference-wide", "industry-wide", "教示", "提示", "報告", "確認", "回答", "開示", "照会", "取急", "至急便", "年実績", "実績値", "確定値", "会議全体", "学会全体", "全体中", "csrankings", "wa", "no", "desu", "ka", "nan", "nani", "kara", "made", "dono", "kurai", "gurai", "oshiete", "kudasai", "masu", "ga", "wo", "ni", "mo", "nen", "de", "ha", "an", "or", "every", "such", "are", "is", "been", "being", "only", "with", "had", "have", "has", "from", "authored", "coauthored", "co-authored", "written", "their", "its", "there", "all", "any", "each", "between", "which", "who", "on", "as", "does", "do", "did", "it", "that", "these", "those", "number", "percentage", "percent", "fraction", "proportion", "rate", "author", "authors", "researchers", "one", "least", "the", "of", "in", "for", "at", "is", "was", "what", "how", "much", "many", "by", "to", "and", "papers", "paper", "share", "please", "ai", "ml", "qs", "vs", "year", "years", "show", "tell", "me", "conference", "conferences", "top", "rank"]
)


def leftover_runs(text: str, hits: list[Hit], spans: list[tuple[int, int]]) -> list[str]:
    """Runs of kanji, katakana or letters of the lowercased text that no hit covers and that are not neutral."""
    kept = list(text)
    for start, end in [(hit.start, hit.end) for hit in hits] + spans:
        kept[start:end] = [" "] * (end - start)
    return [run for run in RUNS.findall("".join(kept)) if run not in NEUTRAL]


def glosses(text: str, hits: list[Hit]) -> list[tuple[int, int]]:
    """Brackets behind a name that say what it is: 「WWW(ウェブ会議)」, and how a name before its letters is said: 「カイって会議、CHI」.
    Brackets with digits hold years."""
    venues = [hit for hit in hits if hit.kind == "venue"]
    found = [GLOSS.match(text, hit.end) for hit in venues] + [SAID.search(text[: hit.start]) for hit in venues]
    return [match.span() for match in found if match]


def unknown_head(text: str, runs: list[str]) -> str | None:
    """The noun a question ends on, when it is one that nothing explained: 株主 in 「うちの会社の株主は誰?」."""
    for run in runs:
        if len(run) >= 2 and re.search(re.escape(run) + r"(?:は|って|とは|を教えて|が知りたい|について)?(?:誰|だれ|何|なに|どこ|いつ|いくら|どう|どんな)?(?:です|なの|でしょう|ですか)?か?[??。]*$", text):
            return run
    return None


class Tails:
    """Words that only say which people or parts of a named group are meant: 「企業の研究部門」「大学サイド」「会社に勤める人間」."""

    def __init__(self):
        words = prompts.lexicon("tails")
        link, tail = (join(words[name]) for name in ("links", "tails"))
        self.pattern = re.compile(rf"(?:(?:{link})*(?:{tail}))+(?!の?(?:数|人数|総数|ランキング)|[一-龥ァ-ヴー])")

    def spans(self, text: str, hits: list[Hit]) -> list[tuple[int, int]]:
        """Where such words follow one of the hits."""
        found = (self.pattern.match(text, hit.end) for hit in hits)
        return [match.span() for match in found if match]


def join(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


class ProperNouns:
    """Names of organisations, persons and places, told by SudachiPy; loaded when first needed. Safe to share between threads."""

    @staticmethod
    def tokens(text: str):
        """The morphemes of a text, in the longest units."""
        with SUDACHI_LOCK:
            return tokenizer("C").tokenize(text)

    def reading(self, text: str) -> str:
        """How a text is pronounced, in katakana."""
        return "".join(token.reading_form() for token in self.tokens(text))

    def among(self, runs: list[str], text: str) -> list[str]:
        """Proper nouns of `text` that lie in one of `runs`."""
        if not runs:
            return []
        found = []
        for token in self.tokens(text):
            part = token.part_of_speech()
            if part[1] in PROPER and len(token.surface()) >= 2 and any(token.surface() in run for run in runs):
                found.append(token.surface())
        return found


class CommonNouns:
    """Which runs are nouns that name a thing: no adverb, no adjective, no form of a verb."""

    def __init__(self, proper: ProperNouns):
        self.proper = proper

    def among(self, runs: list[str], text: str) -> list[str]:
        """The runs whose morphemes are all nouns, at least one of them a common or proper noun."""
        if not runs:
            return []
        read = [(token.begin(), token.end(), token.part_of_speech()) for token in self.proper.tokens(text)]
        found = []
        for run in runs:
            at = text.find(run)
            parts = [part for start, end, part in read if start < at + len(run) and end > at]
            named = any(part[1] in ("普通名詞", "固有名詞") and part[2] not in ("副詞可能", "助数詞可能") for part in parts)
            if parts and named and all(part[0] in ("名詞", "接頭辞", "接尾辞") for part in parts):
                found.append(run)
        return found
