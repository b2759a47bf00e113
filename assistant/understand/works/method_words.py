"""「処置群と対照群の定義は?」「係数の値と有意性は」 right after a paper: how that paper estimates, never another one by a single word."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

WORDED = ("paper", "explain", "why")
HOW = r"推定(?:の)?(?:方法|手法|モデル|式|戦略|法)|(?:分析|統計|計量|因果推論の?)(?:的)?(?:な)?(?:方法|手法|モデル)|識別(?:戦略|方法|の戦略)|実証(?:方法|手法|戦略)"
WORDS = re.compile(
    rf"{HOW}|処置群|処理群|介入群|実験群|対照群|統制群|比較群|コントロール群|(?<![一-龥ァ-ヴー])係数|(?:回帰|推定)係数|有意(?:性|水準|差)?|(?<![a-z])p値|標準誤差|信頼区間|(?:平行|並行|共通)トレンド|識別(?:仮定|の仮定)|頑健性|ロバスト(?:ネス|性)?|内生性|操作変数|固定効果|(?:被)?説明変数|従属変数|独立変数|効果量|検定|帰無仮説",
    re.IGNORECASE,
)
NAMED_HOW = re.compile(HOW)
# Figures of ours, plans and what is to be said have words of their own.
OURS = re.compile(r"当サービス|貴サービス|このサービス|貴システム|このシステム|羅針盤|御社|うち|自社|当社|参加率|単独率|共著率|集中度|割合|この(?:数字|差)|その(?:数字|差)|回収|投資|npv|会議で|言い方|何と言え|\d{4}年", re.IGNORECASE)
LONGEST = 60  # characters
METHOD = "method"


def method_of_paper(text: Text, previous: Question | None) -> Question | None:
    """The question asked of the paper told last; None for any other message."""
    if previous is None or not previous.paper or previous.intent not in WORDED or len(text.folded) > LONGEST:
        return None
    if not WORDS.search(text.folded) or OURS.search(text.folded):
        return None
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, paper=previous.paper, listed=previous.listed, inherited=("paper", METHOD))
