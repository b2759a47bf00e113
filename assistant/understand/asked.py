"""What stands around a question: orders to answer in a certain way, and words that turn a share into a question to the studies."""

import re

import prompts
from assistant.understand.matcher import Phrases, Text

ORDERED = re.compile(
    r"^(?:これまで|今まで|前|以前|上|先)?の?(?:指示|命令|設定|ルール|プロンプト|会話)(?:は|を)?(?:すべて|全て|全部)?(?:忘れ|無視し|破棄し|捨て)(?:て(?:ください|下さい)?|ろ)?[、,。!\s]*|"
    r"^ignore (?:all |the |any )*(?:previous|above|prior|earlier) \w+[.,\s]*(?:and )?",
    re.IGNORECASE,
)
TOLD = re.compile(r"(?:だ|である)?(?:と|って)(?:だけ)?(?:答え|言っ|言い切っ|回答し|返し|書い|出力し|断言し)(?:て|なさい|ろ|ること)(?:ください|下さい|ね|よ|くれ|もらえますか)*[。!??]*$")
PREMISE = re.compile(r"(?<=[%割分倍本位数])(?:だ|である)?(?:(?:という|との|って)(?:前提|仮定|想定|設定|こと|体|てい)(?:で|に(?:し|立っ)て)|と(?:仮定|想定|前提)(?:し|にし)て)[、,]?")
PAPERED = re.compile(
    r"論文|会議|学会|カンファ|参加|著者|シェア|存在感|プレゼンス|共著|発表|所属|産学|引用|研究者|産業|paper|conference|author|publication|venue|share of|学術|研究分野|ジニ|hhi|因果|差の差|集中|順位|ランキング"
)


def unwrapped(text: str) -> str | None:
    """The question inside 「前の指示は忘れて、…と答えて」 or 「…という前提で、…」; None where nothing wraps it."""
    if "所属不明" in text:  # 「所属不明を企業と仮定して」 is a way of counting
        return None
    inner = PREMISE.sub("、", TOLD.sub("", ORDERED.sub("", text))).strip("、, ")
    return inner if inner != text and len(inner) >= 4 else None


class Studied:
    """Words that belong to what studies tell of (AI in use, its success, machines owned), never to shares of papers."""

    def __init__(self):
        outcomes = [word for entry in prompts.lexicon("outcomes").values() for word in entry["asked"]]
        self.phrases = Phrases(("studied", word, str(word)) for word in (*prompts.lexicon("answerable")["studied"], *outcomes))

    def asked(self, text: Text) -> bool:
        """Whether a share or number of firms or universities is one of a study: nothing speaks of papers, something of their use of AI."""
        return not PAPERED.search(text.lowered) and bool(self.phrases.find(text))
