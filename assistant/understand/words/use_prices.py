"""What it costs to use an AI service by name: 「GPT-4を使うといくら?」 「ChatGPTの利用料は月いくら?」. No such price is held; what training cost is, of some models."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.model_costs import COSTS, models_in
from assistant.understand.works.works_asked import WORKS

SERVICE = re.compile(
    r"(?<![A-Za-z])(?P<name>Chat ?GPT(?: ?(?:Plus|Pro|Team|Enterprise|Edu))?|GPT-?[0-9](?:\.[0-9])?(?:o|-?turbo|-?mini)?|Claude(?: ?[0-9](?:\.[0-9])?)?(?: ?(?:Pro|Max|Opus|Sonnet|Haiku))?|Gemini(?: ?(?:Ultra|Pro|Advanced|Flash))?|(?:Microsoft |GitHub |M365 )?Copilot|Llama ?[0-9]*|DeepSeek(?:-[A-Z][0-9])?|Mistral|Grok|Perplexity|Midjourney|Stable Diffusion|Bedrock|Vertex AI|Azure OpenAI(?: Service)?|OpenAI)(?![A-Za-z])"
    r"|(?P<kana>チャット(?:GPT|ジーピーティー)|クロード|ジェミニ|コパイロット|ラマ|ディープシーク|生成AI(?=の(?:利用|使用|月額|API|料金|サブスク)))",
    re.IGNORECASE,
)
USE_PRICE = re.compile(r"(?:使[うえっい]|利用|契約|導入|入れ|課金|サブスク|ライセンス|呼[ぶび出])[^。、??]{0,14}(?:いくら|なんぼ|料|費|代|金額|お?金|コスト|値段|価格|何円|高い|安い)|(?:料金|月額|年額|利用料|使用料|課金|単価|値段|価格|プラン|サブスク|ライセンス料|API(?:の)?(?:料金|代|費用|コスト|単価)|トークン(?:単価|あたり|代))[^。??]{0,10}(?:は|って|いくら|なんぼ|教え|どれ|どの|[??]|$)|(?:1|一)人(?:あたり)?[^。]{0,4}(?:いくら|何円|月)|(?:月|年)(?:に)?(?:いくら|何円|なんぼ)|(?:price|pricing|cost per|subscription|how much)", re.IGNORECASE)
TRAINED = re.compile(r"学習|訓練|開発|作[るっ]|つくる|トレーニング|train|論文|会議|電力|CO2|浮|減|効果|削減|万円(?:を|で|の)|回収|採算|借り|GPU", re.IGNORECASE)
LONGEST = 50  # characters


def use_price(text: Text, previous: Question | None) -> Question | None:
    """What training cost, with word that no price of use is held, for a model whose cost is; else the question refused for that reason. None for any other text."""
    match = SERVICE.search(text.folded) if len(text.folded) <= LONGEST else None
    if match is None or not USE_PRICE.search(text.folded) or TRAINED.search(text.folded):
        return None
    name = match["name"] or match["kana"]
    models = models_in(text.folded)[:1]
    if models:
        return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=(WORKS, COSTS, *models), blocker_details={"use": models[0]})
    return Question(text=text.folded, intent="out_of_scope", resolved=text.folded, topic=text.folded, blocker="scope_use_price", blocker_details={"name": name})
