"""What training a named AI model cost, how two compare, and whether an amount may be said of one: 「GPT-3とGPT-4では何倍」「GPT-4は1億ドルと書いて大丈夫ですか」;
and how much compute it took: 「GPT-3の学習計算量は?」."""

import re
from functools import lru_cache

import prompts
from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import WORKS
from index.numerals import find_numerals

COSTS, COMPUTES = "model_cost", "model_compute"
LONGEST, SHORT = 60, 24  # characters
COST = re.compile(r"(?:学習|訓練|開発|トレーニング|作る|つくる|作った|制作)[^。、??]{0,6}(?:費|コスト|代|いくら|お?金|額)|費用|コスト|いくら|何[万億]*ドル|[0-9一二三四五六七八九十百千][万億兆]?ドル|億円|training cost|cost to train|how much", re.IGNORECASE)
TIMES = re.compile(r"何倍|倍率|(?:どの|どれ)(?:くらい|ぐらい|だけ|ほど)(?:の差|違|高|安|増)|比べ|比較|差は|どちらが(?:高|安)|どっちが(?:高|安)")
OTHER_MODELS, KNOWN = re.compile(r"(?:他|ほか|別|よそ|ライバル)の(?:AI|言語)?モデル|(?:他|ほか)(?:は|だと|と(?:比べ|の差))"), ("GPT-3", "GPT-4", "Gemini Ultra")  # that are asked for most
BARE_TIMES = re.compile(r"^(?:それは|で、?|つまり|じゃあ?、?)*(?:何倍|倍率|差)(?:は|って|違う|高い|増えた|になる|に(?:なった|なります))?(?:の|ん|です|か|でしょう)*[。??]*$")
TOLD = ("paper", "explain")  # what costs in dollars are told by
YEN = re.compile(r"^(?:それは|で、?|じゃあ?、?|ほな|これ(?:は|を)?、?|それ(?:を|は)?、?)*(?:日本)?円(?:だと|で(?:は|言うと|いうと)?|に(?:すると|直すと|換算すると|直して|して)|換算(?:だと|で|すると)?|建てで?)[^。、??]{0,12}[。??]*$")
# Using a model, and what else of models has a size.
OTHERS = re.compile(r"使[うっえい]|利用|料金|月額|api|トークン|排出|co2|電力|電気|計算量|flop|パラメータ|パラメタ|性能|精度|点数|枚|時間|何日|導入|契約|社員|うち[のはがで]|自社|当社|効果|投資|倍増|予測|将来|今後|gpt-?5", re.IGNORECASE)
DOLLARS = "ドル"


# 「計算量はどれくらい」 「何FLOPですか」; how it grows or doubles is asked of all models.
COMPUTE = re.compile(r"(?:学習|訓練)?(?:の|に(?:使った|要した|かかった|必要な))?(?:総)?(?:計算量|演算量|計算の量)|flops?", re.IGNORECASE)
OF_ALL = re.compile(r"倍増|何か月|ペース|推移|格差|論文|計算量を(?:減|抑|節約)|少ない計算量|推論|使う|自社|うち|当社")
NAME_ALONE = re.compile(r"^(?:じゃあ?|では|で|ほな)?[、,]?[A-Za-zァ-ヴー0-9 .・-]{3,20}(?:は|だと|なら|も|の場合は|では)?(?:どう|どない)?[??。]*$")
BARE_COST = re.compile(r"^(?:で|じゃあ?|では|それの?|その)?[、,]?(?:学習)?(?:費用|コスト|お?金|値段|金額)(?:は|って|も|だと)?(?:いくら|なんぼ|どれくらい|どのくらい)?(?:です|なの|か|ん|の)*[??。]*$")
# Models that are often named and whose compute is not held: GPT-4, Claude, Llama 3.
UNHELD_MODEL = re.compile(r"(?<![A-Za-z0-9])(?:(?:Chat)?GPT[- ]?[0-9](?:\.[0-9])?(?:[- ]?(?:turbo|mini))?|ChatGPT|Claude(?: ?[0-9](?:\.[0-9])?)?(?: ?(?:Opus|Sonnet|Haiku))?|Llama[- ]?[0-9]?(?:\.[0-9])?|Gemini(?: ?[0-9](?:\.[0-9])?)?(?: ?(?:Pro|Flash))?|DeepSeek(?:-[VR][0-9])?|Grok[- ]?[0-9]?|PaLM[- ]?2?|BERT|BLOOM|Chinchilla|Mistral|Qwen[0-9.]*)(?![A-Za-z0-9])", re.IGNORECASE)


@lru_cache(maxsize=2)
def model_names(held: str = "models") -> dict[str, re.Pattern]:
    """Name of a model as analytics and the corpus have it → how it is written; `held` is models (of which a cost is) or computes."""
    return {name: re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(map(spelled, forms))})(?![A-Za-z0-9]|[.-][0-9A-Za-z]| ?(?:turbo|mini))", re.IGNORECASE) for name, forms in prompts.lexicon("models")[held].items()}


def spelled(form: str) -> str:
    """A name with its hyphens, spaces for them, or neither: GPT-4, GPT 4, GPT4."""
    return "[- ]?".join(map(re.escape, form.split("-")))


def models_in(text: str, held: str = "models") -> tuple[str, ...]:
    """Models named in a text, in order."""
    found = {name: match.start() for name, pattern in model_names(held).items() if (match := pattern.search(text))}
    return tuple(sorted(found, key=lambda name: found[name]))


def model_compute_asked(text: Text, previous: Question | None) -> Question | None:
    """The question for the compute of the models named, or of those whose cost or compute was told last, refused where none of it is held; None for any other text."""
    after = previous is not None and {COSTS, COMPUTES} & {*previous.inherited} and len(text.folded) <= SHORT
    going_on = after and COMPUTES in previous.inherited and NAME_ALONE.search(text.folded) is not None
    if len(text.folded) > LONGEST or not (COMPUTE.search(text.folded) or going_on) or OF_ALL.search(text.folded):
        return None
    rest = text.folded if not after or UNHELD_MODEL.search(text.folded) or models_in(text.folded, "computes") else f"{'と'.join(previous.inherited[2:])}の{text.folded}"
    held = models_in(rest, "computes")
    for name in held:
        rest = model_names("computes")[name].sub(" ", rest)
    unheld = tuple(dict.fromkeys(match.group() for match in UNHELD_MODEL.finditer(rest)))
    if not (held or unheld):
        return None
    asked = Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=(WORKS, COMPUTES, *held))
    if held:
        return asked.with_(readings=(prompts.render("notes", "compute_unheld", names="・".join(unheld)),) if unheld else ())
    return asked.with_(intent="figure", statistic="computed", family="epoch", computed="epoch_compute_max", inherited=(), blocker="model_compute", blocker_details={"name": "・".join(unheld)})


def model_costs_asked(text: Text, previous: Question | None) -> Question | None:
    """The question with the models named; None for any other text."""
    if (compute := model_compute_asked(text, previous)) is not None:
        return compute
    if len(text.folded) > LONGEST or OTHERS.search(text.lowered):
        return None
    if previous is not None and COMPUTES in previous.inherited and BARE_COST.match(text.folded):
        told = models_in("、".join(previous.inherited[2:]))
        return Question(text=text.folded, intent="paper", resolved=text.folded, topic=f"{'と'.join(told)}の{text.folded}", inherited=(WORKS, COSTS, *told)) if told else None
    models = models_in(text.folded)
    if previous is not None and COSTS in previous.inherited and not models and OTHER_MODELS.search(text.folded):
        models = tuple(dict.fromkeys((*models_in("、".join(previous.inherited[2:])), *KNOWN)))
        return Question(text=text.folded, intent="paper", resolved=text.folded, topic=f"{previous.topic}、{text.folded}", inherited=(WORKS, COSTS, *models))
    after = previous is not None and COSTS in previous.inherited and len(text.folded) <= 24
    told = models_in(previous.topic) if after else ()
    if previous is not None and previous.intent in TOLD and YEN.match(text.folded):
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
