"""「被引用数は?」「著者の所属は?」「続編は?」 right after a paper, or of 「その論文」: what the record of a work holds, of that paper and no other."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

RECORD = "record"
CITED, BELONGS, SEQUEL = "cited", "belongs", "sequel"
LONGEST = 36  # characters
WORDED = ("paper", "explain", "why")
KINDS = {
    CITED: re.compile(r"被?引用(?:数|件数|回数)|(?:何|どれ(?:くらい|ぐらい|だけ|ほど)|どのくらい|いくつ)(?:回|件|本)?(?:くらい|ぐらい|ほど)?(?:の論文に)?、?引用され|引用され(?:て(?:い)?る|た)(?:数|回数|件数|の)|(?:どれ(?:くらい|ぐらい|だけ|ほど)|どのくらい)引用|citations?(?: count)?|cited", re.IGNORECASE),
    BELONGS: re.compile(r"(?:著者|筆者|書いた人|研究者|書き手)(?:たち|ら|達)?(?:の|は|って)?、?(?:所属|勤務先|肩書|経歴|どこの(?:人|大学|会社|所属|研究者|国)|どこに(?:所属|勤め)|何者|どんな人|どういう人|大学の人|企業の人)|^(?:その|この)?(?:論文の?)?所属(?:機関|先)?(?:は|って|を)|どこの(?:大学|会社|機関|国)の(?:人|研究者|先生|論文|研究)|affiliation", re.IGNORECASE),
    SEQUEL: re.compile(r"続編|続報|後続(?:の)?(?:論文|研究|報告|調査)?|(?:次|続き)の?(?:論文|研究|報告)|その後の(?:論文|研究|報告|続き)|続きは(?:ある|あり|出て|[??]|$)|(?:改訂|改定|更新)(?:版|は)|follow-?up (?:paper|study|work)|sequel", re.IGNORECASE),
}
POINTED = re.compile(r"(?:その|この|さっきの|先ほどの|今の|いまの)(?:論文|研究(?![者所費])|調査|報告書?|文献)")
# A figure of ours or a ranking is asked (「引用数の多い大学は」), or other works of the same authors, listed elsewhere.
OTHERS = re.compile(r"同じ|割合|シェア|順位|ランキング|一番|最も|多い|企業(?!の人)|参加率|会議|推移|何%|年の|書き方|引用して|転載|本文|を教えてもらった")


def paper_record(text: Text, previous: Question | None) -> Question | None:
    """The question asked of the paper told last; None for any other message."""
    if previous is None or len(text.folded) > LONGEST or OTHERS.search(text.folded):
        return None
    kind = next((kind for kind, words in KINDS.items() if words.search(text.folded)), None)
    paper = previous.paper if previous.intent in WORDED else ""
    paper = paper or (previous.work if POINTED.search(text.folded) else "")
    if kind is None or not paper:
        return None
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, paper=paper, listed=previous.listed if previous.paper and kind != SEQUEL else (), inherited=("paper", RECORD, kind))
