"""The weak side of a way to go: 「クラウドの欠点は?」, and 「後者の弱点は?」 after two ways were weighed. It is asked of the way, not of our data."""

import re

import prompts
from assistant.models import Question
from assistant.understand.plans.investment_text import named_strategies

WEAK = r"(?:欠点|弱点|弱み|デメリット|短所|難点|泣き所|悪い(?:点|ところ|面)|まずい(?:点|ところ)|マイナス面|不利な点|だめなところ|リスク|落とし穴)"
OF_WAY = re.compile(rf"(?:クラウド|プロトタイプ|試作|PoC|概念実証|小さく試す|共同研究|産学連携)(?:を使う|をやる|する|利用|案|に(?:した|する)(?:場合|とき)?|を(?:選んだ|選ぶ|使った)(?:場合|とき)?)?(?:こと|場合)?(?:の|は|って|に(?:は)?|で(?:の)?|、)*(?:一番の|主な|何か|どんな|最大の)?{WEAK}|{WEAK}(?:は|って)(?:何|なに|なん|どこ)?[^。]{{0,4}}(?:クラウド|プロトタイプ|試作|共同研究)", re.IGNORECASE)
POINTED = re.compile(rf"^(?:じゃあ?|では|で)?、?(?:(?P<last>後者|二つ目|2つ目|そっち|そちら)|(?P<first>前者|一つ目|1つ目))の(?:方の)?{WEAK}")
# 「じゃあうちは共有クラウドがいいって提案したいんですけど、弱点は何ですか」: the way, then what is asked of it.
PROPOSED = re.compile(rf"(?:クラウド|プロトタイプ|試作|PoC|概念実証|共同研究|産学連携)(?:が|を|で|に|は|案|の)[^。]{{0,24}}?(?:提案|進め|推[しすそ]|選[びぶん]|決め|やりたい|使いたい|考えて|いきたい|行きたい|しようと|思って|始めたい)[^。、]{{0,14}}[。、]?(?:その|この|それの)?(?:一番の|主な|何か)?{WEAK}(?:は|って|を|が|も)", re.IGNORECASE)
BARE = re.compile(rf"^(?:じゃあ?|では|で|その|それ(?:に(?:は)?|って|は)?|逆に|、)*{WEAK}(?:は|って|を?教えて|も|が)?(?:何|なに|どこ|ない|ある|あり(?:ます|ません)|あん|無い)?(?:です|でしょう|の|ん|や|ろう)*(?:か|ね|よ)*[??。]*$")
WAYS = {"prototype": "prototype", "prototype_joint": "prototype", "cloud": "cloud", "joint": "joint"}


def weak_way(text: str, previous: Question | None) -> str | None:
    """The way whose weak side is asked for; None for any other text."""
    words = prompts.lexicon("investment")
    if OF_WAY.search(text) or PROPOSED.search(text):
        return next((WAYS[name] for name in named_strategies(text.lower(), words) if name in WAYS), None)
    match, bare = POINTED.match(text), BARE.match(text)
    if previous is None or match is None and (bare is None or previous.intent not in ("roi", "strategy")):
        return None
    if match is None:  # 「弱点は?」 after one way was told of
        named = {WAYS[name] for name in named_strategies(previous.topic.split("\n")[0].lower(), words) if name in WAYS}
        return named.pop() if len(named) == 1 else None
    for line in (*previous.topic.split("\n"), *previous.plan.split("\n")):
        named = [WAYS[name] for name in named_strategies(line.lower(), words) if name in WAYS]
        if len(named) == 2:
            return named[1 if match["last"] else 0]
    return None
