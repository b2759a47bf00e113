"""How a question came up, told before it in whatever words: 「うちは工作機械だ。AIの研究、結局どこの会社が強いんだ」. What stands before the last end of a
clause is left out where it names nothing that is measured, limits nothing and asks nothing, and what follows is whole by itself."""

import re

from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text, read

LONGEST = 120  # characters of a lead-in
END = re.compile(r"(?<=[すただるいんねよなり])。\s*|(?:です|ます|ました|でした|ません|でして|ありまして|まして|だ|んだ|た|て|る|い|の)(?:が|けど|けれど|けれども|ので|から|もので|ところ|んで|のに)、\s*|(?:まして|ており|(?:な|も|る|た)んで|やけど|ですけど|さかい)、\s*")
# What is told of here is what the question is about, or bounds it.
TOPICAL = re.compile(
    r"話(?:です|だ|で|なん|を)|の件|こと(?:です|だ|で|を|が)|について|に関|における|に(?:限|絞)|だけ|のみ|除[いくき]|含[めみ]|以外|場合|(?:なら|たら|れば|とき|時)(?:ば)?、?$|基準|ベース|換算|集計|定義|数え|"
    r"注目|着目|調べ|知り|探し|探る|聞き|尋ね|伺い|見(?:て|たい|る)|教え|研究(?:し|を|中)|調査|分析|比較|比べ|興味|関心|気にな|心配|疑|思[いうっ]|考え|らしい|そう(?:です|だ)|という|とのこと|言[いうわっ]|聞いた|[「『]|[??]|どう|何|なぜ|いつ|どこ|誰|いくら"
)
NUMBERED = re.compile(r"[0-9%]|割|億|万")
AI_ITSELF = "ai"
HARMLESS = frozenset({"smalltalk", "self", "follow"})  # cues that ask for nothing


def without_lead_in(reader, text: str) -> str:
    """The question without it; any other text as it is."""
    for match in reversed([*END.finditer(text[: LONGEST + 1])]):
        lead, rest = text[: match.end()], text[match.end() :]
        if rest and not TOPICAL.search(lead) and not NUMBERED.search(lead) and not told(reader, read(lead)) and whole(reader, read(rest)):
            return rest
    return text


def told(reader, lead: Text) -> bool:
    """Whether a lead-in names something of the figures, or says how to answer."""
    if any(hit.key != AI_ITSELF for hit in reader.places.find(lead)) or reader.countries.find(lead) or reader.institutions.find(lead):
        return True
    return bool(reader.measured(lead) or reader.works.find(lead) or set(reader.intents.find(lead)) - HARMLESS)


def whole(reader, rest: Text) -> bool:
    """Whether a question about figures says by itself whom it asks of."""
    if not (reader.groups.find(rest) or reader.countries.find(rest) or reader.institutions.find(rest)):
        return False
    question = reader.read_alone(rest)
    return question.intent in DATA_INTENTS and question.blocker is None
