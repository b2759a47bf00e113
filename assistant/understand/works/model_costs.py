"""What training a named AI model cost, how two compare, and whether an amount may be said of one: 「GPT-3とGPT-4では何倍」「GPT-4は1億ドルと書いて大丈夫ですか」."""

import re
from functools import lru_cache

import prompts
from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import WORKS
from index.numerals import find_numerals

COSTS = "model_cost"
LONGEST = 60  # characters
COST = re.compile(r"(?:学習|訓練|開発|トレーニング|作る|つくる|作った|制作)[^。、??]{0,6}(?:費|コスト|代|いくら|お?金|額)|費用|コスト|いくら|何[万億]*ドル|[0-9一二三四五六七八九十百千][万億兆]?ドル|億円|training cost|cost to train|how much", re.IGNORECASE)
TIMES = re.compile(r"何倍|倍率|(?:どの|どれ)(?:くらい|ぐらい|だけ|ほど)(?:の差|違|高|安|増)|比べ|比較|差は|どちらが(?:高|安)|どっちが(?:高|安)")
BARE_TIMES = re.compile(r"^(?:それは|で、?|つまり|じゃあ?、?)*(?:何倍|倍率|差)(?:は|って|違う|高い|増えた|になる|に(?:なった|なります))?(?:の|ん|です|か|でしょう)*[。??]*$")
YEN = re.compile(r"^(?:それは|で、?|じゃあ?、?|これ(?:は|を)?|それ(?:を)?)*(?:日本)?円(?:だと|で(?:は|言うと|いうと)?|に(?:すると|直すと|換算すると|直して|して)|換算(?:だと|で|すると)?|建てで?)[^。、??]{0,12}[。??]*$")
# Using a model, and what else of models has a size.
OTHERS = re.compile(r"使[うっえい]|利用|料金|月額|api|トークン|排出|co2|電力|電気|計算量|flop|パラメータ|パラメタ|性能|精度|点数|枚|時間|何日|導入|契約|社員|うち[のはがで]|自社|当社|効果|投資|倍増|予測|将来|今後|gpt-?5", re.IGNORECASE)
DOLLARS = "ドル"


@lru_cache(maxsize=1)
def model_names() -> dict[str, re.Pattern]:
    """Name of a model as analytics and the corpus have it → how it is written."""
    return {name: re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(map(spelled, forms))})(?![A-Za-z0-9]|[.-][0-9A-Za-z]| ?(?:turbo|mini))", re.IGNORECASE) for name, forms in prompts.lexicon("models")["models"].items()}


def spelled(form: str) -> str:
    """A name with its hyphens, spaces for them, or neither: GPT-4, GPT 4, GPT4."""
    return "[- ]?".join(map(re.escape, form.split("-")))


def models_in(text: str) -> tuple[str, ...]:
    """Models named in a text, in order."""
    found = {name: match.start() for name, pattern in model_names().items() if (match := pattern.search(text))}
    return tuple(sorted(found, key=lambda name: found[name]))


def model_costs_asked(text: Text, previous: Question | None) -> Question | None:
    """The question with the models named; None for any other text."""
    if len(text.folded) > LONGEST or OTHERS.search(text.lowered):
        return None
    models = models_in(text.folded)
    after = previous is not None and COSTS in previous.inherited and len(text.folded) <= 24
    told = models_in(previous.topic) if after else ()
    if after and YEN.match(text.folded):
        return Question(text=text.folded, intent="paper", resolved=text.folded, topic=previous.topic, inherited=previous.inherited, blocker="no_exchange_rate")
    if after and not models and len(told) > 1 and BARE_TIMES.match(text.folded):  # 「何倍?」 after one and another
        models = told[-2:]
    asked = COST.search(text.folded) is not None or len(models) > 1 and TIMES.search(text.folded) is not None
    if not models or not (asked or after):
        return None
    if len(models) == 1 and after and TIMES.search(text.folded):  # 「GPT-3と比べると何倍?」
        models = tuple(dict.fromkeys((*previous.inherited[2:], *models)))[-2:]
    amounts = tuple(numeral.text for numeral in find_numerals(text.folded) if numeral.unit == DOLLARS)
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic="、".join((*(name for name in told if name not in models), text.folded)), inherited=(WORKS, COSTS, *models), claims=amounts)
