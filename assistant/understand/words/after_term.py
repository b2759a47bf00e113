"""A few words right after a term that ask another side of it: 「デメリットは」 「料金はいくらですか」 after 「ABCIって何ですか」, and 「例は?」 「限界は?」 「誰が言ってるの?」,
which are asked of the works on it: no paper is searched for the word 例 alone."""

import re
from functools import cache

from assistant.models import Question
from assistant.understand.plans.market import PRICE, Market
from assistant.understand.text.matcher import Text, read

LONGEST, NAME = 24, 24  # characters of the message, and of the name of the thing
DEFINING = re.compile(r"(?:とは|って|という(?:の|言葉|用語)?は?|の(?:意味|定義)|について|を(?:説明|解説|教え)).*$")
OPENED = r"^(?:(?:で|じゃあ?|では|それで|ちなみに|ところで|あと|なお|逆に|それの?|その|この)[、,]?\s*)*"
ASPECT = re.compile(
    rf"{OPENED}(?:主な|具体的な|実際の|最大の)?(?:デメリット|メリット|欠点|短所|長所|弱点|利点|強み|難点|問題点|課題|注意点|落とし穴|料金|費用|値段|利用料|条件|対象|期間|仕組み|性能|規模|(?:使い|申し込み|借り)方|申し込み|使って(?:い)?る(?:企業|会社|ところ|人)|使った(?:企業|会社|例)|利用(?:企業|者|例)|事例|実例)"
    r"(?:の例)?(?:は|って|が|も|を)?、?(?:何|なに|ある|あり|いくら|どのくらい|どれくらい|どんな|どう|海外|日本|国内|他|ほか|いつ|誰|どこ|教え|挙げ|知りた|に|で|の|は|も|が|ます|ません|です|でしょう|か|ください|下さい|くらい|ぐらい|ほど)*[。??]*$"
)
WEAK = re.compile(r"デメリット|欠点|短所|難点")
# What works on the term are asked for.
ENDED = r"(?:は|って|を|が)?(?:何|なに|ある|あり(?:ます)?|挙げて|教えて|示して|知りたい|ください|です|でしょう|の|ん|か|ね|よ)*[。??]*$"
TERM = re.compile(r"^(?:そもそも|まず|で、?)?[「『]?(?P<term>[^「」『』、。??]{2,20}?)[」』]?(?:という(?:言葉|用語|の)(?:は|の意味)?|とは|って|の意味|というのは|は(?=何|なん|どういう))")
ASPECTS = (
    (re.compile(rf"{OPENED}(?:(?:具体)?例|たとえば|例えば)(?:で)?{ENDED}"), "の例を挙げた論文は?"),
    (re.compile(rf"{OPENED}(?:論文|研究|文献|調査)(?:で|では|に|上)?(?:は|も)?、?(?:その)?(?:効果|有効性|効き目|実力|性能|成果)(?:は|が|って|も)?、?(?:示|確かめ|確認|証明|実証|裏付け|検証|出て)[^。??]{{0,8}}[。??]*$"), "の効果を示した論文は?"),
    (re.compile(rf"{OPENED}(?:限界|弱み|批判|反論|異論){ENDED}"), "の限界を指摘した論文は?"),
    (re.compile(rf"{OPENED}(?:対策|解決策|解消策|埋め方|打開策|対処法){ENDED}"), "の対策を述べた論文は?"),
    (re.compile(rf"{OPENED}(?:誰|だれ|どこ|どの論文)(?:が|の)?(?:言って(?:い)?る|示した|説|論文){ENDED}"), "を扱った論文は?"),
)


@cache
def market() -> Market:
    """What is held of prices and terms, read once."""
    return Market()


def after_term(text: Text, previous: Question | None) -> Question | None:
    """The question asked of the thing just explained: its held price where that is asked, else what works say of it; None for any other message."""
    if previous is None or previous.intent != "explain" or not previous.term or previous.subjects or len(text.folded) > LONGEST or not ASPECT.match(text.folded):
        return None
    thing = DEFINING.sub("", previous.topic).strip("「」『』 、")
    if not thing or len(thing) > NAME:
        return None
    asked = re.sub(OPENED, "", text.folded)
    if PRICE.search(text.folded) and (priced := market().question(read(f"{thing}の{asked}"), None)) is not None:
        return priced
    asked = f"{thing}の{WEAK.sub('弱点', asked)}"
    return Question(text=asked, intent="paper", resolved=asked, topic=asked, term=previous.term, inherited=("term",))


def works_on_term(text: Text, previous: Question | None) -> str | None:
    """The plain question on the term explained just before; None for any other text."""
    if previous is None or previous.intent != "explain" or previous.subjects or not previous.term or (named := TERM.match(previous.text)) is None:
        return None
    return next((f"{named['term']}{asked}" for pattern, asked in ASPECTS if pattern.match(text.folded)), None)
