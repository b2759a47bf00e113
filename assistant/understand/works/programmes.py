"""What is asked of a public programme of shared computing, named or just told of: what it costs the public (「予算規模は?」), and what there is of its kind in
another country (「日本に同様の制度はあるか」「海外では?」)."""

import re
from functools import lru_cache

import prompts
from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.works.works_asked import WORKS

BUDGET, ALIKE = "programme_budget", "programmes_alike"
LONGEST, SHORT = 50, 26  # characters of a message, and of one that names no programme
TOLD = ("explain", "paper")
OPENED = r"^(?:(?:で|じゃあ?|では|それで|ちなみに|ところで|なるほど|ほな|あと|それ(?:って)?|その|この)[、,。]?\s*)*"
MONEY = re.compile(
    r"予算|財源|財政規模|総額|事業費|事業規模|投資額|金額|国費|公費|税金|補助額|資金(?:は|規模|源|の)|(?:いくら|なんぼ|何億|何兆|どれ(?:くらい|ぐらい|だけ|ほど)(?:の)?お?金)[^。??]{0,6}(?:かけ|投じ|使|出し|つぎ込|注ぎ込|積|要|かか)|お?金(?:は|を|が)?[^。??]{0,4}(?:どれ|どの|いくら|なんぼ|どこから)|費用(?:は|って|規模|総額)"
)
# What using one costs, and budgets to come, are asked of the terms that are held.
USED = re.compile(r"来年|次年度|翌年|今後|将来|これから|見通し|見込み|20(?:2[5-9]|3\d)年|令和(?:[7-9]|1\d)|公募|料金|利用料|使う(?:と|の|には)|借り|時間あたり|1時間|単価|うち|当社|自社|弊社|学習費|円/|応募|申請|もらえ|補助率|何から|(?:予算|資金)(?:は|が)?[0-9]|しかな|始め")
KIND = r"(?:同様|同じ|おなじ|似(?:た|通った|てる|たよう)|類似|対応|相当|近い|匹敵|みたいな|のような(?!ことは)|そういう|そんな|ああいう|こういう|そういった|(?:その|この)(?:よう|手|種))"
THING = r"(?:制度|仕組み|しくみ|事業|基盤|取り?組み?|施策|政策|設備|計画|構想|支援|プログラム|版|やつ|もの|例|話)"
BARE = r"(?:に|で|の|にも|でも|には|では|だと|やと|なら|やったら|版|場合|は|も|って|、)*(?:どう|ある|あり|ない|ません|ます|なって(?:い)?る?|なっとる|やっ(?:て(?:い)?る?|とる)|し(?:て(?:い)?る|とる)|何|いる|おる|いかが|です|でしょう|の|ん|か|ね|な|かな|が|教えて|ください|知りたい|[??。])*$"


@lru_cache(maxsize=1)
def table() -> dict:
    return prompts.lexicon("programmes")


@lru_cache(maxsize=1)
def places() -> dict[str, re.Pattern]:
    return {country: re.compile("|".join(map(re.escape, words))) for country, words in table()["countries"].items()}


def named(text: str) -> str | None:
    """The programme that a text names."""
    return next((key for key, entry in table()["programmes"].items() if any(word.lower() in text.lower() for word in entry["called"])), None)


def told(previous: Question | None) -> str | None:
    """The programme that the last answer was about; None for any other answer."""
    if previous is None or previous.intent not in TOLD or previous.subjects:
        return None
    if {BUDGET, ALIKE} & {*previous.inherited}:
        return previous.inherited[2]
    return next((key for key, entry in table()["programmes"].items() if previous.term in entry["terms"] or previous.paper in entry["works"]), None)


def programme_asked(text: Text, previous: Question | None) -> Question | None:
    """The question, marked with what is asked and of which programme (and of which country); None for any other message."""
    key = named(text.folded)
    about = key or (told(previous) if len(text.folded) <= SHORT else None)
    if about is None or len(text.folded) > LONGEST:
        return None
    asked = Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded)
    if (country := alike(text.folded, key)) is not None:
        return asked.with_(inherited=(WORKS, ALIKE, about, country))
    if MONEY.search(text.folded) and not USED.search(text.folded):
        return asked.with_(inherited=(WORKS, BUDGET, about))
    return None


def alike(text: str, itself: str | None) -> str | None:
    """The country of whose programmes a text asks (`itself`: the programme that it names, which theirs are like); None for any other text."""
    country = next((name for name, words in places().items() if words.search(text)), None)
    if country is None:
        return None
    of_kind = re.search(KIND, text) is not None or not itself and re.search(rf"(?:{places()[country].pattern})の{THING}", text) is not None or re.search(rf"(?:{places()[country].pattern})版", text) is not None
    there = itself and table()["programmes"][itself]["country"] != country and re.search(rf"(?:{places()[country].pattern})(?:に|で)(?:は|も){BARE}", text) is not None
    bare = not itself and re.match(rf"{OPENED}(?:{places()[country].pattern}){THING}?{BARE}", text) is not None
    return country if of_kind or there or bare else None
