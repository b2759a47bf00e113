"""「なぜ自前でLLMを作らないのか」 「うちが大規模モデルを一から作るのは現実的ですか」: what training a model of the largest kind costs stands for it."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

OWN_MODEL, WHY, REAL = "own_model", "own_why", "own_real"
LONGEST = 70  # characters
MODEL = r"(?:LLM|llm|大規模(?:な)?(?:言語)?モデル|基盤モデル|言語モデル|最先端(?:の)?(?:AI|モデル)|生成AI(?:の)?(?:モデル)|巨大(?:な)?モデル|独自(?:の)?(?:LLM|モデル)|ChatGPT(?:の?よう|みたい|並み)[^。、??]{0,6}|GPT(?:の?よう|みたい|並み)[^。、??]{0,6})"
SELF = r"(?:自前(?:で|の)?|自社(?:で|が|は|製)?|自力で|自分(?:たち)?で|社内で|独自に|内製(?:で)?|一から|1から|いちから|ゼロから|イチから|うち[^。??]{0,16}?(?:が|で|は)|当社(?:で|が|は)|弊社(?:で|が|は)|わが社(?:で|が|は))"
MAKE = r"(?:作[らりるっれろ]|つく[らりるっれろ]|開発(?!費)|構築|学習させ|訓練し|持[たちつ])"
MADE = rf"(?:{SELF}[^。??]{{0,12}}?{MODEL}(?:を|は|の|も|って)?[^。、??]{{0,8}}?{MAKE}|{MODEL}(?:を|は|の|も|って)?、?[^。、??]{{0,8}}?{SELF}[^。、??]{{0,6}}?{MAKE})"
NOT_MADE = re.compile(rf"(?:なぜ|何故|どうして|なんで|何で|理由)[^。??]{{0,24}}?{MADE}し?(?:ない|なかった|ず|へん|ん(?:の|です|か))|{MADE}し?(?:ない|へん)(?:の)?(?:は(?:なぜ|どうして|なんで|何で)|理由|わけ)")
REALISTIC = re.compile(rf"{MADE}[^。??]{{0,10}}?(?:現実的|無理|無謀|可能(?!性)|べき|必要(?:は|が)?(?:ある|あり|ない)|意味(?:は|が)?(?:ある|あり|ない)|得策|割に合|見合|できる(?:の|もの)?[か??]|できますか|ものですか|夢物語)")
OTHERS = re.compile(r"論文|研究で|追加学習|ファインチューニング|微調整|公開モデル|既製|外注|どっち|どちら|日本(?:の企業|企業|は)|国産|万円|億円|[0-9一二三四五六七八九十]億|小さ[いな]|小規模|軽量")


def own_model(text: Text) -> Question | None:
    """The level of what training costs, marked in `advice` with what is to be said before it; None for any other message."""
    if len(text.folded) > LONGEST or OTHERS.search(text.folded):
        return None
    lead = WHY if NOT_MADE.search(text.folded) else REAL if REALISTIC.search(text.folded) else None
    if lead is None:
        return None
    return Question(text=text.folded, intent="figure", statistic="computed", resolved=text.folded, topic=text.folded, family="epoch", computed="epoch_cost_max", advice=(OWN_MODEL, lead))


def lead_of(question: Question) -> str | None:
    """What is said before the cost; None for a question of the cost alone."""
    return question.advice[1] if question.advice[:1] == (OWN_MODEL,) else None
