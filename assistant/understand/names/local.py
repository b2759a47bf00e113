"""Universities told as local, small or unknown ones: what they are worth, or what holds for one, is answered by those outside the first fifty."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.text.matcher import Text

LOCAL = r"(?:(?:地方|地元|ローカル|田舎|県内|県立|市立|無名|中堅|小規模|小さ[いな]|ランク外|下位|普通)(?:の|な)?(?:国立|公立|私立|国公立|理系|単科)?(?:大学|大(?!手|企業|会社|き)|私大|国公立)|地方国立|(?:地方|中堅|小さな)の?私大|駅弁大学?)"
WORTH = re.compile(rf"{LOCAL}[^。??]{{0,16}}(?:メリット|利点|強み|良さ|よさ|うまみ|旨味|価値|意味|得|デメリット|弱み|勝ち目|役割|出番|可能性|チャンス)|(?:メリット|利点|強み|うまみ|価値|意味)[^。??]{{0,10}}{LOCAL}|{LOCAL}(?:と|に)(?:組|連携|頼|共同研究|共著|声)[^。??]{{0,24}}(?:メリット|利点|意味|得|いい|良い|べき|価値|どう|多い|少な|ある|[??])")
# 「うちは地方の私大だけど」
OURS = re.compile(rf"(?:うち|私|わたし|我々|私たち|私ども|当校|本学|弊学|こちら|自分|僕)(?:の(?:大学|ところ|学校))?(?:は|って|も|が|みたいな|のような)、?{LOCAL}")
NOT_FIGURES = re.compile(r"(?i)占め|割合|比率|qs|[0-9]位|何%|何割|何本|論文数|推移|どこ|一番|ランキング|順位|何位|論文で|研究で|著者|学生|入試|偏差値|就職|学費|べき|選[べびぶぼ]|進め方|迷|確かめ|すれば|始め|最初")
LONGEST = 60  # characters


def local_universities(text: Text) -> Question | None:
    """The papers that firms write with universities outside the first fifty, beside those with the first fifty; None for any other message."""
    if len(text.folded) > LONGEST or NOT_FIGURES.search(text.folded) or not (WORTH.search(text.folded) or OURS.search(text.folded)):
        return None
    return Question(
        text=text.folded, intent="compare", resolved=text.folded, topic=text.folded, statistic="level", subjects=(Subject("firm_non_elite_share"), Subject("firm_elite_share")),
        readings=(prompts.render("notes", "local_rest"),),
    )  # fmt: skip
