"""A word of the trade in plain words: 「『計算資源の格差』という言葉、記者に伝わりますか。言い換えはありますか?」 「それ、素人にも分かる言葉にすると?」."""

import re

import prompts
from assistant.models import Question
from assistant.understand.text.matcher import Text

PLAIN = "plain"
LONGEST = 60  # characters
REWORDED = re.compile(
    r"言い換え(?:は|って|が|る(?:と|なら|とし)|て(?:[。、]|$|くだ|ほし|欲し|お願)|られ|ると|れば|$|を|の|たい)|言いかえ|(?:別|ほか|他)の(?:言い方|言葉|表現|呼び方)|"
    r"(?:やさしい|易しい|平易な|平たい|簡単な|柔らかい|やわらかい|噛み砕いた|かみ砕いた|(?:分か|わか)りやすい|ふつうの|普通の)(?:言い方|言葉|表現|日本語|呼び方)|"
    r"(?:に|でも|にも)(?:は|すぐ|ちゃんと)?(?:分か|わか|伝わ|通じ)る(?:よう(?:な|に)?)?(?:言葉|言い方|表現|一言|日本語)|(?:に|には|でも|にも)(?:は)?、?(?:伝わ(?:り(?:ます|ません|にく)|る|らない)|通じ(?:ます|ません|る|ない))(?:でしょう)?(?:の|ん)?(?:です)?か?"
)
POINTED = re.compile(r"それ|これ|この(?:言葉|用語|率|割合|数字)|その(?:言葉|用語|率|割合|数字)|今の(?:言葉|用語)?")
OTHERS = re.compile(r"論文|研究(?!の)|何%|推移|いくら|順位|英語|英訳|スライド|資料|文章|この文|一文|挨拶|セリフ|台詞|比べ|違い")


def plain_words(text: Text, previous: Question | None) -> Question | None:
    """The question (intent explain, `advice` plain and the term); None for any other, and for a word that has no plain one here."""
    if len(text.folded) > LONGEST or not REWORDED.search(text.folded):
        return None
    term = named(text.folded) or (told(previous) if previous is not None and POINTED.search(text.folded) else None)
    if term is None or OTHERS.search(without(text.folded, term)):
        return None
    return Question(text=text.folded, intent="explain", resolved=text.folded, topic=text.folded, advice=(PLAIN, term), term=term)


def named(text: str) -> str | None:
    """The term whose name is the longest in the text."""
    found = [(len(name), term) for term, entry in prompts.table("phrases/plain_terms").items() for name in entry["names"] if name in text]
    return max(found)[1] if found else None


def without(text: str, term: str) -> str:
    for name in prompts.table("phrases/plain_terms")[term]["names"]:
        text = text.replace(name, " ")
    return text


def told(previous: Question) -> str | None:
    """The term that the last answer explained or measured."""
    table = prompts.table("phrases/plain_terms")
    if previous.term in table:
        return previous.term
    metric = previous.subjects[0].metric if previous.subjects else None
    return next((term for term, entry in table.items() if metric is not None and entry.get("metric") == metric), None)
