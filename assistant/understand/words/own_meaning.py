"""「で、うちにどう関係する?」「経営への示唆は?」「だから何?」 after any answer: what the last answer means for the asker's firm."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text
from assistant.understand.words.by_form import SO_WHAT
from assistant.understand.works.cost_growth import COST_PAPER
from assistant.understand.works.model_costs import COSTS

# In how many points and for whom, beside it: 「So whatを3 bulletsで、クライアントのCEO向けに」.
BESIDE = re.compile(r"(?<=so what)[??]?(?:を|は)?(?:[、,]?\s*(?:(?:in )?[2-5二三四五](?:つ|点|個)?(?:の)?\s*(?:bullets?|bullet points?|ポイント|箇条書き|点|行)(?:で|に)?|箇条書き(?:で|に)|[^。、,??]{1,14}?(?:向け|宛て?)(?:に|で)?))+(?:まとめて|お願い(?:します)?|教えて(?:ください)?|ください)*", re.IGNORECASE)
OWN, MEANING = "own_firm", "meaning"
LONGEST = 34  # characters
OPENED = r"(?:で|じゃあ?|では|それで|だから|結局|つまり|要するに|それ|これ|それら|(?:その|この|今の|いまの|さっきの)(?:話|論文|研究|結果|数字|用語|言葉|内容|答え|調査|報告|違い|傾向|変化)?|(?:は|が|って|を|から))*[、,]?\s*"
MINE = r"(?:うち|ウチ|自社|当社|弊社|わが社|我が社|我々|私(?:たち|ども)|会社|経営(?:者|陣|側)?|事業|ビジネス|実務|現場|製造業|中小企業|中堅企業|メーカー)(?:みたいな会社|のような会社|の(?:会社|事業|経営|仕事|場合|戦略|立場))?"
ASKED = (
    r"(?:どう(?:関係|関わ|かかわ|影響|効[いく]|役(?:に)?立|響|活か|生か|使え|受け止め|考えれ|見れ|捉え|つなが|繋が|なる|いう(?:意味|関係|影響|示唆|話|こと))|どんな(?:関係|意味|影響|示唆|インパクト|話)|何の(?:関係|意味|影響|役)|何が(?:言え|変わ|起き|関係)|何を意味|"
    r"(?:関係|関わり|かかわり|影響|意味(?:合い)?|示唆|含意|インパクト|教訓|関連)(?:は|が|って|を)?(?:何|なに|どう|どんな|ある|あり(?:ます)?|教えて|ください)?(?:か|の|です|でしょう|んです)*[??。]*$)"
)
RELATED = re.compile(rf"^{OPENED}{MINE}(?:に(?:とって)?(?:は|も)?|と(?:して)?(?:の|は)?|への?|的に(?:は)?|では?|の|は|が|上の?|、)*\s*{ASKED}[^。??]{{0,14}}[。??]*$|^{OPENED}(?:implications?|インプリケーション|示唆)(?:は|って|を)?[^。??]{{0,8}}[。??]*$", re.IGNORECASE)


def own_meaning(text: Text, previous: Question | None) -> Question | None:
    """The question what the last answer means for the asker's firm; None for any other, and after plans and words to say."""
    if previous is None or previous.parts or len(text.folded) > LONGEST:
        return None
    related = RELATED.match(text.folded) is not None
    if not (related or SO_WHAT.match(BESIDE.sub("", text.folded))):
        return None
    if (previous.intent in DATA_INTENTS or previous.subjects and previous.intent in ("why", "explain")):
        shown = previous if previous.intent in DATA_INTENTS else previous.with_(intent="trend", statistic="trend")
        return shown.with_(text=text.folded, style=MEANING, inherited=("all",), asserted=None)
    if previous.intent not in ("paper", "explain") or previous.subjects:
        return None
    asked = Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=("paper", OWN))
    if previous.paper:
        return asked.with_(paper=previous.paper, listed=previous.listed)
    if previous.term:
        return asked.with_(intent="explain", term=previous.term, inherited=(OWN,))
    return asked.with_(paper=COST_PAPER) if COSTS in previous.inherited else None
