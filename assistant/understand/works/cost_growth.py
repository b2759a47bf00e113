"""How fast the cost of training grows, why, and how far an estimate of it may be trusted, asked in a talk of such costs: 「毎年何倍?」 「なぜそんなに上がる?」
「それ信用できる数字?誰が出してんの?」."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.model_costs import COSTS, OTHERS, model_names
from assistant.understand.works.works_asked import WORKS

GROWTH, PARTS = "cost_growth", "cost_parts"
COST_METRICS, COST_PAPER = ("epoch_cost_max", "epoch_cost_median"), "cottier-2024-rising-costs-frontier-training"
TRUSTED = "trusted"  # style of an answer that tells on what it stands and how far it goes
LONGEST = 44  # characters
# 「AIの研究開発費用」 is such a cost, 「Googleの研究開発費」 that of a firm.
TRAINING = re.compile(r"(?:学習|訓練|(?<![^I]の研究)開発|トレーニング)(?:に(?:かかる|要する))?(?:の)?(?:費用|コスト|費|お?金)")
PACE = re.compile(r"(?:毎年|年に|年間(?:で)?|[1一]年(?:で|に|あたり))[^。、??]{0,8}(?:何倍|何%|どれ(?:くらい|ぐらい|だけ|ほど)|いくら(?:ずつ|上が|増え))|何倍(?:に|ずつ|の(?:速さ|ペース))|ペース|伸び率|上昇率|増加率|どんどん(?:上が|増え|高)")
WHY = re.compile(r"なぜ|何故|どうして|なんで|何で|理由|原因|要因|内訳|何に(?:お?金|費用|コスト)")
TRUST = re.compile(r"信用|信頼|信じて|信憑|確か(?:な|です|か)|本当|ほんと|ホント|ほんま|マジ|当てにな|あてにな|誰が(?:出|言|調べ|計算|推計)|どこが(?:出|言|調べ|計算|推計)|公表")
# 「反論は?」 「逆のこと言ってる研究ある?」 「誰か反論してへんの」
OPPOSED = re.compile(r"(?:反対|逆|異論|反論|反証|違うこと|(?:別の|異なる|違う)(?:見方|意見|見解)|否定|批判)[^。??]{0,14}(?:論文|研究|文献|人|者|誰|な[いかん]|あ[るり]|おら|い[るまな]|へん|ござい|は|$)")
ELSE = re.compile(r"割合|参加率|共著|企業の|大学|論文数|会議|国")


def cost_growth(text: Text, previous: Question | None) -> Question | None:
    """The question, marked; None for any other message, and where another model's cost is named. Outside a talk of such costs, training has to be named."""
    if len(text.folded) > LONGEST or OTHERS.search(text.lowered) or ELSE.search(text.folded) or any(name.search(text.folded) for name in model_names().values()):
        return None
    after = previous is not None and told_costs(previous)
    if after and OPPOSED.search(text.folded) and "格差" not in text.folded:  # what is set against the work that tells how they grow
        return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, paper=previous.paper or COST_PAPER, inherited=("topic", "opposed"))
    if after and (COSTS in previous.inherited or previous.computed in COST_METRICS) and TRUST.search(text.folded):
        return previous.with_(text=text.folded, style=TRUSTED, inherited=("all",))
    if not (after or TRAINING.search(text.folded)):
        return None
    kind = GROWTH if PACE.search(text.folded) else PARTS if WHY.search(text.folded) else None
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=(WORKS, kind)) if kind else None


def told_costs(previous: Question) -> bool:
    """Whether the last answer told what training costs."""
    marked = {COSTS, GROWTH, PARTS} & {*previous.inherited, *previous.found_for}
    return bool(marked) or previous.computed in COST_METRICS or previous.intent in ("paper", "explain") and TRAINING.search(previous.text) is not None
